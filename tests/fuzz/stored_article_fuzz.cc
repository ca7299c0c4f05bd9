// Document data of any bytes: refused as damage, or an article whose offsets lie in its fields and that is
// stored again as it is.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/article_json.h"
#include "common/error.h"
#include "common/hash.h"
#include "common/stored_article.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_span(const depeche::Article& article, const depeche::Span& span) {
  require(span.begin <= span.end && span.end <= article.field(span.field).size());
}

void check(const std::string& data) {
  depeche::Article article;
  try {
    article = depeche::decode_article(data);
  } catch (const depeche::Error& error) {
    require(error.code() == depeche::ExitCode::kIndex);
    return;
  }
  for (const depeche::ArticleDate& date : article.dates)
    if (date.span) check_span(article, *date.span);
  for (const depeche::Mention& mention : article.mentions) {
    check_span(article, mention.span);
    require(!mention.link || mention.link->begin <= article.field(mention.span.field).size());
  }
  for (const depeche::Repair& repair : article.repairs) check_span(article, repair.span);
  for (const uint32_t sentence : article.sentences) require(sentence <= article.text.size());
  require(!depeche::to_line(depeche::to_json(article)).empty());

  const std::string stored = depeche::encode_article(article);
  require(depeche::encode_article(depeche::decode_article(stored)) == stored);
  require(depeche::content_digest(depeche::decode_article(stored)) == depeche::content_digest(article));
}

std::string with_checksum(std::string body) {
  const uint64_t checksum = depeche::hash64(body);
  for (int i = 0; i < 8; ++i) body += static_cast<char>(checksum >> (8 * i));
  return body;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check(bytes);
  // The checksum would stop nearly all else: the bytes as a body, and as one in place of what the checksum
  // covers.
  check(with_checksum(bytes));
  if (size > 8) check(with_checksum(bytes.substr(0, size - 8)));
  return 0;
}
