#include "searcher/related/word_tally.h"

#include <algorithm>

#include "common/article_tokens.h"
#include "common/schema.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

constexpr size_t kLeastLetters = 3;
/// Before names; they tell nothing of what an article is about.
constexpr std::string_view kTitles[] = {"mlle", "mme", "mmes"};

bool in_mention(const Article& article, TextField field, const Token& token) {
  return std::ranges::any_of(article.mentions, [&](const Mention& mention) {
    return mention.span.field == field && mention.span.begin <= token.begin && token.end <= mention.span.end;
  });
}

}  // namespace

bool may_tell(const Token& token, const Word& word) {
  if (token.kind == TokenKind::kElision || token.kind == TokenKind::kNumber || token.kind == TokenKind::kPart)
    return false;
  return count_code_points(word.term) >= kLeastLetters && !is_stop_word(word.term) &&
         std::ranges::find(kTitles, word.term) == std::end(kTitles);
}

std::string counted_term(const Word& word) {
  return word.stems.empty() ? word.term : std::string(kStemPrefix) + word.stems.front();
}

void WordTally::add(const Article& article) {
  ++articles_;
  analyze(article, analyzer_, tokens_);
  add(article, TextField::kTitle, tokens_.title);
  add(article, TextField::kText, tokens_.text);
}

void WordTally::add(const Article& article, TextField field, const std::vector<Token>& tokens) {
  const std::string_view text = article.field(field);
  for (const Token& token : tokens) {
    if (!may_tell(token, *token.word)) continue;
    const bool named = in_mention(article, field, token);
    if (named && names_ == Names::kPassedOver) continue;
    add(token, text.substr(token.begin, token.end - token.begin), named);
  }
}

void WordTally::add(const Token& token, std::string_view written, bool named) {
  const Word& word = *token.word;
  Entry& entry = entries_[counted_term(word)];
  if (entry.tokens == 0) entry.first = entries_.size();
  entry.named += named ? 1 : 0;
  // A damaged word is not written as it reads; the hyphens of a compound are no part of the word.
  if (token.kind == TokenKind::kAcronym)
    ++entry.forms[std::string(written)];
  else
    ++entry.forms[token.kind == TokenKind::kCompound ? to_lower(written) : word.lower];
  ++entry.tokens;
  if (entry.last_article != articles_) ++entry.articles;
  entry.last_article = articles_;
}

std::vector<CountedWord> WordTally::words() const {
  std::vector<CountedWord> words;
  for (const auto& [term, entry] : entries_) {
    const auto usual =
        std::ranges::max_element(entry.forms, {}, [](const auto& form) { return form.second; });
    words.push_back({term, usual->first, entry.tokens, entry.articles, entry.named, entry.first});
  }
  std::ranges::sort(words, {}, &CountedWord::term);
  return words;
}

}  // namespace depeche
