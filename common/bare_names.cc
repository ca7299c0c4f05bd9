#include "common/bare_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "common/schema.h"
#include "common/term.h"
#include "common/text/fold.h"

namespace depeche {
namespace {

/// Folded; stand before a surname and belong to it.
constexpr std::array<std::string_view, 33> kParticles = {
    "abou", "al",   "ben",   "bin", "da",  "de",  "del", "della", "den", "der", "des",
    "di",   "do",   "dos",   "du",  "el",  "ibn", "la",  "las",   "le",  "les", "lo",
    "los",  "ould", "saint", "st",  "ten", "ter", "van", "vom",   "von", "zu",  "zur"};

bool is_particle(std::string_view word) {
  const std::string folded = fold(word);
  return std::ranges::find(kParticles, folded) != kParticles.end();
}

/// Where the first space of `text` stands, of any kind, and how long it is; {npos, 0} where there is none.
std::pair<size_t, size_t> find_space(std::string_view text) {
  std::pair<size_t, size_t> first{std::string_view::npos, 0};
  for (const std::string_view space : {" ", "\n", "\t", "\u00A0", "\u202F"})
    if (const size_t at = text.find(space); at < first.first) first = {at, space.size()};
  return first;
}

using Names = std::map<std::string, BareName, std::less<>>;

std::string_view words_of(const Article& article, const Span& span) {
  return std::string_view(article.field(span.field)).substr(span.begin, span.end - span.begin);
}

/// Drops the names that a full name ends or begins with.
void drop_explained(std::string_view key, Names& names) {
  const auto drop = [&names](std::string_view part) {
    if (const auto found = names.find(part); found != names.end()) names.erase(found);
  };
  for (size_t space = key.find(' '); space != std::string_view::npos; space = key.find(' ', space + 1)) {
    drop(key.substr(0, space));
    drop(key.substr(space + 1));
  }
}

}  // namespace

bool is_bare_name(std::string_view name) {
  for (;;) {
    const auto [space, length] = find_space(name);
    if (space == std::string_view::npos) return !name.empty();
    if (!is_particle(name.substr(0, space))) return false;
    name.remove_prefix(space + length);
  }
}

std::vector<BareName> bare_names(const Article& article) {
  Names names;
  for (const Mention& mention : article.mentions)
    if (mention.type == EntityType::kPerson && !mention.link && !mention.key.empty() &&
        is_bare_name(words_of(article, mention.span)))
      names.try_emplace(mention.key).first->second.key = mention.key;
  std::set<std::string_view> full_names;
  for (size_t i = 0; i < article.mentions.size() && !names.empty(); ++i) {
    const Mention& mention = article.mentions[i];
    if (mention.type != EntityType::kPerson) continue;
    const auto bare = names.find(mention.key);
    if (bare == names.end()) {
      full_names.insert(mention.key);
      continue;
    }
    BareName& name = bare->second;
    const Sex titled = title_before(article.field(mention.span.field), mention.span.begin).sex;
    name.sex = static_cast<Sex>(name.sex | titled);
    name.mentions.push_back(i);
  }
  for (const std::string_view full_name : full_names) drop_explained(full_name, names);
  std::vector<BareName> result;
  for (auto& [key, name] : names)
    if (name.sex != kBothSexes) result.push_back(std::move(name));
  return result;
}

std::string bare_name_term(std::string_view key, Sex sex) {
  switch (sex) {
    case kMale:
      return make_term(kBareMalePrefix, key);
    case kFemale:
      return make_term(kBareFemalePrefix, key);
    default:
      return make_term(kBarePrefix, key);
  }
}

}  // namespace depeche
