#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// The text of data/demonyms.tsv, put into the program by the build.
extern const std::string_view kDemonymData;

/// Which peoples and adjectives are related to which places: « chinois » to Chine. Related terms: what names
/// a people mentions no place.
class Demonyms {
 public:
  /// From lines of TSV: a place, tab, demonyms in the masculine singular, separated by tabs; # begins a
  /// comment. Throws Error (kInternal) naming the line where a place stands alone.
  static Demonyms parse(std::string_view text);
  /// Those that the program brings along.
  static const Demonyms& shipped();

  /// Of a place, by its key (entity_key() of searcher/names.h); none for a place that has none here.
  std::vector<std::string> of_place(std::string_view key) const;
  /// Places, as people write them, whose demonym has that stem: chinoises -> chinois. Several where the word
  /// may mean several (congolais).
  std::vector<std::string> places_of(std::string_view stem) const;

 private:
  using Lists = std::map<std::string, std::vector<std::string>, std::less<>>;
  Lists by_place_, by_stem_;
};

}  // namespace depeche
