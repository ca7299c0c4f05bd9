#include "indexer/options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <optional>
#include <thread>
#include <utility>

#include <boost/program_options.hpp>

#include "common/date_query.h"
#include "common/error.h"
#include "common/index_layout.h"
#include "common/manifest.h"
#include "common/message.h"
#include "common/nearest.h"
#include "common/text/visible.h"
#include "corpus/decode.h"
#include "corpus/formats/format_table.h"
#include "corpus/language.h"
#include "indexer/command_options.h"
#include "indexer/option_table.h"
#include "indexer/path_list.h"

namespace po = boost::program_options;

namespace depeche {
namespace {

constexpr unsigned kMaxThreads = 256;
constexpr size_t kLeastMemory = size_t{64} << 20;
constexpr uint32_t kMaxKeptVersions = 1'000'000;

/// What stands in --help for a value that names a file or directory.
constexpr std::string_view kNamedValues[] = {"FILE", "DIR"};

/// What was typed, by option name; not yet checked.
class RawOptions {
 public:
  RawOptions(int argc, const char* const argv[]);

  bool has(std::string_view name) const { return find(name) != nullptr; }
  std::optional<std::string> value(std::string_view name) const;
  std::vector<std::string> values(std::string_view name) const;
  const std::vector<std::string>& paths() const { return paths_; }

 private:
  const po::variable_value* find(std::string_view name) const;
  void require_names() const;

  po::variables_map values_;
  std::vector<std::string> paths_;
};

/// Without dashes and value.
std::string bare_name(std::string name) {
  name.erase(0, name.find_first_not_of('-'));
  return name.substr(0, name.find('='));
}

Error unknown_option(const std::string& name) {
  std::vector<std::string> names;
  for (const OptionSpec& option : kOptions) names.emplace_back(option.name);
  const std::string typed = (name.size() == 1 ? "-" : "--") + visible_text(name);
  const std::string nearest = nearest_name(name, names);
  return usage_error(nearest.empty() ? tr("there is no option {}", typed)
                                     : tr("there is no option {}: did you mean --{}?", typed, nearest));
}

Error to_usage_error(const po::error_with_option_name& error) {
  const std::string name = bare_name(error.get_option_name());
  if (dynamic_cast<const po::unknown_option*>(&error)) return unknown_option(name);
  if (dynamic_cast<const po::multiple_occurrences*>(&error))
    return usage_error(tr("--{} is given more than once", name));
  if (const auto* syntax = dynamic_cast<const po::invalid_syntax*>(&error))
    return usage_error(syntax->kind() == po::invalid_syntax::extra_parameter
                           ? tr("--{} takes no value", name)
                           : tr("--{} needs a value", name));
  return usage_error(visible_text(error.what()));
}

RawOptions::RawOptions(int argc, const char* const argv[]) {
  po::options_description declared;
  for (const OptionSpec& option : kOptions) {
    const std::string names = option.letter ? fmt::format("{},{}", option.name, option.letter) : option.name;
    if (option.repeatable)
      declared.add_options()(names.c_str(), po::value<std::vector<std::string>>()->composing());
    else if (option.value)
      declared.add_options()(names.c_str(), po::value<std::string>());
    else
      declared.add_options()(names.c_str(), po::value<bool>()->zero_tokens()->implicit_value(true));
  }
  try {
    constexpr int kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    const po::parsed_options parsed =
        po::command_line_parser(argc, argv).options(declared).style(kStyle).run();
    for (const po::option& option : parsed.options)
      if (option.position_key >= 0) paths_.push_back(option.value.front());
    po::store(parsed, values_);
  } catch (const po::error_with_option_name& error) {
    throw to_usage_error(error);
  } catch (const po::error& error) {
    throw usage_error(visible_text(error.what()));
  }
  require_names();
}

/// What a script's unset variable leaves is no path, and must not be taken for none given.
void RawOptions::require_names() const {
  if (std::ranges::count(paths_, "") > 0)
    throw usage_error(tr("a PATH is empty: name a file or directory, or leave it out"));
  for (const OptionSpec& option : kOptions) {
    const bool named = option.value && std::ranges::count(kNamedValues, std::string_view(option.value)) > 0;
    if (named && value(option.name) == "")
      throw usage_error(tr("--{}: the name is empty: write one, or leave out the option", option.name));
  }
}

const po::variable_value* RawOptions::find(std::string_view name) const {
  const auto found = values_.find(std::string(name));
  return found == values_.end() ? nullptr : &found->second;
}

std::optional<std::string> RawOptions::value(std::string_view name) const {
  const po::variable_value* found = find(name);
  return found ? std::optional(found->as<std::string>()) : std::nullopt;
}

std::vector<std::string> RawOptions::values(std::string_view name) const {
  const po::variable_value* found = find(name);
  return found ? found->as<std::vector<std::string>>() : std::vector<std::string>{};
}

template <typename Number>
Number read_number(std::string_view option, const std::string& text, Number least, Number most) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number >= least && number <= most)
    return number;
  throw usage_error(tr("--{} {}: not a number from {} to {}", option, visible_text(text), least, most));
}

/// Bytes: 536870912, 512M, 2G.
size_t read_size(std::string_view option, const std::string& text, size_t least) {
  constexpr std::pair<char, unsigned> kUnits[] = {{'K', 10}, {'M', 20}, {'G', 30}, {'T', 40}};
  size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  unsigned shift = 0;
  for (const auto& [letter, bits] : kUnits)
    if (end - rest == 1 && std::toupper(static_cast<unsigned char>(*rest)) == letter) shift = bits;
  if (error == std::errc() && (rest == end || shift > 0) && number <= (SIZE_MAX >> shift) &&
      number << shift >= least)
    return number << shift;
  throw usage_error(tr("--{0} {1}: not a size of at least {2}M: write for example 512M or 2G", option,
                       visible_text(text), least >> 20));
}

Day read_day(std::string_view option, const std::string& text, Day now) {
  const auto read = parse_day(text, now);
  if (const auto* error = std::get_if<DateQueryError>(&read))
    throw usage_error(tr("--{} {}: {}", option, visible_text(text), error->message));
  return std::get<Day>(read);
}

template <typename Value, size_t N>
Value read_choice(std::string_view option, const std::string& text,
                  const std::pair<std::string_view, Value> (&choices)[N]) {
  std::string known;
  for (const auto& [name, value] : choices) {
    if (name == text) return value;
    known.append(known.empty() ? "" : ", ").append(name);
  }
  throw usage_error(tr("--{} {}: choose one of {}", option, visible_text(text), known));
}

InputFormat read_format(const std::string& text) {
  if (const auto format = format_of_name(text)) return *format;
  throw usage_error(tr("--input-format {}: not a format; there are {}", visible_text(text), format_names()));
}

CorpusOptions corpus_options(const RawOptions& raw) {
  CorpusOptions corpus;
  corpus.paths = raw.paths();
  read_listed_paths(corpus, raw.has("null"), std::cin);
  corpus.root = raw.value("root").value_or(corpus.root);
  if (const auto format = raw.value("input-format")) corpus.format = read_format(*format);
  corpus.encoding = raw.value("encoding").value_or(corpus.encoding);
  const Decoder known_encoding(corpus.encoding);  // throws where there is none of that name
  for (const std::string& mapping : raw.values("map")) corpus.map.apply(mapping);
  corpus.language = raw.value("language").value_or(corpus.language);
  if (const auto languages = raw.value("languages")) {
    corpus.languages = language_codes(*languages);
    if (corpus.languages.empty())
      throw usage_error(tr("--languages {}: no codes of languages; write for example fr or fr,en",
                           visible_text(*languages)));
  }
  return corpus;
}

AnnotateOptions annotate_options(const RawOptions& raw, Day now) {
  AnnotateOptions annotate;
  annotate.dates = !raw.has("no-dates");
  annotate.entities = !raw.has("no-entities");
  annotate.repair = !raw.has("no-repair");
  annotate.placement.trust_mtime = raw.has("trust-mtime");
  if (const auto day = raw.value("reference-date"))
    annotate.placement.reference = read_day("reference-date", *day, now);
  return annotate;
}

/// Whether --format asks for JSON, where the other form is called `plain`.
bool asks_json(const RawOptions& raw, std::string_view plain) {
  const std::pair<std::string_view, bool> forms[] = {{plain, false}, {"json", true}};
  const auto format = raw.value("format");
  return format && read_choice("format", *format, forms);
}

DatesOptions dates_options(const RawOptions& raw, Day now) {
  constexpr std::pair<std::string_view, Convention> kConventions[] = {
      {"archive", Convention::kArchive}, {"past", Convention::kPast}, {"future", Convention::kFuture}};
  DatesOptions dates;
  dates.text = *raw.value("dates");
  const auto reference = raw.value("reference"), prefer = raw.value("prefer");
  dates.anchor.day = reference ? read_day("reference", *reference, now) : now;
  dates.anchor.limit = std::max(now, dates.anchor.day);
  if (prefer) dates.anchor.convention = read_choice("prefer", *prefer, kConventions);
  dates.json = asks_json(raw, "table");
  return dates;
}

void check_combination(const RunOptions& options) {
  const bool dry = options.action == RunOptions::Action::kDryRun;
  if (options.redate && dry)
    throw usage_error(tr("--dry-run writes no index, so --redate can change nothing: leave one out"));
  if (options.redate && !options.annotate.dates)
    throw usage_error(tr("--no-dates reads no dates, so --redate can place none: leave one out"));
  if (!options.entity_model.empty() && !options.annotate.entities)
    throw usage_error(
        tr("--no-entities recognises no names, so --entity-model means nothing: leave one out"));
  if (options.corpus.paths.empty() && !options.corpus.listed && !options.redate && !options.merge &&
      options.retry_rejects.empty())
    throw usage_error(tr("nothing to index: name the files and directories to read"));
  if (dry && !options.check)
    throw usage_error(tr("--dry-run checks no index, so --no-check means nothing: leave one out"));
  if (dry && !options.report.empty())
    throw usage_error(
        tr("--dry-run indexes nothing, so there is nothing for --report to tell: leave one out"));
}

/// Options that speak of the runs before.
void check_night(const RunOptions& options, bool max_prune) {
  const bool retry = !options.retry_rejects.empty();
  if (retry && !options.corpus.paths.empty())
    throw usage_error(tr("--retry-rejects names the files to read itself: leave out PATH"));
  if (retry && (options.redate || options.reread || options.prune.prune))
    throw usage_error(
        tr("--retry-rejects reads rejected records only: leave out --redate, --reread and --prune"));
  if (options.prune.prune && options.corpus.paths.empty() && !options.corpus.listed)
    throw usage_error(tr("--prune compares the index with the files that are there: name them by PATH"));
  if (max_prune && !options.prune.prune)
    throw usage_error(tr("--max-prune is a limit of --prune: add it, or leave both out"));
  if (options.action != RunOptions::Action::kIndex && (retry || options.reread || options.prune.prune))
    throw usage_error(tr("--dry-run writes no index: leave out --retry-rejects, --reread and --prune"));
  if (options.action != RunOptions::Action::kIndex && (options.merge || options.keep_versions))
    throw usage_error(tr("--dry-run writes no index: leave out --merge and --keep-versions"));
}

}  // namespace

bool RejectLimit::exceeded(uint64_t seen, uint64_t rejected) const {
  if (rejected == 0) return false;
  if (seen < from_records) return rejected == seen && percent < 100;
  return static_cast<double>(rejected) * 100 > percent * static_cast<double>(seen);
}

RunOptions parse_options(int argc, const char* const argv[]) {
  const RawOptions raw(argc, argv);
  RunOptions options;
  if (raw.has("help") || raw.has("version")) {
    options.action = raw.has("help") ? RunOptions::Action::kHelp : RunOptions::Action::kVersion;
    return options;
  }
  const auto now = raw.value("now");
  options.now = now ? read_day("now", *now, today()) : today();
  const auto has = [&raw](std::string_view name) { return raw.has(name); };
  if (const Command* command = find_command(has, !raw.paths().empty())) {
    options.action = command->action;
    if (command->action == RunOptions::Action::kDates) {
      options.dates = dates_options(raw, options.now);
      return options;
    }
    options.index = index_directory(raw.value("index").value_or(""));
    options.json = asks_json(raw, "text");
    options.output = raw.value("output").value_or("");
    return options;
  }
  if (raw.has("dry-run")) options.action = RunOptions::Action::kDryRun;
  options.corpus = corpus_options(raw);
  options.mappings = raw.values("map");
  options.annotate = annotate_options(raw, options.now);
  options.entity_model = raw.value("entity-model").value_or("");
  options.threads = std::clamp(std::thread::hardware_concurrency(), 1u, kMaxThreads);
  if (const auto threads = raw.value("threads"))
    options.threads = read_number("threads", *threads, 1u, kMaxThreads);
  if (const auto memory = raw.value("memory"))
    options.memory_bytes = read_size("memory", *memory, kLeastMemory);
  options.merge = raw.has("merge");
  if (const auto number = raw.value("keep-versions"))
    options.keep_versions = read_number("keep-versions", *number, 0u, kMaxKeptVersions);
  if (const auto percent = raw.value("max-rejects"))
    options.max_rejects = {.percent = read_number("max-rejects", *percent, 0.0, 100.0), .from_records = 0};
  options.report = raw.value("report").value_or("");
  options.rejects = raw.value("rejects").value_or("");
  options.quiet = raw.has("quiet");
  options.progress = raw.has("progress") || !options.quiet;
  options.annotate.placement.now = options.now;
  options.corpus.today = options.now;
  options.redate = raw.has("redate");
  options.check = !raw.has("no-check");
  options.reread = raw.has("reread");
  options.prune.prune = raw.has("prune");
  if (const auto percent = raw.value("max-prune"))
    options.prune.max_percent = read_number("max-prune", *percent, 0.0, 100.0);
  options.retry_rejects = raw.value("retry-rejects").value_or("");
  check_night(options, raw.has("max-prune"));
  check_combination(options);
  if (options.action == RunOptions::Action::kIndex || raw.has("index"))
    options.index = index_directory(raw.value("index").value_or(""));
  return options;
}

std::vector<std::string> reading_options(const RunOptions& options) {
  const CorpusOptions& corpus = options.corpus;
  const AnnotateOptions& annotate = options.annotate;
  std::vector<std::string> list{"input-format=" + std::string(name_of_format(corpus.format)),
                                "language=" + (corpus.language.empty() ? "auto" : corpus.language)};
  if (!corpus.encoding.empty()) list.push_back("encoding=" + corpus.encoding);
  if (!corpus.root.empty()) list.push_back("root=" + corpus.root);
  for (const std::string& language : corpus.languages) list.push_back("languages=" + language);
  for (const std::string& mapping : options.mappings) list.push_back("map=" + mapping);
  if (annotate.placement.reference)
    list.push_back("reference-date=" + to_edtf(PartialDate::of(*annotate.placement.reference)));
  if (annotate.placement.trust_mtime) list.emplace_back("trust-mtime");
  if (!annotate.dates) list.emplace_back("no-dates");
  if (!annotate.entities) list.emplace_back("no-entities");
  if (!annotate.repair) list.emplace_back("no-repair");
  return list;
}

}  // namespace depeche
