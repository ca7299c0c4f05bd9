#include "corpus/formats/iramuteq.h"

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "corpus/formats/format.h"
#include "corpus/formats/pieces.h"
#include "corpus/formats/values.h"
#include "corpus/words.h"

namespace depeche {
namespace {

constexpr std::string_view kStars = "****", kUnknown = "inconnu", kBlanks = " \t";
constexpr size_t kLongestTitle = 200;  // code points, as in layout.h

using Variables = std::vector<std::pair<std::string, std::string>>;

/// `*name_value` of the line, in its order; names in lower case. One without `_` has no value.
Variables variables_of(std::string_view line) {
  Variables out;
  for (size_t pos = line.find('*', kStars.size()); pos != std::string_view::npos;) {
    const size_t end = std::min(line.find_first_of(kBlanks, pos), line.size());
    const std::string_view word = line.substr(pos + 1, end - pos - 1);
    const size_t gap = std::min(word.find('_'), word.size());
    if (gap > 0) out.emplace_back(to_lower(word.substr(0, gap)), word.substr(std::min(gap + 1, word.size())));
    pos = line.find('*', end);
  }
  return out;
}

std::string value_of(const Variables& variables, std::string_view name) {
  for (const auto& [key, value] : variables)
    if (key == name && value != kUnknown) return value;
  return "";
}

bool is_number(std::string_view text, size_t shortest, size_t longest) {
  return text.size() >= shortest && text.size() <= longest &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// 20190213, 201902, 2019_02_13 as ISO; anything else with its `_` as blanks.
std::string date_of(std::string value) {
  if (is_number(value, 6, 6)) return value.substr(0, 4) + '-' + value.substr(4);
  if (is_number(value, 8, 8)) return value.substr(0, 4) + '-' + value.substr(4, 2) + '-' + value.substr(6);
  const bool year_first = value.size() > 4 && is_number(value.substr(0, 4), 4, 4) && value[4] == '_';
  std::ranges::replace(value, '_', year_first ? '-' : ' ');
  return value;
}

std::string two_figures(const std::string& number) { return number.size() == 1 ? '0' + number : number; }

/// *date, else the most that *jour, *mois and *an say together, whole dates or parts of one.
std::string date_of(const Variables& variables) {
  if (const std::string date = value_of(variables, "date"); !date.empty()) return date_of(date);
  const std::string day = value_of(variables, "jour"), month = value_of(variables, "mois");
  std::string year = value_of(variables, "an");
  if (year.empty()) year = value_of(variables, "annee");
  if (year.empty()) year = value_of(variables, "année");
  if (is_number(day, 8, 8)) return date_of(day);
  if (is_number(month, 6, 6)) return date_of(month);
  if (!is_number(year, 4, 4)) return "";
  if (!is_number(month, 1, 2)) return year;
  const std::string known = year + '-' + two_figures(month);
  return is_number(day, 1, 2) ? known + '-' + two_figures(day) : known;
}

/// Our export writes *article, *id, *version and *source first.
bool is_own_export(const Variables& variables) {
  constexpr std::string_view kNames[] = {"article", "id", "version", "source"};
  return variables.size() >= std::size(kNames) &&
         std::equal(std::begin(kNames), std::end(kNames), variables.begin(),
                    [](std::string_view name, const auto& variable) { return variable.first == name; });
}

/// Of our export: the first of several paragraphs, without the full stop that it put behind a title.
std::string take_title(std::string& text) {
  const size_t end = text.find('\n');
  if (end == std::string::npos || text.find_first_not_of(" \n", end) == std::string::npos) return "";
  std::string title = text.substr(0, end);
  if (count_code_points(title) > kLongestTitle) return "";
  text.erase(0, end + 1);
  if (title.ends_with('.')) title.pop_back();
  return title;
}

void add_variables(Record& record, const Variables& variables) {
  constexpr std::string_view kExact[] = {"id", "url", "date"};
  for (const auto& [name, value] : variables) {
    if (value == kUnknown || name == "date") continue;
    std::string shown = value;
    if (std::ranges::find(kExact, name) == std::end(kExact)) std::ranges::replace(shown, '_', ' ');
    add_value(record, clean_text(name), shown);
  }
}

/// The paragraphs below the line of variables; lines `-*theme` become values.
std::string body_of(Record& record, std::string_view lines) {
  std::string out;
  while (!lines.empty()) {
    const size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.starts_with("-*"))
      add_value(record, "theme", std::string(trim(line.substr(2))));
    else
      out.append(line).push_back('\n');
  }
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

class IramuteqFormat : public Format {
 public:
  bool read(const FormatInput& input, const CorpusSink& sink) const override {
    PieceReader pieces(
        input.stream, input.decoder, input.options.max_record_bytes,
        [](std::string_view line) { return is_iramuteq_line(line) ? LineUse::kBegins : LineUse::kText; });
    uint64_t number = 0;
    while (const auto piece = pieces.next()) {
      auto read = item(input, number + 1, *piece);
      if (read && (++number, !sink(std::move(*read)))) return false;
    }
    return true;
  }

 private:
  /// nullopt for blank lines before the first text.
  static std::optional<CorpusItem> item(const FormatInput& input, uint64_t number, const Piece& piece) {
    Decoded decoded = input.decoder.decode(piece.bytes);
    Record record = input.record(number, piece.offset, decoded.encoding);
    const auto reject = [&](const Problem& problem) {
      return reject_record(record.origin, problem, decoded.text);
    };
    if (piece.too_long) return reject(too_long_piece(input.options.max_record_bytes));
    if (const auto problem = garbled(decoded)) return reject(*problem);
    const std::string text = clean_text(std::move(decoded.text));
    decoded.text = text;
    if (text.find_first_not_of(" \t\n") == std::string::npos) return std::nullopt;
    const size_t end = std::min(text.find('\n'), text.size());
    if (!is_iramuteq_line(std::string_view(text).substr(0, end)))
      return reject(
          {RejectionCode::kFormat,
           tr("a text begins without a line \"**** *variable_value\"; write one, or read the file as "
              "text with --input-format text")});
    const Variables variables = variables_of(std::string_view(text).substr(0, end));
    add_variables(record, variables);
    set_value(record, "date", date_of(variables));
    std::string body = body_of(record, std::string_view(text).substr(std::min(end + 1, text.size())));
    if (is_own_export(variables)) set_value(record, "title", take_title(body));
    if (body.find_first_not_of(" \t\n") == std::string::npos)
      return reject({RejectionCode::kEmpty, tr("no text stands below the line of variables; leave it out")});
    set_value(record, "text", std::move(body));
    return record;
  }
};

}  // namespace

bool is_iramuteq_line(std::string_view line) {
  return line.starts_with(kStars) &&
         (line.size() == kStars.size() || kBlanks.find(line[kStars.size()]) != std::string_view::npos);
}

bool is_iramuteq(std::string_view head) {
  const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  return is_iramuteq_line(line) && !variables_of(line).empty() &&
         line.find_first_not_of(kBlanks, kStars.size()) == line.find('*', kStars.size());
}

const Format& iramuteq_format() {
  static const IramuteqFormat kFormat;
  return kFormat;
}

}  // namespace depeche
