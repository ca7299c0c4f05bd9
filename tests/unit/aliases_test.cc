#include "searcher/aliases.h"

#include <set>

#include "searcher/names.h"
#include "searcher/search.h"
#include "tests/unit/names_index.h"

namespace depeche {
namespace {

constexpr EntityType kPerson = EntityType::kPerson, kOrg = EntityType::kOrganisation,
                     kPlace = EntityType::kPlace;

std::vector<std::string> keys_of(const Aliases& aliases, const std::string& name) {
  Analyzer analyzer;
  const AliasGroup* group = aliases.find(entity_key(analyzer, name));
  return group ? group->keys : std::vector<std::string>{};
}

using Keys = std::vector<std::string>;

TEST(Aliases, AFileIsReadLineByLine) {
  const Aliases aliases = Aliases::parse(
      "\xEF\xBB\xBF# own names\r\n\n  # more\nVille-Haute\tAncienne Ville \tVille haute\r\nMme Ada Brun\tA. "
      "B.",
      "f");
  EXPECT_EQ(keys_of(aliases, "ville haute"), (Keys{"ville haute", "ancienne ville"}));
  EXPECT_EQ(keys_of(aliases, "l'ANCIENNE ville"), keys_of(aliases, "Ville-Haute"));
  EXPECT_EQ(keys_of(aliases, "Ada Brun"), (Keys{"ada brun", "a b"}));
  EXPECT_EQ(keys_of(aliases, "Ville"), Keys{});
  EXPECT_EQ(aliases.groups().size(), 2u);
  EXPECT_EQ(aliases.groups()[0].names, (Keys{"Ville-Haute", "Ancienne Ville", "Ville haute"}));
}

TEST(Aliases, MistakesNameFileLineAndRemedy) {
  const struct Case {
    std::string text, message;
  } kCases[] = {
      {"A\tB\nPékin Beijing\n", "own.tsv, line 2: a group has two names or more: separate them by tabs"},
      {"A\t\tB\n", "own.tsv, line 1: «  » is no name: write one, or take a tab away"},
      {"# c\nA\t…\n", "own.tsv, line 2: « … » is no name: write one, or take a tab away"},
      {"A\tB\n\nC\tÀ\n", "own.tsv, line 3: « À » is in line 1 already: join the two lines"},
      {"A\tP\xE9kin\n",
       "own.tsv, line 1: this is not UTF-8: convert the file, for example with iconv -t UTF-8"},
  };
  for (const Case& c : kCases) {
    const Failure failure = failure_of([&] { Aliases::parse(c.text, "own.tsv"); });
    EXPECT_EQ(failure.code, 2) << c.text;
    EXPECT_EQ(failure.message, c.message);
  }
}

TEST(Aliases, AFileThatCannotBeReadIsNamed) {
  const TemporaryDirectory directory;
  for (const auto& file : {directory.path() / "absent.tsv", directory.path()}) {
    const Failure failure = failure_of([&] { Aliases::read(file); });
    EXPECT_EQ(failure.code, 2);
    EXPECT_NE(failure.message.find(file.string()), std::string::npos) << failure.message;
  }
}

TEST(Aliases, TheUsersWin) {
  const Aliases weaker =
      Aliases::parse("Pékin\tBeijing\tPeking\nKiev\tKyiv\nONU\tNations unies\n", "shipped");
  const Aliases aliases = Aliases::parse("Beijing\tBJ\nKyiv\tKyjiv\n", "own").over(weaker);
  EXPECT_EQ(keys_of(aliases, "BJ"), (Keys{"beijing", "bj"}));
  EXPECT_EQ(keys_of(aliases, "Pékin"), (Keys{"pekin", "peking"})) << "the rest of a group stays together";
  EXPECT_EQ(keys_of(aliases, "Kiev"), Keys{}) << "one name is no group";
  EXPECT_EQ(keys_of(aliases, "Nations unies"), (Keys{"onu", "nations unies"}));
}

TEST(Aliases, Shipped) {
  const Aliases& shipped = Aliases::shipped();
  EXPECT_GE(shipped.groups().size(), 80u);
  const struct Case {
    const char *a, *b;
  } kCases[] = {
      {"Pékin", "Beijing"},
      {"USA", "Etats-Unis"},
      {"les États-Unis", "Etats-Unis d'Amérique"},
      {"U.S.A.", "États-Unis"},
      {"ONU", "Nations unies"},
      {"l'ONU", "Organisation des Nations Unies"},
      {"UE", "Union européenne"},
      {"l'OTAN", "NATO"},
      {"Birmanie", "Myanmar"},
      {"Bombay", "Mumbai"},
      {"Kiev", "Kyiv"},
      {"l'Elysée", "palais de l'Élysée"},
      {"URSS", "Union soviétique"},
      {"RDC", "République démocratique du Congo"},
  };
  for (const Case& c : kCases) {
    EXPECT_FALSE(keys_of(shipped, c.a).empty()) << c.a;
    EXPECT_EQ(keys_of(shipped, c.a), keys_of(shipped, c.b)) << c.a << ", " << c.b;
  }
  for (const char* ambiguous : {"Congo", "Corée", "Guinée", "Georgie", "la République"})
    EXPECT_TRUE(keys_of(shipped, ambiguous).empty()) << ambiguous;
  for (const AliasGroup& group : shipped.groups()) EXPECT_GE(group.names.size(), 2u) << group.names.front();
}

Query field(FieldId id, const std::string& text) {
  return {.kind = Query::Kind::kField, .text = text, .field = id};
}

std::set<std::string> found(const PublishedIndex& index, const Query& query, const Aliases* aliases) {
  SearchOptions options;
  options.limit = 100;
  options.aliases = aliases;
  std::set<std::string> ids;
  for (const Match& match : search(index, query, options).matches) ids.insert(match.article.id);
  return ids;
}

TEST(Aliases, QueriesAskForTheGroupInAnyNumberOfSegments) {
  const std::vector<Article> articles = {
      article_naming("pekin", {{kPlace, "Pékin", "pekin"}}),
      article_naming("beijing", {{kPlace, "Beijing", "beijing"}}),
      article_naming("airport", {{kPlace, "aéroport de Beijing", "aeroport de beijing"}}),
      article_naming("club", {{kOrg, "Pékin", "pekin"}}),
      article_naming("un", {{kOrg, "ONU", "onu"}}),
      article_naming("long", {{kOrg, "Nations unies", "nations unies"}}),
      article_naming("apart", {{kOrg, "Nations", "nations"}, {kOrg, "Eglises unies", "eglises unies"}}),
      article_naming("person", {{kPerson, "Mumbai", "mumbai"}}),
  };
  const TemporaryDirectory directory;
  const PublishedIndex one = publish_articles(directory.path() / "one", articles, 1);
  const PublishedIndex four = publish_articles(directory.path() / "four", articles, 4);
  using Ids = std::set<std::string>;
  const struct Case {
    FieldId field;
    std::string name;
    Ids with, without;
  } kCases[] = {
      {FieldId::kPlace, "Pékin", {"pekin", "beijing", "airport"}, {"pekin"}},
      {FieldId::kPlace, "BEIJING", {"pekin", "beijing", "airport"}, {"beijing", "airport"}},
      {FieldId::kPlace, "peking", {"pekin", "beijing", "airport"}, {}},
      {FieldId::kEntity, "pekin", {"pekin", "beijing", "airport", "club"}, {"pekin", "club"}},
      {FieldId::kOrganisation, "l'ONU", {"un", "long"}, {"un"}},
      {FieldId::kOrganisation, "Nations unies", {"un", "long"}, {"long"}},
      {FieldId::kOrganisation, "Nations", {"long", "apart"}, {"long", "apart"}},
      {FieldId::kPlace, "Bombay", {}, {}},
      {FieldId::kEntity, "Bombay", {"person"}, {}},
      {FieldId::kSource, "Pékin", {}, {}},
  };
  for (const Case& c : kCases) {
    const Query query = field(c.field, c.name);
    EXPECT_EQ(found(one, query, &Aliases::shipped()), c.with) << c.name;
    EXPECT_EQ(found(four, query, &Aliases::shipped()), c.with) << c.name;
    EXPECT_EQ(found(one, query, nullptr), c.without) << c.name;
  }
}

TEST(Aliases, HitsAndExplainShowThem) {
  const TemporaryDirectory directory;
  const PublishedIndex index =
      publish_articles(directory.path(), {article_naming("a", {{kPlace, "Beijing", "beijing"}})}, 1);
  SearchOptions options;
  options.aliases = &Aliases::shipped();
  const Query query = field(FieldId::kPlace, "Pékin");
  const Answer answer = search(index, query, options);
  ASSERT_EQ(answer.matches.size(), 1u);
  EXPECT_EQ(answer.matches[0].hits, (std::vector<Span>{{TextField::kText, 0, 7}}));
  EXPECT_NE(explain(index, query, options.aliases).find("\nAliases: Pékin = Beijing = Peking\n"),
            std::string::npos);
  EXPECT_EQ(explain(index, query).find("Aliases"), std::string::npos);
  EXPECT_EQ(explain(index, field(FieldId::kPlace, "Lyon"), options.aliases).find("Aliases"),
            std::string::npos);
}

}  // namespace
}  // namespace depeche
