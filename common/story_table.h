#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace depeche {

/// A document of a published state: the place of its segment in the manifest, and its docid there.
struct StoryMember {
  uint32_t segment = 0;
  uint32_t docid = 0;
  friend auto operator<=>(const StoryMember&, const StoryMember&) = default;
};

/// Articles that are near-copies of each other, directly or by way of others.
struct Story {
  std::string key;                   // smallest hash of its articles' ids, 16 hexadecimal digits
  std::vector<StoryMember> members;  // two at least, ascending
  friend bool operator==(const Story&, const Story&) = default;
};

/// The stories of a published state, made of its live articles. Immutable; thread-safe.
class StoryTable {
 public:
  StoryTable() = default;
  /// Precondition: no key and no member twice.
  explicit StoryTable(std::vector<Story> stories);

  bool empty() const { return stories_.empty(); }
  /// By key.
  const std::vector<Story>& stories() const { return stories_; }
  /// nullptr where the document has no copies.
  const Story* of(StoryMember member) const;

  /// A line a story: key and members « segment:docid », separated by tabs.
  std::string to_tsv() const;
  /// Throws Error (kIndex) naming `path` where the bytes are not what to_tsv() writes.
  static StoryTable from_tsv(std::string_view tsv, const std::string& path);

 private:
  std::vector<Story> stories_;
  std::vector<std::pair<StoryMember, uint32_t>> by_member_;  // ascending; indices into stories_
};

}  // namespace depeche
