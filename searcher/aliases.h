#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/text_hash.h"

namespace depeche {

/// Names of one entity: Pékin, Beijing.
struct AliasGroup {
  std::vector<std::string> names;  // as written; the canonical one first
  std::vector<std::string> keys;   // of the names, in their order, each once
};

/// Which names stand for one entity. A name is in one group at most. Never changes an index: queries ask for
/// the whole group, facets count it as one.
class Aliases {
 public:
  /// Groups from lines of TSV (canonical name, tab, alias, tab, alias…; # begins a comment; empty lines are
  /// passed over). Throws Error (kUsage) with `source`, line and remedy for a line that is no group, text
  /// that is not UTF-8, and a name that two lines claim.
  static Aliases parse(std::string_view text, const std::string& source);

  /// The groups of a file of the user's; throws as parse(), and where there is no such readable file.
  static Aliases read(const std::filesystem::path& file);

  /// The groups that the program brings along: data/aliases.tsv.
  static const Aliases& shipped();

  /// These groups where both know a name: what `weaker` says of the name does not count any more, and its
  /// other names stay together.
  Aliases over(const Aliases& weaker) const;

  /// The group of a key (entity_key() of searcher/names.h); nullptr if it is in none.
  const AliasGroup* find(std::string_view key) const;

  const std::vector<AliasGroup>& groups() const { return groups_; }

 private:
  void add(AliasGroup group);

  std::vector<AliasGroup> groups_;
  TextMap<size_t> by_key_;  // key -> index of its group
};

}  // namespace depeche
