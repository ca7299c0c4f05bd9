#include "indexer/entities/model/tagger.h"

#include <algorithm>

#include "indexer/entities/model/best_labels.h"

namespace depeche::entities {
namespace {

/// The names that labels make; the first token is `first`.
void add_names(const std::vector<Label>& labels, uint32_t first, std::vector<Candidate>& names) {
  for (uint32_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == kOutsideName) continue;
    const uint32_t begin = i;
    while (opens(labels[i])) ++i;
    names.push_back({first + begin, first + i + 1, type_of(labels[i]), Evidence::kLikely, 0});
  }
}

}  // namespace

void Tagger::add_word(const EntityToken& token, int offset, LabelScores& scores) {
  const auto add_all = [&](LabelScores& to) {
    signs_.clear();
    add_word_signs(token, offset, signs_);
    model_->add_all(signs_, to);
  };
  if (token.written == nullptr) return add_all(scores);
  if (token.written->id >= words_.size())
    words_.resize(std::max<size_t>(token.written->id + 1, words_.size() * 2));
  WordScores& word = words_[token.written->id];
  const auto place = static_cast<size_t>(offset + kReach);
  if ((word.known >> place & 1) == 0) {
    word.at[place] = {};
    add_all(word.at[place]);
    word.known |= 1U << place;
  }
  const LabelScores known = word.at[place];
  for (size_t label = 0; label < kNameLabels; ++label)
    scores[label] = static_cast<int16_t>(scores[label] + known[label]);
}

LabelScores Tagger::score(const TokenList& tokens, const Hints& hints, uint64_t article, size_t i) {
  LabelScores scores{};
  for (int offset = -kReach; offset <= kReach; ++offset)
    add_word(neighbour(tokens, i, offset), offset, scores);
  signs_.clear();
  add_context_signs(tokens, hints, article, i, signs_);
  model_->add_all(signs_, scores);
  return scores;
}

std::vector<Candidate> Tagger::find(const TokenList& tokens, const std::vector<Candidate>& ruled,
                                    uint64_t article, uint32_t generation) {
  if (generation != generation_) words_.clear();
  generation_ = generation;
  const std::vector<Window> windows = find_windows(tokens, ruled);
  const Hints hints(tokens, ruled, windows);
  std::vector<Candidate> names;
  std::vector<LabelScores> scores;
  for (const Window& window : windows) {
    scores.clear();
    for (size_t i = window.first; i < window.last; ++i) scores.push_back(score(tokens, hints, article, i));
    add_names(best_labels(scores, model_->transitions()), window.first, names);
  }
  return names;
}

}  // namespace depeche::entities
