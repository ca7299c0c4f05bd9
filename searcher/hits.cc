#include "searcher/hits.h"

#include <algorithm>
#include <tuple>

#include "common/article_tokens.h"
#include "common/facet_values.h"
#include "common/text/fold.h"
#include "searcher/deduction.h"
#include "searcher/names.h"
#include "searcher/proximity.h"

namespace depeche {
namespace {

bool shares_stem(const Word& word, const Pattern& pattern) {
  return std::any_of(word.stems.begin(), word.stems.end(), [&](const std::string& stem) {
    return std::find(pattern.stems.begin(), pattern.stems.end(), stem) != pattern.stems.end();
  });
}

bool matches(const Token& token, const Pattern& pattern) {
  const Word& word = *token.word;
  if (!token.positional()) return pattern.kind == Pattern::Kind::kStem && shares_stem(word, pattern);
  switch (pattern.kind) {
    case Pattern::Kind::kStem:
      return word.term == pattern.term || shares_stem(word, pattern);
    case Pattern::Kind::kQuoted:
      return word.term == pattern.term && matches_quoted(word.reading, pattern.typed);
    case Pattern::Kind::kExact:
      return word.term == pattern.term && matches_exact(word.reading, pattern.typed);
    case Pattern::Kind::kPrefix:
      return word.term.starts_with(pattern.term);
  }
  return false;
}

/// Whether a key holds one of the names that a plan asks for.
bool holds_any(std::string_view key, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return holds_words(key, name); });
}

bool is_entity_field(FieldId field, EntityType type) {
  return field == FieldId::kEntity || field == field_of(type);
}

struct Found {
  bool matches = false;
  Occurrences places;
};

/// Walks a plan over one article.
class Walk {
 public:
  Walk(const Article& article, const ArticleTokens& tokens, const TermTest& has_term, Analyzer& analyzer)
      : article_(article), tokens_(tokens), has_term_(has_term), analyzer_(analyzer) {}

  Found find(const Plan& plan);

 private:
  Found sequences(const Plan& plan);
  void add_sequence(const Sequence& sequence, TextField field, Occurrences& places);
  void add_run(const Sequence& sequence, TextField field, size_t start, Occurrences& places);
  Found filter(const Plan& plan);
  void add_deduced(const Surname& surname, Occurrences& places);
  bool name_in_values(const Plan& plan);
  Found together(const Plan& plan);
  Found all_of(const Plan& plan);
  Found any_of(const Plan& plan);
  uint64_t sentence_of(const Occurrence& place) const;
  uint64_t paragraph_of(const Occurrence& place) const;

  const Article& article_;
  const ArticleTokens& tokens_;
  const TermTest& has_term_;
  Analyzer& analyzer_;
};

void Walk::add_run(const Sequence& sequence, TextField field, size_t start, Occurrences& places) {
  const std::vector<Token>& tokens = field == TextField::kTitle ? tokens_.title : tokens_.text;
  const Token* last = &tokens[start];
  size_t at = start + 1;
  for (size_t i = 1; i < sequence.size(); ++i) {
    const uint32_t wanted = tokens[start].position + static_cast<uint32_t>(i);
    while (at < tokens.size() && tokens[at].position < wanted) ++at;
    const Token* match = nullptr;  // of the readings of a damaged word, any
    for (; at < tokens.size() && tokens[at].position == wanted; ++at)
      if (tokens[at].positional() && matches(tokens[at], sequence[i])) match = &tokens[at];
    if (match == nullptr) return;
    last = match;
  }
  places.push_back({tokens[start].position, last->position, {field, tokens[start].begin, last->end}});
}

void Walk::add_sequence(const Sequence& sequence, TextField field, Occurrences& places) {
  const std::vector<Token>& tokens = field == TextField::kTitle ? tokens_.title : tokens_.text;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!matches(tokens[i], sequence[0])) continue;
    if (tokens[i].positional())
      add_run(sequence, field, i, places);
    else if (sequence.size() == 1)
      places.push_back({tokens[i].position, tokens[i].position, {field, tokens[i].begin, tokens[i].end}});
  }
}

bool by_position(const Occurrence& a, const Occurrence& b) {
  return std::tie(a.first, a.last, a.span.begin, a.span.end) <
         std::tie(b.first, b.last, b.span.begin, b.span.end);
}

Found Walk::sequences(const Plan& plan) {
  Found found;
  for (const Sequence& sequence : plan.sequences) {
    add_sequence(sequence, TextField::kTitle, found.places);
    if (!plan.in_title) add_sequence(sequence, TextField::kText, found.places);
  }
  std::sort(found.places.begin(), found.places.end(), by_position);
  found.matches = !found.places.empty();
  return found;
}

bool Walk::name_in_values(const Plan& plan) {
  const auto holds = [&](const std::string& value) {
    return holds_any(field_key(analyzer_, plan.field, value), plan.names);
  };
  if (plan.field == FieldId::kAuthor)
    return std::any_of(article_.authors.begin(), article_.authors.end(), holds);
  if (plan.field == FieldId::kSource) return holds(article_.source);
  return plan.field == FieldId::kSection && holds(article_.section);
}

/// The mentions of a bare name, if this article has it as one that stands for the full name.
void Walk::add_deduced(const Surname& surname, Occurrences& places) {
  const std::vector<std::string> terms = bare_name_terms(surname);
  if (std::none_of(terms.begin(), terms.end(), has_term_)) return;
  for (const Mention& mention : article_.mentions)
    if (mention.type == EntityType::kPerson && mention.key == surname.surname)
      places.push_back({0, 0, mention.span});
}

/// A filter by name marks the mentions of that name; the words of one that is not whole must stand together.
Found Walk::filter(const Plan& plan) {
  Found found;
  for (const Mention& mention : article_.mentions)
    if (is_entity_field(plan.field, mention.type) && holds_any(mention.key, plan.names))
      found.places.push_back({0, 0, mention.span});
  for (const Surname& surname : plan.deduced) add_deduced(surname, found.places);
  for (const auto& terms : plan.filter)
    if (std::all_of(terms.begin(), terms.end(), has_term_))
      found.matches = found.matches || terms.size() == 1 || !found.places.empty() || name_in_values(plan);
  if (!found.matches) found.places.clear();
  return found;
}

uint64_t Walk::sentence_of(const Occurrence& place) const {
  if (place.span.field == TextField::kTitle) return 0;
  const auto& starts = article_.sentences;
  return static_cast<uint64_t>(std::upper_bound(starts.begin(), starts.end(), place.span.begin) -
                               starts.begin()) +
         1;
}

uint64_t Walk::paragraph_of(const Occurrence& place) const {
  if (place.span.field == TextField::kTitle) return 0;
  return static_cast<uint64_t>(
             std::count(article_.text.begin(), article_.text.begin() + place.span.begin, '\n')) +
         1;
}

Found Walk::together(const Plan& plan) {
  std::vector<Occurrences> children;
  for (const Plan& child : plan.children) {
    Found found = find(child);
    if (!found.matches) return {};
    std::sort(found.places.begin(), found.places.end(), by_position);
    children.push_back(std::move(found.places));
  }
  Found found;
  switch (plan.kind) {
    case Plan::Kind::kSentence:
      found.places = within_unit(children, [this](const Occurrence& place) { return sentence_of(place); });
      break;
    case Plan::Kind::kParagraph:
      found.places = within_unit(children, [this](const Occurrence& place) { return paragraph_of(place); });
      break;
    default:
      found.places = within_distance(children, plan.distance, plan.kind == Plan::Kind::kAdjacent);
  }
  found.matches = !found.places.empty();
  return found;
}

Found Walk::all_of(const Plan& plan) {
  Found all{true, {}};
  for (const Plan& child : plan.children) {
    const Found found = find(child);
    if (!found.matches) return {};
    all.places.insert(all.places.end(), found.places.begin(), found.places.end());
  }
  return all;
}

Found Walk::any_of(const Plan& plan) {
  Found any;
  for (const Plan& child : plan.children) {
    const Found found = find(child);
    any.matches = any.matches || found.matches;
    any.places.insert(any.places.end(), found.places.begin(), found.places.end());
  }
  return any;
}

Found Walk::find(const Plan& plan) {
  switch (plan.kind) {
    case Plan::Kind::kAll:
      return {true, {}};
    case Plan::Kind::kSequences:
      return sequences(plan);
    case Plan::Kind::kFilter:
      return filter(plan);
    case Plan::Kind::kNear:
    case Plan::Kind::kAdjacent:
    case Plan::Kind::kSentence:
    case Plan::Kind::kParagraph:
      return together(plan);
    case Plan::Kind::kAnd:
      return all_of(plan);
    case Plan::Kind::kMost:
    case Plan::Kind::kOr:
      return any_of(plan);
    case Plan::Kind::kNot:
      return find(plan.children[1]).matches ? Found{} : find(plan.children[0]);
  }
  return {};
}

/// Whether a plan looks at words, and not only at terms and mentions.
bool asks_words(const Plan& plan) {
  return plan.kind == Plan::Kind::kSequences ||
         std::any_of(plan.children.begin(), plan.children.end(), asks_words);
}

/// Sorted, and of overlapping ones only the longest that begins first.
std::vector<Span> disjoint(const Occurrences& places) {
  std::vector<Span> spans;
  for (const Occurrence& place : places) spans.push_back(place.span);
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return std::tuple(a.field, a.begin, ~a.end) < std::tuple(b.field, b.begin, ~b.end);
  });
  std::vector<Span> kept;
  for (const Span& span : spans)
    if (kept.empty() || kept.back().field != span.field || kept.back().end <= span.begin)
      kept.push_back(span);
  return kept;
}

}  // namespace

HitFinder::HitFinder(Plan plan, const WordFilter* filter)
    : plan_(std::move(plan)), filter_(filter), asks_words_(asks_words(plan_)) {}

Findings HitFinder::find(const Article& article, const TermTest& has_term) {
  analyzed_ = false;
  if (asks_words_) tokens(article);
  Findings findings;
  const Found found = Walk(article, tokens_, has_term, analyzer_).find(plan_);
  findings.matches = found.matches;
  if (found.matches) findings.hits = disjoint(found.places);
  return findings;
}

const ArticleTokens& HitFinder::tokens(const Article& article) {
  if (!analyzed_) analyze(article, analyzer_, tokens_, filter_);
  analyzed_ = true;
  return tokens_;
}

}  // namespace depeche
