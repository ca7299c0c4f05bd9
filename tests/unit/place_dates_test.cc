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

/// All steps of placing, without other articles.
void place(Article& article, const DatePlacement& placement) {
  place_own_dates(article, placement);
  place_year(article, placement, DateEvidence());
}

DatePlacement placement_of(const char* reference, const char* mtime) {
  return {.reference = day(reference), .trust_mtime = *mtime != '\0', .now = *day("20261122")};
}

TEST(PlaceDates, GivesTheYearByReferencePathOrMtime) {
  struct Case {
    const char* header;
    const char* path;
    const char* reference;
    const char* mtime;  // "" = not trusted
    const char* placed;
  } const kCases[] = {
      // a bound: the latest such day is the likeliest
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
      {"XXXX-02-13", "b.txt", "", "20190301", "2019-02-13? mtime"},
      {"XXXX-02-13", "b.txt", "", "20190201", "2018-02-13? mtime"},
      // the least of them
      {"XXXX-02-13", "b.txt", "20190301", "20170101", "2016-02-13? mtime"},
      {"XXXX-02-13", "b.txt", "20170101", "20190301", "2016-02-13? reference"},
      {"XXXX-02-13", "b.txt", "20300101", "", "XXXX-02-13 header"},
      // never the answer where something says otherwise
      {"XXXX-02-13", "2015/b.txt", "20190301", "", "2015-02-13? path"},
      {"XXXX-02-13", "2015/b.txt", "20140301", "", "2014-02-13? reference"},
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
      // nothing that could tell
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
      const DatePlacement placement = placement_of(c.reference, c.mtime);
      place(article, placement);
      ASSERT_EQ(article.dates.size(), 1u);
      const ArticleDate& date = article.dates[0];
      EXPECT_EQ(described(date), c.placed);
      EXPECT_EQ(date.kind, kind);
      EXPECT_EQ(date.span, (Span{TextField::kHeader, 0, 5}));
      EXPECT_EQ(date.evidence, "13/02");
      EXPECT_EQ(date.inferred, date.confidence < 1);
      EXPECT_EQ(date.inferred, date.stated.has_value());
      for (const DateCandidate& candidate : date.candidates) {
        EXPECT_NE(candidate.value, date.value);
        EXPECT_GE(candidate.weight, 0.01f);
        EXPECT_FALSE(candidate.why.empty());
      }
      EXPECT_LE(date.candidates.size(), 8u);

      const Article before = article;
      place(article, placement);
      EXPECT_EQ(described(article.dates[0]), c.placed);
      unplace_dates(article);
      EXPECT_EQ(described(article.dates[0]), std::string(c.header) + " header");
      EXPECT_TRUE(article.dates[0].candidates.empty());
      place(article, placement);
      EXPECT_EQ(described(article.dates[0]), c.placed);
      EXPECT_EQ(article.dates[0].confidence, before.dates[0].confidence);
      EXPECT_EQ(article.dates[0].candidates.size(), before.dates[0].candidates.size());
    }
  }
}

TEST(PlaceDates, TrustsAgreementMore) {
  const auto confidence = [](const char* path) {
    Article article;
    article.origin.path = path;
    article.dates = {header_date("XXXX-02-13")};
    place(article, placement_of("", ""));
    return article.dates[0].confidence;
  };
  EXPECT_GT(confidence("2019-02-13/b.txt"), confidence("2019-02/b.txt"));
  EXPECT_GT(confidence("2019-02/b.txt"), confidence("2019/b.txt"));
  EXPECT_GT(confidence("2019/b.txt"), confidence("2019-05/b.txt"));
}

TEST(PlaceDates, AnotherDateOfTheArticleTellsTheYear) {
  struct Case {
    const char* stated;
    const char* yearless;
    const char* placed;
  } const kCases[] = {
      {"2019-02-14", "XXXX-02-13", "2019-02-13? header"},
      {"2019-01-01", "XXXX-12-31", "2018-12-31? header"},
      {"2018-12-31", "XXXX-01-01", "2019-01-01? header"},
  };
  for (const Case& c : kCases) {
    Article article;
    article.dates = {header_date(c.yearless), header_date(c.stated, DateKind::kUpdated)};
    place_own_dates(article, placement_of("", ""));
    EXPECT_FALSE(needs_year(article));
    EXPECT_EQ(described(article.dates[0]), c.placed);
  }
}

TEST(PlaceDates, DatesOfOneArticleStayTogether) {
  Article article;
  article.dates = {header_date("XXXX-12-31"), header_date("XXXX-12-31", DateKind::kUpdated),
                   header_date("XXXX-01-01", DateKind::kUpdated)};
  place(article, placement_of("20190301", ""));
  EXPECT_EQ(described(article.dates[0]), "2018-12-31? reference");
  EXPECT_EQ(described(article.dates[1]), "2018-12-31? reference");
  EXPECT_EQ(described(article.dates[2]), "2019-01-01? header");
  EXPECT_FALSE(article.dates[0].candidates.empty());
  EXPECT_TRUE(article.dates[1].candidates.empty());
}

TEST(PlaceDates, TheKeyHoldsWhatBoundsAMissingYear) {
  Article article;
  article.origin.path = "2015/b.txt";
  article.origin.modified = day("20200506");
  article.dates = {header_date("2014-02-13")};
  EXPECT_EQ(placement_key(article, placement_of("20190301", "x")), "");
  article.dates = {header_date("XXXX-02-13")};
  EXPECT_EQ(placement_key(article, placement_of("", "")), " path 2015");
  EXPECT_EQ(placement_key(article, placement_of("20190301", "x")),
            " reference 20190301 mtime 20200506 path 2015");
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
    const DatePlacement placement = placement_of(c.reference, c.trust_mtime ? "x" : "");
    for (int run = 0; run < 2; ++run) {
      place(article, placement);
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
  place(article, placement_of("", ""));
  EXPECT_EQ(order(), "2019-02-12 2019-02-14 2019-02-13? 2019-02-11 ");

  article.dates = {header_date("XXXX-02-13"), header_date("2019-02", DateKind::kPublished)};
  place(article, placement_of("", ""));
  EXPECT_EQ(order(), "2019-02 XXXX-02-13 ");
}

}  // namespace
}  // namespace depeche
