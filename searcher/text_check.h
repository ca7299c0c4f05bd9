#pragma once

#include <cstdint>

#include <xapian.h>

#include "searcher/compile.h"
#include "searcher/deadline.h"
#include "searcher/hits.h"

namespace depeche {

/// Membership of a document's terms. Refers to `document`.
TermTest terms_of(const Xapian::Document& document);

/// Looks at the text of the candidates that the index alone cannot decide. It ends long searches too:
/// Xapian's own time limit has no effect where every answer is asked for, and its timer may write to the
/// stack of a search that has ended (1.4.22: the thread of an expired timer outlives timer_delete()). Its
/// arguments must outlive it. Not thread-safe.
class TextCheck : public Xapian::MatchDecider {
 public:
  TextCheck(const CompiledQuery& compiled, const Plan& plan, const Deadline& deadline)
      : compiled_(compiled), finder_(plan), deadline_(deadline) {}

  /// Whether a search of so many documents needs it: to decide, or to end in time.
  bool needed(Xapian::doccount documents) const;
  /// Whether the time was over; then the answers so far are right, and others may be missing.
  bool interrupted() const { return interrupted_; }

  bool operator()(const Xapian::Document& document) const override;

 private:
  const CompiledQuery& compiled_;
  mutable HitFinder finder_;
  const Deadline& deadline_;
  mutable bool interrupted_ = false;
  mutable uint64_t seen_ = 0;
};

}  // namespace depeche
