#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/formats/pieces.h"

namespace depeche {

/// How the articles of a file are parted: by the first mark in it, and only by marks like that one; numbers
/// with « Document » go before rules and form feeds, which such files hold too.
///  - wire: a line begins with SOH or ZCZC (IPTC 7901 and its kin), up to NNNN or the next;
///  - numbers: lines « Document 1 de 20 », « 1/20 », « 1 of 20 DOCUMENTS », ascending, of one total;
///  - rules: lines of one character of `= - * _`, five of them or more, each like the first;
///  - form feeds at the beginning of lines.
/// Asked about the lines of one file in their order. Not thread-safe.
class BatchMarks {
 public:
  enum Kind : uint8_t { kNone, kWire, kNumbers, kRules, kFormFeeds };

  /// The marks of that text; kNone if none is in it.
  static BatchMarks find(std::string_view text);

  Kind kind() const { return kind_; }
  /// What the next line of the file is.
  LineUse use_of(std::string_view line);

 private:
  static Kind kind_of(std::string_view line);

  Kind kind_ = kNone;
  std::string rule_;               // of kRules
  uint64_t total_ = 0, last_ = 0;  // of kNumbers
};

/// The text of a part as plain text: of a message of the wire, what stands between STX and ETX, else behind
/// its first line; the whole of a part without such a line.
std::string batch_text(std::string_view part, BatchMarks::Kind kind);

/// Whether a decoded part stands behind the mark that its kind needs; `first`: it is the first of its file.
bool begins_as_marked(std::string_view part, BatchMarks::Kind kind, bool first);

/// Whether a part, as clean_text() keeps it, is a dispatch: it has a header line with a date (header.h), or
/// begins with a dateline; one that was numbered or sent by wire needs only be text.
bool is_dispatch(std::string_view part, BatchMarks::Kind kind);

/// Whether `head`, decoded and without leading white space, holds marks, and every part that is whole in it
/// is a dispatch; parts parted by rules, form feeds and « 1/20 » must be two, and so must numbered
/// ones behind other text; numbers that count by « 1/20 » or not from 1 begin the file.
bool is_batch(std::string_view head);

}  // namespace depeche
