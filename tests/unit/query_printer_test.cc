#include <random>
#include <string>

#include <gtest/gtest.h>

#include "tests/unit/query_cases.h"
#include "tests/unit/query_line.h"

namespace depeche {
namespace {

TEST(ToText, EveryCaseReadsBack) {
  for (const QueryCase& c : kQueryCases) {
    const auto parsed = parse(c.text, kQueryToday);
    const auto* query = std::get_if<Query>(&parsed);
    ASSERT_TRUE(query) << c.text;
    const std::string text = to_text(*query);
    EXPECT_EQ(parsed_line(text), c.tree) << c.text << " -> " << text;
    const auto again = parse(text, kQueryToday);
    ASSERT_TRUE(std::holds_alternative<Query>(again)) << text;
    EXPECT_TRUE(std::get<Query>(again) == *query) << text;
    EXPECT_EQ(to_text(std::get<Query>(again)), text);
  }
}

TEST(ToText, Canonical) {
  const struct Case {
    std::string_view text, canonical;
  } kCases[] = {
      {"a b", "a ET b"},
      {"a and b", "a ET and ET b"},
      {"(a b) OU c d", "a ET b OU c ET d"},
      {"a (b OR c) NOT d", "a ET (b OU c) SAUF d"},
      {"d (a SAUF b)", "d ET (a SAUF b)"},
      {"(a SAUF b) d", "a SAUF b ET d"},
      {"a (SAUF b)", "a ET (SAUF b)"},
      {"SAUF (a b)", "SAUF (a ET b)"},
      {"SAUF (a SAUF b)", "SAUF (a SAUF b)"},
      {"SAUF (a NEAR b)", "SAUF a PRES/10 b"},
      {"a NOT (SAUF b)", "a SAUF SAUF b"},
      {"\"a b\"~7", "a PRES/7 b"},
      {"\"a OU\"~7", "\"a OU\"~7"},
      {"(a OU b) ADJ c", "(a OU b) SUIVI/10 c"},
      {"a SAMESENTENCE b", "a MEMEPHRASE b"},
      {"a SAMEPARAGRAPH b", "a MEMEPARAGRAPHE b"},
      {"« a “b” »~", "\"a “b”\"~"},
      {"place:Algérie place:\"Aix-la-Chapelle\"", "lieu:Algérie ET lieu:Aix-la-Chapelle"},
      {"person:\"Hua (Chunying)\"", "personne:\"Hua (Chunying)\""},
      {"title:=a event:hier updated:2019", "titre:=a ET evenement:2019-02-28 ET maj:2019"},
  };
  for (const Case& c : kCases) {
    const auto parsed = parse(c.text, kQueryToday);
    ASSERT_TRUE(std::holds_alternative<Query>(parsed)) << c.text;
    EXPECT_EQ(to_text(std::get<Query>(parsed)), c.canonical) << c.text;
  }
}

TEST(ToTree, OneNodeALine) {
  const auto parsed = parse("(cyber* OU =malle) titre:\"l'image\" SAUF date:2019-02 a PRES/5 b", kQueryToday);
  EXPECT_EQ(to_tree(std::get<Query>(parsed)),
            "and\n"
            "  not\n"
            "    and\n"
            "      or\n"
            "        prefix cyber\n"
            "        exact malle\n"
            "      title\n"
            "        phrase \"l'image\"\n"
            "    date 2019-02\n"
            "  near 5\n"
            "    word a\n"
            "    word b\n");
}

/// Random trees of the shape that parse() makes (query.h), within its limits.
class RandomQuery {
 public:
  explicit RandomQuery(unsigned seed) : random_(seed) {}

  Query any(unsigned depth) {
    switch (depth == 0 ? 0 : pick(8)) {
      case 1:
        return joined(Query::Kind::kAnd, depth);
      case 2:
        return joined(Query::Kind::kOr, depth);
      case 3:
        return with_children({.kind = Query::Kind::kNot}, {any(depth - 1), any(depth - 1)});
      case 4:
        return with_children({.kind = Query::Kind::kNot}, {any(depth - 1)});
      case 5:
        return proximity();
      default:
        return leaf();
    }
  }

 private:
  unsigned pick(unsigned count) { return random_() % count; }

  static Query with_children(Query query, std::vector<Query> children) {
    query.children = std::move(children);
    return query;
  }

  Query joined(Query::Kind kind, unsigned depth) {
    std::vector<Query> operands;
    for (unsigned count = 2 + pick(2); operands.size() < count;)
      if (Query operand = any(depth - 1); operand.kind != kind) operands.push_back(std::move(operand));
    return with_children({.kind = kind}, std::move(operands));
  }

  Query proximity() {
    constexpr Query::Kind kKinds[] = {Query::Kind::kNear, Query::Kind::kAdjacent, Query::Kind::kSentence,
                                      Query::Kind::kParagraph};
    Query query{.kind = kKinds[pick(4)]};
    if (query.kind == Query::Kind::kNear || query.kind == Query::Kind::kAdjacent)
      query.distance = 1 + pick(kMaxDistance);
    for (unsigned count = 2 + pick(2); query.children.size() < count;)
      query.children.push_back(
          pick(4) == 0 ? with_children({.kind = Query::Kind::kOr}, {text_leaf(), text_leaf()}) : text_leaf());
    return query;
  }

  Query text_leaf() {
    constexpr Query::Kind kKinds[] = {Query::Kind::kWord, Query::Kind::kExact, Query::Kind::kPrefix,
                                      Query::Kind::kPhrase, Query::Kind::kStemmedPhrase};
    const Query::Kind kind = kKinds[pick(5)];
    constexpr std::string_view kWords[] = {"image", "l'image", "cyber-espionnage", "Pékin", "49.3",
                                           "C++",   "ou"};
    constexpr std::string_view kPhrases[] = {"de la Chine", "dit \"oui\"", "a\\b", "OU",
                                             "a : b",       "(l'eau)",     "=a"};
    const bool phrase = kind == Query::Kind::kPhrase || kind == Query::Kind::kStemmedPhrase;
    if (kind == Query::Kind::kPrefix) return {.kind = kind, .text = pick(2) ? "cyber" : "d'éta"};
    return {.kind = kind, .text = std::string(phrase ? kPhrases[pick(7)] : kWords[pick(7)])};
  }

  Query leaf() {
    constexpr FieldId kNames[] = {FieldId::kPerson, FieldId::kPlace, FieldId::kEntity, FieldId::kLanguage,
                                  FieldId::kId};
    constexpr std::string_view kValues[] = {"Hua", "Hua Chunying", "l'\"X\" (y)", "a:b", "SAUF"};
    constexpr FieldId kDates[] = {FieldId::kDate, FieldId::kEvent, FieldId::kUpdated};
    switch (pick(4)) {
      case 0:
        return {.kind = Query::Kind::kField, .text = std::string(kValues[pick(5)]), .field = kNames[pick(5)]};
      case 1:
        return with_children({.kind = Query::Kind::kTitle, .field = FieldId::kTitle}, {text_leaf()});
      case 2: {
        DateQuery date;
        date.kind = static_cast<DateQuery::Kind>(pick(5));
        if (date.kind == DateQuery::Kind::kRange) date.first = kQueryToday;
        if (date.kind == DateQuery::Kind::kMonthDay) date.month = 2, date.day = 2 * pick(2);
        return {.kind = Query::Kind::kDate, .field = kDates[pick(3)], .date = date};
      }
      default:
        return text_leaf();
    }
  }

  std::mt19937 random_;
};

TEST(ToText, RandomTreesReadBack) {
  size_t compared = 0;
  for (unsigned seed = 0; seed < 20000; ++seed) {
    const Query query = RandomQuery(seed).any(1 + seed % 4);
    if (count_terms(query) > kMaxQueryTerms) continue;
    const std::string text = to_text(query);
    const auto parsed = parse(text, kQueryToday);
    ASSERT_TRUE(std::holds_alternative<Query>(parsed)) << seed << ": " << text << ": " << parsed_line(text);
    ASSERT_TRUE(std::get<Query>(parsed) == query) << seed << ": " << text << "\n"
                                                  << to_tree(query) << to_tree(std::get<Query>(parsed));
    ++compared;
  }
  EXPECT_GT(compared, 15000u);
}

TEST(Join, Flattens) {
  const Query a{.kind = Query::Kind::kWord, .text = "a"}, b{.kind = Query::Kind::kWord, .text = "b"};
  EXPECT_EQ(one_line(join(Query::Kind::kAnd, {})), "all");
  EXPECT_EQ(one_line(join(Query::Kind::kAnd, {a})), "word a");
  EXPECT_EQ(one_line(join(Query::Kind::kAnd, {join(Query::Kind::kAnd, {a, b}), a})),
            "and(word a, word b, word a)");
  EXPECT_EQ(one_line(join(Query::Kind::kOr, {join(Query::Kind::kAnd, {a, b}), a})),
            "or(and(word a, word b), word a)");
}

}  // namespace
}  // namespace depeche
