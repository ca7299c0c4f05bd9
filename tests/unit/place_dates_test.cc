#include "indexer/place_dates.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/path_dates.h"

namespace depeche {
namespace {

std::optional<Day> day(const char* compact) { return parse_compact(compact); }

ArticleDate header_date(const char* edtf, DateKind kind = DateKind::kPublished) {
  ArticleDate date;
  date.kind = kind;
  date.value = *parse_edtf(edtf);
  date.basis = DateBasis::kHeader;
  date.span = Span{TextField::kHeader, 0, 5};
  date.evidence = "13/02";
  return date;
}

/// "value basis", with "?" where inferred.
std::string described(const ArticleDate& date) {
  return to_edtf(date.value, date.inferred) + " " + std::string(name_of(date.basis));
}

TEST(DatesInPath, AreReadFromNames) {
  struct Case {
    const char* path;
    const char* dates;  // nearest to the file first
  } const kCases[] = {
      {"", ""},
      {"a/b.txt", ""},
      {"corpus/2019/b.txt", "2019"},
      {"/srv/2019-02/b.txt", "2019-02"},
      {"2019_02_13/b.txt", "2019-02-13"},
      {"2019.02.13/b.txt", "2019-02-13"},
      {"20190213/b.txt", "2019-02-13"},
      {"13-02-2019/b.txt", "2019-02-13"},
      {"2019/02/b.txt", "2019-02"},
      {"2019/02/13/b.txt", "2019-02-13"},
      {"2019/2/3/b.txt", "2019-02-03"},
      {"2019-02/13/b.txt", "2019-02-13"},
      {"2019/02/13/14/b.txt", "2019-02-13"},
      {"2019/02/13.txt", "2019-02"},
      {"2019/13/b.txt", "2019"},
      {"2019/02/31/b.txt", "2019-02"},
      {"2018/2019-02/b.txt", "2019-02 2018"},
      {"x/depeche-2019-02-13.txt", "2019-02-13"},
      {"x/depeche_20190213T0910_fr.txt", "2019-02-13"},
      {"2018/depeche-2019-02-13.txt", "2019-02-13 2018"},
      {"afp-2019.jsonl", "2019"},
      {"archives 2019/b.txt", "2019"},
      {"archives-2017-2019/b.txt", "2019 2017"},
      {"1798/b.txt", "1798"},
      // an ordinal, a size, a season, an impossible or implausible year
      {"x/1999.txt", ""},
      {"x/depeche-1999.txt", ""},
      {"1080p/2000s/cop2015/b.txt", ""},
      {"saison-2018-19/b.txt", "2018"},
      {"2019-02-31/b.txt", "2019-02"},
      {"20190231/b.txt", ""},
      {"1599/2200/0000/9999/b.txt", ""},
      {"12345/201902131/b.txt", ""},
      {"é2019/b.txt", ""},
  };
  for (const Case& c : kCases) {
    std::string found;
    for (const PathDate& date : dates_in_path(c.path)) {
      found += (found.empty() ? "" : " ") + to_edtf(date.value);
      EXPECT_NE(std::string_view(c.path).find(date.text), std::string_view::npos);
    }
    EXPECT_EQ(found, c.dates) << c.path;
  }
}

TEST(PlaceDates, GivesTheYearByReferencePathOrMtime) {
  struct Case {
    const char* header;
    const char* path;
    const char* reference;
    const char* mtime;  // "" = not trusted
    const char* placed;
  } const kCases[] = {
      // the latest such day not after the reference
      {"XXXX-02-13", "b.txt", "20190301", "", "2019-02-13? reference"},
      {"XXXX-02-13", "b.txt", "20190213", "", "2019-02-13? reference"},
      {"XXXX-02-13", "b.txt", "20190212", "", "2018-02-13? reference"},
      {"XXXX-02-13", "b.txt", "20181231", "", "2018-02-13? reference"},
      {"XXXX-12-31", "b.txt", "20190101", "", "2018-12-31? reference"},
      {"XXXX-01-01", "b.txt", "20190101", "", "2019-01-01? reference"},
      {"XXXX-02-29", "b.txt", "20190301", "", "2016-02-29? reference"},
      {"XXXX-02-29", "b.txt", "20200229", "", "2020-02-29? reference"},
      {"XXXX-02-29", "b.txt", "20200228", "", "2016-02-29? reference"},
      {"XXXX-02-29", "b.txt", "19040228", "", "1896-02-29? reference"},
      {"XXXX-07-14", "b.txt", "17980713", "", "1797-07-14? reference"},
      {"XXXX-02-13", "b.txt", "00010101", "", "XXXX-02-13 header"},
      // it goes before the path and the file's time
      {"XXXX-02-13", "2015/b.txt", "20190301", "20170101", "2019-02-13? reference"},
      // the path
      {"XXXX-02-13", "2015/b.txt", "", "", "2015-02-13? path"},
      {"XXXX-02-13", "2015/b.txt", "", "20190301", "2015-02-13? path"},
      {"XXXX-02-13", "2015/2016-02/b.txt", "", "", "2016-02-13? path"},
      {"XXXX-02-13", "2016/02/13/b.txt", "", "", "2016-02-13? path"},
      {"XXXX-02-13", "2016-02-13/2017/b.txt", "", "", "2016-02-13? path"},
      {"XXXX-02-13", "2016/2017/b.txt", "", "", "2017-02-13? path"},
      {"XXXX-02-13", "depeche-2019-02-14.txt", "", "", "2019-02-13? path"},
      {"XXXX-12-31", "2019-01/b.txt", "", "", "2018-12-31? path"},
      {"XXXX-12-31", "2019/01/02/b.txt", "", "", "2018-12-31? path"},
      {"XXXX-01-01", "2018-12-31/b.txt", "", "", "2019-01-01? path"},
      {"XXXX-02-29", "2020/b.txt", "", "", "2020-02-29? path"},
      {"XXXX-02-29", "2019/b.txt", "", "", "XXXX-02-29 header"},
      {"XXXX-02-29", "2020/2019/b.txt", "", "", "2020-02-29? path"},
      // the file's time, only if trusted
      {"XXXX-02-13", "b.txt", "", "20190301", "2019-02-13? mtime"},
      {"XXXX-02-13", "b.txt", "", "20190201", "2018-02-13? mtime"},
      {"XXXX-02-13", "b.txt", "", "", "XXXX-02-13 header"},
      // a stated year stays
      {"2014-02-13", "2019/b.txt", "20190301", "20190301", "2014-02-13 header"},
      {"2014-02", "2019/b.txt", "20190301", "20190301", "2014-02 header"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::string(c.header) + " " + c.path + " " + c.reference + " " + c.mtime);
    for (const DateKind kind : {DateKind::kPublished, DateKind::kUpdated}) {
      Article article;
      article.origin.path = c.path;
      article.origin.modified = day(*c.mtime ? c.mtime : "20220222");
      article.dates = {header_date(c.header, kind)};
      const DatePlacement placement{.reference = day(c.reference), .trust_mtime = *c.mtime != '\0'};
      place_dates(article, placement);
      ASSERT_EQ(article.dates.size(), 1u);
      const ArticleDate& date = article.dates[0];
      EXPECT_EQ(described(date), c.placed);
      EXPECT_EQ(date.kind, kind);
      EXPECT_EQ(date.span, (Span{TextField::kHeader, 0, 5}));
      EXPECT_EQ(date.evidence, "13/02");
      EXPECT_EQ(date.inferred, date.confidence < 1);

      const std::string before = described(date);
      place_dates(article, placement);
      EXPECT_EQ(described(article.dates[0]), before);
    }
  }
}

TEST(PlaceDates, TrustsAgreementMore) {
  const auto confidence = [](const char* path) {
    Article article;
    article.origin.path = path;
    article.dates = {header_date("XXXX-02-13")};
    place_dates(article, {});
    return article.dates[0].confidence;
  };
  EXPECT_GT(confidence("2019-02-13/b.txt"), confidence("2019-02/b.txt"));
  EXPECT_GT(confidence("2019-02/b.txt"), confidence("2019/b.txt"));
  EXPECT_GT(confidence("2019/b.txt"), confidence("2019-05/b.txt"));
}

TEST(PlaceDates, DatesTheUndatedByAFullDayOnly) {
  struct Case {
    const char* path;
    const char* reference;
    bool trust_mtime;
    const char* date;
    const char* evidence;
  } const kCases[] = {
      {"2019/02/13/b.txt", "", false, "2019-02-13? path", "2019/02/13"},
      {"x/depeche-2019-02-13.txt", "", false, "2019-02-13? path", "2019-02-13"},
      {"2018-01-02/depeche-2019-02-13.txt", "", false, "2019-02-13? path", "2019-02-13"},
      {"2019-02-13/2020/b.txt", "", true, "2019-02-13? path", "2019-02-13"},
      {"2019-02/b.txt", "", false, "", ""},
      {"2019/b.txt", "20190301", false, "", ""},
      {"b.txt", "20190301", false, "", ""},
      {"b.txt", "", false, "", ""},
      {"b.txt", "", true, "2020-05-06? mtime", "2020-05-06"},
      {"2019/b.txt", "20190301", true, "2020-05-06? mtime", "2020-05-06"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.path);
    Article article;
    article.origin.path = c.path;
    article.origin.modified = day("20200506");
    const DatePlacement placement{.reference = day(c.reference), .trust_mtime = c.trust_mtime};
    for (int run = 0; run < 2; ++run) {
      place_dates(article, placement);
      ASSERT_EQ(article.dates.size(), *c.date ? 1u : 0u);
      if (!*c.date) continue;
      EXPECT_EQ(described(article.dates[0]), c.date);
      EXPECT_EQ(article.dates[0].evidence, c.evidence);
      EXPECT_EQ(article.dates[0].span, std::nullopt);
      EXPECT_EQ(article.dates[0].kind, DateKind::kPublished);
    }
  }
}

TEST(PlaceDates, MovesTheBestPublishedDateToTheFront) {
  Article article;
  article.dates = {header_date("2019-02-14", DateKind::kUpdated), header_date("XXXX-02-13"),
                   header_date("2019-02-12"), header_date("2019-02-11")};
  const auto order = [&] {
    std::string text;
    for (const ArticleDate& date : article.dates) text += to_edtf(date.value, date.inferred) + " ";
    return text;
  };
  place_dates(article, {});
  EXPECT_EQ(order(), "2019-02-12 2019-02-14 XXXX-02-13 2019-02-11 ");
  place_dates(article, {.reference = day("20190301"), .trust_mtime = false});
  EXPECT_EQ(order(), "2019-02-12 2019-02-14 2019-02-13? 2019-02-11 ");

  article.dates = {header_date("XXXX-02-13"), header_date("2019-02-14", DateKind::kUpdated)};
  article.origin.path = "2019/b.txt";
  place_dates(article, {});
  EXPECT_EQ(order(), "2019-02-13? 2019-02-14 ");
}

TEST(EventDates, AreTheFullDatesOfTheText) {
  Article article;
  article.text =
      "Réunis le 12 février 2019 à 9h, puis le 13/02, en mars 2019 et le 31 février 2019.\n"
      "Élu le 6 mai 2012, il a quitté ses fonctions le 14.05.2017.";
  article.header = "13 février 2019";
  article.dates = {header_date("2019-02-13")};
  for (int run = 0; run < 2; ++run) {
    add_event_dates(article);
    ASSERT_EQ(article.dates.size(), 4u);
  }
  const char* const kExpected[] = {"2019-02-12 text", "2012-05-06 text", "2017-05-14 text"};
  for (size_t i = 0; i < 3; ++i) {
    const ArticleDate& date = article.dates[i + 1];
    EXPECT_EQ(described(date), kExpected[i]);
    EXPECT_EQ(date.kind, DateKind::kEvent);
    EXPECT_EQ(date.confidence, 1);
    ASSERT_TRUE(date.span);
    EXPECT_EQ(date.span->field, TextField::kText);
    EXPECT_EQ(article.text.substr(date.span->begin, date.span->end - date.span->begin), date.evidence);
  }
  EXPECT_EQ(article.dates[1].minute, 9 * 60);
  EXPECT_EQ(article.dates[1].evidence, "12 février 2019 à 9h");
}

TEST(EventDates, LeaveTheDateOfADatelineInTheText) {
  Article article;
  article.text = "PEKIN, 13 février 2019 (Xinhua) -- Le 12 février 2019, la ville...";
  article.dates = {header_date("2019-02-13")};
  article.dates[0].span = Span{TextField::kText, 7, 23};
  add_event_dates(article);
  ASSERT_EQ(article.dates.size(), 2u);
  EXPECT_EQ(described(article.dates[1]), "2019-02-12 text");
}

}  // namespace
}  // namespace depeche
