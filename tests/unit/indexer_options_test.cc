#include <cstdlib>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/error.h"
#include "indexer/options.h"

namespace depeche {
namespace {

using namespace std::chrono_literals;

RunOptions parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "depeche-indexer");
  return parse_options(static_cast<int>(arguments.size()), arguments.data());
}

TEST(IndexerOptions, DefaultsAreThoseOfANightlyRun) {
  const RunOptions options = parse({"--index", "dir", "file"});
  EXPECT_EQ(options.action, RunOptions::Action::kIndex);
  EXPECT_EQ(options.corpus.paths, std::vector<std::string>{"file"});
  EXPECT_EQ(options.corpus.format, InputFormat::kAuto);
  EXPECT_EQ(options.corpus.language, "");
  EXPECT_EQ(options.corpus.encoding, "");
  EXPECT_EQ(options.index, "dir");
  EXPECT_TRUE(options.annotate.dates && options.annotate.entities && options.annotate.repair);
  EXPECT_FALSE(options.annotate.placement.trust_mtime || options.annotate.placement.reference);
  EXPECT_GE(options.threads, 1u);
  EXPECT_EQ(options.max_rejects.percent, 5);
  EXPECT_FALSE(options.quiet);
  EXPECT_TRUE(options.now.ok());
}

TEST(IndexerOptions, ReadsEveryOption) {
  const RunOptions options = parse({"a",
                                    "--index=idx",
                                    "--input-format",
                                    "csv",
                                    "--encoding",
                                    "windows-1252",
                                    "--map",
                                    "title=head",
                                    "--map",
                                    "id=key",
                                    "--root",
                                    "top",
                                    "--language",
                                    "en",
                                    "--quiet",
                                    "--threads",
                                    "3",
                                    "--reference-date",
                                    "01/03/2019",
                                    "--trust-mtime",
                                    "--no-dates",
                                    "--no-entities",
                                    "--no-repair",
                                    "--max-rejects",
                                    "12.5",
                                    "--report",
                                    "-",
                                    "--rejects",
                                    "r.jsonl",
                                    "--progress",
                                    "--now",
                                    "2019-03-02",
                                    "--",
                                    "--b"});
  EXPECT_EQ(options.corpus.paths, (std::vector<std::string>{"a", "--b"}));
  EXPECT_EQ(options.corpus.format, InputFormat::kCsv);
  EXPECT_EQ(options.corpus.encoding, "windows-1252");
  Record record;
  record.fields = {{"head", "Titre"}, {"key", "7"}};
  EXPECT_EQ(options.corpus.map.value(record, FieldMap::kTitle), "Titre");
  EXPECT_EQ(options.corpus.map.value(record, FieldMap::kId), "7");
  EXPECT_EQ(options.corpus.root, "top");
  EXPECT_EQ(options.corpus.language, "en");
  EXPECT_EQ(options.annotate.placement.reference, Day(2019y / 3 / 1));
  EXPECT_TRUE(options.annotate.placement.trust_mtime);
  EXPECT_FALSE(options.annotate.dates || options.annotate.entities || options.annotate.repair);
  EXPECT_EQ(options.threads, 3u);
  EXPECT_EQ(options.max_rejects.percent, 12.5);
  EXPECT_EQ(options.report, "-");
  EXPECT_EQ(options.rejects, "r.jsonl");
  EXPECT_TRUE(options.quiet && options.progress);
  EXPECT_EQ(options.now, Day(2019y / 3 / 2));
  EXPECT_EQ(reading_options(options),
            (std::vector<std::string>{"input-format=csv", "language=en", "encoding=windows-1252", "root=top",
                                      "map=title=head", "map=id=key", "reference-date=2019-03-01",
                                      "trust-mtime", "no-dates", "no-entities", "no-repair"}));
}

TEST(IndexerOptions, HelpAndVersionNeedNothingElse) {
  EXPECT_EQ(parse({"--help"}).action, RunOptions::Action::kHelp);
  EXPECT_EQ(parse({"-h"}).action, RunOptions::Action::kHelp);
  EXPECT_EQ(parse({"--version", "--threads", "0"}).action, RunOptions::Action::kVersion);
  EXPECT_NE(help_text().find("--reference-date DAY"), std::string::npos);
  EXPECT_EQ(version_text().substr(0, 16), "depeche-indexer ");
}

TEST(IndexerOptions, DatesOfAText) {
  const RunOptions options = parse({"--dates", "hier", "--now", "2019-03-02"});
  EXPECT_EQ(options.action, RunOptions::Action::kDates);
  EXPECT_EQ(options.dates.text, "hier");
  EXPECT_EQ(options.dates.anchor.day, Day(2019y / 3 / 2));
  EXPECT_EQ(options.dates.anchor.limit, Day(2019y / 3 / 2));
  EXPECT_EQ(options.dates.anchor.convention, Convention::kArchive);
  EXPECT_FALSE(options.dates.json);
  const RunOptions other = parse({"--dates", "-", "--now", "2019-03-02", "--reference", "avant-hier",
                                  "--prefer=future", "--format", "json"});
  EXPECT_EQ(other.dates.anchor.day, Day(2019y / 2 / 28));
  EXPECT_EQ(other.dates.anchor.convention, Convention::kFuture);
  EXPECT_TRUE(other.dates.json);
}

TEST(IndexerOptions, ADayIsAnyDateThatIsOne) {
  const RunOptions options = parse({"f", "--now", "2 mars 2019", "--reference-date", "mardi dernier"});
  EXPECT_EQ(options.now, Day(2019y / 3 / 2));
  EXPECT_EQ(options.annotate.placement.reference, Day(2019y / 2 / 26));
}

TEST(IndexerOptions, RedateNeedsNoPath) {
  const RunOptions options = parse({"--redate", "--index", "d", "--now", "2019-03-02"});
  EXPECT_TRUE(options.redate);
  EXPECT_TRUE(options.corpus.paths.empty());
  EXPECT_EQ(options.annotate.placement.now, Day(2019y / 3 / 2));
  EXPECT_FALSE(parse({"--index", "d", "f"}).redate);
}

TEST(IndexerOptions, ADryRunHasTheIndexThatIsNamed) {
  EXPECT_EQ(parse({"--dry-run", "--index", "d", "f"}).index, "d");
  EXPECT_EQ(parse({"--dry-run", "f"}).index, "");
}

TEST(IndexerOptions, DryRunNeedsNoIndex) {
  unsetenv("DEPECHE_INDEX");
  EXPECT_EQ(parse({"--dry-run", "file"}).action, RunOptions::Action::kDryRun);
}

TEST(IndexerOptions, CommandsTakeTheIndexAndTheirForm) {
  const RunOptions status = parse({"--status", "--index", "d", "--format", "json"});
  EXPECT_EQ(status.action, RunOptions::Action::kStatus);
  EXPECT_EQ(status.index, "d");
  EXPECT_TRUE(status.json);
  const RunOptions check = parse({"--index", "d", "--check", "--format", "text"});
  EXPECT_EQ(check.action, RunOptions::Action::kCheck);
  EXPECT_FALSE(check.json);
  const RunOptions dump = parse({"--export-dump", "--index", "d", "--output", "f"});
  EXPECT_EQ(dump.action, RunOptions::Action::kExportDump);
  EXPECT_EQ(dump.output, "f");
}

TEST(IndexerOptions, ARunEndsWithACheck) {
  EXPECT_TRUE(parse({"--index", "d", "f"}).check);
  EXPECT_FALSE(parse({"--index", "d", "--no-check", "f"}).check);
}

struct MistakeCase {
  std::vector<const char*> arguments;
  const char* says;
};

const MistakeCase kMistakes[] = {
    {{}, "name the files"},
    {{"--quiet"}, "name the files"},
    {{"--dry-run", "--redate", "f"}, "leave one out"},
    {{"--no-dates", "--redate", "f"}, "leave one out"},
    {{"--indx", "d", "f"}, "no option --indx: did you mean --index?"},
    {{"--raport=x", "f"}, "no option --raport: did you mean --report?"},
    {{"--no-entites", "f"}, "did you mean --no-entities?"},
    {{"--thread", "2", "f"}, "did you mean --threads?"},
    {{"--entirely-other", "f"}, "no option --entirely-other ("},
    {{"-x", "f"}, "no option -x"},
    {{"f", "--threads"}, "--threads needs a value"},
    {{"f", "--threads="}, "--threads needs a value"},
    {{"f", "--quiet=yes"}, "--quiet takes no value"},
    {{"f", "--root", "a", "--root", "b"}, "--root is given more than once"},
    {{"f", "--threads", "0"}, "--threads 0: not a number from 1 to 256"},
    {{"f", "--threads", "4x"}, "--threads 4x: not a number"},
    {{"f", "--threads=-1"}, "--threads -1: not a number"},
    {{"f", "--max-rejects", "101"}, "not a number from 0 to 100"},
    {{"f", "--max-rejects", "nan"}, "not a number from 0 to 100"},
    {{"f", "--reference-date", "31/02/2019"}, "--reference-date 31/02/2019: no such date"},
    {{"f", "--reference-date", "2019-02"}, "not one day"},
    {{"f", "--now", "jamais"}, "--now jamais: unreadable date"},
    {{"f", "--input-format", "xml"}, "--input-format xml: not a format"},
    {{"f", "--encoding", "no-such-charset"}, "no-such-charset"},
    {{"f", "--map", "titre=x"}, "title"},
    {{"f", "--dry-run", "--report", "r"}, "leave one out"},
    {{"--dates", "hier", "f"}, "--dates takes one text and no PATH"},
    {{"--dates", "hier", "--dry-run"}, "--dry-run means nothing"},
    {{"--dates", "hier", "--index", "d"}, "--index means nothing"},
    {{"--dates", "hier", "--redate"}, "--redate means nothing"},
    {{"--dates", "hier", "--prefer", "tomorrow"}, "choose one of archive, past, future"},
    {{"--dates", "hier", "--format", "xml"}, "choose one of table, json"},
    {{"--dates", "hier", "--reference", "2019"}, "--reference 2019: this is not one day"},
    {{"f", "--format", "json"}, "--format belongs to --dates"},
    {{"f", "--reference", "hier"}, "--reference belongs to --dates"},
    {{"--prefer", "past"}, "--prefer belongs to --dates"},
    {{"--status", "--index", "d", "f"}, "--status reads an index and no PATH"},
    {{"--status", "--check", "--index", "d"}, "--status and --check exclude each other"},
    {{"--check", "--quiet", "--index", "d"}, "--check indexes nothing, so --quiet means nothing"},
    {{"--check", "--no-check", "--index", "d"}, "--no-check means nothing"},
    {{"--status", "--format", "table", "--index", "d"}, "choose one of text, json"},
    {{"--export-dump", "--format", "json", "--index", "d"}, "--format means nothing"},
    {{"--check", "--output", "f", "--index", "d"}, "--output means nothing"},
    {{"--output", "o", "f"}, "--output belongs to --export-dump"},
    {{"--dry-run", "--no-check", "f"}, "leave one out"},
    {{"f", "--indx\x1b[31m"}, "\\x1b[31m"},
};

TEST(IndexerOptions, MistakesNameTheRemedy) {
  for (const MistakeCase& mistake : kMistakes) {
    try {
      parse(mistake.arguments);
      ADD_FAILURE() << "accepted; expected: " << mistake.says;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kUsage) << error.what();
      EXPECT_NE(std::string(error.what()).find(mistake.says), std::string::npos)
          << error.what() << "\nlacks: " << mistake.says;
    }
  }
}

struct LimitCase {
  RejectLimit limit;
  uint64_t seen, rejected;
  bool exceeded;
};

constexpr LimitCase kLimits[] = {
    {{}, 0, 0, false},
    {{}, 1, 1, true},  // all of it
    {{}, 19, 18, false},
    {{}, 20, 1, false},  // 5 % is allowed
    {{}, 20, 2, true},
    {{}, 1000, 50, false},
    {{}, 1000, 51, true},
    {{.percent = 0, .from_records = 0}, 1000, 0, false},
    {{.percent = 0, .from_records = 0}, 1000, 1, true},
    {{.percent = 100, .from_records = 0}, 10, 10, false},
    {{.percent = 12.5, .from_records = 0}, 8, 1, false},
    {{.percent = 12.4, .from_records = 0}, 8, 1, true},
};

TEST(RejectLimit, Table) {
  for (const LimitCase& row : kLimits)
    EXPECT_EQ(row.limit.exceeded(row.seen, row.rejected), row.exceeded)
        << row.rejected << " of " << row.seen << ", limit " << row.limit.percent;
}

}  // namespace
}  // namespace depeche
