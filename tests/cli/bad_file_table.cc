// Files and directories that are none to be read, or not as they were listed.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/cli/bad_input.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

const char* const kNotRegular = "not a regular file; only regular files are read";
const char* const kForbidden = "cannot read: Permission denied; grant the permission, or leave it out";
const char* const kVanished = "it is no longer there; run again when it is back";
const char* const kChanged = "the file changed while it was read; run again when nothing writes to it";
const char* const kTooLong = "the record is longer than the limit of 8388608 bytes; split it";
const char* const kNone = "no record in what was named: nothing to index";
const char* const kOneUnread = "the one file there is could not be read: nothing was published";

constexpr size_t kWhile = size_t{300} << 20;  // bytes that take some tenths of a second to read

/// A good file, and beside it one entry that cannot be read.
BadInput beside_good_one(const std::string& name, std::function<void(Scene&)> make, const std::string& entry,
                         const std::string& code, const std::string& message) {
  return {.name = name,
          .files = {{"z.txt", "Un bateau."}},
          .make = std::move(make),
          .exit_code = 1,
          .counts = {.indexed = 1, .read = 1, .failed = 1},
          .rejects = {{entry, 0, 0, code, message}},
          .articles = {{"|Un bateau.|"}},
          .finds = {{"bateau", 1}}};
}

/// A good file, and beside it entries that the walk skips.
BadInput skipped(const std::string& name, std::function<void(Scene&)> make, uint64_t entries) {
  return {.name = name,
          .files = {{"z.txt", "Un bateau."}},
          .make = std::move(make),
          .counts = {.indexed = 1, .read = 1, .skipped = entries},
          .articles = {{"|Un bateau.|"}}};
}

/// Files without any record.
BadInput without_record(const std::string& name, const std::string& file, const std::string& bytes) {
  return {.name = name,
          .files = {{file, bytes}},
          .counts = {.read = 1},
          .says = {kNone},
          .articles = std::vector<std::string>{}};
}

/// A path that is not there stops the run before anything is read.
BadInput not_there(const std::string& name, const std::string& path, const std::string& said) {
  return {.name = name, .paths = {path}, .exit_code = 4, .says = {said}};
}

/// A big file to which `change` is done while it is read: one record, a line too long, and that it changed.
BadInput changing(const std::string& name, std::function<void(const fs::path&)> change) {
  return {
      .name = name,
      .files = {{"a.jsonl", "{\"text\":\"Un bateau.\"}\n"}, {"z.txt", "Un train."}},
      .make =
          [change](Scene& scene) {
            scene.repeat("a.jsonl", std::string(1000, ' '), 100);
            scene.hole("a.jsonl", kWhile);
            scene.when_read("a.jsonl", [path = scene.path("a.jsonl"), change] { change(path); });
          },
      .exit_code = 1,
      .counts = {.indexed = 2, .rejected = 1, .read = 1, .failed = 1},
      .rejects = {{"a.jsonl", 2, 22, "E_RECORD_TOO_BIG", kTooLong}, {"a.jsonl", 0, 0, "E_CHANGED", kChanged}},
      .finds = {{"bateau", 1}, {"train", 1}}};
}

/// Directories within each other until the path of the innermost is longer than the system takes.
void bury(Scene& scene) {
  const std::string name(250, 'd');
  int directory = open(scene.corpus().c_str(), O_DIRECTORY | O_RDONLY);
  for (int i = 0; i < 20 && directory >= 0; ++i) {
    const int inner = mkdirat(directory, name.c_str(), 0700) == 0
                          ? openat(directory, name.c_str(), O_DIRECTORY | O_RDONLY)
                          : -1;
    close(directory);
    directory = inner;
  }
  if (directory < 0) scene.skip("the file system takes no such depth");
  close(directory);
}

std::string buried_path(size_t depth) {
  std::string path;
  for (size_t i = 0; i < depth; ++i) path += (i == 0 ? "" : "/") + std::string(250, 'd');
  return path;
}

}  // namespace

const std::vector<BadInput>& bad_files() {
  static const std::vector<BadInput> kRows = {
      beside_good_one(
          "Fifo", [](Scene& scene) { scene.fifo("a.jsonl"); }, "a.jsonl", "E_NOT_REGULAR", kNotRegular),
      beside_good_one(
          "Socket", [](Scene& scene) { scene.socket("a.txt"); }, "a.txt", "E_NOT_REGULAR", kNotRegular),
      {.name = "FifoNamed",
       .make = [](Scene& scene) { scene.fifo("a"); },
       .paths = {"{corpus}/a"},
       .exit_code = 4,
       .counts = {.failed = 1},
       .rejects = {{"a", 0, 0, "E_NOT_REGULAR", kNotRegular}},
       .says = {kOneUnread}},
      {.name = "EndlessDevice",
       .paths = {"/dev/zero"},
       .exit_code = 4,
       .counts = {.failed = 1},
       .rejects = {{"/dev/zero", 0, 0, "E_NOT_REGULAR", kNotRegular}},
       .says = {kOneUnread}},
      {.name = "EmptyDevice",
       .paths = {"/dev/null"},
       .exit_code = 4,
       .counts = {.failed = 1},
       .rejects = {{"/dev/null", 0, 0, "E_NOT_REGULAR", kNotRegular}},
       .says = {kOneUnread}},
      {.name = "LinkToADeviceNamed",
       .make = [](Scene& scene) { scene.link("a.txt", "/dev/zero"); },
       .paths = {"{corpus}/a.txt"},
       .exit_code = 4,
       .counts = {.failed = 1},
       .rejects = {{"a.txt", 0, 0, "E_NOT_REGULAR", kNotRegular}},
       .says = {kOneUnread}},
      skipped(
          "LinkToADevice", [](Scene& scene) { scene.link("a.txt", "/dev/zero"); }, 1),
      skipped(
          "LinkToItself", [](Scene& scene) { scene.link("a.txt", "a.txt"); }, 1),
      skipped(
          "LinkToNothing", [](Scene& scene) { scene.link("a.txt", "nowhere"); }, 1),
      skipped(
          "LinkToTheDirectoryAbove",
          [](Scene& scene) {
            scene.directory("d/e");
            scene.link("d/e/up", "../..");
            scene.link("d/here", ".");
          },
          2),
      skipped(
          "LinksInACircle",
          [](Scene& scene) {
            scene.link("a", "b");
            scene.link("b", "c");
            scene.link("c", "a");
          },
          3),
      skipped(
          "HiddenFiles",
          [](Scene& scene) {
            scene.write(".a.txt", "Un train.");
            scene.write(".d/a.txt", "Un train.");
          },
          2),
      {.name = "LinkToADirectoryNamed",
       .files = {{"d/a.txt", "Un bateau."}},
       .make = [](Scene& scene) { scene.link("l", "d"); },
       .paths = {"{corpus}/l"},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"|Un bateau.|"}}},
      not_there(
          "PathThatIsNotThere", "{corpus}/x",
          "cannot read: {corpus}/x: No such file or directory; mount it, correct the name, or leave it out"),
      not_there("PathBelowAFile", "/dev/null/x",
                "cannot read: /dev/null/x: Not a directory; mount it, correct the name, or leave it out"),
      not_there("PathLongerThanTheSystemTakes", "/" + std::string(300, 'x'),
                "cannot read: /" + std::string(300, 'x') +
                    ": File name too long; mount it, correct the name, or leave it out"),
      {.name = "LinkInACircleNamed",
       .make = [](Scene& scene) { scene.link("a", "a"); },
       .paths = {"{corpus}/a"},
       .exit_code = 4,
       .says = {"cannot read: {corpus}/a: Too many levels of symbolic links; mount it, correct the name, or "
                "leave it out"}},
      {.name = "OneOfTwoPathsIsNotThere",
       .files = {{"a.txt", "Un bateau."}},
       .paths = {"{corpus}/a.txt", "{corpus}/b\x1B[2J"},
       .exit_code = 4,
       .says = {"cannot read: {corpus}/b\\x1b[2J: No such file or directory; mount it, correct the name, or "
                "leave it out"}},
      {.name = "EmptyPath",
       .paths = {""},
       .exit_code = 2,
       .says = {"a PATH is empty: name a file or directory, or leave it out (see depeche-indexer --help)"}},
      {.name = "SamePathNamedThrice",
       .files = {{"d/a.txt", "Un bateau."}},
       .paths = {"{corpus}", "{corpus}/d/", "{corpus}/d/a.txt"},
       .counts = {.indexed = 1, .read = 1}},
      beside_good_one(
          "UnreadableFile",
          [](Scene& scene) {
            scene.write("a.txt", "Un train.");
            scene.forbid("a.txt");
          },
          "a.txt", "E_PERM", kForbidden),
      beside_good_one(
          "UnreadableDirectory",
          [](Scene& scene) {
            scene.write("d/a.txt", "Un train.");
            scene.forbid("d");
          },
          "d", "E_PERM", "cannot read the directory: Permission denied; what it holds is left out"),
      {.name = "EveryFileUnreadable",
       .make =
           [](Scene& scene) {
             for (const char* name : {"a.txt", "b.txt"}) {
               scene.write(name, "Un train.");
               scene.forbid(name);
             }
           },
       .exit_code = 4,
       .counts = {.failed = 2},
       .rejects = {{"a.txt", 0, 0, "E_PERM", kForbidden}, {"b.txt", 0, 0, "E_PERM", kForbidden}},
       .says = {"none of the 2 files could be read: nothing was published"}},
      {.name = "UnreadableDirectoryNamed",
       .make =
           [](Scene& scene) {
             scene.write("d/a.txt", "Un train.");
             scene.forbid("d");
           },
       .paths = {"{corpus}/d"},
       .exit_code = 4,
       .counts = {.failed = 1},
       .rejects = {{"d", 0, 0, "E_PERM",
                    "cannot read the directory: Permission denied; what it holds is left out"}},
       .says = {kOneUnread}},
      {.name = "FileThatCannotBeRead",
       .paths = {"/proc/self/mem"},
       .exit_code = 4,
       .counts = {.failed = 1},
       .rejects = {{"/proc/self/mem", 0, 0, "E_READ",
                    "cannot read: Input/output error; run again when it can be read"}},
       .says = {kOneUnread}},
      {.name = "FileThatHoldsMoreThanItSays",
       .paths = {"/proc/version"},
       .exit_code = 4,
       .counts = {.failed = 1},
       .rejects = {{"/proc/version", 0, 0, "E_CHANGED", kChanged}},
       .says = {kOneUnread}},
      {.name = "FileThatVanishes",
       .files = {{"a.jsonl", "{\"text\":\"Un bateau.\"}\n"}, {"b.txt", "Un train."}},
       .make =
           [](Scene& scene) {
             scene.repeat("a.jsonl", std::string(1000, ' '), 100);
             scene.hole("a.jsonl", kWhile);
             scene.when_read("a.jsonl", [path = scene.path("b.txt")] { fs::remove(path); });
           },
       .exit_code = 1,
       .counts = {.indexed = 1, .rejected = 1, .read = 1, .failed = 1},
       .rejects = {{"a.jsonl", 2, 22, "E_RECORD_TOO_BIG", kTooLong},
                   {"b.txt", 0, 0, "E_VANISHED", kVanished}}},
      {.name = "FileThatALinkReplaces",
       .files = {{"a.jsonl", "{\"text\":\"Un bateau.\"}\n"}, {"b.txt", "Un train."}},
       .make =
           [](Scene& scene) {
             scene.repeat("a.jsonl", std::string(1000, ' '), 100);
             scene.hole("a.jsonl", kWhile);
             scene.when_read("a.jsonl", [path = scene.path("b.txt")] {
               fs::remove(path);
               fs::create_symlink("/dev/zero", path);
             });
           },
       .exit_code = 1,
       .counts = {.indexed = 1, .rejected = 1, .read = 1, .failed = 1},
       .rejects = {{"a.jsonl", 2, 22, "E_RECORD_TOO_BIG", kTooLong},
                   {"b.txt", 0, 0, "E_NOT_REGULAR", kNotRegular}}},
      changing("FileThatGrows", [](const fs::path& path) { fs::resize_file(path, fs::file_size(path) + 1); }),
      changing("FileThatIsCutShort", [](const fs::path& path) { fs::resize_file(path, kWhile); }),
      changing("FileThatIsTouched",
               [](const fs::path& path) { fs::last_write_time(path, fs::file_time_type::clock::now()); }),
      {.name = "DirectoryWithTheNameOfAFile",
       .files = {{"a.jsonl/b.txt", "Un bateau."}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"|Un bateau.|"}}},
      {.name = "DirectoriesDeeperThanPathsReach",
       .files = {{"z.txt", "Un bateau."}},
       .make = bury,
       .exit_code = 1,
       .counts = {.indexed = 1, .read = 1, .failed = 1},
       .rejects = {{buried_path(17), 0, 0, "E_READ",
                    "cannot read: File name too long; run again when it can be read"}}},
      {.name = "EmptyDirectory",
       .make = [](Scene& scene) { scene.directory("d"); },
       .says = {kNone},
       .articles = std::vector<std::string>{}},
      without_record("EmptyTextFile", "a.txt", ""),
      without_record("EmptyJsonlFile", "a.jsonl", ""),
      without_record("EmptyCsvFile", "a.csv", ""),
      without_record("EmptyFileWithoutEnding", "a", ""),
      without_record("TextFileOfWhiteSpace", "a.txt", " \t\r\n\n "),
      without_record("JsonlFileOfWhiteSpace", "a.jsonl", "\n \n\t\n\r\n"),
      without_record("CsvFileOfBlankLines", "a.csv", "\n\n \n"),
      without_record("MarkOnly", "a.jsonl", "\xEF\xBB\xBF"),
      without_record("HeaderLineOnly", "a.csv", "titre;texte;date\n"),
      without_record("HeaderLineOnlyWithoutLineEnd", "a.tsv", "titre\ttexte\tdate"),
      {.name = "EmptyFileAmongOthers",
       .files = {{"a.txt", ""}, {"b.txt", "Un bateau."}},
       .counts = {.indexed = 1, .read = 2},
       .articles = {{"|Un bateau.|"}}},
      {.name = "TenThousandEmptyFiles",
       .make =
           [](Scene& scene) {
             for (int i = 0; i < 10'000; ++i)
               scene.write("d" + std::to_string(i % 10) + "/" + std::to_string(i), "");
           },
       .counts = {.read = 10'000},
       .says = {kNone}},
  };
  return kRows;
}

}  // namespace depeche
