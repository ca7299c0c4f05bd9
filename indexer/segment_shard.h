#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <variant>
#include <vector>

#include <xapian.h>

#include "indexer/document.h"

namespace depeche {

/// A part of a segment that grows: a database of its own, and the one thread that writes it. Of its functions
/// only one may run at a time.
class SegmentShard {
 public:
  /// Makes the database in `directory`, which must not exist. Of what it was given it holds about
  /// `memory_bytes` in memory, before Xapian writes it out.
  SegmentShard(std::filesystem::path directory, size_t memory_bytes);
  /// Drops what is not yet written; waits until the thread has ended.
  ~SegmentShard();
  SegmentShard(const SegmentShard&) = delete;
  SegmentShard& operator=(const SegmentShard&) = delete;

  /// Hands a document to the thread, which gives it the docid 1, 2, 3 ... Waits while much is under way.
  /// Throws what the thread failed with, here or in any later call: Error (kEnvironment, kInternal).
  void add(PreparedDocument&& prepared);
  /// Has a document removed that add() took before. Throws as it.
  void remove(Xapian::docid docid);
  /// Has the stem -> forms table written, and all of it committed and closed; returns at once. Call once,
  /// last. Throws as add().
  void finish();
  /// Waits until that is done. Throws as add().
  void wait();
  /// Ends the thread behind the step that it is at, and leaves the rest.
  void abandon();

  const std::filesystem::path& directory() const { return directory_; }

 private:
  struct Finish {};
  using Step = std::variant<PreparedDocument, Xapian::docid, Finish>;

  void push(Step&& step, size_t bytes);
  void work();
  void take(Step&& step);
  void write(PreparedDocument&& prepared);
  void write_forms();

  const std::filesystem::path directory_;
  const size_t memory_bytes_;

  // Of the thread alone, once it runs.
  Xapian::WritableDatabase database_;
  std::unordered_map<std::string, std::vector<std::string>> forms_;  // by stem; each ascending
  size_t forms_bytes_ = 0;                                           // of memory
  uint64_t bytes_ = 0;                                               // of all documents' data
  size_t pending_ = 0;                                               // of memory, since the last commit

  std::mutex mutex_;
  std::condition_variable changed_;  // a step was pushed or taken, or all is over
  std::deque<std::pair<Step, size_t>> steps_;
  size_t queued_ = 0;  // bytes of them, and of the one that is being taken
  bool ended_ = false;
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace depeche
