#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/civil_date.h"

namespace depeche {

/// The three strings of an article that have offsets.
enum class TextField : uint8_t { kTitle, kHeader, kText };

/// A half-open range of bytes of a field, on code-point boundaries.
struct Span {
  TextField field = TextField::kText;
  uint32_t begin = 0;
  uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

/// Where a record was read.
struct Origin {
  std::string path;             // as the user would open it, UTF-8 (undecodable bytes as \xNN)
  uint64_t record = 1;          // ordinal within the file, from 1
  uint64_t offset = 0;          // byte offset of the record in the file
  std::string encoding;         // "UTF-8", "windows-1252", ...
  std::optional<Day> modified;  // day of the file's modification time
};

enum class DateKind : uint8_t { kPublished, kUpdated, kEvent };

/// What the value of a date rests on.
enum class DateBasis : uint8_t { kHeader, kDateline, kField, kPath, kMtime, kText, kReference, kNeighbours };

/// A reading of a date that was not chosen.
struct DateCandidate {
  PartialDate value;
  float weight = 0;  // 0..1
  std::string why;   // as ArticleDate::why
};

/// What the source itself says of a date that was inferred.
struct StatedPart {
  PartialDate value;  // a day and month
  DateBasis basis = DateBasis::kField;
};

/// A date of an article, with its evidence.
struct ArticleDate {
  DateKind kind = DateKind::kPublished;
  PartialDate value;
  std::optional<PartialDate> until;  // of an interval that an event fills: value/until; empty ends are open
  std::optional<uint16_t> minute;    // minutes since midnight as written, no zone conversion
  DateBasis basis = DateBasis::kField;
  bool inferred = false;  // a part of the value is not stated by the source
  float confidence = 1;   // 0..1
  /// The words it was read from; nullopt when it comes from a metadata field, the path or the file.
  std::optional<Span> span;
  std::string evidence;  // those words, or the field's value, path or file time
  /// Of an inferred value: the part that is stated; nullopt where none is (the day of a path).
  std::optional<StatedPart> stated;
  /// How an inferred value was found, or why a missing year stays open, in English on one line: reasons
  /// "label" or "label: what it is about", joined by "; ". "" where all is stated.
  std::string why;
  std::vector<DateCandidate> candidates;
};

enum class EntityType : uint8_t { kPerson, kOrganisation, kPlace, kOther };

/// Why a mention stands for a longer name.
struct MentionLink {
  std::string key;     // of the entity it stands for
  std::string rule;    // English, one line: "only full name ending so in this article"
  uint32_t begin = 0;  // byte offset of that name in the same field as the mention
};

/// The rule of a common noun that stands for a name: « le ministère ».
extern const char* const kReferenceRule;

/// A place in the text that names an entity.
struct Mention {
  EntityType type = EntityType::kOther;
  Span span;
  std::string key;  // searched: Analyzer::key of the name without title; link's where there is one
  std::optional<MentionLink> link;

  /// Whether the words are no name but a common noun that stands for one. Such are found and counted as
  /// mentions, and told apart where names are listed.
  bool is_reference() const;
};

/// A damaged word: its place in the field as stored, what the source has, and what it may be.
struct Repair {
  Span span;
  std::string original;
  std::vector<std::string> readings;  // one: the field holds it; several: the field holds the original
};

/// A dated dispatch as UTF-8 in NFC. corpus/ makes it, indexer/ annotates it, common/ stores it.
struct Article {
  std::string id;
  uint32_t version = 1;   // counted by the index
  uint64_t revision = 0;  // the provider's number of its version, 0 if not known; not stored
  std::string title;      // "" if none
  std::string header;     // header or dateline lines as printed, joined by '\n'; "" if none
  std::string text;       // paragraphs separated by '\n'
  std::string source, section, language, url;  // "" if unknown
  std::vector<std::string> authors;
  Origin origin;
  std::vector<ArticleDate> dates;   // best published first
  std::vector<Mention> mentions;    // by field, then offset; never overlapping
  std::vector<Repair> repairs;      // by field, then offset
  std::vector<uint32_t> sentences;  // byte offsets of sentence starts in text, ascending

  const std::string& field(TextField field) const;
};

/// The best date of a kind: the first such in article.dates; nullptr if none.
const ArticleDate* find_date(const Article& article, DateKind kind);

/// Names as in JSON: "published", "header", "PER", "text".
std::string_view name_of(DateKind kind);
std::string_view name_of(DateBasis basis);
std::string_view name_of(EntityType type);
std::string_view name_of(TextField field);

}  // namespace depeche
