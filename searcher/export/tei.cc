#include <algorithm>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "common/hash.h"
#include "searcher/export/citation.h"
#include "searcher/export/escape.h"
#include "searcher/export/export_date.h"
#include "searcher/export/export_form.h"

namespace depeche {
namespace {

std::string iso(Day day) { return to_edtf(PartialDate::of(day)); }

const char* certainty(float confidence) {
  constexpr float kHigh = 0.9F, kMedium = 0.6F;
  return confidence >= kHigh ? "high" : confidence >= kMedium ? "medium" : "low";
}

/// From the first to the last day that any reading of the date may mean.
std::string range(const ArticleDate& date) {
  std::optional<Day> first = date.value.first_day(), last = date.value.last_day();
  for (const DateCandidate& candidate : date.candidates) {
    const auto begin = candidate.value.first_day(), end = candidate.value.last_day();
    if (begin && (!first || *begin < *first)) first = begin;
    if (end && (!last || *end > *last)) last = end;
  }
  if (!first || !last) return "";
  return fmt::format(" notBefore=\"{}\" notAfter=\"{}\"", iso(*first), iso(*last));
}

/// TEI P5, att.datable.w3c and att.global.responsibility: @when only for what the source states.
std::string date_attributes(const ArticleDate& date) {
  if (date.inferred) return fmt::format("{} cert=\"{}\"", range(date), certainty(date.confidence));
  const PartialDate& value = date.value;
  switch (value.precision()) {
    case Precision::kDay:
    case Precision::kMonth:
    case Precision::kYear:
      return fmt::format(" when=\"{}\"", to_edtf(value));
    case Precision::kMonthDay:
      return fmt::format(" when=\"--{:02}-{:02}\"", value.month, value.day);
    case Precision::kMonthOnly:
      return fmt::format(" when=\"--{:02}\"", value.month);
    default:
      return range(date);
  }
}

std::string date_element(const Article& article) {
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  if (!date || date->value.empty()) return "<date/>";
  return fmt::format("<date{}>{}</date>", date_attributes(*date), to_edtf(date->value, date->inferred));
}

void paragraphs(const std::string& text, std::ostream& out) {
  bool any = false;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = xml_text(one_line(std::string_view(text).substr(begin, end - begin)));
    if (!line.empty()) out << "<p>" << line << "</p>\n";
    any = any || !line.empty();
    begin = end + 1;
  }
  if (!any) out << "<p/>\n";
}

/// The language as xml:lang takes it; "" for what is no language tag (BCP 47: letters, figures and hyphens).
std::string language_attribute(const std::string& language) {
  constexpr size_t kLongest = 35;  // BCP 47, section 4.4.1
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  if (language.size() < 2 || language.size() > kLongest || !std::ranges::all_of(language, fits)) return "";
  return fmt::format(" xml:lang=\"{}\"", language);
}

}  // namespace

void begin_tei(std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n"
         "<teiHeader><fileDesc><titleStmt><title>Dépêche</title></titleStmt>\n"
         "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>\n";
}

void end_tei(std::ostream& out) { out << "</teiCorpus>\n"; }

void write_tei(const Article& article, uint64_t, std::ostream& out) {
  const std::string title = xml_text(one_line(article.title));
  fmt::print(out, "<TEI>\n<teiHeader><fileDesc>\n<titleStmt><title>{}</title>",
             xml_text(title_or_incipit(article)));
  for (const std::string& author : article.authors)
    fmt::print(out, "<author>{}</author>", xml_text(one_line(author)));
  fmt::print(out, "</titleStmt>\n<publicationStmt><publisher>{}</publisher>{}",
             xml_text(one_line(article.source)), date_element(article));
  fmt::print(out, "<idno>{}@{}</idno>", xml_text(one_line(article.id)), article.version);
  if (!article.url.empty()) fmt::print(out, "<idno type=\"URI\">{}</idno>", xml_text(url_text(article.url)));
  fmt::print(out, "</publicationStmt>\n<sourceDesc><bibl>{}</bibl></sourceDesc>\n</fileDesc>",
             xml_text(citation(article)));
  if (!article.section.empty())
    fmt::print(out,
               "\n<profileDesc><textClass><keywords><term>{}</term></keywords></textClass></profileDesc>",
               xml_text(one_line(article.section)));
  fmt::print(out, "</teiHeader>\n<text{}><body>\n", language_attribute(article.language));
  if (!title.empty()) out << "<head>" << title << "</head>\n";
  paragraphs(article.text, out);
  out << "</body></text>\n</TEI>\n";
}

std::string txm_name(const Article& article) {
  constexpr size_t kHashLength = 16;
  return fmt::format("a{}v{}", hash128_hex(article.id).substr(0, kHashLength), article.version);
}

void write_txm(const Article& article, uint64_t, std::ostream& out) {
  fmt::print(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<text id=\"{}\">\n", txm_name(article));
  if (!article.title.empty()) out << "<head>" << xml_text(one_line(article.title)) << "</head>\n";
  paragraphs(article.text, out);
  out << "</text>\n";
}

const std::vector<std::string>& txm_columns() {
  static const std::vector<std::string> kColumns{"id",     "textorder", "article", "version", "title",
                                                 "source", "section",   "author",  "date",    "year"};
  return kColumns;
}

std::vector<std::string> txm_row(const Article& article, uint64_t ordinal) {
  std::string authors;
  for (const std::string& author : article.authors) authors += (authors.empty() ? "" : "; ") + author;
  const PartialDate stated = stated_date(article);
  constexpr int kOrdinalFigures = 9;  // TXM sorts the column as text
  return {txm_name(article),         fmt::format("{:0{}}", ordinal, kOrdinalFigures),
          one_line(article.id),      fmt::format("{}", article.version),
          one_line(article.title),   one_line(article.source),
          one_line(article.section), one_line(authors),
          published_edtf(article),   stated.empty() ? "" : fmt::format("{:04}", stated.year)};
}

}  // namespace depeche
