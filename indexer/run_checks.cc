#include "indexer/run_checks.h"

#include "common/error.h"
#include "common/message.h"
#include "common/text/visible.h"
#include "corpus/discover.h"
#include "corpus/rejection_code.h"
#include "indexer/command_options.h"
#include "indexer/index_check.h"
#include "indexer/survey.h"

namespace depeche {
namespace {

/// Records that were read well, and are left out because their provider or the user wants it so.
uint64_t left_out_on_purpose(const RunReport& report) {
  return report.rejected_for(RejectionCode::kEmbargo) + report.rejected_for(RejectionCode::kLanguage) +
         report.rejected_for(RejectionCode::kWithdrawn);
}

}  // namespace

void require_paths_exist(const std::vector<std::string>& paths) {
  discover(paths, [](Found&&) { return false; });
}

void require_outputs_outside(const RunOptions& options) {
  for (const auto& [option, output] : {std::pair("report", options.report), {"rejects", options.rejects}}) {
    if (output.empty() || output == "-") continue;
    const std::string whole = source_path(output);
    for (const std::string& named : options.corpus.paths) {
      const std::string path = source_path(named);
      if (!lies_in(whole, path) || whole.find("/.", path.size()) != std::string::npos) continue;
      throw usage_error(
          tr("--{0} {1}: lies in what is to be indexed ({2}), and would be read as dispatches: "
             "name a place outside",
             option, visible_text(output), visible_text(named)));
    }
  }
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
      options.max_rejects.exceeded(records.seen, records.rejected - left_out_on_purpose(report)))
    throw Error(ExitCode::kTooManyRejects, tr_n("{0} of {1} records rejected: nothing was published; mend "
                                                "the input, or allow more by --max-rejects",
                                                "{0} of {1} records rejected: nothing was published; mend "
                                                "the input, or allow more by --max-rejects",
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
