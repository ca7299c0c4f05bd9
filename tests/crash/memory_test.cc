// A corpus much larger than the memory that a run may take.
#include <cmath>
#include <cstdlib>
#include <random>

#include <fmt/format.h>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

constexpr uint64_t kMiB = uint64_t{1} << 20;
/// What a run may take beyond --memory: programs, word lists, and what it keeps of each record.
constexpr uint64_t kBeyond = 200 * kMiB;

class Memory : public IndexFixture {
 protected:
  /// A word of a language in which the r-th word is one of r (Zipf's law), and new words never end.
  static std::string word(std::mt19937& random) {
    const double rank = std::exp(std::uniform_real_distribution(0.0, std::log(2e6))(random));
    static const char* const kSyllables[] = {"ba", "ré", "ti", "lou", "man", "ce", "por", "vi", "sé", "ne"};
    std::string word;
    for (auto rest = static_cast<uint64_t>(rank); word.empty() || rest > 0; rest /= 10)
      word += kSyllables[rest % 10];
    return word;
  }

  /// JSON lines of a kilobyte or so.
  std::string write_records(uint64_t bytes) {
    const std::filesystem::path path = directory / "corpus.jsonl";
    std::ofstream out(path, std::ios::binary);
    std::mt19937 random(1);
    for (uint64_t record = 0, written = 0; written < bytes; ++record) {
      std::string text;
      for (unsigned words = 20 + random() % 200; words > 0; --words) {
        text += word(random);
        text += words % 12 == 0 ? ". Mme Hua " : " ";
      }
      const std::string line = fmt::format(R"({{"id":"{}","date":"20{:02}-{:02}-{:02}","text":"{}"}})",
                                           record, random() % 20, 1 + random() % 12, 1 + random() % 28, text);
      out << line << '\n';
      written += line.size() + 1;
    }
    return path.string();
  }
};

TEST_F(Memory, StaysWithinWhatWasGranted) {
  const bool soak = std::getenv("DEPECHE_SOAK") != nullptr;
  const std::string corpus = write_records(soak ? 1'000'000'000 : 10'000'000);
  const uint64_t granted = soak ? 512 : 64;
  const Finished finished = index({"--threads", "4", "--memory", fmt::format("{}M", granted), corpus});
  ASSERT_EQ(finished.exit_code, 0) << finished.err;
  RecordProperty("peak MiB", static_cast<int>(finished.peak_bytes / kMiB));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_LE(finished.peak_bytes, granted * kMiB + kBeyond) << finished.peak_bytes / kMiB << " MiB";
#endif
}

}  // namespace
}  // namespace depeche
