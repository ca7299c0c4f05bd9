// Whatever an article holds, each export of it has the marks of its form and no others. The first byte says
// where the input is divided into title, source, author, id and text.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include <nlohmann/json.hpp>

#include "searcher/export/export_form.h"
#include "tests/fuzz/terminal_property.h"

namespace depeche {
namespace {

Article article_of(std::string_view input, size_t step) {
  Article article;
  const auto take = [&] {
    const std::string_view piece = input.substr(0, step);
    input.remove_prefix(piece.size());
    return std::string(piece);
  };
  article.title = take();
  article.source = take();
  article.authors = {take()};
  article.id = take();
  article.url = article.section = article.language = take();
  article.text = input;
  return article;
}

size_t count(std::string_view text, std::string_view part) {
  size_t times = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

/// No brace of BibTeX closes what is not open, and all are closed.
bool balanced(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0;
}

/// Lines of RIS begin with tags, and there is one record.
bool is_ris(const std::string& text) {
  std::istringstream lines(text);
  size_t records = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line == "\r") continue;
    if (line.size() < 7 || line.substr(2, 4) != "  - " || line.back() != '\r') return false;
    records += line.starts_with("TY") ? 1 : 0;
  }
  return records == 1;
}

/// Nine fields between tabs, all quotes closed.
bool is_row(std::string_view text) {
  bool quoted = false;
  size_t tabs = 0;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\t' && quoted) return false;
    tabs += c == '\t' ? 1 : 0;
  }
  return !quoted && tabs == 8 && count(text, "\n") == 1;
}

/// References where `&` stands, and as many elements closed as opened.
bool is_xml(std::string_view text) {
  for (size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with("&amp;") && !rest.starts_with("&lt;") && !rest.starts_with("&gt;") &&
        !rest.starts_with("&quot;"))
      return false;
  }
  return count(text, "<") == count(text, ">") &&
         count(text, "<") - count(text, "<?") - count(text, "/>") == 2 * count(text, "</");
}

std::string violation(const Article& article) {
  for (const ExportForm& form : export_forms()) {
    std::ostringstream out;
    form.article(article, 1, out);
    const std::string text = out.str();
    if (!is_well_formed(text)) return std::string(form.name) + ": ill-formed UTF-8";
    const icu::UnicodeString decoded = icu::UnicodeString::fromUTF8(text);
    for (int32_t i = 0; i < decoded.length(); i = decoded.moveIndex32(i, 1))
      if (is_forbidden(decoded.char32At(i), true) && decoded.char32At(i) != '\r' &&
          decoded.char32At(i) != '\t' && decoded.char32At(i) != '\n')
        return std::string(form.name) + ": forbidden character";
    const std::string_view name = form.name;
    if (name == "bibtex" && (!balanced(text) || count(text, "\n@") > 0)) return "bibtex: braces";
    if (name == "ris" && !is_ris(text)) return "ris: lines";
    if (name == "csl" && !nlohmann::json::accept(text)) return "csl: JSON";
    if (name == "iramuteq" && count(text, "*") != 4 + 8) return "iramuteq: asterisks";
    if (name == "gargantext" && !is_row(text)) return "gargantext: fields";
    if ((name == "tei" || name == "txm") && !is_xml(text)) return std::string(name) + ": marks";
  }
  return "";
}

}  // namespace
}  // namespace depeche

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string violation = depeche::violation(depeche::article_of(input, data[0]));
  if (!violation.empty()) {
    std::fprintf(stderr, "%s\n", violation.c_str());
    std::abort();
  }
  return 0;
}
