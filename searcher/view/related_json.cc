#include <cmath>
#include <string>
#include <utility>

#include "common/article_json.h"
#include "searcher/view/related_view.h"

namespace depeche {
namespace {

Json with_schema(const Json& members) {
  Json json;
  json["schema"] = kJsonSchema;
  json.update(members);
  return json;
}

Json to_json(const Variant& variant) {
  return {{"form", variant.form},
          {"kind", name_of(variant.kind)},
          {"hits", variant.hits},
          {"articles", variant.articles}};
}

Json to_json(const RelatedTerm& term) {
  const bool weighed = term.kind == RelatedTerm::Kind::kWord || term.kind == RelatedTerm::Kind::kName;
  return {
      {"kind", name_of(term.kind)}, {"text", term.text},
      {"query", term.query},        {"answers", term.answers},
      {"articles", term.articles},  {"weight", weighed ? Json(std::round(term.weight * 1e4) / 1e4) : Json()}};
}

template <typename Items>
Json array_of(const Items& items) {
  Json array = Json::array();
  for (const auto& item : items) array.push_back(to_json(item));
  return array;
}

}  // namespace

Json variants_json(const Variants& variants) {
  return with_schema({{"word", variants.word},
                      {"articles", variants.articles},
                      {"articles_read", variants.read},
                      {"found", variants.found},
                      {"partial", variants.partial},
                      {"variants", array_of(variants.variants)}});
}

std::vector<Json> variant_items(const Variants& variants) {
  std::vector<Json> items;
  for (const Variant& variant : variants.variants) {
    items.push_back(with_schema({{"word", variants.word}}));
    items.back().update(to_json(variant));
  }
  return items;
}

Json related_json(const RelatedTerms& related) {
  return with_schema({{"articles", related.articles},
                      {"articles_read", related.read},
                      {"partial", related.partial},
                      {"related", array_of(related.terms)}});
}

std::vector<Json> related_items(const RelatedTerms& related) {
  std::vector<Json> items;
  for (const RelatedTerm& term : related.terms) items.push_back(with_schema(to_json(term)));
  return items;
}

}  // namespace depeche
