#include "indexer/text_weekday.h"

#include <algorithm>

#include "common/date_scan.h"
#include "common/dates/recognise.h"

namespace depeche {
namespace {

/// Shorter names are abbreviations.
constexpr size_t kShortestName = 5;

/// Where the name of the weekday begins in the words of an expression: « le mardi 12 février », « ce mardi
/// soir ».
size_t begin_of_name(std::string_view words) {
  for (size_t begin = 0; begin < words.size();) {
    const size_t end = std::min(words.find_first_of(" ,", begin), words.size());
    if (end - begin >= kShortestName) return begin;
    begin = end + 1;
  }
  return 0;
}

std::string_view name_in(std::string_view words) {
  words.remove_prefix(begin_of_name(words));
  return words.substr(0, words.find_first_of(" ,"));
}

/// « jeudi 32 »: a mistaken date rather than a Thursday.
bool number_follows(std::string_view text, size_t end) {
  DateScan behind(text, end);
  behind.blanks();
  return behind.figures() != 0;
}

/// A weekday with a day and month but no year.
bool is_dated_weekday(const TimeExpression& found) {
  return found.type == TimeExpression::Type::kDate && found.meaning.base == TimeMeaning::Base::kDate &&
         found.meaning.weekday && found.meaning.date.precision() == Precision::kMonthDay;
}

}  // namespace

std::optional<TextWeekday> first_weekday(std::string_view text) {
  for (const TimeExpression& found : find_times(text)) {
    const std::string_view words = text.substr(found.begin, found.end - found.begin);
    if (is_dated_weekday(found))
      return TextWeekday{found.meaning.weekday, words.substr(begin_of_name(words)), found.meaning.date};
    if (found.bare_weekday() && !number_follows(text, found.end))
      return TextWeekday{found.meaning.weekday, name_in(words), {}};
  }
  return std::nullopt;
}

std::optional<TextWeekday> weekday_of_date(std::string_view words) {
  for (const TimeExpression& found : find_times(words))
    if (found.meaning.base == TimeMeaning::Base::kDate && found.meaning.weekday)
      return TextWeekday{
          found.meaning.weekday, name_in(words.substr(found.begin, found.end - found.begin)), {}};
  return std::nullopt;
}

}  // namespace depeche
