#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/date_query.h"
#include "common/schema.h"

namespace depeche {

/// The query as a tree. A plain value: parse() makes it, to_text() prints it, compile() and find_hits() read
/// it.
struct Query {
  enum class Kind : uint8_t {
    kAll,            // every article (an empty query beside filters)
    kWord,           // text: a word or compound as typed (cyber-espionnage), matched by stem
    kExact,          // text: =word, that very reading
    kPrefix,         // text: literal before the `*` of cyber*
    kPhrase,         // text: the words between quotes, as written
    kStemmedPhrase,  // text: "..."~
    kNear,           // children within `distance` positions, any order: PRES/n, "..."~n (children are words)
    kAdjacent,       // children within `distance`, in order: SUIVI/n
    kSentence,       // children in one sentence: MEMEPHRASE
    kParagraph,      // children in one paragraph: MEMEPARAGRAPHE
                 // children of these four: words, exact words, prefixes, phrases, or a kOr of them; two or
                 // more
    kAnd,    // two or more children, none of them kAnd
    kOr,     // two or more children, none of them kOr
    kNot,    // children[0] but not children[1]; one child: every article but it
    kField,  // field:value with kind kName, kValue, kExact or kAny; text: the value
    kTitle,  // children[0] (word, exact, prefix, phrase or stemmed phrase) in the title; field kTitle
    kDate,   // field kDate, kEvent or kUpdated; date
  };

  Kind kind = Kind::kAll;
  std::string text =
      {};  // as typed, without marks, quotes and the punctuation around it; never empty in a leaf
  FieldId field = FieldId::kDate;
  DateQuery date = {};
  unsigned distance = 0;
  std::vector<Query> children = {};
  size_t begin = 0, end = 0;  // bytes of the query text, for messages; 0,0 where an option made it
};

/// Equal as queries: everything but begin and end.
bool operator==(const Query& a, const Query& b);

/// kAnd or kOr of `operands`, flattened: an operand of that kind gives its children. One operand is returned
/// as it is, none gives kAll.
Query join(Query::Kind kind, std::vector<Query> operands);

/// What kMaxQueryTerms limits: the words of all leaves, as positions of an index; a date counts as one.
size_t count_terms(const Query& query);

/// Canonical query text (French operators), which parse() reads back to an equal tree.
std::string to_text(const Query& query);

/// The tree, one node a line, children indented by two spaces: for --explain and tests. Never translated.
std::string to_tree(const Query& query);

/// `text` between quotes, as parse() reads it back.
std::string quoted(std::string_view text);
/// The value of a field, in quotes unless it is read back without.
std::string quoted_if_needed(std::string_view value);

}  // namespace depeche
