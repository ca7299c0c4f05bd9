#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/schema.h"
#include "common/text/analyzer.h"
#include "searcher/plan.h"

namespace depeche {

/// The key that a typed name of an entity asks for: « Mme Hua », « la Chine » ask for hua, chine, since keys
/// have neither title nor article. "" where the name holds no word.
std::string entity_key(Analyzer& analyzer, std::string_view name);
/// The key that a typed value of any field but id and url asks for.
std::string field_key(Analyzer& analyzer, FieldId field, std::string_view text);

/// The terms by which a field of kind kName, kValue or kAny may hold one of `keys`: the whole key, or each of
/// its words.
TermGroups name_terms(FieldId field, const std::vector<std::string>& keys);

/// Whether the words of `name` stand together in `key`; both are words joined by single spaces.
bool holds_words(std::string_view key, std::string_view name);

}  // namespace depeche
