#include <algorithm>
#include <array>

#include "indexer/entities/rules.h"

namespace depeche::entities {
namespace {

constexpr size_t kMaxRun = 8;

struct Reading {
  EntityType type;
  Evidence evidence;
};

void add(Scan& scan, size_t first, size_t last, Reading reading) {
  scan.found.push_back(
      {static_cast<uint32_t>(first), static_cast<uint32_t>(last), reading.type, reading.evidence, 0});
}

/// « Bank of America », « Johnson & Johnson »: joins capitals in English names only.
bool joins_english(const EntityToken& token) {
  if (token.mark == '&') return true;
  return token.is_word() && token.shape == Shape::kLower &&
         (token.word->folded == "of" || token.word->folded == "and" || token.word->folded == "the");
}

size_t run_end(const TokenList& tokens, size_t i) {
  size_t end = i;
  while (end - i < kMaxRun && (end == i || !tokens[end].line_start)) {
    if (is_name_word(tokens[end])) {
      ++end;
      continue;
    }
    size_t joint = end;
    while (joint > i && joint - end < 2 && joins_english(tokens[joint]) && !tokens[joint].line_start) ++joint;
    if (joint == end || !is_name_word(tokens[joint]) || tokens[joint].line_start) break;
    end = joint;
  }
  return end;
}

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

/// What the words before a run say: « à X », « la ville de X », « le patron de X ».
bool read_left(const TokenList& tokens, size_t i, size_t last, Reading& reading) {
  if (i == 0 || tokens[i].line_start) return false;
  const EntityToken& before = tokens[i - 1];
  if (!before.is_word()) return false;
  const bool accented_at =
      is_text(tokens, i - 1, "a") && !(before.end - before.begin == 1 && before.shape == Shape::kLower);
  if (accented_at || is_text(tokens, i - 1, "en") || is_text(tokens, i - 1, "vers")) {
    // Two unknown words behind « à » are more often a person: « hommage à Olav Berntsen ».
    const bool person = accented_at && last - i > 1 && !tokens[i].is(kPlaceFirst);
    reading = {person ? EntityType::kPerson : EntityType::kPlace, Evidence::kLikely};
    return true;
  }
  if (before.is(kOf) && i >= 2) {
    size_t noun = i - 2;  // « l'île indonésienne de X »
    while (noun > 0 && noun + 3 > i - 2 && tokens[noun].is(kAdjective) && !tokens[noun].is(kPlaceCue)) --noun;
    const bool place_head = tokens[noun].is(kHead) && tokens[noun].word->head->type == EntityType::kPlace;
    if (tokens[noun].is(kPlaceCue) || place_head) {
      reading = {EntityType::kPlace, Evidence::kLikely};
      return true;
    }
    if (tokens[noun].is(kRole)) {
      reading = {EntityType::kOrganisation, Evidence::kGuess};
      return true;
    }
  }
  return false;
}

bool has_article(const TokenList& tokens, size_t i) {
  if (i == 0 || tokens[i].line_start || !tokens[i - 1].is_word()) return false;
  const std::string& before = tokens[i - 1].word->folded;
  return tokens[i - 1].is(kArticle) || before == "du" || before == "au" || before == "aux" ||
         before == "des" || before == "un" || before == "une" || before == "ce" || before == "cette";
}

/// « XVII », « XXIe »: a century, or the number of a chapter.
bool is_roman_number(const EntityToken& token) {
  if (token.shape != Shape::kCapitals && token.shape != Shape::kMixed) return false;
  const std::string_view word = token.word->folded;
  const size_t digits = std::min(word.find_first_not_of("ivxl"), word.size());
  const std::string_view ending = word.substr(digits);
  return digits > 0 && (ending.empty() || ending == "e" || ending == "eme" || ending == "er");
}

bool holds_digit(const KnownWord& word) {
  return word.folded.find_first_of("0123456789") != std::string::npos;
}

/// The type of a run of capitals that no list knows.
Reading read_run(const TokenList& tokens, size_t first, size_t last) {
  const EntityToken& head = tokens[first];
  const size_t length = last - first;
  if (holds_english_joint(tokens, first, last)) return {EntityType::kOrganisation, Evidence::kLikely};
  if (length > 1 && holds(tokens, first, last, kCompanyWord))
    return {EntityType::kOrganisation, Evidence::kLikely};
  if (follows_speech(tokens, first)) return {EntityType::kPerson, Evidence::kStrong};
  if (precedes_role(tokens, last, length > 1)) return {EntityType::kPerson, Evidence::kStrong};
  Reading left{};
  if (length == 1 && head.shape == Shape::kCapitals) return {EntityType::kOrganisation, Evidence::kGuess};
  if (length == 1 && looks_like_place(*head.word)) return {EntityType::kPlace, Evidence::kLikely};
  if (read_left(tokens, first, last, left)) return left;
  if (length > 1 && head.is(kPlaceFirst)) return {EntityType::kPlace, Evidence::kGuess};
  if (length == 1 && (head.shape == Shape::kMixed || holds_digit(*head.word)))
    return {EntityType::kOther, Evidence::kGuess};
  if (precedes_speech(tokens, last)) return {EntityType::kPerson, Evidence::kLikely};
  if (has_article(tokens, first)) return {EntityType::kOrganisation, Evidence::kGuess};
  return {EntityType::kPerson, length > 1 ? Evidence::kLikely : Evidence::kGuess};
}

/// « un Suisse », « les Corses » against « la Corse », « en Suisse ».
bool is_inhabitant(const TokenList& tokens, size_t i) {
  if (!tokens[i].is(kDemonym)) return false;
  if (i == 0 || !tokens[i - 1].is_word() || tokens[i].line_start) return false;
  const std::string& before = tokens[i - 1].word->folded;
  constexpr std::array<std::string_view, 12> kBefore = {"un",  "une", "le", "les", "du",  "au",
                                                        "aux", "des", "ce", "cet", "ces", "deux"};
  return std::find(kBefore.begin(), kBefore.end(), before) != kBefore.end();
}

/// « PEKIN, 13 février (Xinhua) -- », « OUAGADOUGOU (AFP) ».
bool is_dateline(const TokenList& tokens, size_t first, size_t last) {
  if (!tokens[first].line_start || tokens[first].shape != Shape::kCapitals || tokens[first].shouted)
    return false;
  const EntityToken& next = tokens[last];
  if (next.mark == '(') return true;
  return next.mark == ',' && tokens[last + 1].shape == Shape::kNumber;
}

}  // namespace

size_t known_name_rule(Scan& scan, size_t i) {
  const TokenList& tokens = scan.tokens;
  const KnownName known = known_name_at(tokens, i);
  if (known.end == i) return i;
  const size_t length = known.end - i;
  // « Le Vatican » is a city of CLDR; the article is no part of it.
  if (tokens[i].is(kArticle) && known_name_at(tokens, i + 1).end == known.end) return i;
  if (length == 1 && (is_ordinary_start(scan, i) || is_inhabitant(tokens, i))) return i;
  // « Le Monde », « La Croix » at the head of a sentence are as often the world and the cross.
  if (tokens[i].sentence_start && tokens[i].is(kArticle) && known.type == EntityType::kOrganisation) return i;
  if (length == 1 && begins_full_name(tokens, i)) return i;  // « Florence Parly »
  if (length == 1 && known.type == EntityType::kPerson && person_end(tokens, i, false) > known.end) return i;
  if (tokens[i].is(kHead)) {  // « Parti communiste » of Vietnam: the head may know more
    const size_t found = scan.found.size();
    const size_t end = head_rule(scan, i);
    if (end > known.end) return end;
    scan.found.resize(found);
  }
  // « Jérusalem Post », « Paris Hilton »: the place is only the first word.
  if (length == 1 && known.type == EntityType::kPlace && !tokens[i].shouted) {
    const size_t end = run_end(tokens, i);
    if (end > known.end && !tokens[known.end].is(kStartsName | kGivenName | kHead | kRole)) {
      add(scan, i, end, {EntityType::kOrganisation, Evidence::kGuess});
      return end;
    }
  }
  add(scan, i, known.end, {known.type, Evidence::kStrong});
  return known.end;
}

size_t capitals_rule(Scan& scan, size_t i) {
  const TokenList& tokens = scan.tokens;
  if (!is_name_word(tokens[i])) return i;
  if (begins_full_name(tokens, i) && !tokens[i + 1].is(kCompanyWord)) {
    const size_t end = person_end(tokens, i, false);
    if (end > i) {
      add(scan, i, end, {EntityType::kPerson, Evidence::kStrong});
      return end;
    }
  }
  if (tokens[i].shape == Shape::kInitial && tokens[i + 1].mark == '.') {  // « J. K. Marlowe »
    const size_t end = person_end(tokens, i, false);
    if (end <= i + 2) return i;
    add(scan, i, end, {EntityType::kPerson, Evidence::kStrong});
    return end;
  }
  // « à La Capte », « selon L'Indépendant »: a capital article inside a sentence is part of the name.
  if (tokens[i].is(kArticle) && tokens[i].shape != Shape::kLower && !tokens[i].sentence_start &&
      !tokens[i].shouted && is_name_word(tokens[i + 1]) && !tokens[i + 1].line_start) {
    const size_t end = run_end(tokens, i + 1);
    Reading reading{EntityType::kOrganisation, Evidence::kGuess};
    read_left(tokens, i, end, reading);
    add(scan, i, end, reading);
    return end;
  }
  if (is_ordinary_start(scan, i) || tokens[i].is(kOrdinary) || tokens[i].shape == Shape::kInitial ||
      is_roman_number(tokens[i]))
    return i;
  size_t end = run_end(tokens, i);
  // « Sénat Patrick Kanner »: a full name inside the run is a name of its own.
  for (size_t inner = i + 1; inner < end; ++inner)
    if (begins_full_name(tokens, inner) && tokens[i].is(kHead | kStartsName | kRole)) end = inner;
  if (is_dateline(tokens, i, end)) {
    add(scan, i, end, {EntityType::kPlace, Evidence::kStrong});
    return end;
  }
  if (tokens[i].shouted) return i;
  if (end == i + 1 && tokens[i].sentence_start && tokens[i].shape == Shape::kCapital) return i;
  // Many capitals that nothing explains are a headline in English style.
  constexpr size_t kLongestUnknown = 5;
  if (end - i > kLongestUnknown) return end;
  const Reading reading = read_run(tokens, i, end);
  if (reading.type == EntityType::kPerson) end = std::max(end, person_end(tokens, i, false));
  add(scan, i, end, reading);
  return end;
}

}  // namespace depeche::entities
