#include "common/article.h"

#include <algorithm>

#include "common/message.h"

namespace depeche {

const char* const kReferenceRule = DEPECHE_TR("only one of its kind that this article names");

bool Mention::is_reference() const { return link && link->rule == kReferenceRule; }

const std::string& Article::field(TextField which) const {
  switch (which) {
    case TextField::kTitle:
      return title;
    case TextField::kHeader:
      return header;
    case TextField::kText:
      break;
  }
  return text;
}

const ArticleDate* find_date(const Article& article, DateKind kind) {
  const auto found = std::find_if(article.dates.begin(), article.dates.end(),
                                  [kind](const ArticleDate& date) { return date.kind == kind; });
  return found == article.dates.end() ? nullptr : &*found;
}

std::string_view name_of(DateKind kind) {
  constexpr std::string_view kNames[] = {"published", "updated", "event"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view name_of(DateBasis basis) {
  constexpr std::string_view kNames[] = {"header", "dateline", "field",     "path",
                                         "mtime",  "text",     "reference", "neighbours"};
  return kNames[static_cast<size_t>(basis)];
}

std::string_view name_of(EntityType type) {
  constexpr std::string_view kNames[] = {"PER", "ORG", "LOC", "MISC"};
  return kNames[static_cast<size_t>(type)];
}

std::string_view name_of(TextField field) {
  constexpr std::string_view kNames[] = {"title", "header", "text"};
  return kNames[static_cast<size_t>(field)];
}

}  // namespace depeche
