#include <algorithm>
#include <array>

#include "indexer/entities/rules.h"
#include "indexer/entities/run_reading.h"

namespace depeche::entities {
namespace {

constexpr size_t kMaxRun = 8;

void add(Scan& scan, size_t first, size_t last, Reading reading) {
  scan.found.push_back(
      {static_cast<uint32_t>(first), static_cast<uint32_t>(last), reading.type, reading.evidence, 0});
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

/// « XVII », « XXIe »: a century, or the number of a chapter.
bool is_roman_number(const EntityToken& token) {
  if (token.shape != Shape::kCapitals && token.shape != Shape::kMixed) return false;
  const std::string_view word = token.word->folded;
  const size_t digits = std::min(word.find_first_not_of("ivxl"), word.size());
  const std::string_view ending = word.substr(digits);
  return digits > 0 && (ending.empty() || ending == "e" || ending == "eme" || ending == "er");
}

/// « Torbjörn Ask (SWE) », « (FRA/Equipe) »: results of games.
bool is_country_code(const TokenList& tokens, size_t i) {
  if (!tokens[i].is(kCountryCode) || tokens[i].shape != Shape::kCapitals || i == 0) return false;
  const char32_t behind = tokens[i + 1].mark;
  return tokens[i - 1].mark == '(' && (behind == ')' || behind == '/' || behind == ',');
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

/// Whether the known name is here something else, or part of a longer name.
bool misleads(const Scan& scan, size_t i, const KnownName& known) {
  const TokenList& tokens = scan.tokens;
  if (tokens[i].is(kArticle)) {
    // « Le Vatican » is a city of CLDR; the article is no part of it.
    if (known_name_at(tokens, i + 1).end == known.end) return true;
    // « Le Monde », « La Croix » at the head of a sentence are as often the world and the cross.
    if (tokens[i].sentence_start && known.type == EntityType::kOrganisation) return true;
  }
  if (known.end > i + 1) return false;
  if (is_ordinary_start(scan, i) || is_inhabitant(tokens, i)) return true;
  if (begins_full_name(tokens, i)) return true;  // « Florence Parly »
  return known.type == EntityType::kPerson && person_end(tokens, i, false) > known.end;
}

/// The end of the run at `i`, cut before a full name inside it: « Sénat Patrick Kanner ».
size_t cut_run_end(const TokenList& tokens, size_t i) {
  const size_t end = run_end(tokens, i);
  if (!tokens[i].is(kHead | kStartsName | kRole)) return end;
  for (size_t inner = i + 1; inner < end; ++inner)
    if (begins_full_name(tokens, inner)) return inner;
  return end;
}

}  // namespace

size_t known_name_rule(Scan& scan, size_t i) {
  const TokenList& tokens = scan.tokens;
  const KnownName known = known_name_at(tokens, i);
  if (known.end == i || misleads(scan, i, known)) return i;
  if (tokens[i].is(kHead)) {  // « Parti communiste » of Vietnam: the head may know more
    const size_t found = scan.found.size();
    const size_t end = head_rule(scan, i);
    if (end > known.end) return end;
    scan.found.resize(found);
  }
  // « Jérusalem Post », « Paris Hilton »: the place is only the first word.
  if (known.end == i + 1 && known.type == EntityType::kPlace && !tokens[i].shouted) {
    const size_t end = run_end(tokens, i);
    if (end > known.end && !tokens[known.end].is(kStartsName | kGivenName | kHead | kRole)) {
      add(scan, i, end, {EntityType::kOrganisation, Evidence::kGuess});
      return end;
    }
  }
  add(scan, i, known.end, {known.type, Evidence::kStrong});
  return known.end;
}

size_t country_code_rule(Scan& scan, size_t i) {
  if (!is_country_code(scan.tokens, i)) return i;
  add(scan, i, i + 1, {EntityType::kPlace, Evidence::kStrong});
  return i + 1;
}

size_t full_name_rule(Scan& scan, size_t i) {
  const TokenList& tokens = scan.tokens;
  if (!is_name_word(tokens[i])) return i;
  const bool initial = tokens[i].shape == Shape::kInitial && tokens[i + 1].mark == '.';
  const bool given = begins_full_name(tokens, i) && !tokens[i + 1].is(kCompanyWord);
  if (!initial && !given) return i;
  const size_t end = person_end(tokens, i, false);
  if (initial && end <= i + 2) return i;
  if (end > i) add(scan, i, end, {EntityType::kPerson, Evidence::kStrong});
  return end;
}

size_t article_name_rule(Scan& scan, size_t i) {
  const TokenList& tokens = scan.tokens;
  const EntityToken& article = tokens[i];
  if (!article.is(kArticle) || !is_name_word(article) || article.sentence_start || article.shouted) return i;
  if (!is_name_word(tokens[i + 1]) || tokens[i + 1].line_start) return i;
  const size_t end = run_end(tokens, i + 1);
  add(scan, i, end, read_left(tokens, i, end).value_or(Reading{EntityType::kOrganisation, Evidence::kGuess}));
  return end;
}

size_t capitals_rule(Scan& scan, size_t i) {
  const TokenList& tokens = scan.tokens;
  const EntityToken& first = tokens[i];
  if (!is_name_word(first) || first.is(kOrdinary) || first.shape == Shape::kInitial ||
      is_ordinary_start(scan, i) || is_roman_number(first))
    return i;
  size_t end = cut_run_end(tokens, i);
  if (is_dateline(tokens, i, end)) {
    add(scan, i, end, {EntityType::kPlace, Evidence::kStrong});
    return end;
  }
  const bool says_nothing = end == i + 1 && first.sentence_start && first.shape == Shape::kCapital;
  if (first.shouted || says_nothing) return i;
  // Many capitals that nothing explains are a headline in English style.
  constexpr size_t kLongestUnknown = 5;
  if (end - i > kLongestUnknown) return end;
  const Reading reading = read_run(tokens, i, end);
  if (reading.type == EntityType::kPerson) end = std::max(end, person_end(tokens, i, false));
  add(scan, i, end, reading);
  return end;
}

}  // namespace depeche::entities
