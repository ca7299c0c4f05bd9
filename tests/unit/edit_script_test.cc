#include "searcher/edit_script.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace depeche {
namespace {

using Items = std::vector<uint32_t>;

Items items_of(const std::string& letters) { return {letters.begin(), letters.end()}; }

/// The script as "2-4>ab" (items 2 and 3 became a and b), joined by spaces.
std::string script(const std::string& before, const std::string& after) {
  std::string text;
  for (const Change& c : edit_script(items_of(before), items_of(after))) {
    if (!text.empty()) text += " ";
    text += std::to_string(c.before_begin) + "-" + std::to_string(c.before_end) + ">" +
            after.substr(c.after_begin, c.after_end - c.after_begin);
  }
  return text;
}

/// Items deleted and inserted; fails where the changes do not lead from one to the other.
size_t edits(const Items& before, const Items& after) {
  size_t count = 0;
  Items made;
  uint32_t done = 0, behind = 0;
  for (const Change& c : edit_script(before, after)) {
    EXPECT_LE(c.before_begin, c.before_end);
    EXPECT_LE(c.after_begin, c.after_end);
    EXPECT_TRUE(made.empty() || c.before_begin > done || (c.before_begin == 0 && c.after_begin == 0));
    EXPECT_EQ(c.before_begin - done, c.after_begin - behind);
    made.insert(made.end(), before.begin() + done, before.begin() + c.before_begin);
    made.insert(made.end(), after.begin() + c.after_begin, after.begin() + c.after_end);
    count += c.before_end - c.before_begin + c.after_end - c.after_begin;
    done = c.before_end;
    behind = c.after_end;
  }
  made.insert(made.end(), before.begin() + done, before.end());
  EXPECT_EQ(made, after);
  return count;
}

/// The least number of edits, by a table of all pairs.
size_t least_edits(const Items& before, const Items& after) {
  std::vector<size_t> row(after.size() + 1);
  for (size_t j = 0; j <= after.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= before.size(); ++i) {
    size_t diagonal = std::exchange(row[0], i);
    for (size_t j = 1; j <= after.size(); ++j) {
      const size_t above = row[j];
      row[j] = before[i - 1] == after[j - 1] ? diagonal : 1 + std::min(above, row[j - 1]);
      diagonal = above;
    }
  }
  return row.back();
}

TEST(EditScript, Cases) {
  const struct {
    const char *before, *after, *script;
  } kCases[] = {
      {"", "", ""},
      {"abc", "abc", ""},
      {"", "ab", "0-0>ab"},
      {"ab", "", "0-2>"},
      {"abc", "xyz", "0-3>xyz"},
      {"abc", "axc", "1-2>x"},
      {"abc", "abcd", "3-3>d"},
      {"abc", "xabc", "0-0>x"},
      {"abcd", "ad", "1-3>"},
      {"abcdef", "axcdyf", "1-2>x 4-5>y"},
  };
  for (const auto& c : kCases) EXPECT_EQ(script(c.before, c.after), c.script) << c.before << " " << c.after;
}

// The example of Myers's paper: five edits.
TEST(EditScript, OfThePaper) { EXPECT_EQ(edits(items_of("abcabba"), items_of("cbabac")), 5u); }

TEST(EditScript, IsRightAndShortest) {
  std::mt19937 random(1986);
  for (int round = 0; round < 4000; ++round) {
    const uint32_t letters = 1 + random() % 6;
    Items before(random() % 40), after(random() % 40);
    for (uint32_t& item : before) item = random() % letters;
    for (uint32_t& item : after) item = random() % letters;
    ASSERT_EQ(edits(before, after), least_edits(before, after)) << "round " << round;
  }
}

TEST(EditScript, HostileInputIsBounded) {
  constexpr uint32_t kItems = 100'000;
  std::mt19937 random(1986);
  const auto make = [&](auto item) {
    Items items(kItems);
    for (uint32_t i = 0; i < kItems; ++i) items[i] = item(i);
    return items;
  };
  const Items ascending = make([](uint32_t i) { return i; }),
              others = make([](uint32_t i) { return i + kItems; }),
              descending = make([](uint32_t i) { return kItems - i; }),
              same = make([](uint32_t) { return 7u; }),
              two = make([&](uint32_t) { return static_cast<uint32_t>(random() % 2); }),
              pairs = make([](uint32_t i) { return i % 2; }), threes = make([](uint32_t i) { return i % 3; });
  const std::pair<const Items*, const Items*> kCases[] = {
      {&ascending, &others}, {&ascending, &descending}, {&two, &pairs},
      {&same, &pairs},       {&pairs, &threes},         {&two, &ascending},
  };
  for (const auto& [before, after] : kCases) {
    const auto start = std::chrono::steady_clock::now();
    EXPECT_LE(edits(*before, *after), 2u * kItems);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    EXPECT_LT(seconds.count(), 20) << "case " << (&before - &kCases[0].first);
  }
}

/// Far apart at a few places, a long text still keeps what is equal.
TEST(EditScript, MuchChangedKeepsWhatIsEqual) {
  std::mt19937 random(7);
  Items before, after;
  for (int block = 0; block < 40; ++block) {
    for (uint32_t i = 0; i < 500; ++i) before.push_back(1'000'000 + random() % 50);
    for (uint32_t i = 0; i < 500; ++i) after.push_back(2'000'000 + random() % 50);
    for (uint32_t i = 0; i < 500; ++i) {
      before.push_back(random());
      after.push_back(before.back());
    }
  }
  EXPECT_LT(edits(before, after), 2u * 40 * 510);
}

}  // namespace
}  // namespace depeche
