#include <algorithm>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "common/hash.h"
#include "common/json.h"
#include "searcher/export/citation.h"
#include "searcher/export/escape.h"
#include "searcher/export/export_date.h"
#include "searcher/export/export_form.h"

namespace depeche {
namespace {

/// The date of publication; nullptr where there is none.
const ArticleDate* published(const Article& article) {
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  return date && !date->value.empty() ? date : nullptr;
}

/// Keys of entries: an id may hold anything, BibTeX takes little.
std::string entry_key(const Article& article) {
  constexpr size_t kNameLength = 40, kHashLength = 8;
  const std::string name = plain_name(article.id).substr(0, kNameLength);
  return fmt::format("{}{}{}-v{}", name, name.empty() ? "" : "-",
                     hash128_hex(article.id).substr(0, kHashLength), article.version);
}

/// A date that a field for dates would make exact, as cataloguers write what the source does not say.
std::string bracketed(const ArticleDate& date) {
  return fmt::format("[{}]", to_edtf(date.value, date.inferred));
}

void bibtex_field(std::string_view name, const std::string& value, std::ostream& out) {
  if (!value.empty()) fmt::print(out, "  {} = {{{}}},\n", name, value);
}

/// Each in braces of its own: what stands in the source is no family name before or after a comma.
std::string tex_authors(const Article& article) {
  std::string authors;
  for (const std::string& author : article.authors)
    authors += (authors.empty() ? "{" : " and {") + tex_text(author) + "}";
  return authors;
}

/// biblatex takes EDTF in `date`, of which it prints neither `?` nor quarters nor halves of a year, and
/// BibTeX takes what it is given as `year`.
void bibtex_date(const ArticleDate& date, std::ostream& out) {
  const PartialDate& value = date.value;
  if (date.inferred || value.year == 0) return bibtex_field("year", bracketed(date), out);
  switch (value.precision()) {
    case Precision::kDecade:
    case Precision::kCentury:
      return bibtex_field("year", to_edtf(value), out);
    case Precision::kDay:
    case Precision::kMonth:
    case Precision::kSeason:
      bibtex_field("date", to_edtf(value), out);
      break;
    default:
      break;
  }
  bibtex_field("year", fmt::format("{:04}", value.year), out);
}

void ris_line(std::string_view tag, const std::string& value, std::ostream& out) {
  if (!value.empty()) fmt::print(out, "{}  - {}\r\n", tag, value);
}

/// A field of RIS in which the asterisk is not allowed.
std::string without_asterisk(std::string_view text) {
  std::string line = one_line(text);
  std::ranges::replace(line, '*', ' ');
  return one_line(line);
}

const char* season_name(unsigned month) {
  constexpr const char* kSeasons[] = {"spring", "summer", "autumn", "winter"};
  constexpr unsigned kSpring = 21;
  return month >= kSpring && month < kSpring + std::size(kSeasons) ? kSeasons[month - kSpring] : "";
}

/// YYYY/MM/DD/other, the slashes always there. Precondition: has_year(date).
std::string ris_date(const PartialDate& date) {
  const auto part = [](unsigned number) { return number > 0 ? fmt::format("{:02}", number) : ""; };
  return fmt::format("{:04}/{}/{}/{}", date.year, has_month(date) ? part(date.month) : "", part(date.day),
                     season_name(date.month));
}

Json csl_date(const ArticleDate& date) {
  // Few styles print `circa`: an inferred date would read as exact. A literal is printed as it is.
  if (date.inferred || !has_year(date.value)) return {{"literal", bracketed(date)}};
  const PartialDate& value = date.value;
  constexpr unsigned kBeforeSpring = 20;  // EDTF counts seasons from 21, CSL from 1
  Json json;
  Json parts = Json::array({value.year});
  switch (value.precision()) {
    case Precision::kDay:
      parts.push_back(value.month);
      parts.push_back(value.day);
      break;
    case Precision::kMonth:
      parts.push_back(value.month);
      break;
    case Precision::kYear:
      break;
    case Precision::kSeason:
      json["season"] = value.month - kBeforeSpring;
      break;
    default:
      return {{"literal", bracketed(date)}};
  }
  json["date-parts"] = Json::array({parts});
  return json;
}

}  // namespace

void write_bibtex(const Article& article, uint64_t, std::ostream& out) {
  fmt::print(out, "@article{{{},\n  entrysubtype = {{newspaper}},\n", entry_key(article));
  bibtex_field("author", tex_authors(article), out);
  const std::string title = tex_text(title_or_incipit(article));
  bibtex_field("title", title.empty() ? "" : "{" + title + "}", out);
  bibtex_field("journal", tex_text(article.source), out);
  if (const ArticleDate* date = published(article)) bibtex_date(*date, out);
  bibtex_field("url", url_text(article.url), out);
  bibtex_field("langid", article.language == "fr" ? "french" : "", out);
  bibtex_field("note", tex_text(citation(article)), out);
  out << "}\n\n";
}

void write_ris(const Article& article, uint64_t, std::ostream& out) {
  out << "TY  - NEWS\r\n";
  for (const std::string& author : article.authors) ris_line("AU", without_asterisk(author), out);
  ris_line("TI", title_or_incipit(article), out);
  ris_line("T2", without_asterisk(article.source), out);
  if (const PartialDate date = stated_date(article); !date.empty()) {
    ris_line("PY", fmt::format("{:04}", date.year), out);
    ris_line("DA", ris_date(date), out);
  }
  ris_line("SE", one_line(article.section), out);
  ris_line("LA", one_line(article.language), out);
  ris_line("UR", url_text(article.url), out);
  ris_line("AN", one_line(fmt::format("{}@{}", article.id, article.version)), out);
  ris_line("N1", citation(article), out);
  out << "ER  - \r\n\r\n";
}

void write_csl(const Article& article, uint64_t ordinal, std::ostream& out) {
  Json json = {{"id", one_line(fmt::format("{}@{}", article.id, article.version))},
               {"type", "article-newspaper"}};
  for (const std::string& author : article.authors)
    json["author"].push_back(Json{{"literal", one_line(author)}});
  if (std::string title = title_or_incipit(article); !title.empty()) json["title"] = std::move(title);
  if (!article.source.empty()) json["container-title"] = one_line(article.source);
  if (!article.section.empty()) json["section"] = one_line(article.section);
  if (!article.language.empty()) json["language"] = one_line(article.language);
  if (!article.url.empty()) json["URL"] = url_text(article.url);
  if (const ArticleDate* date = published(article)) json["issued"] = csl_date(*date);
  json["note"] = citation(article);
  out << (ordinal > 1 ? ",\n" : "\n") << to_line(json);
}

}  // namespace depeche
