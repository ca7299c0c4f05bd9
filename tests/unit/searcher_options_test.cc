#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/error.h"
#include "searcher/options.h"

namespace depeche {
namespace {

using Action = SearcherOptions::Action;
using Arguments = std::vector<const char*>;

SearcherOptions parsed(Arguments arguments) {
  arguments.insert(arguments.begin(), "depeche-searcher");
  return parse_searcher_options(static_cast<int>(arguments.size()), arguments.data());
}

std::string joined(const Arguments& arguments) {
  std::string text;
  for (const char* argument : arguments) text.append(argument) += ' ';
  return text;
}

TEST(SearcherOptions, Defaults) {
  const SearcherOptions options = parsed({"--index", "/tmp/index", "image"});
  EXPECT_EQ(options.action, Action::kSearch);
  EXPECT_EQ(to_text(options.query), "image");
  EXPECT_EQ(options.index, "/tmp/index");
  EXPECT_EQ(options.search.limit, 10u);
  EXPECT_EQ(options.search.offset, 0u);
  EXPECT_EQ(options.search.sort, SortOrder::kRelevance);
  EXPECT_EQ(options.search.time_limit, 2);
  EXPECT_FALSE(options.search.count_hits);
  EXPECT_EQ(options.format, OutputFormat::kText);
  EXPECT_EQ(options.colour, SearcherOptions::Colour::kAuto);
  EXPECT_EQ(options.width, 0u);
  EXPECT_EQ(options.now, today());
}

TEST(SearcherOptions, Values) {
  const SearcherOptions options =
      parsed({"--limit=20", "--offset", "5", "--sort", "-date", "--format=jsonl", "--color", "always",
              "--width", "100", "--time-limit", "0.5", "--now", "13/02/2019", "--index=i", "date:hier"});
  EXPECT_EQ(options.search.limit, 20u);
  EXPECT_EQ(options.search.offset, 5u);
  EXPECT_EQ(options.search.sort, SortOrder::kNewestFirst);
  EXPECT_EQ(options.format, OutputFormat::kJsonl);
  EXPECT_EQ(options.search.time_limit, 0.5);
  EXPECT_EQ(to_text(options.query), "date:2019-02-12");
  const Terminal terminal = output_terminal(options, -1);
  EXPECT_TRUE(terminal.colour);
  EXPECT_EQ(terminal.width, 100u);
  EXPECT_EQ(parsed({"--sort=date", "--index=i", "a"}).search.sort, SortOrder::kOldestFirst);
}

TEST(SearcherOptions, Names) {
  const SearcherOptions facets =
      parsed({"--facets", "lieu,PERSON,year,place", "--facet-limit=3", "--index=i", "image"});
  EXPECT_EQ(facets.action, Action::kFacets);
  std::string fields;
  for (const FacetField* field : facets.facets) fields.append(field->english) += ' ';
  EXPECT_EQ(fields, "place person year ");
  EXPECT_EQ(facets.facet_limit, 3u);
  EXPECT_EQ(to_text(facets.query), "image");
  EXPECT_EQ(facets.aliases.groups().size(), Aliases::shipped().groups().size());
  EXPECT_EQ(parsed({"--facets=lieu", "--index=i"}).query.kind, Query::Kind::kAll);
  EXPECT_EQ(parsed({"--facets=lieu", "--index=i"}).facet_limit, 10u);

  const SearcherOptions entities = parsed({"--entities", "hua*", "--limit", "5", "--index=i"});
  EXPECT_EQ(entities.action, Action::kEntities);
  EXPECT_EQ(entities.text, "hua*");
  const SearcherOptions why = parsed({"--why", "a-1", "--index=i"});
  EXPECT_EQ(why.action, Action::kWhy);
  EXPECT_EQ(why.id, "a-1");
}

TEST(SearcherOptions, VersionsOfAnArticle) {
  const SearcherOptions versions = parsed({"--versions", "a@2", "--index=i", "--format", "json"});
  EXPECT_EQ(versions.action, Action::kVersions);
  EXPECT_EQ(versions.id, "a@2");
  const SearcherOptions diff = parsed({"--diff=a@1..3", "--index=i"});
  EXPECT_EQ(diff.action, Action::kDiff);
  EXPECT_EQ(diff.id, "a@1..3");
}

TEST(SearcherOptions, MistakesAboutNames) {
  const struct Case {
    Arguments arguments;
    std::string message;
  } kCases[] = {
      {{"--facets", "lieu,date", "a"},
       "--facets date: choose from personne, org, lieu, autre, source, rubrique, auteur, annee, separated by "
       "commas"},
      {{"--facets", "", "a"}, "--facets : choose from"},
      {{"--facets", "lieu", "--facet-limit", "0", "a"}, "--facet-limit 0: not a number from 1 to"},
      {{"--facets", "lieu", "--count", "a"}, "--count and --facets exclude each other"},
      {{"--facets", "lieu", "--format", "ids", "a"}, "--format ids lists articles only"},
      {{"--entities", "?"}, "--entities ?: write a part of a name"},
      {{"--entities", "a", "--format", "ids"}, "--format ids lists articles only"},
      {{"--entities", "hua", "chunying"}, "--entities takes one value in quotes and no query"},
      {{"--versions", "a", "--format", "ids"}, "--format ids lists articles only"},
      {{"--diff", "a", "--format", "ids"}, "--format ids lists articles only"},
      {{"--diff", "a@1", "a@3"}, "--diff takes one value in quotes and no query"},
      {{"--diff", "a", "--versions", "a"}, "--versions and --diff exclude each other"},
      {{"--why", "a", "b"}, "--why takes one value in quotes and no query"},
      {{"--aliases", "/nonexistent/aliases.tsv", "a"}, "--aliases /nonexistent/aliases.tsv: no such file"},
  };
  for (const Case& c : kCases) {
    try {
      parsed(c.arguments);
      ADD_FAILURE() << joined(c.arguments);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kUsage);
      EXPECT_TRUE(std::string(error.what()).starts_with(c.message)) << error.what();
    }
  }
}

TEST(SearcherOptions, FiltersJoinTheQuery) {
  const struct Case {
    Arguments arguments;
    std::string query;
  } kCases[] = {
      {{"cyber*", "SAUF", "tennis"}, "cyber* SAUF tennis"},
      {{"l'image", "personne:Hua Chunying"}, "l'image ET personne:\"Hua Chunying\""},
      {{"--person", "Hua Chunying"}, "personne:\"Hua Chunying\""},
      {{"--person=Hua", "--person", "Xi", "a"}, "a ET personne:Hua ET personne:Xi"},
      {{"a OU b", "--place", "Chine"}, "(a OU b) ET lieu:Chine"},
      {{"--source", "AFP", "--source", "Xinhua", "a"}, "a ET (source:AFP OU source:Xinhua)"},
      {{"--on", "13/02/2019"}, "date:2019-02-13"},
      {{"--on", "2019", "--on", "2017"}, "date:2019 OU date:2017"},
      {{"--event", "2019-02-12", "--updated", "2019-02"}, "evenement:2019-02-12 ET maj:2019-02"},
      {{"--since", "2019", "a"}, "a ET date:2019-01-01.."},
      {{"--until", "2019-02", "a"}, "a ET date:..2019-02-28"},
      {{"--since", "13/02/2019", "--until", "2019"}, "date:2019-02-13..2019-12-31"},
      {{"--now", "2019-03-01", "--since", "il y a 3 mois"}, "date:2018-12-01.."},
      {{"--since", "il y a 3 mois", "--now", "2019-03-01"}, "date:2018-12-01.."},
      {{"--since", "été 2018", "--until", "mars 2019"}, "date:2018-06-21..2019-03-31"},
      {{"--now", "2019-03-01", "--since", "13 février", "--until", "hier"}, "date:2019-02-13..2019-02-28"},
      {{"--now", "2019-03-01", "--since", "février"}, "date:2019-02-01.."},
      {{"--since", "entre 2017 et 2019"}, "date:2017-01-01.."},
      {{"--until", "entre 2017 et 2019"}, "date:..2019-12-31"},
      {{"--since", "depuis 2014"}, "date:2014-01-01.."},
      {{"--until", "avant 2013"}, "date:..2012-12-31"},
      {{"--on", "13 février"}, "date:13/02"},
      {{"--on", "février"}, "date:XXXX-02"},
      {{"--now", "2019-03-01", "--updated", "mardi dernier"}, "maj:2019-02-26"},
      {{"--event", "14-Juillet 2018"}, "evenement:2018-07-14"},
      {{"--phrase", "de la Chine", "--phrase", "l'image"}, "\"de la Chine\" ET \"l'image\""},
      {{"--phrase", "dit \"non\""}, "\"dit \\\"non\\\"\""},
      {{"--title", "image"}, "titre:image"},
      {{"--title", "=image"}, "titre:=image"},
      {{"--title", "imag*"}, "titre:imag*"},
      {{"--title", "l'image de la Chine"}, "titre:\"l'image de la Chine\""},
      {{"--title", "OU"}, "titre:OU"},
      {{"--title", "a(b)"}, "titre:\"a(b)\""},
      {{"--org", "ministère (intérieur)", "--author", "O'Brien"},
       "org:\"ministère (intérieur)\" ET auteur:\"O'Brien\""},
      {{"--id", "a b", "--language", "fr", "--section", "Monde"},
       "rubrique:Monde ET id:\"a b\" ET langue:fr"},
      {{"--entity", "Chine", "--other", "G7", "--url", "http://a"},
       "autre:G7 ET entite:Chine ET url:http://a"},
      // The names of fields in a query are names of options as well
      {{"--lieu", "Chine", "--personne", "Hua", "--date", "2019"}, "personne:Hua ET lieu:Chine ET date:2019"},
      {{"--person", "SAUF"}, "personne:SAUF"},
      {{"", "--person", "Hua"}, "personne:Hua"},
      {{"a", "--limit", "3", "b"}, "a ET b"},
      {{"--", "a"}, "a"},
  };
  for (const Case& c : kCases) {
    Arguments arguments = c.arguments;
    arguments.insert(arguments.begin(), "--index=i");
    EXPECT_EQ(to_text(parsed(arguments).query), c.query) << joined(c.arguments);
  }
}

TEST(SearcherOptions, OtherActions) {
  EXPECT_EQ(parsed({"-h"}).action, Action::kHelp);
  EXPECT_EQ(parsed({"--version"}).action, Action::kVersion);
  const SearcherOptions show = parsed({"--show", "a b", "--index=i"});
  EXPECT_EQ(show.action, Action::kShow);
  EXPECT_EQ(show.id, "a b");
  EXPECT_EQ(show.index, "i");
  const SearcherOptions analyze = parsed({"--analyze", "l'image OU"});
  EXPECT_EQ(analyze.action, Action::kAnalyze);
  EXPECT_EQ(analyze.text, "l'image OU");
  EXPECT_EQ(parsed({"--explain", "a", "--index=i"}).action, Action::kExplain);
  const SearcherOptions count = parsed({"--count", "a", "--index=i"});
  EXPECT_EQ(count.action, Action::kCount);
  EXPECT_TRUE(count.search.count_hits);
}

TEST(SearcherOptions, ViewsOfHits) {
  const SearcherOptions kwic = parsed({"--kwic", "a", "--index=i"});
  EXPECT_EQ(kwic.action, Action::kKwic);
  EXPECT_EQ(kwic.search.limit, 50u) << "lines, not articles";
  EXPECT_EQ(kwic.concordance.context, 10u);
  EXPECT_FALSE(kwic.grouping);
  const struct Case {
    const char* sort;
    SortOrder articles;
    LineOrder lines;
  } kOrders[] = {{"relevance", SortOrder::kRelevance, LineOrder::kArticles},
                 {"date", SortOrder::kOldestFirst, LineOrder::kArticles},
                 {"-date", SortOrder::kNewestFirst, LineOrder::kArticles},
                 {"article", SortOrder::kId, LineOrder::kArticles},
                 {"left", SortOrder::kRelevance, LineOrder::kLeft},
                 {"right", SortOrder::kRelevance, LineOrder::kRight}};
  for (const Case& c : kOrders) {
    const SearcherOptions sorted =
        parsed({"--kwic", "--sort", c.sort, "--limit", "7", "--context", "0", "a", "--index=i"});
    EXPECT_EQ(sorted.search.sort, c.articles) << c.sort;
    EXPECT_EQ(sorted.concordance.order, c.lines) << c.sort;
    EXPECT_EQ(sorted.search.limit, 7u);
    EXPECT_EQ(sorted.concordance.context, 0u);
  }
  EXPECT_EQ(parsed({"--kwic", "--group", "right1", "a", "--index=i"}).grouping, HitGrouping::kRight1);

  const SearcherOptions timeline = parsed({"--timeline", "week", "a", "--compare", "b OU c", "--place",
                                           "Lyon", "--compare", "d", "--measure", "rate", "--index=i"});
  EXPECT_EQ(timeline.action, Action::kTimeline);
  EXPECT_EQ(timeline.unit, PeriodUnit::kWeek);
  EXPECT_EQ(timeline.measure, TimelineMeasure::kRate);
  EXPECT_EQ(to_text(timeline.query), "a ET lieu:Lyon");
  ASSERT_EQ(timeline.compared.size(), 2u);
  EXPECT_EQ(to_text(timeline.compared[0]), "(b OU c) ET lieu:Lyon") << "the filters hold for all";
  EXPECT_EQ(to_text(timeline.compared[1]), "d ET lieu:Lyon");
  EXPECT_EQ(parsed({"--timeline", "day", "--index=i"}).query.kind, Query::Kind::kAll);
  EXPECT_EQ(parsed({"--timeline", "année", "--index=i"}).unit, PeriodUnit::kYear);

  Arguments eight{"--timeline", "day", "a", "--index=i"};
  for (int i = 0; i < 7; ++i) eight.insert(eight.end(), {"--compare", "b"});
  EXPECT_EQ(parsed(eight).compared.size(), 7u);
  eight.insert(eight.end(), {"--compare", "b"});
  EXPECT_THROW(parsed(eight), Error);
}

TEST(SearcherOptions, Exports) {
  const SearcherOptions all =
      parsed({"--format=ris", "--since=2018", "--output", "a.ris", "--index=i", "--source", "X", "un port"});
  EXPECT_EQ(all.action, Action::kExport);
  EXPECT_STREQ(all.exported.form->name, "ris");
  EXPECT_EQ(all.exported.output, "a.ris");
  EXPECT_EQ(all.exported.typed, "un port");
  EXPECT_EQ(all.exported.filters,
            (std::vector<std::pair<std::string, std::string>>{{"since", "2018"}, {"source", "X"}}));
  EXPECT_EQ(all.exported.aliases, "");
  EXPECT_GT(all.search.limit, 1'000'000u);
  EXPECT_EQ(all.search.time_limit, 0);
  const SearcherOptions page = parsed({"--format=csl", "--limit=3", "--time-limit=1", "--index=i", "port"});
  EXPECT_EQ(page.search.limit, 3u);
  EXPECT_EQ(page.search.time_limit, 1);
  EXPECT_EQ(page.exported.output, "");
  const SearcherOptions again = parsed({"--replay=a.ris.manifest.json", "--format=json", "--index=i"});
  EXPECT_EQ(again.action, Action::kReplay);
  EXPECT_EQ(again.exported.record, "a.ris.manifest.json");
  EXPECT_EQ(again.format, OutputFormat::kJson);
  EXPECT_EQ(again.search.time_limit, 0);
}

TEST(SearcherOptions, Csv) {
  const struct Case {
    const char* text;
    char separator;
  } kCases[] = {{";", ';'}, {"tab", '\t'}, {"\\t", '\t'}, {"\t", '\t'}, {"|", '|'}, {" ", ' '}};
  for (const Case& c : kCases)
    EXPECT_EQ(parsed({"--format", "csv", "--sep", c.text, "a", "--index=i"}).csv.separator, c.separator);
  const SearcherOptions plain = parsed({"--format", "csv", "a", "--index=i"});
  EXPECT_EQ(plain.csv.separator, ',');
  EXPECT_FALSE(plain.csv.bom);
  EXPECT_TRUE(parsed({"--format", "csv", "--bom", "a", "--index=i"}).csv.bom);
}

TEST(SearcherOptions, Errors) {
  std::string many = "a";
  for (int i = 1; i < 64; ++i) many += " a";
  const struct Case {
    Arguments arguments;
    std::string part;
    ExitCode code = ExitCode::kUsage;
  } kCases[] = {
      {{}, "nothing to search for"},
      {{""}, "nothing to search for"},
      {{"--limit", "3"}, "nothing to search for"},
      {{"--titel", "x"}, "there is no option --titel: did you mean --title?"},
      {{"--persone", "x"}, "did you mean --person?"},
      {{"--zzzzzzzz"}, "there is no option --zzzzzzzz (see"},
      {{"--lim", "3", "a"}, "there is no option --lim"},
      {{"--limit"}, "--limit needs a value"},
      {{"--limit="}, "--limit needs a value"},
      {{"--count=1", "a"}, "--count takes no value"},
      {{"--limit", "0", "a"}, "--limit 0: not a number from 1 to"},
      {{"--limit", "-5", "a"}, "--limit -5: not a number"},
      {{"--limit", "3x", "a"}, "--limit 3x: not a number"},
      {{"--limit", "99999999999999999999", "a"}, "not a number"},
      {{"--limit", "3", "--limit", "4", "a"}, "--limit is given more than once"},
      {{"--since", "2019", "--since", "2018"}, "--since is given more than once"},
      {{"--width", "5", "a"}, "--width 5: not a number from 20"},
      {{"--time-limit", "nan", "a"}, "--time-limit nan: not a number"},
      {{"--time-limit", "-1", "a"}, "not a number"},
      {{"--sort", "title", "a"}, "--sort title: choose one of relevance, date, -date"},
      {{"--sort", "left", "a"}, "--sort left: choose one of relevance, date, -date, article"},
      {{"--sort", "no", "--kwic", "a"}, "choose one of relevance, date, -date, article, left, right"},
      {{"--format", "xml", "a"}, "choose one of text, json, jsonl, csv, ids"},
      {{"--format", "csv", "--show", "x"}, "--format csv prints lists and tables only"},
      {{"--format", "csv", "--diff", "x"}, "--format csv prints lists and tables only"},
      {{"--format", "ids", "--kwic", "a"}, "--format ids lists articles only"},
      {{"--format", "ids", "--timeline", "day"}, "--format ids lists articles only"},
      {{"--sep", ";", "a"}, "--sep belongs to --format csv: add --format csv"},
      {{"--bom", "--format", "json", "a"}, "--bom belongs to --format csv"},
      {{"--sep", "", "--format", "csv", "a"}, "--sep : write one ASCII character"},
      {{"--sep", "\"", "--format", "csv", "a"}, "--sep \": write one ASCII character that is no quote"},
      {{"--sep", "\n", "--format", "csv", "a"}, "--sep \\x0a: write one"},
      {{"--sep", "é", "--format", "csv", "a"}, "--sep é: write one"},
      {{"--sep", ";;", "--format", "csv", "a"}, "--sep ;;: write one"},
      {{"--kwic"}, "nothing to search for"},
      {{"--kwic", "--count", "a"}, "--count and --kwic exclude each other"},
      {{"--kwic", "--timeline", "day", "a"}, "--kwic and --timeline exclude each other"},
      {{"--context", "3", "a"}, "--context belongs to --kwic: add --kwic, or leave --context out"},
      {{"--kwic", "--context", "1001", "a"}, "--context 1001: not a number from 0 to 1000"},
      {{"--group", "form", "a"}, "--group belongs to --kwic"},
      {{"--kwic", "--group", "left2", "a"}, "--group left2: choose one of form, left1, right1"},
      {{"--kwic", "--group", "form", "--sort", "left", "a"}, "--group and --sort exclude each other"},
      {{"--timeline", "decade", "a"}, "--timeline decade: choose one of day, week, month, year"},
      {{"--compare", "b", "a"}, "--compare belongs to --timeline"},
      {{"--measure", "share", "a"}, "--measure belongs to --timeline"},
      {{"--timeline", "day", "--measure", "hits", "a"}, "choose one of articles, share, rate"},
      {{"--timeline", "day", "--compare", "", "a"}, "--compare: nothing to search for"},
      {{"--timeline", "day", "--compare", "(b", "a"}, "\n  (b\n  ^"},
      {{"--standing", "f"}, "--standing needs --since-run: the number of a state, last or a file"},
      {{"--since-run", "1", "a"}, "--since-run belongs to --standing"},
      {{"--standing", "f", "--since-run", "1", "a"}, "--standing takes one value in quotes and no query"},
      {{"--standing", "f", "--since-run", "1", "--count"}, "--count and --standing exclude each other"},
      {{"--standing", "f", "--since-run", "1", "--ask"}, "--ask and --standing exclude each other"},
      {{"--standing", "f", "--since-run", "1", "--offset", "3"},
       "--offset and --standing exclude each other"},
      {{"--standing", "f", "--since-run", "1", "--format", "csv"}, "--format csv prints lists and tables"},
      {{"--standing", "f", "--since-run", "1", "--format", "ids"}, "--format ids lists articles only"},
      {{"--standing", "/nowhere/f", "--since-run", "1"}, "--standing: there is no file /nowhere/f"},
      {{"--standing", "/", "--since-run", "1"}, "--standing /: not a regular file: /: name another file"},
      {{"--format", "mbox", "a"}, "--format mbox: choose one of text, json, jsonl, csv, ids"},
      {{"--color", "si", "a"}, "choose one of auto, always, never"},
      {{"--now", "2019-02", "a"}, "--now: this is not one day"},
      {{"--now", "jamais", "a"}, "--now: "},
      {{"--show", "x", "a"}, "--show takes one value in quotes and no query"},
      {{"--analyze", "l'image", "de"}, "--analyze takes one value in quotes"},
      {{"--show", "x", "--count"}, "--count and --show exclude each other"},
      {{"--since", "2019", "--until", "2018"}, "--since 2019-01-01 is later than --until 2018-12-31"},
      {{"--since", "31/02/2019"}, "\n  --since 31/02/2019\n          ^^^^^^^^^^"},
      {{"--since", "du 31 février au 2 mars 2019"}, "\n             ^^^^^^^^^^"},
      {{"--since", "avant 2013"}, "--since: this has no first day"},
      {{"--until", "depuis 2014"}, "--until: this has no last day"},
      {{"--since", "ces derniers jours"}, "\n          ^^^^^^^^^^^^^^^^^^"},
      {{"--until", "hier à 18h"}, "--until: a query has no time of day"},
      {{"--on", "lundi 13 février 2019"}, "is a Wednesday, not a Monday"},
      {{"--event", "31/02/2019"}, "\n  --event 31/02/2019\n          ^^^^^^^^^^"},
      {{"--since", "aucune"}, "\n  --since aucune\n          ^^^^^^"},
      {{"--on", "31 février 2019"}, "--on \"31 février 2019\"\n        ^^^^^^^^^^^^^^^"},
      {{"--person", ""}, "--person: there is no value here\n  --person \"\"\n           ^^\n"},
      {{"--phrase", "..."}, "--phrase \"...\"\n           ^^^^^\n"},
      {{"--title", "a*"}, "--title a*\n          ^^\n", ExitCode::kRefused},
      {{"--place", "\xff"}, "this byte is not UTF-8"},
      {{"date:31/02/2019"}, "\n  date:31/02/2019\n       ^^^^^^^^^^"},
      {{"cyber", "-tennis"}, "\n  cyber -tennis\n        ^^^^^^^\nto leave articles out write SAUF tennis"},
      {{"\x1b[31m\xff"}, "\\x1b[31m"},
      {{"a*"}, "at least 2 letters", ExitCode::kRefused},
      {{many.c_str(), "--place", "b"}, "more than 64 words", ExitCode::kRefused},
  };
  for (const Case& c : kCases) {
    try {
      parsed(c.arguments);
      ADD_FAILURE() << "no error: " << joined(c.arguments);
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find(c.part), std::string::npos) << error.what();
      EXPECT_EQ(error.code(), c.code) << error.what();
      EXPECT_FALSE(std::string(error.what()).ends_with('\n'));
    }
  }
}

TEST(SearcherHelp, FitsAndNamesEveryOption) {
  const std::string help = searcher_help();
  std::istringstream lines(help);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), 80u) << line;
  for (const char* name :
       {"--person", "--org",      "--place",  "--title",    "--author",     "--source",  "--section",
        "--on",     "--since",    "--until",  "--event",    "--updated",    "--phrase",  "--limit",
        "--offset", "--sort",     "--format", "--count",    "--show",       "--explain", "--analyze",
        "--index",  "--now",      "--color",  "--width",    "--time-limit", "--help",    "--version",
        "--id",     "--versions", "--diff",   "--language", "--entity"})
    EXPECT_NE(help.find(std::string("  ") + name), std::string::npos) << name;
}

}  // namespace
}  // namespace depeche
