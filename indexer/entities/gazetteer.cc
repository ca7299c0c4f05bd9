#include "indexer/entities/gazetteer.h"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/uchar.h>

#include "indexer/entities/name_key.h"
#include "indexer/entities/tables.h"

namespace depeche::entities {
namespace {

/// UN M49 codes of the parts of the world that CLDR names.
constexpr std::array kWorldParts = {"002", "003", "005", "009", "011", "013", "014", "015", "017", "018",
                                    "019", "021", "029", "030", "034", "035", "039", "053", "054", "057",
                                    "061", "142", "143", "145", "150", "151", "154", "155", "202", "419"};

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// CLDR writes « Myanmar (Birmanie) » for two names of one country.
template <typename Use>
void for_each_variant(std::string name, Use use) {
  if (const size_t open = name.find(" ("); open != std::string::npos && name.ends_with(')')) {
    use(std::string_view(name).substr(open + 2, name.size() - open - 3));
    name.resize(open);
  }
  use(std::string_view(name));
}

/// Time zones of research stations and of counties of the United States bear the names of people.
bool is_city_zone(std::string_view zone) {
  const auto slashes = std::count(zone.begin(), zone.end(), '/');
  if (slashes == 0 || zone.starts_with("Antarctica/") || zone.starts_with("Etc/") ||
      zone.starts_with("SystemV/"))
    return false;
  return slashes == 1 || zone.starts_with("America/Argentina/");
}

template <typename Use>
void for_each_cldr_city(Use use) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> names(
      icu::TimeZoneNames::createInstance(icu::Locale::getFrench(), status));
  const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  if (U_FAILURE(status)) return;
  while (const icu::UnicodeString* zone = zones->snext(status)) {
    if (U_FAILURE(status)) return;
    if (!is_city_zone(to_utf8(*zone))) continue;
    icu::UnicodeString city;
    use(to_utf8(names->getExemplarLocationName(*zone, city)));
  }
}

template <typename Use>
void for_each_cldr_place(Use use) {
  icu::UnicodeString name;
  for (const char* const* country = icu::Locale::getISOCountries(); *country != nullptr; ++country)
    for_each_variant(to_utf8(icu::Locale("", *country).getDisplayCountry(icu::Locale::getFrench(), name)),
                     use);
  for (const char* part : kWorldParts)
    for_each_variant(to_utf8(icu::Locale("", part).getDisplayCountry(icu::Locale::getFrench(), name)), use);
  for_each_cldr_city(use);
}

/// CLDR has no name for a code: it gives the code back. Country names of CLDR that are family or given names.
bool is_usable_place(std::string_view name) {
  constexpr std::string_view kUnusable[] = {"Maurice", "Monde", "Center", "Christmas", "Easter", "Wake",
                                            "Marion",  "Davis", "Nome",   "Troll",     "Palmer", "Vincennes"};
  if (name.size() < 3 || u_isdigit(static_cast<unsigned char>(name[0]))) return false;
  return std::find(std::begin(kUnusable), std::end(kUnusable), name) == std::end(kUnusable);
}

constexpr size_t kShortAcronym = 3;

/// Short acronyms are words or syllables in other case; four letters (Otan, Unesco) are not.
bool needs_capitals(std::string_view name) {
  return name.size() <= kShortAcronym && name != "Onu" &&
         std::all_of(name.begin(), name.end(),
                     [](unsigned char c) { return c < 0x80 && !(c >= 'a' && c <= 'z'); });
}

}  // namespace

Gazetteer::Gazetteer() {
  for (const auto rows : {name_rows(), place_rows()})
    for (const NameRow& row : rows)
      for_each_item(row.names, [&](std::string_view name) { add(name, row.type); });
  for_each_cldr_place([&](std::string_view name) {
    if (is_usable_place(name)) add(name, EntityType::kPlace);
  });
}

void Gazetteer::add(std::string_view name, EntityType type) {
  const std::string key = name_key(name);
  if (key.empty()) return;
  for (size_t space = key.find(' '); space != std::string::npos; space = key.find(' ', space + 1))
    entries_[key.substr(0, space)].goes_on = true;
  Entry& entry = entries_[key];
  const bool capitals_only = needs_capitals(name);
  if (!entry.name)
    entry.name = GazetteerName{type, capitals_only};
  else
    entry.name->capitals_only = entry.name->capitals_only && capitals_only;
}

Gazetteer::Step Gazetteer::find(std::string_view key) const {
  while (!key.empty() && key.back() == ' ') key.remove_suffix(1);
  const auto found = entries_.find(key);
  if (found == entries_.end()) return {};
  return {found->second.name ? &*found->second.name : nullptr, found->second.goes_on};
}

const Gazetteer& gazetteer() {
  static const Gazetteer instance;
  return instance;
}

}  // namespace depeche::entities
