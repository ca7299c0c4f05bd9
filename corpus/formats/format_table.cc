#include "corpus/formats/format_table.h"

#include <algorithm>

namespace depeche {
namespace {

constexpr std::string_view kAuto = "auto";

bool is_json(std::string_view head) { return head.starts_with('{') || head.starts_with("[{"); }

}  // namespace

const std::vector<FormatSpec>& format_table() {
  static const std::vector<FormatSpec> kTable = {
      {InputFormat::kText, "text", {".txt", ".text"}, true, nullptr, text_format},
      {InputFormat::kJsonl, "jsonl", {".jsonl", ".ndjson", ".json"}, true, is_json, jsonl_format},
      {InputFormat::kCsv,
       "csv",
       {".csv"},
       true,
       nullptr,
       []() -> const Format& { return csv_format(false); }},
      {InputFormat::kTsv,
       "tsv",
       {".tsv", ".tab"},
       true,
       nullptr,
       []() -> const Format& { return csv_format(true); }},
  };
  return kTable;
}

std::optional<InputFormat> format_of_name(std::string_view name) {
  if (name == kAuto) return InputFormat::kAuto;
  for (const FormatSpec& spec : format_table())
    if (spec.name == name) return spec.id;
  return std::nullopt;
}

std::string_view name_of_format(InputFormat format) {
  for (const FormatSpec& spec : format_table())
    if (spec.id == format) return spec.name;
  return kAuto;
}

std::string format_names() {
  std::string names(kAuto);
  for (const FormatSpec& spec : format_table()) names.append(", ").append(spec.name);
  return names;
}

}  // namespace depeche
