#include "searcher/question/rules.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "searcher/question/words.h"

namespace depeche {
namespace {

enum class Look : uint8_t { kNone, kName, kPeriod, kNumber };

/// One element of a pattern.
struct Element {
  std::vector<std::string_view> words;
  uint32_t classes = 0;
  bool colon = false, number = false, optional = false;
  Look look = Look::kNone;  // what must follow; the element takes no token
};

struct Compiled {
  std::vector<Element> elements;
  QuestionAct act;
  QuestionMatch::Ends ends;
};

void add_alternative(Element& element, std::string_view word) {
  if (word == ":")
    element.colon = true;
  else if (word == "9")
    element.number = true;
  else if (word == ">A")
    element.look = Look::kName;
  else if (word == ">P")
    element.look = Look::kPeriod;
  else if (word == ">9")
    element.look = Look::kNumber;
  else if (!word.starts_with('@'))
    element.words.insert(element.words.end(), {word, word == "dont" ? "donc" : word});  // a common slip
  else if (const auto words = find_word_class(word.substr(1)))
    element.classes |= word_bit(*words);
  else
    throw std::logic_error("no such class of words: " + std::string(word));
}

/// Calls `use` with what stands between separators.
template <typename Use>
void split(std::string_view text, char separator, Use use) {
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) use(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

Compiled compile_rule(const QuestionRule& rule) {
  using Ends = QuestionMatch::Ends;
  std::string_view pattern = rule.pattern;
  Compiled compiled{{}, rule.act, Ends::kAll};
  if (pattern.starts_with('~')) compiled.ends = Ends::kNames;
  if (pattern.starts_with('^')) compiled.ends = Ends::kNone;
  if (compiled.ends != Ends::kAll) pattern.remove_prefix(1);
  split(pattern, ' ', [&](std::string_view part) {
    Element element;
    if (part.ends_with('?')) {
      element.optional = true;
      part.remove_suffix(1);
    }
    split(part, '|', [&](std::string_view word) { add_alternative(element, word); });
    compiled.elements.push_back(std::move(element));
  });
  return compiled;
}

const std::vector<Compiled>& compiled_rules() {
  static const std::vector<Compiled> kRules = [] {
    std::vector<Compiled> rules;
    for (const QuestionRule& rule : question_rules()) rules.push_back(compile_rule(rule));
    return rules;
  }();
  return kRules;
}

bool is_number(const QuestionToken& token) {
  return token.kind == QuestionToken::Kind::kWord &&
         token.text.find_first_not_of("0123456789") == std::string::npos;
}

bool is_small(const QuestionToken& token) { return (token.classes & word_bit(QuestionWords::kSmall)) != 0; }

class Matcher {
 public:
  Matcher(const std::vector<QuestionToken>& tokens, const std::vector<bool>& periods)
      : tokens_(tokens), periods_(periods) {}

  /// Token behind the longest match of the elements from `element` on; nothing if there is none.
  std::optional<size_t> match(const std::vector<Element>& elements, size_t element, size_t at) const {
    if (element == elements.size()) return at;
    const Element& wanted = elements[element];
    std::optional<size_t> longest;
    if (takes(wanted, at)) longest = match(elements, element + 1, wanted.look == Look::kNone ? at + 1 : at);
    if (wanted.optional)
      if (const auto without = match(elements, element + 1, at); without && without > longest)
        longest = without;
    return longest;
  }

 private:
  bool takes(const Element& wanted, size_t at) const {
    if (at >= tokens_.size()) return false;
    const QuestionToken& token = tokens_[at];
    switch (wanted.look) {
      case Look::kNone:
        break;
      case Look::kName:
        return (token.capital && !periods_[at]) || token.kind == QuestionToken::Kind::kQuoted;
      case Look::kPeriod:
        return periods_[at];
      case Look::kNumber:
        return is_number(token);
    }
    if (wanted.colon && token.is_mark(':')) return true;
    if (token.kind != QuestionToken::Kind::kWord) return false;
    if (wanted.number && is_number(token)) return true;
    if (at > 0 && token.capital && is_small(token)) return false;  // « Le Monde »
    if (token.classes & wanted.classes) return true;
    return std::ranges::any_of(wanted.words,
                               [&](std::string_view word) { return is_spelling_of(token.folded, word); });
  }

  const std::vector<QuestionToken>& tokens_;
  const std::vector<bool>& periods_;
};

bool negates(const QuestionToken& token) {
  constexpr std::string_view kNegations[] = {"ne",     "n",     "pas",    "sans", "non",    "ni",
                                             "jamais", "aucun", "aucune", "hors", "autres", "autre"};
  return token.kind == QuestionToken::Kind::kWord && std::ranges::count(kNegations, token.folded) > 0;
}

}  // namespace

std::vector<std::optional<QuestionMatch>> match_rules(const std::vector<QuestionToken>& tokens,
                                                      const std::vector<bool>& periods) {
  const Matcher matcher(tokens, periods);
  std::vector<std::optional<QuestionMatch>> matches(tokens.size());
  for (size_t at = 0; at < tokens.size(); ++at) {
    for (const Compiled& rule : compiled_rules()) {
      const auto end = matcher.match(rule.elements, 0, at);
      if (!end || *end == at || (matches[at] && *end <= matches[at]->end)) continue;
      matches[at] = QuestionMatch{rule.act, rule.ends, *end, false};
    }
    if (matches[at])
      matches[at]->negated = std::any_of(tokens.begin() + static_cast<ptrdiff_t>(at),
                                         tokens.begin() + static_cast<ptrdiff_t>(matches[at]->end), negates);
  }
  return matches;
}

}  // namespace depeche
