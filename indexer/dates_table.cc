#include "indexer/dates_table.h"

#include <cerrno>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "common/article_json.h"
#include "common/date_value.h"
#include "common/dates/recognise.h"
#include "common/file.h"
#include "common/json.h"
#include "common/message.h"
#include "common/table.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

constexpr size_t kTextColumn = 2;

std::vector<TimeExpression> expressions_of(std::string_view text) {
  std::vector<TimeExpression> found = find_times(text);
  if (const auto whole = read_time(text)) {
    const bool covered =
        found.size() == 1 && found.front().begin <= whole->begin && whole->end <= found.front().end;
    if (!covered) return {*whole};
  }
  return found;
}

/// A day of a span as people read it: "-" where it is not known, ".." where the span is open.
std::string day_text(const std::optional<DateSpan>& value, std::optional<Day> (DateSpan::*day)() const) {
  if (!value) return "-";
  const auto known = ((*value).*day)();
  return known ? to_edtf(PartialDate::of(*known)) : "..";
}

Json day_json(const std::optional<DateSpan>& value, std::optional<Day> (DateSpan::*day)() const) {
  const auto known = value ? ((*value).*day)() : std::nullopt;
  return known ? Json(to_edtf(PartialDate::of(*known))) : Json(nullptr);
}

std::string read_standard_input() {
  const FileDescriptor input(dup(STDIN_FILENO));
  std::string text;
  char buffer[1 << 16];
  while (const size_t size = read_some(input, buffer, sizeof(buffer), tr("standard input")))
    text.append(buffer, size);
  return text;
}

}  // namespace

std::vector<DatesRow> dates_of(std::string_view text, const TimeAnchor& anchor) {
  std::vector<DatesRow> rows;
  TimeResolver resolver(anchor);
  CodePointCounter code_points(text);
  for (const TimeExpression& found : expressions_of(text)) {
    DatesRow row;
    row.begin = code_points.at(found.begin);
    row.end = code_points.at(found.end);
    row.text = text.substr(found.begin, found.end - found.begin);
    row.type = found.type;
    row.value = resolver.resolve(found);
    row.minute = found.minute;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string dates_table(const std::vector<DatesRow>& rows, const Terminal& terminal) {
  TableRows table = {
      {tr("begin"), tr("end"), tr("text"), tr("type"), tr("value"), tr("first day"), tr("last day")}};
  for (const DatesRow& row : rows)
    table.push_back({std::to_string(row.begin), std::to_string(row.end), safe_text(row.text),
                     std::string(name_of(row.type)), row.value ? to_edtf(*row.value) : "-",
                     day_text(row.value, &DateSpan::first_day), day_text(row.value, &DateSpan::last_day)});
  if (!terminal.interactive) return table_text(std::move(table));
  return table_text(std::move(table), ElasticColumn{kTextColumn, terminal.width});
}

std::string dates_json(const std::vector<DatesRow>& rows) {
  std::string lines;
  for (const DatesRow& row : rows) {
    const Json json = {{"schema", kJsonSchema},
                       {"begin", row.begin},
                       {"end", row.end},
                       {"text", row.text},
                       {"type", name_of(row.type)},
                       {"value", row.value ? Json(to_edtf(*row.value)) : Json(nullptr)},
                       {"start_day", day_json(row.value, &DateSpan::first_day)},
                       {"end_day", day_json(row.value, &DateSpan::last_day)},
                       {"minute", row.minute ? Json(*row.minute) : Json(nullptr)}};
    lines.append(lines.empty() ? "" : ",\n ").append(to_line(json));
  }
  return "[" + lines + "]\n";
}

ExitCode print_dates(const DatesOptions& options) {
  const std::string text = options.text == "-" ? read_standard_input() : options.text;
  if (find_invalid_utf8(text) != std::string::npos)
    throw Error(ExitCode::kUsage, tr("the text of --dates is not UTF-8: convert it, for example with iconv"));
  const std::vector<DatesRow> rows = dates_of(text, options.anchor);
  if (rows.empty())
    std::fprintf(stderr, "depeche-indexer: %s\n", tr("no dates are recognised in this text").c_str());
  if (rows.empty() && !options.json) return ExitCode::kOk;
  const std::string answer = options.json ? dates_json(rows) : dates_table(rows, Terminal::of(STDOUT_FILENO));
  const bool written = std::fwrite(answer.data(), 1, answer.size(), stdout) == answer.size();
  if ((!written || std::fflush(stdout) != 0) && errno != EPIPE)
    throw system_error(tr("cannot write"), tr("standard output"), errno);
  return ExitCode::kOk;
}

}  // namespace depeche
