#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/plan.h"
#include "searcher/query/query.h"

namespace depeche {

/// Leaves of the tokens of a bare word what it asks for: « l'image » the image, « mesure-t-il » the measure
/// (in quotes both count). At least one token stays.
void trim_to_word(std::vector<Token>& tokens);

/// Whether a bare word, trimmed or not, is grammatical: of stop words and question words alone (le, où,
/// est-ce, a-t-il). Beside other words it demands nothing. An acronym (LA) is not.
bool is_grammatical(const std::vector<Token>& tokens);

/// Whether a bare word makes a question of what it stands in: an interrogative or relative pronoun or adverb
/// (qui, quelle, où, comment), or a verb before its subject (a-t-il, est-ce).
bool asks(const std::vector<Token>& tokens);

/// A child of a conjunction.
struct BareWord {
  bool bare = false;               // a word without any mark
  bool grammatical = false;        // demands nothing
  unsigned position = 0;           // among the words of the query
  std::optional<Pattern> pattern;  // where it is one token
};

/// The children of a conjunction, one each. Where there is nothing else in the text to find an article by,
/// grammatical words count as any.
std::vector<BareWord> bare_words(const Query& conjunction, Analyzer& analyzer);

/// The words of a phrase, each by itself; grammatical ones only where there is no other.
std::vector<Pattern> content_words(const std::string& phrase, Analyzer& analyzer);

/// Each word to search for with the next one, and with the one behind that.
std::vector<Pair> pairs_of(const std::vector<BareWord>& words);

/// Whether a query is asked in a sentence: some of its words at the highest level ask.
bool reads_as_question(const Query& query, Analyzer& analyzer);

}  // namespace depeche
