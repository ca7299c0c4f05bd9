#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace depeche {

/// How CSV is written.
struct CsvOptions {
  char separator = ',';  // one ASCII character; neither a quote nor a line end
  bool bom = false;      // U+FEFF first, by which Excel knows UTF-8
};

/// Writes records as in RFC 4180, but that lines end with a line feed alone: a field that holds the separator
/// or a quote stands between quotes, each quote in it doubled. Fields are made safe first (safe_text), so
/// that no field has a line end. What a spreadsheet may take for a formula, for it begins with = + - or @, is
/// left as it is: import such columns as text. Holds a reference to the stream.
class CsvWriter {
 public:
  /// Writes the byte order mark, if it is wanted.
  CsvWriter(std::ostream& out, CsvOptions options);

  void row(const std::vector<std::string>& fields);

 private:
  std::string encode(const std::string& field) const;

  std::ostream& out_;
  CsvOptions options_;
};

}  // namespace depeche
