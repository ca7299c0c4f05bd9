#include <functional>

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include "common/file.h"
#include "common/hash.h"
#include "common/manifest.h"
#include "common/schema.h"
#include "indexer/run_lock.h"
#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

const char* const kRestore =
    ": restore the index from a backup, or index the corpus again into an empty directory\n";

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void set_bytes(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void flip_bit(const fs::path& path, size_t byte, unsigned bit) {
  std::string bytes = bytes_of(path);
  bytes[byte] = static_cast<char>(bytes[byte] ^ (1U << bit));
  set_bytes(path, bytes);
}

/// The same under the old modification time, as rot does.
void rot(const fs::path& path) {
  const auto time = fs::last_write_time(path);
  flip_bit(path, fs::file_size(path) / 2, 6);
  fs::last_write_time(path, time);
}

FileEntry entry_of(const fs::path& path) {
  const FileState state = *file_state(path);
  return {path.filename().string(), state.size, state.mtime_ns, file_checksum(path.string())};
}

/// An index of two nights: 000001 holds a, b, c and x as documents 1, 2, 3 and 5 (4 is a hole), and six that
/// let Hua stand for Hua Chunying; 000002 a newer version of b.
class Check : public IndexFixture {
 protected:
  Check() {
    const auto record = [](const char* id, const char* date, const char* text) {
      return nlohmann::json{{"id", id}, {"date", date}, {"text", text}}.dump() + "\n";
    };
    std::string others = record("c", "2019-02-13", "Un train.") + record("x", "2019-02-12", "Premier état.") +
                         record("x", "2019-02-13", "Dernier état.");
    for (const char* id : {"h1", "h2", "h3", "h4", "h5"})
      others += record(id, "2019-02-13", "La porte-parole Hua Chunying a parlé mardi à Pékin.");
    others += record("h6", "2019-02-13", "Selon Mme Hua, la coopération est utile. Mme Hua a souri.");
    const std::string path = write("a.jsonl", record("a", "2019-02-13", "Un bateau à Paris.") +
                                                  record("b", "2019-02-13", "Un avion.") + others);
    EXPECT_EQ(index({path}).exit_code, 0);
    write("a.jsonl", record("a", "2019-02-13", "Un bateau à Paris.") +
                         record("b", "2019-02-13", "Deux avions.") + others);
    EXPECT_EQ(index({path}).exit_code, 0);
    fs::copy(root, directory / "whole", fs::copy_options::recursive);
  }

  void restore() const {
    fs::remove_all(root);
    fs::copy(directory / "whole", root, fs::copy_options::recursive);
    // The order in which the files were written, which a copy does not keep.
    const auto now = fs::file_time_type::clock::now();
    fs::last_write_time(root / "manifest-1.json", now - std::chrono::seconds(2));
    fs::last_write_time(root / "manifest-2.json", now - std::chrono::seconds(1));
    fs::last_write_time(root / "CURRENT", now);
  }

  Finished command(std::vector<std::string> arguments, std::vector<std::string> environment = {}) const {
    arguments.insert(arguments.begin(), {DEPECHE_INDEXER, "--index", root.string()});
    return run({std::move(arguments), std::move(environment), -1});
  }

  void edit_manifest(const std::function<void(Manifest&)>& edit) const {
    Manifest manifest = read_manifest(layout, 2);
    edit(manifest);
    set_bytes(layout.manifest(2), to_json(manifest));
  }

  /// Makes the manifest tell the files of a segment, or the surname table, as they are.
  void list_again(size_t segment) const {
    edit_manifest([&](Manifest& manifest) {
      const SegmentEntry& entry = manifest.segments[segment];
      for (FileEntry& file : manifest.segments[segment].files)
        file = entry_of(layout.segment(entry.id) / file.name);
    });
  }
  void list_surnames_again() const {
    edit_manifest([&](Manifest& manifest) { manifest.surnames = entry_of(layout.surnames(2)); });
  }

  void edit_segment(const std::function<void(Xapian::WritableDatabase&)>& edit) const {
    const fs::path path = layout.segment("000001");
    Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
    edit(database);
    database.commit();
    database.close();
    fs::remove(path / "flintlock");
    list_again(0);
  }

  void edit_document(Xapian::docid docid, const std::function<void(Xapian::Document&)>& edit) const {
    edit_segment([&](Xapian::WritableDatabase& database) {
      Xapian::Document document = database.get_document(docid);
      edit(document);
      database.replace_document(docid, document);
    });
  }

  const fs::path root = directory / "index";
  const IndexLayout layout{root};
};

TEST_F(Check, AWholeIndexIsToldSo) {
  const Finished answer = command({"--check"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_EQ(answer.err, "");
  EXPECT_NE(answer.out.find("whole: 10 live and 1 superseded documents in 15 files"), std::string::npos)
      << answer.out;
  const auto json = nlohmann::json::parse(command({"--check", "--format", "json"}).out);
  EXPECT_EQ(json["whole"], true);
  EXPECT_EQ(json["live"], 10);
  EXPECT_EQ(json["superseded"], 1);
  EXPECT_EQ(json["documents"], 11);
  EXPECT_EQ(json["files"], 15);
  EXPECT_EQ(json["manifest"], 2);
  EXPECT_TRUE(json["damages"].empty());
}

TEST_F(Check, EachDamagedFileIsNamed) {
  struct FileDamage {
    const char* what;
    void (*apply)(const fs::path&);
    std::string says;  // {0}: size
  };
  const FileDamage kDamages[] = {
      {"first bit flipped", [](const fs::path& path) { flip_bit(path, 0, 0); }, "the file has changed"},
      {"last bit flipped", [](const fs::path& path) { flip_bit(path, fs::file_size(path) - 1, 7); },
       "the file has changed"},
      {"rotten under its old time", rot, "the file has changed"},
      {"zeroed", [](const fs::path& path) { set_bytes(path, std::string(fs::file_size(path), '\0')); },
       "the file has changed"},
      {"truncated by a byte", [](const fs::path& path) { fs::resize_file(path, fs::file_size(path) - 1); },
       "the file has {1} bytes instead of {0}"},
      {"longer by a byte", [](const fs::path& path) { fs::resize_file(path, fs::file_size(path) + 1); },
       "the file has {2} bytes instead of {0}"},
      {"emptied", [](const fs::path& path) { fs::resize_file(path, 0); },
       "the file has 0 bytes instead of {0}"},
      {"missing", [](const fs::path& path) { fs::remove(path); }, "the file is missing"},
      {"a directory",
       [](const fs::path& path) {
         fs::remove(path);
         fs::create_directory(path);
       },
       "it is not a regular file"},
      {"a FIFO",
       [](const fs::path& path) {
         fs::remove(path);
         ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
       },
       "it is not a regular file"},
  };
  const Manifest manifest = read_manifest(layout, 2);
  std::vector<std::pair<fs::path, uint64_t>> files{{layout.surnames(2), manifest.surnames->size}};
  for (const FileEntry& file : manifest.segments[0].files)
    files.emplace_back(layout.segment("000001") / file.name, file.size);
  for (const auto& [path, size] : files) {
    for (const FileDamage& damage : kDamages) {
      restore();
      damage.apply(path);
      const Finished answer = command({"--check"});
      EXPECT_EQ(answer.exit_code, 6) << path << " " << damage.what;
      EXPECT_EQ(answer.err, "depeche-indexer: " + path.string() + ": " +
                                fmt::format(fmt::runtime(damage.says), size, size - 1, size + 1) + kRestore)
          << path << " " << damage.what;
    }
  }
}

struct DamageCase {
  const char* what;
  std::function<void()> apply;
  std::string says;  // {0}: the index; restore: kRestore follows
  bool restore = true;
};

TEST_F(Check, DamageIsToldWithPlaceAndRemedy) {
  const auto superseded = [this](DocidSet first, DocidSet second) {
    edit_manifest([&](Manifest& manifest) {
      manifest.segments[0].superseded = std::move(first);
      manifest.segments[1].superseded = std::move(second);
    });
  };
  const auto set_of = [](std::initializer_list<uint32_t> docids) {
    DocidSet set;
    for (const uint32_t docid : docids) set.insert(docid);
    return set;
  };
  const std::string manifest_2 = "{0}/manifest-2.json: ", first = "{0}/segments/000001: ";
  const DamageCase kCases[] = {
      {"CURRENT flipped", [&] { flip_bit(layout.current(), 0, 3); },
       "{0}/CURRENT: it should name a manifest, as in manifest-1.json, and does not\n", false},
      {"CURRENT names an older state",
       [&] {
         const auto time = fs::last_write_time(layout.current());
         set_bytes(layout.current(), "manifest-1.json\n");
         fs::last_write_time(layout.current(), time);
       },
       "{0}/CURRENT: it names manifest-1.json, though manifest-2.json was in force before: write that name "
       "into "
       "it\n",
       false},
      {"CURRENT names no state", [&] { set_bytes(layout.current(), "manifest-9.json\n"); },
       "{0}/manifest-9.json: the file is missing, though CURRENT names it"},
      {"CURRENT missing", [&] { fs::remove(layout.current()); },
       "{0}/CURRENT: missing beside manifest-2.json: write that name into it, or begin anew with an empty "
       "directory\n",
       false},
      {"manifest missing", [&] { fs::remove(layout.manifest(2)); },
       manifest_2 + "the file is missing, though CURRENT names it"},
      {"manifest edited",
       [&] {
         std::string json = bytes_of(layout.manifest(2));
         const std::string member = "\"documents\": ";
         json.insert(json.find(member) + member.size(), "1");
         set_bytes(layout.manifest(2), json);
       },
       manifest_2 + "the manifest is damaged (its checksum is wrong): index the corpus again into an empty "
                    "directory\n",
       false},
      {"manifest cut", [&] { fs::resize_file(layout.manifest(2), 100); },
       manifest_2 +
           "the manifest is damaged (it is not JSON): index the corpus again into an empty directory\n",
       false},
      {"superseded docids lost", [&] { superseded({}, {}); },
       "{0}/segments/000002: document 1 holds an article that lives also in document 2 of "
       "{0}/segments/000001"},
      {"an old version lives", [&] { superseded({}, set_of({1})); },
       first + "document 2 lives in version 1, though there is version 2"},
      {"a hole is superseded",
       [&] {
         superseded(set_of({2, 4}), {});
       },
       first + "2 documents are marked superseded, and 1 of them exist"},
      {"another segment in its place",
       [&] {
         edit_manifest(
             [](Manifest& manifest) { manifest.segments[0].uuid = "00000000-0000-4000-8000-000000000000"; });
       },
       first + "the segment is not the one that was published"},
      {"a document lost under right checksums",
       [&] { edit_segment([](Xapian::WritableDatabase& database) { database.delete_document(3); }); },
       first + "the segment is not the one that was published"},
      {"a stored article rotten under right checksums",
       [&] {
         edit_document(1, [](Xapian::Document& document) {
           std::string data = document.get_data();
           data[data.size() / 2] = static_cast<char>(data[data.size() / 2] ^ 1);
           document.set_data(data);
         });
       },
       first + "the article stored in document 1 is damaged"},
      {"a stored article of no bytes",
       [&] { edit_document(3, [](Xapian::Document& document) { document.set_data(""); }); },
       first + "the article stored in document 3 is damaged"},
      {"an identity lost",
       [&] { edit_document(1, [](Xapian::Document& document) { document.remove_term("Qa"); }); },
       first + "document 1: its terms or slots are not those of its article a"},
      {"a version term lost",
       [&] { edit_document(1, [](Xapian::Document& document) { document.remove_term("XKa@1"); }); },
       first + "document 1: its terms or slots are not those of its article a"},
      {"an identity of another",
       [&] { edit_document(1, [](Xapian::Document& document) { document.add_value(kSlotId, "c"); }); },
       first + "document 1: its terms or slots are not those of its article a"},
      {"a day changed",
       [&] {
         edit_document(1, [](Xapian::Document& document) { document.add_value(kSlotFirstDay, "20190214"); });
       },
       first + "document 1: its terms or slots are not those of its article a"},
      {"a digest lost",
       [&] { edit_document(1, [](Xapian::Document& document) { document.remove_value(kSlotDigest); }); },
       first + "document 1: its terms or slots are not those of its article a"},
      {"a surname table that is none under its right checksum",
       [&] {
         set_bytes(layout.surnames(2), "hua\thua chunying\t5\t5\tunknown\nhua\n");
         list_surnames_again();
       },
       "{0}/surnames-2.tsv: the index is damaged: line 2 is no row of surnames; restore it, or index the "
       "corpus again into an empty directory\n",
       false},
      {"a file that does not belong there",
       [&] { set_bytes(layout.segment("000001") / "spelling.glass", "x"); },
       "{0}/segments/000001/spelling.glass: the manifest does not know this file: remove it\n", false},
  };
  for (const DamageCase& row : kCases) {
    restore();
    row.apply();
    const Finished answer = command({"--check"});
    EXPECT_EQ(answer.exit_code, 6) << row.what;
    EXPECT_EQ(answer.err, "depeche-indexer: " + fmt::format(fmt::runtime(row.says), root.string()) +
                              (row.restore ? kRestore : ""))
        << row.what;
    EXPECT_NE(answer.out.find("damaged in 1 place ("), std::string::npos) << row.what << "\n" << answer.out;
  }
}

// Checksums that are right guard nothing here: Xapian's check finds it, or its process dies of it.
TEST_F(Check, ATableOfGarbageUnderRightChecksumsIsFound) {
  for (const char* name :
       {"postlist.glass", "docdata.glass", "termlist.glass", "position.glass", "iamglass"}) {
    restore();
    const fs::path path = layout.segment("000001") / name;
    std::string bytes = bytes_of(path);
    for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 37 + 11);
    set_bytes(path, bytes);
    list_again(0);
    const Finished answer = command({"--check"});
    EXPECT_EQ(answer.exit_code, 6) << name;
    EXPECT_NE(answer.err.find(layout.segment("000001").string() + ": "), std::string::npos) << answer.err;
  }
}

TEST_F(Check, AllDamagesAreToldAtOnce) {
  fs::remove_all(layout.segment("000001"));
  flip_bit(layout.segment("000002") / "docdata.glass", 0, 0);
  const Finished answer = command({"--check", "--format", "json"});
  EXPECT_EQ(answer.exit_code, 6);
  const auto damages = nlohmann::json::parse(answer.out)["damages"];
  ASSERT_EQ(damages.size(), 7u);
  EXPECT_EQ(damages[0]["code"], "missing");
  EXPECT_EQ(damages[6]["code"], "checksum");
  EXPECT_EQ(damages[6]["path"], (layout.segment("000002") / "docdata.glass").string());
  EXPECT_EQ(std::count(answer.err.begin(), answer.err.end(), '\n'), 7);
}

TEST_F(Check, WhatIsNoDamage) {
  const std::pair<const char*, std::function<void()>> kCases[] = {
      {"touched files",
       [&] {
         fs::last_write_time(layout.segment("000001") / "docdata.glass", fs::file_time_type::clock::now());
       }},
      {"a manifest that a killed run left",
       [&] {
         set_bytes(layout.manifest(3), "{");
         fs::last_write_time(layout.manifest(3),
                             fs::last_write_time(layout.current()) + std::chrono::hours(1));
       }},
      {"a segment that a killed run left", [&] { fs::create_directory(layout.segment("000003")); }},
      {"work of a killed run", [&] { fs::create_directory(layout.building("000003")); }},
      {"a report", [&] { set_bytes(root / "report.json", "{}"); }},
      {"an older manifest rotten", [&] { flip_bit(layout.manifest(1), 0, 0); }},
      {"an older surname table rotten", [&] { flip_bit(layout.surnames(1), 0, 0); }},
      {"a surname table that a killed run left", [&] { set_bytes(layout.surnames(3), "hua"); }},
      {"the lock file gone", [&] { fs::remove(layout.lock()); }},
  };
  for (const auto& [what, apply] : kCases) {
    restore();
    apply();
    const Finished answer = command({"--check"});
    EXPECT_EQ(answer.exit_code, 0) << what << "\n" << answer.err;
  }
}

TEST_F(Check, EveryRunEndsWithIt) {
  const std::string report = (directory / "report.json").string(), corpus = (directory / "a.jsonl").string();
  const auto checked = [&] {
    std::ifstream in(report);
    return nlohmann::json::parse(in)["check"];
  };
  const Finished nightly = command({corpus, "--report", report});
  EXPECT_EQ(nightly.exit_code, 0);
  EXPECT_NE(nightly.out.find("Check    whole: 10 live"), std::string::npos) << nightly.out;
  EXPECT_EQ(checked()["whole"], true);

  const fs::path rotten = layout.segment("000001") / "docdata.glass";
  rot(rotten);
  const std::string message =
      "depeche-indexer: the index is damaged in 1 place, and nothing was published:\n  " + rotten.string() +
      ": the file has changed" + kRestore;
  for (const bool news : {false, true}) {
    if (news) write("a.jsonl", "{\"id\": \"n\", \"text\": \"Neuf.\"}\n");
    const Finished answer = index({corpus, "--report", report});
    EXPECT_EQ(answer.exit_code, 6) << news;
    EXPECT_EQ(answer.err, message) << news;
    EXPECT_EQ(checked()["damages"][0]["code"], "checksum");
    EXPECT_EQ(bytes_of(layout.current()), "manifest-2.json\n") << news;
    EXPECT_FALSE(fs::exists(layout.segment("000003"))) << news;
  }
  EXPECT_EQ(index({corpus, "--report", report, "--no-check"}).exit_code, 0);
  EXPECT_TRUE(checked().is_null());
  EXPECT_EQ(bytes_of(layout.current()), "manifest-3.json\n");
}

TEST_F(Check, NoIndexIsNoDamage) {
  fs::remove_all(root);
  for (const char* name : {"--check", "--status", "--export-dump"}) {
    const Finished answer = command({name});
    EXPECT_EQ(answer.exit_code, 4) << name;
    EXPECT_NE(answer.err.find("make one with depeche-indexer"), std::string::npos) << answer.err;
    EXPECT_FALSE(fs::exists(root)) << name;
  }
}

TEST_F(Check, CommandsNeedNoLock) {
  const RunLock other(layout);
  EXPECT_EQ(command({"--check"}).exit_code, 0);
  EXPECT_EQ(command({"--export-dump"}).exit_code, 0);
  const Finished status = command({"--status", "--format", "json"});
  EXPECT_EQ(status.exit_code, 0);
  EXPECT_EQ(nlohmann::json::parse(status.out)["last_run"]["process"], getpid());
}

TEST_F(Check, StatusTellsWhatTheIndexHolds) {
  const auto json = nlohmann::json::parse(command({"--status", "--format", "json"}).out);
  EXPECT_EQ(json["manifest"], 2);
  EXPECT_EQ(json["live"], 10);
  EXPECT_EQ(json["superseded"], 1);
  EXPECT_EQ(json["first_day"], "2019-02-13");
  EXPECT_EQ(json["last_day"], "2019-02-13");
  EXPECT_EQ(json["undated"], 0);
  EXPECT_EQ(json["surnames"], 1);
  EXPECT_EQ(json["segments"].size(), 2u);
  EXPECT_EQ(json["segments"][0]["superseded"], 1);
  EXPECT_EQ(json["versions"]["schema"], kSchemaVersion);
  EXPECT_EQ(json["last_run"]["exit_code"], 0);
  EXPECT_EQ(json["last_run"]["at_work"], false);
  const std::string text = command({"--status"}).out;
  EXPECT_NE(text.find("Articles   10 live, 1 superseded\n"), std::string::npos) << text;
  const std::string french = command({"--status"}, {"LANG=fr_FR.UTF-8"}).out;
  EXPECT_EQ(french.find("superseded"), std::string::npos) << french;
}

TEST_F(Check, ADumpGoesToAFileOrToStandardOutput) {
  const std::string path = (directory / "dump.jsonl").string();
  const Finished printed = command({"--export-dump"});
  EXPECT_EQ(printed.exit_code, 0);
  EXPECT_EQ(std::count(printed.out.begin(), printed.out.end(), '\n'),
            12);  // ten articles, a surname, a story
  const Finished written = command({"--export-dump", "--output", path});
  EXPECT_EQ(written.exit_code, 0);
  EXPECT_EQ(written.out, "");
  EXPECT_EQ(bytes_of(path), printed.out);
  EXPECT_EQ(command({"--export-dump", "--output", "/nonexistent/dump"}).exit_code, 4);
}

}  // namespace
}  // namespace depeche
