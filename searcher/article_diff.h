#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "searcher/versions.h"

namespace depeche {

/// A title, header or text that differs.
struct TextChange {
  TextField field = TextField::kText;
  std::string before, after;  // as stored; word_diff() tells what became of one
};

/// A date of publication or update that differs; nullopt where a version has none.
struct DateChange {
  DateKind kind = DateKind::kPublished;
  std::optional<ArticleDate> before, after;
};

/// Anything else that the source says and that differs.
struct ValueChange {
  std::string_view field;                  // English name of kFields: source, section, author, language, url
  std::vector<std::string> before, after;  // one, or several authors; empty if there is none
};

/// What an agency changed between two versions of an article. What the indexer adds (names, dates of events)
/// is not compared.
struct ArticleDiff {
  std::string id;
  ArticleVersion from, to;
  std::vector<TextChange> texts;  // title, header, text
  std::vector<DateChange> dates;  // published, updated
  std::vector<ValueChange> values;

  bool empty() const { return texts.empty() && dates.empty() && values.empty(); }
};

/// Members id, from and to are left to the caller.
ArticleDiff diff_articles(const Article& before, const Article& after);

}  // namespace depeche
