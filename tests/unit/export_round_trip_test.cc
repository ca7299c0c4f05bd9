// What is exported for IRaMuTeQ is read back: searcher/export/text_corpus.cc, corpus/formats/iramuteq.cc.

#include <sstream>

#include <gtest/gtest.h>

#include "searcher/export/export_form.h"
#include "tests/unit/export_articles.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

std::vector<Article> read_back(const std::vector<Article>& articles) {
  std::ostringstream file;
  for (size_t i = 0; i < articles.size(); ++i) write_iramuteq(articles[i], i + 1, file);
  std::vector<Article> out;
  const CorpusOptions options;
  for (const CorpusItem& item : read_bytes_as("a.txt", file.str()).items)
    if (const auto* record = std::get_if<Record>(&item)) {
      auto article = to_article(*record, options);
      if (auto* read = std::get_if<Article>(&article)) out.push_back(std::move(*read));
    }
  return out;
}

TEST(IramuteqRoundTrip, GivesTheSameArticles) {
  std::vector<Article> articles;
  for (const auto& [id, date, title] : std::vector<std::tuple<std::string, PartialDate, std::string>>{
           {"0123456789abcdef0123456789abcdef", {2019, 2, 13}, "La grève du port"},
           {"aex_1", {2019, 2, 0}, "Une usine ouvre ?"},
           {"aex_2", {2019, 0, 0}, ""},
           {"aex_3", {}, "Rien"}}) {
    Article article;
    article.id = id;
    article.source = "agence fils";
    article.section = "monde";
    article.title = title;
    article.text = title.empty() ? "Un seul paragraphe." : "L'été à Québec.\nUn « autre ».";
    if (!date.empty()) article.dates = {published_on(date)};
    articles.push_back(std::move(article));
  }
  const std::vector<Article> back = read_back(articles);
  ASSERT_EQ(back.size(), articles.size());
  for (size_t i = 0; i < back.size(); ++i) {
    SCOPED_TRACE(articles[i].id);
    EXPECT_EQ(back[i].id, articles[i].id);
    EXPECT_EQ(back[i].source, articles[i].source);
    EXPECT_EQ(back[i].section, articles[i].section);
    EXPECT_EQ(back[i].title, articles[i].title);
    EXPECT_EQ(back[i].text, articles[i].text);
    ASSERT_EQ(back[i].dates.size(), articles[i].dates.size());
    for (size_t k = 0; k < back[i].dates.size(); ++k)
      EXPECT_EQ(back[i].dates[k].value, articles[i].dates[k].value);
  }
}

TEST(IramuteqRoundTrip, KeepsHostileTextsApart) {
  const std::vector<Article> articles = hostile_articles();
  size_t with_text = 0;
  for (const Article& article : articles) with_text += !article.text.empty() || !article.title.empty();
  EXPECT_EQ(read_back(articles).size(), with_text);
}

}  // namespace
}  // namespace depeche
