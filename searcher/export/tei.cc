#include <algorithm>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "common/hash.h"
#include "searcher/export/citation.h"
#include "searcher/export/escape.h"
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

std::string edtf_of(const Article& article) {
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  return date ? to_edtf(date->value, date->inferred) : "";
}

/// The year as far as the source states it: what TXM makes partitions by.
std::string stated_year(const Article& article) {
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  if (!date || date->inferred || date->value.year == 0 || date->value.unknown_figures > 0) return "";
  return fmt::format("{:04}", date->value.year);
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
  fmt::print(out, "<TEI>\n<teiHeader><fileDesc>\n<titleStmt><title>{}</title>", title);
  for (const std::string& author : article.authors)
    fmt::print(out, "<author>{}</author>", xml_text(one_line(author)));
  fmt::print(out, "</titleStmt>\n<publicationStmt><publisher>{}</publisher>{}",
             xml_text(one_line(article.source)), date_element(article));
  fmt::print(out, "<idno>{}@{}</idno></publicationStmt>\n", xml_text(one_line(article.id)), article.version);
  fmt::print(out, "<sourceDesc><bibl>{}</bibl></sourceDesc>\n</fileDesc></teiHeader>\n<text><body>\n",
             xml_text(citation(article)));
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
  static const std::vector<std::string> kColumns{"id",      "article", "version", "title", "source",
                                                 "section", "author",  "date",    "year"};
  return kColumns;
}

std::vector<std::string> txm_row(const Article& article) {
  std::string authors;
  for (const std::string& author : article.authors) authors += (authors.empty() ? "" : "; ") + author;
  return {txm_name(article), article.id,       fmt::format("{}", article.version),
          article.title,     article.source,   article.section,
          authors,           edtf_of(article), stated_year(article)};
}

}  // namespace depeche
