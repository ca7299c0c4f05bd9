#include "indexer/surname_evidence.h"

#include <random>

#include "tests/unit/names_index.h"

namespace depeche {
namespace {

/// So many articles, each of which names these persons: « Mme Hua », « Paul Lenoir ». A title is none of the
/// name.
struct Group {
  size_t articles;
  std::vector<std::string> persons;
  bool live = true;
  EntityType type = EntityType::kPerson;
};

std::vector<NamedPlace> places_of(const Group& group) {
  Analyzer analyzer;
  std::vector<NamedPlace> places;
  for (const std::string& person : group.persons) {
    NamedPlace place{group.type, person, "", false, ""};
    for (const std::string title : {"M.", "Mme"})
      if (person.starts_with(title + " ")) {
        place.title = title;
        place.words = person.substr(title.size() + 1);
      }
    place.key = analyzer.key(place.words);
    places.push_back(place);
  }
  return places;
}

std::string table_of(const std::vector<Group>& groups, size_t segments) {
  std::vector<Article> articles;
  std::vector<std::string> superseded;
  for (const Group& group : groups)
    for (size_t i = 0; i < group.articles; ++i) {
      articles.push_back(article_naming(fmt::format("a{}", articles.size()), places_of(group)));
      if (!group.live) superseded.push_back(articles.back().id);
    }
  const TemporaryDirectory directory;
  const PublishedIndex index = publish_articles(directory.path(), articles, segments, superseded);
  return index.surnames.table().to_tsv();
}

struct Case {
  const char* what;
  std::vector<Group> groups;
  const char* table;
};

constexpr EntityType kOrg = EntityType::kOrganisation;

const Case kCases[] = {
    {"nobody", {}, ""},
    {"4 of 4", {{1, {"Lenoir"}}, {4, {"Paul Lenoir"}}}, ""},
    {"5 of 5", {{1, {"Lenoir"}}, {5, {"Paul Lenoir"}}}, "lenoir\tpaul lenoir\t5\t5\tmale\n"},
    {"8 of 9", {{1, {"Lenoir"}}, {8, {"Paul Lenoir"}}, {1, {"Julie Lenoir"}}}, ""},
    {"9 of 10",
     {{1, {"Lenoir"}}, {9, {"Paul Lenoir"}}, {1, {"Julie Lenoir"}}},
     "lenoir\tpaul lenoir\t9\t10\tmale\n"},
    {"articles count, not mentions",
     {{1, {"Lenoir"}}, {4, {"Paul Lenoir", "Paul Lenoir", "Paul Lenoir"}}},
     ""},
    {"an article with both agrees with neither",
     {{1, {"Lenoir"}}, {8, {"Paul Lenoir"}}, {1, {"Paul Lenoir", "Julie Lenoir"}}},
     ""},
    {"the couple that is always named together",
     {{1, {"Lenoir"}}, {20, {"Paul Lenoir", "Julie Lenoir"}}},
     ""},
    {"no article has the bare name", {{9, {"Paul Lenoir"}}}, ""},
    {"each bare name is explained where it stands", {{9, {"Paul Lenoir", "M. Lenoir"}}}, ""},
    {"the surname first",
     {{1, {"Mme Hua"}}, {9, {"Hua Chunying"}}, {1, {"Hua Guofeng"}}},
     "hua\thua chunying\t9\t10\tunknown\n"},
    {"the surname first, and last", {{1, {"Zhu"}}, {8, {"Zhu Meiling"}}, {1, {"Paul Zhu"}}}, ""},
    {"three words", {{1, {"Kim"}}, {5, {"Kim Jong-un"}}}, "kim\tkim jong un\t5\t5\tunknown\n"},
    {"the surname first in four words", {{1, {"Kim"}}, {5, {"Kim Jong Un Noir"}}}, ""},
    {"a given name is no surname", {{1, {"Jordane"}}, {9, {"Jordane Blois"}}}, ""},
    {"a surname that is mostly a given name",
     {{1, {"Martin"}}, {5, {"Paul Martin"}}, {20, {"Martin Blois"}}},
     ""},
    {"particles",
     {{1, {"Le Pen"}},
      {1, {"M. de Villepin"}},
      {1, {"Villepin"}},
      {5, {"Marine Le Pen"}},
      {5, {"Dominique de Villepin"}},
      {1, {"Mme von der Leyen"}},
      {5, {"Ursula von der Leyen"}}},
     "de villepin\tdominique de villepin\t5\t5\tunknown\n"
     "le pen\tmarine le pen\t5\t5\tfemale\n"
     "villepin\tdominique de villepin\t5\t5\tunknown\n"
     "von der leyen\tursula von der leyen\t5\t5\tfemale\n"},
    {"a bare name with a particle is no full name",
     {{1, {"Villepin"}}, {20, {"M. de Villepin"}}, {5, {"Dominique de Villepin"}}},
     "de villepin\tdominique de villepin\t5\t5\tunknown\n"
     "villepin\tdominique de villepin\t5\t5\tunknown\n"},
    {"a given name that looks like a particle",
     {{1, {"Affleck"}}, {20, {"Ben Affleck"}}, {5, {"Casey Affleck"}}},
     ""},
    {"a hyphen joins",
     {{1, {"Vallaud-Belkacem"}}, {9, {"Mme Vallaud-Belkacem"}}, {5, {"Najat Vallaud-Belkacem"}}},
     "vallaud belkacem\tnajat vallaud belkacem\t5\t5\tfemale\n"},
    {"a hyphen joins, and its parts are nobody", {{1, {"Belkacem"}}, {9, {"Vallaud-Belkacem"}}}, ""},
    {"superseded articles that agree",
     {{1, {"Lenoir"}}, {4, {"Paul Lenoir"}}, {9, {"Paul Lenoir"}, false}},
     ""},
    {"superseded articles that do not",
     {{1, {"Lenoir"}}, {5, {"Paul Lenoir"}}, {9, {"Julie Lenoir"}, false}},
     "lenoir\tpaul lenoir\t5\t5\tmale\n"},
    {"only a superseded article has the bare name", {{1, {"Lenoir"}, false}, {9, {"Paul Lenoir"}}}, ""},
    {"an organisation of the same name does not agree",
     {{1, {"Lenoir"}}, {4, {"Paul Lenoir"}}, {9, {"Paul Lenoir"}, true, kOrg}},
     ""},
    {"an organisation of the same name does not contradict",
     {{1, {"Lenoir"}}, {5, {"Paul Lenoir"}}, {9, {"Julie Lenoir"}, true, kOrg}},
     "lenoir\tpaul lenoir\t5\t5\tmale\n"},
    {"a bare name of an organisation", {{1, {"Lenoir"}, true, kOrg}, {9, {"Paul Lenoir"}}}, ""},
    {"a key too long for a term",
     {{1, {"Lenoir"}}, {5, {"Paul Lenoir"}}, {9, {std::string(300, 'x') + " Lenoir"}}},
     "lenoir\tpaul lenoir\t5\t5\tmale\n"},
};

TEST(SurnameEvidence, DecidesTheSameFromOneSegmentAndFromMany) {
  for (const Case& c : kCases)
    for (const size_t segments : {1, 2, 7}) {
      SCOPED_TRACE(fmt::format("{}, {} segments", c.what, segments));
      EXPECT_EQ(table_of(c.groups, segments), c.table);
    }
}

}  // namespace
}  // namespace depeche
