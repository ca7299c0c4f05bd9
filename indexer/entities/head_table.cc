#include "indexer/entities/tables.h"

namespace depeche::entities {
namespace {

constexpr auto kOrganisation = EntityType::kOrganisation;
constexpr auto kPlace = EntityType::kPlace;
constexpr auto kOther = EntityType::kOther;

constexpr HeadRow kRows[] = {
    {kOrganisation, kTail | kPlaceTail | kDomainTail,
     "ministère, ministères, secrétariat, sous-secrétariat, chancellerie"},
    {kOrganisation, kTail | kPlaceTail, R"(
ambassade, ambassades, consulat, consulat-général, préfecture, sous-préfecture, mairie, rectorat, parquet,
barreau, tribunal, cour, académie, évêché, archevêché, diocèse, chambre, conservatoire, orchestre, CHU,
CHRU, CHUM, CHUV, cégep, CIUSSS, CISSS, ARS, CPAM, CCI, SDIS, peloton)"},
    {kOrganisation, kTail | kPlaceTail | kOwnsName | kPersonNamed,
     "université, universités, lycée, collège, hôpital, clinique, fac, faculté, musée, bibliothèque, "
     "maternité"},
    {kOrganisation, kTail | kOwnsName | kPersonNamed,
     "institut, fondation, laboratoire, observatoire, école, centre, théâtre, cinéma"},
    {kOrganisation, kTail | kDomainOnly, R"(
département, direction, bureau, administration, inspection, gendarmerie, police, armée, marine, aviation,
service, services, brigade, délégation, corps, garde, sûreté, cellule, rédaction, force, forces, section,
sous-direction, régie)"},
    {kOrganisation, kTail, R"(
office, agence, autorité, commissariat, haut-commissariat, conseil, comité, commission, assemblée,
parlement, sénat, congrès, régiment, union, ligue, fédération, confédération, association, syndicat,
mouvement, front, alliance, coalition, forum, organisation, fonds, banque, caisse, bourse, institution,
collectif, rassemblement, secours, société, compagnie, parti, mission, cercle, réseau, conférence, mutuelle,
état-major)"},
    {kOrganisation, kOwnsName | kTail, "groupe, groupes, clan, brigades, cartel, milice, guérilla"},
    {kOrganisation, kNamesNext, R"(
société, sociétés, entreprise, entreprises, compagnie, compagnies, firme, filiale, start-up, startup,
constructeur, équipementier, opérateur, éditeur, fabricant, avionneur, géant, assureur, banque, laboratoire,
cabinet, chaîne, chaînes, quotidien, quotidiens, hebdomadaire, mensuel, journal, magazine, tabloïd,
tabloïde, radio, télévision, site, revue, agence, ONG, association, parti, syndicat, organisation,
mouvement, club, enseigne, marque, plateforme, distributeur, transporteur, voyagiste, brasseur, pétrolier,
sidérurgiste, studio, conglomérat, consortium, holding, think-tank, collectif, faction, secte, gang, réseau,
verrerie, laiterie, brasserie, distillerie, aciérie, fonderie, forge, biscuiterie, conserverie, papeterie,
imprimerie,
librairie, boulangerie, scierie, sucrerie, raffinerie, meunerie, minoterie, confiserie, chocolaterie,
tannerie,
filature, manufacture, cimenterie, coopérative, armateur, affréteur, écurie, jeune-pousse, exploitant,
sous-traitant, prestataire, promoteur, bailleur, fournisseur, gestionnaire,
concessionnaire, courtier, aciériste, chimiste, cimentier, horloger, joaillier, maroquinier, viticulteur,
semencier)"},
    {kPlace, kOwnsName | kTail | kPersonNamed | kPlaceTail, R"(
mer, océan, lac, mont, monts, golfe, détroit, île, îles, ilot, îlot, baie, cap, col, canal, fleuve, rivière,
plage, plateau, massif, glacier, volcan, cathédrale, basilique, collégiale, abbaye, chapelle, mosquée,
synagogue, château, stade, boulevard, avenue, rue, place, pont, parc, forêt, désert, bois, palais,
base, barrage, aéroport, gare, estuaire, delta, cimetière, pic, oasis, fort, prison, église, temple, phare,
quai, esplanade, square, vallée, péninsule, presqu'île, pointe, djebel, lagune, cascade, centrale, autoroute)"},
    {kPlace, kNamesNext,
     "bidonville, hameau, bourgade, localité, favela, oblast, wilaya, "
     "ville, région, province, village, commune, département, canton, district, quartier, Etat, comté, "
     "capitale, port"},
    {kOther, kNamesNext, R"(
logiciel, logiciels, virus, ver, rançongiciel, ransomware, malware, maliciel,
application, projet, ouragan, cyclone, typhon, tempête, fusée, satellite, sonde,
télescope, missile, missiles, avion, navire, paquebot, cargo, frégate, film, série, roman, album, chanson,
opéra, pièce, émission, console, smartphone, système, robot, vaccin, médicament, variant, plan,
cheval, voilier, pétrolier, porte-avions, sous-marin, drone, drones, char, hélicoptère, moteur,
capsule, navette, comète, astéroïde, exoplanète, berline, jeu, spectacle, documentaire, tube, cryptomonnaie,
chalutier, ferry, traversier, trimaran, catamaran, vraquier, méthanier, porte-conteneurs, remorqueur,
yacht, goélette,
corvette, destroyer, patrouilleur, brise-glace, yole, pirogue, paquebots, fièvre, syndrome, bactérie,
maliciels, lanceur, orbiteur, astromobile, rover, supercalculateur, processeur, tablette,
citadine, scooter, locomotive, jument, poulain, étalon, taureau, exposition, feuilleton,
téléfilm, comédie, tragédie, ballet, recueil, pamphlet, exercice, manœuvres, algorithme,
moteur, pilule, antibiotique, pesticide, herbicide, engrais, pistolet, fusil, obusier, torpille, radar,
dictionnaire, concerto, symphonie, cru, fromage, cépage, tempêtes, ouragans, typhons)"},
    {kOther, kOwnsName, "programme, programmes, opération, opérations"},
    {kOther, kTail | kOwnsName | kPlaceTail | kPersonNamed, R"(
traité, accord, accords, pacte, prix, coupe, trophée, tournoi, bataille, festival, protocole, convention,
déclaration, charte, biennale, grand-prix, loi, marathon, foire, concours,
guerre)"},
};

}  // namespace

std::span<const HeadRow> head_rows() { return kRows; }

}  // namespace depeche::entities
