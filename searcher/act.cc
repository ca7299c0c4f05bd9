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
#include "searcher/actions.h"
#include "searcher/analyze_table.h"
#include "searcher/outcome.h"
#include "searcher/related/related_terms.h"
#include "searcher/view/question_view.h"

namespace depeche {
namespace {

std::string version_line() {
  const BuildVersions versions = BuildVersions::of_this_program();
  return fmt::format("depeche-searcher {} (schema {}, Xapian {}, ICU {})\n", versions.program,
                     versions.schema, versions.xapian, versions.icu);
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
  std::string related;
  for (const RelatedTerm& term : related_demonyms(options.query))
    related.append(related.empty() ? "" : ", ").append(visible_text(term.query));
  if (!related.empty()) out << tr("Related, not searched for: {}", related) << '\n';
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
/// was not. An export is a file of its own: people read it beside.
void tell_question(const SearcherOptions& options, const Terminal& terminal, std::ostream& out) {
  if (options.action == SearcherOptions::Action::kExport)
    return print_question(*options.question, output_terminal(options, STDERR_FILENO), std::cerr);
  if (options.format == OutputFormat::kText) return print_question(*options.question, terminal, out);
  const std::string note = unread_note(*options.question);
  if (!note.empty() && options.format != OutputFormat::kJson) tell(note);
}

ExitCode dispatch(const SearcherOptions& options, std::ostream& out) {
  const Terminal terminal = output_terminal(options, STDOUT_FILENO);
  if (options.action == SearcherOptions::Action::kStanding) return print_news(options, terminal, out);
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
      return show_article(options, *renderer, out);
    case SearcherOptions::Action::kVersions:
      return show_versions(options, *renderer, out);
    case SearcherOptions::Action::kDiff:
      return show_diff(options, *renderer, out);
    case SearcherOptions::Action::kFacets:
      return count_fields(options, *renderer, out);
    case SearcherOptions::Action::kExport:
      return export_articles(options, out);
    case SearcherOptions::Action::kReplay:
      return replay(options, out);
    case SearcherOptions::Action::kKwic:
      return show_hits(options, *renderer, out);
    case SearcherOptions::Action::kTimeline:
      return show_timeline(options, *renderer, out);
    case SearcherOptions::Action::kEntities:
      return show_entities(options, *renderer, out);
    case SearcherOptions::Action::kCooccur:
      return show_cooccurrents(options, *renderer, out);
    case SearcherOptions::Action::kKeyness:
      return show_key_words(options, *renderer, out);
    case SearcherOptions::Action::kNetwork:
      return show_network(options, *renderer, out);
    case SearcherOptions::Action::kVariants:
      return show_variants(options, *renderer, out);
    case SearcherOptions::Action::kExpand:
      return show_related(options, *renderer, out);
    case SearcherOptions::Action::kLike:
      return list_similar(options, terminal, out);
    case SearcherOptions::Action::kExplain:
      return explain_query(options, out);
    case SearcherOptions::Action::kStanding:
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
