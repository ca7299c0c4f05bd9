#include "indexer/story_evidence.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <xapian.h>

#include "common/hash.h"
#include "common/schema.h"
#include "common/slot_reader.h"
#include "indexer/stop.h"
#include "indexer/story_signature.h"

namespace depeche {
namespace {

/// More articles than that share a term by its being a formula.
constexpr size_t kMostCompared = 200;
constexpr size_t kWindow = 32;

struct Segment {
  Xapian::Database database;
  const DocidSet* superseded;
  Xapian::TermIterator term, end;
};

/// Which articles are of one story: a union-find forest over the articles met so far.
class Unions {
 public:
  /// The number of an article.
  uint32_t number(const StoryMember& member) {
    const uint64_t place = uint64_t{member.segment} << 32 | member.docid;
    const auto [it, is_new] = numbers_.try_emplace(place, static_cast<uint32_t>(members_.size()));
    if (is_new) {
      members_.push_back(member);
      parents_.push_back(it->second);
    }
    return it->second;
  }
  uint32_t root(uint32_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  void join(uint32_t i, uint32_t j) { parents_[root(i)] = root(j); }

  /// The members of each story.
  std::vector<std::vector<StoryMember>> groups() {
    std::map<uint32_t, std::vector<StoryMember>> by_root;
    for (uint32_t i = 0; i < members_.size(); ++i) by_root[root(i)].push_back(members_[i]);
    std::vector<std::vector<StoryMember>> groups;
    for (auto& [root, members] : by_root)
      if (members.size() > 1) groups.push_back(std::move(members));
    return groups;
  }

 private:
  std::unordered_map<uint64_t, uint32_t> numbers_;
  std::vector<StoryMember> members_;
  std::vector<uint32_t> parents_;
};

class StoryEvidence {
 public:
  StoryEvidence(const IndexLayout& layout, const Manifest& manifest) {
    for (const SegmentEntry& entry : manifest.segments) {
      Xapian::Database database(layout.segment(entry.id).string(), Xapian::DB_BACKEND_GLASS);
      const std::string prefix(kStoryPrefix);
      auto begin = database.allterms_begin(prefix), end = database.allterms_end(prefix);
      segments_.push_back({std::move(database), &entry.superseded, std::move(begin), std::move(end)});
    }
  }

  StoryTable decide() {
    std::vector<StoryMember> sharing;
    while (const std::optional<std::string> term = next_term(sharing)) {
      throw_if_stopped();
      if (sharing.size() > 1) join_copies(*term, sharing);
    }
    std::vector<Story> stories;
    for (std::vector<StoryMember>& members : unions_.groups())
      stories.push_back(story_of(std::move(members)));
    return StoryTable(std::move(stories));
  }

 private:
  /// The least term that is left, with its live articles; passes it by in all segments.
  std::optional<std::string> next_term(std::vector<StoryMember>& sharing) {
    std::optional<std::string> least;
    for (Segment& segment : segments_)
      if (segment.term != segment.end)
        if (std::string term = *segment.term; !least || term < *least) least = std::move(term);
    sharing.clear();
    if (!least) return least;
    std::vector<uint32_t> having;
    uint64_t documents = 0;
    for (uint32_t s = 0; s < segments_.size(); ++s)
      if (segments_[s].term != segments_[s].end && *segments_[s].term == *least) {
        having.push_back(s);
        documents += segments_[s].term.get_termfreq();
      }
    for (const uint32_t s : having) {
      Segment& segment = segments_[s];
      if (documents > 1)
        for (auto it = segment.database.postlist_begin(*least); it != segment.database.postlist_end(*least);
             ++it)
          if (!segment.superseded->contains(*it)) sharing.push_back({s, *it});
      ++segment.term;
    }
    return least;
  }

  void join_copies(const std::string& term, const std::vector<StoryMember>& sharing) {
    std::vector<uint32_t> numbers;
    for (const StoryMember& member : sharing) numbers.push_back(unions_.number(member));
    if (StorySignature::is_same_term(term)) {
      for (const uint32_t number : numbers) unions_.join(number, numbers.front());
      return;
    }
    const auto is_joined = [&](uint32_t number) {
      return unions_.root(number) == unions_.root(numbers.front());
    };
    if (std::ranges::all_of(numbers, is_joined)) return;
    std::vector<std::pair<std::string, uint32_t>> signed_by;
    std::optional<SlotReader> signatures;  // of the segment of the member before
    for (size_t i = 0; i < sharing.size(); ++i) {
      if (i == 0 || sharing[i].segment != sharing[i - 1].segment)
        signatures.emplace(segments_[sharing[i].segment].database, kSlotStory);
      signed_by.emplace_back(signatures->at(sharing[i].docid), numbers[i]);
    }
    std::ranges::sort(signed_by);
    compare(signed_by, sharing.size() > kMostCompared ? kWindow : kMostCompared);
  }

  void compare(const std::vector<std::pair<std::string, uint32_t>>& signed_by, size_t window) {
    std::vector<StorySignature> signatures;
    std::vector<uint32_t> numbers;
    for (size_t i = 0; i < signed_by.size(); ++i) {
      if (i > 0 && signed_by[i].first == signed_by[i - 1].first) {
        unions_.join(signed_by[i].second, numbers.back());
        continue;
      }
      signatures.push_back(StorySignature::decode(signed_by[i].first));
      numbers.push_back(signed_by[i].second);
    }
    for (size_t i = 0; i < numbers.size(); ++i)
      for (size_t j = i + 1; j < std::min(numbers.size(), i + 1 + window); ++j)
        if (unions_.root(numbers[i]) != unions_.root(numbers[j]) && near_copies(signatures[i], signatures[j]))
          unions_.join(numbers[i], numbers[j]);
  }

  Story story_of(std::vector<StoryMember>&& members) {
    Story story{"", std::move(members)};
    std::ranges::sort(story.members);
    for (const StoryMember& member : story.members) {
      std::string key = fmt::format("{:016x}", hash64(id_of(member)));
      if (story.key.empty() || key < story.key) story.key = std::move(key);
    }
    return story;
  }

  std::string id_of(const StoryMember& member) const {
    return segments_[member.segment]
        .database.get_document(member.docid, Xapian::DOC_ASSUME_VALID)
        .get_value(kSlotId);
  }

  std::vector<Segment> segments_;
  Unions unions_;
};

}  // namespace

StoryTable decide_stories(const IndexLayout& layout, const Manifest& manifest) {
  return StoryEvidence(layout, manifest).decide();
}

}  // namespace depeche
