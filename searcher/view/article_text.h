#pragma once

#include <ostream>

#include "common/article.h"
#include "common/terminal.h"
#include "searcher/deduction.h"

namespace depeche {

/// The whole article for people: title, dates with their evidence, what the record says, header, text,
/// entities, repairs; what there is none of is left out. On a terminal paragraphs are wrapped, elsewhere each
/// is one line.
void print_article(const Article& article, const Deductions& deduced, const Terminal& terminal,
                   std::ostream& out);

}  // namespace depeche
