#include <algorithm>

#include "corpus/formats/format.h"
#include "corpus/formats/html_body.h"
#include "corpus/formats/html_encoding.h"
#include "corpus/formats/html_metadata.h"
#include "corpus/formats/html_page.h"
#include "corpus/formats/values.h"
#include "corpus/formats/xml_node.h"

namespace depeche {
namespace {

size_t words_of(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; }));
}

void append_lines(const std::vector<std::string>& lines, std::string& text) {
  for (const std::string& line : lines) text.append(text.empty() ? "" : "\n").append(line);
}

/// What was found on the page; pages that show readers only the beginning state the whole as metadata.
std::string text_of(const HtmlBody& body, const HtmlMetadata& metadata) {
  std::string found;
  append_lines(body.paragraphs, found);
  if (words_of(metadata.text) * 5 > words_of(found) * 6) found = paragraphs_of_html(metadata.text);
  if (found.empty() || body.header.empty()) return found;
  std::string text;
  append_lines(body.header, text);
  return text + '\n' + found;
}

void fill(Record& record, const HtmlMetadata& metadata, const HtmlBody& body) {
  set_value(record, "title", metadata.title);
  set_value(record, "text", text_of(body, metadata));
  set_value(record, "date", metadata.published);
  set_value(record, "updated", metadata.modified);
  set_value(record, "source", metadata.source);
  set_value(record, "section", metadata.section);
  set_value(record, "url", metadata.url);
  set_value(record, "language", metadata.language);
  for (const std::string& author : metadata.authors) add_value(record, "author", author);
}

class HtmlFormat : public Format {
 public:
  bool read(const FormatInput& input, const CorpusSink& sink) const override {
    const size_t limit = input.options.max_record_bytes;
    const uint64_t offset = input.stream.offset();
    const std::string_view bytes = input.stream.fill(limit + 1);
    if (bytes.size() > limit) return sink(reject_file(input.origin_of(1, offset, {}), too_long_page(limit)));
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) return true;
    const Decoded decoded = input.decoder.decode_stated(bytes, stated_html_encoding(bytes));
    Record record = input.record(1, offset, decoded.encoding);
    if (auto problem = read_page(decoded, record))
      return sink(reject_record(record.origin, *problem, decoded.text));
    return sink(std::move(record));
  }

 private:
  static std::optional<Problem> read_page(const Decoded& decoded, Record& record) {
    if (auto problem = garbled(decoded)) return problem;
    const HtmlResult result = read_html_page(decoded.text);
    if (result.problem) return result.problem;
    const HtmlBody body = find_html_body(result.page);
    fill(record, html_metadata(result.page, body), body);
    if (!record.find("text"))
      return Problem{
          RejectionCode::kEmpty,
          tr("no text was found on the page; it may be made by a script or hold but links: save the "
             "page as a browser shows it, or convert it to plain text")};
    if (!record.find("title"))
      return Problem{RejectionCode::kField, tr("the page has no title: neither <title>, <h1> nor og:title")};
    return std::nullopt;
  }
};

}  // namespace

const Format& html_format() {
  static const HtmlFormat kFormat;
  return kFormat;
}

}  // namespace depeche
