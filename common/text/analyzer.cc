#include "common/text/analyzer.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/text/elision.h"
#include "common/text/fold.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "common/text_hash.h"

namespace depeche {
namespace {

/// Above this many distinct forms the cache is emptied before the next text.
constexpr size_t kMaxCachedForms = 30'000;
/// A compound of more parts is a list or an address, not a word.
constexpr size_t kMaxCompoundParts = 6;

struct Form {
  Word word;
  TokenKind kind = TokenKind::kWord;
};

std::string without_dots(std::string_view letters) {
  std::string out(letters);
  std::erase(out, '.');
  return out;
}

}  // namespace

struct Analyzer::Impl {
  Stemmer stemmer;
  TextMap<Form> forms;      // by the bytes of an atom
  TextMap<Word> compounds;  // by the joined lower-case form
  std::vector<Atom> chunk;
  std::vector<Token> key_tokens;
  const WordFilter* filter = nullptr;  // of the text at hand
  const Word nothing{};                // of the words that it rules out

  const Form& form_of(std::string_view text, const Atom& atom);
  const Word& whole_word(std::string_view text, const Atom& left, const Atom& right);
  const Word* compound_word(const Token* first, const Token* last);
  bool is_exception(std::string_view text, const Atom& left, const Atom& right);
  bool is_ruled_out(std::string_view text) const;
  size_t add_chunk(std::string_view text, std::vector<Token>& tokens, uint32_t& position);
  size_t analyze(std::string_view text, std::vector<Token>& tokens, uint32_t first_position);
  void read_alternatives(const std::vector<Alternatives>& places, std::vector<Token>& tokens);
  void trim_cache();
};

const Form& Analyzer::Impl::form_of(std::string_view text, const Atom& atom) {
  const std::string_view bytes = text.substr(atom.begin, atom.end - atom.begin);
  if (const auto found = forms.find(bytes); found != forms.end()) return found->second;

  const std::string cleaned = atom.cleaned ? clean_form(bytes) : to_nfc(bytes);
  const std::string written = atom.dotted ? without_dots(cleaned) : cleaned;
  Form form;
  form.word.lower = to_lower(written);
  form.word.term = fold(written);
  form.word.reading = reading_of(written);
  if (atom.starts_with_digit)
    form.kind = TokenKind::kNumber;
  else if (atom.all_capitals)
    form.kind = TokenKind::kAcronym;
  else if (!is_stop_word(form.word.term))
    form.word.stems = stemmer.stems(form.word.lower);
  return forms.emplace(bytes, std::move(form)).first->second;
}

const Word& Analyzer::Impl::whole_word(std::string_view text, const Atom& left, const Atom& right) {
  const std::string bytes = std::string(text.substr(left.begin, left.end - left.begin)) + '\'' +
                            std::string(text.substr(right.begin, right.end - right.begin));
  if (const auto found = forms.find(bytes); found != forms.end()) return found->second.word;
  const std::string written = clean_form(bytes);
  Form form{{fold(written), reading_of(written), to_lower(written), {}}, TokenKind::kException};
  form.word.stems = stemmer.stems(form.word.lower);
  return forms.emplace(bytes, std::move(form)).first->second.word;
}

/// nullptr where the parts make no compound: ranges of numbers, a verb and its pronoun, a list.
const Word* Analyzer::Impl::compound_word(const Token* first, const Token* last) {
  const auto parts = static_cast<size_t>(last - first);
  if (parts < 2 || parts > kMaxCompoundParts || is_clitic(last[-1].word->term)) return nullptr;
  std::string lower;
  size_t numbers = 0;
  for (const Token* part = first; part != last; ++part) {
    lower += part->word->lower;
    if (part->kind == TokenKind::kNumber) ++numbers;
  }
  if (numbers == parts || count_code_points(lower) > kMaxWordCodePoints) return nullptr;
  if (const auto found = compounds.find(lower); found != compounds.end()) return &found->second;

  Word word{fold(lower), reading_of(lower), lower, {}};
  const bool stemmed = !last[-1].word->stems.empty();
  word.stems = stemmed ? stemmer.stems(lower) : std::vector<std::string>{word.term};
  return &compounds.emplace(lower, std::move(word)).first->second;
}

bool Analyzer::Impl::is_exception(std::string_view text, const Atom& left, const Atom& right) {
  if (left.after != Joiner::kApostrophe) return false;
  const std::string_view left_bytes = text.substr(left.begin, left.end - left.begin);
  if ((left_bytes == "O" || left_bytes == "o") && right.starts_with_capital) return true;  // O'Brien
  return is_whole(form_of(text, left).word.term, form_of(text, right).word.term);
}

/// Whether the chunk is one word that the filter rules out.
bool Analyzer::Impl::is_ruled_out(std::string_view text) const {
  if (filter == nullptr || chunk.size() != 1) return false;
  const Atom& atom = chunk.front();
  return !atom.dotted && !atom.cleaned && atom.code_points <= kMaxWordCodePoints &&
         !filter->may_be_asked_for(text.substr(atom.begin, atom.end - atom.begin));
}

/// Adds the tokens of one chunk; returns how many words were too long.
size_t Analyzer::Impl::add_chunk(std::string_view text, std::vector<Token>& tokens, uint32_t& position) {
  if (is_ruled_out(text)) {
    tokens.push_back({static_cast<uint32_t>(chunk[0].begin), static_cast<uint32_t>(chunk[0].end), position++,
                      TokenKind::kWord, &nothing});
    return 0;
  }
  size_t too_long = 0;
  size_t group = tokens.size();  // first token of the parts joined so far
  bool group_whole = true;       // no part of it was left out

  const auto close_group = [&] {
    if (group_whole && tokens.size() - group >= 2) {
      for (size_t i = group; i < tokens.size(); ++i)
        if (tokens[i].kind == TokenKind::kWord) tokens[i].kind = TokenKind::kPart;
      const Token* first = &tokens[group];
      if (const Word* word = compound_word(first, tokens.data() + tokens.size())) {
        const Token joined{first->begin, tokens.back().end, first->position, TokenKind::kCompound, word};
        tokens.insert(tokens.begin() + static_cast<ptrdiff_t>(group), joined);
      }
    }
    group = tokens.size();
    group_whole = true;
  };

  for (size_t i = 0; i < chunk.size(); ++i) {
    const Atom& atom = chunk[i];
    const auto begin = static_cast<uint32_t>(atom.begin);
    if (atom.code_points > kMaxWordCodePoints) {
      ++too_long;
      ++position;
      group_whole = false;
    } else if (i + 1 < chunk.size() && is_exception(text, atom, chunk[i + 1])) {
      const Word& word = whole_word(text, atom, chunk[i + 1]);
      ++i;
      tokens.push_back(
          {begin, static_cast<uint32_t>(chunk[i].end), position++, TokenKind::kException, &word});
    } else {
      const Form& form = form_of(text, atom);
      tokens.push_back({begin, static_cast<uint32_t>(atom.end), position++, form.kind, &form.word});
      if (atom.after == Joiner::kApostrophe && is_elided(form.word.term)) {
        Token& elided = tokens.back();
        elided.kind = TokenKind::kElision;
        if (tokens.size() - group >= 2) group_whole = false;  // Côte-d'Or: no joined form over an elision
        close_group();
        continue;
      }
    }
    if (chunk[i].after == Joiner::kNone) close_group();
  }
  return too_long;
}

size_t Analyzer::Impl::analyze(std::string_view text, std::vector<Token>& tokens, uint32_t first_position) {
  tokens.clear();
  Tokenizer tokenizer(text);
  uint32_t position = first_position;
  size_t too_long = 0, paragraphs = 0;
  while (tokenizer.next_chunk(chunk, paragraphs)) {
    if (paragraphs > 0 && position != first_position) position += kParagraphGap - 1;
    too_long += add_chunk(text, tokens, position);
  }
  return too_long;
}

void Analyzer::Impl::read_alternatives(const std::vector<Alternatives>& places, std::vector<Token>& tokens) {
  if (places.empty()) return;
  std::vector<Token> result, readings;
  uint32_t dropped = 0;  // positions that damaged words took too many
  size_t next = 0;
  for (const Alternatives& place : places) {
    for (; next < tokens.size() && tokens[next].begin < place.begin; ++next) {
      result.push_back(tokens[next]);
      result.back().position -= dropped;
    }
    const size_t first = next;
    while (next < tokens.size() && tokens[next].begin < place.end) ++next;
    if (first == next) continue;
    const uint32_t position = tokens[first].position - dropped;
    dropped += tokens[next - 1].position - tokens[first].position;
    for (const std::string& word : place.words) {
      analyze(word, readings, position);
      for (const Token& reading : readings)
        if (reading.positional())
          result.push_back({place.begin, place.end, position, reading.kind, reading.word});
    }
  }
  for (; next < tokens.size(); ++next) {
    result.push_back(tokens[next]);
    result.back().position -= dropped;
  }
  tokens = std::move(result);
}

void Analyzer::Impl::trim_cache() {
  if (forms.size() > kMaxCachedForms) forms.clear();
  if (compounds.size() > kMaxCachedForms) compounds.clear();
}

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;

size_t Analyzer::analyze(std::string_view text, std::vector<Token>& tokens, uint32_t first_position) {
  impl_->trim_cache();
  return impl_->analyze(text, tokens, first_position);
}

void Analyzer::analyze_article(std::string_view title, std::string_view text, ArticleTokens& tokens,
                               const std::vector<Alternatives>& in_title,
                               const std::vector<Alternatives>& in_text, const WordFilter* filter) {
  impl_->trim_cache();
  const auto read = [&](std::string_view field, const std::vector<Alternatives>& alternatives,
                        std::vector<Token>& field_tokens, uint32_t first_position) {
    impl_->filter = filter;
    tokens.long_words += impl_->analyze(field, field_tokens, first_position);
    impl_->filter = nullptr;
    impl_->read_alternatives(alternatives, field_tokens);
  };
  tokens.long_words = 0;
  read(title, in_title, tokens.title, 1);
  read(text, in_text, tokens.text, (tokens.title.empty() ? 0 : tokens.title.back().position) + kBodyGap);
}

const Word& Analyzer::word(std::string_view token) {
  size_t paragraphs = 0;
  Tokenizer tokenizer(token);
  if (!tokenizer.next_chunk(impl_->chunk, paragraphs)) return impl_->nothing;
  return impl_->form_of(token, impl_->chunk.front()).word;
}

std::string Analyzer::key(std::string_view text) {
  impl_->analyze(text, impl_->key_tokens, 1);
  std::string key;
  for (const Token& token : impl_->key_tokens) {
    if (!token.positional()) continue;
    if (!key.empty()) key += ' ';
    key += token.word->term;
  }
  return key;
}

std::string Analyzer::version() { return "1, ICU Unicode " U_UNICODE_VERSION; }

std::string_view name_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::kWord:
      return "word";
    case TokenKind::kElision:
      return "elision";
    case TokenKind::kAcronym:
      return "acronym";
    case TokenKind::kNumber:
      return "number";
    case TokenKind::kException:
      return "exception";
    case TokenKind::kPart:
      return "part";
    case TokenKind::kCompound:
      return "compound";
  }
  return "";
}

}  // namespace depeche
