#include <fmt/ostream.h>

#include "common/article_json.h"
#include "common/message.h"
#include "common/text/visible.h"
#include "searcher/export/write_export.h"

namespace depeche {
namespace {

Json to_json(const std::vector<ExportedVersion>& versions) {
  Json json = Json::array();
  for (const ExportedVersion& version : versions)
    json.push_back(Json{{"id", version.id}, {"version", version.version}});
  return json;
}

}  // namespace

void print_replay(const ReplayAnswer& answer, const ExportRecord& record, uint64_t number,
                  std::ostream& out) {
  for (const auto& [id, version] : answer.added)
    fmt::print(out, "+ {}\n", tr("{0}@{1} was added", visible_text(id), version));
  for (const auto& [id, version] : answer.gone)
    fmt::print(out, "- {}\n", tr("{0}@{1} is gone", visible_text(id), version));
  for (const auto& [id, from, to] : answer.changed)
    fmt::print(out, "~ {}\n", tr("{0}: version {1} became {2}", visible_text(id), from, to));
  const std::string query = visible_text(record.understood);
  if (answer.same())
    out << tr_n("same: {0} article for {1}, exported {2} from state {3}; the index is at state {4}",
                "same: {0} articles for {1}, exported {2} from state {3}; the index is at state {4}",
                answer.now, query, visible_text(record.exported), record.index_number, number);
  else
    out << tr("changed: {0} articles for {1}, now {2}: {3} added, {4} gone, {5} of another version",
              answer.before, query, answer.now, answer.added.size(), answer.gone.size(),
              answer.changed.size());
  out << '\n';
}

Json replay_json(const ReplayAnswer& answer) {
  Json changed = Json::array();
  for (const auto& [id, from, to] : answer.changed)
    changed.push_back(Json{{"id", id}, {"from", from}, {"to", to}});
  return {{"schema", kJsonSchema}, {"same", answer.same()},          {"before", answer.before},
          {"now", answer.now},     {"added", to_json(answer.added)}, {"gone", to_json(answer.gone)},
          {"changed", changed}};
}

}  // namespace depeche
