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
#include "common/stored_bytes.h"

namespace depeche {
namespace {

// Format byte, members of the article in the order of encode_body(), XXH3-64 of all before it. Integers are
// LEB128 varints, strings and arrays begin with their length, floats and the checksum are little-endian.
constexpr char kFormat = 2;
constexpr size_t kChecksumBytes = 8;

void write(ByteWriter& out, const PartialDate& date) {
  out.number(static_cast<uint64_t>(date.year));
  out.number(date.month);
  out.number(date.day);
  out.number(date.unknown_figures);
}

/// The highest number that EDTF gives to a part of the year: its second half.
constexpr uint64_t kLastYearPart = 41;

PartialDate read_date(ByteReader& in) {
  PartialDate date;
  date.year = static_cast<int>(in.number(9999));
  date.month = static_cast<unsigned>(in.number(kLastYearPart));
  date.day = static_cast<unsigned>(in.number(31));
  date.unknown_figures = static_cast<unsigned>(in.number(2));
  return date;
}

void write(ByteWriter& out, const Span& span) {
  out.name(span.field);
  out.number(span.begin);
  out.number(span.end);
}

bool is_boundary(const std::string& text, uint64_t offset) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

/// An offset into `field`, which has been read before.
uint32_t read_offset(ByteReader& in, const std::string& field) {
  const uint64_t offset = in.number(std::numeric_limits<uint32_t>::max());
  if (!is_boundary(field, offset)) fail_damaged(tr("offset outside its field"));
  return static_cast<uint32_t>(offset);
}

Span read_span(ByteReader& in, const Article& article) {
  Span span;
  span.field = in.name(TextField::kText);
  span.begin = read_offset(in, article.field(span.field));
  span.end = read_offset(in, article.field(span.field));
  if (span.begin > span.end) fail_damaged(tr("offset outside its field"));
  return span;
}

void write_optional_minute(ByteWriter& out, std::optional<uint16_t> minute) {
  out.number(minute ? *minute + 1U : 0U);
}

std::optional<uint16_t> read_optional_minute(ByteReader& in) {
  constexpr uint64_t kMinutesOfDay = 24 * 60;
  const uint64_t value = in.number(kMinutesOfDay);
  if (value == 0) return std::nullopt;
  return static_cast<uint16_t>(value - 1);
}

void write(ByteWriter& out, const StatedPart& stated) {
  write(out, stated.value);
  out.name(stated.basis);
}

StatedPart read_stated(ByteReader& in) {
  StatedPart stated;
  stated.value = read_date(in);
  stated.basis = in.name(DateBasis::kNeighbours);
  return stated;
}

void write(ByteWriter& out, const ArticleDate& date) {
  out.name(date.kind);
  write(out, date.value);
  out.optional(date.until, [&out](const auto& value) { write(out, value); });
  write_optional_minute(out, date.minute);
  out.name(date.basis);
  out.flag(date.inferred);
  out.real(date.confidence);
  out.optional(date.span, [&out](const auto& value) { write(out, value); });
  out.string(date.evidence);
  out.optional(date.stated, [&out](const auto& value) { write(out, value); });
  out.string(date.why);
  out.array(date.candidates, [&out](const DateCandidate& candidate) {
    write(out, candidate.value);
    out.real(candidate.weight);
    out.string(candidate.why);
  });
}

ArticleDate read_article_date(ByteReader& in, const Article& article) {
  ArticleDate date;
  date.kind = in.name(DateKind::kEvent);
  date.value = read_date(in);
  date.until = in.optional([&] { return read_date(in); });
  date.minute = read_optional_minute(in);
  date.basis = in.name(DateBasis::kNeighbours);
  date.inferred = in.flag();
  date.confidence = in.real();
  date.span = in.optional([&] { return read_span(in, article); });
  date.evidence = in.string();
  date.stated = in.optional([&] { return read_stated(in); });
  date.why = in.string();
  date.candidates = in.array([&in] {
    DateCandidate candidate;
    candidate.value = read_date(in);
    candidate.weight = in.real();
    candidate.why = in.string();
    return candidate;
  });
  return date;
}

void write(ByteWriter& out, const Mention& mention) {
  out.name(mention.type);
  write(out, mention.span);
  out.string(mention.key);
  out.flag(mention.link.has_value());
  if (!mention.link) return;
  out.string(mention.link->key);
  out.string(mention.link->rule);
  out.number(mention.link->begin);
}

Mention read_mention(ByteReader& in, const Article& article) {
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

void write(ByteWriter& out, const Repair& repair) {
  write(out, repair.span);
  out.string(repair.original);
  out.strings(repair.readings);
}

Repair read_repair(ByteReader& in, const Article& article) {
  Repair repair;
  repair.span = read_span(in, article);
  repair.original = in.string();
  repair.readings = in.strings();
  return repair;
}

/// What a reader sees of an article, dates aside.
void write_content(ByteWriter& out, const Article& article) {
  for (const std::string* text : {&article.title, &article.header, &article.text, &article.source,
                                  &article.section, &article.language, &article.url})
    out.string(*text);
  out.strings(article.authors);
  out.array(article.repairs, [&out](const Repair& repair) { write(out, repair); });
}

void read_content(ByteReader& in, Article& article) {
  for (std::string* text : {&article.title, &article.header, &article.text, &article.source, &article.section,
                            &article.language, &article.url})
    *text = in.string();
  article.authors = in.strings();
  article.repairs = in.array([&] { return read_repair(in, article); });
}

void write_sentences(ByteWriter& out, const std::vector<uint32_t>& sentences) {
  uint32_t previous = 0;
  out.array(sentences, [&](uint32_t sentence) {
    out.number(sentence - previous);
    previous = sentence;
  });
}

std::vector<uint32_t> read_sentences(ByteReader& in, const std::string& text) {
  uint64_t previous = 0;
  return in.array([&] {
    previous += in.number(text.size());
    if (!is_boundary(text, previous)) fail_damaged(tr("offset outside its field"));
    return static_cast<uint32_t>(previous);
  });
}

}  // namespace

std::string encode_article(const Article& article) {
  ByteWriter out;
  out.bytes().reserve(article.text.size() + article.title.size() + (1 << 10));
  out.bytes() += kFormat;
  out.string(article.id);
  out.number(article.version);
  out.string(article.origin.path);
  out.number(article.origin.record);
  out.number(article.origin.offset);
  out.string(article.origin.encoding);
  out.optional(article.origin.modified, [&out](Day day) { write(out, PartialDate::of(day)); });
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
  if (ByteReader(data.substr(body.size())).fixed(kChecksumBytes) != hash64(body))
    fail_damaged(tr("wrong checksum"));
  if (body.front() != kFormat) fail_damaged(tr("unknown format"));

  ByteReader in(body.substr(1));
  Article article;
  article.id = in.string();
  article.version = static_cast<uint32_t>(in.number(std::numeric_limits<uint32_t>::max()));
  article.origin.path = in.string();
  article.origin.record = in.number();
  article.origin.offset = in.number();
  article.origin.encoding = in.string();
  if (const auto modified = in.optional([&] { return read_date(in); }))
    article.origin.modified = modified->first_day();
  read_content(in, article);
  article.dates = in.array([&] { return read_article_date(in, article); });
  article.mentions = in.array([&] { return read_mention(in, article); });
  article.sentences = read_sentences(in, article.text);
  if (!in.at_end()) fail_damaged(tr("bytes behind its end"));
  return article;
}

// Confidences, reasons and evidence (a path, say) may change where the article does not.
std::string content_digest(const Article& article) {
  ByteWriter out;
  write_content(out, article);
  out.array(article.dates, [&out](const ArticleDate& date) {
    out.name(date.kind);
    write(out, date.value);
    out.optional(date.until, [&out](const auto& value) { write(out, value); });
    write_optional_minute(out, date.minute);
    out.name(date.basis);
    out.flag(date.inferred);
    out.array(date.candidates, [&out](const DateCandidate& candidate) { write(out, candidate.value); });
  });
  return hash128_hex(out.bytes());
}

}  // namespace depeche
