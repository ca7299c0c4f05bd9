#include "common/clock.h"

#include <fmt/format.h>

#include "common/civil_date.h"

namespace depeche {

std::string to_utc(std::chrono::system_clock::time_point time) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
  const auto day = std::chrono::floor<std::chrono::days>(seconds);
  const std::chrono::hh_mm_ss clock(seconds - day);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_edtf(PartialDate::of(std::chrono::year_month_day(day))),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace depeche
