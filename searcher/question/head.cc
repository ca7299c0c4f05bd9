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

void QuestionReader::add_field(const FacetField* field) {
  if (std::ranges::count(question_.fields, field) == 0) question_.fields.push_back(field);
}

void QuestionReader::set_order(const QuestionMatch& rule) {
  constexpr std::string_view kOne[] = {"dernier", "derniere", "premier", "premiere"};
  question_.sort = rule.act == kNewest ? SortOrder::kNewestFirst : SortOrder::kOldestFirst;
  if (std::ranges::count(kOne, token().folded) > 0) question_.limit = 1;
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
    case kCountHits:
      form_.request = counts_hits_ = true;
      question_.asked = Asked::kCount;
      break;
    case kAskAuthor:
    case kAskYear:
      form_.request = form_.attribute = behind_noun_ = true;
      add_field(find_facet_field(rule.act == kAskAuthor ? "author" : "year"));
      break;
    case kNewest:
    case kOldest:
      set_order(rule);
      break;
    case kListNoun:
    case kAnd:
    case kOr:
    case kEither:
    case kGlue:
      break;
    case kLanguage:
      note_noun(at_, rule.end);
      note_clause(&rule);
      read_language(rule);
      return true;
    case kTopic:
      if (!form_.attribute || !leads_to_noun(rule.end)) return false;
      break;
    case kInText:
    case kByThem:
    case kDateIntro:
      if (!form_.attribute) return false;
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
  const bool part = !has_class(token(), Words::kArticle);
  ++at_;
  // « les numéros des bulletins »
  size_t next = at_;
  while (next < view_.size() && is_stop_token(view_.tokens[next])) ++next;
  if (part && next < view_.size() &&
      (has_class(view_.tokens[next], Words::kArticle) || has_class(view_.tokens[next], Words::kPaper)) &&
      !view_.tokens[next].capital)
    at_ = next + 1;
  return true;
}

bool QuestionReader::read_attribute() {
  if (!has_class(token(), Words::kAttribute)) return false;
  const size_t behind = at_ + 1;
  if (behind < view_.size() &&
      (view_.tokens[behind].capital || view_.tokens[behind].kind == QuestionToken::Kind::kQuoted))
    return false;  // « la rubrique Focus » states one
  const QuestionAttribute* attribute = find_attribute(token().folded);
  form_.attribute = behind_noun_ = true;
  attributes_.push_back(at_);
  form_.titles = form_.titles || has_class(token(), Words::kTitle);
  if (attribute->shown == QuestionAttribute::Shown::kByFacet) add_field(find_facet_field(attribute->facet));
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
  while (next < view_.size() && (view_.tokens[next].is("premiers") || view_.tokens[next].is("premieres")))
    ++next;
  const bool counts = next < view_.size() && (has_class(view_.tokens[next], Words::kArticle) ||
                                              has_class(view_.tokens[next], Words::kPaper) ||
                                              view_.is_act(next, kNewest) || view_.is_act(next, kOldest));
  if (!counts) return false;
  question_.limit = number;
  at_ = next;
  return true;
}

/// Whether the rule at at_ names an attribute that is asked for, not one that is stated: « des auteurs »,
/// but « de la rubrique Focus ».
bool QuestionReader::names_attribute(const QuestionMatch& rule) const {
  if (asked() || !(form_.request || leads_to_noun(rule.end))) return false;
  const auto has_attribute = [](const QuestionToken& token) { return has_class(token, Words::kAttribute); };
  const auto begin = view_.tokens.begin();
  if (std::none_of(begin + static_cast<ptrdiff_t>(at_), begin + static_cast<ptrdiff_t>(rule.end),
                   has_attribute))
    return false;
  if (rule.end == view_.size()) return true;
  const QuestionToken& next = view_.tokens[rule.end];
  return !next.capital && next.kind == QuestionToken::Kind::kWord;
}

/// Whether articles are what a rule in front of them leads to: « quelles rubriques contiennent des articles
/// ».
bool QuestionReader::leads_to_noun(size_t at) const {
  while (at < view_.size() && is_stop_token(view_.tokens[at])) ++at;
  return at < view_.size() && has_class(view_.tokens[at], Words::kArticle);
}

/// Whether articles are named later on, so that the head goes on.
bool QuestionReader::noun_follows() const {
  return std::any_of(view_.tokens.begin() + static_cast<ptrdiff_t>(at_), view_.tokens.end(),
                     [](const QuestionToken& token) { return has_class(token, Words::kArticle); });
}

/// Moves over one step of what is asked for; false where it ends.
bool QuestionReader::read_head() {
  if (token().kind == QuestionToken::Kind::kQuoted || is_period(view_, at_) || view_.vague[at_]) return false;
  if (token().kind == QuestionToken::Kind::kMark) {
    ++at_;
    return true;
  }
  if (read_number()) return true;
  const auto& rule = view_.rules[at_];
  if (rule && rule->end > at_ + 1) {
    if (read_head_rule(*rule)) return true;
    if (!names_attribute(*rule)) return false;
  }
  if (read_noun() || read_attribute()) return true;
  if (rule && rule->end == at_ + 1 && read_head_rule(*rule)) return true;
  if (rule && rule->act == kTopic && form_.attribute) return false;  // « quels auteurs ont écrit sur »
  if (token().is("qui") || token().is("dont") || token().is("où")) return false;
  const bool small = is_stop_token(token()) || has_class(token(), Words::kBe);
  if (!small && !(form_.attribute && !rule && noun_follows())) return false;
  if (!small) mark_unread(at_, at_ + 1);
  ++at_;
  return true;
}

}  // namespace depeche
