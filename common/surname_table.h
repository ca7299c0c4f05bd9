#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/name_title.h"

namespace depeche {

/// That a surname, where an article does not say whose it is, stands for one person: nine in ten at least of
/// the live articles that name in full a person of that name agree, and so do five at least.
struct Surname {
  std::string surname, key;  // « hua », « hua chunying »
  uint64_t agreeing = 0;     // articles that name this person in full, and no other of the name
  uint64_t articles = 0;     // articles that name a person of the name in full
  Sex sex = kSexUnknown;     // of the person, as far as the given name tells
  friend bool operator==(const Surname&, const Surname&) = default;

  /// Whether a name that titles give to `titled` can be this person's.
  bool fits(Sex titled) const { return titled == kSexUnknown || sex == kSexUnknown || titled == sex; }
};

/// The rule above.
bool is_decided(uint64_t agreeing, uint64_t articles);

/// The surnames of a published state that stand for one person. Immutable; thread-safe.
class SurnameTable {
 public:
  SurnameTable() = default;
  /// Precondition: no surname twice.
  explicit SurnameTable(std::vector<Surname> surnames);

  bool empty() const { return surnames_.empty(); }
  /// By surname.
  const std::vector<Surname>& surnames() const { return surnames_; }
  /// nullptr where the surname stands for nobody in particular.
  const Surname* find(std::string_view surname) const;
  /// The surnames that stand for a full name, by surname: pen and le pen for « marine le pen ».
  std::vector<const Surname*> of(std::string_view key) const;

  /// A line a surname: surname, key, agreeing, articles and sex, separated by tabs.
  std::string to_tsv() const;
  /// Throws Error (kIndex) naming `path` where the bytes are not what to_tsv() writes.
  static SurnameTable from_tsv(std::string_view tsv, const std::string& path);

 private:
  std::vector<Surname> surnames_;
  std::unordered_multimap<std::string, size_t> by_key_;  // indices into surnames_
};

}  // namespace depeche
