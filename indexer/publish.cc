#include "indexer/publish.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <vector>

#include "common/durable.h"
#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/message.h"
#include "common/published_index.h"
#include "common/text/visible.h"
#include "indexer/file_entry.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

constexpr size_t kKeptManifests =
    3;  // the one in force and two before it, for searchers that still open them

/// Ascending.
std::vector<uint64_t> manifest_numbers(const IndexLayout& layout) {
  std::vector<uint64_t> numbers;
  for (const std::string& name : names_in(layout.root()))
    if (const auto number = layout.manifest_number(name)) numbers.push_back(*number);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

/// What a manifest names: segments and tables.
struct Named {
  std::set<std::string> segments, tables;
};

/// Adds what one state consists of; false where its manifest cannot be read.
bool add_named(const IndexLayout& layout, uint64_t number, Named& named) {
  try {
    const Manifest manifest = read_manifest(layout, number);
    for (const SegmentEntry& segment : manifest.segments) named.segments.insert(segment.id);
    if (manifest.surnames) named.tables.insert(manifest.surnames->name);
    if (manifest.stories) named.tables.insert(manifest.stories->name);
    if (manifest.sources) named.tables.insert(manifest.sources->name);
    return true;
  } catch (const Error&) {
    return false;
  }
}

bool is_real_directory(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(fs::symlink_status(path, error));
}

/// Whether nothing but files of Xapian is in it; a kill while it was removed may have left a part of them.
bool looks_like_segment(const fs::path& path) {
  if (!is_real_directory(path)) return false;
  const std::vector<std::string> names = names_in(path);
  return std::all_of(names.begin(), names.end(), [](const std::string& name) {
    return name == "iamglass" || name == "flintlock" || name.ends_with(".glass");
  });
}

/// Removes the manifests, segments and tables that no kept state needs. An old state that cannot be read
/// keeps everything: it goes in two runs' time.
void collect_garbage(const IndexLayout& layout, uint64_t current) {
  std::vector<uint64_t> kept = manifest_numbers(layout);
  std::erase_if(kept, [current](uint64_t number) { return number > current; });
  if (kept.size() > kKeptManifests) kept.erase(kept.begin(), kept.end() - kKeptManifests);

  Named needed;
  for (const uint64_t number : kept)
    if (!add_named(layout, number, needed)) return;
  for (const uint64_t number : manifest_numbers(layout))
    if (std::find(kept.begin(), kept.end(), number) == kept.end()) remove_tree(layout.manifest(number));
  for (const std::string& name : names_in(layout.root()))
    if (layout.is_table(name) && !needed.tables.contains(name)) remove_tree(layout.root() / name);
  for (const std::string& name : names_in(layout.segments()))
    if (!needed.segments.contains(name) && looks_like_segment(layout.segment(name)))
      remove_tree(layout.segment(name));
}

/// What a run that did not end may have left in the index directory.
bool is_leftover(const IndexLayout& layout, const std::string& name) {
  constexpr std::string_view kTemporary = ".tmp";
  if (name.ends_with(".building")) return true;
  if (!name.ends_with(kTemporary)) return false;
  const std::string target = name.substr(0, name.size() - kTemporary.size());
  return target == layout.current().filename() || layout.manifest_number(target).has_value() ||
         layout.is_table(target);
}

/// A directory without CURRENT may be one that was named by mistake. Files may be a report of ours.
void require_own_directories(const IndexLayout& layout) {
  for (const std::string& name : names_in(layout.root()))
    if (is_real_directory(layout.root() / name) && name != layout.segments().filename() &&
        !is_leftover(layout, name))
      throw Error(ExitCode::kUsage,
                  tr("{0} is not an index, and holds other files ({1}): name an empty or new directory",
                     visible_text(layout.root().string()), visible_text(name)));
}

/// The state in force; 0 if none was ever published.
uint64_t state_in_force(const IndexLayout& layout) {
  if (const std::optional<uint64_t> current = read_current(layout)) {
    read_manifest(layout, *current);
    return *current;
  }
  require_own_directories(layout);
  // The first publication writes manifest-1.json before CURRENT; later ones replace CURRENT.
  const std::vector<uint64_t> numbers = manifest_numbers(layout);
  if (!numbers.empty() && numbers.back() > 1)
    throw Error(
        ExitCode::kIndex,
        tr("{0}: missing beside manifest-{1}.json: write that name into it, or begin anew with an empty "
           "directory",
           visible_text(layout.current().string()), numbers.back()));
  return 0;
}

void require_readable_back(const Manifest& manifest, const std::string& path) {
  try {
    manifest_from_json(to_json(manifest), path);
  } catch (const Error& error) {
    throw Error(ExitCode::kInternal, error.what());
  }
}

}  // namespace

void recover(const IndexLayout& layout) {
  const uint64_t current = state_in_force(layout);
  for (const std::string& name : names_in(layout.root()))
    if (is_leftover(layout, name) && !remove_tree(layout.root() / name))
      throw Error(ExitCode::kEnvironment,
                  tr("cannot remove {}", visible_text((layout.root() / name).string())));
  collect_garbage(layout, current);
}

Manifest recover_manifest(const IndexLayout& layout) {
  recover(layout);
  return read_current(layout) ? open_published(layout).manifest : Manifest{};
}

void add_segment(const IndexLayout& layout, const fs::path& built, const std::string& id) {
  make_directories(layout.segments());
  sync_directory(layout.root());
  const fs::path segment = layout.segment(id);
  std::error_code error;
  if (fs::exists(fs::symlink_status(segment, error)))
    throw Error(ExitCode::kInternal, tr("segment {} exists already", visible_text(segment.string())));
  sync_files_of(built);
  rename_durably(built, segment);
}

namespace {

FileEntry add_table(const fs::path& path, const std::string& bytes) {
  replace_file(path, bytes);
  return file_entry(path);
}

}  // namespace

std::optional<FileEntry> add_surnames(const IndexLayout& layout, uint64_t number, const SurnameTable& table) {
  if (table.empty()) return std::nullopt;
  return add_table(layout.surnames(number), table.to_tsv());
}

std::optional<FileEntry> add_stories(const IndexLayout& layout, uint64_t number, const StoryTable& table) {
  if (table.empty()) return std::nullopt;
  return add_table(layout.stories(number), table.to_tsv());
}

FileEntry add_sources(const IndexLayout& layout, uint64_t number, const std::string& bytes) {
  return add_table(layout.sources(number), bytes);
}

std::optional<std::string> publish(const IndexLayout& layout, const Manifest& manifest) {
  const fs::path path = layout.manifest(manifest.number);
  require_readable_back(manifest, path.string());
  if (manifest.number != read_current(layout).value_or(0) + 1)
    throw Error(ExitCode::kInternal,
                tr("{} does not follow the state in force", visible_text(path.string())));
  replace_file(path, to_json(manifest));
  const fs::path current = write_beside(layout.current(), path.filename().string() + "\n");
  if (std::rename(current.c_str(), layout.current().c_str()) != 0)
    throw system_error(tr("cannot rename"), current.string(), errno);
  // Published is published, whatever fails from here on; the next run collects again.
  std::optional<std::string> unconfirmed;
  try {
    sync_directory(layout.root());
  } catch (const Error& error) {
    unconfirmed = error.what();
  }
  try {
    collect_garbage(layout, manifest.number);
  } catch (...) {  // Error, or out of memory
  }
  return unconfirmed;
}

}  // namespace depeche
