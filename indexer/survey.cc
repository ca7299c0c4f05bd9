#include "indexer/survey.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/stop.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

SourceStep step_of(const SurveyedFile& file, const SurveyRules& rules) {
  const Source* known = file.known;
  if (rules.reread || !known || known->digest.empty() || known->reading != rules.reading)
    return SourceStep::kRead;
  if (known->settled && known->state == file.state) return SourceStep::kLeave;
  const bool same_time =
      known->state.seconds == file.state.seconds && known->state.nanoseconds == file.state.nanoseconds;
  const bool comparable = known->state.size == file.state.size && (same_time || !rules.trust_mtime);
  return comparable ? SourceStep::kCompare : SourceStep::kRead;
}

/// Known files below a path that was named which the walk neither met nor was kept from meeting.
std::vector<const Source*> find_vanished(const std::vector<std::string>& named, const SourceList& known,
                                         const std::vector<SurveyedFile>& files) {
  std::unordered_set<std::string> met;
  for (const SurveyedFile& file : files) met.insert(file.path);
  const auto is_met = [&met](fs::path path) {
    for (; path.has_relative_path(); path = path.parent_path())
      if (met.contains(path.native())) return true;
    return false;
  };
  const std::unordered_set<std::string> scope(named.begin(), named.end());
  const auto in_scope = [&scope](fs::path path) {
    for (; path.has_relative_path(); path = path.parent_path())
      if (scope.contains(path.native())) return true;
    return scope.contains(path.native());
  };
  std::vector<const Source*> vanished;
  for (const Source& source : known)
    if (in_scope(source.path) && !is_met(source.path)) vanished.push_back(&source);
  return vanished;
}

/// The directories named in which there is no file.
std::vector<std::string> find_empty(const std::vector<std::string>& named,
                                    const std::vector<SurveyedFile>& files) {
  std::vector<std::string> paths;
  for (const SurveyedFile& file : files)
    if (file.found.kind == Found::kFile) paths.push_back(file.path);
  std::ranges::sort(paths);
  std::vector<std::string> empty;
  for (const std::string& path : named) {
    const std::string below = path.ends_with('/') ? path : path + '/';
    const auto first = std::ranges::lower_bound(paths, below);
    if ((first == paths.end() || !first->starts_with(below)) && !std::ranges::binary_search(paths, path))
      empty.push_back(path);
  }
  return empty;
}

/// Calls visit(file, record) for each record of the files known and not sure to be read.
template <typename Visit>
void for_each_unread(std::vector<SurveyedFile>& files, const Visit& visit) {
  for (SurveyedFile& file : files)
    if (file.known && (file.step == SourceStep::kLeave || file.step == SourceStep::kCompare))
      for (const SourceRecord& record : PackedRecords(file.known->records)) visit(file, record);
}

}  // namespace

std::string source_path(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  std::string normal = (error ? fs::path(path) : whole).lexically_normal().native();
  while (normal.size() > 1 && normal.ends_with('/')) normal.pop_back();
  return normal;
}

bool lies_in(const std::string& path, const std::string& directory) {
  return path.starts_with(directory) &&
         (path.size() == directory.size() || directory.ends_with('/') || path[directory.size()] == '/');
}

Survey survey(const CorpusOptions& corpus, const SourceList& known, const SurveyRules& rules) {
  Survey survey;
  const auto visit = [&](Found&& found) {
    SurveyedFile file;
    file.path = source_path(found.path);
    file.found = std::move(found);
    file.step = SourceStep::kPassOver;
    if (file.found.kind == Found::kFile) {
      file.known = find_source(known, file.path);
      const std::optional<SourceState> state = state_of(file.found.path);
      file.state = state.value_or(SourceState{});
      file.step = state ? step_of(file, rules) : SourceStep::kRead;
    }
    survey.files.push_back(std::move(file));
    return stop_signal() == 0;
  };
  discover(corpus.paths, visit, corpus.listed);
  throw_if_stopped();
  std::vector<std::string> named;
  for (const std::string& path : corpus.paths) named.push_back(source_path(path));
  survey.vanished = find_vanished(named, known, survey.files);
  survey.empty = find_empty(named, survey.files);
  return survey;
}

void read_restless(Survey& survey, const PublishedVersions& published) {
  std::unordered_set<Fingerprint, FingerprintHash> restless;
  for_each_unread(survey.files, [&](const SurveyedFile&, const SourceRecord& record) {
    if (!is_settled(record, published)) restless.insert(record.id);
  });
  if (restless.empty()) return;

  Ledger ledger;  // of what is left alone: who would stand if no other record came
  std::unordered_map<Fingerprint, SurveyedFile*, FingerprintHash> standing;
  for_each_unread(survey.files, [&](SurveyedFile& file, const SourceRecord& record) {
    if (!restless.contains(record.id) || file.step == SourceStep::kRead) return;
    if (file.step == SourceStep::kCompare) {
      if (!is_settled(record, published)) file.step = SourceStep::kRead;
      return;
    }
    const Ledger::Ruling ruling = ledger.claim(record.claim(file.found.path, Standing::kUnchanged));
    if (ruling.verdict != Ledger::Verdict::kYields)
      standing[record.id] = is_settled(record, published) ? nullptr : &file;
  });
  for (const auto& [id, file] : standing)
    if (file) file->step = SourceStep::kRead;
}

}  // namespace depeche
