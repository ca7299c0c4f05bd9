#include "indexer/entities/model/windows.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace depeche::entities {
namespace {

/// A capital that more than the beginning of a sentence explains.
bool may_be_name(const EntityToken& token) {
  if (!token.has_capital()) return false;
  if (!token.sentence_start || token.shape != Shape::kCapital) return true;
  constexpr uint32_t kMayName =
      kGivenName | kLexiconGiven | kLexiconFamily | kLexiconPlace | kStartsName | kHead;
  if (token.is(kOrdinary | kArticle | kOf) || token.word->outside) return false;
  return !token.is(kCommonWord) || token.is(kMayName) || token.word->lexicon != 0;
}

/// Whether no name goes on over the token.
bool stands_between_names(const EntityToken& token) {
  if (!token.is_word())
    return token.mark != '.' && token.mark != '-' && token.mark != '&' && !is_apostrophe(token.mark);
  return token.shape == Shape::kLower && (token.word->outside || token.is(kSpeech));
}

/// To the left of a capital only as far as the head of its name may stand.
size_t window_begin(const TokenList& tokens, size_t line, size_t i) {
  constexpr size_t kFarthest = 7;
  size_t first = i > line ? i - 1 : i;
  for (size_t back = 1; back <= kFarthest && i >= line + back; ++back) {
    const EntityToken& token = tokens[i - back];
    if (token.is_word() && stands_between_names(token)) break;
    if (token.is(kHead | kStartsName) && !token.is(kArticle)) first = i - back;
  }
  return first;
}

/// To the right of a capital as far as its name may go on without another: « Organisation mondiale de la
/// santé ».
size_t window_end(const TokenList& tokens, size_t i) {
  constexpr size_t kFarthest = 6;
  size_t last = i + 1;
  for (; last < tokens.size() && last - i <= kFarthest; ++last) {
    const EntityToken& token = tokens[last];
    if (token.line_start || token.sentence_start || stands_between_names(token)) break;
  }
  return last;
}

}  // namespace

std::vector<Window> find_windows(const TokenList& tokens, const std::vector<Candidate>& candidates) {
  std::vector<Window> windows;
  auto candidate = candidates.begin();
  size_t line = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].line_start) line = i;
    while (candidate != candidates.end() && candidate->last <= i) ++candidate;
    const bool ruled = candidate != candidates.end() && candidate->first <= i;
    if (!ruled && !may_be_name(tokens[i])) continue;
    const auto first = static_cast<uint32_t>(window_begin(tokens, line, i));
    const auto last = static_cast<uint32_t>(window_end(tokens, i));
    const bool same_line = !windows.empty() && windows.back().last > line;
    if (same_line && windows.back().last >= first)
      windows.back().last = std::max(windows.back().last, last);
    else
      windows.push_back({first, last});
  }
  return windows;
}

}  // namespace depeche::entities
