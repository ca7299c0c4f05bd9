#include "searcher/export/export_form.h"

#include <algorithm>

namespace depeche {
namespace {

void nothing(std::ostream&) {}
void begin_csl(std::ostream& out) { out << "["; }
void end_csl(std::ostream& out) { out << "\n]\n"; }

}  // namespace

const std::vector<ExportForm>& export_forms() {
  static const std::vector<ExportForm> kForms{
      {"bibtex", nothing, write_bibtex, nothing},
      {"ris", nothing, write_ris, nothing},
      {"csl", begin_csl, write_csl, end_csl},
      {"iramuteq", nothing, write_iramuteq, nothing},
      {"txm", nothing, write_txm, nothing, true},
      {"tei", begin_tei, write_tei, end_tei},
      {"gargantext", begin_gargantext, write_gargantext, nothing, false, true},
  };
  return kForms;
}

const ExportForm* find_export_form(std::string_view name) {
  const auto found = std::ranges::find(export_forms(), name, &ExportForm::name);
  return found == export_forms().end() ? nullptr : &*found;
}

}  // namespace depeche
