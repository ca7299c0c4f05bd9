#include "common/dates/grammar.h"

#include <algorithm>
#include <array>
#include <deque>

namespace depeche {
namespace {

using Base = TimeMeaning::Base;
using Type = TimeExpression::Type;
using Kind = TimeToken::Kind;

constexpr size_t kMaxDepth = 4;  // of expressions inside expressions

/// One element of a pattern.
struct Element {
  std::vector<char> classes;
  TimeClasses begins = 0;  // the same as a set
  std::vector<unsigned short> literals;
  bool optional = false;

  bool has(unsigned short literal) const {
    return std::find(literals.begin(), literals.end(), literal) != literals.end();
  }
};

struct Pattern {
  std::vector<Element> elements;
};

Pattern compile(std::string_view text) {
  Pattern pattern;
  for (size_t pos = 0; pos < text.size();) {
    size_t end = std::min(text.find(' ', pos), text.size());
    std::string_view row = text.substr(pos, end - pos);
    pos = end + 1;
    Element element;
    element.optional = row.ends_with('?');
    if (element.optional) row.remove_suffix(1);
    while (!row.empty()) {
      const size_t bar = std::min(row.find('|'), row.size());
      const std::string_view name = row.substr(0, bar);
      if (name[0] >= 'a' && name[0] <= 'z')
        element.literals.push_back(literal_number(name));
      else
        element.classes.push_back(name[0]), element.begins |= class_bit(name[0]);
      row.remove_prefix(std::min(bar + 1, row.size()));
    }
    pattern.elements.push_back(std::move(element));
  }
  return pattern;
}

/// What a pattern can take twice at most. A vector would allocate for every rule that is tried.
template <typename T>
class Pair {
 public:
  void push_back(T value) { items_[size_++] = value; }
  bool empty() const { return size_ == 0; }
  size_t size() const { return size_; }
  T front() const { return items_[0]; }
  T operator[](size_t i) const { return items_[i]; }
  const T* begin() const { return items_.data(); }
  const T* end() const { return items_.data() + size_; }

 private:
  std::array<T, 2> items_{};
  size_t size_ = 0;
};

/// What the elements of a pattern took from the tokens.
struct Captures {
  Pair<unsigned> days;                // D
  Pair<unsigned> years;               // Y
  Pair<unsigned> numbers;             // R
  Pair<const TimeExpression*> parts;  // X, A
  int count = 0;                      // N
  int ordinal = 0;
  TimeUnit unit = TimeUnit::kNone;
  unsigned weekday = 0, month = 0, season = 0, holiday = 0;
  std::optional<uint16_t> minute;
  TimeMeaning::DayPart day_part = TimeMeaning::DayPart::kNone;
  bool spelled_count = false;
  bool plural = false;  // of U
};

/// The compiled tables, with the rules by what they can begin with.
class Tables {
 public:
  Tables() {
    for (const TimeRule& rule : time_rules()) rules_.push_back({compile(rule.pattern), &rule});
    for (const TimeRule& rule : time_tails()) tails_.push_back({compile(rule.pattern), &rule});
    for (const Holiday& holiday : depeche::holidays()) holidays_.push_back(compile(holiday.pattern));
    for (size_t i = 0; i < rules_.size(); ++i) {
      const Element& first = rules_[i].pattern.elements.front();
      for (const unsigned short literal : first.literals) {
        if (by_literal_.size() <= literal) by_literal_.resize(literal + 1u);
        by_literal_[literal].push_back(i);
      }
      for (const char name : first.classes) by_class_[static_cast<unsigned char>(name)].push_back(i);
    }
  }

  struct Row {
    Pattern pattern;
    const TimeRule* rule;
  };
  const std::vector<Row>& rules() const { return rules_; }
  const std::vector<Row>& tails() const { return tails_; }
  const std::vector<Pattern>& holidays() const { return holidays_; }
  const std::vector<size_t>& beginning_with(unsigned short literal) const {
    static const std::vector<size_t> kNone;
    return literal < by_literal_.size() ? by_literal_[literal] : kNone;
  }
  const std::vector<size_t>& beginning_with_class(char name) const {
    return by_class_[static_cast<unsigned char>(name)];
  }

 private:
  std::vector<Row> rules_, tails_;
  std::vector<Pattern> holidays_;
  std::vector<std::vector<size_t>> by_literal_;  // of literal 0: none
  std::array<std::vector<size_t>, 128> by_class_;
};

/// The classes that rules begin with.
constexpr char kFirstClasses[] = {'A', 'Y', 'R', 'H', 'M', 'S', 'O', 'W', 'U', 'N', 'V', 'D', 'T'};

const Tables& tables() {
  static const Tables compiled;
  return compiled;
}

bool is_literal(const TimeToken& token, std::string_view text) {
  return token.kind == Kind::kWord && token.word->text == text;
}

/// A number in figures or words from `at` on: « 3 », « vingt et un », « une dizaine de ». 0 if there is none.
struct Count {
  int value = 0;
  size_t end = 0;
  bool spelled = false;
};

Count read_count(const std::vector<TimeToken>& tokens, size_t at) {
  if (at >= tokens.size()) return {};
  if (tokens[at].kind == Kind::kNumber && !tokens[at].ordinal)
    return {int(std::min(tokens[at].number, 100000u)), at + 1, false};
  Count count{0, at, true};
  for (;;) {
    // « dix-huit »
    if (count.value && count.end + 1 < tokens.size() && tokens[count.end].kind == Kind::kHyphen &&
        !tokens[count.end].spaced && tokens[count.end + 1].kind == Kind::kWord &&
        tokens[count.end + 1].word->count && tokens[count.end + 1].word->unit == TimeUnit::kNone)
      ++count.end;
    if (count.end >= tokens.size() || tokens[count.end].kind != Kind::kWord) break;
    const TimeWord& word = *tokens[count.end].word;
    if (word.text == "et" && count.value >= 20 && count.end + 1 < tokens.size() &&
        tokens[count.end + 1].kind == Kind::kWord && tokens[count.end + 1].word->count == 1) {
      ++count.end;
      continue;
    }
    if (word.count == 0 || (word.unit != TimeUnit::kNone && count.value != 1)) break;
    if (word.text == "vingt" || word.text == "vingts")
      count.value = count.value == 4 ? 80 : count.value + 20;
    else if (word.count >= 10 && count.value == 1)
      count.value = word.count;  // « une dizaine »
    else if (count.value != 0 && (word.count >= 20 || count.value % 10 != 0) && count.value != 60 &&
             count.value != 80)
      break;
    else
      count.value += word.count;
    ++count.end;
    const bool group = word.text.ends_with("aine");
    if (group) {
      if (count.end < tokens.size() &&
          (is_literal(tokens[count.end], "de") || is_literal(tokens[count.end], "d")))
        ++count.end;
      break;
    }
  }
  return count.value ? count : Count{};
}

bool make(const TimeRule& rule, const Captures& captures, TimeExpression& out);

/// « huit jours » and « quinze jours » are one week and two.
int idiomatic_days(const Captures& captures) {
  if (!captures.spelled_count || captures.unit != TimeUnit::kDay) return captures.count;
  return captures.count == 8 ? 7 : captures.count == 15 ? 14 : captures.count;
}

bool set_meaning(const TimeRule& rule, const Captures& captures, TimeMeaning& meaning) {
  if (!captures.parts.empty()) {
    const TimeMeaning::Which which = meaning.which;
    meaning = captures.parts.front()->meaning;
    meaning.which = which;
    if (!captures.days.empty() && (meaning.date.day || !meaning.date.month)) return false;
  }
  if (meaning.unit == TimeUnit::kNone) meaning.unit = captures.unit;
  meaning.day_part = captures.day_part != TimeMeaning::DayPart::kNone ? captures.day_part : meaning.day_part;
  if (!captures.days.empty()) meaning.date.day = captures.days.front();
  if (captures.weekday) meaning.weekday = captures.weekday;
  if (captures.month) meaning.date.month = captures.month;
  if (captures.season) meaning.date.month = captures.season;
  if (!captures.years.empty()) meaning.date.year = int(captures.years.front());
  switch (meaning.base) {
    case Base::kWeekday:
      if (rule.meaning.which == TimeMeaning::Which::kComing) {
        if (meaning.date.day != 8 && meaning.date.day != 15) return false;
        meaning.then_steps = int(meaning.date.day) - 1;
        meaning.date.day = 0;
      }
      return true;
    case Base::kShift:
    case Base::kUnits:
      meaning.steps *= idiomatic_days(captures);
      return captures.count > 0;
    case Base::kHoliday:
      meaning.holiday = captures.holiday;
      return true;
    case Base::kCenturyNumber:
      meaning.steps = captures.numbers.empty() ? captures.ordinal : int(captures.numbers.front());
      return meaning.steps >= 1 && meaning.steps <= 30;
    case Base::kDecadeNumber:
      meaning.date.year = captures.count;
      return captures.count % 10 == 0 && ((captures.count >= 10 && captures.count < 100) ||
                                          (captures.count >= 1000 && captures.count < 3000));
    case Base::kWeekNumber:
      meaning.steps = int(meaning.date.day);
      meaning.date.day = 0;
      meaning.unit = TimeUnit::kNone;
      return meaning.steps >= 1 && meaning.steps <= 53;
    case Base::kDate:
      if (rule.meaning.unit == TimeUnit::kQuarter) {  // « T1 2019 »
        if (captures.days.front() > 4) return false;
        meaning.date.month = 32 + captures.days.front();
        meaning.date.day = 0;
      }
      if (captures.month && captures.count) {  // « mai 68 »
        if (captures.count < 32 || captures.count > 99 || captures.spelled_count) return false;
        meaning.date.year = 1900 + captures.count;
      }
      if (captures.ordinal) {  // « 1er trimestre »
        const unsigned last = captures.unit == TimeUnit::kQuarter ? 4 : 2;
        if (captures.ordinal < 0 || unsigned(captures.ordinal) > last) return false;
        meaning.date.month = (last == 4 ? 32 : 39) + unsigned(captures.ordinal);
        meaning.unit = TimeUnit::kNone;
      }
      if (captures.years.size() == 2 && captures.years[1] != captures.years[0] + 1) return false;
      if (rule.meaning.which != TimeMeaning::Which::kNearest && meaning.date.year) return false;
      meaning.unit = TimeUnit::kNone;
      return true;
    default:
      return true;
  }
}

/// What the end of an interval says for both: « du 13 au 15 juillet 2019 ».
void complete(TimeMeaning& from, const TimeMeaning& until) {
  if (until.base != Base::kDate) return;
  if (from.base == Base::kDayOfMonth && until.date.month && until.date.month <= 12) {
    from.base = Base::kDate;
    from.date.month = until.date.month;
    from.date.year = until.date.year;
  } else if (from.base == Base::kDate && !from.date.year && until.date.year) {
    from.date.year = until.date.year - (from.date.month > until.date.month ? 1 : 0);
  }
}

bool make_interval(const Captures& captures, TimeExpression& out) {
  std::vector<TimeMeaning> ends;
  if (captures.numbers.size() == 2) {
    for (const unsigned number : captures.numbers)
      ends.push_back({.base = Base::kCenturyNumber, .steps = int(number)});
  } else {
    for (const unsigned day : captures.days)
      ends.push_back({.base = Base::kDayOfMonth, .date = {0, 0, day}, .weekday = captures.weekday});
    for (const TimeExpression* part : captures.parts) ends.push_back(part->meaning);
    if (captures.month && !ends.empty()) {
      ends.back().base = Base::kDate;
      ends.back().date.month = captures.month;
      if (!captures.years.empty()) ends.back().date.year = int(captures.years.front());
    }
  }
  if (ends.size() != 2) return false;
  complete(ends[0], ends[1]);
  out.type = Type::kInterval;
  out.meaning = ends[0];
  out.until = ends[1];
  return true;
}

bool make(const TimeRule& rule, const Captures& captures, TimeExpression& out) {
  if (rule.act == TimeAct::kInterval) return make_interval(captures, out);
  if (rule.act == TimeAct::kSet) {
    out.type = rule.type;
    out.meaning = rule.meaning;
    out.minute = captures.minute;
    if (!captures.parts.empty()) out.minute = captures.parts.front()->minute;
    if (rule.type == Type::kVague) return true;
    if (rule.meaning.base == Base::kUnit && captures.plural) {  // « les années à venir »
      out.type = Type::kVague;
      out.meaning = {};
      return true;
    }
    return set_meaning(rule, captures, out.meaning);
  }
  const std::optional<uint16_t> minute = captures.minute ? captures.minute : captures.parts.front()->minute;
  out = *captures.parts.front();
  out.type = rule.type;
  out.minute = minute;
  TimeMeaning& meaning = out.meaning;
  switch (rule.act) {
    case TimeAct::kPart:
      if (meaning.part != TimeMeaning::Part::kWhole && rule.meaning.part != TimeMeaning::Part::kWhole)
        return false;
      if (rule.meaning.part != TimeMeaning::Part::kWhole) meaning.part = rule.meaning.part;
      return true;
    case TimeAct::kMove:
      if (meaning.then_steps) return false;
      meaning.then_steps =
          captures.count ? rule.meaning.then_steps * idiomatic_days(captures) : rule.meaning.then_steps;
      meaning.then_unit = captures.count ? captures.unit : rule.meaning.then_unit;
      return true;
    case TimeAct::kPick:
      if (meaning.pick || meaning.part != TimeMeaning::Part::kWhole) return false;
      meaning.pick = captures.ordinal ? captures.ordinal : rule.meaning.pick;
      meaning.pick_weekday = captures.weekday;
      if (!captures.weekday) meaning.pick_unit = captures.unit;
      if (captures.month) {  // « novembre de la même année »
        meaning.pick = int(captures.month);
        meaning.pick_unit = TimeUnit::kMonth;
        return meaning.base == Base::kUnit && meaning.unit == TimeUnit::kYear;
      }
      // « lundi de la semaine prochaine », not « lundi de Pâques »
      return captures.ordinal || (meaning.base == Base::kUnit && meaning.unit == TimeUnit::kWeek);
    default:
      return true;
  }
}

/// One member of a list: a day with its weekday, or a month.
struct Member {
  TimeMeaning meaning = {};
  size_t begin = 0, end = 0;  // tokens
};

}  // namespace

class TimeMatcher::Rules {
 public:
  explicit Rules(const TimeIsland& island) : island_(island), tokens_(island.tokens) {}

  void start() {
    memory_.assign(tokens_.size() * (kMaxDepth + 1), kUnknown);
    found_.clear();
    kept_.clear();
  }

  /// nullptr if none begins there.
  const TimeMatch* expression(size_t first, size_t depth) {
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

 private:
  const TimeToken* token(size_t at) const { return at < tokens_.size() ? &tokens_[at] : nullptr; }

  std::optional<TimeMatch> longest(size_t first, size_t depth) {
    std::optional<TimeMatch> best;
    const TimeToken& begin = tokens_[first];
    const unsigned short literal = begin.kind == Kind::kWord ? begin.word->literal : 0;
    if (literal)
      for (const size_t row : tables().beginning_with(literal))
        try_rule(tables().rules()[row], first, depth, best);
    if ((begin.classes & ~class_bit('X')) == 0) return best;
    for (const char name : kFirstClasses)
      if (begin.classes & class_bit(name))
        for (const size_t row : tables().beginning_with_class(name))
          try_rule(tables().rules()[row], first, depth, best);
    return best;
  }

  void try_rule(const Tables::Row& row, size_t first, size_t depth, std::optional<TimeMatch>& best) {
    if (!may_follow(row.pattern.elements, first)) return;
    Captures captures;
    size_t end = first;
    if (!match(row.pattern.elements, 0, end, captures, depth)) return;
    if (best && end <= best->end) return;
    TimeMatch found{end, {}, row.rule->guard};
    if (make(*row.rule, captures, found.expression)) best = std::move(found);
  }

  /// Whether the second element can be the second token: most rules end here.
  bool may_follow(const std::vector<Element>& elements, size_t first) const {
    if (elements.size() < 2 || elements[1].optional) return true;
    if (tokens_[first].kind == Kind::kWord && tokens_[first].word->count)
      return true;  // may be of several words
    const TimeToken* second = token(first + 1);
    return second && (second->kind == Kind::kHyphen || may_be(*second, elements[1]) || is_long(elements[0]));
  }
  /// Whether an element can take more than one token.
  static bool is_long(const Element& element) {
    for (const char name : element.classes)
      if (name == 'U' || name == 'H' || name == 'D' || name == 'N' || name == 'X') return true;
    return false;
  }

  bool begins_tail(size_t at, const Element& first) const {
    return first.optional || tokens_[at].kind == Kind::kHyphen || may_be(tokens_[at], first);
  }

  void add_tail(TimeMatch& best, size_t depth) {
    size_t longest_end = best.end;
    TimeExpression longest_expression;
    for (const Tables::Row& row : tables().tails()) {
      if (best.end >= tokens_.size() || !begins_tail(best.end, row.pattern.elements.front())) continue;
      const bool interval = row.rule->act == TimeAct::kInterval;
      if (interval && best.expression.type != Type::kDate) continue;
      if (interval && depth > 0) continue;
      Captures captures;
      if (interval) captures.parts.push_back(&best.expression);
      size_t end = best.end;
      if (!match(row.pattern.elements, 0, end, captures, depth) || end <= longest_end) continue;
      TimeExpression extended = best.expression;
      if (interval) {
        if (!make(*row.rule, captures, extended)) continue;
      } else {
        if (!may_have_time(extended)) continue;
        if (!captures.days.empty()) {  // « à 18 heures 30 »
          if (captures.days.front() > 23 || captures.count > 59) continue;
          captures.minute = static_cast<uint16_t>(captures.days.front() * 60 + unsigned(captures.count));
        }
        if (captures.minute) extended.minute = captures.minute;
        if (captures.day_part != TimeMeaning::DayPart::kNone ||
            row.rule->meaning.day_part != TimeMeaning::DayPart::kNone)
          extended.meaning.day_part = captures.day_part != TimeMeaning::DayPart::kNone
                                          ? captures.day_part
                                          : row.rule->meaning.day_part;
      }
      longest_end = end;
      longest_expression = extended;
    }
    if (longest_end == best.end) return;
    best.end = longest_end;
    best.expression = longest_expression;
    best.guard = TimeGuard::kNone;
  }

  /// Whether a time of day can belong to it: it is a day.
  static bool may_have_time(const TimeExpression& expression) {
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

  /// Reads one element of the class at `at`, which moves behind it.
  bool read_class(char name, size_t& at, Captures& captures, size_t depth) {
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
        break;
      case 'W':
        captures.weekday = begin->word->weekday;
        break;
      case 'U':
        return read_unit(at, captures);
      case 'N': {
        const Count count = read_count(tokens_, at);
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

  bool read_part(size_t& at, Captures& captures, size_t depth) {
    if (depth >= kMaxDepth || at >= tokens_.size()) return false;
    const TimeMatch* part = expression(at, depth + 1);
    if (!part || part->expression.type != Type::kDate) return false;
    at = part->end;
    captures.parts.push_back(&part->expression);
    return true;
  }

  bool read_date(const TimeToken& begin, size_t& at, Captures& captures) {
    const DateExpression& date = island_.dates[begin.number];
    if (!date.value.possible()) return false;
    TimeExpression expression;
    expression.meaning = {.base = Base::kDate, .date = date.value, .weekday = date.weekday.value_or(0)};
    expression.minute = date.minute;
    captures.parts.push_back(&kept_.emplace_back(expression));
    ++at;
    return true;
  }

  bool read_unit(size_t& at, Captures& captures) {
    const TimeWord& word = *token(at)->word;
    captures.unit = word.unit;
    captures.plural = word.unit != TimeUnit::kMonth && word.text.ends_with('s');
    ++at;
    if (word.unit != TimeUnit::kNone) return true;
    if (const TimeToken* hyphen = token(at); hyphen && hyphen->kind == Kind::kHyphen) ++at;
    const TimeToken* end = token(at);
    if (!end || !(is_literal(*end, "end") || is_literal(*end, "ends"))) return false;
    ++at;
    captures.unit = TimeUnit::kWeekend;
    return true;
  }

  bool read_day(size_t& at, Captures& captures) {
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
    const Count count = read_count(tokens_, at);
    if (count.value < 1 || count.value > 31) return false;
    captures.days.push_back(unsigned(count.value));
    at = count.end;
    return true;
  }

  bool read_holiday(size_t& at, Captures& captures) {
    size_t best = at;
    for (size_t i = 0; i < tables().holidays().size(); ++i) {
      size_t end = at;
      Captures none;
      if (!match(tables().holidays()[i].elements, 0, end, none, kMaxDepth) || end <= best) continue;
      best = end;
      captures.holiday = unsigned(i);
    }
    const bool found = best > at;
    at = best;
    return found;
  }

  /// A cheap look at the first token, before captures are copied.
  static bool may_be(const TimeToken& begin, const Element& element) {
    if (begin.kind == Kind::kWord && begin.word->literal && element.has(begin.word->literal)) return true;
    return (begin.classes & element.begins) != 0;
  }

  bool read_element(const Element& element, size_t& at, Captures& captures, size_t depth) {
    const TimeToken* begin = token(at);
    if (!begin) return false;
    if (begin->kind == Kind::kWord && begin->word->literal && element.has(begin->word->literal)) {
      if (begin->word->unit != TimeUnit::kNone) captures.unit = begin->word->unit;
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

  bool match(const std::vector<Element>& elements, size_t index, size_t& at, Captures& captures,
             size_t depth) {
    for (; index < elements.size(); ++index) {
      const Element& element = elements[index];
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
        Captures with = captures;
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

  static bool takes_hyphen(const Element& element) {
    return std::find(element.classes.begin(), element.classes.end(), '-') != element.classes.end();
  }
  /// Whether the hyphen stands inside a compound: « avant-hier », not « 13-15 ».
  bool joins_words(size_t hyphen) const {
    return tokens_[hyphen - 1].kind == Kind::kWord && tokens_[hyphen + 1].kind == Kind::kWord;
  }

  const TimeIsland& island_;
  const std::vector<TimeToken>& tokens_;
  std::deque<TimeExpression> kept_;  // what captures point at

  /// By token and depth: index into found_, or one of these.
  static constexpr int kUnknown = -2, kNothing = -1;
  std::vector<int> memory_;
  std::deque<TimeMatch> found_;
};

TimeMatcher::TimeMatcher(const TimeIsland& island) : rules_(std::make_unique<Rules>(island)) {}
TimeMatcher::~TimeMatcher() = default;
void TimeMatcher::start() { rules_->start(); }
const TimeMatch* TimeMatcher::at(size_t first) { return rules_->expression(first, 0); }

std::vector<TimeExpression> match_list(const TimeIsland& island, size_t first, size_t& end) {
  const std::vector<TimeToken>& tokens = island.tokens;
  const auto is_word = [&](size_t at, auto... texts) {
    return at < tokens.size() && (is_literal(tokens[at], texts) || ...);
  };
  std::vector<Member> members;
  size_t at = first;
  for (;;) {
    if (!members.empty() && is_word(at, "le", "les")) ++at;
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
    if (tokens[at].kind == Kind::kComma || is_word(at, "et", "ou", "puis"))
      ++at;
    else
      return {};
    if (is_word(at, "et", "ou")) ++at;
  }
}

}  // namespace depeche
