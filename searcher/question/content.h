#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/question/period.h"
#include "searcher/question/rules.h"
#include "searcher/question/token.h"

namespace depeche {

/// A question as its rules see it; the vectors have an element a token.
struct QuestionView {
  std::string_view text;
  Day today;
  std::vector<QuestionToken> tokens;
  std::vector<std::optional<Period>> periods;
  std::vector<std::optional<QuestionMatch>> rules;
  std::vector<bool> vague;  // find_vague_times()

  size_t size() const { return tokens.size(); }
  bool is_act(size_t at, QuestionAct act) const { return rules[at] && rules[at]->act == act; }
};
/// Precondition: well-formed UTF-8 without NUL.
QuestionView view_question(std::string_view text, Day today);

/// What the words of a clause are looked for in.
enum class ContentKind : uint8_t {
  kTopic,
  kTitle,
  kTitleIs,
  kSection,
  kSections,
  kAuthor,
  kSource,
  kPublisher
};

/// The queries of a content: « X et Y ou Z mais pas W ».
struct Content {
  Query wanted = {};  // kAll if nothing is
  std::vector<Query> unwanted = {};
  std::vector<size_t> unread = {};  // tokens that narrow in a way that no query can
};

/// Token behind the content that begins at `begin`: where another clause begins, or a link to one. `asked`
/// tells that what is asked for has been said: from then on « liste » is a word like others.
size_t find_content_end(const QuestionView& view, size_t begin, ContentKind kind, bool asked);

/// Reads tokens [begin, end) as words, phrases or names. `unwanted`: up to « mais » they are not wanted.
Content read_content(const QuestionView& view, size_t begin, size_t end, ContentKind kind, bool unwanted);

/// Whether the token is a grammatical word, and no acronym that looks like one.
bool is_stop_token(const QuestionToken& token);
/// « avant », « depuis »: without a period behind it, it says something that no query asks.
bool says_bound(const QuestionToken& token);
/// Whether a period begins at `at` that stands for itself, not for what happened then (« la crise de 2008 »).
bool is_period(const QuestionView& view, size_t at);

}  // namespace depeche
