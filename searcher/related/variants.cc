#include "searcher/related/variants.h"

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/message.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "common/text/visible.h"
#include "searcher/concordance.h"
#include "searcher/vocabulary.h"

namespace depeche {
namespace {

/// More readings or ways to part a word are not asked for.
constexpr size_t kMostReadings = 20, kMostPartings = 10;
/// A word is not parted before that many letters, nor that many before its end.
constexpr size_t kLeastPart = 3;

Query leaf(Query::Kind kind, const std::string& text) {
  Query query;
  query.kind = kind;
  query.text = text;
  return query;
}

/// Without what may stand between the parts of a word.
std::string joined(std::string_view folded) {
  std::string letters;
  for (size_t i = 0; i < folded.size();) {
    const size_t begin = i;
    const char32_t c = next_code_point(folded, i);
    const bool between = c == U' ' || c == U'-' || c == U'\'' || c == U'\n' || c == U'\u00A0' ||
                         c == U'\u202F' || c == U'\u2010' || c == U'\u2011' || c == U'\u2019';
    if (!between) letters += folded.substr(begin, i - begin);
  }
  return letters;
}

/// « cyber espionnage » of cyberespionnage, where the index has both words.
std::vector<std::string> partings(const std::string& letters, const Vocabulary& vocabulary) {
  std::vector<std::string> phrases;
  size_t at = 0, before = 0;
  const size_t all = count_code_points(letters);
  while (at < letters.size() && phrases.size() < kMostPartings) {
    next_code_point(letters, at);
    if (++before < kLeastPart || all - before < kLeastPart) continue;
    const std::string head = letters.substr(0, at), tail = letters.substr(at);
    if (vocabulary.has(head) && vocabulary.has(tail)) phrases.push_back(head + ' ' + tail);
  }
  return phrases;
}

/// Every way in which articles may write the word.
Query query_of(const std::string& word, const Vocabulary& vocabulary) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(word, tokens);
  const auto is_written = [](const Token& token) { return token.positional(); };
  if (std::ranges::none_of(tokens, is_written))
    throw Error(ExitCode::kUsage, tr("--variants {}: write a word", visible_text(word)));
  std::vector<Query> ways;
  const std::string letters = joined(fold(word));
  if (word.find(' ') != std::string::npos) ways.push_back(leaf(Query::Kind::kPhrase, word));
  ways.push_back(leaf(Query::Kind::kWord, word.find(' ') == std::string::npos ? word : letters));
  std::vector<std::string> readings = vocabulary.readings(letters);
  readings.resize(std::min(readings.size(), kMostReadings));
  for (const std::string& reading : readings) ways.push_back(leaf(Query::Kind::kWord, reading));
  for (const std::string& phrase : partings(letters, vocabulary))
    ways.push_back(leaf(Query::Kind::kPhrase, phrase));
  return join(Query::Kind::kOr, std::move(ways));
}

}  // namespace

Variants list_variants(const PublishedIndex& index, const std::string& word, const SearchOptions& options) {
  const Query query = query_of(word, Vocabulary(index.database));
  const HitGroups groups = group_hits(index, query, options, HitGrouping::kForm, kMostReadForVariants);
  Variants result{word, {}, groups.found, groups.articles, groups.read, groups.offset, groups.partial};
  for (const HitGroup& group : groups.groups)
    result.variants.push_back({group.form, variant_kind(word, group.form), group.hits, group.articles});
  return result;
}

VariantKind variant_kind(std::string_view word, std::string_view form) {
  if (to_lower(word) == to_lower(form)) return VariantKind::kSame;
  const std::string asked = fold(word), written = fold(form);
  if (asked == written) return VariantKind::kAccents;
  return joined(asked) == joined(written) ? VariantKind::kJoining : VariantKind::kForm;
}

std::string_view name_of(VariantKind kind) {
  switch (kind) {
    case VariantKind::kSame:
      return "same";
    case VariantKind::kAccents:
      return "accents";
    case VariantKind::kJoining:
      return "joining";
    case VariantKind::kForm:
      break;
  }
  return "form";
}

}  // namespace depeche
