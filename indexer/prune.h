#pragma once

#include <cstdint>
#include <vector>

#include "indexer/ledger.h"
#include "indexer/options.h"
#include "indexer/published_versions.h"
#include "indexer/sources.h"

namespace depeche {

/// Live articles that no source file holds any more: neither a record of this run, nor one of a known file of
/// which the run saw nothing. In no order.
std::vector<PublishedVersions::Entry> articles_without_source(const PublishedVersions& published,
                                                              const Ledger& ledger, const Sources& sources);

/// Marks them superseded, without a successor. Returns how many.
uint64_t remove_articles(Manifest& manifest, const std::vector<PublishedVersions::Entry>& articles);

/// The guards of --prune: a mount that is missing must not empty the index. Throws Error (kTooManyRejects)
/// that names paths and remedy where a path named does not exist ...
void require_paths(const std::vector<std::string>& paths);
/// ... where one holds no file ...
void require_files(const Survey& survey);
/// ... or where `gone` of the `live` articles are more than the limit.
void require_few_gone(const PruneOptions& options, const Survey& survey, uint64_t gone, uint64_t live);

}  // namespace depeche
