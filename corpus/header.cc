#include "corpus/header.h"

#include <algorithm>

#include "common/clock_time.h"
#include "common/text/utf8.h"
#include "corpus/agency.h"
#include "corpus/header_text.h"
#include "corpus/header_words.h"

namespace depeche {
namespace {

constexpr size_t kMaxHeaderLength = 200;  // code points
constexpr size_t kMaxHeaderWords = 30;
constexpr size_t kMaxSourceWords = 6;  // « Par Jean Dupont, publié le … »
constexpr size_t kMaxSuffixWords = 3;  // « Publié le … | Le Monde avec AFP »

struct Token {
  size_t begin = 0, end = 0;
  HeaderRole role = HeaderRole::kOther;
  std::string_view word;  // folded, of a kOther or kNumber
  size_t date = 0;        // of a kDate
  uint16_t minute = 0;    // of a kTime
};

using Tokens = std::vector<Token>;

bool is_keyword(const Token& token) {
  return token.role == HeaderRole::kPublished || token.role == HeaderRole::kUpdated;
}

/// Dates first, then times of day, then the longest phrases, then single words.
Tokens tokenize(std::string_view line, const std::vector<Word>& words,
                const std::vector<DateExpression>& dates) {
  Tokens tokens;
  size_t date = 0;
  for (size_t i = 0; i < words.size();) {
    const Word& word = words[i];
    while (date < dates.size() && dates[date].end <= word.begin) ++date;
    if (date < dates.size() && dates[date].begin < word.end) {
      if (tokens.empty() || tokens.back().role != HeaderRole::kDate || tokens.back().date != date)
        tokens.push_back({dates[date].begin, dates[date].end, HeaderRole::kDate, {}, date, 0});
      ++i;
      continue;
    }
    Token token{word.begin, word.end, HeaderRole::kOther, word.folded, 0, 0};
    DateScan scan(line, word.begin);
    if (const auto minute = read_clock_time(scan, true)) {
      token.role = HeaderRole::kTime;
      token.minute = *minute;
      token.end = scan.pos();
      while (i < words.size() && words[i].begin < token.end) ++i;
    } else if (const HeaderPhrase phrase = match_header_phrase(line, words, i); phrase.words > 0) {
      token.role = phrase.role;
      token.end = words[i + phrase.words - 1].end;
      i += phrase.words;
    } else {
      if (!word.folded.empty() && word.folded[0] >= '0' && word.folded[0] <= '9')
        token.role = HeaderRole::kNumber;
      ++i;
    }
    tokens.push_back(token);
  }
  return tokens;
}

bool is_separator(char32_t c) {
  constexpr std::u32string_view kSeparators = U"|/:-–—•·,()[]";
  return kSeparators.find(c) != std::u32string_view::npos;
}

/// Whether one of the separators stands in `gap`; a comma, a colon or a hyphen between words only if `light`.
bool separates(std::string_view gap, bool light) {
  for (size_t pos = 0; pos < gap.size();) {
    const char32_t c = next_code_point(gap, pos);
    if (is_separator(c) && (light || (c != ',' && c != ':' && gap != "-"))) return true;
  }
  return false;
}

/// Whether a separator stands behind one of the tokens from `first` on, before `last`.
bool separated(std::string_view line, const Tokens& tokens, size_t first, size_t last, bool light) {
  for (size_t i = first; i < last; ++i)
    if (separates(line.substr(tokens[i].end, tokens[i + 1].begin - tokens[i].end), light)) return true;
  return false;
}

bool joins_by_line(std::string_view word) { return word == "par" || word == "dans" || word == "sur"; }

/// « par Jean Dupont dans Politique », « par la rédaction », « sur Exemple.fr »: names, or one word.
bool is_by_line(std::string_view line, const Tokens& tokens, size_t first, size_t end) {
  if (!joins_by_line(tokens[first].word)) return false;
  size_t others = 0, names = 0;
  for (size_t i = first + 1; i < end; ++i) {
    const Token& token = tokens[i];
    if (token.role != HeaderRole::kOther || joins_by_line(token.word) || token.word == "avec") continue;
    ++others;
    names += is_capital_at(line, token.begin) || line[token.begin - 1] == '.';
  }
  return others > 0 && others <= kMaxSourceWords && (names == others || others == 1);
}

/// « RFI Publié le », « Le Monde | publié le », « Par Jean Dupont, publié le ».
bool is_source(std::string_view line, const Tokens& tokens, size_t first, size_t keyword) {
  size_t last = first, others = 0;
  for (size_t i = first; i < keyword; ++i) {
    if (tokens[i].role != HeaderRole::kOther) continue;
    last = i;
    ++others;
  }
  if (others > kMaxSourceWords) return false;
  return tokens[first].word == "par" || separated(line, tokens, last, last + 1, true) ||
         is_capital_at(line, tokens[keyword].begin);
}

/// Whether the words that are not understood may stand in a header line with a keyword.
bool others_fit(std::string_view line, const Tokens& tokens) {
  const auto keyword =
      static_cast<size_t>(std::find_if(tokens.begin(), tokens.end(), is_keyword) - tokens.begin());
  size_t last_date = keyword;
  for (size_t i = 0; i < tokens.size(); ++i)
    if (tokens[i].role == HeaderRole::kDate || tokens[i].role == HeaderRole::kTime || is_keyword(tokens[i]))
      last_date = i;

  for (size_t i = 0; i < tokens.size();) {
    if (tokens[i].role != HeaderRole::kOther) {
      ++i;
      continue;
    }
    size_t end = i, others = 0;
    const size_t bound = i < keyword ? keyword : i < last_date ? last_date : tokens.size();
    for (; end < bound && !is_keyword(tokens[end]) && tokens[end].role != HeaderRole::kDate; ++end)
      others += tokens[end].role == HeaderRole::kOther;
    if (i < keyword) {
      if (end != keyword || !is_source(line, tokens, i, keyword)) return false;
    } else if (!is_by_line(line, tokens, i, end)) {
      if (i < last_date || others > kMaxSuffixWords || !separated(line, tokens, last_date, i, false))
        return false;
    }
    i = end;
  }
  return true;
}

/// « La mise à jour du 12 février »: the words are part of a sentence or title.
bool is_noun(const Tokens& tokens, const std::vector<Word>& words) {
  const std::string_view first = words[0].folded;
  return tokens.size() > 1 && is_keyword(tokens[1]) && (first == "la" || first == "cette");
}

/// « french.example.com »: a host name.
bool is_host(std::string_view name) {
  const size_t dot = name.find('.');
  return dot != 0 && dot != std::string_view::npos && dot + 1 < name.size() &&
         name.find_first_of(" ,:/|") == std::string_view::npos;
}

/// Without a keyword: nothing but days, or beside them a known source: « AFP - 12/02/2019 à 18:03 », « Par
/// Jean Dupont, le 12 février 2019 », « 2019-02-13 09:10:22 Source: Xinhua ».
bool is_bare(std::string_view line, const Tokens& tokens) {
  const auto is_other = [](const Token& token) { return token.role == HeaderRole::kOther; };
  const auto is_date = [](const Token& token) { return token.role == HeaderRole::kDate; };
  const auto other = std::find_if(tokens.begin(), tokens.end(), is_other);
  const auto date = std::find_if(tokens.begin(), tokens.end(), is_date);
  if (date == tokens.end()) return false;
  if (other == tokens.end()) return true;
  const auto last_other = std::find_if(tokens.rbegin(), tokens.rend(), is_other).base() - 1;
  const auto last_date = std::find_if(tokens.rbegin(), tokens.rend(), is_date).base() - 1;
  const bool before = last_other < date;
  if (!before && other < last_date) return false;
  const size_t begin = other->begin;
  // « (Xinhua) 12.02.2019 » is a dateline.
  if (before && begin > 0 && trim(line.substr(0, begin)).ends_with('(')) return false;
  const std::string_view name = line.substr(begin, last_other->end - begin);
  if (is_agency(name) || (before && is_host(name))) return true;
  return other->word == "par" && is_capital_at(line, last_other->begin) &&
         is_by_line(line, tokens, static_cast<size_t>(other - tokens.begin()),
                    static_cast<size_t>(before ? date - tokens.begin() : tokens.size()));
}

/// The day of « le 12 et mis à jour le 13 février »; 0 if it is none.
unsigned day_number(std::string_view word) {
  if (word.ends_with("er")) word.remove_suffix(2);
  unsigned day = 0;
  for (const char c : word) {
    if (c < '0' || c > '9' || day > 31) return 0;
    day = day * 10 + static_cast<unsigned>(c - '0');
  }
  return day > 31 ? 0 : day;
}

/// Collects the dates of a header line from left to right.
class DateReader {
 public:
  DateReader(const Tokens& tokens, const std::vector<DateExpression>& dates)
      : tokens_(tokens), dates_(dates) {}

  std::vector<HeaderDate> read() {
    const bool bare = std::none_of(tokens_.begin(), tokens_.end(), is_keyword);
    begin_ = tokens_[0].begin;
    named_ = bare;
    for (const Token& token : tokens_) {
      if (is_keyword(token)) {
        kind_ = token.role == HeaderRole::kUpdated ? DateKind::kUpdated : DateKind::kPublished;
        begin_ = token.begin;
        named_ = true;
        relative_ = false;
      } else if (token.role == HeaderRole::kRelative) {
        relative_ = true;
      } else if (token.role == HeaderRole::kDate) {
        add_date(token);
      } else if (token.role == HeaderRole::kTime) {
        add_time(token);
      } else if (token.role == HeaderRole::kNumber && named_ && !bare_day_) {
        add_bare_day(token);
      } else if (token.role == HeaderRole::kOther && bare && named_) {
        // The source before the date says nothing of it.
        const size_t next = static_cast<size_t>(&token - tokens_.data()) + 1;
        if (next < tokens_.size()) begin_ = tokens_[next].begin;
      }
    }
    return std::move(out_);
  }

 private:
  void add_date(const Token& token) {
    const DateExpression& date = dates_[token.date];
    if (bare_day_ && date.value.month != 0 && bare_day_->date.value.day <= date.value.day) {
      bare_day_->date.value.year = date.value.year;
      bare_day_->date.value.month = date.value.month;
      out_.push_back(*bare_day_);
    }
    bare_day_.reset();
    out_.push_back({kind_, named_ ? begin_ : token.begin, token.end, date});
    named_ = false;
  }

  /// The time of the day before it: « 12/02/2019 (18h03) », « publié le 12/02 à 18h03, mis à jour à 19h10 ».
  void add_time(const Token& token) {
    if (relative_) return;
    HeaderDate* day = bare_day_ ? &*bare_day_ : out_.empty() ? nullptr : &out_.back();
    if (!day) return;
    if (named_ && !bare_day_) {
      out_.push_back({kind_, begin_, token.end, {token.begin, token.end, day->date.value, token.minute, {}}});
      named_ = false;
    } else if (!day->date.minute) {
      day->date.minute = token.minute;
      day->end = token.end;
    }
  }

  /// « publié le 12 et mis à jour le 13 février 2019 »: the month stands behind the second.
  void add_bare_day(const Token& token) {
    const unsigned day = day_number(token.word);
    if (day == 0) return;
    PartialDate value;
    value.day = day;
    bare_day_ = HeaderDate{kind_, begin_, token.end, {token.begin, token.end, value, {}, {}}};
  }

  const Tokens& tokens_;
  const std::vector<DateExpression>& dates_;
  std::vector<HeaderDate> out_;
  DateKind kind_ = DateKind::kPublished;
  size_t begin_ = 0;       // of the words that say what the next date is
  bool named_ = false;     // such words stand before it
  bool relative_ = false;  // and « hier » or the like among them
  std::optional<HeaderDate> bare_day_;
};

}  // namespace

std::optional<std::vector<HeaderDate>> read_header_line(std::string_view line) {
  if (line.size() > 4 * kMaxHeaderLength || count_code_points(line) > kMaxHeaderLength) return std::nullopt;
  const HeaderText header(line);
  const std::string_view text = header.text();
  const std::vector<Word> words = split_words(text);
  if (words.empty() || words.size() > kMaxHeaderWords) return std::nullopt;
  const std::vector<DateExpression> dates = find_dates(text);
  const Tokens tokens = tokenize(text, words, dates);
  const auto has = [&](HeaderRole role) {
    return std::any_of(tokens.begin(), tokens.end(),
                       [role](const Token& token) { return token.role == role; });
  };

  if (std::any_of(tokens.begin(), tokens.end(), is_keyword)) {
    const bool tells_when = has(HeaderRole::kDate) || has(HeaderRole::kTime) || has(HeaderRole::kRelative);
    if (!tells_when || is_noun(tokens, words) || !others_fit(text, tokens)) return std::nullopt;
  } else {
    const bool days = std::all_of(dates.begin(), dates.end(), [](auto& date) { return date.value.day != 0; });
    if (!days || has(HeaderRole::kNumber) || !is_bare(text, tokens)) return std::nullopt;
  }
  std::vector<HeaderDate> out = DateReader(tokens, dates).read();
  for (HeaderDate& date : out) {
    for (size_t* pos : {&date.begin, &date.date.begin}) *pos = header.place(*pos, false);
    for (size_t* pos : {&date.end, &date.date.end}) *pos = header.place(*pos, true);
  }
  return out;
}

}  // namespace depeche
