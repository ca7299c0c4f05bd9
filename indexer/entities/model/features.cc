#include "indexer/entities/model/features.h"

#include <algorithm>
#include <string>

#include "common/hash.h"
#include "common/text/utf8.h"
#include "indexer/entities/lexicon/lexicon.h"
#include "indexer/entities/model/labels.h"
#include "indexer/entities/name_key.h"
#include "indexer/entities/rules.h"

namespace depeche::entities {
namespace {

/// What a sign is about; the number is part of its hash.
enum Kind : uint32_t {
  kWord,
  kFolded,
  kPattern,
  kPrefix,
  kSuffix,
  kClass,
  kClasses,
  kPart,
  kWordPair,
  kPatternPair,
  kPatternTriple,
  kWordPattern,
  kPatternWord,
  kAround,
  kBefore,
  kBehind,
  kListed,
  kListedPattern,
  kRuled,
  kRuledPattern,
  kRuledListed,
  kRunPlace,
  kRunBefore,
  kRunBehind,
  kRunBefore2,
  kRunAround,
  kRunBeforeLength,
  kRunBehindLength,
  kRunBeforeClass,
  kRunBehindClass,
  kTrigger,
  kTriggerNear,
  kTriggerWord,
  kStart,
  kSeenLower,
  kShouted,
  kClassAround,
  kLexicon,
  kLexiconPattern,
  kLexiconRuled,
  kRule,
  kRulePattern,
};

uint64_t mix(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

Sign sign(uint32_t kind, uint64_t a, uint64_t b = 0) {
  return static_cast<Sign>(mix(a * 0xD6E8FEB86659FD93 + kind * 0x9E3779B97F4A7C15 + (b << 32 | b >> 32)) >>
                           32);
}
/// A kind seen from a token beside it.
uint32_t at(Kind kind, int offset) {
  return static_cast<uint32_t>(kind) + 64 * static_cast<uint32_t>(offset + 8);
}

uint64_t word_of(const EntityToken& token) { return token.written ? token.written->hash : token.mark; }
uint64_t pattern_of(const EntityToken& token) { return token.written ? token.written->pattern : token.mark; }

/// Classes that say something about a neighbour.
constexpr uint32_t kTelling = kGivenName | kFamilyFirst | kTitle | kRole | kSpeech | kAdjective | kDomain |
                              kDemonym | kOrdinary | kGeneric | kCalendar | kForeignParticle | kCompanyWord |
                              kPlaceCue | kOf | kArticle | kAnd | kAuxiliary | kNumeral | kRelation | kHead |
                              kStartsName | kPlaceFirst | kLexiconGiven | kLexiconFamily | kLexiconPlace |
                              kCommonWord | kCountryCode;

/// The classes of a word, and of a head what it heads.
uint64_t classes_of(const EntityToken& token) {
  if (token.word == nullptr) return 0;
  uint64_t classes = token.word->classes & kTelling;
  if (token.word->head != nullptr)
    classes |= uint64_t{1} << (32 + static_cast<unsigned>(token.word->head->type));
  return classes | static_cast<uint64_t>(token.word->lexicon & ~kBeginsLonger) << 40;
}

/// Prefixes and suffixes of a word by letters.
void add_affixes(std::string_view surface, std::string_view folded, int offset, std::vector<Sign>& signs) {
  constexpr size_t kPrefixes = 4, kSuffixes = 5;
  const size_t prefixes = offset == 0 ? kPrefixes : 0;
  size_t pos = 0;
  for (size_t length = 1; length <= prefixes && pos < surface.size(); ++length) {
    next_code_point(surface, pos);
    if (pos < surface.size())
      signs.push_back(sign(at(kPrefix, offset), hash64(surface.substr(0, pos)), length));
  }
  const size_t shortest = offset == 0 ? 1 : 3, longest = offset == 0 ? kSuffixes : 3;
  for (size_t length = shortest; length <= longest && length < folded.size(); ++length)
    signs.push_back(sign(at(kSuffix, offset), hash64(folded.substr(folded.size() - length)), length));
  if (offset != 0) return;
  for (size_t hyphen = folded.find('-'), begin = 0;
       begin < folded.size() && folded.find('-') != std::string_view::npos;) {
    signs.push_back(sign(kPart, hash64(folded.substr(begin, hyphen - begin))));
    if (hyphen == std::string_view::npos) break;
    begin = hyphen + 1;
    hyphen = folded.find('-', begin);
  }
}

/// Capitals side by side around token `i`.
struct Run {
  size_t first = 0, last = 0;
};

Run run_around(const TokenList& tokens, size_t i) {
  constexpr size_t kLongest = 8;
  Run run{i, i + 1};
  while (run.first > 0 && i - run.first < kLongest && !tokens[run.first].line_start &&
         tokens[run.first - 1].has_capital())
    --run.first;
  while (run.last - i < kLongest && tokens[run.last].has_capital() && !tokens[run.last].line_start)
    ++run.last;
  return run;
}

/// The nearest word to the left that says what is to come: a title, a role, a head, « ville ».
struct Trigger {
  uint64_t kind = 0;
  size_t distance = 0;
  uint64_t word = 0;
};

Trigger trigger_before(const TokenList& tokens, size_t i) {
  constexpr size_t kFarthest = 7;
  constexpr uint32_t kTriggers = kTitle | kRole | kHead | kPlaceCue | kSpeech;
  for (size_t distance = 1; distance <= kFarthest && distance <= i && !tokens[i - distance + 1].line_start;
       ++distance) {
    const EntityToken& token = tokens[i - distance];
    if (token.mark == '.' && !tokens[i - distance + 1].sentence_start) continue;
    if (tokens[i - distance + 1].sentence_start) break;
    if (token.is(kTriggers))
      return {classes_of(token) & (kTriggers | ~uint64_t{0xFFFFFFFF}), distance, word_of(token)};
  }
  return {};
}

void add_run_signs(const TokenList& tokens, size_t i, std::vector<Sign>& signs) {
  if (!tokens[i].has_capital()) return;
  const Run run = run_around(tokens, i);
  const size_t length = std::min<size_t>(run.last - run.first, 4);
  const size_t place = i == run.first ? 0 : i + 1 == run.last ? 2 : 1;
  const EntityToken& before = neighbour(tokens, run.first, -1);
  const EntityToken& before2 = neighbour(tokens, run.first, -2);
  const EntityToken& behind = neighbour(tokens, run.last - 1, 1);
  const uint64_t b = word_of(before), a = word_of(behind);
  const uint64_t where = length * 4 + place;
  signs.push_back(sign(kRunPlace, where, pattern_of(tokens[i])));
  signs.push_back(sign(kRunBefore, b, place == 0));
  signs.push_back(sign(kRunBehind, a, place == 2));
  signs.push_back(sign(kRunBeforeLength, b, where));
  signs.push_back(sign(kRunBehindLength, a, where));
  signs.push_back(sign(kRunBefore2, b, word_of(before2)));
  signs.push_back(sign(kRunAround, b, a));
  signs.push_back(sign(kRunBeforeClass, classes_of(before), where));
  signs.push_back(sign(kRunBehindClass, classes_of(behind), where));
}

/// The longest name of the lexicon at `i`: its end (`i` if none) and its LexiconFlag types.
struct LexiconName {
  size_t end = 0;
  uint8_t types = 0;
};

LexiconName lexicon_name_at(const TokenList& tokens, size_t i) {
  LexiconName best{i, 0};
  if (!tokens[i].has_capital() || (tokens[i].word->lexicon & (kKnownTypes | kBeginsLonger)) == 0) return best;
  std::string key;
  for (size_t end = i; tokens[end].is_word() && (end == i || !tokens[end].line_start);) {
    append_to_key(key, tokens[end++].word->folded);
    const uint8_t flags = lexicon_flags(key);
    if ((flags & kKnownTypes) != 0) best = {end, static_cast<uint8_t>(flags & kKnownTypes)};
    if ((flags & kBeginsLonger) == 0) break;
  }
  return best;
}

}  // namespace

Hints::Hints(const TokenList& tokens, const std::vector<Candidate>& candidates,
             const std::vector<Window>& windows)
    : listed_(tokens.size()), lexicon_(tokens.size()), ruled_(tokens.size()), rule_(tokens.size()) {
  for (const Candidate& candidate : candidates)
    for (size_t i = candidate.first; i < candidate.last; ++i) {
      ruled_[i] =
          static_cast<uint8_t>(label_of(candidate.type, position_in(i, candidate.first, candidate.last)) * 3 +
                               static_cast<size_t>(candidate.evidence));
      rule_[i] = candidate.rule;
    }
  for (const Window& window : windows)
    for (size_t i = window.first; i < window.last;) {
      const KnownName known = known_name_at(tokens, i);
      for (size_t j = i; j < known.end && j < tokens.size(); ++j)
        listed_[j] = label_of(known.type, position_in(j, i, known.end));
      i = std::max(known.end, i + 1);
    }
  for (const Window& window : windows)
    for (size_t i = window.first; i < window.last;) {
      const LexiconName known = lexicon_name_at(tokens, i);
      for (size_t j = i; j < known.end && j < tokens.size(); ++j)
        lexicon_[j] = static_cast<uint8_t>(known.types * kPositions +
                                           static_cast<size_t>(position_in(j, i, known.end)));
      i = std::max(known.end, i + 1);
    }
}

const EntityToken& neighbour(const TokenList& tokens, size_t i, int offset) {
  const size_t nowhere = SIZE_MAX;
  for (; offset < 0; ++offset, --i)
    if (i == 0 || tokens[i].line_start) return tokens[nowhere];
  for (; offset > 0; --offset) {
    ++i;
    if (i >= tokens.size() || tokens[i].line_start) return tokens[nowhere];
  }
  return tokens[i];
}

void add_word_signs(const EntityToken& token, int offset, std::vector<Sign>& signs) {
  signs.push_back(sign(at(kWord, offset), word_of(token)));
  signs.push_back(sign(at(kPattern, offset), pattern_of(token)));
  const uint64_t classes = classes_of(token);
  if (classes != 0) signs.push_back(sign(at(kClasses, offset), classes));
  for (uint64_t rest = classes; rest != 0; rest &= rest - 1)
    signs.push_back(sign(at(kClass, offset), rest & -rest, static_cast<uint64_t>(token.shape)));
  if (offset < -1 || offset > 1 || token.written == nullptr) return;
  if (offset == 0) signs.push_back(sign(kFolded, hash64(token.word->folded)));
  add_affixes(token.written->surface, token.word->folded, offset, signs);
}

void add_context_signs(const TokenList& tokens, const Hints& hints, uint64_t article, size_t i,
                       std::vector<Sign>& signs) {
  const EntityToken& token = tokens[i];
  const EntityToken& left = neighbour(tokens, i, -1);
  const EntityToken& right = neighbour(tokens, i, 1);
  const EntityToken& left2 = neighbour(tokens, i, -2);
  const EntityToken& right2 = neighbour(tokens, i, 2);
  const uint64_t w = word_of(token), wl = word_of(left), wr = word_of(right);
  const uint64_t p = pattern_of(token), pl = pattern_of(left), pr = pattern_of(right);
  signs.push_back(sign(at(kWordPair, -1), wl, w));
  signs.push_back(sign(at(kWordPair, 1), w, wr));
  signs.push_back(sign(kWordPattern, wl, p));
  signs.push_back(sign(kPatternWord, p, wr));
  signs.push_back(sign(at(kPatternPair, -1), pl, p));
  signs.push_back(sign(at(kPatternPair, 1), p, pr));
  signs.push_back(sign(kPatternTriple, mix(pl + 3 * p), pr));
  signs.push_back(sign(kAround, wl, wr));
  signs.push_back(sign(kBefore, word_of(left2), wl));
  signs.push_back(sign(kBehind, wr, word_of(right2)));
  signs.push_back(sign(kClassAround, mix(classes_of(left) + 5 * p), classes_of(right)));
  if (const uint8_t listed = hints.listed(i); listed != 0) {
    signs.push_back(sign(kListed, listed));
    signs.push_back(sign(kListedPattern, listed, p));
  }
  for (const int offset : {-1, 1})
    if (const uint8_t listed = hints.listed(i + static_cast<size_t>(offset)); listed != 0)
      signs.push_back(sign(at(kListed, offset), listed));
  const uint8_t ruled = hints.ruled(i);
  if (const uint8_t lexicon = hints.lexicon(i); lexicon != 0) {
    signs.push_back(sign(kLexicon, lexicon));
    signs.push_back(sign(kLexiconPattern, lexicon, p));
    signs.push_back(sign(kLexiconRuled, lexicon, ruled));
  }
  if (ruled != 0) {
    signs.push_back(sign(kRuled, ruled));
    signs.push_back(sign(kRuledPattern, ruled, p));
    signs.push_back(sign(kRuledListed, ruled, hints.listed(i)));
    signs.push_back(sign(kRule, ruled, hints.rule(i)));
    signs.push_back(sign(kRulePattern, mix(ruled + 7 * p), hints.rule(i)));
  }
  for (const int offset : {-1, 1}) {
    const size_t beside = i + static_cast<size_t>(offset);
    if (const uint8_t lexicon = hints.lexicon(beside); lexicon != 0)
      signs.push_back(sign(at(kLexicon, offset), lexicon));
    if (const uint8_t there = hints.ruled(beside); (there | ruled) != 0)
      signs.push_back(sign(at(kRuled, offset), there, ruled));
  }
  add_run_signs(tokens, i, signs);
  if (const Trigger trigger = trigger_before(tokens, i); trigger.distance != 0) {
    signs.push_back(sign(kTrigger, trigger.kind, p));
    signs.push_back(sign(kTriggerNear, trigger.kind, trigger.distance));
    signs.push_back(sign(kTriggerWord, trigger.word, p));
  }
  if (token.sentence_start) signs.push_back(sign(kStart, p));
  if (token.is_word() && token.has_capital() && token.word->seen_lower == article)
    signs.push_back(sign(kSeenLower, token.sentence_start));
  if (token.shouted) signs.push_back(sign(kShouted, p));
}

}  // namespace depeche::entities
