#include "indexer/document.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "common/article_tokens.h"
#include "common/bare_names.h"
#include "common/facet_values.h"
#include "common/schema.h"
#include "common/section_key.h"
#include "common/stored_article.h"
#include "common/term.h"
#include "corpus/language.h"
#include "indexer/span_terms.h"
#include "indexer/story_signature.h"

namespace depeche {
namespace {

/// Adds terms only where Xapian takes them: it would answer a bad one by losing the whole batch.
class TermWriter {
 public:
  explicit TermWriter(Xapian::Document& document) : document_(document) {}

  void posting(const std::string& term, uint32_t position) {
    if (is_valid_term(term)) document_.add_posting(term, position);
  }
  void counted(std::string_view prefix, const std::string& value) {
    term_.assign(prefix).append(value);
    if (is_valid_term(term_)) document_.add_term(term_);
  }
  void filter(const std::string& term) {
    if (is_valid_term(term)) document_.add_boolean_term(term);
  }

 private:
  Xapian::Document& document_;
  std::string term_;
};

/// Words of other languages have no stems: a compound is found by its form then.
void add_tokens(const std::vector<Token>& tokens, bool title, bool french, TermWriter& terms) {
  for (const Token& token : tokens) {
    if (token.positional()) {
      terms.posting(token.word->term, token.position);
      if (title) terms.counted(kTitlePrefix, token.word->term);
    } else if (!french && token.kind == TokenKind::kCompound) {
      terms.counted("", token.word->term);
      if (title) terms.counted(kTitlePrefix, token.word->term);
    }
    if (!french) continue;
    for (const std::string& stem : token.word->stems) {
      terms.counted(kStemPrefix, stem);
      if (title) terms.counted("ZS", stem);
    }
  }
}

/// Whether the token stands where another word begins too: one of several readings of a damaged word.
bool is_one_reading(const std::vector<Token>& tokens, size_t i) {
  const auto same_place = [&](size_t other) {
    return tokens[other].positional() && tokens[other].position == tokens[i].position;
  };
  return tokens[i].positional() &&
         ((i > 0 && same_place(i - 1)) || (i + 1 < tokens.size() && same_place(i + 1)));
}

/// Where the frequencies of terms do not tell how many hits a word has.
void add_shared_places(const std::vector<Token>& tokens, TermWriter& terms) {
  for (size_t i = 0; i < tokens.size(); ++i) {
    const bool reading = is_one_reading(tokens, i);
    if (tokens[i].positional() && !reading) continue;
    const Word& word = *tokens[i].word;
    if (reading) terms.filter(std::string(kSharedPlacePrefix) + word.term);
    for (const std::string& stem : word.stems) terms.filter(std::string(kSharedPlacePrefix) + stem);
  }
}

/// Distinct words by folded form: what decides exactness and fills the stem -> forms table.
using WordsByTerm = std::map<std::string_view, std::vector<const Word*>>;

void collect_words(const std::vector<Token>& tokens, std::vector<const Word*>& words) {
  for (const Token& token : tokens)
    if (token.positional()) words.push_back(token.word);
}

WordsByTerm by_term(std::vector<const Word*> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  WordsByTerm result;
  for (const Word* word : words) result[word->term].push_back(word);
  return result;
}

void add_readings(const WordsByTerm& words, TermWriter& terms) {
  for (const auto& [folded, forms] : words) {
    std::set<std::string_view> readings;
    for (const Word* word : forms) readings.insert(word->reading);
    for (const std::string_view reading : readings)
      if (reading != folded) terms.filter(reading_term(folded, reading));
    if (readings.size() > 1) terms.filter(variants_term(folded));
  }
}

void add_forms(const WordsByTerm& words, std::vector<std::pair<std::string, std::string>>& forms) {
  for (const auto& [folded, same] : words)
    for (const Word* word : same)
      for (const std::string& stem : word->stems) forms.emplace_back(stem, folded);
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
}

void add_name(const FieldSpec& field, const std::string& key, TermWriter& terms) {
  if (key.empty()) return;
  terms.filter(make_term(field.prefix, key));
  if (field.kind != FieldKind::kName) return;
  for (size_t begin = 0; begin < key.size();) {
    const size_t end = std::min(key.find(' ', begin), key.size());
    terms.filter(make_term(field.word_prefix, key.substr(begin, end - begin)));
    begin = end + 1;
  }
}

void add_fields(const Article& article, Analyzer& analyzer, TermWriter& terms) {
  for (const Mention& mention : article.mentions)
    add_name(field_spec(field_of(mention.type)), mention.key, terms);
  for (const BareName& name : bare_names(article)) terms.filter(bare_name_term(name.key, name.sex));
  for (const std::string& author : article.authors)
    add_name(field_spec(FieldId::kAuthor), analyzer.key(author), terms);
  add_name(field_spec(FieldId::kSource), analyzer.key(article.source), terms);
  add_name(field_spec(FieldId::kSection), section_key(analyzer, article.section), terms);
  add_name(field_spec(FieldId::kLanguage), analyzer.key(article.language), terms);
  if (!article.url.empty()) terms.filter(make_term(field_spec(FieldId::kUrl).prefix, article.url));
}

void add_date(const DatePrefixes& prefixes, const DateSpan& span, TermWriter& terms) {
  for (const std::string& term : span_terms(prefixes, span)) terms.filter(term);
}

void add_dates(const Article& article, TermWriter& terms, Xapian::Document& document) {
  for (const ArticleDate& date : article.dates)
    if (date.kind == DateKind::kEvent) add_date(kEventPrefixes, {date.value, date.until}, terms);

  if (const ArticleDate* updated = find_date(article, DateKind::kUpdated)) {
    add_date(kUpdatedPrefixes, {updated->value, {}}, terms);
    if (const auto day = updated->value.first_day()) document.add_value(kSlotUpdated, to_compact(*day));
  }

  const ArticleDate* published = find_date(article, DateKind::kPublished);
  if (published == nullptr) {
    terms.filter(std::string(kUndatedTerm));
    return;
  }
  add_date(kPublishedPrefixes, {published->value, {}}, terms);
  add_date(kPossiblePrefixes, {published->value, {}}, terms);
  for (const DateCandidate& candidate : published->candidates)
    add_date(kPossiblePrefixes, {candidate.value, {}}, terms);
  if (published->inferred || published->value.year == 0) terms.filter(std::string(kUncertainTerm));
  if (const auto first = published->value.first_day()) document.add_value(kSlotFirstDay, to_compact(*first));
  if (const auto last = published->value.last_day()) document.add_value(kSlotLastDay, to_compact(*last));
  if (published->minute)
    document.add_value(kSlotMinute,
                       fmt::format("{:02}{:02}", *published->minute / 60, *published->minute % 60));
}

}  // namespace

std::string entity_term(const Mention& mention) {
  return make_term(field_spec(field_of(mention.type)).prefix, mention.key);
}

PreparedDocument to_document(const Article& article, Analyzer& analyzer, unsigned long batch) {
  PreparedDocument result;
  TermWriter terms(result.document);
  ArticleTokens tokens;
  analyze(article, analyzer, tokens);
  result.long_words = tokens.long_words;
  const bool french = article.language.empty() || article.language == kFrench;
  add_tokens(tokens.title, true, french, terms);
  add_tokens(tokens.text, false, french, terms);
  add_shared_places(tokens.title, terms);
  add_shared_places(tokens.text, terms);
  result.document.add_value(kSlotWords, std::to_string(count_words(tokens)));

  std::vector<const Word*> words;
  collect_words(tokens.title, words);
  collect_words(tokens.text, words);
  const WordsByTerm distinct = by_term(std::move(words));
  add_readings(distinct, terms);
  if (french) add_forms(distinct, result.forms);
  add_fields(article, analyzer, terms);
  add_dates(article, terms, result.document);

  const StorySignature story = story_signature(article, tokens);
  for (const std::string& term : story.terms()) terms.filter(term);
  if (const std::string bytes = story.encode(); !bytes.empty()) result.document.add_value(kSlotStory, bytes);

  terms.filter(id_term(article.id));
  terms.filter(version_term(article.id, article.version));
  terms.filter(fmt::format("{}{}", kBatchPrefix, batch));
  result.document.add_value(kSlotSource, analyzer.key(article.source));
  result.document.add_value(kSlotVersion, Xapian::sortable_serialise(article.version));
  result.document.add_value(kSlotId, id_term(article.id).substr(1));
  result.document.add_value(kSlotDigest, content_digest(article));
  result.document.add_value(kSlotFacets, encode_facet_values(article));
  result.document.set_data(encode_article(article));
  return result;
}

}  // namespace depeche
