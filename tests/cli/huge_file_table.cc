// Files, lines and words that are larger than memory should be.
#include "tests/cli/bad_input.h"

namespace depeche {
namespace {

const char* const kTooLong = "the record is longer than the limit of 8388608 bytes; split it";
constexpr size_t kMegabyte = 1'000'000, kGigabyte = size_t{1} << 30;

const std::string kFirst = "{\"title\":\"Un\",\"text\":\"Un bateau.\"}\n";
const std::string kLast = "{\"title\":\"Deux\",\"text\":\"Un train.\"}\n";
const std::string kWord(1000, 'a');

}  // namespace

const std::vector<BadInput>& huge_files() {
  static const std::vector<BadInput> kRows = {
      {.name = "AGigabyteOfZeros",
       .files = {{"z.txt", "Un bateau."}},
       .make = [](Scene& scene) { scene.hole("a.jsonl", kGigabyte); },
       .exit_code = 1,
       .counts = {.indexed = 1, .read = 1, .failed = 1},
       .rejects =
           {{"a.jsonl", 0, 0, "E_BINARY",
             "the file is not text; if it is UTF-16 without a byte order mark, say --encoding UTF-16LE"}}},
      {.name = "AGigabyteOfTextFile",
       .files = {{"z.txt", "Un bateau."}},
       .make =
           [](Scene& scene) {
             scene.repeat("a.txt", "Un train. ", 10'000);
             scene.hole("a.txt", kGigabyte);
           },
       .exit_code = 1,
       .counts = {.indexed = 1, .read = 1, .failed = 1},
       .rejects = {{"a.txt", 0, 0, "E_RECORD_TOO_BIG",
                    "a text file is one article, and this one is longer than 8388608 bytes; split it"}}},
      {.name = "AGigabyteInOneLine",
       .files = {{"a.jsonl", kFirst}},
       .make =
           [](Scene& scene) {
             scene.repeat("a.jsonl", std::string(1000, ' '), 100);
             scene.hole("a.jsonl", kGigabyte);
             scene.append("a.jsonl", "\n" + kLast);
           },
       .exit_code = 1,
       .counts = {.indexed = 2, .rejected = 1, .read = 1},
       .rejects = {{"a.jsonl", 2, 35, "E_RECORD_TOO_BIG", kTooLong}},
       .articles = {{"Un|Un bateau.|", "Deux|Un train.|"}},
       .finds = {{"bateau", 1}, {"train", 1}}},
      {.name = "AGigabyteInOneQuote",
       .files = {{"a.csv", "titre;texte\nUn;Un bateau.\nDeux;\"ouvert\n"}},
       .make =
           [](Scene& scene) {
             scene.repeat("a.csv", std::string(1000, ' '), 100);
             scene.hole("a.csv", kGigabyte);
             scene.append("a.csv", "\nTrois;Un train.\n");
           },
       .exit_code = 1,
       .counts = {.indexed = 2, .rejected = 1, .read = 1},
       .rejects = {{"a.csv", 2, 26, "E_QUOTE",
                    "the quote opened in line 3 is not closed; close it (lines 3 to 4 are left out)"}},
       .articles = {{"Un|Un bateau.|", "Trois|Un train.|"}}},
      {.name = "AHundredMegabytesInOneLine",
       .files = {{"a.jsonl", kFirst + "{\"text\":\""}},
       .make =
           [](Scene& scene) {
             scene.repeat("a.jsonl", "Un train. ", 10 * kMegabyte);
             scene.append("a.jsonl", "\"}\n" + kLast);
           },
       .exit_code = 1,
       .counts = {.indexed = 2, .rejected = 1, .read = 1},
       .rejects = {{"a.jsonl", 2, 35, "E_RECORD_TOO_BIG", kTooLong}},
       .articles = {{"Un|Un bateau.|", "Deux|Un train.|"}}},
      {.name = "TheLargestRecord",  // of 8 MiB to the byte
       .files = {{"a.jsonl", "{\"text\":\""}},
       .make =
           [](Scene& scene) {
             scene.repeat("a.jsonl", "Un train. Un bateau coulé. ", (8u << 20) / 30);
             const size_t size = std::filesystem::file_size(scene.path("a.jsonl"));
             scene.append("a.jsonl", std::string((8u << 20) - size - 2, 'x') + "\"}\n" + kLast);
           },
       .counts = {.indexed = 2, .read = 1},
       .articles = {{"|Un train. Un bateau ...(8388597 bytes)|", "Deux|Un train.|"}},
       .finds = {{"bateau", 1}}},
      {.name = "OneByteMoreThanTheLargestRecord",
       .files = {{"a.jsonl", "{\"text\":\""}},
       .make =
           [](Scene& scene) { scene.append("a.jsonl", std::string((8u << 20) - 10, 'x') + "\"}\n" + kLast); },
       .exit_code = 1,
       .counts = {.indexed = 1, .rejected = 1, .read = 1},
       .rejects = {{"a.jsonl", 1, 0, "E_RECORD_TOO_BIG", kTooLong}},
       .articles = {{"Deux|Un train.|"}}},
      {.name = "AWordOfTenMegabytes",
       .files = {{"a.jsonl", "{\"text\":\""}, {"b.txt", ""}, {"z.txt", "Un bateau."}},
       .make =
           [](Scene& scene) {
             scene.repeat("a.jsonl", kWord, 10'000);
             scene.append("a.jsonl", "\"}\n");
             scene.repeat("b.txt", kWord, 10'000);
           },
       .exit_code = 1,
       .counts = {.indexed = 1, .rejected = 1, .read = 2, .failed = 1},
       .rejects = {{"a.jsonl", 1, 0, "E_RECORD_TOO_BIG", kTooLong},
                   {"b.txt", 0, 0, "E_RECORD_TOO_BIG",
                    "a text file is one article, and this one is longer than 8388608 bytes; split it"}}},
      {.name = "AWordOfEightMegabytes",
       .files = {{"a.jsonl", "{\"text\":\""}},
       .make =
           [](Scene& scene) {
             scene.repeat("a.jsonl", kWord, 8'000);
             scene.append("a.jsonl", " bateau\"}\n");
           },
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"|aaaaaaaaaaaaaaaaaaaa...(8000007 bytes)|"}},
       .finds = {{"bateau", 1}}},
      {.name = "FiftyThousandWordsThatDiffer",
       .files = {{"a.jsonl", "{\"text\":\""}},
       .make =
           [](Scene& scene) {
             std::string words;
             for (int i = 0; i < 50'000; ++i) words += "mot" + std::to_string(i) + ' ';
             scene.append("a.jsonl", words + "\"}\n");
           },
       .counts = {.indexed = 1, .read = 1},
       .finds = {{"mot49999", 1}}},
      {.name = "AHundredMegabytesOfRecords",
       .make =
           [](Scene& scene) {
             const std::string text(90'000, 'x');
             scene.repeat("a.jsonl", "{\"id\":\"a\",\"text\":\"" + text + "\"}\n", 1'100);
           },
       .counts = {.indexed = 1, .duplicates = 1'099, .read = 1}},
  };
  return kRows;
}

}  // namespace depeche
