#include "corpus/formats/batch_marks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "common/text/fold.h"
#include "corpus/layout.h"
#include "corpus/words.h"

namespace depeche {
namespace {

constexpr size_t kShortestRule = 5, kLongestMark = 200;
constexpr char kStartOfHeading = '\x01', kStartOfText = '\x02', kEndOfText = '\x03';

struct Number {
  uint64_t place = 0, total = 0;
  bool bare = false;  // « 1/20 », without a word
};

std::optional<uint64_t> number_of(std::string_view word) {
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  const bool whole = error == std::errc() && end == word.data() + word.size() && !word.empty();
  return whole ? std::optional(value) : std::nullopt;
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words(1);
  for (const char c : line) {
    if (c != ' ' && c != '\t')
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  for (std::string& word : words) word = to_lower(word);
  return words;
}

/// « Document 1 de 20 », « 1 of 20 DOCUMENTS », « 1/20 »: as press databases print them.
std::optional<Number> numbered(std::string_view line) {
  constexpr size_t kLongest = 60;
  if (line.size() > kLongest || line.find_first_of("0123456789") == std::string_view::npos)
    return std::nullopt;
  std::vector<std::string> words = words_of(line);
  const bool bare = words.size() == 1;
  if (bare) {
    const size_t slash = words[0].find('/');
    if (slash == std::string::npos) return std::nullopt;
    words = {words[0].substr(0, slash), "/", words[0].substr(slash + 1)};
  } else {
    if (words.size() != 4) return std::nullopt;
    const auto is_document = [](const std::string& word) {
      return word == "document" || word == "documents";
    };
    if (is_document(words.front()))
      words.erase(words.begin());
    else if (is_document(words.back()))
      words.pop_back();
    else
      return std::nullopt;
    if (words[1] != "de" && words[1] != "sur" && words[1] != "of" && words[1] != "/") return std::nullopt;
  }
  const auto place = number_of(words[0]), total = number_of(words[2]);
  if (!place || !total || *place == 0 || *place > *total) return std::nullopt;
  return Number{*place, *total, bare};
}

std::string_view without_end(std::string_view line) {
  const size_t end = line.find_last_not_of(" \t\r\n");
  return end == std::string_view::npos ? std::string_view() : line.substr(0, end + 1);
}

bool is_rule(std::string_view line) {
  return line.size() >= kShortestRule && line.size() <= kLongestMark &&
         std::string_view("=-*_").find(line[0]) != std::string_view::npos &&
         line.find_first_not_of(line[0]) == std::string_view::npos;
}

bool begins_message(std::string_view line) {
  return line.find(kStartOfHeading) != std::string_view::npos || line.starts_with("ZCZC");
}

std::string_view take_line(std::string_view& text) {
  const size_t end = std::min(text.find_first_of("\r\n"), text.size());
  const std::string_view line = text.substr(0, end);
  const bool two = text.substr(end).starts_with("\r\n");
  text.remove_prefix(std::min(end + (two ? 2 : 1), text.size()));
  return line;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f=-*_") == std::string_view::npos;
}

}  // namespace

BatchMarks::Kind BatchMarks::kind_of(std::string_view line) {
  if (line.empty()) return kNone;
  if (line[0] == '\f') return kFormFeeds;
  if (begins_message(line)) return kWire;
  if (is_rule(without_end(line))) return kRules;
  const auto number = numbered(without_end(line));
  return number && (number->place == 1 || !number->bare) ? kNumbers : kNone;
}

BatchMarks BatchMarks::find(std::string_view text) {
  BatchMarks marks;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    const Kind kind = kind_of(line);
    const Number number = kind == kNumbers ? numbered(without_end(line)).value_or(Number{}) : Number{};
    const bool named = kind == kNumbers && !number.bare;  // « Document 1 de 20 »
    if (kind == kNone || (marks.kind_ != kNone && !named)) continue;
    marks.kind_ = kind;
    if (kind == kRules) marks.rule_ = without_end(line);
    if (kind == kNumbers) marks.total_ = number.total;
    if (kind == kWire || named) break;
  }
  return marks;
}

LineUse BatchMarks::use_of(std::string_view line) {
  if (kind_ == kWire && without_end(line) == "NNNN") return LineUse::kParts;
  LineUse use = LineUse::kText;
  if (kind_ == kWire && begins_message(line)) use = LineUse::kBegins;
  if (kind_ == kFormFeeds && line.starts_with('\f')) use = LineUse::kBegins;
  if (kind_ == kRules && without_end(line) == rule_) use = LineUse::kParts;
  if (kind_ == kNumbers) {
    const auto number = numbered(without_end(line));
    if (number && number->place > last_ && number->total == total_) {
      use = LineUse::kParts;
      last_ = number->place;
    }
  }
  return use;
}

std::string batch_text(std::string_view part, BatchMarks::Kind kind) {
  if (kind != BatchMarks::kWire || !begins_message(part.substr(0, part.find_first_of("\r\n"))))
    return std::string(part);
  const size_t start = part.find(kStartOfText);
  if (start == std::string_view::npos) {
    take_line(part);
    return std::string(part.substr(0, part.find(kEndOfText)));
  }
  part.remove_prefix(start + 1);
  return std::string(part.substr(0, part.find(kEndOfText)));
}

bool begins_as_marked(std::string_view part, BatchMarks::Kind kind, bool first) {
  if (kind == BatchMarks::kWire) return begins_message(part.substr(0, part.find_first_of("\r\n")));
  return kind != BatchMarks::kNumbers || !first;
}

bool is_dispatch(std::string_view part, BatchMarks::Kind kind) {
  if (kind == BatchMarks::kWire || kind == BatchMarks::kNumbers) return !is_blank(part);
  const Layout layout = read_layout(part, true);
  const bool dated = std::ranges::any_of(layout.header, [](const auto& line) { return !line.dates.empty(); });
  return dated || (!layout.paragraphs.empty() && read_dateline(layout.paragraphs[0]));
}

bool is_batch(std::string_view head) {
  BatchMarks marks = BatchMarks::find(head);
  if (marks.kind() == BatchMarks::kNone) return false;
  const BatchMarks::Kind kind = marks.kind();
  size_t parts = 0;
  bool fraction = false, begun = false, preamble = false;
  const char* begin = head.data();
  for (std::string_view rest = head; !rest.empty();) {
    const char* const place = rest.data();
    const std::string_view line = take_line(rest);
    const LineUse use = marks.use_of(line);
    if (use == LineUse::kText) continue;
    const std::string_view part(begin, static_cast<size_t>(place - begin));
    const auto number = numbered(without_end(line));
    if (kind == BatchMarks::kNumbers && !begun && !is_blank(part) && (number->bare || number->place != 1))
      return false;
    preamble = preamble || (!begun && !is_blank(part));
    const bool marked = kind == BatchMarks::kRules || kind == BatchMarks::kFormFeeds;
    if (!is_blank(part) && !is_dispatch(clean_text(std::string(part)), kind)) return false;
    parts += !is_blank(part) && (marked || begun);
    fraction = fraction || (number && number->bare);
    begun = true;
    begin = use == LineUse::kBegins ? place : rest.data();
  }
  const std::string_view last(begin, static_cast<size_t>(head.data() + head.size() - begin));
  if (kind == BatchMarks::kWire) return begins_message(head.substr(0, head.find_first_of("\r\n")));
  if (kind == BatchMarks::kNumbers && !fraction && !preamble) return parts > 0 || !is_blank(last);
  return parts > 1 || (parts == 1 && !is_blank(last));
}

}  // namespace depeche
