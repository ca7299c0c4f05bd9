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
         action == Action::kExplain;
}

/// Whether the answer can be identifiers.
bool lists_articles(Action action) {
  return action != Action::kFacets && action != Action::kEntities && action != Action::kWhy &&
         action != Action::kVersions && action != Action::kDiff;
}

Action read_action(const RawOptions& raw) {
  static const Choices<Action> kActions{
      {"count", Action::kCount},       {"facets", Action::kFacets},   {"entities", Action::kEntities},
      {"why", Action::kWhy},           {"explain", Action::kExplain}, {"show", Action::kShow},
      {"versions", Action::kVersions}, {"diff", Action::kDiff},       {"analyze", Action::kAnalyze}};
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
  if (takes_query(action) && action != Action::kFacets && !asks)
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

/// The query text as a question, if it is one: as --ask and --no-ask say, else as it looks.
std::optional<Question> read_asked(const RawOptions& raw, const std::string& text, Day now, unsigned width) {
  if (raw.has("ask") && raw.has("no-ask"))
    throw usage_error(tr("--{} and --{} exclude each other", "ask", "no-ask"));
  if (raw.words.empty() || raw.has("no-ask")) return std::nullopt;
  if (!raw.has("ask") && !is_question(text, now)) return std::nullopt;
  auto read = read_question(text, now);
  if (const auto* error = std::get_if<QueryError>(&read)) throw to_error(*error, text, width);
  return std::get<Question>(std::move(read));
}

Query read_query_text(const std::string& text, Day now, unsigned width) {
  auto parsed = parse(text, now);
  if (const auto* error = std::get_if<QueryError>(&parsed)) throw to_error(*error, text, width);
  return std::get<Query>(std::move(parsed));
}

/// Query text and filters, and what a question asks for unless options say otherwise.
void read_query(const RawOptions& raw, unsigned width, SearcherOptions& options) {
  const std::string text = join_arguments(raw.words);
  options.question = read_asked(raw, text, options.now, width);
  Query query = options.question ? options.question->query : read_query_text(text, options.now, width);
  options.query = combine(std::move(query), raw.given, options.now, width);
  if (!options.question) {
    if (options.query.kind == Query::Kind::kAll && options.action != Action::kFacets)
      throw usage_error(tr("nothing to search for: write a query or a filter"));
    return;
  }
  Question& question = *options.question;
  question.query = options.query;
  if (!raw.has("sort") && question.sort) options.search.sort = *question.sort;
  if (!raw.has("limit") && question.limit) options.search.limit = *question.limit;
  if (options.action != Action::kSearch || options.format == OutputFormat::kIds) return;
  if (question.asked == Question::Asked::kCount) options.action = Action::kCount;
  if (question.asked == Question::Asked::kValues) {
    options.action = Action::kFacets;
    options.facets = question.fields;
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
  read_choice<SortOrder>(raw, "sort",
                         {{"relevance", SortOrder::kRelevance},
                          {"date", SortOrder::kOldestFirst},
                          {"-date", SortOrder::kNewestFirst}},
                         options.search.sort);
  read_choice<OutputFormat>(raw, "format",
                            {{"text", OutputFormat::kText},
                             {"json", OutputFormat::kJson},
                             {"jsonl", OutputFormat::kJsonl},
                             {"ids", OutputFormat::kIds}},
                            options.format);
  read_choice<Colour>(raw, "color",
                      {{"auto", Colour::kAuto}, {"always", Colour::kAlways}, {"never", Colour::kNever}},
                      options.colour);
  const unsigned width = output_terminal(options, STDERR_FILENO).width;
  const std::string* now = raw.value("now");
  options.now = now ? read_day("now", *now, today(), width) : today();
  read_number<uint64_t>(raw, "facet-limit", 1, kMaxArticles, options.facet_limit);
  if (const std::string* list = raw.value("facets")) options.facets = read_facets(*list);
  if (!lists_articles(options.action) && options.format == OutputFormat::kIds)
    throw usage_error(tr("--format ids lists articles only: choose text, json or jsonl"));
  for (const char* name : {"show", "why", "versions", "diff"})
    if (const std::string* id = raw.value(name)) options.id = *id;
  if (const std::string* pattern = raw.value("entities")) {
    options.text = *pattern;
    (void)KeyPattern(options.text);  // a mistake is told before the index is opened
  }
  if (const std::string* text = raw.value("analyze")) options.text = *text;
  if (options.action == Action::kAnalyze) return options;
  if (takes_query(options.action)) {
    read_query(raw, width, options);
    options.search.count_hits = options.action == Action::kCount;
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
