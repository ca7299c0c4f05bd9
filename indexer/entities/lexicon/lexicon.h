#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "indexer/entities/tables.h"

/// Names and words of the dictionaries of the machine on which the project was built (make_names.cc): much
/// more than our own lists, and less sure. Only the model asks them, the rules do not.
namespace depeche::entities {

/// Folded names: of kLexiconGiven, kLexiconFamily, kLexiconPlace.
std::span<const WordRow> lexicon_rows();
/// XXH3-64, cut to 32 bits, of the folded base forms of French words that are no names; ascending.
std::span<const uint32_t> common_words();

/// Whether a folded word is a form of a common French noun, adjective, adverb, or the infinitive of a verb.
bool is_common_word(const std::string& folded);

}  // namespace depeche::entities
