#pragma once

#include <string_view>

namespace depeche {

/// Whether `name` is a news agency, or begins with one: « AFP », « awp/ats », « Xinhua », « AFP Sports »,
/// « RTN/ATS ». Any case, accents may be missing.
bool is_agency(std::string_view name);

/// Whether `name`, any case, is a city that dispatches are often dated from with neither day nor agency:
/// « MONTRÉAL — », « (Ottawa) ».
bool is_dateline_city(std::string_view name);

}  // namespace depeche
