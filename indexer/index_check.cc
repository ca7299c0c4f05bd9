#include "indexer/index_check.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "common/clock.h"
#include "common/durable.h"
#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/message.h"
#include "common/published_surnames.h"
#include "common/story_table.h"
#include "common/text/visible.h"
#include "indexer/file_entry.h"
#include "indexer/fingerprint.h"
#include "indexer/segment_check.h"
#include "indexer/segment_examination.h"
#include "indexer/source_list.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

constexpr int kAttempts = 4;  // the first, and three more

/// nullopt if the file is as it was published.
std::optional<Damage> file_damage(const fs::path& path, const FileEntry& file) {
  const std::string name = path.string();
  try {
    const std::optional<FileState> state = file_state(path);
    if (!state) return make_damage(DamageCode::kMissing, name, tr("the file is missing"));
    if (state->size != file.size)
      return make_damage(DamageCode::kSize, name,
                         tr("the file has {0} bytes instead of {1}", state->size, file.size));
    if (file_checksum(name) != file.checksum)
      return make_damage(DamageCode::kChecksum, name, tr("the file has changed"));
    return std::nullopt;
  } catch (const Error& error) {
    if (error.code() != ExitCode::kIndex) throw;
    return make_damage(DamageCode::kMissing, name, tr("it is not a regular file"));
  }
}

std::vector<Damage> file_damages(const fs::path& directory, const SegmentEntry& segment) {
  std::vector<Damage> damages;
  std::set<std::string> listed;
  for (const FileEntry& file : segment.files) {
    listed.insert(file.name);
    if (auto damage = file_damage(directory / file.name, file)) damages.push_back(*std::move(damage));
  }
  for (const std::string& name : names_in(directory))
    if (!listed.contains(name))
      damages.push_back(make_damage(DamageCode::kUnlisted, (directory / name).string(),
                                    tr("the manifest does not know this file")));
  return damages;
}

/// nullopt if a table beside the manifest is as it was published, and `read` finds it in order.
std::optional<Damage> table_damage(const fs::path& path, const FileEntry& entry,
                                   const std::function<void()>& read) {
  if (auto damage = file_damage(path, entry)) return damage;
  try {
    read();
    return std::nullopt;
  } catch (const Error& error) {
    if (error.code() != ExitCode::kIndex) throw;
    return Damage{DamageCode::kStructure, path.string(), error.what()};
  }
}

/// Where and in which versions the articles of an index live. Some 32 bytes per document.
class Population {
 public:
  void add(uint32_t segment, const DocumentFact& fact) {
    residents_.push_back({fact.id, segment, fact.docid, fact.version, fact.superseded});
  }

  /// Call once, behind the last add().
  void tell(const IndexLayout& layout, const Manifest& manifest, std::vector<Damage>& damages) {
    std::ranges::sort(residents_, {}, [](const Resident& resident) {
      return std::tuple(resident.id, resident.segment, resident.docid);
    });
    const auto path_of = [&](const Resident& resident) {
      return layout.segment(manifest.segments[resident.segment].id).string();
    };
    std::vector<std::pair<Resident, Resident>> twice;
    std::vector<std::pair<Resident, uint32_t>> old;  // with the version there is
    for (auto begin = residents_.begin(), end = begin; begin != residents_.end(); begin = end) {
      uint32_t newest = 0;
      const Resident* live = nullptr;
      bool alone = true;
      for (; end != residents_.end() && end->id == begin->id; ++end) {
        newest = std::max(newest, end->version);
        if (end->superseded) continue;
        alone = live == nullptr;
        if (live)
          twice.emplace_back(*live, *end);
        else
          live = &*end;
      }
      if (live && alone && live->version < newest) old.emplace_back(*live, newest);
    }
    const auto place = [](const Resident& resident) { return std::pair(resident.segment, resident.docid); };
    std::ranges::sort(twice, {}, [&](const auto& pair) { return place(pair.second); });
    for (const auto& [first, second] : twice)
      damages.push_back(make_damage(DamageCode::kSuperseded, path_of(second),
                                    tr("document {0} holds an article that lives also in document {1} of {2}",
                                       second.docid, first.docid, visible_text(path_of(first)))));
    std::ranges::sort(old, {}, [&](const auto& pair) { return place(pair.first); });
    for (const auto& [resident, newest] : old)
      damages.push_back(make_damage(DamageCode::kSuperseded, path_of(resident),
                                    tr("document {0} lives in version {1}, though there is version {2}",
                                       resident.docid, resident.version, newest)));
  }

 private:
  struct Resident {
    Fingerprint id;
    uint32_t segment, docid, version;
    bool superseded;
  };
  std::deque<Resident> residents_;  // which never needs twice its room to grow
};

Damage manifest_damage(const fs::path& path, const Error& error) {
  return {DamageCode::kManifest, path.string(), error.what()};
}

/// CURRENT is written behind each manifest: one that is above the number it holds, and older, was in force.
/// What a run that was killed left is younger than CURRENT, and no damage.
std::optional<Damage> current_damage(const IndexLayout& layout, uint64_t current) {
  const std::optional<FileState> state = file_state(layout.current());
  for (const std::string& name : names_in(layout.root())) {
    const auto number = layout.manifest_number(name);
    if (!state || !number || *number <= current) continue;
    const std::optional<FileState> manifest = file_state(layout.root() / name);
    if (manifest && manifest->mtime_ns <= state->mtime_ns)
      return Damage{
          DamageCode::kManifest, layout.current().string(),
          tr("{0}: it names manifest-{1}.json, though {2} was in force before: write that name into "
             "it",
             visible_text(layout.current().string()), current, name)};
  }
  return std::nullopt;
}

/// The first publication writes manifest-1.json before CURRENT; later ones replace CURRENT.
std::optional<Damage> missing_current(const IndexLayout& layout) {
  if (file_state(layout.current())) return std::nullopt;
  uint64_t newest = 0;
  for (const std::string& name : names_in(layout.root()))
    newest = std::max<uint64_t>(newest, layout.manifest_number(name).value_or(0));
  if (newest <= 1) return std::nullopt;
  return Damage{DamageCode::kManifest, layout.current().string(),
                tr("{0}: missing beside manifest-{1}.json: write that name into it, or begin anew with an "
                   "empty directory",
                   visible_text(layout.current().string()), newest)};
}

/// CURRENT as it is now; nullopt where there is none or it cannot be relied on.
std::optional<uint64_t> current_now(const IndexLayout& layout) {
  try {
    return read_current(layout);
  } catch (const Error&) {
    return std::nullopt;
  }
}

void check_segments(const IndexLayout& layout, const Manifest& manifest, IndexCheck& check) {
  Population population;
  for (uint32_t i = 0; i < manifest.segments.size(); ++i) {
    const SegmentEntry& segment = manifest.segments[i];
    const fs::path directory = layout.segment(segment.id);
    const uint64_t bytes = bytes_of(segment);
    check.files += segment.files.size();
    check.bytes += bytes;
    std::vector<Damage> damages = file_damages(directory, segment);
    if (damages.empty())
      damages = examine_segment(directory, segment, check_limit(bytes), [&](const DocumentFact& fact) {
        ++check.documents;
        ++(fact.superseded ? check.superseded : check.live);
        population.add(i, fact);
      });
    check.damages.insert(check.damages.end(), damages.begin(), damages.end());
  }
  population.tell(layout, manifest, check.damages);
}

IndexCheck check_numbered(const IndexLayout& layout, uint64_t number) {
  IndexCheck check;
  const fs::path path = layout.manifest(number);
  try {
    if (const std::optional<Manifest> manifest = find_manifest(layout, number))
      check = check_state(layout, *manifest);
    else
      check.damages.push_back(make_damage(DamageCode::kMissing, path.string(),
                                          tr("the file is missing, though CURRENT names it")));
  } catch (const Error& error) {
    if (error.code() != ExitCode::kIndex) throw;
    check.damages.push_back(manifest_damage(path, error));
  }
  return check;
}

}  // namespace

IndexCheck check_state(const IndexLayout& layout, const Manifest& manifest) {
  const Stopwatch watch;
  IndexCheck check;
  check.manifest = manifest.number;
  check.published = manifest.published;
  check.segments = manifest.segments.size();
  check_segments(layout, manifest, check);
  const auto check_table = [&](const std::optional<FileEntry>& entry, const auto& read) {
    if (!entry) return;
    ++check.files;
    check.bytes += entry->size;
    const fs::path path = layout.root() / entry->name;
    if (auto damage = table_damage(path, *entry, [&] { read(path, *entry); }))
      check.damages.push_back(*std::move(damage));
  };
  check_table(manifest.surnames, [](const fs::path& path, const FileEntry& entry) {
    PublishedSurnames(open_regular(path), path, entry.checksum).table();
  });
  check_table(manifest.stories, [](const fs::path& path, const FileEntry& entry) {
    PublishedTable<StoryTable>(open_regular(path), path, entry.checksum).table();
  });
  check_table(manifest.sources, [&](const fs::path&, const FileEntry&) { read_sources(layout, manifest); });
  check.seconds = watch.seconds();
  return check;
}

IndexCheck check_published(const IndexLayout& layout) {
  for (int attempt = 1;; ++attempt) {
    const Stopwatch watch;
    IndexCheck check;
    uint64_t number = 0;
    try {
      if (auto damage = missing_current(layout)) {
        check.damages.push_back(*std::move(damage));
        return check;
      }
      number = number_in_force(layout);
      check = check_numbered(layout, number);
      if (auto damage = current_damage(layout, number)) check.damages.push_back(*std::move(damage));
    } catch (const Error& error) {
      if (error.code() != ExitCode::kIndex) throw;
      check.damages.push_back(manifest_damage(layout.current(), error));
    }
    check.seconds = watch.seconds();
    const bool vanished = std::ranges::count(check.damages, DamageCode::kMissing, &Damage::code) > 0;
    if (vanished && attempt < kAttempts && number != 0 && current_now(layout).value_or(number) != number)
      continue;
    return check;
  }
}

void require_whole(const IndexCheck& check) {
  if (check.whole()) return;
  std::string lines =
      tr_n("the index is damaged in {} place, and nothing was published:",
           "the index is damaged in {} places, and nothing was published:", check.damages.size());
  for (const Damage& damage : check.damages) lines += "\n  " + damage.message;
  throw Error(ExitCode::kIndex, lines);
}

}  // namespace depeche
