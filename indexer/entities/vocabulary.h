#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text_hash.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/tables.h"

namespace depeche::entities {

/// What the rules know of a word, whatever its case and accents.
struct KnownWord {
  std::string folded;
  uint32_t id = 0;                // differs between words
  uint32_t classes = 0;           // WordClass
  uint8_t lexicon = 0;            // LexiconFlag
  bool outside = false;           // one of outside_words()
  const HeadRow* head = nullptr;  // where classes holds kHead
  const HeadRow* second_head =
      nullptr;                // a noun may do both: « la société Apple », « la Société des nations »
  Gazetteer::Step gazetteer;  // of the word alone
  uint64_t seen_lower = 0;    // the last article that has it in lower case
};

/// How a word is written.
enum class Shape : uint8_t {
  kLower,
  kCapital,   // Hua, Saint-Denis
  kCapitals,  // ONU, O.N.U., G20: two letters or more
  kInitial,   // one capital letter
  kMixed,     // WannaCry, iPhone
  kNumber,    // begins with a digit
};

struct WrittenWord {
  Shape shape = Shape::kLower;
  KnownWord* known = nullptr;
  std::string_view surface;  // lives as long as this word
  uint32_t id = 0;           // from 0, differs between written words until forget_rare() forgets
  uint64_t hash = 0;         // of the surface
  uint64_t pattern = 0;      // of its letters' kinds: « Ab-Ab » alike for Saint-Denis and Vitry-Ouest
};

/// Looks written words up in the tables, each distinct form once: a cache over the tables. Not thread-safe.
class Vocabulary {
 public:
  /// Well-formed UTF-8, letters, digits, hyphens, apostrophes and dots. Valid until the next forget_rare().
  const WrittenWord& find(std::string_view surface);

  /// Keeps memory bounded: drops the cache once it has grown beyond kMaxForms. Call between articles.
  void forget_rare();
  /// How often the cache was dropped: what is kept by WrittenWord::id is stale when this has grown.
  uint32_t generation() const { return generation_; }

  static constexpr size_t kMaxForms = 30'000;

 private:
  const WrittenWord& look_up(std::string_view surface);

  static constexpr size_t kRecent = 16384;
  std::array<const WrittenWord*, kRecent> recent_{};  // by hash: most words of a text were there before
  TextMap<WrittenWord> written_;
  TextMap<KnownWord> known_;
  uint32_t generation_ = 0;
};

}  // namespace depeche::entities
