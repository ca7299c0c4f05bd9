#include "searcher/export/write_export.h"

#include <fstream>
#include <sstream>

#include <unistd.h>

#include "common/durable.h"
#include "common/error.h"
#include "common/hash.h"
#include "common/message.h"
#include "common/stored_article.h"
#include "common/text/visible.h"
#include "searcher/deadline.h"
#include "searcher/export/export_date.h"
#include "searcher/view/csv.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

/// The files of a directory as they are made beside its place, and the checksum over their names and bytes.
/// What is not finished is removed again.
class Directory {
 public:
  explicit Directory(const fs::path& target)
      : target_(target), path_(fmt::format("{}.{}.tmp", target.string(), getpid())) {
    std::error_code error;
    if (!fs::create_directory(path_, error))
      throw system_error(tr("cannot make the directory"), path_.string(), error ? error.value() : EEXIST);
    made_ = true;
  }
  ~Directory() {
    if (made_) remove_tree(path_);
  }
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;

  void write(const std::string& name, const std::string& bytes) {
    std::ofstream file(path_ / name, std::ios::binary);
    if (!(file << bytes).flush()) throw system_error(tr("cannot write"), (path_ / name).string(), errno);
    hash_.add(name);
    hash_.add(bytes);
    bytes_ += bytes.size();
  }

  void finish(ExportRecord& record) {
    sync_files_of(path_);
    rename_durably(path_, target_);
    made_ = false;
    record.checksum = hash_.hex128();
    record.bytes = bytes_;
  }

 private:
  fs::path target_, path_;
  StreamHash hash_;
  uint64_t bytes_ = 0;
  bool made_ = false;
};

/// An absolute path without a slash at its end, so that something can stand beside it.
fs::path target_of(const fs::path& output) {
  const fs::path path = fs::absolute(output).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

fs::path manifest_of(fs::path target) { return target += ".manifest.json"; }

/// An export on its way: counts and remembers what passes.
class Export {
 public:
  Export(const PublishedIndex& index, const fs::path& directory, const Query& query,
         const SearchOptions& options, const ExportRequest& request)
      : index_(index), query_(query), options_(options), form_(*request.form) {
    options_.relaxation = &outcome_.relaxation;
    record_ = make_export_record(index, directory);
    record_.form = form_.name;
    record_.typed = request.typed;
    record_.understood = to_text(query);
    record_.filters = request.filters;
    record_.sort = options.sort;
    record_.offset = options.offset;
    record_.limit = options.limit;
    if (request.aliases.empty()) return;
    record_.aliases = fs::absolute(request.aliases).string();
    record_.aliases_checksum = file_checksum(request.aliases);
  }

  ExportOutcome to_stream(std::ostream& out) {
    visit([&](const Article& article, uint64_t ordinal) {
      if (ordinal == 1) form_.begin(out);
      form_.article(article, ordinal, out);
    });
    if (outcome_.articles > 0) form_.end(out);
    return outcome_;
  }

  ExportOutcome to_file(const fs::path& target) {
    std::ostringstream out;
    to_stream(out);
    if (!complete()) return outcome_;
    const std::string bytes = std::move(out).str();
    record_.bytes = bytes.size();
    record_.checksum = hash128_hex(bytes);
    replace_file(target, bytes);
    remember(target);
    return outcome_;
  }

  ExportOutcome to_directory(const fs::path& target) {
    if (fs::exists(fs::symlink_status(target)))
      throw Error(ExitCode::kUsage,
                  tr("{}: is there already; name a new directory", visible_text(target.string())));
    Directory directory(target);
    std::ostringstream table;
    CsvWriter metadata(table, {});
    metadata.row(txm_columns());
    visit([&](const Article& article, uint64_t ordinal) {
      std::ostringstream text;
      form_.article(article, ordinal, text);
      directory.write(txm_name(article) + ".xml", text.str());
      metadata.row(txm_row(article, ordinal));
    });
    if (!complete()) return outcome_;
    directory.write("metadata.csv", table.str());
    directory.finish(record_);
    remember(target);
    return outcome_;
  }

 private:
  template <typename Visit>
  void visit(const Visit& visit) {
    outcome_.partial = !visit_page(index_, query_, options_, [&](const Article& article, uint64_t ordinal) {
      visit(article, ordinal);
      record_.articles.push_back(exported_version(article));
      ++outcome_.articles;
      if (stated_date(article).empty()) ++outcome_.without_year;
    });
    record_.all_words = outcome_.relaxation.demand == Demand::kAll;
  }

  bool complete() const { return !outcome_.partial && outcome_.articles > 0; }

  void remember(const fs::path& target) {
    replace_file(manifest_of(target), to_document(to_json(record_)) + "\n");
  }

  const PublishedIndex& index_;
  const Query& query_;
  SearchOptions options_;
  const ExportForm& form_;
  ExportRecord record_;
  ExportOutcome outcome_;
};

}  // namespace

bool visit_page(const PublishedIndex& index, const Query& query, const SearchOptions& options,
                const std::function<void(const Article&, uint64_t)>& visit) {
  const Deadline deadline(options.time_limit);
  const FoundDocuments found = find_documents(index, query, options);
  if (found.partial) return false;
  uint64_t ordinal = 0;
  for (const uint32_t docid : found.docids) {
    if (deadline.passed()) return false;
    visit(decode_article(index.database.get_document(docid).get_data()), ++ordinal);
  }
  return true;
}

ExportOutcome write_export(const PublishedIndex& index, const fs::path& directory, const Query& query,
                           const SearchOptions& options, const ExportRequest& request, std::ostream& out) {
  Export exporting(index, directory, query, options, request);
  if (request.output.empty()) return exporting.to_stream(out);
  const fs::path target = target_of(request.output);
  return request.form->directory ? exporting.to_directory(target) : exporting.to_file(target);
}

}  // namespace depeche
