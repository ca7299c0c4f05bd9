#include "corpus/agency.h"

#include <algorithm>
#include <string>

#include "common/text/fold.h"
#include "corpus/words.h"

namespace depeche {
namespace {

// Folded, in order.
// clang-format off
constexpr std::string_view kAgencies[] = {
    "aap", "abp", "afp", "agefi", "agence ecofin", "agence france presse", "agence france-presse", "aib", "aip",
    "amap", "anadolu", "angop", "anp", "ansa", "aof", "ap", "apa", "apanews", "apic", "aps", "associated press",
    "atop", "ats", "awp", "belga", "bloomberg", "boursier.com", "business wire", "cgtn", "china news", "cnw", "cri",
    "dow jones", "dpa", "efe", "fides", "globe newswire", "gna", "interfax", "irna", "itar-tass", "keystone-ats",
    "kuna", "kyodo", "la presse canadienne", "lusa", "map", "pana", "panapress", "presse canadienne", "prnewswire",
    "pti", "qna", "quotidien du peuple", "reuters", "ria novosti", "sana", "sda", "sputnik", "tanjug", "tap",
    "tass", "upi", "vna", "wafa", "wam", "xinhua", "yonhap", "zenit", "zenit.org"};

constexpr std::string_view kCities[] = {
    "abidjan", "alger", "amsterdam", "athenes", "bagdad", "bamako", "beijing", "berlin", "berne", "beyrouth",
    "bruxelles", "buenos aires", "calgary", "charlottetown", "cotonou", "dakar", "damas", "edmonton", "fredericton",
    "gatineau", "gaza", "geneve", "halifax", "jerusalem", "johannesburg", "kaboul", "kiev", "kinshasa", "la haye",
    "lausanne", "laval", "le caire", "levis", "lome", "londres", "longueuil", "los angeles", "luxembourg", "lyon",
    "madrid", "marseille", "mexico", "moncton", "montreal", "moscou", "new delhi", "new york", "niamey",
    "nouakchott", "ottawa", "ouagadougou", "paris", "pekin", "port-au-prince", "pretoria", "quebec", "rabat",
    "regina", "rimouski", "rio de janeiro", "rome", "saguenay", "saskatoon", "seoul", "shanghai", "sherbrooke",
    "strasbourg", "sydney", "teheran", "tel-aviv", "tokyo", "toronto", "tripoli", "trois-rivieres", "tunis",
    "vancouver", "varsovie", "vienne", "washington", "winnipeg", "yaounde", "zurich"};
// clang-format on

template <size_t N>
bool holds(const std::string_view (&names)[N], std::string_view folded) {
  return std::binary_search(std::begin(names), std::end(names), folded);
}
static_assert(std::is_sorted(std::begin(kAgencies), std::end(kAgencies)));
static_assert(std::is_sorted(std::begin(kCities), std::end(kCities)));

/// One name: the whole of it, or its first words.
bool begins_with_agency(std::string_view folded) {
  for (size_t end = folded.size(); end != std::string_view::npos && end > 0;) {
    if (holds(kAgencies, folded.substr(0, end))) return true;
    end = folded.find_last_of(" -", end - 1);
  }
  return false;
}

}  // namespace

bool is_agency(std::string_view name) {
  const std::string folded = fold(name);
  for (size_t pos = 0; pos < folded.size();) {
    const size_t end = std::min(folded.find('/', pos), folded.size());
    if (begins_with_agency(trim(std::string_view(folded).substr(pos, end - pos)))) return true;
    pos = end + 1;
  }
  return false;
}

bool is_dateline_city(std::string_view name) { return holds(kCities, fold(name)); }

}  // namespace depeche
