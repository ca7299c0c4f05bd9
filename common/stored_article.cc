#include "common/stored_article.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/hash.h"
#include "common/message.h"

namespace depeche {
namespace {

// Format byte, members of the article in the order of encode_body(), XXH3-64 of all before it. Integers are
// LEB128 varints, strings and arrays begin with their length, floats and the checksum are little-endian.
constexpr char kFormat = 1;
constexpr size_t kChecksumBytes = 8;

class Writer {
 public:
  void number(uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void fixed(uint64_t value, size_t bytes) {
    for (size_t i = 0; i < bytes; ++i) bytes_ += static_cast<char>(value >> (8 * i));
  }
  void real(float value) { fixed(std::bit_cast<uint32_t>(value), sizeof(uint32_t)); }
  void flag(bool value) { number(value); }
  template <typename Enum>
  void name(Enum value) {
    number(static_cast<uint64_t>(value));
  }
  void string(std::string_view text) {
    number(text.size());
    bytes_ += text;
  }
  template <typename Items, typename WriteItem>
  void array(const Items& items, WriteItem write_item) {
    number(items.size());
    for (const auto& item : items) write_item(item);
  }
  void strings(const std::vector<std::string>& items) {
    array(items, [this](const std::string& item) { string(item); });
  }

  std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

[[noreturn]] void fail_damaged(const std::string& reason) {
  throw Error(
      ExitCode::kIndex,
      tr("an article stored in the index is damaged ({}): index again into an empty directory", reason));
}

/// Reads what Writer wrote, whatever the bytes are: every step throws rather than leave them.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  uint64_t number(uint64_t max = std::numeric_limits<uint64_t>::max()) {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1).front());
      const uint64_t part = byte & 0x7F;
      if (part << shift >> shift != part) break;
      value |= part << shift;
      if (byte >= 0x80) continue;
      if (value > max) break;
      return value;
    }
    fail_damaged(tr("number out of range"));
  }
  uint64_t fixed(size_t bytes) {
    uint64_t value = 0;
    const std::string_view taken = take(bytes);
    for (size_t i = 0; i < bytes; ++i) value |= uint64_t{static_cast<unsigned char>(taken[i])} << (8 * i);
    return value;
  }
  float real() { return std::bit_cast<float>(static_cast<uint32_t>(fixed(sizeof(uint32_t)))); }
  bool flag() { return number(1) == 1; }
  template <typename Enum>
  Enum name(Enum last) {
    return static_cast<Enum>(number(static_cast<uint64_t>(last)));
  }
  std::string string() { return std::string(take(number())); }
  /// Each item takes a byte at least: no length read can ask for much more memory than the bytes justify.
  template <typename ReadItem>
  auto array(ReadItem read_item) {
    std::vector<decltype(read_item())> items;
    const uint64_t size = number(rest_.size());
    items.reserve(std::min<uint64_t>(size, 1024));
    for (uint64_t i = 0; i < size; ++i) items.push_back(read_item());
    return items;
  }
  std::vector<std::string> strings() {
    return array([this] { return string(); });
  }

  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view take(uint64_t bytes) {
    if (bytes > rest_.size()) fail_damaged(tr("it ends too early"));
    const std::string_view taken = rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
    return taken;
  }

  std::string_view rest_;
};

void write(Writer& out, const PartialDate& date) {
  out.number(static_cast<uint64_t>(date.year));
  out.number(date.month);
  out.number(date.day);
}

PartialDate read_date(Reader& in) {
  PartialDate date;
  date.year = static_cast<int>(in.number(9999));
  date.month = static_cast<unsigned>(in.number(12));
  date.day = static_cast<unsigned>(in.number(31));
  return date;
}

void write(Writer& out, const Span& span) {
  out.name(span.field);
  out.number(span.begin);
  out.number(span.end);
}

bool is_boundary(const std::string& text, uint64_t offset) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

/// An offset into `field`, which has been read before.
uint32_t read_offset(Reader& in, const std::string& field) {
  const uint64_t offset = in.number(std::numeric_limits<uint32_t>::max());
  if (!is_boundary(field, offset)) fail_damaged(tr("offset outside its field"));
  return static_cast<uint32_t>(offset);
}

Span read_span(Reader& in, const Article& article) {
  Span span;
  span.field = in.name(TextField::kText);
  span.begin = read_offset(in, article.field(span.field));
  span.end = read_offset(in, article.field(span.field));
  if (span.begin > span.end) fail_damaged(tr("offset outside its field"));
  return span;
}

void write_optional_minute(Writer& out, std::optional<uint16_t> minute) {
  out.number(minute ? *minute + 1U : 0U);
}

std::optional<uint16_t> read_optional_minute(Reader& in) {
  constexpr uint64_t kMinutesOfDay = 24 * 60;
  const uint64_t value = in.number(kMinutesOfDay);
  if (value == 0) return std::nullopt;
  return static_cast<uint16_t>(value - 1);
}

void write(Writer& out, const ArticleDate& date) {
  out.name(date.kind);
  write(out, date.value);
  write_optional_minute(out, date.minute);
  out.name(date.basis);
  out.flag(date.inferred);
  out.real(date.confidence);
  out.flag(date.span.has_value());
  if (date.span) write(out, *date.span);
  out.string(date.evidence);
  out.array(date.candidates, [&out](const DateCandidate& candidate) {
    write(out, candidate.value);
    out.real(candidate.weight);
    out.string(candidate.why);
  });
}

ArticleDate read_article_date(Reader& in, const Article& article) {
  ArticleDate date;
  date.kind = in.name(DateKind::kEvent);
  date.value = read_date(in);
  date.minute = read_optional_minute(in);
  date.basis = in.name(DateBasis::kNeighbours);
  date.inferred = in.flag();
  date.confidence = in.real();
  if (in.flag()) date.span = read_span(in, article);
  date.evidence = in.string();
  date.candidates = in.array([&in] {
    DateCandidate candidate;
    candidate.value = read_date(in);
    candidate.weight = in.real();
    candidate.why = in.string();
    return candidate;
  });
  return date;
}

void write(Writer& out, const Mention& mention) {
  out.name(mention.type);
  write(out, mention.span);
  out.string(mention.key);
  out.flag(mention.link.has_value());
  if (!mention.link) return;
  out.string(mention.link->key);
  out.string(mention.link->rule);
  out.number(mention.link->begin);
}

Mention read_mention(Reader& in, const Article& article) {
  Mention mention;
  mention.type = in.name(EntityType::kOther);
  mention.span = read_span(in, article);
  mention.key = in.string();
  if (!in.flag()) return mention;
  MentionLink& link = mention.link.emplace();
  link.key = in.string();
  link.rule = in.string();
  link.begin = read_offset(in, article.field(mention.span.field));
  return mention;
}

void write(Writer& out, const Repair& repair) {
  write(out, repair.span);
  out.string(repair.original);
  out.strings(repair.readings);
}

Repair read_repair(Reader& in, const Article& article) {
  Repair repair;
  repair.span = read_span(in, article);
  repair.original = in.string();
  repair.readings = in.strings();
  return repair;
}

/// What a reader sees of an article, dates aside.
void write_content(Writer& out, const Article& article) {
  for (const std::string* text : {&article.title, &article.header, &article.text, &article.source,
                                  &article.section, &article.language, &article.url})
    out.string(*text);
  out.strings(article.authors);
  out.array(article.repairs, [&out](const Repair& repair) { write(out, repair); });
}

void read_content(Reader& in, Article& article) {
  for (std::string* text : {&article.title, &article.header, &article.text, &article.source, &article.section,
                            &article.language, &article.url})
    *text = in.string();
  article.authors = in.strings();
  article.repairs = in.array([&] { return read_repair(in, article); });
}

void write_sentences(Writer& out, const std::vector<uint32_t>& sentences) {
  uint32_t previous = 0;
  out.array(sentences, [&](uint32_t sentence) {
    out.number(sentence - previous);
    previous = sentence;
  });
}

std::vector<uint32_t> read_sentences(Reader& in, const std::string& text) {
  uint64_t previous = 0;
  return in.array([&] {
    previous += in.number(text.size());
    if (!is_boundary(text, previous)) fail_damaged(tr("offset outside its field"));
    return static_cast<uint32_t>(previous);
  });
}

}  // namespace

std::string encode_article(const Article& article) {
  Writer out;
  out.bytes().reserve(article.text.size() + article.title.size() + (1 << 10));
  out.bytes() += kFormat;
  out.string(article.id);
  out.number(article.version);
  out.string(article.origin.path);
  out.number(article.origin.record);
  out.number(article.origin.offset);
  out.string(article.origin.encoding);
  write_content(out, article);
  out.array(article.dates, [&out](const ArticleDate& date) { write(out, date); });
  out.array(article.mentions, [&out](const Mention& mention) { write(out, mention); });
  write_sentences(out, article.sentences);
  out.fixed(hash64(out.bytes()), kChecksumBytes);
  return std::move(out.bytes());
}

Article decode_article(std::string_view data) {
  if (data.size() <= kChecksumBytes) fail_damaged(tr("it ends too early"));
  const std::string_view body = data.substr(0, data.size() - kChecksumBytes);
  if (Reader(data.substr(body.size())).fixed(kChecksumBytes) != hash64(body))
    fail_damaged(tr("wrong checksum"));
  if (body.front() != kFormat) fail_damaged(tr("unknown format"));

  Reader in(body.substr(1));
  Article article;
  article.id = in.string();
  article.version = static_cast<uint32_t>(in.number(std::numeric_limits<uint32_t>::max()));
  article.origin.path = in.string();
  article.origin.record = in.number();
  article.origin.offset = in.number();
  article.origin.encoding = in.string();
  read_content(in, article);
  article.dates = in.array([&] { return read_article_date(in, article); });
  article.mentions = in.array([&] { return read_mention(in, article); });
  article.sentences = read_sentences(in, article.text);
  if (!in.at_end()) fail_damaged(tr("bytes behind its end"));
  return article;
}

// Confidences, reasons and evidence (a path, say) may change where the article does not.
std::string content_digest(const Article& article) {
  Writer out;
  write_content(out, article);
  out.array(article.dates, [&out](const ArticleDate& date) {
    out.name(date.kind);
    write(out, date.value);
    write_optional_minute(out, date.minute);
    out.name(date.basis);
    out.flag(date.inferred);
    out.array(date.candidates, [&out](const DateCandidate& candidate) { write(out, candidate.value); });
  });
  return hash128_hex(out.bytes());
}

}  // namespace depeche
