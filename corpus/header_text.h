#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// A text that was made of another, and where its bytes stand there.
class MovedText {
 public:
  /// Adds what stands in the place of the next `bytes` of the other text.
  void append(std::string_view text, size_t bytes);
  void append(std::string_view text) { append(text, text.size()); }

  std::string_view text() const { return text_; }
  /// The byte of the other text; of a part that was altered its begin or end, as a span's `end` needs it.
  size_t place(size_t pos, bool end) const;

 private:
  struct Part {
    size_t at, size;      // here
    size_t begin, bytes;  // in the other text
  };
  std::string text_;
  size_t size_ = 0;  // of the other text, as far as it has been replaced
  std::vector<Part> altered_;
};

/// A header line or dateline as it is to be read: what was encoded twice (« PubliÃ© ») is decoded; the words
/// of such lines that lost letters (« Derni?re mise ? jour », « f?vrier », U+FFFD alike) have them again,
/// without accents; a keyword that is glued to the time before it (« 18:03Modifié le ») is set apart.
class HeaderText {
 public:
  /// Precondition: well-formed UTF-8 in NFC.
  explicit HeaderText(std::string_view printed);

  std::string_view text() const { return restored_.text(); }
  /// Where a byte at the begin or end of a span stands in the line as printed.
  size_t place(size_t pos, bool end) const { return decoded_.place(restored_.place(pos, end), end); }

 private:
  MovedText decoded_, restored_;
};

}  // namespace depeche
