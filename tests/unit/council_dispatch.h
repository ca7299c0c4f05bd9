#pragma once

#include <string>

namespace depeche {

/// A dispatch of some ninety words about a place, with a figure.
inline std::string dispatch(const std::string& place, int figure) {
  return "Le conseil municipal de " + place + " a adopté mardi soir le budget de la ville, qui prévoit " +
         std::to_string(figure) +
         " millions d'euros pour la rénovation des écoles et des bibliothèques. Les travaux doivent "
         "commencer "
         "avant l'été, a précisé l'adjointe chargée des finances, et durer deux ans au moins. L'opposition, "
         "qui "
         "demandait que les transports passent d'abord, a voté contre le texte après un long débat. Une "
         "partie "
         "des élus regrette que les habitants n'aient pas été consultés, et annonce qu'elle saisira le "
         "tribunal "
         "administratif dès que la délibération sera publiée.";
}

}  // namespace depeche
