#include "common/manifest.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <unicode/uversion.h>
#include <xapian.h>

#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/json.h"
#include "common/message.h"
#include "common/schema.h"
#include "common/text/analyzer.h"
#include "common/text/stemmer.h"
#include "common/text/visible.h"

namespace depeche {
namespace {

constexpr size_t kMaxManifestBytes = 256 << 20;
constexpr size_t kMaxCurrentBytes = 64;
constexpr int kMaxDepth = 8;
/// Over all segments: what a manifest can make a program allocate stays under 64 MiB.
constexpr uint64_t kMaxDocids = uint64_t{1} << 28;

std::string checksum_of(const Json& without_checksum) {
  return fmt::format("{:016x}", hash64(to_document(without_checksum)));
}

/// What manifest_from_json() finds wrong, still without the path.
struct Damage {
  std::string reason;
};

[[noreturn]] void fail(const std::string& reason) { throw Damage{reason}; }

/// A member that must be there and pass `is_right`.
template <typename IsRight>
const Json& member(const Json& object, const char* name, IsRight is_right) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  if (found == object.end()) fail(tr("member {} is missing", name));
  if (!is_right(*found)) fail(tr("member {} is not what it should be", name));
  return *found;
}

uint64_t number_of(const Json& object, const char* name,
                   uint64_t max = std::numeric_limits<uint64_t>::max()) {
  return member(object, name, [max](const Json& value) {
    return value.is_number_unsigned() && value.get<uint64_t>() <= max;
  });
}

int64_t signed_of(const Json& object, const char* name) {
  constexpr uint64_t kMax = std::numeric_limits<int64_t>::max();
  return member(object, name, [](const Json& value) {
    return value.is_number_integer() && (!value.is_number_unsigned() || value.get<uint64_t>() <= kMax);
  });
}

std::string string_of(const Json& object, const char* name) {
  return member(object, name, [](const Json& value) { return value.is_string(); });
}

const Json& array_of(const Json& object, const char* name) {
  return member(object, name, [](const Json& value) { return value.is_array(); });
}

/// A name that stays within its directory.
std::string file_name_of(const Json& object, const char* name) {
  const std::string value = string_of(object, name);
  if (value.empty() || value == "." || value == ".." ||
      value.find_first_of(std::string_view("/\0", 2)) != value.npos)
    fail(tr("member {} is not what it should be", name));
  return value;
}

Json versions_json(const BuildVersions& versions) {
  return {{"program", versions.program},
          {"analyzer", versions.analyzer},
          {"stemmer", versions.stemmer},
          {"icu", versions.icu},
          {"xapian", versions.xapian}};
}

BuildVersions versions_of(const Json& json) {
  BuildVersions versions;
  versions.schema = kSchemaVersion;
  versions.program = string_of(json, "program");
  versions.analyzer = string_of(json, "analyzer");
  versions.stemmer = string_of(json, "stemmer");
  versions.icu = string_of(json, "icu");
  versions.xapian = string_of(json, "xapian");
  return versions;
}

Json file_json(const FileEntry& file) {
  return {{"name", file.name}, {"size", file.size}, {"mtime_ns", file.mtime_ns}, {"checksum", file.checksum}};
}

FileEntry file_of(const Json& json) {
  return {file_name_of(json, "name"), number_of(json, "size"), signed_of(json, "mtime_ns"),
          string_of(json, "checksum")};
}

Json segment_json(const SegmentEntry& segment) {
  Json json = {{"id", segment.id},
               {"uuid", segment.uuid},
               {"documents", segment.documents},
               {"last_docid", segment.last_docid},
               {"files", Json::array()},
               {"superseded", segment.superseded.ranges()}};
  for (const FileEntry& file : segment.files) json["files"].push_back(file_json(file));
  return json;
}

DocidSet docids_of(const Json& ranges, const SegmentEntry& segment) {
  DocidSet docids;
  uint64_t previous = 0, total = 0;
  for (const Json& range : ranges) {
    if (!range.is_array() || range.size() != 2 || !range[0].is_number_unsigned() ||
        !range[1].is_number_unsigned())
      fail(tr("member {} is not what it should be", "superseded"));
    const uint64_t first = range[0], last = range[1];
    if (first <= previous || last < first || last > segment.last_docid)
      fail(tr("member {} is not what it should be", "superseded"));
    total += last - first + 1;
    docids.insert(static_cast<uint32_t>(first), static_cast<uint32_t>(last));
    previous = last;
  }
  if (total > segment.documents) fail(tr("segment {} has fewer documents than superseded ones", segment.id));
  return docids;
}

SegmentEntry segment_of(const Json& json, uint64_t max_docids) {
  SegmentEntry segment;
  segment.id = file_name_of(json, "id");
  segment.uuid = string_of(json, "uuid");
  segment.last_docid = static_cast<uint32_t>(number_of(json, "last_docid", max_docids));
  segment.documents = static_cast<uint32_t>(number_of(json, "documents", segment.last_docid));
  for (const Json& file : array_of(json, "files")) segment.files.push_back(file_of(file));
  segment.superseded = docids_of(array_of(json, "superseded"), segment);
  return segment;
}

void require_own_schema(int schema, const std::string& path) {
  if (schema == kSchemaVersion) return;
  throw Error(ExitCode::kIndex,
              tr("{0}: the index was written with schema {1}, this program reads {2}: index the corpus "
                 "again into an empty directory with this program's depeche-indexer",
                 visible_text(path), schema, kSchemaVersion));
}

/// Parses without recursing deeper than a manifest is, whatever the text.
Json parse(const std::string& text) {
  const auto check_depth = [](int depth, Json::parse_event_t, Json&) {
    if (depth > kMaxDepth) fail(tr("it is nested too deep"));
    return true;
  };
  try {
    return Json::parse(text, check_depth);
  } catch (const Json::exception&) {
    fail(tr("it is not JSON"));
  }
}

/// [[1,"2019-03-01T03:12:09Z"],...]
Json history_json(const std::vector<PastState>& history) {
  Json json = Json::array();
  for (const PastState& state : history) json.push_back(Json::array({state.number, state.published}));
  return json;
}

std::vector<PastState> history_of(const Json& json, uint64_t present) {
  std::vector<PastState> history;
  for (const Json& state : json) {
    if (!state.is_array() || state.size() != 2 || !state[0].is_number_unsigned() || !state[1].is_string())
      fail(tr("member {} is not what it should be", "history"));
    history.push_back({state[0].get<uint64_t>(), state[1].get<std::string>()});
    const uint64_t before = history.size() > 1 ? history[history.size() - 2].number : 0;
    if (history.back().number <= before || history.back().number >= present)
      fail(tr("member {} is not what it should be", "history"));
  }
  return history;
}

Manifest manifest_of(Json json, const std::string& path) {
  const auto schema = number_of(json, "schema", std::numeric_limits<int>::max());
  require_own_schema(static_cast<int>(schema), path);
  const std::string checksum = string_of(json, "checksum");
  json.erase("checksum");
  if (checksum != checksum_of(json)) fail(tr("its checksum is wrong"));

  Manifest manifest;
  manifest.number = number_of(json, "number");
  manifest.published = string_of(json, "published");
  manifest.versions =
      versions_of(member(json, "versions", [](const Json& value) { return value.is_object(); }));
  uint64_t docids_left = kMaxDocids;
  std::set<std::string> names, uuids;
  for (const Json& entry : array_of(json, "segments")) {
    const SegmentEntry& segment = manifest.segments.emplace_back(segment_of(entry, docids_left));
    docids_left -= segment.last_docid;
    if (!names.insert(segment.id).second || !uuids.insert(segment.uuid).second)
      fail(tr("segment {} is listed twice", segment.id));
  }
  const Json& surnames =
      member(json, "surnames", [](const Json& value) { return value.is_object() || value.is_null(); });
  if (!surnames.is_null()) manifest.surnames = file_of(surnames);
  const Json& stories =
      member(json, "stories", [](const Json& value) { return value.is_object() || value.is_null(); });
  if (!stories.is_null()) manifest.stories = file_of(stories);
  if (json.contains("history")) manifest.history = history_of(array_of(json, "history"), manifest.number);
  if (const auto sources = json.find("sources"); sources != json.end()) manifest.sources = file_of(*sources);
  return manifest;
}

std::string icu_version() {
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_getVersion(version);
  u_versionToString(version, text);
  return text;
}

}  // namespace

void DocidSet::insert(uint32_t first, uint32_t last) {
  if (last >= bits_.size()) bits_.resize(size_t{last} + 1);
  for (size_t docid = first; docid <= last; ++docid) {
    size_ += !bits_[docid];
    bits_[docid] = true;
  }
}

std::vector<std::pair<uint32_t, uint32_t>> DocidSet::ranges() const {
  std::vector<std::pair<uint32_t, uint32_t>> ranges;
  for (auto begin = std::find(bits_.begin(), bits_.end(), true); begin != bits_.end();) {
    const auto end = std::find(begin, bits_.end(), false);
    ranges.emplace_back(begin - bits_.begin(), end - bits_.begin() - 1);
    begin = std::find(end, bits_.end(), true);
  }
  return ranges;
}

BuildVersions BuildVersions::of_this_program() {
  return {kSchemaVersion,     DEPECHE_VERSION, Analyzer::version(),
          Stemmer::version(), icu_version(),   Xapian::version_string()};
}

void require_readable(const BuildVersions& written, const std::string& path) {
  require_own_schema(written.schema, path);
  const BuildVersions ours = BuildVersions::of_this_program();
  const auto require_same = [&](const std::string& what, const std::string& theirs, const std::string& own) {
    if (theirs != own)
      throw Error(ExitCode::kIndex, tr("{0}: the index was written with {1} {2}, this program has {3}: index "
                                       "the corpus again into an empty "
                                       "directory with this program's depeche-indexer",
                                       visible_text(path), what, visible_text(theirs), own));
  };
  require_same(tr("analyzer"), written.analyzer, ours.analyzer);
  require_same(tr("stemmer"), written.stemmer, ours.stemmer);
}

uint64_t Manifest::live_documents() const {
  uint64_t live = 0;
  for (const SegmentEntry& segment : segments) live += segment.documents - segment.superseded.size();
  return live;
}

std::string Manifest::published_at(uint64_t state) const {
  if (state == number) return published;
  const auto found =
      std::lower_bound(history.begin(), history.end(), state,
                       [](const PastState& past, uint64_t wanted) { return past.number < wanted; });
  return found != history.end() && found->number == state ? found->published : "";
}

void Manifest::advance() {
  if (number > 0) history.push_back({number, published});
  if (history.size() > kMaxHistory) history.erase(history.begin());
  ++number;
}

std::string to_json(const Manifest& manifest) {
  Json json = {{"schema", manifest.versions.schema},
               {"number", manifest.number},
               {"published", manifest.published},
               {"versions", versions_json(manifest.versions)},
               {"segments", Json::array()}};
  for (const SegmentEntry& segment : manifest.segments) json["segments"].push_back(segment_json(segment));
  json["surnames"] = manifest.surnames ? file_json(*manifest.surnames) : Json();
  json["stories"] = manifest.stories ? file_json(*manifest.stories) : Json();
  if (manifest.sources) json["sources"] = file_json(*manifest.sources);
  json["history"] = history_json(manifest.history);
  json["checksum"] = checksum_of(json);
  return to_document(json) + "\n";
}

Manifest manifest_from_json(const std::string& json, const std::string& path) {
  try {
    return manifest_of(parse(json), path);
  } catch (const Damage& damage) {
    throw Error(ExitCode::kIndex,
                tr("{0}: the manifest is damaged ({1}): index the corpus again into an empty directory",
                   visible_text(path), visible_text(damage.reason)));
  }
}

std::optional<uint64_t> read_current(const IndexLayout& layout) {
  const std::optional<std::string> text = read_file(layout.current(), kMaxCurrentBytes);
  if (!text) return std::nullopt;
  std::string name = *text;
  if (name.ends_with('\n')) name.pop_back();
  const uint64_t number = layout.manifest_number(name).value_or(0);
  if (number == 0)
    throw Error(ExitCode::kIndex, tr("{}: it should name a manifest, as in manifest-1.json, and does not",
                                     visible_text(layout.current().string())));
  return number;
}

uint64_t number_in_force(const IndexLayout& layout) {
  if (const std::optional<uint64_t> number = read_current(layout)) return *number;
  throw Error(ExitCode::kEnvironment, tr("no index at {0}: make one with depeche-indexer --index {0} FILES",
                                         visible_text(layout.root().string())));
}

std::optional<Manifest> find_manifest(const IndexLayout& layout, uint64_t number) {
  const std::string path = layout.manifest(number).string();
  const std::optional<std::string> json = read_file(path, kMaxManifestBytes);
  if (!json) return std::nullopt;
  Manifest manifest = manifest_from_json(*json, path);
  if (manifest.number != number)
    throw Error(ExitCode::kIndex,
                tr("{0}: this file holds manifest {1}", visible_text(path), manifest.number));
  return manifest;
}

Manifest read_manifest(const IndexLayout& layout, uint64_t number) {
  std::optional<Manifest> manifest = find_manifest(layout, number);
  if (manifest) return std::move(*manifest);
  throw Error(ExitCode::kIndex,
              tr("{}: missing, though CURRENT names it; index the corpus again into an empty directory",
                 visible_text(layout.manifest(number).string())));
}

}  // namespace depeche
