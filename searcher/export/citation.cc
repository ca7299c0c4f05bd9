#include "searcher/export/citation.h"

#include <fmt/format.h>

#include "common/stored_article.h"
#include "searcher/export/escape.h"

namespace depeche {

std::string citation(const Article& article) {
  constexpr size_t kDigestFigures = 16;
  std::string line;
  if (!article.source.empty()) line += one_line(article.source) + ", ";
  if (!article.title.empty()) line += fmt::format("«\u00A0{}\u00A0», ", one_line(article.title));
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  const std::string edtf = date ? to_edtf(date->value, date->inferred) : "";
  line += edtf.empty() ? "s.\u00A0d." : edtf;
  return line + fmt::format(", {}@{}, xxh3:{}", one_line(article.id), article.version,
                            content_digest(article).substr(0, kDigestFigures));
}

}  // namespace depeche
