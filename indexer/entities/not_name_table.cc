#include "indexer/entities/tables.h"

namespace depeche::entities {
namespace {

constexpr WordRow kRows[] = {
    // Masculine singular; Vocabulary adds the other forms. Also adjectives of nationality in lower case.
    {kDemonym | kAdjective, R"(
afghan, africain, albanais, algérien, allemand, américain, andorran, angolais, arabe, argentin, arménien, asiatique, australien,
autrichien, azerbaïdjanais, azéri, bahreïni, bangladais, basque, bavarois, belge, béninois, bhoutanais, biélorusse, birman, bolivien,
bosniaque, bosnien, botswanais, brésilien, breton, britannique, bulgare, burkinabé, burkinabè, burundais, cambodgien, camerounais,
canadien, catalan, centrafricain, chilien, chinois, chypriote, colombien, comorien, congolais, coréen, corse, costaricain, croate,
cubain, danois, djiboutien, dominicain, écossais, égyptien, émirati, équatorien, érythréen, espagnol, estonien, éthiopien, européen,
fidjien, finlandais, flamand, français, francilien, gabonais, gallois, gambien, géorgien, ghanéen, grec, groenlandais, guatémaltèque,
guinéen, guyanais, haïtien, hollandais, hondurien, hongrois, indien, indonésien, irakien, iranien, irlandais, islandais,
israélien, italien, ivoirien, jamaïcain, japonais, jordanien, kazakh, kényan, kirghize, kosovar, kurde, koweïtien, laotien, letton,
libanais, libérien, libyen, lituanien, londonien, lyonnais, luxembourgeois, macédonien, maghrébin, malaisien, malawite, malgache, malien,
maltais, marocain, marseillais, mauricien, mauritanien, mexicain, moldave, monégasque, mongol, monténégrin, moscovite, mozambicain, namibien,
néerlandais, néo-zélandais, népalais, new-yorkais, nicaraguayen, nigérian, nigérien, nord-coréen, norvégien, omanais, ougandais, ouïghour,
ouzbek, pakistanais, palestinien, panaméen, paraguayen, parisien, péruvien, philippin, polonais, portoricain, portugais, qatari,
québécois, roumain, russe, rwandais, sahraoui, salvadorien, saoudien, sarde, scandinave, sénégalais, serbe, sicilien, singapourien,
slovaque, slovène, somalien, soudanais, sri-lankais, sud-africain, sud-américain, sud-coréen, sud-soudanais, suédois, suisse,
syrien, tadjik, taïwanais, tanzanien, tchadien, tchèque, tchétchène, thaïlandais, tibétain, togolais, toulousain, tunisien, turc, turkmène,
ukrainien, uruguayen, vénézuélien, vietnamien, wallon, yéménite, zambien, zimbabwéen, bordelais, nantais, niçois, lillois,
rennais, strasbourgeois, stéphanois, berlinois, madrilène, barcelonais, romain, milanais, bruxellois, genevois, viennois,
pékinois, tokyoïte, hongkongais, californien, texan, floridien, occidental, oriental, latino-américain, nord-américain,
est-allemand, ouest-allemand, soviétique, yougoslave, ottoman, persan, balte, slave, berbère, touareg, pachtoune, hutu, tutsi,
rohingya, rom, inuit, amérindien, afro-américain, antillais, réunionnais, martiniquais, guadeloupéen, calédonien, normand,
alsacien, provençal, savoyard, picard, auvergnat)"},
    {kDemonym, R"(
juif, musulman, chrétien, catholique, protestant, chiite, sunnite, alaouite, druze, copte, bouddhiste, hindou, sikh, maronite,
orthodoxe, évangélique, mormon, islamiste, djihadiste, talib, taliban, houthi, maoïste, marxiste, communiste, socialiste,
républicain, démocrate, conservateur, travailliste, libéral, écologiste, gaulliste, sarkozyste, macroniste, chaviste, péroniste,
kémaliste, brexiter, européiste, nazi, bleu, rouge, vert, jaune, insoumis)"},

    {kGeneric, R"(
État, Etats, République, Républiques, Royaume, Empire, Nation, Nations, Constitution, Internet, Web, Covid, Covid-19, coronavirus,
sida, Seigneur, Dieu, Église, Eglise, Terre, Soleil, Lune, Bourse, Histoire, Moyen, Âge, Moyen-Âge, Antiquité, Renaissance, Révolution,
Libération, Occupation, Résistance, Reich, Président, Présidente, Premier, Première, Ministre, Roi, Reine, Prince, Sa,
Majesté, Sainteté, Excellence, Altesse, Code, Loi, Traité, Conseil, Commission, Comité, Assemblée, Chambre, Cour, Tribunal, Ministère,
Gouvernement, Parti, Mouvement, Université, Ligue, Coupe, Jeux, Championnat, Grand, Grande, Prix, Mondial, Euro, Tour, PIB, PNB, TVA,
ADN, ARN, PME, ETI, OGM, ONG, HLM, RSA, SMIC, CDD, CDI, PDG, DRH, TGV, SUV, GPS, SMS, DVD, CD, PC, USB, OPA, IVG, PMA, GPA, VIH, IRM, JT,
RER, QG, QCM, BD, OVNI, PV, CV, UV, TNT, VTT, UHF, FAQ, HT, TTC, NDLR, PCR, EPO, LGBT, LGBTQ, KO, OK, VIP, AG, BAC, bac,
article, Article, chapitre, Chapitre, annexe, Annexe, section, Section, alinéa, paragraphe, page, Page, photo, Photo, vidéo, Vidéo,
VIDEO, PHOTOS, PHOTO, AUDIO, DIRECT, URGENT, EXCLUSIF, REPORTAGE, INTERVIEW, ENTRETIEN, PORTRAIT, ANALYSE, Wi-Fi, Coran, Bible, Torah,
Évangile, Gouverneur, Sénateur, Directeur, Directrice, Monsieur, Madame, Mesdames, Messieurs, Ier)"},

    // Sentence openers. Grammatical words, then adverbs and participles, then the nouns of headlines.
    {kOrdinary, R"(
a, à, au, aux, afin, ai, aie, ainsi, alors, après, apres, aucun, aucune, au-delà, auprès, auquel, aussi, aussitôt, autant, autour, autre,
autres, avant, avec, beaucoup, bien, bientôt, bref, ça, car, ce, ceci, cela, celle, celles, celui, cependant, certain, certaine, certaines,
certains, certes, ces, cet, cette, ceux, chacun, chacune, chaque, chez, ci, combien, comme, comment, concernant, contre, contrairement, d,
dans, davantage, de, début, dedans, dehors, déjà, demain, depuis, dernier, dernière, derrière, des, dès, désormais, deux, deuxième, devant,
différents, dix, donc, dont, douze, du, durant, eh, elle, elles, en, encore, enfin, ensemble, ensuite, entre, envers, environ, est, et, étant,
eux, face, faute, fin, grâce, hélas, hier, hors, huit, ici, il, ils, j, jadis, jamais, je, jusque, jusqu, l, la, là, laquelle, le, lequel,
les, leur, leurs, loin, lors, lorsque, lui, ma, mais, malgré, me, même, mes, mi, mieux, moi, moins, mon, n, ne, néanmoins, neuf, ni, nombre,
nombreux, non, nos, notamment, notre, nous, nul, on, onze, or, ou, où, oui, outre, par, parce, parfois, parmi, partout, pas, pendant, peu,
peut, peut-être, plus, plusieurs, plutôt, pour, pourquoi, pourtant, près, presque, puis, puisque, qu, quand, quant, quatre, que, quel, quelle,
quelles, quelque, quelques, quels, qui, quiconque, quinze, quoi, quoique, rien, s, sa, sans, sauf, se, selon, sept, ses, si, sinon, sitôt,
six, soi, soit, son, sont, soudain, souvent, sous, suite, suivant, sur, surtout, ta, tandis, tant, tantôt, te, tel, telle, telles, tels,
tes, toi, ton, toujours, tous, tout, toute, toutefois, toutes, treize, trente, très, trois, troisième, trop, tu, un, une, unique, vendredi,
vers, via, vingt, voici, voilà, voire, vos, votre, vous, vu, y, cent, cinq, cinquante, mille, million, premier, première, premiers, second,
seconde, seul, seule, seuls, ex, ancien, ancienne, anciens, nouveau, nouvel, nouvelle, nouveaux, nouvelles, jeune, jeunes, vieux, petit, petite,
grand, grande, grands, grandes, gros, bon, bonne, mauvais, haut, haute, bas, long, longue, principal, principale, actuel, actuelle,
actuellement, aujourd'hui, apparemment, auparavant, autrefois, certainement, clairement, concrètement, effectivement, également, évidemment,
finalement, globalement, heureusement, inversement, justement, longtemps, maintenant, malheureusement, naturellement, officiellement,
parallèlement, précisément, probablement, rapidement, récemment, reste, seulement, simplement, tard, tôt, vite, vraiment, quotidiennement,
accusé, accusée, accusés, âgé, âgée, agé, appelé, arrêté, arrivé, arrivée, condamné, condamnée, connu, connue, considéré, créé, créée, décidé,
élu, élue, fondé, fondée, intitulé, interrogé, interrogée, interrogés, invité, invitée, lancé, mort, morte, né, née, nommé, nommée, parti,
passé, placé, présent, présenté, réuni, réunis, sorti, soutenu, venu, visé, vêtu, cité, citant, évoquant, rappelant, soulignant,
faisant, portant, selon, avoir, être, faire, voir, savoir, pouvoir, prendre, mettre, aller, venir, dire, faut, fait, dit, est-ce,
avait, avaient, ont, était, étaient, sera, seront, serait, suis, sommes, êtes, peuvent, doit, doivent, va, vont, reste, restent, vient,
attention, bravo, merci, bonjour, adieu, stop, lire, regarder, écouter, télécharger, partager, suivre, retrouvez, découvrez, cliquez,
abonnez, inscrivez, publié, publiée, mis, mise, dernière, source, sources, crédit, crédits, auteur, légende, texte, image, images,
accident, accord, affaire, agriculture, ambiance, an, ancien, année, années, appel, argent, armée, arrestation, article, attaque, attentat,
attentats, augmentation, avion, avocat, baisse, bilan, budget, but, campagne, candidat, cas, cause, centre, chef, chiffre, chiffres, chômage, cinéma,
clé, climat, combat, communiqué, concours, conférence, conflit, congrès, contexte, contrat, conséquence, corruption, coup, cour, crime, crise,
critique, culture, date, débat, décès, décision, défaite, dette, deuil, dimanche, directeur, directrice, discours, disparition, dossier, droit, droits, eau,
échec, école, économie, éducation, élection, élections, emploi, enfant, enfants, enquête, énergie, environnement, espace, espoir, étude,
événement, exclusif, explosion, exposition, extrait, famille, femme, femmes, fête, feu, feux, filière, film, flash, foot, football, force,
forces, foule, gauche, gens, gouvernement, grève, guerre, hausse, heure, histoire, homme, hommes, idée, impôts, incendie, indice, industrie,
inflation, information, inondations, jeu, jeudi, jeux, joie, jour, journée, journaliste, juge, justice, leader, lettre, leçon, liberté, lieu,
loi, lundi, main, manifestation, marché, mardi, match, médecin, médias, mercredi, mesure, mesures, météo, meurtre, ministère, ministre, monde, mobilisation,
moitié, mois, montant, mouvement, mystère, négociations, niveau, nom, nuit, objectif, offre, opération, opinion, opposition, ordre, origine,
otage, otages, ouverture, paix, panne, papa, parents, part, pays, peine, père, mère, personne, peuple, photo, photos, place, plainte, plan, point,
police, policier, policiers, politique, population, port, porte-parole, pouvoir, premier, présence, président, présidente, présidentielle, presse,
preuve, prison, prix, procès, procureur, profession, projet, propos, province, quartier, question, questions, raison, rapport, réaction,
réactions, recherche, record, référendum, réforme, réfugiés, région, réponse, résultat, résultats, réunion, retour, retraite, retraites,
révolution, ruée, saison, samedi, santé, scandale, scène, science, sécurité, semaine, service, silence, situation, société, soir, solidarité,
somme, sommet, sondage, sport, succès, suspense, système, technologie, témoignage, temps, tempête, tennis, terrorisme, titre, tournoi, transport,
transports, travail, travaux, tribunal, université, urgence, vague, vacances, vente, victime, victimes, victoire, vidéo, vie, ville, violence,
violences, visite, voiture, voix, voleur, vote, voyage, zone, mesdames, messieurs, monsieur, madame, docteur, maître)"},
};

}  // namespace

std::span<const WordRow> not_name_rows() { return kRows; }

}  // namespace depeche::entities
