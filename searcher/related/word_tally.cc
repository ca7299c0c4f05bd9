#include "searcher/related/word_tally.h"

#include <algorithm>
#include <future>

#include "common/article_tokens.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/hit_scan.h"

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

void WordTally::add(const WordTally& other) {
  articles_ += other.articles_;
  for (const auto& [term, counted] : other.entries_) {
    Entry& entry = entries_[term];
    if (entry.tokens == 0) entry.first = entries_.size();
    for (const auto& [form, times] : counted.forms) entry.forms[form] += times;
    entry.tokens += counted.tokens;
    entry.articles += counted.articles;
    entry.named += counted.named;
  }
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

TalliedWords tally_words(const PublishedIndex& index, const std::vector<uint32_t>& docids,
                         const Deadline& deadline) {
  std::vector<std::string> stored;
  for (const uint32_t docid : docids) {
    if (deadline.passed()) break;
    stored.push_back(index.database.get_document(docid).get_data());
  }
  const size_t width = scan_width(stored.size());
  std::vector<std::future<WordTally>> parts;
  for (size_t part = 0; part < width; ++part)
    parts.push_back(std::async(std::launch::async, [&stored, part, width] {
      WordTally tally(WordTally::Names::kCounted);
      for (size_t i = part; i < stored.size(); i += width) tally.add(decode_article(stored[i]));
      return tally;
    }));
  WordTally all(WordTally::Names::kCounted);
  for (auto& part : parts) all.add(part.get());
  return {all.words(), stored.size()};
}

}  // namespace depeche
