#include <algorithm>

#include <fmt/ostream.h>

#include "common/article_json.h"
#include "common/message.h"
#include "common/text/visible.h"
#include "searcher/export/replay.h"

namespace depeche {
namespace {

/// A thing that may have changed beside the articles.
struct Circumstance {
  const char* name;   // in JSON
  const char* label;  // English, for translation
  std::string then, now;
};

std::string state_text(const ExportRecord& record) {
  return fmt::format("{} ({})", record.index_number, record.index_published);
}

std::vector<Circumstance> circumstances(const ExportRecord& then, const ExportRecord& now) {
  const auto number = [](int value) { return fmt::format("{}", value); };
  const BuildVersions &a = then.written_by, &b = now.written_by;
  return {{"index", DEPECHE_TR("index directory"), then.index_directory, now.index_directory},
          {"program", DEPECHE_TR("program"), a.program, b.program},
          {"schema", DEPECHE_TR("schema of the index"), number(then.index_versions.schema),
           number(now.index_versions.schema)},
          {"analyzer", DEPECHE_TR("analyzer"), a.analyzer, b.analyzer},
          {"stemmer", DEPECHE_TR("stemmer"), a.stemmer, b.stemmer},
          {"icu", "ICU", a.icu, b.icu},
          {"xapian", "Xapian", a.xapian, b.xapian},
          {"aliases", DEPECHE_TR("checksum of the aliases"), then.aliases_checksum, now.aliases_checksum}};
}

bool same_index(const ExportRecord& then, const ExportRecord& now) {
  return then.index_checksum == now.index_checksum && then.index_number == now.index_number;
}

Json to_json(const ExportedVersion& article) {
  return {{"id", article.id},
          {"version", article.version},
          {"digest", article.digest},
          {"citation", article.citation}};
}

Json to_json(const std::vector<ExportedVersion>& articles) {
  Json json = Json::array();
  for (const ExportedVersion& article : articles) json.push_back(to_json(article));
  return json;
}

Json state_json(const ExportRecord& record) {
  return {{"directory", record.index_directory},
          {"manifest", record.index_number},
          {"published", record.index_published},
          {"checksum", record.index_checksum}};
}

}  // namespace

void print_replay(const ReplayAnswer& answer, const ExportRecord& record, std::ostream& out) {
  for (const ExportedVersion& article : answer.added)
    fmt::print(out, "+ {}\n", visible_text(article.citation));
  for (const ExportedVersion& article : answer.gone)
    fmt::print(out, "- {}\n", visible_text(article.citation));
  for (const auto& [then, now] : answer.changed)
    fmt::print(out, "< {}\n> {}\n", visible_text(then.citation), visible_text(now.citation));
  if (!answer.same()) out << '\n';
  if (answer.same())
    out << tr_n("The answer is the same: {} article, as it was.",
                "The answer is the same: {} articles, as they were.", answer.now.articles.size());
  else
    out << tr("The answer is another one: {0} articles then, {1} now.", record.articles.size(),
              answer.now.articles.size())
        << '\n'
        << tr("Added (+): {0}, gone (-): {1}, changed (< then, > now): {2}", answer.added.size(),
              answer.gone.size(), answer.changed.size());
  out << '\n' << tr("Query: {}", visible_text(record.understood)) << '\n';
  if (answer.reordered) out << tr("The order is another one.") << '\n';
  out << tr("Exported: {}", visible_text(record.exported)) << '\n';
  if (same_index(record, answer.now))
    out << tr("Index: the same state {}", visible_text(state_text(record))) << '\n';
  else
    out << tr("Index: state {0} then, {1} now", visible_text(state_text(record)),
              visible_text(state_text(answer.now)))
        << '\n';
  for (const auto& [name, label, then, now] : circumstances(record, answer.now))
    if (then != now)
      out << tr("Changed: {0}, {1} then, {2} now", tr(label), visible_text(then), visible_text(now)) << '\n';
}

Json replay_json(const ReplayAnswer& answer, const ExportRecord& record) {
  Json changed = Json::array();
  for (const auto& [then, now] : answer.changed)
    changed.push_back(Json{{"then", to_json(then)}, {"now", to_json(now)}});
  Json versions = Json::array();
  for (const auto& [name, label, then, now] : circumstances(record, answer.now))
    if (then != now) versions.push_back(Json{{"name", name}, {"then", or_null(then)}, {"now", or_null(now)}});
  return {{"schema", kJsonSchema},
          {"same", answer.same()},
          {"partial", answer.partial},
          {"query", record.understood},
          {"exported", record.exported},
          {"articles_then", record.articles.size()},
          {"articles_now", answer.now.articles.size()},
          {"added", to_json(answer.added)},
          {"gone", to_json(answer.gone)},
          {"changed", std::move(changed)},
          {"reordered", answer.reordered},
          {"index_same", same_index(record, answer.now)},
          {"index_then", state_json(record)},
          {"index_now", state_json(answer.now)},
          {"versions_changed", std::move(versions)}};
}

}  // namespace depeche
