#include "searcher/facets.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "searcher/deduction.h"
#include "searcher/names.h"

namespace depeche {
namespace {

constexpr FacetField of_field(FieldId id, bool has_mentions) {
  const FieldSpec& spec = kFields[static_cast<size_t>(id)];
  return {spec.english, spec.french, id, has_mentions};
}

const std::array<FacetField, 8>& facet_fields() {
  static const std::array<FacetField, 8> fields{
      of_field(FieldId::kPerson, true),  of_field(FieldId::kOrganisation, true),
      of_field(FieldId::kPlace, true),   of_field(FieldId::kOther, true),
      of_field(FieldId::kSource, false), of_field(FieldId::kSection, false),
      of_field(FieldId::kAuthor, false), FacetField{"year", "annee", std::nullopt, false}};
  return fields;
}

/// The year of publication; "" where it is not known.
std::string year_of(const Article& article) {
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  if (!date || date->value.year == 0 || date->value.unknown_figures > 0) return "";
  return fmt::format("{:04}", date->value.year);
}

class FacetCounter {
 public:
  FacetCounter(const std::vector<const FacetField*>& fields, const Aliases* aliases,
               const PublishedSurnames& surnames)
      : fields_(fields), aliases_(aliases), surnames_(surnames), tallies_(fields.size()) {}

  void count(const Article& article) {
    for (size_t i = 0; i < fields_.size(); ++i) {
      tallies_[i].start_article();
      if (!fields_[i]->field)
        add(tallies_[i], year_of(article));
      else if (fields_[i]->has_mentions)
        add_mentions(article, *fields_[i]->field, tallies_[i]);
      else
        add_values(article, *fields_[i]->field, tallies_[i]);
    }
  }

  Facet facet(size_t i, uint64_t limit) const {
    return {fields_[i], tallies_[i].names(), tallies_[i].most_frequent(limit)};
  }

 private:
  void add_mentions(const Article& article, FieldId field, NameTally& tally) {
    for (const NamedMention& mention : named_mentions(article, field, surnames_)) {
      const AliasGroup* group = aliases_ ? aliases_->find(mention.key) : nullptr;
      tally.add(group ? group->keys.front() : mention.key, mention.words, mention.use);
    }
  }

  void add_values(const Article& article, FieldId field, NameTally& tally) {
    if (field == FieldId::kSource) add(tally, article.source);
    if (field == FieldId::kSection) add(tally, article.section);
    if (field == FieldId::kAuthor)
      for (const std::string& author : article.authors) add(tally, author);
  }

  void add(NameTally& tally, const std::string& value) {
    const std::string key = analyzer_.key(value);
    if (!key.empty()) tally.add(key, value);
  }

  const std::vector<const FacetField*>& fields_;
  const Aliases* aliases_;
  const PublishedSurnames& surnames_;
  Analyzer analyzer_;
  std::vector<NameTally> tallies_;
};

}  // namespace

const FacetField* find_facet_field(std::string_view name) {
  const std::string folded = fold(name);
  const FieldSpec* spec = find_field(name);
  for (const FacetField& field : facet_fields())
    if (field.field ? spec && spec->id == *field.field : folded == field.english || folded == field.french)
      return &field;
  return nullptr;
}

std::string facet_field_names() {
  std::string names;
  for (const FacetField& field : facet_fields()) names.append(names.empty() ? "" : ", ").append(field.french);
  return names;
}

FacetAnswer count_facets(const PublishedIndex& index, const Query& query,
                         const std::vector<const FacetField*>& fields, uint64_t limit,
                         const SearchOptions& options) {
  FacetCounter counter(fields, options.aliases, index.surnames);
  FacetAnswer answer;
  answer.partial = !visit_matches(index, query, options, [&](const Article& article) {
    counter.count(article);
    ++answer.articles;
  });
  for (size_t i = 0; i < fields.size(); ++i) answer.facets.push_back(counter.facet(i, limit));
  return answer;
}

}  // namespace depeche
