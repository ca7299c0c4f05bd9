#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/published_index.h"
#include "searcher/search.h"

namespace depeche {

/// How a form differs from the word that was asked for; of several differences the first that holds.
enum class VariantKind : uint8_t {
  kSame,     // in nothing but capitals
  kAccents,  // in accents: surete, sûreté
  kJoining,  // in hyphens, blanks or accents: cyber-espionnage, cyberespionnage
  kForm,     // it shares a stem: sûretés
};

/// A form in which articles write a word.
struct Variant {
  std::string form;  // lower case, with accents
  VariantKind kind = VariantKind::kSame;
  uint64_t hits = 0, articles = 0;
};

struct Variants {
  std::string word;               // as asked for
  std::vector<Variant> variants;  // the page asked for: most hits first, then by form
  uint64_t found = 0;             // forms
  uint64_t articles = 0;          // that write the word in any form
  uint64_t read = 0;              // of them, those whose hits are counted
  uint64_t offset = 0;            // of the page
  bool partial = false;           // the time limit came first
};

/// Articles that list_variants() reads: where more have the word, as many of them, evenly spaced.
constexpr uint64_t kMostReadForVariants = 3000;

/// How the index writes a word: with and without accents, hyphens and blanks, and in its other forms. Page,
/// time limit as in `options`. Throws Error: kUsage for what is no word, and as search().
Variants list_variants(const PublishedIndex& index, const std::string& word, const SearchOptions& options);

VariantKind variant_kind(std::string_view word, std::string_view form);
/// "same", "accents", "joining", "form": names in JSON and CSV.
std::string_view name_of(VariantKind kind);

}  // namespace depeche
