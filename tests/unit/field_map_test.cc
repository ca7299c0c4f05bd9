// Field names: corpus/field_map.h.

#include "corpus/field_map.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/error.h"

namespace depeche {
namespace {

TEST(FieldMap, KnowsTheUsualNames) {
  struct Case {
    const char* source;
    FieldMap::Field field;
  } const kCases[] = {
      {"id", FieldMap::kId},
      {"ID", FieldMap::kId},
      {"date", FieldMap::kDate},
      {"Published_At", FieldMap::kDate},
      {"pubDate", FieldMap::kDate},
      {"PUBLIÉ", FieldMap::kDate},
      {"updated", FieldMap::kUpdated},
      {"maj", FieldMap::kUpdated},
      {"title", FieldMap::kTitle},
      {"headline", FieldMap::kTitle},
      {"Titre", FieldMap::kTitle},
      {"text", FieldMap::kText},
      {"body", FieldMap::kText},
      {"content", FieldMap::kText},
      {"texte", FieldMap::kText},
      {"source", FieldMap::kSource},
      {"author", FieldMap::kAuthor},
      {"authors", FieldMap::kAuthor},
      {"byline", FieldMap::kAuthor},
      {"auteur", FieldMap::kAuthor},
      {"speaker", FieldMap::kAuthor},
      {"section", FieldMap::kSection},
      {"category", FieldMap::kSection},
      {"Catégorie", FieldMap::kSection},
      {"rubrique", FieldMap::kSection},
      {"language", FieldMap::kLanguage},
      {"lang", FieldMap::kLanguage},
      {"url", FieldMap::kUrl},
      {"link", FieldMap::kUrl},
  };
  const FieldMap map;
  for (const auto& row : kCases) {
    Record record;
    record.fields = {{"other", "x"}, {row.source, "value"}};
    EXPECT_EQ(map.value(record, row.field), "value") << row.source;
    EXPECT_TRUE(map.means(row.source, row.field)) << row.source;
  }
  EXPECT_FALSE(map.means("titles", FieldMap::kTitle));
  EXPECT_FALSE(map.means("", FieldMap::kTitle));
  EXPECT_TRUE(map.means_content("Body"));
  EXPECT_FALSE(map.means_content("date"));
}

TEST(FieldMap, TakesTheFirstNameThatHasAValue) {
  const FieldMap map;
  Record record;
  record.fields = {{"headline", "second choice"}, {"title", "first choice"}};
  EXPECT_EQ(map.value(record, FieldMap::kTitle), "first choice");
  record.fields = {{"headline", "second choice"}, {"title", ""}};
  EXPECT_EQ(map.value(record, FieldMap::kTitle), "second choice");
  EXPECT_EQ(map.value(record, FieldMap::kText), "");
}

TEST(FieldMap, GivesAllValuesOfAList) {
  const FieldMap map;
  Record record;
  record.fields = {{"authors", "A"}, {"authors", ""}, {"authors", "B"}, {"byline", "C"}};
  EXPECT_EQ(map.values(record, FieldMap::kAuthor), (std::vector<std::string_view>{"A", "B"}));
  EXPECT_TRUE(map.values(record, FieldMap::kTitle).empty());
}

TEST(FieldMap, AppliesAMapping) {
  FieldMap map;
  map.apply("title=Accroche, DATE = versioncreated");
  Record record;
  record.fields = {
      {"title", "not this"}, {"ACCROCHE", "this"}, {"versionCreated", "2019-02-13"}, {"date", "x"}};
  EXPECT_EQ(map.value(record, FieldMap::kTitle), "this");
  EXPECT_EQ(map.value(record, FieldMap::kDate), "2019-02-13");
  record.fields = {{"title", "not this"}};
  EXPECT_EQ(map.value(record, FieldMap::kTitle), "");
}

TEST(FieldMap, RefusesAMappingThatMeansNothing) {
  for (const char* mapping : {"", "title", "=x", "title=", "titel=headline", "title=a,,text=b", "title=a,"}) {
    FieldMap map;
    try {
      map.apply(mapping);
      ADD_FAILURE() << mapping;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kUsage);
      EXPECT_NE(std::string(error.what()).find("id, date, updated, title, text"), std::string::npos)
          << error.what();
    }
  }
}

TEST(FieldMap, NamesItsFields) {
  EXPECT_EQ(FieldMap::name(FieldMap::kId), "id");
  EXPECT_EQ(FieldMap::name(FieldMap::kUrl), "url");
}

}  // namespace
}  // namespace depeche
