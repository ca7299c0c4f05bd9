#include "indexer/batch_job.h"

#include <chrono>
#include <cstdio>
#include <optional>

#include "common/failure.h"
#include "common/message.h"
#include "indexer/console.h"
#include "indexer/entities/model/name_model.h"
#include "indexer/entity_model.h"
#include "indexer/output_file.h"
#include "indexer/report.h"
#include "indexer/run.h"
#include "indexer/run_checks.h"

namespace depeche {
namespace {

/// What was published stands even if the report cannot be written: a warning, not a failure.
void write_report(const RunReport& report, OutputFile& file, Console& console) {
  try {
    file.truncate();
    file.write(to_json(report));
    file.sync();
  } catch (const Error& error) {
    console.warn(error.what());
  }
}

}  // namespace

ExitCode batch_job(const RunOptions& options) {
  require_outputs_outside(options);
  std::optional<OutputFile> report_file;
  if (!options.report.empty()) report_file.emplace(options.report);
  Console console(options.quiet, options.progress);
  const Stopwatch watch;
  RunReport report;
  if (const auto& model = options.annotate.entity_model)
    report.entity_model = model->checksum();
  else if (options.annotate.entities)
    console.warn(no_entity_model_warning());
  report.started = to_utc(std::chrono::system_clock::now());
  const auto close_report = [&](ExitCode code) {
    report.finished = to_utc(std::chrono::system_clock::now());
    report.timings.total = watch.seconds();
    report.exit_code = static_cast<int>(code);
    if (report_file) write_report(report, *report_file, console);
  };
  try {
    const ExitCode code = run(options, console, report) ? ExitCode::kRejects : ExitCode::kOk;
    close_report(code);
    console.clear();
    FILE* const out = options.report == "-" ? stderr : stdout;
    if (!options.quiet) {
      for (const RetriedReject& reject : report.retried) std::fprintf(out, "%s\n", to_text(reject).c_str());
      std::fputs(to_summary(report).c_str(), out);
    }
    return code;
  } catch (...) {
    close_report(current_failure().code);
    throw;
  }
}

}  // namespace depeche
