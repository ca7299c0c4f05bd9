#include "indexer/ledger.h"

#include <tuple>

namespace depeche {
namespace {

/// Orders like (year, month, day, minute), unknown parts first.
uint64_t rank_of(const PartialDate& date, std::optional<uint16_t> minute) {
  uint64_t rank = static_cast<uint64_t>(date.year);
  rank = rank * 13 + date.month;
  rank = rank * 32 + date.day;
  return rank * (24 * 60 + 2) + (minute ? *minute + 1u : 0u);
}

}  // namespace

Claim Claim::of(const Article& article, Fingerprint id, Fingerprint digest, Standing standing) {
  Claim claim{.id = id,
              .digest = digest,
              .published = {},
              .minute = {},
              .path = article.origin.path,
              .record = article.origin.record,
              .standing = standing};
  if (const ArticleDate* published = find_date(article, DateKind::kPublished)) {
    if (!published->inferred)
      claim.published = published->value;
    else if (published->stated)
      claim.published = published->stated->value;
    claim.minute = published->minute;
  }
  claim.revision = article.revision;
  if (const ArticleDate* updated = find_date(article, DateKind::kUpdated))
    claim.updated = rank_of(updated->value, updated->minute);
  return claim;
}

Claim Claim::of(const Rejection& withdrawal, Fingerprint id) {
  return {.id = id,
          .digest = {},
          .published = {},
          .minute = {},
          .path = withdrawal.origin.path,
          .record = withdrawal.origin.record,
          .standing = Standing::kWithdrawn,
          .revision = withdrawal.withdraws.value_or(0)};
}

Ledger::Ruling Ledger::claim(const Claim& claim) {
  const Entry entry{.digest = claim.digest,
                    .revision = claim.revision,
                    .published = rank_of(claim.published, claim.minute),
                    .updated = claim.updated,
                    .record = claim.record,
                    .path = path_number(claim.path),
                    .docid = 0,
                    .standing = claim.standing,
                    .contested = false};
  const auto [place, first] = standing_.try_emplace(claim.id, entry);
  if (first) {
    ++count_of(entry.standing);
    return {};
  }
  Entry& holder = place->second;
  Ruling ruling{.verdict = Verdict::kYields};
  const bool beaten = beats(entry, holder);
  // Others are versions of one article.
  const bool comparable = entry.revision == holder.revision && entry.standing != Standing::kWithdrawn &&
                          holder.standing != Standing::kWithdrawn;
  if ((beaten ? holder : entry).standing != Standing::kWithdrawn) ++counts_.duplicates;
  if (!holder.contested && comparable && holder.digest != entry.digest) {
    ruling.contested = holder.contested = true;
    ++counts_.contested_ids;
  }
  if (beaten) {
    ruling.verdict = Verdict::kReplaces;
    ruling.withdrawn = holder.docid;
    --count_of(holder.standing);
    ++count_of(entry.standing);
    const bool contested = holder.contested && comparable;
    if (holder.contested && !comparable) --counts_.contested_ids;
    holder = entry;
    holder.contested = contested;
  }
  return ruling;
}

void Ledger::placed(Fingerprint id, uint32_t docid) { standing_.at(id).docid = docid; }

bool Ledger::beats(const Entry& claimant, const Entry& holder) const {
  const auto age = [](const Entry& entry) {
    return std::tuple(entry.revision, entry.standing == Standing::kWithdrawn, entry.published, entry.updated);
  };
  if (age(claimant) != age(holder)) return age(claimant) > age(holder);
  const int path = paths_[claimant.path].compare(paths_[holder.path]);
  return path != 0 ? path < 0 : claimant.record < holder.record;
}

uint32_t Ledger::path_number(std::string_view path) {
  if (paths_.empty() || paths_.back() != path) paths_.emplace_back(path);
  return static_cast<uint32_t>(paths_.size() - 1);
}

uint64_t& Ledger::count_of(Standing standing) {
  switch (standing) {
    case Standing::kNew:
      return counts_.indexed;
    case Standing::kChanged:
      return counts_.updated;
    case Standing::kWithdrawn:
      return counts_.withdrawn_ids;
    case Standing::kUnchanged:
      break;
  }
  return counts_.unchanged;
}

}  // namespace depeche
