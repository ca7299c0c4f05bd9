#include "corpus/lexicon/affixes.h"

#include <sstream>
#include <stdexcept>

#include "common/text/utf8.h"

namespace depeche {
namespace {

constexpr std::string_view kNeedsAffix = "()";
constexpr int kMaxDepth = 3;  // an affix, its own affix, and one to spare

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (size_t pos = 0; pos < text.size();) out += next_code_point(text, pos);
  return out;
}

std::string encoded(std::u32string_view text) {
  std::string out;
  for (char32_t c : text) append_utf8(out, c);
  return out;
}

/// "[^aé]er" -> "^aé", "e", "r"; "." alone: nothing is asked.
std::vector<std::u32string> read_condition(const std::u32string& text) {
  std::vector<std::u32string> places;
  if (text == U".") return places;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != U'[') {
      places.emplace_back(1, text[i]);
      continue;
    }
    const size_t end = text.find(U']', i);
    if (end == std::u32string::npos) throw std::runtime_error("unclosed [ in an affix condition");
    places.push_back(text.substr(i + 1, end - i - 1));
    i = end;
  }
  return places;
}

bool matches(const std::u32string& place, char32_t letter) {
  const bool excludes = place.front() == U'^';
  return (place.find(letter, excludes ? 1 : 0) != std::u32string::npos) != excludes;
}

}  // namespace

bool Affixes::Rule::applies_to(std::u32string_view word) const {
  if (word.size() < condition.size() || word.size() < strip.size()) return false;
  if (suffix ? !word.ends_with(strip) : !word.starts_with(strip)) return false;
  const size_t first = suffix ? word.size() - condition.size() : 0;
  for (size_t i = 0; i < condition.size(); ++i)
    if (!matches(condition[i], word[first + i])) return false;
  return true;
}

std::u32string Affixes::Rule::apply(std::u32string_view word) const {
  if (suffix) return std::u32string(word.substr(0, word.size() - strip.size())) + add;
  return add + std::u32string(word.substr(strip.size()));
}

Affixes::Affixes(std::istream& affixes) {
  bool long_flags = false;
  std::string line;
  while (std::getline(affixes, line)) {
    std::istringstream fields(line);
    std::string kind, flag, strip, add, condition;
    fields >> kind >> flag;
    long_flags |= kind == "FLAG" && flag == "long";
    if (kind != "SFX" && kind != "PFX") continue;
    // The head of a flag's rules, « SFX S. Y 2 », is one field shorter.
    if (!(fields >> strip >> add >> condition)) continue;
    Rule rule;
    rule.suffix = kind == "SFX";
    const size_t slash = std::min(add.find('/'), add.size());
    if (slash < add.size()) rule.flags = add.substr(slash + 1);
    add.resize(slash);
    if (add.ends_with('\'')) continue;
    if (strip != "0") rule.strip = decoded(strip);
    if (add != "0") rule.add = decoded(add);
    rule.condition = read_condition(decoded(condition));
    rules_[flag].push_back(std::move(rule));
  }
  if (!long_flags || rules_.empty()) throw std::runtime_error("no affix rules with two-letter flags");
}

void Affixes::expand(std::string_view line, const std::function<void(const std::string&)>& sink) const {
  const std::string_view entry = line.substr(0, line.find_first_of(" \t\r"));
  const size_t slash = std::min(entry.find('/'), entry.size());
  expand(decoded(entry.substr(0, slash)), slash < entry.size() ? entry.substr(slash + 1) : "", 0, sink);
}

void Affixes::expand(std::u32string_view word, std::string_view flags, int depth,
                     const std::function<void(const std::string&)>& sink) const {
  bool stands_alone = true;
  for (size_t i = 0; i + 1 < flags.size(); i += 2) {
    const std::string_view flag = flags.substr(i, 2);
    stands_alone &= flag != kNeedsAffix;
    const auto found = rules_.find(flag);
    if (found == rules_.end() || depth == kMaxDepth) continue;
    for (const Rule& rule : found->second)
      if (rule.applies_to(word)) expand(rule.apply(word), rule.flags, depth + 1, sink);
  }
  if (stands_alone && !word.empty()) sink(encoded(word));
}

}  // namespace depeche
