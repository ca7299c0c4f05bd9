#include "corpus/formats/internet_date.h"

#include <memory>

#include <fmt/format.h>
#include <gmime/gmime.h>

namespace depeche {

std::string iso_of_internet_date(std::string text) {
  const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> date(
      text.find(',') == std::string::npos && text.find(' ') == std::string::npos
          ? nullptr
          : g_mime_utils_header_decode_date(text.c_str()),
      g_date_time_unref);
  if (!date) return text;
  GDateTime* when = date.get();
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", g_date_time_get_year(when),
                     g_date_time_get_month(when), g_date_time_get_day_of_month(when),
                     g_date_time_get_hour(when), g_date_time_get_minute(when), g_date_time_get_second(when));
}

}  // namespace depeche
