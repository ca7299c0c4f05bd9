#pragma once

#include <ostream>

#include "common/error.h"
#include "common/terminal.h"
#include "searcher/options.h"
#include "searcher/view/renderer.h"

namespace depeche {

/// What act() can do, an option each: opens the index, prints to `out`, says on standard error what there is
/// to say (outcome.h), and returns the exit code. Throws Error for everything else.

/// --show and --why: the live version, or the one that is named.
ExitCode show_article(const SearcherOptions& options, const Renderer& renderer, std::ostream& out);
ExitCode show_versions(const SearcherOptions& options, const Renderer& renderer, std::ostream& out);
ExitCode show_diff(const SearcherOptions& options, const Renderer& renderer, std::ostream& out);
/// --like: the query that finds the articles is told as that of a question is.
ExitCode list_similar(const SearcherOptions& options, const Terminal& terminal, std::ostream& out);

/// --standing: one digest of all queries, from one state of the index; then the file of --since-run.
ExitCode print_news(const SearcherOptions& options, const Terminal& terminal, std::ostream& out);
/// --format of an export; to `out` unless --output is given.
ExitCode export_articles(const SearcherOptions& options, std::ostream& out);
/// --replay: kOk where the answer is the same, kNothingFound where it is not.
ExitCode replay(const SearcherOptions& options, std::ostream& out);

ExitCode count_fields(const SearcherOptions& options, const Renderer& renderer, std::ostream& out);
/// --kwic: lines, or counts of them.
ExitCode show_hits(const SearcherOptions& options, const Renderer& renderer, std::ostream& out);
ExitCode show_timeline(const SearcherOptions& options, const Renderer& renderer, std::ostream& out);
ExitCode show_entities(const SearcherOptions& options, const Renderer& renderer, std::ostream& out);
ExitCode show_cooccurrents(const SearcherOptions& options, const Renderer& renderer, std::ostream& out);
ExitCode show_key_words(const SearcherOptions& options, const Renderer& renderer, std::ostream& out);
ExitCode show_network(const SearcherOptions& options, const Renderer& renderer, std::ostream& out);
ExitCode show_variants(const SearcherOptions& options, const Renderer& renderer, std::ostream& out);
/// --expand
ExitCode show_related(const SearcherOptions& options, const Renderer& renderer, std::ostream& out);

}  // namespace depeche
