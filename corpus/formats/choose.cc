#include <algorithm>

#include "common/text/fold.h"
#include "corpus/formats/format_table.h"
#include "corpus/formats/signature.h"
#include "corpus/formats/warc.h"
#include "corpus/formats/xml_records.h"

namespace depeche {
namespace {

std::string_view without_leading_space(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

/// Whether the first line may be a whole object, as far as one can tell without parsing it.
bool is_object_line(std::string_view text, bool complete) {
  const size_t end = text.find_first_of("\r\n");
  if (end == std::string_view::npos && !complete) return text.starts_with('{');  // longer than the head
  std::string_view line = text.substr(0, end);
  line = line.substr(0, line.find_last_not_of(" \t") + 1);
  return line.starts_with('{') && line.size() > 1 && line.ends_with('}');
}

/// An array, or an object that goes on in the next line.
bool is_document(std::string_view text) {
  return text.starts_with('[') || text.starts_with("{\n") || text.starts_with("{\r");
}

const FormatSpec* spec_of(InputFormat format) {
  const auto& table = format_table();
  return &*std::find_if(table.begin(), table.end(),
                        [&](const FormatSpec& spec) { return spec.id == format; });
}

/// The first format of the name's ending that the head fits. Where no format has that ending, the first that
/// the head fits. Null if none.
const FormatSpec* recognise(std::string_view lower_name, std::string_view head) {
  const auto has_ending = [&](const FormatSpec& spec) {
    return std::any_of(spec.endings.begin(), spec.endings.end(),
                       [&](std::string_view ending) { return lower_name.ends_with(ending); });
  };
  const auto& table = format_table();
  const bool known = std::any_of(table.begin(), table.end(), has_ending);
  for (const FormatSpec& spec : table) {
    if (known && !has_ending(spec)) continue;
    if ((known && spec.by_name_alone) || (spec.fits && spec.fits(head))) return &spec;
  }
  return nullptr;
}

/// The head of a file of no known vocabulary.
Problem unread_markup(std::string_view head) {
  const std::string root(root_element(head));
  if (root.empty() || to_lower(root) == "html")
    return {RejectionCode::kFormat,
            tr("a web page is expected to end in .html, .htm or .xhtml; rename it, or say --input-format "
               "html")};
  return {RejectionCode::kFormat,
          tr("XML with the root element <{}> is not read, only that of newsItem and newsMessage (NewsML-G2), "
             "nitf, rss, rdf:RDF and feed, TEI and teiCorpus; convert it, or read the markup as text with "
             "--input-format text",
             visible_excerpt(root))};
}

Problem not_lines() {
  return {RejectionCode::kFormat,
          tr("JSON is read as one object a line; convert it, for example with jq -c '.[]'")};
}

}  // namespace

Record FormatInput::record(uint64_t number, uint64_t offset, std::string encoding) const {
  Record out;
  out.origin = origin_of(number, offset, std::move(encoding));
  out.relative_path = relative_path;
  return out;
}

Origin FormatInput::origin_of(uint64_t number, uint64_t offset, std::string encoding) const {
  Origin out = origin;
  out.record = number;
  out.offset = offset;
  out.encoding = std::move(encoding);
  return out;
}

std::variant<const Format*, Problem> choose_format(std::string_view path, std::string_view head,
                                                   const Decoder& decoder, InputFormat format) {
  if (const Signature* signature = signature_of(head))
    return Problem{RejectionCode::kFormat,
                   signature->content == Signature::kDocument
                       ? tr("{} is not read; convert it to plain text", signature->name)
                       : tr("the file is packed ({}); unpack it first", signature->name)};
  if (is_warc(head) && format == InputFormat::kAuto) return &warc_format();  // pictures in it are no text
  if (decoder.unit() == 1 && looks_binary(head) && format != InputFormat::kWarc)
    return Problem{
        RejectionCode::kBinary,
        tr("the file is not text; if it is UTF-16 without a byte order mark, say --encoding UTF-16LE")};

  const std::string decoded =
      decoder.decode(head.substr(0, head.size() / decoder.unit() * decoder.unit())).text;
  const std::string_view text = without_leading_space(decoded);
  const std::string name = to_lower(utf8_path(path.substr(path.find_last_of('/') + 1)));
  const FormatSpec* spec = format == InputFormat::kAuto ? recognise(name, text) : spec_of(format);
  if (!spec && text.starts_with('<')) return unread_markup(text);
  if (!spec) return &text_format();
  if (spec->id == InputFormat::kJsonl) {
    const bool named_lines = name.ends_with(".jsonl") || name.ends_with(".ndjson");
    const bool lines = format == InputFormat::kJsonl || named_lines || text.empty() ||
                       is_object_line(text, head.size() < kHeadBytes);
    if (!lines || is_document(text)) return not_lines();
  }
  return &spec->format();
}

}  // namespace depeche
