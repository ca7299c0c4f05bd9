#include "searcher/view/keyness_view.h"

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "common/article_json.h"
#include "common/message.h"
#include "searcher/view/snippet.h"
#include "searcher/view/tables.h"

namespace depeche {
namespace {

constexpr double kPerWords = 10'000;

double rate(uint64_t times, const CountedSet& set) {
  return set.words == 0 ? 0 : kPerWords * static_cast<double>(times) / static_cast<double>(set.words);
}

void print_words(const Keyness& keyness, const std::vector<KeyWord>& words, const std::string& heading,
                 const Terminal& terminal, std::ostream& out) {
  if (words.empty()) return;
  TableRows rows{
      {heading, "A", "B", tr("A per 10,000"), tr("B per 10,000"), tr("log ratio"), tr("log-likelihood")}};
  for (const KeyWord& word : words)
    rows.push_back({safe_text(word.text), std::to_string(word.times[0]), std::to_string(word.times[1]),
                    fmt::format("{:.2f}", rate(word.times[0], keyness.sets[0])),
                    fmt::format("{:.2f}", rate(word.times[1], keyness.sets[1])),
                    fmt::format("{:+.2f}", word.log_ratio), fmt::format("{:.2f}", word.likelihood)});
  for (size_t column = 1; column < rows[0].size(); ++column) align_right(rows, column);
  print_table(std::move(rows), 0, terminal, out);
  out << '\n';
}

void print_set(const char* name, const CountedSet& set, const Terminal& terminal, std::ostream& out) {
  const std::string count =
      set.read < set.articles
          ? tr("{0} of {1} articles read, evenly spaced, {2} words", set.read, set.articles, set.words)
          : tr("{0}, {1} words", tr_n("{} article", "{} articles", set.articles), set.words);
  const std::string line = fmt::format("{}  {}: {}", name, safe_text(set.query), count);
  const unsigned width = terminal.interactive ? terminal.width : display_width(line);
  for (const std::string_view part : wrap_lines(line, width, width)) out << part << '\n';
}

double rounded(double number) { return std::round(number * 1e4) / 1e4; }

Json to_json(const KeyWord& word, const Keyness& keyness) {
  return {{"text", word.text},
          {"times", word.times[0]},
          {"reference_times", word.times[1]},
          {"rate", rounded(rate(word.times[0], keyness.sets[0]))},
          {"reference_rate", rounded(rate(word.times[1], keyness.sets[1]))},
          {"log_ratio", rounded(word.log_ratio)},
          {"log_likelihood", rounded(word.likelihood)}};
}

Json to_json(const CountedSet& set) {
  return {
      {"query", set.query}, {"articles", set.articles}, {"articles_read", set.read}, {"words", set.words}};
}

Json array_of(const std::vector<KeyWord>& words, const Keyness& keyness) {
  Json array = Json::array();
  for (const KeyWord& word : words) array.push_back(to_json(word, keyness));
  return array;
}

}  // namespace

void print_keyness(const Keyness& keyness, const Terminal& terminal, std::ostream& out) {
  const bool any = keyness.sets[0].articles > 0 && keyness.sets[1].articles > 0 && !keyness.same;
  if (!any && !keyness.partial) return;
  print_set("A", keyness.sets[0], terminal, out);
  print_set("B", keyness.sets[1], terminal, out);
  out << '\n';
  print_words(keyness, keyness.more, tr("more in A"), terminal, out);
  print_words(keyness, keyness.less, tr("more in B"), terminal, out);
  out << tr("{0} words are more frequent in A, {1} in B", keyness.found_more, keyness.found_less) << '\n';
  print_partial(keyness.partial, terminal, out);
}

Json keyness_json(const Keyness& keyness) {
  Json json;
  json["schema"] = kJsonSchema;
  json["set"] = to_json(keyness.sets[0]);
  json["reference"] = to_json(keyness.sets[1]);
  json["same"] = keyness.same;
  json["partial"] = keyness.partial;
  json["found_more"] = keyness.found_more;
  json["found_less"] = keyness.found_less;
  json["more"] = array_of(keyness.more, keyness);
  json["less"] = array_of(keyness.less, keyness);
  return json;
}

std::vector<Json> key_word_items(const Keyness& keyness) {
  std::vector<Json> items;
  for (const auto* words : {&keyness.more, &keyness.less})
    for (const KeyWord& word : *words) {
      items.emplace_back();
      items.back()["schema"] = kJsonSchema;
      items.back().update(to_json(word, keyness));
    }
  return items;
}

void write_key_words(const Keyness& keyness, CsvWriter& csv) {
  csv.row({"word", "times", "reference_times", "rate", "reference_rate", "log_ratio", "log_likelihood"});
  for (const auto* words : {&keyness.more, &keyness.less})
    for (const KeyWord& word : *words)
      csv.row({word.text, std::to_string(word.times[0]), std::to_string(word.times[1]),
               fmt::format("{:.4f}", rate(word.times[0], keyness.sets[0])),
               fmt::format("{:.4f}", rate(word.times[1], keyness.sets[1])),
               fmt::format("{:.4f}", word.log_ratio), fmt::format("{:.4f}", word.likelihood)});
}

}  // namespace depeche
