#pragma once

#include <vector>

#include "searcher/question/content.h"

namespace depeche {

// What stands between two links of a content, as a query: tokens [begin, end). kAll where nothing is left of
// it. What they return is read back by parse() as it is, but for limits of length.

/// The words without articles and prepositions, all of them asked for; proper names of several words and
/// quotations as phrases; « la ville de X » as a place; « la crise de 2008 » with the date as that of an
/// event. Every one in the title for kTitle. Adds to `unread` the tokens that narrow in a way that no query
/// can (« uniquement »).
Query read_words(const QuestionView& view, size_t begin, size_t end, ContentKind kind,
                 std::vector<size_t>& unread);

/// Behind the proper name whose first word is the capital at `at`: « Charles de Gaulle »; at most `limit`.
size_t find_name_end(const QuestionView& view, size_t at, size_t limit);

/// The name of a section, author or source, or a whole title.
Query read_name(const QuestionView& view, size_t begin, size_t end, ContentKind kind);

}  // namespace depeche
