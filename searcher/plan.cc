#include "searcher/plan.h"

#include <algorithm>
#include <optional>

#include "common/error.h"
#include "common/message.h"
#include "common/term.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/bare_words.h"
#include "searcher/date_terms.h"
#include "searcher/deduction.h"
#include "searcher/names.h"

namespace depeche {
namespace {

/// A word is split only into halves of so many letters, and joined only from such.
constexpr size_t kMinHalf = 3;
/// Ways to read a phrase beyond these are left out: a phrase of many compounds.
constexpr size_t kMaxSequences = 32;

class Planner {
 public:
  Planner(Analyzer& analyzer, const Vocabulary& vocabulary, const Aliases* aliases,
          const PublishedSurnames* surnames)
      : analyzer_(analyzer), vocabulary_(vocabulary), aliases_(aliases), surnames_(surnames) {}

  Plan plan(const Query& query);
  /// A plan of the whole query, of whose bare words not all are demanded.
  Plan relaxed(const Query& query, Demand demand);

 private:
  Plan word(const std::string& text, Pattern::Kind kind);
  Plan phrase(const std::string& text, Pattern::Kind kind);
  Plan prefix(const std::string& text);
  Plan field(const Query& query);
  void add_deduced(Plan& plan);
  Plan date(const Query& query);
  Plan title(const Query& query);
  Plan conjunction(const Query& query);
  Plan group(Plan::Kind kind, const Query& query);
  std::vector<Sequence> shapes(const std::vector<Token>& tokens, Pattern::Kind kind);
  std::vector<Sequence> splits(const Token& token, Pattern::Kind kind);
  std::optional<Pattern> joined(const Query& left, const Query& right);

  Analyzer& analyzer_;
  Analyzer half_analyzer_;  // leaves the tokens of analyzer_ valid
  const Vocabulary& vocabulary_;
  const Aliases* aliases_;
  const PublishedSurnames* surnames_;
};

Plan sequences_plan(std::vector<Sequence> sequences) {
  Plan plan;
  plan.kind = Plan::Kind::kSequences;
  plan.sequences = std::move(sequences);
  return plan;
}

Plan filter_plan(FieldId field, TermGroups filter) {
  Plan plan;
  plan.kind = Plan::Kind::kFilter;
  plan.field = field;
  plan.filter = std::move(filter);
  return plan;
}

Plan not_plan(Plan left, Plan right) {
  Plan plan;
  plan.kind = Plan::Kind::kNot;
  plan.children.push_back(std::move(left));
  plan.children.push_back(std::move(right));
  return plan;
}

/// Byte offsets at which a word can be cut in two halves of kMinHalf code points or more.
std::vector<size_t> cuts(std::string_view word) {
  std::vector<size_t> cuts;
  const size_t length = count_code_points(word);
  size_t passed = 0;
  for (size_t pos = 0; pos < word.size();) {
    next_code_point(word, pos);
    if (++passed >= kMinHalf && passed + kMinHalf <= length) cuts.push_back(pos);
  }
  return cuts;
}

bool can_be_half(std::string_view term) { return count_code_points(term) >= kMinHalf && !is_stop_word(term); }

/// The ways in which a compound or solid word may be written in a text. cyber-espionnage -> cyber espionnage
/// | cyberespionnage; cyberespionnage -> cyberespionnage | cyber espionnage. An exact word has only the one
/// typed.
std::vector<Sequence> Planner::shapes(const std::vector<Token>& tokens, Pattern::Kind kind) {
  std::vector<Sequence> shapes{{}};
  const auto append = [&](const std::vector<Sequence>& alternatives) {
    std::vector<Sequence> longer;
    for (const Sequence& begun : shapes)
      for (const Sequence& next : alternatives) {
        if (longer.size() == kMaxSequences) break;
        longer.push_back(begun);
        longer.back().insert(longer.back().end(), next.begin(), next.end());
      }
    shapes = std::move(longer);
  };

  for (size_t i = 0; i < tokens.size(); ++i) {
    std::vector<Sequence> alternatives;
    if (tokens[i].kind == TokenKind::kCompound) {
      Sequence parts;
      size_t last = i + 1;
      for (; last < tokens.size() && tokens[last].end <= tokens[i].end; ++last)
        parts.push_back(pattern_of(*tokens[last].word, kind));
      alternatives.push_back(std::move(parts));
      if (kind != Pattern::Kind::kExact) alternatives.push_back({pattern_of(*tokens[i].word, kind)});
      i = last - 1;
    } else {
      alternatives.push_back({pattern_of(*tokens[i].word, kind)});
      if (tokens[i].kind == TokenKind::kWord && kind != Pattern::Kind::kExact)
        for (Sequence& split : splits(tokens[i], kind)) alternatives.push_back(std::move(split));
    }
    append(alternatives);
  }
  return shapes;
}

/// Both halves must be words of the index.
std::vector<Sequence> Planner::splits(const Token& token, Pattern::Kind kind) {
  const std::string typed = token.word->lower;
  std::vector<Sequence> splits;
  for (const size_t cut : cuts(typed)) {
    const std::string left = fold(typed.substr(0, cut)), right = fold(typed.substr(cut));
    if (!can_be_half(left) || !can_be_half(right) || !vocabulary_.has(left) || !vocabulary_.has(right))
      continue;
    std::vector<Token> halves;
    Sequence sequence;
    for (const std::string& half : {typed.substr(0, cut), typed.substr(cut)}) {
      half_analyzer_.analyze(half, halves);
      if (halves.size() == 1) sequence.push_back(pattern_of(*halves[0].word, kind));
    }
    if (sequence.size() == 2) splits.push_back(std::move(sequence));
  }
  return splits;
}

/// cyber espionnage also finds cyberespionnage and cyber-espionnage, if the index has them.
std::optional<Pattern> Planner::joined(const Query& left, const Query& right) {
  if (left.kind != Query::Kind::kWord || right.kind != Query::Kind::kWord) return std::nullopt;
  std::vector<Token> tokens;
  analyzer_.analyze(left.text + "-" + right.text, tokens);
  if (tokens.size() != 3 || tokens[0].kind != TokenKind::kCompound) return std::nullopt;
  if (!can_be_half(tokens[1].word->term) || !can_be_half(tokens[2].word->term)) return std::nullopt;
  const Pattern pattern = pattern_of(*tokens[0].word, Pattern::Kind::kStem);
  const bool known = std::any_of(pattern.stems.begin(), pattern.stems.end(), [&](const std::string& stem) {
    return vocabulary_.has(std::string(kStemPrefix) + stem);
  });
  return known ? std::optional(pattern) : std::nullopt;
}

Plan Planner::word(const std::string& text, Pattern::Kind kind) {
  std::vector<Token> tokens;
  analyzer_.analyze(text, tokens);
  trim_to_word(tokens);
  return sequences_plan(tokens.empty() ? std::vector<Sequence>{} : shapes(tokens, kind));
}

Plan Planner::phrase(const std::string& text, Pattern::Kind kind) {
  std::vector<Token> tokens;
  analyzer_.analyze(text, tokens);
  return sequences_plan(tokens.empty() ? std::vector<Sequence>{} : shapes(tokens, kind));
}

Plan Planner::prefix(const std::string& text) {
  std::vector<Token> tokens;
  analyzer_.analyze(text, tokens);
  std::erase_if(tokens, [](const Token& token) { return !token.positional(); });
  while (tokens.size() > 1 && tokens[0].kind == TokenKind::kElision) tokens.erase(tokens.begin());
  Sequence sequence;
  for (const Token& token : tokens) sequence.push_back(pattern_of(*token.word, Pattern::Kind::kQuoted));
  if (sequence.empty()) return sequences_plan({});
  sequence.back().kind = Pattern::Kind::kPrefix;
  const std::string& literal = sequence.back().term;
  if (vocabulary_.expand(literal, kMaxExpansions).size() > kMaxExpansions)
    throw Error(ExitCode::kRefused, tr("{}*: stands for more than {} words: write more letters before the *",
                                       text, kMaxExpansions));
  return sequences_plan({std::move(sequence)});
}

void mark_title(Plan& plan) {
  plan.in_title = true;
  for (Plan& child : plan.children) mark_title(child);
}

Plan Planner::title(const Query& query) {
  Plan inner = plan(query.children.at(0));
  mark_title(inner);
  return inner;
}

Plan Planner::field(const Query& query) {
  const FieldSpec& spec = field_spec(query.field);
  if (spec.kind == FieldKind::kExact) {
    const std::string term =
        query.field == FieldId::kId ? id_term(query.text) : make_term(spec.prefix, query.text);
    return filter_plan(query.field, {{term}});
  }
  Plan plan = filter_plan(query.field, {});
  const bool is_entity = query.field <= FieldId::kEntity;
  const std::string key = field_key(analyzer_, query.field, query.text);
  if (key.empty()) return plan;
  plan.names = {key};
  if (const AliasGroup* group = is_entity && aliases_ ? aliases_->find(key) : nullptr) {
    plan.names = group->keys;
    plan.aliases = group->names;
  }
  plan.filter = name_terms(query.field, plan.names);
  if (query.field == FieldId::kPerson || query.field == FieldId::kEntity) add_deduced(plan);
  return plan;
}

void Planner::add_deduced(Plan& plan) {
  if (surnames_ == nullptr) return;
  for (const std::string& name : plan.names)
    for (const Surname* surname : surnames_->table().of(name)) {
      plan.deduced.push_back(*surname);
      for (std::string& term : bare_name_terms(*surname)) plan.filter.push_back({std::move(term)});
    }
}

Plan Planner::date(const Query& query) {
  const auto ranged = [&](const DatePrefixes& prefixes) {
    return filter_plan(query.field, range_terms(prefixes, query.date.first, query.date.last, vocabulary_));
  };
  const auto undated = [&] { return filter_plan(query.field, {{std::string(kUndatedTerm)}}); };
  const auto uncertain = [&] { return filter_plan(query.field, {{std::string(kUncertainTerm)}}); };
  switch (query.date.kind) {
    case DateQuery::Kind::kRange:
      return ranged(date_prefixes(query.field));
    case DateQuery::Kind::kPossible:
      return ranged(kPossiblePrefixes);
    case DateQuery::Kind::kMonthDay:
      return filter_plan(query.field, month_day_terms(date_prefixes(query.field), query.date.month,
                                                      query.date.day, vocabulary_));
    case DateQuery::Kind::kNone:
      return undated();
    case DateQuery::Kind::kUncertain:
      return uncertain();
    case DateQuery::Kind::kCertain:
      break;
  }
  return not_plan(not_plan(Plan{}, undated()), uncertain());
}

Plan Planner::group(Plan::Kind kind, const Query& query) {
  Plan result;
  result.kind = kind;
  result.distance = query.distance;
  for (const Query& child : query.children) result.children.push_back(plan(child));
  return result;
}

Plan Planner::relaxed(const Query& query, Demand demand) {
  if (query.kind != Query::Kind::kAnd || demand == Demand::kAll) return plan(query);
  const std::vector<BareWord> words = bare_words(query, analyzer_);
  Plan result, most;
  result.kind = Plan::Kind::kAnd;
  most.kind = Plan::Kind::kMost;
  most.pairs = pairs_of(words);
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].grammatical) continue;
    const Query& child = query.children[i];
    const bool phrase = child.kind == Query::Kind::kPhrase || child.kind == Query::Kind::kStemmedPhrase;
    const bool demanded = !words[i].bare && !(phrase && demand == Demand::kAny);
    (demanded ? result : most).children.push_back(plan(child));
    if (!phrase || demanded) continue;
    for (Pattern& word : content_words(child.text, analyzer_))
      most.children.push_back(sequences_plan({{std::move(word)}}));
  }
  if (result.children.empty()) return most;
  if (!most.children.empty()) result.children.push_back(std::move(most));
  return result;
}

Plan Planner::conjunction(const Query& query) {
  const std::vector<BareWord> words = bare_words(query, analyzer_);
  Plan result;
  result.kind = Plan::Kind::kAnd;
  result.pairs = pairs_of(words);
  for (size_t i = 0; i < query.children.size(); ++i) {
    if (words[i].grammatical) continue;
    const auto pattern =
        i + 1 < query.children.size() ? joined(query.children[i], query.children[i + 1]) : std::nullopt;
    if (!pattern) {
      result.children.push_back(plan(query.children[i]));
      continue;
    }
    Plan both;
    both.kind = Plan::Kind::kAnd;
    both.children = {plan(query.children[i]), plan(query.children[i + 1])};
    Plan either;
    either.kind = Plan::Kind::kOr;
    either.children = {std::move(both), sequences_plan({{*pattern}})};
    result.children.push_back(std::move(either));
    ++i;
  }
  return result;
}

Plan Planner::plan(const Query& query) {
  switch (query.kind) {
    case Query::Kind::kAll:
      return Plan{};
    case Query::Kind::kWord:
      return word(query.text, Pattern::Kind::kStem);
    case Query::Kind::kExact:
      return word(query.text, Pattern::Kind::kExact);
    case Query::Kind::kPrefix:
      return prefix(query.text);
    case Query::Kind::kPhrase:
      return phrase(query.text, Pattern::Kind::kQuoted);
    case Query::Kind::kStemmedPhrase:
      return phrase(query.text, Pattern::Kind::kStem);
    case Query::Kind::kNear:
      return group(Plan::Kind::kNear, query);
    case Query::Kind::kAdjacent:
      return group(Plan::Kind::kAdjacent, query);
    case Query::Kind::kSentence:
      return group(Plan::Kind::kSentence, query);
    case Query::Kind::kParagraph:
      return group(Plan::Kind::kParagraph, query);
    case Query::Kind::kAnd:
      return conjunction(query);
    case Query::Kind::kOr:
      return group(Plan::Kind::kOr, query);
    case Query::Kind::kNot:
      if (query.children.size() == 1) return not_plan(Plan{}, plan(query.children[0]));
      return not_plan(plan(query.children.at(0)), plan(query.children.at(1)));
    case Query::Kind::kField:
      return field(query);
    case Query::Kind::kTitle:
      return title(query);
    case Query::Kind::kDate:
      return date(query);
  }
  return Plan{};
}

}  // namespace

Pattern pattern_of(const Word& word, Pattern::Kind kind) { return {kind, word.term, word.lower, word.stems}; }

Plan make_plan(const Query& query, Analyzer& analyzer, const Vocabulary& vocabulary, const Aliases* aliases,
               const PublishedSurnames* surnames, Demand demand) {
  return Planner(analyzer, vocabulary, aliases, surnames).relaxed(query, demand);
}

}  // namespace depeche
