#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/rejection_code.h"

namespace depeche {

/// Bytes as text.
struct Decoded {
  std::string text;      // well-formed UTF-8; otherwise as in the source
  std::string encoding;  // "UTF-8", "windows-1252", "UTF-16LE" ... ASCII is called "UTF-8"
  size_t lost = 0;       // sequences that mean nothing in that encoding, each now U+FFFD
};

/// Decodes the records of one file. The encoding is, in this order: the declared one; that of a byte order
/// mark, or of the zero bytes of wide letters (wide_encoding()); UTF-8 where the record is well-formed UTF-8;
/// else likeliest_encoding(), decided for each record by itself. A record whose sequences of several bytes
/// are UTF-8 but for fewer than one in ten is damaged UTF-8. Not thread-safe: one for each file being read.
class Decoder {
 public:
  /// `declared` is an ICU converter name, or "" for none. ISO-8859-1 and ASCII are read as windows-1252,
  /// which is what such labels mean in practice (WHATWG Encoding Standard, 4.2). Throws Error (kUsage) for a
  /// name that ICU does not know.
  explicit Decoder(const std::string& declared);
  ~Decoder();
  Decoder(Decoder&&) noexcept;

  /// Takes the first bytes of the file, four of them if it has as many; wide letters without a byte order
  /// mark are seen only in sixteen. Returns the length of its byte order mark.
  size_t start(std::string_view head);

  /// Bytes of a code unit: 2 for UTF-16, 4 for UTF-32, else 1. After start().
  unsigned unit() const { return unit_; }
  /// Whether the first byte of a unit is its most significant one. After start().
  bool big_endian() const { return big_endian_; }

  /// Decodes whole code units. After start().
  Decoded decode(std::string_view bytes) const;
  /// The same for a record that states its encoding itself (<meta charset>, <?xml encoding?>, a mail's
  /// charset): it counts where nothing was declared for all input and there is no byte order mark, unless the
  /// record is well-formed UTF-8, which French in another encoding is not by chance. Names that ICU does not
  /// know, and those of two or four bytes a unit, count for nothing.
  Decoded decode_stated(std::string_view bytes, const std::string& stated) const;

 private:
  struct Converter;
  void choose(std::string_view encoding);
  Decoded decode_guessed(std::string_view bytes) const;

  std::string encoding_;  // "" where each record decides
  unsigned unit_ = 1;
  bool big_endian_ = false;
  std::unique_ptr<Converter> converter_;
  mutable std::unique_ptr<Converter> guessed_;  // of the last record whose encoding was guessed
};

/// E_UTF8 where so much was lost that the encoding must be another: more than 3 places and 1 % of the text.
std::optional<Problem> garbled(const Decoded& decoded);

/// Whether `head`, the first bytes of a file without byte order mark, holds too many zero bytes (1 %) to be
/// text.
bool looks_binary(std::string_view head);

/// The form in which values are kept: NFC; CR LF, CR, U+2028 and U+2029 become line feeds; the other C0 and
/// C1 controls but tab, DEL and noncharacters become spaces; a leading U+FEFF is dropped. Precondition:
/// well-formed UTF-8.
std::string clean_text(std::string text);

}  // namespace depeche
