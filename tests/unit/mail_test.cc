// Mail: corpus/formats/mail.cc and what it is made of. The messages are written after RFC 5322, 2045 to 2047,
// 3676 and 4155.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corpus/formats/mail_text.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

using Lines = std::vector<std::string>;

const std::string kHead =
    "Date: Wed, 13 Feb 2019 09:10:00 +0100\nFrom: Jeanne Martin <j.martin@Agence.example>\n"
    "Message-ID: <1@agence.example>\nSubject: Un port\n";
const std::string kBefore = "1@0 id=1@agence.example|date=2019-02-13T09:10:00|title=Un port|text=";
const std::string kBehind = "|author=Jeanne Martin|source=agence.example";

std::string plain(const std::string& text) { return kBefore + text + kBehind; }
std::string message(const std::string& more, const std::string& body) { return kHead + more + '\n' + body; }
std::string typed(const std::string& type, const std::string& body, const std::string& coding = "8bit") {
  return message("MIME-Version: 1.0\nContent-Type: " + type + "\nContent-Transfer-Encoding: " + coding + '\n',
                 body);
}
std::string part(const std::string& head, const std::string& body) {
  return "--b\n" + head + "\n\n" + body + '\n';
}
std::string several(const std::string& kind, const std::string& parts) {
  return typed("multipart/" + kind + "; boundary=b", parts + "--b--\n");
}

TEST(MailFormat, ReadsBodies) {
  const std::string text = part("Content-Type: text/plain", "Un bateau."),
                    html = part("Content-Type: text/html", "<p>Un <b>train</b>.</p><p>Deux.</p>"),
                    attached = part("Content-Type: text/plain\nContent-Disposition: attachment", "Joint."),
                    named = part("Content-Type: text/plain; name=a.txt", "Joint."),
                    forwarded = part("Content-Type: message/rfc822", "Subject: Deux\n\nTransmis."),
                    blank = part("Content-Type: text/plain", " ");
  check("a.eml",
        {
            {"plain", message("", "Un bateau.\n"), {plain("Un bateau.")}},
            {"CR LF", "Subject: Un\r\n\r\nUn bateau.\r\n", {"1@0 title=Un|text=Un bateau."}},
            {"quoted-printable",
             typed("text/plain; charset=utf-8", "Le d=C3=A9put=C3=A9 =\ndort.\n", "quoted-printable"),
             {plain("Le député dort.")}},
            {"base64", typed("text/plain", "VW4gYmF0ZWF1Lg==\n", "base64"), {plain("Un bateau.")}},
            {"HTML",
             typed("text/html", "<style>p{}</style><p>Un &eacute;t&eacute;.<p>Deux."),
             {plain("Un été.\nDeux.")}},
            {"charset",
             typed("text/plain; charset=iso-8859-15",
                   "Un \xBD"
                   "uf.\n"),
             {plain("Un œuf.")}},
            {"no charset",
             message("", "Le d\xE9put\xE9 a \xE9t\xE9 \xE9lu.\n"),
             {plain("Le député a été élu.")}},
            {"a wrong charset", typed("text/plain; charset=us-ascii", "Le député.\n"), {plain("Le député.")}},
            {"a charset that is none",
             typed("text/plain; charset=x-rien", "Le d\xE9put\xE9 a \xE9t\xE9 \xE9lu.\n"),
             {plain("Le député a été élu.")}},
            {"UTF-16",
             typed("text/plain; charset=utf-16", "//5VAG4AIABiAGEAdABlAGEAdQAuAA==\n", "base64"),
             {plain("Un bateau.")}},
            {"alternatives", several("alternative", html + text), {plain("Un bateau.")}},
            {"only HTML has words", several("alternative", blank + html), {plain("Un train.\nDeux.")}},
            {"attachments", several("mixed", attached + text + named + forwarded), {plain("Un bateau.")}},
            {"two texts", several("mixed", text + text), {plain("Un bateau.\nUn bateau.")}},
            {"related", several("related", html + text), {plain("Un train.\nDeux.")}},
            {"only attachments", several("mixed", attached + forwarded), {"1@0 E_EMPTY"}},
            {"no body", kHead, {"1@0 E_EMPTY"}},
            {"picture", typed("image/png", "iVBORw0KGgo=\n", "base64"), {"1@0 E_EMPTY"}},
            {"no header", "Un bateau.\n", {"1@0 E_FORMAT"}},
            {"garbled", typed("text/plain; charset=utf-8", std::string(9, '\x9D')), {"1@0 E_UTF8"}},
            {"an empty file", "\n\n", {}},
        });
}

TEST(MailFormat, BoundsWhatIsInAMessage) {
  std::string deep = kHead;
  for (int i = 0; i < 100; ++i) {
    const std::string name = std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=b" + name + "\n\n--b" + name + '\n';
  }
  std::string many = kHead + "Content-Type: multipart/mixed; boundary=b\n\n";
  for (int i = 0; i < 10'001; ++i) many += "--b\n\n";
  check("a.eml",
        {{"deep", deep + "\nUn bateau.\n", {"1@0 E_DEPTH"}}, {"many", many, {"1@0 E_RECORD_TOO_BIG"}}});
}

TEST(MailFormat, ReadsHeaders) {
  const std::string body = "\n\nUn.\n", text = "|text=Un.";
  check("a.eml",
        {
            {"encoded words",
             "Subject: =?ISO-8859-1?Q?Gr=E8ve_?=\n =?UTF-8?B?w6AgQnJlc3Q=?=" + body,
             {"1@0 title=Grève à Brest" + text}},
            {"bytes",
             "Subject: Gr\xE8ve de l'\xE9t\xE9 \xE0 la t\xEate" + body,
             {"1@0 title=Grève de l'été à la tête" + text}},
            {"folded", "Subject: Une\n\tgr\xC3\xA8ve" + body, {"1@0 title=Une grève" + text}},
            {"list",
             "Subject: Un\nList-Id: \"Alertes du port\" <port.agence.example>" + body,
             {"1@0 title=Un" + text + "|section=Alertes du port"}},
            {"list without a name",
             "Subject: Un\nList-Id: <port.agence.example>" + body,
             {"1@0 title=Un" + text + "|section=port.agence.example"}},
            {"organization",
             "From: =?UTF-8?Q?Agence_=C3=89toile?= <a@b.example>, c@d.example\nOrganization: R\xC3\xA9gion\n"
             "Subject: Un" +
                 body,
             {"1@0 title=Un" + text + "|author=Agence Étoile|author=c@d.example|source=Région"}},
            {"a date that is none",
             "Subject: Un\nDate: demain matin" + body,
             {"1@0 date=demain matin|title=Un" + text}},
        });
}

TEST(MailFormat, CutsAnMbox) {
  const std::string from = "From a@b.example Wed Feb 13 09:10:00 2019\n";
  const std::string one = from + "Subject: Un\n\nUn.\n\n", two = from + "Subject: Deux\n\nDeux.\n";
  const std::string first = "1@0 title=Un|text=Un.";
  CorpusOptions small;
  small.max_record_bytes = 200;
  check("a.mbox",
        {{"two", one + two, {first, "2@60 title=Deux|text=Deux."}},
         {"quoted as mboxrd",
          from + "Subject: Un\n\n>From Paris\n>>From Brest\nFrom Nantes, rien.\n",
          {"1@0 title=Un|text=From Paris\n>From Brest\nFrom Nantes, rien."}},
         {"one without text is told of",
          from + "Subject: Un\n\n" + two,
          {"1@0 E_EMPTY", "2@55 title=Deux|text=Deux."}},
         {"From lines alone", from + two, {"1@0 E_FORMAT", "2@42 title=Deux|text=Deux."}},
         {"old Mac", "From - Wed Feb 13 09:10:00 2019\nSubject: Un\n\nUn.\n", {"1@0 title=Un|text=Un."}}},
        small);
  check("a.mbox",
        {{"one too long",
          one + from + "Subject: x\n\n" + std::string(500, 'x') + '\n' + two,
          {first, "2@60 E_RECORD_TOO_BIG", "3@615 title=Deux|text=Deux."}}},
        small);
  check("a.eml", {{"a From line in a message",
                   "Subject: Un\n\n" + from,
                   {"1@0 title=Un|text=" + from.substr(0, from.size() - 1)}}});
}

TEST(MailFormat, TakesNoWideLetters) {
  CorpusOptions options;
  options.encoding = "UTF-16LE";
  EXPECT_EQ(read_bytes_as("a.eml", "Subject: Un\n\nUn.\n", options).lines, Lines{"1@0 E_FORMAT file"});
}

TEST(IsMail, TellsMailFromDispatches) {
  struct Row {
    std::string head;
    bool mail;
  };
  const std::string from = "From: a@b.example\n", date = "Date: Wed, 13 Feb 2019 09:10:00 +0100\n",
                    received = "Received: from a by b;\n\tWed, 13 Feb 2019 09:10:00 +0100\n";
  const std::vector<Row> rows = {
      {received + from + date + "\nUn.\n", true},
      {"Return-Path: <a@b.example>\r\nFrom: a\r\nSubject: b\r\n\r\nUn.\r\n", true},
      {"Message-ID: <1>\n" + from + date + "Subj", true},  // cut
      {"From a@b.example Wed Feb 13 09:10:00 2019\nx", true},
      {from + date + "\nUn.\n", false},  // somebody's copy of a header
      {received + "\nUn.\n", false},
      {from + date + received + "Une phrase sans deux-points.\n\n", false},
      {"Date : 13/02\nSource : AFP\n\nUn.\n", false},
      {"Date: 13/02/2019\nSource: AFP\nSujet: port\n\nUn.\n", false},
      {"From Paris, mercredi 13 février à 09:10 en 2019\n", false},
      {"PEKIN, 13 février (Xinhua) -- Un.\n", false},
      {"Titre: X-Men\nFrom: Paris\nDate: 13/02\n\nUn.\n", false},
      {"", false},
  };
  for (const Row& row : rows) EXPECT_EQ(is_mail(row.head), row.mail) << row.head;
}

TEST(IsMail, ReadsMaildirs) {
  const std::string mail = "Received: x\nFrom: a@b.example\nDate: Wed, 13 Feb 2019 09:10:00 +0100\n\nUn.\n";
  EXPECT_EQ(read_bytes_as("cur/1550045400.M1P1.hote:2,S", mail).lines,
            Lines{"1@0 date=2019-02-13T09:10:00|text=Un.|author=a@b.example|source=b.example"});
  EXPECT_EQ(read_bytes_as("depeche", "Date : 13/02\nSource : AFP\n\nUn.\n").lines,
            Lines{"1@0 =Date : 13/02\nSource : AFP\n\nUn.\n"});
}

TEST(PlainMailText, UndoesSoftLineBreaks) {
  struct Row {
    std::string text;
    bool flowed, delete_space;
    std::string out;
  };
  const std::vector<Row> rows = {
      {"Un \nbateau.\nDeux.\n", true, false, "Un bateau.\nDeux."},
      {"Un \nbateau.\n", false, false, "Un \nbateau."},
      {"anti\n ba \nteau\n", true, true, "anti\nbateau"},
      {" From Paris\n  deux\n", true, false, "From Paris\n deux"},
      {"> Un \n> bateau. \nMoi.\n", true, false, "> Un bateau. \nMoi."},
      {"Un \n-- \nJeanne\n", true, false, "Un "},
      {"Un.\n-- \nDeux.\n-- \nJeanne\n", false, false, "Un.\n-- \nDeux."},
      {"-- \nJeanne\n", false, false, "-- \nJeanne"},
      {"Un.\n--\nDeux.\n", false, false, "Un.\n--\nDeux."},
      {"", true, true, ""},
  };
  for (const Row& row : rows)
    EXPECT_EQ(plain_mail_text(row.text, row.flowed, row.delete_space), row.out) << row.text;
}

}  // namespace
}  // namespace depeche
