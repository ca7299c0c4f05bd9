#include "searcher/related/keyness.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "common/slot_reader.h"
#include "common/text_hash.h"
#include "searcher/deadline.h"
#include "searcher/hit_scan.h"
#include "searcher/related/asked.h"
#include "searcher/related/word_tally.h"

namespace depeche {
namespace {

/// Frequency per word, where a word that is missing counts half a time.
double relative(uint64_t times, uint64_t words) {
  return (times == 0 ? 0.5 : static_cast<double>(times)) / static_cast<double>(std::max<uint64_t>(words, 1));
}

/// The page of the likeliest ones; the number of all is told.
std::vector<KeyWord> likeliest(std::vector<KeyWord> words, const SearchOptions& options, uint64_t& found) {
  std::ranges::sort(words, [](const KeyWord& a, const KeyWord& b) {
    return std::tie(b.likelihood, a.text) < std::tie(a.likelihood, b.text);
  });
  found = words.size();
  words.erase(words.begin(),
              words.begin() + static_cast<ptrdiff_t>(std::min<uint64_t>(options.offset, words.size())));
  if (words.size() > options.limit) words.resize(options.limit);
  return words;
}

}  // namespace

Keyness find_key_words(const PublishedIndex& index, const Query& query, const Query& reference,
                       const SearchOptions& options) {
  const Deadline deadline(options.time_limit);
  Keyness result;
  TextMap<KeyWord> words;
  std::array<std::vector<uint32_t>, 2> answers;
  const Query* queries[] = {&query, &reference};
  for (size_t side = 0; side < 2; ++side) {
    SearchOptions asking = options;
    asking.time_limit = deadline.left();
    if (side == 1) asking.relaxation = nullptr;
    FoundDocuments found = find_all_documents(index, *queries[side], asking);
    CountedSet& set = result.sets[side];
    set.query = to_text(*queries[side]);
    set.articles = found.articles;
    const std::vector<uint32_t> docids = evenly_spaced(found.docids, kMostReadForKeyness);
    const TalliedWords tallied = tally_words(index, docids, deadline);
    result.partial = result.partial || found.partial || tallied.articles < docids.size();
    set.read = tallied.articles;
    SlotReader lengths(index.database, kSlotWords);
    for (size_t i = 0; i < tallied.articles; ++i) set.words += words_of_slot(lengths.at(docids[i]));
    for (const CountedWord& word : tallied.words) {
      KeyWord& key = words.try_emplace(word.term, KeyWord{word.term, word.text, {}, 0, 0}).first->second;
      key.times[side] = word.tokens;
    }
    answers[side] = std::move(found.docids);
  }
  result.same = answers[0] == answers[1];

  const Asked asked = asked_by(query), of_reference = asked_by(reference);
  const auto [set_words, reference_words] = std::pair(result.sets[0].words, result.sets[1].words);
  std::vector<KeyWord> more, less;
  for (auto& [term, word] : words) {
    if (asked.terms.contains(term) || of_reference.terms.contains(term)) continue;
    word.likelihood = keyness_likelihood(word.times[0], set_words, word.times[1], reference_words);
    word.log_ratio = std::log2(relative(word.times[0], set_words) / relative(word.times[1], reference_words));
    if (word.likelihood > 0 && word.log_ratio != 0) (word.log_ratio > 0 ? more : less).push_back(word);
  }
  result.more = likeliest(std::move(more), options, result.found_more);
  result.less = likeliest(std::move(less), options, result.found_less);
  return result;
}

Query in_other_dates(const Query& query, const Query& dates) {
  const auto is_date = [](const Query& part) {
    return part.kind == Query::Kind::kDate && part.field == FieldId::kDate;
  };
  std::vector<Query> parts;
  if (query.kind == Query::Kind::kAnd)
    std::ranges::copy_if(query.children, std::back_inserter(parts), std::not_fn(is_date));
  else if (query.kind != Query::Kind::kAll && !is_date(query))
    parts.push_back(query);
  parts.push_back(dates);
  return join(Query::Kind::kAnd, std::move(parts));
}

double keyness_likelihood(uint64_t a, uint64_t a_words, uint64_t b, uint64_t b_words) {
  if (a_words == 0 || b_words == 0 || a + b == 0) return 0;
  const double share = static_cast<double>(a + b) / static_cast<double>(a_words + b_words);
  const auto part = [share](uint64_t times, uint64_t words) {
    if (times == 0) return 0.0;
    return static_cast<double>(times) *
           std::log(static_cast<double>(times) / (share * static_cast<double>(words)));
  };
  return 2 * (part(a, a_words) + part(b, b_words));
}

}  // namespace depeche
