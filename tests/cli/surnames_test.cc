// « Mme Hua » in an article that never says who she is, over two runs of the indexer.
#include <filesystem>
#include <map>

#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class Surnames : public IndexFixture {
 protected:
  void SetUp() override {
    for (int i = 0; i < 5; ++i)
      texts_["full" + std::to_string(i)] =
          "La porte-parole Hua Chunying a parlé mardi à Pékin devant la presse.";
    texts_["bare"] = "Selon Mme Hua, la coopération est utile. Mme Hua a souri.";
    index_texts();
  }

  /// Indexes all of texts_, by id.
  void index_texts() {
    std::string lines;
    for (const auto& [id, text] : texts_)
      lines += json{{"id", id}, {"date", "2019-02-13"}, {"text", text}}.dump() + "\n";
    ASSERT_EQ(index({write("a.jsonl", lines)}).exit_code, 0);
  }

  bool finds_bare(const std::string& query) {
    return search({"--format", "ids", "--limit", "100", query}).out.find("bare\n") != std::string::npos;
  }

  /// The one surname table of the state in force.
  fs::path table() const {
    for (const auto& entry : fs::directory_iterator(directory / "index"))
      if (entry.path().filename().string().starts_with("surnames-")) return entry.path();
    return {};
  }

  std::map<std::string, std::string> texts_;
};

constexpr const char* kFullName = "personne:\"Hua Chunying\"";

TEST_F(Surnames, AreFoundByTheFullNameAsLongAsTheIndexAgrees) {
  EXPECT_TRUE(finds_bare(kFullName));
  EXPECT_TRUE(finds_bare("entite:\"hua chunying\""));
  EXPECT_TRUE(finds_bare("personne:Hua"));
  EXPECT_FALSE(finds_bare("org:\"Hua Chunying\""));
  EXPECT_FALSE(finds_bare("lieu:\"Hua Chunying\""));
  EXPECT_FALSE(finds_bare("personne:Chunying"));

  // A new version of one article names somebody else: four of five agree.
  texts_["full4"] = "Le ministre Hua Guofeng a parlé mardi à Pékin devant la presse.";
  index_texts();
  EXPECT_FALSE(finds_bare(kFullName));
  EXPECT_TRUE(finds_bare("personne:Hua"));
  EXPECT_EQ(search({"--why", "bare"}).exit_code, 1);

  // Five new articles: nine of ten.
  for (int i = 5; i < 10; ++i) texts_["full" + std::to_string(i)] = texts_["full0"];
  index_texts();
  EXPECT_TRUE(finds_bare(kFullName));
  const json why = json::parse(search({"--why", "bare", "--format", "json"}).out);
  ASSERT_EQ(why["links"].size(), 2u);
  EXPECT_EQ(why["links"][0]["key"], "hua chunying");
  const json step = why["links"][0]["chain"][0];
  EXPECT_EQ(step["text"], "Hua Chunying");
  EXPECT_EQ(step["deduced"], true);
  EXPECT_EQ(step["agreeing"], 9);
  EXPECT_EQ(step["articles"], 10);
  EXPECT_EQ(step["begin"], nullptr);
}

TEST_F(Surnames, AreMarkedAsDeducedInEveryView) {
  const std::string reason = "deduced: 5 of the 5 articles that name in full a person of that name\n";
  EXPECT_NE(search({"--explain", kFullName}).out.find("hua → hua chunying: " + reason), std::string::npos);
  EXPECT_NE(search({"--why", "bare"}).out.find("Mme Hua → Hua Chunying: " + reason), std::string::npos);
  EXPECT_NE(search({"--show", "bare"}).out.find("Hua → Hua Chunying: " + reason), std::string::npos);
  EXPECT_NE(search({"--why", "bare"}, {"LANG=fr_FR.UTF-8"})
                .out.find("déduit\u00A0: 5 des 5 articles qui nomment en entier une personne de ce nom\n"),
            std::string::npos);
  EXPECT_EQ(search({"--facets", "personne"}).out,
            "personne      articles  deduced  mentions\n"
            "Hua Chunying         6        1         7\n"
            "\n"
            "6 articles\n");
  EXPECT_EQ(search({"--entities", "hua"}).out,
            "key           field     articles  deduced  mentions  forms\n"
            "hua chunying  personne         6        1         7  Hua Chunying ×5, Hua ×2\n"
            "\n"
            "1 entity\n");
  EXPECT_EQ(json::parse(search({"--entities", "hua", "--format", "jsonl"}).out)["deduced"], 1);
  EXPECT_EQ(json::parse(search({"--facets", "personne", "--format", "jsonl"}).out)["deduced"], 1);
  const json shown = json::parse(search({"--show", "bare", "--format", "json"}).out);
  EXPECT_EQ(shown["mentions"][0]["key"], "hua");
  EXPECT_EQ(shown["mentions"][0]["link"]["key"], "hua chunying");
  EXPECT_EQ(shown["mentions"][0]["link"]["deduced"], true);
}

TEST_F(Surnames, ADamagedTableIsNamed) {
  ASSERT_FALSE(table().empty());
  const std::string path = table().string();
  write("index/" + table().filename().string(), "hua\thua guofeng\t5\t5\tmale   \n");
  for (const bool removed : {false, true}) {
    if (removed) fs::remove(path);
    const Finished finished = search({"coopération"});
    EXPECT_EQ(finished.exit_code, 6);
    EXPECT_NE(finished.err.find(path), std::string::npos) << finished.err;
  }
}

}  // namespace
}  // namespace depeche
