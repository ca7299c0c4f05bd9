#include <algorithm>
#include <string>
#include <vector>

#include "common/message.h"
#include "common/published_index.h"
#include "common/text/visible.h"
#include "searcher/actions.h"
#include "searcher/advice.h"
#include "searcher/outcome.h"
#include "searcher/related/related_terms.h"
#include "searcher/related/variants.h"

namespace depeche {

ExitCode count_fields(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  Relaxation relaxation;
  const FacetAnswer answer = count_facets(index, options.query, options.facets, options.facet_limit,
                                          search_options(options, &relaxation));
  renderer.facets(answer, out);
  tell_relaxation(relaxation);
  if (answer.partial) return partial_answer(options);
  return answer.articles > 0 ? ExitCode::kOk : nothing_found_for_query(options);
}

ExitCode show_hits(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  if (options.grouping) {
    const HitGroups groups = group_hits(index, options.query, search_options(options), *options.grouping);
    renderer.groups(groups, out);
    return ended(groups.articles, groups.hits, groups.partial, options);
  }
  const Concordance concordance =
      make_concordance(index, options.query, search_options(options), options.concordance);
  renderer.concordance(concordance, out);
  const bool any = concordance.hits != 0 || !concordance.lines.empty();
  return ended(concordance.articles, any ? 1 : 0, concordance.partial, options);
}

ExitCode show_timeline(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  std::vector<Query> queries{options.query};
  queries.insert(queries.end(), options.compared.begin(), options.compared.end());
  const Timeline timeline = make_timeline(index, queries, options.unit, search_options(options));
  renderer.timeline(timeline, options.measure, out);
  if (timeline.partial) return partial_answer(options);
  const bool any =
      std::ranges::any_of(timeline.series, [](const auto& series) { return series.articles > 0; });
  return any ? ExitCode::kOk : nothing_found_for_query(options);
}

ExitCode show_entities(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const EntityAnswer answer = list_entities(index, KeyPattern(options.text), options.search);
  renderer.entities(answer, out);
  if (answer.partial) return partial_answer(options);
  if (answer.found > 0) return ExitCode::kOk;
  return nothing_found(tr("no entity is named {}", visible_text(options.text)));
}

ExitCode show_cooccurrents(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  Relaxation relaxation;
  const Cooccurrences found =
      find_cooccurrents(index, options.query, options.cooccurrence, search_options(options, &relaxation));
  renderer.cooccurrents(found, out);
  tell_relaxation(relaxation);
  if (found.partial) return partial_answer(options);
  if (found.articles == 0) return nothing_found_for_query(options);
  if (found.found > 0) return ExitCode::kOk;
  return nothing_found(
      tr("nothing stands with {} more often than elsewhere", visible_text(to_text(options.query))));
}

ExitCode show_network(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  Relaxation relaxation;
  const Network network =
      make_network(index, options.query, options.network, search_options(options, &relaxation));
  renderer.network(network, out);
  tell_relaxation(relaxation);
  if (network.partial) return partial_answer(options);
  if (network.articles == 0) return nothing_found_for_query(options);
  if (!network.edges.empty()) return ExitCode::kOk;
  return nothing_found(tr_n("no two names stand together in {} article",
                            "no two names stand together in {} articles", network.asked.least_weight));
}

ExitCode show_variants(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const Variants variants = list_variants(index, options.text, options.search);
  renderer.variants(variants, out);
  if (variants.partial) return partial_answer(options);
  if (variants.found > 0) return ExitCode::kOk;
  const std::string word = visible_text(options.text), nearest = nearest_word(index, options.text);
  if (nearest.empty()) return nothing_found(tr("no article answers {}", word));
  return nothing_found(tr("no article answers {0}; did you mean {1}?", word, visible_text(nearest)));
}

ExitCode show_related(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const RelatedTerms related = related_terms(index, options.query, search_options(options));
  renderer.related(related, out);
  if (related.partial) return partial_answer(options);
  if (related.articles == 0) return nothing_found_for_query(options);
  if (!related.terms.empty()) return ExitCode::kOk;
  return nothing_found(tr("nothing is related to {}", visible_text(to_text(options.query))));
}

}  // namespace depeche
