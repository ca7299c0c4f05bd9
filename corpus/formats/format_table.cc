#include "corpus/formats/format_table.h"

#include <algorithm>

#include "common/text/fold.h"
#include "corpus/formats/batch_marks.h"
#include "corpus/formats/iramuteq.h"
#include "corpus/formats/mail_text.h"
#include "corpus/formats/press_archive.h"
#include "corpus/formats/warc.h"
#include "corpus/formats/xml_records.h"

namespace depeche {
namespace {

constexpr std::string_view kAuto = "auto";

bool is_json(std::string_view head) { return head.starts_with('{') || head.starts_with("[{"); }

/// Whether the object begins there that has all the names of an item of ninjs.
bool is_ninjs(std::string_view head) {
  const auto has = [head](std::string_view name) {
    const size_t key = head.find(name);
    const size_t colon =
        key == std::string_view::npos ? key : head.find_first_not_of(" \t\r\n", key + name.size());
    return colon != std::string_view::npos && head[colon] == ':';
  };
  return (head.starts_with('{') || head.starts_with('[')) && has("\"uri\"") &&
         (has("\"versioncreated\"") || has("\"body_text\"") || has("\"body_xhtml\"") || has("\"bodies\"") ||
          has("\"headlines\""));
}

bool is_html(std::string_view head) {
  const std::string root = to_lower(root_local_name(head));
  return root == "html" || root == "head" || root == "body";
}

/// Whether the root element has one of these names.
template <const std::string_view&... names>
bool has_root(std::string_view head) {
  const std::string_view root = root_local_name(head);
  return ((root == names) || ...);
}

constexpr std::string_view kNewsItem = "newsItem", kNewsMessage = "newsMessage", kPackageItem = "packageItem",
                           kNitf = "nitf", kRss = "rss", kRdf = "RDF", kAtom = "feed", kTei = "TEI",
                           kTeiCorpus = "teiCorpus";

}  // namespace

const std::vector<FormatSpec>& format_table() {
  static const std::vector<FormatSpec> kTable = {
      {InputFormat::kIramuteq, "iramuteq", {".txt", ".text"}, false, is_iramuteq, iramuteq_format},
      {InputFormat::kBatch, "batch", {".txt", ".text"}, false, is_batch, batch_format},
      {InputFormat::kText, "text", {".txt", ".text"}, true, nullptr, text_format},
      {InputFormat::kNinjs, "ninjs", {".json"}, false, is_ninjs, ninjs_format},
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
      {InputFormat::kNewsml,
       "newsml",
       {".xml"},
       false,
       has_root<kNewsItem, kNewsMessage, kPackageItem>,
       newsml_format},
      {InputFormat::kNitf, "nitf", {".nitf", ".xml"}, false, has_root<kNitf>, nitf_format},
      {InputFormat::kFeed,
       "feed",
       {".rss", ".atom", ".rdf", ".xml"},
       false,
       has_root<kRss, kRdf, kAtom>,
       feed_format},
      {InputFormat::kEuropresse, "europresse", {".html", ".htm"}, false, is_europresse, europresse_format},
      {InputFormat::kFactiva, "factiva", {".html", ".htm"}, false, is_factiva, factiva_format},
      {InputFormat::kHtml, "html", {".html", ".htm", ".xhtml", ".shtml"}, true, is_html, html_format},
      {InputFormat::kWarc, "warc", {".warc"}, true, is_warc, warc_format},
      {InputFormat::kTei, "tei", {".tei", ".xml"}, false, has_root<kTei, kTeiCorpus>, tei_format},
      {InputFormat::kMail, "mail", {".eml", ".mbox", ".mbx"}, true, is_mail, mail_format},
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
