#include "corpus/formats/iptc.h"

namespace depeche {

std::variant<IptcStatus, Problem> iptc_status(std::string_view status) {
  const std::string_view code = status.substr(status.find_last_of(":/") + 1);
  if (code.empty() || code == "usable" || code == "info") return IptcStatus{};
  if (code == "canceled" || code == "withheld") return IptcStatus{.withdrawn = true};
  if (code == "embargoed") return IptcStatus{.embargoed = true};
  return Problem{RejectionCode::kField,
                 tr("the status \"{}\" is not one of usable, withheld, canceled and embargoed; correct it",
                    visible_excerpt(status))};
}

std::string with_dateline(const std::string& dateline, std::string text) {
  if (dateline.empty() || text.starts_with(dateline)) return text;
  return text.empty() ? dateline : dateline + '\n' + text;
}

std::string nitf_text(const XmlNode& nitf) {
  const XmlNode& body = nitf.child("body");
  return with_dateline(line_of(body.child("body.head").child("dateline")),
                       paragraphs_of(body.child("body.content"), nitf_rules()));
}

}  // namespace depeche
