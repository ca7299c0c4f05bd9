#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace depeche {

/// A date of publication for a table of exports.
inline ArticleDate published_on(const PartialDate& value) {
  ArticleDate date;
  date.value = value;
  return date;
}

/// The same, inferred: the source states `stated` of it, or nothing where that is empty.
inline ArticleDate inferred_as(const PartialDate& value, const PartialDate& stated = {},
                               std::vector<DateCandidate> candidates = {}) {
  ArticleDate date = published_on(value);
  date.inferred = true;
  date.confidence = 0.55F;
  if (!stated.empty()) date.stated = StatedPart{stated, DateBasis::kHeader};
  date.candidates = std::move(candidates);
  return date;
}

/// What a format may choke on, an article each.
inline std::vector<Article> hostile_articles() {
  std::vector<Article> articles;
  const auto add = [&](const std::string& id, const std::string& title, const std::string& text) -> Article& {
    Article article;
    article.id = id;
    article.title = title;
    article.text = text;
    article.language = "fr";
    articles.push_back(std::move(article));
    return articles.back();
  };
  Article& full = add("exemple-1", "Été à Québec : la sûreté", "Un paragraphe.\nUn « autre ».");
  full.version = 7;
  full.source = "Agence & Fils";
  full.section = "Monde / Asie";
  full.url = "https://example.org/à_b?c=1&d={2}%20e";
  full.authors = {"Charles de Gaulle", "Vincent van Gogh", "Anne-Marie d'Ormesson et fils", "Dupont, Jean"};
  full.dates = {published_on({2019, 2, 13})};
  add("latex", R"(100 % de 5 $ & #1 _a_ {b} ~c ^d \textbf{e} `f' "g" @h |i)",
      R"(\end{document} % $x_1^2$ # & ~ ^ { } \)");
  add("accolades", "}} @article{x}, title={{ \"{", "{{{ }} }");
  add("xml", "<b>&amp;</b> ]]> <!-- \" ' -->", "<p>&lt; ]]></p>\n</text></TEI>");
  add("controles",
      "a\x01"
      "b\x1b[31m\tc\r\nd\x7f"
      "e",
      "nul:\x02 fin\x0c.\nU+FFFE:\xEF\xBF\xBE U+FFFF:\xEF\xBF\xBF");
  add("bidi", "g\u202Eauche\u2066\u200F\uFEFF", "\u2028ligne\u2029para\u0085graphe");
  add("octets", "mal \xFF\xC3( form\xE9", "\xED\xA0\x80 reste");
  add("emoji", "❤️ 👩‍🚀 🇫🇷 𝄞", "据新华社报道 — e\u0301te\u0301, a\u0300");
  add("vide", "", "").language = "";
  add("sans-titre", "",
      "Vingt-six pays participent depuis lundi à un exercice qui simule la panne d'un port.");
  add("sans-blanc", "", std::string(200, 'x'));
  add("long", std::string(3000, 'T'), "t");
  Article& stars =
      add("étoiles / ***", "**** *var_1 : titre !", "**** *an_2019\n-*theme\n_rire_ et a_b _ * __init__\n1");
  stars.source = "Агентство *ТАСС*";
  stars.authors = {"A*B", "**", "C\tD"};
  add("ris", "TY  - BOOK", "ER  - \r\nTY  - BOOK");
  add("=1+1", "=SOMME(A1)\t\"x\"", "a\tb\n\"c\"").dates = {inferred_as({2019, 2, 13}, {0, 2, 13})};
  return articles;
}

}  // namespace depeche
