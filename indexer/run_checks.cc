#include "indexer/run_checks.h"

#include "common/error.h"
#include "common/message.h"
#include "corpus/discover.h"
#include "indexer/index_check.h"

namespace depeche {

void require_paths_exist(const std::vector<std::string>& paths) {
  discover(paths, [](Found&&) { return false; });
}

void require_publishable(const RunOptions& options, const RunReport& report, Console& console) {
  const RecordCounts& records = report.records;
  const FileCounts& files = report.files;
  if (!report.balanced())
    throw Error(ExitCode::kInternal, tr("the counts do not add up ({} records seen, {} files seen): nothing "
                                        "was published; please report it",
                                        records.seen, files.seen));
  const bool retry = !options.retry_rejects.empty();  // what is rejected again is no surprise
  if (!retry && files.read == 0 && files.failed > 0 && records.seen == 0)
    throw Error(ExitCode::kEnvironment,
                tr_n("the one file there is could not be read: nothing was published",
                     "none of the {} files could be read: nothing was published", files.failed));
  if ((!retry || options.max_rejects.from_records == 0) &&
      options.max_rejects.exceeded(records.seen, records.rejected))
    throw Error(
        ExitCode::kTooManyRejects,
        tr("{} of {} records rejected: nothing was published; mend the input, or allow more by --max-rejects",
           records.rejected, records.seen));
  if (records.contested_ids > kMaxWarnings)
    console.warn(tr_n("{} id has records of differing content in all",
                      "{} ids have records of differing content in all", records.contested_ids));
  if (records.seen == 0 && !retry && !options.corpus.paths.empty())
    console.warn(tr("no record in what was named: nothing to index"));
}

void require_as_many(uint64_t documents, const RunReport& report) {
  const uint64_t articles = report.records.indexed + report.records.updated + report.dates.redated;
  if (documents == articles) return;
  throw Error(ExitCode::kInternal,
              tr("{} documents were made of {} articles: nothing was published; please report it", documents,
                 articles));
}

void check_index(const RunOptions& options, const IndexLayout& layout, const Manifest& manifest,
                 Console& console, RunReport& report) {
  if (!options.check || manifest.number == 0) return;
  console.announce(tr("checking the index"));
  report.check = check_state(layout, manifest);
  require_whole(*report.check);
}

}  // namespace depeche
