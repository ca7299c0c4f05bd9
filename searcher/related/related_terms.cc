#include "searcher/related/related_terms.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "common/facet_values.h"
#include "common/schema.h"
#include "common/slot_reader.h"
#include "common/stored_article.h"
#include "common/term.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "searcher/deduction.h"
#include "searcher/names.h"
#include "searcher/related/asked.h"
#include "searcher/related/demonyms.h"
#include "searcher/related/word_tally.h"

namespace depeche {
namespace {

using Kind = RelatedTerm::Kind;

std::string field_query(FieldId field, const std::string& value) {
  Query query;
  query.kind = Query::Kind::kField;
  query.field = field;
  query.text = value;
  return to_text(query);
}

double bo1(uint64_t frequency, uint64_t of_index, uint64_t documents) {
  const double mean = static_cast<double>(std::max<uint64_t>(of_index, 1)) / static_cast<double>(documents);
  return static_cast<double>(frequency) * std::log2((1 + mean) / mean) + std::log2(1 + mean);
}

std::string term_of(const RelatedTerm& related, Analyzer& analyzer) {
  if (related.kind == Kind::kPlace)
    return make_term(field_spec(FieldId::kPlace).prefix, entity_key(analyzer, related.text));
  return counted_term(analyzer.word(related.text));
}

/// The best answers, read.
class Answers {
 public:
  Answers(const PublishedIndex& index, const std::vector<uint32_t>& docids) : database_(index.database) {
    for (const uint32_t docid : docids) {
      documents_.push_back(database_.get_document(docid));
      articles_.push_back(decode_article(documents_.back().get_data()));
    }
  }

  const std::vector<Article>& articles() const { return articles_; }
  size_t size() const { return articles_.size(); }
  /// A term stands out where two answers have it, or one of two.
  uint64_t least() const { return size() > 2 ? 2 : 1; }
  uint64_t having(const std::string& term) const {
    return static_cast<uint64_t>(std::ranges::count_if(documents_, [&term](const Xapian::Document& document) {
      auto it = document.termlist_begin();
      it.skip_to(term);
      return it != document.termlist_end() && *it == term;
    }));
  }

 private:
  const Xapian::Database& database_;
  std::vector<Xapian::Document> documents_;
  std::vector<Article> articles_;
};

std::vector<RelatedTerm> heaviest(std::vector<RelatedTerm> terms, uint64_t limit) {
  std::ranges::sort(terms, [](const RelatedTerm& a, const RelatedTerm& b) {
    return std::tie(b.weight, a.query) < std::tie(a.weight, b.query);
  });
  if (terms.size() > limit) terms.resize(limit);
  return terms;
}

std::vector<RelatedTerm> words_of(const Answers& answers, const Asked& asked, const PublishedIndex& index) {
  WordTally tally(WordTally::Names::kPassedOver);
  for (const Article& article : answers.articles()) tally.add(article);
  const uint64_t documents = index.database.get_doccount();
  std::vector<RelatedTerm> terms;
  for (const CountedWord& word : tally.words()) {
    if (word.articles < answers.least() || asked.terms.contains(word.term)) continue;
    const uint64_t frequency = index.database.get_collection_freq(word.term);
    terms.push_back({Kind::kWord, word.text, word.text, word.articles, index.database.get_termfreq(word.term),
                     bo1(word.tokens, frequency, documents)});
  }
  return terms;
}

std::vector<RelatedTerm> names_of(const Answers& answers, const Asked& asked, const PublishedIndex& index) {
  NameTally tallies[4];  // by FieldId
  for (const Article& article : answers.articles()) {
    for (NameTally& tally : tallies) tally.start_article();
    const std::string values = encode_facet_values(article);
    visit_facet_values(values, [&](const FacetValue& value) {
      if (value.field > FieldId::kOther) return;
      const NamedEntity entity = named_entity(value, index.surnames);
      tallies[static_cast<size_t>(value.field)].add(entity.key, value.text, entity.use, value.mentions);
    });
  }
  const uint64_t documents = index.database.get_doccount();
  std::vector<RelatedTerm> terms;
  for (size_t i = 0; i < std::size(tallies); ++i)
    for (const NameCount& name : tallies[i].most_frequent(tallies[i].names())) {
      if (name.articles < answers.least() || name.key.empty() || asked.keys.contains(name.key)) continue;
      const auto field = static_cast<FieldId>(i);
      const uint64_t articles = index.database.get_termfreq(make_term(field_spec(field).prefix, name.key));
      terms.push_back({Kind::kName, name.best_form(), field_query(field, name.best_form()), name.articles,
                       articles, bo1(name.articles, articles, documents)});
    }
  return terms;
}

}  // namespace

std::vector<RelatedTerm> related_demonyms(const Query& query) {
  const Demonyms& demonyms = Demonyms::shipped();
  const Asked asked = asked_by(query);
  std::vector<RelatedTerm> terms;
  for (const std::string& key : asked.keys)
    for (const std::string& demonym : demonyms.of_place(key))
      terms.push_back({.kind = Kind::kDemonym, .text = demonym, .query = demonym});
  std::set<std::string> places;
  for (const std::string& stem : asked.stems)
    for (const std::string& place : demonyms.places_of(stem)) places.insert(place);
  for (const std::string& place : places)
    terms.push_back({.kind = Kind::kPlace, .text = place, .query = field_query(FieldId::kPlace, place)});
  return terms;
}

RelatedTerms related_terms(const PublishedIndex& index, const Query& query, const SearchOptions& options) {
  RelatedTerms result;
  SearchOptions best = options;
  best.offset = 0;
  best.limit = kMostReadForRelated;
  const FoundDocuments found = find_documents(index, query, best);
  const Answers answers(index, found.docids);
  result.read = answers.size();
  result.articles = found.articles;
  result.partial = found.partial;

  Asked asked = asked_by(query);
  Analyzer analyzer;
  const std::vector<RelatedTerm> demonyms = related_demonyms(query);
  for (const RelatedTerm& demonym : demonyms) asked.terms.insert(term_of(demonym, analyzer));
  for (auto& terms : {heaviest(words_of(answers, asked, index), options.limit),
                      heaviest(names_of(answers, asked, index), options.limit)})
    result.terms.insert(result.terms.end(), terms.begin(), terms.end());
  for (RelatedTerm term : demonyms) {
    const std::string indexed = term_of(term, analyzer);
    term.answers = answers.having(indexed);
    term.articles = index.database.get_termfreq(indexed);
    result.terms.push_back(std::move(term));
  }
  return result;
}

std::string_view name_of(RelatedTerm::Kind kind) {
  switch (kind) {
    case Kind::kWord:
      return "word";
    case Kind::kName:
      return "name";
    case Kind::kDemonym:
      return "demonym";
    case Kind::kPlace:
      break;
  }
  return "place";
}

}  // namespace depeche
