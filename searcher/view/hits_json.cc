#include "common/article_json.h"
#include "searcher/view/hits_view.h"

namespace depeche {
namespace {

Json line_json(const ConcordanceLine& line) {
  const std::optional<ArticleDate>& date = line.published;
  return {{"rank", line.rank},
          {"id", line.id},
          {"version", line.version},
          {"date", date ? or_null(to_edtf(date->value)) : Json()},
          {"date_edtf", date ? or_null(to_edtf(date->value, date->inferred)) : Json()},
          {"date_inferred", date ? Json(date->inferred) : Json()},
          {"source", or_null(line.source)},
          {"title", or_null(line.title)},
          {"field", name_of(line.span.field)},
          {"begin", line.begin},
          {"end", line.end},
          {"left", line.left},
          {"hit", line.keyword},
          {"right", line.right},
          {"path", or_null(line.path)}};
}

Json group_json(const HitGroup& group) {
  return {{"form", or_null(group.form)}, {"hits", group.hits}, {"articles", group.articles}};
}

Json with_schema(Json members) {
  Json json;
  json["schema"] = kJsonSchema;
  json.update(members);
  return json;
}

}  // namespace

std::string_view name_of(HitGrouping by) {
  switch (by) {
    case HitGrouping::kLeft1:
      return "left1";
    case HitGrouping::kRight1:
      return "right1";
    case HitGrouping::kForm:
      break;
  }
  return "form";
}

Json concordance_json(const Concordance& concordance) {
  Json lines = Json::array();
  for (const ConcordanceLine& line : concordance.lines) lines.push_back(line_json(line));
  return with_schema({{"articles", concordance.articles},
                      {"hits", concordance.hits ? Json(*concordance.hits) : Json()},
                      {"partial", concordance.partial},
                      {"lines", std::move(lines)}});
}

std::vector<Json> line_items(const Concordance& concordance) {
  std::vector<Json> items;
  for (const ConcordanceLine& line : concordance.lines) items.push_back(with_schema(line_json(line)));
  return items;
}

Json groups_json(const HitGroups& groups) {
  Json array = Json::array();
  for (const HitGroup& group : groups.groups) array.push_back(group_json(group));
  return with_schema({{"by", name_of(groups.by)},
                      {"articles", groups.articles},
                      {"hits", groups.hits},
                      {"found", groups.found},
                      {"partial", groups.partial},
                      {"groups", std::move(array)}});
}

std::vector<Json> group_items(const HitGroups& groups) {
  std::vector<Json> items;
  for (const HitGroup& group : groups.groups) {
    Json item = with_schema({{"by", name_of(groups.by)}});
    item.update(group_json(group));
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace depeche
