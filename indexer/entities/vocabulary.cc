#include "indexer/entities/vocabulary.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/hash.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/lexicon/lexicon.h"
#include "indexer/entities/name_key.h"

namespace depeche::entities {
namespace {

struct Entry {
  uint32_t classes = 0;
  bool outside = false;
  const HeadRow* head = nullptr;
  const HeadRow* second_head = nullptr;
};
using Table = std::unordered_map<std::string, Entry>;

/// Feminine and plurals of a folded adjective or demonym: chinois -> chinoise, chinoises; norvegien ->
/// norvegienne. Wrong forms do no harm, no text holds them.
void add_inflected(Table& table, const std::string& word, uint32_t classes) {
  std::string feminine = word;
  if (ends_with_any(word, {"ien", "een", "on"}))
    feminine += "ne";
  else if (word.ends_with("eur"))
    feminine.replace(word.size() - 1, 1, "se");
  else if (word == "grec" || word == "turc")
    feminine = word == "grec" ? "grecque" : "turque";
  else if (!word.ends_with("e"))
    feminine += "e";
  const std::string plural = ends_with_any(word, {"s", "x"}) ? word : word + "s";
  for (const std::string& form : {word, plural, feminine, feminine + "s"}) table[form].classes |= classes;
  if (word.ends_with("al")) table[word.substr(0, word.size() - 1) + "ux"].classes |= classes;
}

Table read_tables() {
  Table table;
  for (const auto rows : {given_name_rows(), word_rows(), not_name_rows(), lexicon_rows()})
    for (const WordRow& row : rows)
      for_each_item(row.words, [&](std::string_view item) {
        const std::string word = fold(item);
        if ((row.classes & kDemonym) != 0)
          add_inflected(table, word, row.classes);
        else
          table[word].classes |= row.classes;
      });
  for_each_item(outside_words(), [&](std::string_view word) { table[fold(word)].outside = true; });
  for (const HeadRow& row : head_rows())
    for_each_item(row.words, [&](std::string_view item) {
      Entry& entry = table[fold(item)];
      entry.classes |= kHead;
      (entry.head == nullptr ? entry.head : entry.second_head) = &row;
    });
  return table;
}

const Table& tables() {
  static const Table table = read_tables();
  return table;
}

/// What a form in the tables says about `folded`; a double given name is known by its first half (Jean-Luc).
Entry entry_of(const std::string& folded) {
  const auto found = tables().find(folded);
  Entry entry = found == tables().end() ? Entry() : found->second;
  if (const size_t hyphen = folded.find('-'); hyphen != std::string::npos && entry.classes == 0)
    if (const auto first = tables().find(folded.substr(0, hyphen)); first != tables().end())
      entry.classes |= first->second.classes & (kGivenName | kLexiconGiven);
  for (const std::string_view prefix : {"ex-", "vice-", "co-"})  // ex-PDG
    if (folded.starts_with(prefix))
      if (const auto rest = tables().find(folded.substr(prefix.size())); rest != tables().end())
        entry.classes |= rest->second.classes & kRole;
  if (is_common_word(folded)) entry.classes |= kCommonWord;
  return entry;
}

Shape shape_of(std::string_view surface) {
  size_t upper = 0, lower = 0, inner_upper = 0;
  bool first = true, part_start = true, starts_with_digit = false, starts_upper = false;
  for (size_t pos = 0; pos < surface.size(); first = false) {
    const auto c = static_cast<UChar32>(next_code_point(surface, pos));
    const bool is_upper = u_isupper(c) || u_istitle(c);
    if (first) {
      starts_with_digit = u_isdigit(c);
      starts_upper = is_upper;
    }
    if (is_upper) {
      ++upper;
      if (!part_start) ++inner_upper;
    } else if (u_isalpha(c)) {
      ++lower;
    }
    part_start = !u_isalpha(c);
  }
  if (starts_with_digit) return Shape::kNumber;
  if (upper == 0) return Shape::kLower;
  if (lower == 0) return upper == 1 && surface.size() <= 2 ? Shape::kInitial : Shape::kCapitals;
  if (starts_upper && inner_upper == 0) return Shape::kCapital;
  return Shape::kMixed;
}

/// Kinds of letters, repeated ones once: « Saint-Denis » -> "Aa-Aa", « iPhone7 » -> "aAa0"; capitals alone
/// are counted up to four: « ONU » -> "AAA".
std::string pattern_of(std::string_view surface) {
  constexpr size_t kMaxPattern = 12, kCounted = 4;
  std::string pattern;
  size_t letters = 0;
  bool only_capitals = true;
  for (size_t pos = 0; pos < surface.size() && pattern.size() < kMaxPattern;) {
    const auto c = static_cast<UChar32>(next_code_point(surface, pos));
    char kind = '-';
    if (u_isdigit(c))
      kind = '0';
    else if (u_isupper(c) || u_istitle(c))
      kind = 'A';
    else if (u_isalpha(c))
      kind = 'a';
    else if (c < 0x80)
      kind = static_cast<char>(c);
    ++letters;
    only_capitals = only_capitals && kind == 'A';
    if (pattern.empty() || pattern.back() != kind) pattern.push_back(kind);
  }
  return only_capitals ? std::string(std::min(letters, kCounted), 'A') : pattern;
}

}  // namespace

const WrittenWord& Vocabulary::find(std::string_view surface) {
  const WrittenWord*& recent = recent_[hash64(surface) % kRecent];
  if (recent == nullptr || recent->surface != surface) recent = &look_up(surface);
  return *recent;
}

const WrittenWord& Vocabulary::look_up(std::string_view surface) {
  if (const auto found = written_.find(surface); found != written_.end()) return found->second;
  WrittenWord written;
  written.shape = shape_of(surface);
  std::string folded = fold(surface);
  if (written.shape == Shape::kCapitals) std::erase(folded, '.');
  const auto [known, is_new] = known_.try_emplace(std::move(folded));
  if (is_new) {
    const Entry entry = entry_of(known->first);
    const std::string key = name_key(known->first);
    KnownWord& word = known->second;
    word = {known->first,
            static_cast<uint32_t>(known_.size()),
            entry.classes,
            lexicon_flags(key),
            entry.outside,
            entry.head,
            entry.second_head,
            gazetteer().find(key),
            0};
    if (word.gazetteer.name != nullptr || word.gazetteer.goes_on) word.classes |= kStartsName;
  }
  written.known = &known->second;
  written.id = static_cast<uint32_t>(written_.size());
  written.hash = hash64(surface);
  written.pattern = hash64(pattern_of(surface));
  const auto entry = written_.emplace(surface, written).first;
  entry->second.surface = entry->first;
  return entry->second;
}

void Vocabulary::forget_rare() {
  if (written_.size() <= kMaxForms) return;
  recent_.fill(nullptr);
  written_.clear();
  known_.clear();
  ++generation_;
}

}  // namespace depeche::entities
