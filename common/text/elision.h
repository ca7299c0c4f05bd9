#pragma once

#include <string_view>

namespace depeche {

/// Whether `word` (folded) loses its vowel before an apostrophe: l d j m n s t c qu jusqu lorsqu puisqu
/// quoiqu quelqu presqu entr. A closed list (Grevisse, Le Bon Usage, §45).
bool is_elided(std::string_view word);

/// Whether two folded words with an apostrophe between them are one: aujourd'hui, presqu'île, prud'homme,
/// quelqu'un, D'Artagnan.
bool is_whole(std::string_view left, std::string_view right);

/// Whether `word` (folded) is a pronoun or particle that stands behind a verb with a hyphen and makes no
/// compound with it: dit-il, a-t-elle, celui-ci, vas-y.
bool is_clitic(std::string_view word);

}  // namespace depeche
