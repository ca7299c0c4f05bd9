#include "common/schema.h"

#include <algorithm>
#include <string>

#include "common/message.h"
#include "common/text/fold.h"

namespace depeche {

// A name that a user types is compared folded, so that « événement » is "evenement". Prefixes are ASCII
// capitals and the values of all but the kExact fields never begin with one: a term has one reading only.
constexpr std::array<FieldSpec, 15> kFields = {{
    {FieldId::kPerson, FieldKind::kName, "person", "personne", "", "XP", "XPT",
     DEPECHE_TR("a person named in the article, by the whole name or a part of it")},
    {FieldId::kOrganisation, FieldKind::kName, "org", "org", "organisation organization", "XO", "XOT",
     DEPECHE_TR("an organisation named in the article")},
    {FieldId::kPlace, FieldKind::kName, "place", "lieu", "", "XL", "XLT",
     DEPECHE_TR("a place named in the article")},
    {FieldId::kOther, FieldKind::kName, "other", "autre", "", "XM", "XMT",
     DEPECHE_TR("any other name in the article: an event, a product, a work")},
    {FieldId::kEntity, FieldKind::kAny, "entity", "entite", "", "", "",
     DEPECHE_TR("a name of any kind in the article")},
    {FieldId::kTitle, FieldKind::kWords, "title", "titre", "", "S", "", DEPECHE_TR("words of the title")},
    {FieldId::kAuthor, FieldKind::kName, "author", "auteur", "", "A", "XBT", DEPECHE_TR("the author")},
    {FieldId::kSource, FieldKind::kName, "source", "source", "", "G", "XGT",
     DEPECHE_TR("the agency or newspaper")},
    {FieldId::kSection, FieldKind::kName, "section", "rubrique", "", "XR", "XRT", DEPECHE_TR("the section")},
    {FieldId::kId, FieldKind::kExact, "id", "id", "", "Q", "",
     DEPECHE_TR("the article with this identifier")},
    {FieldId::kLanguage, FieldKind::kValue, "language", "langue", "", "L", "",
     DEPECHE_TR("the language, as a code: fr, en")},
    {FieldId::kUrl, FieldKind::kExact, "url", "url", "", "U", "", DEPECHE_TR("the address of the article")},
    {FieldId::kDate, FieldKind::kDate, "date", "date", "", "", "",
     DEPECHE_TR("the day of publication: 13/02/2019, 2019-02, 2019-02-01..2019-03-15, 13/02, hier, aucune, "
                "incertaine")},
    {FieldId::kEvent, FieldKind::kDate, "event", "evenement", "", "", "",
     DEPECHE_TR("a day that the text speaks of")},
    {FieldId::kUpdated, FieldKind::kDate, "updated", "maj", "", "", "",
     DEPECHE_TR("the day of the last update")},
}};

namespace {

constexpr bool is_in_order() {
  for (size_t i = 0; i < kFields.size(); ++i)
    if (static_cast<size_t>(kFields[i].id) != i) return false;
  return true;
}
static_assert(is_in_order(), "field_spec() finds a field by its number");

constexpr bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}
static_assert(std::all_of(kFields.begin(), kFields.end(), [](const FieldSpec& spec) {
  return is_name(spec.english) && is_name(spec.french);
}));

/// Whether `name` is one of the space-separated `names`.
bool lists(std::string_view names, std::string_view name) {
  for (size_t begin = 0; begin < names.size();) {
    const size_t end = std::min(names.find(' ', begin), names.size());
    if (names.substr(begin, end - begin) == name) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

const FieldSpec& field_spec(FieldId id) { return kFields[static_cast<size_t>(id)]; }

const FieldSpec* find_field(std::string_view name) {
  const std::string folded = fold(name);
  const auto found = std::find_if(kFields.begin(), kFields.end(), [&](const FieldSpec& spec) {
    return folded == spec.english || folded == spec.french || lists(spec.aliases, folded);
  });
  return found == kFields.end() ? nullptr : &*found;
}

const DatePrefixes& date_prefixes(FieldId id) {
  switch (id) {
    case FieldId::kEvent:
      return kEventPrefixes;
    case FieldId::kUpdated:
      return kUpdatedPrefixes;
    default:
      return kPublishedPrefixes;
  }
}

}  // namespace depeche
