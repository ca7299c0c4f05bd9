#include "indexer/path_dates.h"

#include <algorithm>
#include <optional>

#include "common/date_scan.h"

namespace depeche {
namespace {

constexpr int kFirstYear = 1600, kLastYear = 2199;

bool is_mark(char c) { return c == '-' || c == '_' || c == '.'; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

std::optional<PartialDate> plausible(PartialDate date) {
  if (date.year < kFirstYear || date.year > kLastYear || !date.possible()) return std::nullopt;
  return date;
}

/// -02 behind a year or month.
std::optional<unsigned> marked_number(DateScan& scan, char mark, size_t figures) {
  DateScan behind = scan;
  if (!behind.literal(mark)) return std::nullopt;
  const auto number = behind.number(figures, figures);
  if (number) scan = behind;
  return number;
}

/// The date whose figures begin at `scan`, which moves behind it.
std::optional<PartialDate> read_figures(DateScan& scan) {
  if (const auto all = scan.number(8, 8)) return plausible({int(*all / 10000), *all / 100 % 100, *all % 100});

  const auto mark = [&] {
    const char32_t c = code_point_at(scan.text(), scan.pos());
    return c < 0x80 && is_mark(static_cast<char>(c)) ? static_cast<char>(c) : '\0';
  };
  if (const auto year = scan.number(4, 4)) {
    const char between = mark();
    DateScan behind = scan;
    if (const auto month = marked_number(behind, between, 2)) {
      DateScan whole = behind;
      const auto day = marked_number(whole, between, 2);
      if (auto date = day ? plausible({int(*year), *month, *day}) : std::nullopt) return scan = whole, date;
      if (auto date = plausible({int(*year), *month})) return scan = behind, date;
    }
    return plausible({int(*year)});
  }
  if (const auto day = scan.number(2, 2)) {
    const char between = mark();
    const auto month = marked_number(scan, between, 2);
    const auto year = month ? marked_number(scan, between, 4) : std::nullopt;
    if (year) return plausible({int(*year), *month, *day});
  }
  return std::nullopt;
}

/// The dates within one name, in its order.
void add_dates_of_name(std::string_view name, std::vector<PathDate>& dates) {
  for (size_t pos = 0; pos < name.size();) {
    if (!is_digit(name[pos])) {
      ++pos;
      continue;
    }
    DateScan scan(name, pos);
    const auto date = pos > 0 && is_letter(name[pos - 1]) ? std::nullopt : read_figures(scan);
    const bool glued = scan.pos() < name.size() && is_letter(name[scan.pos()]) && name[scan.pos()] != 'T';
    if (date && !glued) dates.push_back({*date, name.substr(pos, scan.pos() - pos)});
    pos = std::max(scan.pos(), pos + 1);
    while (pos < name.size() && is_digit(name[pos])) ++pos;
  }
}

std::vector<std::string_view> names_of(std::string_view path) {
  std::vector<std::string_view> names;
  while (!path.empty()) {
    const size_t slash = path.find('/');
    if (slash != 0) names.push_back(path.substr(0, slash));
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  return names;
}

bool is_year(const PathDate& date) { return date.value.precision() == Precision::kYear; }

/// A directory's name that is a number of at most two figures; 0 if it is not.
unsigned small_number(std::string_view name) {
  DateScan scan(name, 0);
  const auto number = scan.number(1, 2);
  return number && scan.pos() == name.size() ? *number : 0;
}

}  // namespace

std::vector<PathDate> dates_in_path(std::string_view path) {
  std::vector<PathDate> dates;
  const std::vector<std::string_view> names = names_of(path);
  for (size_t i = 0; i < names.size(); ++i) {
    const std::string_view name = names[i];
    const bool is_file = i + 1 == names.size();
    const size_t first = dates.size();
    add_dates_of_name(name, dates);
    if (is_file && name.ends_with(".txt")) {
      const auto added = dates.begin() + static_cast<std::ptrdiff_t>(first);
      dates.erase(std::remove_if(added, dates.end(), is_year), dates.end());
    }
    if (dates.size() != first + 1 || dates.back().text != name) continue;

    for (size_t next = i + 1; next + 1 < names.size(); ++next) {
      PartialDate longer = dates.back().value;
      const unsigned number = small_number(names[next]);
      if (longer.day || !number) break;
      (longer.month ? longer.day : longer.month) = number;
      if (!longer.possible()) break;
      const char* begin = name.data();
      dates.back() = {longer, {begin, static_cast<size_t>(names[next].data() + names[next].size() - begin)}};
      i = next;
    }
  }
  std::ranges::reverse(dates);
  return dates;
}

}  // namespace depeche
