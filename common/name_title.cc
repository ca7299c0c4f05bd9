#include "common/name_title.h"

#include <initializer_list>

namespace depeche {
namespace {

struct Title {
  std::string_view words;
  Sex sex;
};

constexpr Title kTitles[] = {
    {"M.", kMale},
    {"MM.", kMale},
    {"Mr", kMale},
    {"Mrs", kFemale},
    {"Ms", kFemale},
    {"monsieur", kMale},
    {"Monsieur", kMale},
    {"Mme", kFemale},
    {"Mmes", kFemale},
    {"Mlle", kFemale},
    {"Mlles", kFemale},
    {"madame", kFemale},
    {"Madame", kFemale},
    {"mademoiselle", kFemale},
    {"Mademoiselle", kFemale},
    {"Me", kSexUnknown},
    {"Dr", kSexUnknown},
    {"Pr", kSexUnknown},
};

/// Where `text` ends without the space at its end; its size where it ends in none.
size_t without_space(std::string_view text) {
  for (const std::string_view space : {" ", "\u00A0", "\u202F"})
    if (text.ends_with(space)) return text.size() - space.size();
  return text.size();
}

/// Whether a word may begin behind `text`.
bool ends_word(std::string_view text) {
  return text.empty() || std::string_view(" \n'(\"").find(text.back()) != std::string_view::npos ||
         static_cast<unsigned char>(text.back()) >= 0x80;
}

/// The title at the end of `text`; nullptr where there is none.
const Title* title_at_end(std::string_view text) {
  for (const Title& title : kTitles)
    if (text.ends_with(title.words) && ends_word(text.substr(0, text.size() - title.words.size())))
      return &title;
  return nullptr;
}

}  // namespace

NameTitle title_before(std::string_view text, size_t name) {
  const std::string_view before = text.substr(0, name);
  const size_t end = without_space(before);
  const Title* title = end == before.size() ? nullptr : title_at_end(before.substr(0, end));
  if (title == nullptr) return {name, kSexUnknown};
  NameTitle found{end - title->words.size(), title->sex};
  std::string_view rest = text.substr(0, found.begin);
  rest = rest.substr(0, without_space(rest));
  if (!rest.ends_with("et")) return found;
  rest.remove_suffix(2);
  if (const Title* other = title_at_end(rest.substr(0, without_space(rest))))
    found.sex = static_cast<Sex>(found.sex | other->sex);
  return found;
}

}  // namespace depeche
