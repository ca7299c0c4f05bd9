#include "common/text/elision.h"

#include <algorithm>
#include <iterator>

#include "common/text/analyzer.h"

namespace depeche {
namespace {

// Folded and sorted, all of them.

constexpr std::string_view kElided[] = {
    "c", "d",      "entr",   "j",  "jusqu",  "l",      "lorsqu", "m",
    "n", "presqu", "puisqu", "qu", "quelqu", "quoiqu", "s",      "t",
};

constexpr std::string_view kClitics[] = {
    "ce",   "ci",  "elle", "elles", "en", "il", "ils", "je", "la",   "le", "les",
    "leur", "lui", "moi",  "nous",  "on", "t",  "toi", "tu", "vous", "y",
};

constexpr std::string_view kStopWords[] = {
    "a",       "ai",      "ainsi",      "alors",      "as",       "au",         "aucun",    "aucune",
    "auquel",  "aussi",   "autre",      "autres",     "aux",      "auxquelles", "auxquels", "avaient",
    "avait",   "avant",   "avec",       "avoir",      "ayant",    "c",          "car",      "ce",
    "ceci",    "cela",    "celle",      "celles",     "celui",    "cependant",  "ces",      "cet",
    "cette",   "ceux",    "chez",       "ci",         "comme",    "contre",     "d",        "dans",
    "de",      "depuis",  "des",        "desquelles", "desquels", "dont",       "donc",     "du",
    "duquel",  "elle",    "elles",      "en",         "entre",    "es",         "est",      "et",
    "etaient", "etait",   "etant",      "etre",       "eu",       "eux",        "il",       "ils",
    "j",       "je",      "jusqu",      "jusque",     "l",        "la",         "laquelle", "le",
    "lequel",  "les",     "lesquelles", "lesquels",   "leur",     "leurs",      "lors",     "lorsqu",
    "lorsque", "lui",     "m",          "ma",         "mais",     "malgre",     "me",       "meme",
    "memes",   "mes",     "moi",        "mon",        "n",        "ne",         "ni",       "non",
    "nos",     "notre",   "nous",       "on",         "ont",      "ou",         "par",      "parce",
    "parmi",   "pas",     "pendant",    "plus",       "pour",     "pourquoi",   "pres",     "puis",
    "puisqu",  "puisque", "qu",         "quand",      "que",      "quel",       "quelle",   "quelles",
    "quelqu",  "quelque", "quelques",   "quels",      "qui",      "quoi",       "quoiqu",   "quoique",
    "s",       "sa",      "sans",       "se",         "selon",    "sera",       "seront",   "ses",
    "si",      "soi",     "soient",     "soit",       "son",      "sont",       "sous",     "sur",
    "t",       "ta",      "tandis",     "te",         "tel",      "telle",      "telles",   "tels",
    "tes",     "toi",     "ton",        "tous",       "tout",     "toute",      "toutes",   "tres",
    "tu",      "un",      "une",        "vers",       "voici",    "voila",      "vos",      "votre",
    "vous",    "y",
};

template <size_t N>
bool contains(const std::string_view (&table)[N], std::string_view word) {
  return std::binary_search(std::begin(table), std::end(table), word);
}

}  // namespace

bool is_elided(std::string_view word) { return contains(kElided, word); }

bool is_whole(std::string_view left, std::string_view right) {
  if (left == "aujourd") return right == "hui";
  if (left == "prud") return right.starts_with("hom");
  if (left == "presqu") return right == "ile" || right == "iles";
  if (left == "quelqu") return right == "un" || right == "une";
  return left == "d" && right == "artagnan";
}

bool is_clitic(std::string_view word) { return contains(kClitics, word); }

bool is_stop_word(std::string_view term) { return contains(kStopWords, term); }

}  // namespace depeche
