#include "common/dates/matcher.h"

#include <algorithm>
#include <utility>

#include "common/dates/meaning.h"
#include "common/dates/numerals.h"

namespace depeche {
namespace {

using Base = TimeMeaning::Base;
using Type = TimeExpression::Type;
using Kind = TimeToken::Kind;

constexpr size_t kMaxDepth = 4;  // of expressions inside expressions
constexpr int kUnknown = -2, kNothing = -1;

/// The classes that rules begin with.
constexpr char kFirstClasses[] = {'A', 'Y', 'R', 'H', 'M', 'S', 'O', 'W', 'U', 'N', 'V', 'D', 'T'};

/// Whether an element can take more than one token.
bool is_long(const TimeElement& element) {
  for (const char name : element.classes)
    if (name == 'U' || name == 'H' || name == 'D' || name == 'N' || name == 'X') return true;
  return false;
}

/// Whether a time of day can belong to it: it is a day.
bool may_have_time(const TimeExpression& expression) {
  const TimeMeaning& meaning = expression.meaning;
  if (expression.type != Type::kDate) return false;
  switch (meaning.base) {
    case Base::kDate:
      return meaning.date.day != 0;
    case Base::kWeekday:
    case Base::kDayOfMonth:
    case Base::kHoliday:
      return true;
    case Base::kUnit:
      return meaning.unit == TimeUnit::kDay;
    default:
      return false;
  }
}

/// A cheap look at the first token, before captures are copied.
bool may_be(const TimeToken& begin, const TimeElement& element) {
  if (begin.kind == Kind::kWord && begin.word->literal && element.has(begin.word->literal)) return true;
  return (begin.classes & element.begins) != 0;
}

bool takes_hyphen(const TimeElement& element) {
  return std::find(element.classes.begin(), element.classes.end(), '-') != element.classes.end();
}

}  // namespace

void TimeMatcher::start() {
  memory_.assign(tokens_.size() * (kMaxDepth + 1), kUnknown);
  found_.clear();
  kept_.clear();
}

const TimeMatch* TimeMatcher::expression(size_t first, size_t depth) {
  int& known = memory_[first * (kMaxDepth + 1) + depth];
  if (known != kUnknown) return known == kNothing ? nullptr : &found_[size_t(known)];
  std::optional<TimeMatch> best = longest(first, depth);
  while (best) {
    const size_t end = best->end;
    add_tail(*best, depth);
    if (best->end == end) break;
  }
  known = best ? int(found_.size()) : kNothing;
  return best ? &found_.emplace_back(std::move(*best)) : nullptr;
}

const TimeToken* TimeMatcher::token(size_t at) const { return at < tokens_.size() ? &tokens_[at] : nullptr; }

std::optional<TimeMatch> TimeMatcher::longest(size_t first, size_t depth) {
  std::optional<TimeMatch> best;
  const TimeToken& begin = tokens_[first];
  const unsigned short literal = begin.kind == Kind::kWord ? begin.word->literal : 0;
  if (literal)
    for (const size_t row : time_tables().beginning_with(literal))
      try_rule(time_tables().rules()[row], first, depth, best);
  if ((begin.classes & ~class_bit('X')) == 0) return best;
  for (const char name : kFirstClasses)
    if (begin.classes & class_bit(name))
      for (const size_t row : time_tables().beginning_with_class(name))
        try_rule(time_tables().rules()[row], first, depth, best);
  return best;
}

void TimeMatcher::try_rule(const TimeTables::Row& row, size_t first, size_t depth,
                           std::optional<TimeMatch>& best) {
  if (!may_follow(row.pattern, first)) return;
  TimeCaptures captures;
  size_t end = first;
  if (!match(row.pattern, 0, end, captures, depth)) return;
  if (best && end <= best->end) return;
  TimeMatch found{end, {}, row.rule->guard};
  if (make_expression(*row.rule, captures, found.expression)) best = std::move(found);
}

bool TimeMatcher::may_follow(const TimePattern& elements, size_t first) const {
  if (elements.size() < 2 || elements[1].optional) return true;
  if (tokens_[first].kind == Kind::kWord && tokens_[first].word->count)
    return true;  // may be of several words
  const TimeToken* second = token(first + 1);
  return second && (second->kind == Kind::kHyphen || may_be(*second, elements[1]) || is_long(elements[0]));
}

bool TimeMatcher::begins_tail(size_t at, const TimeElement& first) const {
  return first.optional || tokens_[at].kind == Kind::kHyphen || may_be(tokens_[at], first);
}

void TimeMatcher::add_tail(TimeMatch& best, size_t depth) {
  size_t longest_end = best.end;
  TimeExpression longest_expression;
  for (const TimeTables::Row& row : time_tables().tails()) {
    if (best.end >= tokens_.size() || !begins_tail(best.end, row.pattern.front())) continue;
    const bool interval = row.rule->act == TimeAct::kInterval;
    if (interval && best.expression.type != Type::kDate) continue;
    if (interval && depth > 0) continue;
    TimeCaptures captures;
    if (interval) captures.parts.push_back(&best.expression);
    size_t end = best.end;
    if (!match(row.pattern, 0, end, captures, depth) || end <= longest_end) continue;
    TimeExpression extended = best.expression;
    if (interval) {
      if (!make_expression(*row.rule, captures, extended)) continue;
    } else {
      if (!may_have_time(extended)) continue;
      if (!captures.days.empty()) {  // « à 18 heures 30 »
        if (captures.days.front() > 23 || captures.count > 59) continue;
        captures.minute = static_cast<uint16_t>(captures.days.front() * 60 + unsigned(captures.count));
      }
      if (captures.minute) extended.minute = captures.minute;
      if (captures.day_part != TimeMeaning::DayPart::kNone ||
          row.rule->meaning.day_part != TimeMeaning::DayPart::kNone)
        extended.meaning.day_part =
            captures.day_part != TimeMeaning::DayPart::kNone ? captures.day_part : row.rule->meaning.day_part;
    }
    longest_end = end;
    longest_expression = extended;
  }
  if (longest_end == best.end) return;
  best.end = longest_end;
  best.expression = longest_expression;
  best.guard = TimeGuard::kNone;
}

bool TimeMatcher::read_class(char name, size_t& at, TimeCaptures& captures, size_t depth) {
  const TimeToken* begin = token(at);
  if (!begin) return false;
  if (name == 'X') return read_part(at, captures, depth);
  if (!(begin->classes & class_bit(name))) return false;
  switch (name) {
    case 'A':
      return read_date(*begin, at, captures);
    case 'Y':
      captures.years.push_back(begin->number);
      break;
    case 'R':
      captures.numbers.push_back(begin->number);
      break;
    case 'H':
      return read_holiday(at, captures);
    case 'M':
      captures.month = begin->word->month;
      break;
    case 'S':
      captures.season = begin->word->season;
      break;
    case 'O':
      captures.ordinal = begin->kind == Kind::kWord ? begin->word->ordinal : int(begin->number);
      captures.plural = begin->kind == Kind::kWord && begin->word->text.ends_with('s');
      break;
    case 'W':
      captures.weekday = begin->word->weekday;
      break;
    case 'U':
      return read_unit(at, captures);
    case 'N': {
      const TimeCount count = read_count(tokens_, at);
      if (!count.value) return false;
      captures.count = count.value;
      captures.spelled_count = count.spelled;
      at = count.end;
      return true;
    }
    case 'D':
      return read_day(at, captures);
    case 'T':
      captures.minute =
          static_cast<uint16_t>(begin->kind == Kind::kClock ? begin->number : begin->word->clock);
      break;
    case 'P':
      captures.day_part = begin->word->day_part;
      break;
    default:
      break;
  }
  ++at;
  return true;
}

bool TimeMatcher::read_part(size_t& at, TimeCaptures& captures, size_t depth) {
  if (depth >= kMaxDepth || at >= tokens_.size()) return false;
  const TimeMatch* part = expression(at, depth + 1);
  if (!part || part->expression.type != Type::kDate) return false;
  at = part->end;
  captures.parts.push_back(&part->expression);
  return true;
}

bool TimeMatcher::read_date(const TimeToken& begin, size_t& at, TimeCaptures& captures) {
  const DateExpression& date = island_.dates[begin.number];
  if (!date.value.possible()) return false;
  TimeExpression expression;
  expression.meaning = {.base = Base::kDate, .date = date.value, .weekday = date.weekday.value_or(0)};
  expression.minute = date.minute;
  captures.parts.push_back(&kept_.emplace_back(expression));
  ++at;
  return true;
}

bool TimeMatcher::read_unit(size_t& at, TimeCaptures& captures) {
  const TimeWord& word = *token(at)->word;
  captures.unit = word.unit;
  captures.plural = captures.plural || (word.unit != TimeUnit::kMonth && word.text.ends_with('s'));
  ++at;
  if (word.unit != TimeUnit::kNone) return true;
  if (const TimeToken* hyphen = token(at); hyphen && hyphen->kind == Kind::kHyphen) ++at;
  const TimeToken* end = token(at);
  if (!end || !(is_word(*end, "end") || is_word(*end, "ends"))) return false;
  ++at;
  captures.unit = TimeUnit::kWeekend;
  return true;
}

bool TimeMatcher::read_day(size_t& at, TimeCaptures& captures) {
  const TimeToken& begin = *token(at);
  if (begin.kind == Kind::kNumber) {
    captures.days.push_back(begin.number);
    ++at;
    return true;
  }
  if (begin.word->ordinal == 1) {
    captures.days.push_back(1);
    ++at;
    return true;
  }
  const TimeCount count = read_count(tokens_, at);
  if (count.value < 1 || count.value > 31) return false;
  captures.days.push_back(unsigned(count.value));
  at = count.end;
  return true;
}

bool TimeMatcher::read_holiday(size_t& at, TimeCaptures& captures) {
  size_t best = at;
  for (size_t i = 0; i < time_tables().holidays().size(); ++i) {
    size_t end = at;
    TimeCaptures none;
    if (!match(time_tables().holidays()[i], 0, end, none, kMaxDepth) || end <= best) continue;
    best = end;
    captures.holiday = unsigned(i);
  }
  const bool found = best > at;
  at = best;
  return found;
}

bool TimeMatcher::read_element(const TimeElement& element, size_t& at, TimeCaptures& captures, size_t depth) {
  const TimeToken* begin = token(at);
  if (!begin) return false;
  if (begin->kind == Kind::kWord && begin->word->literal && element.has(begin->word->literal)) {
    if (begin->word->unit != TimeUnit::kNone) captures.unit = begin->word->unit;
    captures.half = captures.half || begin->word->text.starts_with("demi");
    ++at;
    return true;
  }
  for (const char name : element.classes) {
    size_t end = at;
    if (!read_class(name, end, captures, depth)) continue;
    at = end;
    return true;
  }
  return false;
}

bool TimeMatcher::match(const TimePattern& elements, size_t index, size_t& at, TimeCaptures& captures,
                        size_t depth) {
  for (; index < elements.size(); ++index) {
    const TimeElement& element = elements[index];
    // Between words there are blanks, or hyphens that no rule asks for.
    size_t place = at;
    if (const TimeToken* hyphen = token(place); hyphen && index > 0 && hyphen->kind == Kind::kHyphen &&
                                                !hyphen->spaced && place + 1 < tokens_.size() &&
                                                !tokens_[place + 1].spaced && !takes_hyphen(element) &&
                                                joins_words(place))
      ++place;
    if (place >= tokens_.size() || !may_be(tokens_[place], element)) {
      if (element.optional) continue;
      return false;
    }
    if (element.optional) {
      TimeCaptures with = captures;
      size_t end = place;
      if (read_element(element, end, with, depth) && match(elements, index + 1, end, with, depth)) {
        captures = std::move(with);
        at = end;
        return true;
      }
      continue;
    }
    if (!read_element(element, place, captures, depth)) return false;
    at = place;
  }
  return true;
}

bool TimeMatcher::joins_words(size_t hyphen) const {
  return tokens_[hyphen - 1].kind == Kind::kWord && tokens_[hyphen + 1].kind == Kind::kWord;
}

}  // namespace depeche
