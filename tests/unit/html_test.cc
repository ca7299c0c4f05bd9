// Web pages: corpus/formats/html*.cc. The pages are made up, in the shapes that content management systems,
// the press and pages without any structure have.

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <strings.h>

#include "common/french_date.h"
#include "corpus/formats/html_encoding.h"
#include "tests/unit/shared_data.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

const std::string kOne = "Une vingtaine de marins ont bloqué mercredi l'entrée du port de Brest.";
const std::string kTwo = "La préfecture les reçoit jeudi matin à neuf heures, a-t-elle annoncé.";
const std::string kOther = "Partagez cet article sur tous vos réseaux sociaux préférés dès maintenant.";
const std::string kBody = "<p>" + kOne + "</p><p>" + kTwo + "</p>";
const std::string kText = "|text=" + kOne + "\n" + kTwo;

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
}

struct Case {
  std::string name, bytes, line;
};

/// The only line of a file, without its offset.
std::string read_page(const std::string& bytes, const std::string& file = "a.html") {
  const ReadFile read = read_bytes_as(file, bytes);
  if (read.lines.size() != 1) return std::to_string(read.lines.size()) + " lines";
  const std::string& line = read.lines[0];
  return line.substr(line.find(' ') + 1);
}

std::string linked(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

const std::vector<Case> kBodies = {
    {"a page with marks of schema.org",
     page("<title>Le port</title>", "<nav><p>" + kOther + "</p></nav><div itemprop='articleBody'>" + kBody +
                                        "</div><div><p>" + kOther + "</p></div>"),
     "title=Le port" + kText},
    {"WordPress",
     page("<title>x</title>",
          "<div class='site'><h1 class='site-title'><a href='/'>Le journal</a></h1><main><article>"
          "<h1>Le port</h1><div class='entry-content'>" +
              kBody + "</div><div class='sharedaddy share-buttons'><p>" + kOther +
              "</p></div></article></main><div id='comments'><p>" + kOther + "</p></div></div>"),
     "title=Le port" + kText},
    {"SPIP", page("<title>Le port</title>", "<div class='surlignable texte'>" + kBody + "</div>"),
     "title=Le port" + kText},
    {"an old page that repeats its title above the date",
     page(
         "<title>Mairie - la longue grève du port de la ville et de ses environs</title>",
         "<p><b>la longue grève du port de la ville et de ses environs</b><br><div>( 4 octobre 2005 )</div>" +
             kBody),
     "title=Mairie - la longue grève du port de la ville et de ses environs|text=( 4 octobre 2005 )\n" +
         kOne + "\n" + kTwo},
    {"the longest of several articles",
     page("<title>Le port</title>", "<article><p>Court.</p></article><article>" + kBody + "</article>"),
     "title=Le port" + kText},
    {"navigation and captions within the article",
     page("<title>Le port</title>", "<article><p>" + kOne + "</p><figure><figcaption>" + kOther +
                                        "</figcaption></figure><aside><p>" + kOther + "</p></aside><p>" +
                                        kTwo +
                                        "</p><ul class='tags'><li><a href='a'>Brest</a></li></ul></article>"),
     "title=Le port" + kText},
    {"a class that lies: the comments hold the article",
     page("<title>Le port</title>", "<div class='with-comments'>" + kBody + "</div>"),
     "title=Le port" + kText},
    {"a line that is a link",
     page("<title>Le port</title>",
          "<article><p>" + kOne + "</p><p><a href='b'>" + kOther + "</a></p><p>" + kTwo + "</p></article>"),
     "title=Le port" + kText},
    {"a link within a paragraph",
     page("<title>Le port</title>", "<article><p>" + kOne + " <a href='b'>Lire</a> la suite.</p></article>"),
     "title=Le port|text=" + kOne + " Lire la suite."},
    {"a table of 1999, no structure, no end tags",
     "<HTML><HEAD><TITLE>Le port</TITLE><BODY BGCOLOR=white><TABLE><TR><TD><A HREF=a>Menu</A><BR><A "
     "HREF=b>Archives</A>"
     "<TD><FONT SIZE=2>" +
         kOne + "<BR>" + kTwo + "<HR><A HREF=c>Retour</A></TABLE>",
     "title=Le port" + kText},
    {"a heading between paragraphs stays, the title does not",
     page("", "<article><h1>Le port</h1><p>" + kOne + "</p><h2>Jeudi</h2><p>" + kTwo + "</p></article>"),
     "title=Le port|text=" + kOne + "\nJeudi\n" + kTwo},
    {"scripts, styles, buttons and comments are no text",
     page("<title>Le port</title>",
          "<script>var a='<p>non</p>'</script><style>p{}</style><!-- <p>non</p> --><button>Non</button>" +
              kBody),
     "title=Le port" + kText},
    {"a brief without a full line of prose", page("<title>Brève</title>", "<p>Brest bloqué.</p>"),
     "title=Brève|text=Brest bloqué."},
    {"white space and references",
     page("<title> Le\n port </title>",
          "<p>L&rsquo;entr&eacute;e\n\t du&nbsp;port <b>de</b> <i>Brest</i>&#8230;</p>"),
     "title=Le port|text=L’entrée du port de Brest…"},
    {"a page of white space", "\n \t", "0 lines"},
    {"a page that a script makes", page("<title>x</title>", "<div id='app'></div><script>go()</script>"),
     "E_EMPTY"},
    {"frames",
     "<html><head><title>x</title></head><frameset cols=2><frame src=a><frame src=b></frameset></html>",
     "E_EMPTY"},
    {"a page of links", page("<title>x</title>", "<ul><li><a href=a>Un</a><li><a href=b>Deux</a></ul>"),
     "E_EMPTY"},
    {"no title", page("", kBody), "E_FIELD"},
};

TEST(Html, TellsTheArticleFromWhatSurroundsIt) {
  for (const Case& row : kBodies) EXPECT_EQ(read_page(row.bytes), row.line) << row.name;
}

const std::vector<Case> kStated = {
    {"JSON-LD before all else",
     page("<title>x</title><meta property='og:title' content='y'>" +
              linked(R"({"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"z"},
{"@type":["NewsArticle"],"headline":"Le port","author":[{"@type":"Person","name":"Anne Roy"},"Paul Le Goff"],
"articleSection":["Mer","Brest"],"publisher":{"name":"Le Ponant"},"datePublished":"2019-02-13T08:10:00+01:00",
"dateModified":"2019-02-14T09:00:00+01:00","inLanguage":"fr","mainEntityOfPage":{"@id":"https://ponant.example/1"}}]})"),
          kBody),
     "title=Le port" + kText +
         "|date=2019-02-13T08:10:00+01:00|updated=2019-02-14T09:00:00+01:00|source=Le Ponant|"
         "section=Mer|url=https://ponant.example/1|language=fr|author=Anne Roy|author=Paul Le Goff"},
    {"an array of JSON-LD, a control character in it, a broken one beside it",
     page("<title>x</title>" + linked("{\"@type\":") +
              linked("//<![CDATA[\n[{\"@type\":\"Article\",\"headline\":\"Le\nport\"}]\n//]]>"),
          kBody),
     "title=Le port" + kText},
    {"JSON-LD of other things",
     page("<title>Le port</title>" + linked(R"({"@type":"Person","headline":"x"})"), kBody),
     "title=Le port" + kText},
    {"the text of a page that shows its beginning",
     page("<title>Le port</title>" +
              linked("{\"@type\":\"NewsArticle\",\"articleBody\":\"" + kOne + " " + kTwo + "\"}"),
          "<article><p>" + kOne + "</p></article>"),
     "title=Le port|text=" + kOne + " " + kTwo},
    {"Open Graph",
     page("<title>x</title><meta property='og:title' content='Le port | Le Ponant'><meta "
          "property='og:site_name' "
          "content='Le Ponant'><meta property='article:published_time' content='2019-02-13'><meta "
          "property='article:modified_time' content='2019-02-14'><meta property='article:section' "
          "content='Mer'>"
          "<link rel='canonical' href='https://ponant.example/1'>",
          kBody),
     "title=Le port" + kText +
         "|date=2019-02-13|updated=2019-02-14|source=Le Ponant|section=Mer|url=https://ponant.example/1"},
    {"a modification is no publication",
     page("<title>Le port</title><meta property='article:modified_time' content='2019-02-14'>", kBody),
     "title=Le port" + kText + "|updated=2019-02-14"},
    {"time elements that say what they are",
     page("<title>Le port</title>",
          "<time class='updated' datetime='2019-02-14'>hier</time><time class='entry-date "
          "published' datetime='2019-02-13'>x</time>" +
              kBody),
     "title=Le port" + kText + "|date=2019-02-13|updated=2019-02-14"},
    {"a time element that does not",
     page("<title>Le port</title>", "<h1>Le port</h1><time datetime='2019-02-13'>mercredi</time>" + kBody),
     "title=Le port" + kText + "|date=2019-02-13"},
    {"a date that cannot be read gives way",
     page("<title>Le port</title><meta name='date' content='auto'><meta name='pubdate' content='n'><time "
          "itemprop='datePublished' datetime='2019-02-13'>x</time>",
          kBody),
     "title=Le port" + kText + "|date=2019-02-13"},
    {"an unreadable date of no standard is none",
     page("<title>Le port</title><meta name='date' content='auto'>", kBody), "title=Le port" + kText},
    {"a line above the article",
     page("<title>Le port</title>",
          "<h1>Le port</h1><div>Publié le 13/02/2019 à 08h10</div><div>" + kBody + "</div>"),
     "title=Le port|text=Publié le 13/02/2019 à 08h10\n" + kOne + "\n" + kTwo},
    {"dates of other articles are not its own",
     page("<title>Le port</title>",
          "<ul><li>12 février 2019 <a href=a>Autre</a></ul><h1>Le port</h1><div>" + kBody + "</div>"),
     "title=Le port" + kText},
    {"the language", "<html lang='fr-CA'><title>Le port</title><body>" + kBody,
     "title=Le port" + kText + "|language=fr-CA"},
};

TEST(Html, ReadsWhatThePageSaysOfItself) {
  for (const Case& row : kStated) EXPECT_EQ(read_page(row.bytes), row.line) << row.name;
}

TEST(Html, TheEncodingIsThatOfItsMetaTag) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"<meta charset=ISO-8859-15>", "ISO-8859-15"},
      {"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=Macintosh'>", "macintosh"},
      {"<!-- <meta charset=x> --><meta name=a><meta charset=\"utf-8\" />", "utf-8"},
      {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><html/>", "ISO-8859-1"},
      {"<p>charset=x</p>", ""},
      {"<script charset=x></script>", ""},
      {"<meta charset", ""},
      {std::string(5000, ' ') + "<meta charset=x>", ""},
  };
  for (const auto& [html, encoding] : rows) {
    std::string found = stated_html_encoding(html);
    EXPECT_EQ(strcasecmp(found.c_str(), encoding.c_str()), 0) << html << ": " << found;
  }
  EXPECT_EQ(read_page("<html><meta charset=macintosh><title>T</title><p>Il \x8Etait l\x88.</p>"),
            "title=T|text=Il était là.");
}

TEST(Html, IsKnownByItsNameOrItsBeginning) {
  for (const char* file : {"a.html", "a.HTM", "a.xhtml", "a.asp", "a"})
    EXPECT_EQ(read_page("<!-- x -->\n<!DOCTYPE HTML PUBLIC \"x\"><HTML><title>Le port</title>" + kBody, file),
              "title=Le port" + kText)
        << file;
  EXPECT_EQ(read_page("<title>Le port</title>" + kBody, "a.html"), "title=Le port" + kText);
}

TEST(Html, WhatIsHostileIsRefusedWhole) {
  const auto times = [](size_t count, const std::string& what) {
    std::string out;
    for (size_t i = 0; i < count; ++i) out += what;
    return out;
  };
  EXPECT_EQ(read_page("<html><title>x</title>" + times(100'000, "<div>") + kBody), "E_DEPTH");
  EXPECT_EQ(read_page("<html><title>x</title>" + times(100'000, "<b>") + times(100'000, "</i>")), "E_DEPTH");
  EXPECT_EQ(read_page("<html><title>x</title>" + times(400'000, "<p>a")), "E_RECORD_TOO_BIG");
  EXPECT_EQ(read_page(std::string(9 << 20, ' ')), "E_RECORD_TOO_BIG file");
  const std::string long_word =
      "Un mot de " + std::string(2 << 20, 'a') + " et la suite du texte de la page.";
  EXPECT_EQ(read_page("<html><title>x</title><p title='" + std::string(1 << 20, 'b') + "'>" + long_word),
            "title=x|text=" + long_word);
  EXPECT_EQ(
      read_page("<html><title>x</title><p>Un" + std::string(3, '\0') + " mot</p>", "a.html").substr(0, 13),
      "title=x|text=");
}

// Legacy pages as they were published; see shared/data/SOURCES.md.
TEST(Html, LegacyPagesDecodeAndAreDated) {
  const std::string pages = shared_data("pages-latin1");
  if (!std::filesystem::is_directory(pages)) GTEST_SKIP() << pages << " is not there";
  CorpusOptions options;
  options.paths = {pages};
  size_t read = 0, dated = 0;
  read_corpus(options, [&](CorpusItem&& item) {
    const auto* record = std::get_if<Record>(&item);
    EXPECT_NE(record, nullptr) << std::get<Rejection>(item).message;
    if (!record) return true;
    const auto result = to_article(*record, options);
    const auto* article = std::get_if<Article>(&result);
    EXPECT_NE(article, nullptr) << record->origin.path;
    if (!article) return true;
    ++read;
    dated += !article->dates.empty();
    EXPECT_NE(record->origin.encoding, "UTF-8") << record->origin.path;
    EXPECT_EQ(article->text.find("\uFFFD"), std::string::npos) << record->origin.path;
    EXPECT_NE(article->text.find("éposé"), std::string::npos) << record->origin.path;
    EXPECT_FALSE(find_dates(article->text).empty()) << record->origin.path;
    return true;
  });
  EXPECT_EQ(read, 40U);
  EXPECT_EQ(dated, 40U);
}

}  // namespace
}  // namespace depeche
