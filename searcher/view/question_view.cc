#include "searcher/view/question_view.h"

#include <fmt/format.h>

#include "common/message.h"
#include "common/text/utf8.h"
#include "searcher/view/style.h"

namespace depeche {
namespace {

std::string_view name_of(Question::Asked asked) {
  switch (asked) {
    case Question::Asked::kArticles:
      return "articles";
    case Question::Asked::kCount:
      return "count";
    case Question::Asked::kValues:
      break;
  }
  return "values";
}

/// As --sort takes it: a question asks for one of the two orders of time.
std::string_view name_of(SortOrder sort) { return sort == SortOrder::kOldestFirst ? "date" : "-date"; }

/// What the question says beside its query, as options of the command line; "" if nothing.
std::string options_of(const Question& question) {
  std::string options;
  const auto add = [&](const std::string& option) { options += (options.empty() ? "" : " ") + option; };
  if (question.asked == Question::Asked::kCount) add("--count");
  std::string fields;
  for (const FacetField* field : question.fields)
    fields.append(fields.empty() ? "" : ",").append(field->french);
  if (!fields.empty()) add("--facets " + fields);
  if (question.sort) add(fmt::format("--sort {}", name_of(*question.sort)));
  if (question.limit) add(fmt::format("--limit {}", *question.limit));
  return options;
}

std::string_view text_of(const Question& question, const Question::Unread& unread) {
  return std::string_view(question.text).substr(unread.begin, unread.end - unread.begin);
}

}  // namespace

std::string unread_note(const Question& question) {
  std::string list;
  for (const Question::Unread& unread : question.unread)
    list += (list.empty() ? "«\u00a0" : ", «\u00a0") + safe_text(text_of(question, unread)) + "\u00a0»";
  return list.empty() ? "" : tr("Not taken into account: {}", list);
}

void print_question(const Question& question, const Terminal& terminal, std::ostream& out) {
  const Style style(terminal);
  const std::string query = safe_text(to_text(question.query));
  out << tr("Understood: {}", query.empty() ? tr("every article") : style.bold(query)) << '\n';
  if (const std::string options = options_of(question); !options.empty())
    out << tr("Options: {}", options) << '\n';
  const std::string note = unread_note(question);
  const unsigned width = terminal.interactive ? terminal.width : display_width(note);
  if (!note.empty())
    for (const std::string_view line : wrap_lines(note, width, width)) out << line << '\n';
  out << '\n';
}

Json question_json(const Question& question) {
  Json fields = Json::array(), unread = Json::array();
  for (const FacetField* field : question.fields) fields.push_back(std::string(field->english));
  CodePointCounter counter(question.text);
  for (const Question::Unread& stretch : question.unread) {
    const size_t begin = counter.at(stretch.begin);
    unread.push_back(Json{{"begin", begin},
                          {"end", counter.at(stretch.end)},
                          {"text", std::string(text_of(question, stretch))}});
  }
  Json json;
  json["text"] = question.text;
  json["query"] = to_text(question.query);
  json["asked"] = name_of(question.asked);
  json["fields"] = std::move(fields);
  json["sort"] = question.sort ? Json(name_of(*question.sort)) : Json();
  json["limit"] = question.limit ? Json(*question.limit) : Json();
  json["unread"] = std::move(unread);
  return json;
}

}  // namespace depeche
