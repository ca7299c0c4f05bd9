// Records understood: to_article() of corpus/reader.h.

#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/civil_date.h"
#include "common/french_date.h"
#include "corpus/rejection_code.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

Record text_record(const std::string& text) {
  Record record;
  record.relative_path = "a.txt";
  record.plain_text = true;
  record.fields = {{"", text}};
  return record;
}

Record field_record(Fields fields) {
  Record record;
  record.relative_path = "a.jsonl";
  record.fields = std::move(fields);
  return record;
}

Article article_of(const Record& record, bool read_dates = true) {
  auto result = to_article(record, {}, read_dates);
  if (const auto* rejection = std::get_if<Rejection>(&result)) {
    ADD_FAILURE() << rejection->code << " " << rejection->message;
    return {};
  }
  return std::get<Article>(std::move(result));
}

/// « published 2019-02-13 09:10 header [evidence] », one a date.
std::vector<std::string> dates_of(const Article& article) {
  std::vector<std::string> out;
  for (const ArticleDate& date : article.dates) {
    std::string line(name_of(date.kind));
    line.append(" ").append(to_edtf(date.value)).append(" ");
    if (date.minute)
      line += std::to_string(*date.minute / 60) + "h" + std::to_string(*date.minute % 60) + " ";
    line.append(name_of(date.basis)).append(" [").append(date.evidence).append("]");
    if (date.span) {
      const auto [field, begin, end] = *date.span;
      EXPECT_EQ(article.field(field).substr(begin, end - begin), date.evidence);
    }
    EXPECT_EQ(date.span.has_value(), date.basis != DateBasis::kField);
    EXPECT_FALSE(date.inferred);
    EXPECT_EQ(date.confidence, 1);
    out.push_back(line);
  }
  return out;
}

using Dates = std::vector<std::string>;

TEST(ToArticle, ReadsADispatchWithoutTitle) {
  const Article article =
      article_of(text_record("Dernière mise à jour à 09h10 le 13/02\n"
                             "Le port de la ville a rouvert, mardi, après trois semaines de grève, a annoncé "
                             "la capitainerie du port.\n"
                             "\"Nous attendons vingt navires\", a déclaré Mme Morel.\n"));
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.header, "Dernière mise à jour à 09h10 le 13/02");
  EXPECT_EQ(article.text,
            "Le port de la ville a rouvert, mardi, après trois semaines de grève, a annoncé la capitainerie "
            "du port.\n"
            "\"Nous attendons vingt navires\", a déclaré Mme Morel.");
  EXPECT_EQ(dates_of(article),
            (Dates{"published XXXX-02-13 9h10 header [Dernière mise à jour à 09h10 le 13/02]",
                   "updated XXXX-02-13 9h10 header [Dernière mise à jour à 09h10 le 13/02]"}));
  EXPECT_EQ(article.language, "fr");
  EXPECT_EQ(article.source, "");
  EXPECT_EQ(article.id.size(), 32u);
}

TEST(ToArticle, ReadsADispatchWithEverything) {
  const Article article =
      article_of(text_record("Le port rouvre\n"
                             "Publié le 12/02/2019 à 18h03, mis à jour le 13/02/2019 à 09h10\n"
                             "\n"
                             "PEKIN, 12 février (Xinhua) -- Le port a rouvert.\n"
                             "\n"
                             "Vingt navires sont attendus.\n"));
  EXPECT_EQ(article.title, "Le port rouvre");
  EXPECT_EQ(article.header,
            "Publié le 12/02/2019 à 18h03, mis à jour le 13/02/2019 à 09h10\nPEKIN, 12 février (Xinhua) --");
  EXPECT_EQ(article.text, "Le port a rouvert.\nVingt navires sont attendus.");
  EXPECT_EQ(article.source, "Xinhua");
  // The dateline says no more than the header: it is not repeated.
  EXPECT_EQ(dates_of(article), (Dates{"published 2019-02-12 18h3 header [Publié le 12/02/2019 à 18h03]",
                                      "updated 2019-02-13 9h10 header [mis à jour le 13/02/2019 à 09h10]"}));
}

TEST(ToArticle, ReadsADispatchThatLostLetters) {
  const Article article =
      article_of(text_record("Publi? le 12 f?vrier 2019 ? 18h03, modifi\uFFFD le 13 f\uFFFDvrier \uFFFD 9h\n"
                             "GEN?VE, 12 f?vrier (Xinhua) -- Le port a rouvert.\n"));
  EXPECT_EQ(article.header,
            "Publi? le 12 f?vrier 2019 ? 18h03, modifi\uFFFD le 13 f\uFFFDvrier \uFFFD 9h\n"
            "GEN?VE, 12 f?vrier (Xinhua) --");
  EXPECT_EQ(article.text, "Le port a rouvert.");
  EXPECT_EQ(article.source, "Xinhua");
  EXPECT_EQ(dates_of(article),
            (Dates{"published 2019-02-12 18h3 header [Publi? le 12 f?vrier 2019 ? 18h03]",
                   "updated XXXX-02-13 9h0 header [modifi\uFFFD le 13 f\uFFFDvrier \uFFFD 9h]"}));
}

TEST(ToArticle, KeepsPublicationAndUpdateApart) {
  struct Case {
    const char* header;
    Dates dates;
  };
  const std::vector<Case> cases = {
      {"Publié le : 12/02/2019 - 18:03Modifié le : 13/02/2019 - 09:10",
       {"published 2019-02-12 18h3 header [Publié le : 12/02/2019 - 18:03]",
        "updated 2019-02-13 9h10 header [Modifié le : 13/02/2019 - 09:10]"}},
      {"Publié le 12 et mis à jour le 13 février 2019",
       {"published 2019-02-12 header [Publié le 12]",
        "updated 2019-02-13 header [mis à jour le 13 février 2019]"}},
      {"Par AFP , publié le 12/02/2019 à 18:03 , mis à jour à 19:10",
       {"published 2019-02-12 18h3 header [publié le 12/02/2019 à 18:03]",
        "updated 2019-02-12 19h10 header [mis à jour à 19:10]"}},
      {"Modifié le 13/02/2019\nPublié le 12/02/2019",
       {"published 2019-02-12 header [Publié le 12/02/2019]",
        "updated 2019-02-13 header [Modifié le 13/02/2019]"}},
      {"Publié hier à 18h03, mis à jour à 19h10", {}},
  };
  for (const Case& row : cases) {
    const Article article = article_of(text_record(std::string(row.header) + "\nLe port a rouvert."));
    EXPECT_EQ(article.header, row.header);
    EXPECT_EQ(article.text, "Le port a rouvert.");
    EXPECT_EQ(dates_of(article), row.dates) << row.header;
  }
}

TEST(ToArticle, PrefersFieldThenHeaderThenDatelineThenUpdate) {
  struct Case {
    Fields fields;
    Dates dates;
  };
  const std::string header = "Publié le 11/02/2019\n", update = "Mis à jour le 14/02/2019\n";
  const std::string dateline = "PEKIN, 12 février 2019 (Xinhua) -- ", body = "Le port a rouvert.";
  const std::vector<Case> cases = {
      {{{"text", body}}, {}},
      {{{"text", update + body}},
       {"published 2019-02-14 header [Mis à jour le 14/02/2019]",
        "updated 2019-02-14 header [Mis à jour le 14/02/2019]"}},
      {{{"text", update + dateline + body}},
       {"published 2019-02-12 dateline [12 février 2019]",
        "updated 2019-02-14 header [Mis à jour le 14/02/2019]"}},
      {{{"text", update + header + dateline + body}},
       {"published 2019-02-11 header [Publié le 11/02/2019]",
        "published 2019-02-12 dateline [12 février 2019]",
        "updated 2019-02-14 header [Mis à jour le 14/02/2019]"}},
      {{{"text", header + dateline + body}, {"date", "2019-02-10T08:00:00Z"}},
       {"published 2019-02-10 8h0 field [2019-02-10T08:00:00Z]",
        "published 2019-02-11 header [Publié le 11/02/2019]",
        "published 2019-02-12 dateline [12 février 2019]"}},
      {{{"text", body}, {"updated", "13/02/2019"}},
       {"published 2019-02-13 field [13/02/2019]", "updated 2019-02-13 field [13/02/2019]"}},
      {{{"text", body}, {"updated", "13/02/2019"}, {"date", "12/02/2019"}},
       {"published 2019-02-12 field [12/02/2019]", "updated 2019-02-13 field [13/02/2019]"}},
      // What repeats a better date is dropped, what completes it stands first.
      {{{"text", dateline + body}, {"date", "2019-02-12"}}, {"published 2019-02-12 field [2019-02-12]"}},
      {{{"text", "Publié le 12/02\n" + dateline + body}},
       {"published 2019-02-12 dateline [12 février 2019]"}},
      {{{"text", "Publié le 12/02 à 8h\n" + dateline + body}},
       {"published 2019-02-12 dateline [12 février 2019]",
        "published XXXX-02-12 8h0 header [Publié le 12/02 à 8h]"}},
      {{{"text", "Publié le 11/02\n" + dateline + body}},
       {"published XXXX-02-11 header [Publié le 11/02]", "published 2019-02-12 dateline [12 février 2019]"}},
  };
  for (const Case& row : cases)
    EXPECT_EQ(dates_of(article_of(field_record(row.fields))), row.dates) << row.fields[0].second;
}

TEST(ToArticle, ReadsFieldDates) {
  struct Case {
    const char* value;
    const char* date;  // "" undated, or the code of a rejection
  } const kCases[] = {
      {"2019-02-13", "2019-02-13"},
      {" 13/02/2019 ", "2019-02-13"},
      {"13 février 2019", "2019-02-13"},
      {"mercredi 13 février 2019 à 9h10", "2019-02-13"},
      {"2019-02-13T09:10:00+01:00", "2019-02-13"},
      {"2019-02-13 09:10:00", "2019-02-13"},
      {"20190213", "2019-02-13"},
      {"2019-02", "2019-02"},
      {"2019", "2019"},
      {"1798-03-01", "1798-03-01"},
      {"Publié le 13/02/2019 à 9h10", "2019-02-13"},
      {"13/02", "XXXX-02-13"},
      {"", ""},
      {"null", ""},
      {"NaN", ""},
      {"N/A", ""},
      {"31/02/2019", "E_DATE"},
      {"2019-02-29", "E_DATE"},
      {"2019-13-01", "E_DATE"},
      {"0000-00-00", "E_DATE"},
      {"hier", "E_DATE"},
      {"1550048400", "E_DATE"},
      {"Publié le 12/02/2019, mis à jour le 13/02/2019", "E_DATE"},
  };
  for (const auto& row : kCases) {
    const auto result = to_article(field_record({{"title", "Un"}, {"date", row.value}}), {});
    if (const auto* rejection = std::get_if<Rejection>(&result)) {
      EXPECT_EQ(rejection->code, row.date) << row.value;
      EXPECT_NE(rejection->message.find(row.value), std::string::npos) << rejection->message;
    } else {
      const ArticleDate* date = find_date(std::get<Article>(result), DateKind::kPublished);
      EXPECT_EQ(date ? to_edtf(date->value) : "", row.date) << row.value;
    }
  }
}

TEST(ToArticle, RejectsImpossibleDatesWhereverTheyStand) {
  for (const char* text : {"Publié le 31/02/2019\nUne phrase.", "Mis à jour le 30/02\nUne phrase.",
                           "PEKIN, 31 février 2019 (Xinhua) -- Une phrase."}) {
    const auto result = to_article(text_record(text), {});
    ASSERT_TRUE(std::holds_alternative<Rejection>(result)) << text;
    EXPECT_EQ(std::get<Rejection>(result).code, "E_DATE");
    EXPECT_FALSE(std::get<Rejection>(result).whole_file);
    EXPECT_EQ(std::get<Rejection>(result).excerpt.substr(0, 4), std::string(text).substr(0, 4));
    // In the text it is what the author wrote.
    EXPECT_TRUE(dates_of(article_of(text_record("Une phrase du 31/02/2019."))).empty());
  }
}

TEST(ToArticle, ReadsNoDatesWhenToldNotTo) {
  const Article article =
      article_of(text_record("Publié le 31/02/2019\nPEKIN, 31 février (Xinhua) -- Une phrase."), false);
  EXPECT_EQ(article.header, "Publié le 31/02/2019\nPEKIN, 31 février (Xinhua) --");
  EXPECT_EQ(article.text, "Une phrase.");
  EXPECT_TRUE(article.dates.empty());
  EXPECT_TRUE(article_of(field_record({{"title", "Un"}, {"date", "31/02/2019"}}), false).dates.empty());
}

TEST(ToArticle, ReadsFields) {
  const Article article = article_of(field_record({{"id", " dep-1 "},
                                                   {"headline", "Le port\nrouvre "},
                                                   {"body", "Une phrase.\r\n\n Une autre. "},
                                                   {"publisher", "La Vigie"},
                                                   {"rubrique", "Ports"},
                                                   {"lang", "fr-CA"},
                                                   {"link", "https://example.org/1"},
                                                   {"authors", "Jeanne Morel"},
                                                   {"authors", "Paul Nguyen; Ana Diaz"},
                                                   {"unknown", "x"}}));
  EXPECT_EQ(article.id, "dep-1");
  EXPECT_EQ(article.title, "Le port rouvre");
  EXPECT_EQ(article.text, "Une phrase.\nUne autre.");
  EXPECT_EQ(article.source, "La Vigie");
  EXPECT_EQ(article.section, "Ports");
  EXPECT_EQ(article.language, "fr");
  EXPECT_EQ(article.url, "https://example.org/1");
  EXPECT_EQ(article.authors, (std::vector<std::string>{"Jeanne Morel", "Paul Nguyen", "Ana Diaz"}));
  EXPECT_EQ(article.version, 1u);
}

TEST(ToArticle, KeepsTheSourceStatedBeforeThatOfTheDateline) {
  const Article article =
      article_of(field_record({{"text", "PARIS (AFP) - Une phrase."}, {"source", "La Vigie"}}));
  EXPECT_EQ(article.source, "La Vigie");
  EXPECT_EQ(article.header, "PARIS (AFP) -");
  EXPECT_TRUE(article.dates.empty());
}

TEST(ToArticle, TakesADatelineThatIsALineOfItsOwn) {
  const Article article =
      article_of(text_record("Le port rouvre\n\nParis, le 12 février 2019\n\nUne phrase."));
  EXPECT_EQ(article.title, "Le port rouvre");
  EXPECT_EQ(article.header, "Paris, le 12 février 2019");
  EXPECT_EQ(article.text, "Une phrase.");
  EXPECT_EQ(dates_of(article), (Dates{"published 2019-02-12 dateline [12 février 2019]"}));
}

TEST(ToArticle, MakesNoTitleOfTheTextOfARecord) {
  const Article article = article_of(field_record({{"text", "Le port rouvre\n\nUne phrase."}}));
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.text, "Le port rouvre\nUne phrase.");
}

TEST(ToArticle, MakesIdsOfPathAndNumber) {
  Record one = text_record("Une phrase."), two = one, moved = one, changed = text_record("Une autre.");
  two.origin.record = 2;
  moved.relative_path = "b.txt";
  moved.origin.path = "/elsewhere/b.txt";
  const std::string id = article_of(one).id;
  EXPECT_EQ(article_of(changed).id, id);
  EXPECT_NE(article_of(two).id, id);
  EXPECT_NE(article_of(moved).id, id);
}

/// Two crawls of a page, or a page that comes in two files, are versions of one article.
TEST(ToArticle, MakesIdsOfThePagesAddress) {
  const struct Case {
    Fields fields;
    std::string id;  // "": that of path and number
  } kCases[] = {
      {{{"id", "a"}, {"url", "https://a.example/un"}, {"text", "Un."}}, "a"},
      {{{"url", "https://a.example/un"}, {"text", "Un."}}, "https://a.example/un"},
      {{{"url", "a.example/?p=12"}, {"text", "Un."}}, "a.example/?p=12"},
      // Of the site, which many records name.
      {{{"url", "https://a.example/"}, {"text", "Un."}}, ""},
      {{{"url", "https://a.example"}, {"text", "Un."}}, ""},
      {{{"url", "a.example"}, {"text", "Un."}}, ""},
  };
  for (const Case& c : kCases) {
    const std::string of_place = article_of(field_record({{"text", "Un."}})).id;
    EXPECT_EQ(article_of(field_record(c.fields)).id, c.id.empty() ? of_place : c.id) << c.fields[0].second;
  }
}

TEST(ToArticle, RejectsWhatIsNoArticle) {
  struct Case {
    Record record;
    const char* code;
    const char* message;  // a part
  };
  const std::vector<Case> cases = {
      {field_record({}), "E_FIELD", "null and nested objects are not read"},
      {field_record({{"accroche", "x"}, {"corps2", "y"}}), "E_FIELD", "accroche, corps2"},
      {field_record({{"title", ""}, {"text", " \n"}}), "E_EMPTY", "--map"},
      {text_record("Publié le 12/02/2019\n"), "E_EMPTY", "neither title nor text"},
  };
  for (const Case& row : cases) {
    const auto result = to_article(row.record, {});
    ASSERT_TRUE(std::holds_alternative<Rejection>(result)) << row.message;
    const auto& rejection = std::get<Rejection>(result);
    EXPECT_EQ(rejection.code, row.code);
    EXPECT_NE(rejection.message.find(row.message), std::string::npos) << rejection.message;
    EXPECT_FALSE(rejection.id.empty());
  }
}

TEST(ToArticle, UsesTheMapAndTheLanguageOfTheOptions) {
  CorpusOptions options;
  options.map.apply("title=accroche,text=corps2,date=versioncreated");
  options.language = "oc";
  const auto result = to_article(field_record({{"accroche", "Un"},
                                               {"corps2", "Deux."},
                                               {"versionCreated", "2019-02-13"},
                                               {"date", "31/02/2019"}}),
                                 options);
  const auto& article = std::get<Article>(result);
  EXPECT_EQ(article.title, "Un");
  EXPECT_EQ(article.text, "Deux.");
  EXPECT_EQ(article.language, "oc");
  EXPECT_EQ(dates_of(article), (Dates{"published 2019-02-13 field [2019-02-13]"}));
}

TEST(ToArticle, HonoursEmbargoAndWithdrawal) {
  struct Row {
    std::string embargo;
    bool withdrawn;
    std::string today, code;
  };
  const std::vector<Row> rows = {
      {"", false, "", ""},
      {"2030-01-02T00:00:00Z", false, "2030-01-01", "E_EMBARGO"},
      {"2030-01-02T00:00:00Z", false, "2030-01-02", ""},
      {"20300102T000000Z", false, "2030-01-03", ""},
      {"2030-01-02", false, "", "E_EMBARGO"},
      {"-", false, "2030-01-02", "E_EMBARGO"},
      {"demain", false, "2030-01-02", "E_DATE"},
      {"", true, "", "E_WITHDRAWN"},
      {"2030-01-02", true, "2030-01-01", "E_WITHDRAWN"},
  };
  for (const Row& row : rows) {
    Record record = field_record({{"id", "a"}, {"title", "Un"}});
    record.embargo = row.embargo;
    record.withdrawn = row.withdrawn;
    record.revision = 3;
    CorpusOptions options;
    if (!row.today.empty()) options.today = read_date(row.today)->value.first_day();
    const auto result = to_article(record, options);
    const auto* rejection = std::get_if<Rejection>(&result);
    EXPECT_EQ(rejection ? rejection->code : "", row.code) << row.embargo << ' ' << row.today;
    if (!rejection) {
      EXPECT_EQ(std::get<Article>(result).revision, 3u);
      continue;
    }
    EXPECT_EQ(rejection->id, "a");
    EXPECT_EQ(rejection->withdraws.value_or(0), row.withdrawn ? 3u : 0u);
  }
  Record record = field_record({{"id", "a"}});
  record.withdrawn = true;
  EXPECT_EQ(std::get<Rejection>(to_article(record, {})).withdraws, std::numeric_limits<uint64_t>::max())
      << "without a number: every version";
}

}  // namespace
}  // namespace depeche
