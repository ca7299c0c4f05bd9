// Archives of the web: WARC 1.0 and 1.1 (ISO 28500:2017). A record is a header, an empty line, a block of
// Content-Length bytes and two empty lines; of type "response" the block is an HTTP response.
#include "corpus/formats/warc.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "common/text/utf8.h"
#include "corpus/formats/format.h"
#include "corpus/formats/header_fields.h"
#include "corpus/formats/html_page.h"
#include "corpus/formats/http_page.h"
#include "corpus/formats/values.h"

namespace depeche {
namespace {

constexpr size_t kMaxHeader = 1 << 16;

/// An address as RFC 3986 has it: bytes of no known encoding are written %B9.
std::string address_of(std::string_view stated) {
  if (stated.starts_with('<') && stated.ends_with('>')) stated = stated.substr(1, stated.size() - 2);
  if (find_invalid_utf8(stated) == std::string_view::npos) return std::string(stated);
  std::string address;
  for (const char c : stated)
    address += static_cast<unsigned char>(c) < 0x80 ? std::string(1, c)
                                                    : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return address;
}

Problem unreadable(std::string message) { return {RejectionCode::kFormat, std::move(message)}; }

class WarcReader {
 public:
  WarcReader(const FormatInput& input, const CorpusSink& sink) : input_(input), sink_(sink) {}

  bool read() {
    while (pass_over_blank_lines()) {
      offset_ = stream().offset();
      if (!is_warc(stream().fill(kMaxHeader)))
        return fail(
            unreadable(tr("at byte {} no record of a web archive begins; fetch the file again", offset_)));
      const auto end = end_of_header(stream().window().substr(0, kMaxHeader));
      if (!end) return fail(cut_short());
      const std::string header(stream().window().substr(0, *end));
      stream().skip(*end);
      if (!read_block(HeaderFields(header))) return false;
      if (failed_) return true;
    }
    return true;
  }

 private:
  ByteStream& stream() { return input_.stream; }

  Problem cut_short() const {
    return unreadable(
        tr("the web archive is cut short in its record at byte {}; fetch the file again", offset_));
  }

  /// False at the end.
  bool pass_over_blank_lines() {
    for (;;) {
      const std::string_view window = stream().fill(1);
      if (window.empty()) return false;
      const size_t blanks = std::min(window.find_first_not_of("\r\n"), window.size());
      stream().skip(blanks);
      if (blanks < window.size()) return true;
    }
  }

  bool read_block(const HeaderFields& header) {
    const std::string_view stated = header.value("Content-Length");
    uint64_t length = 0;
    const auto [end, error] = std::from_chars(stated.data(), stated.data() + stated.size(), length);
    if (error != std::errc() || end != stated.data() + stated.size())
      return fail(unreadable(
          tr("the record at byte {} of the web archive does not say how long it is; fetch the file again",
             offset_)));
    if (equal_ascii(header.value("WARC-Type"), "response")) return read_response(header, length);
    if (equal_ascii(header.value("WARC-Type"), "resource") && is_page_type(header.value("Content-Type")))
      return read_page({}, header, length);
    return pass_over(length);
  }

  bool read_response(const HeaderFields& header, uint64_t length) {
    const std::string_view head = stream().fill(std::min<uint64_t>(length, kMaxHeader)).substr(0, length);
    const auto end = end_of_header(head);
    if (!end || !is_page(head.substr(0, *end))) return pass_over(length);
    const std::string http(head.substr(0, *end));
    stream().skip(*end);
    return read_page(http, header, length - *end);
  }

  /// `length` bytes of the block are left.
  bool read_page(const std::string& http, const HeaderFields& header, uint64_t length) {
    const size_t limit = input_.options.max_record_bytes;
    if (length > limit) {
      if (!pass_over(length)) return false;
      return failed_ || reject(too_long_page(limit), {});
    }
    const std::string_view body = stream().fill(length).substr(0, length);
    if (body.size() < length) return fail(cut_short());
    const auto page = page_of(http, body, limit);
    stream().skip(length);
    if (const auto* problem = std::get_if<Problem>(&page)) return reject(*problem, http);
    return hand_on(std::get<std::string>(page), address_of(header.value("WARC-Target-URI")));
  }

  bool hand_on(const std::string& page, const std::string& address) {
    ByteStream bytes{std::string_view(page)};
    Decoder decoder(input_.options.encoding);
    bytes.skip(decoder.start(bytes.fill(kHeadBytes)));
    const CorpusSink placing = [&](CorpusItem&& item) {
      Origin& origin = std::visit([](auto& entry) -> Origin& { return entry.origin; }, item);
      origin.record = ++number_;
      origin.offset = offset_;
      if (auto* record = std::get_if<Record>(&item)) {
        set_value(*record, "id", address);
        set_value(*record, "url", address);
      } else {
        std::get<Rejection>(item).whole_file = false;
      }
      return sink_(std::move(item));
    };
    return html_format().read({bytes, decoder, input_.origin, input_.relative_path, input_.options}, placing);
  }

  bool pass_over(uint64_t length) {
    while (length > 0) {
      const std::string_view window = stream().fill(1);
      if (window.empty()) return fail(cut_short());
      const size_t count = std::min<uint64_t>(length, window.size());
      stream().skip(count);
      length -= count;
    }
    return true;
  }

  bool reject(const Problem& problem, std::string_view source) {
    return sink_(reject_record(input_.origin_of(++number_, offset_, {}), problem, source));
  }

  bool fail(const Problem& problem) {
    failed_ = true;
    return sink_(reject_file(input_.origin_of(++number_, offset_, {}), problem));
  }

  const FormatInput& input_;
  const CorpusSink& sink_;
  uint64_t number_ = 0;  // of articles and rejections
  uint64_t offset_ = 0;  // of the record of the archive
  bool failed_ = false;
};

class WarcFormat : public Format {
 public:
  bool read(const FormatInput& input, const CorpusSink& sink) const override {
    return WarcReader(input, sink).read();
  }
};

}  // namespace

bool is_warc(std::string_view head) { return head.starts_with("WARC/"); }

const Format& warc_format() {
  static const WarcFormat kFormat;
  return kFormat;
}

}  // namespace depeche
