// Exports of press archives: corpus/formats/press_archive.cc. The pages are ours, in the layouts of 2019 to
// 2024.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

using Lines = std::vector<std::string>;

std::string page(const std::string& articles) {
  return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Export</title></head><body>" + articles +
         "</body></html>";
}

std::string europresse(const std::string& header, const std::string& title, const std::string& text,
                       const std::string& id) {
  return "<article><header><div class=\"rdp__DocPublicationName\"><span class=\"DocPublicationName\">La "
         "Gazette "
         "<mark>du</mark> port, no. 12<br>Édition locale</span></div><div class=\"rdp__DocHeader\"><span "
         "class=\"DocHeader\">" +
         header + "</span></div><div class=\"titreArticle\"><p class=\"sm-margin-TopNews titreArticleVisu " +
         "rdp__articletitle\">" + title + "</p></div><div class=\"docAuthors\">Jeanne Martin</div></header>" +
         "<section><div class=\"DocText clearfix\"><div class=\"docOcurrContainer\">" + text +
         "</div></div></section><aside>Illustration</aside><footer><div class=\"publiC-lblNodoc\">" + id +
         "</div><small>© 2019 La Gazette du port. Tous droits réservés.</small></footer></article>";
}

TEST(Europresse, AnArticleEach) {
  const std::string first =
      europresse("Politique, mercredi 13 février 2019 845 mots, p. 3", "Un &amp; un",
                 "<p>Un bateau.</p><p>Un <mark>train</mark>.</p>", "news·20190213·GP·0001");
  const std::string second =
      europresse("Thursday, February 14, 2019 12 words", "Deux", "<p>Deux.</p>", "news·20190214·GP·0002");
  const std::string bytes = page(first + second);
  const std::string one = std::to_string(bytes.find("<article")),
                    two = std::to_string(bytes.rfind("<article"));
  const Lines expected = {
      "1@" + one +
          " id=news·20190213·GP·0001|source=La Gazette du port|date=2019-02-13|section=Politique|title=Un "
          "& " +
          "un|author=Jeanne Martin|text=Un bateau.\nUn train.",
      "2@" + two +
          " id=news·20190214·GP·0002|source=La Gazette du port|date=2019-02-14|title=Deux|author=Jeanne " +
          "Martin|text=Deux."};
  EXPECT_EQ(read_bytes_as("a.html", bytes).lines, expected);
  EXPECT_EQ(read_bytes_as("a.HTM", bytes).lines, expected);
}

TEST(Europresse, WithoutAnIdTheHeaderTellsTheDay) {
  const Lines lines =
      read_bytes_as("a.html", page(europresse("mercredi 13 février 2019 - 09:10", "Un", "<p>Un.</p>", "")))
          .lines;
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_NE(lines[0].find("|date=mercredi 13 février 2019"), std::string::npos) << lines[0];
  EXPECT_EQ(lines[0].find("section="), std::string::npos) << lines[0];
}

/// A layout that changed must not give articles without what they had.
TEST(Europresse, AnotherLayoutIsRejected) {
  std::string article = europresse("mercredi 13 février 2019", "Un", "<p>Un.</p>", "news·20190213·GP·0001");
  for (const std::string field : {"titreArticle", "publiC-lblNodoc"})
    for (size_t at; (at = article.find(field)) != std::string::npos;)
      article.replace(at, field.size(), "new");
  const ReadFile read =
      read_bytes_as("a.html", page(article + europresse("", "Deux", "<p>Deux.</p>", "news·20190213·G")));
  ASSERT_EQ(read.lines.size(), 2u);
  EXPECT_NE(read.lines[0].find("E_FIELD"), std::string::npos) << read.lines[0];
  EXPECT_NE(std::get<Rejection>(read.items[0]).message.find("Europresse"), std::string::npos);
  EXPECT_NE(read.lines[1].find("title=Deux"), std::string::npos) << read.lines[1];
  CorpusOptions stated;
  stated.format = InputFormat::kEuropresse;
  EXPECT_EQ(read_bytes_as("a.html", page("<p>Un bateau.</p>"), stated).lines, (Lines{"1@0 E_FORMAT file"}));
}

std::string row(const std::string& code, const std::string& value) {
  return "<tr><td class=\"index\"><b>" + code + "</b></td><td>" + value + "</td></tr>";
}

std::string factiva(const std::string& language, const std::string& title, const std::string& day) {
  return "<div id=\"article-GAZETT\"><div class=\"article " + language + "Article\"><table>" +
         row("SE", "Politique") + row("HD", "<span class=\"" + language + "Headline\">" + title + "</span>") +
         row("BY", "Par Jeanne Martin") + row("WC", "845 mots") + row("PD", day) +
         row("SN", "La Gazette du port") + row("SC", "GAZETT") +
         row("LP", "<p class=\"articleParagraph " + language + "articleParagraph\">Un bateau.</p>") +
         row("TD", "<p class=\"articleParagraph\">Un train.</p><p class=\"articleParagraph\">Deux.</p>") +
         row("AN", "Document GAZETT0020190213ef2d0000x") + "</table></div></div>";
}

TEST(Factiva, AnArticleEach) {
  const std::string bytes =
      page(factiva("fr", "Un", "13 février 2019") + factiva("fr", "Deux", "14 février 2019"));
  const ReadFile read = read_bytes_as("a.html", bytes);
  ASSERT_EQ(read.lines.size(), 2u);
  EXPECT_EQ(read.lines[0],
            "1@" + std::to_string(bytes.find("class=\"article ")) +
                " section=Politique|title=Un|author=Jeanne Martin|date=13 février 2019|source=La Gazette "
                "du port|id=GAZETT0020190213ef2d0000x|text=Un bateau.\nUn train.\nDeux.|language=fr");
  const auto article = std::get<Article>(to_article(std::get<Record>(read.items[1]), {}));
  EXPECT_EQ(article.title, "Deux");
  ASSERT_FALSE(article.dates.empty());
}

TEST(Factiva, WithoutTheCodesOfItsFieldsItIsRejected) {
  const std::string plain =
      "<div class=\"article frArticle\"><div><span class=\"frHeadline\">Un</span></div><div>13 février "
      "2019</div><p class=\"articleParagraph\">Un bateau.</p></div>";
  const ReadFile read = read_bytes_as("a.html", page(plain));
  ASSERT_EQ(read.lines.size(), 1u);
  EXPECT_NE(read.lines[0].find("E_FIELD"), std::string::npos) << read.lines[0];
  EXPECT_NE(std::get<Rejection>(read.items[0]).message.find("Factiva"), std::string::npos);
}

TEST(PressArchive, OtherPagesAreNone) {
  EXPECT_EQ(
      read_bytes_as("a.html",
                    "<!DOCTYPE html><title>T</title><article class=\"article\"><p>Un bateau.</p></article>")
          .lines,
      (Lines{"1@0 title=T|text=Un bateau."}));
}

}  // namespace
}  // namespace depeche
