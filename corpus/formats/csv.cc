#include <algorithm>
#include <deque>

#include "corpus/formats/csv_row.h"
#include "corpus/formats/format.h"
#include "corpus/line_reader.h"
#include "corpus/words.h"

namespace depeche {
namespace {

/// A quoted value may go on for so long before its quote is held to be a mistake.
constexpr size_t kMaxQuotedLines = 10'000;
/// After mistakes the window narrows, by half each time, so that a file full of them takes linear time.
constexpr size_t kMinQuotedLines = 100, kMinQuotedBytes = 1 << 16;

/// A row as read, with what is wrong with it.
struct Row {
  uint64_t line = 0, offset = 0;
  std::string encoding;
  std::vector<std::string> values;
  std::optional<Problem> problem;
  std::string excerpt;  // its first line
};

Problem wrong_width(uint64_t line, size_t found, size_t expected) {
  return {RejectionCode::kField,
          tr_n("line {1} has {0} column and the header line {2}; correct it",
               "line {1} has {0} columns and the header line {2}; correct it", found, line, expected)};
}

Problem open_quote(uint64_t line, uint64_t last) {
  if (line == last)
    return {RejectionCode::kQuote, tr("the quote opened in line {} is not closed; close it", line)};
  return {
      RejectionCode::kQuote,
      tr("the quote opened in line {0} is not closed; close it (lines {0} to {1} are left out)", line, last)};
}

/// Reads the rows of a file, and finds the way back after a row that is wrong.
class RowReader {
 public:
  RowReader(LineReader& lines, size_t max_bytes) : lines_(lines), max_bytes_(max_bytes) {}

  std::optional<Line> next_line() {
    if (replay_.empty()) return lines_.next();
    Line line = std::move(replay_.front());
    replay_.pop_front();
    return line;
  }
  void give_back(Line line) { replay_.push_front(std::move(line)); }

  /// The next row; nullopt at the end. A row of another width than `columns` has a problem, unless it is 0.
  std::optional<Row> next(CsvRow& parser, size_t columns) {
    std::vector<Line> held;
    size_t bytes = 0;
    while (auto line = next_line()) {
      if (line->problem) {
        if (held.empty()) return row_of(*line, line->problem);
        give_back(std::move(*line));
        break;
      }
      const CsvRow::State state = parser.feed(line->decoded.text);
      if (state == CsvRow::kBlank) continue;
      bytes += line->decoded.text.size() + 1;
      held.push_back(std::move(*line));
      if (held.size() > 1 && bytes > max_quoted_bytes()) break;
      if (state == CsvRow::kComplete) {
        const size_t found = parser.values().size();
        const bool whole = held.size() == 1 || is_well_quoted(held, parser.values());
        if (whole && (columns == 0 || found == columns)) return complete(held, parser);
        if (held.size() == 1) return row_of(held[0], wrong_width(held[0].number, found, columns));
        break;
      }
      if (held.size() >= max_lines()) break;
    }
    parser.reset();
    if (held.empty()) return std::nullopt;
    return recover(held, parser, columns);
  }

 private:
  size_t max_lines() const { return std::max(kMaxQuotedLines >> std::min(failures_, 32u), kMinQuotedLines); }
  size_t max_quoted_bytes() const {
    return std::min(max_bytes_, std::max(max_bytes_ >> std::min(failures_, 32u), kMinQuotedBytes));
  }

  /// Whether the quotes inside values of several lines are doubled: else one that opens a value of another
  /// row may have closed this one.
  static bool is_well_quoted(const std::vector<Line>& held, const std::vector<std::string>& values) {
    std::string source;
    for (const Line& line : held) source.append(line.decoded.text).append("\n");
    return std::all_of(values.begin(), values.end(), [&](const std::string& value) {
      return value.find('\n') == std::string::npos || source.find(quoted(value)) != std::string::npos;
    });
  }

  static std::string quoted(std::string_view value) {
    std::string out = "\"";
    for (const char c : value) out.append(c == '"' ? 2 : 1, c);
    return out + '"';
  }

  /// Whether a line alone, and not the end of a quoted value, is a row.
  static bool is_row(const Line& line, CsvRow& parser, size_t columns) {
    const std::string& text = line.decoded.text;
    if (line.problem || std::count(text.begin(), text.end(), '"') % 2 != 0) return false;
    const bool row = parser.feed(text) == CsvRow::kComplete && parser.values().size() == columns;
    parser.reset();
    return row;
  }

  static Row row_of(const Line& line, std::optional<Problem> problem) {
    return {line.number, line.offset, line.decoded.encoding, {}, std::move(problem), line.decoded.text};
  }

  static Row complete(const std::vector<Line>& held, const CsvRow& parser) {
    Row row = row_of(held[0], std::nullopt);
    for (const Line& line : held)
      if (line.decoded.encoding != "UTF-8") row.encoding = line.decoded.encoding;
    row.values = parser.values();
    return row;
  }

  /// Leaves out the lines up to the next that is a row of its own; those read ahead are read again.
  Row recover(std::vector<Line>& held, CsvRow& parser, size_t columns) {
    ++failures_;
    replay_.insert(replay_.begin(), std::make_move_iterator(held.begin() + 1),
                   std::make_move_iterator(held.end()));
    uint64_t last = held[0].number;
    while (auto line = next_line()) {
      if (is_row(*line, parser, columns)) {
        give_back(std::move(*line));
        break;
      }
      last = line->number;
    }
    return row_of(held[0], open_quote(held[0].number, last));
  }

  LineReader& lines_;
  size_t max_bytes_;
  std::deque<Line> replay_;
  unsigned failures_ = 0;
};

/// How many names of `header` the map knows, then how many there are.
std::pair<size_t, size_t> score(const std::vector<std::string>& header, const FieldMap& map) {
  size_t known = 0;
  for (const std::string& name : header)
    for (int field = 0; field < FieldMap::kCount; ++field) known += map.means(name, FieldMap::Field(field));
  return {known, header.size()};
}

char detect_delimiter(std::string_view header_line, const FieldMap& map) {
  char best = ',';
  std::pair<size_t, size_t> best_score{0, 1};
  for (const char delimiter : {';', ',', '\t'}) {
    CsvRow row(delimiter);
    row.feed(header_line);
    const auto found = score(row.values(), map);
    if (found <= best_score) continue;
    best = delimiter;
    best_score = found;
  }
  return best;
}

/// « sep=; », which Excel writes before the header line.
std::optional<char> stated_delimiter(std::string_view line) {
  if (line.size() == 5 && line.starts_with("sep=")) return line[4];
  return std::nullopt;
}

Problem unknown_columns(const std::vector<std::string>& names) {
  if (std::ranges::all_of(names, &std::string::empty))
    return {RejectionCode::kField, tr("the header line names no column; write one, as in title;text")};
  std::string list;
  for (const std::string& name : names) list.append(list.empty() ? "" : ", ").append(name);
  return {RejectionCode::kField, tr("no column is known as title or text; name them with --map, as in "
                                    "--map title=NAME,text=NAME; the header line has: {}",
                                    visible_excerpt(list))};
}

class CsvFormat : public Format {
 public:
  explicit CsvFormat(bool tabs) : tabs_(tabs) {}

  bool read(const FormatInput& input, const CorpusSink& sink) const override {
    LineReader lines(input.stream, input.decoder, input.options.max_record_bytes);
    RowReader rows(lines, input.options.max_record_bytes);
    const std::optional<char> delimiter = find_delimiter(rows, input.options.map);
    if (!delimiter) return true;
    CsvRow parser(*delimiter);
    const std::optional<Row> header = rows.next(parser, 0);
    if (!header) return true;
    const auto refuse = [&](const Problem& problem) {
      return sink(reject_file(input.origin_of(1, header->offset, header->encoding), problem));
    };
    if (header->problem) return refuse(*header->problem);
    const std::vector<std::string> names = cleaned(header->values);
    if (std::none_of(names.begin(), names.end(),
                     [&](auto& name) { return input.options.map.means_content(name); }))
      return refuse(unknown_columns(names));

    for (uint64_t number = 1; auto row = rows.next(parser, names.size()); ++number)
      if (!sink(item(input, number, *row, names))) return false;
    return true;
  }

 private:
  /// nullopt in a file without lines.
  std::optional<char> find_delimiter(RowReader& rows, const FieldMap& map) const {
    while (auto line = rows.next_line()) {
      const std::string& text = line->decoded.text;
      if (const auto stated = stated_delimiter(text)) return stated;
      if (!line->problem && text.find_first_not_of(" \t") == std::string::npos) continue;
      const char delimiter = tabs_ ? '\t' : detect_delimiter(text, map);
      rows.give_back(std::move(*line));
      return delimiter;
    }
    return std::nullopt;
  }

  static std::vector<std::string> cleaned(std::vector<std::string> values) {
    for (std::string& value : values) {
      value = clean_text(std::move(value));
      std::replace(value.begin(), value.end(), '\n', ' ');
      value = std::string(trim(value));
    }
    return values;
  }

  static CorpusItem item(const FormatInput& input, uint64_t number, Row& row,
                         const std::vector<std::string>& names) {
    Record record = input.record(number, row.offset, row.encoding);
    if (row.problem) return reject_record(record.origin, *row.problem, row.excerpt);
    for (size_t i = 0; i < names.size(); ++i)
      record.fields.emplace_back(names[i], clean_text(std::move(row.values[i])));
    return record;
  }

  bool tabs_;
};

}  // namespace

const Format& csv_format(bool tabs) {
  static const CsvFormat kCommas(false), kTabs(true);
  return tabs ? kTabs : kCommas;
}

}  // namespace depeche
