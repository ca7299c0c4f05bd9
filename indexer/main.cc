#include <cstdio>
#include <string>

#include "common/failure.h"
#include "common/message.h"
#include "indexer/batch_job.h"
#include "indexer/check_report.h"
#include "indexer/dates_table.h"
#include "indexer/dry_run.h"
#include "indexer/entity_model.h"
#include "indexer/index_dump.h"
#include "indexer/index_status.h"
#include "indexer/options.h"
#include "indexer/stop.h"

namespace depeche {
namespace {

ExitCode print(const std::string& text) {
  std::fputs(text.c_str(), stdout);
  return ExitCode::kOk;
}

ExitCode act(RunOptions&& options) {
  using Action = RunOptions::Action;
  if (options.annotate.entities && (options.action == Action::kIndex || options.action == Action::kDryRun))
    options.annotate.entity_model = find_entity_model(options.entity_model);

  switch (options.action) {
    case RunOptions::Action::kHelp:
      return print(help_text());
    case RunOptions::Action::kVersion:
      return print(version_text());
    case RunOptions::Action::kDryRun:
      return dry_run(options);
    case RunOptions::Action::kDates:
      return print_dates(options.dates);
    case RunOptions::Action::kStatus:
      return print_status(options.index, options.json);
    case RunOptions::Action::kCheck:
      return print_check(options.index, options.json);
    case RunOptions::Action::kExportDump:
      return export_dump(options.index, options.output);
    case RunOptions::Action::kIndex:
      break;
  }
  return batch_job(options);
}

ExitCode fail(const Failure& failure) {
  std::fprintf(stderr, "depeche-indexer: %s\n", failure.message.c_str());
  return failure.code;
}

}  // namespace
}  // namespace depeche

int main(int argc, char* argv[]) {
  depeche::start_messages(argv[0]);
  depeche::prepare_process();
  try {
    return static_cast<int>(depeche::act(depeche::parse_options(argc, argv)));
  } catch (...) {
    return static_cast<int>(depeche::fail(depeche::current_failure()));
  }
}
