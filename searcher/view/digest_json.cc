#include "common/article_json.h"
#include "searcher/view/digest_view.h"
#include "searcher/view/question_view.h"

namespace depeche {
namespace {

/// The articles with what each is; new ones first.
std::vector<Json> articles_of(const QueryDigest& digest) {
  std::vector<Json> articles;
  const auto add = [&](const std::vector<Match>& matches, const char* change) {
    for (const Match& match : matches) {
      articles.push_back(match_json(match));
      articles.back()["change"] = change;
    }
  };
  add(digest.fresh, "new");
  add(digest.changed, "changed");
  return articles;
}

}  // namespace

Json digest_json(const StandingQuery& standing, const QueryDigest& digest) {
  Json json;
  json["name"] = standing.name;
  json["query"] = standing.text;
  json["understood"] = to_text(standing.query);
  json["question"] = standing.question ? question_json(*standing.question) : Json();
  json["new"] = digest.fresh_articles;
  json["changed"] = digest.changed_articles;
  json["partial"] = digest.partial;
  json["matches"] = articles_of(digest);
  return json;
}

std::vector<Json> digest_items(const DigestPeriod& period, const StandingQuery& standing,
                               const QueryDigest& digest) {
  std::vector<Json> items = articles_of(digest);
  for (Json& item : items) {
    item["name"] = standing.name;
    item["query"] = standing.text;
    item["since"] = period.since;
    item["state"] = period.state;
  }
  return items;
}

}  // namespace depeche
