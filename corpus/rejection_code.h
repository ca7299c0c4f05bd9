#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/message.h"
#include "corpus/record.h"

namespace depeche {

/// Why a record or a file is left out. The codes are stable: scripts and README tell them apart by name.
enum class RejectionCode : uint8_t {
  kArchive,
  kBinary,
  kBomb,
  kChanged,
  kDate,
  kDepth,
  kDtd,
  kEmbargo,
  kEmpty,
  kField,
  kFormat,
  kJson,
  kLanguage,
  kNotRegular,
  kPermission,
  kQuote,
  kRead,
  kRecordTooBig,
  kUtf8,
  kVanished,
  kWithdrawn,
  kXml,
};

struct RejectionSpec {
  RejectionCode id;
  std::string_view code;
  const char* description;  // English, for translation
};

/// The one table of codes, in the order of the enumeration; README and the manual list it.
constexpr std::array<RejectionSpec, 22> kRejectionCodes = {{
    {RejectionCode::kArchive, "E_ARCHIVE", DEPECHE_TR("an archive is damaged, cut short or encrypted")},
    {RejectionCode::kBinary, "E_BINARY", DEPECHE_TR("the file is not text")},
    {RejectionCode::kBomb, "E_BOMB", DEPECHE_TR("an archive unpacks to far more than it is")},
    {RejectionCode::kChanged, "E_CHANGED", DEPECHE_TR("the file changed while it was read")},
    {RejectionCode::kDate, "E_DATE", DEPECHE_TR("a date is impossible or unreadable")},
    {RejectionCode::kDepth, "E_DEPTH", DEPECHE_TR("JSON or XML is nested too deep")},
    {RejectionCode::kDtd, "E_DTD", DEPECHE_TR("an XML file has a document type declaration")},
    {RejectionCode::kEmbargo, "E_EMBARGO", DEPECHE_TR("the provider's embargo is not over")},
    {RejectionCode::kEmpty, "E_EMPTY", DEPECHE_TR("neither title nor text")},
    {RejectionCode::kField, "E_FIELD", DEPECHE_TR("a field or column is missing, or their number is wrong")},
    {RejectionCode::kFormat, "E_FORMAT", DEPECHE_TR("the format of the file is not one that is read")},
    {RejectionCode::kJson, "E_JSON", DEPECHE_TR("a line is not a JSON object")},
    {RejectionCode::kLanguage, "E_LANGUAGE", DEPECHE_TR("in a language that --languages leaves out")},
    {RejectionCode::kNotRegular, "E_NOT_REGULAR", DEPECHE_TR("not a regular file")},
    {RejectionCode::kPermission, "E_PERM", DEPECHE_TR("no permission to read")},
    {RejectionCode::kQuote, "E_QUOTE", DEPECHE_TR("a quoted CSV field is never closed")},
    {RejectionCode::kRead, "E_READ", DEPECHE_TR("reading failed")},
    {RejectionCode::kRecordTooBig, "E_RECORD_TOO_BIG", DEPECHE_TR("a record is longer than the limit")},
    {RejectionCode::kUtf8, "E_UTF8", DEPECHE_TR("too many bytes do not fit the encoding")},
    {RejectionCode::kVanished, "E_VANISHED", DEPECHE_TR("the file vanished after it was listed")},
    {RejectionCode::kWithdrawn, "E_WITHDRAWN", DEPECHE_TR("the provider withdrew the article")},
    {RejectionCode::kXml, "E_XML", DEPECHE_TR("an XML file is not well-formed")},
}};

constexpr const RejectionSpec& rejection_spec(RejectionCode code) {
  return kRejectionCodes[static_cast<size_t>(code)];
}

/// What is wrong with some bytes, before it is known to which record they belong.
struct Problem {
  RejectionCode code;
  std::string message;  // translated: what is wrong, and the remedy
};

/// A rejection of the record at `origin`; `source` is the beginning of what the record holds.
Rejection reject_record(const Origin& origin, const Problem& problem, std::string_view source);
/// A rejection of the whole file of `origin`.
Rejection reject_file(const Origin& origin, const Problem& problem);

/// The first 80 code points of `bytes`, as visible_text() (common/text/visible.h) shows them.
std::string visible_excerpt(std::string_view bytes);

/// A file name as UTF-8: bytes that are not are written \xNN. Nothing else changes.
std::string utf8_path(std::string_view path);

}  // namespace depeche
