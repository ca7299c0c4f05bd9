#include "corpus/formats/csv_row.h"

#include <new>

namespace depeche {

CsvRow::CsvRow(char delimiter) : delimiter_(delimiter) { start(); }

CsvRow::~CsvRow() { csv_free(&parser_); }

void CsvRow::start() {
  if (csv_init(&parser_, 0) != 0) throw std::bad_alloc();
  csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_));
  values_.clear();
  complete_ = false;
}

void CsvRow::reset() {
  csv_free(&parser_);
  start();
}

CsvRow::State CsvRow::feed(std::string_view line) {
  if (complete_) values_.clear();
  complete_ = false;
  const auto on_value = [](void* bytes, size_t size, void* row) {
    auto& values = static_cast<CsvRow*>(row)->values_;
    values.emplace_back(static_cast<const char*>(bytes), size);
  };
  const auto on_row = [](int, void* row) { static_cast<CsvRow*>(row)->complete_ = true; };
  for (const std::string_view part : {line, std::string_view("\n")})
    if (csv_parse(&parser_, part.data(), part.size(), on_value, on_row, this) != part.size())
      throw std::bad_alloc();
  if (complete_) return kComplete;
  return parser_.pstate == 0 ? kBlank : kOpen;  // 0: between rows
}

}  // namespace depeche
