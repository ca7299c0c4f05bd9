#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace depeche {

/// A word of the language of dates, folded. A word that can be two of them (« mar. ») has two numbers, and
/// its place decides: the weekday stands before the number of the day, the month behind it.
struct DateWord {
  std::string_view text;
  unsigned month = 0;         // 1..12
  unsigned weekday = 0;       // ISO, 1..7
  unsigned day = 0;           // « premier »
  bool abbreviation = false;  // a full stop behind it belongs to it
  bool english = false;       // as in the headers of mail and of feeds
};

/// All date words.
std::span<const DateWord> date_words();
/// The date word with that folded form; nullptr if none.
const DateWord* find_date_word(std::string_view folded);

/// Whether a date word may begin at `pos`: a cheap filter that lets every date word through and hardly any
/// other. Precondition: pos < text.size().
bool may_begin_date_word(std::string_view text, size_t pos);

/// A word in lower case without accents, as far as the language of dates needs it.
struct FoldedWord {
  static constexpr size_t kMaxLetters = 12;
  std::array<char, kMaxLetters> letters{};
  size_t size = 0;  // 0: no word, or one longer or with letters that no date word has
  size_t end = 0;   // byte behind it

  std::string_view view() const { return {letters.data(), size}; }
};

/// Reads the word that begins at `pos`: letters only, digits end it.
FoldedWord read_word(std::string_view text, size_t pos);
/// Reads the word that ends at `end`.
FoldedWord read_word_before(std::string_view text, size_t end);

/// A place in a text that moves over what a date is made of. Each function moves only when it succeeds.
/// A copy is a bookmark.
class DateScan {
 public:
  DateScan(std::string_view text, size_t pos) : text_(text), pos_(pos) {}

  std::string_view text() const { return text_; }
  size_t pos() const { return pos_; }

  /// Spaces, tabs and the non-breaking and typographic spaces of French; never a line's end.
  bool blanks();
  bool literal(char c);
  /// One of - – — | , with the blanks around it, or blanks alone.
  bool separator();
  /// A whole run of `min` to `max` ASCII digits, at most 9.
  std::optional<unsigned> number(size_t min, size_t max);
  /// How many ASCII digits stand here, counted to 9.
  size_t figures() const;
  bool word(std::string_view folded);
  const DateWord* date_word();

 private:
  std::string_view text_;
  size_t pos_;
};

/// `text` without the blanks and line ends around it: the range of bytes left.
std::pair<size_t, size_t> trim_blanks(std::string_view text);
/// Where the blanks that end at `pos` begin.
size_t skip_blanks_back(std::string_view text, size_t pos);

/// The code point before and at `pos`; 0 at the text's begin and end.
char32_t code_point_before(std::string_view text, size_t pos);
char32_t code_point_at(std::string_view text, size_t pos);
/// Letters, digits and the underscore: what glues a number to its neighbour.
bool is_word_character(char32_t c);

}  // namespace depeche
