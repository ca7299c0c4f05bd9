#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace depeche {

/// Raised with every change of terms, slots, stored articles or the manifest that an older program would read
/// wrongly. Recorded in the index; a program of another version refuses it.
constexpr int kSchemaVersion = 6;

/// What a researcher can name in a query.
enum class FieldId : uint8_t {
  kPerson,
  kOrganisation,
  kPlace,
  kOther,
  kEntity,
  kTitle,
  kAuthor,
  kSource,
  kSection,
  kId,
  kLanguage,
  kUrl,
  kDate,
  kEvent,
  kUpdated,
};

enum class FieldKind : uint8_t {
  kName,   // boolean term of the whole key, and one of each word of it: a part finds it
  kWords,  // analysed text
  kValue,  // boolean term of the whole key
  kExact,  // boolean term of the bytes as they are
  kDate,   // day, month and year terms (DatePrefixes)
  kAny,    // any of the entity fields
};

struct FieldSpec {
  FieldId id;
  FieldKind kind;
  std::string_view english, french;  // names in queries; ASCII, lower case
  std::string_view aliases;          // further names, space-separated; not shown in help
  std::string_view prefix;           // of boolean terms; for kWords of surface terms, "Z" + prefix of stems
  std::string_view word_prefix;      // of the words of a kName value
  const char* help;                  // English, for translation
};

/// The one table from which terms, query parser, compiler, options and help derive.
extern const std::array<FieldSpec, 15> kFields;

const FieldSpec& field_spec(FieldId id);
/// By English or French name, any case, with or without accents; nullptr if there is none.
const FieldSpec* find_field(std::string_view name);

/// Prefixes of the terms of one kind of date. A day known in full has day, month and year terms; a date known
/// only to its month or year, or without its year, has one that says so.
struct DatePrefixes {
  std::string_view day, month, year;       // YYYYMMDD, YYYYMM, YYYY
  std::string_view month_only, year_only;  // YYYYMM, YYYY
  std::string_view yearless;               // "", MM and MMDD: three roll-ups
};
constexpr DatePrefixes kPublishedPrefixes{"D", "M", "Y", "XDM", "XDY", "XDMD"};
constexpr DatePrefixes kEventPrefixes{"XED", "XEM", "XEY", "XEDM", "XEDY", "XEDMD"};
constexpr DatePrefixes kUpdatedPrefixes{"XUD", "XUM", "XUY", "XUDM", "XUDY", "XUDMD"};
/// Every reading of the published date: the best one and the candidates.
constexpr DatePrefixes kPossiblePrefixes{"XQD", "XQM", "XQY", "XQDM", "XQDY", "XQDMD"};
const DatePrefixes& date_prefixes(FieldId id);  // kDate, kEvent or kUpdated

/// Terms without a value.
constexpr std::string_view kUndatedTerm = "XDN";    // no published date at all
constexpr std::string_view kUncertainTerm = "XDU";  // published date inferred, or without its year

constexpr std::string_view kStemPrefix = "Z";
constexpr std::string_view kTitlePrefix = "S";
constexpr std::string_view kReadingPrefix = "XA";   // XA<folded>=<reading>
constexpr std::string_view kVariantsPrefix = "XV";  // XV<folded>
/// XS<stem> or XS<folded>: a token of that stem or form shares its place in the article with another token: a
/// compound with its parts, one reading of a damaged word with the others. Elsewhere tokens are hits.
constexpr std::string_view kSharedPlacePrefix = "XS";
constexpr std::string_view kBatchPrefix = "XI";    // import batch: the number of the manifest
constexpr std::string_view kVersionPrefix = "XK";  // XK<id>@<version>
/// XN<hash>: one of the smallest of the hashes of an article's runs of words; near-copies share some of them
/// (indexer/story_signature.h).
constexpr std::string_view kStoryPrefix = "XN";
/// A surname that no full name of the article explains (common/bare_names.h), by what its titles tell.
constexpr std::string_view kBarePrefix = "XPB", kBareMalePrefix = "XPBM", kBareFemalePrefix = "XPBF";

enum Slot : unsigned {
  kSlotFirstDay = 0,  // first possible published day, YYYYMMDD
  kSlotLastDay = 1,   // last possible published day
  kSlotMinute = 2,    // published time, HHMM
  kSlotUpdated = 3,   // updated day
  kSlotSource = 4,    // key of the source
  kSlotStory = 5,     // what near-copies are recognised by (indexer/story_signature.h)
  kSlotVersion = 6,   // Xapian::sortable_serialise
  kSlotId = 7,        // id, or its hash above 200 bytes: total order of results
  kSlotDigest = 8,    // digest of the content: tells an unchanged article without decoding it
  kSlotWords = 9,     // words of title and text, in decimal figures
  kSlotFacets = 10,   // what answers are counted by (common/facet_values.h)
};

}  // namespace depeche
