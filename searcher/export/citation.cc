#include "searcher/export/citation.h"

#include "common/message.h"
#include "common/stored_article.h"
#include "searcher/export/escape.h"

namespace depeche {

std::string citation(const Article& article) {
  constexpr size_t kDigestFigures = 16;
  std::string line;
  if (!article.source.empty()) line += one_line(article.source) + ", ";
  line += article.title.empty() ? tr("untitled") : tr("“{}”", one_line(article.title));
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  if (!date || date->value.empty())
    line += ", " + tr("undated");
  else if (date->inferred)
    line += ", " + tr("{} (inferred)", to_edtf(date->value, true));
  else
    line += ", " + to_edtf(date->value);
  return line + ", " +
         tr("{0}@{1}, digest {2}", one_line(article.id), article.version,
            content_digest(article).substr(0, kDigestFigures));
}

}  // namespace depeche
