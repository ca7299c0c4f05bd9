// Exports as public readers take them: pandoc (biblatex, BibTeX and CSL-JSON), bibutils (BibTeX and RIS) and
// xmllint (TEI and TXM, by data/schemas/). A test skips where its reader is not installed.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "searcher/export/export_form.h"
#include "tests/cli/public_program.h"
#include "tests/unit/export_articles.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class ExportReaders : public testing::Test {
 protected:
  ExportReaders() {
    std::string name = (fs::temp_directory_path() / "depeche-export-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    directory_ = name;
  }
  ~ExportReaders() override { fs::remove_all(directory_); }

  std::string write(const std::string& name, const std::string& bytes) {
    const fs::path path = directory_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  std::string write(const std::string& name, const char* form_name, const std::vector<Article>& articles) {
    const ExportForm& form = *find_export_form(form_name);
    std::ostringstream out;
    form.begin(out);
    uint64_t ordinal = 0;
    for (const Article& article : articles) form.article(article, ++ordinal, out);
    form.end(out);
    return write(name, out.str());
  }

  /// Standard output of a program that succeeds and has nothing to complain of.
  static std::string output_of(std::vector<std::string> arguments) {
    const Finished finished = run_program(std::move(arguments));
    EXPECT_EQ(finished.exit_code, 0) << finished.err;
    return finished.out;
  }

  json items(const std::string& reader, const std::string& path) {
    return json::parse(output_of({"pandoc", "-f", reader, "-t", "csljson", path}));
  }

  /// A bibliography of all entries, as plain text.
  std::string bibliography(const std::string& path) {
    const std::string page = write("page.md", "---\nnocite: '@*'\n---\n");
    return output_of({"pandoc", "--citeproc", "--bibliography", path, "-t", "plain", "--columns=1000", page});
  }

 private:
  fs::path directory_;
};

/// Articles that differ by their date, « Jour 0 », « Jour 1 »...
std::vector<Article> dated_articles() {
  const ArticleDate dates[] = {published_on({2019, 2, 13}), inferred_as({2019, 2, 13}, {0, 2, 13}),
                               published_on({0, 2, 13}), published_on({2019, 2, 0}),
                               published_on({1990, 0, 0, 1})};
  std::vector<Article> articles;
  for (const ArticleDate& date : dates) {
    Article article;
    article.id = "d" + std::to_string(articles.size());
    article.title = "Jour " + std::to_string(articles.size());
    article.source = "Agence";
    article.text = "Texte.";
    article.dates = {date};
    articles.push_back(article);
  }
  return articles;
}

TEST_F(ExportReaders, PandocReadsEveryEntryOfBibtex) {
  NEED_PROGRAM("pandoc");
  const std::string path = write("a.bib", "bibtex", hostile_articles());
  for (const char* reader : {"biblatex", "bibtex"}) {
    const json read = items(reader, path);
    ASSERT_EQ(read.size(), hostile_articles().size()) << reader;
    EXPECT_EQ(read[0]["author"][0]["literal"], "Charles de Gaulle") << reader;
    EXPECT_EQ(read[0]["author"].size(), 4u) << reader;
    EXPECT_EQ(read[0]["container-title"], "Agence & Fils") << reader;
    EXPECT_EQ(read[0]["URL"], "https://example.org/%C3%A0_b?c=1&d=%7B2%7D%20e") << reader;
    EXPECT_NE(read[1]["title"].get<std::string>().find("100"), std::string::npos) << reader;
    EXPECT_NE(read[2]["title"].get<std::string>().find("@article{x}, title="), std::string::npos)
        << read[2]["title"];
  }
  EXPECT_EQ(items("biblatex", path)[0]["type"], "article-newspaper");
}

TEST_F(ExportReaders, BibliographiesPrintNoInferredDateAsExact) {
  NEED_PROGRAM("pandoc");
  for (const std::string& path :
       {write("a.bib", "bibtex", dated_articles()), write("a.json", "csl", dated_articles())}) {
    const std::string text = bibliography(path);
    std::istringstream lines(text);
    size_t entries = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.empty()) continue;
      ++entries;
      const bool exact = line.find("February 13, 2019") != std::string::npos;
      EXPECT_EQ(exact, line.find("Jour 0") != std::string::npos) << line;
      const std::pair<const char*, const char*> literals[] = {
          {"Jour 1", "[2019-02-13?]"}, {"Jour 2", "[XXXX-02-13]"}, {"Jour 4", "199X"}};
      for (const auto& [title, literal] : literals) {
        if (line.find(title) == std::string::npos) continue;
        EXPECT_NE(line.find(literal), std::string::npos) << line;
      }
    }
    EXPECT_EQ(entries, dated_articles().size()) << text;
  }
}

TEST_F(ExportReaders, PandocReadsEveryItemOfCsl) {
  NEED_PROGRAM("pandoc");
  const std::string path = write("a.json", "csl", hostile_articles());
  const json read = items("csljson", path);
  ASSERT_EQ(read.size(), hostile_articles().size());
  for (size_t i = 0; i < read.size(); ++i) EXPECT_EQ(read[i]["type"], "article-newspaper");
  EXPECT_EQ(read[0]["issued"]["date-parts"][0], json::parse("[2019,2,13]"));
  EXPECT_NE(bibliography(path).find("Charles de Gaulle"), std::string::npos);
}

TEST_F(ExportReaders, BibutilsReadsEveryRecord) {
  NEED_PROGRAM("ris2xml");
  for (const auto& [reader, form] : {std::pair{"bib2xml", "bibtex"}, std::pair{"ris2xml", "ris"}}) {
    const std::string path = write("a", form, hostile_articles());
    const Finished finished = run_program({reader, path});
    EXPECT_EQ(finished.exit_code, 0);
    EXPECT_NE(finished.err.find("Processed " + std::to_string(hostile_articles().size()) + " references"),
              std::string::npos)
        << reader << finished.err;
    const std::string day = form == std::string("ris") ? "2019-02-13" : "2019";  // it reads no `date`
    EXPECT_NE(finished.out.find("<dateIssued>" + day + "</dateIssued>"), std::string::npos) << finished.out;
    EXPECT_NE(finished.out.find("exemple-1@7"), std::string::npos) << reader;
  }
}

TEST_F(ExportReaders, BibutilsFindsNoExactDateInRisWhereThereIsNone) {
  NEED_PROGRAM("ris2xml");
  std::vector<Article> articles = dated_articles();
  articles.erase(articles.begin());
  const std::string out = output_of({"ris2xml", write("a.ris", "ris", articles)});
  EXPECT_EQ(out.find(">2019-02-13<"), std::string::npos) << out;
  EXPECT_NE(out.find(">2019-02<"), std::string::npos) << out;
}

TEST_F(ExportReaders, TeiIsValid) {
  NEED_PROGRAM("xmllint");
  std::vector<Article> articles = hostile_articles();
  for (const Article& article : dated_articles()) articles.push_back(article);
  const std::string path = write("a.xml", "tei", articles);
  output_of({"xmllint", "--noout", "--relaxng", DEPECHE_SCHEMA_DIR "/depeche-tei.rng", path});
  EXPECT_EQ(output_of({"xmllint", "--xpath", "count(//*[local-name()='TEI'])", path}),
            std::to_string(articles.size()) + "\n");
  EXPECT_EQ(output_of({"xmllint", "--xpath", "count(//*[@cert and @when])", path}), "0\n");
}

TEST_F(ExportReaders, TheSchemaOfTeiRefusesWhatTeiRefuses) {
  NEED_PROGRAM("xmllint");
  std::ostringstream out;
  begin_tei(out);
  write_tei(dated_articles().front(), 1, out);
  end_tei(out);
  const std::string good = out.str();
  const auto valid = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    if (!from.empty()) text.replace(text.find(from), from.size(), to);
    return run_program({"xmllint", "--noout", "--relaxng", DEPECHE_SCHEMA_DIR "/depeche-tei.rng",
                        write("x.xml", text)})
               .exit_code == 0;
  };
  EXPECT_TRUE(valid("", ""));
  EXPECT_FALSE(valid("when=\"2019-02-13\"", "when=\"13/02/2019\""));
  EXPECT_FALSE(valid("when=\"2019-02-13\"", "when=\"2019-02-13\" cert=\"low\""));
  EXPECT_FALSE(valid("<idno>d0@1</idno>", ""));
  EXPECT_FALSE(valid("<p>Texte.</p>", ""));
}

TEST_F(ExportReaders, FilesForTxmAreValid) {
  NEED_PROGRAM("xmllint");
  for (const Article& article : hostile_articles()) {
    const std::string path = write(txm_name(article) + ".xml", "txm", {article});
    output_of({"xmllint", "--noout", "--relaxng", DEPECHE_SCHEMA_DIR "/depeche-txm.rng", path});
  }
}

}  // namespace
}  // namespace depeche
