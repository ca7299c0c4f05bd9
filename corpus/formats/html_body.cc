#include "corpus/formats/html_body.h"

#include <algorithm>

#include "corpus/header.h"

namespace depeche {
namespace {

constexpr size_t kProseWords = 8;
/// How far above the article its date may stand, in blocks.
constexpr uint32_t kHeaderReach = 25, kNextTo = 16;

bool is_link(const HtmlBlock& block) { return block.link_bytes * 10ULL > block.text.size() * 6ULL; }

/// « | », « > »: signs between links.
bool is_sign(const HtmlBlock& block) {
  return std::none_of(block.text.begin(), block.text.end(), [](unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

size_t prose_of(const HtmlBlock& block) {
  if (block.heading > 0 || block.link_bytes * 2ULL > block.text.size()) return 0;
  const auto blanks = std::count(block.text.begin(), block.text.end(), ' ');
  return static_cast<size_t>(blanks) + 1 >= kProseWords ? block.text.size() : 0;
}

struct Range {
  uint32_t first = 0, last = 0;
  bool operator==(const Range&) const = default;
};

class BodyFinder {
 public:
  explicit BodyFinder(const HtmlPage& page) : page_(page), left_out_(page.blocks.size(), false) {
    sum_up();
    for (const HtmlElement& element : page.elements)
      if (element.role == HtmlRole::kAside && prose(element) * 2 <= prose(page.elements[0]))
        leave_out(element);
    sum_up();
  }

  HtmlBody find() {
    std::vector<Range> parts = marked_parts();
    const bool marked = !parts.empty();
    if (!marked) parts = {trimmed(densest())};
    HtmlBody body;
    body.first_block = parts.front().first;
    body.last_block = parts.back().last;
    find_heading(body);
    find_header(body);
    for (const Range& part : parts) add(part, body);
    return body;
  }

 private:
  void sum_up() {
    sums_.assign(1, 0);
    for (size_t i = 0; i < page_.blocks.size(); ++i)
      sums_.push_back(sums_.back() + (left_out_[i] ? 0 : prose_of(page_.blocks[i])));
  }
  size_t prose(const HtmlElement& element) const {
    return sums_[element.last_block] - sums_[element.first_block];
  }
  void leave_out(const HtmlElement& element) {
    std::fill(left_out_.begin() + element.first_block, left_out_.begin() + element.last_block, true);
  }

  static Range range(const HtmlElement& element) { return {element.first_block, element.last_block}; }

  /// The parts that the page itself calls its article; none where they hold too little of its prose.
  std::vector<Range> marked_parts() const {
    const size_t all = prose(page_.elements[0]);
    const auto enough = [&](size_t held) { return held > 0 && held * 5 >= all * 2; };
    std::vector<Range> parts;
    size_t held = 0;
    for (const HtmlElement& element : page_.elements) {
      if (element.role != HtmlRole::kArticleBody ||
          (!parts.empty() && element.first_block < parts.back().last))
        continue;
      parts.push_back(range(element));
      held += prose(element);
    }
    if (enough(held)) return parts;
    for (const HtmlRole role : {HtmlRole::kContent, HtmlRole::kArticle, HtmlRole::kMain}) {
      const HtmlElement* best = nullptr;
      for (const HtmlElement& element : page_.elements)
        if (element.role == role && (!best || prose(element) > prose(*best))) best = &element;
      if (best && enough(prose(*best))) return {range(*best)};
    }
    return {};
  }

  /// The innermost element that holds most of the prose.
  Range densest() const {
    const size_t all = prose(page_.elements[0]);
    uint32_t inner = 0;
    if (all > 0)
      for (uint32_t i = 1; i < page_.elements[inner].end;) {
        if (prose(page_.elements[i]) * 10 < all * 7) {
          i = page_.elements[i].end;
          continue;
        }
        inner = i++;
      }
    return range(page_.elements[inner]);
  }

  /// Whether a block is the title of the page once more, as old pages have it above the date.
  bool repeats_title(const HtmlBlock& block) const {
    return !block.text.empty() && page_.title.ends_with(block.text);
  }

  /// From the first prose to the last: menus before and after it have no marks to know them by.
  Range trimmed(Range part) const {
    if (sums_[part.last] == sums_[part.first]) return part;
    const auto is_above = [&](uint32_t block) {
      return sums_[block + 1] == sums_[block] || repeats_title(page_.blocks[block]);
    };
    while (part.first + 1 < part.last && is_above(part.first)) ++part.first;
    while (sums_[part.last - 1] == sums_[part.last]) --part.last;
    return part;
  }

  /// The last h1 at or before the article that is no link, as a site's name is; else the first.
  void find_heading(HtmlBody& body) {
    for (uint32_t i = 0; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (block.heading != 1 || (!body.heading.empty() && (is_link(block) || i > body.first_block))) continue;
      body.heading = block.text;
      heading_block_ = i;
    }
  }

  /// Lines above the article that say which date they are; of those that are but a date the nearest, which
  /// stands below the heading or next to the article.
  void find_header(HtmlBody& body) const {
    bool dated = false;
    const uint32_t end = body.first_block > kHeaderReach ? body.first_block - kHeaderReach : 0;
    for (uint32_t i = body.first_block; i-- > end;) {
      const auto line = read_header_line(page_.blocks[i].text);
      if (!line || line->empty()) continue;
      const HeaderDate& stated = line->front();
      const bool near = (!body.heading.empty() && i > heading_block_) || i + kNextTo >= body.first_block;
      const bool only_date = stated.begin == stated.date.begin;
      if (only_date && (dated || !near)) continue;
      dated = dated || only_date;
      body.header.insert(body.header.begin(), page_.blocks[i].text);
    }
  }

  void add(const Range& part, HtmlBody& body) const {
    for (uint32_t i = part.first; i < part.last; ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (left_out_[i] || is_link(block) || is_sign(block) ||
          (block.heading > 0 && block.text == body.heading))
        continue;
      body.paragraphs.push_back(block.text);
    }
  }

  const HtmlPage& page_;
  std::vector<bool> left_out_;
  std::vector<size_t> sums_;  // prose before each block
  uint32_t heading_block_ = 0;
};

}  // namespace

HtmlBody find_html_body(const HtmlPage& page) { return BodyFinder(page).find(); }

}  // namespace depeche
