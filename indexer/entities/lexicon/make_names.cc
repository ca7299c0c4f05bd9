// Built and run with the project: depeche-make-names DIC SUBDIVISIONS CITIES NAMES OUT.cc writes the tables
// of indexer/entities/lexicon/lexicon.h from
// - a French Hunspell dictionary with grammatical tags (Debian hunspell-fr-classical: « Classique », by
// Olivier R.,
//   Grammalecte; Mozilla Public License 2.0): given names (po:prn), family names (po:patr), other proper
//   nouns (po:npr), and which words are common;
// - the subdivisions of countries of ISO 3166-2 (Debian iso-codes, LGPL 2.1 or later);
// - cities and regions of GeoNames in French and English (Debian libgeonames-common, CC BY 4.0), as msgunfmt
//   prints its message catalogues;
// - well-known names of our own (data/names.tsv).

#include <algorithm>
#include <cstdint>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/hash.h"
#include "common/text/fold.h"
#include "indexer/entities/lexicon/lexicon.h"
#include "indexer/entities/name_key.h"

namespace depeche::entities {
namespace {

/// Below these the files are not those that this program was written for.
constexpr size_t kFewestNames = 1000;
constexpr size_t kFewestCommon = 40000;
constexpr size_t kFewestCities = 20000;

struct Words {
  std::set<std::string> given, family, places;
  std::set<uint32_t> common;
};

/// Keys of names and of their beginnings, with their LexiconFlag bits.
class Phrases {
 public:
  void add(std::string_view name, LexiconFlag type) {
    const std::string key = name_key(name);
    if (key.empty()) return;
    flags_[key] |= type;
    for (size_t space = key.find(' '); space != std::string::npos; space = key.find(' ', space + 1))
      flags_[key.substr(0, space)] |= kBeginsLonger;
    const size_t first = key.find(' ');
    if (type != kKnownPerson || first == std::string::npos) return;
    flags_[key.substr(0, first)] |= kBeginsPerson;
    flags_[key.substr(key.rfind(' ') + 1)] |= kEndsPerson;
  }
  const std::map<std::string, uint8_t>& flags() const { return flags_; }

 private:
  std::map<std::string, uint8_t> flags_;
};

std::ifstream open(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  return in;
}

bool is_one_word(std::string_view word) {
  return word.size() > 1 && word.find_first_of(" ,./()\"0123456789\\") == std::string_view::npos;
}

void read_dictionary(const std::string& path, Words& words) {
  std::ifstream in = open(path);
  for (std::string line; std::getline(in, line);) {
    const std::string word = line.substr(0, line.find_first_of("/ \t"));
    if (!is_one_word(word)) continue;
    const auto tagged = [&](const char* tag) { return line.find(tag) != std::string::npos; };
    if (tagged("po:prn")) words.given.insert(fold(word));
    if (tagged("po:patr")) words.family.insert(fold(word));
    if (tagged("po:npr")) words.places.insert(fold(word));
    const bool lower = word[0] >= 'a' || static_cast<unsigned char>(word[0]) >= 0x80;
    if (lower && (tagged("po:nom") || tagged("po:adj") || tagged("po:v") || tagged("po:adv") ||
                  tagged("po:prep") || tagged("po:interj")))
      words.common.insert(static_cast<uint32_t>(hash64(fold(word))));
  }
}

void read_subdivisions(const std::string& path, Words& words, Phrases& phrases) {
  std::ifstream in = open(path);
  const nlohmann::json list = nlohmann::json::parse(in);
  for (const nlohmann::json& subdivision : list.at("3166-2")) {
    const std::string name = subdivision.at("name");
    if (is_one_word(name)) words.places.insert(fold(name));
    phrases.add(name, kKnownPlace);
  }
}

/// A message catalogue in text: each translation is a name. Without escapes, no name has a quote.
void read_cities(const std::string& path, Phrases& phrases) {
  constexpr std::string_view kMessage = "msgstr \"";
  std::ifstream in = open(path);
  size_t cities = 0;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(kMessage) || line.size() < kMessage.size() + 2) continue;
    phrases.add(std::string_view(line).substr(kMessage.size(), line.size() - kMessage.size() - 1),
                kKnownPlace);
    ++cities;
  }
  if (cities < kFewestCities) throw std::runtime_error(path + ": too few cities: this is another file");
}

LexiconFlag flag_of(std::string_view type, const std::string& path) {
  if (type == "PER") return kKnownPerson;
  if (type == "ORG") return kKnownOrganisation;
  if (type == "LOC") return kKnownPlace;
  if (type == "MISC") return kKnownOther;
  throw std::runtime_error(path + ": no type of names: " + std::string(type));
}

/// Lines of a type and names of it, with tabs between.
void read_own_names(const std::string& path, Phrases& phrases) {
  std::ifstream in = open(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    size_t begin = line.find('\t');
    const LexiconFlag type = flag_of(std::string_view(line).substr(0, begin), path);
    while (begin != std::string::npos) {
      const size_t end = line.find('\t', ++begin);
      phrases.add(std::string_view(line).substr(begin, end - begin), type);
      begin = end;
    }
  }
}

void write_names(const std::string& constant, const std::set<std::string>& names, std::ostream& out) {
  constexpr size_t kLine = 100;
  if (names.size() < kFewestNames)
    throw std::runtime_error(constant + ": too few names: these are other files");
  out << "constexpr std::string_view " << constant << " =\n    \"";
  size_t length = 0;
  for (const std::string& name : names) {
    out << name << ',';
    length += name.size() + 1;
    if (length > kLine) out << "\"\n    \"";
    if (length > kLine) length = 0;
  }
  out << "\";\n";
}

void write_phrases(const Phrases& phrases, std::ostream& out) {
  std::map<uint64_t, uint8_t> hashed;
  for (const auto& [key, flags] : phrases.flags()) hashed[hash64(key) & ~uint64_t{0xFF}] |= flags;
  out << "constexpr uint64_t kPhrases[] = {\n";
  size_t count = 0;
  for (const auto& [hash, flags] : hashed) out << (hash | flags) << (++count % 5 == 0 ? "ULL,\n" : "ULL,");
  out << "};\n";
}

void write_table(const Words& words, const Phrases& phrases, std::ostream& out) {
  out << "// Generated by indexer/entities/lexicon/make_names.cc; MPL 2.0, LGPL 2.1, CC BY 4.0 (GeoNames) "
         "and "
         "GPL 2, as what it was made from.\n"
         "#include \"indexer/entities/lexicon/lexicon.h\"\n\n"
         "namespace depeche::entities {\nnamespace {\n";
  write_names("kGiven", words.given, out);
  write_names("kFamily", words.family, out);
  write_names("kPlaces", words.places, out);
  if (words.common.size() < kFewestCommon)
    throw std::runtime_error("too few words: this is another dictionary");
  out << "constexpr uint32_t kCommon[] = {\n";
  size_t count = 0;
  for (const uint32_t hash : words.common) out << hash << (++count % 10 == 0 ? ",\n" : ",");
  out << "};\n";
  write_phrases(phrases, out);
  out << "constexpr WordRow kRows[] = {\n"
         "    {kLexiconGiven, kGiven}, {kLexiconFamily, kFamily}, {kLexiconPlace, kPlaces}};\n"
         "}  // namespace\n\n"
         "std::span<const WordRow> lexicon_rows() { return kRows; }\n"
         "std::span<const uint32_t> common_words() { return kCommon; }\n"
         "std::span<const uint64_t> known_phrases() { return kPhrases; }\n"
         "}  // namespace depeche::entities\n";
}

}  // namespace
}  // namespace depeche::entities

int main(int argc, char** argv) {
  if (argc != 6) {
    std::cerr << "usage: depeche-make-names DIC SUBDIVISIONS.json CITIES.po NAMES.tsv OUT.cc\n";
    return 2;
  }
  try {
    using namespace depeche::entities;  // NOLINT: a tool on that namespace
    Words words;
    Phrases phrases;
    read_dictionary(argv[1], words);
    read_subdivisions(argv[2], words, phrases);
    read_cities(argv[3], phrases);
    read_own_names(argv[4], phrases);
    std::ofstream out(argv[5], std::ios::binary);
    write_table(words, phrases, out);
    if (!out.flush()) throw std::runtime_error(std::string(argv[5]) + ": cannot be written");
  } catch (const std::exception& error) {
    std::cerr << "depeche-make-names: " << error.what() << "\n";
    return 1;
  }
}
