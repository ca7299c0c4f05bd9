#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "common/article.h"

/// What the rules know by heart: lists of our own, read once by Vocabulary and Gazetteer. Items are separated
/// by commas; blanks around an item do not count; accents and case do not matter unless said so.
namespace depeche::entities {

/// What a word may be to the rules; a word may be several things.
enum WordClass : uint32_t {
  kGivenMale = 1U << 0,
  kGivenFemale = 1U << 1,
  kFamilyFirst = 1U << 2,       // a family name that stands before the given name: Wang, Kim, Nguyen
  kTitleMale = 1U << 3,         // M., MM.
  kTitleFemale = 1U << 4,       // Mme, Mlle
  kTitleNeutral = 1U << 5,      // Me, Dr
  kRole = 1U << 6,              // ministre, juge, porte-parole
  kSpeech = 1U << 7,            // déclaré, estime
  kAdjective = 1U << 8,         // may stand between an organisation's head and its tail: chinois, fédéral
  kDomain = 1U << 9,            // what a ministry is about: défense, affaires
  kDemonym = 1U << 10,          // Chinois: never a mention
  kOrdinary = 1U << 11,         // begins sentences without being a name
  kGeneric = 1U << 12,          // written with a capital without being a name: Etat, Internet
  kCalendar = 1U << 13,         // days, months
  kForeignParticle = 1U << 14,  // van, ben, al
  kCompanyWord = 1U << 15,      // a part of company and club names: Motors, Airlines, FC
  kPlaceCue = 1U << 16,         // ville, région: the capitals behind « de » are a place
  kOf = 1U << 17,               // de du des d
  kArticle = 1U << 18,          // le la l les
  kAnd = 1U << 19,              // et
  kAuxiliary = 1U << 20,        // a, avait, ont
  kPlural = 1U << 21,           // of a title or role: several names may follow
  kNumeral = 1U << 22,          // II, XVI behind a name
  kRelation = 1U << 23,         // pour, sur, contre: may stand inside an organisation's name
  kHead = 1U << 24,             // has a HeadRow
  kStartsName = 1U << 25,       // a gazetteer name begins with it
  kPlaceFirst = 1U << 26,       // begins names of places in other languages: Fort, Puerto, Deir
  kLexiconGiven = 1U << 27,     // of the dictionaries (lexicon/lexicon.h)
  kLexiconFamily = 1U << 28,
  kLexiconPlace = 1U << 29,
  kCommonWord = 1U << 30,
  kCountryCode = 1U << 31,  // FRA, SUI: a country, between brackets behind a name
};
constexpr uint32_t kGivenName = kGivenMale | kGivenFemale;
constexpr uint32_t kTitle = kTitleMale | kTitleFemale | kTitleNeutral;
/// Words with a capital that are no part of a name.
constexpr uint32_t kNeverName = kDemonym | kGeneric | kCalendar;

struct WordRow {
  uint32_t classes;
  std::string_view words;
};

/// What the noun before a name says about it.
enum HeadFlag : uint8_t {
  kOwnsName = 1,   // head + capitals are one name: « groupe Equation », « mont Blanc »
  kNamesNext = 2,  // the capitals behind it alone are the name: « société Apple », « logiciel Pegasus »
  kTail = 4,       // « de X » belongs to the name: « tribunal de Lille », « traité de Rome »
  kPlaceTail = 8,  // ... also when the head has no capital and X is only a place
  kDomainTail = 16,   // ... also when X is but a domain without capitals: « ministère de la défense »
  kPersonNamed = 32,  // may be called after a person: « hôpital Georges Pompidou »
  kDomainOnly =
      64,  // kTail, but only of a domain: « département de la Justice », not « département de la Creuse »
};

struct HeadRow {
  EntityType type;
  uint8_t flags;
  std::string_view words;
};

struct NameRow {
  EntityType type;
  std::string_view names;
};

std::span<const WordRow> given_name_rows();
std::span<const WordRow> word_rows();
std::span<const WordRow> not_name_rows();
/// Words that, in lower case, stand between names, hardly ever within one.
std::string_view outside_words();
std::span<const HeadRow> head_rows();
std::span<const NameRow> place_rows();
/// Organisations, people known by one name, other names.
std::span<const NameRow> name_rows();

/// Calls `use` with each item of a comma-separated list.
template <typename Use>
void for_each_item(std::string_view list, Use use) {
  constexpr std::string_view kBlanks = " \n";
  while (!list.empty()) {
    const size_t comma = list.find(',');
    std::string_view item = list.substr(0, comma);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    const size_t begin = item.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) continue;
    item = item.substr(begin, item.find_last_not_of(kBlanks) + 1 - begin);
    use(item);
  }
}

inline bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings)
    if (word.ends_with(ending)) return true;
  return false;
}

}  // namespace depeche::entities
