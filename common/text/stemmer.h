#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// Xapian's Snowball French, with an exception table for what 1.4.22 gets wrong (stemmer.cc lists it).
/// Not thread-safe: one per thread.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;

  /// Folded stems of a lower-case word with its accents: fold(stem(w)), then stem(fold(w)) if it differs.
  /// One or two, never empty strings.
  std::vector<std::string> stems(const std::string& lower) const;

  /// Changes with any change of stems(); recorded in the index.
  static std::string version();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace depeche
