// Formats that are not read: the message says what to do with such a file.
#include "tests/cli/bad_input.h"

namespace depeche {
namespace {

using namespace std::string_literals;

const char* const kMarkup =
    "a web page is expected to end in .html, .htm or .xhtml; rename it, or say --input-format html";
const char* const kNoText =
    "no text was found on the page; it may be made by a script or hold but links: save the page as a browser "
    "shows it, or convert it to plain text";
const char* const kArray = "JSON is read as one object a line; convert it, for example with jq -c '.[]'";

std::string other_root(const std::string& name) {
  return "XML with the root element <" + name +
         "> is not read, only that of newsItem and newsMessage (NewsML-G2), nitf, rss, rdf:RDF and feed, TEI "
         "and "
         "teiCorpus; convert it, or read the markup as text with --input-format text";
}

BadInput unread(const std::string& name, const std::string& file, const std::string& bytes,
                const std::string& message, const std::string& code = "E_FORMAT") {
  return rejected_file(name, {file, bytes}, code, message);
}

BadInput unread_document(const std::string& name, const std::string& file, const std::string& bytes,
                         const std::string& format) {
  return unread(name, file, bytes, format + " is not read; convert it to plain text");
}

BadInput bad_page(const std::string& name, const std::string& bytes, const std::string& code,
                  const std::string& message) {
  return {.name = name,
          .files = {{"a", bytes}, {"z.txt", "Un bateau."}},
          .exit_code = 1,
          .counts = {.indexed = 1, .rejected = 1, .read = 2},
          .rejects = {{"a", 1, 0, code, message}},
          .articles = {{"|Un bateau.|"}}};
}

/// The header of the first member of an archive (APPNOTE.TXT, 4.3.7).
std::string zip(const std::string& member) { return "PK\x03\x04" + std::string(26, '\0') + member; }

std::string deep(const std::string& tag) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += tag;
  return text;
}

/// An entity that stands for 10^9 times itself.
std::string billion_laughs() {
  std::string text = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY lol0 \"lol\">\n";
  for (int i = 1; i < 10; ++i) {
    text += "<!ENTITY lol" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) text += "&lol" + std::to_string(i - 1) + ';';
    text += "\">\n";
  }
  return text + "]>\n<lolz>&lol9;</lolz>\n";
}

}  // namespace

const std::vector<BadInput>& unread_formats() {
  static const std::vector<BadInput> kRows = {
      unread_document("OfficeOpenXml", "a.docx", zip("[Content_Types].xml"), "Office Open XML (.docx)"),
      unread_document("OpenDocument", "a.odt", zip("mimetypeapplication/vnd.oasis.opendocument.text"),
                      "OpenDocument (.odt) or EPUB"),
      unread_document("Pdf", "a.pdf", "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n", "PDF"),
      unread_document("PdfNamedText", "a.txt", "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n", "PDF"),
      unread_document("Png", "a.png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "PNG"),
      unread_document("Jpeg", "a.jpg", "\xFF\xD8\xFF\xE0\0\x10JFIF"s, "JPEG"),
      unread_document("Rtf", "a.rtf", "{\\rtf1\\ansi Un bateau.}", "RTF"),
      unread_document("OldWord", "a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s, "Word (.doc)"),
      unread("Executable", "a",
             "\x7F"
             "ELF\x02\x01\x01" +
                 std::string(100, '\0'),
             "the file is not text; if it is UTF-16 without a byte order mark, say --encoding UTF-16LE",
             "E_BINARY"),
      unread("HtmlInXml", "a.xml", "<!DOCTYPE html><p>Un bateau.", kMarkup),
      unread("Xml", "a.xml", "\xEF\xBB\xBF<?xml version=\"1.0\"?><a/>", other_root("a")),
      unread("BillionLaughs", "a.xml", billion_laughs(), other_root("lolz")),
      unread("ExternalEntity", "a.xml",
             "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
             other_root("a")),
      unread("ExternalDtd", "a.xml", "<!DOCTYPE a SYSTEM \"http://127.0.0.1/a.dtd\"><a/>", other_root("a")),
      unread("DeepXml", "a.xml", deep("<a>"), other_root("a")),
      bad_page("PageOfAScript", "<!DOCTYPE html><title>T</title><script>train</script>", "E_EMPTY", kNoText),
      bad_page("PageWithoutTitle", "\n <html><p>Un bateau.</p></html>", "E_FIELD",
               "the page has no title: neither <title>, <h1> nor og:title"),
      bad_page("PageNestedTooDeep", "<html><title>T</title>" + deep("<div>"), "E_DEPTH",
               "the page is nested deeper than 1000 levels"),
      {.name = "MarkupReadAsText",
       .files = {{"a.html", "<p>Un bateau</p>"}},
       .options = {"--input-format", "text"},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"|<p>Un bateau</p>|"}},
       .finds = {{"bateau", 1}}},
      unread("JsonArray", "a.json", "[{\"text\":\"Un train.\"},\n{\"text\":\"Un train.\"}]\n", kArray),
      unread("JsonArrayNamedJsonl", "a.jsonl", "[{\"text\":\"Un train.\"}]\n", kArray),
      unread("JsonOverManyLines", "a.json", "{\n  \"text\": \"Un train.\"\n}\n", kArray),
      unread("JsonThatIsNone", "a.json", "Un train.\n", kArray),
      unread("EmptyArray", "a.json", "[]", kArray),
      {.name = "JsonOfOneObject",
       .files = {{"a.json", "{\"title\":\"Un\",\"text\":\"Un bateau.\"}"}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Un|Un bateau.|"}}},
  };
  return kRows;
}

}  // namespace depeche
