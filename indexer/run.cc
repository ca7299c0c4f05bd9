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
#include "corpus/discover.h"
#include "indexer/analyse.h"
#include "indexer/corpus_feed.h"
#include "indexer/index_check.h"
#include "indexer/ledger.h"
#include "indexer/pipeline.h"
#include "indexer/publish.h"
#include "indexer/published_versions.h"
#include "indexer/rejects.h"
#include "indexer/run_lock.h"
#include "indexer/segment_builder.h"
#include "indexer/stop.h"
#include "indexer/surname_evidence.h"
#include "indexer/uncertain_articles.h"
#include "indexer/waiting_articles.h"

namespace depeche {
namespace {

constexpr uint64_t kMaxWarnings = 10;

/// A named path that does not exist is a mistake to tell before anything is touched.
void check_paths_exist(const std::vector<std::string>& paths) {
  discover(paths, [](Found&&) { return false; });
}

/// What an index consists of before the run: nothing, if there is none.
Manifest manifest_in_force(const IndexLayout& layout) {
  recover(layout);
  return read_current(layout) ? open_published(layout).manifest : Manifest{};
}

std::string segment_name(uint64_t manifest) { return fmt::format("{:06}", manifest); }

class Run {
 public:
  /// The run lock is held as long as it lives.
  Run(const RunOptions& options, Console& console, RunReport& report)
      : options_(options),
        console_(console),
        report_(report),
        layout_(options.index),
        in_force_(manifest_in_force(layout_)),
        published_(layout_, in_force_),
        rejects_(options.rejects, kMaxWarnings, console),
        waiting_(options.index) {
    describe_index(in_force_);
  }
  ~Run();
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  void read_and_analyse();
  void check();
  void place_waiting();
  void publish_new();
  bool rejected() const { return rejects_.count() > 0; }

 private:
  void take(Outcome&& outcome);
  void claim(Analysed&& analysed);
  void add_uncertain();
  void take_placed(PlacedArticle&& placed);
  void count_lacking(const Analysed& analysed);
  uint32_t add_to_segment(PreparedDocument&& prepared);
  void warn_contested(const Article& article);
  void describe_index(const Manifest& manifest);
  void check_index(const Manifest& manifest);

  const RunOptions& options_;
  Console& console_;
  RunReport& report_;
  const IndexLayout layout_;
  const Manifest in_force_;
  const PublishedVersions published_;
  std::unique_ptr<SegmentBuilder> segment_;  // from the first article on that is new or changed
  Ledger ledger_;
  Rejects rejects_;
  DateEvidence evidence_;
  WaitingArticles waiting_;
  Manifest next_;           // in_force_ with what the run supersedes, from place_waiting() on
  uint64_t contested_ = 0;  // ids told of
};

/// Leaves only what is in force; what cannot be removed now, the next run removes.
Run::~Run() {
  if (!segment_) return;
  // A stop must be quick, and to free what Xapian holds of a large batch takes seconds.
  [[maybe_unused]] static SegmentBuilder* volatile abandoned;
  if (stop_signal() != 0)
    abandoned = segment_.release();
  else
    segment_.reset();
  try {
    recover(layout_);
  } catch (const Error&) {
  }
}

void Run::describe_index(const Manifest& manifest) {
  report_.index = layout_.root().string();
  report_.manifest = manifest.number;
  report_.segments = manifest.segments.size();
  report_.documents = manifest.live_documents();
}

void Run::read_and_analyse() {
  CorpusFeed feed(options_.corpus);
  Pipeline<CorpusItem, Outcome> pipeline({.threads = options_.threads});
  pipeline.run([&](const auto& push) { feed.read(push); },
               [&] {
                 auto analysis = std::make_shared<Analysis>(options_.corpus, options_.annotate, published_,
                                                            in_force_.number + 1);
                 return [analysis](CorpusItem&& item) { return (*analysis)(std::move(item)); };
               },
               [&](Outcome&& outcome) {
                 console_.show(feed.progress());
                 take(std::move(outcome));
                 return stop_signal() == 0;
               });
  rejects_.finish();
  ledger_.count_seen(feed.progress().records);
  report_.files = feed.files();
  report_.timings.read = feed.seconds();
  report_.records = ledger_.counts();
  report_.rejections = rejects_.by_code();
}

void Run::take(Outcome&& outcome) {
  report_.timings.analyse += outcome.seconds;
  if (const Rejection* rejection = std::get_if<Rejection>(&outcome.result)) {
    rejects_.add(*rejection);
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
  const Ledger::Ruling ruling =
      ledger_.claim(Claim::of(article, analysed.id, analysed.digest, analysed.standing));
  if (ruling.contested) warn_contested(article);
  if (ruling.withdrawn != 0) segment_->remove(ruling.withdrawn);
  if (ruling.verdict == Ledger::Verdict::kReplaces) waiting_.withdraw(analysed.id);
  if (ruling.verdict == Ledger::Verdict::kYields) return;
  if (analysed.waiting) {
    evidence_.ask(article);
    waiting_.add(std::move(*analysed.waiting));
  } else if (analysed.prepared) {
    ledger_.placed(analysed.id, add_to_segment(std::move(*analysed.prepared)));
  }
}

uint32_t Run::add_to_segment(PreparedDocument&& prepared) {
  if (!segment_) segment_ = std::make_unique<SegmentBuilder>(layout_, segment_name(in_force_.number + 1));
  return segment_->add(std::move(prepared));
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
  const RecordCounts& records = report_.records;
  const FileCounts& files = report_.files;
  if (!report_.balanced())
    throw Error(ExitCode::kInternal, tr("the counts do not add up ({} records seen, {} files seen): nothing "
                                        "was published; please report it",
                                        records.seen, files.seen));
  if (files.read == 0 && files.failed > 0 && records.seen == 0)
    throw Error(ExitCode::kEnvironment,
                tr_n("the one file there is could not be read: nothing was published",
                     "none of the {} files could be read: nothing was published", files.failed));
  if (options_.max_rejects.exceeded(records.seen, records.rejected))
    throw Error(
        ExitCode::kTooManyRejects,
        tr("{} of {} records rejected: nothing was published; mend the input, or allow more by --max-rejects",
           records.rejected, records.seen));
  if (records.contested_ids > kMaxWarnings)
    console_.warn(tr_n("{} id has records of differing content in all",
                       "{} ids have records of differing content in all", records.contested_ids));
  if (records.seen == 0 && !options_.corpus.paths.empty())
    console_.warn(tr("no record in what was named: nothing to index"));
}

/// Gives a year to what waits for one, now that all evidence of the run is there.
void Run::place_waiting() {
  next_ = in_force_;
  ledger_.for_each(Standing::kChanged, [&](Fingerprint id) {
    const PublishedVersions::Entry& old = *published_.find(id);
    next_.segments[old.segment].superseded.insert(old.docid);
  });
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
  add_to_segment(std::move(*placed.prepared));
  report_.timings.write += watch.seconds();
  if (!again) return;
  ++report_.dates.redated;
  next_.segments[placed.segment].superseded.insert(placed.docid);
}

/// Every night ends with it. Before the state is put in force: from exit code 2 on the index is as it was.
void Run::check_index(const Manifest& manifest) {
  if (!options_.check || manifest.number == 0) return;
  console_.announce(tr("checking the index"));
  report_.check = check_state(layout_, manifest);
  require_whole(*report_.check);
}

void Run::publish_new() {
  if (!segment_ || segment_->documents() == 0) return check_index(in_force_);
  console_.announce(tr("writing the index"));
  const Stopwatch writing;
  Manifest next = std::move(next_);
  next.advance();
  next.versions = BuildVersions::of_this_program();
  next.segments.push_back(segment_->finish());
  report_.timings.write += writing.seconds();
  throw_if_stopped();
  const Stopwatch publishing;
  add_segment(layout_, segment_->built(), next.segments.back().id);
  next.surnames = add_surnames(layout_, next.number, decide_surnames(layout_, next));
  check_index(next);
  disregard_stop_signals();
  throw_if_stopped();
  next.published = to_utc(std::chrono::system_clock::now());
  publish(layout_, next);
  report_.timings.publish = publishing.seconds() - (report_.check ? report_.check->seconds : 0);
  report_.published = true;
  describe_index(next);
}

bool run_locked(const RunOptions& options, Console& console, RunReport& report) {
  Run run(options, console, report);
  if (!options.corpus.paths.empty()) run.read_and_analyse();
  run.check();
  run.place_waiting();
  run.publish_new();
  return run.rejected();
}

}  // namespace

bool run(const RunOptions& options, Console& console, RunReport& report) {
  report.options = reading_options(options);
  report.index = options.index.string();
  if (!options.corpus.paths.empty())
    check_paths_exist(options.corpus.paths);
  else
    open_published(IndexLayout(options.index));  // --redate needs one
  const RunLock lock{IndexLayout(options.index)};
  try {
    const bool rejected = run_locked(options, console, report);
    lock.note_end(rejected ? ExitCode::kRejects : ExitCode::kOk);
    return rejected;
  } catch (...) {
    lock.note_end(current_failure().code);
    throw;
  }
}

}  // namespace depeche
