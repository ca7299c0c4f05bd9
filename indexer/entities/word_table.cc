#include "indexer/entities/tables.h"

namespace depeche::entities {
namespace {

constexpr WordRow kRows[] = {
    {kOf, "de, du, des, d"},
    {kArticle, "le, la, l, les"},
    {kAnd, "et"},
    {kAuxiliary, "a, ont, avait, avaient, aura"},
    {kRelation, "pour, sur, contre, à, au, aux"},
    {kNumeral, "Ier, II, III, IV, VI, VII, VIII, IX, XI, XII, XIII, XIV, XV, XVI, XVII, XVIII, XXIII, Jr"},
    {kForeignParticle,
     "van, von, der, den, ben, bin, ibn, al, el, ould, ag, da, do, dos, della, di, del, ten, ter, zu, zur, "
     "abou"},

    {kTitleMale, "M, Mr, Sir, Lord, Mgr, Monsieur"},
    {kTitleMale | kPlural, "MM, Messieurs"},
    {kTitleFemale, "Mme, Mlle, Mrs, Ms, Miss, Lady, Madame, Mademoiselle"},
    {kTitleFemale | kPlural, "Mmes, Mlles, Mesdames"},
    {kTitleNeutral, "Me, Dr, Pr, Docteur, Maître"},

    {kRole, R"(
président, présidente, vice-président, vice-présidente, coprésident, coprésidente, ministre, vice-ministre,
premier-ministre, ex-ministre, ex-président, ex-présidente, ex-premier, chancelier, chancelière, secrétaire,
sous-secrétaire, gouverneur, gouverneure, sénateur, sénatrice, député, députée, eurodéputé, eurodéputée,
maire, maires, conseiller, conseillère, préfet, préfète, ambassadeur, ambassadrice, consul, émissaire,
envoyé, représentant, représentante, porte-parole, commissaire, haut-commissaire, directeur, directrice,
chef, cheffe, leader, dirigeant, dirigeante, numéro, patron, patronne, PDG, fondateur, fondatrice,
cofondateur, cofondatrice, roi, reine, prince, princesse, empereur, sultan, émir, cheikh, pape, cardinal,
archevêque, évêque, imam, ayatollah, mollah, mufti, rabbin, patriarche, pasteur, abbé, frère, père, sœur,
général, colonel, lieutenant, lieutenant-colonel, capitaine, commandant, sergent, caporal, adjudant, major,
maréchal, amiral, brigadier, soldat, juge, magistrat, magistrate, procureur, procureure, avocat, avocate,
bâtonnier, greffier, notaire, professeur, professeure, chercheur, chercheuse, historien, historienne,
économiste, politologue, sociologue, philosophe, psychologue, analyste, expert, experte, spécialiste,
médecin, docteur, chirurgien, physicien, physicienne, biologiste, mathématicien, écrivain, écrivaine,
romancier, romancière, poète, poétesse, dramaturge, auteur, auteure, journaliste, reporter, photographe,
éditorialiste, chroniqueur, présentateur, présentatrice, animateur, animatrice, acteur, actrice, comédien,
comédienne, humoriste, réalisateur, réalisatrice, cinéaste, metteur, producteur, productrice, scénariste,
chanteur, chanteuse, rappeur, rappeuse, musicien, musicienne, pianiste, violoniste, guitariste, compositeur,
compositrice, danseur, danseuse, chorégraphe, peintre, sculpteur, plasticien, architecte, styliste,
couturier, mannequin, joueur, joueuse, footballeur, footballeuse, attaquant, attaquante, défenseur,
défenseure, milieu, gardien, gardienne, buteur, ailier, entraîneur, entraîneuse, sélectionneur,
sélectionneuse, pilote, coureur, coureuse, cycliste, champion, championne, nageur, nageuse, sprinteur,
sprinteuse, skieur, skieuse, boxeur, judoka, arbitre, perchiste, escrimeur, tennisman, tenniswoman,
navigateur, navigatrice, astronaute, cosmonaute, spationaute, opposant, opposante, militant, militante,
dissident, dissidente, candidat, candidate, élu, élue, syndicaliste, homologue, prédécesseur, successeur,
milliardaire, homme, financier, banquier, industriel, entrepreneur, terroriste, djihadiste, jihadiste,
otage, braqueur, lauréat, lauréate, prix, veuve, époux, épouse, fils, fille, compagne, compagnon, neveu,
nièce, cousin, cousine, oncle, mari, légiste, criminologue, climatologue, démographe, géographe, ingénieur,
ingénieure, agriculteur, agricultrice, éleveur, restaurateur, négociateur, négociatrice, médiateur,
médiatrice, rapporteur, rapporteure, trésorier, doyen, doyenne, recteur, rectrice, instituteur, institutrice)"},
    {kRole | kPlural, R"(
présidents, ministres, sénateurs, députés, gouverneurs, joueurs, acteurs, chanteurs, généraux, juges,
avocats, avocates, journalistes, frères, sœurs, économistes, chercheurs, écrivains, militants, candidats,
candidates, opposants, pilotes, attaquants, défenseurs, champions, coureurs, époux, otages, astronautes,
eurodéputés, homologues, dirigeants, leaders)"},

    {kSpeech, R"(
déclaré, dit, indiqué, affirmé, annoncé, ajouté, expliqué, souligné, précisé, noté, rapporté, assuré,
estimé, jugé, confié, raconté, répondu, rappelé, reconnu, confirmé, admis, averti, prévenu, dénoncé,
regretté, déploré, insisté, conclu, poursuivi, lancé, martelé, plaidé, commenté, observé, relevé, remarqué,
fustigé, accusé, promis, prédit, réagi, répliqué, répété, réaffirmé, résumé, salué, soutenu, témoigné,
tonné, tweeté, twitté, écrit, nuancé, tempéré, ironisé, exhorté, soupiré, argué, déclare, indique, affirme,
annonce, ajoute, explique, souligne, précise, note, rapporte, assure, estime, juge, confie, raconte, répond,
rappelle, reconnaît, confirme, admet, avertit, prévient, dénonce, regrette, déplore, insiste, conclut,
poursuit, lance, martèle, plaide, commente, observe, relève, remarque, fustige, accuse, promet, réagit,
réplique, répète, réaffirme, résume, salue, soutient, témoigne, tonne, tweete, nuance, tempère, ironise,
renchérit, lâche, glisse, souffle, analyse, détaille, décrit, argumente, rétorque, objecte, concède, avoue,
clame, proclame, espère, croit, pense, s'inquiète, déclaraient, déclarait, expliquait, affirmait, indiquait,
estimait, soulignait, assurait, ajoutait, racontait, confiait, interrogé, interrogée, selon, d'après, dixit)"},

    {kCalendar, R"(
lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, janvier, février, mars, avril, mai, juin,
juillet, août, septembre, octobre, novembre, décembre, Noël, Pâques, Toussaint, Pentecôte, Ramadan, Carême,
Ascension)"},

    {kPlaceFirst, R"(
Fort, Port, Puerto, San, Santa, Santo, São, Sao, Sankt, New, Los, Las, Ciudad, Monte, Villa, Bad, Novi, Ras, Deir, Khan,
Beit, Kafr, Tell, Tall, Oued, Aïn, Bordj, Sidi, Dar, Nijni, Veliki, Baden, Palo, Rio, Cape, Lake, Mount, Key, Isla,
Val, Pont, Bois, Mont, Château, Vieux, Grand, Petit, Belle)"},
    {kPlaceCue, R"(
ville, villes, région, régions, province, provinces, village, villages, commune, communes, capitale,
banlieue, quartier, quartiers, localité, district, canton, comté, préfecture, gouvernorat, wilaya, nord,
sud, est, ouest, nord-est, nord-ouest, sud-est, sud-ouest, centre, périphérie, faubourg, frontière,
aéroport, port, près, loin, originaire, natif, native, rues, hameau, bourgade, prison, gendarmerie, commissariat, hôpital, cathédrale, maire, maires, préfet,
préfète, gouverneur, gouverneure, évêque, archevêque, roi, reine, duc, duchesse, comte, habitant, habitante,
habitants, mairie, gare, gares, stade, université, tribunal, match, vol, route, autoroute, envoyé, oblast,
enclave, archipel, péninsule, vallée, côte, territoire, Etat, arrondissement, large)"},

    {kDomain, R"(
lois, affaires, étrangères, étranger, extérieures, extérieur, européennes, intérieur, défense, justice, santé,
sanitaire, économie, finances, budget, industrie, commerce, travail, emploi, agriculture, pêche,
alimentation, éducation, enseignement, recherche, culture, communication, environnement, écologie, énergie,
mines, pétrole, transports, transport, équipement, logement, tourisme, sports, jeunesse, intégration,
immigration, identité, famille, solidarité, cohésion, territoires, collectivités, outre-mer, coopération,
développement, sécurité, sûreté, renseignement, renseignements, douanes, impôts, police, armées, armée,
guerre, forces, relations, plan, planification, statistique, statistiques, études, météorologie, eau, forêts, eaux, droits,
homme, femmes, femme, enfance, réfugiés, migrations, apatrides, presse, information, télécommunications,
technologie, technologies, innovation, sciences, science, arts, lettres, cassation, appel, assises, comptes,
instance, concurrence, consommation, répression, fraudes, paix, réconciliation, élections, aviation,
navigation, marine, espace, football, rugby, tennis, cyclisme, athlétisme, natation, boxe, judo, ski,
basket, basket-ball, handball, chasse, chasseurs, travailleurs, métallurgie, fonctionnaires, enseignants,
médecins, pharmaciens, journalistes, avocats, magistrature, magistrats, entreprises, patronat, agriculteurs,
consommateurs, producteurs, exportateurs, normalisation, crédit, dépôts, change, règlements, monnaie,
privatisation, investissement, reconstruction, population, urbanisme, construction, ville, douane, trésor,
surveillance, contrôle, lutte, protection, inspection, prévention, gestion, maladies, médicament,
médicaments, aliments, libération, résistance, salut, unité, démocratie, liberté, progrès, peuple, nature,
animaux, patrimoine, musique, cinéma, audiovisuel, numérique, transition, écologique, action, fonction,
publique, publics, publiques, réforme, travaux, habitat, enquête, chambre, commerces, métiers, artisanat,
sociales, social, supérieur, nationale)"},

    {kAdjective, R"(
national, nationale, nationaux, nationales, international, internationale, internationaux, internationales,
fédéral, fédérale, fédéraux, fédérales, central, centrale, général, générale, mondial, mondiale, régional,
régionale, municipal, municipale, départemental, départementale, provincial, provinciale, local, locale,
royal, royale, impérial, impériale, public, publique, social, sociale, économique, politique, militaire,
constitutionnel, constitutionnelle, suprême, administratif, administrative, correctionnel, correctionnelle,
pénal, pénale, judiciaire, législatif, législative, exécutif, exécutive, monétaire, commercial, commerciale,
spatial, spatiale, atomique, nucléaire, maritime, ferroviaire, aérien, aérienne, bancaire, financier,
financière, populaire, démocratique, socialiste, communiste, libéral, libérale, conservateur, conservatrice,
républicain, républicaine, radical, radicale, écologiste, travailliste, islamique, islamiste, chrétien,
chrétienne, catholique, protestant, protestante, orthodoxe, musulman, musulmane, juif, juive, scientifique,
technique, technologique, médical, médicale, hospitalier, hospitalière, universitaire, polytechnique,
normale, supérieur, supérieure, permanent, permanente, consultatif, consultative, électoral, électorale,
indépendant, indépendante, interministériel, interministérielle, intergouvernemental, intergouvernementale,
olympique, paralympique, sportif, sportive, professionnel, professionnelle, syndical, syndicale, ouvrier,
ouvrière, agricole, alimentaire, sanitaire, humanitaire, environnemental, environnementale, métropolitain,
métropolitaine, panafricain, panafricaine, panaméricain, interaméricain, interaméricaine, transatlantique,
arabe, africain, africaine, asiatique, européen, européenne, latino-américain, afro-américain, américain,
uni, unie, unies, mixte, spécial, spéciale, haut, haute, grand, grande, petit, nouveau, nouvelle, ancien,
ancienne, civil, civile, aéronautique, numérique, audiovisuel, audiovisuelle, culturel, culturelle, privé,
privée, délégué, déléguée, adjoint, adjointe, sortant, sortante, tricolore, défunt, défunte, exilé, exilée,
emprisonné, emprisonnée, élu, élue, étranger, étrangère, chef, intérimaire, centriste, populiste,
nationaliste, séparatiste, indépendantiste, autonomiste, kurde, bosniaque, serbe, patriotique,
révolutionnaire, ouvriers, paysan, paysanne, étudiant, étudiante, héréditaire, émérite, belge, suisse,
britannique, russe)"},

    {kCompanyWord, R"(
SA, SAS, SARL, Inc, Corp, Corporation, Ltd, Limited, LLC, GmbH, AG, SpA, NV, BV, plc, Group, Holding,
Holdings, Airlines, Airways, Air, Bank, Bancorp, Motors, Motor, Energy, Oil, Petroleum, Gas, Steel, Pharma,
Pharmaceuticals, Laboratories, Technologies, Technology, Systems, Software, Electronics, Telecom, Mobile,
Networks, Media, Studios, Pictures, Entertainment, Records, Music, Press, News, Times, Post, Herald,
Tribune, Journal, Gazette, Guardian, Telegraph, Chronicle, Magazine, Television, TV, Radio, FM, Channel,
Broadcasting, University, College, Institute, Foundation, Association, Society, Council, Committee,
Commission, Agency, Center, Centre, Partners, Capital, Investment, Investments, Insurance, Brothers, Sons,
International, Industries, Company, Co, FC, AS, SC, AC, RC, CF, United, Rovers, Wanderers, Athletic,
Sporting, Olympique, Stade, Racing, Dynamo, Lokomotiv, Spartak, Real, Inter, Borussia, Bayern, Lakers,
Bulls, Warriors, Celtics, Knicks, Spurs, Yankees, Racing-Club, Watch, Amnesty, Greenpeace, Party, Front,
Union, League, Army, Force, Forces, Security, Services, Consulting, Research, Labs, Lab, Games, Interactive,
Aerospace, Aviation, Defense, Dynamics, Logistics, Shipping, Lines, Railways, Hotels, Resorts, Foods,
Cosmetics, Stores)"},
};

}  // namespace

std::span<const WordRow> word_rows() { return kRows; }

}  // namespace depeche::entities
