// Runs that follow one another: what is read again, what is kept, what is removed, and that the counts tell
// it.
#include <chrono>
#include <functional>

#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string record(const std::string& id, const std::string& text) {
  return json{{"id", id}, {"date", "2019-02-13"}, {"text", text}}.dump() + "\n";
}

class Nightly : public IndexFixture {
 protected:
  /// A file of the corpus that was written long before any run.
  void put(const std::string& name, const std::string& content) {
    touch(write("corpus/" + name, content), std::chrono::hours(2));
  }
  void touch(const fs::path& path, std::chrono::seconds ago) const {
    fs::last_write_time(path, fs::file_time_type::clock::now() - ago);
  }
  fs::path corpus(const std::string& name = "") const { return directory / "corpus" / name; }

  /// One night on the whole corpus; its report.
  json night(std::vector<std::string> options = {}, int exit_code = 0) {
    options.push_back(corpus().parent_path().string());
    return run_for_report(std::move(options), exit_code);
  }
  json run_for_report(std::vector<std::string> options, int exit_code = 0) {
    const fs::path report = directory / "report.json";
    fs::remove(report);
    options.insert(options.end(), {"--report", report.string()});
    const Finished finished = index(std::move(options));
    EXPECT_EQ(finished.exit_code, exit_code) << finished.err;
    error_ = finished.err;
    std::ifstream in(report);
    return in ? json::parse(in) : json();
  }
  std::string dump() { return run_indexer({"--export-dump"}); }
  std::string run_indexer(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {DEPECHE_INDEXER, "--index", (directory / "index").string()});
    return run({std::move(arguments), {}, -1}).out;
  }

  std::string error_;
};

/// read, unchanged, indexed, updated, unchanged records, duplicates, rejected, files gone, articles gone,
/// pruned
std::string counts(const json& report) {
  const json &files = report["files"], &records = report["records"], &gone = report["gone"];
  std::string text;
  for (const json& count :
       {files["read"], files["unchanged"], records["indexed"], records["updated"], records["unchanged"],
        records["duplicates"], records["rejected"], gone["files"], gone["articles"], gone["pruned"]})
    text += (text.empty() ? "" : " ") + count.dump();
  return text;
}

TEST_F(Nightly, FindsWhatChangedAndNothingElse) {
  put("a.jsonl", record("a", "Un bateau."));
  put("b.jsonl", record("b", "Un train.") + "{\n");
  put("c.txt", "Une voiture.\n");
  put("d/d.jsonl", record("d", "Un avion.") + record("a", "Un bateau."));
  const struct Row {
    const char* name;
    std::function<void()> change;
    std::vector<std::string> options;
    const char* counts;
    int exit_code = 1;  // b.jsonl has a rejected record
  } kNights[] = {
      {"first", [] {}, {}, "4 0 4 0 0 1 1 0 0 0"},
      {"nothing new", [] {}, {}, "0 4 0 0 4 1 1 0 0 0"},
      {"all read", [] {}, {"--reread"}, "4 0 0 0 4 1 1 0 0 0"},
      {"other options", [] {}, {"--no-repair"}, "4 0 0 0 4 1 1 0 0 0"},
      {"these options again", [] {}, {"--no-repair"}, "0 4 0 0 4 1 1 0 0 0"},
      {"the first options", [] {}, {}, "4 0 0 0 4 1 1 0 0 0"},
      {"touched", [&] { touch(corpus("a.jsonl"), std::chrono::hours(1)); }, {}, "0 4 0 0 4 1 1 0 0 0"},
      {"renamed", [&] { fs::rename(corpus("c.txt"), corpus("d/e.txt")); }, {}, "0 4 0 0 4 1 1 0 0 0"},
      {"copied", [&] { put("copy.jsonl", record("d", "Un avion.")); }, {}, "1 4 0 0 4 2 1 0 0 0"},
      {"changed", [&] { put("a.jsonl", record("a", "Un navire.")); }, {}, "1 4 0 1 3 2 1 0 0 0"},
      {"the copy goes", [&] { fs::remove(corpus("copy.jsonl")); }, {}, "0 4 0 0 4 1 1 1 0 0"},
      {"a file goes", [&] { fs::remove(corpus("d/e.txt")); }, {}, "0 3 0 0 3 1 1 2 1 0"},
      {"and comes back", [&] { put("d/e.txt", "Une voiture.\n"); }, {}, "0 4 0 0 4 1 1 1 0 0"},
      {"mended", [&] { put("b.jsonl", record("b", "Un train.")); }, {}, "1 3 0 0 4 1 0 1 0 0", 0},
  };
  for (const Row& row : kNights) {
    row.change();
    EXPECT_EQ(counts(night(row.options, row.exit_code)), row.counts) << row.name;
  }
}

TEST_F(Nightly, ARecordThatTookPartAsKnownCountsAsIfItWereRead) {
  // a.jsonl yields to b.jsonl, which is later; when b.jsonl goes or turns older, a.jsonl must stand again.
  const auto dated = [](const char* date, const char* text) {
    return json{{"id", "x"}, {"date", date}, {"text", text}}.dump() + "\n";
  };
  put("a.jsonl", dated("2019-02-13", "Le premier."));
  put("b.jsonl", dated("2019-02-14", "Le second."));
  night();
  EXPECT_EQ(found("second"), 1u);
  put("b.jsonl", dated("2019-02-12", "Le second, plus ancien."));
  EXPECT_EQ(counts(night()), "2 0 0 1 0 1 0 0 0 0");
  EXPECT_EQ(found("premier"), 1u);
  EXPECT_EQ(found("second"), 0u);
}

/// A dump without what tells versions apart, and so how an article came to be what it is.
std::vector<json> without_versions(const std::string& dump) {
  std::vector<json> lines;
  std::istringstream in(dump);
  for (std::string text; std::getline(in, text);) {
    json line = json::parse(text);
    line.erase("version");
    line.erase("stored");
    if (line.contains("values")) line["values"].erase("6");
    if (line.contains("terms"))
      std::erase_if(line["terms"].get_ref<json::array_t&>(),
                    [](const json& term) { return term[0].get<std::string>().starts_with("XK"); });
    lines.push_back(std::move(line));
  }
  return lines;
}

TEST_F(Nightly, ConvergesToWhatOneRunMakes) {
  put("a.jsonl", record("a", "Un bateau à Pékin.") + record("b", "M. Hua a parlé."));
  put("b.txt", "PARIS, 13 février - Un train.\n");
  night();
  put("a.jsonl", record("a", "Un navire à Pékin.") + record("c", "Hua Chunying a parlé."));
  fs::remove(corpus("b.txt"));
  put("c.txt", "Une voiture.\n");
  night({"--prune", "--max-prune", "100"});
  const std::vector<json> followed = without_versions(dump());
  EXPECT_EQ(followed.size(), 3u);
  fs::remove_all(directory / "index");
  night();
  EXPECT_EQ(followed, without_versions(dump()));
}

TEST_F(Nightly, PruneRemovesWhatIsGoneWithinItsLimit) {
  for (int i = 0; i < 20; ++i)
    put("f" + std::to_string(i) + ".jsonl", record("r" + std::to_string(i), "Un bateau."));
  put("two.jsonl", record("s", "Un bateau.") + record("t", "Un bateau."));
  night();
  fs::remove(corpus("f0.jsonl"));
  EXPECT_EQ(counts(night()), "0 20 0 0 21 0 0 1 1 0");
  EXPECT_EQ(found("bateau"), 22u);
  put("two.jsonl", record("s", "Un bateau."));  // a record that its file no longer holds
  EXPECT_EQ(counts(night({"--prune"})), "1 19 0 0 20 0 0 1 2 2");
  EXPECT_EQ(found("bateau"), 20u);
  EXPECT_EQ(found("id:t"), 0u);
  EXPECT_EQ(search({"--show", "t@1"}).exit_code, 0);  // removed, not lost

  const std::string before = dump();
  for (int i = 1; i < 6; ++i) fs::remove(corpus("f" + std::to_string(i) + ".jsonl"));
  night({"--prune"}, 3);
  EXPECT_NE(error_.find("--prune would remove 5 of 20 articles (25.0 %)"), error_.npos) << error_;
  EXPECT_NE(error_.find("--max-prune 25"), error_.npos) << error_;
  EXPECT_EQ(dump(), before);
  EXPECT_EQ(counts(night({"--prune", "--max-prune", "25"})), "0 15 0 0 15 0 0 5 5 5");
  EXPECT_EQ(found("bateau"), 15u);
}

TEST_F(Nightly, PruneNeverEmptiesTheIndexOfAMissingMount) {
  put("a.jsonl", record("a", "Un bateau."));
  night();
  const std::string before = dump();
  fs::rename(corpus(), directory / "elsewhere");
  const std::vector<std::string> arguments = {"--prune", "--max-prune", "100", corpus().string()};
  const struct {
    std::function<void()> change;
    const char* says;
  } kCases[] = {
      {[] {}, "not there, so --prune would remove its articles"},
      {[&] { fs::create_directory(corpus()); }, "holds no file, so --prune would remove its articles"},
      {[&] { fs::create_directory(corpus("sub")); }, "holds no file, so --prune would remove its articles"},
  };
  for (const auto& c : kCases) {
    c.change();
    run_for_report(arguments, 3);
    EXPECT_NE(error_.find(c.says), error_.npos) << error_;
    EXPECT_EQ(dump(), before) << c.says;
  }
}

TEST_F(Nightly, ADamagedListOfSourcesCostsTimeOnly) {
  put("a.jsonl", record("a", "Un bateau."));
  night();
  const fs::path list = directory / "index" / "sources-1.bin";
  ASSERT_TRUE(fs::exists(list));
  fs::resize_file(list, fs::file_size(list) / 2);
  const std::string told =
      run({{DEPECHE_INDEXER, "--index", (directory / "index").string(), "--no-check", corpus().string()},
           {},
           -1})
          .err;
  EXPECT_NE(told.find("sources-1.bin: the list of source files is damaged or missing: all files are read"),
            told.npos)
      << told;
  EXPECT_EQ(counts(night()), "0 1 0 0 1 0 0 0 0 0");  // the list is whole again
}

TEST_F(Nightly, RejectsAreReadAgainOnceTheyAreMended) {
  const std::string rejects = (directory / "rejects.jsonl").string();
  std::string good;
  for (int i = 0; i < 30; ++i) good += record("g" + std::to_string(i), "Un bateau.");
  const std::string wrong = "{\"id\":\"w\",\"date\":\"31/02/2019\",\"text\":\"Un train.\"}\n";
  const std::string mended = "{\"id\":\"w\",\"date\":\"28/02/2019\",\"text\":\"Un train.\"}\n";
  put("a.jsonl", good + wrong);
  night({"--rejects", rejects}, 1);
  EXPECT_EQ(found("train"), 0u);

  put("a.jsonl", good + mended);
  json report = run_for_report({"--retry-rejects", rejects, "--rejects", rejects});
  ASSERT_EQ(report["retried"].size(), 1u);
  EXPECT_EQ(report["retried"][0]["outcome"], "indexed");
  EXPECT_EQ(report["retried"][0]["code"], "E_DATE");
  EXPECT_EQ(report["retried"][0]["record"], 31);
  EXPECT_EQ(report["retried"][0]["offset"], good.size());
  EXPECT_EQ(found("train"), 1u);
  EXPECT_EQ(fs::file_size(rejects), 0u);
  EXPECT_EQ(counts(night()), "1 0 0 0 31 0 0 0 0 0");
}

TEST_F(Nightly, PathsComeFromStandardInput) {
  put("a/un.txt", "Un bateau.");
  put("b/deux\ntrois.txt", "Un train.");
  const auto piped = [&](const std::string& list, const std::string& options) {
    return run({{"/bin/sh", "-c", "cd \"$1\" && printf '" + list + "' | \"$2\" --index \"$3\" " + options,
                 "sh", (directory / "corpus").string(), DEPECHE_INDEXER, (directory / "index").string()},
                {},
                -1});
  };
  EXPECT_EQ(piped("a/un.txt\\n", "-").exit_code, 0);
  EXPECT_EQ(piped("./a/un.txt\\0b/deux\ntrois.txt\\0", "-0 -").exit_code, 0);
  EXPECT_EQ(found("bateau"), 1u);
  EXPECT_EQ(found("train"), 1u);
  const Finished gone = piped("a/un.txt\\nc/gone.txt\\n", "-");  // between find and us
  EXPECT_EQ(gone.exit_code, 1) << gone.err;
  EXPECT_NE(gone.err.find("c/gone.txt"), std::string::npos) << gone.err;
  EXPECT_NE(gone.err.find("E_VANISHED"), std::string::npos) << gone.err;
  const Finished empty = piped("", "-");
  EXPECT_EQ(empty.exit_code, 0);
  EXPECT_NE(empty.err.find("no path on standard input"), std::string::npos) << empty.err;
  EXPECT_EQ(piped("", "-0 a").exit_code, 2);
  EXPECT_EQ(found("bateau"), 1u);
}

TEST_F(Nightly, OtherLanguagesAreLeftOutWhereAskedTo) {
  const std::string english =
      "{\"id\":\"en\",\"text\":\"The harbour of the town has reopened on Tuesday after three weeks of "
      "strike, its "
      "master said. Twenty ships are waiting off the coast.\"}\n";
  put("a.jsonl", record("fr", "Le bateau est entré au port mardi.") + english +
                     "{\"id\":\"es\",\"language\":\"es\",\"text\":\"El puerto.\"}\n");
  for (int i = 0; i < 2; ++i) {  // the second night does not open the file
    const json report = run_for_report({"--languages", "fr", (directory / "corpus").string()});
    EXPECT_EQ(report["exit_code"], 0);
    EXPECT_EQ(report["rejections"], (json{{"E_LANGUAGE", 2}}));
    EXPECT_EQ(report["records"]["rejected"], 2);
  }
  EXPECT_EQ(found("bateau"), 1u);
  EXPECT_EQ(found("harbour"), 0u);
  run_for_report({"--languages", "en,fr", (directory / "corpus").string()});
  EXPECT_EQ(found("harbour"), 1u);
  EXPECT_EQ(found("puerto"), 0u);
  run_for_report({(directory / "corpus").string()});
  EXPECT_EQ(found("puerto"), 1u);
  EXPECT_EQ(index({"--languages", "french", (directory / "corpus").string()}).exit_code, 2);
}

TEST_F(Nightly, SegmentsStayFewAndVersionsStay) {
  for (int n = 1; n <= 25; ++n) {
    put("always.jsonl", record("always", "Version " + std::to_string(n) + "."));
    put("n" + std::to_string(n) + ".jsonl", record("n" + std::to_string(n), "Un bateau."));
    const json report = night();
    EXPECT_LE(report["index"]["segments"], 10) << n;
    EXPECT_EQ(report["index"]["documents"], n + 1) << n;
  }
  const auto versions = [&] {
    return json::parse(search({"--format", "json", "--versions", "always"}).out)["versions"];
  };
  EXPECT_EQ(versions().size(), 25u);
  EXPECT_EQ(found("bateau"), 25u);

  const std::string before = dump();
  json report = run_for_report({"--merge"});
  EXPECT_EQ(report["index"]["segments"], 1);
  EXPECT_GT(report["index"]["merged"], 1);
  EXPECT_EQ(report["index"]["dropped"], 0);
  EXPECT_EQ(dump(), before);
  EXPECT_EQ(versions().size(), 25u);
  EXPECT_NE(search({"--show", "always@7"}).out.find("Version 7."), std::string::npos);
  EXPECT_FALSE(run_for_report({"--merge"})["index"]["published"]);  // nothing left to merge

  report = run_for_report({"--merge", "--keep-versions", "2"});
  EXPECT_EQ(report["index"]["dropped"], 22);
  EXPECT_EQ(dump(), before);
  ASSERT_EQ(versions().size(), 3u);
  EXPECT_EQ(versions()[0]["version"], 23);
  EXPECT_NE(search({"--show", "always@7"}).exit_code, 0);
  report = run_for_report({"--merge", "--keep-versions", "2"});  // wrote the segment again for nothing
  EXPECT_FALSE(report["index"]["published"]);

  put("always.jsonl", record("always", "Version 26."));
  report = night({"--merge", "--keep-versions", "0"});
  EXPECT_EQ(report["index"]["segments"], 1);
  EXPECT_EQ(report["index"]["dropped"], 3);
  ASSERT_EQ(versions().size(), 1u);
  EXPECT_EQ(versions()[0]["version"], 26);
  EXPECT_EQ(found("bateau"), 25u);
}

TEST_F(Nightly, OptionsThatSpeakOfOtherRunsAreChecked) {
  put("a.jsonl", record("a", "Un bateau."));
  const std::string path = corpus().string();
  const struct {
    std::vector<std::string> arguments;
    const char* says;
  } kCases[] = {
      {{"--prune"}, "name them by PATH"},
      {{"--max-prune", "5", path}, "--max-prune is a limit of --prune"},
      {{"--prune", "--max-prune", "101", path}, "--max-prune"},
      {{"--retry-rejects", "r", path}, "leave out PATH"},
      {{"--retry-rejects", "r", "--reread"}, "leave out --redate, --reread and --prune"},
      {{"--dry-run", "--prune", path}, "--dry-run writes no index"},
      {{"--dry-run", "--reread", path}, "--dry-run writes no index"},
      {{"--dry-run", "--merge", path}, "--dry-run writes no index"},
      {{"--keep-versions", "-1", path}, "--keep-versions -1: not a number from 0"},
      {{"--memory", "1M", path}, "--memory 1M: not a size of at least 64M"},
      {{"--memory", "12Q", path}, "write for example 512M or 2G"},
  };
  for (const auto& c : kCases) {
    const Finished finished = index(c.arguments);
    EXPECT_EQ(finished.exit_code, 2) << c.says;
    EXPECT_NE(finished.err.find(c.says), std::string::npos) << finished.err;
  }
  EXPECT_FALSE(fs::exists(directory / "index" / "CURRENT"));
}

}  // namespace
}  // namespace depeche
