// Repairs of any article: no crash, well-formed NFC stays so, spans hold what they say, the source can be
// restored, and dates keep their words.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "corpus/repair.h"

namespace {

using depeche::Article;
using depeche::Repair;
using depeche::TextField;

void require(bool holds) {
  if (!holds) std::abort();
}

/// The field as it was before its repairs.
std::string restored(const Article& article, TextField field) {
  const std::string& text = article.field(field);
  std::string out;
  size_t done = 0;
  for (const Repair& repair : article.repairs) {
    if (repair.span.field != field) continue;
    require(done <= repair.span.begin && repair.span.begin < repair.span.end &&
            repair.span.end <= text.size() && !repair.readings.empty() && !repair.original.empty());
    const std::string held = text.substr(repair.span.begin, repair.span.end - repair.span.begin);
    require(held == (repair.readings.size() == 1 ? repair.readings[0] : repair.original));
    out.append(text, done, repair.span.begin - done).append(repair.original);
    done = repair.span.end;
  }
  return out.append(text, done);
}

void check(std::string_view title, std::string_view text) {
  Article article;
  article.title = depeche::to_nfc(title);
  article.text = depeche::to_nfc(text);
  const Article given = article;
  for (TextField field : {TextField::kTitle, TextField::kText}) {
    depeche::ArticleDate date;
    date.span = depeche::Span{field, 0, static_cast<uint32_t>(given.field(field).size())};
    date.evidence = given.field(field);
    article.dates.push_back(date);
  }
  depeche::repair(article);
  for (TextField field : {TextField::kTitle, TextField::kText}) {
    const std::string& repaired = article.field(field);
    require(depeche::find_invalid_utf8(repaired) == std::string_view::npos);
    require(depeche::to_nfc(repaired) == repaired);
    require(restored(article, field) == given.field(field));
    const auto& date = article.dates[field == TextField::kTitle ? 0 : 1];
    require(date.evidence == repaired && date.span->begin == 0 && date.span->end == repaired.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (depeche::find_invalid_utf8(input) != std::string_view::npos) return 0;
  const size_t line = std::min(input.find('\n'), size);
  check(input.substr(0, line), input.substr(line == size ? size : line + 1));
  return 0;
}
