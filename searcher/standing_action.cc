#include <string>
#include <vector>

#include "common/article_json.h"
#include "common/message.h"
#include "common/published_index.h"
#include "common/text/visible.h"
#include "searcher/actions.h"
#include "searcher/outcome.h"
#include "searcher/standing/digest.h"
#include "searcher/view/digest_view.h"

namespace depeche {
namespace {

/// Prints the digests of one run, query by query, so that only one is in memory.
class DigestPrinter {
 public:
  DigestPrinter(const DigestPeriod& period, OutputFormat format, const Terminal& terminal, std::ostream& out)
      : period_(period), format_(format), terminal_(terminal), out_(out) {
    if (format_ == OutputFormat::kText) print_period(period_, terminal_, out_);
    if (format_ == OutputFormat::kText) out_ << '\n';
  }

  void add(const StandingQuery& standing, const QueryDigest& digest) {
    if (format_ == OutputFormat::kJson) {
      queries_.push_back(digest_json(standing, digest));
    } else if (format_ == OutputFormat::kJsonl) {
      for (const Json& item : digest_items(period_, standing, digest)) out_ << to_line(item) << '\n';
    } else if (digest.articles() == 0 && !digest.partial) {
      quiet_.push_back(digest_title(standing, digest));
    } else if (format_ == OutputFormat::kMbox) {
      out_ << digest_mail(period_, standing, digest, terminal_.width);
    } else {
      print_digest(standing, digest, terminal_, out_);
    }
  }

  /// What stands behind all queries.
  void end() {
    if (format_ == OutputFormat::kText)
      for (const std::string& title : quiet_) out_ << title << '\n';
    if (format_ != OutputFormat::kJson) return;
    Json json;
    json["schema"] = kJsonSchema;
    json["since"] = period_.since;
    json["state"] = period_.state;
    json["published"] = or_null(period_.published);
    json["queries"] = std::move(queries_);
    out_ << to_document(json) << '\n';
  }

 private:
  DigestPeriod period_;
  OutputFormat format_;
  Terminal terminal_;
  std::ostream& out_;
  std::vector<std::string> quiet_;  // titles of queries with nothing new
  Json queries_ = Json::array();
};

}  // namespace

ExitCode print_news(const SearcherOptions& options, const Terminal& terminal, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const DigestPeriod period = period_of(index.manifest, options.since_run.state(index.manifest));
  DigestPrinter printer(period, options.format, terminal, out);
  bool any = false, partial = false;
  for (const StandingQuery& standing : options.standing) {
    const QueryDigest digest = make_digest(index, standing, period.since, search_options(options));
    printer.add(standing, digest);
    any = any || digest.articles() > 0;
    partial = partial || digest.partial;
  }
  printer.end();
  if (partial) return partial_answer(options);
  // What a reader has not taken, or a full disk, is told again by the next digest.
  if (!out.flush()) return ExitCode::kOk;
  options.since_run.reached(index.manifest);
  if (options.since_run.first())
    tell(
        tr("{0} was not there: nothing counts as new yet; it now remembers state {1}. For what the index "
           "holds already, write --since-run 0 or last",
           visible_text(options.since_run.file().string()), period.state));
  return any ? ExitCode::kOk : ExitCode::kNothingFound;
}

}  // namespace depeche
