// One corpus indexed in several ways: the same answers, and the same report, whatever the threads, the order
// in which the files are named, the memory, and however often a run was broken off before.
#include <algorithm>
#include <cstdlib>
#include <random>

#include <fmt/format.h>

#include "tests/crash/nights.h"

namespace depeche {
namespace {

using nlohmann::json;

template <size_t N>
const char* pick(std::mt19937& random, const char* const (&from)[N]) {
  return from[random() % N];
}

const char* const kPersons[] = {"Hua Chunying", "Jean Hua",    "Mme Hua",       "Aïssata Traoré",
                                "M. Traoré",    "Ana Pereira", "Pedro Pereira", "Mme Pereira",
                                "M. Hua",       "Mme Traoré",  "V. Poutine",    "Vladimir Poutine"};
const char* const kPlaces[] = {"PARIS", "PEKIN", "DAKAR", "LA PAZ", "Saint-Étienne"};
const char* const kTopics[] = {"la cyber-attaque de mardi",
                               "une s?reté renforcée",
                               "l’état de la côte",
                               "le sommet de l'ONU",
                               "WannaCry",
                               "les élus du Finistère"};
const char* const kHeaders[] = {"Dernière mise à jour à 09h10 le 13/02", "Publié le 12/02/2019",
                                "Mis à jour le 3 mars 2018 à 8 h", "Mardi 14 mai", ""};
const char* const kDates[] = {"2019-02-13", "2018-03", "2017", "2019-02-13T08:30", "2018-11-02"};

/// A few hundred records in some fifteen files: ids that several records claim, dispatches without a year,
/// bare surnames that only the whole corpus explains, records that are none.
class Determinism : public Nights, public testing::WithParamInterface<unsigned> {
 protected:
  static std::string text(std::mt19937& random) {
    std::string text = fmt::format("{}, 13 février - ", pick(random, kPlaces));
    for (unsigned sentences = 1 + random() % 4; sentences > 0; --sentences)
      text += fmt::format("{} a parlé de {} et de {}. ", pick(random, kPersons), pick(random, kTopics),
                          pick(random, kPersons));
    return text;
  }

  static std::string jsonl(std::mt19937& random) {
    std::string lines;
    for (unsigned records = random() % 40; records > 0; --records) {
      json record = {{"text", text(random)}};
      if (random() % 4 != 0) record["id"] = fmt::format("a{}", random() % 120);
      if (random() % 3 != 0) record["date"] = random() % 25 == 0 ? "31/02/2019" : pick(random, kDates);
      if (random() % 2 == 0) record["title"] = pick(random, kTopics);
      lines += random() % 60 == 0 ? "{\"text\": \"coupé\n" : record.dump() + "\n";
    }
    return lines;
  }

  /// Writes what comes in a night; the files of the nights before stay, some of them altered.
  void write_files(std::mt19937& random) {
    for (unsigned file = 0; file < 15; ++file) {
      if (!files_.empty() && random() % 3 == 0) continue;
      const bool lines = random() % 2 == 0;
      const std::string name = fmt::format("corpus/{}/{}.{}", file % 4, file, lines ? "jsonl" : "txt");
      write(name, lines ? jsonl(random)
                        : fmt::format("{}\n\n{}\n\n{}\n", pick(random, kTopics), pick(random, kHeaders),
                                      text(random)));
      const std::string path = (directory / name).string();
      if (std::ranges::find(files_, path) == files_.end()) files_.push_back(path);
    }
  }

  Launch launch(const std::string& index, std::vector<std::string> files,
                const std::vector<std::string>& options) const {
    Launch launch;
    launch.arguments = {DEPECHE_INDEXER,
                        "--index",
                        (directory / index).string(),
                        "--root",
                        (directory / "corpus").string(),
                        "--quiet",
                        "--max-rejects",
                        "100",
                        "--now",
                        "2026-11-22",
                        "--report",
                        (directory / (index + ".json")).string()};
    launch.arguments.insert(launch.arguments.end(), options.begin(), options.end());
    launch.arguments.insert(launch.arguments.end(), files.begin(), files.end());
    launch.time_limit = kPatience;
    return launch;
  }

  /// What the report counts.
  json counts(const std::string& index) const {
    std::ifstream in(directory / (index + ".json"));
    const json report = json::parse(in);
    return {report.at("records"), report.at("dates"), report.at("entities")};
  }

  std::vector<std::string> files_;
};

TEST_P(Determinism, TheWayOfIndexingMakesNoDifference) {
  const unsigned seed = GetParam();
  std::mt19937 random(seed);
  for (int night = 1; night <= 2; ++night) {
    SCOPED_TRACE(fmt::format("night {}", night));
    write_files(random);
    const Finished plain = run(launch("plain", files_, {"--threads", "1"}));
    ASSERT_LE(plain.exit_code, 1) << plain.err;
    const std::string expected = state("plain");
    ASSERT_GT(expected.size(), 1000u);

    std::vector<std::string> shuffled = files_;
    std::ranges::shuffle(shuffled, random);
    ASSERT_EQ(run(launch("shuffled", shuffled, {"--threads", "4", "--memory", "64M"})).exit_code,
              plain.exit_code);
    EXPECT_TRUE(state("shuffled") == expected);
    EXPECT_EQ(counts("shuffled"), counts("plain"));

    for (const int signal : {SIGTERM, SIGKILL, SIGINT}) {
      std::ranges::shuffle(shuffled, random);
      Launch broken = launch("resumed", shuffled, {"--threads", "3"});
      broken.signal_after_us = static_cast<int>(random() % 60000);
      broken.signal = signal;
      run(broken);
    }
    const Finished resumed = run(launch("resumed", files_, {"--threads", "2"}));
    ASSERT_LE(resumed.exit_code, 1) << resumed.err;
    EXPECT_TRUE(state("resumed") == expected);

    ASSERT_LE(run(launch("plain", shuffled, {"--reread"})).exit_code, 1);
    const json again = counts("plain").at(0);
    EXPECT_EQ(again.at("indexed"), 0);
    EXPECT_EQ(again.at("updated"), 0);
    EXPECT_TRUE(state("plain") == expected);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Determinism, testing::Range(0u, std::getenv("DEPECHE_SOAK") ? 1000u : 30u));

}  // namespace
}  // namespace depeche
