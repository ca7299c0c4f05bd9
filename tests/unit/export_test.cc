// Exports: what each form makes of any date and of any text.
#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "common/stored_article.h"
#include "searcher/export/citation.h"
#include "searcher/export/escape.h"
#include "searcher/export/export_form.h"
#include "searcher/view/csv.h"
#include "tests/golden/golden.h"
#include "tests/unit/export_articles.h"

namespace depeche {
namespace {

std::string exported(const ExportForm& form, const std::vector<Article>& articles) {
  std::ostringstream out;
  form.begin(out);
  uint64_t ordinal = 0;
  for (const Article& article : articles) form.article(article, ++ordinal, out);
  form.end(out);
  return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// Lines that contain `words`, without what stands before and behind them, joined by a blank.
std::string lines_with(const std::string& text, const std::vector<std::string>& words) {
  std::string found;
  for (std::string line : lines_of(text))
    for (const std::string& word : words) {
      if (!line.starts_with(word)) continue;
      while (line.ends_with('\r') || line.ends_with(',')) line.pop_back();
      line.erase(0, line.find_first_not_of(' '));
      found += (found.empty() ? "" : " | ") + line;
    }
  return found;
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const size_t from = text.find(begin);
  if (from == std::string::npos) return "";
  const size_t start = from + begin.size();
  return text.substr(start, text.find(end, start) - start);
}

struct DateCase {
  const char* name;
  ArticleDate date;
  std::string bibtex, ris, csl, iramuteq, gargantext, tei, txm;
};

const char* const kNoDay = "*mois_inconnu *jour_inconnu";

std::vector<DateCase> date_cases() {
  return {
      {"a day that is stated", published_on({2019, 2, 13}), "date = {2019-02-13} | year = {2019}",
       "PY  - 2019 | DA  - 2019/02/13/", R"({"date-parts":[[2019,2,13]]})",
       "*an_2019 *mois_201902 *jour_20190213", "2019\t2\t13", R"( when="2019-02-13">2019-02-13)",
       "2019-02-13,2019"},
      {"a month", published_on({2019, 2, 0}), "date = {2019-02} | year = {2019}",
       "PY  - 2019 | DA  - 2019/02//", R"({"date-parts":[[2019,2]]})", "*an_2019 *mois_201902 *jour_inconnu",
       "2019\t2\t", R"( when="2019-02">2019-02)", "2019-02,2019"},
      {"a year", published_on({1798, 0, 0}), "year = {1798}", "PY  - 1798 | DA  - 1798///",
       R"({"date-parts":[[1798]]})", std::string("*an_1798 ") + kNoDay, "1798\t\t", R"( when="1798">1798)",
       "1798,1798"},
      {"a season", published_on({2018, 22, 0}), "date = {2018-22} | year = {2018}",
       "PY  - 2018 | DA  - 2018///summer", R"({"season":2,"date-parts":[[2018]]})",
       std::string("*an_2018 ") + kNoDay, "2018\t\t",
       R"( notBefore="2018-06-21" notAfter="2018-09-23">2018-22)", "2018-22,2018"},
      {"a quarter", published_on({2019, 33, 0}), "year = {2019}", "PY  - 2019 | DA  - 2019///",
       R"({"literal":"[2019-33]"})", std::string("*an_2019 ") + kNoDay, "2019\t\t",
       R"( notBefore="2019-01-01" notAfter="2019-03-31">2019-33)", "2019-33,2019"},
      {"half a year", published_on({2019, 41, 0}), "year = {2019}", "PY  - 2019 | DA  - 2019///",
       R"({"literal":"[2019-41]"})", std::string("*an_2019 ") + kNoDay, "2019\t\t",
       R"( notBefore="2019-07-01" notAfter="2019-12-31">2019-41)", "2019-41,2019"},
      {"a decade", published_on({1990, 0, 0, 1}), "year = {199X}", "", R"({"literal":"[199X]"})",
       std::string("*an_inconnu ") + kNoDay, "\t\t", R"( notBefore="1990-01-01" notAfter="1999-12-31">199X)",
       "199X,"},
      {"a century", published_on({1800, 0, 0, 2}), "year = {18XX}", "", R"({"literal":"[18XX]"})",
       std::string("*an_inconnu ") + kNoDay, "\t\t", R"( notBefore="1800-01-01" notAfter="1899-12-31">18XX)",
       "18XX,"},
      {"a day without a year", published_on({0, 2, 13}), "year = {[XXXX-02-13]}", "",
       R"({"literal":"[XXXX-02-13]"})", std::string("*an_inconnu ") + kNoDay, "\t\t",
       R"( when="--02-13">XXXX-02-13)", "XXXX-02-13,"},
      {"a month without a year", published_on({0, 2, 0}), "year = {[XXXX-02]}", "",
       R"({"literal":"[XXXX-02]"})", std::string("*an_inconnu ") + kNoDay, "\t\t", R"( when="--02">XXXX-02)",
       "XXXX-02,"},
      {"a day whose year is inferred, with other readings",
       inferred_as({2019, 2, 13}, {0, 2, 13}, {{{2017, 2, 13}, 0.2F, ""}, {{2018, 2, 13}, 0.3F, ""}}),
       "year = {[2019-02-13?]}", "", R"({"literal":"[2019-02-13?]"})", std::string("*an_inconnu ") + kNoDay,
       "\t\t", R"( notBefore="2017-02-13" notAfter="2019-02-13" cert="low">2019-02-13?)", "2019-02-13?,"},
      {"a day that is inferred as a whole", inferred_as({2019, 2, 13}), "year = {[2019-02-13?]}", "",
       R"({"literal":"[2019-02-13?]"})", std::string("*an_inconnu ") + kNoDay, "\t\t",
       R"( notBefore="2019-02-13" notAfter="2019-02-13" cert="low">2019-02-13?)", "2019-02-13?,"},
      {"a day of which the month is stated", inferred_as({2019, 2, 13}, {2019, 2, 0}),
       "year = {[2019-02-13?]}", "PY  - 2019 | DA  - 2019/02//", R"({"literal":"[2019-02-13?]"})",
       "*an_2019 *mois_201902 *jour_inconnu", "2019\t2\t",
       R"( notBefore="2019-02-13" notAfter="2019-02-13" cert="low">2019-02-13?)", "2019-02-13?,2019"},
      {"a year that is inferred", inferred_as({2019, 0, 0}), "year = {[2019?]}", "",
       R"({"literal":"[2019?]"})", std::string("*an_inconnu ") + kNoDay, "\t\t",
       R"( notBefore="2019-01-01" notAfter="2019-12-31" cert="low">2019?)", "2019?,"},
      {"no date", published_on({}), "", "", "", std::string("*an_inconnu ") + kNoDay, "\t\t", "/>", ","},
  };
}

TEST(Export, NoDateSaysMoreThanItsSource) {
  for (const DateCase& c : date_cases()) {
    SCOPED_TRACE(c.name);
    Article article;
    article.id = "a";
    article.text = "Texte";
    article.dates = {c.date};
    const auto write = [&](const char* form) { return exported(*find_export_form(form), {article}); };
    EXPECT_EQ(lines_with(write("bibtex"), {"  date", "  year", "  month"}), c.bibtex);
    EXPECT_EQ(lines_with(write("ris"), {"PY", "DA", "Y1", "Y2"}), c.ris);
    EXPECT_EQ(between(write("csl"), "\"issued\":", ",\"note\""), c.csl);
    EXPECT_EQ(between(write("iramuteq"), "*rubrique_inconnu ", "\n"), c.iramuteq);
    EXPECT_EQ(between(write("gargantext"), "\"\"\t\"\"\t", "\t\"Texte\""), c.gargantext);
    EXPECT_EQ(between(between(write("tei"), "<publisher></publisher>", "<idno>"), "<date", "</date>"),
              c.tei == "/>" ? "/>" : c.tei);
    const std::vector<std::string> row = txm_row(article, 1);
    EXPECT_EQ(row[8] + "," + row[9], c.txm);
    const std::string edtf = to_edtf(c.date.value, c.date.inferred);
    EXPECT_NE(citation(article).find(edtf.empty() ? "s.\u00A0d." : edtf), std::string::npos);
  }
}

TEST(Export, WholeForms) {
  for (const ExportForm& form : export_forms())
    expect_golden(std::string("export_") + form.name + ".txt", exported(form, hostile_articles()));
  std::ostringstream table;
  CsvWriter metadata(table, {});
  metadata.row(txm_columns());
  uint64_t ordinal = 0;
  for (const Article& article : hostile_articles()) metadata.row(txm_row(article, ++ordinal));
  expect_golden("export_txm_metadata.csv", table.str());
}

TEST(Export, NothingThatAFormForbidsIsLeft) {
  for (const ExportForm& form : export_forms()) {
    const std::string text = exported(form, hostile_articles());
    EXPECT_TRUE(std::ranges::none_of(text, [](char c) {
      return (c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == '\x7f';
    })) << form.name;
    for (const char* sign : {"\u202E", "\u2066", "\u200F", "\u2028", "\u2029", "\u0085", "\uFEFF",
                             "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xFF"})
      EXPECT_EQ(text.find(sign), std::string::npos) << form.name;
  }
}

TEST(Export, IramuteqHasNothingToObeyButItsLinesOfStars) {
  const std::vector<Article> articles = hostile_articles();
  size_t texts = 0;
  for (const std::string& line : lines_of(exported(*find_export_form("iramuteq"), articles))) {
    if (!line.starts_with("****")) {
      EXPECT_EQ(line.find('*'), std::string::npos) << line;
      std::istringstream words(line);
      for (std::string word; words >> word;) {
        EXPECT_FALSE(word.starts_with('_')) << line;
        EXPECT_FALSE(word.ends_with('_')) << line;
      }
      continue;
    }
    ++texts;
    std::istringstream words(line.substr(4));
    size_t variables = 0;
    for (std::string word; words >> word; ++variables) {
      EXPECT_TRUE(word.starts_with('*')) << line;
      EXPECT_EQ(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_", 1), std::string::npos)
          << line;
      const size_t underscore = word.find('_');
      EXPECT_TRUE(underscore > 1 && underscore + 1 < word.size()) << line;
    }
    EXPECT_EQ(variables, 8u) << line;
  }
  EXPECT_EQ(texts, articles.size());
}

TEST(Export, RisLinesAreTagsAndEndAsItsSpecificationSays) {
  size_t records = 0;
  for (const std::string& line : lines_of(exported(*find_export_form("ris"), hostile_articles()))) {
    EXPECT_TRUE(line.ends_with('\r')) << line;
    if (line == "\r") continue;
    EXPECT_EQ(line.substr(2, 4), "  - ") << line;
    EXPECT_EQ(line.substr(0, 2).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"), std::string::npos)
        << line;
    if (line.starts_with("AU") || line.starts_with("T2")) {
      EXPECT_EQ(line.find('*'), std::string::npos) << line;
    }
    records += line.starts_with("TY") ? 1 : 0;
  }
  EXPECT_EQ(records, hostile_articles().size());
}

/// The fields of a line of TSV whose quotes are doubled.
std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
      fields.back() += line[i++];
    else if (line[i] == '"')
      quoted = !quoted;
    else if (line[i] == '\t' && !quoted)
      fields.emplace_back();
    else
      fields.back() += line[i];
  }
  EXPECT_FALSE(quoted) << line;
  return fields;
}

TEST(Export, GargantextHasALineAnArticleAndNineColumns) {
  const std::vector<Article> articles = hostile_articles();
  const std::vector<std::string> lines = lines_of(exported(*find_export_form("gargantext"), articles));
  ASSERT_EQ(lines.size(), articles.size() + 1);
  for (const std::string& line : lines) EXPECT_EQ(fields_of(line).size(), 9u) << line;
  EXPECT_EQ(fields_of(lines[1])[6],
            "Charles de Gaulle, Vincent van Gogh, Anne-Marie d'Ormesson et fils, Dupont Jean");
  EXPECT_EQ(fields_of(lines.back())[5], "a b \"c\"");
}

TEST(Export, CslIsJsonWithAnItemAnArticle) {
  const auto items = nlohmann::json::parse(exported(*find_export_form("csl"), hostile_articles()));
  ASSERT_EQ(items.size(), hostile_articles().size());
  EXPECT_EQ(items[0]["author"][0]["literal"], "Charles de Gaulle");
  EXPECT_EQ(items[0]["URL"], "https://example.org/%C3%A0_b?c=1&d=%7B2%7D%20e");
  EXPECT_EQ(exported(*find_export_form("csl"), {}), "[\n]\n");
}

TEST(Export, FormsAreFoundByName) {
  EXPECT_EQ(find_export_form("json"), nullptr);
  EXPECT_EQ(find_export_form(""), nullptr);
  for (const ExportForm& form : export_forms()) EXPECT_EQ(find_export_form(form.name), &form);
}

TEST(Export, FilesForTxmHaveANameOfTheirVersion) {
  Article article;
  article.id = "../../etc/passwd\n";
  const std::string name = txm_name(article);
  EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789"), std::string::npos) << name;
  EXPECT_EQ(txm_name(article), name);
  article.version = 2;
  EXPECT_NE(txm_name(article), name);
}

TEST(Export, ACitationNamesItsVersionAndItsText) {
  Article article = hostile_articles().front();
  const std::string cited = citation(article);
  EXPECT_EQ(cited, "Agence & Fils, «\u00A0Été à Québec : la sûreté\u00A0», 2019-02-13, exemple-1@7, xxh3:" +
                       content_digest(article).substr(0, 16));
  article.origin.path = "/ailleurs";
  EXPECT_EQ(citation(article), cited) << "where it was read is no part of it";
  article.text += " Ajout.";
  EXPECT_NE(citation(article), cited);
}

TEST(Export, UntitledArticlesAreCalledByTheirFirstWords) {
  struct Case {
    std::string title, text, expected;
  };
  const Case cases[] = {
      {"Titre", "Texte", "Titre"},
      {" \n\t", "Texte", "[Texte]"},
      {"", "", ""},
      {"", "\n \n", ""},
      {"", "Court.\nDeux.", "[Court. Deux.]"},
      {"", "Vingt-six pays participent depuis lundi à un exercice qui simule la panne d'un port.",
       "[Vingt-six pays participent depuis lundi à un exercice qui…]"},
      {"", std::string(100, 'x'), "[" + std::string(60, 'x') + "…]"},
      {"", std::string(59, 'x') + "éééé", "[" + std::string(59, 'x') + "…]"},
  };
  for (const Case& c : cases) {
    Article article;
    article.title = c.title;
    article.text = c.text;
    EXPECT_EQ(title_or_incipit(article), c.expected) << c.text;
  }
}

struct EscapeCase {
  std::string text, line, xml, tex, name, url;
};

TEST(Export, Escapes) {
  const EscapeCase cases[] = {
      {"", "", "", "", "", ""},
      {" a \t\n b ", "a b", " a \t\n b ", "a b", "a_b", "a%20b"},
      {"a\xFFz", "a\uFFFDz", "a\uFFFDz", "a\uFFFDz", "az", "a%EF%BF%BDz"},
      {"x\x01y", "x y", "xy", "x y", "x_y", "x%20y"},
      {"\uFEFFa\u202Eb", "ab", "ab", "ab", "ab", "ab"},
      {"{\\}", "{\\}", "{\\}", "\\{{\\textbackslash}\\}", "", "%7B%5C%7D"},
      {"}a{b{c}", "}a{b{c}", "}a{b{c}", "{\\textbraceright}a{\\textbraceleft}b\\{c\\}", "a_b_c",
       "%7Da%7Bb%7Bc%7D"},
      {"50 %&$#_~^", "50 %&$#_~^", "50 %&amp;$#_~^",
       "50 \\%\\&\\$\\#\\_{\\textasciitilde}{\\textasciicircum}", "50", "50%20%&$#_~%5E"},
      {"<a b=\"c\">", "<a b=\"c\">", "&lt;a b=&quot;c&quot;&gt;", "<a b=\"c\">", "a_b_c",
       "%3Ca%20b=%22c%22%3E"},
      {"Œuvre-Été", "Œuvre-Été", "Œuvre-Été", "Œuvre-Été", "oeuvre_ete", "%C5%92uvre-%C3%89t%C3%A9"},
  };
  for (const EscapeCase& c : cases) {
    EXPECT_EQ(one_line(c.text), c.line);
    EXPECT_EQ(xml_text(c.text), c.xml);
    EXPECT_EQ(tex_text(c.text), c.tex);
    EXPECT_EQ(plain_name(c.text), c.name);
    EXPECT_EQ(url_text(c.text), c.url);
  }
}

}  // namespace
}  // namespace depeche
