#include "tests/oracle/random_corpus.h"

#include <fmt/format.h>

#include "common/text/sentence.h"

namespace depeche::oracle {
namespace {

const std::vector<std::string> kWords = {
    "état",      "etat",         "Etat",          "États",     "image",    "images",  "Image",
    "côte",      "côté",         "cote",          "COTE",      "la",       "de",      "à",
    "a",         "Chine",        "chine",         "élu",       "élus",     "attaque", "attaques",
    "cyber",     "cyberattaque", "cyberattaques", "pays",      "œuvre",    "oeuvre",  "tribunal",
    "tribunaux", "2019",         "ONU",           "française", "français",
};
const std::vector<std::string> kJoined = {"cyber-attaque", "l'image",        "l’État",
                                          "d'attaque",     "cyber-attaques", "qu'image"};
/// Nothing that the analyzer cuts or joins, for the scan of raw text.
const std::vector<std::string> kPlain = {"état", "etat",  "image", "côte", "côté",    "cote",
                                         "la",   "chine", "élus",  "pays", "français"};

template <typename T>
const T& pick(std::mt19937& random, const std::vector<T>& from) {
  return from[random() % from.size()];
}

std::string random_text(std::mt19937& random, unsigned words) {
  std::string text;
  for (unsigned i = 0; i < words; ++i) {
    if (!text.empty()) text += random() % 12 == 0 ? ".\n" : random() % 9 == 0 ? ". " : " ";
    text += random() % 6 == 0 ? pick(random, kJoined) : pick(random, kWords);
  }
  return text;
}

void add_date(std::mt19937& random, Article& article) {
  ArticleDate date;
  const unsigned month = 1 + random() % 3, day = 1 + random() % 28;
  const int year = 2018 + static_cast<int>(random() % 3);
  switch (random() % 6) {
    case 0:
      return;
    case 1:
      date.value = {year, 0, 0};
      break;
    case 2:
      date.value = {year, month, 0};
      break;
    case 3:
      date.value = {0, month, day};
      break;
    default:
      date.value = {year, month, day};
  }
  date.inferred = random() % 4 == 0;
  article.dates.push_back(date);
}

Query leaf(Query::Kind kind, std::string text) {
  Query query;
  query.kind = kind;
  query.text = std::move(text);
  return query;
}

std::string random_phrase(std::mt19937& random, const std::vector<std::string>& words) {
  std::string phrase = pick(random, words);
  for (unsigned i = 1 + random() % 2; i > 0; --i) phrase += " " + pick(random, words);
  return phrase;
}

Query random_word(std::mt19937& random) {
  switch (random() % 4) {
    case 0:
      return leaf(Query::Kind::kExact, pick(random, kWords));
    case 1:
      return leaf(Query::Kind::kPrefix, pick(random, std::vector<std::string>{"cy", "att", "im", "et"}));
    default:
      return leaf(Query::Kind::kWord, random() % 5 == 0 ? pick(random, kJoined) : pick(random, kWords));
  }
}

Query random_date(std::mt19937& random) {
  using std::chrono::day, std::chrono::month, std::chrono::year;
  Query query;
  query.kind = Query::Kind::kDate;
  const Day first =
      year(2018 + static_cast<int>(random() % 3)) / month(1 + random() % 3) / day(1 + random() % 28);
  const Day last =
      std::chrono::sys_days(first) + std::chrono::days(random() % 3 == 0 ? random() % 800 : random() % 40);
  switch (random() % 8) {
    case 0:
      query.date.kind = DateQuery::Kind::kNone;
      return query;
    case 1:
      query.date.kind = DateQuery::Kind::kUncertain;
      return query;
    case 2:
      query.date.kind = DateQuery::Kind::kCertain;
      return query;
    case 3:
      query.date.kind = DateQuery::Kind::kMonthDay;
      query.date.month = static_cast<unsigned>(first.month());
      query.date.day = random() % 3 == 0 ? 0 : static_cast<unsigned>(first.day());
      return query;
    case 4:
      query.date.first = first;
      return query;
    case 5:
      query.date.last = last;
      return query;
    default:
      query.date.first = first;
      query.date.last = last;
      return query;
  }
}

Query random_leaf(std::mt19937& random) {
  switch (random() % 6) {
    case 0:
      return leaf(Query::Kind::kPhrase, random_phrase(random, random() % 3 == 0 ? kJoined : kWords));
    case 1:
      return leaf(Query::Kind::kStemmedPhrase, random_phrase(random, kWords));
    case 2:
      return random_date(random);
    case 3: {
      Query query;
      query.kind = Query::Kind::kTitle;
      query.field = FieldId::kTitle;
      query.children = {random() % 2 == 0 ? random_word(random)
                                          : leaf(Query::Kind::kPhrase, random_phrase(random, kWords))};
      return query;
    }
    default:
      return random_word(random);
  }
}

Query random_proximity(std::mt19937& random) {
  static const std::vector<Query::Kind> kKinds = {Query::Kind::kNear, Query::Kind::kAdjacent,
                                                  Query::Kind::kSentence, Query::Kind::kParagraph};
  Query query;
  query.kind = pick(random, kKinds);
  if (query.kind == Query::Kind::kNear || query.kind == Query::Kind::kAdjacent)
    query.distance = 1 + random() % 6;
  for (unsigned i = 2 + random() % 2; i > 0; --i) query.children.push_back(random_word(random));
  return query;
}

}  // namespace

std::vector<Article> random_articles(std::mt19937& random, size_t count) {
  std::vector<Article> articles;
  for (size_t i = 0; i < count; ++i) {
    Article article;
    article.id = fmt::format("a{}", i);
    article.title = random_text(random, static_cast<unsigned>(random() % 5));
    article.text = random_text(random, static_cast<unsigned>(3 + random() % 25));
    article.sentences = sentence_starts(article.text);
    add_date(random, article);
    articles.push_back(std::move(article));
  }
  return articles;
}

Query random_query(std::mt19937& random, unsigned depth) {
  if (depth == 0 || random() % 3 == 0)
    return random() % 4 == 0 ? random_proximity(random) : random_leaf(random);
  Query query;
  switch (random() % 4) {
    case 0:
      query.kind = Query::Kind::kOr;
      break;
    case 1:
      query.kind = Query::Kind::kNot;
      break;
    default:
      query.kind = Query::Kind::kAnd;
  }
  for (int i = 0; i < 2; ++i) query.children.push_back(random_query(random, depth - 1));
  if (query.kind == Query::Kind::kNot && random() % 3 == 0) query.children.pop_back();
  return query;
}

Query random_plain_query(std::mt19937& random) {
  if (random() % 2 == 0) return leaf(Query::Kind::kExact, pick(random, kPlain));
  return leaf(Query::Kind::kPhrase, random_phrase(random, kPlain));
}

Query random_word(std::mt19937& random) {
  static const std::vector<std::string> kContent{"état", "image", "côte", "Chine", "élus", "attaque", "pays"};
  return {.kind = Query::Kind::kWord, .text = pick(random, kContent)};
}

}  // namespace depeche::oracle
