#include <string>

#include "common/message.h"
#include "searcher/view/related_view.h"
#include "searcher/view/snippet.h"
#include "searcher/view/tables.h"

namespace depeche {
namespace {

std::string words_for(VariantKind kind) {
  switch (kind) {
    case VariantKind::kSame:
      return "";
    case VariantKind::kAccents:
      return tr("accents");
    case VariantKind::kJoining:
      return tr("hyphens, blanks");
    case VariantKind::kForm:
      break;
  }
  return tr("other form");
}

std::string words_for(RelatedTerm::Kind kind) {
  switch (kind) {
    case RelatedTerm::Kind::kWord:
      return tr("word");
    case RelatedTerm::Kind::kName:
      return tr("name");
    case RelatedTerm::Kind::kDemonym:
      return tr("demonym");
    case RelatedTerm::Kind::kPlace:
      break;
  }
  return tr("place");
}

std::string closing(const Variants& variants) {
  const std::string count = variants.partial ? tr_n("At least {} form", "At least {} forms", variants.found)
                                             : tr_n("{} form", "{} forms", variants.found);
  const std::string articles =
      variants.read < variants.articles
          ? tr("{0}, counted in {1} of {2} articles, evenly spaced", count, variants.read, variants.articles)
          : tr_n("{1} in {0} article", "{1} in {0} articles", variants.articles, count);
  const uint64_t shown = variants.variants.size(), last = variants.offset + shown;
  if (shown == variants.found) return articles;
  if (shown == 0) return tr("{}, none shown", articles);
  if (last == variants.found) return tr("{0}, {1} to {2} shown", articles, variants.offset + 1, last);
  return tr("{0}, {1} to {2} shown; next: --offset {2}", articles, variants.offset + 1, last);
}

}  // namespace

void print_variants(const Variants& variants, const Terminal& terminal, std::ostream& out) {
  if (variants.found == 0 && !variants.partial) return;
  if (!variants.variants.empty()) {
    TableRows rows{{tr("form"), tr("differs in"), tr("hits"), tr("articles")}};
    for (const Variant& variant : variants.variants)
      rows.push_back({safe_text(variant.form), words_for(variant.kind), std::to_string(variant.hits),
                      std::to_string(variant.articles)});
    for (const size_t column : {2, 3}) align_right(rows, column);
    print_table(std::move(rows), 0, terminal, out);
    out << '\n';
  }
  out << closing(variants) << '\n';
  print_partial(variants.partial, terminal, out);
}

void print_related(const RelatedTerms& related, const Terminal& terminal, std::ostream& out) {
  if (!related.terms.empty()) {
    TableRows rows{{tr("related"), tr("kind"), tr("answers"), tr("articles")}};
    for (const RelatedTerm& term : related.terms)
      rows.push_back({safe_text(term.query), words_for(term.kind), std::to_string(term.answers),
                      std::to_string(term.articles)});
    for (const size_t column : {2, 3}) align_right(rows, column);
    print_table(std::move(rows), 0, terminal, out);
    out << '\n';
  }
  if (related.articles > 0)
    out << tr_n("From the best answer of {1}; nothing is added to the query",
                "From the {0} best answers of {1}; nothing is added to the query", related.read,
                related.articles)
        << '\n';
  print_partial(related.partial, terminal, out);
}

}  // namespace depeche
