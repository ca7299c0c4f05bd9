#include "searcher/article_diff.h"

#include "common/schema.h"

namespace depeche {
namespace {

bool same_date(const ArticleDate* a, const ArticleDate* b) {
  if (!a || !b) return a == b;
  return a->value == b->value && a->minute == b->minute && a->inferred == b->inferred;
}

std::optional<ArticleDate> copy_of(const ArticleDate* date) {
  return date ? std::optional(*date) : std::nullopt;
}

std::vector<std::string> values_of(const std::string& value) {
  return value.empty() ? std::vector<std::string>{} : std::vector{value};
}

}  // namespace

ArticleDiff diff_articles(const Article& before, const Article& after) {
  ArticleDiff diff;
  for (const TextField field : {TextField::kTitle, TextField::kHeader, TextField::kText})
    if (before.field(field) != after.field(field))
      diff.texts.push_back({field, before.field(field), after.field(field)});
  for (const DateKind kind : {DateKind::kPublished, DateKind::kUpdated}) {
    const ArticleDate *old_date = find_date(before, kind), *new_date = find_date(after, kind);
    if (!same_date(old_date, new_date)) diff.dates.push_back({kind, copy_of(old_date), copy_of(new_date)});
  }
  const auto compare = [&](FieldId id, std::vector<std::string> old_values,
                           std::vector<std::string> new_values) {
    if (old_values != new_values)
      diff.values.push_back({field_spec(id).english, std::move(old_values), std::move(new_values)});
  };
  compare(FieldId::kSource, values_of(before.source), values_of(after.source));
  compare(FieldId::kSection, values_of(before.section), values_of(after.section));
  compare(FieldId::kAuthor, before.authors, after.authors);
  compare(FieldId::kLanguage, values_of(before.language), values_of(after.language));
  compare(FieldId::kUrl, values_of(before.url), values_of(after.url));
  return diff;
}

}  // namespace depeche
