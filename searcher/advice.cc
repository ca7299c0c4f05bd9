#include "searcher/advice.h"

#include <algorithm>

#include "common/nearest.h"
#include "common/term.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/bare_words.h"
#include "searcher/vocabulary.h"

namespace depeche {
namespace {

uint64_t count_articles(const PublishedIndex& index, const Query& query, const SearchOptions& options) {
  SearchOptions counting = options;
  counting.sort = SortOrder::kNone;
  counting.offset = 0;
  counting.limit = 1;
  counting.relax = false;
  counting.relaxation = nullptr;
  return find_documents(index, query, counting).articles;
}

Query without(const Query& query, size_t left_out) {
  std::vector<Query> rest;
  for (size_t i = 0; i < query.children.size(); ++i)
    if (i != left_out) rest.push_back(query.children[i]);
  return join(Query::Kind::kAnd, std::move(rest));
}

size_t edits_allowed(std::string_view word) {
  const size_t letters = count_code_points(word);
  return letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
}

/// As the index writes a folded form in most articles.
std::string usual_reading(const Vocabulary& vocabulary, const std::string& folded) {
  std::string usual = folded;
  uint64_t most = vocabulary.frequency(folded) / 2;
  for (const std::string& reading : vocabulary.readings(folded))
    if (const uint64_t articles = vocabulary.frequency(reading_term(folded, reading)); articles > most) {
      usual = reading;
      most = articles;
    }
  return usual;
}

bool is_word_term(const std::string& term) { return !term.empty() && !(term[0] >= 'A' && term[0] <= 'Z'); }

std::string suggestion(const PublishedIndex& index, const Query& part) {
  if (part.kind == Query::Kind::kWord || part.kind == Query::Kind::kExact)
    return nearest_word(index, part.text);
  return "";
}

}  // namespace

std::string nearest_word(const PublishedIndex& index, const std::string& word) {
  const std::string folded = fold(word);
  const size_t allowed = edits_allowed(folded);
  if (allowed == 0) return "";
  std::string nearest;
  size_t least = allowed + 1;
  uint64_t most = 0;
  for (auto it = index.database.allterms_begin(); it != index.database.allterms_end(); ++it) {
    const std::string term = *it;
    if (!is_word_term(term) || term == folded) continue;
    if (term.size() > folded.size() + allowed || folded.size() > term.size() + allowed) continue;
    const size_t distance = edit_distance(term, folded);
    const uint64_t articles = it.get_termfreq();
    if (distance > least || (distance == least && articles <= most) || distance > allowed) continue;
    least = distance;
    most = articles;
    nearest = term;
  }
  return nearest.empty() ? "" : usual_reading(Vocabulary(index.database), nearest);
}

std::vector<EmptyingPart> advise(const PublishedIndex& index, const Query& query,
                                 const SearchOptions& options) {
  if (query.kind != Query::Kind::kAnd) {
    const std::string nearest = suggestion(index, query);
    if (nearest.empty()) return {};
    return {{to_text(query), 0, 0, nearest}};
  }
  Analyzer analyzer;
  const std::vector<BareWord> words = bare_words(query, analyzer);
  std::vector<EmptyingPart> nowhere, to_blame;
  for (size_t i = 0; i < query.children.size() && i < kMaxAdvised; ++i) {
    if (words[i].grammatical) continue;
    const Query& part = query.children[i];
    EmptyingPart emptying{to_text(part), count_articles(index, part, options), 0, ""};
    emptying.without = count_articles(index, without(query, i), options);
    if (emptying.alone == 0) {
      emptying.did_you_mean = suggestion(index, part);
      nowhere.push_back(std::move(emptying));
    } else if (emptying.without > 0) {
      to_blame.push_back(std::move(emptying));
    }
  }
  return nowhere.empty() ? to_blame : nowhere;
}

}  // namespace depeche
