#include <algorithm>

#include "common/message.h"
#include "searcher/option_table.h"
#include "searcher/options.h"

namespace depeche {
namespace {

constexpr unsigned kWidth = 80, kColumn = 24;

/// An option, or an example of a query, and what it means from kColumn on.
std::string entry(const std::string& left, const std::string& right) {
  std::string out = "  " + left;
  unsigned column = display_width(out);
  for (const std::string_view line : wrap_lines(right, kWidth - kColumn, kWidth - kColumn)) {
    if (column + 1 > kColumn) {
      out += '\n';
      column = 0;
    }
    out.append(kColumn - column, ' ').append(line) += '\n';
    column = 0;
  }
  return out;
}

std::string group(SearcherOption::Group wanted) {
  std::string out;
  for (const SearcherOption& option : searcher_options())
    if (option.group == wanted)
      out += entry("--" + option.name + (option.value.empty() ? "" : ' ' + option.value),
                   (option.field ? std::string(option.field->french) + ": " : "") + tr(option.help));
  return out;
}

struct Example {
  const char* text;
  const char* meaning;
};
constexpr Example kExamples[] = {
    {"image Chine", DEPECHE_TR("articles with all of these words, in any form")},
    {"\"…\"   \"…\"~", DEPECHE_TR("a phrase as written; with other forms of its words")},
    {"\"…\"~5", DEPECHE_TR("these words at most 5 apart, in any order")},
    {"=malle   cyber*", DEPECHE_TR("that very word; words that begin so")},
    {"a OU b   a SAUF b", DEPECHE_TR("either; the first without the second. (…) groups")},
    {"a PRES/5 b", DEPECHE_TR("at most 5 words apart; SUIVI/5: in that order")},
    {"a MEMEPHRASE b", DEPECHE_TR("in the same sentence; MEMEPARAGRAPHE: paragraph")},
    {"personne:\"Hua Chunying\"", DEPECHE_TR("a field; the filters below name them all")},
    {"date:2019-02", DEPECHE_TR("also 13/02/2019, 2019-02-01..2019-03-15, ..2013, hier, \"été 2018\", "
                                "\"13 février\" (every year), \"entre 2017 et 2019\", \"depuis 2014\", "
                                "\"before 2013\", aucune, incertaine, certaine, possible:2018")},
};

}  // namespace

std::string searcher_help() {
  std::string text =
      tr("Usage: depeche-searcher [OPTION]... QUERY...\n"
         "       depeche-searcher [OPTION]... --show ID | --versions ID | --diff ID\n"
         "       depeche-searcher [OPTION]... --facets FIELD,... [QUERY...]\n"
         "       depeche-searcher [OPTION]... --kwic QUERY...\n"
         "       depeche-searcher [OPTION]... --timeline UNIT [QUERY...]\n"
         "       depeche-searcher [OPTION]... --entities PATTERN\n"
         "       depeche-searcher --analyze TEXT\n"
         "Searches French news dispatches by word, phrase, name and date.\n");
  text += tr("\nQuery (put it in single quotes, or the shell takes the double ones away):\n");
  for (const Example& example : kExamples) text += entry(example.text, tr(example.meaning));
  text +=
      tr("\nFilters, which must hold as well, with their names in a query (repeated: all of\n"
         "them, or any of what an article has only one of):\n");
  text += group(SearcherOption::Group::kFilter);
  text += tr("\nWhat is printed:\n");
  text += group(SearcherOption::Group::kOutput);
  text += tr("\nOther options:\n");
  text += group(SearcherOption::Group::kOther);
  text +=
      tr("\n"
         "Exit status: 0 something found, 1 nothing found, 2 usage or a mistake in the\n"
         "query, 4 index missing or unreadable, 6 index damaged or of another version,\n"
         "7 internal error, 8 query refused, 9 time limit reached (a partial answer).\n");
  return text;
}

}  // namespace depeche
