#include "searcher/question/content.h"

#include <algorithm>
#include <utility>

#include "common/text/analyzer.h"
#include "searcher/question/operand.h"
#include "searcher/question/words.h"

namespace depeche {
namespace {

using enum QuestionAct;
using Ends = QuestionMatch::Ends;

enum class Link : uint8_t { kNone, kComma, kAnd, kOr };

/// « la crise économique et financière de 2008 »: so many words before its year an event is named.
constexpr size_t kEventNounReach = 3;

/// Words between two links.
struct Item {
  Link link = Link::kNone;  // in front of it
  bool unwanted = false;
  size_t begin = 0, end = 0;
};

bool is_link(QuestionAct act) {
  return act == kAnd || act == kOr || act == kEither || act == kBut || act == kNot;
}

bool is_name(ContentKind kind) { return kind != ContentKind::kTopic && kind != ContentKind::kTitle; }

/// Whether a rule begins a clause or says what is asked for.
bool begins_clause(const QuestionMatch& rule, ContentKind kind, bool asked) {
  if (rule.act == kGlue || is_link(rule.act)) return false;
  if (rule.act <= kAskYear && asked) return false;
  if (rule.ends == Ends::kNone) return false;
  return rule.ends == Ends::kAll || kind != ContentKind::kTopic;
}

/// The token behind a comma or linking rule at `at`; `at` if there is none.
size_t behind_link(const QuestionView& view, size_t at) {
  if (view.tokens[at].is_mark(',')) return at + 1;
  if (view.rules[at] && is_link(view.rules[at]->act) && view.rules[at]->ends == Ends::kAll)
    return view.rules[at]->end;
  return at;
}

/// « Recherche et développement » is one section; « Focus et Horizons » are two.
bool goes_on_name(const QuestionView& view, size_t link_end, ContentKind kind) {
  return kind == ContentKind::kSection && link_end < view.size() &&
         view.tokens[link_end].kind == QuestionToken::Kind::kWord && !view.tokens[link_end].capital;
}

bool ends_at_mark(const QuestionToken& token) {
  return token.kind == QuestionToken::Kind::kMark && token.text.find_first_of(",-/&'") == std::string::npos &&
         token.text != "–" && token.text != "’";
}

class Splitter {
 public:
  Splitter(const QuestionView& view, ContentKind kind, bool unwanted)
      : view_(view), kind_(kind), unwanted_(unwanted) {}

  std::vector<Item> split(size_t begin, size_t end);

 private:
  void close(size_t end);
  void read_link(size_t at);

  const QuestionView& view_;
  ContentKind kind_;
  bool unwanted_;
  Link link_ = Link::kNone;
  size_t begin_ = 0;
  std::vector<Item> items_;
};

void Splitter::close(size_t end) {
  if (begin_ >= end) return;
  items_.push_back({link_, unwanted_, begin_, end});
  link_ = Link::kNone;
}

void Splitter::read_link(size_t at) {
  if (view_.tokens[at].is_mark(',')) {
    if (link_ == Link::kNone) link_ = Link::kComma;
    return;
  }
  switch (view_.rules[at]->act) {
    case kOr:
    case kEither:
      link_ = Link::kOr;
      break;
    case kNot:
      unwanted_ = true;
      break;
    case kBut:
      unwanted_ = false;
      break;
    default:
      link_ = Link::kAnd;
  }
}

std::vector<Item> Splitter::split(size_t begin, size_t end) {
  begin_ = begin;
  for (size_t at = begin; at < end;) {
    const size_t behind = std::min(behind_link(view_, at), end);
    const bool same_name = view_.is_act(at, kAnd) && !items_.size() && goes_on_name(view_, behind, kind_);
    if (behind == at || same_name) {
      ++at;
      continue;
    }
    close(at);
    read_link(at);
    begin_ = at = behind;
  }
  close(end);
  // A comma is what the link behind it is: « A, B ou C ».
  Link next = Link::kAnd;
  for (size_t i = items_.size(); i-- > 0;) {
    if (items_[i].link == Link::kComma)
      items_[i].link = next;
    else if (items_[i].link != Link::kNone)
      next = items_[i].link;
  }
  return std::move(items_);
}

/// An article has one section and one source: « et » between two of them means either.
bool has_one(ContentKind kind) {
  return kind == ContentKind::kSection || kind == ContentKind::kSections || kind == ContentKind::kSource ||
         kind == ContentKind::kTitleIs;
}

/// Whether the date at `at` belongs to what a text speaks of, not to the article.
bool is_event_date(const QuestionView& view, size_t at, size_t content_begin) {
  const Period& period = *view.periods[at];
  const QuestionToken& first = view.tokens[at];
  constexpr std::string_view kPublication[] = {"en",     "depuis", "avant", "apres",  "entre",   "jusqu",
                                               "jusque", "a",      "des",   "durant", "pendant", "il",
                                               "dans",   "hier",   "au",    "courant"};
  const bool of_every_year = period.date.kind == DateQuery::Kind::kMonthDay;
  if (std::ranges::count(kPublication, first.folded) > 0 || !(period.states_year || of_every_year))
    return false;
  for (size_t back = 1; back <= kEventNounReach && at >= content_begin + back; ++back) {
    const QuestionToken& noun = view.tokens[at - back];
    if (noun.kind != QuestionToken::Kind::kWord || behind_link(view, at - back) != at - back) break;
    if (noun.classes & word_bit(QuestionWords::kEventNoun)) return period.states_year;
  }
  const bool begins_item = at == content_begin || behind_link(view, at - 1) == at;
  return begins_item && at > 0;
}

}  // namespace

bool is_stop_token(const QuestionToken& token) {
  return token.kind == QuestionToken::Kind::kWord && is_stop_word(token.folded) && !token.acronym;
}

bool says_bound(const QuestionToken& token) {
  constexpr std::string_view kBounds[] = {"avant", "apres", "depuis", "jusqu", "jusque"};
  return token.kind == QuestionToken::Kind::kWord && std::ranges::count(kBounds, token.folded) > 0;
}

bool is_period(const QuestionView& view, size_t at) { return view.periods[at] && !view.periods[at]->bare; }

QuestionView view_question(std::string_view text, Day today) {
  QuestionView view{text, today, read_question_tokens(text), {}, {}, {}};
  view.periods = find_periods(text, view.tokens, today);
  std::vector<bool> begins(view.size());
  for (size_t i = 0; i < view.size(); ++i) begins[i] = view.periods[i].has_value();
  view.rules = match_rules(view.tokens, begins);
  view.vague = find_vague_times(text, view.tokens);
  return view;
}

size_t find_content_end(const QuestionView& view, size_t begin, ContentKind kind, bool asked) {
  const auto begins_other = [&](size_t at) {
    if (at >= view.size() || ends_at_mark(view.tokens[at])) return true;
    if (view.periods[at] && is_period(view, at)) return true;
    return view.rules[at] && begins_clause(*view.rules[at], kind, asked);
  };
  size_t at = begin;
  while (at < view.size()) {
    if (view.periods[at] && is_event_date(view, at, begin) && kind == ContentKind::kTopic) {
      at = view.periods[at]->end;
      continue;
    }
    const size_t behind = behind_link(view, at);
    if (behind == at) {
      if (begins_other(at)) break;
      ++at;
      continue;
    }
    size_t next = behind;
    bool noun = false;
    for (; next < view.size() && (is_stop_token(view.tokens[next]) ||
                                  view.tokens[next].classes & word_bit(QuestionWords::kArticle));
         ++next) {
      if (begins_other(next) || behind_link(view, next) != next) break;
      noun = noun || view.tokens[next].classes & word_bit(QuestionWords::kArticle);
    }
    if (noun || begins_other(next)) break;
    at = behind;
  }
  return at;
}

Content read_content(const QuestionView& view, size_t begin, size_t end, ContentKind kind, bool unwanted) {
  Content content;
  std::vector<Query> alternatives, operands;
  for (const Item& item : Splitter(view, kind, unwanted).split(begin, end)) {
    Query query = is_name(kind) ? read_name(view, item.begin, item.end, kind)
                                : read_words(view, item.begin, item.end, kind, content.unread);
    if (query.kind == Query::Kind::kAll) continue;
    if (item.unwanted) {
      content.unwanted.push_back(std::move(query));
      continue;
    }
    if (item.link == Link::kOr || (has_one(kind) && item.link == Link::kAnd))
      if (!operands.empty()) alternatives.push_back(join(Query::Kind::kAnd, std::exchange(operands, {})));
    operands.push_back(std::move(query));
  }
  if (!operands.empty()) alternatives.push_back(join(Query::Kind::kAnd, std::move(operands)));
  content.wanted = join(Query::Kind::kOr, std::move(alternatives));
  return content;
}

}  // namespace depeche
