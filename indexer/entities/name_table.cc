#include "indexer/entities/tables.h"

namespace depeche::entities {
namespace {

constexpr NameRow kRows[] = {
    // International and public bodies.
    {EntityType::kOrganisation, R"(
ONU, Onu, Nations unies, Organisation des Nations unies, OTAN, Otan, Alliance atlantique, UE, Union européenne, CEE, CECA, Communauté européenne,
Commission européenne, Parlement européen, Conseil européen, Conseil de l'Europe, Conseil de sécurité, Banque centrale européenne, BCE,
Cour européenne des droits de l'homme, CEDH, CJUE, Eurogroupe, Europol, Frontex, Eurojust, Eurostat, OMS, Organisation mondiale de la santé, OMC,
Organisation mondiale du commerce, OIT, OMM, OMI, OIM, OEA, OSCE, OCDE, OPEP, Opep, OCS, OIF, OACI, OIAC, FMI, Fonds monétaire international, Banque mondiale, BERD, BEI,
BID, AIE, AIEA, FAO, Unicef, UNICEF, UNESCO, Unesco, HCR, PAM, PNUD, PNUE, CNUCED, UNRWA, Minusma, Minustah, Monusco, Minusca, Finul, FINUL, Casques bleus, UA, Union africaine,
UEMOA, Cédéao, CEDEAO, CEMAC, SADC, Igad, ASEAN, Asean, Apec, APEC, ALENA, Alena, Mercosur, BRICS, Brics, G5, G7, G8, G20, G77, Groupe des Vingt, Ligue arabe, CCG,
Conseil de coopération du Golfe, OLP, Hamas, Hezbollah, Fatah, Jihad islamique, Frères musulmans, Al-Qaïda, Al-Qaida, Al Qaïda, Aqmi, AQMI, Aqpa, Daech, Daesh, Etat islamique, EI,
Boko Haram, Shebab, PKK, YPG, FDS, ETA, IRA, Farc, FARC, ELN, Tsahal, Armée rouge, Pentagone, Kremlin, Maison Blanche, Maison-Blanche, Département d'Etat,
Congrès américain, Réserve fédérale, Fed, CIA, FBI, NSA, NASA, Nasa, DEA, FDA, SEC, Capitole, Cour suprême, Chambre des représentants, Chambre des communes, Chambre des lords, Downing
Street, Scotland Yard, MI5, MI6, BND, Bundestag, Bundesbank, Bundesrat, Bundeswehr, Reichstag, Knesset, Douma, FSB, KGB, GRU, SVR, Mossad, Shin Beth, Diète, Cortes, Dáil, Majlis,
Elysée, Matignon, Quai d'Orsay, Bercy, Palais-Bourbon, Assemblée nationale, Sénat, Parlement, Congrès, Conseil d'Etat, Conseil constitutionnel, Cour des comptes, Cour de cassation,
Cour pénale internationale, CPI, Cour internationale de justice, CIJ, TPIY, TPIR, Interpol, Conseil économique et social, CSA, Arcom, CNIL, Cnil, AMF, Insee, INSEE, Inserm, INSERM, CNRS, CEA,
INRA, Inra, Inrae, Ifremer, Cnes, CNES, ESA, JAXA, Roscosmos, CERN, Ademe, Anses, ANSM, DGSE, DGSI, DGCCRF, DCRI, DST, GIGN, Raid, RAID, BRI, CRS, SDIS, Samu, SAMU, PJ, IGPN, IGN, BRGM, ONF,
Météo-France, Caisse des dépôts, Banque de France, Pôle emploi, CAF, RATP, SNCF, EDF, GDF, Croix-Rouge, Croissant-Rouge, CICR, Comité international de la Croix-Rouge, Médecins sans frontières, MSF,
Médecins du monde, Amnesty International, Amnesty, Human Rights Watch, HRW, Greenpeace, WWF, Oxfam, FIDH, RSF, Reporters sans frontières, Emmaüs, ATD Quart Monde, Secours catholique,
Secours populaire, Restos du coeur, Action contre la faim, LICRA, Licra, SOS Racisme, MRAP, Crif, CRIF, CFCM, Académie française, Collège de France, Sorbonne, Polytechnique, Sciences Po,
Louvre, Comédie-Française, Armée du salut, Armée populaire de libération, Garde nationale, Garde républicaine, Gardiens de la révolution, Conseil national de transition, CNT)"},
    // Parties and unions.
    {EntityType::kOrganisation, R"(
PS, UMP, LR, FN, RN, RPR, UDF, UDI, LFI, EELV, PCF, NPA, LREM, MoDem, Modem, PRG, LO, LCR, RPF, PCC, PSOE, PP, SPD, CDU, CSU, FDP, AfD, AFD, FPÖ, ÖVP, SPÖ, PD, M5S, UKIP, Ukip, DUP, SNP, Sinn Fein, AKP, CHP, HDP, ANC, FLN, RND,
FIS, GIA, RCD, FFS, MDC, Zanu-PF, FPI, RDR, PDCI, RHDP, LDP, PLD, PT, Podemos, Ciudadanos, Vox, Syriza, Aube dorée, Likoud, Kadima, Baas, Ennahda, Nidaa Tounes, PJD, Les Républicains, La France insoumise,
France insoumise, La République en marche, Rassemblement national, Front national, Parti socialiste, Parti communiste, Parti communiste français, Parti communiste chinois, Parti
républicain, Parti démocrate, Parti travailliste, Parti conservateur, Labour, Tories, Ligue du Nord, Forza Italia, Mouvement 5 étoiles, Europe Ecologie, Europe Ecologie-Les Verts, Reconquête,
Guomindang, Kuomintang, Fidesz, CGT, CFDT, FO, Force ouvrière, CFTC, CFE-CGC, Unsa, UNSA, FSU, SUD, Solidaires, Medef, MEDEF, FNSEA, Coordination rurale, Confédération paysanne, UNEF, Unef, Unedic, UNL, IG Metall, UGTT, Solidarnosc)"},
    // Press.
    {EntityType::kOrganisation, R"(
AFP, Agence France-Presse, Reuters, Associated Press, AP, Xinhua, Chine nouvelle, Tass, TASS, Itar-Tass, Interfax, Ria Novosti, RIA, Sputnik, Anadolu, Kyodo, Yonhap, KCNA, ANSA, Ansa, DPA, dpa, EFE, APS, MAP, Belga, Keystone-ATS, ATS, Bloomberg, UPI,
Le Monde, Le Figaro, Libération, L'Humanité, Les Echos, La Croix, Le Parisien, Aujourd'hui en France, Ouest-France, Sud Ouest, La Dépêche du Midi, Le Point, L'Express, L'Obs, Le Nouvel Observateur, Nouvel
Observateur, Paris Match, Courrier international, Mediapart, Le Canard enchaîné, Canard enchaîné, Charlie Hebdo, L'Equipe, France-Soir, La Tribune, Le Progrès, La Provence, Nice-Matin, Le
Soir, La Libre Belgique, Le Temps, Tribune de Genève, El Watan, Jeune Afrique, La Presse, Le Devoir, Washington Post, New York Times, Wall Street Journal, Los Angeles Times, USA Today, Financial
Times, The Guardian, Guardian, The Times, Daily Telegraph, Daily Mail, The Sun, Economist, The Economist, El Pais, El Mundo, La Vanguardia, Corriere della Sera, La Repubblica, La Stampa, Der Spiegel, Spiegel, Die Welt, Die Zeit, Bild, Süddeutsche
Zeitung, Frankfurter Allgemeine Zeitung, Haaretz, Jerusalem Post, Yediot Aharonot, Al-Ahram, Al Jazeera, Al-Jazeera, Al Arabiya, Global Times, Quotidien du peuple, China Daily, CCTV, South China Morning Post, Asahi Shimbun,
Yomiuri Shimbun, Nikkei, NHK, BBC, ITV, Sky News, CNN, CBS, NBC, ABC, Fox News, MSNBC, PBS, NPR, HBO, RT, Russia Today, ZDF, ARD, RAI, RTBF, RTS, TF1, France 2, France 3, France 5, France 24, France Télévisions, France Inter, France Info, Franceinfo,
France Culture, France Bleu, Radio France, RFI, RTL, RMC, BFM, BFMTV, BFM-TV, BFM TV, iTélé, CNews, LCI, LCP, M6, Canal+, Arte, Europe 1, Sud Radio, TV5, TV5Monde, TSF, Huffington Post, Politico, BuzzFeed, Vanity Fair, Time, Newsweek, Forbes, Rolling Stone)"},
    // Companies.
    {EntityType::kOrganisation, R"(
Accor, AccorHotels, Adidas, Adobe, ADP, Air France, Air France-KLM, Airbus, Alcatel, Alcatel-Lucent, Alibaba, Alstom, Altice, Amazon, AMD, Apple, ArcelorMittal, Areva, Arianespace, AT&T, Atos, Auchan, Axa, AXA, Baidu, Bayer, Barclays, BASF, BlackRock,
BMW, BNP Paribas, BNP, Boeing, Bombardier, Bouygues, BP, BPCE, British Airways, Capgemini, Carrefour, Caterpillar, Chevron, Chrysler, Citigroup, Citroën, Club Med, CMA CGM, CNPC, Coca-Cola, Commerzbank, Conforama, Crédit agricole, Crédit
Agricole, Crédit lyonnais, Crédit mutuel, Credit Suisse, Daimler, Danone, Darty, Dassault, Dassault Aviation, Decathlon, Delta Air Lines, Deutsche Bank, Deutsche Telekom, Dexia, Disney, EADS, EasyJet, easyJet, eBay, Emirates, Enel, Engie, Eni, Ericsson, Euronext, Eurotunnel,
Exxon, ExxonMobil, Facebook, Fiat, Fnac, Ford, Foxconn, Fujitsu, Gazprom, General Electric, General Motors, GlaxoSmithKline, Goldman Sachs, Google, Goodyear, Hermès, Hewlett-Packard, Hitachi, Honda, HSBC, Huawei, Hyundai, IBM, Iberia, Ikea, IKEA, Infosys, ING, Instagram, Intel,
JPMorgan, JP Morgan, Kering, KLM, Kodak, Kraft, L'Oréal, Lafarge, Lagardère, Lehman Brothers, Lenovo, LG, LinkedIn, Lockheed Martin, Loukoïl, Lufthansa, LVMH, McDonald's, Mercedes, Mercedes-Benz, Merck, Merrill Lynch, Michelin, Microsoft, Mitsubishi, Monsanto, Moody's, Morgan Stanley, Motorola, Natixis,
Nestlé, Netflix, Nike, Nintendo, Nissan, Nokia, Northrop Grumman, Novartis, OpenAI, Oracle, Panasonic, PayPal, PepsiCo, Pernod Ricard, Petrobras, Petronas, Peugeot, Pfizer, Moderna, AstraZeneca, BioNTech, Philips, Porsche, Procter & Gamble, PSA, PSA Peugeot Citroën, Publicis, Qantas,
Qatar Airways, Qualcomm, Raytheon, Renault, Repsol, Rio Tinto, Rolls-Royce, Rosneft, Royal Dutch Shell, Ryanair, SAP, Saab, Safran, Saint-Gobain, Samsung, Sanofi, Santander, Saudi Aramco, Aramco, Schneider Electric, Shell, Siemens, Singapore Airlines, Sinopec, Snapchat, Société générale, Société
Générale, Sodexo, SoftBank, Sony, SpaceX, Spotify, Standard & Poor's, Starbucks, Stellantis, STMicroelectronics, Suez environnement, SWIFT, Swissair, Tata, Technip, Telegram, Telefonica, Tencent, Tesla, Thales, ThyssenKrupp, TikTok, Time Warner, Toshiba, TotalEnergies, Toyota, Twitter, Uber,
UBS, Unilever, United Airlines, Vallourec, Valve, Veolia, Verizon, Vinci, Vivendi, Vodafone, Volkswagen, Volvo, Walmart, Wal-Mart, WhatsApp, WikiLeaks, Wikileaks, Wikipédia, Wikimedia, Yahoo, YouTube, Youtube, ZTE, Fitch, Blue Origin, Airbnb, Deliveroo, Orpea, Korian, Kaspersky, Symantec, Ubisoft, Eutelsat, Inmarsat, Malaysia Airlines)"},
    // Sport.
    {EntityType::kOrganisation, R"(
Fifa, FIFA, UEFA, Uefa, CIO, COI, AMA, AIBA, IAAF, FIA, ATP, WTA, NBA, NFL, NHL, MLB, FFF, FFR, LFP, FIBA, UCI, PSG, OM, OL, ASSE, Losc, LOSC, RC Lens, FC Nantes, AS Monaco, Paris SG, Paris Saint-Germain, Paris-SG, Olympique de Marseille, Olympique lyonnais, Girondins de Bordeaux, Stade
Rennais, Real Madrid, FC Barcelone, Barça, Atletico Madrid, Bayern Munich, Borussia Dortmund, Manchester United, Manchester City, Chelsea, Arsenal, Tottenham, Everton, Juventus Turin, Juventus, Juve, Inter Milan, AC Milan, Ajax Amsterdam, Benfica Lisbonne, Benfica, FC Porto, Galatasaray, Fenerbahçe, Besiktas, Boca Juniors,
River Plate, Flamengo, Chicago Bulls, Los Angeles Lakers, Golden State Warriors, Boston Celtics, Stade toulousain, Racing 92, Stade français, All Blacks, Springboks, Wallabies, Ferrari, McLaren, Red Bull, XV de France, Team Sky, Astana Pro Team)"},
    // People known by one name, and names that look like something else.
    {EntityType::kPerson, R"(
Macron, Sarkozy, Chirac, Mitterrand, Giscard d'Estaing, de Gaulle, Jospin, Juppé, Fillon, Villepin, Mélenchon, Le Pen, Zemmour, Poutine, Medvedev, Eltsine, Gorbatchev, Lavrov, Staline, Lénine, Zelensky, Ianoukovitch, Porochenko, Timochenko, Loukachenko,
Merkel, Scholz, Schröder, Kohl, Hitler, Trump, Obama, Biden, Clinton, Bush, Reagan, Nixon, Kissinger, Rumsfeld, Pompeo, Pelosi, Snowden, Assange, Thatcher, Cameron, Berlusconi, Renzi, Salvini, Meloni, Mussolini, Draghi, Zapatero, Rajoy, Puigdemont, Franco, Tsipras,
Varoufakis, Orban, Erdogan, Netanyahou, Netanyahu, Sharon, Arafat, Abbas, Assad, al-Assad, Kadhafi, Moubarak, Morsi, al-Sissi, Bouteflika, Tebboune, Ben Ali, Bourguiba, Khamenei, Rohani, Ahmadinejad, Khomeiny, ben Laden, Ben Laden, al-Baghdadi, Zawahiri, Khashoggi, Modi, Gandhi, Musharraf, Karzaï, Mandela,
Mugabe, Gbagbo, Ouattara, Compaoré, Kabila, Mobutu, Tshisekedi, Museveni, Kagame, Bongo, Biya, Déby, Lula, Bolsonaro, Chávez, Chavez, Maduro, Guaido, Castro, Guevara, Pinochet, Perón, Kirchner, Mao, Mao Zedong, Xi Jinping, Kim Jong-un, Kim Jong-il, Dalaï Lama, dalaï-lama, Ban Ki-moon, Aung San Suu
Kyi, Suu Kyi, Messi, Neymar, Ronaldo, Mbappé, Zidane, Platini, Blatter, Pelé, Maradona, Federer, Nadal, Djokovic, Schumacher, Madonna, Rihanna, Beyoncé, Shakespeare, Molière, Voltaire, Napoléon, Picasso, Mozart, Beethoven, Einstein, Darwin, Freud, Marx, Karl Marx, Spielberg, Almodovar, Erdoğan, Strauss-Kahn, DSK, NKM, BHL)"},
    // Treaties, events, works, products.
    {EntityType::kOther, R"(
WannaCry, NotPetya, Petya, Stuxnet, Pegasus, PRISM, Brexit, Grexit, Jeux olympiques, Jeux Olympiques, JO, Jeux paralympiques, Coupe du monde, Coupe Davis, Coupe de France, Coupe de la Ligue, Ligue des champions, Ligue Europa, Ligue 1, Ligue 2, Ligue des nations, Premier League, Bundesliga, Liga, Serie A, Top 14, Top 50, Tour
de France, Giro, Vuelta, Grand Chelem, Tournoi des six nations, Open d'Australie, US Open, Wimbledon, Euro 2016, Mondial 2018, Vendée Globe, Ballon d'or, Super Bowl, CAN, Festival de Cannes, Palme d'or, Lion d'or, Ours d'or, Oscars, Golden Globes, prix Nobel, prix Goncourt, prix Nobel de la paix, prix Nobel de littérature, prix Nobel de
médecine, prix Nobel de physique, prix Nobel de chimie, prix Nobel d'économie, Première Guerre mondiale, Seconde Guerre mondiale, Deuxième Guerre mondiale, Guerre froide, Grande Guerre, Printemps arabe, Révolution française, Shoah, Holocauste, Intifada, Légion d'honneur, Déclaration universelle des droits de l'homme,
accords de Schengen, accord de Paris, accords d'Oslo, accords de Minsk, accords d'Evian, TNP, TTIP, TAFTA, Ceta, CETA, Obamacare, Euromillions, Loto, iPhone, iPad, Android, Windows, Playstation, PlayStation, Xbox, Airbus A320, Airbus A380, Boeing 737, Rafale, Mirage 2000, Concorde, Ariane 5, Ariane 6, Soyouz, Falcon 9, Falcon Heavy, Hubble, Curiosity, Galileo,
Spoutnik, Apollo 11, Dow Jones, Nasdaq, CAC 40, Dax, DAX, Footsie, Livret A, Navigo, Vélib', Autolib', Bitcoin, Brent, WTI, Katrina, Panama Papers, LuxLeaks, Clearstream, Thalys, Eurostar, Titanic, Star Wars, Game of Thrones, Harry Potter, Nuit debout, Marche pour la vie, Vigipirate, Barkhane, Sangaris, Onusida)"},
};

}  // namespace

std::span<const NameRow> name_rows() { return kRows; }

}  // namespace depeche::entities
