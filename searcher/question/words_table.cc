#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <unordered_map>

#include "searcher/question/words.h"

namespace depeche {
namespace {

using enum QuestionWords;
using Shown = QuestionAttribute::Shown;

struct ClassRow {
  QuestionWords words;
  std::string_view name;
  std::string_view members;  // folded, separated by blanks
};

// clang-format off
constexpr ClassRow kClasses[] = {
    {kArticle, "article", "article articles depeche depeches"},
    {kPaper, "paper",
     "document documents bulletin bulletins texte textes papier papiers publication publications actualite "
     "actualites actu actus nouvelle nouvelles breve breves news reportage reportages communique communiques fichier "
     "fichiers information informations info infos numero numeros billet billets chronique chroniques"},
    {kAttribute, "attribute", ""},  // of kAttributes, below
    {kRequest, "request", ""},      // of kRequestVerbs, below
    {kWant, "want",
     "veux veut veulent voudrais voudrai voudrait voudrions voulons souhaite souhaites souhaiterais souhaiterai "
     "souhaiterait souhaiterions souhaitons aimerais aimerai aimerait aimerions desire desirerais desirons cherche "
     "cherchons cherches recherche recherchons demande demandons"},
    {kTopicVerb, "verb",
     "contient contiennent contenait contenaient comprend comprennent inclut incluent decrit decrivent dit disent "
     "possede possedent"},
    {kPluralVerb, "verbs", "contiennent comprennent incluent decrivent disent possedent"},
    {kTopicIng, "ing", "contenant contenants comprenant incluant decrivant possedant"},
    {kTopicPassive, "cited", "decrit decrits decrite decrites presente presentee presentes presentees"},
    {kPublished, "published",
     "paru parus parue parues parut parurent paraissant paraissent publie publies publiee publiees datee datees datant datent "
     "datait sorti sortis edite edites editee editees diffuse diffuses diffusee diffusees apparu apparus apparue apparues "
     "remontant remontent"},
    {kWritten, "written",
     "ecrit ecrits ecrite ecrites ecrivent ecrivait redige rediges redigee redigees redigent signe signes signee signees"},
    {kBe, "be", "est sont etait etaient fut furent soit soient sera seront serait seraient ont a ete etre"},
    {kNot, "not", "pas plus jamais point aucun aucune ni nullement"},
    {kTitle, "title", "titre titres intitule intitules"},
    {kSection, "section", "rubrique rubriques section sections categorie categories"},
    {kAuthor, "author", "auteur auteurs autrice auteure redacteur redacteurs redactrice journaliste journalistes"},
    {kSource, "source", "source sources agence journal magazine revue quotidien hebdomadaire"},
    {kSmall, "small", "le la l les un une des leur leurs son sa ses ce cet cette ces"},
    {kPrep, "prep", "de d du des a au aux sur dans en par pour avec"},
    {kMarker, "marker", "mot mots terme termes vocable vocables mot-cle mots-cles mots-cle mot-clef mots-clefs motcle"},
    {kPhrase, "phrase", "expression phrase chaine locution sequence"},
    {kTheme, "theme",
     "nom noms theme themes sujet sujets thematique thematiques domaine domaines secteur secteurs notion notions question questions "
     "concept concepts matiere champ"},
    {kEventNoun, "event",
     "jo crise crises election elections guerre guerres revolution revolutions jeux coupe mondial traite accord accords loi "
     "lois plan budget krach seisme seismes attentat attentats attaque attaques conference sommet reforme reformes prix salon edition exposition "
     "protocole convention constitution referendum scrutin manifestation manifestations greve greves catastrophe accident "
     "tsunami ouragan tempete canicule evenement evenements journee rentree campagne bataille armistice massacre coup"},
    {kPersonHead, "person", "personne personnalite monsieur madame mademoiselle"},
    {kPlaceHead, "place", "ville villes pays region regions departement commune village continent localite lieu"},
    {kOrgHead, "org", "entreprise entreprises societe societes organisation organisations organisme organismes compagnie firme"},
    {kIllustration, "image",
     "image images illustration illustrations photo photos photographie photographies legende legendes video videos graphique "
     "graphiques schema schemas figure figures tableau tableaux lien liens contact contacts email mail courriel telephone "
     "resume resumes"},
    {kGlue, "glue",
     "aussi egalement encore bien bonjour bonsoir merci svp stp plait veuillez existant existants existante existantes present presents "
     "presente disponible disponibles differents differentes divers diverses ensemble totalite integralite tous toutes toute tout "
     "complet complete complets completes suivant suivants suivante suivantes egalement notamment afin type sorte presse voir "
     "avoir obtenir connaitre savoir lire consulter egal ceci cela"},
    {kRestriction, "only", "uniquement seulement exclusivement principalement surtout essentiellement strictement juste"},
};

/// Verbs in -er that say what an article is about.
constexpr std::string_view kTopicStems =
    "parl trait evoqu mentionn abord concern cit port present etudi analys discut expliqu expos relat racont annonc "
    "detaill developp rapport refer signal nomm employ tourn touch vis comport renferm montr soulign interess focalis "
    "concentr illustr relev debatt dedi consacr exploit implic";
constexpr std::string_view kFiniteEndings = "e es ent ait aient era eront erait eraient";
constexpr std::string_view kIngEndings = "ant ants ante antes";
constexpr std::string_view kPassiveEndings = "e es ee ees";

/// Infinitive and imperatives of what asks for an answer; each also with -moi and -nous.
constexpr std::string_view kRequestVerbs =
    "donniez affichiez listiez trouviez donner donne donnez donnes donnons lister liste listez listes afficher affiche affichez affiches trouver trouve trouvez trouves "
    "chercher cherchez rechercher recherchez montrer montre montrez montres selectionner selectionne selectionnez extraire "
    "extrais extrayez recuperer recupere recuperez retrouver retrouve retrouvez retourner retourne retournez renvoyer renvoie "
    "renvoyez indiquer indique indiquez enumerer enumere enumerez fournir fournis fournissez presenter presentez citer citez "
    "dire dis dites sortir sors sortez ressortir visualiser visualisez "
    "identifier identifie identifiez nommer nommez proposer propose proposez rapporter rapporte rapportez";
constexpr std::string_view kRequestTails[] = {"", "-moi", "-nous", "-les"};

constexpr QuestionAttribute kAttributes[] = {
    {"rubrique rubriques section sections categorie categories", Shown::kByFacet, "section"},
    {"auteur auteurs auteure autrice redacteur redacteurs journaliste journalistes", Shown::kByFacet, "author"},
    {"source sources agence agences journal journaux", Shown::kByFacet, "source"},
    {"annee annees", Shown::kByFacet, "year"},
    {"lieu lieux pays ville villes region regions", Shown::kByFacet, "place"},
    {"personne personnes personnalite personnalites", Shown::kByFacet, "person"},
    {"organisation organisations organisme organismes entreprise entreprises societe societes", Shown::kByFacet, "org"},
    {"titre titres intitule intitules date dates jour mois", Shown::kByList},
    {"image images illustration illustrations photo photos legende legendes contact contacts email emails mail mails adresse "
     "adresses telephone resume resumes lien liens url contenu contenus theme themes sujet sujets", Shown::kNever},
};

struct LanguageRow {
  std::string_view name, code;
};
constexpr LanguageRow kLanguages[] = {
    {"francais", "fr"}, {"anglais", "en"},   {"allemand", "de"},    {"espagnol", "es"},    {"italien", "it"},
    {"portugais", "pt"}, {"neerlandais", "nl"}, {"arabe", "ar"},    {"chinois", "zh"},     {"russe", "ru"},
    {"japonais", "ja"},  {"breton", "br"},    {"catalan", "ca"},    {"polonais", "pl"},    {"roumain", "ro"},
};

/// Words of their own that one letter makes a member of a class.
constexpr std::string_view kNoMisspellings[] = {
    "publics", "publie", "publia", "partant", "portail", "couvent", "content", "contents", "parlement", "traitement", "presente",
    "presents", "exposant", "articule", "articles-la", "texture", "region", "regions", "relatent", "relevant", "montant",
    "montants", "montent", "touchent", "comptant", "visant", "citadel", "portent", "chaines", "marques", "marque", "contenu",
    "contenus", "concert", "concerts", "concept", "secteur", "secteurs", "tempere", "tableau", "parlants", "societal", "partent",
    "produire", "produite", "realiser", "publique", "publiques", "journaux", "journal", "present", "resumer", "lecteurs", "acteurs"};
// clang-format on

std::vector<std::string> words_of_list(std::string_view list) {
  std::istringstream stream{std::string(list)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

constexpr size_t kMinMisspeltLetters = 7;

bool one_edit_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto [at_a, at_b] = std::ranges::mismatch(a, b);
  const std::string_view rest_a(at_a, a.end()), rest_b(at_b, b.end());
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.empty() || rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() >= 2 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

/// The classes that a misspelt word may be of: those that make a sentence what it is.
constexpr uint32_t kMisspelt = word_bit(kArticle) | word_bit(kPaper) | word_bit(kRequest) | word_bit(kWant) |
                               word_bit(kTopicVerb) | word_bit(kPluralVerb) | word_bit(kTopicIng) |
                               word_bit(kPublished) | word_bit(kSection) | word_bit(kAttribute);

/// Every member of every class, and its classes.
class Table {
 public:
  Table() {
    for (const ClassRow& row : kClasses) add(row.words, row.members);
    for (const QuestionAttribute& row : kAttributes) add(kAttribute, row.words);
    for (const std::string& stem : words_of_list(kTopicStems)) {
      add(kTopicVerb, stem, kFiniteEndings);
      add(kPluralVerb, stem, "ent aient ent-ils ent-elles");
      add(kTopicIng, stem, kIngEndings);
      add(kTopicPassive, stem, kPassiveEndings);
    }
    for (const std::string& verb : words_of_list(kRequestVerbs))
      for (const std::string_view tail : kRequestTails)
        members_[verb + std::string(tail)] |= word_bit(kRequest);
  }

  uint32_t classes(std::string_view folded) const {
    if (const auto found = members_.find(std::string(folded)); found != members_.end()) return found->second;
    uint32_t classes = 0;
    if (folded.size() + 1 >= kMinMisspeltLetters)
      for (const auto& [member, bits] : members_)
        if (is_spelling_of(folded, member)) classes |= bits;
    return classes & kMisspelt;
  }

 private:
  void add(QuestionWords words, std::string_view members) {
    for (const std::string& member : words_of_list(members)) members_[member] |= word_bit(words);
  }
  void add(QuestionWords words, const std::string& stem, std::string_view endings) {
    for (const std::string& ending : words_of_list(endings)) members_[stem + ending] |= word_bit(words);
  }

  std::unordered_map<std::string, uint32_t> members_;
};

static_assert(static_cast<unsigned>(kCount) <= 32, "a word's classes are the bits of a uint32_t");

}  // namespace

uint32_t question_word_classes(std::string_view folded) {
  static const Table table;
  return table.classes(folded);
}

bool is_spelling_of(std::string_view typed, std::string_view known) {
  if (typed == known) return true;
  return known.size() >= kMinMisspeltLetters && !typed.empty() && typed[0] == known[0] &&
         one_edit_apart(typed, known) && std::ranges::count(kNoMisspellings, typed) == 0;
}

std::optional<QuestionWords> find_word_class(std::string_view name) {
  for (const ClassRow& row : kClasses)
    if (row.name == name) return row.words;
  return std::nullopt;
}

const QuestionAttribute* find_attribute(std::string_view folded) {
  for (const QuestionAttribute& row : kAttributes)
    for (const std::string& word : words_of_list(row.words))
      if (is_spelling_of(folded, word)) return &row;
  return nullptr;
}

std::string_view language_code(std::string_view folded) {
  for (const LanguageRow& row : kLanguages)
    if (row.name == folded) return row.code;
  return "";
}

}  // namespace depeche
