// What a question asks for: « je voudrais la liste des auteurs des articles ».
#include <algorithm>
#include <charconv>

#include "searcher/question/reader.h"

namespace depeche {
namespace {

using enum QuestionAct;
using Words = QuestionWords;
using Asked = Question::Asked;

constexpr uint64_t kMostAsked = 100'000;

bool has_class(const QuestionToken& token, QuestionWords words) {
  return token.kind == QuestionToken::Kind::kWord && (token.classes & word_bit(words)) != 0;
}

}  // namespace

/// Sees whether tokens [begin, end) hold what is asked for.
void QuestionReader::note_noun(size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i) {
    const QuestionToken& word = view_.tokens[i];
    const bool article = has_class(word, Words::kArticle);
    if (!article && !has_class(word, Words::kPaper)) continue;
    form_.noun = article ? QuestionForm::Noun::kArticle : QuestionForm::Noun::kPaper;
    form_.determined = form_.determined || word.folded.ends_with('s') || i > 0;
    in_head_ = false;
    behind_noun_ = true;
  }
}

void QuestionReader::set_order(const QuestionMatch& rule) {
  question_.sort = rule.act == kNewest ? SortOrder::kNewestFirst : SortOrder::kOldestFirst;
}

bool QuestionReader::read_head_rule(const QuestionMatch& rule) {
  switch (rule.act) {
    case kRequest:
      form_.request = true;
      break;
    case kCount:
      form_.request = true;
      question_.asked = Asked::kCount;
      break;
    case kAskAuthor:
    case kAskYear:
      form_.request = true;
      form_.attribute = true;
      question_.fields.push_back(find_facet_field(rule.act == kAskAuthor ? "author" : "year"));
      break;
    case kNewest:
    case kOldest:
      set_order(rule);
      break;
    case kListNoun:
    case kAnd:
    case kOr:
    case kGlue:
      break;
    case kLanguage:
      note_noun(at_, rule.end);
      read_language(rule);
      return true;
    case kInText:
    case kDateIntro:
      if (!form_.attribute && !question_.fields.empty()) return false;
      if (attributes_.empty() && question_.fields.empty()) return false;
      break;  // « quels pays sont cités dans les articles », « quels auteurs ont écrit des articles »
    default:
      return false;
  }
  note_noun(at_, rule.end);
  at_ = rule.end;
  return true;
}

bool QuestionReader::read_noun() {
  if (!has_class(token(), Words::kArticle) && !has_class(token(), Words::kPaper)) return false;
  note_noun(at_, at_ + 1);
  ++at_;
  return true;
}

bool QuestionReader::read_attribute() {
  if (!has_class(token(), Words::kAttribute)) return false;
  const QuestionAttribute* attribute = find_attribute(token().folded);
  form_.attribute = true;
  attributes_.push_back(at_);
  if (attribute->shown == QuestionAttribute::Shown::kByFacet) {
    const FacetField* field = find_facet_field(attribute->facet);
    if (std::ranges::count(question_.fields, field) == 0) question_.fields.push_back(field);
  }
  ++at_;
  return true;
}

/// « les 10 derniers articles », « 5 articles »
bool QuestionReader::read_number() {
  uint64_t number = 0;
  const std::string& text = token().text;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number == 0 || number > kMostAsked)
    return false;
  size_t next = at_ + 1;
  while (next < view_.size() && (view_.tokens[next].is("premiers") || view_.tokens[next].is("premieres"))) ++next;
  const bool counts = next < view_.size() &&
                      (has_class(view_.tokens[next], Words::kArticle) || has_class(view_.tokens[next], Words::kPaper) ||
                       view_.is_act(next, kNewest) || view_.is_act(next, kOldest));
  if (!counts) return false;
  question_.limit = number;
  at_ = next;
  return true;
}

/// Moves over one step of what is asked for; false where it ends.
bool QuestionReader::read_head() {
  if (token().kind == QuestionToken::Kind::kQuoted) return false;
  if (token().kind == QuestionToken::Kind::kMark) {
    ++at_;
    return true;
  }
  if (is_period(view_, at_) || read_number()) return !is_period(view_, at_);
  if (view_.rules[at_] && view_.rules[at_]->end > at_ + 1) {
    if (read_head_rule(*view_.rules[at_])) return true;
    if (view_.rules[at_]->act != kSection || !form_.request || asked()) return false;
  }
  if (read_noun() || read_attribute()) return true;
  if (view_.rules[at_] && view_.rules[at_]->end == at_ + 1) {
    if (read_head_rule(*view_.rules[at_])) return true;
    if (!is_stop_token(token())) return false;
  }
  if (!is_stop_token(token()) || token().is("qui") || token().is("dont")) return false;
  ++at_;
  return true;
}

}  // namespace depeche
