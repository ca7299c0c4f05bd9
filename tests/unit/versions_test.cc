// Versions of an article over several runs: numbered by the indexer, found by the searcher.
#include "searcher/versions.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <variant>

#include <gtest/gtest.h>

#include "common/stored_article.h"
#include "common/term.h"
#include "indexer/publish.h"
#include "indexer/run.h"
#include "searcher/act.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

std::string record(const std::string& id, const std::string& text, const std::string& date = "2019-02-13") {
  return R"({"id":")" + id + R"(","date":")" + date + R"(","title":"Titre","text":")" + text + "\"}\n";
}

class VersionsTest : public testing::Test {
 protected:
  VersionsTest() {
    options_.corpus.paths = {directory_.path("corpus")};
    options_.index = directory_.path("index");
    options_.now = options_.annotate.placement.now = Day(std::chrono::year(2026) / 11 / 22);
    options_.threads = 2;
    std::filesystem::create_directory(directory_.path("corpus"));
  }

  void index(const std::string& records) {
    directory_.write("corpus/a.jsonl", records);
    run_once();
  }
  void redate() {
    options_.redate = true;
    run_once();
    options_.redate = false;
  }

  PublishedIndex open() const { return open_published(IndexLayout(options_.index)); }

  /// « 1 superseded 1, 2 live 3 »: number, state and batch of each version.
  static std::string describe(const ArticleVersions& article) {
    std::string text;
    for (const ArticleVersion& version : article.versions)
      text += (text.empty() ? "" : ", ") + std::to_string(version.number) + " " + name_of(version.state) +
              " " + std::to_string(version.batch);
    return text;
  }
  std::string versions_of(const std::string& reference) const {
    return describe(find_reference(open(), reference).article);
  }

  std::vector<std::string> found(const std::string& query) const {
    const auto parsed = parse(query, options_.now);
    std::vector<std::string> texts;
    for (const Match& match : search(open(), std::get<Query>(parsed), {}).matches)
      texts.push_back(match.article.text);
    std::sort(texts.begin(), texts.end());
    return texts;
  }

  /// What --show prints, or the message that it ends with.
  std::string shown(const std::string& reference) const {
    SearcherOptions options;
    options.action = SearcherOptions::Action::kShow;
    options.id = reference;
    options.index = options_.index;
    std::ostringstream out;
    testing::internal::CaptureStderr();
    act(options, out);
    return out.str() + testing::internal::GetCapturedStderr();
  }

  /// Removes an article as the indexer does: no live version is left.
  void remove(const std::string& id) const {
    const IndexLayout layout(options_.index);
    const PublishedIndex published = open();
    Manifest next = published.manifest;
    for (const ArticleVersion& version : find_reference(published, id).article.versions) {
      const SegmentDocid place = segment_docid(published, version.docid);
      next.segments[place.segment].superseded.insert(place.docid);
    }
    next.advance();
    publish(layout, next);
  }

  const CorpusDirectory directory_;
  RunOptions options_;

 private:
  void run_once() {
    Console console(true, false);
    RunReport report;
    run(options_, console, report);
    EXPECT_TRUE(report.balanced());
  }
};

using Texts = std::vector<std::string>;

TEST_F(VersionsTest, AreCountedOverTheRuns) {
  const std::string b = record("b", "Un train.");
  index(record("a", "Un bateau.") + b);
  EXPECT_EQ(versions_of("a"), "1 live 1");
  index(record("a", "Deux bateaux.") + b);
  index(record("a", "Deux bateaux.") + b);  // nothing new: a state that knows the file, no version
  index(record("a", "Un bateau.") + b);     // as it was at first: a version nevertheless
  index(record("a", "Un navire.") + record("b", "Un autocar."));
  EXPECT_EQ(versions_of("a"), "1 superseded 1, 2 superseded 2, 3 superseded 4, 4 live 5");
  EXPECT_EQ(versions_of("b"), "1 superseded 1, 2 live 5");

  const PublishedIndex published = open();
  const char* kTexts[] = {"Un bateau.", "Deux bateaux.", "Un bateau.", "Un navire."};
  for (const ArticleVersion& version : find_reference(published, "a").article.versions) {
    const Article article = read_version(published, version);
    EXPECT_EQ(article.version, version.number);
    EXPECT_EQ(article.text, kTexts[version.number - 1]);
    EXPECT_EQ(version.indexed, published.manifest.published_at(version.batch));
    EXPECT_NE(version.indexed, "");
  }
}

TEST_F(VersionsTest, EachHasATermOfItsOwn) {
  const std::string ids[] = {"a", "a@1", std::string(220, 'x')};
  for (const char* text : {"Un bateau.", "Deux bateaux.", "Trois bateaux."}) {
    std::string records;
    for (const std::string& id : ids) records += record(id, text);
    index(records);
  }
  const PublishedIndex published = open();
  for (const std::string& id : ids) {
    EXPECT_EQ(versions_of(id), "1 superseded 1, 2 superseded 2, 3 live 3");
    for (uint32_t number = 1; number <= 3; ++number) {
      const std::string term = version_term(id, number);
      ASSERT_EQ(published.database.get_termfreq(term), 1u) << term;
      const Xapian::docid docid = *published.database.postlist_begin(term);
      const Article article = decode_article(published.database.get_document(docid).get_data());
      EXPECT_EQ(article.id, id);
      EXPECT_EQ(article.version, number);
    }
    EXPECT_EQ(published.database.get_termfreq(id_term(id)), 3u);
  }
}

TEST_F(VersionsTest, NoSearchFindsASupersededOne) {
  index(record("a", "Le vieux bateau de Kari Nordmann à Oslo.", "2018-01-01") + record("b", "Un train."));
  index(record("a", "Le jeune équipage.", "2019-02-13") + record("b", "Un train."));
  for (const char* query : {"bateau", "bateaux", "=bateau", "\"vieux bateau\"", "\"vieux bateaux\"~", "bat*",
                            "vieux PRES/3 bateau", "date:2018", "id:a bateau", "bateau OU vieux"})
    EXPECT_EQ(found(query), Texts{}) << query;
  EXPECT_EQ(found("titre"), (Texts{"Le jeune équipage.", "Un train."}));
  EXPECT_EQ(found("titre SAUF bateau"), (Texts{"Le jeune équipage.", "Un train."}));
  EXPECT_EQ(found("titre SAUF train"), Texts{"Le jeune équipage."});
  EXPECT_EQ(found("id:a"), Texts{"Le jeune équipage."});
}

TEST_F(VersionsTest, ARemovedArticleKeepsItsVersions) {
  index(record("a", "Un bateau.") + record("b", "Un train."));
  index(record("a", "Deux bateaux.") + record("b", "Un train."));
  remove("a");
  EXPECT_EQ(versions_of("a"), "1 superseded 1, 2 removed 2");
  EXPECT_EQ(find_reference(open(), "a").article.live(), nullptr);
  EXPECT_EQ(found("bateaux"), Texts{});
  EXPECT_EQ(
      shown("a"),
      "depeche-searcher: the article a was removed; of its versions the index holds 1..2: see --show a@2\n");
  EXPECT_TRUE(shown("a@1").starts_with(
      "SUPERSEDED: this is version 1 of an article that is no longer in the index.\n\nTitre\n"));
  EXPECT_TRUE(shown("a@2").starts_with(
      "REMOVED: this is version 2, the last one of an article that is no longer in the index.\n"));
  index(record("a", "Trois bateaux.") + record("b", "Un train."));
  EXPECT_EQ(versions_of("a"), "1 superseded 1, 2 superseded 2, 3 live 4");
}

TEST_F(VersionsTest, ADateSetAnewIsAVersion) {
  const std::string yearless =
      R"({"id":"a","text":"Dernière mise à jour à 09h10 le 13/02\nMme Ingrid Halvorsen, porte-parole du ministère, a parlé mardi du virus BergaCrypt à Oslo."})"
      "\n";
  const std::string dated = "Mme Ingrid Halvorsen, porte-parole du ministère, a parlé du virus BergaCrypt.";
  index(yearless);
  index(yearless + record("b", dated, "2019-02-12") + record("c", dated, "2019-02-14"));
  EXPECT_EQ(versions_of("a"), "1 live 1");
  redate();
  EXPECT_EQ(versions_of("a"), "1 superseded 1, 2 live 3");
  EXPECT_EQ(read_version(open(), *find_reference(open(), "a").article.live()).version, 2u);
}

TEST_F(VersionsTest, ReferencesAreUnderstood) {
  for (const char* text : {"Un.", "Deux.", "Trois."})
    index(record("a", text) + record("b@2", text) + record("c@x", text) + record("c", "Fin.") +
          record("b", text));
  const struct {
    const char *reference, *id;
    std::optional<uint32_t> first, last;
  } kCases[] = {
      {"a", "a", {}, {}},
      {"a@2", "a", 2, {}},
      {"a@0002", "a", 2, {}},
      {"a@9", "a", 9, {}},  // whether there is such a version, the caller asks
      {"a@1..3", "a", 1, 3},
      {"a@3..1", "a", 3, 1},
      // What is an id is that article, its versions have a number more.
      {"b@2", "b@2", {}, {}},
      {"b@2@1", "b@2", 1, {}},
      {"b@02", "b", 2, {}},
      {"b@3", "b", 3, {}},
      {"b@2..3", "b", 2, 3},
      {"c@x", "c@x", {}, {}},
      {"c@x@2", "c@x", 2, {}},
      // Nothing of that name.
      {"", "", {}, {}},
      {"@", "@", {}, {}},
      {"@2", "", 2, {}},
      {"a@", "a@", {}, {}},
      {"a@0", "a@0", {}, {}},
      {"a@-1", "a@-1", {}, {}},
      {"a@+1", "a@+1", {}, {}},
      {"a@1.", "a@1.", {}, {}},
      {"a@1..", "a@1..", {}, {}},
      {"a@..2", "a@..2", {}, {}},
      {"a@1...2", "a@1...2", {}, {}},
      {"a@1..2..3", "a@1..2..3", {}, {}},
      {"a@99999999999", "a@99999999999", {}, {}},
      {"a@1 ", "a@1 ", {}, {}},
      {"A@1", "A", 1, {}},
  };
  const std::set<std::string> ids{"a", "b", "b@2", "c", "c@x"};
  const PublishedIndex published = open();
  for (const auto& c : kCases) {
    const ArticleReference reference = find_reference(published, c.reference);
    EXPECT_EQ(reference.article.id, c.id) << c.reference;
    EXPECT_EQ(reference.first, c.first) << c.reference;
    EXPECT_EQ(reference.last, c.last) << c.reference;
    EXPECT_EQ(!reference.article.empty(), ids.contains(c.id)) << c.reference;
  }
}

TEST_F(VersionsTest, NeighboursAndGaps) {
  ArticleVersions article{"a", {}};
  for (const uint32_t number : {2u, 5u, 9u}) article.versions.emplace_back().number = number;
  EXPECT_EQ(article.find(3), nullptr);
  EXPECT_EQ(article.find(5), &article.versions[1]);
  EXPECT_EQ(article.before(article.versions[2]), &article.versions[1]);
  EXPECT_EQ(article.before(article.versions[0]), nullptr);
}

}  // namespace
}  // namespace depeche
