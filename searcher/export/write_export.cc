#include "searcher/export/write_export.h"

#include <chrono>
#include <fstream>
#include <map>
#include <sstream>

#include <fmt/chrono.h>

#include "common/durable.h"
#include "common/error.h"
#include "common/hash.h"
#include "common/message.h"
#include "common/text/visible.h"
#include "searcher/filters.h"
#include "searcher/query/parser.h"
#include "searcher/view/csv.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;
using Visit = std::function<void(const Article&, uint64_t ordinal)>;

/// Calls `visit` with the articles of the page, counted from 1. Returns whether the time sufficed.
bool visit_page(const PublishedIndex& index, const Query& query, const SearchOptions& options,
                const Visit& visit) {
  uint64_t seen = 0;
  return visit_matches(index, query, options, [&](const Article& article) {
    const uint64_t place = seen++;
    if (place >= options.offset && place - options.offset < options.limit)
      visit(article, place - options.offset + 1);
  });
}

std::string now_in_utc() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

/// The files of a directory as they are made, and the checksum over their names and bytes.
class Directory {
 public:
  explicit Directory(const fs::path& path) : path_(path) {
    remove_tree(path_);
    make_directories(path_);
  }

  void write(const std::string& name, const std::string& bytes) {
    std::ofstream file(path_ / name, std::ios::binary);
    if (!(file << bytes).flush()) throw system_error(tr("cannot write"), (path_ / name).string(), errno);
    hash_.add(name);
    hash_.add(bytes);
    bytes_ += bytes.size();
  }

  void finish(const fs::path& name, ExportRecord& record) {
    sync_files_of(path_);
    rename_durably(path_, name);
    record.checksum = hash_.hex128();
    record.bytes = bytes_;
  }

 private:
  fs::path path_;
  StreamHash hash_;
  uint64_t bytes_ = 0;
};

/// An absolute path without a slash at its end, so that something can stand beside it.
fs::path target_of(const fs::path& output) {
  const fs::path path = fs::absolute(output).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

fs::path beside(fs::path path, const char* ending) { return path += ending; }

void remember(const Article& article, ExportRecord& record) {
  record.articles.push_back({article.id, article.version});
}

bool write_directory(const PublishedIndex& index, const Query& query, const SearchOptions& options,
                     const ExportForm& form, const fs::path& target, ExportRecord& record) {
  if (fs::exists(fs::symlink_status(target)))
    throw Error(ExitCode::kUsage,
                tr("{}: is there already; name a new directory", visible_text(target.string())));
  const fs::path temporary = beside(target, ".tmp");
  Directory directory(temporary);
  std::ostringstream table;
  CsvWriter metadata(table, {});
  metadata.row(txm_columns());
  const bool whole = visit_page(index, query, options, [&](const Article& article, uint64_t ordinal) {
    std::ostringstream text;
    form.article(article, ordinal, text);
    directory.write(txm_name(article) + ".xml", text.str());
    metadata.row(txm_row(article));
    remember(article, record);
  });
  if (!whole || record.articles.empty()) {
    remove_tree(temporary);
    return whole;
  }
  directory.write("metadata.csv", table.str());
  directory.finish(target, record);
  return true;
}

bool write_stream(const PublishedIndex& index, const Query& query, const SearchOptions& options,
                  const ExportForm& form, ExportRecord& record, std::ostream& out) {
  form.begin(out);
  const bool whole = visit_page(index, query, options, [&](const Article& article, uint64_t ordinal) {
    form.article(article, ordinal, out);
    remember(article, record);
  });
  form.end(out);
  return whole;
}

bool write_file(const PublishedIndex& index, const Query& query, const SearchOptions& options,
                const ExportForm& form, const fs::path& target, ExportRecord& record) {
  std::ostringstream out;
  const bool whole = write_stream(index, query, options, form, record, out);
  if (!whole || record.articles.empty()) return whole;
  const std::string bytes = std::move(out).str();
  record.bytes = bytes.size();
  record.checksum = hash128_hex(bytes);
  replace_file(target, bytes);
  return true;
}

ExportRecord record_of(const PublishedIndex& index, const fs::path& directory, const Query& query,
                       const SearchOptions& options, const ExportRequest& request) {
  ExportRecord record;
  record.form = request.form->name;
  record.exported = now_in_utc();
  record.typed = request.typed;
  record.understood = to_text(query);
  record.aliases = request.aliases.empty() ? "" : fs::absolute(request.aliases).string();
  record.filters = request.filters;
  record.sort = options.sort;
  record.offset = options.offset;
  record.limit = options.limit;
  record.index_number = index.manifest.number;
  record.index_directory = visible_text(fs::absolute(directory).string());
  record.index_published = index.manifest.published;
  record.index_checksum = Json::parse(to_json(index.manifest)).at("checksum");
  record.index_versions = index.manifest.versions;
  record.written_by = BuildVersions::of_this_program();
  return record;
}

Query understood_query(const ExportRecord& record) {
  constexpr unsigned kWidth = 80;
  auto parsed = parse(record.understood, today());
  if (const auto* error = std::get_if<QueryError>(&parsed)) throw to_error(*error, record.understood, kWidth);
  return std::get<Query>(std::move(parsed));
}

}  // namespace

ExportOutcome write_export(const PublishedIndex& index, const fs::path& directory, const Query& query,
                           const SearchOptions& options, const ExportRequest& request, std::ostream& out) {
  ExportRecord record = record_of(index, directory, query, options, request);
  if (request.output.empty()) {
    const bool whole = write_stream(index, query, options, *request.form, record, out);
    return {record.articles.size(), !whole};
  }
  const fs::path target = target_of(request.output);
  const auto write = request.form->directory ? write_directory : write_file;
  const bool whole = write(index, query, options, *request.form, target, record);
  if (whole && !record.articles.empty())
    replace_file(beside(target, ".manifest.json"), to_document(to_json(record)) + "\n");
  return {record.articles.size(), !whole};
}

ReplayAnswer replay_export(const PublishedIndex& index, const ExportRecord& record, double time_limit) {
  const Aliases aliases =
      record.aliases.empty() ? Aliases::shipped() : Aliases::read(record.aliases).over(Aliases::shipped());
  SearchOptions options;
  options.sort = record.sort;
  options.offset = record.offset;
  options.limit = record.limit;
  options.time_limit = time_limit;
  options.aliases = &aliases;
  std::map<std::string, uint32_t> now;
  ReplayAnswer answer;
  answer.partial = !visit_page(index, understood_query(record), options,
                               [&](const Article& article, uint64_t) { now[article.id] = article.version; });
  std::map<std::string, uint32_t> before;
  for (const ExportedVersion& article : record.articles) before[article.id] = article.version;
  for (const auto& [id, version] : before) {
    const auto found = now.find(id);
    if (found == now.end())
      answer.gone.push_back({id, version});
    else if (found->second != version)
      answer.changed.push_back({id, version, found->second});
  }
  for (const auto& [id, version] : now)
    if (!before.contains(id)) answer.added.push_back({id, version});
  answer.before = before.size();
  answer.now = now.size();
  return answer;
}

}  // namespace depeche
