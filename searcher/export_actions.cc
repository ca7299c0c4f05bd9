#include "common/message.h"
#include "common/published_index.h"
#include "common/text/visible.h"
#include "searcher/actions.h"
#include "searcher/export/replay.h"
#include "searcher/export/write_export.h"
#include "searcher/outcome.h"

namespace depeche {

ExitCode export_articles(const SearcherOptions& options, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const ExportRequest& request = options.exported;
  const ExportOutcome outcome =
      write_export(index, options.index, options.query, search_options(options), request, out);
  tell_relaxation(outcome.relaxation);
  if (outcome.partial) return partial_answer(options);
  if (outcome.articles == 0) return nothing_found_for_query(options);
  if (request.form->needs_year && outcome.without_year > 0)
    tell(tr_n("{0} article states no year: GarganText puts it in 1973; leave it out with date:certaine",
              "{0} articles state no year: GarganText puts them in 1973; leave them out with date:certaine",
              outcome.without_year));
  if (!request.output.empty())
    tell(tr_n("{0} article written to {1}", "{0} articles written to {1}", outcome.articles,
              visible_text(request.output.string())));
  return ExitCode::kOk;
}

ExitCode replay(const SearcherOptions& options, std::ostream& out) {
  const ExportRecord record = read_export_record(options.exported.record);
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const ReplayAnswer answer = replay_export(index, options.index, record, options.search.time_limit);
  if (options.format == OutputFormat::kJson)
    out << to_document(replay_json(answer, record)) << '\n';
  else if (options.format == OutputFormat::kJsonl)
    out << to_line(replay_json(answer, record)) << '\n';
  else if (!answer.partial)
    print_replay(answer, record, out);
  if (answer.partial) return partial_answer(options);
  return answer.same() ? ExitCode::kOk : ExitCode::kNothingFound;
}

}  // namespace depeche
