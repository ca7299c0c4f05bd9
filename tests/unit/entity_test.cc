// Sentences invented for these tests; names stand in brackets with their type: « [PER Hua Chunying] ».
#include <array>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "indexer/entities/recogniser.h"

namespace depeche {
namespace {

std::string annotate(std::string_view text, const std::vector<Mention>& mentions, TextField field) {
  std::string out;
  size_t done = 0;
  for (const Mention& mention : mentions) {
    if (mention.span.field != field) continue;
    out.append(text.substr(done, mention.span.begin - done));
    out.append("[").append(name_of(mention.type)).append(" ");
    out.append(text.substr(mention.span.begin, mention.span.end - mention.span.begin)).append("]");
    done = mention.span.end;
  }
  return out.append(text.substr(done));
}

std::string plain(std::string_view annotated) {
  std::string out;
  for (size_t i = 0; i < annotated.size(); ++i) {
    if (annotated[i] == '[')
      i = annotated.find(' ', i);
    else if (annotated[i] != ']')
      out.push_back(annotated[i]);
  }
  return out;
}

Article article_of(std::string text, std::string title = "") {
  Article article;
  article.title = std::move(title);
  article.text = std::move(text);
  return article;
}

std::string recognised(std::string_view annotated) {
  EntityRecogniser recogniser;
  const Article article = article_of(plain(annotated));
  return annotate(article.text, recogniser.recognise(article), TextField::kText);
}

struct Sentences : testing::TestWithParam<const char*> {};

TEST_P(Sentences, HaveTheseNames) { EXPECT_EQ(recognised(GetParam()), GetParam()); }

constexpr const char* kTitles[] = {
    "Selon M. [PER Okafor], le chantier ouvrira en juin.",
    "Mme [PER Lindqvist] n'a pas répondu.",
    "MM. [PER Traoré], [PER Keller] et [PER de Montfort] signeront l'accord.",
    "M. et Mme [PER Verdier] habitent ici.",
    "Me [PER Sabine Rochat] défend les plaignants.",
    "Le Dr [PER Anselme Kouadio] dirige le service.",
    "M. [PER de La Motte] a démissionné.",
    "L'entretien avec Mlle [PER O'Brien] a duré une heure.",
    "Le rapport de Mgr [PER Tanguy] est attendu.",
    "La lettre de Sir [PER Alan Whitcombe] est arrivée.",
};

constexpr const char* kRoles[] = {
    "Le président [PER Xi] recevra ses homologues.",
    "Le ministre chinois des Affaires étrangères [PER Wang Yi] a quitté [LOC Genève].",
    "La ministre de la Culture, [PER Ines Falcone], inaugurera le musée.",
    "Le ministre de l'Intérieur et de la Sécurité publique [PER Baba Sissoko] s'est tu.",
    "Le secrétaire général de l'[ORG ONU], [PER Antonio Ferreira], a appelé au calme.",
    "Le général [PER Mattis] commandait la région.",
    "Le juge antiterroriste, qui suit l'affaire, a entendu le capitaine [PER Lenoir].",
    "Le député [ORG PS] [PER Gérard Blanchet] votera contre.",
    "Le sénateur ([ORG LR]) [PER Alain Jourdan] votera pour.",
    "Le député [ORG PS] [LOC Paris] ou [LOC Rome] ?",
    "Le premier ministre britannique [PER Harold Pembroke] était absent.",
    "Les présidents [PER Sall] et [PER Condé] se sont vus.",
    "L'écrivain [PER Tahar Benslimane] publie un roman.",
    "Le porte-parole [PER Geng Shuang] a démenti.",
    "La chancelière [PER Merkel] ira à [LOC Moscou].",
    "Le ministre des Petites et Moyennes Entreprises a démissionné.",
    "Le roi [PER Felipe VI] a présidé la cérémonie.",
};

constexpr const char* kPersons[] = {
    "\"Rien n'est décidé\", a déclaré [PER Zhu Meiling], porte-parole du gouvernement.",
    "\"Nous verrons\", a indiqué mardi soir [PER Bergqvist].",
    "\"C'est faux\", estime [PER Lopategui].",
    "Interrogé hier, [PER Oyelaran], directeur de l'hôpital, s'est dit confiant.",
    "[PER Claire Vasseur] a gagné.",
    "Il a été battu par [PER Jean-Luc Moreau] au second tour.",
    "Le prix revient à [PER Marie-Hélène Aubert].",
    "La maison de [PER Dominique de Kerlan] a brûlé.",
    "[PER George W. Hartley] était gouverneur.",
    "Le film de [PER J. K. Marlowe] sort demain.",
    "On y voit [PER Ludwig van der Meer] jouer du piano.",
    "[PER Marine LE GOFF] et [PER Emmanuel BRUN] débattront.",
    "Le fils de [PER Mohamed ben Youssef] est mort.",
    "La veuve, [PER Hawa Diallo], 45 ans, a témoigné.",
    "[PER Lula] a été hospitalisé, selon [PER Poutine].",
    "Le général [PER de Gaulle] est mort en 1970.",
    "[PER Florence Arnoux] vit à [LOC Florence].",
    "Pour [PER Condoleezza Ames], la guerre était évitable.",
    "Il avait rencontré [PER Kim Jong-un] deux fois.",
};

constexpr const char* kOrganisations[] = {
    "Le [ORG ministère chinois des Affaires étrangères] a protesté.",
    "Le [ORG ministère de la défense] ne commente pas.",
    "Un agent du [ORG ministère de l'Economie, des Finances et de l'Industrie] a été arrêté.",
    "Le [ORG ministère français de la Culture et de la Communication] subventionne le festival.",
    "Il travaillait pour le [ORG département chinois de la sûreté de l'Etat].",
    "L'[ORG ambassade des Etats-Unis] à [LOC Bogota] a fermé.",
    "La [ORG cour d'appel de Douai] a tranché.",
    "Le [ORG tribunal correctionnel de Lille] l'a relaxé.",
    "Le [ORG tribunal de grande instance de Bobigny] est saisi.",
    "L'[ORG université de Genève] a ouvert une enquête.",
    "Il enseigne à l'[ORG université Paris-Dauphine].",
    "La [ORG Commission européenne] a refusé.",
    "Selon la [ORG Fédération française de football], le match aura lieu.",
    "La [ORG Banque centrale européenne] et le [ORG FMI] prêtent.",
    "Le [ORG groupe Equation] serait en cause.",
    "Le fabricant emploie mille personnes, mais la société [ORG Novaterm] en emploie dix.",
    "Le constructeur automobile [ORG Valmet] supprime des postes.",
    "Le quotidien [ORG Le Courrier du Sud] révèle l'affaire.",
    "Une société norvégienne de logiciels a été visée.",
    "Le groupe a annoncé des pertes.",
    "Les pays de l'[ORG UE] et de l'[ORG OTAN] se réunissent avec l'[ORG Organisation mondiale de la santé].",
    "Le [ORG Parti communiste vietnamien] tient congrès.",
    "Des membres du [ORG Conseil de sécurité] de l'[ORG ONU] s'abstiennent.",
    "L'information vient de l'agence [ORG Xinhua].",
    "L'[ORG hôpital Georges Lacombe] est saturé.",
    "Le patron de [ORG Kelvane] a démissionné.",
    "L'[ORG Observatoire syrien des droits de l'Homme] fait état de dix morts.",
    "[ORG Air France] a commandé vingt appareils.",
    "La [ORG préfecture de police de Paris] interdit le défilé.",
    "L'[ORG Élysée] dément.",
    "Le directeur de la [ORG Bank of Kelvane] a fui.",
    "Le [ORG Collectif pour la protection des forêts] ([ORG CPF]) existe.",
};

constexpr const char* kPlaces[] = {
    "La [LOC Chine] et les [LOC Etats-Unis] négocient.",
    "Il vit au [LOC Burkina Faso], pas au [LOC Burkina-Faso] voisin.",
    "Un séisme a frappé le nord de l'[LOC Inde].",
    "Elle est née à [LOC Valdoria] en 1950.",
    "Les habitants de [LOC Kerbiriou] protestent.",
    "La ville de [LOC Tamalou] est isolée.",
    "[LOC PEKIN], 13 février (Agence) -- La réunion a commencé.",
    "[LOC TAMALOU] ([ORG AFP]) - Le train a déraillé.",
    "Il navigue en [LOC mer Noire] et sur le [LOC lac Tanganyika].",
    "Le vol [LOC Paris]-[LOC Tokyo] a été annulé.",
    "Les alpinistes descendent du [LOC mont Kervel].",
    "La [LOC Corée du Nord] a tiré un missile vers le [LOC Japon].",
    "De [LOC Villeneuve-sur-Aure] à [LOC Saint-Gildas], la route est coupée.",
    "Le sommet de l'[LOC Asie-Pacifique] s'ouvre à [LOC Hô Chi Minh-Ville].",
    "Un bateau a coulé au large de [LOC La Rochelle].",
    "L'[LOC Afrique de l'Ouest], le [LOC Sahel] et la [LOC Côte d'Ivoire] sont touchés.",
    "A [LOC Bruxelles], les Vingt-Sept se taisent.",
    "La [LOC Suisse] a battu un Suisse.",
    "En [LOC Californie] comme au [LOC Texas], il pleut.",
};

constexpr const char* kOthers[] = {
    "Les révélations sur le [MISC programme PRISM] continuent.",
    "Le '[MISC programme PRISM]' et le 'groupe inconnu' font parler.",
    "L'attaque mondiale [MISC WannaCry] a paralysé des hôpitaux.",
    "Le logiciel \"[MISC Pegasus]\" a infecté son téléphone.",
    "L'ouragan [MISC Katrina] a dévasté la côte.",
    "L'[MISC opération Barkhane] prend fin.",
    "Le [MISC traité de Lisbonne] a été ratifié.",
    "Le virus [MISC Ebola] recule.",
    "Il a suivi la [MISC Coupe du monde] à la télévision.",
    "La fusée [MISC Ariane 5] a décollé.",
};

constexpr const char* kNoNames[] = {
    "Les Chinois, les Français et les Européens ont voté mardi 12 mars.",
    "Le chef de l'Etat a signé. La République a parlé. Le Covid-19 recule sur Internet.",
    "La Constitution garantit ce droit. Le Premier ministre est parti.",
    "Hier soir, rien. Demain, peut-être. Certains en doutent. Voilà.",
    "Accusée de fraude, elle nie. Interrogés, ils se taisent.",
    "Le PIB et la TVA augmentent, au XXIe siècle comme au XX.",
    "Les négociations ont échoué. Négociations à suivre.",
    "Grenouilles et crapauds chantent. Les grenouilles dorment.",
    "Cependant, l'accord tient. Malgré tout.",
    "",
    " \n\n .,;!? \t",
    "Un Américain et une Norvégienne ont gagné 30 000 euros.",
    "La cour est vide. Le ministère se tait. La commission siège.",
    "Le premier est venu, le second non. Noël approche.",
    "Le ministre des Affaires étrangères a reçu son homologue.",
};

INSTANTIATE_TEST_SUITE_P(Titles, Sentences, testing::ValuesIn(kTitles));
INSTANTIATE_TEST_SUITE_P(Roles, Sentences, testing::ValuesIn(kRoles));
INSTANTIATE_TEST_SUITE_P(Persons, Sentences, testing::ValuesIn(kPersons));
INSTANTIATE_TEST_SUITE_P(Organisations, Sentences, testing::ValuesIn(kOrganisations));
INSTANTIATE_TEST_SUITE_P(Places, Sentences, testing::ValuesIn(kPlaces));
INSTANTIATE_TEST_SUITE_P(Others, Sentences, testing::ValuesIn(kOthers));
INSTANTIATE_TEST_SUITE_P(NoNames, Sentences, testing::ValuesIn(kNoNames));

// What one place of an article says about the others.
constexpr const char* kArticles[] = {
    // a capital at the head of a sentence is a name if it is one elsewhere
    "[ORG Valdox] ferme. La société [ORG Valdox] employait cent personnes.",
    // ... and none if the article has it in lower case
    "Les pompiers sont venus. Pompiers et voisins ont aidé.",
    "On dansa la Carmagnole. Une carmagnole dura. Carmagnole et tango plaisent.",
    // short forms before the full name
    "[PER Okonkwo] a perdu. Son rival [PER Chidi Okonkwo] aussi.",
    // a sure type wins over a guess
    "On parle de [LOC Tamalou]. La ville de [LOC Tamalou] dort. Le maire de [LOC Tamalou] aussi.",
    // lists
    "Il a traversé l'[LOC Algérie], le [LOC Niger], le [LOC Zorland] et le [LOC Tchad].",
    // a line in capitals is read with what the rest knows
    "[PER HUA CHUNYING] REPOND A [LOC WASHINGTON]\nLa porte-parole [PER Hua Chunying] a parlé.",
};
INSTANTIATE_TEST_SUITE_P(Articles, Sentences, testing::ValuesIn(kArticles));

TEST(EntityRecogniser, ReadsTheTitleWithTheText) {
  EntityRecogniser recogniser;
  const Article article = article_of("La directrice, Nadia Ferhat, a démissionné.", "Départ de Ferhat");
  const std::vector<Mention> mentions = recogniser.recognise(article);
  EXPECT_EQ(annotate(article.title, mentions, TextField::kTitle), "Départ de [PER Ferhat]");
  EXPECT_EQ(annotate(article.text, mentions, TextField::kText),
            "La directrice, [PER Nadia Ferhat], a démissionné.");
}

TEST(EntityRecogniser, LeavesTitlesAndArticlesOutOfKeys) {
  EntityRecogniser recogniser;
  const auto mentions = recogniser.recognise(article_of("L’Élysée et M. Étienne Œuvrard se taisent."));
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(mentions[0].key, "elysee");
  EXPECT_EQ(mentions[1].key, "etienne oeuvrard");
}

TEST(EntityRecogniser, ForgetsTheArticleBefore) {
  EntityRecogniser recogniser;
  recogniser.recognise(article_of("La société Valdox ferme. Les pompiers sont venus."));
  EXPECT_TRUE(recogniser.recognise(article_of("Valdox existe encore.")).empty());
}

}  // namespace
}  // namespace depeche
