#include "common/dates/list.h"

#include "common/dates/numerals.h"

namespace depeche {

namespace {

using Base = TimeMeaning::Base;
using Kind = TimeToken::Kind;

/// One member of a list: a day with its weekday, or a month.
struct Member {
  TimeMeaning meaning = {};
  size_t begin = 0, end = 0;  // tokens
};

}  // namespace

std::vector<TimeExpression> match_list(const TimeIsland& island, size_t first, size_t& end) {
  const std::vector<TimeToken>& tokens = island.tokens;
  const auto is_one = [&](size_t at, auto... texts) {
    return at < tokens.size() && (is_word(tokens[at], texts) || ...);
  };
  std::vector<Member> members;
  size_t at = first;
  for (;;) {
    if (!members.empty() && is_one(at, "le", "les")) ++at;
    if (at >= tokens.size()) return {};
    Member member{.begin = at};
    if (tokens[at].kind == Kind::kDate) {
      const DateExpression& date = island.dates[tokens[at].number];
      const bool months = members.size() && members.front().meaning.date.month;
      if (members.empty() || !date.value.possible() || (months ? date.value.day != 0 : date.value.day == 0))
        return {};
      std::vector<TimeExpression> list;
      members.push_back(
          {{.base = Base::kDate, .date = date.value, .weekday = date.weekday.value_or(0)}, at, at + 1});
      for (Member& one : members) {
        if (!months) one.meaning.date.month = date.value.month;
        one.meaning.date.year = date.value.year;
        TimeExpression expression;
        expression.begin = tokens[one.begin].begin;
        expression.end = tokens[one.end - 1].end;
        expression.meaning = one.meaning;
        list.push_back(expression);
      }
      list.back().minute = date.minute;
      end = at + 1;
      return list;
    }
    member.meaning.base = Base::kDate;
    const TimeWord* word = tokens[at].kind == Kind::kWord ? tokens[at].word : nullptr;
    if (word && word->weekday && at + 1 < tokens.size()) {
      member.meaning.weekday = word->weekday;
      word = nullptr;
      ++at;
    }
    if (tokens[at].kind == Kind::kNumber && tokens[at].figures <= 2 && tokens[at].number >= 1 &&
        tokens[at].number <= 31)
      member.meaning.date.day = tokens[at].number;
    else if (word && word->month && !member.meaning.weekday)
      member.meaning.date.month = word->month;
    else
      return {};
    if (!members.empty() && (members.front().meaning.date.month != 0) != (member.meaning.date.month != 0))
      return {};
    member.end = ++at;
    members.push_back(member);
    if (at >= tokens.size() || members.size() > 31) return {};
    if (tokens[at].kind == Kind::kComma || is_one(at, "et", "ou", "puis"))
      ++at;
    else
      return {};
    if (is_one(at, "et", "ou")) ++at;
  }
}

}  // namespace depeche
