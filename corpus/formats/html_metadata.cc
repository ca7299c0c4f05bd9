#include "corpus/formats/html_metadata.h"

#include <algorithm>

#include "common/french_date.h"
#include "corpus/formats/json_parser.h"

namespace depeche {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kMaxLevels = 8;

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1));
}

void set(std::string& value, std::string_view found) {
  if (value.empty()) value = trimmed(found);
}

/// Of several dates the first that can be read; where none can, the first of a standard's.
class DateChoice {
 public:
  void add(std::string_view found, bool standard = true) {
    const std::string value = trimmed(found);
    if (value.empty() || read_) return;
    const auto date = read_date(value);
    read_ = date && date->value.possible();
    if (read_ || (standard && value_.empty())) value_ = value;
  }
  const std::string& value() const { return value_; }

 private:
  bool read_ = false;
  std::string value_;
};

struct Dates {
  DateChoice published, modified;
};

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
}

/// A string, or the first of an array of them.
std::string string_of(const simdjson::simdjson_result<element>& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS)
    for (const element item : list)
      if (item.get(text) == simdjson::SUCCESS) return std::string(text);
  return "";
}

/// « "name" », « {"name": "..."} », and lists of them.
void add_names(const element& value, std::vector<std::string>& names, int level) {
  std::string_view text;
  simdjson::dom::array list;
  object thing;
  if (value.get(text) == simdjson::SUCCESS)
    names.emplace_back(text);
  else if (value.get(thing) == simdjson::SUCCESS && thing["name"].get(text) == simdjson::SUCCESS)
    names.emplace_back(text);
  else if (value.get(list) == simdjson::SUCCESS && level < kMaxLevels)
    for (const element item : list) add_names(item, names, level + 1);
}

bool is_article(const object& thing) {
  std::string_view text;
  simdjson::dom::array list;
  const auto type = thing["@type"];
  if (type.get(text) == simdjson::SUCCESS) return is_article_type(text);
  if (type.get(list) != simdjson::SUCCESS) return false;
  return std::any_of(list.begin(), list.end(), [&](const element item) {
    return item.get(text) == simdjson::SUCCESS && is_article_type(text);
  });
}

void read_article(const object& article, HtmlMetadata& metadata, Dates& dates) {
  set(metadata.title, string_of(article["headline"]));
  set(metadata.text, string_of(article["articleBody"]));
  set(metadata.section, string_of(article["articleSection"]));
  set(metadata.language, string_of(article["inLanguage"]));
  set(metadata.url, string_of(article["url"]));
  set(metadata.url, string_of(article["mainEntityOfPage"]));
  object page;
  if (article["mainEntityOfPage"].get(page) == simdjson::SUCCESS) set(metadata.url, string_of(page["@id"]));
  element named;
  if (metadata.authors.empty() && article["author"].get(named) == simdjson::SUCCESS)
    add_names(named, metadata.authors, 0);
  std::vector<std::string> publishers;
  if (article["publisher"].get(named) == simdjson::SUCCESS) add_names(named, publishers, 0);
  if (!publishers.empty()) set(metadata.source, publishers[0]);
  dates.published.add(string_of(article["datePublished"]));
  dates.modified.add(string_of(article["dateModified"]));
}

void read_linked_data(const element& data, HtmlMetadata& metadata, Dates& dates, int level) {
  simdjson::dom::array list;
  object thing;
  if (level > kMaxLevels) return;
  if (data.get(list) == simdjson::SUCCESS)
    for (const element item : list) read_linked_data(item, metadata, dates, level + 1);
  if (data.get(thing) != simdjson::SUCCESS) return;
  if (is_article(thing)) read_article(thing, metadata, dates);
  if (element graph; thing["@graph"].get(graph) == simdjson::SUCCESS)
    read_linked_data(graph, metadata, dates, level + 1);
}

void read_scripts(const HtmlPage& page, HtmlMetadata& metadata, Dates& dates) {
  JsonParser parser;
  for (std::string_view script : page.linked_data) {
    // « <![CDATA[ », comments and a closing semicolon may stand around it.
    constexpr std::string_view kSection = "<![CDATA[";
    if (const size_t section = script.find(kSection); section != std::string_view::npos)
      script.remove_prefix(section + kSection.size());
    script = script.substr(0, script.rfind("]]>"));
    const size_t begin = script.find_first_of("{["), end = script.find_last_of("}]");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) continue;
    std::string text = "{\"@graph\":" + std::string(script.substr(begin, end - begin + 1)) + "}";
    const auto parsed = parser.parse(text);
    if (const auto* wrapped = std::get_if<object>(&parsed))
      if (element graph; (*wrapped)["@graph"].get(graph) == simdjson::SUCCESS)
        read_linked_data(graph, metadata, dates, 0);
  }
}

std::string_view meta_of(const HtmlPage& page, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (const HtmlMeta& meta : page.metas)
      if (meta.name == name && !trimmed(meta.content).empty()) return meta.content;
  return {};
}

/// Open Graph (ogp.me), Dublin Core, and names that the press uses.
void read_metas(const HtmlPage& page, HtmlMetadata& metadata, Dates& dates) {
  set(metadata.title, meta_of(page, {"og:title", "twitter:title", "dc.title"}));
  set(metadata.source, meta_of(page, {"og:site_name", "application-name", "dc.publisher", "publisher"}));
  set(metadata.section, meta_of(page, {"article:section", "section", "rubrique"}));
  set(metadata.url, page.canonical);
  set(metadata.url, meta_of(page, {"og:url"}));
  set(metadata.language, page.language);
  set(metadata.language, meta_of(page, {"content-language", "dc.language", "language", "og:locale"}));
  for (const HtmlMeta& meta : page.metas) {
    const bool person = meta.name == "author" || meta.name == "article:author" || meta.name == "dc.creator";
    if (person && !meta.content.starts_with("http") && metadata.authors.empty())
      metadata.authors.push_back(trimmed(meta.content));
  }
  for (const std::string_view name :
       {"article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
        "dc.date.created", "dcterms.created", "publication_date", "publish-date", "pubdate", "sailthru.date",
        "parsely-pub-date", "date.issued", "dc.date", "dcterms.date", "date"})
    dates.published.add(meta_of(page, {name}), name.starts_with("article:"));
  for (const std::string_view name : {"article:modified_time", "og:updated_time", "datemodified",
                                      "dc.date.modified", "dcterms.modified", "last-modified", "revised"})
    dates.modified.add(meta_of(page, {name}), name.starts_with("article:"));
}

/// The time before or at the begin of the article that does not say what it is.
void read_bare_time(const HtmlPage& page, const HtmlBody& body, Dates& dates) {
  constexpr uint32_t kReach = 25;
  if (!dates.published.value().empty() || !body.header.empty()) return;
  for (const HtmlTime& time : page.times) {
    const bool near = time.block + kReach >= body.first_block && time.block <= body.first_block + 1;
    if (near && !time.published && !time.modified) return dates.published.add(time.value);
  }
}

/// « Le titre | Le journal », « Le titre - Le journal »: without the journal.
std::string without_site(std::string title, const std::string& site) {
  if (site.empty() || !title.ends_with(site)) return title;
  std::string_view rest = std::string_view(title).substr(0, title.size() - site.size());
  const size_t end = rest.find_last_not_of(' ');
  if (end == std::string_view::npos || end + 1 == rest.size()) return title;
  rest = rest.substr(0, end + 1);
  for (const std::string_view mark : {"|", "-", "–", "—", ":", "·", "•"})
    if (rest.ends_with(mark) && rest.size() > mark.size())
      return trimmed(rest.substr(0, rest.size() - mark.size()));
  return title;
}

}  // namespace

HtmlMetadata html_metadata(const HtmlPage& page, const HtmlBody& body) {
  HtmlMetadata metadata;
  Dates dates;
  read_scripts(page, metadata, dates);
  read_metas(page, metadata, dates);
  for (const HtmlTime& time : page.times) {
    if (time.published) dates.published.add(time.value);
    if (time.modified) dates.modified.add(time.value);
  }
  read_bare_time(page, body, dates);
  metadata.published = dates.published.value();
  metadata.modified = dates.modified.value();
  set(metadata.title, body.heading);
  set(metadata.title, page.title);
  metadata.title = without_site(std::move(metadata.title), metadata.source);
  std::replace(metadata.language.begin(), metadata.language.end(), '_', '-');
  return metadata;
}

}  // namespace depeche
