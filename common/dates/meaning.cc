#include "common/dates/meaning.h"

#include <vector>

namespace depeche {

namespace {

using Base = TimeMeaning::Base;
using Type = TimeExpression::Type;

/// « huit jours » and « quinze jours » are one week and two.
int idiomatic_days(const TimeCaptures& captures) {
  if (!captures.spelled_count || captures.unit != TimeUnit::kDay) return captures.count;
  return captures.count == 8 ? 7 : captures.count == 15 ? 14 : captures.count;
}

/// « un an et demi », « deux mois et demi ».
bool set_halves(const TimeCaptures& captures, TimeMeaning& meaning) {
  const bool years = captures.unit == TimeUnit::kYear;
  if (!years && captures.unit != TimeUnit::kMonth) return false;
  meaning.steps *= years ? 12 * captures.count + 6 : 30 * captures.count + 15;
  meaning.unit = years ? TimeUnit::kMonth : TimeUnit::kDay;
  return true;
}

bool set_meaning(const TimeRule& rule, const TimeCaptures& captures, TimeMeaning& meaning) {
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
      if (captures.half) return set_halves(captures, meaning);
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
        if (captures.ordinal > int(last) || (captures.ordinal < 0 && captures.years.empty())) return false;
        meaning.date.month =
            (last == 4 ? 32 : 39) + (captures.ordinal < 0 ? last : unsigned(captures.ordinal));
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

bool make_interval(const TimeCaptures& captures, TimeExpression& out) {
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

}  // namespace

bool make_expression(const TimeRule& rule, const TimeCaptures& captures, TimeExpression& out) {
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
      if (captures.ordinal && captures.plural) {  // « les premiers mois de 2018 »
        out.type = Type::kVague;
        out.meaning = {};
        return true;
      }
      if (captures.count) {
        meaning.pick_count = captures.count;
        meaning.pick_unit = captures.unit;
        return true;
      }
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

}  // namespace depeche
