#include "searcher/view/snippet.h"

#include <random>

#include <gtest/gtest.h>

#include "common/terminal.h"
#include "common/text/sentence.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

Article article_of(std::string text, std::string title = "") {
  Article article;
  article.title = std::move(title);
  article.text = std::move(text);
  article.sentences = sentence_starts(article.text);
  return article;
}

/// `marked` with [ and ] around the hits.
struct MarkedText {
  std::string text;
  std::vector<Span> hits;
};
MarkedText read_marks(std::string_view marked, TextField field = TextField::kText) {
  MarkedText result;
  for (char c : marked) {
    if (c == '[')
      result.hits.push_back({field, static_cast<uint32_t>(result.text.size()), 0});
    else if (c == ']')
      result.hits.back().end = static_cast<uint32_t>(result.text.size());
    else
      result.text += c;
  }
  return result;
}

std::string as_it_is(std::string_view text) { return std::string(text); }
constexpr Marks kBrackets{"[", "]", as_it_is};

TEST(Snippet, ShowsTheHits) {
  const struct Case {
    std::string_view marked;
    unsigned width;
    std::string_view expected;
  } kCases[] = {
      {"", 40, ""},
      {"Un texte court.", 40, "Un texte court."},
      {"Un texte qui est plus long que la place qui lui est faite.", 40,
       "Un texte qui est plus long que la …"},
      {"Un texte [court].\nDeux alinéas.", 40, "Un texte [court]. Deux alinéas."},
      // Begun at the sentence that holds the hit.
      {"Rien ici du tout. La [grève] continue. Fin de la journée ici.", 40,
       "La [grève] continue. Fin de la journée …"},
      {"Rien ici du tout. La [grève] continue, dit-on, et la journée finit.", 30,
       "La [grève] continue, dit-on, …"},
      // The sentence is too long: begun at a word.
      {"Une très longue phrase qui parle de bien des choses avant la [grève] du port.", 40,
       "… des choses avant la [grève] du port."},
      // More different words win over more hits and over the first.
      {"La [grève] et la [grève] durent. Une phrase sans rien d'autre à dire ici. Le [port] en [grève].", 40,
       "Le [port] en [grève]."},
      // Accents and case make no difference between words.
      {"La [grève] est ici. Une phrase sans rien d'autre à dire ici du tout. [GREVE] et [Grève] là.", 30,
       "[GREVE] et [Grève] là."},
      // A hit wider than the place is cut.
      {"Un [anticonstitutionnellement] dit.", 12, "… [anticons] …"},
      // Overlapping hits are one.
      {"Tout près : le [port de pêche] ferme.", 60, "Tout près : le [port de pêche] ferme."},
      {"中国外交部发言人[华春莹]在北京说", 12, "… [华春莹]在 …"},
      // Sentences that end the text need no ellipsis.
      {"Un. Deux. La [grève] dure.\n", 40, "Un. Deux. La [grève] dure."},
  };
  for (const Case& c : kCases) {
    const MarkedText marked = read_marks(c.marked);
    const Snippet snippet = make_snippet(article_of(marked.text), marked.hits, c.width);
    EXPECT_EQ(highlight(snippet, kBrackets), c.expected) << c.marked;
    EXPECT_LE(display_width(snippet.text), c.width) << c.marked;
  }
}

TEST(Snippet, ADamagedWordEndsNoSentence) {
  Article article;
  article.text = "Le service de la s?reté du port a ouvert une longue enquête.";
  article.sentences = {0, 20};  // as the rules of sentences have it: behind the question mark
  EXPECT_EQ(make_snippet(article, {}, 24).text, "Le service de la …");
  EXPECT_EQ(make_snippet(article, {{TextField::kText, 20, 24}}, 60).text, article.text);
}

TEST(Snippet, EndsWithASentenceRatherThanAWordBehind) {
  const Article article = article_of("Le port est fermé depuis lundi. Il rouvrira bientôt, dit-on.");
  EXPECT_EQ(make_snippet(article, {}, 38).text, "Le port est fermé depuis lundi.");
  EXPECT_EQ(make_snippet(article, {}, 50).text, "Le port est fermé depuis lundi. Il rouvrira …");
}

TEST(Snippet, HitsOfTheTitleAreNotOfTheText) {
  const Article article = article_of("Le port est fermé.", "Le port");
  const std::vector<Span> hits = {{TextField::kTitle, 3, 7}, {TextField::kText, 12, 18}};
  EXPECT_EQ(highlight(make_snippet(article, hits, 40), kBrackets), "Le port est [fermé].");
  EXPECT_EQ(highlight(whole_field(article, TextField::kTitle, hits), kBrackets), "Le [port]");
}

TEST(Snippet, OverlappingHitsAreJoined) {
  const Article article = article_of("le port de pêche");
  const std::vector<Span> hits = {{TextField::kText, 3, 10}, {TextField::kText, 8, 17}};
  EXPECT_EQ(highlight(make_snippet(article, hits, 40), kBrackets), "le [port de pêche]");
}

TEST(Snippet, KeepsItsPromisesAnywhere) {
  constexpr std::string_view kPieces[] = {
      "mot ",   "long-mot-composé, ", "Fin. ",  "中国", "\n", "❤️ ", "\x1b[", "e\u0301",
      "œuvre ", "👩‍🚀 ",       "\u202e", "très "};
  std::mt19937 random(20190213);
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    std::vector<uint32_t> borders;  // between pieces, where hits may begin and end
    for (unsigned pieces = random() % 60; pieces > 0; --pieces) {
      borders.push_back(static_cast<uint32_t>(text.size()));
      text += kPieces[random() % std::size(kPieces)];
    }
    std::vector<Span> hits;
    for (size_t b = 0; b + 1 < borders.size(); ++b)
      if (random() % 6 == 0 && text[borders[b]] != '\n')
        hits.push_back({TextField::kText, borders[b], borders[b + 1]});
    const unsigned width = random() % 90;
    const Snippet snippet = make_snippet(article_of(text), hits, width);
    const Snippet safe = safe_snippet(snippet);
    ASSERT_LE(display_width(safe.text), std::max(width, 4u)) << i << ": " << safe.text;
    ASSERT_EQ(find_invalid_utf8(snippet.text), std::string::npos) << i;
    ASSERT_EQ(snippet.text.find('\n'), std::string::npos) << i;
    ASSERT_EQ(snippet.hits.size(), safe.hits.size());
    uint32_t last = 0;
    for (const Span& hit : snippet.hits) {
      ASSERT_LE(last, hit.begin);
      ASSERT_LT(hit.begin, hit.end);
      ASSERT_LE(hit.end, snippet.text.size());
      last = hit.end;
    }
    ASSERT_TRUE(hits.empty() || width < 20 || !snippet.hits.empty()) << i << ": " << safe.text;
  }
}

TEST(Snippet, SafeKeepsTheHits) {
  const MarkedText marked = read_marks("\x1b un [rouge\x07] \xe2\x80\xae et [vert]");
  const Snippet snippet = make_snippet(article_of(marked.text), marked.hits, 80);
  EXPECT_EQ(highlight(safe_snippet(snippet), kBrackets), "\\x1b un [rouge\\x07] \\u{202e} et [vert]");
}

TEST(Snippet, CutKeepsTheHits) {
  const MarkedText marked = read_marks("la [Chine] et le [Japon]");
  const Snippet title{marked.text, marked.hits, true};
  const struct Case {
    unsigned width;
    std::string_view expected;
  } kCases[] = {{80, "la [Chine] et le [Japon]"},
                {20, "la [Chine] et le [Japon]"},
                {16, "la [Chine] et le…"},
                {17, "la [Chine] et le [J]…"},
                {19, "la [Chine] et le [Jap]…"},
                {6, "la [Ch]…"},
                {1, "…"},
                {0, ""}};
  for (const Case& c : kCases)
    EXPECT_EQ(highlight(cut_snippet(title, c.width), kBrackets), c.expected) << c.width;
}

TEST(Highlight, OfAStretch) {
  const MarkedText marked = read_marks("la [Chine] et le [Japon]");
  const Snippet snippet{marked.text, marked.hits, true};
  EXPECT_EQ(highlight(snippet, kBrackets, 5, 11), "[ine] et");
  EXPECT_EQ(highlight(snippet, kBrackets, 8, 12), " et ");
  EXPECT_EQ(highlight(snippet, kBrackets, 3, 8), "[Chine]");
}

}  // namespace
}  // namespace depeche
