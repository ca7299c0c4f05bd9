// What the program makes of bad input: exit code, counts, each line that it says and writes, in one run and
// in those that follow it. The rows stand in bad_*_table.cc.
#include "tests/cli/bad_input.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "tests/cli/process.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Lines = std::vector<std::string>;

/// Generous: a run of the rows without huge files takes about 0.1 s.
constexpr std::chrono::seconds kTimeLimit{60};
constexpr uid_t kNobody = 65534;
constexpr size_t kWarnings = 10;  // that a run tells before it only counts them

/// Resident, whatever the input, 1 GB of it included. Sanitizers take a multiple for themselves.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr uint64_t kMostMemory = uint64_t{8} << 30;
#else
constexpr uint64_t kMostMemory = uint64_t{512} << 20;
#endif

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Lines sorted(Lines lines) {
  std::ranges::sort(lines);
  return lines;
}

std::string content_of(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

/// What a terminal might obey: C0 but line feeds, DEL, C1, what turns the direction of text.
bool has_control(const std::string& text) {
  const auto is_c0 = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; };
  if (std::ranges::any_of(text, is_c0)) return true;
  for (size_t i = 0; i + 1 < text.size(); ++i)
    if (text[i] == '\xC2' && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
  return std::ranges::any_of(std::initializer_list<const char*>{"\u202A", "\u202B", "\u202D", "\u202E",
                                                                "\u2066", "\u2067", "\uFEFF"},
                             [&](const char* bidi) { return text.find(bidi) != std::string::npos; });
}

/// "long beginning...(7340032 bytes)" where a value is long.
std::string abridged(const std::string& value) {
  constexpr size_t kMost = 200, kShown = 20;
  if (value.size() <= kMost) return value;
  return value.substr(0, kShown) + "...(" + std::to_string(value.size()) + " bytes)";
}

std::string published(const json& article) {
  for (const json& date : article["dates"])
    if (date["kind"] == "published") return date["edtf"];
  return "";
}

std::string text_of(const json& value) { return value.is_null() ? "" : abridged(value.get<std::string>()); }

std::string article_text(const std::string& line) {
  const json article = json::parse(line);
  return text_of(article["title"]) + '|' + text_of(article["text"]) + '|' + published(article);
}

/// The lines of a rejects file: "path record@offset CODE message", or "path CODE message".
std::string place_and_reason(const json& line) {
  std::string text = line["path"].get<std::string>() + ' ';
  if (!line["record"].is_null()) text += line["record"].dump() + '@' + line["offset"].dump() + ' ';
  return text + line["code"].get<std::string>() + ' ' + line["message"].get<std::string>();
}

/// How a run ended, and its report; null where it wrote none.
struct Night {
  Finished finished;
  json report;
};

class BadInputTest : public testing::TestWithParam<BadInput> {
 protected:
  void set(const BadInput& row) {
    scene_ = std::make_unique<Scene>();
    for (const auto& [name, bytes] : row.files) scene_->write(name, bytes);
    if (row.make) row.make(*scene_);
    scene_->settle();
    if (scene_->needs_plain_user() && geteuid() == 0) scene_->give_to(kNobody);
  }

  /// Whether the program can do without the rights of root where a row needs that.
  std::string reason_to_skip() {
    if (!scene_->skip_reason().empty()) return scene_->skip_reason();
    if (!scene_->needs_plain_user() || geteuid() != 0) return "";
    const bool runs =
        depeche::run({.arguments = {DEPECHE_INDEXER, "--version"}, .environment = {}, .user = kNobody})
            .exit_code == 0;
    return runs ? "" : "without root's rights the program cannot be started from " DEPECHE_INDEXER;
  }

  Finished launch(Lines arguments, const std::string& language = "C") {
    Launch launch;
    for (std::string& argument : arguments) launch.arguments.push_back(scene_->expand(std::move(argument)));
    launch.environment = {"LANG=" + language + ".UTF-8"};
    launch.time_limit = kTimeLimit;
    if (scene_->needs_plain_user() && geteuid() == 0) launch.user = kNobody;
    Finished finished = depeche::run(launch);
    EXPECT_FALSE(finished.timed_out) << "hangs";
    EXPECT_LE(finished.peak_bytes, kMostMemory);
    EXPECT_FALSE(has_control(finished.err)) << finished.err;
    return finished;
  }

  Lines command(const BadInput& row, const Lines& more) const {
    Lines arguments = {DEPECHE_INDEXER, "--now", "2020-01-01"};
    if (!names_too_) arguments.push_back("--no-entities");
    arguments.insert(arguments.end(), row.options.begin(), row.options.end());
    arguments.insert(arguments.end(), more.begin(), more.end());
    arguments.push_back("--");
    arguments.insert(arguments.end(), row.paths.begin(), row.paths.end());
    return arguments;
  }

  Night index(const BadInput& row, const Lines& more, const std::string& language = "C") {
    Lines options = {"--index", "{root}/index", "--report", "{root}/report.json"};
    options.insert(options.end(), more.begin(), more.end());
    fs::remove(scene_->root() / "report.json");
    Night night{launch(command(row, options), language), json()};
    EXPECT_FALSE(has_control(night.finished.out)) << night.finished.out;
    std::ifstream in(scene_->root() / "report.json");
    if (in && in.peek() != EOF) night.report = json::parse(in);
    if (!night.report.is_null()) expect_balance(night.report);
    return night;
  }

  /// The equations of the report, in whatever way the run ended.
  static void expect_balance(const json& report) {
    const json &records = report["records"], &files = report["files"];
    const auto sum = [](const json& counts, std::initializer_list<const char*> names) {
      uint64_t total = 0;
      for (const char* name : names) total += counts[name].get<uint64_t>();
      return total;
    };
    EXPECT_EQ(records["seen"], sum(records, {"indexed", "updated", "unchanged", "duplicates", "rejected"}));
    EXPECT_EQ(files["seen"], sum(files, {"read", "unchanged", "skipped", "failed"}));
    uint64_t rejections = 0;
    for (const auto& [code, count] : report["rejections"].items()) rejections += count.get<uint64_t>();
    EXPECT_EQ(rejections, sum(records, {"rejected"}) + sum(files, {"failed"}));
  }

  std::string whole_path(const std::string& path) const {
    return path.starts_with('/') ? path : scene_->path(path).string();
  }

  /// What standard error must hold; `all`: without the limit to the number of warnings.
  Lines warnings(const BadInput& row, bool all) const {
    Lines lines;
    for (const ExpectedReject& reject : row.rejects) {
      if (!all && lines.size() == kWarnings) break;
      std::string line =
          "depeche-indexer: " + whole_path(reject.shown.empty() ? reject.path : reject.shown) + ": ";
      if (reject.record > 0) line += "record " + std::to_string(reject.record) + ": ";
      lines.push_back(line + reject.message + " [" + reject.code + ']');
    }
    return lines;
  }

  bool has_index() const { return fs::exists(scene_->root() / "index/CURRENT"); }

  void run_in_english(const BadInput& row) {
    SCOPED_TRACE("in English");
    names_too_ = true;
    const Night night = index(row, {});
    names_too_ = false;
    EXPECT_EQ(night.finished.exit_code, row.exit_code);
    Lines expected = warnings(row, false);
    for (const std::string& line : row.says) expected.push_back("depeche-indexer: " + scene_->expand(line));
    EXPECT_EQ(sorted(lines_of(night.finished.err)), sorted(expected));
    english_ = night.finished.err;
    if (night.report.is_null()) return;
    const json &records = night.report["records"], &files = night.report["files"];
    EXPECT_EQ(night.report["exit_code"], row.exit_code);
    const std::pair<const char*, uint64_t> kRecords[] = {{"indexed", row.counts.indexed},
                                                         {"duplicates", row.counts.duplicates},
                                                         {"rejected", row.counts.rejected}},
                                           kFiles[] = {{"read", row.counts.read},
                                                       {"skipped", row.counts.skipped},
                                                       {"failed", row.counts.failed}};
    for (const auto& [name, count] : kRecords) EXPECT_EQ(records[name], count) << name;
    for (const auto& [name, count] : kFiles) EXPECT_EQ(files[name], count) << name;
    std::map<std::string, uint64_t> by_code;
    for (const ExpectedReject& reject : row.rejects) ++by_code[reject.code];
    EXPECT_EQ(night.report["rejections"], json(by_code));
    EXPECT_EQ(has_index(), row.counts.indexed > 0 && row.exit_code < 2);
    for (const ExpectedHits& hits : row.finds) {
      const Finished found = launch(
          {DEPECHE_SEARCHER, "--index", "{root}/index", "--format", "ids", "--limit", "100", hits.query});
      EXPECT_EQ(lines_of(found.out).size(), hits.articles) << hits.query;
      const Finished shown = launch({DEPECHE_SEARCHER, "--index", "{root}/index", hits.query});
      EXPECT_FALSE(has_control(shown.out)) << shown.out;
    }
  }

  void run_in_french(const BadInput& row) {
    SCOPED_TRACE("in French");
    const Night night = index(row, {}, "fr_FR");
    EXPECT_EQ(night.finished.exit_code, row.exit_code);
    const Lines french = lines_of(night.finished.err), english = lines_of(english_);
    ASSERT_EQ(french.size(), english.size()) << night.finished.err;
    for (size_t i = 0; i < french.size(); ++i) EXPECT_NE(french[i], english[i]) << "not translated";
  }

  /// Leaves the rejects file of a first run on an index, {root}/rejects.jsonl.
  void run_with_rejects_file(const BadInput& row) {
    SCOPED_TRACE("with --rejects");
    const Night night = index(row, {"--rejects", "{root}/rejects.jsonl"});
    EXPECT_EQ(night.finished.exit_code, row.exit_code);
    Lines expected, actual;
    for (const ExpectedReject& reject : row.rejects) {
      json line = {{"path", whole_path(reject.path)}, {"record", nullptr}, {"offset", nullptr}};
      if (reject.record > 0) line["record"] = reject.record, line["offset"] = reject.offset;
      line["code"] = reject.code;
      line["message"] = reject.message;
      expected.push_back(place_and_reason(line));
    }
    const std::string bytes = content_of(scene_->root() / "rejects.jsonl");
    EXPECT_FALSE(has_control(bytes));
    for (const std::string& line : lines_of(bytes)) actual.push_back(place_and_reason(json::parse(line)));
    EXPECT_EQ(actual, expected);
  }

  /// The next night tells the same, though it opens no file that could be read.
  void run_again(const BadInput& row) {
    SCOPED_TRACE("the next night");
    const std::string before = content_of(scene_->root() / "rejects.jsonl");
    const Night night = index(row, {"--rejects", "{root}/rejects-2.jsonl"});
    EXPECT_EQ(night.finished.exit_code, row.exit_code);
    EXPECT_EQ(content_of(scene_->root() / "rejects-2.jsonl"), before);
    if (!has_index()) return;
    EXPECT_EQ(night.report["records"]["unchanged"], row.counts.indexed);
    EXPECT_EQ(night.report["records"]["duplicates"], row.counts.duplicates);
    EXPECT_EQ(night.report["files"]["unchanged"], row.counts.read);
  }

  /// What was rejected at a place is rejected there again.
  void retry(const BadInput& row) {
    SCOPED_TRACE("--retry-rejects");
    if (row.rejects.empty() && !has_index()) return;
    BadInput again = row;
    again.paths.clear();
    const auto limit = std::ranges::find(again.options, "--max-rejects");  // counts what is retried alone
    if (limit != again.options.end()) again.options.erase(limit, limit + 2);
    const Night night = index(again, {"--retry-rejects", "{root}/rejects.jsonl"});
    EXPECT_EQ(night.finished.exit_code, row.rejects.empty() ? 0 : 1) << night.finished.err;
    if (row.rejects.empty()) return;
    ASSERT_EQ(night.report["retried"].size(), row.rejects.size());
    for (const json& reject : night.report["retried"]) {
      EXPECT_EQ(reject["outcome"], "rejected") << reject;
      EXPECT_EQ(reject["new_code"], reject["code"]) << reject;
    }
  }

  void dry_run(const BadInput& row) {
    SCOPED_TRACE("--dry-run");
    const Finished finished = launch(command(row, {"--dry-run"}));
    EXPECT_EQ(finished.exit_code, row.rejects.empty() ? 0 : 1) << finished.err;
    EXPECT_FALSE(has_control(finished.out));
    EXPECT_EQ(sorted(lines_of(finished.err)), sorted(warnings(row, true)));
    Lines articles;
    for (const std::string& line : lines_of(finished.out)) articles.push_back(article_text(line));
    EXPECT_EQ(articles, row.articles.value_or(articles));
  }

  std::unique_ptr<Scene> scene_;
  bool names_too_ = false;  // whether entities are recognised: they take most of the time of a small run
  std::string english_;     // what the run in English said
};

TEST_P(BadInputTest, IsTold) {
  const BadInput& row = GetParam();
  set(row);
  if (const std::string reason = reason_to_skip(); !reason.empty()) GTEST_SKIP() << reason;
  run_in_english(row);
  const bool restless = scene_->restless();
  if (restless) set(row);
  fs::remove_all(scene_->root() / "index");
  run_in_french(row);
  if (restless) set(row);
  fs::remove_all(scene_->root() / "index");
  run_with_rejects_file(row);
  const bool began = row.exit_code < 2 || row.counts.read + row.counts.failed > 0;
  if (restless || !began) return;
  run_again(row);
  retry(row);
  dry_run(row);
}

std::vector<BadInput> all_rows() {
  std::vector<BadInput> rows;
  for (const auto& table :
       {bad_encodings(), bad_characters(), bad_files(), huge_files(), unread_formats(), bad_archives(),
        bad_json(), bad_csv(), bad_records(), bad_batches(), bad_dates(), too_many_rejects()})
    rows.insert(rows.end(), table.begin(), table.end());
  return rows;
}

INSTANTIATE_TEST_SUITE_P(Catalogue, BadInputTest, testing::ValuesIn(all_rows()),
                         [](const auto& row) { return row.param.name; });

}  // namespace

void PrintTo(const BadInput& row, std::ostream* out) { *out << row.name; }

}  // namespace depeche
