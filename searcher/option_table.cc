#include "searcher/option_table.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "common/message.h"

namespace depeche {
namespace {

using Group = SearcherOption::Group;
using Several = SearcherOption::Several;

/// An article has one of these: two values can only be alternatives.
bool has_one(FieldId id) {
  switch (id) {
    case FieldId::kSource:
    case FieldId::kSection:
    case FieldId::kId:
    case FieldId::kLanguage:
    case FieldId::kUrl:
    case FieldId::kDate:
    case FieldId::kUpdated:
      return true;
    default:
      return false;
  }
}

const char* value_name(FieldKind kind) {
  switch (kind) {
    case FieldKind::kName:
    case FieldKind::kAny:
      return "NAME";
    case FieldKind::kWords:
      return "TEXT";
    case FieldKind::kDate:
      return "DATE";
    case FieldKind::kValue:
    case FieldKind::kExact:
      return "VALUE";
  }
  return "";
}

SearcherOption filter_of(const FieldSpec& spec) {
  SearcherOption option{.name = std::string(spec.id == FieldId::kDate ? "on" : spec.english),
                        .value = value_name(spec.kind),
                        .help = spec.help,
                        .group = Group::kFilter,
                        .several = has_one(spec.id) ? Several::kAny : Several::kAll,
                        .field = &spec};
  std::istringstream names{fmt::format("{} {} {}", spec.english, spec.french, spec.aliases)};
  for (std::string name; names >> name;)
    if (name != option.name && std::ranges::count(option.aliases, name) == 0) option.aliases.push_back(name);
  return option;
}

const SearcherOption kTextAndPeriod[] = {
    {"phrase", "TEXT", DEPECHE_TR("words that follow each other as written"), Group::kFilter, Several::kAll},
    {"since", "DATE",
     DEPECHE_TR("published from the first day of DATE on: 2018, \"été 2018\", \"il y a 3 mois\", yesterday"),
     Group::kFilter},
    {"until", "DATE", DEPECHE_TR("published up to the last day of DATE: \"mars 2019\", \"March 2019\", hier"),
     Group::kFilter},
};

const SearcherOption kOutputAndOthers[] = {
    {"limit", "N", DEPECHE_TR("articles listed (default: 10), or lines of --kwic (default: 50)"),
     Group::kOutput},
    {"offset", "N", DEPECHE_TR("articles, or lines of --kwic, passed over before the first"), Group::kOutput},
    {"sort", "ORDER",
     DEPECHE_TR("relevance (default), date (oldest first), -date (newest first) or article (by identifier); "
                "with --kwic also left or right: by the words beside the hits"),
     Group::kOutput},
    {"format", "FORMAT",
     DEPECHE_TR("text (default), json, jsonl, csv or ids; or an export of all articles found: bibtex, ris, "
                "csl, iramuteq, txm, tei or gargantext; with --standing also mbox"),
     Group::kOutput},
    {"output", "FILE",
     DEPECHE_TR(
         "write the export there, whole or not at all, and beside it FILE.manifest.json, which --replay "
         "reads; a new directory for txm"),
     Group::kOutput},
    {"replay", "MANIFEST",
     DEPECHE_TR(
         "search again for an export, and tell whether the answer is still the same, and what changed"),
     Group::kOutput},
    {"sep", "CHAR", DEPECHE_TR("what separates the fields of csv: , (default), ; or tab, for example"),
     Group::kOutput},
    {"bom", "", DEPECHE_TR("begin csv with a byte order mark, for Excel"), Group::kOutput},
    {"kwic", "", DEPECHE_TR("print every hit with the words around it, a line each, not the list"),
     Group::kOutput},
    {"context", "N", DEPECHE_TR("words on each side of a hit with --kwic (default: 10)"), Group::kOutput},
    {"group", "BY",
     DEPECHE_TR("with --kwic, count the hits by form, left1 (the word before) or right1 (the word behind)"),
     Group::kOutput},
    {"timeline", "UNIT",
     DEPECHE_TR("count articles and hits by day, week, month or year of publication, not the list (without a "
                "query: all articles)"),
     Group::kOutput},
    {"compare", "QUERY",
     DEPECHE_TR("another query beside the first in --timeline, under the same filters (repeated: several)"),
     Group::kOutput, Several::kAll},
    {"measure", "WHAT", DEPECHE_TR("what the bars of --timeline show: articles (default), share or rate"),
     Group::kOutput},
    {"copies", "",
     DEPECHE_TR("list each copy of an article, not one article with « + 3 copies »; csv and ids list each"),
     Group::kOutput},
    {"per", "UNIT",
     DEPECHE_TR(
         "what --count, --facets and --timeline count: article (default), or story: one of its copies"),
     Group::kOutput},
    {"count", "", DEPECHE_TR("print how many articles, hits and words, not the list"), Group::kOutput},
    {"facets", "FIELD,...",
     DEPECHE_TR("count personne, org, lieu, autre, source, rubrique, auteur or annee over all articles found "
                "(without a "
                "query: over all), not the list"),
     Group::kOutput},
    {"facet-limit", "N", DEPECHE_TR("names that --facets prints of a field (default: 10)"), Group::kOutput},
    {"entities", "PATTERN",
     DEPECHE_TR("print the names that the index knows, with their forms: a part of a name, or the whole with "
                "* and ? "
                "(\"hua*\", \"*\")"),
     Group::kOutput},
    {"cooccur", "FIELD",
     DEPECHE_TR(
         "print what stands with the answers more often than elsewhere: personne, org, lieu, autre, entite "
         "(any of them) or mots (words)"),
     Group::kOutput},
    {"scope", "UNIT", DEPECHE_TR("what --cooccur counts: article (default) or sentence"), Group::kOutput},
    {"keyness", "QUERY",
     DEPECHE_TR("print the words that distinguish the answers from those of another query, or, given dates "
                "(2018..2019), from those of the same query then"),
     Group::kOutput},
    {"network", "",
     DEPECHE_TR(
         "print which names stand in the same articles (without a query: in all); --format gexf for Gephi"),
     Group::kOutput},
    {"nodes", "N", DEPECHE_TR("names of --network: those of most articles (default: 100)"), Group::kOutput},
    {"min-articles", "N", DEPECHE_TR("articles that a link of --network needs (default: 2)"), Group::kOutput},
    {"variants", "WORD",
     DEPECHE_TR("print how the articles write that word: accents, hyphens, other forms, with their numbers"),
     Group::kOutput},
    {"like", "ID", DEPECHE_TR("list the articles most like that one, under the query and filters, if any"),
     Group::kOutput},
    {"expand", "",
     DEPECHE_TR("print words and names related to the query, which may find more, and do not list"),
     Group::kOutput},
    {"show", "ID",
     DEPECHE_TR("print that article with its dates, names and repairs; ID@2 is its second version"),
     Group::kOutput},
    {"versions", "ID", DEPECHE_TR("print which versions of that article the index holds"), Group::kOutput},
    {"diff", "ID",
     DEPECHE_TR("print what the agency changed last in that article; ID@2: what it changed by version 2; "
                "ID@1..3: from version 1 to 3"),
     Group::kOutput},
    {"why", "ID", DEPECHE_TR("print why a short name in that article stands for a longer one"),
     Group::kOutput},
    {"standing", "FILE",
     DEPECHE_TR("answer the queries of FILE (one a line, or .toml) with the articles that are new or changed "
                "since --since-run"),
     Group::kOutput},
    {"since-run", "LAST",
     DEPECHE_TR("what --standing begins behind: the number of a state of the index, last (the one before the "
                "present), or a file that remembers how far the digest before it reached"),
     Group::kOutput},
    {"explain", "", DEPECHE_TR("print how the query is understood, and do not search"), Group::kOutput},
    {"analyze", "TEXT", DEPECHE_TR("print the words and terms of a text"), Group::kOutput},
    {"color",
     "WHEN",
     DEPECHE_TR("auto (default: on a terminal, without NO_COLOR), always or never"),
     Group::kOutput,
     Several::kRefused,
     nullptr,
     {"colour"}},
    {"width", "N", DEPECHE_TR("columns of a line (default: those of the terminal, else 80)"), Group::kOutput},
    {"index", "DIR", DEPECHE_TR("index to read (default: $DEPECHE_INDEX, else the user's own)")},
    {"aliases", "FILE",
     DEPECHE_TR("your own names for one entity, before the known ones (Pékin and Beijing): a group a line, "
                "separated by "
                "tabs")},
    {"ask", "", DEPECHE_TR("read the query as a question in plain French, whatever it looks like")},
    {"no-ask", "", DEPECHE_TR("read it in the query language, even where it looks like a question")},
    {"now", "DATE", DEPECHE_TR("the day that « hier » and the like count from (default: today)")},
    {"time-limit", "SECONDS", DEPECHE_TR("answer with what was found by then (default: 2; 0: no limit)")},
    {"help", "", DEPECHE_TR("print this text")},
    {"version", "", DEPECHE_TR("print the versions that an index depends on")},
};

std::vector<SearcherOption> make_table() {
  std::vector<SearcherOption> table;
  std::ranges::transform(kFields, std::back_inserter(table), filter_of);
  table.insert(table.end(), std::begin(kTextAndPeriod), std::end(kTextAndPeriod));
  table.insert(table.end(), std::begin(kOutputAndOthers), std::end(kOutputAndOthers));
  return table;
}

}  // namespace

const std::vector<SearcherOption>& searcher_options() {
  static const std::vector<SearcherOption> table = make_table();
  return table;
}

}  // namespace depeche
