// The dates that a text speaks of: indexer/event_dates.h.

#include "indexer/event_dates.h"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace depeche {
namespace {

Day day(std::string_view compact) { return *parse_compact(compact); }

Article article_of(std::string_view edtf, std::string_view text) {
  Article article;
  article.text = text;
  if (edtf.empty()) return article;
  ArticleDate published;
  published.value = *parse_edtf(edtf);
  published.basis = DateBasis::kHeader;
  article.dates = {published};
  return article;
}

/// "12 février 2019 à 9h=2019-02-12 09:00 | mardi=2019-02-12?".
std::string events_of(const Article& article) {
  std::string out;
  for (const ArticleDate& date : article.dates) {
    if (date.kind != DateKind::kEvent) continue;
    if (!out.empty()) out += " | ";
    out += date.evidence + "=" + to_edtf(DateSpan{date.value, date.until}, date.inferred);
    if (date.minute) out += fmt::format(" {:02}:{:02}", *date.minute / 60, *date.minute % 60);
  }
  return out;
}

TEST(EventDates, CountFromThePublishedDay) {
  struct Case {
    const char *published, *text, *events;
  } const kCases[] = {
      {"2019-02-13",
       "Réunis le 12 février 2019 à 9h, puis mardi, en mars 2019 et le 31 février 2019. La veille, il était "
       "élu.",
       "le 12 février 2019 à 9h=2019-02-12 09:00 | mardi=2019-02-12? | mars 2019=2019-03 | La "
       "veille=2019-02-11?"},
      {"XXXX-02-13", "Réunis mardi, puis le 6 mai 2012 et hier.", "le 6 mai 2012=2012-05-06"},
      {"", "Réunis mardi, puis en 2012 et depuis 2014.", "2012=2012 | depuis 2014=2014/.."},
      {"2019-02", "Réunis mardi, puis en 2012.", "2012=2012"},
      {"2019-02-13", "Du 13 au 15 juillet 2018, entre 2016 et 2017, ces derniers jours.",
       "Du 13 au 15 juillet 2018=2018-07-13/2018-07-15 | entre 2016 et 2017=2016/2017"},
  };
  for (const Case& c : kCases) {
    Article article = article_of(c.published, c.text);
    for (int run = 0; run < 2; ++run) {
      add_event_dates(article, day("20190301"));
      EXPECT_EQ(events_of(article), c.events);
    }
  }
}

TEST(EventDates, NothingIsAfterTheRunUnlessTheTextSaysSo) {
  struct Case {
    const char *text, *events;
  } const kCases[] = {
      {"Il est arrivé vendredi.", "vendredi=2019-02-08?"},
      {"Le sommet aura lieu vendredi.", "vendredi=2019-02-15?"},
      {"Le sommet est prévu le 20 février.", "le 20 février=2019-02-20?"},
      {"Il est né un 20 février.", "20 février=2018-02-20?"},
      {"Ils se réuniront vendredi. Il est parti jeudi.", "vendredi=2019-02-15? | jeudi=2019-02-07?"},
      {"Il est attendu demain.", "demain=2019-02-14?"},
      {"Il chante à l'opéra vendredi.", "vendredi=2019-02-08?"},
      {"Le 20 février 2019, le procès.", "Le 20 février 2019=2019-02-20"},
  };
  for (const Case& c : kCases) {
    Article article = article_of("2019-02-13", c.text);
    add_event_dates(article, day("20190213"));
    EXPECT_EQ(events_of(article), c.events);
  }
}

TEST(EventDates, SayHowSureTheyAre) {
  Article article = article_of("2019-02-13", "Le 12 février 2019 ; mardi ; le 3 janvier ; le lendemain.");
  article.dates[0].inferred = true;
  article.dates[0].confidence = 0.5f;
  add_event_dates(article, day("20190301"));
  ASSERT_EQ(article.dates.size(), 5u);
  EXPECT_FLOAT_EQ(article.dates[1].confidence, 1);
  EXPECT_FLOAT_EQ(article.dates[2].confidence, 0.49f);
  EXPECT_FLOAT_EQ(article.dates[3].confidence, 0.495f);
  EXPECT_FLOAT_EQ(article.dates[4].confidence, 0.4f);
  for (size_t i = 1; i < 5; ++i) {
    const ArticleDate& date = article.dates[i];
    EXPECT_EQ(date.inferred, i > 1);
    EXPECT_EQ(date.basis, DateBasis::kText);
    ASSERT_TRUE(date.span);
    EXPECT_EQ(article.text.substr(date.span->begin, date.span->end - date.span->begin), date.evidence);
  }
}

TEST(EventDates, LeaveTheDateOfADatelineInTheText) {
  Article article =
      article_of("2019-02-13", "PEKIN, 13 février 2019 (Xinhua) -- Le 12 février 2019, la ville...");
  article.dates[0].span = Span{TextField::kText, 7, 23};
  add_event_dates(article, day("20190301"));
  EXPECT_EQ(events_of(article), "Le 12 février 2019=2019-02-12");
}

}  // namespace
}  // namespace depeche
