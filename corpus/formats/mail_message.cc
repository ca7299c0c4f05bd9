#include "corpus/formats/mail_message.h"

#include <algorithm>
#include <memory>
#include <string>

#include <gmime/gmime.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "corpus/formats/internet_date.h"
#include "corpus/formats/mail_text.h"
#include "corpus/formats/values.h"
#include "corpus/formats/xml_node.h"
#include "corpus/words.h"

namespace depeche {
namespace {

constexpr int kMaxDepth = 64;
constexpr size_t kMaxParts = 10'000;  // GMime keeps a kilobyte and more for each

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;
struct Free {
  void operator()(char* text) const { g_free(text); }
};
using OwnedText = std::unique_ptr<char, Free>;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string lower(const char* text) { return text ? to_lower(text) : ""; }

Owned<GMimeMessage> parse(std::string_view bytes) {
  static const bool kReady = (g_mime_init(), true);
  static_cast<void>(kReady);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

/// Lines that may part a message (RFC 2046, 5.1.1), at most as many as count.
size_t count_boundaries(std::string_view message) {
  size_t count = 0;
  for (size_t pos = 0; pos != std::string_view::npos && count <= kMaxParts; ++count)
    pos = message.find("\n--", pos == 0 ? 0 : pos + 1);
  return count;
}

/// What a part holds, its transfer encoding undone.
std::string bytes_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (!content) return {};
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
  return bytes->len > 0 ? std::string(reinterpret_cast<const char*>(bytes->data), bytes->len) : "";
}

/// The header values of a message.
class Header {
 public:
  Header(GMimeMessage* message, const Decoder& decoder)
      : list_(g_mime_object_get_header_list(GMIME_OBJECT(message))), decoder_(decoder) {}

  bool empty() const { return g_mime_header_list_get_count(list_) == 0; }

  /// The value as it stands on the lines of the header, in UTF-8; "" if none.
  std::string raw(const char* name) const {
    GMimeHeader* header = g_mime_header_list_get_header(list_, name);
    const char* value = header ? g_mime_header_get_raw_value(header) : nullptr;
    if (!value) return "";
    std::string text = decoder_.decode(value).text;
    std::erase_if(text, [](char c) { return c == '\r' || c == '\n'; });  // RFC 5322, 2.2.3
    std::replace(text.begin(), text.end(), '\t', ' ');
    return std::string(trim(text));
  }

  /// The same without encoded words (RFC 2047).
  std::string text(const char* name) const {
    const OwnedText decoded(g_mime_utils_header_decode_text(nullptr, raw(name).c_str()));
    return decoded ? well_formed(decoded.get()) : "";
  }

  InternetAddressList* addresses(const char* name) const {
    return internet_address_list_parse(nullptr, raw(name).c_str());
  }

  static std::string well_formed(const char* text) {
    std::string out = Decoder("").decode(text ? text : "").text;
    std::replace(out.begin(), out.end(), '\n', ' ');
    return std::string(trim(out));
  }

 private:
  GMimeHeaderList* list_;
  const Decoder& decoder_;
};

/// RFC 2919: « Alertes <alertes.agence.example> ».
std::string list_name(const std::string& value) {
  const size_t open = value.find('<');
  const std::string_view phrase = trim(std::string_view(value).substr(0, open));
  if (!phrase.empty() || open == std::string::npos) {
    const bool quoted = phrase.size() > 1 && phrase.starts_with('"') && phrase.ends_with('"');
    return std::string(quoted ? phrase.substr(1, phrase.size() - 2) : phrase);
  }
  const std::string id = value.substr(open + 1);
  return id.substr(0, id.find('>'));
}

void add_senders(Record& record, const Header& header) {
  const Owned<InternetAddressList> senders(header.addresses("From"));
  std::string domain;
  for (int i = 0; senders && i < internet_address_list_length(senders.get()); ++i) {
    InternetAddress* sender = internet_address_list_get_address(senders.get(), i);
    if (!INTERNET_ADDRESS_IS_MAILBOX(sender)) continue;
    const std::string name = Header::well_formed(internet_address_get_name(sender));
    const std::string address =
        Header::well_formed(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender)));
    add_value(record, "author", name.empty() ? address : name);
    const size_t at = address.rfind('@');
    if (domain.empty() && at != std::string::npos) domain = to_lower(address.substr(at + 1));
  }
  set_value(record, "source", header.text("Organization"));
  set_value(record, "source", domain);
}

/// A text of a message.
struct PartText {
  std::string text, encoding;
  bool plain = false;
};

/// Finds the text among the parts of a message.
class TextFinder {
 public:
  explicit TextFinder(const Decoder& decoder) : decoder_(decoder) {}

  PartText read(GMimeObject* part, int depth = 0) {
    if (depth > kMaxDepth) {
      problem_ =
          Problem{RejectionCode::kDepth,
                  tr("the parts of the message are nested deeper than {} levels; leave it out", kMaxDepth)};
      return {};
    }
    if (depth > 0 && is_attachment(part)) return {};
    if (GMIME_IS_MULTIPART(part)) return read_parts(GMIME_MULTIPART(part), depth);
    return GMIME_IS_PART(part) ? read_text(GMIME_PART(part)) : PartText();
  }
  const std::optional<Problem>& problem() const { return problem_; }

 private:
  static bool is_attachment(GMimeObject* part) {
    return lower(g_mime_object_get_disposition(part)) == "attachment" ||
           (GMIME_IS_PART(part) && g_mime_part_get_filename(GMIME_PART(part)));
  }

  /// RFC 2046, 5.1: of alternatives the plain one, of related parts the first, else all that are shown.
  PartText read_parts(GMimeMultipart* parts, int depth) {
    const std::string kind =
        lower(g_mime_content_type_get_media_subtype(g_mime_object_get_content_type(GMIME_OBJECT(parts))));
    PartText out;
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
      PartText found = read(g_mime_multipart_get_part(parts, i), depth + 1);
      if (is_blank(found.text)) continue;
      if (kind == "alternative") {
        if (out.text.empty() || (found.plain && !out.plain)) out = std::move(found);
        continue;
      }
      if (!out.text.empty()) found.text.insert(0, 1, '\n');
      out.text += found.text;
      out.plain = found.plain;
      if (out.encoding.empty() || found.encoding != "UTF-8") out.encoding = found.encoding;
      if (kind == "related") break;
    }
    return out;
  }

  PartText read_text(GMimePart* part) {
    GMimeObject* object = GMIME_OBJECT(part);
    GMimeContentType* type = g_mime_object_get_content_type(object);
    const bool html = g_mime_content_type_is_type(type, "text", "html") != 0;
    const bool plain = !type || g_mime_content_type_is_type(type, "text", "plain") != 0;
    if (!html && !plain) return {};
    const char* charset = g_mime_object_get_content_type_parameter(object, "charset");
    Decoded decoded = decode(bytes_of(part), charset ? charset : "");
    if (auto garbage = garbled(decoded)) {
      problem_ = std::move(garbage);
      return {};
    }
    PartText out{{}, decoded.encoding, plain};
    if (html) {
      out.text = paragraphs_of_html(decoded.text);
    } else {
      const auto parameter = [&](const char* name) {
        return lower(g_mime_object_get_content_type_parameter(object, name));
      };
      out.text = plain_mail_text(decoded.text, parameter("format") == "flowed", parameter("delsp") == "yes");
    }
    return out;
  }

  /// Letters of two or four bytes are seen by their zeros, whatever the part says.
  Decoded decode(const std::string& bytes, const std::string& charset) const {
    if (looks_binary(bytes)) {
      Decoder wide("");
      const size_t mark = wide.start(bytes);
      if (wide.unit() > 1) return wide.decode(std::string_view(bytes).substr(mark));
    }
    return decoder_.decode_stated(bytes, charset);
  }

  const Decoder& decoder_;
  std::optional<Problem> problem_;
};

}  // namespace

std::optional<Problem> fill_from_message(Record& record, std::string_view message, const Decoder& decoder) {
  if (count_boundaries(message) > kMaxParts)
    return Problem{RejectionCode::kRecordTooBig,
                   tr("the message may have more than {} parts; leave it out, or read it as text with "
                      "--input-format text",
                      kMaxParts)};
  const Owned<GMimeMessage> parsed = parse(message);
  if (!parsed || Header(parsed.get(), decoder).empty())
    return Problem{RejectionCode::kFormat,
                   tr("this is no mail: no header line begins it; read it as text with --input-format text")};
  const Header header(parsed.get(), decoder);
  std::string id = header.raw("Message-ID");
  std::erase_if(id, [](char c) { return c == '<' || c == '>' || c == ' '; });
  set_value(record, "id", std::move(id));
  set_value(record, "date", iso_of_internet_date(header.raw("Date")));
  set_value(record, "title", header.text("Subject"));
  GMimeObject* body = g_mime_message_get_mime_part(parsed.get());
  TextFinder finder(decoder);
  PartText found = body ? finder.read(body) : PartText();
  if (finder.problem()) return finder.problem();
  if (is_blank(found.text))
    return Problem{RejectionCode::kEmpty,
                   tr("the message has no text, only attachments or nothing; leave it out")};
  record.origin.encoding = found.encoding;
  set_value(record, "text", std::move(found.text));
  add_senders(record, header);
  set_value(record, "section", list_name(header.text("List-Id")));
  set_value(record, "language", header.raw("Content-Language"));
  return std::nullopt;
}

}  // namespace depeche
