#include "common/dates/words.h"

#include <array>
#include <deque>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/date_scan.h"
#include "common/dates/rules.h"

namespace depeche {
namespace {

using enum TimeUnit;
using DayPart = TimeMeaning::DayPart;

/// Folded. Months and weekdays are those of common/date_scan.h; the literals of the rules are added.
constexpr TimeWord kWords[] = {
    {.text = "un", .count = 1},
    {.text = "une", .count = 1},
    {.text = "deux", .count = 2},
    {.text = "trois", .count = 3},
    {.text = "quatre", .count = 4},
    {.text = "cinq", .count = 5},
    {.text = "six", .count = 6},
    {.text = "sept", .month = 9, .abbreviation = true, .count = 7},
    {.text = "huit", .count = 8},
    {.text = "neuf", .count = 9},
    {.text = "dix", .count = 10},
    {.text = "onze", .count = 11},
    {.text = "douze", .count = 12},
    {.text = "treize", .count = 13},
    {.text = "quatorze", .count = 14},
    {.text = "quinze", .count = 15},
    {.text = "seize", .count = 16},
    {.text = "vingt", .count = 20},
    {.text = "vingts", .count = 20},
    {.text = "trente", .count = 30},
    {.text = "quarante", .count = 40},
    {.text = "cinquante", .count = 50},
    {.text = "soixante", .count = 60},
    {.text = "cent", .count = 100},
    {.text = "dizaine", .count = 10},
    {.text = "douzaine", .count = 12},
    {.text = "vingtaine", .count = 20},
    {.text = "trentaine", .count = 30},
    {.text = "quarantaine", .count = 40},
    {.text = "cinquantaine", .count = 50},
    {.text = "quelques", .vague = true},
    {.text = "plusieurs", .vague = true},
    {.text = "premier", .ordinal = 1},
    {.text = "premiere", .ordinal = 1},
    {.text = "premiers", .ordinal = 1},
    {.text = "premieres", .ordinal = 1},
    {.text = "second", .ordinal = 2},
    {.text = "seconde", .ordinal = 2},
    {.text = "deuxieme", .ordinal = 2},
    {.text = "troisieme", .ordinal = 3},
    {.text = "quatrieme", .ordinal = 4},
    {.text = "cinquieme", .ordinal = 5},
    {.text = "sixieme", .ordinal = 6},
    {.text = "septieme", .ordinal = 7},
    {.text = "huitieme", .ordinal = 8},
    {.text = "neuvieme", .ordinal = 9},
    {.text = "dixieme", .ordinal = 10},
    {.text = "dernier", .ordinal = -1},
    {.text = "derniere", .ordinal = -1},
    {.text = "heure", .unit = kHour, .anchor = true},
    {.text = "heures", .unit = kHour, .anchor = true},
    {.text = "minute", .unit = kMinute, .anchor = true},
    {.text = "minutes", .unit = kMinute, .anchor = true},
    {.text = "jour", .unit = kDay, .anchor = true},
    {.text = "jours", .unit = kDay, .anchor = true},
    {.text = "journee", .unit = kDay, .anchor = true},
    {.text = "weekend", .unit = kWeekend, .anchor = true},
    {.text = "semaine", .unit = kWeek, .anchor = true},
    {.text = "semaines", .unit = kWeek, .anchor = true},
    {.text = "quinzaine", .unit = kFortnight, .count = 15, .anchor = true},
    {.text = "mois", .unit = kMonth, .anchor = true},
    {.text = "trimestre", .unit = kQuarter, .anchor = true},
    {.text = "trimestres", .unit = kQuarter, .anchor = true},
    {.text = "semestre", .unit = kHalfYear, .anchor = true},
    {.text = "semestres", .unit = kHalfYear, .anchor = true},
    {.text = "an", .unit = kYear, .anchor = true},
    {.text = "ans", .unit = kYear, .anchor = true},
    {.text = "annee", .unit = kYear, .anchor = true},
    {.text = "annees", .unit = kYear, .anchor = true},
    {.text = "decennie", .unit = kDecade, .anchor = true},
    {.text = "decennies", .unit = kDecade, .anchor = true},
    {.text = "siecle", .unit = kCentury, .anchor = true},
    {.text = "siecles", .unit = kCentury, .anchor = true},
    {.text = "printemps", .season = 21, .anchor = true},
    {.text = "ete", .season = 22, .anchor = true},
    {.text = "automne", .season = 23, .anchor = true},
    {.text = "hiver", .season = 24, .anchor = true},
    {.text = "midi", .clock = 12 * 60},
    {.text = "minuit", .clock = 0},
    {.text = "matin", .day_part = DayPart::kMorning, .anchor = true},
    {.text = "matinee", .day_part = DayPart::kMorning, .anchor = true},
    {.text = "soir", .day_part = DayPart::kEvening, .anchor = true},
    {.text = "soiree", .day_part = DayPart::kEvening, .anchor = true},
    {.text = "nuit", .day_part = DayPart::kNight, .anchor = true},
};

/// Literals of the rules that can be the heart of an expression.
constexpr std::string_view kAnchors[] = {
    "hier",         "demain",    "aujourd", "maintenant", "veille",    "lendemain",
    "surlendemain", "noel",      "paques",  "toussaint",  "pentecote", "ascension",
    "assomption",   "epiphanie", "careme",  "chandeleur", "halloween", "valentin",
    "sylvestre",    "armistice", "travail", "week",       "end",       "ramadan",
    "nationale",    "cendres",   "rameaux", "morts",      "avent"};

TimeClasses classes_of(const TimeWord& word) {
  TimeClasses classes = class_bit('X');
  const auto add = [&classes](char name, bool holds) {
    if (holds) classes |= class_bit(name);
  };
  add('D', word.count != 0 || word.ordinal == 1);
  add('M', word.month != 0);
  add('N', word.count != 0);
  add('O', word.ordinal != 0);
  add('P', word.day_part != DayPart::kNone);
  add('S', word.season != 0);
  add('T', word.clock >= 0);
  add('U', word.unit != kNone || word.text == "week");
  add('V', word.vague);
  add('W', word.weekday != 0);
  return classes;
}

/// An open hash table, filled once.
class Vocabulary {
 public:
  Vocabulary() {
    for (const DateWord& word : date_words())
      if (!word.english)
        entry(word.text) = {.text = word.text,
                            .month = word.month,
                            .weekday = word.weekday,
                            .abbreviation = word.abbreviation,
                            .anchor = word.month || word.weekday};
    for (const TimeWord& word : kWords) {
      TimeWord& added = entry(word.text);
      const bool anchor = added.anchor || word.anchor;
      added = word;
      added.anchor = anchor;
    }
    for (const std::string_view pattern : time_patterns()) add_literals(pattern);
    for (TimeWord& word : all_) {
      word.classes = classes_of(word);
      beginnings_.add(word.text);
    }
    for (const Holiday& holiday : holidays())
      find(holiday.pattern.substr(0, holiday.pattern.find(' ')))->classes |= class_bit('H');
    for (const std::string_view word : kAnchors)
      if (TimeWord* known = find(word)) known->anchor = true;
  }

  const TimeWordBeginnings& beginnings() const { return beginnings_; }

  TimeWord* find(std::string_view folded) {
    if (folded.empty() || folded.size() > FoldedWord::kMaxLetters) return nullptr;
    return find(TimeWordKey::of(folded));
  }

  TimeWord* find(const TimeWordKey& key) const {
    for (size_t slot = slot_of(key);; slot = (slot + 1) % kSlots) {
      if (!words_[slot]) return nullptr;
      if (keys_[slot] == key) return words_[slot];
    }
  }

 private:
  static constexpr size_t kSlots = 2048;

  static size_t slot_of(const TimeWordKey& key) {
    const uint64_t mixed = (key.low ^ (uint64_t{key.high} << 17)) * 0x9E3779B97F4A7C15u;
    return static_cast<size_t>(mixed >> 40) % kSlots;
  }

  TimeWord& entry(std::string_view folded) {
    if (TimeWord* known = find(folded)) return *known;
    if (all_.size() >= kSlots / 2) throw std::logic_error("the vocabulary of dates has outgrown its table");
    size_t slot = slot_of(TimeWordKey::of(folded));
    while (words_[slot]) slot = (slot + 1) % kSlots;
    TimeWord& word = all_.emplace_back();
    word.text = folded;
    keys_[slot] = TimeWordKey::of(folded);
    words_[slot] = &word;
    return word;
  }

  /// Every run of small letters in a pattern is a literal.
  void add_literals(std::string_view pattern) {
    for (size_t pos = 0; pos < pattern.size(); ++pos) {
      size_t end = pos;
      while (end < pattern.size() && pattern[end] >= 'a' && pattern[end] <= 'z') ++end;
      if (end == pos) continue;
      TimeWord& word = entry(pattern.substr(pos, end - pos));
      if (!word.literal) word.literal = ++literals_;
      pos = end;
    }
  }

  std::deque<TimeWord> all_;
  std::array<TimeWord*, kSlots> words_{};
  std::array<TimeWordKey, kSlots> keys_{};
  TimeWordBeginnings beginnings_;
  unsigned short literals_ = 0;
};

Vocabulary& vocabulary() {
  static Vocabulary words;
  return words;
}

}  // namespace

TimeWordKey TimeWordKey::of(std::string_view folded) {
  TimeWordKey key;
  for (size_t i = 0; i < folded.size(); ++i) {
    const auto letter = static_cast<unsigned char>(folded[i]);
    if (i < sizeof key.low)
      key.low |= uint64_t{letter} << 8 * i;
    else
      key.high |= uint32_t{letter} << 8 * (i - sizeof key.low);
  }
  return key;
}

void TimeWordBeginnings::add(std::string_view folded) {
  const auto letter = [&](size_t i) { return i < folded.size() ? unsigned(folded[i] - 'a' + 1) : 0u; };
  begins_[(letter(0) * 27 + letter(1)) * 27 + letter(2)] = true;
}

const TimeWord* find_time_word(const TimeWordKey& key) { return vocabulary().find(key); }

const TimeWordBeginnings& time_word_beginnings() { return vocabulary().beginnings(); }

unsigned short literal_number(std::string_view folded) { return vocabulary().find(folded)->literal; }

}  // namespace depeche
