#include "searcher/related/cooccurrence.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

#include "common/facet_values.h"
#include "common/slot_reader.h"
#include "common/text_hash.h"
#include "searcher/deadline.h"
#include "searcher/deduction.h"
#include "searcher/hit_reader.h"
#include "searcher/hit_scan.h"
#include "searcher/related/asked.h"
#include "searcher/related/word_tally.h"

namespace depeche {
namespace {

/// Counts, unit by unit (article or sentence), in which of them names or words stand.
class UnitTally {
 public:
  void start_unit(bool matching) {
    ++compared_;
    matching_ += matching ? 1 : 0;
    is_matching_ = matching;
  }
  void add(FieldId field, std::string_view key, std::string_view form, uint64_t times = 1) {
    name_.assign(1, static_cast<char>(field)).append(key);
    auto found = entries_.find(name_);
    if (found == entries_.end()) found = entries_.try_emplace(name_).first;
    Entry& entry = found->second;
    if (entry.last_unit != compared_) {
      ++entry.everywhere;
      entry.together += is_matching_ ? 1 : 0;
    }
    entry.last_unit = compared_;
    if (is_matching_) entry.add(form, times);
  }
  /// Units of other articles.
  void add(const UnitTally& other) {
    compared_ += other.compared_;
    matching_ += other.matching_;
    for (const auto& [name, entry] : other.entries_) {
      Entry& own = entries_[name];
      own.together += entry.together;
      own.everywhere += entry.everywhere;
      for (const auto& [form, times] : entry.forms) own.add(form, times);
    }
  }

  uint64_t compared() const { return compared_; }
  uint64_t matching() const { return matching_; }
  /// Those that stand in units that match.
  std::vector<Cooccurrent> items() const {
    std::vector<Cooccurrent> items;
    for (const auto& [name, entry] : entries_) {
      if (entry.together == 0) continue;
      items.push_back({static_cast<FieldId>(name[0]), name.substr(1), entry.usual_form(), entry.together,
                       entry.everywhere, 0, 0});
    }
    return items;
  }

 private:
  struct Entry {
    uint64_t together = 0, everywhere = 0, last_unit = 0;
    std::vector<std::pair<std::string, uint64_t>> forms;  // a few

    void add(std::string_view form, uint64_t times) {
      for (auto& [text, number] : forms)
        if (text == form) return void(number += times);
      forms.emplace_back(form, times);
    }
    /// The most frequent; of equals the first by its bytes.
    const std::string& usual_form() const {
      return std::ranges::min_element(
                 forms, {},
                 [](const auto& form) { return std::tuple(~form.second, std::string_view(form.first)); })
          ->first;
    }
  };
  TextMap<Entry> entries_;
  std::string name_;
  uint64_t compared_ = 0, matching_ = 0;
  bool is_matching_ = false;
};

bool is_of(FieldId field, FieldId asked) { return asked == FieldId::kEntity || field == asked; }

class Finder {
 public:
  Finder(const PublishedIndex& index, const Query& query, const CooccurrenceOptions& asked,
         const SearchOptions& options)
      : index_(index), query_(query), asked_(asked), options_(options), deadline_(options.time_limit) {}

  Cooccurrences find() {
    result_.asked = asked_;
    result_.offset = options_.offset;
    const FoundDocuments found = find_all_documents(index_, query_, options_);
    result_.articles = found.articles;
    result_.partial = found.partial;
    std::vector<Cooccurrent> items;
    if (asked_.scope == CooccurrenceScope::kSentence)
      items = in_sentences(evenly_spaced(found.docids, kMostReadForCooccurrence));
    else if (asked_.field)
      items = names_in_articles(found.docids);
    else
      items = words_in_articles(evenly_spaced(found.docids, kMostReadForCooccurrence));
    weigh(std::move(items));
    return std::move(result_);
  }

 private:
  /// Names of all live articles, from the slot of their values.
  std::vector<Cooccurrent> names_in_articles(const std::vector<uint32_t>& docids) {
    const FoundDocuments all = find_all_documents(index_, Query(), options_);
    SlotReader values(index_.database, kSlotFacets);
    UnitTally tally;
    auto next = docids.begin();
    for (const uint32_t docid : all.docids) {
      if (deadline_.passed()) {
        result_.partial = true;
        break;
      }
      const bool matching = next != docids.end() && *next == docid;
      if (matching) ++next;
      tally.start_unit(matching);
      visit_facet_values(values.at(docid), [&](const FacetValue& value) {
        if (value.field > FieldId::kOther || !is_of(value.field, *asked_.field)) return;
        const NamedEntity entity = named_entity(value, index_.surnames, options_.aliases);
        tally.add(value.field, entity.key, value.text, value.mentions);
      });
    }
    result_.read = static_cast<uint64_t>(next - docids.begin());
    result_.matching = tally.matching();
    result_.compared = tally.compared();
    return tally.items();
  }

  /// Words of articles that answer; the index knows in how many others they stand.
  std::vector<Cooccurrent> words_in_articles(const std::vector<uint32_t>& docids) {
    const TalliedWords tallied = tally_words(index_, docids, deadline_);
    result_.read = tallied.articles;
    if (tallied.articles < docids.size()) result_.partial = true;
    result_.matching = result_.read;
    result_.compared = index_.database.get_doccount();
    std::vector<Cooccurrent> items;
    for (const CountedWord& word : tallied.words) {
      // The index counts no compounds in capitals (CI-JOINTE): they have no stem.
      const uint64_t everywhere = index_.database.get_termfreq(word.term);
      if (everywhere >= word.articles)
        items.push_back({FieldId::kOther, word.term, word.text, word.articles, everywhere, 0, 0});
    }
    return items;
  }

  std::vector<Cooccurrent> in_sentences(const std::vector<uint32_t>& docids) {
    const HitReader reader(index_, query_, options_);
    std::vector<UnitTally> tallies(scan_width(docids.size()));
    std::vector<HitVisitor> visitors;
    const SurnameTable& surnames = index_.surnames.table();
    for (UnitTally& tally : tallies)
      visitors.emplace_back([&](uint32_t, const Match& match, HitFinder& finder) {
        count_sentences(match, finder, surnames, tally);
      });
    if (!scan_hits(index_, reader.plan(), docids, deadline_, visitors)) result_.partial = true;
    for (size_t i = 1; i < tallies.size(); ++i) tallies[0].add(tallies[i]);
    result_.read = docids.size();
    result_.matching = tallies[0].matching();
    result_.compared = tallies[0].compared();
    return tallies[0].items();
  }

  struct Place {
    FieldId field;
    std::string key, form;
  };

  /// What is counted of an article, by the field and sentence in which it stands.
  void count_sentences(const Match& match, HitFinder& finder, const SurnameTable& surnames,
                       UnitTally& tally) const {
    const Article& article = match.article;
    const auto sentence_of = [&article](TextField field, uint32_t offset) -> size_t {
      if (field != TextField::kText) return 0;
      return 1 + static_cast<size_t>(std::ranges::upper_bound(article.sentences, offset) -
                                     article.sentences.begin());
    };
    std::vector<std::vector<Place>> sentences(article.sentences.size() + 2);
    if (asked_.field)
      add_names(article, surnames, sentence_of, sentences);
    else
      add_words(article, finder, sentence_of, sentences);
    std::set<size_t> matching;
    for (const Span& hit : match.hits) matching.insert(sentence_of(hit.field, hit.begin));
    for (size_t i = 0; i < sentences.size(); ++i) {
      const bool exists =
          i == 0 ? !article.title.empty() : i > 1 || (article.sentences.empty() && !article.text.empty());
      if (!exists && sentences[i].empty() && !matching.contains(i)) continue;
      tally.start_unit(matching.contains(i));
      for (const Place& place : sentences[i]) tally.add(place.field, place.key, place.form);
    }
  }

  template <typename SentenceOf>
  void add_names(const Article& article, const SurnameTable& surnames, SentenceOf sentence_of,
                 std::vector<std::vector<Place>>& sentences) const {
    const Deductions deduced = deductions(article, surnames);
    auto next = deduced.begin();
    for (size_t i = 0; i < article.mentions.size(); ++i) {
      const Mention& mention = article.mentions[i];
      const bool is_deduced = next != deduced.end() && next->mention == i;
      std::string key = is_deduced ? (next++)->surname.key : mention.key;
      if (!is_of(field_of(mention.type), *asked_.field)) continue;
      if (mention.span.field != TextField::kTitle && mention.span.field != TextField::kText) continue;
      if (const AliasGroup* group = options_.aliases ? options_.aliases->find(key) : nullptr)
        key = group->keys.front();
      const Span& span = mention.span;
      sentences[sentence_of(span.field, span.begin)].push_back(
          {field_of(mention.type), std::move(key),
           article.field(span.field).substr(span.begin, span.end - span.begin)});
    }
  }

  template <typename SentenceOf>
  static void add_words(const Article& article, HitFinder& finder, SentenceOf sentence_of,
                        std::vector<std::vector<Place>>& sentences) {
    const ArticleTokens& tokens = finder.tokens(article);
    for (const TextField field : {TextField::kTitle, TextField::kText})
      for (const Token& token : field == TextField::kTitle ? tokens.title : tokens.text) {
        const Word& word = finder.word(article.field(field), token);
        if (may_tell(token, word))
          sentences[sentence_of(field, token.begin)].push_back(
              {FieldId::kOther, counted_term(word), word.lower});
      }
  }

  /// Keeps what stands out, the page of it.
  void weigh(std::vector<Cooccurrent> items) {
    const Asked asked = asked_by(query_);
    std::erase_if(items, [&](Cooccurrent& item) {
      if (asked_.field ? asked.keys.contains(item.key) : asked.terms.contains(item.key)) return true;
      item.expected = static_cast<double>(result_.matching) * static_cast<double>(item.everywhere) /
                      static_cast<double>(std::max<uint64_t>(result_.compared, 1));
      item.likelihood = log_likelihood(item.together, result_.matching, item.everywhere, result_.compared);
      return static_cast<double>(item.together) <= item.expected || item.likelihood <= 0;
    });
    std::ranges::sort(items, [](const Cooccurrent& a, const Cooccurrent& b) {
      return std::tie(b.likelihood, a.text, a.field) < std::tie(a.likelihood, b.text, b.field);
    });
    result_.found = items.size();
    const auto begin = std::min<uint64_t>(options_.offset, items.size());
    const auto end = begin + std::min<uint64_t>(options_.limit, items.size() - begin);
    result_.top.assign(std::make_move_iterator(items.begin() + static_cast<ptrdiff_t>(begin)),
                       std::make_move_iterator(items.begin() + static_cast<ptrdiff_t>(end)));
  }

  const PublishedIndex& index_;
  const Query& query_;
  const CooccurrenceOptions& asked_;
  const SearchOptions& options_;
  Deadline deadline_;
  Cooccurrences result_;
};

}  // namespace

Cooccurrences find_cooccurrents(const PublishedIndex& index, const Query& query,
                                const CooccurrenceOptions& asked, const SearchOptions& options) {
  return Finder(index, query, asked, options).find();
}

double log_likelihood(uint64_t together, uint64_t matching, uint64_t everywhere, uint64_t compared) {
  if (compared == 0) return 0;
  const auto all = static_cast<double>(compared);
  const auto part = [all](uint64_t observed, uint64_t row, uint64_t column) {
    if (observed == 0) return 0.0;
    const double expected = static_cast<double>(row) * static_cast<double>(column) / all;
    return static_cast<double>(observed) * std::log(static_cast<double>(observed) / expected);
  };
  const uint64_t others = compared - matching, without = compared - everywhere;
  return 2 * (part(together, matching, everywhere) + part(matching - together, matching, without) +
              part(everywhere - together, others, everywhere) +
              part(others - (everywhere - together), others, without));
}

std::string_view name_of(CooccurrenceScope scope) {
  return scope == CooccurrenceScope::kArticle ? "article" : "sentence";
}

}  // namespace depeche
