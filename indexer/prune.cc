#include "indexer/prune.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>

#include "common/error.h"
#include "common/message.h"
#include "common/text/visible.h"

namespace depeche {
namespace {

constexpr size_t kNamedPaths = 3;

Error refusal(const std::string& what) { return Error(ExitCode::kTooManyRejects, what); }

/// The first of them, for a message.
std::string first_of(const std::vector<const Source*>& sources) {
  std::string text;
  for (size_t i = 0; i < std::min(sources.size(), kNamedPaths); ++i)
    text += (i == 0 ? "" : ", ") + visible_text(sources[i]->path);
  return sources.size() > kNamedPaths ? text + ", ..." : text;
}

}  // namespace

std::vector<PublishedVersions::Entry> articles_without_source(const PublishedVersions& published,
                                                              const Ledger& ledger, const Sources& sources) {
  const auto elsewhere = sources.ids_elsewhere();
  std::vector<PublishedVersions::Entry> gone;
  published.for_each_live([&](Fingerprint id, const PublishedVersions::Entry& entry) {
    if (!ledger.has(id) && !elsewhere.contains(id)) gone.push_back(entry);
  });
  return gone;
}

uint64_t remove_articles(Manifest& manifest, const std::vector<PublishedVersions::Entry>& articles) {
  for (const PublishedVersions::Entry& article : articles)
    manifest.segments[article.segment].superseded.insert(article.docid);
  return articles.size();
}

void require_paths(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    std::error_code error;
    if (std::filesystem::status(path, error).type() == std::filesystem::file_type::not_found)
      throw refusal(
          tr("{}: not there, so --prune would remove its articles: nothing was changed; mount it, or "
             "leave out the path",
             visible_text(path)));
  }
}

void require_files(const Survey& survey) {
  if (survey.empty.empty()) return;
  throw refusal(
      tr("{}: holds no file, so --prune would remove its articles: nothing was changed; mount it, or "
         "leave out the path",
         visible_text(survey.empty.front())));
}

void require_few_gone(const PruneOptions& options, const Survey& survey, uint64_t gone, uint64_t live) {
  if (gone == 0 || static_cast<double>(gone) * 100 <= options.max_percent * static_cast<double>(live)) return;
  const double percent = 100 * static_cast<double>(gone) / static_cast<double>(live);
  const std::string where = survey.vanished.empty() ? "" : tr(" (files gone: {})", first_of(survey.vanished));
  throw refusal(
      tr("--prune would remove {0} of {1} articles ({2:.1f} %){3}: nothing was changed; bring the files "
         "back, or allow it by --max-prune {4:.0f}",
         gone, live, percent, where, std::ceil(percent)));
}

}  // namespace depeche
