#include "searcher/question/reader.h"

#include <algorithm>
#include <utility>

#include "searcher/question/operand.h"

namespace depeche {
namespace {

using enum QuestionAct;

std::optional<ContentKind> kind_of(QuestionAct act) {
  switch (act) {
    case kTopic:
      return ContentKind::kTopic;
    case kTitle:
    case kInTitle:
      return ContentKind::kTitle;
    case kTitleIs:
      return ContentKind::kTitleIs;
    case kSection:
      return ContentKind::kSection;
    case kAuthor:
      return ContentKind::kAuthor;
    case kSource:
      return ContentKind::kSource;
    case kPublisher:
      return ContentKind::kPublisher;
    default:
      return std::nullopt;
  }
}

bool is_head(QuestionAct act) { return act <= kAskYear; }
bool is_link(QuestionAct act) {
  return act == kAnd || act == kOr || act == kEither || act == kBut || act == kNot;
}

}  // namespace

void QuestionReader::mark_unread(size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i) unread_[i] = true;
}

void QuestionReader::add(Query query, bool unwanted) {
  if (query.kind == Query::Kind::kAll) return;
  parts_.push_back({std::move(query), unwanted, or_, linked_});
}

/// A clause is introduced here, by a rule or by a period alone.
void QuestionReader::note_clause(const QuestionMatch* rule) {
  constexpr QuestionAct kStrong[] = {kTitle, kTitleIs, kSection, kAuthor, kDateIntro, kBreak};
  form_.clause = true;
  form_.strong_clause = form_.strong_clause || (rule && std::ranges::count(kStrong, rule->act) > 0);
  if (!behind_noun_) return;
  form_.clause_first = true;
  constexpr QuestionAct kOfSentences[] = {kTopic, kTitle, kTitleIs, kSection, kBreak};
  form_.topic_first =
      rule && rule->ends == QuestionMatch::Ends::kAll && std::ranges::count(kOfSentences, rule->act) > 0;
  behind_noun_ = false;
}

bool QuestionReader::read_period() {
  const auto& period = view_.periods[at_];
  if (!period || (period->bare && !date_intro_ && !linked_)) return false;
  if (period->bare && !date_intro_ && (parts_.empty() || parts_.back().query.kind != Query::Kind::kDate))
    return false;
  const auto& rule = view_.rules[at_];
  const bool longer = rule && rule->end > period->end && rule->act != kGlue && rule->act != kBreak;
  if (longer) return false;
  PeriodList list = read_period_list(view_.tokens, view_.periods, at_, date_field_, bound_, view_.today);
  if (list.query.kind == Query::Kind::kAll) mark_unread(at_, list.end);
  note_clause(nullptr);
  add(std::move(list.query), unwanted_);
  at_ = list.end;
  date_intro_ = or_ = unwanted_ = linked_ = relative_ = false;
  bound_ = PeriodBound::kNone;
  date_field_ = FieldId::kDate;
  return true;
}

void QuestionReader::read_content_of(ContentKind kind, size_t begin, bool unwanted) {
  const size_t intro = at_;
  size_t first = begin;
  while (first < view_.size() &&
         (view_.tokens[first].is_mark(':') ||
          (is_stop_token(view_.tokens[first]) && !view_.tokens[first].capital && !view_.rules[first])))
    ++first;
  if (kind == ContentKind::kTopic && first < view_.size() && view_.is_act(first, kInTitle)) {
    kind = ContentKind::kTitle;
    begin = view_.rules[first]->end;
  }
  const size_t end = find_content_end(view_, begin, kind, asked());
  at_ = end;
  if (end < view_.size() && view_.rules[end] && end > begin) {
    if (view_.is_act(end, kInTitle)) {
      kind = ContentKind::kTitle;
      unwanted = unwanted || view_.rules[end]->negated;
    }
    if (view_.is_act(end, kByThem)) kind = ContentKind::kAuthor;
    if (view_.is_act(end, kInTitle) || view_.is_act(end, kInText) || view_.is_act(end, kByThem))
      at_ = view_.rules[end]->end;
    if (view_.is_act(end, kInText) && kind == ContentKind::kTitle) kind = ContentKind::kTopic;
  }
  Content content = read_content(view_, begin, end, kind, unwanted);
  if (content.wanted.kind == Query::Kind::kAll && content.unwanted.empty() && begin > intro && end == begin &&
      !(end < view_.size() && view_.rules[end]))
    mark_unread(intro, begin);
  add(std::move(content.wanted), false);
  if (content.unwanted.size() > 0) add(join(Query::Kind::kOr, std::move(content.unwanted)), true);
  for (const size_t unread : content.unread) unread_[unread] = true;
  last_kind_ = kind;
  or_ = unwanted_ = linked_ = relative_ = date_intro_ = false;
}

/// « soit A soit B »: the first opens the choice.
void QuestionReader::note_either() {
  or_ = opened_either_;
  opened_either_ = true;
}

void QuestionReader::read_link(const QuestionMatch& rule) {
  linked_ = true;
  switch (rule.act) {
    case kNot:
      unwanted_ = true;
      break;
    case kBut:
      unwanted_ = false;
      break;
    case kOr:
      or_ = true;
      break;
    case kEither:
      note_either();
      break;
    default:
      break;
  }
  at_ = rule.end;
}

void QuestionReader::read_language(const QuestionMatch& rule) {
  std::string name = view_.tokens[rule.end - 1].folded;
  if (language_code(name).empty() && name.ends_with('e')) name.pop_back();
  const std::string_view code = language_code(name);
  if (code.empty())
    mark_unread(at_, rule.end);
  else
    add({.kind = Query::Kind::kField, .text = std::string(code), .field = FieldId::kLanguage}, unwanted_);
  at_ = rule.end;
}

/// What no query asks, with the content that belongs to it.
void QuestionReader::read_beyond(const QuestionMatch& rule) {
  size_t end = rule.end;
  if (rule.act == kBeyondText)
    end = std::max(end, find_content_end(view_, end, ContentKind::kTopic, asked()));
  mark_unread(at_, end);
  at_ = end;
  or_ = unwanted_ = linked_ = false;
}

void QuestionReader::read_rule(const QuestionMatch& rule) {
  if (!asked() && is_head(rule.act)) {
    in_head_ = read_head_rule(rule);
    return;
  }
  if (is_link(rule.act)) return read_link(rule);
  if (auto kind = kind_of(rule.act)) {
    note_clause(&rule);
    if (token().is("soit")) note_either();
    if (token().is("ou") && !parts_.empty()) or_ = true;
    const QuestionToken& last = view_.tokens[rule.end - 1];
    if (kind == ContentKind::kSection && last.kind == QuestionToken::Kind::kWord &&
        last.folded.ends_with('s'))
      kind = ContentKind::kSections;  // « des rubriques A et B »
    if (kind == ContentKind::kTopic && form_.titles && !asked()) kind = ContentKind::kTitle;
    return read_content_of(*kind, rule.end, unwanted_ || rule.negated);
  }
  switch (rule.act) {
    case kDateIntro:
    case kBefore:
    case kAfter:
    case kUpdated:
      note_clause(&rule);
      date_intro_ = true;
      unwanted_ = unwanted_ || rule.negated;
      if (rule.act == kBefore) bound_ = PeriodBound::kBefore;
      if (rule.act == kAfter) bound_ = PeriodBound::kAfter;
      if (rule.act != kUpdated) break;
      date_field_ = FieldId::kUpdated;
      if (rule.end == view_.size() || !view_.periods[rule.end]) mark_unread(at_, rule.end);
      break;
    case kUndated:
      note_clause(&rule);
      add({.kind = Query::Kind::kDate,
           .field = FieldId::kDate,
           .date = {.kind = DateQuery::Kind::kNone, .first = {}, .last = {}}},
          unwanted_);
      break;
    case kLanguage:
      return read_language(rule);
    case kBeyond:
    case kBeyondText:
      note_clause(&rule);
      return read_beyond(rule);
    case kNewest:
    case kOldest:
      set_order(rule);
      break;
    case kBreak:
      note_clause(&rule);
      if (!asked()) note_noun(at_, rule.end);
      relative_ = token().is("qui") || token().is("que") || token().is("qu");
      break;
    case kGlue:
    case kInText:
    case kByThem:
      break;
    default:
      if (rule.end == at_ + 1) return read_word();
      break;
  }
  at_ = rule.end;
}

/// « les articles de Jean Dupont » are by him or about him.
bool QuestionReader::read_name_of_articles() {
  const size_t end = find_name_end(view_, at_, view_.size());
  if (!token().capital || token().acronym || end < at_ + 2) return false;
  note_clause(nullptr);
  std::vector<size_t> none;
  Query about = read_words(view_, at_, end, ContentKind::kTopic, none);
  Query by = read_name(view_, at_, end, ContentKind::kAuthor);
  add(join(Query::Kind::kOr, {std::move(by), std::move(about)}), unwanted_);
  at_ = end;
  or_ = unwanted_ = linked_ = false;
  return true;
}

/// A word that no rule knows: the verb behind « qui », or what articles are about.
void QuestionReader::read_word() {
  const QuestionToken& word = token();
  const bool verb = relative_ && word.kind == QuestionToken::Kind::kWord && !word.capital;
  relative_ = false;
  if (verb || word.classes & word_bit(QuestionWords::kRestriction)) {
    mark_unread(at_, at_ + 1);
    ++at_;
    return;
  }
  if (!asked() && !counts_hits_) form_.words_first = true;
  const bool behind_of =
      behind_noun_ && asked() && at_ > 0 && (view_.tokens[at_ - 1].is("de") || view_.tokens[at_ - 1].is("d"));
  if (behind_of && read_name_of_articles()) return;
  behind_noun_ = false;
  const bool goes_on = (linked_ || unwanted_) && !parts_.empty();
  const size_t before = at_;
  // « l'article « Le laser » »
  const bool titled =
      asked() && word.kind == QuestionToken::Kind::kQuoted && at_ > 0 && view_.tokens[at_ - 1].is("article");
  if (titled) form_.clause = true;
  read_content_of(goes_on  ? last_kind_
                  : titled ? ContentKind::kTitleIs
                           : ContentKind::kTopic,
                  at_, unwanted_);
  if (at_ == before) {
    mark_unread(at_, at_ + 1);
    ++at_;
  }
}

void QuestionReader::read_clause() {
  if (read_period()) return;
  if (token().kind == QuestionToken::Kind::kMark) {
    linked_ = linked_ || token().is_mark(',');
    ++at_;
    return;
  }
  const bool noun =
      token().kind == QuestionToken::Kind::kWord && token().classes & word_bit(QuestionWords::kArticle);
  if (noun && !asked()) {
    (void)read_noun();
    return;
  }
  if (view_.vague[at_]) {
    mark_unread(at_, at_ + 1);
    ++at_;
    return;
  }
  if (view_.rules[at_]) return read_rule(*view_.rules[at_]);
  if (says_bound(token()) || token().is("plus")) {
    mark_unread(at_, at_ + 1);
    ++at_;
    return;
  }
  if (noun || is_stop_token(token()) || token().classes & word_bit(QuestionWords::kBe)) {
    ++at_;
    return;
  }
  read_word();
}

ReadQuestion QuestionReader::read() {
  unread_.assign(view_.size(), false);
  while (at_ < view_.size()) {
    if (in_head_ && read_head()) continue;
    in_head_ = false;
    const size_t before = at_;
    read_clause();
    if (at_ > before || in_head_) continue;
    mark_unread(at_, at_ + 1);
    ++at_;
  }
  finish();
  return {std::move(question_), form_};
}

}  // namespace depeche
