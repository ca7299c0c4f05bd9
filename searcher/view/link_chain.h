#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/deduction.h"

namespace depeche {

/// Why a mention stands for a longer name, step by step: Mme Hua -> Hua Chunying.
struct LinkChain {
  struct Step {
    std::string words;               // the name gone on to, as the article has it; its key where it has none
    std::string rule;                // MentionLink::rule that leads there, or kDeducedRule
    std::optional<uint32_t> begin;   // byte offset of those words in the same field; none where deduced
    std::optional<Surname> deduced;  // what the whole index says, where the article does not
  };
  Span span;                // of the mention
  std::string words;        // the mention as it stands, with the title before it: "Mme Hua"
  std::string key;          // of the entity it stands for
  std::vector<Step> steps;  // one at least
};

/// The chains of all mentions that stand for another name, by field, then offset.
std::vector<LinkChain> link_chains(const Article& article, const Deductions& deduced);

}  // namespace depeche
