#pragma once

#include <string>

namespace depeche {

/// `paragraphs` paragraphs of about 400 bytes, in the manner of a dispatch; the same at each call.
inline std::string dispatch_text(unsigned paragraphs) {
  std::string text;
  for (unsigned i = 0; i < paragraphs; ++i)
    text +=
        "Le ministère de l'Économie a annoncé mardi 12 mars 2019 que l'enquête sur la cyber-attaque "
        "d'Ostreval, "
        "révélée le 3 mai 2018 à 18h03, n'était pas close. « Jusqu'à présent, rien n'indique qu'aujourd'hui "
        "encore quelqu'un y ait accès », a déclaré Mme Lacombe-Vial, porte-parole de l'Agence, lors d'un "
        "point "
        "de presse à Saint-Brieuc. La main-d'œuvre des 1.850 sites reste mobilisée jusqu'au 14/04/2019.\n";
  return text;
}

/// `paragraphs` paragraphs in the manner of a law; the same at each call.
inline std::string law_text(unsigned paragraphs) {
  std::string text;
  for (unsigned i = 0; i < paragraphs; ++i)
    text +=
        "Le ministre peut, par règlement, fixer les modalités de dépôt de la demande visée au paragraphe "
        "(2), préciser les "
        "renseignements qui doivent y figurer et prévoir les droits à acquitter. Sous réserve des autres "
        "dispositions de la "
        "présente loi, le titulaire d'un permis est tenu de conserver, pendant les six années qui suivent la "
        "fin de l'exercice, "
        "les registres et les pièces justificatives qui permettent d'établir le montant des sommes dues.\n"
        "Quiconque contrevient au présent article commet une infraction et encourt, sur déclaration de "
        "culpabilité par "
        "procédure sommaire, une amende maximale de cinq mille dollars.\n";
  return text;
}

}  // namespace depeche
