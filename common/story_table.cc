#include "common/story_table.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "common/index_damage.h"
#include "common/message.h"

namespace depeche {
namespace {

constexpr size_t kKeyDigits = 16;

bool read(std::string_view figures, uint32_t& number) {
  const auto [end, error] = std::from_chars(figures.data(), figures.data() + figures.size(), number);
  return error == std::errc() && end == figures.data() + figures.size();
}

bool read(std::string_view text, StoryMember& member) {
  const size_t colon = text.find(':');
  return colon != text.npos && read(text.substr(0, colon), member.segment) &&
         read(text.substr(colon + 1), member.docid) && member.docid > 0;
}

/// Whether `line` is a story of two members at least.
bool read(std::string_view line, Story& story) {
  const size_t tab = line.find('\t');
  story.key = line.substr(0, tab);
  if (tab == line.npos || story.key.size() != kKeyDigits ||
      story.key.find_first_not_of("0123456789abcdef") != story.key.npos)
    return false;
  for (size_t begin = tab; begin < line.size();) {
    const size_t end = std::min(line.find('\t', begin + 1), line.size());
    StoryMember member;
    if (!read(line.substr(begin + 1, end - begin - 1), member) ||
        (!story.members.empty() && member <= story.members.back()))
      return false;
    story.members.push_back(member);
    begin = end;
  }
  return story.members.size() > 1;
}

}  // namespace

StoryTable::StoryTable(std::vector<Story> stories) : stories_(std::move(stories)) {
  std::ranges::sort(stories_, {}, &Story::key);
  for (uint32_t i = 0; i < stories_.size(); ++i)
    for (const StoryMember& member : stories_[i].members) by_member_.emplace_back(member, i);
  std::ranges::sort(by_member_);
}

const Story* StoryTable::of(StoryMember member) const {
  const auto found =
      std::ranges::lower_bound(by_member_, member, {}, &std::pair<StoryMember, uint32_t>::first);
  return found == by_member_.end() || found->first != member ? nullptr : &stories_[found->second];
}

std::string StoryTable::to_tsv() const {
  std::string tsv;
  for (const Story& story : stories_) {
    tsv += story.key;
    for (const StoryMember& member : story.members)
      tsv += fmt::format("\t{}:{}", member.segment, member.docid);
    tsv += '\n';
  }
  return tsv;
}

StoryTable StoryTable::from_tsv(std::string_view tsv, const std::string& path) {
  std::vector<Story> stories;
  const auto damage = [&] {
    return index_damage(path, tr("line {} is no row of stories", stories.size() + 1));
  };
  while (!tsv.empty()) {
    const size_t end = tsv.find('\n');
    Story story;
    if (end == std::string_view::npos || !read(tsv.substr(0, end), story) ||
        (!stories.empty() && story.key <= stories.back().key))
      throw damage();
    stories.push_back(std::move(story));
    tsv.remove_prefix(end + 1);
  }
  StoryTable table(std::move(stories));
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  if (std::ranges::adjacent_find(table.by_member_, same) != table.by_member_.end())
    throw index_damage(path, tr("an article is in two stories"));
  return table;
}

}  // namespace depeche
