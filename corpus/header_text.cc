#include "corpus/header_text.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "corpus/double_encoding.h"
#include "corpus/header_words.h"
#include "corpus/words.h"

namespace depeche {
namespace {

/// The words of header lines and dates that can lose letters.
constexpr std::u32string_view kAccented[] = {
    U"dernière", U"première", U"publié",  U"publiée",  U"posté",     U"postée",     U"créé",
    U"créée",    U"création", U"modifié", U"modifiée", U"actualisé", U"actualisée", U"diffusé",
    U"diffusée", U"émis",     U"émise",   U"rédigé",   U"rédigée",   U"écrit",      U"ajouté",
    U"envoyé",   U"màj",      U"été",     U"avancée",  U"française", U"réservé",    U"abonnés",
    U"dépêche",  U"février",  U"févr",    U"fév",      U"août",      U"décembre",   U"déc"};

bool is_lost(char32_t c) { return c == U'?' || c == U'\uFFFD'; }
bool is_of_word(char32_t c) { return is_lost(c) || u_isalpha(static_cast<UChar32>(c)); }
char32_t lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

std::string letter_without_accent(char32_t c) {
  std::string letter;
  append_utf8(letter, c);
  return fold(letter);
}

/// A run of letters and of marks of lost ones.
struct Run {
  size_t end = 0;
  std::u32string letters;
};

Run run_at(std::string_view line, size_t pos) {
  Run run{pos, {}};
  while (pos < line.size()) {
    const char32_t c = next_code_point(line, pos);
    if (!is_of_word(c)) break;
    run.letters += c;
    run.end = pos;
  }
  return run;
}

/// « mise ? jour », « ? 09h10 », « ? midi »: the mark between blanks is « à ».
bool stands_for_a(std::string_view line, size_t begin, size_t end) {
  if (begin == 0 || trim(line.substr(0, begin)).size() == begin) return false;
  const std::string_view rest = trim(line.substr(end));
  if (rest.empty() || rest.data() == line.data() + end) return false;
  if (rest[0] >= '0' && rest[0] <= '9') return true;
  const std::string word = fold(rest.substr(0, run_at(rest, 0).end));
  return word == "jour" || word == "midi" || word == "minuit";
}

/// The word that the letters with their marks can be; "" if none.
std::u32string_view restored(const std::u32string& letters) {
  if (std::none_of(letters.begin(), letters.end(), is_lost)) return {};
  for (const std::u32string_view word : kAccented)
    if (std::equal(word.begin(), word.end(), letters.begin(), letters.end(),
                   [](char32_t whole, char32_t left) {
                     return is_lost(left) ? whole >= 0x80 : whole == lower(left);
                   }))
      return word;
  return {};
}

/// The letters of a run, those that were lost among them as `word` has them.
std::string spelled(const Run& run, std::u32string_view word) {
  std::string out;
  for (size_t i = 0; i < run.letters.size(); ++i)
    if (word.empty() || !is_lost(run.letters[i]))
      append_utf8(out, run.letters[i]);
    else
      out += letter_without_accent(word[i]);
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void MovedText::append(std::string_view text, size_t bytes) {
  if (text.size() != bytes) altered_.push_back({text_.size(), text.size(), size_, bytes});
  text_ += text;
  size_ += bytes;
}

size_t MovedText::place(size_t pos, bool end) const {
  const auto behind = std::partition_point(altered_.begin(), altered_.end(),
                                           [pos](const Part& part) { return part.at <= pos; });
  if (behind == altered_.begin()) return pos;
  const Part& part = *std::prev(behind);
  if (pos >= part.at + part.size) return part.begin + part.bytes + (pos - part.at - part.size);
  return part.begin + (end && pos > part.at ? part.bytes : 0);
}

HeaderText::HeaderText(std::string_view printed) {
  size_t done = 0;
  for (const Rewriting& part : read_double_encoding(printed)) {
    decoded_.append(printed.substr(done, part.begin - done));
    decoded_.append(part.text, part.end - part.begin);
    done = part.end;
  }
  decoded_.append(printed.substr(done));

  const std::string_view line = decoded_.text();
  for (size_t pos = 0; pos < line.size();) {
    const Run run = run_at(line, pos);
    if (run.letters.empty()) {
      size_t next = pos;
      next_code_point(line, next);
      restored_.append(line.substr(pos, next - pos));
      pos = next;
      continue;
    }
    const bool alone = run.letters.size() == 1 && is_lost(run.letters[0]);
    const std::u32string_view word =
        alone ? (stands_for_a(line, pos, run.end) ? U"à" : U"") : restored(run.letters);
    const std::string letters = spelled(run, word);
    if (pos > 0 && is_digit(line[pos - 1]) && is_capital_at(line, pos) &&
        begins_header_keyword(fold(letters)))
      restored_.append(" ", 0);
    restored_.append(letters, run.end - pos);
    pos = run.end;
  }
}

}  // namespace depeche
