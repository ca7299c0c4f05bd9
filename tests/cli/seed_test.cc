#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

/// The dispatch this project was asked for, kept outside it: $DEPECHE_SHARED_DATA, else ../shared/data beside
/// the source.
std::string seed_path() {
  const char* given = std::getenv("DEPECHE_SHARED_DATA");
  const std::string directory =
      given != nullptr ? given : std::string(DEPECHE_SOURCE_DIR) + "/../shared/data";
  return directory + "/seed-dispatch.txt";
}

class Seed : public IndexFixture {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(seed_path())) GTEST_SKIP() << "no " << seed_path();
  }
};

struct SeedQuery {
  const char* query;
  bool found;
};

const SeedQuery kQueries[] = {
    {"cyberespionnage", true},
    {"cyber-espionnage", true},
    {"cyber espionnage", true},
    {"cyberattaque", true},
    {"image", true},
    {"cybersecurite", true},
    {"\"atmosphère de coopération\"", true},
    {"\"l'image de la Chine\"", true},
    {"=WannaCry", true},
    {"personne:Hua", true},
    {"personne:\"Hua Chunying\"", true},
    {"personne:\"Mme Hua\"", true},
    {"org:\"ministère chinois des Affaires étrangères\"", true},
    {"lieu:Chine", true},
    {"date:13/02", true},
    {"date:2019-02 cyberespionnage", true},
    {"cyber* SAUF tennis", true},
    {"sûreté", true},
    {"accroitre", true},
    {"\"image Chine\"", false},
    {"date:2018", false},
    {"lieu:Norvège", false},
    {"date:certaine", false},
    {"piratage MEMEPHRASE norvégienne", true},
    {"WannaCry MEMEPHRASE Norvège", false},
    {"cybersécurité PRES/5 mondiale", true},
    {"mondiale SUIVI/2 cybersécurité", false},
};

TEST_F(Seed, ComesOutByEntityDateAndPhrase) {
  ASSERT_EQ(index({seed_path(), "--reference-date", "2019-03-01"}).exit_code, 0);
  for (const SeedQuery& q : kQueries) {
    const Finished answer = search({"--format", "ids", q.query});
    EXPECT_EQ(answer.exit_code, q.found ? 0 : 1) << q.query << "\n" << answer.err;
  }
}

TEST_F(Seed, WithoutAYearItIsFoundByDayAndAsUncertain) {
  ASSERT_EQ(index({seed_path()}).exit_code, 0);
  for (const char* query : {"date:13/02", "date:incertaine"}) EXPECT_EQ(found(query), 1U) << query;
  for (const char* query : {"date:14/02", "date:aucune", "date:certaine"})
    EXPECT_EQ(found(query), 0U) << query;
}

TEST_F(Seed, IsFoundAmongTheSamplesToo) {
  ASSERT_EQ(
      index({seed_path(), DEPECHE_SOURCE_DIR "/corpus/samples", "--reference-date", "2019-03-01"}).exit_code,
      0);
  for (const SeedQuery& q : kQueries) {
    if (!q.found) continue;
    const std::string out = search({"--format", "jsonl", "--limit", "100", q.query}).out;
    EXPECT_NE(out.find("seed-dispatch.txt"), std::string::npos) << q.query;
  }
}

TEST_F(Seed, DryRunTellsWhatIsReadInIt) {
  const Finished dry =
      run({{DEPECHE_INDEXER, "--dry-run", seed_path(), "--reference-date", "2018-12-31"}, {}, -1});
  ASSERT_EQ(dry.exit_code, 0);
  const auto article = nlohmann::json::parse(dry.out);
  EXPECT_EQ(article["title"], nullptr);
  EXPECT_EQ(article["dates"][0]["value"], "2018-02-13");
  EXPECT_EQ(article["dates"][0]["inferred"], true);
  size_t hua = 0, china = 0;
  for (const auto& mention : article["mentions"]) {
    hua += mention["key"] == "hua chunying";
    china += mention["text"] == "Chine";
  }
  EXPECT_EQ(hua, 4U);
  EXPECT_EQ(china, 6U);
}

}  // namespace
}  // namespace depeche
