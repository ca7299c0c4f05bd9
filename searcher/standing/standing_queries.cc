#include "searcher/standing/standing_queries.h"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <utility>
#include <variant>

#include <toml.hpp>

#include "common/error.h"
#include "common/message.h"
#include "common/text/utf8.h"
#include "common/text/visible.h"
#include "searcher/filters.h"
#include "searcher/query/parser.h"
#include "searcher/user_file.h"

namespace depeche {
namespace {

constexpr size_t kMaxFileBytes = 1024 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A query as the file has it.
struct Written {
  std::string name, text;
  size_t line;
};

/// What is wrong in a file, by line; told together, so that a file is mended at once.
class Mistakes {
 public:
  explicit Mistakes(const std::string& source) : source_(visible_text(source)) {}

  void add(size_t line, const std::string& what, ExitCode code = ExitCode::kUsage) {
    found_.emplace(line, tr("{0}, line {1}: {2}", source_, line, what));
    if (code == ExitCode::kUsage || found_.size() == 1) code_ = code;
  }
  /// Throws what was found, if anything.
  void tell() const {
    std::string all;
    for (const auto& [line, what] : found_) all.append(all.empty() ? "" : "\n").append(what);
    if (!all.empty()) throw Error(code_, all);
  }

 private:
  std::string source_;
  std::multimap<size_t, std::string> found_;
  ExitCode code_ = ExitCode::kUsage;
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::vector<Written> read_lines(std::string_view text) {
  std::vector<Written> queries;
  size_t line = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view query = trimmed(text.substr(begin, end - begin));
    ++line;
    begin = end + 1;
    if (!query.empty() && query.front() != '#')
      queries.push_back({std::string(query), std::string(query), line});
  }
  return queries;
}

/// A member of a table of TOML, which is a string that says something.
std::optional<std::string> member(const toml::value& table, const std::string& name, Mistakes& mistakes) {
  const toml::value& value = table.at(name);
  if (value.is_string() && !trimmed(value.as_string().str).empty())
    return std::string(trimmed(value.as_string().str));
  mistakes.add(value.location().line(),
               tr("{} is no text: write it in quotes, as in query = 'date:hier'", name));
  return std::nullopt;
}

void unknown_member(const std::string& name, const toml::value& value, Mistakes& mistakes) {
  mistakes.add(value.location().line(),
               tr("{} is not known here: write tables [[query]] with name and query", visible_text(name)));
}

std::optional<Written> read_table(const toml::value& table, Mistakes& mistakes) {
  const size_t line = table.location().line();
  if (!table.is_table() || !table.contains("query")) {
    mistakes.add(line, tr("a table [[query]] needs a member query"));
    return std::nullopt;
  }
  for (const auto& [name, value] : table.as_table())
    if (name != "name" && name != "query") unknown_member(name, value, mistakes);
  const auto query = member(table, "query", mistakes);
  const auto name = table.contains("name") ? member(table, "name", mistakes) : query;
  if (!query || !name) return std::nullopt;
  return Written{*name, *query, table.at("query").location().line()};
}

std::vector<Written> read_toml(std::string_view text, const std::string& source, Mistakes& mistakes) {
  std::vector<Written> queries;
  std::istringstream in{std::string(text)};
  try {
    const toml::value file = toml::parse(in, source);
    for (const auto& [name, value] : file.as_table()) {
      if (name != "query" || !value.is_array()) {
        unknown_member(name, value, mistakes);
        continue;
      }
      for (const toml::value& table : value.as_array())
        if (auto written = read_table(table, mistakes)) queries.push_back(*std::move(written));
    }
  } catch (const toml::syntax_error& error) {
    mistakes.add(error.location().line(), tr("this is not TOML: see https://toml.io"));
  }
  return queries;
}

/// The query that a text is. Throws Error as the command line would for that text.
StandingQuery read_query(const Written& written, const QueryReading& reading) {
  StandingQuery standing{written.name, written.text, {}, {}};
  const auto fail = [&](const QueryError& error) { throw to_error(error, written.text, reading.width); };
  if (reading.questions && is_question(written.text, reading.now)) {
    auto read = read_question(written.text, reading.now);
    if (const auto* error = std::get_if<QueryError>(&read)) fail(*error);
    standing.question = std::get<Question>(std::move(read));
    standing.query = standing.question->query;
  } else {
    auto parsed = parse(written.text, reading.now);
    if (const auto* error = std::get_if<QueryError>(&parsed)) fail(*error);
    standing.query = std::get<Query>(std::move(parsed));
  }
  return standing;
}

}  // namespace

std::vector<StandingQuery> parse_standing_queries(std::string_view text, const std::string& source,
                                                  const QueryReading& reading) {
  Mistakes mistakes(source);
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (const size_t place = find_invalid_utf8(text); place != std::string_view::npos) {
    mistakes.add(1 + static_cast<size_t>(std::ranges::count(text.substr(0, place), '\n')),
                 tr("this is not UTF-8: convert the file, for example with iconv -t UTF-8"));
    mistakes.tell();
  }
  std::vector<StandingQuery> queries;
  for (const Written& written :
       source.ends_with(".toml") ? read_toml(text, source, mistakes) : read_lines(text)) {
    if (std::ranges::count(queries, written.name, &StandingQuery::name) > 0)
      mistakes.add(written.line, tr("there is a query {} before it: give each a name of its own",
                                    visible_text(written.name)));
    try {
      queries.push_back(read_query(written, reading));
    } catch (const Error& error) {
      mistakes.add(written.line, error.what(), error.code());
      continue;
    }
    if (queries.back().query.kind == Query::Kind::kAll && !queries.back().question)
      mistakes.add(written.line, tr("nothing to search for: write a query"));
  }
  mistakes.tell();
  if (queries.empty())
    throw Error(ExitCode::kUsage,
                tr("{}: no query: write one a line, or tables [[query]] in a .toml", visible_text(source)));
  return queries;
}

std::vector<StandingQuery> read_standing_queries(const std::string& path, const QueryReading& reading) {
  const std::optional<std::string> text = read_user_file("standing", path, kMaxFileBytes);
  if (!text) throw Error(ExitCode::kUsage, tr("--standing: there is no file {}", visible_text(path)));
  return parse_standing_queries(*text, path, reading);
}

}  // namespace depeche
