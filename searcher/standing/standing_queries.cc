#include "searcher/standing/standing_queries.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>
#include <variant>

#include <toml.hpp>

#include "common/error.h"
#include "common/file.h"
#include "common/message.h"
#include "common/text/utf8.h"
#include "common/text/visible.h"
#include "searcher/filters.h"
#include "searcher/query/parser.h"

namespace depeche {
namespace {

constexpr size_t kMaxFileBytes = 1024 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A query as the file has it.
struct Written {
  std::string name, text;
  size_t line;
};

Error mistake(const std::string& source, size_t line, const std::string& what,
              ExitCode code = ExitCode::kUsage) {
  return Error(code, tr("{0}, line {1}: {2}", visible_text(source), line, what));
}

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
std::string member(const toml::value& table, const std::string& name, const std::string& source) {
  const toml::value& value = table.at(name);
  if (value.is_string() && !trimmed(value.as_string().str).empty()) return value.as_string().str;
  throw mistake(source, value.location().line(),
                tr("{} is no text: write it in quotes, as in query = 'date:hier'", name));
}

std::vector<Written> read_toml(std::string_view text, const std::string& source) {
  std::vector<Written> queries;
  std::istringstream in{std::string(text)};
  const toml::value file = [&] {
    try {
      return toml::parse(in, source);
    } catch (const toml::syntax_error& error) {
      throw mistake(source, error.location().line(), tr("this is not TOML: see https://toml.io"));
    }
  }();
  for (const auto& [name, value] : file.as_table()) {
    if (name != "query" || !value.is_array())
      throw mistake(
          source, value.location().line(),
          tr("{} is not known here: write tables [[query]] with name and query", visible_text(name)));
    for (const toml::value& table : value.as_array()) {
      const size_t line = table.location().line();
      if (!table.is_table() || !table.contains("query"))
        throw mistake(source, line, tr("a table [[query]] needs a member query"));
      for (const auto& [known, unused] : table.as_table())
        if (known != "name" && known != "query")
          throw mistake(
              source, unused.location().line(),
              tr("{} is not known here: write tables [[query]] with name and query", visible_text(known)));
      const std::string query = member(table, "query", source);
      queries.push_back({table.contains("name") ? member(table, "name", source) : query, query,
                         table.at("query").location().line()});
    }
  }
  return queries;
}

Query parse_written(const Written& written, const std::string& source, Day now, unsigned width) {
  auto parsed = parse(written.text, now);
  if (Query* query = std::get_if<Query>(&parsed)) {
    if (query->kind != Query::Kind::kAll) return std::move(*query);
    throw mistake(source, written.line, tr("nothing to search for: write a query"));
  }
  const Error error = to_error(std::get<QueryError>(parsed), written.text, width);
  throw mistake(source, written.line, error.what(), error.code());
}

}  // namespace

std::vector<StandingQuery> parse_standing_queries(std::string_view text, const std::string& source, Day now,
                                                  unsigned width) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (const size_t place = find_invalid_utf8(text); place != std::string_view::npos)
    throw mistake(source, 1 + static_cast<size_t>(std::ranges::count(text.substr(0, place), '\n')),
                  tr("this is not UTF-8: convert the file, for example with iconv -t UTF-8"));
  std::vector<StandingQuery> queries;
  for (Written& written : source.ends_with(".toml") ? read_toml(text, source) : read_lines(text)) {
    if (std::ranges::count(queries, written.name, &StandingQuery::name) > 0)
      throw mistake(
          source, written.line,
          tr("there is a query {} before it: give each a name of its own", visible_text(written.name)));
    Query query = parse_written(written, source, now, width);
    queries.push_back({std::move(written.name), std::move(written.text), std::move(query)});
  }
  if (queries.empty())
    throw Error(ExitCode::kUsage,
                tr("{}: no query: write one a line, or tables [[query]] in a .toml", visible_text(source)));
  return queries;
}

std::vector<StandingQuery> read_standing_queries(const std::string& path, Day now, unsigned width) {
  const std::optional<std::string> text = read_file(path, kMaxFileBytes);
  if (!text) throw Error(ExitCode::kUsage, tr("--standing: there is no file {}", visible_text(path)));
  return parse_standing_queries(*text, path, now, width);
}

}  // namespace depeche
