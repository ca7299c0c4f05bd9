#include "searcher/view/link_chain.h"

#include <algorithm>
#include <string_view>

namespace depeche {
namespace {

constexpr std::string_view kTitles[] = {"M.", "MM.", "Mme",      "Mmes",     "Mlle",   "Mlles", "Me",
                                        "Dr", "Pr",  "monsieur", "Monsieur", "madame", "Madame"};

/// Where the mention begins with the title that stands before it, over a space or one that does not break.
size_t begin_with_title(std::string_view text, size_t begin) {
  size_t end = begin;
  for (const std::string_view space : {" ", "\u00A0", "\u202F"})
    if (text.substr(0, begin).ends_with(space)) end = begin - space.size();
  if (end == begin) return begin;
  for (const std::string_view title : kTitles) {
    if (!text.substr(0, end).ends_with(title)) continue;
    const size_t start = end - title.size();
    const bool alone = start == 0 ||
                       std::string_view(" \n'(\"").find(text[start - 1]) != std::string_view::npos ||
                       static_cast<unsigned char>(text[start - 1]) >= 0x80;
    if (alone) return start;
  }
  return begin;
}

/// The words from `begin` to `end`; "" where that is no place of the field.
std::string words_between(const std::string& field, size_t begin, size_t end) {
  return begin < end && end <= field.size() ? field.substr(begin, end - begin) : "";
}

const Mention* mention_at(const Article& article, TextField field, uint32_t begin) {
  const auto found = std::find_if(
      article.mentions.begin(), article.mentions.end(),
      [&](const Mention& mention) { return mention.span.field == field && mention.span.begin == begin; });
  return found == article.mentions.end() ? nullptr : &*found;
}

}  // namespace

std::vector<LinkChain> link_chains(const Article& article) {
  std::vector<LinkChain> chains;
  for (const Mention& mention : article.mentions) {
    if (!mention.link) continue;
    const Span& span = mention.span;
    const std::string& field = article.field(span.field);
    LinkChain chain{
        span, words_between(field, begin_with_title(field, span.begin), span.end), mention.key, {}};
    // No chain is longer than the list of mentions, whatever the stored links say.
    const Mention* from = &mention;
    while (from && from->link && chain.steps.size() < article.mentions.size()) {
      const MentionLink& link = *from->link;
      const Mention* target = mention_at(article, span.field, link.begin);
      std::string words = target ? words_between(field, link.begin, target->span.end) : "";
      chain.steps.push_back({words.empty() ? link.key : std::move(words), link.rule, link.begin});
      from = target == from ? nullptr : target;
    }
    chains.push_back(std::move(chain));
  }
  return chains;
}

}  // namespace depeche
