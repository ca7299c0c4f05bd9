#include <algorithm>

#include "common/message.h"
#include "common/text/tokenizer.h"
#include "searcher/query/lexeme.h"

namespace depeche {
namespace {

std::vector<Atom> atoms_of(std::string_view text) {
  std::vector<Atom> atoms, chunk;
  Tokenizer tokenizer(text);
  for (size_t paragraphs = 0; tokenizer.next_chunk(chunk, paragraphs);)
    atoms.insert(atoms.end(), chunk.begin(), chunk.end());
  return atoms;
}

/// Punctuation alone is passed over, unless it looks meant: a joker, or a sign in front of a bracket or
/// quote.
void check_punctuation(std::string_view text, size_t begin, size_t end) {
  const std::string_view run = text.substr(begin, end - begin);
  if (run.find('*') != std::string_view::npos)
    throw_mistake(begin, end, tr("* stands only behind the beginning of a word"), tr("for example cyber*"));
  if (!opens_quote(text, end) && !text.substr(end).starts_with('(')) return;
  if (run.ends_with('='))
    throw_mistake(begin, end, tr("= stands only in front of a word"),
                  tr("leave it out: a phrase in quotes is searched as written"));
  check_signs(text, begin, end, end);
}

}  // namespace

size_t count_words(std::string_view text) { return atoms_of(text).size(); }

size_t longest_word(std::string_view text) {
  size_t longest = 0;
  for (const Atom& atom : atoms_of(text)) longest = std::max<size_t>(longest, atom.code_points);
  return longest;
}

void check_signs(std::string_view text, size_t begin, size_t first, size_t end) {
  const std::string_view signs = text.substr(begin, first - begin);
  if (signs.empty() || signs.find_first_not_of("-+!=") != std::string_view::npos || signs.front() == '=')
    return;
  const std::string message = tr("{} in front of a word means nothing here", signs.front());
  if (signs.front() == '+')
    throw_mistake(begin, end, message,
                  tr("leave it out: every word is required, and =word asks for that very word"));
  const std::string_view word = first < end ? text.substr(first, end - first) : "…";
  throw_mistake(begin, end, message, tr("to leave articles out write SAUF {}", word));
}

std::optional<Lexeme> read_word(std::string_view text, size_t begin, size_t end) {
  const std::string_view run = text.substr(begin, end - begin);
  if (run.find('|') != std::string_view::npos)
    throw_mistake(begin, end, tr("| is no operator"), tr("write OU between the words"));
  if (run.find('~') != std::string_view::npos)
    throw_mistake(begin, end, tr("~ stands only behind the closing quote of a phrase"),
                  tr("\"…\"~ finds other forms of its words, \"…\"~5 its words at most 5 apart"));
  const std::vector<Atom> atoms = atoms_of(run);
  if (atoms.empty()) {
    check_punctuation(text, begin, end);
    return std::nullopt;
  }
  const size_t first = begin + atoms.front().begin, last = begin + atoms.back().end;
  const std::string_view head = text.substr(begin, first - begin), word = text.substr(first, last - first);
  check_signs(text, begin, first, end);
  if (word.find('?') != std::string_view::npos)
    throw_mistake(begin, end, tr("? stands for no letter"), tr("only * does, at the end of a word: cyber*"));
  const bool exact = head.find('=') != std::string_view::npos,
             prefix = text.substr(last, end - last).starts_with('*');
  if (std::ranges::count(run, '*') != (prefix ? 1 : 0))
    throw_mistake(begin, end, tr("* stands only at the end of a word, once"),
                  tr("write the beginning of the word: cyber* finds cyberattaque"));
  if (exact && prefix)
    throw_mistake(begin, end, tr("= and * exclude each other"),
                  tr("write ={0} for that very word, or {0}* for its beginning", word));
  Lexeme lexeme{.begin = exact ? begin + head.find('=') : first, .end = prefix ? last + 1 : last};
  lexeme.kind = exact ? Lexeme::Kind::kExact : prefix ? Lexeme::Kind::kPrefix : Lexeme::Kind::kWord;
  lexeme.text = word;
  if (prefix && atoms.back().code_points < kMinPrefixLetters)
    throw_refusal(lexeme.begin, lexeme.end,
                  tr("at least {} letters must stand in front of *", kMinPrefixLetters),
                  tr("write more of the word"));
  return lexeme;
}

}  // namespace depeche
