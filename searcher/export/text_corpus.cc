#include <algorithm>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "common/hash.h"
#include "searcher/export/escape.h"
#include "searcher/export/export_date.h"
#include "searcher/export/export_form.h"

namespace depeche {
namespace {

/// ` *name_value`, the value in letters, figures and `_`: a blank or another sign would end it. Every text
/// has the same variables.
void variable(std::string_view name, std::string_view value, std::ostream& out) {
  constexpr const char* kUnknown = "inconnu";
  constexpr size_t kLongest = 64, kHashLength = 8;
  std::string plain = plain_name(value).substr(0, kLongest);
  if (plain.empty()) plain = value.empty() ? kUnknown : hash128_hex(value).substr(0, kHashLength);
  fmt::print(out, " *{}_{}", name, plain);
}

/// A paragraph without what IRaMuTeQ obeys: asterisks, and a `_` at an end of a word, which makes a variable
/// of it.
std::string plain_paragraph(std::string_view text) {
  std::string line = ' ' + one_line(text) + ' ';
  std::ranges::replace(line, '*', ' ');
  for (size_t i = 1; i + 1 < line.size(); ++i)
    if (line[i] == '_' && line[i - 1] == ' ') line[i] = ' ';
  for (size_t i = line.size() - 2; i > 0; --i)
    if (line[i] == '_' && line[i + 1] == ' ') line[i] = ' ';
  return one_line(line);
}

/// A cell of TSV: a quote would open a field in GarganText's reader.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) out.append(c == '"' ? 2 : 1, c);
  return '"' + out + '"';
}

/// GarganText takes a comma for what stands between two authors.
std::string author_list(const Article& article) {
  std::string authors;
  for (std::string author : article.authors) {
    std::ranges::replace(author, ',', ' ');
    authors += (authors.empty() ? "" : ", ") + one_line(author);
  }
  return authors;
}

std::string number(unsigned value) { return value > 0 ? fmt::format("{}", value) : ""; }

}  // namespace

void write_iramuteq(const Article& article, uint64_t ordinal, std::ostream& out) {
  const PartialDate date = stated_date(article);
  const bool month = has_month(date);
  fmt::print(out, "**** *article_{}", ordinal);
  variable("id", article.id, out);
  variable("version", fmt::format("{}", article.version), out);
  variable("source", article.source, out);
  variable("rubrique", article.section, out);
  variable("an", date.empty() ? "" : fmt::format("{:04}", date.year), out);
  variable("mois", month ? fmt::format("{:04}{:02}", date.year, date.month) : "", out);
  variable("jour",
           month && date.day > 0 ? fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day) : "", out);
  out << '\n';
  const bool ended =
      article.title.empty() || std::string_view(".?!").find(article.title.back()) != std::string_view::npos;
  const std::string whole = article.title + (ended ? "\n" : ".\n") + article.text;
  for (size_t begin = 0; begin < whole.size();) {
    const size_t end = std::min(whole.find('\n', begin), whole.size());
    const std::string line = plain_paragraph(std::string_view(whole).substr(begin, end - begin));
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
  const bool month = has_month(date);
  fmt::print(out, "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", cell(article.title), cell(article.source),
             date.empty() ? "" : fmt::format("{}", date.year), month ? number(date.month) : "",
             month ? number(date.day) : "", cell(article.text), cell(author_list(article)),
             cell(fmt::format("{}@{}", article.id, article.version)), cell(published_edtf(article)));
}

}  // namespace depeche
