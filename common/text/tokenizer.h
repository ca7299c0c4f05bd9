#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// What stands between two atoms of one chunk.
enum class Joiner : uint8_t { kNone, kApostrophe, kHyphen };

/// A run of letters and digits: the smallest thing that can be a word.
struct Atom {
  size_t begin = 0, end = 0;  // bytes
  Joiner after = Joiner::kNone;
  uint16_t code_points = 0;  // saturates
  bool starts_with_digit = false;
  bool starts_with_capital = false;
  bool all_capitals = false;  // two letters or more, all of them capitals
  bool dotted = false;        // O.N.U: single capitals with full stops between them
  bool cleaned = false;       // holds soft hyphens or joiners, which the word does not have
};

/// Splits text into atoms joined by single apostrophes (between letters) or hyphens.
/// Within numbers a full stop or comma between digits belongs to the atom (49.3; 3,5), as in UAX #29; "++"
/// behind one to three letters and "#" behind one too (C++, C#). Bytes that are not UTF-8 separate.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  /// The next atoms up to one that nothing joins to its follower; false at the end. `paragraphs` counts the
  /// line feeds passed before the chunk.
  bool next_chunk(std::vector<Atom>& chunk, size_t& paragraphs);

 private:
  bool skip_to_word(size_t& paragraphs);
  Atom read_atom();
  void extend_dotted(Atom& atom);
  void extend_symbols(Atom& atom);
  Joiner read_joiner(const Atom& left);

  std::string_view text_;
  size_t pos_ = 0;
};

/// The atom without soft hyphens and zero-width joiners, in NFC.
std::string clean_form(std::string_view atom);

}  // namespace depeche
