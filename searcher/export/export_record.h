#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/json.h"
#include "common/manifest.h"
#include "common/published_index.h"
#include "searcher/export/export_form.h"
#include "searcher/search.h"

namespace depeche {

/// An export as it was asked for.
struct ExportRequest {
  const ExportForm* form = nullptr;
  std::filesystem::path output;                              // "" for standard output
  std::filesystem::path record;                              // --replay: the manifest to read
  std::string typed;                                         // query text
  std::vector<std::pair<std::string, std::string>> filters;  // options and values, in the order typed
  std::string aliases;                                       // file of --aliases; "" if none
};

/// A version of an article that an export holds.
struct ExportedVersion {
  std::string id;
  uint32_t version = 1;
  std::string digest;    // content_digest(): by it a text is the same, whatever its version is called
  std::string citation;  // citation()
  friend bool operator==(const ExportedVersion&, const ExportedVersion&) = default;
};
ExportedVersion exported_version(const Article& article);

/// What is remembered of an export beside it, so that it can be asked for again.
struct ExportRecord {
  std::string form, exported;     // form, and when, in UTC: "2019-03-01T03:12:09Z"
  std::string typed, understood;  // query text; canonical query text, filters included, dates counted out
  std::vector<std::pair<std::string, std::string>> filters;  // as ExportRequest::filters
  std::string aliases, aliases_checksum;                     // absolute path of --aliases; "" if none
  SortOrder sort = SortOrder::kRelevance;
  uint64_t offset = 0, limit = 0;
  bool all_words = true;  // every article has all words of the query (Relaxation)
  std::string index_directory, index_published, index_checksum;
  uint64_t index_number = 0;                 // of the index's own manifest
  BuildVersions written_by, index_versions;  // this program, and the one that published the index
  uint64_t bytes = 0;
  std::string checksum;                   // XXH3-128 of what was exported
  std::vector<ExportedVersion> articles;  // in the order exported
};

/// Where, when and by which programs; neither what was asked nor the answer.
ExportRecord make_export_record(const PublishedIndex& index, const std::filesystem::path& directory);

Json to_json(const ExportRecord& record);
/// Throws Error: kUsage where `path` is no manifest of an export, kEnvironment where it cannot be read.
ExportRecord read_export_record(const std::filesystem::path& path);

}  // namespace depeche
