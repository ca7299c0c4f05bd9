// What press archives export as HTML: many articles on a page, whose elements say by their classes what they
// are.
#include "corpus/formats/press_archive.h"

#include <algorithm>

#include "common/french_date.h"
#include "corpus/formats/format.h"
#include "corpus/formats/html_encoding.h"
#include "corpus/formats/html_page.h"
#include "corpus/formats/html_tree.h"
#include "corpus/formats/values.h"

namespace depeche {
namespace {

/// Their exports have up to 1,000 articles.
constexpr size_t kArticlesOfAPage = 8;  // times the limit of a record

struct Dialect {
  std::string_view name;
  std::string_view tag;  // what the source has in the tag of an article, as a rule
  bool (*is_article)(const xmlNode* node);
  void (*fill)(const xmlNode* article, Record& record);
};

// Europresse.

bool is_europresse_article(const xmlNode* node) {
  return is_element(node, "article") && find_class(node, "DocPublicationName");
}

/// « news·20190213·LM·0123 »: the day is that of publication.
std::string day_in_id(std::string_view id) {
  const size_t begin = id.find("·");
  if (begin == std::string_view::npos) return {};
  const std::string_view day = id.substr(begin + std::string_view("·").size(), 8);
  if (day.size() < 8 || day.find_first_not_of("0123456789") != std::string_view::npos) return {};
  return std::string(day.substr(0, 4)).append("-").append(day.substr(4, 2)).append("-").append(day.substr(6));
}

/// « International, mercredi 13 février 2019 845 mots, p. 3 »: what stands before the date is the section.
void read_europresse_header(const std::string& header, Record& record) {
  const std::vector<DateExpression> dates = find_dates(header);
  if (dates.empty()) return;
  const DateExpression& date = dates.front();
  set_value(record, "date", header.substr(date.begin, date.end - date.begin));
  const size_t comma = header.rfind(',', date.begin);
  if (comma != std::string::npos) set_value(record, "section", header.substr(0, comma));
}

void fill_from_europresse(const xmlNode* article, Record& record) {
  const std::string id = line_of(find_class(article, "publiC-lblNodoc"));
  const std::string name = line_of(find_class(article, "DocPublicationName"));
  set_value(record, "id", id);
  set_value(record, "source", name.substr(0, name.find(',')));  // « Le Monde, no. 22999 »
  set_value(record, "date", day_in_id(id));
  read_europresse_header(line_of(find_class(article, "DocHeader")), record);
  set_value(record, "title", line_of(find_class(article, "titreArticleVisu")));
  set_value(record, "title", line_of(find_class(article, "titreArticle")));
  set_value(record, "author", line_of(find_class(article, "docAuthors")));
  set_value(record, "author", line_of(find_class(article, "sm-margin-bottomNews")));
  set_value(record, "text", paragraphs_of(find_class(article, "docOcurrContainer")));
  set_value(record, "text", paragraphs_of(find_class(article, "DocText")));
}

// Factiva, with the codes of its fields.

/// « fr » of the classes « article frArticle ».
std::string factiva_language(const xmlNode* node) {
  const std::string classes = attribute_of(node, "class");
  const size_t end = classes.find("Article");
  if (end == std::string::npos || end < 2) return {};
  const std::string language = classes.substr(end - 2, 2);
  const bool letters = std::ranges::all_of(language, [](char c) { return c >= 'a' && c <= 'z'; });
  return letters ? language : std::string();
}

bool is_factiva_article(const xmlNode* node) {
  return is_element(node, "div") && has_class(node, "article") && !factiva_language(node).empty();
}

std::string without_word(const std::string& text, std::string_view word) {
  return text.starts_with(word) ? text.substr(word.size()) : text;
}

void fill_from_factiva(const xmlNode* article, Record& record) {
  std::string lead, rest;
  for (const xmlNode* row : find_all(article, "tr")) {
    const std::vector<const xmlNode*> cells = find_all(row, "td");
    if (cells.size() < 2) continue;
    const std::string code = line_of(cells[0]), value = line_of(cells[1]);
    if (code == "HD") set_value(record, "title", value);
    if (code == "BY") set_value(record, "author", without_word(value, "Par "));
    if (code == "PD") set_value(record, "date", value);
    if (code == "SN") set_value(record, "source", value);
    if (code == "SE") set_value(record, "section", value);
    if (code == "AN") set_value(record, "id", without_word(value, "Document "));
    if (code == "LP") lead = paragraphs_of(cells[1]);
    if (code == "TD") rest = paragraphs_of(cells[1]);
  }
  if (!lead.empty() && !rest.empty()) lead += '\n';
  set_value(record, "text", lead + rest);
  set_value(record, "language", factiva_language(article));
}

constexpr Dialect kEuropresse{"Europresse", "<article", is_europresse_article, fill_from_europresse};
constexpr Dialect kFactiva{"Factiva", "class=\"article ", is_factiva_article, fill_from_factiva};

/// What every article of an export has; where it lacks one, the export has a layout that is not known.
std::optional<Problem> lacking(const Dialect& dialect, const Record& record) {
  for (const char* field : {"title", "text", "date", "source"})
    if (!record.find(field))
      return Problem{
          RejectionCode::kField,
          tr("no {0} is found where {1} has it; export the article again with all its fields, or save it "
             "as text",
             field, dialect.name)};
  return std::nullopt;
}

class PressArchive : public Format {
 public:
  explicit PressArchive(const Dialect& dialect) : dialect_(dialect) {}

  bool read(const FormatInput& input, const CorpusSink& sink) const override {
    const size_t limit = kArticlesOfAPage * input.options.max_record_bytes;
    const uint64_t start = input.stream.offset();
    const std::string_view bytes = input.stream.fill(limit + 1);
    if (bytes.size() > limit) return sink(reject_file(input.origin_of(1, start, {}), too_long_page(limit)));
    const Decoded decoded = input.decoder.decode_stated(bytes, stated_html_encoding(bytes));
    if (auto problem = garbled(decoded))
      return sink(reject_file(input.origin_of(1, start, decoded.encoding), *problem));
    const HtmlTree tree(decoded.text);
    const std::vector<const xmlNode*> articles = tree.outermost(dialect_.is_article);
    if (articles.empty())
      return sink(
          reject_file(input.origin_of(1, start, decoded.encoding),
                      {RejectionCode::kFormat, tr("no article is found where {} has them; export the page "
                                                  "again, or say --input-format html",
                                                  dialect_.name)}));
    size_t place = 0;
    for (size_t i = 0; i < articles.size(); ++i) {
      const size_t from = i == 0 ? 0 : place + 1;
      const size_t tag = bytes.find(dialect_.tag, from);
      place = tag == std::string_view::npos ? from : tag;
      Record record = input.record(i + 1, start + place, decoded.encoding);
      dialect_.fill(articles[i], record);
      const auto problem = lacking(dialect_, record);
      const std::string_view shown = bytes.substr(place, 200);
      if (!(problem ? sink(reject_record(record.origin, *problem, shown)) : sink(std::move(record))))
        return false;
    }
    return true;
  }

 private:
  const Dialect& dialect_;
};

}  // namespace

bool is_europresse(std::string_view head) {
  return head.find("DocPublicationName") != std::string_view::npos &&
         head.find("<article") != std::string_view::npos;
}

bool is_factiva(std::string_view head) {
  constexpr std::string_view kBegin = "class=\"article ", kEnd = "Article\"";
  const size_t begin = head.find(kBegin);
  return begin != std::string_view::npos && head.substr(begin + kBegin.size() + 2).starts_with(kEnd);
}

const Format& europresse_format() {
  static const PressArchive kFormat(kEuropresse);
  return kFormat;
}

const Format& factiva_format() {
  static const PressArchive kFormat(kFactiva);
  return kFormat;
}

}  // namespace depeche
