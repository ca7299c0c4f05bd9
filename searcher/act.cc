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

namespace depeche {
namespace {

std::string version_line() {
  const BuildVersions versions = BuildVersions::of_this_program();
  return fmt::format("depeche-searcher {} (schema {}, Xapian {}, ICU {})\n", versions.program,
                     versions.schema, versions.xapian, versions.icu);
}

ExitCode show(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const std::optional<Article> article = find_article(index, options.id);
  if (!article) {
    std::cerr << "depeche-searcher: " << tr("no article has the id {}", visible_text(options.id)) << '\n';
    return ExitCode::kNothingFound;
  }
  renderer.show(*article, out);
  return ExitCode::kOk;
}

ExitCode analyze(const std::string& text, std::ostream& out) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  print_analysis(text, tokens, out);
  return ExitCode::kOk;
}

ExitCode explain_query(const SearcherOptions& options, std::ostream& out) {
  out << explain(open_published(IndexLayout(options.index)), options.query);
  return ExitCode::kOk;
}

ExitCode answer(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const Answer answer = search(index, options.query, options.search);
  if (options.search.count_hits)
    renderer.count(answer, out);
  else
    renderer.list(answer, out);
  if (answer.partial) {
    std::cerr << "depeche-searcher: "
              << tr("time limit of {} s reached: the answer is partial; raise --time-limit",
                    options.search.time_limit)
              << '\n';
    return ExitCode::kTimeLimit;
  }
  if (answer.articles > 0) return ExitCode::kOk;
  std::cerr << "depeche-searcher: " << tr("nothing found for {}", visible_text(to_text(options.query)))
            << '\n';
  return ExitCode::kNothingFound;
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
      return show(options, *renderer, out);
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
