#include "searcher/act.h"

#include <algorithm>
#include <csignal>
#include <iostream>

#include <fmt/format.h>
#include <unistd.h>

#include "common/error.h"
#include "common/manifest.h"
#include "common/message.h"
#include "common/published_index.h"
#include "common/text/visible.h"
#include "searcher/advice.h"
#include "searcher/analyze_table.h"
#include "searcher/article_diff.h"
#include "searcher/versions.h"
#include "searcher/view/link_chain.h"
#include "searcher/view/question_view.h"

namespace depeche {
namespace {

std::string version_line() {
  const BuildVersions versions = BuildVersions::of_this_program();
  return fmt::format("depeche-searcher {} (schema {}, Xapian {}, ICU {})\n", versions.program,
                     versions.schema, versions.xapian, versions.icu);
}

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

/// Says what a query found nothing for, and which of its conditions emptied it.
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

/// The end of a view of hits.
ExitCode ended(uint64_t articles, uint64_t hits, bool partial, const SearcherOptions& options) {
  if (partial) return partial_answer(options);
  if (articles == 0) return nothing_found_for_query(options);
  if (hits > 0) return ExitCode::kOk;
  return nothing_found(tr_n("{0} article answers {1}, which asks for no words: there is no hit to show",
                            "{0} articles answer {1}, which asks for no words: there is no hit to show",
                            articles, visible_text(to_text(options.query))));
}

SearchOptions search_options(const SearcherOptions& options, Relaxation* relaxation = nullptr) {
  SearchOptions search = options.search;
  search.aliases = &options.aliases;
  search.relaxation = relaxation;
  return search;
}

/// Says that an answer is not of all words.
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

/// « 1, 4..6 »
std::string numbers_held(const ArticleVersions& article) {
  std::string text;
  const std::vector<ArticleVersion>& versions = article.versions;
  for (size_t i = 0; i < versions.size(); ++i) {
    const uint32_t first = versions[i].number;
    while (i + 1 < versions.size() && versions[i + 1].number == versions[i].number + 1) ++i;
    const uint32_t last = versions[i].number;
    if (!text.empty()) text += ", ";
    text += first == last ? fmt::format("{}", first) : fmt::format("{}..{}", first, last);
  }
  return text;
}

ExitCode no_such_version(const ArticleVersions& article, uint32_t number) {
  const std::string id = visible_text(article.id);
  return nothing_found(
      tr("the article {0} has no version {1}; the index holds {2}", id, number, numbers_held(article)));
}

ExitCode print(const ShownVersion& shown, const PublishedIndex& index, const SearcherOptions& options,
               const Renderer& renderer, std::ostream& out) {
  const Deductions deduced = readable_deductions(shown.article, index);
  if (options.action == SearcherOptions::Action::kShow) {
    renderer.show(shown, deduced, out);
    return ExitCode::kOk;
  }
  renderer.links(shown.article, deduced, out);
  if (!link_chains(shown.article, deduced).empty()) return ExitCode::kOk;
  return nothing_found(tr("in the article {} no name stands for a longer one", visible_text(options.id)));
}

/// --show and --why: the live version, or the one that is named.
ExitCode show(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const auto [article, first, last] = find_reference(index, options.id);
  if (article.empty()) return no_such_article(options);
  if (last)
    throw Error(ExitCode::kUsage,
                tr("{}: one version is shown at a time, as in ID@2", visible_text(options.id)));
  const ArticleVersion* live = article.live();
  const ArticleVersion* version = first ? article.find(*first) : live;
  if (!version && first) return no_such_version(article, *first);
  if (!version)
    return nothing_found(
        tr("the article {0} was removed; of its versions the index holds {1}: see --show {0}@{2}",
           visible_text(article.id), numbers_held(article), article.versions.back().number));
  return print({read_version(index, *version), *version, live ? std::optional(live->number) : std::nullopt},
               index, options, renderer, out);
}

ExitCode versions(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const auto [article, first, last] = find_reference(index, options.id);
  if (article.empty()) return no_such_article(options);
  if (first)
    throw Error(ExitCode::kUsage,
                tr("--versions lists all versions: write --versions {}", visible_text(article.id)));
  renderer.versions(list_versions(index, article), out);
  return ExitCode::kOk;
}

ExitCode diff(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const auto [article, first, last] = find_reference(index, options.id);
  if (article.empty()) return no_such_article(options);
  for (const std::optional<uint32_t>& number : {first, last})
    if (number && !article.find(*number)) return no_such_version(article, *number);
  const ArticleVersion* to = last    ? article.find(*last)
                             : first ? article.find(*first)
                                     : &article.versions.back();
  const ArticleVersion* from = last ? article.find(*first) : article.before(*to);
  if (!from)
    return nothing_found(
        tr("version {1} of the article {0} is the oldest that the index holds: there is none "
           "before it to compare with",
           visible_text(article.id), to->number));
  ArticleDiff diff = diff_articles(read_version(index, *from), read_version(index, *to));
  diff.id = article.id;
  diff.from = *from;
  diff.to = *to;
  renderer.diff(diff, out);
  return ExitCode::kOk;
}

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

/// --kwic: lines, or counts of them.
ExitCode kwic(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
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

ExitCode timeline(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
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

ExitCode entities(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const EntityAnswer answer = list_entities(index, KeyPattern(options.text), options.search);
  renderer.entities(answer, out);
  if (answer.partial) return partial_answer(options);
  if (answer.found > 0) return ExitCode::kOk;
  return nothing_found(tr("no entity is named {}", visible_text(options.text)));
}

ExitCode analyze(const std::string& text, std::ostream& out) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  print_analysis(text, tokens, out);
  return ExitCode::kOk;
}

ExitCode explain_query(const SearcherOptions& options, std::ostream& out) {
  out << explain(open_published(IndexLayout(options.index)), options.query, &options.aliases);
  return ExitCode::kOk;
}

ExitCode answer(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const Answer answer = search(index, options.query, search_options(options));
  tell_relaxation(answer.relaxation);
  if (options.search.count_hits)
    renderer.count(answer, out);
  else
    renderer.list(answer, out);
  if (answer.partial) return partial_answer(options);
  return answer.articles > 0 ? ExitCode::kOk : nothing_found_for_query(options);
}

/// How the question was understood: people read it first; where lines are records, on standard error what
/// was not.
void tell_question(const SearcherOptions& options, const Terminal& terminal, std::ostream& out) {
  if (options.format == OutputFormat::kText) return print_question(*options.question, terminal, out);
  const std::string note = unread_note(*options.question);
  if (!note.empty() && options.format != OutputFormat::kJson) tell(note);
}

ExitCode dispatch(const SearcherOptions& options, std::ostream& out) {
  const Terminal terminal = output_terminal(options, STDOUT_FILENO);
  const Question* question = options.question ? &*options.question : nullptr;
  const auto renderer = make_renderer(options.format, terminal, options.csv, question);
  if (question) tell_question(options, terminal, out);
  switch (options.action) {
    case SearcherOptions::Action::kHelp:
      out << searcher_help();
      return ExitCode::kOk;
    case SearcherOptions::Action::kVersion:
      out << version_line();
      return ExitCode::kOk;
    case SearcherOptions::Action::kAnalyze:
      return analyze(options.text, out);
    case SearcherOptions::Action::kShow:
    case SearcherOptions::Action::kWhy:
      return show(options, *renderer, out);
    case SearcherOptions::Action::kVersions:
      return versions(options, *renderer, out);
    case SearcherOptions::Action::kDiff:
      return diff(options, *renderer, out);
    case SearcherOptions::Action::kFacets:
      return count_fields(options, *renderer, out);
    case SearcherOptions::Action::kKwic:
      return kwic(options, *renderer, out);
    case SearcherOptions::Action::kTimeline:
      return timeline(options, *renderer, out);
    case SearcherOptions::Action::kEntities:
      return entities(options, *renderer, out);
    case SearcherOptions::Action::kExplain:
      return explain_query(options, out);
    case SearcherOptions::Action::kCount:
    case SearcherOptions::Action::kSearch:
      break;
  }
  return answer(options, *renderer, out);
}

}  // namespace

ExitCode act(const SearcherOptions& options, std::ostream& out) {
  std::signal(SIGPIPE, SIG_IGN);
  const ExitCode code = dispatch(options, out);
  if (out.flush()) return code;
  if (errno == EPIPE) return ExitCode::kOk;
  throw system_error(tr("cannot write the answer"), "stdout", errno);
}

}  // namespace depeche
