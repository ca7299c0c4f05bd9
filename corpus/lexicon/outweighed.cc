#include "corpus/lexicon/outweighed.h"

#include <algorithm>

namespace depeche {
namespace {

/// Beginnings of words whose every form has a frequent double (coïtait: coûtait; tûte: tâte; ôtait: était).
constexpr std::string_view kBeginnings[] = {"boët", "coït", "rûta", "rûtâ", "tût",
                                            "ôta",  "ôter", "ôtes", "ôti"};

constexpr std::string_view kWords[] = {
    "binâmes", "crûe",   "cœtera",  "diffèrent", "déj",   "lé",    "nô",    "prés",  "tète",
    "voilé",   "dés",    "mème",    "mèmes",     "mîmes", "mômes", "môme",  "mûmes", "mûre",
    "mûres",   "prévît", "radâmes", "râle",      "râles", "âtre",  "âtres", "ânée",
};

}  // namespace

bool is_outweighed(std::string_view word) {
  return std::ranges::find(kWords, word) != std::end(kWords) ||
         std::ranges::any_of(kBeginnings, [&](std::string_view start) { return word.starts_with(start); });
}

}  // namespace depeche
