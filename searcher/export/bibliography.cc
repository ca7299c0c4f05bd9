#include <fmt/format.h>
#include <fmt/ostream.h>

#include "common/hash.h"
#include "common/json.h"
#include "searcher/export/citation.h"
#include "searcher/export/escape.h"
#include "searcher/export/export_form.h"

namespace depeche {
namespace {

/// The date of publication; nullptr where there is none.
const ArticleDate* published(const Article& article) {
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  return date && !date->value.empty() ? date : nullptr;
}

bool has_year(const PartialDate& value) { return value.year > 0 && value.unknown_figures == 0; }

/// Keys of entries: an id may hold anything, BibTeX takes little.
std::string entry_key(const Article& article) {
  constexpr size_t kNameLength = 40, kHashLength = 8;
  return fmt::format("{}-{}-v{}", plain_name(article.id).substr(0, kNameLength),
                     hash128_hex(article.id).substr(0, kHashLength), article.version);
}

/// What a date that a field cannot hold is told by.
std::string date_note(const ArticleDate& date) {
  return fmt::format("{}{}", to_edtf(date.value, date.inferred), date.inferred ? " (inferred)" : "");
}

void bibtex_field(std::string_view name, const std::string& value, std::ostream& out) {
  if (!value.empty()) fmt::print(out, "  {} = {{{}}},\n", name, value);
}

std::string tex_authors(const Article& article) {
  std::string authors;
  for (const std::string& author : article.authors)
    authors += (authors.empty() ? "{" : " and {") + tex_text(author) + "}";
  return authors;
}

void ris_line(std::string_view tag, const std::string& value, std::ostream& out) {
  if (!value.empty()) fmt::print(out, "{}  - {}\r\n", tag, value);
}

const char* season_name(unsigned month) {
  constexpr const char* kSeasons[] = {"spring", "summer", "autumn", "winter"};
  constexpr unsigned kSpring = 21;
  return month >= kSpring && month < kSpring + std::size(kSeasons) ? kSeasons[month - kSpring] : nullptr;
}

/// DA of RIS. An inferred date stands in the part for other information, where no reader takes it for exact.
std::string ris_date(const ArticleDate& date) {
  const PartialDate& value = date.value;
  if (date.inferred || !has_year(value)) return "///" + to_edtf(value, date.inferred);
  if (value.precision() == Precision::kYear) return fmt::format("{:04}///", value.year);
  if (value.precision() == Precision::kMonth) return fmt::format("{:04}/{:02}//", value.year, value.month);
  if (value.precision() == Precision::kDay)
    return fmt::format("{:04}/{:02}/{:02}/", value.year, value.month, value.day);
  const char* season = season_name(value.month);
  return fmt::format("{:04}///{}", value.year, season ? season : to_edtf(value));
}

Json csl_date(const ArticleDate& date) {
  // Few styles print `circa`: an inferred date would read as exact. A literal is printed as it is.
  if (date.inferred) return {{"literal", date_note(date)}};
  const PartialDate& value = date.value;
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
      json["season"] = value.month - 20;  // EDTF counts from 21, CSL from 1
      break;
    default:
      return {{"literal", date_note(date)}};
  }
  json["date-parts"] = Json::array({parts});
  return json;
}

}  // namespace

void write_bibtex(const Article& article, uint64_t, std::ostream& out) {
  fmt::print(out, "@article{{{},\n", entry_key(article));
  bibtex_field("author", tex_authors(article), out);
  bibtex_field("title", article.title.empty() ? "" : "{" + tex_text(article.title) + "}", out);
  bibtex_field("journal", tex_text(article.source), out);
  std::string note = citation(article);
  if (const ArticleDate* date = published(article)) {
    // biblatex knows neither quarters nor halves of a year, and a day needs its year.
    const Precision precision = date->value.precision();
    const bool takes = precision == Precision::kDay || precision == Precision::kMonth ||
                       precision == Precision::kYear || precision == Precision::kSeason ||
                       precision == Precision::kDecade || precision == Precision::kCentury;
    if (takes) bibtex_field("date", to_edtf(date->value, date->inferred), out);
    if (has_year(date->value))  // for BibTeX, which knows no `date`
      bibtex_field(
          "year",
          date->inferred ? fmt::format("[{:04}?]", date->value.year) : fmt::format("{:04}", date->value.year),
          out);
  }
  if (!article.url.empty()) bibtex_field("url", tex_text(article.url), out);
  bibtex_field("langid", article.language == "fr" ? "french" : "", out);
  bibtex_field("note", tex_text(note), out);
  out << "}\n\n";
}

void write_ris(const Article& article, uint64_t, std::ostream& out) {
  out << "TY  - NEWS\r\n";
  ris_line("ID", one_line(fmt::format("{}@{}", article.id, article.version)), out);
  for (const std::string& author : article.authors) ris_line("AU", one_line(author), out);
  ris_line("TI", one_line(article.title), out);
  ris_line("T2", one_line(article.source), out);
  if (const ArticleDate* date = published(article)) {
    if (!date->inferred && has_year(date->value)) ris_line("PY", fmt::format("{:04}", date->value.year), out);
    ris_line("DA", ris_date(*date), out);
    if (date->inferred) ris_line("N1", date_note(*date), out);
  }
  ris_line("SE", one_line(article.section), out);
  ris_line("LA", one_line(article.language), out);
  ris_line("UR", one_line(article.url), out);
  ris_line("N1", citation(article), out);
  out << "ER  - \r\n\r\n";
}

void write_csl(const Article& article, uint64_t ordinal, std::ostream& out) {
  Json json = {{"id", fmt::format("{}@{}", article.id, article.version)}, {"type", "article-newspaper"}};
  for (const std::string& author : article.authors)
    json["author"].push_back(Json{{"literal", one_line(author)}});
  if (!article.title.empty()) json["title"] = one_line(article.title);
  if (!article.source.empty()) json["container-title"] = one_line(article.source);
  if (!article.section.empty()) json["section"] = one_line(article.section);
  if (!article.language.empty()) json["language"] = article.language;
  if (!article.url.empty()) json["URL"] = article.url;
  if (const ArticleDate* date = published(article)) json["issued"] = csl_date(*date);
  json["note"] = citation(article);
  out << (ordinal > 1 ? ",\n" : "\n") << to_line(json);
}

}  // namespace depeche
