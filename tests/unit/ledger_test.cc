#include "indexer/ledger.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace depeche {
namespace {

struct Entry {
  const char* id;
  const char* content;
  PartialDate published;
  int minute;  // -1: none
  const char* path;
  uint64_t record;
  Standing standing = Standing::kNew;
  uint64_t revision = 0, updated = 0;
};

Claim claim_of(const Entry& entry) {
  return {.id = fingerprint_of(entry.id),
          .digest = fingerprint_of(entry.content),
          .published = entry.published,
          .minute = entry.minute < 0 ? std::nullopt : std::optional(static_cast<uint16_t>(entry.minute)),
          .path = entry.path,
          .record = entry.record,
          .standing = entry.standing,
          .revision = entry.revision,
          .updated = entry.updated};
}

/// Whether a record that stands brings no document.
bool places_none(const Entry& entry) {
  return entry.standing == Standing::kUnchanged || entry.standing == Standing::kWithdrawn;
}

/// What a segment would hold after the claims: which entry was placed for each id and not withdrawn.
std::map<std::string, const Entry*> play(const std::vector<const Entry*>& entries, RecordCounts& counts) {
  Ledger ledger;
  std::map<uint32_t, const Entry*> placed;
  std::map<std::string, const Entry*> standing;
  uint32_t docid = 0;
  for (const Entry* entry : entries) {
    if (entry->standing != Standing::kWithdrawn) ledger.count_seen(1);  // its rejection is counted
    const Ledger::Ruling ruling = ledger.claim(claim_of(*entry));
    if (ruling.withdrawn != 0) {
      EXPECT_EQ(placed.erase(ruling.withdrawn), 1u);
    }
    if (ruling.verdict == Ledger::Verdict::kYields) continue;
    standing[entry->id] = entry;
    if (places_none(*entry)) continue;
    placed[++docid] = entry;
    ledger.placed(fingerprint_of(entry->id), docid);
  }
  counts = ledger.counts();
  EXPECT_TRUE(counts.balanced());
  std::map<std::string, const Entry*> held;
  for (const auto& [number, entry] : placed)
    EXPECT_TRUE(held.emplace(entry->id, entry).second) << "twice in the segment";
  for (const auto& [id, entry] : standing) {
    if (places_none(*entry)) {
      EXPECT_FALSE(held.contains(id));
    } else {
      EXPECT_EQ(held[id], entry);
    }
  }
  return standing;
}

struct DuelCase {
  const char* name;
  Entry winner, loser;
  bool contested;
};

const PartialDate kDay13{2019, 2, 13}, kDay14{2019, 2, 14}, kMonth{2019, 2, 0}, kYear{2019, 0, 0},
    kYearless{0, 2, 28}, kNoDate{};

const DuelCase kDuels[] = {
    {"later day", {"x", "a", kDay14, -1, "b", 2}, {"x", "b", kDay13, -1, "a", 1}, true},
    {"later time of the day", {"x", "a", kDay13, 600, "b", 2}, {"x", "b", kDay13, 599, "a", 1}, true},
    {"a time over none", {"x", "a", kDay13, 0, "b", 2}, {"x", "b", kDay13, -1, "a", 1}, true},
    {"a day over its month", {"x", "a", kDay13, -1, "b", 2}, {"x", "b", kMonth, -1, "a", 1}, true},
    {"a month over its year", {"x", "a", kMonth, -1, "b", 2}, {"x", "b", kYear, -1, "a", 1}, true},
    {"a year over none", {"x", "a", kYear, -1, "b", 2}, {"x", "b", kYearless, 60, "a", 1}, true},
    {"any date over none", {"x", "a", kYearless, -1, "b", 2}, {"x", "b", kNoDate, -1, "a", 1}, true},
    {"smaller path", {"x", "a", kDay13, -1, "a/z", 9}, {"x", "b", kDay13, -1, "b/a", 1}, true},
    {"paths compare as bytes", {"x", "a", kDay13, -1, "Z", 9}, {"x", "b", kDay13, -1, "a", 1}, true},
    {"smaller record", {"x", "a", kNoDate, -1, "a", 2}, {"x", "b", kNoDate, -1, "a", 10}, true},
    {"same content, smaller path", {"x", "a", kDay13, -1, "a", 1}, {"x", "a", kDay13, -1, "b", 1}, false},
    {"later update of the same day",
     {"x", "a", kDay13, -1, "b", 2, Standing::kNew, 0, 8},
     {"x", "b", kDay13, -1, "a", 1, Standing::kNew, 0, 7},
     true},
    {"higher revision",
     {"x", "a", kDay13, -1, "b", 2, Standing::kNew, 10},
     {"x", "b", kDay14, 60, "a", 1, Standing::kNew, 9, 5},
     false},
    {"a revision over none",
     {"x", "a", kNoDate, -1, "b", 2, Standing::kNew, 1},
     {"x", "b", kDay14, 60, "a", 1},
     false},
};

TEST(Ledger, DecidesWhichRecordStands) {
  for (const DuelCase& duel : kDuels) {
    for (const bool winner_first : {true, false}) {
      std::vector<const Entry*> entries{&duel.loser, &duel.winner};
      if (winner_first) std::swap(entries[0], entries[1]);
      RecordCounts counts;
      EXPECT_EQ(play(entries, counts).at("x"), &duel.winner) << duel.name;
      EXPECT_EQ(counts,
                (RecordCounts{.seen = 2, .indexed = 1, .duplicates = 1, .contested_ids = duel.contested}))
          << duel.name;
    }
  }
}

TEST(Ledger, CountsTheStandingOfTheWinner) {
  const Entry changed{"x", "old", kDay13, -1, "a", 1, Standing::kChanged};
  const Entry unchanged{"x", "new", kDay14, -1, "a", 2, Standing::kUnchanged};
  RecordCounts counts;
  play({&changed, &unchanged}, counts);
  EXPECT_EQ(counts, (RecordCounts{.seen = 2, .unchanged = 1, .duplicates = 1, .contested_ids = 1}));
  play({&unchanged, &changed}, counts);
  EXPECT_EQ(counts, (RecordCounts{.seen = 2, .unchanged = 1, .duplicates = 1, .contested_ids = 1}));
}

TEST(Ledger, WithdrawsRevisionsUpToItsOwn) {
  const Entry first{"x", "1", kDay13, -1, "a", 1, Standing::kNew, 1};
  const Entry second{"x", "2", kDay13, -1, "a", 2, Standing::kNew, 2};
  const Entry withdrawal{"x", "", kNoDate, -1, "b", 1, Standing::kWithdrawn, 2};
  const Entry third{"x", "3", kDay13, -1, "a", 3, Standing::kNew, 3};
  std::vector<const Entry*> order{&first, &second, &withdrawal, &withdrawal};
  RecordCounts counts;
  std::ranges::sort(order);
  do {
    EXPECT_EQ(play(order, counts).at("x"), &withdrawal);
    EXPECT_EQ(counts, (RecordCounts{.seen = 2, .duplicates = 2, .withdrawn_ids = 1}));
  } while (std::ranges::next_permutation(order).found);
  order = {&first, &second, &third, &withdrawal};
  std::ranges::sort(order);
  do {
    EXPECT_EQ(play(order, counts).at("x"), &third);
    EXPECT_EQ(counts, (RecordCounts{.seen = 3, .indexed = 1, .duplicates = 2}));
  } while (std::ranges::next_permutation(order).found);
}

TEST(Ledger, CountsRejectedRecordsAndDoesNotBalanceALostOne) {
  Ledger ledger;
  ledger.count_seen(2);
  ledger.count_rejected();
  EXPECT_FALSE(ledger.counts().balanced());
  ledger.claim(claim_of(kDuels[0].winner));
  EXPECT_TRUE(ledger.counts().balanced());
}

TEST(Ledger, NamesTheIdsOfAStanding) {
  Ledger ledger;
  ledger.claim(claim_of({"new", "a", kDay13, -1, "a", 1, Standing::kNew}));
  ledger.claim(claim_of({"changed", "a", kDay13, -1, "a", 2, Standing::kChanged}));
  ledger.claim(claim_of({"unchanged", "a", kDay13, -1, "a", 3, Standing::kUnchanged}));
  std::vector<Fingerprint> ids;
  ledger.for_each(Standing::kChanged, [&](Fingerprint id) { ids.push_back(id); });
  EXPECT_EQ(ids, std::vector{fingerprint_of("changed")});
}

/// Every standing record of a published index has one content, every other record of its id changes it.
std::vector<Entry> random_corpus(std::mt19937& random) {
  static const char* const kIds[] = {"a", "b", "c", "d"};
  static const char* const kContents[] = {"1", "2", "3"};
  static const char* const kPaths[] = {"p", "p/q", "r"};
  static const PartialDate kDates[] = {kDay13, kDay14, kMonth, kYearless, kNoDate};
  const auto pick = [&](const auto& from) { return from[random() % std::size(from)]; };
  std::vector<Entry> entries;
  for (uint64_t record = 1; record <= 12; ++record) {
    Entry entry{pick(kIds),   pick(kContents), pick(kDates), static_cast<int>(random() % 3) - 1,
                pick(kPaths), record};
    const bool published = *entry.id != 'a';
    entry.standing = !published              ? Standing::kNew
                     : *entry.content == '1' ? Standing::kUnchanged
                                             : Standing::kChanged;
    entry.revision = random() % 3;
    entry.updated = random() % 2;
    if (random() % 8 == 0) entry.standing = Standing::kWithdrawn;
    entries.push_back(entry);
  }
  return entries;
}

TEST(Ledger, OutcomeDoesNotDependOnTheOrder) {
  std::mt19937 random(20190213);
  for (int corpus = 0; corpus < 300; ++corpus) {
    const std::vector<Entry> entries = random_corpus(random);
    std::vector<const Entry*> order;
    for (const Entry& entry : entries) order.push_back(&entry);
    RecordCounts expected_counts, counts;
    const auto expected = play(order, expected_counts);
    for (int shuffle = 0; shuffle < 10; ++shuffle) {
      std::shuffle(order.begin(), order.end(), random);
      ASSERT_EQ(play(order, counts), expected) << "corpus " << corpus;
      ASSERT_EQ(counts, expected_counts) << "corpus " << corpus;
    }
  }
}

}  // namespace
}  // namespace depeche
