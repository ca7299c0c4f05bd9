#include "corpus/formats/format.h"

namespace depeche {
namespace {

class TextFormat : public Format {
 public:
  bool read(const FormatInput& input, const CorpusSink& sink) const override {
    const size_t limit = input.options.max_record_bytes;
    const uint64_t offset = input.stream.offset();
    const std::string_view bytes = input.stream.fill(limit + 1);
    if (bytes.size() > limit)
      return sink(reject_file(
          input.origin_of(1, offset, {}),
          {RejectionCode::kRecordTooBig,
           tr("a text file is one article, and this one is longer than {} bytes; split it", limit)}));

    Decoded decoded = input.decoder.decode(bytes);
    Record record = input.record(1, offset, decoded.encoding);
    if (const auto problem = garbled(decoded))
      return sink(reject_record(record.origin, *problem, decoded.text));
    record.plain_text = true;
    record.fields.emplace_back("", clean_text(std::move(decoded.text)));
    const bool blank = record.fields[0].second.find_first_not_of(" \t\n") == std::string::npos;
    return blank || sink(std::move(record));
  }
};

}  // namespace

const Format& text_format() {
  static const TextFormat kFormat;
  return kFormat;
}

}  // namespace depeche
