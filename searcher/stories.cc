#include "searcher/stories.h"

#include <algorithm>

#include "common/schema.h"

namespace depeche {

const Story* story_of(const PublishedIndex& index, Xapian::docid docid) {
  const SegmentDocid place = segment_docid(index, docid);
  return index.stories.table().of({static_cast<uint32_t>(place.segment), place.docid});
}

std::vector<std::string> other_ids(const PublishedIndex& index, const Story& story, Xapian::docid docid) {
  std::vector<std::string> ids;
  const auto segments = static_cast<Xapian::docid>(index.manifest.segments.size());
  for (const StoryMember& member : story.members) {
    const Xapian::docid other = (member.docid - 1) * segments + member.segment + 1;
    if (other != docid) ids.push_back(index.database.get_document(other).get_value(kSlotId));
  }
  std::ranges::sort(ids);
  return ids;
}

LeftOut leave_out_copies(const PublishedIndex& index, std::vector<Ranked>& ranking,
                         const std::function<bool(const Ranked&, const Ranked&)>& before) {
  if (index.stories.table().empty()) return {};
  std::unordered_map<const Story*, std::vector<Ranked>> met;
  for (const Ranked& ranked : ranking)
    if (const Story* story = story_of(index, ranked.id)) met[story].push_back(ranked);
  LeftOut left_out;
  for (auto& [story, members] : met) {
    if (members.size() < 2) continue;
    const auto first = std::ranges::min_element(members, before);
    std::vector<Xapian::docid>& others = left_out[first->id];
    for (const Ranked& member : members)
      if (member.id != first->id) others.push_back(member.id);
  }
  if (left_out.empty()) return left_out;
  std::erase_if(ranking, [&](const Ranked& ranked) {
    const Story* story = story_of(index, ranked.id);
    return story && met[story].size() > 1 && !left_out.contains(ranked.id);
  });
  return left_out;
}

std::string day_key(const Xapian::Document& document, bool newest_first) {
  std::string day = document.get_value(kSlotFirstDay);
  if (day.empty()) return "~" + document.get_value(kSlotId);
  if (newest_first)
    for (char& digit : day) digit = static_cast<char>('0' + '9' - digit);
  return day + document.get_value(kSlotId);
}

std::vector<uint32_t> first_of_stories(const PublishedIndex& index, const std::vector<uint32_t>& docids) {
  std::vector<Ranked> ranking;
  for (const uint32_t docid : docids) ranking.push_back({docid, 0});
  const auto key = [&](const Ranked& ranked) {
    return day_key(index.database.get_document(ranked.id), false);
  };
  leave_out_copies(index, ranking, [&](const Ranked& a, const Ranked& b) { return key(a) < key(b); });
  std::vector<uint32_t> first;
  for (const Ranked& ranked : ranking) first.push_back(ranked.id);
  return first;
}

}  // namespace depeche
