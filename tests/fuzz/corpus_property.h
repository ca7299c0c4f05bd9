#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "common/article.h"
#include "common/text/utf8.h"
#include "corpus/decode.h"
#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace depeche::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

/// A value of a record or article: well-formed UTF-8 in NFC, without controls.
inline void check_clean(const std::string& text) {
  require(find_invalid_utf8(text) == std::string_view::npos);
  require(to_nfc(text) == text);
  require(text.find_first_of(std::string_view("\0\r\x1B\x7F", 4)) == std::string::npos);
}

inline void check_dates(const Article& article) {
  for (const ArticleDate& date : article.dates) {
    require(date.value.possible() && !date.evidence.empty());
    if (!date.span) continue;
    const std::string& field = article.field(date.span->field);
    require(date.span->begin < date.span->end && date.span->end <= field.size());
    require(field.substr(date.span->begin, date.span->end - date.span->begin) == date.evidence);
    require(find_invalid_utf8(date.evidence) == std::string_view::npos);
  }
}

/// Whatever is read becomes an article that holds what articles promise, or a rejection with code and
/// message.
inline void check_record(const Record& record, const CorpusOptions& options) {
  for (const auto& [name, value] : record.fields) {
    check_clean(name);
    check_clean(value);
  }
  const auto result = to_article(record, options);
  if (const auto* rejection = std::get_if<Rejection>(&result)) {
    require(!rejection->code.empty() && !rejection->message.empty());
    return;
  }
  const auto& article = std::get<Article>(result);
  require(!article.id.empty() && !(article.title.empty() && article.text.empty()));
  require(article.title.find('\n') == std::string::npos);
  for (const std::string* part : {&article.title, &article.header, &article.text, &article.source})
    check_clean(*part);
  require(article.text.find("\n\n") == std::string::npos);
  check_dates(article);
}

/// Reads `bytes`, in blocks of `block`, as a file of that format. Records are numbered from 1, at ascending
/// offsets within the file. Returns their number, rejections included.
inline size_t check_format(std::string_view bytes, InputFormat stated, size_t block) {
  CorpusOptions options;
  options.max_record_bytes = 1 << 12;
  size_t used = 0;
  ByteStream stream([&](char* buffer, size_t capacity) {
    const size_t count = std::min({block, capacity, bytes.size() - used});
    std::copy_n(bytes.data() + used, count, buffer);
    used += count;
    return count;
  });
  Decoder decoder("");
  stream.skip(decoder.start(stream.fill(kHeadBytes)));  // as CorpusReader does
  const auto format = choose_format("input", stream.fill(kHeadBytes), decoder, stated);
  if (std::holds_alternative<Problem>(format)) return 0;
  size_t number = 0;
  uint64_t offset = 0;
  const FormatInput input{stream, decoder, {}, "input", options};
  std::get<const Format*>(format)->read(input, [&](CorpusItem&& item) {
    const auto* record = std::get_if<Record>(&item);
    const Origin& origin = record ? record->origin : std::get<Rejection>(item).origin;
    require(origin.record == ++number && origin.offset <= bytes.size());
    require(number == 1 || origin.offset > offset);
    offset = origin.offset;
    if (record) check_record(*record, options);
    return true;
  });
  return number;
}

/// The size of the blocks in which a file is read changes nothing.
inline void check_blocks(const uint8_t* data, size_t size, InputFormat format) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  require(check_format(bytes, format, 1 << 20) == check_format(bytes, format, 13));
}

}  // namespace depeche::fuzz
