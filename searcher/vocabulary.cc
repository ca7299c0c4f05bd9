#include "searcher/vocabulary.h"

#include <charconv>
#include <set>

#include "common/schema.h"
#include "common/term.h"

namespace depeche {

std::vector<std::string> Vocabulary::forms(const std::string& stem) const {
  const std::string key = std::string(kStemPrefix) + stem;
  std::set<std::string> forms(database_.synonyms_begin(key), database_.synonyms_end(key));
  return {forms.begin(), forms.end()};
}

std::vector<std::string> Vocabulary::expand(const std::string& prefix, size_t limit) const {
  std::vector<std::string> terms;
  for (auto it = database_.allterms_begin(prefix);
       it != database_.allterms_end(prefix) && terms.size() <= limit; ++it)
    terms.push_back(*it);
  return terms;
}

std::vector<std::string> Vocabulary::readings(const std::string& folded) const {
  const std::string prefix = reading_term(folded, "");
  std::vector<std::string> readings;
  for (auto it = database_.allterms_begin(prefix); it != database_.allterms_end(prefix); ++it)
    readings.push_back((*it).substr(prefix.size()));
  return readings;
}

std::vector<int> Vocabulary::years(std::string_view prefix, std::string_view other_prefix) const {
  std::set<int> years;
  for (const std::string& start : {std::string(prefix), std::string(other_prefix)})
    for (auto it = database_.allterms_begin(start); it != database_.allterms_end(start); ++it) {
      const std::string term = *it;
      int year = 0;
      const auto [end, error] = std::from_chars(term.data() + start.size(), term.data() + term.size(), year);
      if (error == std::errc() && end == term.data() + term.size()) years.insert(year);
    }
  return {years.begin(), years.end()};
}

}  // namespace depeche
