#include "indexer/segment_shard.h"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <utility>

#include "common/error.h"
#include "common/message.h"
#include "common/schema.h"
#include "common/term.h"
#include "indexer/xapian_failure.h"

namespace depeche {
namespace {

/// Of documents that wait for the thread.
constexpr size_t kMaxQueued = size_t{4} << 20;
/// What Xapian 1.4 holds of a posting until it is written out; measured on statutes and on short dispatches.
constexpr size_t kPostingBytes = 64;

/// Of a form in the stem -> forms table, beside the letters.
constexpr size_t kFormBytes = 160;

[[maybe_unused]] bool has_valid_terms(const Xapian::Document& document) {
  return std::all_of(document.termlist_begin(), document.termlist_end(), is_valid_term);
}

size_t pending_bytes(const Xapian::Document& document) { return document.termlist_count() * kPostingBytes; }

}  // namespace

SegmentShard::SegmentShard(std::filesystem::path directory, size_t memory_bytes)
    : directory_(std::move(directory)), memory_bytes_(memory_bytes) {
  try {
    database_ = Xapian::WritableDatabase(directory_.string(),
                                         Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
    // Within a transaction, neither Xapian's own threshold nor the destructor commits half a batch.
    database_.begin_transaction();
  } catch (const Xapian::Error& error) {
    fail_writing(error, directory_, bytes_);
  }
  thread_ = std::thread([this] { work(); });
}

SegmentShard::~SegmentShard() { abandon(); }

void SegmentShard::add(PreparedDocument&& prepared) {
  assert(has_valid_terms(prepared.document));
  const size_t bytes = pending_bytes(prepared.document) + prepared.document.get_data().size();
  push(std::move(prepared), bytes);
}

void SegmentShard::remove(Xapian::docid docid) { push(docid, sizeof docid); }

void SegmentShard::finish() { push(Finish{}, 0); }

void SegmentShard::wait() {
  thread_.join();
  if (failure_) std::rethrow_exception(failure_);
}

void SegmentShard::abandon() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
}

void SegmentShard::push(Step&& step, size_t bytes) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || queued_ == 0 || queued_ + bytes <= kMaxQueued; });
  if (failure_) std::rethrow_exception(failure_);
  steps_.emplace_back(std::move(step), bytes);
  queued_ += bytes;
  changed_.notify_all();
}

void SegmentShard::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return ended_ || !steps_.empty(); });
    if (ended_) return;
    auto [step, bytes] = std::move(steps_.front());
    steps_.pop_front();
    lock.unlock();
    const bool last = std::holds_alternative<Finish>(step);
    std::exception_ptr failure;
    try {
      take(std::move(step));
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    queued_ -= bytes;
    failure_ = failure;
    changed_.notify_all();
    if (last || failure) return;
  }
}

void SegmentShard::take(Step&& step) {
  try {
    if (PreparedDocument* prepared = std::get_if<PreparedDocument>(&step)) return write(std::move(*prepared));
    if (const Xapian::docid* docid = std::get_if<Xapian::docid>(&step))
      return database_.delete_document(*docid);
    write_forms();
    database_.commit_transaction();
    database_.close();
  } catch (const Xapian::Error& error) {
    fail_writing(error, directory_, bytes_);
  }
}

void SegmentShard::write(PreparedDocument&& prepared) {
  for (auto& [stem, form] : prepared.forms) {
    std::vector<std::string>& forms = forms_[stem];
    const auto place = std::lower_bound(forms.begin(), forms.end(), form);
    if (place != forms.end() && *place == form) continue;
    forms_bytes_ += kFormBytes + stem.size() + form.size();
    forms.insert(place, std::move(form));
  }
  bytes_ += prepared.document.get_data().size();
  pending_ += pending_bytes(prepared.document);
  database_.add_document(prepared.document);
  if (pending_ + forms_bytes_ < memory_bytes_) return;
  if (forms_bytes_ >= memory_bytes_ / 2) write_forms();
  database_.commit_transaction();
  database_.begin_transaction();
  pending_ = 0;
}

void SegmentShard::write_forms() {
  std::vector<std::string_view> stems;
  stems.reserve(forms_.size());
  for (const auto& [stem, forms] : forms_) stems.push_back(stem);
  std::sort(stems.begin(), stems.end());
  for (const std::string_view stem : stems)
    for (const std::string& form : forms_.at(std::string(stem)))
      database_.add_synonym(make_term(kStemPrefix, stem), make_term("", form));
  forms_.clear();
  forms_bytes_ = 0;
}

}  // namespace depeche
