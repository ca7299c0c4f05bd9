#include "corpus/formats/signature.h"

#include <algorithm>
#include <array>

namespace depeche {
namespace {

constexpr size_t kZipMember = 30;  // APPNOTE.TXT 6.3, 4.3.7

constexpr std::array<Signature, 16> kSignatures = {{
    {"\x1F\x8B", "gzip", Signature::kArchive},
    {"PK\x03\x04", "Office Open XML (.docx)", Signature::kDocument, 0, "[Content_Types].xml"},
    {"PK\x03\x04", "OpenDocument (.odt) or EPUB", Signature::kDocument, 0, "mimetype"},
    {"PK\x03\x04", "zip", Signature::kArchive},
    {"PK\x05\x06", "zip", Signature::kArchive},  // without a member
    {"\x28\xB5\x2F\xFD", "zstd", Signature::kArchive},
    {{"\xFD\x37zXZ\0", 6}, "xz", Signature::kArchive},
    {"BZh", "bzip2", Signature::kArchive},
    {"7z\xBC\xAF\x27\x1C", "7z", Signature::kPacked},
    {"Rar!\x1A\x07", "rar", Signature::kPacked},
    {{"\0ustar", 6}, "tar", Signature::kArchive, 256},
    {"%PDF-", "PDF", Signature::kDocument},
    {"\x89PNG", "PNG", Signature::kDocument},
    {"\xFF\xD8\xFF", "JPEG", Signature::kDocument},
    {"{\\rtf", "RTF", Signature::kDocument},
    {"\xD0\xCF\x11\xE0", "Word (.doc)", Signature::kDocument},
}};

bool stands_at(std::string_view head, size_t place, std::string_view what) {
  return head.size() >= place && head.substr(place).starts_with(what);
}

}  // namespace

const Signature* signature_of(std::string_view head) {
  const auto found = std::find_if(kSignatures.begin(), kSignatures.end(), [&](const Signature& row) {
    return stands_at(head, row.offset, row.bytes) &&
           (row.member.empty() || stands_at(head, kZipMember, row.member));
  });
  return found == kSignatures.end() ? nullptr : found;
}

}  // namespace depeche
