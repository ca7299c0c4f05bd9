// Archives and compressed files that are damaged, hostile, or hold what is not read.
#include "tests/cli/bad_input.h"
#include "tests/unit/test_archive.h"

namespace depeche {
namespace {

using namespace std::string_literals;

constexpr size_t kBombBytes = 40 << 20;

std::string unread(const std::string& reason) {
  return "the archive is damaged, cut short or of a kind that is not read in place (" + reason +
         "); fetch it again, or unpack it";
}

/// A file that is rejected as a whole.
BadInput damaged(const std::string& name, const std::string& file, const std::string& bytes,
                 const std::string& message, const std::string& code = "E_ARCHIVE") {
  return rejected_file(name, {file, bytes}, code, message);
}

/// A member that is rejected, before one that is read.
BadInput bad_member(const std::string& name, const PackedFile& member, const std::string& code,
                    const std::string& message) {
  return {.name = name,
          .files = {{"a.zip", make_archive("zip", "none", {member, {"z.txt", "Un bateau."}})}},
          .exit_code = 1,
          .counts = {.indexed = 1, .rejected = 1, .read = 1},
          .rejects = {{"a.zip/" + member.name, 1, 0, code, message}},
          .articles = {{"|Un bateau.|"}},
          .finds = {{"bateau", 1}}};
}

/// Not to be packed well.
std::string noise(size_t bytes) {
  std::string text;
  for (unsigned x = 1; text.size() < bytes;)
    text += static_cast<char>('a' + (x = x * 1103515245 + 12345) / 65536 % 26);
  return text;
}

}  // namespace

const std::vector<BadInput>& bad_archives() {
  const std::string one = make_archive("zip", "none", {{"a.txt", "Un train."}});
  const std::string packed = make_archive("raw", "gzip", {{"a", noise(3000)}});
  static const std::vector<BadInput> kRows = {
      {.name = "Zip",
       .files = {{"a.zip", make_archive("zip", "none", {{"b/c.txt", "Un bateau."}, {"d.txt", "Deux."}})}},
       .counts = {.indexed = 2, .read = 1},
       .articles = {{"|Un bateau.|", "|Deux.|"}},
       .finds = {{"bateau", 1}}},
      {.name = "CompressedTar",
       .files = {{"a.tar.zst", make_archive("ustar", "zstd", {{"../../etc/passwd", "Un bateau."}})}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"|Un bateau.|"}}},
      {.name = "CompressedFileOfAnotherName",
       .files = {{"a.jsonl", make_archive("raw", "gzip", {{"a", "{\"text\":\"Un bateau.\"}\n"}})}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"|Un bateau.|"}}},
      {.name = "ZipCutShort",  // behind the member, which stands
       .files = {{"a.zip", one.substr(0, one.size() - 30)}, {"z.txt", "Un bateau."}},
       .exit_code = 1,
       .counts = {.indexed = 2, .read = 1, .failed = 1},
       .rejects = {{"a.zip", 0, 0, "E_ARCHIVE", unread("its end is missing")}},
       .articles = {{"|Un train.|", "|Un bateau.|"}}},
      damaged("TarOfOneHeader", "a.tar",
              make_archive("ustar", "none", {{"a.txt", "Un train."}}).substr(0, 512),
              unread("Truncated tar archive")),
      damaged("GzipOfNothing", "a.jsonl.gz", "\x1F\x8B\x08\0\0\0\0\0"s,
              "it begins as a compressed file and is none that can be read; fetch it again, or unpack it"),
      damaged("GzipCutShort", "a.txt.gz", packed.substr(0, packed.size() / 2),
              unread("truncated gzip input")),
      damaged("CompressedBomb", "a.jsonl.gz",
              make_archive("raw", "gzip", {{"a", std::string(kBombBytes, '\n')}}),
              "the archive is more than 250 times as long unpacked as packed; unpack it if it is what it "
              "should be",
              "E_BOMB"),
      damaged("SevenZip", "a.7z", "7z\xBC\xAF\x27\x1C\0\x04"s, "the file is packed (7z); unpack it first",
              "E_FORMAT"),
      damaged("Rar", "a.rar", "Rar!\x1A\x07\x01\0"s, "the file is packed (rar); unpack it first", "E_FORMAT"),
      damaged("WebArchiveOfNothing", "a.warc", "Un train.",
              "at byte 0 no record of a web archive begins; fetch the file again", "E_FORMAT"),
      damaged("WebArchiveCutShort", "a.warc", "WARC/1.0\r\nContent-Length: 9\r\n\r\nUn",
              "the web archive is cut short in its record at byte 0; fetch the file again", "E_FORMAT"),
      damaged("WebArchiveWithoutLength", "a.warc", "WARC/1.0\r\n\r\nUn",
              "the record at byte 0 of the web archive does not say how long it is; fetch the file again",
              "E_FORMAT"),
      bad_member("ZipInZip", {"b.zip", one}, "E_FORMAT",
                 "an archive within an archive is not read; unpack the outer one"),
      bad_member("PdfInZip", {"b.pdf", "%PDF-1.4\n"}, "E_FORMAT",
                 "PDF is not read; convert it to plain text"),
      bad_member("BadGzipInZip", {"b.gz", "\x1F\x8B\x08\0\0\0\0\0"s}, "E_ARCHIVE",
                 "it begins as a compressed file and is none that can be read; fetch it again, or unpack it"),
      bad_member(
          "BadRecordInZip", {"b.jsonl", "{}"}, "E_FIELD",
          "no field holds a text: null and nested objects are not read; flatten the record, or leave it out"),
  };
  return kRows;
}

}  // namespace depeche
