#include "searcher/related/similar.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "searcher/related/word_tally.h"
#include "searcher/vocabulary.h"

namespace depeche {

Query similar_to(const PublishedIndex& index, const Article& article) {
  WordTally tally(WordTally::Names::kCounted);
  tally.add(article);
  const Vocabulary vocabulary(index.database);
  const auto documents = static_cast<double>(vocabulary.documents());

  std::vector<std::pair<double, std::string>> weighed;
  for (const CountedWord& word : tally.words()) {
    const uint64_t having = vocabulary.frequency(word.term);
    if (having < 2) continue;
    const double weight =
        (1 + std::log(static_cast<double>(word.tokens))) * std::log(documents / static_cast<double>(having));
    if (weight > 0) weighed.emplace_back(-weight, word.text);
  }
  std::ranges::sort(weighed);
  weighed.resize(std::min(weighed.size(), kMostSimilarWords));
  if (weighed.empty()) return {};

  std::vector<Query> words;
  for (const auto& [weight, text] : weighed) {
    words.emplace_back().kind = Query::Kind::kWord;
    words.back().text = text;
  }
  Query itself;
  itself.kind = Query::Kind::kField;
  itself.field = FieldId::kId;
  itself.text = article.id;
  Query others;
  others.kind = Query::Kind::kNot;
  others.children = {join(Query::Kind::kOr, std::move(words)), std::move(itself)};
  return others;
}

}  // namespace depeche
