#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "common/article.h"

namespace depeche {

/// A form in which articles leave for another program. Whatever is written is well-formed there, whatever the
/// article holds. No date says more than its source: where a part of it is inferred, the form's own sign of
/// doubt stands with it, and where it has none the part is left blank.
struct ExportForm {
  const char* name;  // as in --format
  void (*begin)(std::ostream& out);
  /// `ordinal` counts the articles of the export from 1.
  void (*article)(const Article& article, uint64_t ordinal, std::ostream& out);
  void (*end)(std::ostream& out);
  bool directory = false;  // a file an article (write_txm): `article` writes one file
};

/// bibtex, ris, csl, iramuteq, txm, tei, gargantext.
const std::vector<ExportForm>& export_forms();
/// nullptr for what is none of them.
const ExportForm* find_export_form(std::string_view name);

// BibTeX entries with the fields of biblatex 3.19 (manual, 2.2.2 and 2.3.8: `date` takes EDTF).
void write_bibtex(const Article& article, uint64_t ordinal, std::ostream& out);
// RIS (Reference Manager): `DA  - YYYY/MM/DD/other`, what is unknown left blank between its slashes.
void write_ris(const Article& article, uint64_t ordinal, std::ostream& out);
// An item of CSL-JSON 1.0 (citationstyles.org, csl-data.json): `season` and `literal` of dates.
void write_csl(const Article& article, uint64_t ordinal, std::ostream& out);
// A text of IRaMuTeQ: a line of `****` and its variables, then the text, where no asterisk stands.
void write_iramuteq(const Article& article, uint64_t ordinal, std::ostream& out);
// A line of GarganText's TSV of corpus import, and its header line.
void begin_gargantext(std::ostream& out);
void write_gargantext(const Article& article, uint64_t ordinal, std::ostream& out);
// A TEI element of TEI P5 within a teiCorpus: att.datable.w3c for dates.
void write_tei(const Article& article, uint64_t ordinal, std::ostream& out);
void begin_tei(std::ostream& out);
void end_tei(std::ostream& out);
// A file of TXM's XML/w+CSV and XTZ imports: `text` with paragraphs.
void write_txm(const Article& article, uint64_t ordinal, std::ostream& out);

/// Name of an article's file for TXM without its ending: the same for the same version in every export.
std::string txm_name(const Article& article);
/// Header line and lines of metadata.csv, whose first column is the name of the file.
const std::vector<std::string>& txm_columns();
std::vector<std::string> txm_row(const Article& article);

}  // namespace depeche
