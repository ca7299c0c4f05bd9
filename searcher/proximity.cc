#include "searcher/proximity.h"

#include <algorithm>
#include <set>

namespace depeche {
namespace {

/// Looks for one occurrence a child that fit together, the chosen one fixed.
class TupleSearch {
 public:
  TupleSearch(const std::vector<Occurrences>& children, unsigned distance, bool ordered)
      : children_(children), distance_(distance), ordered_(ordered) {}

  bool holds(size_t child, const Occurrence& fixed) {
    fixed_child_ = child;
    fixed_ = &fixed;
    tuple_.clear();
    return extend(0);
  }

 private:
  bool extend(size_t child) {
    if (child == children_.size()) return true;
    if (child == fixed_child_) return try_one(child, *fixed_);
    // Only what can be within reach of the fixed one.
    const Occurrences& list = children_[child];
    const uint32_t reach = distance_ + 1;
    const uint32_t low = fixed_->first > reach ? fixed_->first - reach : 0;
    auto it = std::lower_bound(list.begin(), list.end(), low,
                               [](const Occurrence& o, uint32_t position) { return o.last < position; });
    for (; it != list.end() && it->first <= fixed_->last + reach; ++it)
      if (try_one(child, *it)) return true;
    return false;
  }

  bool try_one(size_t child, const Occurrence& occurrence) {
    if (!fits(occurrence)) return false;
    tuple_.push_back(&occurrence);
    if (extend(child + 1)) return true;
    tuple_.pop_back();
    return false;
  }

  bool fits(const Occurrence& next) const {
    uint32_t earliest_end = next.last, latest_begin = next.first;
    for (const Occurrence* chosen : tuple_) {
      if (chosen->first <= next.last && next.first <= chosen->last) return false;
      earliest_end = std::min(earliest_end, chosen->last);
      latest_begin = std::max(latest_begin, chosen->first);
    }
    if (ordered_ && !tuple_.empty() && next.first <= tuple_.back()->last) return false;
    return latest_begin <= earliest_end || latest_begin - earliest_end <= distance_;
  }

  const std::vector<Occurrences>& children_;
  unsigned distance_;
  bool ordered_;
  size_t fixed_child_ = 0;
  const Occurrence* fixed_ = nullptr;
  std::vector<const Occurrence*> tuple_;
};

}  // namespace

Occurrences within_distance(const std::vector<Occurrences>& children, unsigned distance, bool ordered) {
  Occurrences result;
  TupleSearch search(children, distance, ordered);
  for (size_t child = 0; child < children.size(); ++child)
    for (const Occurrence& occurrence : children[child])
      if (search.holds(child, occurrence)) result.push_back(occurrence);
  return result;
}

Occurrences within_unit(const std::vector<Occurrences>& children,
                        const std::function<uint64_t(const Occurrence&)>& unit_of) {
  std::set<uint64_t> shared;
  for (size_t child = 0; child < children.size(); ++child) {
    std::set<uint64_t> units;
    for (const Occurrence& occurrence : children[child])
      if (const uint64_t unit = unit_of(occurrence); child == 0 || shared.contains(unit)) units.insert(unit);
    shared = std::move(units);
  }
  Occurrences result;
  for (const Occurrences& child : children)
    for (const Occurrence& occurrence : child)
      if (shared.contains(unit_of(occurrence))) result.push_back(occurrence);
  return result;
}

}  // namespace depeche
