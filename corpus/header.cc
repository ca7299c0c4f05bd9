#include "corpus/header.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "corpus/words.h"

namespace depeche {
namespace {

constexpr size_t kMaxHeaderLength = 200;  // code points
constexpr size_t kMaxHeaderWords = 30;
constexpr size_t kMaxSourceWords = 6;  // « Par Jean Dupont, publié le … »
constexpr size_t kMaxSuffixWords = 3;  // « Publié le … | Le Monde avec AFP »

enum class Role : uint8_t { kOther, kDate, kNumber, kRelative, kNeutral, kPublished, kUpdated };

struct Phrase {
  std::string_view words;  // folded
  Role role;
};

/// What header lines are made of, apart from dates. Of two that begin alike the longer stands first.
constexpr Phrase kPhrases[] = {
    {"derniere mise a jour", Role::kUpdated},
    {"derniere modification", Role::kUpdated},
    {"derniere actualisation", Role::kUpdated},
    {"mise a jour", Role::kUpdated},
    {"mis a jour", Role::kUpdated},
    {"maj", Role::kUpdated},
    {"modification", Role::kUpdated},
    {"modifie", Role::kUpdated},
    {"modifiee", Role::kUpdated},
    {"actualisation", Role::kUpdated},
    {"actualise", Role::kUpdated},
    {"actualisee", Role::kUpdated},
    {"date de publication", Role::kPublished},
    {"date de parution", Role::kPublished},
    {"date de diffusion", Role::kPublished},
    {"date de creation", Role::kPublished},
    {"date", Role::kPublished},
    {"publication", Role::kPublished},
    {"publie", Role::kPublished},
    {"publiee", Role::kPublished},
    {"parution", Role::kPublished},
    {"paru", Role::kPublished},
    {"parue", Role::kPublished},
    {"diffusion", Role::kPublished},
    {"diffuse", Role::kPublished},
    {"diffusee", Role::kPublished},
    {"poste", Role::kPublished},
    {"postee", Role::kPublished},
    {"creation", Role::kPublished},
    {"cree", Role::kPublished},
    {"creee", Role::kPublished},
    {"mis en ligne", Role::kPublished},
    {"mise en ligne", Role::kPublished},
    {"emis", Role::kPublished},
    {"emise", Role::kPublished},
    {"hier", Role::kRelative},
    {"aujourd hui", Role::kRelative},
    {"ce matin", Role::kRelative},
    {"ce soir", Role::kRelative},
    {"il y a", Role::kRelative},
    {"heure de paris", Role::kNeutral},
    {"temps de lecture", Role::kNeutral},
    {"a ete", Role::kNeutral},
};

/// Words that say nothing by themselves.
constexpr std::string_view kNeutralWords[] = {
    "a",       "article", "au",      "avant",    "cest",     "cet",      "cette",   "ce",     "communique",
    "contenu", "de",      "depeche", "dimanche", "document", "du",       "en",      "est",    "et",
    "gmt",     "h",       "heure",   "heures",   "jeudi",    "jour",     "jours",   "l",      "la",
    "le",      "lecture", "locale",  "lundi",    "mardi",    "mercredi", "min",     "minute", "minutes",
    "mn",      "page",    "puis",    "samedi",   "texte",    "utc",      "vendredi"};

struct Token {
  size_t begin = 0, end = 0;
  Role role = Role::kOther;
  std::string_view word;  // folded, of a kOther
  size_t date = 0;        // of a kDate
};

bool is_keyword(const Token& token) { return token.role == Role::kPublished || token.role == Role::kUpdated; }

/// How many words from `at` on are the phrase; 0 if they are not.
size_t match(const std::vector<Word>& words, size_t at, std::string_view phrase) {
  if (words[at].folded.empty() || words[at].folded[0] != phrase[0]) return 0;
  size_t count = 0;
  for (size_t pos = 0; pos <= phrase.size(); ++count) {
    const size_t space = std::min(phrase.find(' ', pos), phrase.size());
    if (at + count >= words.size() || words[at + count].folded != phrase.substr(pos, space - pos)) return 0;
    pos = space + 1;
  }
  return count;
}

/// Dates first, then the longest phrases, then single words.
std::vector<Token> tokenize(const std::vector<Word>& words, const std::vector<DateExpression>& dates) {
  std::vector<Token> tokens;
  size_t date = 0;
  for (size_t i = 0; i < words.size();) {
    const Word& word = words[i];
    while (date < dates.size() && dates[date].end <= word.begin) ++date;
    if (date < dates.size() && dates[date].begin < word.end) {
      if (tokens.empty() || tokens.back().role != Role::kDate || tokens.back().date != date)
        tokens.push_back({dates[date].begin, dates[date].end, Role::kDate, {}, date});
      ++i;
      continue;
    }
    size_t count = 0;
    Token token{word.begin, word.end, Role::kOther, word.folded, 0};
    for (const Phrase& phrase : kPhrases) {
      count = match(words, i, phrase.words);
      if (count == 0) continue;
      token.end = words[i + count - 1].end;
      token.role = phrase.role;
      break;
    }
    if (count == 0) {
      count = 1;
      const bool neutral = std::find(std::begin(kNeutralWords), std::end(kNeutralWords), word.folded) !=
                           std::end(kNeutralWords);
      const char first = word.folded.empty() ? '\0' : word.folded[0];
      token.role = neutral ? Role::kNeutral : first >= '0' && first <= '9' ? Role::kNumber : Role::kOther;
    }
    tokens.push_back(token);
    i += count;
  }
  return tokens;
}

bool is_separator(char32_t c) {
  constexpr std::u32string_view kSeparators = U"|/:-–—•·,()";
  return kSeparators.find(c) != std::u32string_view::npos;
}

/// Whether one of the separators stands in `gap`; a comma or colon counts only if `light`.
bool separates(std::string_view gap, bool light) {
  for (size_t pos = 0; pos < gap.size();) {
    const char32_t c = next_code_point(gap, pos);
    if (is_separator(c) && (light || (c != ',' && c != ':'))) return true;
  }
  return false;
}

/// « RFI Publié le », « Le Monde | publié le », « Par Jean Dupont, publié le ».
bool is_source(std::string_view line, const std::vector<Token>& tokens, size_t first, size_t keyword) {
  size_t last = first, others = 0;
  for (size_t i = first; i < keyword; ++i) {
    if (tokens[i].role != Role::kOther) continue;
    last = i;
    ++others;
  }
  if (others > kMaxSourceWords) return false;
  const std::string_view gap = line.substr(tokens[last].end, tokens[last + 1].begin - tokens[last].end);
  return tokens[first].word == "par" || separates(gap, true) || is_capital_at(line, tokens[keyword].begin);
}

/// Whether the words that are not understood may stand in a header line with a keyword.
bool others_fit(std::string_view line, const std::vector<Token>& tokens) {
  const auto keyword =
      static_cast<size_t>(std::find_if(tokens.begin(), tokens.end(), is_keyword) - tokens.begin());
  size_t last_date = keyword;
  for (size_t i = 0; i < tokens.size(); ++i)
    if (tokens[i].role == Role::kDate || tokens[i].role == Role::kNumber || is_keyword(tokens[i]))
      last_date = i;

  for (size_t i = 0; i < tokens.size();) {
    if (tokens[i].role != Role::kOther) {
      ++i;
      continue;
    }
    size_t end = i, others = 0;
    const size_t bound = i < keyword ? keyword : i < last_date ? last_date : tokens.size();
    for (; end < bound && !is_keyword(tokens[end]) && tokens[end].role != Role::kDate; ++end)
      others += tokens[end].role == Role::kOther;
    if (i < keyword) {
      if (end != keyword || !is_source(line, tokens, i, keyword)) return false;
    } else {
      const bool by_line = tokens[i].word == "par" && others <= kMaxSourceWords;
      const std::string_view gap = line.substr(tokens[i - 1].end, tokens[i].begin - tokens[i - 1].end);
      if (!by_line && (i < last_date || others > kMaxSuffixWords || !separates(gap, false))) return false;
    }
    i = end;
  }
  return true;
}

std::vector<HeaderDate> dates_of(const std::vector<Token>& tokens, const std::vector<DateExpression>& dates) {
  std::vector<HeaderDate> out;
  DateKind kind = DateKind::kPublished;
  size_t begin = tokens[0].begin;  // of the words that say what the next date is
  bool named = std::none_of(tokens.begin(), tokens.end(), is_keyword);
  for (const Token& token : tokens) {
    if (is_keyword(token)) {
      kind = token.role == Role::kUpdated ? DateKind::kUpdated : DateKind::kPublished;
      begin = token.begin;
      named = true;
    } else if (token.role == Role::kDate) {
      out.push_back({kind, named ? begin : token.begin, token.end, dates[token.date]});
      named = false;
    }
  }
  return out;
}

}  // namespace

std::optional<std::vector<HeaderDate>> read_header_line(std::string_view line) {
  if (line.size() > 4 * kMaxHeaderLength || count_code_points(line) > kMaxHeaderLength) return std::nullopt;
  const std::vector<Word> words = split_words(line);
  if (words.size() > kMaxHeaderWords) return std::nullopt;
  const std::vector<DateExpression> dates = find_dates(line);
  const std::vector<Token> tokens = tokenize(words, dates);
  const auto any = [&](auto&& predicate) { return std::any_of(tokens.begin(), tokens.end(), predicate); };
  const auto has = [&](Role role) { return any([role](const Token& token) { return token.role == role; }); };

  if (any(is_keyword)) {
    const bool tells_when = has(Role::kDate) || has(Role::kNumber) || has(Role::kRelative);
    if (!tells_when || !others_fit(line, tokens)) return std::nullopt;
  } else {
    const bool days = std::all_of(dates.begin(), dates.end(), [](auto& date) { return date.value.day != 0; });
    if (dates.empty() || !days || has(Role::kOther) || has(Role::kNumber)) return std::nullopt;
  }
  return dates_of(tokens, dates);
}

}  // namespace depeche
