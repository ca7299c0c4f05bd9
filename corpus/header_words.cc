#include "corpus/header_words.h"

#include <algorithm>

namespace depeche {
namespace {

struct Phrase {
  std::string_view words;  // folded
  HeaderRole role;
};

/// Of two that begin alike the longer stands first.
constexpr Phrase kPhrases[] = {
    {"derniere mise a jour", HeaderRole::kUpdated},
    {"derniere modification", HeaderRole::kUpdated},
    {"derniere actualisation", HeaderRole::kUpdated},
    {"date de mise a jour", HeaderRole::kUpdated},
    {"date de modification", HeaderRole::kUpdated},
    {"mise a jour", HeaderRole::kUpdated},
    {"mis a jour", HeaderRole::kUpdated},
    {"maj", HeaderRole::kUpdated},
    {"modification", HeaderRole::kUpdated},
    {"modifie", HeaderRole::kUpdated},
    {"modifiee", HeaderRole::kUpdated},
    {"actualisation", HeaderRole::kUpdated},
    {"actualise", HeaderRole::kUpdated},
    {"actualisee", HeaderRole::kUpdated},
    {"premiere publication", HeaderRole::kPublished},
    {"premiere mise en ligne", HeaderRole::kPublished},
    {"premiere parution", HeaderRole::kPublished},
    {"premiere diffusion", HeaderRole::kPublished},
    {"date de publication", HeaderRole::kPublished},
    {"date de parution", HeaderRole::kPublished},
    {"date de diffusion", HeaderRole::kPublished},
    {"date de creation", HeaderRole::kPublished},
    {"date de mise en ligne", HeaderRole::kPublished},
    {"date", HeaderRole::kPublished},
    {"publication", HeaderRole::kPublished},
    {"publie", HeaderRole::kPublished},
    {"publiee", HeaderRole::kPublished},
    {"parution", HeaderRole::kPublished},
    {"paru", HeaderRole::kPublished},
    {"parue", HeaderRole::kPublished},
    {"diffusion", HeaderRole::kPublished},
    {"diffuse", HeaderRole::kPublished},
    {"diffusee", HeaderRole::kPublished},
    {"poste", HeaderRole::kPublished},
    {"postee", HeaderRole::kPublished},
    {"creation", HeaderRole::kPublished},
    {"cree", HeaderRole::kPublished},
    {"creee", HeaderRole::kPublished},
    {"mis en ligne", HeaderRole::kPublished},
    {"mise en ligne", HeaderRole::kPublished},
    {"emis", HeaderRole::kPublished},
    {"emise", HeaderRole::kPublished},
    {"redige", HeaderRole::kPublished},
    {"redigee", HeaderRole::kPublished},
    {"ecrit", HeaderRole::kPublished},
    {"ajoute", HeaderRole::kPublished},
    {"envoye", HeaderRole::kPublished},
    {"hier", HeaderRole::kRelative},
    {"avant hier", HeaderRole::kRelative},
    {"aujourd hui", HeaderRole::kRelative},
    {"ce matin", HeaderRole::kRelative},
    {"ce soir", HeaderRole::kRelative},
    {"il y a", HeaderRole::kRelative},
    {"a l instant", HeaderRole::kRelative},
    {"heure locale", HeaderRole::kNeutral},
    {"heure francaise", HeaderRole::kNeutral},
    {"heure suisse", HeaderRole::kNeutral},
    {"heure belge", HeaderRole::kNeutral},
    {"temps de lecture", HeaderRole::kNeutral},
    {"duree de lecture", HeaderRole::kNeutral},
    {"reserve aux abonnes", HeaderRole::kNeutral},
    {"a ete", HeaderRole::kNeutral},
};

/// Words that say nothing by themselves. In order.
// clang-format off
constexpr std::string_view kNeutralWords[] = {
    "a", "an", "ans", "article", "au", "avant", "ce", "cest", "cet", "cette", "communique", "contenu", "d", "de",
    "depeche", "dimanche", "document", "du", "edt", "en", "est", "et", "gmt", "h", "hac", "hae", "hap", "he",
    "hec", "heure", "heures", "hnc", "hne", "hnp", "jeudi", "jour", "jours", "l", "la", "le", "lecture",
    "lundi", "mardi", "mercredi", "min", "minute", "minutes", "mn", "mois", "page", "puis", "samedi",
    "seconde", "secondes", "semaine", "semaines", "source", "texte", "tu", "utc", "vendredi"};
// clang-format on
static_assert(std::is_sorted(std::begin(kNeutralWords), std::end(kNeutralWords)));

/// What stands before the place of a time zone.
constexpr std::string_view kHourOf[] = {"heure de l", "heure de", "heure d", "heure normale de l",
                                        "heure avancee de l"};
constexpr size_t kMaxZoneWords = 2;  // « heure de New York »

/// How many words from `at` on are the phrase; 0 if they are not.
size_t match(const std::vector<Word>& words, size_t at, std::string_view phrase) {
  if (words[at].folded.empty() || words[at].folded[0] != phrase[0]) return 0;
  size_t count = 0;
  for (size_t pos = 0; pos <= phrase.size(); ++count) {
    const size_t space = std::min(phrase.find(' ', pos), phrase.size());
    if (at + count >= words.size() || words[at + count].folded != phrase.substr(pos, space - pos)) return 0;
    pos = space + 1;
  }
  return count;
}

const Phrase* find_phrase(const std::vector<Word>& words, size_t at, size_t& count) {
  for (const Phrase& phrase : kPhrases)
    if ((count = match(words, at, phrase.words)) > 0) return &phrase;
  return nullptr;
}

/// « heure de Paris », « heure de l'Est »: up to and with the place.
size_t match_zone(std::string_view line, const std::vector<Word>& words, size_t at) {
  for (const std::string_view hour_of : kHourOf) {
    const size_t count = match(words, at, hour_of);
    if (count == 0) continue;
    size_t end = at + count, unused = 0;
    while (end < words.size() && end - at - count < kMaxZoneWords && is_capital_at(line, words[end].begin) &&
           !find_phrase(words, end, unused))
      ++end;
    if (end > at + count) return end - at;
  }
  return 0;
}

}  // namespace

HeaderPhrase match_header_phrase(std::string_view line, const std::vector<Word>& words, size_t at) {
  size_t count = 0;
  if (const Phrase* phrase = find_phrase(words, at, count)) return {count, phrase->role};
  if ((count = match_zone(line, words, at)) > 0) return {count, HeaderRole::kNeutral};
  const bool neutral =
      std::binary_search(std::begin(kNeutralWords), std::end(kNeutralWords), words[at].folded);
  return neutral ? HeaderPhrase{1, HeaderRole::kNeutral} : HeaderPhrase{};
}

bool begins_header_keyword(std::string_view folded) {
  return std::any_of(std::begin(kPhrases), std::end(kPhrases), [folded](const Phrase& phrase) {
    return (phrase.role == HeaderRole::kPublished || phrase.role == HeaderRole::kUpdated) &&
           phrase.words.substr(0, phrase.words.find(' ')) == folded;
  });
}

}  // namespace depeche
