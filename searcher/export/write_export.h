#pragma once

#include <filesystem>
#include <functional>
#include <ostream>

#include "common/published_index.h"
#include "searcher/export/export_record.h"

namespace depeche {

struct ExportOutcome {
  uint64_t articles = 0;
  uint64_t without_year = 0;  // of these, articles whose year is not stated
  Relaxation relaxation;
  bool partial = false;  // the time limit came first: nothing is written to an output that has a name
};

/// Exports the page of answers that options.offset and limit ask for: to `out`, or as request.output says,
/// with its manifest OUTPUT.manifest.json beside it. A file is replaced as a whole; a directory must not be
/// there yet, and appears whole. Nothing is written where nothing is found. Throws as search(), and Error:
/// kUsage where the directory is there, kEnvironment where it cannot be written.
ExportOutcome write_export(const PublishedIndex& index, const std::filesystem::path& directory,
                           const Query& query, const SearchOptions& options, const ExportRequest& request,
                           std::ostream& out);

/// Calls `visit` with the articles of the page that options.offset and limit ask for, counted from 1. Returns
/// whether the time sufficed. Throws as search().
bool visit_page(const PublishedIndex& index, const Query& query, const SearchOptions& options,
                const std::function<void(const Article& article, uint64_t ordinal)>& visit);

}  // namespace depeche
