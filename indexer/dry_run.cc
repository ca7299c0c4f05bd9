#include "indexer/dry_run.h"

#include <cerrno>
#include <cstdio>
#include <limits>
#include <memory>
#include <utility>
#include <variant>

#include "common/article_json.h"
#include "common/json.h"
#include "common/message.h"
#include "indexer/annotate.h"
#include "indexer/console.h"
#include "indexer/corpus_feed.h"
#include "indexer/pipeline.h"
#include "indexer/rejects.h"
#include "indexer/stop.h"

namespace depeche {
namespace {

using Line = std::variant<std::string, Rejection>;

Line to_line_of(Annotator& annotator, CorpusItem&& item) {
  if (Rejection* rejection = std::get_if<Rejection>(&item)) return std::move(*rejection);
  std::variant<Article, Rejection> understood = annotator.read(std::get<Record>(item));
  if (Rejection* rejection = std::get_if<Rejection>(&understood)) return std::move(*rejection);
  Article& article = std::get<Article>(understood);
  annotator.annotate(article);
  return to_line(to_json(article)) + '\n';
}

/// False where nobody reads any more.
bool print(const std::string& line) {
  if (std::fwrite(line.data(), 1, line.size(), stdout) == line.size()) return true;
  if (errno == EPIPE) return false;
  throw system_error(tr("cannot write"), tr("standard output"), errno);
}

}  // namespace

ExitCode dry_run(const RunOptions& options) {
  Console console(options.quiet, options.progress);
  Rejects rejects(options.rejects, std::numeric_limits<uint64_t>::max(), console);
  CorpusFeed feed(options.corpus);
  Pipeline<CorpusItem, Line> pipeline({.threads = options.threads});
  bool open = true;
  pipeline.run([&](const auto& push) { feed.read(push); },
               [&] {
                 auto annotator = std::make_shared<Annotator>(options.corpus, options.annotate);
                 return [annotator](CorpusItem&& item) { return to_line_of(*annotator, std::move(item)); };
               },
               [&](Line&& line) {
                 console.show(feed.progress());
                 if (const Rejection* rejection = std::get_if<Rejection>(&line))
                   rejects.add(*rejection);
                 else
                   open = print(std::get<std::string>(line));
                 return open;
               });
  if (open && std::fflush(stdout) != 0 && errno != EPIPE)
    throw system_error(tr("cannot write"), tr("standard output"), errno);
  rejects.finish();
  throw_if_stopped();
  return rejects.count() == 0 ? ExitCode::kOk : ExitCode::kRejects;
}

}  // namespace depeche
