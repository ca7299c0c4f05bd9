// What agencies and feeds deliver, by the programs themselves: every format is found, and their versions,
// cancellations and embargoes are honoured run after run.
#include <chrono>

#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A newsItem of NewsML-G2.
std::string news_item(const std::string& version, const std::string& management, const std::string& text) {
  return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:aex:1\" version=\"" + version +
         "\"><itemMeta><firstCreated>2019-02-13T09:10:00Z</firstCreated><versionCreated>2019-02-13T10:00:00Z"
         "</versionCreated>" +
         management +
         "</itemMeta><contentMeta><headline>Le port</headline></contentMeta><contentSet><inlineData "
         "contenttype=\"text/plain\">" +
         text + "</inlineData></contentSet></newsItem>";
}

class Agency : public IndexFixture {
 protected:
  /// A file that was written long before any run.
  void put(const std::string& name, const std::string& content) {
    fs::last_write_time(write("corpus/" + name, content),
                        fs::file_time_type::clock::now() - std::chrono::hours(2));
  }
  void remove(const std::string& name) const { fs::remove(directory / "corpus" / name); }

  /// A run on the whole corpus on that day. How often each rejection came, « E_XML 1 ».
  std::string night(const std::string& day = "2026-11-23") {
    const fs::path report = directory / "report.json";
    const Finished finished =
        index({"--now", day, "--report", report.string(), (directory / "corpus").string()});
    std::ifstream in(report);
    const json read = in ? json::parse(in) : json();
    std::string text;
    for (const auto& [code, count] : read["rejections"].items())
      text += (text.empty() ? "" : " ") + code + ' ' + count.dump();
    EXPECT_EQ(finished.exit_code, text.empty() ? 0 : 1) << finished.err;
    return text;
  }
};

TEST_F(Agency, EveryFormatIsFound) {
  put("a.xml", news_item("1", "", "Un cargo."));
  put("b.nitf",
      "<nitf><head><docdata><date.issue "
      "norm=\"20190214T080000Z\"/></docdata></head><body><body.head><hedline>"
      "<hl1>Le quai</hl1></hedline></body.head><body.content><p>Un cargo.</p></body.content></body></nitf>");
  put("c.json",
      "{\"uri\":\"urn:c\",\"version\":\"1\",\"versioncreated\":\"2019-02-15T08:00:00Z\",\"headline\":\"La "
      "grue\","
      "\"body_text\":\"Un cargo.\"}");
  put("d.rss",
      "<rss><channel><title>Le Jour</title><item><title>Le môle</title><guid>urn:d</guid><pubDate>Sat, 16 "
      "Feb "
      "2019 08:00:00 GMT</pubDate><description>&lt;p&gt;Un &lt;b&gt;cargo&lt;/b&gt;.</description></item>"
      "</channel></rss>");
  put("e.atom",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Le Soir</title><entry><id>urn:e</id><title>Le "
      "bac</title>"
      "<published>2019-02-17T08:00:00Z</published><content type=\"text\">Un cargo.</content></entry></feed>");
  put("f.tei",
      "<TEI><teiHeader><fileDesc><titleStmt><title>Le phare</title></titleStmt><publicationStmt><date "
      "when=\"2019-02-18\"/></publicationStmt></fileDesc></teiHeader><text><body><p>Un "
      "cargo.</p></body></text></TEI>");
  EXPECT_EQ(night(), "");
  EXPECT_EQ(found("cargo"), 6u);
  for (const char* query : {"titre:port date:2019-02-13", "titre:quai date:2019-02-14",
                            "titre:grue date:2019-02-15", "titre:môle date:2019-02-16 source:\"Le Jour\"",
                            "titre:bac date:2019-02-17 source:\"Le Soir\"", "titre:phare date:2019-02-18"})
    EXPECT_EQ(found(query), 1u) << query;
}

TEST_F(Agency, OurOwnTeiIsReadBack) {
  put("a.jsonl", json{{"id", "x@y"},
                      {"title", "Le port"},
                      {"text", "Un cargo.\nDeux."},
                      {"date", "2019-02-13"},
                      {"source", "AEX"},
                      {"author", "Jeanne Martin"},
                      {"section", "Ports"},
                      {"url", "http://aex.example/1"},
                      {"language", "fr"}}
                         .dump() +
                     "\n" + json{{"id", "z"}, {"text", "Un cargo sans titre."}}.dump() + "\n");
  EXPECT_EQ(night(), "");
  const auto articles = [this] {
    std::string all;
    for (const char* id : {"x@y", "z"}) {
      json article = json::parse(search({"--show", id, "--format", "jsonl"}).out);
      for (const char* own :
           {"origin", "version", "manifest", "indexed", "citation", "digest", "schema", "live_version"})
        article.erase(own);
      for (json& date : article["dates"]) date.erase("evidence");
      all += article.dump() + '\n';
    }
    return all;
  };
  const std::string before = articles();
  const std::string exported = search({"--format", "tei", "cargo"}).out;
  fs::remove_all(directory / "index");
  remove("a.jsonl");
  put("b.xml", exported);
  EXPECT_EQ(night(), "");
  EXPECT_EQ(articles(), before);
}

TEST_F(Agency, TheHighestVersionCounts) {
  put("a.xml", "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>" +
                   news_item("2", "", "Une barge.") + news_item("1", "", "Un cargo.") +
                   "</itemSet></newsMessage>");
  EXPECT_EQ(night(), "");
  EXPECT_EQ(found("barge"), 1u);
  EXPECT_EQ(found("cargo"), 0u);
  put("z.xml", news_item("10", "", "Un voilier."));  // behind the others, in another run
  EXPECT_EQ(night(), "");
  EXPECT_EQ(found("voilier"), 1u);
  EXPECT_EQ(found("barge"), 0u);
  EXPECT_EQ(night(), "");
  EXPECT_EQ(found("voilier"), 1u);
}

TEST_F(Agency, ACanceledVersionTakesTheArticleBack) {
  put("a.xml", news_item("1", "", "Un cargo."));
  put("other.txt", "Un train.");
  EXPECT_EQ(night(), "");
  EXPECT_EQ(found("cargo"), 1u);
  put("b.xml", news_item("2", "<pubStatus qcode=\"stat:canceled\"/>", ""));
  for (const char* when : {"in the run that reads it", "in the one behind"}) {
    EXPECT_EQ(night(), "E_WITHDRAWN 1") << when;
    EXPECT_EQ(found("cargo"), 0u) << when;
    EXPECT_EQ(found("train"), 1u) << when;
  }
  put("c.xml", news_item("3", "", "Un cargo corrigé."));
  EXPECT_EQ(night(), "E_WITHDRAWN 1");
  EXPECT_EQ(found("cargo"), 1u) << "a later version brings it again";
  remove("c.xml");
  EXPECT_EQ(index({"--prune", "--max-prune", "100", (directory / "corpus").string()}).exit_code, 1);
  EXPECT_EQ(found("cargo"), 0u);
  remove("b.xml");
  EXPECT_EQ(night(), "");
  EXPECT_EQ(found("cargo"), 1u) << "nothing withdraws it any more";
}

TEST_F(Agency, AnEmbargoIsKeptUntilItsDay) {
  put("a.xml", news_item("1", "<embargoed>2026-12-01T06:00:00Z</embargoed>", "Un cargo."));
  EXPECT_EQ(night("2026-11-29"), "E_EMBARGO 1");
  EXPECT_EQ(night("2026-11-30"), "E_EMBARGO 1");
  EXPECT_EQ(found("cargo"), 0u);
  EXPECT_EQ(night("2026-12-01"), "") << "the file is as it was, and is read again";
  EXPECT_EQ(found("cargo"), 1u);
}

TEST_F(Agency, ABrokenFileKeepsWhatStandsBefore) {
  put("a.rss", "<rss><channel><item><guid>a</guid><title>Un cargo</title></item><item><title>Un tr");
  EXPECT_EQ(night(), "E_XML 1");
  EXPECT_EQ(found("cargo"), 1u);
  put("a.rss",
      "<rss><channel><item><guid>a</guid><title>Un cargo</title></item><item><title>Un "
      "train</title></item></channel>"
      "</rss>");
  EXPECT_EQ(night(), "");
  EXPECT_EQ(found("train"), 1u);
}

}  // namespace
}  // namespace depeche
