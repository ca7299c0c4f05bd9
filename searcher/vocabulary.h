#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace depeche {

/// What an index knows of its own words. Holds a reference: not longer than the database; not thread-safe.
class Vocabulary {
 public:
  explicit Vocabulary(const Xapian::Database& database) : database_(database) {}

  bool has(const std::string& term) const { return database_.term_exists(term); }

  /// Documents, and those that have a term; superseded ones count too.
  uint64_t documents() const { return database_.get_doccount(); }
  uint64_t frequency(const std::string& term) const { return database_.get_termfreq(term); }

  /// Folded surface forms that share a stem, sorted; none for an unknown stem.
  std::vector<std::string> forms(const std::string& stem) const;

  /// Terms that begin with `prefix`, sorted, at most `limit` + 1 of them: one more tells that there are more.
  std::vector<std::string> expand(const std::string& prefix, size_t limit) const;

  /// How a folded form is written in the index (common/text/fold.h, reading_of), other than `folded` itself.
  std::vector<std::string> readings(const std::string& folded) const;

  /// Years that terms with either prefix name, ascending.
  std::vector<int> years(std::string_view prefix, std::string_view other_prefix) const;

 private:
  const Xapian::Database& database_;
};

}  // namespace depeche
