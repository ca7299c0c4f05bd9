#include "indexer/ledger.h"

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
  return claim;
}

Ledger::Ruling Ledger::claim(const Claim& claim) {
  const Entry entry{.digest = claim.digest,
                    .published = rank_of(claim.published, claim.minute),
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
  ++counts_.duplicates;
  if (!holder.contested && holder.digest != entry.digest) {
    ruling.contested = holder.contested = true;
    ++counts_.contested_ids;
  }
  if (beats(entry, holder)) {
    ruling.verdict = Verdict::kReplaces;
    ruling.withdrawn = holder.docid;
    --count_of(holder.standing);
    ++count_of(entry.standing);
    const bool contested = holder.contested;
    holder = entry;
    holder.contested = contested;
  }
  return ruling;
}

void Ledger::placed(Fingerprint id, uint32_t docid) { standing_.at(id).docid = docid; }

bool Ledger::beats(const Entry& claimant, const Entry& holder) const {
  if (claimant.published != holder.published) return claimant.published > holder.published;
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
    case Standing::kUnchanged:
      break;
  }
  return counts_.unchanged;
}

}  // namespace depeche
