#pragma once

#include <functional>
#include <istream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// The affix rules of a Hunspell dictionary, as far as the French one uses them: SFX and PFX with two-letter
/// flags and conditions, NEEDAFFIX, flags of the affix itself (hunspell(5)). Used only while building.
/// Rules that put an elided word before (l', d', qu'...) are left out: words are looked up without it.
class Affixes {
 public:
  /// `affixes`: an .aff file in UTF-8. Throws std::runtime_error where it is none with "FLAG long".
  explicit Affixes(std::istream& affixes);

  /// Hands every form of a .dic line ("sûreté/S.() po:nom") to `sink`; a form may come several times.
  void expand(std::string_view line, const std::function<void(const std::string&)>& sink) const;

 private:
  struct Rule {
    bool suffix = true;
    std::u32string strip, add;
    std::vector<std::u32string> condition;  // a set of letters per place; one that begins with ^ excludes
    std::string flags;
    bool applies_to(std::u32string_view word) const;
    std::u32string apply(std::u32string_view word) const;
  };

  void expand(std::u32string_view word, std::string_view flags, int depth,
              const std::function<void(const std::string&)>& sink) const;

  std::map<std::string, std::vector<Rule>, std::less<>> rules_;  // by flag
};

}  // namespace depeche
