// Any text as a question: a query that prints and reads back, and stretches of the text in their order; or an
// error at a place in the text. What looks like a question is one whose bytes can be read.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/text/utf8.h"
#include "searcher/question/question.h"

namespace depeche {
namespace {

constexpr Day kToday{std::chrono::year{2015}, std::chrono::month{6}, std::chrono::day{15}};

void require(bool holds) {
  if (!holds) std::abort();
}

void check(std::string_view text) {
  const bool looks_so = is_question(text, kToday);
  const auto read = read_question(text, kToday);
  if (const auto* error = std::get_if<QueryError>(&read)) {
    require(error->begin <= error->end && error->end <= text.size() && !error->message.empty());
    return;
  }
  const Question& question = std::get<Question>(read);
  require(find_invalid_utf8(text) == std::string_view::npos && question.text == text);
  require(!looks_so || question.asked != Question::Asked::kValues || !question.fields.empty());
  const auto again = parse(to_text(question.query), kToday);
  require(std::holds_alternative<Query>(again) && std::get<Query>(again) == question.query);
  size_t end = 0;
  for (const Question::Unread& unread : question.unread) {
    require(end <= unread.begin && unread.begin < unread.end && unread.end <= text.size());
    end = unread.end;
  }
}

}  // namespace
}  // namespace depeche

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  depeche::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
