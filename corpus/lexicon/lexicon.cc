#include "corpus/lexicon/lexicon.h"

#include "corpus/lexicon/pattern.h"

namespace depeche {
namespace {

/// Reads the words of a line in turn.
class LineReader {
 public:
  /// `line`: from its first byte to any byte behind its end.
  explicit LineReader(std::string_view line) : rest_(line.substr(0, line.find('\n'))) {}

  /// The next word; "" after the last.
  const std::string& next() {
    if (rest_.empty()) return word_.clear(), word_;
    if (rest_[0] >= kFirstCount && rest_[0] <= kLastCount) {
      word_.resize(static_cast<size_t>(rest_[0] - kFirstCount));
      rest_.remove_prefix(1);
    } else {
      word_.clear();
    }
    size_t end = 0;
    while (end < rest_.size() && (rest_[end] < kFirstCount || rest_[end] > kLastCount)) ++end;
    word_ += rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word_;
  }

 private:
  std::string_view rest_;
  std::string word_;
};

/// The first byte of the last line whose first word is before `pattern`, or of the table.
size_t line_before(std::string_view pattern) {
  size_t low = 0, high = kLexiconTable.size();  // lines; the sought one begins in [low, high)
  while (true) {
    const size_t newline = kLexiconTable.rfind('\n', low + (high - low) / 2);
    size_t middle = newline == std::string_view::npos ? 0 : newline + 1;
    if (middle <= low) {
      // The first line of the range reaches its middle: the one behind it decides.
      middle = kLexiconTable.find('\n', low) + 1;
      if (middle >= high) return low;
    }
    if (pattern_of(LineReader(kLexiconTable.substr(middle)).next()) < pattern)
      low = middle;
    else
      high = middle;
  }
}

}  // namespace

std::vector<std::string> words_like(std::string_view pattern) {
  std::vector<std::string> words;
  for (size_t begin = line_before(pattern); begin < kLexiconTable.size();
       begin = kLexiconTable.find('\n', begin) + 1) {
    LineReader line(kLexiconTable.substr(begin));
    for (std::string word = line.next(); !word.empty(); word = line.next()) {
      const std::string found = pattern_of(word);
      if (found > pattern) return words;
      if (found == pattern) words.push_back(word);
    }
  }
  return words;
}

}  // namespace depeche
