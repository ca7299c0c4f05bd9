#include "searcher/deduction.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/bare_names.h"
#include "common/message.h"
#include "common/stored_article.h"
#include "common/term.h"
#include "searcher/names.h"

namespace depeche {
namespace {

std::string words_of(const Article& article, const Span& span) {
  return article.field(span.field).substr(span.begin, span.end - span.begin);
}

/// Articles that are read to learn how a name is written.
constexpr size_t kArticlesRead = 8;

/// Of the live articles that have a term, those of the lowest identifiers.
std::vector<Xapian::docid> first_articles(const PublishedIndex& index, const std::string& term) {
  std::vector<std::pair<std::string, Xapian::docid>> found;
  auto ids = index.database.valuestream_begin(kSlotId);
  for (auto it = index.database.postlist_begin(term); it != index.database.postlist_end(term); ++it) {
    const SegmentDocid place = segment_docid(index, *it);
    if (index.manifest.segments[place.segment].superseded.contains(place.docid)) continue;
    ids.skip_to(*it);
    if (ids == index.database.valuestream_end(kSlotId)) break;
    found.emplace_back(*ids, *it);
  }
  std::ranges::sort(found);
  found.resize(std::min(found.size(), kArticlesRead));
  std::vector<Xapian::docid> docids;
  for (const auto& [id, docid] : found) docids.push_back(docid);
  return docids;
}

std::string written_name(const PublishedIndex& index, const std::string& key) {
  NameTally tally;
  for (const Xapian::docid docid :
       first_articles(index, make_term(field_spec(FieldId::kPerson).prefix, key))) {
    const Article article = decode_article(index.database.get_document(docid).get_data());
    tally.start_article();
    for (const Mention& mention : article.mentions)
      if (mention.type == EntityType::kPerson && mention.key == key && !mention.link)
        tally.add(key, words_of(article, mention.span));
  }
  return tally.count_of(key).best_form();
}

}  // namespace

Deductions deductions(const Article& article, const SurnameTable& table) {
  Deductions found;
  if (table.empty()) return found;
  for (const BareName& name : bare_names(article)) {
    const Surname* surname = table.find(name.key);
    if (surname == nullptr || !surname->fits(name.sex)) continue;
    for (const size_t mention : name.mentions) found.push_back({mention, *surname, surname->key});
  }
  std::ranges::sort(found, {}, &Deduction::mention);
  return found;
}

Deductions readable_deductions(const Article& article, const PublishedIndex& index) {
  Deductions found = deductions(article, index.surnames.table());
  std::map<std::string, std::string> written;
  for (Deduction& deduction : found) {
    const auto [name, is_new] = written.try_emplace(deduction.surname.key);
    if (is_new) name->second = written_name(index, name->first);
    deduction.name = name->second;
  }
  return found;
}

NamedEntity named_entity(const FacetValue& value, const PublishedSurnames& surnames) {
  if (value.bare) {
    const Surname* surname = surnames.table().find(value.key);
    if (surname != nullptr && surname->fits(*value.bare)) return {surname->key, NameUse::kDeduced};
  }
  return {value.key, value.linked ? NameUse::kShort : NameUse::kWhole};
}

NamedEntity named_entity(const FacetValue& value, const PublishedSurnames& surnames, const Aliases* aliases) {
  NamedEntity entity = named_entity(value, surnames);
  const AliasGroup* group = aliases ? aliases->find(entity.key) : nullptr;
  if (group) entity.key = group->keys.front();
  return entity;
}

std::vector<std::string> bare_name_terms(const Surname& surname) {
  std::vector<std::string> terms;
  for (const Sex titled : {kSexUnknown, kMale, kFemale})
    if (surname.fits(titled)) terms.push_back(bare_name_term(surname.surname, titled));
  return terms;
}

std::string reason_text(const Surname& surname) {
  return tr("deduced: {0} of the {1} articles that name in full a person of that name", surname.agreeing,
            surname.articles);
}

}  // namespace depeche
