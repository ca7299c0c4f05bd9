#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "corpus/record.h"
#include "indexer/fingerprint.h"

namespace depeche {

/// What becomes of a record that was understood, against the index published before.
enum class Standing : uint8_t {
  kNew,        // an id that the index does not have
  kChanged,    // a new version of an article of the index
  kUnchanged,  // the index holds this very article
  kWithdrawn,  // no article: the provider took it back
};

/// What each record of a run became; their sum is every record seen.
struct RecordCounts {
  uint64_t seen = 0, indexed = 0, updated = 0, unchanged = 0, duplicates = 0, rejected = 0;
  uint64_t withdrawn_ids = 0;  // ids that none stands for; their records are among the rejected
  uint64_t contested_ids = 0;  // ids that records of differing content claim; neither is part of the sum

  bool balanced() const { return seen == indexed + updated + unchanged + duplicates + rejected; }
  friend bool operator==(const RecordCounts&, const RecordCounts&) = default;
};

/// One record's claim to be the article of its id.
struct Claim {
  Fingerprint id;
  Fingerprint digest;
  PartialDate published;           // as stated; empty() if nothing is
  std::optional<uint16_t> minute;  // of publication
  std::string_view path;
  uint64_t record = 1;
  Standing standing = Standing::kNew;
  uint64_t revision = 0;  // the provider's, 0 if not known
  uint64_t updated = 0;   // when the article says that it was changed, comparable; 0 if it does not

  /// Views into `article`, which must outlive it.
  static Claim of(const Article& article, Fingerprint id, Fingerprint digest, Standing standing);
  /// That no article is to stand for the id of a Rejection that withdraws it. A view as well.
  static Claim of(const Rejection& withdrawal, Fingerprint id);
};

/// Decides which record of a run stands for an id that several have: the one of the highest revision, then
/// one that withdraws it, then the one published last (parts of the date that are not known count as
/// earliest), then the one updated last, then the smallest path, then the smallest record number. The outcome
/// depends neither on the order of the claims nor on threads. Knows nothing of Xapian. Not thread-safe.
class Ledger {
 public:
  enum class Verdict : uint8_t {
    kFirst,     // no other record of this run had the id
    kReplaces,  // stands in place of an earlier one, which becomes a duplicate
    kYields,    // a duplicate: an earlier one goes on to stand
  };
  struct Ruling {
    Verdict verdict = Verdict::kFirst;
    bool contested = false;  // the first time that two contents claim this id
    uint32_t withdrawn = 0;  // kReplaces: what placed() said of the earlier record, 0 if nothing
  };

  /// Counts the claim, and rules on it.
  Ruling claim(const Claim& claim);
  /// Notes where the record that now stands for `id` was placed: a docid of the run's segment.
  void placed(Fingerprint id, uint32_t docid);
  /// Whether a record of this run has the id.
  bool has(Fingerprint id) const { return standing_.contains(id); }

  void count_seen(uint64_t records) { counts_.seen += records; }
  void count_rejected() { ++counts_.rejected; }
  const RecordCounts& counts() const { return counts_; }

  /// Calls visit(id fingerprint) for each id whose standing record has `standing`.
  template <typename Visit>
  void for_each(Standing standing, const Visit& visit) const {
    for (const auto& [id, entry] : standing_)
      if (entry.standing == standing) visit(id);
  }

 private:
  struct Entry {
    Fingerprint digest;
    uint64_t revision, published, updated;  // comparable
    uint64_t record;
    uint32_t path;  // index into paths_
    uint32_t docid;
    Standing standing;
    bool contested;
  };

  bool beats(const Entry& claimant, const Entry& holder) const;
  uint32_t path_number(std::string_view path);
  uint64_t& count_of(Standing standing);

  std::unordered_map<Fingerprint, Entry, FingerprintHash> standing_;  // by fingerprint of the id
  std::vector<std::string> paths_;  // as they came; records of one file come together
  RecordCounts counts_;
};

}  // namespace depeche
