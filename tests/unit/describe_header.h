#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "common/civil_date.h"
#include "corpus/header.h"

namespace depeche {

/// « 2019-02-12 18:03 ».
inline std::string describe(const DateExpression& date) {
  const std::string day = to_edtf(date.value);
  return date.minute ? fmt::format("{} {:02}:{:02}", day, *date.minute / 60, *date.minute % 60) : day;
}

/// What read_header_line() makes of it: « published 2019-02-12 18:03 [Publié le 12/02/2019 à 18h03] », one a
/// date, joined by " + "; "no date", "no header".
inline std::string describe_header(std::string_view line) {
  const auto dates = read_header_line(line);
  if (!dates) return "no header";
  std::string out;
  for (const HeaderDate& date : *dates)
    out += fmt::format("{}{} {} [{}]", out.empty() ? "" : " + ", name_of(date.kind), describe(date.date),
                       line.substr(date.begin, date.end - date.begin));
  return out.empty() ? "no date" : out;
}

}  // namespace depeche
