#include "indexer/source_list.h"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/message.h"
#include "common/stored_bytes.h"
#include "common/text/visible.h"

namespace depeche {
namespace {

/// First of the file: another form of it has another number.
constexpr uint64_t kForm = 3;
constexpr unsigned kMaxMonth = 41, kMaxDay = 31, kMaxFigures = 2, kMaxYear = 9999, kMinutes = 24 * 60;

void write(ByteWriter& out, Fingerprint fingerprint) {
  out.fixed(fingerprint.high, sizeof fingerprint.high);
  out.fixed(fingerprint.low, sizeof fingerprint.low);
}

Fingerprint read_fingerprint(ByteReader& in) {
  const uint64_t high = in.fixed(sizeof high);
  return {high, in.fixed(sizeof high)};
}

void write(ByteWriter& out, const PartialDate& date) {
  out.number(static_cast<uint64_t>(date.year));
  out.number(date.month);
  out.number(date.day);
  out.number(date.unknown_figures);
}

PartialDate read_date(ByteReader& in) {
  PartialDate date;
  date.year = static_cast<int>(in.number(kMaxYear));
  date.month = static_cast<unsigned>(in.number(kMaxMonth));
  date.day = static_cast<unsigned>(in.number(kMaxDay));
  date.unknown_figures = static_cast<unsigned>(in.number(kMaxFigures));
  return date;
}

void write(ByteWriter& out, const SourceState& state) {
  out.number(state.size);
  out.fixed(std::bit_cast<uint64_t>(state.seconds), sizeof state.seconds);
  out.fixed(std::bit_cast<uint64_t>(state.nanoseconds), sizeof state.nanoseconds);
  out.number(state.inode);
}

SourceState read_state(ByteReader& in) {
  SourceState state;
  state.size = in.number();
  state.seconds = std::bit_cast<int64_t>(in.fixed(sizeof state.seconds));
  state.nanoseconds = std::bit_cast<int64_t>(in.fixed(sizeof state.nanoseconds));
  state.inode = in.number();
  return state;
}

void write(ByteWriter& out, const Source& source) {
  out.string(source.path);
  out.string(source.relative);
  out.string(source.id_path == source.relative ? "" : source.id_path);
  write(out, source.state);
  out.flag(source.settled);
  out.flag(source.vanished);
  out.string(source.digest);
  write(out, source.reading);
  out.string(source.records);
  out.string(source.rejections);
  out.array(source.held, [&out](Fingerprint id) { write(out, id); });
}

Source read_source(ByteReader& in) {
  Source source;
  source.path = in.string();
  source.relative = in.string();
  source.id_path = in.string();
  if (source.id_path.empty()) source.id_path = source.relative;
  source.state = read_state(in);
  source.settled = in.flag();
  source.vanished = in.flag();
  source.digest = in.string();
  source.reading = read_fingerprint(in);
  source.records = in.string();
  source.rejections = in.string();
  source.held = in.array([&in] { return read_fingerprint(in); });
  return source;
}

[[noreturn]] void fail_damaged_list(const std::string& path) {
  throw Error(ExitCode::kIndex, tr("{}: the list of source files is damaged or missing", visible_text(path)));
}

}  // namespace

SourceRecord SourceRecord::of(const Claim& claim) {
  return {claim.id,     claim.digest,   claim.published, claim.minute,
          claim.record, claim.revision, claim.updated,   claim.standing == Standing::kWithdrawn};
}

Claim SourceRecord::claim(std::string_view path, Standing standing) const {
  return {.id = id,
          .digest = digest,
          .published = published,
          .minute = minute,
          .path = path,
          .record = record,
          .standing = withdrawn ? Standing::kWithdrawn : standing,
          .revision = revision,
          .updated = updated};
}

std::optional<Day> SourceRecord::stated_day() const {
  return published.precision() == Precision::kDay ? published.first_day() : std::nullopt;
}

std::string pack(const std::vector<SourceRecord>& records) {
  ByteWriter out;
  for (const SourceRecord& record : records) {
    write(out, record.id);
    write(out, record.digest);
    write(out, record.published);
    out.number(record.minute ? *record.minute + 1U : 0U);
    out.number(record.record);
    out.number(record.revision);
    out.number(record.updated);
    out.flag(record.withdrawn);
  }
  return std::move(out.bytes());
}

PackedRecords::Iterator& PackedRecords::Iterator::operator++() {
  ended_ = rest_.at_end();
  if (ended_) return *this;
  record_.id = read_fingerprint(rest_);
  record_.digest = read_fingerprint(rest_);
  record_.published = read_date(rest_);
  const auto minute = rest_.number(kMinutes);
  record_.minute = minute == 0 ? std::nullopt : std::optional(static_cast<uint16_t>(minute - 1));
  record_.record = rest_.number();
  record_.revision = rest_.number();
  record_.updated = rest_.number();
  record_.withdrawn = rest_.flag();
  return *this;
}

std::vector<SourceRecord> PackedRecords::all() const {
  std::vector<SourceRecord> records;
  for (const SourceRecord& record : *this) records.push_back(record);
  return records;
}

std::string pack(const std::vector<Rejection>& rejections) {
  ByteWriter out;
  for (const Rejection& rejection : rejections) {
    out.number(rejection.origin.record);
    out.number(rejection.origin.offset);
    out.string(rejection.origin.path);
    out.string(rejection.origin.encoding);
    for (const std::string* text : {&rejection.id, &rejection.code, &rejection.message, &rejection.excerpt})
      out.string(*text);
  }
  return std::move(out.bytes());
}

std::vector<Rejection> unpack_rejections(std::string_view bytes) {
  std::vector<Rejection> rejections;
  for (ByteReader in(bytes); !in.at_end();) {
    Rejection& rejection = rejections.emplace_back();
    rejection.origin.record = in.number();
    rejection.origin.offset = in.number();
    rejection.origin.path = in.string();
    rejection.origin.encoding = in.string();
    for (std::string* text : {&rejection.id, &rejection.code, &rejection.message, &rejection.excerpt})
      *text = in.string();
  }
  return rejections;
}

Standing standing_of(const SourceRecord& record, const PublishedVersions& published) {
  if (record.withdrawn) return Standing::kWithdrawn;
  const PublishedVersions::Entry* held = published.find(record.id);
  if (!held || held->docid == 0) return Standing::kNew;
  return held->digest == record.digest ? Standing::kUnchanged : Standing::kChanged;
}

bool is_settled(const SourceRecord& record, const PublishedVersions& published) {
  if (!record.withdrawn) return standing_of(record, published) == Standing::kUnchanged;
  const PublishedVersions::Entry* held = published.find(record.id);
  return !held || held->docid == 0;
}

const Source* find_source(const SourceList& list, std::string_view path) {
  const auto found = std::ranges::lower_bound(list, path, {}, &Source::path);
  return found != list.end() && found->path == path ? &*found : nullptr;
}

std::string encode_sources(const SourceList& list) {
  ByteWriter out;
  out.number(kForm);
  out.array(list, [&out](const Source& source) { write(out, source); });
  return std::move(out.bytes());
}

SourceList decode_sources(std::string_view bytes) {
  ByteReader in(bytes);
  if (in.number() != kForm) fail_damaged(tr("number out of range"));
  SourceList list = in.array([&in] { return read_source(in); });
  const auto not_ascending = [](const Source& a, const Source& b) { return a.path >= b.path; };
  if (!in.at_end() || std::ranges::adjacent_find(list, not_ascending) != list.end())
    fail_damaged(tr("number out of range"));
  for (const Source& source : list) {
    for ([[maybe_unused]] const SourceRecord& record : PackedRecords(source.records)) continue;
    unpack_rejections(source.rejections);
  }
  return list;
}

SourceList read_sources(const IndexLayout& layout, const Manifest& manifest) {
  if (!manifest.sources) return {};
  const auto path = layout.root() / manifest.sources->name;
  std::optional<std::string> bytes;
  try {
    bytes = read_file(path, manifest.sources->size);
  } catch (const Error& error) {
    if (error.code() != ExitCode::kIndex) throw;
  }
  if (!bytes || fmt::format("{:016x}", hash64(*bytes)) != manifest.sources->checksum)
    fail_damaged_list(path.string());
  try {
    return decode_sources(*bytes);
  } catch (const Error&) {
    fail_damaged_list(path.string());
  }
}

}  // namespace depeche
