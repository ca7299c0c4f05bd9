#include "common/article_json.h"

#include <gtest/gtest.h>

#include "tests/unit/test_article.h"

namespace depeche {
namespace {

// Offsets are code points: « 𝄞 » is one, « É » is one. The form is part of the contract with other programs.
TEST(ArticleJson, EveryMemberInItsPlace) {
  EXPECT_EQ(
      to_line(to_json(full_article())),
      R"({"schema":1,"id":"exemple-1","title":"Été à Québec : la sûreté",)"
      R"("header":"Mis à jour à 09h10 le 13/02\nQUÉBEC, 12 février (Exemple) --",)"
      R"("text":"La ministre Éva Noël a parlé mardi.\nNoël a répondu à l’École : « s?reté ». 𝄞 Fin.",)"
      R"("source":"Exemple","section":"Monde","authors":["Jean Petit","Zoé Grand"],"language":"fr",)"
      R"("url":"https://example.org/é",)"
      R"("origin":{"path":"a/b.txt","record":3,"offset":4711,"encoding":"windows-1252"},)"
      R"("dates":[{"kind":"published","value":"2019-02-13","edtf":"2019-02-13?",)"
      R"("stated":"XXXX-02-13","precision":"day",)"
      R"("basis":"header",)"
      R"("inferred":true,"confidence":0.52,"why":"the path says so: 2019","field":"header","begin":0,"end":27,)"
      R"("text":"Mis à jour à 09h10 le 13/02",)"
      R"("candidates":[{"value":"2018-02-13","weight":0.39,"why":"the year before"},)"
      R"({"value":"2017-02-13","weight":0.1,"why":"two years before"}]},)"
      R"({"kind":"updated","value":"XXXX-02-12","edtf":"XXXX-02-12","stated":"XXXX-02-12","precision":"month_day",)"
      R"("basis":"dateline",)"
      R"("inferred":false,"confidence":1.0,"why":null,"field":"header","begin":36,"end":46,)"
      R"("text":"12 février","candidates":[]},)"
      R"({"kind":"event","value":"2019-02/2019-03-05","edtf":"2019-02/2019-03-05",)"
      R"("stated":"2019-02/2019-03-05","precision":"month",)"
      R"("basis":"path","inferred":false,)"
      R"("confidence":1.0,"why":null,"field":null,)"
      R"("begin":null,"end":null,"text":"2019/02","candidates":[]}],)"
      R"("mentions":[{"type":"LOC","field":"title","begin":6,"end":12,)"
      R"("text":"Québec","key":"quebec","link":null},)"
      R"({"type":"PER","field":"text","begin":12,"end":20,"text":"Éva Noël","key":"eva noel","link":null},)"
      R"({"type":"PER","field":"text","begin":36,"end":40,"text":"Noël","key":"eva noel","link":)"
      R"({"key":"eva noel","rule":"only full name ending so in this article","begin":12,"deduced":false,)"
      R"("agreeing":null,"articles":null}}],)"
      R"("references":[],)"
      R"("repairs":[{"field":"title","begin":18,"end":24,"original":"s?reté","readings":["sûreté"]},)"
      R"({"field":"text","begin":65,"end":71,"original":"s?reté","readings":["sûreté","sereté"]}]})");
}

TEST(ArticleJson, ReferencesAreNoNames) {
  Article article;
  article.text = "La cour de Douai juge. La cour relaxe.";
  article.mentions = {{EntityType::kOrganisation, {TextField::kText, 3, 16}, "cour de douai", {}},
                      {EntityType::kOrganisation,
                       {TextField::kText, 26, 30},
                       "cour de douai",
                       MentionLink{"cour de douai", kReferenceRule, 3}}};
  const Json json = to_json(article);
  ASSERT_EQ(json["mentions"].size(), 1U);
  EXPECT_EQ(json["mentions"][0]["text"], "cour de Douai");
  ASSERT_EQ(json["references"].size(), 1U);
  EXPECT_EQ(json["references"][0]["text"], "cour");
  EXPECT_EQ(json["references"][0]["link"]["begin"], 3);
}

TEST(ArticleJson, AbsentValuesAreNull) {
  EXPECT_EQ(
      to_line(to_json(Article())),
      R"({"schema":1,"id":"","title":null,"header":null,"text":null,"source":null,"section":null,)"
      R"("authors":[],"language":null,"url":null,)"
      R"("origin":{"path":"","record":1,"offset":0,"encoding":null},"dates":[],"mentions":[],"references":[],"repairs":[]})");
}

TEST(ArticleJson, OffsetsOfALongText) {
  Article article;
  for (int i = 0; i < 1000; ++i) {
    const auto begin = static_cast<uint32_t>(article.text.size());
    article.text += i % 3 == 0 ? "é " : i % 3 == 1 ? "𝄞 " : "e ";
    article.mentions.push_back({EntityType::kOther, {TextField::kText, begin, begin + 1}, "", {}});
    article.mentions.back().span.end = static_cast<uint32_t>(article.text.size()) - 1;
  }
  const Json mentions = to_json(article)["mentions"];
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(mentions[i]["begin"], 2 * i);
    EXPECT_EQ(mentions[i]["end"], 2 * i + 1);
  }
}

TEST(Json, ALineIsSafeOnATerminal) {
  struct Case {
    std::string text, line;
  };
  const Case cases[] = {
      {"été", R"("été")"},
      {"a\nb\t\x1b[31m", R"("a\nb\t\u001b[31m")"},
      {"\x7f", R"("\u007f")"},
      {"\xc2\x80\xc2\x9f\xc2\xa0", "\"\\u0080\\u009f\xc2\xa0\""},
      {"\u202e\u200f\u061c\u2069\ufeff", R"("\u202e\u200f\u061c\u2069\ufeff")"},
      {"a\xff"
       "b",
       "\"a\uFFFD"
       "b\""},
      {"\xed\xa0\x80", "\"\uFFFD\uFFFD\uFFFD\""},
      {"\"\\/", R"("\"\\/")"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(to_line(c.text), c.line);
  }
}

TEST(Json, EscapesReadBack) {
  const std::string text = "a\u202e\x7f\u0085\ufeff\u200e z";
  EXPECT_EQ(Json::parse(to_line(Json{{"k", text}}))["k"], text);
}

TEST(Json, ADocumentIsIndentedByOne) { EXPECT_EQ(to_document(Json{{"a", {1}}}), "{\n \"a\": [\n  1\n ]\n}"); }

}  // namespace
}  // namespace depeche
