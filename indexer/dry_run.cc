#include "indexer/dry_run.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <memory>
#include <utility>
#include <variant>

#include "common/article_json.h"
#include "common/json.h"
#include "common/message.h"
#include "common/published_index.h"
#include "common/stored_article.h"
#include "indexer/annotate.h"
#include "indexer/console.h"
#include "indexer/corpus_feed.h"
#include "indexer/date_evidence.h"
#include "indexer/entity_model.h"
#include "indexer/event_dates.h"
#include "indexer/pipeline.h"
#include "indexer/published_versions.h"
#include "indexer/rejects.h"
#include "indexer/run_checks.h"
#include "indexer/spill.h"
#include "indexer/stop.h"

namespace depeche {
namespace {

/// An article that was read: its line, or where it waits for its year, itself.
struct Understood {
  bool waits = false;
  std::string bytes;  // the line, or encode_article()
  Fingerprint id;
  Testimony testimony;
  Article asking;  // of one that waits: what DateEvidence::ask() reads
};
using Result = std::variant<Understood, Rejection>;

std::string line_of(const Article& article) { return to_line(to_json(article)) + '\n'; }

Result understand(Annotator& annotator, CorpusItem&& item) {
  if (Rejection* rejection = std::get_if<Rejection>(&item)) return std::move(*rejection);
  std::variant<Article, Rejection> read = annotator.read(std::get<Record>(item));
  if (Rejection* rejection = std::get_if<Rejection>(&read)) return std::move(*rejection);
  Article& article = std::get<Article>(read);
  annotator.annotate(article);
  Understood understood;
  understood.waits = needs_year(article);
  understood.id = id_fingerprint(article.id);
  understood.testimony = testimony_of(article);
  understood.bytes = understood.waits ? encode_article(article) : line_of(article);
  if (understood.waits) understood.asking.mentions = std::move(article.mentions);
  return understood;
}

/// False where nobody reads any more.
bool print(const std::string& line) {
  if (std::fwrite(line.data(), 1, line.size(), stdout) == line.size()) return true;
  if (errno == EPIPE) return false;
  throw system_error(tr("cannot write"), tr("standard output"), errno);
}

/// The index that a dry run may look into: its articles, those aside that the run reads itself.
class ReadOnlyIndex {
 public:
  explicit ReadOnlyIndex(const std::filesystem::path& directory) : layout_(directory) {
    if (directory.empty() || !read_current(layout_)) return;
    manifest_ = open_published(layout_).manifest;
    published_ = PublishedVersions(layout_, manifest_);
  }
  void leave_out(Fingerprint id) {
    if (const auto* held = published_.find(id); held && held->docid != 0)
      manifest_.segments[held->segment].superseded.insert(held->docid);
  }
  void add_to(DateEvidence& evidence) const { evidence.add_index(layout_, manifest_, false); }

 private:
  IndexLayout layout_;
  Manifest manifest_;
  PublishedVersions published_;
};

/// Prints articles in order. From the first that waits on, all wait for the end of the corpus.
class DryRun {
 public:
  explicit DryRun(const RunOptions& options)
      : options_(options), index_(options.index), spill_(std::filesystem::temp_directory_path()) {}

  /// False where nobody reads any more.
  bool take(Understood&& article) {
    evidence_.add(article.testimony);
    index_.leave_out(article.id);
    if (article.waits) evidence_.ask(article.asking);
    if (!article.waits && spill_.size() == 0) return print(article.bytes);
    spill_.add((article.waits ? kWaits : kReady) + article.bytes);
    return true;
  }

  bool print_rest() {
    if (spill_.size() == 0) return true;
    index_.add_to(evidence_);
    evidence_.freeze();
    spill_.rewind();
    bool open = true;
    Pipeline<std::string, std::string> pipeline({.threads = options_.threads});
    pipeline.run(
        [&](const auto& push) {
          for (uint64_t i = 0; i < spill_.size(); ++i) {
            std::string bytes = spill_.next();
            const size_t size = bytes.size();
            if (stop_signal() != 0 || !push(std::move(bytes), size)) return;
          }
        },
        [&] { return [this](std::string&& bytes) { return placed_line(std::move(bytes)); }; },
        [&](std::string&& line) { return open = print(line); });
    return open;
  }

 private:
  static constexpr char kReady = 'r', kWaits = 'w';

  std::string placed_line(std::string&& bytes) const {
    if (bytes.front() == kReady) return bytes.substr(1);
    Article article = decode_article(std::string_view(bytes).substr(1));
    place_year(article, options_.annotate.placement, evidence_);
    add_event_dates(article, options_.annotate.placement.now);
    return line_of(article);
  }

  const RunOptions& options_;
  ReadOnlyIndex index_;
  DateEvidence evidence_;
  Spill spill_;
};

}  // namespace

ExitCode dry_run(const RunOptions& options) {
  require_outputs_outside(options);
  Console console(options.quiet, options.progress);
  if (options.annotate.entities && !options.annotate.entity_model) console.warn(no_entity_model_warning());
  Rejects rejects(options.rejects, std::numeric_limits<uint64_t>::max(), console);
  DryRun articles(options);
  CorpusFeed feed([&](const CorpusSink& sink) { return read_corpus(options.corpus, sink); });
  Pipeline<CorpusItem, Result> pipeline({.threads = options.threads});
  bool open = true;
  pipeline.run([&](const auto& push) { feed.read(push); },
               [&] {
                 auto annotator = std::make_shared<Annotator>(options.corpus, options.annotate);
                 return [annotator](CorpusItem&& item) { return understand(*annotator, std::move(item)); };
               },
               [&](Result&& result) {
                 console.show(feed.progress());
                 if (const Rejection* rejection = std::get_if<Rejection>(&result))
                   rejects.add(*rejection);
                 else
                   open = articles.take(std::move(std::get<Understood>(result)));
                 return open;
               });
  throw_if_stopped();
  if (open) open = articles.print_rest();
  if (open && std::fflush(stdout) != 0 && errno != EPIPE)
    throw system_error(tr("cannot write"), tr("standard output"), errno);
  rejects.finish();
  throw_if_stopped();
  return rejects.count() == 0 ? ExitCode::kOk : ExitCode::kRejects;
}

}  // namespace depeche
