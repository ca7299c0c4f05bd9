#pragma once

#include <ostream>
#include <vector>

#include "common/json.h"
#include "common/terminal.h"
#include "searcher/related/keyness.h"
#include "searcher/view/csv.h"

namespace depeche {

/// Key words: two tables, JSON (ARCHITECTURE.md, "JSON": what is whole, and the words), records.
void print_keyness(const Keyness& keyness, const Terminal& terminal, std::ostream& out);
Json keyness_json(const Keyness& keyness);
std::vector<Json> key_word_items(const Keyness& keyness);
void write_key_words(const Keyness& keyness, CsvWriter& csv);

}  // namespace depeche
