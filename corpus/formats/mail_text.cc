#include "corpus/formats/mail_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "common/text/fold.h"

namespace depeche {
namespace {

constexpr std::string_view kSignature = "-- ";
constexpr std::array<std::string_view, 7> kWeekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_number(std::string_view word) { return !word.empty() && std::ranges::all_of(word, is_digit); }
template <typename Names>
bool holds(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Takes a line off `text`, without its end.
std::string_view take_line(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (size_t pos = line.find_first_not_of(' '); pos != std::string_view::npos;) {
    const size_t end = std::min(line.find(' ', pos), line.size());
    words.push_back(line.substr(pos, end - pos));
    pos = line.find_first_not_of(' ', end);
  }
  return words;
}

/// The name of a header line (RFC 5322, 2.2) in lower case; "" if it is none.
std::string header_name(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return "";
  const std::string_view name = line.substr(0, colon);
  const bool allowed = std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7F; });
  return allowed ? to_lower(name) : "";
}

bool only_mail_has(std::string_view name) {
  constexpr std::array<std::string_view, 6> kNames = {"received",     "return-path",  "message-id",
                                                      "mime-version", "delivered-to", "dkim-signature"};
  return holds(kNames, name) || name.starts_with("x-");
}

/// A line of format=flowed.
struct FlowedLine {
  size_t depth = 0;          // of quotation
  std::string_view content;  // without quotation marks and stuffing
  bool signature = false, flows = false;

  explicit FlowedLine(std::string_view line) {
    depth = std::min(line.find_first_not_of('>'), line.size());
    content = line.substr(depth);
    if (content.starts_with(' ')) content.remove_prefix(1);
    signature = content == kSignature;
    flows = content.ends_with(' ') && !signature;
  }
};

}  // namespace

bool is_from_line(std::string_view line) {
  if (!line.starts_with("From ")) return false;
  while (line.ends_with('\r') || line.ends_with('\n')) line.remove_suffix(1);
  const auto words = words_of(line);
  for (size_t i = 2; i + 3 < words.size(); ++i) {
    if (!holds(kWeekdays, words[i])) continue;
    const std::string_view time = words[i + 3];
    const bool timed = time.size() >= 4 && is_digit(time[0]) && time.find(':') != std::string_view::npos &&
                       is_digit(time.back());
    const bool year = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(i) + 4, words.end(),
                                  [](auto word) { return word.size() == 4 && is_number(word); });
    if (holds(kMonths, words[i + 1]) && is_number(words[i + 2]) && timed && year) return true;
  }
  return false;
}

bool is_mail(std::string_view head) {
  std::string_view rest = head;
  if (is_from_line(take_line(rest))) return true;
  bool from = false, dated = false, mail = false;
  for (rest = head; !rest.empty();) {
    const bool last = rest.find('\n') == std::string_view::npos;  // maybe cut
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    if (line[0] == ' ' || line[0] == '\t') continue;
    const std::string name = header_name(line);
    if (name.empty() && !last) return false;
    from = from || name == "from";
    dated = dated || name == "date" || name == "subject";
    mail = mail || only_mail_has(name);
  }
  return from && dated && mail;
}

std::string unquoted_message(std::string_view bytes) {
  if (bytes.starts_with("From ")) bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end);
    const size_t marks = std::min(line.find_first_not_of('>'), line.size());
    if (marks > 0 && line.substr(marks).starts_with("From ")) line.remove_prefix(1);
    out += line;
  }
  return out;
}

std::string plain_mail_text(std::string_view text, bool flowed, bool delete_space) {
  std::string out;
  size_t signature = std::string::npos;  // where the last one begins in `out`
  size_t open = std::string::npos;       // depth of the paragraph that goes on
  while (!text.empty()) {
    const std::string_view raw = take_line(text);
    if (!flowed) {
      if (raw == kSignature) signature = out.size();
      out.append(raw).push_back('\n');
      continue;
    }
    const FlowedLine line(raw);
    if (open == line.depth && !line.signature) {
      out.pop_back();  // the line end
    } else {
      if (line.signature && line.depth == 0) signature = out.size();
      out.append(line.depth, '>').append(line.depth > 0 ? " " : "");
    }
    out += line.content;
    if (line.flows && delete_space) out.pop_back();
    out.push_back('\n');
    open = line.flows ? line.depth : std::string::npos;
  }
  if (signature != std::string::npos && out.find_first_not_of(" \t\n") < signature) out.resize(signature);
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

}  // namespace depeche
