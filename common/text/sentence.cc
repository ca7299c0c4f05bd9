#include "common/text/sentence.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

// ICU can leave out the ends behind abbreviations by itself (ss=standard), but takes every word that ends
// like one for it: with "art." it would join « Pour sa part. » with what follows.

namespace depeche {
namespace {

/// Abbreviations that a name or a number follows.
constexpr std::string_view kAbbreviations[] = {
    "M",  "MM",  "Mme", "Mmes", "Mlle", "Mlles", "Me", "Mgr", "Dr",  "Drs", "Pr",  "Prof",
    "St", "Ste", "Vve", "Gal",  "Cdt",  "Cap",   "Lt", "av",  "apr", "ap",  "bd",  "boul",
    "cf", "dir", "éd",  "env",  "ex",   "coll",  "Cf", "vs",  "pp",  "vol", "chap"};

/// Abbreviations that are so only before a figure: elsewhere they are words (la mer, l'art), or end a date.
constexpr std::string_view kBeforeFigures[] = {
    "art", "n",    "no",  "p",    "t",   "al",   "fig",  "lun", "mar",  "mer", "jeu", "ven", "sam",
    "dim", "janv", "fév", "févr", "avr", "juil", "août", "sep", "sept", "oct", "nov", "déc", "tél"};

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

std::unique_ptr<icu::BreakIterator> make_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createSentenceInstance(icu::Locale("fr"), status));
  check(status);
  return iterator;
}

template <size_t N>
bool holds(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// What stands around the place where ICU has a sentence begin.
struct Joint {
  UChar32 before = 0;     // the character before it
  UChar32 mark = 0;       // the last one that is no white space
  std::string_view word;  // the letters that the mark follows, if they touch it
  UChar32 first = 0;      // the first character of the sentence
};

Joint joint_at(std::string_view line, int32_t at) {
  Joint joint;
  int32_t pos = at, next = at;
  U8_NEXT(line.data(), next, static_cast<int32_t>(line.size()), joint.first);
  U8_PREV(line.data(), 0, pos, joint.before);
  for (joint.mark = joint.before; pos > 0 && u_isUWhiteSpace(joint.mark);)
    U8_PREV(line.data(), 0, pos, joint.mark);
  const int32_t end = pos;
  for (int32_t begin = end; begin > 0; pos = begin) {
    UChar32 c = 0;
    U8_PREV(line.data(), 0, begin, c);
    if (!u_isalpha(c)) break;
  }
  joint.word = line.substr(static_cast<size_t>(pos), static_cast<size_t>(end - pos));
  return joint;
}

bool is_capital(std::string_view word) {
  int32_t pos = 0;
  UChar32 c = 0;
  U8_NEXT(word.data(), pos, static_cast<int32_t>(word.size()), c);
  return static_cast<size_t>(pos) == word.size() && u_isupper(c);
}

/// Whether a sentence does begin there. ICU has one begin behind every question mark, also behind one that
/// stands for a lost letter: « s?reté » (no white space), « accéd? au réseau » (a small letter follows).
bool begins_sentence(std::string_view line, int32_t at) {
  if (at == 0) return true;
  const Joint joint = joint_at(line, at);
  if (!u_isUWhiteSpace(joint.before)) return false;
  if (joint.word.empty()) return true;
  if (joint.mark == U'?') return !u_islower(joint.first);
  if (joint.mark != U'.') return true;
  if (is_capital(joint.word) || holds(kAbbreviations, joint.word)) return false;
  return !(u_isdigit(joint.first) && holds(kBeforeFigures, joint.word));
}

}  // namespace

std::vector<uint32_t> sentence_starts(std::string_view text) {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = make_iterator();
  std::vector<uint32_t> starts;
  for (size_t begin = 0; begin < text.size();) {
    const size_t line_end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, line_end - begin);
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, line.data(), static_cast<int64_t>(line.size()), &status);
    iterator->setText(&view, status);
    check(status);
    for (int32_t at = iterator->first(); at != icu::BreakIterator::DONE; at = iterator->next())
      if (static_cast<size_t>(at) < line.size() && begins_sentence(line, at))
        starts.push_back(static_cast<uint32_t>(begin) + static_cast<uint32_t>(at));
    utext_close(&view);
    begin = line_end + 1;
  }
  return starts;
}

}  // namespace depeche
