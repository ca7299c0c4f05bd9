#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/reader.h"
#include "indexer/console.h"
#include "indexer/survey.h"

namespace depeche {

/// The list for the next run.
struct NextSources {
  SourceList list;
  bool differs = false;  // from the one before, in what the next run would make of it
};

/// The source files of one run: reads those that must be read, and keeps what was found in each for the run
/// after it. read() may go on in one thread while note() is called in another; the rest is for one thread.
/// Memory: some 50 bytes per record of all files known.
class Sources {
 public:
  /// `known` comes from the state in force, which holds `published`. Keeps references to `corpus` and
  /// `published`; both must outlive it.
  Sources(const CorpusOptions& corpus, SourceList known, SurveyRules rules,
          const PublishedVersions& published);

  /// Walks the paths named. Call this or look_at(), before read().
  void look_around();
  /// Only these files are to be read.
  void look_at(std::vector<SurveyedFile>&& files);
  const Survey& survey() const { return survey_; }
  /// Of the files that no run before knew, bytes.
  uint64_t new_bytes() const;
  const SourceList& known() const { return known_; }

  /// Reads, in order; hands on what was rejected of files that need not be read.
  FileCounts read(const CorpusSink& sink);
  /// Files and bytes that read() has behind it, and those it has to read. Thread-safe.
  Progress progress() const;

  /// What became of a record that was read, in the order of the records.
  void note(const Claim& claim);
  void note(const Rejection& rejection);
  /// Behind the last note().
  void end_note();

  /// Calls visit(path as reported, record) for each record of the files that are left without opening them;
  /// `recognised`: of those that are known by their content, once read() has ended.
  using VisitRecord = std::function<void(const std::string&, const SourceRecord&)>;
  void for_each_unread(bool recognised, const VisitRecord& visit) const;
  /// Calls visit(path as reported) for each file that was read.
  void for_each_read(const std::function<void(const std::string&)>& visit) const;
  /// Files that vanished, those aside that stand under another name; once read() has ended.
  uint64_t count_gone() const;
  /// Ids of the records of known files of which the run saw nothing, and which are not known to be gone.
  std::unordered_set<Fingerprint, FingerprintHash> ids_elsewhere() const;
  /// The list for the next run; `prune`: without the files that are gone. Call once, last.
  NextSources next(bool prune);

 private:
  struct Result {
    FileOutcome outcome;
    const Source* before = nullptr;   // the file as it was known, perhaps under another name
    std::string id_path;              // of the records that were read
    std::string records, rejections;  // packed: what was noted
    bool again = false;  // to be read by the next run: an embargo, or more rejections than are kept
  };

  FileOutcome read_file(CorpusReader& reader, size_t number);
  Recognition recognise(const SurveyedFile& file, const std::string& digest, Result& result);
  const Source* renamed_from(const SurveyedFile& file, const std::string& digest);
  bool all_live(const Source& source) const;
  std::string id_path_of(const SurveyedFile& file) const;
  void note_at(const std::string& path);
  std::vector<Fingerprint> held_by(const Result& result) const;
  Source merged(Source&& source, const SurveyedFile& file, const Result& result) const;
  Source source_of(size_t number);

  const CorpusOptions& corpus_;
  SourceList known_;
  const SurveyRules rules_;
  const PublishedVersions& published_;
  const RelativePath relative_;
  Survey survey_;
  std::vector<Result> results_;                            // as survey_.files
  std::unordered_multimap<uint64_t, const Source*> gone_;  // by size: what may have been renamed
  std::unordered_set<std::string> borrowed_;               // id paths of files that were renamed
  std::unordered_set<const Source*> moved_;                // found under another name by this run

  size_t noting_ = 0;  // the file whose records are noted
  std::string noting_path_;
  std::vector<SourceRecord> records_;
  std::vector<Rejection> rejections_;

  std::atomic<uint64_t> files_{0}, bytes_{0};
  uint64_t all_files_ = 0, all_bytes_ = 0;
};

}  // namespace depeche
