#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "corpus/formats/xml_node.h"
#include "corpus/rejection_code.h"

namespace depeche {

/// What the status that IPTC gives an item means (newscodes/pubstatusg2, and management-status of NITF):
/// whether it is withdrawn. "stat:usable", "canceled" and the code's whole address are read. E_FIELD for a
/// status that is unknown.
struct IptcStatus {
  bool withdrawn = false;
  bool embargoed = false;
};
std::variant<IptcStatus, Problem> iptc_status(std::string_view status);

/// The paragraphs of the body of a `nitf` element: its dateline, where the text does not begin with it, and
/// body.content.
std::string nitf_text(const XmlNode& nitf);
/// `dateline` as a line before `text`, unless `text` begins with it.
std::string with_dateline(const std::string& dateline, std::string text);

}  // namespace depeche
