// NewsML-G2, NITF, ninjs, feeds and TEI: corpus/formats/. The files are written after the formats' own
// specifications.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

using namespace std::string_literals;
using Lines = std::vector<std::string>;

struct Case {
  std::string name, bytes;
  Lines lines;  // as describe() makes them, without the offsets
};

std::string without_offset(const std::string& line) {
  const size_t at = line.find('@');
  return line.substr(0, at) + line.substr(line.find(' ', at));
}

void check_without_offsets(const std::string& file, const std::vector<Case>& cases,
                           const CorpusOptions& options = {}) {
  for (const Case& row : cases) {
    SCOPED_TRACE(row.name);
    const ReadFile read = read_bytes_as(file, row.bytes, options);
    Lines lines;
    for (const std::string& line : read.lines) lines.push_back(without_offset(line));
    EXPECT_EQ(lines, row.lines);
    for (const CorpusItem& item : read.items) {
      const auto* rejection = std::get_if<Rejection>(&item);
      EXPECT_TRUE(!rejection || !rejection->message.empty());
    }
    EXPECT_EQ(read.counts.seen, read.counts.read + read.counts.failed);
  }
}

std::string message_of(const std::string& file, const std::string& bytes) {
  const ReadFile read = read_bytes_as(file, bytes);
  return read.items.empty() ? "" : std::get<Rejection>(read.items.back()).message;
}

const Record& record_of(const ReadFile& read, size_t number = 0) {
  return std::get<Record>(read.items.at(number));
}

/// A newsItem (NewsML-G2 Guidelines, 8) with that version, management and content.
std::string news_item(const std::string& version, const std::string& management, const std::string& content) {
  return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:newsml:agence.example:1\"" +
         (version.empty() ? "" : " version=\"" + version + "\"") +
         " standard=\"NewsML-G2\" standardversion=\"2.33\" conformance=\"power\" xml:lang=\"fr\">"
         "<catalogRef href=\"http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml\"/>"
         "<itemMeta><itemClass qcode=\"ninat:text\"/><provider literal=\"Agence Exemple\"/>" +
         management + "</itemMeta>" + content + "</newsItem>";
}

const std::string kCreated = "<versionCreated>2019-02-13T09:10:00+01:00</versionCreated>";
const std::string kMeta =
    "<contentMeta><by>Jeanne Martin</by><creditline>AEX</creditline><language tag=\"fr\"/>"
    "<genre qcode=\"genre:Current\"><name>Actualité</name></genre>"
    "<subject type=\"cpnat:abstract\" qcode=\"medtop:04000000\"><name>Économie</name></subject>"
    "<headline>Le port &amp; la grève</headline></contentMeta>";
const std::string kXhtml =
    "<contentSet><inlineXML contenttype=\"application/xhtml+xml\"><html "
    "xmlns=\"http://www.w3.org/1999/xhtml\">"
    "<head><title>x</title></head><body><p>Un <b>bateau</b>\n entre.</p><p>Un autre sort.</p></body></html>"
    "</inlineXML></contentSet>";
const std::string kFields =
    "title=Le port & la grève|text=Un bateau entre.\nUn autre sort.|author=Jeanne Martin|source=AEX|"
    "section=Économie|language=fr";

TEST(NewsmlFormat, ReadsNewsItems) {
  const std::string guid = "1 id=urn:newsml:agence.example:1|";
  check_without_offsets(
      "a.xml",
      {
          {"alone",
           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + news_item("", kCreated, kMeta + kXhtml),
           {guid + "date=2019-02-13T09:10:00+01:00|" + kFields}},
          {"a first version tells its creation once",
           news_item("1", "<firstCreated>2019-02-13T09:10:00+01:00</firstCreated>" + kCreated,
                     kMeta + kXhtml),
           {guid + "date=2019-02-13T09:10:00+01:00|" + kFields}},
          {"a later version is no publication",
           news_item("3", kCreated, kMeta + kXhtml),
           {guid + "updated=2019-02-13T09:10:00+01:00|" + kFields}},
          {"both",
           news_item("3", "<firstCreated>2019-02-12T08:00:00Z</firstCreated>" + kCreated, kMeta + kXhtml),
           {guid + "date=2019-02-12T08:00:00Z|updated=2019-02-13T09:10:00+01:00|" + kFields}},
          {"NITF inside",
           news_item(
               "", kCreated,
               "<contentSet><inlineXML contenttype=\"application/nitf+xml\">"
               "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body><body.head><dateline>BREST, 13 "
               "février</dateline></body.head><body.content><p>Un bateau.</p></body.content></body></nitf>"
               "</inlineXML></contentSet>"),
           {guid + "date=2019-02-13T09:10:00+01:00|text=BREST, 13 février\nUn bateau.|source=Agence Exemple|"
                   "language=fr"}},
          {"plain text inside",
           news_item(
               "", kCreated,
               "<contentSet><inlineData contenttype=\"text/plain\">Un.\nDeux.</inlineData></contentSet>"),
           {guid + "date=2019-02-13T09:10:00+01:00|text=Un.\nDeux.|source=Agence Exemple|language=fr"}},
          {"only a picture",
           news_item("", kCreated, "<contentSet><remoteContent href=\"a.jpg\"/></contentSet>"),
           {"1 E_FIELD"}},
          {"without guid", "<newsItem><itemMeta/></newsItem>", {"1 E_FIELD"}},
          {"without itemMeta", "<newsItem guid=\"a\"/>", {"1 E_FIELD"}},
          {"without versionCreated", "<newsItem guid=\"a\"><itemMeta/></newsItem>", {"1 E_FIELD"}},
          {"a status of no meaning",
           news_item("", kCreated + "<pubStatus qcode=\"stat:lost\"/>", kMeta + kXhtml),
           {"1 E_FIELD"}},
      });
}

TEST(NewsmlFormat, ReadsNewsMessages) {
  const std::string item = news_item("", kCreated, kMeta + kXhtml);
  const std::string line = " id=urn:newsml:agence.example:1|date=2019-02-13T09:10:00+01:00|" + kFields;
  const auto message = [](const std::string& items) {
    return "<newsMessage "
           "xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sent>2019-02-13</sent></header>" +
           items + "</newsMessage>";
  };
  check_without_offsets(
      "a.xml", {{"several", message("<itemSet>" + item + item + "</itemSet>"), {"1" + line, "2" + line}},
                {"a package is told of",
                 message("<itemSet><packageItem guid=\"p\"><groupSet/></packageItem>" + item + "</itemSet>"),
                 {"1 E_FORMAT", "2" + line}},
                {"no item", message("<itemSet/>"), {"1 E_FORMAT file"}},
                {"another layout", message("<items>" + item + "</items>"), {"1 E_FORMAT file"}}});
}

TEST(NewsmlFormat, TellsVersionStatusAndEmbargo) {
  struct Row {
    std::string version, management;
    uint64_t revision;
    bool withdrawn;
    std::string embargo;
  };
  const std::vector<Row> rows = {
      {"", "", 0, false, ""},
      {"12", "<pubStatus qcode=\"stat:usable\"/>", 12, false, ""},
      {"2", "<pubStatus qcode=\"stat:canceled\"/>", 2, true, ""},
      {"2", "<pubStatus uri=\"http://cv.iptc.org/newscodes/pubstatusg2/withheld\"/>", 2, true, ""},
      {"1", "<embargoed>2030-01-02T00:00:00Z</embargoed>", 1, false, "2030-01-02T00:00:00Z"},
      {"1", "<embargoed/>", 1, false, "-"},
  };
  for (const Row& row : rows) {
    const ReadFile read =
        read_bytes_as("a.xml", news_item(row.version, kCreated + row.management, kMeta + kXhtml));
    const Record& record = record_of(read);
    EXPECT_EQ(record.revision, row.revision) << row.management;
    EXPECT_EQ(record.withdrawn, row.withdrawn) << row.management;
    EXPECT_EQ(record.embargo, row.embargo) << row.management;
  }
  EXPECT_TRUE(
      record_of(read_bytes_as("a.xml", news_item("2", kCreated + "<pubStatus qcode=\"stat:canceled\"/>", "")))
          .withdrawn)
      << "a canceled item needs no content";
}

/// NITF 3.6.
std::string nitf(const std::string& docdata, const std::string& head, const std::string& content) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<nitf><head><title>Autre titre</title><docdata" +
         docdata +
         "</docdata><pubdata name=\"Le Jour\" position.section=\"Économie\"/></head><body><body.head>" +
         head + "</body.head><body.content>" + content + "</body.content></body></nitf>";
}

std::string with_dtd(const std::string& dtd, std::string file) {
  return file.insert(file.find("<nitf>"), dtd);
}

TEST(NitfFormat, IsOneArticle) {
  const std::string data =
      "><doc-id id-string=\"aex-1\"/><date.issue norm=\"20190213T091000Z\"/><du-key key=\"k\" "
      "version=\"4\"/>";
  check_without_offsets(
      "a.nitf",
      {
          {"all there is",
           nitf(data,
                "<hedline><hl1>Le port</hl1><hl2>en grève</hl2></hedline><byline>Par <person>Jeanne "
                "Martin</person></byline><dateline>BREST</dateline>",
                "<p>Un <em>bateau</em>.</p><media><media-reference source=\"a.jpg\"/><media-caption>Photo."
                "</media-caption></media><hl2>Suite</hl2><p>Deux.</p>"),
           {"1 id=aex-1|date=20190213T091000Z|title=Le port|text=BREST\nUn bateau.\nPhoto.\nSuite\nDeux.|"
            "author=Jeanne Martin|source=Le Jour|section=Économie"}},
          {"du-key, head/title",
           nitf("><du-key key=\"k\" version=\"4\"/>", "", "<p>Un.</p>"),
           {"1 id=k|title=Autre titre|text=Un.|source=Le Jour|section=Économie"}},
          {"without body", "<nitf><head/></nitf>", {"1 E_FIELD"}},
          {"without body.content", "<nitf><body><body.head/></body></nitf>", {"1 E_FIELD"}},
          {"its DTD",
           with_dtd("<!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\">",
                    nitf("><du-key key=\"k\"/>", "", "<p>Un &eacute;t&eacute; &amp; un.</p>")),
           {"1 id=k|title=Autre titre|text=Un été & un.|source=Le Jour|section=Économie"}},
          {"its public DTD",
           with_dtd("<!DOCTYPE nitf PUBLIC \"-//IPTC//DTD NITF 3.5//EN\" "
                    "\"http://www.iptc.org/std/NITF/3.5/specification/dtd/nitf-3-5.dtd\">",
                    nitf("><du-key key=\"k\"/>", "", "<p>Un.</p>")),
           {"1 id=k|title=Autre titre|text=Un.|source=Le Jour|section=Économie"}},
          {"another DTD",
           "<!DOCTYPE nitf SYSTEM \"file:///etc/passwd\"><nitf><body/></nitf>",
           {"1 E_DTD file"}},
          {"its DTD with entities",
           "<!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\" [<!ENTITY a SYSTEM "
           "\"file:///etc/passwd\">]><nitf><body/></nitf>",
           {"1 E_DTD file"}},
          {"its DTD with parameter entities",
           "<!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\" [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]><nitf/>",
           {"1 E_DTD file"}},
          {"an entity in an attribute",
           with_dtd("<!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\">",
                    nitf("><du-key key=\"&eacute;\"/>", "", "<p>Un.</p>")),
           {"1 E_XML file"}},
      });
  EXPECT_EQ(record_of(read_bytes_as("a.nitf", nitf(data, "", "<p>Un.</p>"))).revision, 4u);
  const ReadFile held = read_bytes_as(
      "a.nitf",
      nitf(" management-status=\"embargoed\"><date.release norm=\"20300102T000000Z\"/>", "", "<p>Un.</p>"));
  EXPECT_EQ(record_of(held).embargo, "20300102T000000Z");
  EXPECT_TRUE(record_of(read_bytes_as("a.nitf", nitf(" management-status=\"canceled\">", "", ""))).withdrawn);
}

TEST(NinjsFormat, ReadsObjects) {
  const std::string one =
      "{\"uri\":\"http://agence.example/"
      "1\",\"type\":\"text\",\"version\":\"2\",\"firstcreated\":\"2019-02-12T08:00:00Z\","
      "\"versioncreated\":\"2019-02-13T09:10:00Z\",\"pubstatus\":\"usable\",\"headline\":\"Un "
      "{titre}\",\"byline\":\"Jeanne "
      "Martin\",\"body_text\":\"Un.\\nDeux.\",\"language\":\"fr\",\"subject\":[{\"name\":\"Économie\"}],"
      "\"infosource\":[{\"name\":"
      "\"AEX\"}]}";
  const std::string line =
      " id=http://agence.example/1|date=2019-02-12T08:00:00Z|updated=2019-02-13T09:10:00Z|title=Un {titre}|"
      "text=Un.\nDeux.|author=Jeanne "
      "Martin|source=AEX|section=Économie|language=fr|url=http://agence.example/1";
  check_without_offsets(
      "a.json",
      {
          {"one", one, {"1" + line}},
          {"an array", "[\n" + one + ",\n" + one + "]", {"1" + line, "2" + line}},
          {"one a line", one + "\n" + one + "\n", {"1" + line, "2" + line}},
          {"ninjs 2",
           "{\"uri\":\"tag:a,2019:1\",\"versioncreated\":\"2019-02-13\",\n\"headlines\":[{\"role\":"
           "\"main\",\"value\":\"Un\"}],"
           "\"bodies\":[{\"role\":\"short\",\"contenttype\":\"text/"
           "plain\",\"value\":\"Bref.\"},{\"role\":\"main\","
           "\"contenttype\":\"application/xhtml+xml\",\"value\":\"<p>Un.</p><p>Deux &amp; trois.</p>\"}]}",
           {"1 id=tag:a,2019:1|date=2019-02-13|title=Un|text=Un.\nDeux & trois."}},
          {"a broken one among others",
           "[" + one + ",{\"uri\":\"a\",\"versioncreated\":},{\"uri\":\"b\",\"headline\":\"B\"}]",
           {"1" + line, "2 E_JSON", "3 id=b|title=B"}},
          {"without uri", "[" + one + ",{\"headline\":\"A\"}]", {"1" + line, "2 E_FIELD"}},
          {"without text", "[" + one + ",{\"uri\":\"a\"}]", {"1" + line, "2 E_FIELD"}},
          {"cut short", one + "{\"uri\":\"a\",\"headline\":\"", {"1" + line, "2 E_JSON"}},
      });
  const auto record = [](const std::string& members) {
    return record_of(
        read_bytes_as("a.json", "{\"uri\":\"a\",\"headline\":\"A\",\"body_text\":\"B\"," + members + "}"));
  };
  EXPECT_EQ(record("\"version\":\"7\"").revision, 7u);
  EXPECT_TRUE(record("\"pubstatus\":\"canceled\"").withdrawn);
  EXPECT_EQ(record("\"embargoed\":\"2030-01-02T00:00:00Z\"").embargo, "2030-01-02T00:00:00Z");
}

TEST(NinjsFormat, PassesOverObjectsThatAreTooBig) {
  CorpusOptions options;
  options.max_record_bytes = 100;
  check_without_offsets(
      "a.json",
      {{"in the middle",
        "[{\"uri\":\"a\",\"headline\":\"A\",\"body_text\":\"\"},{\"uri\":\"b\",\"headline\":\"" +
            std::string(1000, 'x') + "\"},{\"uri\":\"c\",\"headline\":\"C\"}]",
        {"1 id=a|title=A", "2 E_RECORD_TOO_BIG", "3 id=c|title=C"}}},
      options);
}

TEST(FeedFormat, ReadsRss2) {
  const std::string head =
      "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\" "
      "xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>Le Jour</title>"
      "<atom:link href=\"x\" rel=\"self\"/><image><title>Logo</title></image><language>fr-FR</language>";
  const std::string tail = "</channel></rss>";
  check_without_offsets(
      "a.rss",
      {
          {"all there is",
           head +
               "<item><media:title>Photo</media:title><title>Le port &amp;amp; la "
               "grève</title><link>http://jour.example/1"
               "</link><guid isPermaLink=\"false\">jour-1</guid><pubDate>Wed, 13 Feb 2019 09:10:00 "
               "+0100</pubDate>"
               "<dc:creator>Jeanne Martin</dc:creator><category>Économie</category><category>Ports</category>"
               "<description>Court.</description><content:encoded><![CDATA[<p>Un&nbsp;<b>bateau</b>.</p>\n"
               "<p>Deux &amp; trois.</p>]]></content:encoded></item>" +
               tail,
           {"1 id=jour-1|url=http://jour.example/1|date=2019-02-13T09:10:00|title=Le port & la grève|"
            "text=Un\u00A0bateau.\nDeux & trois.|author=Jeanne Martin|section=Économie|source=Le "
            "Jour|language=fr-FR"}},
          {"two, of few words",
           head +
               "<item><title>Un</title><guid>http://jour.example/2</guid><author>a@jour.example (Paul "
               "Petit)</author></item><item><description>Rien qu’un texte</description></item>" +
               tail,
           {"1 id=http://jour.example/2|url=http://jour.example/2|title=Un|author=Paul Petit|source=Le "
            "Jour|language=fr-FR",
            "2 text=Rien qu’un texte|source=Le Jour|language=fr-FR"}},
          {"neither title nor text", head + "<item><link>x</link></item>" + tail, {"1 E_FIELD"}},
          {"no items", head + tail, {}},
          {"no channel",
           "<rss version=\"2.0\"><item><title>Un</title></item></rss>",
           {"1 title=Un", "2 E_FORMAT file"}},
      });
}

TEST(FeedFormat, ReadsRss1AndAtom) {
  check_without_offsets(
      "a.rdf",
      {{"RSS 1.0",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
        "xmlns=\"http://purl.org/rss/1.0/\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"x\"><title>Le Jour</title>"
        "<dc:language>fr</dc:language></channel><item rdf:about=\"http://jour.example/1\"><title>Un</title>"
        "<link>http://jour.example/1</link><description>Deux.</description><dc:date>2019-02-13T09:10+01:00</"
        "dc:date>"
        "<dc:subject>Ports</dc:subject></item></rdf:RDF>",
        {"1 "
         "id=http://jour.example/1|url=http://jour.example/1|date=2019-02-13T09:10+01:00|title=Un|text=Deux.|"
         "section=Ports|source=Le Jour|language=fr"}}});
  const std::string feed =
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\"><title type=\"html\">Le "
      "&lt;b&gt;Jour&lt;/b&gt;"
      "</title><updated>2019-03-01T00:00:00Z</updated>";
  check_without_offsets(
      "a.atom",
      {{"published",
        feed +
            "<entry><id>urn:1</id><title>Un</title><published>2019-02-13T09:10:00Z</published><updated>"
            "2019-02-14T09:10:00Z</updated><author><name>Jeanne Martin</name></author><category term=\"eco\" "
            "label=\"Économie\"/><link rel=\"enclosure\" href=\"a.mp3\"/><link "
            "href=\"http://jour.example/1\"/>"
            "<content type=\"xhtml\"><div "
            "xmlns=\"http://www.w3.org/1999/xhtml\"><p>Un.</p><p>Deux.</p></div></content>"
            "</entry></feed>",
        {"1 "
         "id=urn:1|date=2019-02-13T09:10:00Z|updated=2019-02-14T09:10:00Z|title=Un|text=Un.\nDeux.|author="
         "Jeanne "
         "Martin|section=Économie|url=http://jour.example/1|source=Le Jour|language=fr"}},
       {"an update is no publication",
        feed +
            "<entry "
            "xml:lang=\"en\"><id>urn:1</id><title>Un</title><updated>2019-02-14T09:10:00Z</updated><summary "
            "type=\"html\">&lt;p&gt;Un&lt;br/&gt;deux.&lt;/p&gt;</summary></entry></feed>",
        {"1 id=urn:1|updated=2019-02-14T09:10:00Z|title=Un|text=Un\ndeux.|language=en|source=Le Jour"}}});
}

TEST(FeedFormat, GivesDatesOfRfc822AsIso) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Wed, 13 Feb 2019 09:10:00 +0100", "2019-02-13T09:10:00"},
      {"13 Feb 2019 09:10:00 GMT", "2019-02-13T09:10:00"},
      {"Wed, 13 Feb 19 09:10 EST", "2019-02-13T09:10:00"},
      {"2019-02-13T09:10:00Z", "2019-02-13T09:10:00Z"},
      {"2019-02-13 09:10", "2019-02-13T09:10:00"},
      {"mercredi 13 février 2019", "mercredi 13 février 2019"},
      {"hier", "hier"},
  };
  for (const auto& [written, read] : rows) {
    const ReadFile file = read_bytes_as("a.rss", "<rss><channel><item><title>Un</title><pubDate>" + written +
                                                     "</pubDate></item></channel></rss>");
    ASSERT_NE(record_of(file).find("date"), nullptr) << written;
    EXPECT_EQ(*record_of(file).find("date"), read);
  }
}

/// TEI P5.
std::string tei(const std::string& publication, const std::string& source, const std::string& text) {
  return "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>Le "
         "port</title><author>"
         "Jeanne Martin</author></titleStmt><publicationStmt>" +
         publication + "</publicationStmt><sourceDesc>" + source + "</sourceDesc></fileDesc></teiHeader>" +
         text + "</TEI>";
}

TEST(TeiFormat, ReadsTexts) {
  const std::string text =
      "<text xml:lang=\"fr\"><body><head>Le port</head><p>Un <hi>bateau</hi>.</p></body></text>";
  const std::string edition =
      "<publisher>Archives</publisher><date when=\"2024-05-01\"/><idno>a1</idno><idno "
      "type=\"URI\">http://x</idno>";
  check_without_offsets(
      "a.tei",
      {
          {"one",
           tei(edition, "<p/>", text),
           {"1 id=a1|url=http://x|date=2024-05-01|title=Le port|text=Un bateau.|author=Jeanne Martin|"
            "source=Archives|language=fr"}},
          {"the date of its source comes first",
           tei(edition, "<bibl><publisher>Le Jour</publisher><date when=\"1919-02-13\">hier</date></bibl>",
               text),
           {"1 id=a1|url=http://x|date=1919-02-13|title=Le port|text=Un bateau.|author=Jeanne "
            "Martin|source=Le "
            "Jour|language=fr"}},
          {"divisions, notes, editions",
           tei("<date when=\"--02-13\"/>", "",
               "<text><body><div><head>Le port</head><p>Un<note>Voir.</note> "
               "<choice><sic>batau</sic><corr>bateau</corr>"
               "</choice><lb/>entre.</p></div><div><head>Suite</head><p>Deux.</p></div></body></text>"),
           {"1 date=13/02|title=Le port|text=Un bateau entre.\nSuite\nDeux.|author=Jeanne Martin"}},
          {"a corpus of two",
           "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/>" +
               tei("<idno>a@1</idno>", "", text) + tei("<idno>b</idno>", "", text) + "</teiCorpus>",
           {"1 id=a@1|title=Le port|text=Un bateau.|author=Jeanne Martin|language=fr",
            "2 id=b|title=Le port|text=Un bateau.|author=Jeanne Martin|language=fr"}},
          {"our own export",
           "<teiCorpus "
           "xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>Dépêche</title>"
           "</titleStmt></fileDesc></teiHeader>" +
               tei("<idno>a@1@12</idno>", "", "<text><body><p>Un.</p></body></text>") + "</teiCorpus>",
           {"1 id=a@1|text=Un.|author=Jeanne Martin"}},
          {"without body", tei("", "", "<text/>"), {"1 E_FIELD"}},
          {"without header", "<TEI><text><body/></text></TEI>", {"1 E_FIELD"}},
          {"an empty corpus", "<teiCorpus><teiHeader/></teiCorpus>", {"1 E_FORMAT file"}},
      });
}

std::string rss(const std::string& items) { return "<rss><channel>" + items + "</channel></rss>"; }
std::string rss_item(const std::string& title) { return "<item><title>" + title + "</title></item>"; }
std::string nested(size_t depth) {  // rss, channel, item stand above
  std::string open, close;
  for (size_t i = 3; i < depth; ++i) open += "<b>", close += "</b>";
  return rss("<item><title>Un</title>" + open + close + "</item>" + rss_item("Deux"));
}

TEST(XmlRecords, EndsWhereTheFileIsBroken) {
  check_without_offsets(
      "a.rss", {
                   {"cut short",
                    "<rss><channel>" + rss_item("Un") + "<item><title>De",
                    {"1 title=Un", "2 E_XML file"}},
                   {"a tag not closed",
                    rss(rss_item("Un") + "<item><b></item>" + rss_item("Trois")),
                    {"1 title=Un", "2 E_XML file"}},
                   {"an entity that XML has not",
                    rss(rss_item("Un") + rss_item("&eacute;t&eacute;")),
                    {"1 title=Un", "2 E_XML file"}},
                   {"behind the root", rss(rss_item("Un")) + "<b/>", {"1 title=Un", "2 E_XML file"}},
                   {"the five entities and numbers",
                    rss(rss_item("&amp;lt;&quot;&apos;&gt;&#233;&#x153;")),
                    {"1 title=<\"'>éœ"}},
                   {"controls",
                    rss(rss_item("a\x0B"
                                 "b\x1B"
                                 "c")),
                    {"1 title=a b c"}},
                   {"256 levels", nested(256), {"1 title=Un", "2 title=Deux"}},
                   {"257 levels", nested(257), {"1 E_DEPTH file"}},
                   {"100,000 levels", nested(100'000), {"1 E_DEPTH file"}},
                   {"a DTD", "<!DOCTYPE rss [<!ENTITY a \"b\">]>" + rss(rss_item("&a;")), {"1 E_DTD file"}},
                   {"an external entity",
                    "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + rss(rss_item("&a;")),
                    {"1 E_DTD file"}},
               });
  EXPECT_NE(message_of("a.rss", rss("\n<item>")).find("line 2, column"), std::string::npos);
  EXPECT_NE(message_of("a.rss", rss(rss_item("&eacute;"))).find("eacute"), std::string::npos);
}

TEST(XmlRecords, BoundsARecord) {
  CorpusOptions options;
  options.max_record_bytes = 100;
  const std::string big = rss_item(std::string(200, 'x')), huge = rss_item(std::string(200'000, 'x'));
  std::string nodes;
  for (int i = 0; i < 100'000; ++i) nodes += "<b/>";
  check_without_offsets(
      "a.rss",
      {{"big", rss(rss_item("Un") + big + rss_item("Trois")), {"1 title=Un", "2 E_RECORD_TOO_BIG file"}},
       {"huge", rss(rss_item("Un") + huge), {"1 title=Un", "2 E_RECORD_TOO_BIG file"}},
       {"many nodes",
        rss(rss_item("Un") + "<item>" + nodes + "</item>"),
        {"1 title=Un", "2 E_RECORD_TOO_BIG file"}},
       {"a huge tag",
        rss(rss_item("Un") + "<b a=\"" + std::string(1 << 20, 'x') + "\"/>"),
        {"1 title=Un", "2 E_RECORD_TOO_BIG file"}},
       {"what is no record has no bound",
        rss(rss_item("Un") + "<image>" + nodes + "</image>" + rss_item("Deux")),
        {"1 title=Un", "2 title=Deux"}}},
      options);
}

TEST(XmlRecords, TellsOffsetAndEncoding) {
  struct Row {
    std::string name, bytes;
    Lines lines;
    std::string encoding;
  };
  const auto declared = [](const std::string& encoding) {
    return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>";
  };
  std::string utf16 = "\xFF\xFE";
  for (const char c : declared("UTF-16") + rss(rss_item("a") + rss_item("b"))) utf16 += std::string{c, '\0'};
  const std::string filler = "<item><title>" + std::string(70'000, 'x') + "</title></item>";
  const std::vector<Row> rows = {
      {"UTF-8", rss(rss_item("é") + "\n" + rss_item("b")), {"1@14 title=é", "2@45 title=b"}, "UTF-8"},
      {"windows-1252, not told",
       rss(rss_item("\xE9\x9C") + rss_item("b")),
       {"1@14 title=éœ", "2@44 title=b"},
       "windows-1252"},
      {"ISO-8859-15", declared("ISO-8859-15") + rss(rss_item("\xE9\xBD")), {"1@58 title=éœ"}, "ISO-8859-15"},
      {"UTF-8 that says it is not", declared("ISO-8859-1") + rss(rss_item("é")), {"1@57 title=é"}, "UTF-8"},
      {"UTF-16", utf16, {"1@108 title=a", "2@166 title=b"}, "UTF-16LE"},
      {"a tag of two names on two lines",
       "<rss><channel><item\n a='1'\n><title>a</title></item></channel></rss>",
       {"1@14 title=a"},
       "UTF-8"},
      {"behind white space", " \n" + rss(rss_item("a")), {"1@16 title=a"}, "UTF-8"},
  };
  for (const Row& row : rows) {
    const ReadFile read = read_bytes_as("a.rss", row.bytes);
    EXPECT_EQ(read.lines, row.lines) << row.name;
    EXPECT_EQ(record_of(read).origin.encoding, row.encoding) << row.name;
  }
  const ReadFile blocks = read_bytes_as("a.rss", rss(filler + filler + rss_item("\xE9") + rss_item("b")));
  ASSERT_EQ(blocks.items.size(), 4u);
  EXPECT_EQ(record_of(blocks, 1).origin.offset, 14 + filler.size());
  EXPECT_EQ(blocks.lines[2], "3@" + std::to_string(14 + 2 * filler.size()) + " title=é");
  EXPECT_EQ(blocks.lines[3], "4@" + std::to_string(14 + 2 * filler.size() + 29) + " title=b");
}

TEST(ChooseXml, GoesByTheRootElement) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"<?xml version=\"1.0\"?>\n<!-- a --><?xml-stylesheet href=\"a\"?>\n" + rss(rss_item("Un")),
       "1 title=Un"},
      {"<x:feed xmlns:x=\"http://www.w3.org/2005/Atom\"><x:entry><x:title>Un</x:title></x:entry></x:feed>",
       "1 title=Un"},
      {"<!DOCTYPE nitf SYSTEM \"nitf.xml\"><nitf/>", "1 E_DTD file"},
      {"<journal/>", "1 E_FORMAT file"},
  };
  for (const std::string file : {"a.xml", "a.dat", "a"})
    for (const auto& [bytes, first] : rows) {
      const ReadFile read = read_bytes_as(file, bytes);
      ASSERT_FALSE(read.lines.empty()) << file << ' ' << bytes;
      EXPECT_EQ(without_offset(read.lines[0]), first) << bytes;
    }
  EXPECT_EQ(without_offset(read_bytes_as("a", "<html/>").lines.at(0)), "1 E_EMPTY");
  // The page of an error, where a feed was asked for.
  EXPECT_EQ(without_offset(read_bytes_as("a.xml", "<html/>").lines.at(0)), "1 E_FORMAT file");
  EXPECT_NE(message_of("a.xml", "<?xml version=\"1.0\"?><journal/>").find("<journal>"), std::string::npos);
}

}  // namespace
}  // namespace depeche
