#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "common/article_json.h"
#include "searcher/export/citation.h"
#include "searcher/view/versions_view.h"
#include "searcher/word_diff.h"

namespace depeche {
namespace {

/// « 09:10 », or null.
Json time_json(const std::optional<ArticleDate>& date) {
  if (!date || !date->minute) return {};
  return fmt::format("{:02}:{:02}", *date->minute / 60, *date->minute % 60);
}

Json edtf_json(const std::optional<ArticleDate>& date) {
  return date ? or_null(to_edtf(date->value, date->inferred)) : Json();
}

Json version_json(const ArticleVersion& version) {
  return {{"version", version.number},
          {"state", name_of(version.state)},
          {"manifest", version.batch},
          {"indexed", or_null(version.indexed)}};
}

Json listed_json(const ListedVersion& listed) {
  Json json = version_json(listed.version);
  json["date"] = edtf_json(listed.published);
  json["date_time"] = time_json(listed.published);
  json["updated"] = edtf_json(listed.updated);
  json["updated_time"] = time_json(listed.updated);
  json["title"] = or_null(listed.title);
  return json;
}

std::string_view name_of(DiffPiece::Kind kind) {
  switch (kind) {
    case DiffPiece::Kind::kEqual:
      return "equal";
    case DiffPiece::Kind::kDeleted:
      return "delete";
    case DiffPiece::Kind::kInserted:
      return "insert";
  }
  return "";
}

Json text_change_json(const TextChange& change) {
  Json pieces = Json::array();
  for (const DiffPiece& piece : word_diff(change.before, change.after))
    pieces.push_back({{"op", name_of(piece.kind)}, {"text", piece.text}});
  return {{"field", name_of(change.field)}, {"pieces", std::move(pieces)}};
}

Json date_side(const std::optional<ArticleDate>& date) {
  if (!date) return {};
  return {{"edtf", edtf_json(date)}, {"time", time_json(date)}};
}

Json date_change_json(const DateChange& change) {
  return {
      {"field", name_of(change.kind)}, {"old", date_side(change.before)}, {"new", date_side(change.after)}};
}

Json value_side(std::string_view field, const std::vector<std::string>& values) {
  if (field == "author") return values;
  return values.empty() ? Json() : Json(values.front());
}

Json value_change_json(const ValueChange& change) {
  return {{"field", change.field},
          {"old", value_side(change.field, change.before)},
          {"new", value_side(change.field, change.after)}};
}

std::vector<Json> changes_json(const ArticleDiff& diff) {
  std::vector<Json> changes;
  for (const DateChange& change : diff.dates) changes.push_back(date_change_json(change));
  for (const ValueChange& change : diff.values) changes.push_back(value_change_json(change));
  for (const TextChange& change : diff.texts) changes.push_back(text_change_json(change));
  return changes;
}

Json with_id(const std::string& id, const Json& members) {
  Json json = {{"schema", kJsonSchema}, {"id", id}};
  json.update(members);
  return json;
}

Json array_of(std::vector<Json> items) {
  Json array = Json::array();
  for (Json& item : items) array.push_back(std::move(item));
  return array;
}

}  // namespace

Json versions_json(const VersionList& list) {
  Json versions = Json::array();
  for (const ListedVersion& listed : list.versions) versions.push_back(listed_json(listed));
  return with_id(list.id, {{"versions", std::move(versions)}});
}

std::vector<Json> version_items(const VersionList& list) {
  std::vector<Json> items;
  for (const ListedVersion& listed : list.versions) items.push_back(with_id(list.id, listed_json(listed)));
  return items;
}

Json diff_json(const ArticleDiff& diff) {
  return with_id(diff.id, {{"from", version_json(diff.from)},
                           {"to", version_json(diff.to)},
                           {"changes", array_of(changes_json(diff))}});
}

std::vector<Json> diff_items(const ArticleDiff& diff) {
  std::vector<Json> items;
  for (const Json& change : changes_json(diff)) {
    Json item = with_id(diff.id, {{"from", diff.from.number}, {"to", diff.to.number}});
    item.update(change);
    items.push_back(std::move(item));
  }
  return items;
}

Json shown_json(const ShownVersion& shown) {
  const Json article = to_json(shown.article);
  Json json = {{"schema", article["schema"]}, {"id", article["id"]}};
  json.update(version_json(shown.version));
  json["citation"] = citation(shown.article);
  json["live_version"] = shown.live ? Json(*shown.live) : Json();
  json["story"] = or_null(shown.story);
  json["copies"] = shown.copies;
  json.update(article);
  return json;
}

}  // namespace depeche
