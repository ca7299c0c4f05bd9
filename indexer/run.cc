#include "indexer/run.h"

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "common/error.h"
#include "common/failure.h"
#include "common/index_layout.h"
#include "common/manifest.h"
#include "common/message.h"
#include "common/published_index.h"
#include "common/text/visible.h"
#include "indexer/analyse.h"
#include "indexer/corpus_feed.h"
#include "indexer/disk_space.h"
#include "indexer/known_sources.h"
#include "indexer/ledger.h"
#include "indexer/pipeline.h"
#include "indexer/prune.h"
#include "indexer/publication.h"
#include "indexer/publish.h"
#include "indexer/published_versions.h"
#include "indexer/reading.h"
#include "indexer/rejects.h"
#include "indexer/retry.h"
#include "indexer/run_checks.h"
#include "indexer/run_lock.h"
#include "indexer/sources.h"
#include "indexer/stop.h"
#include "indexer/uncertain_articles.h"
#include "indexer/waiting_articles.h"

namespace depeche {
namespace {

/// An index is larger than its text by three at least (statutes in JSON lines: 3.2, short dispatches: 9.6);
/// what there is less room for cannot end well.
constexpr uint64_t kIndexBytesPerByte = 3;

/// Of the memory that a run may take, that of records under way: their documents weigh some sixty times as
/// much.
constexpr size_t kMemoryPerInputByte = 512;

class Run {
 public:
  /// The run lock is held as long as it lives.
  Run(const RunOptions& options, Console& console, RunReport& report)
      : options_(options),
        console_(console),
        report_(report),
        layout_(options.index),
        in_force_(recover_manifest(layout_)),
        published_(layout_, in_force_),
        sources_(options.corpus, known_sources(layout_, in_force_, options.prune.prune, console),
                 {.reading = reading_fingerprint(options),
                  .reread = options.reread,
                  .trust_mtime = options.annotate.placement.trust_mtime},
                 published_),
        publication_(options, layout_, in_force_, console, report),
        rejects_(options.rejects, kMaxWarnings, console),
        waiting_(options.index) {
    report_.describe(layout_.root().string(), in_force_);
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  void read_and_analyse(Retry* retry);
  void check();
  void place_waiting();
  void publish_new();
  bool rejected() const { return rejects_.count() > 0; }

 private:
  void take(Outcome&& outcome);
  void claim(Analysed&& analysed);
  void claim_unread(bool recognised);
  void withdraw(const Rejection& rejection);
  Ledger::Ruling rule(const Claim& claim);
  void add_uncertain();
  void take_placed(PlacedArticle&& placed);
  void count_lacking(const Analysed& analysed);
  void warn_contested(const Article& article);

  const RunOptions& options_;
  Console& console_;
  RunReport& report_;
  const IndexLayout layout_;
  const Manifest in_force_;
  const PublishedVersions published_;
  Sources sources_;
  Retry* retry_ = nullptr;
  std::vector<PublishedVersions::Entry> gone_;  // live articles without source
  Publication publication_;
  Ledger ledger_;
  Rejects rejects_;
  DateEvidence evidence_;
  WaitingArticles waiting_;
  Manifest next_;           // in_force_ with what the run supersedes, from place_waiting() on
  uint64_t contested_ = 0;  // ids told of
  bool withdrawn_ = false;  // live articles, by their provider
};

void Run::read_and_analyse(Retry* retry) {
  retry_ = retry;
  if (retry)
    sources_.look_at(retry->files(sources_.known()));
  else
    sources_.look_around();
  if (options_.prune.prune) require_files(sources_.survey());
  require_space(layout_.root(), kIndexBytesPerByte * sources_.new_bytes());
  claim_unread(false);
  CorpusFeed feed([this](const CorpusSink& sink) { return sources_.read(sink); });
  Pipeline<CorpusItem, Outcome> pipeline(
      {.threads = options_.threads, .max_bytes = options_.memory_bytes / kMemoryPerInputByte});
  pipeline.run([&](const auto& push) { feed.read(push); },
               [&] {
                 auto analysis = std::make_shared<Analysis>(options_.corpus, options_.annotate, published_,
                                                            in_force_.number + 1);
                 return [analysis](CorpusItem&& item) { return (*analysis)(std::move(item)); };
               },
               [&](Outcome&& outcome) {
                 Progress progress = sources_.progress();
                 progress.records = feed.progress().records;
                 console_.show(progress);
                 take(std::move(outcome));
                 return stop_signal() == 0;
               });
  throw_if_stopped();
  sources_.end_note();
  claim_unread(true);
  if (retry) sources_.for_each_read([retry](const std::string& path) { retry->note_read(path); });
  rejects_.finish();
  ledger_.count_seen(feed.progress().records);
  report_.files = feed.files();
  report_.timings.read = feed.seconds();
  report_.records = ledger_.counts();
  report_.rejections = rejects_.by_code();
  if (retry) {
    report_.retried = retry->rejects();
    return;
  }
  gone_ = articles_without_source(published_, ledger_, sources_);
  report_.gone.files = sources_.count_gone();
  report_.gone.articles = gone_.size();
}

/// The records of files that are not read stand for their ids like those that are.
void Run::claim_unread(bool recognised) {
  sources_.for_each_unread(recognised, [&](const std::string& path, const SourceRecord& record) {
    rule(record.claim(path, standing_of(record, published_)));
    if (record.withdrawn) return;  // its rejection is counted
    ledger_.count_seen(1);
    evidence_.add({path, record.record, record.stated_day(), {}}, true);
  });
}

void Run::take(Outcome&& outcome) {
  report_.timings.analyse += outcome.seconds;
  if (const Rejection* rejection = std::get_if<Rejection>(&outcome.result)) {
    rejects_.add(*rejection);
    sources_.note(*rejection);
    if (retry_) retry_->note(*rejection);
    if (rejection->withdraws) withdraw(*rejection);
    if (!rejection->whole_file) ledger_.count_rejected();
    return;
  }
  Analysed& analysed = std::get<Analysed>(outcome.result);
  if (analysed.lacks_year)
    count_lacking(analysed);
  else
    report_.dates.count(analysed.article, options_.now);
  report_.repairs.count(analysed.article);
  ++report_.encodings[analysed.article.origin.encoding];
  if (analysed.standing != Standing::kUnchanged) report_.mentions += analysed.article.mentions.size();
  if (analysed.prepared) report_.long_words += analysed.prepared->long_words;
  evidence_.add(analysed.testimony, analysed.standing == Standing::kUnchanged);
  const Stopwatch watch;
  claim(std::move(analysed));
  report_.timings.write += watch.seconds();
}

/// An article without year that stands unchanged keeps the placement it has; the others are counted without
/// year until they are placed.
void Run::count_lacking(const Analysed& analysed) {
  const bool placed = analysed.standing == Standing::kUnchanged && published_.find(analysed.id)->dated;
  ++(placed ? report_.dates.inferred : report_.dates.without_year);
}

void Run::claim(Analysed&& analysed) {
  const Article& article = analysed.article;
  const Claim claim = Claim::of(article, analysed.id, analysed.digest, analysed.standing);
  const Ledger::Ruling ruling = rule(claim);
  sources_.note(claim);
  if (retry_) retry_->note(claim, article.origin.offset, ruling.verdict);
  if (ruling.contested) warn_contested(article);
  if (ruling.verdict == Ledger::Verdict::kYields) return;
  if (analysed.waiting) {
    evidence_.ask(article);
    waiting_.add(std::move(*analysed.waiting));
  } else if (analysed.prepared) {
    ledger_.placed(analysed.id, publication_.add(std::move(*analysed.prepared)));
  }
}

void Run::withdraw(const Rejection& rejection) {
  const Claim claim = Claim::of(rejection, id_fingerprint(rejection.id));
  rule(claim);
  sources_.note(claim);
}

Ledger::Ruling Run::rule(const Claim& claim) {
  const Ledger::Ruling ruling = ledger_.claim(claim);
  if (ruling.withdrawn != 0) publication_.remove(ruling.withdrawn);
  if (ruling.verdict == Ledger::Verdict::kReplaces) waiting_.withdraw(claim.id);
  return ruling;
}

void Run::warn_contested(const Article& article) {
  if (++contested_ > kMaxWarnings) return;
  console_.warn(
      tr("{}: record {}: another record has its id {} and other content; the one published last is "
         "kept [W_DUP_ID]",
         visible_text(article.origin.path), article.origin.record, visible_text(article.id)));
}

void Run::check() {
  throw_if_stopped();
  if (options_.prune.prune)
    require_few_gone(options_.prune, sources_.survey(), gone_.size(), in_force_.live_documents());
  require_publishable(options_, report_, console_);
}

/// Gives a year to what waits for one, now that all evidence of the run is there.
void Run::place_waiting() {
  next_ = in_force_;
  ledger_.for_each(Standing::kChanged, [&](Fingerprint id) {
    const PublishedVersions::Entry& old = *published_.find(id);
    next_.segments[old.segment].superseded.insert(old.docid);
  });
  ledger_.for_each(Standing::kWithdrawn, [&](Fingerprint id) {
    const PublishedVersions::Entry* live = published_.find(id);
    if (!live || live->docid == 0) return;
    next_.segments[live->segment].superseded.insert(live->docid);
    withdrawn_ = true;
  });
  if (options_.prune.prune) report_.gone.pruned = remove_articles(next_, gone_);
  if (options_.redate) add_uncertain();
  if (waiting_.empty()) return;
  console_.announce(tr("placing dates without a year"));
  evidence_.add_index(layout_, next_, options_.redate);
  evidence_.freeze();
  waiting_.place(options_.annotate, evidence_, options_.threads, in_force_.number + 1,
                 [&](PlacedArticle&& placed) {
                   take_placed(std::move(placed));
                   return stop_signal() == 0;
                 });
  throw_if_stopped();
}

/// Lets the live articles of the index wait whose year was not stated.
void Run::add_uncertain() {
  for_each_uncertain(layout_, next_, [&](UncertainArticle&& found) {
    const Fingerprint id = id_fingerprint(found.article.id);
    evidence_.ask(found.article);
    waiting_.add({.bytes = std::move(found.bytes),
                  .digest = std::move(found.digest),
                  .id = id,
                  .segment = found.segment,
                  .docid = found.docid,
                  .version = published_.find(id)->version + 1});
    return stop_signal() == 0;
  });
  throw_if_stopped();
}

void Run::take_placed(PlacedArticle&& placed) {
  const bool again = placed.docid != 0;
  if (!again && !needs_year(placed.article)) {
    --report_.dates.without_year;
    report_.dates.count(placed.article, options_.now);
  }
  if (!placed.prepared) return;
  const Stopwatch watch;
  report_.long_words += placed.prepared->long_words;
  publication_.add(std::move(*placed.prepared));
  report_.timings.write += watch.seconds();
  if (!again) return;
  ++report_.dates.redated;
  next_.segments[placed.segment].superseded.insert(placed.docid);
}

void Run::publish_new() {
  require_as_many(publication_.documents(), report_);
  std::optional<std::string> sources;
  {
    const NextSources next = sources_.next(options_.prune.prune);
    if (next.differs) sources = encode_sources(next.list);
  }
  ledger_ = {};  // merging and checking need the room
  evidence_ = {};
  publication_.publish({.manifest = std::move(next_),
                        .sources = std::move(sources),
                        .removes = withdrawn_ || report_.gone.pruned > 0});
}

bool run_locked(const RunOptions& options, Console& console, RunReport& report, Retry* retry) {
  Run run(options, console, report);
  if (!options.corpus.paths.empty()) run.read_and_analyse(retry);
  run.check();
  run.place_waiting();
  run.publish_new();
  return run.rejected();
}

}  // namespace

bool run(RunOptions options, Console& console, RunReport& report) {
  report.options = reading_options(options);
  report.index = options.index.string();
  std::optional<Retry> retry;  // read before anything is written: --rejects may name the same file
  if (!options.retry_rejects.empty()) {
    retry.emplace(options.retry_rejects);
    options.corpus.paths = retry->paths();
  } else if (options.prune.prune) {
    require_paths(options.corpus.paths);
  }
  if (options.corpus.listed && options.corpus.paths.empty() && !options.redate && !options.merge) {
    console.warn(tr("no path on standard input: nothing to index"));
    return false;
  }
  if (options.corpus.paths.empty())
    open_published(IndexLayout(options.index));  // --redate needs one
  else if (!retry && !options.corpus.listed)
    require_paths_exist(options.corpus.paths);
  const RunLock lock{IndexLayout(options.index)};
  bool rejected = false;
  try {
    rejected = run_locked(options, console, report, retry ? &*retry : nullptr);
  } catch (...) {
    const Failure failure = current_failure();
    if (!report.published) {
      lock.note_end(failure.code);
      throw;
    }
    console.warn(failure.message);  // published is published
    rejected = report.records.rejected > report.rejected_for(RejectionCode::kLanguage);
  }
  lock.note_end(rejected ? ExitCode::kRejects : ExitCode::kOk);
  return rejected;
}

}  // namespace depeche
