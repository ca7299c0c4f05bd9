#include "searcher/name_count.h"

#include <algorithm>
#include <tuple>

#include "common/text/fold.h"

namespace depeche {
namespace {

/// Datelines are set in capitals: PEKIN counts for less than Pékin, and yet ONU for more than a stray Onu.
uint64_t weight_of(const std::string& form, uint64_t mentions) {
  constexpr uint64_t kCapitals = 1, kMixed = 4;
  const std::string lower = to_lower(form);
  size_t kept = 0;  // letters that were lower case already
  for (size_t i = 0; i < std::min(form.size(), lower.size()); ++i)
    kept += form[i] == lower[i] && form[i] >= 'a' && form[i] <= 'z';
  return mentions * (kept > 0 ? kMixed : kCapitals);
}

}  // namespace

void NameTally::add(std::string_view key, std::string_view form, NameUse use, uint64_t mentions) {
  auto found = entries_.find(key);
  if (found == entries_.end()) found = entries_.try_emplace(std::string(key)).first;
  Entry& entry = found->second;
  if (entry.last_article != article_ || entry.articles == 0) ++entry.articles;
  entry.last_article = article_;
  if (use != NameUse::kDeduced) {
    if (entry.last_stated != article_ || entry.stated == 0) ++entry.stated;
    entry.last_stated = article_;
  }
  entry.mentions += mentions;
  auto count = entry.forms.find(form);
  if (count == entry.forms.end()) count = entry.forms.try_emplace(std::string(form)).first;
  count->second.mentions += mentions;
  count->second.whole += use == NameUse::kWhole ? mentions : 0;
}

NameCount NameTally::to_count(const std::string& key, const Entry& entry) {
  struct Ranked {
    bool whole;
    uint64_t weight;
    FormCount form;
  };
  std::vector<Ranked> ranked;
  for (const auto& [text, form] : entry.forms)
    ranked.push_back({form.whole > 0, weight_of(text, form.mentions), {text, form.mentions}});
  // Of equals the longer in bytes: it has the accents.
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return std::tuple(a.whole, a.weight, a.form.text.size()) >
           std::tuple(b.whole, b.weight, b.form.text.size());
  });
  NameCount count{key, entry.articles, entry.mentions, entry.articles - entry.stated, {}};
  for (Ranked& form : ranked) count.forms.push_back(std::move(form.form));
  return count;
}

std::vector<NameCount> NameTally::most_frequent(uint64_t limit) const {
  using Item = const std::pair<const std::string, Entry>*;
  std::vector<Item> items;
  for (const auto& item : entries_) items.push_back(&item);
  const auto end = items.begin() + static_cast<std::ptrdiff_t>(std::min<uint64_t>(limit, items.size()));
  std::partial_sort(items.begin(), end, items.end(), [](Item a, Item b) {
    return std::tie(b->second.articles, b->second.mentions, a->first) <
           std::tie(a->second.articles, a->second.mentions, b->first);
  });
  items.erase(end, items.end());
  std::vector<NameCount> counts;
  for (const Item item : items) counts.push_back(to_count(item->first, item->second));
  return counts;
}

NameCount NameTally::count_of(std::string_view key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() ? NameCount{std::string(key), 0, 0, 0, {}}
                                 : to_count(found->first, found->second);
}

}  // namespace depeche
