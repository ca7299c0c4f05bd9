#include "searcher/view_options.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "common/message.h"
#include "common/text/fold.h"
#include "common/text/visible.h"
#include "searcher/query/parser.h"

namespace depeche {
namespace {

using Action = SearcherOptions::Action;

constexpr uint64_t kMostNodes = 10'000;

/// The fields of --facets, each once.
std::vector<const FacetField*> read_facets(const std::string& list) {
  std::vector<const FacetField*> fields;
  for (size_t begin = 0; begin <= list.size();) {
    const size_t end = std::min(list.find(',', begin), list.size());
    const std::string name = list.substr(begin, end - begin);
    const FacetField* field = find_facet_field(name);
    if (!field)
      throw misuse(
          tr("--facets {}: choose from {}, separated by commas", visible_text(name), facet_field_names()));
    if (std::ranges::count(fields, field) == 0) fields.push_back(field);
    begin = end + 1;
  }
  return fields;
}

void read_sort(const RawOptions& raw, SearcherOptions& options) {
  struct Sorting {
    SortOrder articles = SortOrder::kRelevance;
    LineOrder lines = LineOrder::kArticles;
  } sorting;
  Choices<Sorting> choices{{"relevance", {}},
                           {"date", {SortOrder::kOldestFirst}},
                           {"-date", {SortOrder::kNewestFirst}},
                           {"article", {SortOrder::kId}}};
  if (options.action == Action::kKwic) {
    choices.push_back({"left", {SortOrder::kRelevance, LineOrder::kLeft}});
    choices.push_back({"right", {SortOrder::kRelevance, LineOrder::kRight}});
  }
  read_choice<Sorting>(raw, "sort", choices, sorting);
  options.search.sort = sorting.articles;
  options.concordance.order = sorting.lines;
}

void read_concordance(const RawOptions& raw, SearcherOptions& options) {
  constexpr unsigned kMostContext = 1000;
  constexpr uint64_t kLines = 50;
  if (options.action == Action::kKwic && !raw.has("limit")) options.search.limit = kLines;
  read_number<unsigned>(raw, "context", 0, kMostContext, options.concordance.context);
  if (!raw.has("group")) return;
  options.grouping = HitGrouping::kForm;
  read_choice<HitGrouping>(
      raw, "group",
      {{"form", HitGrouping::kForm}, {"left1", HitGrouping::kLeft1}, {"right1", HitGrouping::kRight1}},
      *options.grouping);
}

/// --cooccur: an entity field, or words.
void read_cooccurrence(const RawOptions& raw, SearcherOptions& options) {
  read_choice<CooccurrenceScope>(raw, "scope",
                                 {{"article", CooccurrenceScope::kArticle},
                                  {"sentence", CooccurrenceScope::kSentence},
                                  {"phrase", CooccurrenceScope::kSentence}},
                                 options.cooccurrence.scope);
  const std::string* name = raw.value("cooccur");
  if (!name) return;
  const std::string folded = fold(*name);
  if (folded == "words" || folded == "mots") return;
  const FieldSpec* field = find_field(*name);
  if (!field || field->id > FieldId::kEntity)
    throw misuse(tr("--cooccur {}: choose one of {}", visible_text(*name),
                    "personne, org, lieu, autre, entite, mots"));
  options.cooccurrence.field = field->id;
}

/// Whether --keyness is given dates and no query: 2018, 2018-06..2019, "été 2018..hier".
bool is_date_range(const std::string& text) {
  const auto is_date_sign = [](char c) { return (c >= '0' && c <= '9') || c == '-'; };
  return text.find("..") != std::string::npos ||
         (text.size() >= 4 && std::ranges::all_of(text, is_date_sign));
}

/// --keyness: another query under the same filters, or the same query in other dates.
void read_reference(const RawOptions& raw, unsigned width, SearcherOptions& options) {
  const std::string* text = raw.value("keyness");
  if (!text) return;
  if (is_date_range(*text)) {
    const std::string typed = "date:" + depeche::quoted(*text);
    auto dates = parse(typed, options.now);
    if (const auto* error = std::get_if<QueryError>(&dates)) throw to_error(*error, typed, width);
    options.reference = in_other_dates(options.query, std::get<Query>(dates));
  } else {
    options.reference = read_query(*text, raw, options.now, width);
    if (options.reference.kind == Query::Kind::kAll)
      throw misuse(tr("--keyness: write a query or a range of dates to compare with"));
  }
}

void read_timeline(const RawOptions& raw, unsigned width, SearcherOptions& options) {
  constexpr size_t kMostCompared = 7;  // eight columns are what a terminal has room for
  read_choice<PeriodUnit>(raw, "timeline",
                          {{"day", PeriodUnit::kDay},
                           {"week", PeriodUnit::kWeek},
                           {"month", PeriodUnit::kMonth},
                           {"year", PeriodUnit::kYear},
                           {"jour", PeriodUnit::kDay},
                           {"semaine", PeriodUnit::kWeek},
                           {"mois", PeriodUnit::kMonth},
                           {"annee", PeriodUnit::kYear}},
                          options.unit);
  read_choice<TimelineMeasure>(raw, "measure",
                               {{"articles", TimelineMeasure::kArticles},
                                {"share", TimelineMeasure::kShare},
                                {"rate", TimelineMeasure::kRate}},
                               options.measure);
  for (const Filter& given : raw.given) {
    if (given.option->name != "compare") continue;
    if (options.compared.size() == kMostCompared)
      throw misuse(tr("--compare: at most {} queries are shown beside the first", kMostCompared));
    options.compared.push_back(read_query(given.value, raw, options.now, width));
    if (options.compared.back().kind == Query::Kind::kAll)
      throw misuse(tr("--compare: nothing to search for: write a query"));
  }
}

}  // namespace

Query read_query(const std::string& text, const RawOptions& raw, Day now, unsigned width) {
  auto parsed = parse(text, now);
  if (const auto* error = std::get_if<QueryError>(&parsed)) throw to_error(*error, text, width);
  return combine(std::move(std::get<Query>(parsed)), raw.given, now, width);
}

void read_view_options(const RawOptions& raw, SearcherOptions& options) {
  read_sort(raw, options);
  read_number<uint64_t>(raw, "facet-limit", 1, kMaxArticles, options.facet_limit);
  if (const std::string* list = raw.value("facets")) options.facets = read_facets(*list);
  read_concordance(raw, options);
  read_cooccurrence(raw, options);
  read_number<uint64_t>(raw, "nodes", 2, kMostNodes, options.network.nodes);
  read_number<uint64_t>(raw, "min-articles", 1, kMaxArticles, options.network.least_weight);
  options.network.rows = options.search.limit;
}

void read_compared(const RawOptions& raw, unsigned width, SearcherOptions& options) {
  read_timeline(raw, width, options);
  read_reference(raw, width, options);
}

}  // namespace depeche
