#include "searcher/view/link_chain.h"

#include <algorithm>
#include <utility>

#include "common/name_title.h"

namespace depeche {
namespace {

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

/// From link to link. No chain is longer than the list of mentions, whatever the stored links say.
std::vector<LinkChain::Step> steps_from(const Article& article, const Mention& mention) {
  const TextField in = mention.span.field;
  std::vector<LinkChain::Step> steps;
  const Mention* from = &mention;
  while (from && from->link && steps.size() < article.mentions.size()) {
    const MentionLink& link = *from->link;
    const Mention* target = mention_at(article, in, link.begin);
    std::string words = target ? words_between(article.field(in), link.begin, target->span.end) : "";
    steps.push_back({words.empty() ? link.key : std::move(words), link.rule, link.begin, {}});
    from = target == from ? nullptr : target;
  }
  return steps;
}

}  // namespace

std::vector<LinkChain> link_chains(const Article& article, const Deductions& deduced) {
  std::vector<LinkChain> chains;
  auto next = deduced.begin();
  for (size_t i = 0; i < article.mentions.size(); ++i) {
    const Mention& mention = article.mentions[i];
    const bool is_deduced = next != deduced.end() && next->mention == i;
    if (!mention.link && !is_deduced) continue;
    const std::string& field = article.field(mention.span.field);
    const size_t begin = title_before(field, mention.span.begin).begin;
    LinkChain chain{mention.span, words_between(field, begin, mention.span.end), mention.key,
                    steps_from(article, mention)};
    if (is_deduced) {
      chain.key = next->surname.key;
      chain.steps.push_back({next->name, kDeducedRule, {}, next->surname});
      ++next;
    }
    chains.push_back(std::move(chain));
  }
  return chains;
}

}  // namespace depeche
