#pragma once

#include <ostream>
#include <string>

#include "common/json.h"
#include "common/terminal.h"
#include "searcher/question/question.h"

namespace depeche {

/// How a question is understood, for people, and an empty line: its query on a line of its own, never cut, so
/// that it can be copied; the options that say the rest of it, if there are any; what is not taken into
/// account. Safe for any terminal.
void print_question(const Question& question, const Terminal& terminal, std::ostream& out);

/// What is not taken into account, as one line; "" if everything is.
std::string unread_note(const Question& question);

/// The member `question` of answers in JSON (ARCHITECTURE.md, "JSON"); offsets are code points of its text.
Json question_json(const Question& question);

}  // namespace depeche
