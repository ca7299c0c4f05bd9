#include "corpus/field_map.h"

#include <algorithm>

#include "common/error.h"
#include "common/message.h"
#include "common/text/fold.h"

namespace depeche {
namespace {

struct FieldNames {
  std::string_view name;
  std::vector<std::string> sources;  // by preference
};

/// Names met in exports of press archives, content management systems and feeds, ours first.
const std::array<FieldNames, FieldMap::kCount>& default_names() {
  static const std::array<FieldNames, FieldMap::kCount> kNames = {{
      {"id", {"id", "guid", "uid", "identifier", "identifiant"}},
      {"date",
       {"date", "published", "published_at", "publishedat", "publication_date", "date_published",
        "datepublished", "pubdate", "pub_date", "date_publication", "publie", "publié", "created_at"}},
      {"updated",
       {"updated", "updated_at", "modified", "date_modified", "datemodified", "last_modified", "mise_a_jour",
        "maj"}},
      {"title", {"title", "headline", "titre"}},
      {"text", {"text", "body", "content", "texte", "contenu", "corps"}},
      {"source", {"source", "publisher", "agency", "agence", "journal"}},
      {"author", {"author", "authors", "byline", "auteur", "auteurs", "speaker"}},
      {"section", {"section", "category", "rubrique", "categorie", "catégorie"}},
      {"language", {"language", "lang", "langue"}},
      {"url", {"url", "link", "lien", "uri"}},
  }};
  return kNames;
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether `name` is `lower` without regard to case; `lower` is lower case already.
bool same_name(std::string_view name, std::string_view lower) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (!name.empty() && is_ascii(name[0]) && ascii_lower(name[0]) != lower[0]) return false;
  if (std::all_of(name.begin(), name.end(), is_ascii))
    return std::equal(name.begin(), name.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return ascii_lower(a) == b; });
  return to_lower(name) == lower;
}

std::string_view trim(std::string_view text) {
  const size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::string our_names() {
  std::string out;
  for (const FieldNames& names : default_names()) out.append(out.empty() ? "" : ", ").append(names.name);
  return out;
}

[[noreturn]] void refuse(std::string_view part) {
  throw Error(
      ExitCode::kUsage,
      tr("--map: \"{}\" is not of the form NAME=SOURCE-NAME, where NAME is one of {}", part, our_names()));
}

}  // namespace

const std::string* Record::find(std::string_view name) const {
  for (const auto& [key, value] : fields)
    if (key == name) return &value;
  return nullptr;
}

FieldMap::FieldMap() {
  for (size_t i = 0; i < kCount; ++i) names_[i] = default_names()[i].sources;
}

void FieldMap::apply(std::string_view mapping) {
  for (size_t pos = 0; pos <= mapping.size();) {
    const size_t comma = std::min(mapping.find(',', pos), mapping.size());
    const std::string_view part = trim(mapping.substr(pos, comma - pos));
    const size_t equals = part.find('=');
    if (equals == std::string_view::npos) refuse(part);
    const std::string_view ours = trim(part.substr(0, equals)), source = trim(part.substr(equals + 1));
    const auto& names = default_names();
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const FieldNames& field) { return same_name(ours, field.name); });
    if (found == names.end() || source.empty()) refuse(part);
    names_[static_cast<size_t>(found - names.begin())] = {to_lower(source)};
    pos = comma + 1;
  }
}

std::string_view FieldMap::value(const Record& record, Field field) const {
  for (const std::string& name : names_[field])
    for (const auto& [key, value] : record.fields)
      if (!value.empty() && same_name(key, name)) return value;
  return {};
}

std::vector<std::string_view> FieldMap::values(const Record& record, Field field) const {
  std::vector<std::string_view> out;
  for (const std::string& name : names_[field]) {
    for (const auto& [key, value] : record.fields)
      if (!value.empty() && same_name(key, name)) out.push_back(value);
    if (!out.empty()) break;
  }
  return out;
}

bool FieldMap::means(std::string_view name, Field field) const {
  return std::any_of(names_[field].begin(), names_[field].end(),
                     [&](const std::string& known) { return same_name(name, known); });
}

std::string_view FieldMap::name(Field field) { return default_names()[field].name; }

}  // namespace depeche
