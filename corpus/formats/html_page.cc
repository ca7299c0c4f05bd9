#include "corpus/formats/html_page.h"

#include <algorithm>
#include <climits>
#include <memory>
#include <unordered_map>

#include <libxml/HTMLparser.h>

#include "common/text/fold.h"
#include "corpus/formats/html_roles.h"

namespace depeche {
namespace {

constexpr size_t kMaxDepth = 1000;
constexpr size_t kMaxParts = 300'000;

enum class Tag : uint8_t {
  kContainer,  // holds blocks
  kBreak,      // only parts two blocks
  kHeading,
  kSkipped,  // holds no text
  kLink,
  kHtml,
  kMeta,
  kScript,
  kTitle,
  kTime,
  kRelation,  // <link>
};

const std::unordered_map<std::string_view, Tag>& tags() {
  static const std::unordered_map<std::string_view, Tag> kTags = [] {
    std::unordered_map<std::string_view, Tag> out;
    const auto add = [&](Tag tag, std::initializer_list<std::string_view> names) {
      for (const std::string_view name : names) out[name] = tag;
    };
    add(Tag::kContainer,
        {"article",    "aside",  "blockquote", "body",  "center", "dd",    "div",    "dl",
         "figcaption", "figure", "footer",     "form",  "header", "main",  "nav",    "section",
         "table",      "tbody",  "td",         "tfoot", "th",     "thead", "ul",     "ol",
         "details",    "dir",    "fieldset",   "menu",  "tr",     "li",    "address"});
    add(Tag::kBreak, {"br", "caption", "dt", "hr", "p", "pre", "summary", "legend"});
    add(Tag::kHeading, {"h1", "h2", "h3", "h4", "h5", "h6"});
    add(Tag::kSkipped, {"audio", "button", "canvas", "iframe", "map", "math", "noframes", "noscript",
                        "object", "option", "select", "style", "svg", "template", "textarea", "video"});
    out["a"] = Tag::kLink;
    out["html"] = Tag::kHtml;
    out["meta"] = Tag::kMeta;
    out["script"] = Tag::kScript;
    out["title"] = Tag::kTitle;
    out["time"] = Tag::kTime;
    out["link"] = Tag::kRelation;
    return out;
  }();
  return kTags;
}

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

/// Attributes as the parser hands them over.
class Attributes {
 public:
  explicit Attributes(const xmlChar** list) : list_(list) {}
  std::string_view operator[](std::string_view name) const {
    for (const xmlChar** at = list_; at && *at; at += 2)
      if (view(at[0]) == name) return view(at[1]);
    return {};
  }
  bool has(std::string_view name) const {
    for (const xmlChar** at = list_; at && *at; at += 2)
      if (view(at[0]) == name) return true;
    return false;
  }

 private:
  const xmlChar** list_;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

/// Appends `text` with its white space as one space; `blank` says whether one is due.
void append_folded(std::string_view text, std::string& out, bool& blank) {
  for (size_t pos = 0; pos < text.size();) {
    size_t end = pos;
    while (end < text.size() && !is_blank(text[end])) ++end;
    if (end > pos) {
      if (blank && !out.empty()) out += ' ';
      blank = false;
      out.append(text, pos, end - pos);
    }
    pos = end;
    while (pos < text.size() && is_blank(text[pos])) blank = true, ++pos;
  }
}

/// Takes a page apart as the parser meets it.
class PageBuilder {
 public:
  explicit PageBuilder(htmlParserCtxtPtr parser) : parser_(parser) { result_.page.elements.emplace_back(); }

  void start(std::string_view name, const Attributes& attributes) {
    const auto found = tags().find(name);
    open_.push_back({std::string(name), kNoElement});
    if (open_.size() > kMaxDepth)
      return stop({RejectionCode::kDepth, tr("the page is nested deeper than {} levels", kMaxDepth)});
    note_item(attributes);
    if (found == tags().end()) return;
    switch (found->second) {
      case Tag::kContainer:
        open_element(name, attributes);
        break;
      case Tag::kBreak:
        end_block();
        break;
      case Tag::kHeading:
        end_block();
        heading_ = static_cast<uint8_t>(name[1] - '0');
        break;
      case Tag::kSkipped:
        ++skipped_;
        break;
      case Tag::kLink:
        ++links_;
        break;
      case Tag::kHtml:
        set(result_.page.language, attributes["lang"]);
        break;
      case Tag::kMeta:
        add_meta(attributes);
        break;
      case Tag::kScript:
        ++skipped_;
        in_linked_data_ = to_lower(std::string(attributes["type"])) == "application/ld+json";
        if (in_linked_data_) result_.page.linked_data.emplace_back();
        break;
      case Tag::kTitle:
        in_title_ = skipped_ == 0 && result_.page.title.empty();
        break;
      case Tag::kTime:
        add_time(attributes);
        break;
      case Tag::kRelation:
        if (to_lower(std::string(attributes["rel"])) == "canonical")
          set(result_.page.canonical, attributes["href"]);
        break;
    }
  }

  /// Of elements that the page leaves open the parser closes the inner ones first.
  void end(std::string_view name) {
    while (!open_.empty()) {
      const Open last = std::move(open_.back());
      open_.pop_back();
      close(last);
      if (last.name == name) return;
    }
  }

  void text(std::string_view text) {
    if (in_linked_data_) {
      result_.page.linked_data.back() += text;
    } else if (in_title_) {
      append_folded(text, result_.page.title, title_blank_);
    } else if (skipped_ == 0) {
      const size_t before = block_.text.size();
      append_folded(text, block_.text, blank_);
      if (links_ > 0) block_.link_bytes += static_cast<uint32_t>(block_.text.size() - before);
    }
  }

  void finish() {
    while (!open_.empty()) end(std::string(open_.front().name));
    end_block();
    HtmlElement& all = result_.page.elements[0];
    all.end = static_cast<uint32_t>(result_.page.elements.size());
    all.last_block = static_cast<uint32_t>(result_.page.blocks.size());
  }

  HtmlResult take() { return std::move(result_); }

 private:
  static constexpr uint32_t kNoElement = UINT32_MAX;
  struct Open {
    std::string name;
    uint32_t element;
  };

  static void set(std::string& value, std::string_view found) {
    if (value.empty()) value = found;
  }

  void stop(Problem problem) {
    if (!result_.problem) result_.problem = std::move(problem);
    xmlStopParser(parser_);
  }

  void open_element(std::string_view name, const Attributes& attributes) {
    end_block();
    HtmlPage& page = result_.page;
    if (page.elements.size() + page.blocks.size() > kMaxParts)
      return stop({RejectionCode::kRecordTooBig,
                   tr("the page has more than {} elements; split or leave it out", kMaxParts)});
    open_.back().element = static_cast<uint32_t>(page.elements.size());
    HtmlElement element;
    element.role =
        role_of(name, {attributes["itemprop"], attributes["role"], attributes["class"], attributes["id"]});
    element.first_block = static_cast<uint32_t>(page.blocks.size());
    page.elements.push_back(element);
  }

  void close(const Open& closed) {
    const auto found = tags().find(closed.name);
    if (found == tags().end()) return;
    switch (found->second) {
      case Tag::kContainer:
        end_block();
        if (closed.element != kNoElement) {
          HtmlElement& element = result_.page.elements[closed.element];
          element.end = static_cast<uint32_t>(result_.page.elements.size());
          element.last_block = static_cast<uint32_t>(result_.page.blocks.size());
        }
        break;
      case Tag::kHeading:
        end_block();
        heading_ = 0;
        break;
      case Tag::kBreak:
        end_block();
        break;
      case Tag::kSkipped:
        --skipped_;
        break;
      case Tag::kScript:
        --skipped_;
        in_linked_data_ = false;
        break;
      case Tag::kLink:
        --links_;
        break;
      case Tag::kTitle:
        in_title_ = false;
        break;
      default:
        break;
    }
  }

  void end_block() {
    blank_ = false;
    if (block_.text.empty()) return;
    HtmlPage& page = result_.page;
    block_.heading = heading_;
    page.blocks.push_back(std::move(block_));
    block_ = {};
    if (page.elements.size() + page.blocks.size() > kMaxParts)
      stop({RejectionCode::kRecordTooBig,
            tr("the page has more than {} elements; split or leave it out", kMaxParts)});
  }

  void add_meta(const Attributes& attributes) {
    for (const std::string_view key : {"name", "property", "itemprop", "http-equiv"})
      if (const std::string_view name = attributes[key]; !name.empty()) {
        result_.page.metas.push_back({to_lower(std::string(name)), std::string(attributes["content"])});
        return;
      }
  }

  /// « <span itemprop="datePublished" content="2019-02-13"> »
  void note_item(const Attributes& attributes) {
    const std::string_view item = attributes["itemprop"], content = attributes["content"];
    const bool published = item == "datePublished", modified = item == "dateModified";
    if (content.empty() || (!published && !modified)) return;
    result_.page.times.push_back({std::string(content), published, modified, next_block()});
  }

  void add_time(const Attributes& attributes) {
    const std::string_view value = attributes["datetime"], item = attributes["itemprop"];
    if (value.empty()) return;
    const TimeWords words = time_words(attributes["class"]);
    const bool modified = item == "dateModified" || (item.empty() && words.modified);
    const bool published =
        item == "datePublished" || (!modified && (attributes.has("pubdate") || words.published));
    result_.page.times.push_back({std::string(value), published, modified, next_block()});
  }

  uint32_t next_block() const { return static_cast<uint32_t>(result_.page.blocks.size()); }

  htmlParserCtxtPtr parser_;
  HtmlResult result_;
  std::vector<Open> open_;
  HtmlBlock block_;
  uint8_t heading_ = 0;
  bool blank_ = false, title_blank_ = false, in_title_ = false, in_linked_data_ = false;
  int skipped_ = 0, links_ = 0;
};

PageBuilder& builder(void* context) { return *static_cast<PageBuilder*>(context); }

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  builder(context).start(view(name), Attributes(attributes));
}
void on_end(void* context, const xmlChar* name) { builder(context).end(view(name)); }
void on_text(void* context, const xmlChar* text, int size) {
  builder(context).text({reinterpret_cast<const char*>(text), static_cast<size_t>(size)});
}

}  // namespace

Problem too_long_page(size_t max_bytes) {
  return {RejectionCode::kRecordTooBig,
          tr("the page is longer than {} bytes; split or leave it out", max_bytes)};
}

HtmlResult read_html_page(std::string_view html) {
  constexpr int kOptions = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_RECOVER |
                           HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT;
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlNewParserCtxt(),
                                                                              htmlFreeParserCtxt);
  if (!parser || html.size() > INT_MAX) throw std::bad_alloc();
  PageBuilder page(parser.get());
  *parser->sax = {};
  parser->sax->startElement = on_start;
  parser->sax->endElement = on_end;
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->cdataBlock = on_text;
  parser->userData = &page;
  htmlCtxtReadMemory(parser.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions);
  page.finish();
  return page.take();
}

}  // namespace depeche
