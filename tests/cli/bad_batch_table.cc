// Mail, corpora of IRaMuTeQ and batches of dispatches in which records are bad.
#include "tests/cli/bad_input.h"

namespace depeche {
namespace {

const std::string kFrom = "From a@b.example Wed Feb 13 09:10:00 2019\n";  // 42 bytes
const std::string kGood = kFrom +
                          "Message-ID: <1@b.example>\nDate: Wed, 13 Feb 2019 09:10:00 +0100\nSubject: "
                          "Un\n\nUn bateau.\n";  // 130 bytes
const char* const kGoodRead = "Un|Un bateau.|2019-02-13";
const char* const kNoText = "the message has no text, only attachments or nothing; leave it out";

/// A message between two good ones; the second good one is under another id.
BadInput message(const std::string& name, const std::string& bad, const std::string& code,
                 const std::string& reason) {
  std::string second = kGood;
  second.replace(second.find("<1@"), 3, "<2@");
  return {.name = name,
          .files = {{"a.mbox", kGood + bad + second}},
          .exit_code = 1,
          .counts = {.indexed = 2, .rejected = 1, .read = 1},
          .rejects = {{"a.mbox", 2, kGood.size(), code, reason}},
          .articles = {{kGoodRead, kGoodRead}},
          .finds = {{"bateau", 2}}};
}

BadInput with_options(BadInput row, const std::vector<std::string>& options) {
  row.options = options;
  return row;
}

}  // namespace

const std::vector<BadInput>& bad_batches() {
  static const std::vector<BadInput> kRows = {
      message(
          "MailWithoutText",
          kFrom +
              "Subject: Photo\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n",
          "E_EMPTY", kNoText),
      message("MailOfAttachmentsOnly",
              kFrom + "Subject: Deux\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: "
                      "attachment\n\nUn train.\n--b--\n",
              "E_EMPTY", kNoText),
      message("MailWithoutHeader", kFrom + "\nUn train.\n", "E_FORMAT",
              "this is no mail: no header line begins it; read it as text with --input-format text"),
      message("MailWithoutDate", kFrom + "Subject: Deux\nDate: demain matin\n\nUn train.\n", "E_DATE",
              "\"demain matin\" is not read as a date; write it as 2019-02-13 or 13/02/2019, or name another "
              "field with --map date=NAME"),
      message("MailTooLong", kFrom + "Subject: Deux\n\n" + std::string(9'000'000, 'x') + '\n',
              "E_RECORD_TOO_BIG", "the record is longer than the limit of 8388608 bytes; split it"),
      {.name = "IramuteqWithoutText",
       .files = {{"a.txt", "**** *id_1\n**** *id_2\nUn bateau.\n"}},
       .exit_code = 1,
       .counts = {.indexed = 1, .rejected = 1, .read = 1},
       .rejects = {{"a.txt", 1, 0, "E_EMPTY", "no text stands below the line of variables; leave it out"}},
       .articles = {{"|Un bateau.|"}}},
      with_options(
          {.name = "IramuteqWithoutStars",
           .files = {{"a.txt", "Un train.\n**** *id_2\nUn bateau.\n"}},
           .exit_code = 1,
           .counts = {.indexed = 1, .rejected = 1, .read = 1},
           .rejects = {{"a.txt", 1, 0, "E_FORMAT",
                        "a text begins without a line \"**** *variable_value\"; write one, or read the "
                        "file as text with --input-format text"}},
           .articles = {{"|Un bateau.|"}}},
          {"--input-format", "iramuteq"}),
      with_options(
          {.name = "BatchWithoutMark",
           .files = {{"a.txt", "Un train.\n"}, {"z.txt", "1/2\nUn bateau.\n2/2\nDeux.\n"}},
           .exit_code = 1,
           .counts = {.indexed = 2, .read = 1, .failed = 1},
           .rejects = {{"a.txt", 0, 0, "E_FORMAT",
                        "nothing parts the articles of this file: neither ZCZC, « Document 1 de 20 », "
                        "form feeds nor a line of =====; part them, or read it as one with "
                        "--input-format text"}},
           .articles = {{"|Un bateau.|", "|Deux.|"}}},
          {"--input-format", "batch"}),
      {.name = "BatchWithPreamble",
       .files = {{"a.txt", "Banque de presse\nDocument 1 de 2\nUn bateau.\nDocument 2 de 2\nDeux.\n"}},
       .exit_code = 1,
       .counts = {.indexed = 2, .rejected = 1, .read = 1},
       .rejects = {{"a.txt", 1, 0, "E_FORMAT",
                    "this stands outside the articles that the file marks; take it out of the file"}},
       .articles = {{"|Un bateau.|", "|Deux.|"}}},
      {.name = "ArticleWithARule",
       .files = {{"a.txt", "PARIS, 13 février 2019 (AFP) - Un bateau.\n-----\nDeux.\n"}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"|Un bateau.\n-----\nDeux.|2019-02-13"}}},
  };
  return kRows;
}

}  // namespace depeche
