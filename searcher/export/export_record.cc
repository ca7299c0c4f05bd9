#include "searcher/export/export_record.h"

#include "common/article_json.h"
#include "common/error.h"
#include "common/file.h"
#include "common/message.h"
#include "common/text/visible.h"

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

SortOrder read_order(const std::string& text) {
  for (const auto& [value, name] : kOrders)
    if (text == name) return value;
  throw Json::other_error::create(501, "unknown order", static_cast<const Json*>(nullptr));
}

Json to_json(const BuildVersions& versions) {
  return {{"schema", versions.schema},   {"program", versions.program}, {"analyzer", versions.analyzer},
          {"stemmer", versions.stemmer}, {"icu", versions.icu},         {"xapian", versions.xapian}};
}

ExportRecord from_json(const Json& json) {
  ExportRecord record;
  if (json.at("kind") != kKind || json.at("schema") != kJsonSchema)
    throw Json::other_error::create(501, "another kind of document", &json);
  record.form = json.at("format");
  record.exported = json.at("exported");
  const Json& query = json.at("query");
  record.understood = query.at("understood");
  record.sort = read_order(query.at("sort"));
  record.offset = query.at("offset");
  record.limit = query.at("limit");
  if (query.at("aliases").is_string()) record.aliases = query.at("aliases");
  record.index_number = json.at("index").at("manifest");
  record.index_checksum = json.at("index").at("checksum");
  for (const Json& article : json.at("articles"))
    record.articles.push_back({article.at("id"), article.at("version")});
  return record;
}

}  // namespace

Json to_json(const ExportRecord& record) {
  Json filters = Json::array();
  for (const auto& [option, value] : record.filters)
    filters.push_back(Json{{"option", option}, {"value", value}});
  Json articles = Json::array();
  for (const ExportedVersion& article : record.articles)
    articles.push_back(Json{{"id", article.id}, {"version", article.version}});
  return {{"schema", kJsonSchema},
          {"kind", kKind},
          {"exported", record.exported},
          {"format", record.form},
          {"query",
           {{"typed", record.typed},
            {"filters", filters},
            {"understood", record.understood},
            {"sort", name_of(record.sort)},
            {"offset", record.offset},
            {"limit", record.limit},
            {"aliases", or_null(record.aliases)}}},
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
          {"articles", articles}};
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
