#include "searcher/standing/digest.h"

#include <algorithm>
#include <utility>

#include "common/stored_article.h"
#include "searcher/versions.h"

namespace depeche {
namespace {

/// Whether the index had the article, of which a version is live that a state after `since` brought.
bool was_known(const PublishedIndex& index, const Article& article, uint64_t since) {
  if (since == 0 || article.version == 1) return false;
  const ArticleVersions held = find_versions(index, article.id);
  return held.empty() || held.versions.front().number > 1 ||
         std::ranges::any_of(held.versions,
                             [since](const ArticleVersion& version) { return version.batch <= since; });
}

void add(Match match, std::vector<Match>& matches) {
  match.rank = matches.size() + 1;
  matches.push_back(std::move(match));
}

}  // namespace

DigestPeriod period_of(const Manifest& manifest, uint64_t since) {
  return {since, manifest.number, manifest.published_at(since), manifest.published};
}

QueryDigest make_digest(const PublishedIndex& index, const StandingQuery& query, uint64_t since,
                        const SearchOptions& options) {
  SearchOptions asking = options;
  asking.since_state = since;
  asking.relax = false;
  QueryDigest digest;
  if (since >= index.manifest.number) return digest;

  Answer answer = search(index, query.query, asking);
  digest.partial = answer.partial;
  for (Match& match : answer.matches) {
    const bool known = was_known(index, match.article, since);
    add(std::move(match), known ? digest.changed : digest.fresh);
  }
  digest.fresh_articles = digest.fresh.size();
  digest.changed_articles = digest.changed.size();
  if (answer.articles > digest.articles()) {
    digest.changed_articles = 0;
    const FoundDocuments all = find_all_documents(index, query.query, asking);
    for (const Xapian::docid docid : all.docids)
      digest.changed_articles +=
          was_known(index, decode_article(index.database.get_document(docid).get_data()), since) ? 1 : 0;
    digest.fresh_articles = all.articles - digest.changed_articles;
    digest.partial = digest.partial || all.partial;
  }
  return digest;
}

}  // namespace depeche
