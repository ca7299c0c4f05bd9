#pragma once

#include <string>

#include "common/article.h"

namespace depeche {

/// The range of `words` in a field of `article`, which holds them.
inline Span span_of(const Article& article, TextField field, const std::string& words) {
  const size_t begin = article.field(field).find(words);
  return {field, static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + words.size())};
}

/// An article with something in every member.
inline Article full_article() {
  Article article;
  article.id = "exemple-1";
  article.version = 7;
  article.title = "Été à Québec : la sûreté";
  article.header = "Mis à jour à 09h10 le 13/02\nQUÉBEC, 12 février (Exemple) --";
  article.text = "La ministre Éva Noël a parlé mardi.\nNoël a répondu à l’École : « s?reté ». 𝄞 Fin.";
  article.source = "Exemple";
  article.section = "Monde";
  article.language = "fr";
  article.url = "https://example.org/é";
  article.authors = {"Jean Petit", "Zoé Grand"};
  article.origin = {"a/b.txt", 3, 4711, "windows-1252", Day{std::chrono::year{2020} / 1 / 2}};

  ArticleDate published;
  published.value = {2019, 2, 13};
  published.minute = 9 * 60 + 10;
  published.basis = DateBasis::kHeader;
  published.inferred = true;
  published.confidence = 0.524F;
  published.span = span_of(article, TextField::kHeader, "Mis à jour à 09h10 le 13/02");
  published.evidence = "Mis à jour à 09h10 le 13/02";
  published.stated = StatedPart{{0, 2, 13}, DateBasis::kHeader};
  published.why = "the path says so: 2019";
  published.candidates = {{{2018, 2, 13}, 0.389F, "the year before"},
                          {{2017, 2, 13}, 0.1F, "two years before"}};
  ArticleDate updated;
  updated.kind = DateKind::kUpdated;
  updated.value = {0, 2, 12};
  updated.basis = DateBasis::kDateline;
  updated.span = span_of(article, TextField::kHeader, "12 février");
  updated.evidence = "12 février";
  ArticleDate event;
  event.kind = DateKind::kEvent;
  event.value = {2019, 2, 0};
  event.until = PartialDate{2019, 3, 5};
  event.basis = DateBasis::kPath;
  event.evidence = "2019/02";
  article.dates = {published, updated, event};

  const Span full_name = span_of(article, TextField::kText, "Éva Noël");
  Span short_name = span_of(article, TextField::kText, "Noël a répondu");
  short_name.end = short_name.begin + 5;
  article.mentions = {{EntityType::kPlace, span_of(article, TextField::kTitle, "Québec"), "quebec", {}},
                      {EntityType::kPerson, full_name, "eva noel", {}},
                      {EntityType::kPerson, short_name, "eva noel",
                       MentionLink{"eva noel", "only full name ending so in this article", full_name.begin}}};
  article.repairs = {{span_of(article, TextField::kTitle, "sûreté"), "s?reté", {"sûreté"}},
                     {span_of(article, TextField::kText, "s?reté"), "s?reté", {"sûreté", "sereté"}}};
  article.sentences = {0, static_cast<uint32_t>(article.text.find('\n') + 1),
                       static_cast<uint32_t>(article.text.find("𝄞"))};
  return article;
}

}  // namespace depeche
