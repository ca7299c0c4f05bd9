#include "common/date_query.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "common/date_scan.h"
#include "common/french_date.h"
#include "common/message.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

using Kind = DateQuery::Kind;

/// Words of one value of a date; folded, apostrophes straight.
struct KindWord {
  std::string_view text;
  Kind kind;
};
constexpr KindWord kKindWords[] = {
    {"aucune", Kind::kNone},         {"none", Kind::kNone},           {"incertaine", Kind::kUncertain},
    {"incertain", Kind::kUncertain}, {"uncertain", Kind::kUncertain}, {"certaine", Kind::kCertain},
    {"certain", Kind::kCertain},
};

struct RelativeDay {
  std::string_view text;
  int days;
};
constexpr RelativeDay kRelativeDays[] = {
    {"aujourd'hui", 0}, {"today", 0}, {"hier", -1}, {"yesterday", -1}, {"avant-hier", -2},
};

/// Ranges in words: « du 1er février 2019 au 15 mars 2019 ».
struct RangeWords {
  std::string_view before, between;
};
constexpr RangeWords kRangeWords[] = {
    {"du", "au"}, {"de", "a"}, {"entre", "et"}, {"from", "to"}, {"between", "and"},
};

/// What may stand before a date without changing it.
constexpr std::string_view kArticles[] = {"le", "en", "on", "in"};

constexpr std::string_view kPossible = "possible:";

/// A part of the value and its place there.
struct Piece {
  std::string_view text;
  size_t begin = 0;

  size_t end() const { return begin + text.size(); }
  Piece part(size_t from, size_t length = std::string_view::npos) const {
    const std::string_view cut = text.substr(from, length);
    const auto [first, last] = trim_blanks(cut);
    return {cut.substr(first, last - first), begin + from + first};
  }
};

DateQueryError error(const Piece& piece, std::string message) {
  return {piece.begin, piece.end(), std::move(message)};
}

/// Folded, with one kind of apostrophe, hyphen and space: how the words above are compared.
std::string plain(std::string_view text) {
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    append_utf8(out, is_apostrophe(c) ? U'\'' : is_hyphen(c) ? U'-' : c);
  }
  return fold(out);
}

std::vector<Piece> words_of(const Piece& piece) {
  std::vector<Piece> words;
  DateScan scan(piece.text, 0);
  while (scan.pos() < piece.text.size()) {
    const size_t begin = scan.pos();
    size_t end = begin;
    while (end < piece.text.size() && !DateScan(piece.text, end).blanks()) next_code_point(piece.text, end);
    words.push_back({piece.text.substr(begin, end - begin), piece.begin + begin});
    scan = DateScan(piece.text, end);
    scan.blanks();
  }
  return words;
}

/// The nearest thing to an impossible date that can be: day and month exchanged, or the last day there is.
PartialDate mend(PartialDate date) {
  if (date.month > 12 && date.month <= 31 && date.day >= 1 && date.day <= 12) std::swap(date.month, date.day);
  date.month = std::min(date.month, 12u);
  while (!date.possible() && date.day > 1) --date.day;
  return date;
}

/// As the user would write it; parse_date_query() reads it.
std::string written(const PartialDate& date) {
  return date.year ? to_edtf(date) : fmt::format("{:02}/{:02}", date.day, date.month);
}

using Point = std::variant<PartialDate, DateQueryError>;

Point read_point(Piece piece, Day today) {
  const std::vector<Piece> words = words_of(piece);
  if (words.size() > 1 && std::ranges::count(kArticles, plain(words[0].text)))
    piece = piece.part(words[1].begin - piece.begin);

  const std::string word = plain(piece.text);
  for (const RelativeDay& row : kRelativeDays)
    if (row.text == word)
      return PartialDate::of(Day{std::chrono::sys_days{today} + std::chrono::days{row.days}});

  if (const auto edtf = parse_edtf(piece.text);
      edtf && !piece.text.ends_with('?') && !piece.text.ends_with('~'))
    return *edtf;
  const auto date = read_date(piece.text);
  if (!date)
    return error(piece, tr("unreadable date: write 13/02/2019, 2019-02-13, 2019-02, 2019, 13/02, "
                           "\"13 février 2019\", 2019-02-01..2019-03-15, hier, aucune or incertaine"));
  if (!date->value.possible())
    return error(piece, tr("no such date in the calendar: write for example {}", written(mend(date->value))));
  if (date->minute) return error(piece, tr("a query has no time of day: write {}", written(date->value)));
  if (const auto day = date->value.first_day();
      date->weekday && (!day || iso_weekday(*day) != *date->weekday))
    return error(piece, day ? tr("that day has another weekday: write {}", written(date->value))
                            : tr("a weekday needs a year: write {}", written(date->value)));
  return date->value;
}

using Result = std::variant<DateQuery, DateQueryError>;

DateQuery days_of(const PartialDate& date) {
  if (date.precision() == Precision::kMonthDay)
    return {.kind = Kind::kMonthDay, .first = {}, .last = {}, .month = date.month, .day = date.day};
  return {.kind = Kind::kRange, .first = date.first_day(), .last = date.last_day()};
}

/// A range of `whole` whose ends were read; an empty date is an open end.
Result make_range(const Piece& whole, const Piece& left, PartialDate first, const Piece& right,
                  PartialDate last) {
  if (first.precision() == Precision::kMonthDay && last.year && last.month) first.year = last.year;
  for (const auto& [piece, date] : {std::pair{left, first}, std::pair{right, last}}) {
    if (date.empty()) continue;
    if (!date.year) return error(piece, tr("a range needs years: write for example 2019-02-01..2019-03-15"));
    if (!date.possible())
      return error(piece, tr("no such date in the calendar: write for example {}", written(mend(date))));
  }
  DateQuery query;
  if (!first.empty()) query.first = first.first_day();
  if (!last.empty()) query.last = last.last_day();
  if (query.first && query.last && *query.first > *query.last)
    return error(whole, tr("the range ends before it begins: write {}..{}", written(last), written(first)));
  return query;
}

Result read_range(const Piece& whole, const Piece& left, const Piece& right, Day today) {
  PartialDate ends[2];
  const Piece* pieces[] = {&left, &right};
  if (left.text.empty() && right.text.empty())
    return error(whole, tr("a range needs at least one end: write 2019-02.. or ..2013"));
  for (size_t i = 0; i < 2; ++i) {
    if (pieces[i]->text.empty()) continue;
    Point point = read_point(*pieces[i], today);
    if (auto* wrong = std::get_if<DateQueryError>(&point)) return std::move(*wrong);
    ends[i] = std::get<PartialDate>(point);
  }
  return make_range(whole, left, ends[0], right, ends[1]);
}

/// A day, month, year or range.
Result read_days(const Piece& piece, Day today) {
  if (const size_t dots = piece.text.find(".."); dots != std::string_view::npos)
    return read_range(piece, piece.part(0, dots), piece.part(dots + 2), today);

  const std::vector<Piece> words = words_of(piece);
  for (const RangeWords& row : kRangeWords) {
    if (words.size() < 4 || plain(words[0].text) != row.before) continue;
    for (size_t i = 2; i + 1 < words.size(); ++i) {
      if (plain(words[i].text) != row.between) continue;
      const size_t begin = words[1].begin - piece.begin, middle = words[i].begin - piece.begin;
      return read_range(piece, piece.part(begin, middle - begin),
                        piece.part(words[i + 1].begin - piece.begin), today);
    }
  }
  Point point = read_point(piece, today);
  if (auto* wrong = std::get_if<DateQueryError>(&point)) return std::move(*wrong);
  return days_of(std::get<PartialDate>(point));
}

/// A month or year where the two days are its first and last.
std::string days_text(Day first, Day last) {
  const PartialDate day = PartialDate::of(first);
  for (const PartialDate& span : {PartialDate{day.year}, PartialDate{day.year, day.month}, day})
    if (span.first_day() == first && span.last_day() == last) return to_edtf(span);
  return to_edtf(day) + ".." + to_edtf(PartialDate::of(last));
}

}  // namespace

std::variant<DateQuery, DateQueryError> parse_date_query(std::string_view value, Day today) {
  const Piece all{value, 0};
  if (find_invalid_utf8(value) != std::string_view::npos)
    return error(all, tr("a date is written in UTF-8: write for example 13/02/2019"));
  const Piece piece = all.part(0);
  if (piece.text.empty()) return error(all, tr("a date is missing: write for example 13/02/2019 or 2019-02"));

  const std::string word = plain(piece.text);
  for (const KindWord& row : kKindWords)
    if (row.text == word) return DateQuery{.kind = row.kind, .first = {}, .last = {}};

  if (!word.starts_with(kPossible)) return read_days(piece, today);
  const Piece days = piece.part(piece.text.find(':') + 1);
  if (days.text.empty()) return error(piece, tr("a date is missing: write for example possible:2018"));
  Result result = read_days(days, today);
  if (auto* query = std::get_if<DateQuery>(&result)) {
    if (query->kind == Kind::kMonthDay)
      return error(days, tr("a possible date needs a year: write for example possible:2018"));
    query->kind = Kind::kPossible;
  }
  return result;
}

std::string to_text(const DateQuery& query) {
  switch (query.kind) {
    case Kind::kMonthDay:
      return fmt::format("{:02}/{:02}", query.day, query.month);
    case Kind::kNone:
      return "aucune";
    case Kind::kUncertain:
      return "incertaine";
    case Kind::kCertain:
      return "certaine";
    case Kind::kRange:
    case Kind::kPossible:
      break;
  }
  std::string text = query.kind == Kind::kPossible ? std::string(kPossible) : "";
  if (query.first && query.last) return text + days_text(*query.first, *query.last);
  if (query.first) text += to_edtf(PartialDate::of(*query.first));
  text += "..";
  if (query.last) text += to_edtf(PartialDate::of(*query.last));
  return text;
}

}  // namespace depeche
