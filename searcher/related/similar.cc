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

  struct Weighed {
    double weight;
    const CountedWord* word;
  };
  const std::vector<CountedWord> counted = tally.words();
  std::vector<Weighed> weighed;
  for (const CountedWord& word : counted) {
    const uint64_t having = vocabulary.frequency(word.term);
    const double rarity = std::log(documents / static_cast<double>(std::max<uint64_t>(having, 1)));
    const double weight = (1 + std::log(static_cast<double>(word.tokens))) * rarity;
    if (having > 1 && rarity > 0) weighed.push_back({word.named > 0 ? 2 * weight : weight, &word});
  }
  std::ranges::sort(weighed, [](const Weighed& a, const Weighed& b) {
    return std::tuple(-a.weight, a.word->first) < std::tuple(-b.weight, b.word->first);
  });
  if (weighed.size() > kMostSimilarWords) weighed.resize(kMostSimilarWords);
  if (weighed.empty()) return {};

  std::vector<Query> words;
  for (const Weighed& item : weighed) {
    words.emplace_back().kind = Query::Kind::kWord;
    words.back().text = item.word->text;
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
