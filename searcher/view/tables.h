#pragma once

#include <cstddef>
#include <ostream>

#include "common/table.h"
#include "common/terminal.h"

namespace depeche {

/// Aligns the figures of a column to the right, below its heading.
void align_right(TableRows& rows, size_t column);

/// A table whose first row is its heading; on a terminal no wider than that: the elastic column gives way.
void print_table(TableRows rows, size_t elastic, const Terminal& terminal, std::ostream& out);

/// Says that the time limit came first, if it did.
void print_partial(bool partial, const Terminal& terminal, std::ostream& out);

}  // namespace depeche
