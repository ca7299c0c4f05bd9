#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/civil_date.h"
#include "common/terminal.h"
#include "searcher/aliases.h"
#include "searcher/concordance.h"
#include "searcher/export/export_record.h"
#include "searcher/facets.h"
#include "searcher/query/query.h"
#include "searcher/question/question.h"
#include "searcher/related/cooccurrence.h"
#include "searcher/related/network.h"
#include "searcher/search.h"
#include "searcher/standing/since_run.h"
#include "searcher/standing/standing_queries.h"
#include "searcher/timeline.h"
#include "searcher/view/csv.h"
#include "searcher/view/renderer.h"

namespace depeche {

/// The command line of depeche-searcher, checked.
struct SearcherOptions {
  enum class Action {
    kSearch,
    kCount,
    kFacets,
    kExport,
    kReplay,
    kKwic,
    kTimeline,
    kCooccur,
    kKeyness,
    kNetwork,
    kVariants,
    kLike,
    kExpand,
    kExplain,
    kShow,
    kWhy,
    kVersions,
    kDiff,
    kEntities,
    kAnalyze,
    kStanding,
    kHelp,
    kVersion
  };
  enum class Colour { kAuto, kAlways, kNever };

  Action action = Action::kSearch;
  /// Query text and filters; kSearch, kCount, kFacets, kKwic, kTimeline, kCooccur, kKeyness, kNetwork, kLike,
  /// kExpand, kExplain, kExport.
  Query query;
  /// The question that `query` was read from; its query is the same, with the filters.
  std::optional<Question> question;
  std::string id;                         // kShow, kWhy, kVersions, kDiff, kLike: what find_reference() reads
  std::string text;                       // kAnalyze: the text; kEntities: the pattern; kVariants: the word
  ExportRequest exported;                 // kExport; kReplay: `record`
  std::vector<const FacetField*> facets;  // kFacets
  uint64_t facet_limit = 10;              // values a field
  ConcordanceOptions concordance;         // kKwic
  std::optional<HitGrouping> grouping;    // kKwic: counts instead of lines
  Query reference;                        // kKeyness: what `query` is compared with
  NetworkOptions network;                 // kNetwork
  CooccurrenceOptions cooccurrence;       // kCooccur
  PeriodUnit unit = PeriodUnit::kMonth;   // kTimeline
  TimelineMeasure measure = TimelineMeasure::kArticles;  // kTimeline
  std::vector<Query> compared;                           // kTimeline: beside `query`, with the same filters
  std::vector<StandingQuery> standing;                   // kStanding: with the filters
  SinceRun since_run;                                    // kStanding
  Aliases aliases;              // those of --aliases over the shipped ones; where a query is read
  std::filesystem::path index;  // wherever one is read
  SearchOptions search;
  OutputFormat format = OutputFormat::kText;
  CsvOptions csv;
  Colour colour = Colour::kAuto;
  unsigned width = 0;  // 0: the terminal's
  Day now{};           // what relative dates count from
};

/// Reads the command line. Throws Error: kUsage for a wrong option (a misspelt one names the nearest), and
/// for a mistake in the query text or in the value of a filter, with a caret under the place, or in a file of
/// aliases; kRefused where a limit of queries is passed. SearchOptions::aliases is left to the caller. --help
/// and --version make everything else irrelevant.
SearcherOptions parse_searcher_options(int argc, const char* const argv[]);

/// Terminal::of(fd) as --color and --width want it.
Terminal output_terminal(const SearcherOptions& options, int fd);

/// The text of --help, within 80 columns, with a line feed at its end.
std::string searcher_help();

}  // namespace depeche
