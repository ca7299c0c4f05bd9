#include "searcher/options.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <unistd.h>

#include "common/error.h"
#include "common/index_layout.h"
#include "common/message.h"
#include "common/text/visible.h"
#include "searcher/action_spec.h"
#include "searcher/entity_list.h"
#include "searcher/export/export_form.h"
#include "searcher/filters.h"
#include "searcher/option_table.h"
#include "searcher/query/parser.h"
#include "searcher/raw_options.h"
#include "searcher/view_options.h"

namespace depeche {
namespace {

using Action = SearcherOptions::Action;
using Takes = ActionSpec::Takes;
using Colour = SearcherOptions::Colour;

constexpr unsigned kMinWidth = 20, kMaxWidth = 10000;
constexpr double kMaxSeconds = 86400;

/// --format of an export, and where it goes.
void read_export(const RawOptions& raw, SearcherOptions& options) {
  ExportRequest& request = options.exported;
  const std::string* output = raw.value("output");
  if (const std::string* record = raw.value("replay")) request.record = *record;
  if (output && options.action != Action::kExport)
    throw misuse(
        tr("--output takes an export: add --format bibtex, ris, csl, iramuteq, txm, tei or gargantext"));
  if (options.action == Action::kReplay && !raw.has("time-limit")) options.search.time_limit = 0;
  if (options.action != Action::kExport) return;
  request.form = find_export_form(*raw.value("format"));
  if (output && output->empty()) throw misuse(tr("--output: name a file, or a directory for txm"));
  if (output) request.output = *output;
  if (request.form->directory && !output)
    throw misuse(tr("--format {} writes a file for every article: add --output DIR", request.form->name));
  if (!raw.has("limit")) options.search.limit = kMaxArticles;
  if (!raw.has("time-limit")) options.search.time_limit = 0;
  request.typed = join_arguments(raw.words);
  for (const Filter& given : raw.given)
    if (given.option->group == SearcherOption::Group::kFilter)
      request.filters.emplace_back(given.option->name, given.value);
  if (const std::string* aliases = raw.value("aliases")) request.aliases = *aliases;
}

/// --format; exports have another meaning than the rest, but a message names them too.
void read_format(const RawOptions& raw, SearcherOptions& options) {
  Choices<OutputFormat> choices{{"text", OutputFormat::kText},
                                {"json", OutputFormat::kJson},
                                {"jsonl", OutputFormat::kJsonl},
                                {"csv", OutputFormat::kCsv},
                                {"ids", OutputFormat::kIds}};
  if (options.action == Action::kStanding) choices.emplace_back("mbox", OutputFormat::kMbox);
  if (options.action == Action::kNetwork) choices.emplace_back("gexf", OutputFormat::kGexf);
  if (options.action == Action::kSearch || options.action == Action::kExport)
    for (const ExportForm& form : export_forms()) choices.emplace_back(form.name, OutputFormat::kText);
  read_choice<OutputFormat>(raw, "format", choices, options.format);
}

/// The query text as a question, if it is one: as --ask and --no-ask say, else as it looks.
std::optional<Question> find_question(const RawOptions& raw, const std::string& text, Day now,
                                      unsigned width) {
  if (raw.has("ask") && raw.has("no-ask"))
    throw misuse(tr("--{} and --{} exclude each other", "ask", "no-ask"));
  if (raw.words.empty() || raw.has("no-ask")) return std::nullopt;
  if (!raw.has("ask") && !is_question(text, now)) return std::nullopt;
  auto read = read_question(text, now);
  if (const auto* error = std::get_if<QueryError>(&read)) throw to_error(*error, text, width);
  return std::get<Question>(std::move(read));
}

/// Query text and filters, and what a question asks for unless options say otherwise.
void read_asked(const RawOptions& raw, unsigned width, SearcherOptions& options) {
  const std::string text = join_arguments(raw.words);
  options.question = find_question(raw, text, options.now, width);
  if (!options.question) {
    options.query = read_query(text, raw, options.now, width);
    if (options.query.kind == Query::Kind::kAll && spec_of(options.action).takes != Takes::kQueryOrAll)
      throw misuse(tr("nothing to search for: write a query or a filter"));
    return;
  }
  Question& question = *options.question;
  question.query = options.query = combine(std::move(question.query), raw.given, options.now, width);
  if (!raw.has("sort") && question.sort) options.search.sort = *question.sort;
  if (!raw.has("limit") && question.limit) options.search.limit = *question.limit;
  if (options.action != Action::kSearch || options.format == OutputFormat::kIds) return;
  if (question.asked == Question::Asked::kCount) options.action = Action::kCount;
  if (question.asked == Question::Asked::kValues) {
    options.action = Action::kFacets;
    options.facets = question.fields;
  }
}

/// Options that mean nothing without another.
void require_owners(const RawOptions& raw, OutputFormat format) {
  constexpr std::pair<std::string_view, std::string_view> kOwned[] = {
      {"context", "kwic"},  {"group", "kwic"},    {"compare", "timeline"},     {"measure", "timeline"},
      {"scope", "cooccur"}, {"nodes", "network"}, {"min-articles", "network"}, {"since-run", "standing"}};
  for (const auto& [option, owner] : kOwned)
    if (raw.has(option) && !raw.has(owner))
      throw misuse(tr("--{0} belongs to --{1}: add --{1}, or leave --{0} out", option, owner));
  for (const char* option : {"sep", "bom"})
    if (raw.has(option) && format != OutputFormat::kCsv)
      throw misuse(tr("--{0} belongs to --{1}: add --{1}, or leave --{0} out", option, "format csv"));
  if (raw.has("standing") && !raw.has("since-run"))
    throw misuse(tr("--standing needs --since-run: the number of a state, last or a file that remembers it"));
  for (const char* option : {"ask", "offset"})
    if (raw.has("standing") && raw.has(option))
      throw misuse(tr("--{} and --{} exclude each other", option, "standing"));
  if (raw.has("group") && raw.has("sort"))
    throw misuse(tr("--{} and --{} exclude each other", "group", "sort"));
}

/// Lists for people and programs that can tell of copies leave them out; counts do where they are asked to.
void read_stories(const RawOptions& raw, SearcherOptions& options) {
  const bool list = options.action == Action::kSearch || options.action == Action::kLike;
  const bool count = options.action == Action::kCount || options.action == Action::kFacets ||
                     options.action == Action::kTimeline;
  if (raw.has("copies") && !list) throw misuse(tr("--copies belongs to the list of articles: leave it out"));
  if (raw.has("per") && !count)
    throw misuse(tr("--per belongs to --count, --facets and --timeline: add one of them, or leave it out"));
  const bool tells = options.format != OutputFormat::kIds && options.format != OutputFormat::kCsv;
  if (list) options.search.per_story = tells && !raw.has("copies");
  read_choice<bool>(raw, "per", {{"article", false}, {"story", true}, {"histoire", true}},
                    options.search.per_story);
}

/// One character of ASCII, or its name.
char read_separator(const std::string& text) {
  if (text == "tab" || text == "\\t") return '\t';
  if (text.size() != 1 || static_cast<unsigned char>(text[0]) >= 0x80 || text[0] == '"' || text[0] == '\n' ||
      text[0] == '\r' || text[0] == '\0')
    throw misuse(tr("--sep {}: write one ASCII character that is no quote, such as ; or the word tab",
                    visible_text(text)));
  return text[0];
}

/// Standing queries, under the filters, and what is told of them: whatever is new, the newest first, however
/// long it takes.
void read_standing(const RawOptions& raw, unsigned width, SearcherOptions& options) {
  options.standing = read_standing_queries(
      *raw.value("standing"), {.now = options.now, .width = width, .questions = !raw.has("no-ask")});
  for (StandingQuery& standing : options.standing) {
    standing.query = combine(std::move(standing.query), raw.given, options.now, width);
    if (standing.question) standing.question->query = standing.query;
  }
  options.since_run = SinceRun::read(*raw.value("since-run"));
  if (!raw.has("limit")) options.search.limit = kMaxArticles;
  if (!raw.has("sort")) options.search.sort = SortOrder::kNewestFirst;
  if (!raw.has("time-limit")) options.search.time_limit = 0;
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
  read_export(raw, options);
  read_format(raw, options);
  read_choice<Colour>(raw, "color",
                      {{"auto", Colour::kAuto}, {"always", Colour::kAlways}, {"never", Colour::kNever}},
                      options.colour);
  const unsigned width = output_terminal(options, STDERR_FILENO).width;
  const std::string* now = raw.value("now");
  options.now = now ? read_day("now", *now, today(), width) : today();
  if (!spec_of(options.action).ids && options.format == OutputFormat::kIds)
    throw misuse(tr("--format ids lists articles only: choose text, json or jsonl"));
  if (!spec_of(options.action).records && options.format == OutputFormat::kCsv)
    throw misuse(tr("--format csv prints lists and tables only: choose text, json or jsonl"));
  require_owners(raw, options.format);
  if (const std::string* separator = raw.value("sep")) options.csv.separator = read_separator(*separator);
  options.csv.bom = raw.has("bom");
  read_view_options(raw, options);
  for (const char* name : {"show", "why", "versions", "diff", "like"})
    if (const std::string* id = raw.value(name)) options.id = *id;
  if (const std::string* pattern = raw.value("entities")) {
    options.text = *pattern;
    (void)KeyPattern(options.text);  // a mistake is told before the index is opened
  }
  for (const char* name : {"analyze", "variants"})
    if (const std::string* text = raw.value(name)) options.text = *text;
  if (options.action == Action::kAnalyze) return options;
  if (options.action == Action::kStanding) {
    read_standing(raw, width, options);
  } else if (spec_of(options.action).takes != Takes::kNoQuery) {
    read_asked(raw, width, options);
    options.search.count_hits = options.action == Action::kCount;
    read_compared(raw, width, options);
  }
  if (spec_of(options.action).takes != Takes::kNoQuery) {
    const std::string* aliases = raw.value("aliases");
    options.aliases = aliases ? Aliases::read(*aliases).over(Aliases::shipped()) : Aliases::shipped();
  }
  read_stories(raw, options);
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
