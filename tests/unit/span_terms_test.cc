#include "indexer/span_terms.h"

#include <algorithm>
#include <random>
#include <set>

#include <gtest/gtest.h>
#include <xapian.h>

#include "searcher/date_terms.h"

namespace depeche {
namespace {

using std::chrono::sys_days;

DateSpan span(const char* edtf) { return *parse_edtf_span(edtf); }
Day day(const char* edtf) { return *parse_edtf(edtf)->first_day(); }
Day later(Day from, long days) { return Day(sys_days(from) + std::chrono::days(days)); }

std::string joined(const std::vector<std::string>& terms) {
  std::string text;
  for (const std::string& term : terms) text += (text.empty() ? "" : " ") + term;
  return text;
}

TEST(SpanTerms, OfDatesAndIntervals) {
  struct Case {
    const char* edtf;
    const char* terms;
  } const kCases[] = {
      {"2019-02-13", "XED20190213 XEM201902 XEY2019"},
      {"2019-02", "XEDM201902 XEY2019"},
      {"2019", "XEDY2019"},
      {"XXXX-02-13", "XEDMD XEDMD02 XEDMD0213"},
      {"2019-33", "XEDM201901 XEDM201902 XEDM201903 XEY2019"},
      {"201X", "XEDY2010 XEDY2011 XEDY2012 XEDY2013 XEDY2014 XEDY2015 XEDY2016 XEDY2017 XEDY2018 XEDY2019"},
      {"2018-12-30/2019-01-01", "XED20181230 XED20181231 XED20190101 XEM201812 XEM201901 XEY2018 XEY2019"},
      {"2018-12-31/2020-02-01",
       "XED20181231 XED20200201 XEDM202001 XEDY2019 XEM201812 XEM202002 XEY2018 "
       "XEY2020"},
      {"2016-02-28/2016-03-01", "XED20160228 XED20160229 XED20160301 XEM201602 XEM201603 XEY2016"},
      {"2019-02/..", "XEDM201902 XEY2019"},
      {"../2013", "XEDY2013"},
      {"1700-01-01/2019-12-31", "XED17000101 XED20191231 XEM170001 XEM201912 XEY1700 XEY2019"},
      {"9999-12-31/9999-12-31", "XED99991231 XEM999912 XEY9999"},
  };
  for (const Case& c : kCases) EXPECT_EQ(joined(span_terms(kEventPrefixes, span(c.edtf))), c.terms) << c.edtf;
  EXPECT_EQ(span_terms(kEventPrefixes, span("XXXX-02")).size(), 31u) << "29 days, the month, any";
  EXPECT_TRUE(span_terms(kEventPrefixes, {}).empty());
  EXPECT_TRUE(span_terms(kEventPrefixes, {{2019, 2, 31}, {}}).empty());
}

/// A vocabulary that holds the terms of one span only.
class OneSpan {
 public:
  explicit OneSpan(const DateSpan& dates) {
    Xapian::Document document;
    for (const std::string& term : span_terms(kEventPrefixes, dates)) document.add_boolean_term(term);
    database_.add_document(document);
  }
  bool found_by_range(Day first, Day last) const {
    return !range_terms(kEventPrefixes, first, last, Vocabulary(database_)).empty();
  }
  bool found_by_month_day(unsigned month, unsigned date) const {
    return !month_day_terms(kEventPrefixes, month, date, Vocabulary(database_)).empty();
  }

 private:
  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
};

// Against the days themselves: a range finds an interval exactly where they share a day.
TEST(SpanTerms, ARangeFindsWhatItMeets) {
  std::mt19937 random(1);
  const auto below = [&](long limit) {
    return static_cast<long>(random() % static_cast<unsigned long>(limit));
  };
  for (int round = 0; round < 400; ++round) {
    const Day first = later(day("2015-01-01"), below(1500));
    const Day last = later(first, below(round % 4 == 0 ? 3 : round % 4 == 1 ? 40 : 900));
    const OneSpan one({PartialDate::of(first), PartialDate::of(last)});
    for (int i = 0; i < 12; ++i) {
      const Day from = later(day("2014-06-01"), below(2600)), to = later(from, below(i % 2 ? 3 : 500));
      EXPECT_EQ(one.found_by_range(from, to), from <= last && first <= to)
          << to_compact(first) << ".." << to_compact(last) << " by " << to_compact(from) << ".."
          << to_compact(to);
    }
    for (const Day edge : {later(first, -1), first, last, later(last, 1)})
      EXPECT_EQ(one.found_by_range(edge, edge), first <= edge && edge <= last);
    const unsigned month = 1 + static_cast<unsigned>(below(12)), date = 1 + static_cast<unsigned>(below(28));
    bool holds = false;
    for (int year = 2014; year <= 2022; ++year) {
      const Day such = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(date);
      holds = holds || (first <= such && such <= last);
    }
    EXPECT_EQ(one.found_by_month_day(month, date), holds);
  }
}

TEST(SpanTerms, PartsOfAYearAreFoundByTheirDays) {
  for (const char* edtf : {"2018-22", "2018-24", "2019-33", "2019-41", "199X", "18XX", "2019-02", "2019"}) {
    const DateSpan dates = span(edtf);
    const OneSpan one(dates);
    const Day first = *dates.first_day(), last = *dates.last_day();
    for (const Day inside : {first, last, later(first, 20)})
      EXPECT_TRUE(one.found_by_range(inside, inside)) << edtf;
    for (const Day outside : {later(first, -1), later(last, 1)})
      EXPECT_FALSE(one.found_by_range(outside, outside)) << edtf;
  }
}

}  // namespace
}  // namespace depeche
