#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace depeche {

struct PipelineLimits {
  unsigned threads = 1;
  size_t max_bytes = 1 << 20;  // of items pushed and not yet consumed; one larger item passes alone
};

/// An ordered parallel map: items are pushed by one thread, worked on by several, and consumed in the order
/// in which they were pushed.
template <typename In, typename Out>
class Pipeline {
 public:
  /// Hands over an item that weighs `bytes`; blocks while max_bytes are under way. False: the run is over,
  /// push no more.
  using Push = std::function<bool(In&& item, size_t bytes)>;
  using Produce = std::function<void(const Push& push)>;
  using Work = std::function<Out(In&& item)>;
  using MakeWork = std::function<Work()>;
  using Consume = std::function<bool(Out&& result)>;

  explicit Pipeline(PipelineLimits limits) : limits_(limits) {}

  /// Calls `produce` in a thread of its own, a function of its own from `make_work` in each of limits.threads
  /// threads (made in that thread), and `consume` in the calling thread until it returns false. Returns when
  /// all threads have ended. The first exception of any of them ends the run and is thrown again here. Call
  /// once.
  void run(const Produce& produce, const MakeWork& make_work, const Consume& consume) {
    {
      std::vector<std::jthread> threads;
      guarded([&] {
        threads.emplace_back([&] { produce_all(produce); });
        for (unsigned i = 0; i < limits_.threads; ++i) threads.emplace_back([&] { work_all(make_work); });
        consume_all(consume);
      });
      end();
    }
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Slot {
    In item;
    size_t bytes;
    std::optional<Out> result = std::nullopt;
  };

  void produce_all(const Produce& produce) {
    guarded([&] { produce([this](In&& item, size_t bytes) { return push(std::move(item), bytes); }); });
    const std::lock_guard lock(mutex_);
    produced_ = true;
    changed_.notify_all();
    finished_.notify_all();
  }

  bool push(In&& item, size_t bytes) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return ended_ || bytes_ == 0 || bytes_ + bytes <= limits_.max_bytes; });
    if (ended_) return false;
    slots_.push_back(Slot{std::move(item), bytes});
    bytes_ += bytes;
    changed_.notify_one();
    return true;
  }

  void work_all(const MakeWork& make_work) {
    guarded([&] {
      const Work work = make_work();
      std::unique_lock lock(mutex_);
      for (;;) {
        changed_.wait(lock, [&] { return ended_ || produced_ || taken_ < slots_.size(); });
        if (ended_ || taken_ == slots_.size()) return;
        Slot& slot = slots_[taken_++];  // stays in place: a deque moves no element when its ends change
        lock.unlock();
        Out result = work(std::move(slot.item));
        lock.lock();
        slot.result.emplace(std::move(result));
        if (&slot == &slots_.front()) finished_.notify_one();
      }
    });
  }

  void consume_all(const Consume& consume) {
    std::unique_lock lock(mutex_);
    for (;;) {
      finished_.wait(
          lock, [&] { return ended_ || (slots_.empty() ? produced_ : slots_.front().result.has_value()); });
      if (ended_ || slots_.empty()) return;
      Out result = std::move(*slots_.front().result);
      const size_t bytes = slots_.front().bytes;
      slots_.pop_front();
      --taken_;
      lock.unlock();
      const bool go_on = consume(std::move(result));
      lock.lock();
      bytes_ -= bytes;
      room_.notify_one();
      if (!go_on) return;
    }
  }

  template <typename Step>
  void guarded(const Step& step) {
    try {
      step();
    } catch (...) {
      {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::current_exception();
      }
      end();
    }
  }

  void end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    room_.notify_all();
    changed_.notify_all();
    finished_.notify_all();
  }

  const PipelineLimits limits_;
  std::mutex mutex_;
  std::condition_variable room_;      // for push()
  std::condition_variable changed_;   // for workers: an item, or no more of them
  std::condition_variable finished_;  // for the consumer: the first slot has its result, or all is over
  std::deque<Slot> slots_;  // pushed and not consumed, in order; the first taken_ are with workers or done
  size_t taken_ = 0;
  size_t bytes_ = 0;
  bool produced_ = false, ended_ = false;
  std::exception_ptr failure_;
};

}  // namespace depeche
