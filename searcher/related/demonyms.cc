#include "searcher/related/demonyms.h"

#include <fmt/format.h>

#include "common/error.h"
#include "common/text/analyzer.h"
#include "searcher/names.h"

namespace depeche {
namespace {

std::vector<std::string> columns_of(std::string_view line) {
  std::vector<std::string> columns;
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find('\t', begin), line.size());
    columns.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return columns;
}

template <typename Lists>
std::vector<std::string> list_of(const Lists& lists, std::string_view key) {
  const auto found = lists.find(key);
  return found == lists.end() ? std::vector<std::string>() : found->second;
}

}  // namespace

Demonyms Demonyms::parse(std::string_view text) {
  Demonyms demonyms;
  Analyzer analyzer;
  size_t number = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> columns = columns_of(line);
    if (columns.size() < 2)
      throw Error(ExitCode::kInternal, fmt::format("demonyms, line {}: a place without demonym", number));
    const std::string& place = columns.front();
    for (size_t i = 1; i < columns.size(); ++i) {
      demonyms.by_place_[entity_key(analyzer, place)].push_back(columns[i]);
      for (const std::string& stem : analyzer.word(columns[i]).stems)
        demonyms.by_stem_[stem].push_back(place);
    }
  }
  return demonyms;
}

const Demonyms& Demonyms::shipped() {
  static const Demonyms demonyms = parse(kDemonymData);
  return demonyms;
}

std::vector<std::string> Demonyms::of_place(std::string_view key) const { return list_of(by_place_, key); }

std::vector<std::string> Demonyms::places_of(std::string_view stem) const { return list_of(by_stem_, stem); }

}  // namespace depeche
