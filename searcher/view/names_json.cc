#include <utility>

#include "common/article_json.h"
#include "common/text/utf8.h"
#include "searcher/view/names_view.h"

namespace depeche {
namespace {

Json forms_json(const NameCount& name) {
  Json forms = Json::array();
  for (const FormCount& form : name.forms)
    forms.push_back({{"text", form.text}, {"mentions", form.mentions}});
  return forms;
}

Json value_json(const Facet& facet, const NameCount& name) {
  const bool mentions = facet.field->has_mentions;
  return {{"name", name.best_form()},
          {"key", name.key},
          {"articles", name.articles},
          {"deduced", mentions ? Json(name.deduced) : Json()},
          {"mentions", mentions ? Json(name.mentions) : Json()},
          {"forms", mentions ? forms_json(name) : Json::array()}};
}

Json with_schema(Json members) {
  Json json;
  json["schema"] = kJsonSchema;
  json.update(members);
  return json;
}

Json entity_json(const EntityCount& entity) {
  return {{"type", name_of(entity.type)},    {"key", entity.name.key},
          {"name", entity.name.best_form()}, {"articles", entity.name.articles},
          {"deduced", entity.name.deduced},  {"mentions", entity.name.mentions},
          {"forms", forms_json(entity.name)}};
}

Json chain_json(const Article& article, const LinkChain& chain) {
  const std::string& field = article.field(chain.span.field);
  const auto code_points = [&](size_t byte) { return CodePointCounter(field).at(byte); };
  Json steps = Json::array();
  for (const LinkChain::Step& step : chain.steps)
    steps.push_back({{"text", step.words},
                     {"rule", step.rule},
                     {"begin", step.begin ? Json(code_points(*step.begin)) : Json()},
                     {"deduced", step.deduced.has_value()},
                     {"agreeing", step.deduced ? Json(step.deduced->agreeing) : Json()},
                     {"articles", step.deduced ? Json(step.deduced->articles) : Json()}});
  return {{"field", name_of(chain.span.field)},
          {"begin", code_points(chain.span.begin)},
          {"end", code_points(chain.span.end)},
          {"text", field.substr(chain.span.begin, chain.span.end - chain.span.begin)},
          {"key", chain.key},
          {"chain", std::move(steps)}};
}

Json array_of(std::vector<Json> items) {
  Json array = Json::array();
  for (Json& item : items) array.push_back(std::move(item));
  return array;
}

}  // namespace

Json facets_json(const FacetAnswer& answer) {
  Json facets = Json::array();
  for (const Facet& facet : answer.facets) {
    Json values = Json::array();
    for (const NameCount& name : facet.top) values.push_back(value_json(facet, name));
    facets.push_back({{"field", facet.field->english}, {"values", facet.values}, {"top", std::move(values)}});
  }
  return with_schema(
      {{"articles", answer.articles}, {"partial", answer.partial}, {"facets", std::move(facets)}});
}

std::vector<Json> facet_items(const FacetAnswer& answer) {
  std::vector<Json> items;
  for (const Facet& facet : answer.facets)
    for (const NameCount& name : facet.top) {
      Json item = with_schema({{"field", facet.field->english}});
      item.update(value_json(facet, name));
      items.push_back(std::move(item));
    }
  return items;
}

Json entities_json(const EntityAnswer& answer) {
  Json entities = Json::array();
  for (const EntityCount& entity : answer.entities) entities.push_back(entity_json(entity));
  return with_schema(
      {{"found", answer.found}, {"partial", answer.partial}, {"entities", std::move(entities)}});
}

std::vector<Json> entity_items(const EntityAnswer& answer) {
  std::vector<Json> items;
  for (const EntityCount& entity : answer.entities) items.push_back(with_schema(entity_json(entity)));
  return items;
}

Json links_json(const Article& article, const Deductions& deduced) {
  std::vector<Json> links;
  for (const LinkChain& chain : link_chains(article, deduced)) links.push_back(chain_json(article, chain));
  return with_schema({{"id", article.id}, {"links", array_of(std::move(links))}});
}

std::vector<Json> link_items(const Article& article, const Deductions& deduced) {
  std::vector<Json> items;
  for (const LinkChain& chain : link_chains(article, deduced)) {
    Json item = with_schema({{"id", article.id}});
    item.update(chain_json(article, chain));
    items.push_back(std::move(item));
  }
  return items;
}

Json deduced_link_json(const Deduction& deduction) {
  return {{"key", deduction.surname.key},
          {"rule", kDeducedRule},
          {"begin", nullptr},
          {"deduced", true},
          {"agreeing", deduction.surname.agreeing},
          {"articles", deduction.surname.articles}};
}

}  // namespace depeche
