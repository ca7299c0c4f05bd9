#pragma once

#include <charconv>
#include <cstdint>
#include <string>

#include <xapian.h>

#include "common/schema.h"

namespace depeche {

/// The values of a slot in documents asked for in ascending order: one pass over the slot.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, Slot slot)
      : value_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  /// "" where the document has none.
  std::string at(Xapian::docid docid) {
    if (value_ == end_) return "";
    if (value_.get_docid() < docid) value_.skip_to(docid);
    return value_ != end_ && value_.get_docid() == docid ? *value_ : "";
  }

 private:
  Xapian::ValueIterator value_, end_;
};

/// What kSlotWords holds; 0 of a document without it.
inline uint32_t words_of_slot(const std::string& value) {
  uint32_t words = 0;
  std::from_chars(value.data(), value.data() + value.size(), words);
  return words;
}

}  // namespace depeche
