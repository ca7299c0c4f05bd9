#include "indexer/entities/run_reading.h"

#include <algorithm>
#include <string_view>

namespace depeche::entities {
namespace {

bool holds(const TokenList& tokens, size_t first, size_t last, uint32_t classes) {
  for (size_t i = first; i < last; ++i)
    if (tokens[i].is(classes)) return true;
  return false;
}

bool holds_english_joint(const TokenList& tokens, size_t first, size_t last) {
  for (size_t i = first; i < last; ++i)
    if (joins_english(tokens[i])) return true;
  return false;
}

/// « a déclaré mardi Hua Chunying »: the speech verb before, days and hours left aside.
bool follows_speech(const TokenList& tokens, size_t i) {
  constexpr size_t kMaxBetween = 3;
  for (size_t back = 1; back <= kMaxBetween && back <= i; ++back) {
    const EntityToken& token = tokens[i - back];
    if (!token.is_word() || tokens[i - back + 1].line_start) return false;
    if (token.is(kSpeech)) return true;
    if (!token.is(kCalendar) && token.word->folded != "soir" && token.word->folded != "matin") return false;
  }
  return false;
}

/// « Hua Chunying, porte-parole », « Paul Durand, le directeur », « Anne Diop, 45 ans ».
bool precedes_role(const TokenList& tokens, size_t i, bool article_too) {
  if (tokens[i].mark != ',') return false;
  if (tokens[i + 1].is(kRole) && tokens[i + 1].shape == Shape::kLower) return true;
  if (tokens[i + 1].shape == Shape::kNumber && tokens[i + 2].is_word())
    return tokens[i + 2].word->folded == "ans";
  return article_too && (tokens[i + 1].is(kArticle | kOrdinary)) && tokens[i + 2].is(kRole) &&
         tokens[i + 2].shape == Shape::kLower;
}

/// « X a déclaré », « X a-t-il dit ».
bool precedes_speech(const TokenList& tokens, size_t i) {
  return (tokens[i].is(kAuxiliary) && tokens[i + 1].is(kSpeech)) ||
         (tokens[i].is(kSpeech) && !tokens[i].line_start);
}

/// « Villefranche-sur-Mer », « Sainte-Foy », « Libreville ».
bool looks_like_place(const KnownWord& word) {
  const std::string_view name = word.folded;
  for (const std::string_view part : {"-sur-", "-sous-", "-les-", "-en-", "-aux-", "-lez-"})
    if (name.find(part) != std::string_view::npos) return true;
  for (const std::string_view start : {"saint-", "sainte-", "villeneuve-"})
    if (name.starts_with(start)) return true;
  constexpr size_t kShortest = 8;
  for (const std::string_view end : {"ville", "bourg", "grad", "stan"})
    if (name.size() >= kShortest && name.ends_with(end)) return true;
  return false;
}

bool is_text(const TokenList& tokens, size_t i, std::string_view folded) {
  return tokens[i].is_word() && tokens[i].word->folded == folded;
}

/// « à », and « A » at the head of a sentence, but not « a » of « il a ».
bool is_preposition_at(const EntityToken& token) {
  const bool auxiliary = token.shape == Shape::kLower && token.end - token.begin == 1;
  return token.word->folded == "a" && !auxiliary;
}

/// The noun of « l'île indonésienne (de X) », from its last word at `i`.
size_t noun_before(const TokenList& tokens, size_t i) {
  constexpr size_t kMaxAdjectives = 2;
  for (size_t count = 0; count < kMaxAdjectives && i > 0; ++count, --i)
    if (!tokens[i].is(kAdjective) || tokens[i].is(kPlaceCue)) break;
  return i;
}

bool has_article(const TokenList& tokens, size_t i) {
  if (i == 0 || tokens[i].line_start || !tokens[i - 1].is_word()) return false;
  const std::string& before = tokens[i - 1].word->folded;
  return tokens[i - 1].is(kArticle) || before == "du" || before == "au" || before == "aux" ||
         before == "des" || before == "un" || before == "une" || before == "ce" || before == "cette";
}

bool holds_digit(const KnownWord& word) {
  return word.folded.find_first_of("0123456789") != std::string::npos;
}

}  // namespace

bool joins_english(const EntityToken& token) {
  if (token.mark == '&') return true;
  return token.is_word() && token.shape == Shape::kLower &&
         (token.word->folded == "of" || token.word->folded == "and" || token.word->folded == "the");
}

std::optional<Reading> read_left(const TokenList& tokens, size_t i, size_t last) {
  if (i == 0 || tokens[i].line_start) return std::nullopt;
  const EntityToken& before = tokens[i - 1];
  if (!before.is_word()) return std::nullopt;
  const bool at = is_preposition_at(before);
  if (at || is_text(tokens, i - 1, "en") || is_text(tokens, i - 1, "vers")) {
    // Two unknown words behind « à » are more often a person: « hommage à Olav Berntsen ».
    const bool person = at && last - i > 1 && !tokens[i].is(kPlaceFirst);
    return Reading{person ? EntityType::kPerson : EntityType::kPlace, Evidence::kLikely};
  }
  if (!before.is(kOf) || i < 2) return std::nullopt;
  const EntityToken& noun = tokens[noun_before(tokens, i - 2)];
  const bool place_head = noun.is(kHead) && noun.word->head->type == EntityType::kPlace;
  if (noun.is(kPlaceCue) || place_head) return Reading{EntityType::kPlace, Evidence::kLikely};
  if (noun.is(kRole)) return Reading{EntityType::kOrganisation, Evidence::kGuess};
  return std::nullopt;
}

Reading read_run(const TokenList& tokens, size_t first, size_t last) {
  const EntityToken& head = tokens[first];
  const size_t length = last - first;
  if (holds_english_joint(tokens, first, last)) return {EntityType::kOrganisation, Evidence::kLikely};
  if (length > 1 && holds(tokens, first, last, kCompanyWord))
    return {EntityType::kOrganisation, Evidence::kLikely};
  if (follows_speech(tokens, first)) return {EntityType::kPerson, Evidence::kStrong};
  if (precedes_role(tokens, last, length > 1)) return {EntityType::kPerson, Evidence::kStrong};
  if (length == 1 && head.shape == Shape::kCapitals) return {EntityType::kOrganisation, Evidence::kGuess};
  if (length == 1 && looks_like_place(*head.word)) return {EntityType::kPlace, Evidence::kLikely};
  if (const auto left = read_left(tokens, first, last)) return *left;
  if (length > 1 && head.is(kPlaceFirst)) return {EntityType::kPlace, Evidence::kGuess};
  if (length == 1 && (head.shape == Shape::kMixed || holds_digit(*head.word)))
    return {EntityType::kOther, Evidence::kGuess};
  if (precedes_speech(tokens, last)) return {EntityType::kPerson, Evidence::kLikely};
  if (has_article(tokens, first)) return {EntityType::kOrganisation, Evidence::kGuess};
  return {EntityType::kPerson, length > 1 ? Evidence::kLikely : Evidence::kGuess};
}

}  // namespace depeche::entities
