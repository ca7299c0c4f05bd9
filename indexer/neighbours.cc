#include <algorithm>
#include <numeric>
#include <tuple>

#include "indexer/date_evidence.h"

namespace depeche {
namespace {

/// Directory and name.
std::pair<std::string_view, std::string_view> split(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {{}, path};
  return {path.substr(0, slash), path.substr(slash + 1)};
}

}  // namespace

void Neighbours::add(std::string_view path, uint64_t record, Day day) {
  if (paths_.empty() || paths_.back() != path) paths_.emplace_back(path);
  places_.push_back({static_cast<uint32_t>(paths_.size() - 1), record, day});
}

void Neighbours::freeze() {
  std::vector<uint32_t> order(paths_.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [this](uint32_t path) { return split(paths_[path]); });
  std::vector<std::string> sorted;
  std::vector<uint32_t> number(paths_.size());
  for (const uint32_t path : order) {
    if (sorted.empty() || sorted.back() != paths_[path]) sorted.push_back(std::move(paths_[path]));
    number[path] = static_cast<uint32_t>(sorted.size() - 1);
  }
  paths_ = std::move(sorted);
  for (Place& place : places_) place.path = number[place.path];
  std::ranges::sort(places_, {},
                    [](const Place& place) { return std::tie(place.path, place.record, place.day); });
  count_agreement();
}

void Neighbours::count_agreement() {
  within_.resize(paths_.size());
  for (size_t i = 1; i < places_.size(); ++i) {
    const Place &one = places_[i - 1], &next = places_[i];
    const auto directory = split(paths_[next.path]).first;
    if (split(paths_[one.path]).first != directory) continue;
    Agreement& agreement = one.path == next.path ? within_[next.path] : between_[std::string(directory)];
    const auto days = std::chrono::sys_days(next.day) - std::chrono::sys_days(one.day);
    ++agreement.pairs;
    agreement.near += std::chrono::abs(days).count() <= kNearDays;
  }
}

NeighbourDays Neighbours::near(const Origin& origin) const {
  NeighbourDays found;
  const std::string_view directory = split(origin.path).first;
  const auto after = std::ranges::lower_bound(
      places_, std::pair(split(origin.path), origin.record), {},
      [this](const Place& place) { return std::pair(split(paths_[place.path]), place.record); });
  const auto behind = std::ranges::find_if(after, places_.end(), [&](const Place& place) {
    return paths_[place.path] != origin.path || place.record != origin.record;
  });
  const auto take = [&](const Place& place, std::optional<Day>& day, bool same_file) {
    const std::string& path = paths_[place.path];
    if (same_file ? path != origin.path : split(path).first != directory) return;
    day = place.day;
    if (same_file) found.agreement = within_[place.path].chance();
  };
  for (const bool same_file : {true, false}) {
    if (after != places_.begin()) take(*(after - 1), found.before, same_file);
    if (behind != places_.end()) take(*behind, found.after, same_file);
    found.same_file = same_file;
    if (found.before || found.after) break;
  }
  if (!found.same_file)
    if (const auto known = between_.find(std::string(directory)); known != between_.end())
      found.agreement = known->second.chance();
  return found;
}

}  // namespace depeche
