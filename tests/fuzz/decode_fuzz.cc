// Bytes as text: always well-formed, cleaning is idempotent, UTF-8 stays as it is. The first byte chooses
// what is declared.

#include "tests/fuzz/corpus_property.h"

using depeche::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr const char* kDeclared[] = {"",         "UTF-8",  "windows-1252", "UTF-16",
                                       "UTF-16LE", "UTF-32", "GB18030",      "IBM850"};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  depeche::Decoder decoder(kDeclared[data[0] % std::size(kDeclared)]);
  const size_t mark = decoder.start(bytes);
  require(mark <= bytes.size());

  const depeche::Decoded decoded = decoder.decode(bytes.substr(mark));
  require(depeche::find_invalid_utf8(decoded.text) == std::string_view::npos);
  require(!decoded.encoding.empty());
  if (decoded.encoding == "UTF-8" && decoded.lost == 0) require(decoded.text == bytes.substr(mark));
  depeche::garbled(decoded);

  const std::string cleaned = depeche::clean_text(decoded.text);
  depeche::fuzz::check_clean(cleaned);
  require(cleaned.starts_with("\uFEFF") || depeche::clean_text(cleaned) == cleaned);
  return 0;
}
