#pragma once

#include <memory>
#include <ostream>

#include "common/article.h"
#include "common/terminal.h"
#include "searcher/article_diff.h"
#include "searcher/concordance.h"
#include "searcher/deduction.h"
#include "searcher/entity_list.h"
#include "searcher/facets.h"
#include "searcher/match.h"
#include "searcher/question/question.h"
#include "searcher/related/cooccurrence.h"
#include "searcher/related/keyness.h"
#include "searcher/related/network.h"
#include "searcher/related/related_terms.h"
#include "searcher/related/variants.h"
#include "searcher/timeline.h"
#include "searcher/versions.h"
#include "searcher/view/csv.h"

namespace depeche {

enum class OutputFormat { kText, kJson, kJsonl, kCsv, kIds, kGexf, kMbox };

/// Prints answers in one format. Whatever comes from an article is made safe first (safe_text; in JSON by
/// escapes), on a terminal or not.
class Renderer {
 public:
  virtual ~Renderer() = default;

  /// The list view: kText for people, kJsonl one line a match, kJson one document, kCsv a record a
  /// match, kIds one id a line.
  /// Without articles kText prints nothing, unless the answer is partial.
  virtual void list(const Answer& answer, std::ostream& out) const = 0;
  /// `articles N`, `hits N`, `words N` on three lines, never translated; an object in kJson and kJsonl.
  virtual void count(const Answer& answer, std::ostream& out) const = 0;
  /// --show: the whole article with its dates and their evidence, entities, repairs and origin; one that is
  /// not live is marked. `deduced` is readable_deductions() of it, here and for --why.
  virtual void show(const ShownVersion& shown, const Deductions& deduced, std::ostream& out) const = 0;
  /// --kwic and --timeline: lines of text, one object, one object a line, or records.
  virtual void concordance(const Concordance& concordance, std::ostream& out) const = 0;
  virtual void groups(const HitGroups& groups, std::ostream& out) const = 0;
  virtual void timeline(const Timeline& timeline, TimelineMeasure measure, std::ostream& out) const = 0;
  /// --cooccur, --variants and --expand: tables, one object, one object a line, or records.
  virtual void cooccurrents(const Cooccurrences& found, std::ostream& out) const = 0;
  /// --keyness: two tables, one object, a word a line, or records.
  virtual void keyness(const Keyness& keyness, std::ostream& out) const = 0;
  /// --network: a table, one object, an edge a line, records of edges, or a graph.
  virtual void network(const Network& network, std::ostream& out) const = 0;
  virtual void variants(const Variants& variants, std::ostream& out) const = 0;
  virtual void related(const RelatedTerms& related, std::ostream& out) const = 0;
  /// --facets, --entities, --why, --versions and --diff: tables and paragraphs, one object, or one object a
  /// line. The command line keeps kIds from them, and from the last three kCsv.
  virtual void facets(const FacetAnswer& answer, std::ostream& out) const = 0;
  virtual void entities(const EntityAnswer& answer, std::ostream& out) const = 0;
  virtual void links(const Article& article, const Deductions& deduced, std::ostream& out) const = 0;
  virtual void versions(const VersionList& list, std::ostream& out) const = 0;
  virtual void diff(const ArticleDiff& diff, std::ostream& out) const = 0;
};

/// `question`: what was asked in plain French, which JSON repeats as the member `question` of each object;
/// nullptr if nothing was. It must outlive the renderer.
std::unique_ptr<Renderer> make_renderer(OutputFormat format, const Terminal& terminal,
                                        const CsvOptions& csv = {}, const Question* question = nullptr);

}  // namespace depeche
