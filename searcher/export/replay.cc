#include "searcher/export/replay.h"

#include <algorithm>
#include <map>

#include "common/error.h"
#include "common/hash.h"
#include "searcher/export/write_export.h"
#include "searcher/filters.h"
#include "searcher/query/parser.h"

namespace depeche {
namespace {

Query understood_query(const ExportRecord& record) {
  constexpr unsigned kWidth = 80;
  auto parsed = parse(record.understood, today());
  if (const auto* error = std::get_if<QueryError>(&parsed)) throw to_error(*error, record.understood, kWidth);
  return std::get<Query>(std::move(parsed));
}

void compare(const ExportRecord& record, ReplayAnswer& answer) {
  std::map<std::string_view, const ExportedVersion*> before, now;
  for (const ExportedVersion& article : record.articles) before[article.id] = &article;
  for (const ExportedVersion& article : answer.now.articles) now[article.id] = &article;
  for (const ExportedVersion& article : record.articles)
    if (!now.contains(article.id)) answer.gone.push_back(article);
  for (const ExportedVersion& article : answer.now.articles) {
    const auto found = before.find(article.id);
    if (found == before.end())
      answer.added.push_back(article);
    else if (found->second->digest != article.digest)
      answer.changed.emplace_back(*found->second, article);
  }
  answer.reordered = answer.added.empty() && answer.gone.empty() &&
                     !std::ranges::equal(record.articles, answer.now.articles, {}, &ExportedVersion::id,
                                         &ExportedVersion::id);
}

}  // namespace

ReplayAnswer replay_export(const PublishedIndex& index, const std::filesystem::path& directory,
                           const ExportRecord& record, double time_limit) {
  const Aliases aliases =
      record.aliases.empty() ? Aliases::shipped() : Aliases::read(record.aliases).over(Aliases::shipped());
  ReplayAnswer answer;
  Relaxation relaxation;
  SearchOptions options;
  options.sort = record.sort;
  options.offset = record.offset;
  options.limit = record.limit;
  options.time_limit = time_limit;
  options.aliases = &aliases;
  options.relaxation = &relaxation;
  const Query query = understood_query(record);
  answer.now = make_export_record(index, directory);
  answer.now.understood = to_text(query);
  answer.now.aliases = record.aliases;
  if (!record.aliases.empty()) answer.now.aliases_checksum = file_checksum(record.aliases);
  answer.partial = !visit_page(index, query, options, [&](const Article& article, uint64_t) {
    answer.now.articles.push_back(exported_version(article));
  });
  answer.now.all_words = relaxation.demand == Demand::kAll;
  compare(record, answer);
  return answer;
}

}  // namespace depeche
