#include "tests/oracle/raw_scan.h"

#include <map>
#include <memory>
#include <stdexcept>

#include <unicode/regex.h>

namespace depeche::oracle {
namespace {

/// What a letter typed in lower case may stand for in a text.
std::string letter_class(const std::string& letter, bool exact) {
  static const std::map<std::string, std::string> kAccented = {
      {"é", "éÉE"}, {"è", "èÈE"}, {"ê", "êÊE"}, {"à", "àÀA"},
      {"â", "âÂA"}, {"ô", "ôÔO"}, {"î", "îÎI"}, {"ç", "çÇC"},
  };
  static const std::map<std::string, std::string> kAnyAccent = {
      {"e", "eéèêëEÉÈÊË"}, {"a", "aàâäAÀÂÄ"}, {"o", "oôöOÔÖ"},
      {"i", "iîïIÎÏ"},     {"u", "uùûüUÙÛÜ"}, {"c", "cçCÇ"},
  };
  if (const auto found = kAccented.find(letter); found != kAccented.end()) return "[" + found->second + "]";
  if (!exact)
    if (const auto found = kAnyAccent.find(letter); found != kAnyAccent.end())
      return "[" + found->second + "]";
  return "(?i:" + letter + ")";
}

std::string pattern(const std::string& text, bool exact) {
  std::string pattern = "(?<![\\p{L}\\p{N}])";
  for (size_t i = 0; i < text.size();) {
    size_t end = i + 1;
    while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    const std::string letter = text.substr(i, end - i);
    pattern += letter == " " ? "[^\\p{L}\\p{N}\\n]+" : letter_class(letter, exact);
    i = end;
  }
  return pattern + "(?![\\p{L}\\p{N}])";
}

}  // namespace

std::set<std::string> raw_scan(const std::vector<Article>& articles, const Query& query) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string expression = pattern(query.text, query.kind == Query::Kind::kExact);
  const std::unique_ptr<icu::RegexPattern> compiled(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(expression), 0, status));
  if (U_FAILURE(status)) throw std::runtime_error(expression + ": " + u_errorName(status));
  std::set<std::string> ids;
  for (const Article& article : articles)
    for (const std::string* field : {&article.title, &article.text}) {
      const icu::UnicodeString text = icu::UnicodeString::fromUTF8(*field);
      const std::unique_ptr<icu::RegexMatcher> matcher(compiled->matcher(text, status));
      if (matcher->find()) ids.insert(article.id);
    }
  return ids;
}

}  // namespace depeche::oracle
