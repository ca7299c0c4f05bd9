#include "searcher/facets.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "common/facet_values.h"
#include "common/slot_reader.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text_hash.h"
#include "searcher/deadline.h"
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

class FacetCounter {
 public:
  FacetCounter(const std::vector<const FacetField*>& fields, const Aliases* aliases,
               const PublishedSurnames& surnames)
      : fields_(fields), aliases_(aliases), surnames_(surnames), tallies_(fields.size()) {}

  /// Counts an article by what kSlotFacets holds of it.
  void count(std::string_view values) {
    for (NameTally& tally : tallies_) tally.start_article();
    visit_facet_values(values, [this](const FacetValue& value) {
      for (size_t i = 0; i < fields_.size(); ++i)
        if (fields_[i]->field.value_or(FieldId::kDate) == value.field) add(value, tallies_[i]);
    });
  }

  Facet facet(size_t i, uint64_t limit) const {
    return {fields_[i], tallies_[i].names(), tallies_[i].most_frequent(limit)};
  }

 private:
  void add(const FacetValue& value, NameTally& tally) {
    if (value.field > FieldId::kOther) {
      const std::string& key = key_of(value);
      if (!key.empty()) tally.add(key, value.text);
      return;
    }
    const NamedEntity entity = named_entity(value, surnames_, aliases_);
    tally.add(entity.key, value.text, entity.use, value.mentions);
  }

  /// Sources and sections come again and again.
  const std::string& key_of(const FacetValue& value) {
    TextMap<std::string>& keys = keys_[value.field];
    auto key = keys.find(value.text);
    if (key == keys.end())
      key = keys.emplace(value.text, field_key(analyzer_, value.field, value.text)).first;
    return key->second;
  }

  const std::vector<const FacetField*>& fields_;
  const Aliases* aliases_;
  const PublishedSurnames& surnames_;
  Analyzer analyzer_;
  std::map<FieldId, TextMap<std::string>> keys_;  // by field, by text
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
  const Deadline deadline(options.time_limit);
  const FoundDocuments found = find_all_documents(index, query, options);
  answer.partial = found.partial;
  SlotReader values(index.database, kSlotFacets);
  for (const uint32_t docid : found.docids) {
    if (deadline.passed()) {
      answer.partial = true;
      break;
    }
    counter.count(values.at(docid));
    ++answer.articles;
  }
  for (size_t i = 0; i < fields.size(); ++i) answer.facets.push_back(counter.facet(i, limit));
  return answer;
}

}  // namespace depeche
