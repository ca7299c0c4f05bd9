// Archives of the web: corpus/formats/warc.cc, http_page.h, header_fields.h.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corpus/formats/header_fields.h"
#include "corpus/formats/http_page.h"
#include "tests/unit/test_archive.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

using namespace std::string_literals;
using Lines = std::vector<std::string>;

const std::string kAddress = "https://www.gazette.example/port/";
const std::string kPage =
    "<!DOCTYPE html><html lang=\"fr\"><head><title>Le port</title></head><body><p>Un bateau est entré au "
    "port.</p>"
    "</body></html>";
const std::string kRead =
    "title=Le port|text=Un bateau est entré au port.|language=fr|id=" + kAddress + "|url=" + kAddress;

/// The examples of ISO 28500:2017, annex C, with words of ours.
std::string warc(const std::string& type, const std::string& block, const std::string& more = "",
                 const std::string& address = kAddress) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + address +
         "\r\nWARC-Date: 2019-02-13T09:10:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n" + more +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string http(const std::string& fields, const std::string& body, const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body;
}

std::string response(const std::string& fields, const std::string& body) {
  return warc("response", http(fields, body), "Content-Type: application/http; msgtype=response\r\n");
}

const std::string kHtml = "Content-Type: text/html; charset=utf-8\r\n";

TEST(Warc, EachPageThatWasFoundIsAnArticle) {
  const std::string info = warc("warcinfo", "software: crawler\r\n"),
                    request = warc("request", "GET / HTTP/1.1\r\n\r\n");
  const std::string page = response(kHtml, kPage);
  const std::string at = "@" + std::to_string(info.size() + request.size()) + " ";
  const std::string bytes = info + request + page + warc("metadata", "via: a") +
                            warc("response", http(kHtml, kPage, "404 Not Found")) +
                            warc("response", http("Content-Type: image/png\r\n", "\x89PNG\0\0"s)) +
                            warc("response", http("Location: /\r\n", "", "301 Moved")) +
                            warc("revisit", http(kHtml, ""));
  EXPECT_EQ(read_bytes_as("a.warc", bytes).lines, (Lines{"1" + at + kRead}));
  EXPECT_EQ(read_bytes_as("named.dat", bytes).lines, (Lines{"1" + at + kRead}));
  CorpusOptions options;
  options.max_record_bytes = page.size();  // the file is longer, and streamed
  EXPECT_EQ(read_bytes_as("a.warc", bytes, options).lines, (Lines{"1" + at + kRead}));
}

TEST(Warc, AddressesAreThoseOfRfc3986) {
  const struct Case {
    std::string stated, id;
  } kCases[] = {{"<http://a.example/>", "http://a.example/"},
                {"http://a.example/d\xE9j\xE0", "http://a.example/d%E9j%E0"},
                {"http://a.example/déjà", "http://a.example/déjà"}};
  for (const Case& c : kCases) {
    const ReadFile read =
        read_bytes_as("a.warc", warc("response", http("Content-Type: text/html\r\n", kPage), "", c.stated));
    ASSERT_EQ(read.items.size(), 1u);
    EXPECT_EQ(*std::get<Record>(read.items[0]).find("id"), c.id);
  }
}

TEST(Warc, ResourcesAreReadWhereTheyArePages) {
  EXPECT_EQ(read_bytes_as("a.warc", warc("resource", kPage, "Content-Type: text/html\r\n")).lines,
            (Lines{"1@0 " + kRead}));
  EXPECT_EQ(read_bytes_as("a.warc", warc("resource", "x", "Content-Type: text/dns\r\n")).lines, Lines{});
}

TEST(Warc, TransferAndContentEncodingsAreUndone) {
  const std::string gzip = make_archive("raw", "gzip", {{"a", kPage}});
  const std::string half = kPage.substr(0, 16), rest = kPage.substr(16);
  char size[20];
  snprintf(size, sizeof size, "%zx", rest.size());
  const std::string chunked = "10\r\n" + half + "\r\n" + size + ";name=value\r\n" + rest + "\r\n0\r\n\r\n";
  const struct Case {
    const char* what;
    std::string fields, body;
  } kCases[] = {
      {"chunked", kHtml + "Transfer-Encoding: chunked\r\n", chunked},
      {"chunked, it says", kHtml + "transfer-encoding: Chunked\r\n", kPage},
      {"gzip", kHtml + "Content-Encoding: gzip\r\n", gzip},
      {"gzip, undone already", kHtml + "Content-Encoding: gzip\r\n", kPage},
      {"without type", "Server: a\r\n", kPage},
      {"xhtml", "CONTENT-TYPE:application/xhtml+xml\r\n", kPage},
      {"cut chunk", kHtml + "Transfer-Encoding: chunked\r\n", "fff\r\n" + kPage},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(read_bytes_as("a.warc", response(c.fields, c.body)).lines, (Lines{"1@0 " + kRead})) << c.what;
}

TEST(Warc, APageThatCannotBeReadLeavesTheOthers) {
  const std::string good = response(kHtml, kPage);
  const struct Case {
    const char* what;
    std::string bytes, code;
  } kCases[] = {
      {"brotli", response(kHtml + "Content-Encoding: br\r\n", "\x0B\x02\x80"), "E_FORMAT"},
      {"cut gzip",
       response(kHtml + "Content-Encoding: gzip\r\n",
                make_archive("raw", "gzip", {{"a", kPage}}).substr(0, 60)),
       "E_ARCHIVE"},
      {"bomb", response(kHtml, make_archive("raw", "gzip", {{"a", std::string(20 << 20, ' ')}})),
       "E_RECORD_TOO_BIG"},
      {"long", response(kHtml, std::string(9 << 20, ' ')), "E_RECORD_TOO_BIG"},
      {"script", response(kHtml, "<html><title>T</title><script>x</script></html>"), "E_EMPTY"},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(read_bytes_as("a.warc", c.bytes + good).lines,
              (Lines{"1@0 " + c.code, "2@" + std::to_string(c.bytes.size()) + " " + kRead}))
        << c.what;
}

TEST(Warc, OneThatIsDamagedIsRejected) {
  const std::string good = response(kHtml, kPage);
  const std::string at = "@" + std::to_string(good.size()) + " ";
  const struct Case {
    const char* what;
    std::string bytes;
  } kCases[] = {
      {"no record", "<html>"},
      {"no end of the header", good.substr(0, 60)},
      {"no end of the page", good.substr(0, good.size() - 10)},
      {"no end of what is passed over",
       warc("metadata", "via: a").substr(0, warc("metadata", "via: a").size() - 7)},
      {"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + kPage},
      {"a length that is none", "WARC/1.0\r\nContent-Length: -1\r\n\r\n" + kPage},
      {"a length beyond all files", "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n" + kPage},
      {"a page too long and cut",
       "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" +
           kPage},
      {"a length beyond this file", "WARC/1.0\r\nContent-Length: 9999999999999\r\n\r\n" + kPage},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(read_bytes_as("a.warc", good + c.bytes).lines,
              (Lines{"1@0 " + kRead, "2" + at + "E_FORMAT file"}))
        << c.what;
}

/// As crawlers write them: each record compressed by itself.
TEST(Warc, CompressedRecordByRecord) {
  const std::string page = response(kHtml, kPage), other = warc("request", "GET /\r\n\r\n");
  const auto packed = [](const std::string& bytes) { return make_archive("raw", "gzip", {{"a", bytes}}); };
  EXPECT_EQ(read_bytes_as("a.warc.gz", packed(other) + packed(page)).lines,
            (Lines{"1@" + std::to_string(other.size()) + " " + kRead}));
}

TEST(HeaderFieldsOf, AnyCaseAndSpace) {
  const HeaderFields fields("HTTP/1.1 200 OK\r\nA:1\nb :  2 \r\nB: 3\r\nno field\r\nC:");
  EXPECT_EQ(fields.first_line(), "HTTP/1.1 200 OK");
  EXPECT_EQ(fields.value("a"), "1");
  EXPECT_EQ(fields.value("B"), "2");
  EXPECT_EQ(fields.value("c"), "");
  EXPECT_EQ(fields.value("no field"), "");
  EXPECT_EQ(HeaderFields("").first_line(), "");
}

}  // namespace
}  // namespace depeche
