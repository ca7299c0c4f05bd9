#include "common/dates/rules.h"

namespace depeche {
namespace {

using enum TimeMeaning::Base;
using enum TimeMeaning::Which;
using enum TimeMeaning::Part;
using enum TimeUnit;
using enum TimeAct;
using Type = TimeExpression::Type;
using Guard = TimeGuard;

// clang-format off
constexpr TimeRule kRules[] = {
    // Absolute.
    {"A", {.base = kDate}},
    {"Y", {.base = kDate}, kSet, Type::kDate, Guard::kYear},
    {"an|annee Y", {.base = kDate}},
    {"D M Y?", {.base = kDate}},  // « quinze juillet »; figures are an absolute date
    {"D A", {.base = kDate}},  // « dix juillet 2013 »
    {"mois de|d M", {.base = kDate}},
    {"mois de|d A", {.base = kDate}},
    {"M", {.base = kDate}, kSet, Type::kDate, Guard::kMonth},
    {"M dernier|passe", {.base = kDate, .which = kLast}},
    {"M prochain", {.base = kDate, .which = kNext}},
    {"M suivant", {.base = kDate, .which = kFollowing, .narrative = true}},
    {"M precedent", {.base = kDate, .which = kPreceding, .narrative = true}},
    {"M N", {.base = kDate}, kSet, Type::kDate, Guard::kYear},  // « mai 68 »
    {"A dernier|passe", {.base = kDate, .which = kLast}},
    {"A prochain", {.base = kDate, .which = kNext}},
    {"S de? Y", {.base = kDate}, kSet, Type::kDate, Guard::kNoun},
    {"S Y - Y", {.base = kDate}, kSet, Type::kDate, Guard::kNoun},
    {"S", {.base = kDate}, kSet, Type::kDate, Guard::kSeason},
    {"S dernier|passe", {.base = kDate, .which = kLast}},
    {"S prochain", {.base = kDate, .which = kNext}},
    {"ce|cet S", {.base = kDate, .which = kThis}},
    {"O trimestre|semestre", {.base = kDate}},
    {"O trimestre|semestre de|d? Y", {.base = kDate}},
    {"t D Y", {.base = kDate, .unit = kQuarter}},
    {"semaine D", {.base = kWeekNumber}},
    {"semaine D de? Y", {.base = kWeekNumber}},
    {"annees N", {.base = kDecadeNumber}},
    {"R e|eme? siecle", {.base = kCenturyNumber}},
    {"O siecle", {.base = kCenturyNumber}},

    // Weekdays and days.
    {"W", {.base = kWeekday}, kSet, Type::kDate, Guard::kAbbreviation},
    {"ce W", {.base = kWeekday, .which = kThis}},
    {"W dernier|passe", {.base = kWeekday, .which = kLast}},
    {"W prochain", {.base = kWeekday, .which = kNext}},
    {"W suivant", {.base = kWeekday, .which = kFollowing, .narrative = true}},
    {"W d apres", {.base = kWeekday, .which = kFollowing, .narrative = true}},
    {"W precedent", {.base = kWeekday, .which = kPreceding, .narrative = true}},
    {"W d avant", {.base = kWeekday, .which = kPreceding, .narrative = true}},
    {"W en D", {.base = kWeekday, .which = kComing, .then_unit = kDay}},  // en huit, en quinze
    {"W D", {.base = kDayOfMonth}, kSet, Type::kDate, Guard::kNumber},
    {"le D", {.base = kDayOfMonth}, kSet, Type::kDate, Guard::kDay},
    {"aujourd hui", {.base = kUnit, .unit = kDay}},
    {"hier", {.base = kUnit, .unit = kDay, .steps = -1}},
    {"avant hier", {.base = kUnit, .unit = kDay, .steps = -2}},
    {"demain", {.base = kUnit, .unit = kDay, .steps = 1}},
    {"apres demain", {.base = kUnit, .unit = kDay, .steps = 2}},
    {"ce|cet|cette P", {.base = kUnit, .unit = kDay}},
    {"cet|cette apres midi", {.base = kUnit, .unit = kDay, .day_part = TimeMeaning::DayPart::kAfternoon}},
    {"ce midi", {.base = kUnit, .unit = kDay}},
    {"dans la journee|P", {.base = kUnit, .unit = kDay}},
    {"ce jour la", {.base = kUnit, .unit = kDay, .narrative = true}},
    {"ce W la", {}, kSet, Type::kVague},
    {"jour meme", {.base = kUnit, .unit = kDay, .narrative = true}},
    {"veille", {.base = kUnit, .unit = kDay, .steps = -1, .narrative = true}, kSet, Type::kDate, Guard::kArticle},
    {"avant veille", {.base = kUnit, .unit = kDay, .steps = -2, .narrative = true}},
    {"lendemain", {.base = kUnit, .unit = kDay, .steps = 1, .narrative = true}, kSet, Type::kDate, Guard::kArticle},
    {"surlendemain", {.base = kUnit, .unit = kDay, .steps = 2, .narrative = true}, kSet, Type::kDate, Guard::kArticle},

    // Units that the anchor is in, and their neighbours.
    {"ce|cet|cette U", {.base = kUnit}},
    {"cet|cette annee la", {.base = kUnit, .unit = kYear, .narrative = true}},
    {"meme U", {.base = kUnit, .narrative = true}},
    {"U en cours", {.base = kUnit}},
    {"dans la semaine", {.base = kUnit, .unit = kWeek}},
    {"en semaine", {.base = kUnit, .unit = kWeek, .part = kWeekdays}},
    {"U dernier|derniere|passe|passee|ecoule|ecoulee", {.base = kUnit, .steps = -1}},
    {"U prochain|prochaine", {.base = kUnit, .steps = 1}},
    {"U a venir", {.base = kUnit, .steps = 1}},
    {"U suivant|suivante", {.base = kUnit, .steps = 1, .narrative = true}},
    {"U d apres", {.base = kUnit, .steps = 1, .narrative = true}},
    {"U qui suit", {.base = kUnit, .steps = 1, .narrative = true}},
    {"U precedent|precedente", {.base = kUnit, .steps = -1, .narrative = true}},
    {"U d avant", {.base = kUnit, .steps = -1, .narrative = true}},
    {"debut de|d|du la|l|le? U", {.base = kUnit, .part = kBegin}},
    {"milieu de|d|du la|l|le? U", {.base = kUnit, .part = kMiddle}},
    {"fin de|d|du la|l|le? U", {.base = kUnit, .part = kEnd}},

    // Counted units.
    {"il y a environ|presque|deja|quelque|bientot|maintenant? N U", {.base = kShift, .steps = -1}},
    {"il y a pres|plus|moins de|d N U", {.base = kShift, .steps = -1}},
    {"il y a a peine N U", {.base = kShift, .steps = -1}},
    {"il y a tout|un juste|peu? N U", {.base = kShift, .steps = -1}},
    {"voici|voila pres|plus|moins? de|d? N U", {.base = kShift, .steps = -1}},
    {"dans environ|a? N U", {.base = kShift, .steps = 1}},
    {"N U plus tard", {.base = kShift, .steps = 1, .narrative = true}},
    {"N U apres", {.base = kShift, .steps = 1, .narrative = true}, kSet, Type::kDate, Guard::kComplement},
    {"N U plus tot", {.base = kShift, .steps = -1, .narrative = true}},
    {"N U auparavant", {.base = kShift, .steps = -1, .narrative = true}},
    {"N U avant", {.base = kShift, .steps = -1, .narrative = true}, kSet, Type::kDate, Guard::kComplement},
    {"depuis environ|presque|bientot|deja|maintenant? N U", {.base = kShift, .steps = -1}, kSet, Type::kSince},
    {"depuis pres|plus|moins de|d N U", {.base = kShift, .steps = -1}, kSet, Type::kSince},
    {"d ici a? N U", {.base = kShift, .steps = 1}, kSet, Type::kUntil},
    {"dans les N prochains|prochaines? U", {.base = kUnits, .steps = 1}},
    {"N derniers|dernieres|dernier|derniere U", {.base = kUnits, .steps = -1}},
    {"derniers|dernieres N U", {.base = kUnits, .steps = -1}},
    {"N U derniers|dernieres|passes|passees|ecoules|ecoulees|dernier|derniere", {.base = kUnits, .steps = -1}},
    {"N prochains|prochaines|prochain|prochaine U", {.base = kUnits, .steps = 1}},
    {"prochains|prochaines N U", {.base = kUnits, .steps = 1}},
    {"N U prochains|prochaines|suivants|suivantes|suivant|suivante", {.base = kUnits, .steps = 1}},

    {"il y a N U et demi|demie", {.base = kShift, .steps = -1}},
    {"voici|voila N U et demi|demie", {.base = kShift, .steps = -1}},
    {"depuis N U et demi|demie", {.base = kShift, .steps = -1}, kSet, Type::kSince},
    {"dans N U et demi|demie", {.base = kShift, .steps = 1}},

    // Without a value.
    {"il y a V U", {}, kSet, Type::kVague},
    {"V U plus tard|tot", {}, kSet, Type::kVague},
    {"V U apres|avant|auparavant", {}, kSet, Type::kVague},
    {"apres|depuis|dans|pendant|durant V U", {}, kSet, Type::kVague},
    {"V derniers|dernieres|prochains|prochaines? U", {}, kSet, Type::kVague},
    {"derniers|dernieres|prochains|prochaines U", {}, kSet, Type::kVague},
    {"derniers temps", {}, kSet, Type::kVague},
    {"chaque U|W|S|P", {}, kSet, Type::kVague},
    {"tous|toutes les U|W", {}, kSet, Type::kVague},
    {"ces jours ci", {}, kSet, Type::kVague},
    {"maintenant", {}, kSet, Type::kVague},
    {"ce moment", {}, kSet, Type::kVague},
    {"cette date|epoque", {}, kSet, Type::kVague},

    // Holidays.
    {"H", {.base = kHoliday}, kSet, Type::kDate, Guard::kName},
    {"H Y", {.base = kHoliday}},
    {"jour|journee|fete|fetes de|d|du la|l|le? H", {.base = kHoliday}},
    {"jour|journee|fete|fetes de|d|du la|l|le? H Y", {.base = kHoliday}},
    {"H dernier|passe|derniere", {.base = kHoliday, .which = kLast}},
    {"H prochain|prochaine", {.base = kHoliday, .which = kNext}},
    {"veille|reveillon de|du|d la|l? H", {.base = kHoliday, .then_steps = -1, .then_unit = kDay}},
    {"lendemain de|du|d la|l? H", {.base = kHoliday, .then_steps = 1, .then_unit = kDay}},

    // Parts of others.
    {"debut de|d|du|des? la|l|le|les? X", {.part = kBegin}, kPart},
    {"mi -? X", {.part = kMiddle}, kPart},
    {"milieu de|d|du|des la|l|le|les? X", {.part = kMiddle}, kPart},
    {"fin de|d|du|des? la|l|le|les? X", {.part = kEnd}, kPart},
    {"courant X", {.part = kWhole}, kPart},
    {"premiere moitie de|d|du|des la|l|le|les? X", {.part = kFirstHalf}, kPart},
    {"seconde|deuxieme moitie de|d|du|des la|l|le|les? X", {.part = kSecondHalf}, kPart},
    {"T le|ce? X", {.part = kWhole}, kPart},
    {"au cours de|du|d|des la|l|le|les? X", {.part = kWhole}, kPart},
    {"dans la P de|du|d la|l|le? X", {.part = kWhole}, kPart},
    {"P de|du|d la|l|le? X", {.part = kWhole}, kPart},
    {"semaine du|de A", {.part = kItsWeek}, kPart},
    {"semaine du D", {.base = kDayOfMonth, .part = kItsWeek}},
    {"week end du|de A|H", {.part = kItsWeekend}, kPart},
    {"O U de|d|du la|l|le? X", {}, kPick},
    {"N premiers|premieres U de|d|du la|l|le|cette? X", {.pick = 1}, kPick},
    {"premiers|premieres N U de|d|du la|l|le|cette? X", {.pick = 1}, kPick},
    {"N derniers|dernieres U de|d|du la|l|le|cette? X", {.pick = -1}, kPick},
    {"O W de|d|du la|l|le? X", {}, kPick},
    {"W de|d? la|l? X", {.pick = 1}, kPick},
    {"M de|d la|l? X", {}, kPick},
    {"veille de|du|d|des la|l|le? X", {.then_steps = -1, .then_unit = kDay}, kMove},
    {"lendemain de|du|d|des la|l|le? X", {.then_steps = 1, .then_unit = kDay}, kMove},
    {"surlendemain de|du|d la|l|le? X", {.then_steps = 2, .then_unit = kDay}, kMove},
    {"N U avant le|la|l? X", {.then_steps = -1}, kMove},
    {"N U apres le|la|l? X", {.then_steps = 1}, kMove},

    // Intervals and open ends.
    {"entre le|la|l|les? X et le|la|l|les? X", {}, kInterval, Type::kInterval},
    {"entre le W? D et le W? A", {}, kInterval, Type::kInterval},
    {"entre le D et le D", {}, kInterval, Type::kInterval},
    {"du X au X", {}, kInterval, Type::kInterval},
    {"du W? D au X", {}, kInterval, Type::kInterval},
    {"du D au D", {}, kInterval, Type::kInterval},
    {"de|d la|l|le? X a la|l|le? X", {}, kInterval, Type::kInterval},
    {"de|d X au X", {}, kInterval, Type::kInterval},
    {"dans la nuit de|du X a|au X", {}, kInterval, Type::kInterval},
    {"nuit de|du X a|au X", {}, kInterval, Type::kInterval},
    {"D au|- A", {}, kInterval, Type::kInterval},
    {"D au|- D M Y?", {}, kInterval, Type::kInterval},
    {"D jusqu au A", {}, kInterval, Type::kInterval},
    {"W D au|- A", {}, kInterval, Type::kInterval},
    {"R e|eme? au|et R e|eme? siecle|siecles", {}, kInterval, Type::kInterval},
    {"depuis la|le|l|les|ce|cette? X", {}, kOpen, Type::kSince},
    {"a partir de|du|d la|l|le? X", {}, kOpen, Type::kSince},
    {"a partir du D", {.base = kDayOfMonth}, kSet, Type::kSince},
    {"a compter de|du|d la|l|le? X", {}, kOpen, Type::kSince},
    {"des la|l|le? X", {}, kOpen, Type::kSince, Guard::kAccent},
    {"apres la|l|le|les? X", {}, kOpen, Type::kSince},
    {"avant la|l|le|les? X", {}, kOpen, Type::kUntil},
    {"jusqu a|au|en|aux la|l|le|les? X", {}, kOpen, Type::kUntil},
    {"d ici a|au|la|l|le? la|l|le? X", {}, kOpen, Type::kUntil},
};

constexpr TimeRule kTails[] = {
    {"au|- X", {}, kInterval, Type::kInterval},
    {"jusqu a|au|en X", {}, kInterval, Type::kInterval},
    {"P", {}},
    {"au|en|dans la|le? P", {}},
    {"apres midi", {.day_part = TimeMeaning::DayPart::kAfternoon}},
    {"en debut|fin de|d P", {}},
    {"en debut|fin d apres midi", {.day_part = TimeMeaning::DayPart::kAfternoon}},
    {",|-? T", {}},
    {"a|vers|apres|avant|autour|environ de? T", {}},
    {"a|vers|apres|avant D heures|heure N?", {}},
};

/// Source of the feasts: the French labour code (L3133-1) for public holidays, custom for the others.
constexpr Holiday kHolidays[] = {
    {"noel", 12, 25},
    {"jour de l an", 1, 1},
    {"nouvel an", 1, 1},
    {"epiphanie", 1, 6},
    {"chandeleur", 2, 2},
    {"saint - valentin", 2, 14},
    {"saint valentin", 2, 14},
    {"premier mai", 5, 1},
    {"fete du travail", 5, 1},
    {"fete nationale", 7, 14},
    {"quatorze juillet", 7, 14},
    {"assomption", 8, 15},
    {"halloween", 10, 31},
    {"toussaint", 11, 1},
    {"jour des morts", 11, 2},
    {"armistice", 11, 11},
    {"saint sylvestre", 12, 31},
    {"paques", 0, 0, 0},
    {"dimanche de paques", 0, 0, 0},
    {"lundi de paques", 0, 0, 1},
    {"mardi gras", 0, 0, -47},
    {"mercredi des cendres", 0, 0, -46},
    {"dimanche des rameaux", 0, 0, -7},
    {"jeudi saint", 0, 0, -3},
    {"vendredi saint", 0, 0, -2},
    {"jeudi de l ascension", 0, 0, 39},
    {"ascension", 0, 0, 39},
    {"dimanche de pentecote", 0, 0, 49},
    {"pentecote", 0, 0, 49},
    {"lundi de pentecote", 0, 0, 50},
};
// clang-format on

Day easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int days = h + l - 7 * m + 114;
  return Day{std::chrono::year{year}, std::chrono::month{unsigned(days / 31)},
             std::chrono::day{unsigned(days % 31 + 1)}};
}

}  // namespace

std::span<const TimeRule> time_rules() { return kRules; }
std::span<const TimeRule> time_tails() { return kTails; }
std::span<const Holiday> holidays() { return kHolidays; }

Day holiday_day(unsigned holiday, int year) {
  const Holiday& feast = kHolidays[holiday];
  if (feast.month)
    return Day{std::chrono::year{year}, std::chrono::month{feast.month}, std::chrono::day{feast.day}};
  return Day{std::chrono::sys_days{easter_sunday(year)} + std::chrono::days{feast.easter}};
}

std::vector<std::string_view> time_patterns() {
  std::vector<std::string_view> patterns;
  for (const TimeRule& rule : kRules) patterns.push_back(rule.pattern);
  for (const TimeRule& rule : kTails) patterns.push_back(rule.pattern);
  for (const Holiday& holiday : kHolidays) patterns.push_back(holiday.pattern);
  return patterns;
}

}  // namespace depeche
