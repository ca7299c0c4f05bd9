#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// Tells cheaply which words of a text need not be looked up, for they are none of those asked for.
class WordFilter {
 public:
  /// `forms`: folded.
  explicit WordFilter(const std::vector<std::string>& forms) {
    for (const std::string& form : forms)
      if (!form.empty()) keys_.set(key_of(form));
  }

  /// False only where the folded form of `word` (as written, not empty) begins otherwise than each of the
  /// forms.
  bool may_be_asked_for(std::string_view word) const {
    const bool plain = is_ascii(word[0]) && (word.size() == 1 || is_ascii(word[1]));
    return !plain || keys_.test(key_of(word));
  }

 private:
  static constexpr size_t kAscii = 128;

  static bool is_ascii(char c) { return static_cast<unsigned char>(c) < kAscii; }
  static size_t lower(char c) {
    return static_cast<size_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) % kAscii;
  }
  /// Of the first two letters; what follows ASCII letters does not change them.
  static size_t key_of(std::string_view word) {
    return lower(word[0]) * kAscii + (word.size() > 1 ? lower(word[1]) : 0);
  }

  std::bitset<kAscii * kAscii> keys_;
};

}  // namespace depeche
