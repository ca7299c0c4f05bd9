#include "searcher/names.h"

#include <algorithm>
#include <utility>

#include "common/section_key.h"
#include "common/term.h"

namespace depeche {
namespace {

/// What may stand before a name; keys have none of it.
constexpr std::string_view kTitles[] = {"m ",  "mm ", "mme ", "mmes ",     "mlle ",   "me ",  "dr ",
                                        "pr ", "le ", "la ",  "monsieur ", "madame ", "les ", "l "};

void add_terms(const FieldSpec& spec, const std::string& key, TermGroups& groups) {
  groups.push_back({make_term(spec.prefix, key)});
  if (spec.kind != FieldKind::kName) return;
  std::vector<std::string> words;
  for (size_t begin = 0; begin < key.size();) {
    const size_t end = std::min(key.find(' ', begin), key.size());
    words.push_back(make_term(spec.word_prefix, key.substr(begin, end - begin)));
    begin = end + 1;
  }
  groups.push_back(std::move(words));
}

}  // namespace

std::string entity_key(Analyzer& analyzer, std::string_view name) {
  std::string key = analyzer.key(name);
  for (const std::string_view title : kTitles)
    if (key.starts_with(title)) return key.substr(title.size());
  return key;
}

std::string field_key(Analyzer& analyzer, FieldId field, std::string_view text) {
  if (field <= FieldId::kEntity) return entity_key(analyzer, text);
  return field == FieldId::kSection ? section_key(analyzer, text) : analyzer.key(text);
}

TermGroups name_terms(FieldId field, const std::vector<std::string>& keys) {
  std::vector<FieldId> fields{field};
  if (field_spec(field).kind == FieldKind::kAny)
    fields = {FieldId::kPerson, FieldId::kOrganisation, FieldId::kPlace, FieldId::kOther};
  TermGroups groups;
  for (const std::string& key : keys)
    for (const FieldId id : fields) add_terms(field_spec(id), key, groups);
  return groups;
}

bool holds_words(std::string_view key, std::string_view name) {
  for (size_t at = key.find(name); at != std::string_view::npos; at = key.find(name, at + 1)) {
    const size_t end = at + name.size();
    if ((at == 0 || key[at - 1] == ' ') && (end == key.size() || key[end] == ' ')) return true;
  }
  return false;
}

}  // namespace depeche
