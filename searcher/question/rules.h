#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/question/token.h"

namespace depeche {

/// What a stretch of a question does.
enum class QuestionAct : uint8_t {
  // In front of what is asked for.
  kRequest,    // « je voudrais », « donner », « y a-t-il », « quels sont »
  kCount,      // « combien de », « le nombre de »
  kCountHits,  // « combien de fois », with words in front of the articles
  kListNoun,   // « la liste des », which alone makes no question
  kAskAuthor,  // « qui a écrit »
  kAskYear,    // « en quelle année »
  kNewest,     // « les plus récents »: the order
  kOldest,
  // In front of the content of a clause.
  kTopic,       // « qui parlent de »
  kTitle,       // « dont le titre contient »: words of the title
  kTitleIs,     // « intitulés »: the title
  kSection,     // « de la rubrique »
  kAuthor,      // « écrits par »
  kSource,      // « de l'agence »
  kPublisher,   // « publiés par »: author or source
  kLanguage,    // « en anglais »: its last word
  kBeyond,      // « avec une image »: what no query asks; taken as a whole
  kBeyondText,  // « dont la légende contient »: with the content behind it
  // In front of a period.
  kDateIntro,  // « parus », « datant de »
  kBefore,     // « antérieurs à »
  kAfter,      // « plus récents que »
  kUpdated,    // « mis à jour »
  kUndated,    // « sans date »: a whole clause
  // Behind a content.
  kInTitle,  // « … dans le titre »
  kInText,   // « … dans le texte »
  kByThem,   // « … a écrits », « … est l'auteur »
  // Between clauses.
  kNot,  // « mais pas »
  kBut,  // « mais »: what follows is wanted again
  kAnd,
  kOr,
  kEither,  // « soit »: the first opens a choice, the others go on
  kGlue,    // adds nothing
  kBreak,   // adds nothing, and ends a content
};

/// A pattern is a row of elements between blanks: folded words and classes (@name, words.h) between bars; a
/// question mark behind an element makes it optional. `:` is that mark; `9` a number in figures; `>A` says
/// that a name or quotation follows, `>P` a period, `>9` a number: these take nothing. A pattern behind ~
/// ends no content but names, one behind ^ none at all.
struct QuestionRule {
  std::string_view pattern;
  QuestionAct act;
};
/// All rules (rules_table.cc); of several that match the longest wins, then the first.
std::span<const QuestionRule> question_rules();

/// The rule that holds from some token on.
struct QuestionMatch {
  /// Which contents end where it begins.
  enum class Ends : uint8_t { kAll, kNames, kNone };

  QuestionAct act = QuestionAct::kGlue;
  Ends ends = Ends::kAll;
  size_t end = 0;        // token behind it
  bool negated = false;  // it holds « ne … pas », « sans » or the like
};

/// For each token the rule that begins there. `periods` tells for each token whether a period begins there.
/// Thread-safe.
std::vector<std::optional<QuestionMatch>> match_rules(const std::vector<QuestionToken>& tokens,
                                                      const std::vector<bool>& periods);

}  // namespace depeche
