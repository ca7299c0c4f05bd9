#include "searcher/act.h"

#include <csignal>
#include <iostream>

#include <fmt/format.h>
#include <unistd.h>

#include "common/manifest.h"
#include "common/message.h"
#include "common/published_index.h"
#include "common/text/visible.h"
#include "searcher/analyze_table.h"
#include "searcher/view/link_chain.h"

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

ExitCode nothing_found_for_query(const SearcherOptions& options) {
  return nothing_found(tr("nothing found for {}", visible_text(to_text(options.query))));
}

SearchOptions search_options(const SearcherOptions& options) {
  SearchOptions search = options.search;
  search.aliases = &options.aliases;
  return search;
}

/// --show and --why.
ExitCode show(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const std::optional<Article> article = find_article(index, options.id);
  if (!article) return nothing_found(tr("no article has the id {}", visible_text(options.id)));
  const Deductions deduced = readable_deductions(*article, index);
  if (options.action == SearcherOptions::Action::kShow) {
    renderer.show(*article, deduced, out);
    return ExitCode::kOk;
  }
  renderer.links(*article, deduced, out);
  if (!link_chains(*article, deduced).empty()) return ExitCode::kOk;
  return nothing_found(tr("in the article {} no name stands for a longer one", visible_text(options.id)));
}

ExitCode count_fields(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const FacetAnswer answer =
      count_facets(index, options.query, options.facets, options.facet_limit, search_options(options));
  renderer.facets(answer, out);
  if (answer.partial) return partial_answer(options);
  return answer.articles > 0 ? ExitCode::kOk : nothing_found_for_query(options);
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
  if (options.search.count_hits)
    renderer.count(answer, out);
  else
    renderer.list(answer, out);
  if (answer.partial) return partial_answer(options);
  return answer.articles > 0 ? ExitCode::kOk : nothing_found_for_query(options);
}

ExitCode dispatch(const SearcherOptions& options, std::ostream& out) {
  const auto renderer = make_renderer(options.format, output_terminal(options, STDOUT_FILENO));
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
    case SearcherOptions::Action::kFacets:
      return count_fields(options, *renderer, out);
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
