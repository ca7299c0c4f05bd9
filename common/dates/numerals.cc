#include "common/dates/numerals.h"

#include <algorithm>

namespace depeche {

namespace {

using Kind = TimeToken::Kind;

}  // namespace

TimeCount read_count(const std::vector<TimeToken>& tokens, size_t at) {
  if (at >= tokens.size()) return {};
  if (tokens[at].kind == Kind::kNumber && !tokens[at].ordinal)
    return {int(std::min(tokens[at].number, 100000u)), at + 1, false};
  TimeCount count{0, at, true};
  for (;;) {
    // « dix-huit »
    if (count.value && count.end + 1 < tokens.size() && tokens[count.end].kind == Kind::kHyphen &&
        !tokens[count.end].spaced && tokens[count.end + 1].kind == Kind::kWord &&
        tokens[count.end + 1].word->count && tokens[count.end + 1].word->unit == TimeUnit::kNone)
      ++count.end;
    if (count.end >= tokens.size() || tokens[count.end].kind != Kind::kWord) break;
    const TimeWord& word = *tokens[count.end].word;
    if (word.text == "et" && count.value >= 20 && count.end + 1 < tokens.size() &&
        tokens[count.end + 1].kind == Kind::kWord && tokens[count.end + 1].word->count == 1) {
      ++count.end;
      continue;
    }
    if (word.count == 0 || (word.unit != TimeUnit::kNone && count.value != 1)) break;
    if (word.text == "vingt" || word.text == "vingts")
      count.value = count.value == 4 ? 80 : count.value + 20;
    else if (word.count >= 10 && count.value == 1)
      count.value = word.count;  // « une dizaine »
    else if (count.value != 0 && (word.count >= 20 || count.value % 10 != 0) && count.value != 60 &&
             count.value != 80)
      break;
    else
      count.value += word.count;
    ++count.end;
    const bool group = word.text.ends_with("aine");
    if (group) {
      if (count.end < tokens.size() && (is_word(tokens[count.end], "de") || is_word(tokens[count.end], "d")))
        ++count.end;
      break;
    }
  }
  return count.value ? count : TimeCount{};
}

bool is_word(const TimeToken& token, std::string_view folded) {
  return token.kind == Kind::kWord && token.word->text == folded;
}

}  // namespace depeche
