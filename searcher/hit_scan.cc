#include "searcher/hit_scan.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

#include "common/stored_article.h"
#include "searcher/hit_count.h"
#include "searcher/vocabulary.h"

namespace depeche {
namespace {

constexpr size_t kBlock = 32, kMostThreads = 8;
/// Fewer articles are read before a thread has started.
constexpr size_t kArticlesPerThread = 128;

/// What an article's document has, as bytes: all that is taken from Xapian.
struct StoredDocument {
  uint32_t docid = 0;
  std::string data;
  std::vector<std::string> terms;  // of those that the plan's filters ask for; sorted
};
using Block = std::vector<StoredDocument>;

void collect_terms(const Plan& plan, std::set<std::string>& terms) {
  for (const auto& group : plan.filter) terms.insert(group.begin(), group.end());
  for (const Plan& child : plan.children) collect_terms(child, terms);
}

StoredDocument read_document(const Xapian::Database& database, uint32_t docid,
                             const std::set<std::string>& asked) {
  const Xapian::Document document = database.get_document(docid);
  StoredDocument stored{docid, document.get_data(), {}};
  if (asked.empty()) return stored;
  auto term = document.termlist_begin();
  const auto end = document.termlist_end();
  for (const std::string& wanted : asked) {
    if (term == end) break;
    term.skip_to(wanted);
    if (term != end && *term == wanted) stored.terms.push_back(wanted);
  }
  return stored;
}

void visit(const StoredDocument& stored, HitFinder& finder, const HitVisitor& visitor) {
  Match match;
  match.article = decode_article(stored.data);
  const TermTest has_term = [&stored](const std::string& term) {
    return std::binary_search(stored.terms.begin(), stored.terms.end(), term);
  };
  match.hits = finder.find(match.article, has_term).hits;
  visitor(stored.docid, match, finder);
}

/// Blocks on their way to the threads that read them; bounded, so that memory is.
class BlockQueue {
 public:
  explicit BlockQueue(size_t limit) : limit_(limit) {}

  /// False where nobody reads any more.
  bool push(Block block) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return blocks_.size() < limit_ || closed_; });
    if (closed_) return false;
    blocks_.push_back(std::move(block));
    changed_.notify_all();
    return true;
  }
  /// nullopt at the end.
  std::optional<Block> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !blocks_.empty() || closed_; });
    if (blocks_.empty()) return std::nullopt;
    Block block = std::move(blocks_.front());
    blocks_.pop_front();
    changed_.notify_all();
    return block;
  }
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Block> blocks_;
  size_t limit_;
  bool closed_ = false;
};

/// The threads of a scan, from their start to their join.
class Readers {
 public:
  Readers(const Plan& plan, const WordFilter& filter, const Deadline& deadline,
          const std::vector<HitVisitor>& visitors)
      : deadline_(deadline), queue_(2 * visitors.size()) {
    for (const HitVisitor& visitor : visitors)
      threads_.emplace_back([this, &plan, &filter, &visitor] { work(plan, filter, visitor); });
  }
  ~Readers() { join(); }

  bool push(Block block) { return queue_.push(std::move(block)); }
  /// Returns whether they have read everything.
  bool finish() {
    join();
    if (failure_) std::rethrow_exception(failure_);
    return !interrupted_;
  }

 private:
  void work(const Plan& plan, const WordFilter& filter, const HitVisitor& visitor) {
    try {
      HitFinder finder(plan, &filter);
      while (const std::optional<Block> block = queue_.pop())
        for (const StoredDocument& stored : *block) {
          if (deadline_.passed()) {
            interrupted_ = true;
            return queue_.close();
          }
          visit(stored, finder, visitor);
        }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      queue_.close();
    }
  }

  void join() {
    queue_.close();
    for (std::thread& thread : threads_)
      if (thread.joinable()) thread.join();
  }

  const Deadline& deadline_;
  BlockQueue queue_;
  std::mutex mutex_;
  std::exception_ptr failure_;
  std::atomic<bool> interrupted_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace

std::vector<uint32_t> evenly_spaced(const std::vector<uint32_t>& docids, uint64_t most) {
  if (most == 0 || docids.size() <= most) return docids;
  std::vector<uint32_t> chosen;
  for (uint64_t i = 0; i < most; ++i) chosen.push_back(docids[i * docids.size() / most]);
  return chosen;
}

size_t scan_width(size_t articles) {
  const size_t processors = std::max(1u, std::thread::hardware_concurrency());
  return std::clamp<size_t>(articles / kArticlesPerThread, 1, std::min(processors, kMostThreads));
}

bool scan_hits(const PublishedIndex& index, const Plan& plan, const std::vector<uint32_t>& docids,
               const Deadline& deadline, const std::vector<HitVisitor>& visitors) {
  std::set<std::string> asked;
  collect_terms(plan, asked);
  const WordFilter filter = word_filter_of(plan, Vocabulary(index.database));
  if (visitors.size() == 1) {
    HitFinder finder(plan, &filter);
    for (const uint32_t docid : docids) {
      if (deadline.passed()) return false;
      visit(read_document(index.database, docid, asked), finder, visitors.front());
    }
    return true;
  }
  Readers readers(plan, filter, deadline, visitors);
  for (size_t next = 0; next < docids.size();) {
    Block block;
    for (; block.size() < kBlock && next < docids.size(); ++next)
      block.push_back(read_document(index.database, docids[next], asked));
    if (!readers.push(std::move(block))) break;
    if (deadline.passed() && next < docids.size()) {
      readers.finish();
      return false;
    }
  }
  return readers.finish();
}

}  // namespace depeche
