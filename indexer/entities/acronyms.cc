#include "indexer/entities/acronyms.h"

#include <string>

#include "common/text/utf8.h"
#include "indexer/entities/rules.h"

namespace depeche::entities {
namespace {

/// OMS, and between brackets also Insee.
bool is_acronym(const EntityToken& token, bool bracketed) {
  constexpr size_t kMinWritten = 4, kMaxWritten = 8;
  if (token.shape == Shape::kCapitals) return !token.shouted;
  const size_t length = token.end - token.begin;
  return bracketed && token.shape == Shape::kCapital && length >= kMinWritten && length <= kMaxWritten;
}

bool may_be_left_out(const EntityToken& token) {
  return token.is(kOf | kArticle | kAnd | kRelation) || (token.is(kOrdinary) && token.shape == Shape::kLower);
}

/// The initials of a token's parts: « non-prolifération » -> "np".
std::string initials(const KnownWord& word) {
  std::string letters;
  bool part_start = true;
  for (size_t pos = 0; pos < word.folded.size();) {
    const size_t start = pos;
    const char32_t c = next_code_point(word.folded, pos);
    if (part_start) letters.append(word.folded, start, pos - start);
    part_start = is_hyphen(c) || is_apostrophe(c);
  }
  return letters;
}

/// Takes the initials of one token off the end of `rest`; a compound may count as one word.
bool take_initials(std::string& rest, const KnownWord& word) {
  const std::string all = initials(word);
  for (const std::string_view letters : {std::string_view(all), std::string_view(all).substr(0, 1)})
    if (!letters.empty() && rest.ends_with(letters)) {
      rest.resize(rest.size() - letters.size());
      return true;
    }
  return false;
}

/// The first token of the words that end before `end` and have these initials; `end` if there are none.
size_t words_begin(const TokenList& tokens, size_t end, const KnownWord& acronym) {
  constexpr size_t kMinLetters = 2;
  std::string rest = acronym.folded;
  if (rest.size() < kMinLetters) return end;
  for (size_t i = end; i-- > 0 && end - i <= kMaxDefinitionTokens;) {
    const EntityToken& token = tokens[i];
    if (!token.is_word()) return end;
    const bool taken = take_initials(rest, *token.word);
    if (!taken && !may_be_left_out(token)) return end;
    if (taken && rest.empty()) return i;
    if (token.line_start) return end;
  }
  return end;
}

/// A definition is of a name: it has a capital, or an organisation's head; « produit intérieur brut » is
/// none.
bool names_something(const TokenList& tokens, Candidate& name) {
  const EntityToken& first = tokens[name.first];
  if (begins_full_name(tokens, name.first)) {  // « Dominique Strauss-Kahn (DSK) »
    name.type = EntityType::kPerson;
    return true;
  }
  const HeadRow* head = first.is(kHead) ? first.word->head : nullptr;
  const bool takes_tail = head != nullptr && (head->flags & kTail) != 0 && head->type != EntityType::kPlace;
  name.type = takes_tail ? head->type : EntityType::kOrganisation;
  return first.has_capital() || (takes_tail && name.type == EntityType::kOrganisation);
}

bool define(const TokenList& tokens, size_t words, size_t words_end, size_t acronym,
            std::vector<AcronymDefinition>& found) {
  AcronymDefinition definition;
  definition.name = {static_cast<uint32_t>(words), static_cast<uint32_t>(words_end),
                     EntityType::kOrganisation, Evidence::kStrong, 0};
  if (words_end - words < 2 || !names_something(tokens, definition.name)) return false;
  if (const KnownName known = known_name_at(tokens, acronym); known.end == acronym + 1)
    definition.name.type = known.type;
  definition.acronym = definition.name;
  definition.acronym.first = static_cast<uint32_t>(acronym);
  definition.acronym.last = static_cast<uint32_t>(acronym + 1);
  found.push_back(definition);
  return true;
}

/// The parenthesis that closes the one at `open`, within a definition's length; `open` if there is none.
size_t closing(const TokenList& tokens, size_t open) {
  for (size_t i = open + 1; i <= open + kMaxDefinitionTokens && i < tokens.size(); ++i)
    if (tokens[i].mark == ')') return i;
  return open;
}

}  // namespace

std::vector<AcronymDefinition> find_acronym_definitions(const TokenList& tokens) {
  std::vector<AcronymDefinition> found;
  for (size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (tokens[i].mark != '(') continue;
    if (is_acronym(tokens[i + 1], true) && (tokens[i + 2].mark == ')' || tokens[i + 2].mark == ',')) {
      const size_t words = words_begin(tokens, i, *tokens[i + 1].word);
      if (words != i) define(tokens, words, i, i + 1, found);
    } else if (is_acronym(tokens[i - 1], false)) {
      const size_t close = closing(tokens, i);
      if (close != i && words_begin(tokens, close, *tokens[i - 1].word) == i + 1)
        define(tokens, i + 1, close, i - 1, found);
    }
  }
  return found;
}

}  // namespace depeche::entities
