#include "indexer/sources.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <utility>

#include <sys/stat.h>

#include "corpus/rejection_code.h"

namespace depeche {
namespace {

/// Of a file, that are kept for the runs behind: one that is full of them must not fill memory. It is read
/// again each time.
constexpr size_t kMaxRejections = 10'000;
bool is_gone(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

/// Whether the next run would do the same with both. A modification time that has become old enough to be
/// relied on is no news.
bool same_work(Source a, const Source& b) {
  a.settled = b.settled;
  return a == b;
}

const Origin& origin_of(const CorpusItem& item) {
  return std::visit([](const auto& entry) -> const Origin& { return entry.origin; }, item);
}

}  // namespace

Sources::Sources(const CorpusOptions& corpus, SourceList known, SurveyRules rules,
                 const PublishedVersions& published)
    : corpus_(corpus),
      known_(std::move(known)),
      rules_(rules),
      published_(published),
      relative_(corpus.root, corpus.paths) {
  for (const Source& source : known_)
    if (!source.vanished && source.id_path != source.relative) borrowed_.insert(source.id_path);
}

void Sources::look_around() {
  survey_ = depeche::survey(corpus_, known_, rules_);
  read_restless(survey_, published_);
  std::unordered_set<uint64_t> new_sizes;
  for (const SurveyedFile& file : survey_.files) {
    if (file.step == SourceStep::kCompare || file.step == SourceStep::kRead) {
      ++all_files_;
      all_bytes_ += file.state.size;
    }
    if (!file.known && file.state.size > 0) new_sizes.insert(file.state.size);
  }
  const std::unordered_set<const Source*> vanished(survey_.vanished.begin(), survey_.vanished.end());
  for (const Source& source : known_)
    if (new_sizes.contains(source.state.size) && (vanished.contains(&source) || is_gone(source.path)))
      gone_.emplace(source.state.size, &source);
  results_.resize(survey_.files.size());
}

void Sources::look_at(std::vector<SurveyedFile>&& files) {
  survey_.files = std::move(files);
  for (const SurveyedFile& file : survey_.files) {
    ++all_files_;
    all_bytes_ += file.state.size;
  }
  results_.resize(survey_.files.size());
}

uint64_t Sources::new_bytes() const {
  uint64_t bytes = 0;
  for (const SurveyedFile& file : survey_.files)
    if (file.step == SourceStep::kRead && !file.known) bytes += file.state.size;
  return bytes;
}

FileCounts Sources::read(const CorpusSink& sink) {
  uint64_t behind = 0;
  const std::vector<uint64_t>* wanted = nullptr;
  uint64_t size = 0;
  bool passed = false;  // all that was wanted of a file
  const CorpusSink counting = [&](CorpusItem&& item) {
    const uint64_t offset = origin_of(item).offset;
    bytes_ = behind + std::min(offset, size);  // in an archive it counts unpacked bytes
    if (wanted->empty() || std::ranges::binary_search(*wanted, offset)) return sink(std::move(item));
    passed = offset > wanted->back();
    return !passed;
  };
  CorpusReader reader(corpus_, counting);
  const auto hand_on_rejections = [&](const SurveyedFile& file, const Source& source) {
    std::vector<Rejection> rejections = unpack_rejections(source.rejections);
    return std::ranges::all_of(rejections, [&](Rejection& rejection) {
      rejection.origin.path.insert(0, utf8_path(file.found.path));
      return sink(std::move(rejection));
    });
  };
  for (size_t i = 0; i < survey_.files.size(); ++i) {
    const SurveyedFile& file = survey_.files[i];
    bool more = true;
    wanted = &file.offsets;
    size = file.state.size;
    passed = false;
    if (file.step == SourceStep::kPassOver) {
      more = reader.pass_over(file.found);
    } else if (file.step == SourceStep::kLeave) {
      reader.count_unchanged();
      more = hand_on_rejections(file, *file.known);
    } else {
      more = read_file(reader, i).more || passed;
      if (more && results_[i].outcome.kind == FileOutcome::kKnown)
        more = hand_on_rejections(file, *results_[i].before);
      bytes_ = behind += file.state.size;
      ++files_;
    }
    if (!more) break;
  }
  return reader.counts();
}

FileOutcome Sources::read_file(CorpusReader& reader, size_t number) {
  const SurveyedFile& file = survey_.files[number];
  Result& result = results_[number];
  result.before = file.known;
  result.id_path = id_path_of(file);
  FileRequest request{file.found.path, result.id_path, {}};
  const bool may_be_renamed = !file.known && gone_.contains(file.state.size);
  if (file.step == SourceStep::kCompare || may_be_renamed)
    request.recognise = [&](const std::string& digest) { return recognise(file, digest, result); };
  return result.outcome = reader.read(request);
}

Recognition Sources::recognise(const SurveyedFile& file, const std::string& digest, Result& result) {
  if (file.known) return {file.known->digest == digest, result.id_path};
  if (const Source* source = renamed_from(file, digest)) {
    moved_.insert(source);
    result.before = source;
    result.id_path = source->id_path;
    const bool same_time = source->state.seconds == file.state.seconds;
    return {!rules_.reread && source->reading == rules_.reading && (same_time || !rules_.trust_mtime) &&
                all_live(*source),
            source->id_path};
  }
  return {false, result.id_path};
}

/// Of several, that with the same inode, else the first.
const Source* Sources::renamed_from(const SurveyedFile& file, const std::string& digest) {
  const Source* found = nullptr;
  const auto [begin, end] = gone_.equal_range(file.state.size);
  for (auto it = begin; it != end; ++it) {
    const Source* source = it->second;
    if (source->digest != digest || moved_.contains(source)) continue;
    if (source->state.inode == file.state.inode) return source;
    if (!found || source->path < found->path) found = source;
  }
  return found;
}

bool Sources::all_live(const Source& source) const {
  for (const SourceRecord& record : PackedRecords(source.records))
    if (!is_settled(record, published_)) return false;
  return true;
}

/// A known file keeps what its ids are made of, unless the user names another root. A new file must not take
/// over the ids of one that was renamed away from its path.
std::string Sources::id_path_of(const SurveyedFile& file) const {
  std::string relative = relative_.of(file.found.path);
  if (file.known && (corpus_.root.empty() || relative == file.known->relative)) return file.known->id_path;
  std::string id_path = relative;
  for (int i = 2; borrowed_.contains(id_path); ++i) id_path = relative + '\n' + std::to_string(i);
  return id_path;
}

Progress Sources::progress() const {
  return {.files = files_, .bytes = bytes_, .all_files = all_files_, .all_bytes = all_bytes_};
}

void Sources::note(const Claim& claim) {
  note_at(std::string(claim.path));
  constexpr size_t kUnpacked = 4096;  // packed, a record takes half the room
  records_.push_back(SourceRecord::of(claim));
  if (records_.size() >= kUnpacked) end_note();
}

void Sources::note(const Rejection& rejection) {
  if (rejection.whole_file) return;
  note_at(rejection.origin.path);
  const bool kept = rejections_.size() < kMaxRejections;
  const bool embargo = rejection.code == rejection_spec(RejectionCode::kEmbargo).code;
  if (kept) {
    rejections_.push_back(rejection);
    rejections_.back().origin.path.erase(0, noting_path_.size());
  }
  if ((!kept || embargo) && noting_ < results_.size()) results_[noting_].again = true;
}

/// Records come file by file, in the order of the walk; the path of an archive's member begins with that of
/// the archive.
void Sources::note_at(const std::string& path) {
  const auto holds = [&](const std::string& file) {
    return path.starts_with(file) && (path.size() == file.size() || path[file.size()] == '/');
  };
  if (!noting_path_.empty() && holds(noting_path_)) return;
  end_note();
  while (noting_ < survey_.files.size() && !holds(utf8_path(survey_.files[noting_].found.path))) ++noting_;
  noting_path_ = noting_ < survey_.files.size() ? utf8_path(survey_.files[noting_].found.path) : path;
}

void Sources::end_note() {
  if (noting_ < results_.size()) {
    results_[noting_].records += pack(records_);
    results_[noting_].rejections += pack(rejections_);
  }
  records_.clear();
  rejections_.clear();
}

void Sources::for_each_unread(bool recognised, const VisitRecord& visit) const {
  for (size_t i = 0; i < survey_.files.size(); ++i) {
    const SurveyedFile& file = survey_.files[i];
    const bool left = file.step == SourceStep::kLeave;
    const bool known = results_[i].outcome.kind == FileOutcome::kKnown;
    if (recognised ? !known : !left) continue;
    const Source& source = left ? *file.known : *results_[i].before;
    const std::string path = utf8_path(file.found.path);
    for (const SourceRecord& record : PackedRecords(source.records)) visit(path, record);
  }
}

void Sources::for_each_read(const std::function<void(const std::string&)>& visit) const {
  for (size_t i = 0; i < survey_.files.size(); ++i)
    if (results_[i].outcome.kind == FileOutcome::kRead) visit(utf8_path(survey_.files[i].found.path));
}

uint64_t Sources::count_gone() const {
  return static_cast<uint64_t>(std::ranges::count_if(
      survey_.vanished, [&](const Source* source) { return !moved_.contains(source); }));
}

std::unordered_set<Fingerprint, FingerprintHash> Sources::ids_elsewhere() const {
  std::unordered_set<const Source*> decided(survey_.vanished.begin(), survey_.vanished.end());
  decided.insert(moved_.begin(), moved_.end());
  for (size_t i = 0; i < survey_.files.size(); ++i) {
    const SurveyedFile& file = survey_.files[i];
    const bool failed = file.step != SourceStep::kLeave && results_[i].outcome.kind == FileOutcome::kFailed;
    if (file.known && !failed) decided.insert(file.known);
  }
  std::unordered_set<Fingerprint, FingerprintHash> ids;
  const auto add = [&ids](const std::vector<Fingerprint>& held) { ids.insert(held.begin(), held.end()); };
  for (const Source& source : known_) {
    if (source.vanished || decided.contains(&source)) continue;
    add(source.held);
    for (const SourceRecord& record : PackedRecords(source.records)) ids.insert(record.id);
  }
  for (size_t i = 0; i < survey_.files.size(); ++i) {
    const SurveyedFile& file = survey_.files[i];
    if (file.step == SourceStep::kLeave)
      add(file.known->held);
    else if (results_[i].outcome.kind == FileOutcome::kKnown)
      add(results_[i].before->held);
    else
      add(held_by(results_[i]));
  }
  return ids;
}

/// A record that is rejected now may be one that the file had before.
std::vector<Fingerprint> Sources::held_by(const Result& result) const {
  std::vector<Fingerprint> held;
  if (!result.before || result.rejections.empty()) return held;
  held = result.before->held;
  for (const SourceRecord& record : PackedRecords(result.before->records)) held.push_back(record.id);
  std::ranges::sort(held);
  held.erase(std::ranges::unique(held).begin(), held.end());
  std::unordered_set<Fingerprint, FingerprintHash> found;
  for (const SourceRecord& record : PackedRecords(result.records)) found.insert(record.id);
  std::erase_if(held, [&found](Fingerprint id) { return found.contains(id); });
  return held;
}

NextSources Sources::next(bool prune) {
  std::unordered_set<const Source*> gone(survey_.vanished.begin(), survey_.vanished.end());
  std::unordered_set<const Source*> replaced = moved_;
  NextSources next;
  for (size_t i = 0; i < survey_.files.size(); ++i) {
    const Source* known = survey_.files[i].known;
    if (survey_.files[i].step == SourceStep::kPassOver) continue;
    next.list.push_back(source_of(i));
    next.differs = next.differs || !known || !same_work(next.list.back(), *known);
    if (known) replaced.insert(known);
  }
  for (Source& source : known_) {
    if (replaced.contains(&source)) continue;
    const bool vanished = gone.contains(&source);
    next.differs = next.differs || (vanished && (prune || !source.vanished));
    if (prune && vanished) continue;
    source.vanished = source.vanished || vanished;
    next.list.push_back(std::move(source));
  }
  std::ranges::sort(next.list, {}, &Source::path);
  return next;
}

/// What the source is where only the records at some offsets were read again.
Source Sources::merged(Source&& source, const SurveyedFile& file, const Result& result) const {
  if (!result.before) source.id_path = result.id_path;
  std::vector<SourceRecord> records = PackedRecords(result.records).all();
  std::vector<Rejection> rejections = unpack_rejections(result.rejections);
  std::unordered_set<uint64_t> read;
  for (const SourceRecord& record : records) read.insert(record.record);
  for (const SourceRecord& record : PackedRecords(source.records))
    if (!read.contains(record.record)) records.push_back(record);
  for (Rejection& rejection : unpack_rejections(source.rejections))
    if (!std::ranges::binary_search(file.offsets, rejection.origin.offset))
      rejections.push_back(std::move(rejection));
  std::ranges::sort(records, {}, &SourceRecord::record);
  std::ranges::sort(rejections, {}, [](const Rejection& rejection) { return rejection.origin.record; });
  source.records = pack(records);
  source.rejections = pack(rejections);
  return std::move(source);
}

/// The source that the next run is to know of a file of the walk.
Source Sources::source_of(size_t number) {
  const SurveyedFile& file = survey_.files[number];
  Result& result = results_[number];
  const bool left = file.step == SourceStep::kLeave;
  const Source* before = left ? file.known : result.before;
  Source source;
  if (before) source = *before;
  source.vanished = false;
  source.path = file.path;
  if (left) return source;
  if (!before || before != file.known) source.relative = relative_.of(file.found.path);
  if (result.outcome.kind == FileOutcome::kFailed) {
    if (!before) source.id_path = result.id_path;
    return source;
  }
  if (!file.offsets.empty()) return merged(std::move(source), file, result);
  source.state = result.outcome.state;
  source.settled = result.outcome.settled;
  if (result.outcome.kind == FileOutcome::kKnown) return source;
  source.held = held_by(result);
  source.id_path = result.id_path;
  source.digest = result.again ? "" : result.outcome.digest;
  source.reading = rules_.reading;
  source.records = std::move(result.records);
  source.rejections = std::move(result.rejections);
  return source;
}

}  // namespace depeche
