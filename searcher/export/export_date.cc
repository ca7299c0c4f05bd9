#include "searcher/export/export_date.h"

namespace depeche {

std::string published_edtf(const Article& article) {
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  return date ? to_edtf(date->value, date->inferred) : "";
}

PartialDate stated_date(const Article& article) {
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  if (!date) return {};
  PartialDate stated = date->value;
  if (date->inferred) stated = date->stated ? date->stated->value : PartialDate{};
  return has_year(stated) ? stated : PartialDate{};
}

bool has_year(const PartialDate& date) { return date.year > 0 && date.unknown_figures == 0; }

bool has_month(const PartialDate& date) { return date.month >= 1 && date.month <= 12; }

}  // namespace depeche
