#include <fmt/format.h>
#include <fmt/ostream.h>

#include "searcher/export/escape.h"
#include "searcher/export/export_form.h"

namespace depeche {
namespace {

/// The date of publication, as far as the source states it.
PartialDate stated_date(const Article& article) {
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  if (!date) return {};
  if (!date->inferred) return date->value;
  return date->stated ? date->stated->value : PartialDate{};
}

bool is_year(const PartialDate& date) { return date.year > 0 && date.unknown_figures == 0; }
bool is_month(const PartialDate& date) { return date.month >= 1 && date.month <= 12; }

std::string edtf_of(const Article& article) {
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  return date ? to_edtf(date->value, date->inferred) : "";
}

void variable(std::string_view name, const std::string& value, std::ostream& out) {
  if (!value.empty()) fmt::print(out, " *{}_{}", name, value);
}

/// A cell of TSV: a quote would open a field in GarganText's reader.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) out.append(c == '"' ? 2 : 1, c);
  return '"' + out + '"';
}

std::string number(unsigned value) { return value > 0 ? fmt::format("{}", value) : ""; }

}  // namespace

void write_iramuteq(const Article& article, uint64_t ordinal, std::ostream& out) {
  const PartialDate date = stated_date(article);
  fmt::print(out, "**** *article_{}", ordinal);
  variable("id", plain_name(article.id), out);
  variable("version", fmt::format("{}", article.version), out);
  variable("source", plain_name(article.source), out);
  variable("rubrique", plain_name(article.section), out);
  variable("an", is_year(date) ? fmt::format("{:04}", date.year) : "inconnu", out);
  if (is_year(date) && is_month(date)) {
    variable("mois", fmt::format("{:04}{:02}", date.year, date.month), out);
    if (date.day > 0) variable("jour", fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day), out);
  }
  out << '\n';
  const std::string whole = article.title + (article.title.empty() ? "" : ".\n") + article.text;
  for (size_t begin = 0; begin < whole.size();) {
    const size_t end = std::min(whole.find('\n', begin), whole.size());
    std::string line = one_line(std::string_view(whole).substr(begin, end - begin));
    for (char& c : line)
      if (c == '*') c = ' ';
    if (!line.empty()) out << line << '\n';
    begin = end + 1;
  }
  out << '\n';
}

void begin_gargantext(std::ostream& out) {
  out << "title\tsource\tpublication_year\tpublication_month\tpublication_day\tabstract\tauthors\tid\tdate_"
         "edtf\n";
}

void write_gargantext(const Article& article, uint64_t, std::ostream& out) {
  const PartialDate date = stated_date(article);
  std::string authors;
  for (const std::string& author : article.authors) authors += (authors.empty() ? "" : "; ") + author;
  fmt::print(out, "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", cell(article.title), cell(article.source),
             is_year(date) ? fmt::format("{}", date.year) : "", is_month(date) ? number(date.month) : "",
             is_month(date) ? number(date.day) : "", cell(article.text), cell(authors),
             cell(fmt::format("{}@{}", article.id, article.version)), cell(edtf_of(article)));
}

}  // namespace depeche
