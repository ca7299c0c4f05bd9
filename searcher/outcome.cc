#include "searcher/outcome.h"

#include <iostream>

#include "common/message.h"
#include "common/published_index.h"
#include "common/text/visible.h"
#include "searcher/advice.h"

namespace depeche {

void tell(const std::string& message) { std::cerr << "depeche-searcher: " << message << '\n'; }

ExitCode nothing_found(const std::string& message) {
  tell(message);
  return ExitCode::kNothingFound;
}

ExitCode partial_answer(const SearcherOptions& options) {
  tell(
      tr("time limit of {} s reached: the answer is partial; raise --time-limit", options.search.time_limit));
  return ExitCode::kTimeLimit;
}

ExitCode nothing_found_for_query(const SearcherOptions& options) {
  tell(tr("nothing found for {}", visible_text(to_text(options.query))));
  const PublishedIndex index = open_published(IndexLayout(options.index));
  SearchOptions search = options.search;
  search.aliases = &options.aliases;
  for (const EmptyingPart& part : advise(index, options.query, search)) {
    const std::string text = visible_text(part.text);
    if (part.alone > 0)
      tell(
          tr_n("without {1} there is {0} article", "without {1} there are {0} articles", part.without, text));
    else if (part.did_you_mean.empty())
      tell(tr("no article answers {}", text));
    else
      tell(tr("no article answers {0}; did you mean {1}?", text, visible_text(part.did_you_mean)));
  }
  return ExitCode::kNothingFound;
}

ExitCode ended(uint64_t articles, uint64_t hits, bool partial, const SearcherOptions& options) {
  if (partial) return partial_answer(options);
  if (articles == 0) return nothing_found_for_query(options);
  if (hits > 0) return ExitCode::kOk;
  return nothing_found(tr_n("{0} article answers {1}, which asks for no words: there is no hit to show",
                            "{0} articles answer {1}, which asks for no words: there is no hit to show",
                            articles, visible_text(to_text(options.query))));
}

SearchOptions search_options(const SearcherOptions& options, Relaxation* relaxation) {
  SearchOptions search = options.search;
  search.aliases = &options.aliases;
  search.relaxation = relaxation;
  return search;
}

void tell_relaxation(const Relaxation& relaxation) {
  if (relaxation.demand == Demand::kAny)
    tell(tr("no article has the phrase as written with the rest: these have most of the words"));
  else if (relaxation.demand == Demand::kMost && relaxation.with_all == 0)
    tell(tr("no article has all of these words: these have most of them"));
  else if (relaxation.demand == Demand::kMost)
    tell(tr_n("{} article has all of these words; others have most of them",
              "{} articles have all of these words; others have most of them", relaxation.with_all));
}

ExitCode no_such_article(const SearcherOptions& options) {
  return nothing_found(tr("no article has the id {}", visible_text(options.id)));
}

ExitCode no_such_version(const ArticleVersions& article, uint32_t number) {
  const std::string id = visible_text(article.id);
  return nothing_found(
      tr("the article {0} has no version {1}; the index holds {2}", id, number, numbers_held(article)));
}

}  // namespace depeche
