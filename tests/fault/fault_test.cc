// One thing goes wrong in a run: whatever it is, and wherever, the index is as it was or as it should become,
// what the program says of it is true, and the next run makes good.
#include <algorithm>
#include <cstdlib>
#include <set>
#include <string_view>

#include "tests/cli/index_fixture.h"
#include "tests/fault/power_cut.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

bool is_soak() { return std::getenv("DEPECHE_SOAK") != nullptr; }

/// A copy whose files have the same times: for a program that compares them, the same index.
void copy_tree(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  if (!fs::exists(from)) return;
  fs::create_directories(to);
  for (const auto& entry : fs::directory_iterator(from)) {
    const fs::path target = to / entry.path().filename();
    if (entry.is_directory()) {
      copy_tree(entry.path(), target);
    } else {
      fs::copy_file(entry.path(), target);
      fs::last_write_time(target, entry.last_write_time());
    }
  }
}

enum class Scenario { kFirstRun, kNight };

struct Series {
  Scenario scenario;
  const char* kind;  // of fault: see shim.cc
  size_t points;     // that are tried, spread over the run; 0: all
  size_t soak_points;
  unsigned part, parts = 4;  // a part of the points, so that parts run beside each other
};

void PrintTo(const Series& series, std::ostream* out) {
  *out << (series.scenario == Scenario::kFirstRun ? "first run, " : "night, ") << series.kind << ", part "
       << series.part;
}

class Fault : public IndexFixture, public testing::WithParamInterface<Series> {
 protected:
  void SetUp() override {
    write("corpus/a.jsonl", record("a", "Un bateau à Pékin.") + record("b", "Mme Hua a parlé.") +
                                record("c", "Hua Chunying a parlé."));
    write("corpus/c.txt", "PARIS, 13 février - Une voiture.\n");
    write("corpus/gone.txt", "Un avion.\n");
    if (GetParam().scenario == Scenario::kNight) {
      for (int night = 1; night <= 10; ++night) {
        write("corpus/always.jsonl", record("always", "Version " + std::to_string(night)));
        ASSERT_EQ(run_on(base()).exit_code, 0);
      }
      write("corpus/always.jsonl", record("always", "La dernière version."));
      write("corpus/new.jsonl", record("d", "Un nouveau bateau."));
      fs::remove(directory / "corpus" / "gone.txt");
    }
    copy_tree(base(), directory / "whole");
    ASSERT_EQ(run_on(directory / "whole").exit_code, 0);
    before_ = dump(base());
    after_ = dump(directory / "whole");
    ASSERT_TRUE(before_ != after_);
  }

  static std::string record(const std::string& id, const std::string& text) {
    return R"({"id":")" + id + R"(","date":"2019-02-13","text":")" + text + "\"}\n";
  }

  fs::path base() const { return directory / "index"; }

  Finished run_on(const fs::path& index, std::vector<std::string> environment = {}) const {
    return run({{DEPECHE_INDEXER, "--index", index.string(), "--quiet", "--threads", "2", "--prune",
                 "--max-prune", "50", (directory / "corpus").string()},
                std::move(environment),
                -1});
  }

  /// Everything that searches are answered from; "" where there is no index.
  static std::string dump(const fs::path& index) {
    const Finished finished = run({{DEPECHE_INDEXER, "--index", index.string(), "--export-dump"}, {}, -1});
    EXPECT_TRUE(finished.exit_code == 0 || (finished.exit_code == 4 && !fs::exists(index / "CURRENT")))
        << finished.err;
    return finished.out;
  }

  std::vector<std::string> fault(const std::string& kind, uint64_t at, const fs::path& count = {}) const {
    std::vector<std::string> environment = {std::string("LD_PRELOAD=") + DEPECHE_FAULT_SHIM,
                                            "DEPECHE_FAULT_KIND=" + kind,
                                            "DEPECHE_FAULT_AT=" + std::to_string(at)};
    if (!count.empty()) environment.push_back("DEPECHE_FAULT_FILE=" + count.string());
    return environment;
  }

  /// How many calls, bytes or allocations a run without fault makes.
  uint64_t count(const std::string& kind) {
    copy_tree(base(), trial());
    EXPECT_EQ(run_on(trial(), counting(kind)).exit_code, 0);
    return counted();
  }
  /// How many of them a program makes before main(), where nothing can be caught.
  uint64_t count_before_main(const std::string& kind) {
    run({{DEPECHE_INDEXER, "--version"}, counting(kind), -1});
    return counted();
  }

  std::vector<std::string> counting(const std::string& kind) const {
    const bool of_calls = kind != "full" && kind != "memory";
    return fault(of_calls ? "count" : kind, ~0ULL >> 1, directory / "count");
  }
  uint64_t counted() const {
    uint64_t number = 0;
    std::ifstream(directory / "count") >> number;
    return number;
  }

  /// Alone in its directory, so that a power cut may take its very name.
  fs::path trial() const { return directory / "trials" / "index"; }

  /// The power is cut at call `at`: of what was not synced by then some is on the disk, and some is not.
  void cut_power(uint64_t at, unsigned seed) {
    const fs::path noted = directory / "disk", left = directory / "left" / "index";
    copy_tree(base(), trial());
    fs::remove_all(noted);
    fs::create_directories(noted);
    note_all(trial().parent_path(), noted);
    std::vector<std::string> environment = fault("kill", at);
    environment.push_back("DEPECHE_FAULT_DISK=" + noted.string());
    const int exit_code = run_on(trial(), environment).exit_code;
    ended_.insert(exit_code);
    for (unsigned way = 0; way < kWaysToLose; ++way) {
      const std::string what = "power cut at " + std::to_string(at) + ", way " + std::to_string(way);
      fs::remove_all(left.parent_path());
      PowerCut(noted, trial().parent_path(), way, seed).leave(left.parent_path());
      const std::string found = dump(left);
      EXPECT_TRUE(found == after_ || (exit_code != 0 && found == before_)) << what;
      const Finished next = run_on(left);
      EXPECT_EQ(next.exit_code, 0) << what << ": " << next.err;
      EXPECT_TRUE(dump(left) == after_) << what;
    }
  }

  void expect_nothing_left_behind(const std::string& what) const {
    for (const auto& entry : fs::directory_iterator(trial()))
      EXPECT_FALSE(entry.path().extension() == ".building" || entry.path().extension() == ".tmp")
          << what << ": " << entry.path();
  }

  void try_point(const std::string& kind, uint64_t at) {
    const std::string what = kind + " at " + std::to_string(at);
    copy_tree(base(), trial());
    const Finished finished = run_on(trial(), fault(kind, at));
    ended_.insert(finished.exit_code);
    const std::string found = dump(trial());
    if (finished.exit_code == 0) {
      EXPECT_TRUE(found == after_) << what;
    } else if (finished.exit_code == 128 + 9) {
      EXPECT_EQ(kind, "kill") << what;
      EXPECT_TRUE(found == before_ || found == after_) << what;
    } else if (finished.exit_code == 128 + 6) {  // where memory ends in a destructor of a library
      EXPECT_EQ(kind, "memory") << what << ": " << finished.err;
      EXPECT_TRUE(found == before_ || found == after_) << what;
    } else {
      EXPECT_EQ(finished.exit_code, 4) << what << ": " << finished.err;
      EXPECT_TRUE(found == before_) << what << ": " << finished.err;
      EXPECT_TRUE(kind == "memory" || finished.err.find('/') != std::string::npos)
          << what << ": " << finished.err;
    }
    const Finished next = run_on(trial());
    EXPECT_EQ(next.exit_code, 0) << what << ": " << next.err;
    EXPECT_TRUE(dump(trial()) == after_) << what;
    expect_nothing_left_behind(what);
  }

  std::string before_, after_;
  std::set<int> ended_;  // exit codes
};

TEST_P(Fault, LeavesTheOldIndexOrTheNewOne) {
  const Series& series = GetParam();
  const uint64_t first = count_before_main(series.kind), last = count(series.kind), all = last - first;
  ASSERT_GT(last, first + 50);
  size_t points = is_soak() ? series.soak_points : series.points;
  if (points == 0) points = all;
  points = std::min<size_t>(points, all);
  size_t tried = 0;
  for (size_t i = series.part; i < points; i += series.parts, ++tried) {
    try_point(series.kind, first + 1 + i * all / points);
    if (HasFailure()) return;
  }
  RecordProperty("points", static_cast<int>(tried));
  EXPECT_GT(ended_.size(), 0u);
  EXPECT_TRUE(std::ranges::any_of(ended_, [](int code) { return code != 0; }));
}

class Power : public Fault {};

TEST_P(Power, ThatIsCutLeavesTheOldIndexOrTheNewOne) {
  const Series& series = GetParam();
  const uint64_t first = count_before_main("kill"), last = count("kill");
  const uint64_t step = series.scenario == Scenario::kNight && !is_soak() ? 2 : 1;
  for (uint64_t at = first + 1 + series.part * step; at <= last + series.parts * step;
       at += series.parts * step) {
    cut_power(at, static_cast<unsigned>(at));
    if (HasFailure()) return;
  }
  EXPECT_TRUE(ended_.contains(128 + 9) && ended_.contains(0));
}

std::vector<Series> series() {
  std::vector<Series> all;
  for (unsigned part = 0; part < 4; ++part) {
    for (const char* kind : {"kill", "enospc", "eio"}) {
      all.push_back({Scenario::kFirstRun, kind, 0, 0, part});
      all.push_back({Scenario::kNight, kind, 120, 0, part});
    }
    all.push_back({Scenario::kNight, "full", 100, 2000, part});
    all.push_back({Scenario::kFirstRun, "memory", 100, 2000, part});
    all.push_back({Scenario::kNight, "memory", 60, 2000, part});
  }
  return all;
}

std::vector<Series> kill_series() {
  std::vector<Series> all = series();
  std::erase_if(all, [](const Series& one) { return std::string_view(one.kind) != "kill"; });
  return all;
}

INSTANTIATE_TEST_SUITE_P(Points, Fault, testing::ValuesIn(series()));
INSTANTIATE_TEST_SUITE_P(Points, Power, testing::ValuesIn(kill_series()));

}  // namespace
}  // namespace depeche
