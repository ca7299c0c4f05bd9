#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "searcher/facets.h"

namespace depeche {

/// What a word can be in a question. A word may be several of these; the rules (rules_table.cc) decide.
enum class QuestionWords : uint8_t {
  kArticle,       // @article: what is surely asked for: articles, dépêches
  kPaper,         // @paper: what may be: documents, bulletins
  kAttribute,     // @attribute: rubriques, auteurs, titres … of articles
  kRequest,       // @request: donner, liste, affichez-moi
  kWant,          // @want: veux, voudrais, cherche
  kTopicVerb,     // @verb: parle, traitent, contient
  kPluralVerb,    // @verbs: the plural ones alone, which are no nouns
  kTopicIng,      // @ing: parlant, traitant, contenant
  kTopicPassive,  // @cited: évoqués, mentionnée
  kPublished,     // @published: parus, publiés, datant
  kWritten,       // @written: écrits, rédigé
  kBe,            // @be: est, sont, ont été
  kNot,           // @not: pas, plus, jamais, aucun
  kTitle,         // @title
  kSection,       // @section
  kAuthor,        // @author
  kSource,        // @source
  kSmall,         // @small: articles and possessives: le, la, leurs
  kPrep,          // @prep: de, du, à, sur
  kMarker,        // @marker: mot, termes
  kPhrase,        // @phrase: expression, phrase
  kTheme,         // @theme: thème, sujet, domaine
  kEventNoun,     // @event: what has a year of its own: crise, élections
  kPersonHead,    // @person: personne, personnalité
  kPlaceHead,     // @place: ville, pays
  kOrgHead,       // @org: entreprise, société
  kIllustration,  // @image: what the index does not hold: image, photo
  kGlue,          // @glue: words that add nothing: aussi, svp
  kRestriction,   // @only: what narrows in a way that no query can: uniquement
  kCount
};

/// The classes of a folded word, as bits by QuestionWords. A word of seven letters or more may have one
/// letter wrong (missing, added, another, or two exchanged), but not its first. Thread-safe.
uint32_t question_word_classes(std::string_view folded);
/// Whether `typed` is `known`, or a misspelling of it as above.
bool is_spelling_of(std::string_view typed, std::string_view known);
/// By its name behind the @ above; nullopt if there is none.
std::optional<QuestionWords> find_word_class(std::string_view name);

constexpr uint32_t word_bit(QuestionWords words) { return uint32_t{1} << static_cast<unsigned>(words); }

/// What an attribute of articles is counted by.
struct QuestionAttribute {
  enum class Shown : uint8_t {
    kByFacet,  // `facet`
    kByList,   // the list of articles shows it: titre, date
    kNever,    // the index does not hold it: image
  };
  std::string_view words;  // folded, separated by blanks
  Shown shown = Shown::kNever;
  std::string_view facet = {};  // English name, for find_facet_field()
};
/// nullptr if the folded word names none.
const QuestionAttribute* find_attribute(std::string_view folded);

/// Two-letter code of a language by its French name, folded; "" if it is none.
std::string_view language_code(std::string_view folded);

}  // namespace depeche
