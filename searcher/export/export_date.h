#pragma once

#include <string>

#include "common/article.h"

namespace depeche {

/// The date of publication in EDTF, with its `?` where it is inferred; "" where there is none.
std::string published_edtf(const Article& article);

/// The date of publication as far as the source itself states it, for forms that have no sign of doubt; empty
/// unless the year is stated, for without it no form takes the rest.
PartialDate stated_date(const Article& article);

/// Whether the year is known to the figure.
bool has_year(const PartialDate& date);
/// Whether `month` is a month, not a part of the year.
bool has_month(const PartialDate& date);

}  // namespace depeche
