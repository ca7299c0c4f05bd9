#pragma once

#include <cstdint>
#include <string>

#include "common/error.h"
#include "searcher/options.h"
#include "searcher/versions.h"

namespace depeche {

/// How an action of the searcher ends: what it says on standard error, and the exit code.

/// A line of its own, behind the name of the program.
void tell(const std::string& message);
/// Says that an answer is of most of the words, if it is.
void tell_relaxation(const Relaxation& relaxation);

ExitCode nothing_found(const std::string& message);
/// Says what a query found nothing for, and which of its conditions emptied it.
ExitCode nothing_found_for_query(const SearcherOptions& options);
ExitCode partial_answer(const SearcherOptions& options);
/// The end of a view of hits.
ExitCode ended(uint64_t articles, uint64_t hits, bool partial, const SearcherOptions& options);
ExitCode no_such_article(const SearcherOptions& options);
ExitCode no_such_version(const ArticleVersions& article, uint32_t number);

/// What a search of these options is given; the aliases live as long as the options.
SearchOptions search_options(const SearcherOptions& options, Relaxation* relaxation = nullptr);

}  // namespace depeche
