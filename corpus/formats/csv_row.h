#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <csv.h>

namespace depeche {

/// Splits the lines of separated values into rows (libcsv, lenient: a quote inside a value is that
/// character). Not thread-safe.
class CsvRow {
 public:
  enum State {
    kBlank,     // no row yet
    kOpen,      // a quoted value goes on in the next line
    kComplete,  // values() is the row
  };

  explicit CsvRow(char delimiter);
  ~CsvRow();
  CsvRow(const CsvRow&) = delete;
  CsvRow& operator=(const CsvRow&) = delete;

  /// Adds a line without its line end; behind kComplete it begins a new row.
  State feed(std::string_view line);
  /// Forgets an open row.
  void reset();

  const std::vector<std::string>& values() const { return values_; }
  char delimiter() const { return delimiter_; }

 private:
  void start();

  char delimiter_;
  csv_parser parser_{};
  std::vector<std::string> values_;
  bool complete_ = false;
};

}  // namespace depeche
