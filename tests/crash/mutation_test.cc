// Index files that were altered: --check finds every one, and no search crashes, hangs or shows a wrong text.
#include <cstdlib>
#include <random>

#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Mutation : public IndexFixture, public testing::WithParamInterface<unsigned> {
 protected:
  void SetUp() override {
    for (int night = 1; night <= 3; ++night) {
      std::string lines;
      for (int i = 0; i < 40; ++i)
        lines += json{{"id", "a" + std::to_string(i)},
                      {"date", "2019-02-13"},
                      {"title", "Titre " + std::to_string(i)},
                      {"text", "Dépêche " + std::to_string(i * (i % 2 == 0 ? night : 1)) +
                                   (i < 5 ? " de Mme Hua." : " de la porte-parole Hua Chunying.")}}
                     .dump() +
                 "\n";
      ASSERT_EQ(index({write("corpus.jsonl", lines)}).exit_code, 0);
    }
    for (const auto& entry : fs::recursive_directory_iterator(root())) {
      const std::string name = fs::relative(entry.path(), root()).string();
      // What the state in force does not consist of may be anything.
      const bool older = name.starts_with("manifest-")  ? name != "manifest-3.json"
                         : name.starts_with("sources-") ? name != "sources-3.bin"
                         : name.starts_with("stories-")
                             ? name != "stories-3.tsv"
                             : name.starts_with("surnames-") && name != "surnames-3.tsv";
      if (entry.is_regular_file() && name != "indexer.lock" && !older && fs::file_size(entry.path()) > 0)
        files_.push_back(name);
    }
    for (const auto& question : kQuestions) right_.push_back(search(question));
    for (const Finished& answer : right_) ASSERT_EQ(answer.exit_code, 0) << answer.err;
  }

  fs::path root() const { return directory / "index"; }

  /// Alters the bytes of a file; what it did.
  std::string mutate(const fs::path& path, std::mt19937& random) {
    std::string bytes = read_all(path);
    const size_t at = random() % bytes.size();
    const size_t length = std::min(bytes.size() - at, size_t{1} << (random() % 13));
    const std::string where = " at " + std::to_string(at) + ", " + std::to_string(length) + " bytes";
    const std::string before = bytes;
    std::string what;
    switch (random() % 6) {
      case 0:
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
        what = "bit flipped" + where;
        break;
      case 1:
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), length, '\0');
        what = "zeros" + where;
        break;
      case 2:
        for (size_t i = at; i < at + length; ++i) bytes[i] = static_cast<char>(random());
        what = "noise" + where;
        break;
      case 3:
        bytes.resize(at);
        what = "cut" + where;
        break;
      case 4:
        bytes.insert(at, std::string(length, 'x'));
        what = "inserted" + where;
        break;
      default: {  // a file of another place or time
        const std::string other = files_[random() % files_.size()];
        bytes = read_all(root() / other);
        what = "replaced by " + other;
      }
    }
    if (bytes == before || bytes + '\n' == before) return "";  // CURRENT may lack its line feed
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    return what;
  }

  /// The right answer, or a message and no answer.
  void expect_harmless(bool silent) {
    for (size_t i = 0; i < right_.size(); ++i) {
      const Finished answer = search(kQuestions[i]);
      EXPECT_LT(answer.exit_code, 128) << answer.err;
      if (answer.exit_code == 0) {
        if (!silent || kQuestions[i][0] == "--show") {
          EXPECT_EQ(answer.out, right_[i].out);
        }
      } else {
        EXPECT_TRUE(answer.exit_code == 6 || answer.exit_code == 4 || (silent && answer.exit_code == 1))
            << answer.exit_code << answer.err;
        EXPECT_NE(answer.err, "");
      }
    }
  }

  const std::vector<std::vector<std::string>> kQuestions = {
      {"--format", "jsonl", "--limit", "100", "dépêche"},
      {"--format", "jsonl", "--limit", "100", "--sort", "date", "personne:\"Hua Chunying\""},
      {"--show", "a2"},
      {"--show", "a3@1"},
  };
  std::vector<std::string> files_;
  std::vector<Finished> right_;
};

TEST_P(Mutation, IsFoundAndHarmsNobody) {
  const int mutations = std::getenv("DEPECHE_SOAK") ? 1250 : 60;
  const unsigned seed = std::random_device{}() + GetParam();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < mutations; ++i) {
    const std::string file = files_[random() % files_.size()];
    const fs::path path = root() / file;
    const std::string bytes = read_all(path);
    const auto time = fs::last_write_time(path);
    const std::string what = mutate(path, random);
    if (what.empty()) continue;
    const bool silent = random() % 2 == 0;  // as a disk does it: at the same time, as far as anybody can see
    if (silent) fs::last_write_time(path, time);
    SCOPED_TRACE(file + ": " + what + (silent ? ", silently" : ""));
    const Finished check = run({{DEPECHE_INDEXER, "--index", root().string(), "--check"}, {}, -1});
    EXPECT_EQ(check.exit_code, 6) << check.out << check.err;
    EXPECT_NE(check.err, "");
    if (file != "CURRENT") expect_harmless(silent);  // it may name an older state, which is whole
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    fs::last_write_time(path, time);
    if (HasFailure()) return;
  }
  EXPECT_EQ(run({{DEPECHE_INDEXER, "--index", root().string(), "--check"}, {}, -1}).exit_code, 0);
}

INSTANTIATE_TEST_SUITE_P(Series, Mutation, testing::Range(0u, 4u));

}  // namespace
}  // namespace depeche
