#include "corpus/formats/batch_marks.h"
#include "corpus/formats/format.h"

namespace depeche {
namespace {

/// A part of the file, read.
struct Part {
  std::string text;  // as clean_text() keeps it
  std::string encoding;
  std::optional<Problem> problem;
  bool marked = false;

  bool blank() const { return text.find_first_not_of(" \t\n=-*_") == std::string::npos; }
};

Problem no_mark() {
  return {RejectionCode::kFormat,
          tr("nothing parts the articles of this file: neither ZCZC, « Document 1 de 20 », form feeds nor a "
             "line of =====; part them, or read it as one with --input-format text")};
}

class BatchFormat : public Format {
 public:
  bool read(const FormatInput& input, const CorpusSink& sink) const override {
    const bool stated = input.options.format == InputFormat::kBatch;
    const size_t limit = input.options.max_record_bytes;
    const std::string_view bytes = input.stream.fill(limit + 1);
    const bool whole = bytes.size() <= limit;
    const size_t seen = (whole ? bytes.size() : limit) / input.decoder.unit() * input.decoder.unit();
    const BatchMarks marks = BatchMarks::find(input.decoder.decode(bytes.substr(0, seen)).text);
    if (marks.kind() == BatchMarks::kNone) {
      if (stated) return sink(reject_file(input.origin_of(1, input.stream.offset(), {}), no_mark()));
      return text_format().read(input, sink);
    }
    if (whole && !stated && !all_dispatches(bytes, input, marks)) return text_format().read(input, sink);
    return read_parts(input, sink, marks, stated);
  }

 private:
  static Part part_of(const FormatInput& input, const Piece& piece, const BatchMarks& marks, bool first) {
    Decoded decoded = input.decoder.decode(piece.bytes);
    Part part{{}, decoded.encoding, garbled(decoded)};
    part.marked = begins_as_marked(decoded.text, marks.kind(), first);
    if (piece.too_long) part.problem = too_long_piece(input.options.max_record_bytes);
    part.text = clean_text(part.problem ? std::move(decoded.text) : batch_text(decoded.text, marks.kind()));
    return part;
  }

  /// Whether the file is what it seems, to its end. Parts that cannot be read do not tell.
  static bool all_dispatches(std::string_view bytes, const FormatInput& input, BatchMarks marks) {
    ByteStream copy(bytes);
    PieceReader pieces(copy, input.decoder, bytes.size(),
                       [&](std::string_view line) { return marks.use_of(line); });
    for (bool first = true; const auto piece = pieces.next(); first = false) {
      const Part part = part_of(input, *piece, marks, first);
      if (!part.problem && !part.blank() && !is_dispatch(part.text, marks.kind())) return false;
    }
    return true;
  }

  static bool read_parts(const FormatInput& input, const CorpusSink& sink, BatchMarks marks, bool stated) {
    uint64_t number = 0;
    PieceReader pieces(input.stream, input.decoder, input.options.max_record_bytes,
                       [&](std::string_view line) { return marks.use_of(line); });
    for (bool first = true; const auto piece = pieces.next(); first = false) {
      Part part = part_of(input, *piece, marks, first);
      if (part.blank() && !part.problem) continue;
      Record record = input.record(++number, piece->offset, part.encoding);
      if (!part.problem) part.problem = misfit(part, marks.kind(), stated);
      if (part.problem) {
        if (!sink(reject_record(record.origin, *part.problem, part.text))) return false;
        continue;
      }
      record.plain_text = true;
      record.fields.emplace_back("", std::move(part.text));
      if (!sink(std::move(record))) return false;
    }
    return true;
  }

  /// Why a part is no article.
  static std::optional<Problem> misfit(const Part& part, BatchMarks::Kind kind, bool stated) {
    if (!part.marked)
      return Problem{RejectionCode::kFormat,
                     tr("this stands outside the articles that the file marks; take it out of the file")};
    if (!stated && !is_dispatch(part.text, kind))
      return Problem{RejectionCode::kFormat,
                     tr("this part has neither dateline nor dated header line; say --input-format batch to "
                        "read it nevertheless")};
    return std::nullopt;
  }
};

}  // namespace

const Format& batch_format() {
  static const BatchFormat kFormat;
  return kFormat;
}

}  // namespace depeche
