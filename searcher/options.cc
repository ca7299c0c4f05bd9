#include "searcher/options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include <boost/program_options.hpp>
#include <unistd.h>

#include "common/error.h"
#include "common/index_layout.h"
#include "common/message.h"
#include "common/nearest.h"
#include "common/text/visible.h"
#include "searcher/entity_list.h"
#include "searcher/filters.h"
#include "searcher/option_table.h"
#include "searcher/query/parser.h"

namespace po = boost::program_options;

namespace depeche {
namespace {

using Action = SearcherOptions::Action;
using Colour = SearcherOptions::Colour;

constexpr unsigned kMinWidth = 20, kMaxWidth = 10000;
constexpr uint64_t kMaxArticles = 1'000'000'000;
constexpr double kMaxSeconds = 86400;

template <typename Value>
using Choices = std::vector<std::pair<std::string_view, Value>>;

Error usage_error(const std::string& what) {
  return Error(ExitCode::kUsage, tr("{} (see depeche-searcher --help)", what));
}

/// By name or alias; nullptr if there is none.
const SearcherOption* find_option(std::string_view name) {
  for (const SearcherOption& option : searcher_options())
    if (option.name == name || std::ranges::count(option.aliases, name) > 0) return &option;
  return nullptr;
}

/// What was typed; not yet checked.
struct RawOptions {
  std::vector<std::string> words;
  std::vector<Filter> given;  // every option in the order typed, filters and others

  const std::string* value(std::string_view name) const {
    for (const Filter& option : given)
      if (option.option->name == name) return &option.value;
    return nullptr;
  }
  bool has(std::string_view name) const { return value(name) != nullptr; }
};

std::string bare_name(std::string name) {
  name.erase(0, std::min(name.find_first_not_of('-'), name.size()));
  return visible_text(name.substr(0, name.find('=')));
}

Error to_usage_error(const po::error_with_option_name& error) {
  const std::string name = bare_name(error.get_option_name());
  if (dynamic_cast<const po::unknown_option*>(&error)) {
    std::vector<std::string> names;
    for (const SearcherOption& option : searcher_options()) {
      names.push_back(option.name);
      names.insert(names.end(), option.aliases.begin(), option.aliases.end());
    }
    const std::string nearest = nearest_name(name, names);
    return usage_error(nearest.empty() ? tr("there is no option --{}", name)
                                       : tr("there is no option --{}: did you mean --{}?", name, nearest));
  }
  if (const auto* syntax = dynamic_cast<const po::invalid_syntax*>(&error))
    return usage_error(syntax->kind() == po::invalid_syntax::extra_parameter
                           ? tr("--{} takes no value", name)
                           : tr("--{} needs a value", name));
  return usage_error(visible_text(error.what()));
}

/// Only long options: -word is a mistake of the query text, and told as such.
po::parsed_options split_arguments(const std::vector<std::string>& arguments) {
  po::options_description declared;
  for (const SearcherOption& option : searcher_options()) {
    std::vector<std::string> names = option.aliases;
    names.push_back(option.name);
    for (const std::string& name : names)
      if (option.value.empty())
        declared.add_options()(name.c_str(), "");
      else
        declared.add_options()(name.c_str(), po::value<std::string>(), "");
  }
  try {
    using namespace po::command_line_style;
    constexpr int kStyle = allow_long | long_allow_adjacent | long_allow_next;
    return po::command_line_parser(arguments).options(declared).style(kStyle).run();
  } catch (const po::error_with_option_name& error) {
    throw to_usage_error(error);
  } catch (const po::error& error) {
    throw usage_error(visible_text(error.what()));
  }
}

RawOptions read_arguments(std::vector<std::string> arguments) {
  if (arguments == std::vector<std::string>{"-h"}) arguments = {"--help"};
  RawOptions raw;
  for (const po::option& parsed : split_arguments(arguments).options) {
    std::string value = parsed.value.empty() ? "" : parsed.value.front();
    if (parsed.position_key >= 0) {
      raw.words.push_back(std::move(value));
      continue;
    }
    const SearcherOption* option = find_option(parsed.string_key);
    if (option->several == SearcherOption::Several::kRefused && !option->value.empty() &&
        raw.has(option->name))
      throw usage_error(tr("--{} is given more than once", option->name));
    raw.given.push_back({option, std::move(value)});
  }
  return raw;
}

template <typename Number>
void read_number(const RawOptions& raw, std::string_view name, Number least, Number most, Number& result) {
  const std::string* text = raw.value(name);
  if (!text) return;
  Number number{};
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc() || end != text->data() + text->size() || !(number >= least && number <= most))
    throw usage_error(tr("--{} {}: not a number from {} to {}", name, visible_text(*text), least, most));
  result = number;
}

template <typename Value>
void read_choice(const RawOptions& raw, std::string_view name, const Choices<Value>& choices, Value& result) {
  const std::string* text = raw.value(name);
  if (!text) return;
  std::string known;
  for (const auto& [word, value] : choices) {
    if (word == *text) {
      result = value;
      return;
    }
    known.append(known.empty() ? "" : ", ").append(word);
  }
  throw usage_error(tr("--{} {}: choose one of {}", name, visible_text(*text), known));
}

bool takes_query(Action action) {
  return action == Action::kSearch || action == Action::kCount || action == Action::kFacets ||
         action == Action::kKwic || action == Action::kTimeline || action == Action::kExplain;
}

/// Whether the query may be left out: all articles are counted.
bool counts_all(Action action) { return action == Action::kFacets || action == Action::kTimeline; }

/// Whether the answer can be identifiers.
bool lists_articles(Action action) {
  return action != Action::kFacets && action != Action::kEntities && action != Action::kWhy &&
         action != Action::kKwic && action != Action::kTimeline && action != Action::kVersions &&
         action != Action::kDiff;
}

/// Whether the answer can be records.
bool has_records(Action action) {
  return action != Action::kShow && action != Action::kWhy && action != Action::kVersions &&
         action != Action::kDiff;
}

Action read_action(const RawOptions& raw) {
  static const Choices<Action> kActions{
      {"count", Action::kCount},     {"facets", Action::kFacets},     {"entities", Action::kEntities},
      {"kwic", Action::kKwic},       {"timeline", Action::kTimeline}, {"why", Action::kWhy},
      {"explain", Action::kExplain}, {"show", Action::kShow},         {"versions", Action::kVersions},
      {"diff", Action::kDiff},       {"analyze", Action::kAnalyze}};
  Action action = Action::kSearch;
  std::string_view first;
  for (const auto& [name, value] : kActions) {
    if (!raw.has(name)) continue;
    if (!first.empty()) throw usage_error(tr("--{} and --{} exclude each other", first, name));
    first = name;
    action = value;
  }
  const bool asks = !raw.words.empty() || std::ranges::any_of(raw.given, [](const Filter& filter) {
    return filter.option->group == SearcherOption::Group::kFilter;
  });
  if (!takes_query(action) && asks)
    throw usage_error(tr("--{} takes one value in quotes and no query", first));
  if (takes_query(action) && !counts_all(action) && !asks)
    throw usage_error(tr("nothing to search for: write a query or a filter"));
  return action;
}

/// The fields of --facets, each once.
std::vector<const FacetField*> read_facets(const std::string& list) {
  std::vector<const FacetField*> fields;
  for (size_t begin = 0; begin <= list.size();) {
    const size_t end = std::min(list.find(',', begin), list.size());
    const std::string name = list.substr(begin, end - begin);
    const FacetField* field = find_facet_field(name);
    if (!field)
      throw usage_error(
          tr("--facets {}: choose from {}, separated by commas", visible_text(name), facet_field_names()));
    if (std::ranges::count(fields, field) == 0) fields.push_back(field);
    begin = end + 1;
  }
  return fields;
}

/// A query text under the filters.
Query read_query(const std::string& text, const RawOptions& raw, Day now, unsigned width) {
  auto parsed = parse(text, now);
  if (const auto* error = std::get_if<QueryError>(&parsed)) throw to_error(*error, text, width);
  return combine(std::move(std::get<Query>(parsed)), raw.given, now, width);
}

/// Options that mean nothing without another.
void require_owners(const RawOptions& raw, OutputFormat format) {
  constexpr std::pair<std::string_view, std::string_view> kOwned[] = {
      {"context", "kwic"}, {"group", "kwic"}, {"compare", "timeline"}, {"measure", "timeline"}};
  for (const auto& [option, owner] : kOwned)
    if (raw.has(option) && !raw.has(owner))
      throw usage_error(tr("--{0} belongs to --{1}: add --{1}, or leave --{0} out", option, owner));
  for (const char* option : {"sep", "bom"})
    if (raw.has(option) && format != OutputFormat::kCsv)
      throw usage_error(tr("--{0} belongs to --{1}: add --{1}, or leave --{0} out", option, "format csv"));
  if (raw.has("group") && raw.has("sort"))
    throw usage_error(tr("--{} and --{} exclude each other", "group", "sort"));
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

/// One character of ASCII, or its name.
char read_separator(const std::string& text) {
  if (text == "tab" || text == "\\t") return '\t';
  if (text.size() != 1 || static_cast<unsigned char>(text[0]) >= 0x80 || text[0] == '"' || text[0] == '\n' ||
      text[0] == '\r' || text[0] == '\0')
    throw usage_error(tr("--sep {}: write one ASCII character that is no quote, such as ; or the word tab",
                         visible_text(text)));
  return text[0];
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

void read_timeline(const RawOptions& raw, unsigned width, SearcherOptions& options) {
  constexpr size_t kMostCompared = 7;  // eight columns are what a terminal has room for
  read_choice<PeriodUnit>(raw, "timeline",
                          {{"day", PeriodUnit::kDay},
                           {"week", PeriodUnit::kWeek},
                           {"month", PeriodUnit::kMonth},
                           {"year", PeriodUnit::kYear}},
                          options.unit);
  read_choice<TimelineMeasure>(raw, "measure",
                               {{"articles", TimelineMeasure::kArticles},
                                {"share", TimelineMeasure::kShare},
                                {"rate", TimelineMeasure::kRate}},
                               options.measure);
  for (const Filter& given : raw.given) {
    if (given.option->name != "compare") continue;
    if (options.compared.size() == kMostCompared)
      throw usage_error(tr("--compare: at most {} queries are shown beside the first", kMostCompared));
    options.compared.push_back(read_query(given.value, raw, options.now, width));
    if (options.compared.back().kind == Query::Kind::kAll)
      throw usage_error(tr("--compare: nothing to search for: write a query"));
  }
}

}  // namespace

SearcherOptions parse_searcher_options(int argc, const char* const argv[]) {
  const RawOptions raw = read_arguments({argv + std::min(argc, 1), argv + argc});
  SearcherOptions options;
  if (raw.has("help") || raw.has("version")) {
    options.action = raw.has("help") ? Action::kHelp : Action::kVersion;
    return options;
  }
  options.action = read_action(raw);
  read_number<unsigned>(raw, "width", kMinWidth, kMaxWidth, options.width);
  read_number<uint64_t>(raw, "limit", 1, kMaxArticles, options.search.limit);
  read_number<uint64_t>(raw, "offset", 0, kMaxArticles, options.search.offset);
  read_number<double>(raw, "time-limit", 0, kMaxSeconds, options.search.time_limit);
  read_sort(raw, options);
  read_choice<OutputFormat>(raw, "format",
                            {{"text", OutputFormat::kText},
                             {"json", OutputFormat::kJson},
                             {"jsonl", OutputFormat::kJsonl},
                             {"csv", OutputFormat::kCsv},
                             {"ids", OutputFormat::kIds}},
                            options.format);
  read_choice<Colour>(raw, "color",
                      {{"auto", Colour::kAuto}, {"always", Colour::kAlways}, {"never", Colour::kNever}},
                      options.colour);
  options.search.count_hits = options.action == Action::kCount;
  const unsigned width = output_terminal(options, STDERR_FILENO).width;
  const std::string* now = raw.value("now");
  options.now = now ? read_day("now", *now, today(), width) : today();
  read_number<uint64_t>(raw, "facet-limit", 1, kMaxArticles, options.facet_limit);
  if (const std::string* list = raw.value("facets")) options.facets = read_facets(*list);
  if (!lists_articles(options.action) && options.format == OutputFormat::kIds)
    throw usage_error(tr("--format ids lists articles only: choose text, json or jsonl"));
  if (!has_records(options.action) && options.format == OutputFormat::kCsv)
    throw usage_error(tr("--format csv prints lists and tables only: choose text, json or jsonl"));
  require_owners(raw, options.format);
  if (const std::string* separator = raw.value("sep")) options.csv.separator = read_separator(*separator);
  options.csv.bom = raw.has("bom");
  read_concordance(raw, options);
  for (const char* name : {"show", "why", "versions", "diff"})
    if (const std::string* id = raw.value(name)) options.id = *id;
  if (const std::string* pattern = raw.value("entities")) {
    options.text = *pattern;
    (void)KeyPattern(options.text);  // a mistake is told before the index is opened
  }
  if (const std::string* text = raw.value("analyze")) options.text = *text;
  if (options.action == Action::kAnalyze) return options;
  if (takes_query(options.action)) {
    options.query = read_query(join_arguments(raw.words), raw, options.now, width);
    if (options.query.kind == Query::Kind::kAll && !counts_all(options.action))
      throw usage_error(tr("nothing to search for: write a query or a filter"));
    read_timeline(raw, width, options);
    const std::string* aliases = raw.value("aliases");
    options.aliases = aliases ? Aliases::read(*aliases).over(Aliases::shipped()) : Aliases::shipped();
  }
  const std::string* index = raw.value("index");
  options.index = index_directory(index ? *index : "");
  return options;
}

Terminal output_terminal(const SearcherOptions& options, int fd) {
  Terminal terminal = Terminal::of(fd);
  if (options.width > 0) terminal.width = options.width;
  if (options.colour != Colour::kAuto) terminal.colour = options.colour == Colour::kAlways;
  return terminal;
}

}  // namespace depeche
