#include "indexer/story_signature.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <numeric>
#include <random>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include "common/article_tokens.h"
#include "common/json.h"
#include "common/text/utf8.h"
#include "tests/unit/shared_data.h"

namespace depeche {
namespace {

StorySignature signature_of(const std::string& title, const std::string& text) {
  Analyzer analyzer;
  Article article;
  article.title = title;
  article.text = text;
  ArticleTokens tokens;
  analyze(article, analyzer, tokens);
  return story_signature(article, tokens);
}

bool copies(const std::string& a, const std::string& b) {
  return near_copies(signature_of("Un titre", a), signature_of("Leur titre", b));
}

const std::string kText =
    "Le ministère de l'Économie a annoncé mardi que la production de lait a reculé de 12,5 % au premier "
    "trimestre, soit 10 000 tonnes de moins qu'un an plus tôt. Selon Jeanne Morvan, qui dirige la "
    "coopérative "
    "de Quimper, la sécheresse de l'été explique la moitié de la baisse. « Nous n'avons jamais vu cela "
    "depuis "
    "1976 », a-t-elle dit devant les éleveurs réunis au siège de la chambre d'agriculture.\n"
    "Le préfet a promis trois millions d'euros pour les exploitations les plus touchées. Les syndicats "
    "demandent que cette aide soit versée avant le 15 mars, et que les prix d'achat soient revus.";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t pos = 0; (pos = text.find(from, pos)) != std::string::npos; pos += to.size())
    text.replace(pos, from.size(), to);
  return text;
}

struct Edit {
  const char* what;
  std::string text;
  bool copy;
};

const Edit kEdits[] = {
    {"the same", kText, true},
    {"a dateline and an agency", "QUIMPER, 12 février (AFP) - " + kText, true},
    {"a first paragraph before the dateline",
     "Mauvaise nouvelle pour les crêpes, lundi à Brest.\nQUIMPER, 12 février (AFP) - " + kText, true},
    {"an agency at the end", kText + " (AFP)", true},
    {"an agency inside", replaced(kText, "coopérative de", "coopérative (AFP) de"), true},
    {"a first paragraph", "Mauvaise nouvelle pour les crêpes, lundi à Brest.\n" + kText, true},
    {"a last paragraph", kText + "\nLire aussi notre dossier sur le beurre de Normandie, page 4.", true},
    {"cut behind the first paragraph", kText.substr(0, kText.find('\n')), true},
    {"apostrophes and quotes", replaced(replaced(kText, "'", "’"), "« ", "“"), true},
    {"what parts thousands", replaced(kText, "10 000", "10.000"), true},
    {"a narrow space in a number", replaced(kText, "10 000", "10\u202F000"), true},
    {"no space in a number", replaced(kText, "10 000", "10000"), true},
    {"accents lost", replaced(replaced(kText, "é", "e"), "É", "E"), true},
    {"letters lost", replaced(kText, "é", "?"), true},
    {"a letter of a name lost", replaced(kText, "Morvan", "Mor?an"), true},
    {"a hyphen", replaced(kText, "a-t-elle", "a t-elle"), true},
    {"another figure", replaced(kText, "12,5", "13,5"), false},
    {"a figure ten times as great", replaced(kText, "10 000", "100 000"), false},
    {"another comma", replaced(kText, "12,5", "1,25"), false},
    {"another number in letters", replaced(kText, "trois millions", "quatre millions"), false},
    {"another unit", replaced(kText, "trois millions", "trois milliards"), false},
    {"another given name", replaced(kText, "Jeanne", "Marie"), false},
    {"another surname", replaced(kText, "Morvan", "Kerguelen"), false},
    {"another place", replaced(kText, "Quimper", "Vannes"), false},
    {"another day", replaced(kText, "mardi", "jeudi"), false},
    {"another day of the month", replaced(kText, "15 mars", "16 mars"), false},
    {"another month", replaced(kText, "15 mars", "15 avril"), false},
    {"another year", replaced(kText, "1976", "1977"), false},
};

TEST(StorySignature, OneTextAndWhatBecomesOfIt) {
  for (const Edit& edit : kEdits) {
    EXPECT_EQ(copies(kText, edit.text), edit.copy) << edit.what;
    EXPECT_EQ(copies(edit.text, kText), edit.copy) << edit.what;
  }
}

TEST(StorySignature, ShortTextsAreCopiesWhereTheyAreTheSame) {
  const std::string text = "La route de Brive est coupée depuis lundi soir à cause d'une collision.";
  const StorySignature signature = signature_of("Brive", text);
  EXPECT_TRUE(near_copies(signature, signature_of("BRIVE", replaced(text, "'", "’"))));
  EXPECT_FALSE(near_copies(signature, signature_of("Tulle", text)));
  EXPECT_FALSE(near_copies(signature, signature_of("Brive", text + " Un blessé.")));
  EXPECT_FALSE(near_copies(signature, signature_of("Brive", kText)));
  EXPECT_EQ(signature_of("La séance", "La séance est levée.").encode(), "");
  EXPECT_FALSE(near_copies(signature_of("", "Séance levée."), signature_of("", "Séance levée.")));
}

TEST(StorySignature, ReadsBackWhatItWrote) {
  for (const std::string& text : {std::string(), kText.substr(0, 100), kText}) {
    const StorySignature signature = signature_of("Titre", text);
    const StorySignature back = StorySignature::decode(signature.encode());
    EXPECT_EQ(back.same, signature.same);
    EXPECT_EQ(back.shingles, signature.shingles);
    EXPECT_EQ(back.sketch, signature.sketch);
    EXPECT_EQ(back.marks, signature.marks);
    EXPECT_EQ(back.terms(), signature.terms());
  }
}

TEST(StorySignature, OtherBytesAreDamage) {
  const std::string bytes = signature_of("Titre", kText).encode();
  for (const std::string& wrong : {bytes.substr(0, 3), bytes.substr(0, bytes.size() - 1),
                                   std::string(30, '\0'), std::string(30, '\xFF')})
    EXPECT_ANY_THROW(StorySignature::decode(wrong)) << wrong.size();
}

// What real texts that were edited on purpose are taken for.

using Random = std::mt19937;

size_t below(Random& random, size_t limit) { return random() % limit; }

/// Words and what parts them, in turn.
std::vector<std::string> pieces_of(const std::string& text) {
  std::vector<std::string> pieces;
  bool in_word = false;
  for (size_t pos = 0; pos < text.size();) {
    const size_t begin = pos;
    const char32_t c = next_code_point(text, pos);
    const bool letter = u_isalnum(static_cast<UChar32>(c));
    if (pieces.empty() || letter != in_word) pieces.emplace_back();
    pieces.back() += text.substr(begin, pos - begin);
    in_word = letter;
  }
  return pieces;
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

/// As a converter to GB2312 does, which has é and à, and few others.
std::string lose_letters(const std::string& text) {
  static const std::u32string kLost = U"âçëîïôûœÀÂÇÉÈÊËÎÏÔÙÛŒ";
  std::string lossy;
  for (size_t pos = 0; pos < text.size();) {
    const size_t begin = pos;
    const char32_t c = next_code_point(text, pos);
    lossy += kLost.find(c) != std::u32string::npos ? "?" : text.substr(begin, pos - begin);
  }
  return lossy;
}

/// The beginning of a text: seven tenths at least, to the end of a word.
std::string cut_end(const std::string& text, Random& random) {
  const size_t least = text.size() * 7 / 10;
  const size_t end = text.find(' ', least + below(random, text.size() - least));
  return text.substr(0, end);
}

/// The first forty bytes, and what follows them up to the end of a sentence.
std::string first_sentence(const std::string& text) { return text.substr(0, text.find('.', 40) + 1); }

/// What newspapers do to a dispatch.
std::string as_printed(std::string text, const std::string& other, Random& random) {
  std::array<std::function<void()>, 9> edits = {
      [&] { text = cut_end(text, random); },
      [&] { text = first_sentence(other) + "\n" + text; },
      [&] { text += "\n" + first_sentence(other); },
      [&] { text += " (AFP)"; },
      [&] { text = replaced(text, ". ", ". (AFP) "); },
      [&] { text = fmt::format("PARIS, {} mars (Reuters) - ", 1 + below(random, 28)) + text; },
      [&] { text = replaced(replaced(text, "'", "’"), " :", "\u00A0:"); },
      [&] { text = lose_letters(text); },
      [&] { text = replaced(replaced(text, "É", "E"), "œ", "oe"); },
  };
  std::array<size_t, 9> order;
  std::iota(order.begin(), order.end(), 0);
  std::ranges::shuffle(order, random);
  for (size_t i = 0, count = 1 + below(random, 3); i < count; ++i) edits[order[i]]();
  return text;
}

bool is_name(const std::vector<std::string>& pieces, size_t i) {
  size_t pos = 0;
  const char32_t first = next_code_point(pieces[i], pos);
  return i > 1 && pieces[i].size() > 3 && u_isupper(static_cast<UChar32>(first)) && pieces[i - 1] == " " &&
         !u_isdigit(static_cast<UChar32>(pieces[i - 2].back()));
}

bool is_figure(const std::string& piece) {
  return piece.find_first_not_of("0123456789") == std::string::npos;
}

const std::set<std::string> kMonths = {"janvier", "février",   "avril",   "juin",     "juillet",
                                       "août",    "septembre", "octobre", "novembre", "décembre"};

/// The text with another figure, name or month in its first six tenths; "" where it has none.
std::string with_other_fact(const std::string& text, Random& random) {
  std::vector<std::string> pieces = pieces_of(text);
  std::vector<size_t> facts;
  size_t bytes = 0;
  for (size_t i = 0; i < pieces.size() && (bytes += pieces[i].size()) < text.size() * 6 / 10; ++i)
    if (is_figure(pieces[i]) || kMonths.contains(pieces[i]) || is_name(pieces, i)) facts.push_back(i);
  if (facts.empty()) return "";
  std::string& fact = pieces[facts[below(random, facts.size())]];
  if (is_figure(fact))
    fact.back() = static_cast<char>('0' + (fact.back() - '0' + 1 + static_cast<int>(below(random, 8))) % 10);
  else if (kMonths.contains(fact))
    fact = fact == "juin" ? "octobre" : "juin";
  else
    fact = below(random, 2) == 0 ? "Kerviel" : "Montauban";
  return joined(pieces);
}

struct Score {
  size_t copies = 0, found = 0, others = 0, wrong = 0;
  double precision() const { return static_cast<double>(found) / static_cast<double>(found + wrong); }
  double recall() const { return static_cast<double>(found) / static_cast<double>(copies); }
};

bool share_a_term(const StorySignature& a, const StorySignature& b) {
  const auto terms = a.terms();
  const std::set<std::string> known(terms.begin(), terms.end());
  return std::ranges::any_of(b.terms(), [&](const std::string& term) { return known.contains(term); });
}

/// Two papers' prints of each text, and two of which one has another fact.
Score measure(const std::vector<std::string>& texts) {
  Score score;
  Random random(7);
  const auto joins = [](const std::string& a, const std::string& b) {
    const StorySignature one = signature_of("Un titre", a), other = signature_of("Leur titre", b);
    return share_a_term(one, other) && near_copies(one, other);
  };
  for (size_t i = 0; i < texts.size(); ++i) {
    const std::string& text = texts[i];
    const std::string& other = texts[(i + 1) % texts.size()];
    const std::string changed = with_other_fact(text, random);
    if (changed.empty()) continue;
    ++score.copies;
    ++score.others;
    score.found += joins(text, as_printed(text, other, random));
    score.wrong += joins(text, as_printed(changed, other, random));
  }
  std::printf("%zu pairs: precision %.2f %%, recall %.2f %% (%zu of %zu found, %zu of %zu wrong)\n",
              score.copies + score.others, 100 * score.precision(), 100 * score.recall(), score.found,
              score.copies, score.wrong, score.others);
  return score;
}

/// Texts of a packed JSON-lines file that have 90 words at least, every `step`th.
std::vector<std::string> texts_of(const std::string& name, size_t step, size_t count) {
  std::vector<std::string> texts;
  const std::string command = "zstd -qdc '" + shared_data(name) + "' 2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  char* line = nullptr;
  size_t capacity = 0;
  for (size_t i = 0; texts.size() < count && getline(&line, &capacity, pipe.get()) > 0; ++i) {
    if (i % step != 0) continue;
    const std::string text = to_nfc(Json::parse(line)["text"].get<std::string>());
    if (std::ranges::count(text, ' ') >= 90) texts.push_back(text);
  }
  free(line);
  return texts;
}

std::string without_dateline(const std::string& line) {
  constexpr size_t kLongestDateline = 60;
  size_t begin = 0;
  for (const std::string dash : {" - ", " -- ", " — ", " – "})
    if (const size_t pos = line.find(dash); pos < kLongestDateline) begin = pos + dash.size();
  return line.substr(begin);
}

/// The text files among the samples that are long enough.
std::vector<std::string> sample_texts() {
  std::vector<std::string> paths, texts;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::string(DEPECHE_SOURCE_DIR) + "/corpus/samples"))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  std::ranges::sort(paths);
  for (const std::string& path : paths) {
    std::string text;
    for (const std::string& line : lines_of(path))
      if (std::ranges::count(line, ' ') >= 20) text += without_dateline(line) + "\n";
    if (find_invalid_utf8(text) == std::string::npos && std::ranges::count(text, ' ') >= 90)
      texts.push_back(text);
  }
  return texts;
}

TEST(StoryMeasure, SamplesThatWereEdited) {
  std::vector<std::string> texts;
  for (int round = 0; round < 4; ++round)
    for (const std::string& text : sample_texts()) texts.push_back(text);
  const Score score = measure(texts);
  EXPECT_GE(score.copies, 40U);
  EXPECT_GE(score.precision(), 0.98);
  EXPECT_GE(score.recall(), 0.95);
}

TEST(StoryMeasure, DebatesAndStatutesThatWereEdited) {
  std::vector<std::string> texts = texts_of("debats-assemblee.jsonl.zst", 7, 250);
  for (const std::string& text : texts_of("lois-canada.jsonl.zst", 41, 250)) texts.push_back(text);
  if (texts.empty()) GTEST_SKIP() << "no shared data, or no zstd";
  const Score score = measure(texts);
  EXPECT_GE(score.copies + score.others, 500U);
  EXPECT_GE(score.precision(), 0.98);
  EXPECT_GE(score.recall(), 0.95);
}

}  // namespace
}  // namespace depeche
