#pragma once

#include <vector>

#include "indexer/entities/acronyms.h"

namespace depeche::entities {

/// That one candidate of a field stands for another of the same field.
struct Link {
  size_t from = 0, to = 0;  // candidates
  const char* rule = "";    // as MentionLink::rule
};

/// For each field the links of its candidates after the document pass, at most one each, by `from`:
/// - a short name of a person -> the only full name of the article that ends or begins so. A full name counts
///   out whose known sex contradicts the title (« Mme Macron » is not Emmanuel Macron). No link where several
///   are left, or where the only one stands in the other field: a link stays within its field;
/// - an acronym -> its definition in the field, unless it has several;
/// - a reference (references.h) -> the organisation that it means.
std::vector<std::vector<Link>> find_links(const std::vector<FieldNames>& fields,
                                          const std::vector<std::vector<AcronymDefinition>>& definitions);

}  // namespace depeche::entities
