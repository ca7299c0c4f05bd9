#include "searcher/view/cooccurrence_view.h"

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "common/article_json.h"
#include "common/message.h"
#include "searcher/view/snippet.h"
#include "searcher/view/tables.h"

namespace depeche {
namespace {

bool of_any_field(const Cooccurrences& found) { return found.asked.field == FieldId::kEntity; }

/// "person", "place"; "word".
std::string_view kind_of(const Cooccurrences& found, const Cooccurrent& item) {
  return found.asked.field ? field_spec(item.field).english : "word";
}

std::string units(const Cooccurrences& found, uint64_t number) {
  return found.asked.scope == CooccurrenceScope::kArticle ? tr_n("{} article", "{} articles", number)
                                                          : tr_n("{} sentence", "{} sentences", number);
}

std::string counted(const Cooccurrences& found) {
  const std::string text = found.asked.scope == CooccurrenceScope::kArticle
                               ? tr("Answers: {0}, compared with {1} of the index",
                                    units(found, found.matching), units(found, found.compared))
                               : tr("Hits in {0}, compared with {1} of the articles that answer",
                                    units(found, found.matching), units(found, found.compared));
  if (found.read == found.articles) return text;
  return tr("{0}; {1} of {2} articles that answer are read, evenly spaced", text, found.read, found.articles);
}

std::string closing(const Cooccurrences& found) {
  const std::string count = found.partial ? tr_n("At least {} entry", "At least {} entries", found.found)
                                          : tr_n("{} entry", "{} entries", found.found);
  const uint64_t shown = found.top.size(), last = found.offset + shown;
  if (shown == found.found) return count;
  if (shown == 0) return tr("{}, none shown", count);
  if (last == found.found) return tr("{0}, {1} to {2} shown", count, found.offset + 1, last);
  return tr("{0}, {1} to {2} shown; next: --offset {2}", count, found.offset + 1, last);
}

double rounded(double number) { return std::round(number * 1e4) / 1e4; }

Json to_json(const Cooccurrences& found, const Cooccurrent& item) {
  return {{"kind", kind_of(found, item)},
          {"text", item.text},
          {"key", found.asked.field ? Json(item.key) : Json()},
          {"together", item.together},
          {"everywhere", item.everywhere},
          {"expected", rounded(item.expected)},
          {"log_likelihood", rounded(item.likelihood)}};
}

Json with_schema() {
  Json json;
  json["schema"] = kJsonSchema;
  return json;
}

}  // namespace

void print_cooccurrents(const Cooccurrences& found, const Terminal& terminal, std::ostream& out) {
  if (found.articles == 0 && !found.partial) return;
  if (!found.top.empty()) {
    TableRows rows{{found.asked.field ? tr("name") : tr("word"), tr("together"), tr("everywhere"),
                    tr("expected"), tr("log-likelihood")}};
    if (of_any_field(found)) rows[0].insert(rows[0].begin() + 1, tr("field"));
    for (const Cooccurrent& item : found.top) {
      rows.push_back({safe_text(item.text), std::to_string(item.together), std::to_string(item.everywhere),
                      fmt::format("{:.2f}", item.expected), fmt::format("{:.2f}", item.likelihood)});
      if (of_any_field(found))
        rows.back().insert(rows.back().begin() + 1, std::string(field_spec(item.field).french));
    }
    for (size_t column = rows[0].size() - 4; column < rows[0].size(); ++column) align_right(rows, column);
    print_table(std::move(rows), 0, terminal, out);
    out << '\n';
  }
  const std::string lines = counted(found);
  const unsigned width = terminal.interactive ? terminal.width : display_width(lines);
  for (const std::string_view line : wrap_lines(lines, width, width)) out << line << '\n';
  out << closing(found) << '\n';
  print_partial(found.partial, terminal, out);
}

Json cooccurrences_json(const Cooccurrences& found) {
  Json json = with_schema();
  json["scope"] = name_of(found.asked.scope);
  json["field"] = found.asked.field ? field_spec(*found.asked.field).english : "word";
  json["articles"] = found.articles;
  json["articles_read"] = found.read;
  json["matching"] = found.matching;
  json["compared"] = found.compared;
  json["found"] = found.found;
  json["partial"] = found.partial;
  Json items = Json::array();
  for (const Cooccurrent& item : found.top) items.push_back(to_json(found, item));
  json["cooccurrents"] = std::move(items);
  return json;
}

std::vector<Json> cooccurrent_items(const Cooccurrences& found) {
  std::vector<Json> items;
  for (const Cooccurrent& item : found.top) {
    items.push_back(with_schema());
    items.back()["scope"] = name_of(found.asked.scope);
    items.back().update(to_json(found, item));
  }
  return items;
}

void write_cooccurrents(const Cooccurrences& found, CsvWriter& csv) {
  csv.row({"kind", "text", "key", "together", "everywhere", "expected", "log_likelihood", "matching",
           "compared", "scope", "articles", "articles_read"});
  for (const Cooccurrent& item : found.top)
    csv.row({std::string(kind_of(found, item)), item.text, found.asked.field ? item.key : "",
             std::to_string(item.together), std::to_string(item.everywhere),
             fmt::format("{:.4f}", item.expected), fmt::format("{:.4f}", item.likelihood),
             std::to_string(found.matching), std::to_string(found.compared),
             std::string(name_of(found.asked.scope)), std::to_string(found.articles),
             std::to_string(found.read)});
}

}  // namespace depeche
