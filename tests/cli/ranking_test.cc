/// What ranks above what, and what a question demands: with the real programs.
#include <sstream>

#include <gtest/gtest.h>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

class Ranking : public IndexFixture {
 protected:
  void SetUp() override {
    write("corpus/a.jsonl",
          R"({"id":"exact","date":"2019-01-01","text":"Le bateau rentre de la pêche ce soir."}
{"id":"folded","date":"2019-01-02","text":"Le bateau rentre de la peche ce soir."}
{"id":"stemmed","date":"2019-01-03","text":"Le bateau rentre de ses pêches ce soir."}
{"id":"near","date":"2019-01-04","text":"Le ministre de la santé a parlé hier à Lyon devant la presse du matin."}
{"id":"far","date":"2019-01-05","text":"Le ministre a parlé hier à Lyon devant la presse du matin de la santé."}
{"id":"title","date":"2019-01-06","title":"Vanuatu","text":"Un séisme a frappé un archipel du Pacifique."}
{"id":"text","date":"2019-01-07","title":"Pacifique","text":"Un séisme a frappé un archipel de Vanuatu."}
{"id":"answer","date":"2019-01-08","text":"Papa Wemba est mort sur la scène du Femua, à Abidjan, en 2016."}
{"id":"other","date":"2019-01-09","text":"Papa est parti. La scène politique est calme."}
)");
    ASSERT_EQ(index({(directory / "corpus").string()}).exit_code, 0);
  }

  std::string ids(const std::string& query) {
    std::istringstream lines(search({"--format", "ids", query}).out);
    std::string joined;
    for (std::string id; lines >> id;) joined += (joined.empty() ? "" : " ") + id;
    return joined;
  }
};

std::string without_space(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

TEST_F(Ranking, Orders) {
  struct Row {
    const char *query, *ids;
  };
  const Row rows[] = {
      {"pêche", "exact folded stemmed"},
      {"ministre santé", "near far"},
      {"Vanuatu", "title text"},
      // Grammatical words beside others demand nothing; alone they are words as any.
      {"les Vanuatu", "title text"},
      {"qui", ""},
      {"d'un Vanuatu archipel", "text title"},
      // A question is answered by most of its words.
      {"Dans quelle ville est mort Papa Wemba ?", "answer"},
      {"Où le chanteur Papa Wemba a-t-il disparu ?", "answer"},
      {"Qui a chanté « Papa Wemba » au Zénith ?", "answer"},
      // A few words are demanded all the same, and so is a filter.
      {"Wemba Zénith", ""},
      {"Où Papa Wemba est-il mort ? date:2018", ""},
      // Five words no article has together; four of one article stay four.
      {"chanteur congolais Wemba mort Abidjan", "answer"},
  };
  for (const Row& row : rows) EXPECT_EQ(ids(row.query), row.ids) << row.query;
}

TEST_F(Ranking, SaysWhatWasNotDemanded) {
  const Finished most = search({"Où le chanteur Papa Wemba a-t-il disparu ?"});
  EXPECT_EQ(most.exit_code, 0);
  EXPECT_NE(most.err.find("no article has all of these words"), std::string::npos) << most.err;
  EXPECT_NE(search({"Où est mort Papa Wemba ?"}).err.find("1 article has all"), std::string::npos);
  EXPECT_EQ(search({"Papa Wemba"}).err, "");
  EXPECT_NE(without_space(search({"--format", "json", "Où le chanteur Papa Wemba a-t-il disparu ?"}).out)
                .find(R"("relaxed":{"demand":"most","articles_with_all":0})"),
            std::string::npos);
  EXPECT_NE(without_space(search({"--format", "json", "Wemba"}).out).find(R"("relaxed":null)"),
            std::string::npos);
}

TEST_F(Ranking, SaysWhatEmptiesAnAnswer) {
  struct Row {
    const char *query, *advice;
  };
  const Row rows[] = {
      {"Wemba Zénith", "no article answers Zénith\n"},
      {"archippel", "no article answers archippel; did you mean archipel?"},
      {"Wemba ministrre", "no article answers ministrre; did you mean ministre?"},
      {"Wemba ministre", "without Wemba there are 2 articles"},
      {"Wemba ministre", "without ministre there is 1 article"},
      {"Wemba date:2018", "no article answers date:2018"},
  };
  for (const Row& row : rows) {
    const Finished finished = search({row.query});
    EXPECT_EQ(finished.exit_code, 1) << row.query;
    EXPECT_NE(finished.err.find(row.advice), std::string::npos) << row.query << ": " << finished.err;
  }
}

}  // namespace
}  // namespace depeche
