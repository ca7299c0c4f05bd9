#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/name_title.h"

namespace depeche {

/// A surname by which an article names a person, without saying anywhere who that is: « Mme Hua ».
struct BareName {
  std::string key;               // Mention::key
  Sex sex = kSexUnknown;         // as far as titles tell; never kBothSexes
  std::vector<size_t> mentions;  // indices into Article::mentions, ascending; those linked to it too
};

/// Whether a person's name, as it is written, is one word, particles before it aside: Hua, Vallaud-Belkacem,
/// de Villepin, Le Pen.
bool is_bare_name(std::string_view name);

/// The bare names of an article that none of its full names explains, by key. A full name that ends or begins
/// so explains a bare one even where it is not what is meant (another of that name, of the other sex, in the
/// other field): who is meant remains unknown then. A name that titles give to both sexes is of two persons,
/// and left out. Linear in mentions and in the square of a name's words.
std::vector<BareName> bare_names(const Article& article);

/// The filter term of a bare name (common/schema.h).
std::string bare_name_term(std::string_view key, Sex sex);

}  // namespace depeche
