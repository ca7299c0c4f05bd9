#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/record.h"
#include "corpus/rejection_code.h"

namespace depeche {

/// Adds a value, as clean_text() keeps it, to a list of that name; none where it is empty.
void add_value(Record& record, std::string_view name, std::string value);
/// The same where the record has no value of that name yet: of several sources of a value the best comes
/// first.
void set_value(Record& record, std::string_view name, std::string value);
/// The number that a provider gives a version; 0 where it is none.
uint64_t revision_of(std::string_view version);

/// E_FIELD: an element or attribute that records of the dialect have is missing.
Problem lacks(std::string_view element, std::string_view what);
/// E_FORMAT: the same of a file.
Problem file_lacks(std::string_view what);

}  // namespace depeche
