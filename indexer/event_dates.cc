#include <algorithm>

#include "common/french_date.h"
#include "indexer/place_dates.h"

namespace depeche {
namespace {

/// The places of the text that dates were read from, in order.
std::vector<Span> spans_in_text(const Article& article) {
  std::vector<Span> spans;
  for (const ArticleDate& date : article.dates)
    if (date.span && date.span->field == TextField::kText) spans.push_back(*date.span);
  std::ranges::sort(spans, {}, &Span::begin);
  return spans;
}

}  // namespace

void add_event_dates(Article& article) {
  const std::vector<Span> known = spans_in_text(article);
  auto next = known.begin();
  for (const DateExpression& found : find_dates(article.text)) {
    if (found.value.precision() != Precision::kDay || !found.value.possible()) continue;
    while (next != known.end() && next->end <= found.begin) ++next;
    if (next != known.end() && next->begin < found.end) continue;

    ArticleDate date;
    date.kind = DateKind::kEvent;
    date.value = found.value;
    date.minute = found.minute;
    date.basis = DateBasis::kText;
    date.span = Span{TextField::kText, static_cast<uint32_t>(found.begin), static_cast<uint32_t>(found.end)};
    date.evidence = article.text.substr(found.begin, found.end - found.begin);
    article.dates.push_back(std::move(date));
  }
}

}  // namespace depeche
