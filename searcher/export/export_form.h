#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "common/article.h"

namespace depeche {

/// A form in which articles leave for another program. Whatever is written is well-formed there, whatever the
/// article holds. No date says more than its source: where a part of it is inferred, the form's own sign of
/// doubt stands with it, and where it has none the part is left out.
struct ExportForm {
  const char* name;  // as in --format
  void (*begin)(std::ostream& out);
  /// `ordinal` counts the articles of the export from 1.
  void (*article)(const Article& article, uint64_t ordinal, std::ostream& out);
  void (*end)(std::ostream& out);
  bool directory = false;   // a file an article (write_txm): `article` writes one file
  bool needs_year = false;  // its reader puts an article without a year into some year
};

/// bibtex, ris, csl, iramuteq, txm, tei, gargantext.
const std::vector<ExportForm>& export_forms();
/// nullptr for what is none of them.
const ExportForm* find_export_form(std::string_view name);

/// BibTeX entries with the fields of biblatex 3.19 (manual, 2.2.2 and 2.3.8). An inferred date is a literal
/// in brackets.
void write_bibtex(const Article& article, uint64_t ordinal, std::ostream& out);

/// RIS ("RIS Format Specifications", Reference Manager 2001, with the tags DA, LA and AN of 2011): dates are
/// YYYY/MM/DD/other. An inferred date stands in N1 alone.
void write_ris(const Article& article, uint64_t ordinal, std::ostream& out);

/// An item of CSL-JSON (citationstyles.org, csl-data.json of 1.0.2): `season` and `literal` of dates.
void write_csl(const Article& article, uint64_t ordinal, std::ostream& out);

/// A text of IRaMuTeQ (its manual, 2.1, "Format des données en entrée"): a line of `****` and its variables,
/// then the text. The year, month and day that are not stated are `inconnu`.
void write_iramuteq(const Article& article, uint64_t ordinal, std::ostream& out);

/// A line of the table that GarganText imports, and its header line: UTF-8, tabs, fields in quotes
/// (iscpif.fr/gargantext, "Import formats"); columns that it does not know it passes over. Year, month and
/// day are blank where they are not stated: GarganText itself then takes 1973, January, the first.
void write_gargantext(const Article& article, uint64_t ordinal, std::ostream& out);
void begin_gargantext(std::ostream& out);

/// A TEI element of TEI P5 within a teiCorpus (tei-c.org, P5 Guidelines, 2 and 15; att.datable.w3c for dates,
/// att.global.responsibility for their certainty). data/schemas/depeche-tei.rng is what is written.
void write_tei(const Article& article, uint64_t ordinal, std::ostream& out);
void begin_tei(std::ostream& out);
void end_tei(std::ostream& out);

/// A file of TXM's imports XTZ+CSV and XML/w+CSV (TXM 0.7.9 manual, 6.1): the element `text` with head and
/// paragraphs. data/schemas/depeche-txm.rng is what is written.
void write_txm(const Article& article, uint64_t ordinal, std::ostream& out);
/// Name of an article's file for TXM without its ending: the same for the same version in every export.
std::string txm_name(const Article& article);
/// Header line and lines of metadata.csv: first the name of the file; `textorder` is what TXM sorts texts by.
const std::vector<std::string>& txm_columns();
std::vector<std::string> txm_row(const Article& article, uint64_t ordinal);

}  // namespace depeche
