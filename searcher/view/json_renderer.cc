#include <cmath>

#include "common/article_json.h"
#include "common/json.h"
#include "common/text/utf8.h"
#include "searcher/export/citation.h"
#include "searcher/view/cooccurrence_view.h"
#include "searcher/view/digest_view.h"
#include "searcher/view/hits_view.h"
#include "searcher/view/keyness_view.h"
#include "searcher/view/names_view.h"
#include "searcher/view/network_view.h"
#include "searcher/view/question_view.h"
#include "searcher/view/related_view.h"
#include "searcher/view/renderers.h"
#include "searcher/view/snippet.h"
#include "searcher/view/timeline_view.h"
#include "searcher/view/versions_view.h"

namespace depeche {
namespace {

/// Columns of a snippet: the same wherever the output goes.
constexpr unsigned kSnippetWidth = 240;

/// Text as it stands in HTML, so that <b> in a snippet is always a mark and never the text's own.
std::string escape_html(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

Json hits_of(const Match& match) {
  CodePointCounter title(match.article.title), text(match.article.text);
  Json hits = Json::array();
  for (const Span& hit : match.hits) {
    CodePointCounter& counter = hit.field == TextField::kTitle ? title : text;
    const size_t begin = counter.at(hit.begin);
    hits.push_back(Json{{"field", name_of(hit.field)}, {"begin", begin}, {"end", counter.at(hit.end)}});
  }
  return hits;
}

/// What the source itself says of a date, the inferred part left out.
Json stated_part(const ArticleDate& date) {
  if (!date.inferred) return or_null(to_edtf(date.value));
  return date.stated ? or_null(to_edtf(date.stated->value)) : Json();
}

}  // namespace

Json match_json(const Match& match) {
  const Article& article = match.article;
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  const Snippet snippet = make_snippet(article, match.hits, kSnippetWidth);
  Json json;
  json["schema"] = kJsonSchema;
  json["rank"] = match.rank;
  // Four decimals: what a sum of weights still means, whatever the order in which it was added.
  json["score"] = std::round(match.score * 1e4) / 1e4;
  json["id"] = article.id;
  json["version"] = article.version;
  json["title"] = or_null(article.title);
  json["date"] = date ? or_null(to_edtf(date->value)) : Json();
  json["date_edtf"] = date ? or_null(to_edtf(date->value, date->inferred)) : Json();
  json["date_stated"] = date ? stated_part(*date) : Json();
  json["date_basis"] = date ? Json(name_of(date->basis)) : Json();
  json["date_inferred"] = date ? Json(date->inferred) : Json();
  json["source"] = or_null(article.source);
  json["snippet"] = or_null(highlight(snippet, {"<b>", "</b>", escape_html}));
  json["hits"] = hits_of(match);
  json["path"] = or_null(article.origin.path);
  json["citation"] = citation(article);
  json["story"] = or_null(match.story);
  json["copies"] = match.copies;
  return json;
}

namespace {

/// What the articles of an answer have of the words; null where all of them have all.
Json to_json(const Relaxation& relaxation) {
  if (relaxation.demand == Demand::kAll) return {};
  Json json;
  json["demand"] = relaxation.demand == Demand::kMost ? "most" : "any";
  json["articles_with_all"] = relaxation.with_all;
  return json;
}

class JsonRenderer : public Renderer {
 public:
  JsonRenderer(JsonLayout layout, const Question* question) : layout_(layout), question_(question) {}

  void list(const Answer& answer, std::ostream& out) const override {
    if (layout_ == JsonLayout::kLines) {
      for (const Match& match : answer.matches) print(match_json(match), out);
      return;
    }
    Json matches = Json::array();
    for (const Match& match : answer.matches) matches.push_back(match_json(match));
    Json json;
    json["schema"] = kJsonSchema;
    json["articles"] = answer.articles;
    json["stories"] = answer.stories ? Json(*answer.stories) : Json();
    json["partial"] = answer.partial;
    json["relaxed"] = to_json(answer.relaxation);
    json["matches"] = std::move(matches);
    print(json, out);
  }

  void count(const Answer& answer, std::ostream& out) const override {
    Json json;
    json["schema"] = kJsonSchema;
    json["articles"] = answer.articles;
    json["hits"] = answer.hits;
    json["words"] = answer.words;
    json["partial"] = answer.partial;
    json["relaxed"] = to_json(answer.relaxation);
    print(json, out);
  }

  void show(const ShownVersion& shown, const Deductions& deduced, std::ostream& out) const override {
    Json json = shown_json(shown);
    for (const Deduction& deduction : deduced)
      if (!shown.article.mentions[deduction.mention].link)
        json["mentions"][deduction.mention]["link"] = deduced_link_json(deduction);
    print(json, out);
  }

  void concordance(const Concordance& concordance, std::ostream& out) const override {
    print(concordance_json(concordance), line_items(concordance), out);
  }
  void groups(const HitGroups& groups, std::ostream& out) const override {
    print(groups_json(groups), group_items(groups), out);
  }
  void timeline(const Timeline& timeline, TimelineMeasure, std::ostream& out) const override {
    print(timeline_json(timeline), period_items(timeline), out);
  }
  void cooccurrents(const Cooccurrences& found, std::ostream& out) const override {
    print(cooccurrences_json(found), cooccurrent_items(found), out);
  }
  void keyness(const Keyness& keyness, std::ostream& out) const override {
    print(keyness_json(keyness), key_word_items(keyness), out);
  }
  void network(const Network& network, std::ostream& out) const override {
    print(network_json(network), edge_items(network), out);
  }
  void variants(const Variants& variants, std::ostream& out) const override {
    print(variants_json(variants), variant_items(variants), out);
  }
  void related(const RelatedTerms& related, std::ostream& out) const override {
    print(related_json(related), related_items(related), out);
  }
  void facets(const FacetAnswer& answer, std::ostream& out) const override {
    print(facets_json(answer), facet_items(answer), out);
  }
  void entities(const EntityAnswer& answer, std::ostream& out) const override {
    print(entities_json(answer), entity_items(answer), out);
  }
  void links(const Article& article, const Deductions& deduced, std::ostream& out) const override {
    print(links_json(article, deduced), link_items(article, deduced), out);
  }
  void versions(const VersionList& list, std::ostream& out) const override {
    print(versions_json(list), version_items(list), out);
  }
  void diff(const ArticleDiff& diff, std::ostream& out) const override {
    print(diff_json(diff), diff_items(diff), out);
  }

 private:
  void print(Json json, std::ostream& out) const {
    if (question_) json["question"] = question_json(*question_);
    out << (layout_ == JsonLayout::kLines ? to_line(json) : to_document(json)) << '\n';
  }

  /// The whole, or its items a line each.
  void print(const Json& whole, const std::vector<Json>& items, std::ostream& out) const {
    if (layout_ == JsonLayout::kDocument) return print(whole, out);
    for (const Json& item : items) print(item, out);
  }

  JsonLayout layout_;
  const Question* question_;
};

}  // namespace

std::unique_ptr<Renderer> make_json_renderer(JsonLayout layout, const Question* question) {
  return std::make_unique<JsonRenderer>(layout, question);
}

}  // namespace depeche
