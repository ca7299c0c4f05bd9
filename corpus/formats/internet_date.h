#pragma once

#include <string>

namespace depeche {

/// A date of RFC 822 and its successors (RFC 5322, 3.3), as mails and RSS write it, as ISO date and time; any
/// other text as it is. The time is as written there, without its zone.
std::string iso_of_internet_date(std::string text);

}  // namespace depeche
