#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "indexer/entities/tables.h"

/// Names and words of the dictionaries of the machine on which the project was built (make_names.cc): much
/// more than our own lists, and less sure. Only the model asks them, the rules do not.
namespace depeche::entities {

/// Folded names: of kLexiconGiven, kLexiconFamily, kLexiconPlace.
std::span<const WordRow> lexicon_rows();
/// XXH3-64, cut to 32 bits, of the folded base forms of French words that are no names; ascending.
std::span<const uint32_t> common_words();

/// What the lexicon knows of a word or of a sequence of words.
enum LexiconFlag : uint8_t {
  kKnownPerson = 1U << 0,  // it is the whole name of one
  kKnownOrganisation = 1U << 1,
  kKnownPlace = 1U << 2,
  kKnownOther = 1U << 3,
  kBeginsPerson = 1U << 4,  // a word: the first or the last of a person's name
  kEndsPerson = 1U << 5,
  kBeginsLonger = 1U << 6,  // a longer name begins so
};
constexpr uint8_t kKnownTypes = kKnownPerson | kKnownOrganisation | kKnownPlace | kKnownOther;

/// Well-known names and cities: of their key (name_key()) XXH3-64 without its last byte, which holds
/// LexiconFlag bits; ascending.
std::span<const uint64_t> known_phrases();

/// LexiconFlag bits of a key of a name; 0 where it is not known.
uint8_t lexicon_flags(std::string_view key);

/// Whether a folded word is a form of a common French noun, adjective, adverb, or the infinitive of a verb.
bool is_common_word(const std::string& folded);

}  // namespace depeche::entities
