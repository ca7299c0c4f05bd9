// Articles that no agency would send: the recogniser must stay quick, and its spans right.
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "indexer/entities/recogniser.h"

namespace depeche {
namespace {

/// So long that what is quadratic would not end within the time limit of a test.
constexpr size_t kLength = 1'000'000;

std::string repeat(std::string_view piece) {
  std::string out;
  out.reserve(kLength + piece.size());
  while (out.size() < kLength) out.append(piece);
  return out;
}

enum class Letters { kCapital, kCapitals };

/// Words of random letters, hardly one of them twice.
std::string random_words(Letters letters, std::string_view between) {
  std::mt19937 random(7);
  std::string out;
  while (out.size() < kLength) {
    for (unsigned i = 0, length = 2 + random() % 8; i < length; ++i)
      out.push_back(static_cast<char>((i == 0 || letters == Letters::kCapitals ? 'A' : 'a') + random() % 26));
    out.append(between);
  }
  return out;
}

bool on_code_point(std::string_view text, size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

void expect_sound(const Article& article, const std::vector<Mention>& mentions) {
  Span before{TextField::kTitle, 0, 0};
  for (const Mention& mention : mentions) {
    const Span& span = mention.span;
    const std::string& text = article.field(span.field);
    ASSERT_LT(span.begin, span.end);
    ASSERT_LE(span.end, text.size());
    ASSERT_TRUE(on_code_point(text, span.begin) && on_code_point(text, span.end));
    ASSERT_TRUE(span.field > before.field || (span.field == before.field && span.begin >= before.end));
    ASSERT_FALSE(mention.key.empty());
    before = span;
  }
}

struct Case {
  const char* name;
  std::string text;
};

std::vector<Case> cases() {
  return {
      {"one word", std::string(kLength, 'A')},
      {"capitals", random_words(Letters::kCapitals, " ")},
      {"capitalised", random_words(Letters::kCapital, " ")},
      {"sentences of one name", random_words(Letters::kCapital, ". ")},
      {"one surname, many given names", "Jean " + random_words(Letters::kCapital, " Durand, Jean ")},
      {"one given name, many surnames", random_words(Letters::kCapital, ". Jean Durand ")},
      {"elisions", repeat("l'")},
      {"dotted", repeat("A.")},
      {"hyphens", repeat("A-")},
      {"brackets", repeat("(") + repeat("ABC)")},
      {"definitions", repeat("Office des canaux (OC) ")},
      {"open definitions", repeat("Office des (OC ")},
      {"titles", repeat("M. ")},
      {"title lists", repeat("MM. Durand, ")},
      {"given names", repeat("Jean ")},
      {"given names that are places", repeat("Florence de ")},
      {"roles that are adjectives", repeat("chef ")},
      {"particles", repeat("Jean de la ")},
      {"heads", repeat("tribunal de la ")},
      {"domains", repeat("ministère de la Défense, de la Culture et de ")},
      {"roles", repeat("ministre de l'Intérieur, ")},
      {"announcing heads", repeat("société Société ")},
      {"beginnings of known names", repeat("Organisation des Nations ")},
      {"quotes", repeat("logiciel \"")},
      {"lines", repeat("A\n")},
      {"accents", repeat("É")},
      {"combining marks", repeat("A\u0301")},
      {"not UTF-8", repeat("\xC3\x28 Jean Durand\xFF ")},
      {"control characters", repeat(std::string_view("Jean\0Durand \x1B[1m", 16))},
  };
}

TEST(HostileArticles, AreReadSoundly) {
  EntityRecogniser recogniser;
  recogniser.recognise({});  // the tables are read once
  for (const Case& c : cases()) {
    SCOPED_TRACE(c.name);
    Article article;
    article.title = c.text.substr(0, 1000);
    article.text = c.text;
    const std::vector<Mention> mentions = recogniser.recognise(article);
    expect_sound(article, mentions);
  }
}

}  // namespace
}  // namespace depeche
