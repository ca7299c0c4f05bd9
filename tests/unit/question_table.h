#pragma once

#include <span>
#include <string_view>

namespace depeche {

/// A question and what it means on kQuestionToday.
struct QuestionCase {
  std::string_view question;
  std::string_view asked;  // "count", English names of fields, "newest", a limit; "" for a list of articles
  std::string_view tree;   // one_line()
  std::string_view unread = "";  // stretches joined by "; "
};

/// Each is recognised as a question.
std::span<const QuestionCase> question_cases();
/// None of these is.
std::span<const std::string_view> no_questions();

}  // namespace depeche
