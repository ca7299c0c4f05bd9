#include "searcher/view/csv.h"

#include "common/terminal.h"

namespace depeche {

CsvWriter::CsvWriter(std::ostream& out, CsvOptions options) : out_(out), options_(options) {
  if (options_.bom) out_ << "\uFEFF";
}

void CsvWriter::row(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields) {
    if (&field != &fields.front()) line += options_.separator;
    line += encode(field);
  }
  // An empty line is no record: one empty field is written in quotes.
  if (line.empty()) line = "\"\"";
  out_ << line << '\n';
}

std::string CsvWriter::encode(const std::string& field) const {
  const std::string safe = safe_text(field);
  const bool edged = safe.starts_with(' ') || safe.ends_with(' ');  // some readers drop such blanks
  if (!edged && safe.find('"') == std::string::npos && safe.find(options_.separator) == std::string::npos)
    return safe;
  std::string quoted = "\"";
  for (const char c : safe) quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

}  // namespace depeche
