// Hits counted in the index are those that are found in the texts.
#include <random>

#include "searcher/hit_reader.h"
#include "searcher/query/parser.h"
#include "tests/unit/names_index.h"

namespace depeche {
namespace {

Query query_of(const std::string& text) {
  auto parsed = parse(text, Day(std::chrono::year(2019) / 3 / 1));
  EXPECT_TRUE(std::holds_alternative<Query>(parsed)) << text;
  return std::get<Query>(parsed);
}

Article article_of(const std::string& id, const std::string& title, const std::string& text) {
  Article article;
  article.id = id;
  article.title = title;
  article.text = text;
  return article;
}

/// A word of the text that may be any of `readings`.
void damage(Article& article, const std::string& word, const std::vector<std::string>& readings) {
  const size_t begin = article.text.find(word);
  article.repairs.push_back(
      {{TextField::kText, static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + word.size())},
       word,
       readings});
}

/// "ID:HITS" of each article that answers, in the order of the index; "?" where only the text can tell.
std::string counted(const PublishedIndex& index, const std::string& query, bool complete = false) {
  const Deadline never(0);
  HitReader reader(index, query_of(query), {});
  HitCounts counts = reader.count(never);
  if (complete) reader.complete(counts, counts.docids.size(), never);
  std::string text;
  for (size_t i = 0; i < counts.docids.size(); ++i)
    text += fmt::format("{}{}:{}", text.empty() ? "" : " ", reader.read(counts.docids[i]).article.id,
                        counts.hits[i] ? std::to_string(*counts.hits[i]) : "?");
  return text;
}

TEST(HitCount, WhatTheIndexKnowsAndWhatItDoesNot) {
  Article damaged = article_of("h", "", "La p?che est finie.");
  damage(damaged, "p?che", {"pêche", "péché"});
  const TemporaryDirectory directory;
  const PublishedIndex index =
      publish_articles(directory.path(),
                       {article_of("a", "La loi", "Une loi, des lois : la loi. Le ministre."),
                        article_of("b", "", "La LOI du ministre."),
                        article_of("c", "", "L'été à l'ONU, puis à l'O.N.U. en 2019."),
                        article_of("d", "", "Il a péché, elle pêche, PECHE."),
                        article_of("e", "", "Le cyber-espionnage, cyber espionnage."),
                        article_of("f", "", "Le cyberespionnage."),
                        article_of("g", "Le sous-ministre", "Le ministre."), damaged},
                       1);
  const struct Case {
    const char *query, *counted, *found;
  } kCases[] = {
      {"loi", "a:4 b:?", "a:4 b:1"},  // LOI may be an acronym: it has no stem
      {"ministre", "a:1 b:1 g:2", "a:1 b:1 g:2"},
      {"loi ministre", "a:5 b:?", "a:5 b:2"},
      {"loi OU ministre", "a:5 b:? g:2", "a:5 b:2 g:2"},
      {"loi OU lois", "a:? b:?", "a:4 b:1"},  // the same places
      {"loi SAUF été", "a:4 b:?", "a:4 b:1"},
      {"ministre OU (loi SAUF ministre)", "a:? b:? g:?", "a:1 b:1 g:2"},
      {"onu", "c:?", "c:2"},
      {"ONU", "c:2", "c:2"},
      {"2019", "c:1", "c:1"},
      {"=loi", "a:3 b:1", "a:3 b:1"},
      {"\"loi\"", "a:3 b:1", "a:3 b:1"},
      {"\"pêche\"", "d:? h:?", "d:2 h:1"},
      {"loi*", "a:4 b:1", "a:4 b:1"},
      {"pech*", "d:3 h:?", "d:3 h:1"},
      {"cyberespionnage", "e:? f:1", "e:2 f:1"},
      {"cyber-espionnage", "e:? f:1", "e:2 f:1"},
      {"espionnage", "e:2", "e:2"},
      {"\"la loi\"", "a:? b:?", "a:2 b:1"},
      {"titre:loi", "a:?", "a:1"},
      {"la MEMEPHRASE loi", "a:? b:?", "a:6 b:2"},
      {"langue:fr OU été", "c:1", "c:1"},
      {"id:a", "a:0", "a:0"},
      {"absent", "", ""},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(counted(index, c.query), c.counted) << c.query;
    EXPECT_EQ(counted(index, c.query, true), c.found) << c.query;
  }
}

/// Every number that the index knows is the one that the text has, whatever stands together in an article.
TEST(HitCount, IsExactWhereItIsKnown) {
  const std::vector<std::string> words{"loi",
                                       "lois",
                                       "LOI",
                                       "LOIS",
                                       "Loi",
                                       "péché",
                                       "pêche",
                                       "peche",
                                       "PÊCHE",
                                       "pêcher",
                                       "e-mail",
                                       "email",
                                       "EMAIL",
                                       "emails",
                                       "cyber-espionnage",
                                       "cyberespionnage",
                                       "CYBERESPIONNAGE",
                                       "cyber",
                                       "espionnage",
                                       "l'image",
                                       "images",
                                       "autre-ment",
                                       "autrement",
                                       "autre",
                                       "la",
                                       "49.3",
                                       "ONU",
                                       "O.N.U.",
                                       "g-7",
                                       "G7",
                                       "porte",
                                       "porte-parole",
                                       "p?che",
                                       "\n"};
  const std::vector<std::string> queries{"loi",
                                         "LOI",
                                         "lois",
                                         "péché",
                                         "peche",
                                         "pêche",
                                         "email",
                                         "e-mail",
                                         "cyberespionnage",
                                         "cyber",
                                         "image",
                                         "autrement",
                                         "autre",
                                         "la",
                                         "49.3",
                                         "ONU",
                                         "G7",
                                         "porte",
                                         "parole",
                                         "\"peche\"",
                                         "\"pêche\"",
                                         "=peche",
                                         "=pêche",
                                         "=LOI",
                                         "pech*",
                                         "loi*",
                                         "em*",
                                         "loi OU péché",
                                         "loi péché",
                                         "autre OU autrement",
                                         "\"la loi\" OU loi",
                                         "loi SAUF péché",
                                         "cyber espionnage",
                                         "loi OU (la image)",
                                         "mail OU email"};
  std::mt19937 random(20190213);  // NOLINT: the same corpus each time
  const auto any = [&](size_t size) { return random() % size; };
  std::vector<Article> articles;
  for (int i = 0; i < 120; ++i) {
    Article article =
        article_of(fmt::format("a{:03}", i), i % 3 == 0 ? words[any(words.size() - 1)] : "", "");
    for (size_t n = 1 + any(9); n > 0; --n) article.text += words[any(words.size())] + " ";
    if (article.text.find("p?che") != std::string::npos) damage(article, "p?che", {"pêche", "péché"});
    articles.push_back(article);
  }
  for (const size_t segments : {1, 3}) {
    const TemporaryDirectory directory;
    const PublishedIndex index = publish_articles(directory.path(), articles, segments);
    size_t known = 0, asked = 0;
    for (const std::string& query : queries) {
      HitReader reader(index, query_of(query), {});
      const HitCounts counts = reader.count(Deadline(0));
      HitCounts complete = counts;
      reader.complete(complete, complete.docids.size(), Deadline(0));
      for (size_t i = 0; i < counts.docids.size(); ++i) {
        const Match match = reader.read(counts.docids[i]);
        const std::string where = query + " in: " + match.article.title + " | " + match.article.text;
        ++asked;
        if (counts.hits[i]) ++known;
        EXPECT_EQ(complete.hits[i], match.hits.size()) << where;
        EXPECT_EQ(counts.hits[i].value_or(*complete.hits[i]), match.hits.size()) << where;
      }
    }
    EXPECT_GT(known, asked / 3) << "or the test shows nothing";
  }
}

TEST(HitCount, TotalsAreKnownOnlyWhereAllAre) {
  const HitCounts known{{3, 5}, {2, 0}, false}, unknown{{3, 5}, {2, std::nullopt}, false};
  EXPECT_EQ(known.total(), 2u);
  EXPECT_EQ(known.of(5), 0u);
  EXPECT_EQ(known.of(4), std::nullopt);
  EXPECT_EQ(unknown.total(), std::nullopt);
  EXPECT_EQ(unknown.of(3), 2u);
  EXPECT_EQ(HitCounts{}.total(), 0u);
}

}  // namespace
}  // namespace depeche
