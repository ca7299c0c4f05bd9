#include "corpus/formats/format.h"
#include "corpus/formats/mail_message.h"
#include "corpus/formats/mail_text.h"
#include "corpus/formats/pieces.h"

namespace depeche {
namespace {

bool is_blank(std::string_view bytes) { return bytes.find_first_not_of(" \t\r\n") == std::string_view::npos; }

class MailFormat : public Format {
 public:
  bool read(const FormatInput& input, const CorpusSink& sink) const override {
    if (input.decoder.unit() > 1)
      return sink(
          reject_file(input.origin_of(1, input.stream.offset(), {}),
                      {RejectionCode::kFormat,
                       tr("mail is not read in {}; leave out --encoding, or read the file as text with "
                          "--input-format text",
                          input.decoder.unit() == 2 ? "UTF-16" : "UTF-32")}));
    bool first = true, box = false;
    PieceReader pieces(input.stream, input.decoder, input.options.max_record_bytes,
                       [&](std::string_view line) {
                         const bool begins = (first || box) && is_from_line(line);
                         box = box || begins;
                         first = first && is_blank(line);
                         return begins ? LineUse::kBegins : LineUse::kText;
                       });
    uint64_t number = 0;
    while (const auto piece = pieces.next())
      if (!is_blank(piece->bytes) && !sink(item(input, ++number, *piece))) return false;
    return true;
  }

 private:
  static CorpusItem item(const FormatInput& input, uint64_t number, const Piece& piece) {
    Record record = input.record(number, piece.offset, "UTF-8");
    const auto excerpt = [&] { return input.decoder.decode(piece.bytes.substr(0, 1000)).text; };
    if (piece.too_long)
      return reject_record(record.origin, too_long_piece(input.options.max_record_bytes), excerpt());
    const auto problem =
        is_from_line(piece.bytes.substr(0, piece.bytes.find('\n')))
            ? fill_from_message(record, unquoted_message(piece.bytes), input.decoder)
            : fill_from_message(record, piece.bytes.substr(piece.bytes.find_first_not_of("\r\n")),
                                input.decoder);
    if (problem) return reject_record(record.origin, *problem, excerpt());
    return record;
  }
};

}  // namespace

const Format& mail_format() {
  static const MailFormat kFormat;
  return kFormat;
}

}  // namespace depeche
