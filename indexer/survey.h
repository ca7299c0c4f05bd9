#pragma once

#include <string>
#include <vector>

#include "corpus/corpus_options.h"
#include "corpus/discover.h"
#include "corpus/source_file.h"
#include "indexer/fingerprint.h"
#include "indexer/published_versions.h"
#include "indexer/source_list.h"

namespace depeche {

/// What a run does with an entry of the walk.
enum class SourceStep : uint8_t {
  kPassOver,  // no file to read
  kLeave,     // known by path, size, modification time and inode, and read the same way: not opened
  kCompare,   // perhaps known by content: its digest decides
  kRead,
};

/// An entry of the walk, and what is known of it.
struct SurveyedFile {
  Found found;
  std::string path;  // absolute: as in Source
  SourceState state;
  const Source* known = nullptr;  // the source of that path
  SourceStep step = SourceStep::kRead;
  std::vector<uint64_t> offsets;  // where not empty: only the records that begin there, ascending
};

/// What decides that a known file need not be read.
struct SurveyRules {
  Fingerprint reading;       // of this run: reading_fingerprint()
  bool reread = false;       // --reread: nothing is left, nothing is compared
  bool trust_mtime = false;  // the modification time is a part of the content
};

/// The walk of a run, and the known files that it did not meet.
struct Survey {
  std::vector<SurveyedFile> files;      // in the order of the walk
  std::vector<const Source*> vanished;  // below the paths named, and gone: known for sure
  /// Absolute paths among those named that hold no file.
  std::vector<std::string> empty;
};

/// Walks corpus.paths and compares with what is known; opens nothing. What stands below a directory that
/// could not be read is not vanished. Keeps pointers into `known`. Throws as discover(), and where a signal
/// asks to stop.
Survey survey(const CorpusOptions& corpus, const SourceList& known, const SurveyRules& rules);

/// Has files read that are left, or compared, though a record of theirs may have to stand where the index
/// holds another: it lost its id to a record that this run may find changed or gone.
void read_restless(Survey& survey, const PublishedVersions& published);

/// The path as the key of a source.
std::string source_path(const std::string& path);
/// Whether one such path is the other, or lies below it.
bool lies_in(const std::string& path, const std::string& directory);

}  // namespace depeche
