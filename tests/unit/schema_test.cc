#include "common/schema.h"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "common/term.h"

namespace depeche {
namespace {

/// What may stand behind a prefix.
enum class Values {
  kFolded,  // lower case, digits, other scripts: never an ASCII capital first
  kBytes,   // anything
};

struct PrefixUse {
  std::string prefix;
  Values values;
};

std::vector<PrefixUse> all_prefixes() {
  std::vector<PrefixUse> prefixes = {{std::string(kStemPrefix), Values::kFolded},
                                     {std::string(kStemPrefix) + std::string(kTitlePrefix), Values::kFolded},
                                     {std::string(kReadingPrefix), Values::kFolded},
                                     {std::string(kVariantsPrefix), Values::kFolded},
                                     {std::string(kBatchPrefix), Values::kFolded},
                                     {std::string(kStoryPrefix), Values::kFolded},
                                     {std::string(kBarePrefix), Values::kFolded},
                                     {std::string(kBareMalePrefix), Values::kFolded},
                                     {std::string(kBareFemalePrefix), Values::kFolded},
                                     {std::string(kUndatedTerm), Values::kFolded},
                                     {std::string(kUncertainTerm), Values::kFolded},
                                     {version_term("", 1).substr(0, 2), Values::kBytes}};
  for (const FieldSpec& field : kFields) {
    const Values values = field.kind == FieldKind::kExact ? Values::kBytes : Values::kFolded;
    if (!field.prefix.empty()) prefixes.push_back({std::string(field.prefix), values});
    if (!field.word_prefix.empty()) prefixes.push_back({std::string(field.word_prefix), Values::kFolded});
  }
  for (const DatePrefixes& dates : {kPublishedPrefixes, kEventPrefixes, kUpdatedPrefixes, kPossiblePrefixes})
    for (const std::string_view prefix :
         {dates.day, dates.month, dates.year, dates.month_only, dates.year_only, dates.yearless})
      prefixes.push_back({std::string(prefix), Values::kFolded});
  return prefixes;
}

// Two terms of different prefixes can only be equal where one prefix extends the other; then the value of the
// shorter one would have to begin with the rest of the longer, which is an ASCII capital.
TEST(Schema, ATermHasOnePrefixOnly) {
  const std::vector<PrefixUse> prefixes = all_prefixes();
  std::set<std::string> seen;
  for (const PrefixUse& use : prefixes) {
    EXPECT_TRUE(seen.insert(use.prefix).second) << use.prefix << " is used twice";
    EXPECT_FALSE(use.prefix.empty());
    for (const char c : use.prefix) EXPECT_TRUE(c >= 'A' && c <= 'Z') << use.prefix;
    for (const PrefixUse& other : prefixes)
      if (other.prefix != use.prefix && other.prefix.starts_with(use.prefix)) {
        EXPECT_EQ(use.values, Values::kFolded) << use.prefix << " and " << other.prefix << " can meet";
      }
  }
}

TEST(Schema, FieldsAreFoundByEitherName) {
  struct Case {
    const char* name;
    FieldId id;
  };
  const Case cases[] = {
      {"personne", FieldId::kPerson},
      {"PERSON", FieldId::kPerson},
      {"org", FieldId::kOrganisation},
      {"organisation", FieldId::kOrganisation},
      {"Organization", FieldId::kOrganisation},
      {"lieu", FieldId::kPlace},
      {"place", FieldId::kPlace},
      {"autre", FieldId::kOther},
      {"other", FieldId::kOther},
      {"entite", FieldId::kEntity},
      {"entité", FieldId::kEntity},
      {"entity", FieldId::kEntity},
      {"titre", FieldId::kTitle},
      {"title", FieldId::kTitle},
      {"auteur", FieldId::kAuthor},
      {"source", FieldId::kSource},
      {"rubrique", FieldId::kSection},
      {"section", FieldId::kSection},
      {"id", FieldId::kId},
      {"langue", FieldId::kLanguage},
      {"url", FieldId::kUrl},
      {"date", FieldId::kDate},
      {"evenement", FieldId::kEvent},
      {"évènement", FieldId::kEvent},
      {"Événement", FieldId::kEvent},
      {"event", FieldId::kEvent},
      {"maj", FieldId::kUpdated},
      {"MAJ", FieldId::kUpdated},
      {"updated", FieldId::kUpdated},
  };
  for (const Case& c : cases) {
    const FieldSpec* field = find_field(c.name);
    ASSERT_NE(field, nullptr) << c.name;
    EXPECT_EQ(field->id, c.id) << c.name;
    EXPECT_EQ(&field_spec(c.id), field) << c.name;
  }
  for (const char* name : {"", " ", "inconnu", "organisation organization", "person ", "persons", "XP"})
    EXPECT_EQ(find_field(name), nullptr) << name;
}

TEST(Schema, NamesOfFieldsAreDistinct) {
  std::set<std::string_view> names;
  for (const FieldSpec& field : kFields) {
    EXPECT_TRUE(names.insert(field.english).second) << field.english;
    if (field.french != field.english) {
      EXPECT_TRUE(names.insert(field.french).second) << field.french;
    }
    EXPECT_STRNE(field.help, "");
  }
}

TEST(Schema, DateFieldsHavePrefixesOfTheirOwn) {
  EXPECT_EQ(date_prefixes(FieldId::kDate).day, "D");
  EXPECT_EQ(date_prefixes(FieldId::kEvent).day, "XED");
  EXPECT_EQ(date_prefixes(FieldId::kUpdated).day, "XUD");
}

TEST(Term, IsValidWhereXapianTakesIt) {
  struct Case {
    const char* what;
    std::string term;
    bool valid;
  };
  const Case cases[] = {
      {"empty", "", false},
      {"a letter", "a", true},
      {"the longest", std::string(245, 'a'), true},
      {"too long", std::string(246, 'a'), false},
      {"zero bytes count twice: just right", std::string(122, '\0') + "a", true},
      {"zero bytes count twice: one too many", std::string(123, '\0'), false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(is_valid_term(c.term), c.valid) << c.what;
    if (c.term.empty()) continue;
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    Xapian::Document document;
    document.add_term(c.term);
    if (c.valid) {
      EXPECT_NO_THROW(database.add_document(document)) << c.what;
    }
  }
}

TEST(Term, MakeTermHashesWhatIsTooLong) {
  EXPECT_EQ(make_term("XP", "hua chunying"), "XPhua chunying");
  EXPECT_EQ(make_term("XP", std::string(243, 'a')), "XP" + std::string(243, 'a'));
  const std::string long_term = make_term("XP", std::string(244, 'a'));
  EXPECT_EQ(long_term.size(), 2 + 1 + 32U);
  EXPECT_TRUE(long_term.starts_with("XP#"));
  EXPECT_NE(long_term, make_term("XP", std::string(245, 'a')));
}

TEST(Term, KeysOfDocuments) {
  EXPECT_EQ(id_term("afp-1"), "Qafp-1");
  EXPECT_EQ(version_term("afp-1", 12), "XKafp-1@12");
  EXPECT_EQ(id_term(std::string(200, 'x')), "Q" + std::string(200, 'x'));
  const std::string hashed = id_term(std::string(201, 'x'));
  EXPECT_EQ(hashed.size(), 1 + 1 + 32U);
  EXPECT_EQ(version_term(std::string(201, 'x'), 4294967295), "XK" + hashed.substr(1) + "@4294967295");
  EXPECT_TRUE(is_valid_term(version_term(std::string(200, 'x'), 4294967295)));
  EXPECT_TRUE(is_valid_term(id_term(std::string(200, '\0'))));
}

TEST(Term, ReadingsAndVariants) {
  EXPECT_EQ(reading_term("surete", "sûreté"), "XAsurete=sûreté");
  EXPECT_EQ(variants_term("surete"), "XVsurete");
  EXPECT_TRUE(is_valid_term(reading_term(std::string(200, 'e'), std::string(200, 'e'))));
}

}  // namespace
}  // namespace depeche
