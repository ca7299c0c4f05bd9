#include "searcher/export/export_record.h"

#include <chrono>

#include "common/article_json.h"
#include "common/clock.h"
#include "common/error.h"
#include "common/file.h"
#include "common/message.h"
#include "common/stored_article.h"
#include "common/text/visible.h"
#include "searcher/export/citation.h"

namespace depeche {
namespace {

constexpr const char* kKind = "depeche-export";
constexpr size_t kMaxBytes = size_t{1} << 30;

constexpr std::pair<SortOrder, const char*> kOrders[] = {{SortOrder::kRelevance, "relevance"},
                                                         {SortOrder::kOldestFirst, "date"},
                                                         {SortOrder::kNewestFirst, "-date"},
                                                         {SortOrder::kId, "article"}};

const char* name_of(SortOrder order) {
  for (const auto& [value, name] : kOrders)
    if (value == order) return name;
  return "";
}

/// That a member is not what to_json() wrote.
[[noreturn]] void fail(const char* what) {
  throw Json::other_error::create(501, what, static_cast<const Json*>(nullptr));
}

SortOrder read_order(const std::string& text) {
  for (const auto& [value, name] : kOrders)
    if (text == name) return value;
  fail("unknown order");
}

Json to_json(const BuildVersions& versions) {
  return {{"schema", versions.schema},   {"program", versions.program}, {"analyzer", versions.analyzer},
          {"stemmer", versions.stemmer}, {"icu", versions.icu},         {"xapian", versions.xapian}};
}

BuildVersions versions_from(const Json& json) {
  return {json.at("schema"),  json.at("program"), json.at("analyzer"),
          json.at("stemmer"), json.at("icu"),     json.at("xapian")};
}

std::string string_or_empty(const Json& json) { return json.is_null() ? "" : json.get<std::string>(); }

Json query_json(const ExportRecord& record) {
  Json filters = Json::array();
  for (const auto& [option, value] : record.filters)
    filters.push_back(Json{{"option", option}, {"value", value}});
  return {{"typed", or_null(record.typed)},
          {"filters", std::move(filters)},
          {"understood", record.understood},
          {"all_words", record.all_words},
          {"sort", name_of(record.sort)},
          {"offset", record.offset},
          {"limit", record.limit},
          {"aliases", or_null(record.aliases)},
          {"aliases_checksum", or_null(record.aliases_checksum)}};
}

void read_query(const Json& json, ExportRecord& record) {
  record.typed = string_or_empty(json.at("typed"));
  for (const Json& filter : json.at("filters"))
    record.filters.emplace_back(filter.at("option"), filter.at("value"));
  record.understood = json.at("understood");
  record.all_words = json.at("all_words");
  record.sort = read_order(json.at("sort"));
  record.offset = json.at("offset");
  record.limit = json.at("limit");
  record.aliases = string_or_empty(json.at("aliases"));
  record.aliases_checksum = string_or_empty(json.at("aliases_checksum"));
}

ExportRecord from_json(const Json& json) {
  if (json.at("kind") != kKind || json.at("schema") != kJsonSchema) fail("another kind of document");
  ExportRecord record;
  record.form = json.at("format");
  record.exported = json.at("exported");
  read_query(json.at("query"), record);
  const Json& index = json.at("index");
  record.index_directory = index.at("directory");
  record.index_number = index.at("manifest");
  record.index_published = index.at("published");
  record.index_checksum = index.at("checksum");
  record.index_versions = versions_from(index.at("versions"));
  record.written_by = versions_from(json.at("program"));
  record.bytes = json.at("bytes");
  record.checksum = json.at("checksum");
  for (const Json& article : json.at("articles"))
    record.articles.push_back(
        {article.at("id"), article.at("version"), article.at("digest"), article.at("citation")});
  return record;
}

}  // namespace

ExportedVersion exported_version(const Article& article) {
  return {article.id, article.version, content_digest(article), citation(article)};
}

ExportRecord make_export_record(const PublishedIndex& index, const std::filesystem::path& directory) {
  ExportRecord record;
  record.exported = to_utc(std::chrono::system_clock::now());
  record.index_directory = std::filesystem::absolute(directory).lexically_normal().string();
  record.index_number = index.manifest.number;
  record.index_published = index.manifest.published;
  record.index_checksum = Json::parse(depeche::to_json(index.manifest)).at("checksum");
  record.index_versions = index.manifest.versions;
  record.written_by = BuildVersions::of_this_program();
  return record;
}

Json to_json(const ExportRecord& record) {
  Json articles = Json::array();
  for (const ExportedVersion& article : record.articles)
    articles.push_back(Json{{"id", article.id},
                            {"version", article.version},
                            {"digest", article.digest},
                            {"citation", article.citation}});
  return {{"schema", kJsonSchema},
          {"kind", kKind},
          {"exported", record.exported},
          {"format", record.form},
          {"query", query_json(record)},
          {"index",
           {{"directory", record.index_directory},
            {"manifest", record.index_number},
            {"published", record.index_published},
            {"checksum", record.index_checksum},
            {"versions", to_json(record.index_versions)}}},
          {"program", to_json(record.written_by)},
          {"bytes", record.bytes},
          {"checksum", record.checksum},
          {"count", record.articles.size()},
          {"articles", std::move(articles)}};
}

ExportRecord read_export_record(const std::filesystem::path& path) {
  const std::optional<std::string> text = read_file(path, kMaxBytes);
  const std::string name = visible_text(path.string());
  if (!text) throw Error(ExitCode::kUsage, tr("{}: there is no such manifest", name));
  try {
    return from_json(Json::parse(*text));
  } catch (const Json::exception&) {
    throw Error(ExitCode::kUsage,
                tr("{}: not the manifest of an export; name the file FILE.manifest.json that --output FILE "
                   "wrote",
                   name));
  }
}

}  // namespace depeche
