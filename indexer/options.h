#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/civil_date.h"
#include "corpus/corpus_options.h"
#include "indexer/annotate.h"
#include "indexer/dates_table.h"
#include "indexer/segment_merge.h"

namespace depeche {

/// When a run has rejected too much to be published: a corpus read wrongly must not replace one read well.
struct RejectLimit {
  double percent = 5;
  uint64_t from_records = 20;  // a smaller corpus is refused only when all of it is rejected

  bool exceeded(uint64_t seen, uint64_t rejected) const;
};

/// What becomes of articles whose source is gone.
struct PruneOptions {
  bool prune = false;       // they are removed
  double max_percent = 10;  // of the live articles: more stop the run
};

/// The command line of depeche-indexer, checked.
struct RunOptions {
  enum class Action { kIndex, kDryRun, kDates, kStatus, kCheck, kExportDump, kHelp, kVersion };

  Action action = Action::kIndex;
  CorpusOptions corpus;
  std::vector<std::string> mappings;  // as typed; corpus.map holds what they mean
  AnnotateOptions annotate;           // without the model of names: find_entity_model()
  std::string entity_model;           // "" = the installed one
  DatesOptions dates;                 // kDates
  bool reread = false;                // read all files, changed or not
  PruneOptions prune;
  std::string retry_rejects;    // rejects file whose records are read again; "" = none
  bool redate = false;          // place the uncertain articles of the index again
  std::filesystem::path index;  // of a dry run only if named
  bool json = false;            // kStatus, kCheck
  std::string output;           // kExportDump; "" = standard output
  bool check = true;            // the run ends with a check of the index
  unsigned threads = 1;
  size_t memory_bytes = size_t{512} << 20;  // that the run may take
  bool merge = false;                       // one segment of all
  KeepVersions keep_versions;
  RejectLimit max_rejects;
  std::string report;   // "" = none, "-" = standard output
  std::string rejects;  // "" = none
  bool quiet = false;
  bool progress = false;
  Day now{};  // the day of the run
};

/// Reads the command line. Throws Error (kUsage) with the remedy: for a misspelt option the nearest name.
/// --help and --version make every other option irrelevant.
RunOptions parse_options(int argc, const char* const argv[]);

/// The text of --help, with a line feed at its end.
std::string help_text();
/// The line of --version.
std::string version_text();

/// The options that decide what an article becomes, as people read them: "language=fr", "no-entities",
/// "reference-date=2019-03-01". In a fixed order; paths and output options are not among them.
std::vector<std::string> reading_options(const RunOptions& options);

}  // namespace depeche
