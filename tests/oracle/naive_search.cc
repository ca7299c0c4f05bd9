#include "tests/oracle/naive_search.h"

#include <algorithm>
#include <functional>

#include "common/text/analyzer.h"
#include "common/text/fold.h"

namespace depeche::oracle {
namespace {

/// A token with what the naive search needs, positions and all.
struct Item {
  std::string term, reading;
  std::vector<std::string> stems;
  uint32_t position, sentence, paragraph;
  bool title, compound;
};

struct Page {
  std::vector<Item> items;
  const Article* article;
};

uint32_t ordinal(const std::vector<uint32_t>& starts, uint32_t offset) {
  return static_cast<uint32_t>(
      std::count_if(starts.begin(), starts.end(), [&](uint32_t s) { return s <= offset; }));
}

Page read(const Article& article) {
  Analyzer analyzer;
  ArticleTokens tokens;
  analyzer.analyze_article(article.title, article.text, tokens);
  Page page{{}, &article};
  for (const bool title : {true, false})
    for (const Token& token : title ? tokens.title : tokens.text) {
      const auto paragraph = static_cast<uint32_t>(
          std::count(article.text.begin(), article.text.begin() + (title ? 0 : token.begin), '\n'));
      page.items.push_back({token.word->term, token.word->reading, token.word->stems, token.position,
                            title ? 0 : ordinal(article.sentences, token.begin) + 1,
                            title ? 0 : paragraph + 1, title, token.kind == TokenKind::kCompound});
    }
  return page;
}

/// One word of a query, and how it must be met.
struct Wanted {
  enum Mode { kStem, kQuoted, kExact, kPrefix } mode;
  std::string term, lower;
  std::vector<std::string> stems;
};

bool meets(const Item& item, const Wanted& wanted) {
  const bool stem = std::any_of(item.stems.begin(), item.stems.end(), [&](const std::string& s) {
    return std::count(wanted.stems.begin(), wanted.stems.end(), s) > 0;
  });
  if (item.compound) return wanted.mode == Wanted::kStem && stem;
  switch (wanted.mode) {
    case Wanted::kStem:
      return stem || item.term == wanted.term;
    case Wanted::kQuoted:
      return item.term == wanted.term && matches_quoted(item.reading, wanted.lower);
    case Wanted::kExact:
      return item.term == wanted.term && matches_exact(item.reading, wanted.lower);
    case Wanted::kPrefix:
      return item.term.starts_with(wanted.term);
  }
  return false;
}

using Run = std::vector<Wanted>;
/// Where something was found: first and last position, and the units it is in.
struct Place {
  uint32_t first, last, sentence, paragraph;
};

class Naive {
 public:
  explicit Naive(std::set<std::string> surface) : surface_(std::move(surface)) {}

  bool matches(const Page& page, const Query& query, bool title = false);

 private:
  std::vector<Place> places(const Page& page, const Query& query, bool title);
  std::vector<Run> runs(const std::string& text, Wanted::Mode mode, bool drop_elision);
  std::vector<Run> split(const std::string& lower, Wanted::Mode mode);
  bool together(const Page& page, const Query& query);
  bool is_idle(const Query& query);
  bool joined_words(const Page& page, const Query& query);

  Analyzer analyzer_;
  std::set<std::string> surface_;
};

Wanted wanted(const Word& word, Wanted::Mode mode) { return {mode, word.term, word.lower, word.stems}; }

bool half_possible(const std::string& half) {
  const auto letters = std::count_if(half.begin(), half.end(), [](char c) { return (c & 0xC0) != 0x80; });
  return letters >= 3 && !is_stop_word(fold(half));
}

std::vector<Run> Naive::split(const std::string& lower, Wanted::Mode mode) {
  std::vector<Run> result;
  for (size_t i = 1; i < lower.size(); ++i) {
    if ((lower[i] & 0xC0) == 0x80) continue;
    const std::string left = lower.substr(0, i), right = lower.substr(i);
    if (!half_possible(left) || !half_possible(right) || !surface_.contains(fold(left)) ||
        !surface_.contains(fold(right)))
      continue;
    Run run;
    for (const std::string& half : {left, right}) {
      std::vector<Token> tokens;
      Analyzer analyzer;
      analyzer.analyze(half, tokens);
      run.push_back(wanted(*tokens.at(0).word, mode));
    }
    result.push_back(run);
  }
  return result;
}

std::vector<Run> Naive::runs(const std::string& text, Wanted::Mode mode, bool drop_elision) {
  std::vector<Token> tokens;
  analyzer_.analyze(text, tokens);
  if (drop_elision && tokens.size() > 1 && tokens[0].kind == TokenKind::kElision)
    tokens.erase(tokens.begin());
  std::vector<Run> result{{}};
  for (size_t i = 0; i < tokens.size();) {
    std::vector<Run> choices;
    if (tokens[i].kind == TokenKind::kCompound) {
      if (mode != Wanted::kExact) choices.push_back({wanted(*tokens[i].word, mode)});
      Run parts;
      const uint32_t end = tokens[i].end;
      for (++i; i < tokens.size() && tokens[i].end <= end; ++i)
        parts.push_back(wanted(*tokens[i].word, mode));
      choices.push_back(parts);
    } else {
      choices.push_back({wanted(*tokens[i].word, mode)});
      if (mode != Wanted::kExact && tokens[i].kind == TokenKind::kWord)
        for (const Run& run : split(tokens[i].word->lower, mode)) choices.push_back(run);
      ++i;
    }
    std::vector<Run> longer;
    for (const Run& begun : result)
      for (const Run& choice : choices) {
        longer.push_back(begun);
        longer.back().insert(longer.back().end(), choice.begin(), choice.end());
      }
    result = longer;
  }
  return result;
}

std::vector<Place> Naive::places(const Page& page, const Query& query, bool title) {
  std::vector<Run> wanted_runs;
  switch (query.kind) {
    case Query::Kind::kWord:
      wanted_runs = runs(query.text, Wanted::kStem, true);
      break;
    case Query::Kind::kExact:
      wanted_runs = runs(query.text, Wanted::kExact, true);
      break;
    case Query::Kind::kPrefix:
      wanted_runs = {{{Wanted::kPrefix, fold(query.text), query.text, {}}}};
      break;
    case Query::Kind::kPhrase:
      wanted_runs = runs(query.text, Wanted::kQuoted, false);
      break;
    case Query::Kind::kStemmedPhrase:
      wanted_runs = runs(query.text, Wanted::kStem, false);
      break;
    default:
      return {};
  }
  std::vector<Place> result;
  for (const Run& run : wanted_runs)
    for (const Item& first : page.items) {
      if ((title && !first.title) || !meets(first, run[0]) || (first.compound && run.size() > 1)) continue;
      bool whole = true;
      for (uint32_t i = 1; i < run.size() && whole; ++i)
        whole = std::any_of(page.items.begin(), page.items.end(), [&](const Item& item) {
          return !item.compound && item.position == first.position + i && meets(item, run[i]);
        });
      if (whole)
        result.push_back({first.position, first.position + static_cast<uint32_t>(run.size()) - 1,
                          first.sentence, first.paragraph});
    }
  return result;
}

bool Naive::together(const Page& page, const Query& query) {
  std::vector<std::vector<Place>> lists;
  for (const Query& child : query.children) lists.push_back(places(page, child, false));
  std::vector<const Place*> chosen;
  const auto fits = [&] {
    uint32_t begin = 0, end = UINT32_MAX;
    for (size_t i = 0; i < chosen.size(); ++i) {
      const Place& p = *chosen[i];
      if (query.kind == Query::Kind::kSentence && p.sentence != chosen[0]->sentence) return false;
      if (query.kind == Query::Kind::kParagraph && p.paragraph != chosen[0]->paragraph) return false;
      begin = std::max(begin, p.first);
      end = std::min(end, p.last);
      if (query.distance == 0) continue;
      for (size_t j = 0; j < i; ++j)
        if (chosen[j]->first <= p.last && p.first <= chosen[j]->last) return false;
      if (query.kind == Query::Kind::kAdjacent && i > 0 && p.first <= chosen[i - 1]->last) return false;
    }
    return query.distance == 0 || begin <= end || begin - end <= query.distance;
  };
  const std::function<bool(size_t)> choose = [&](size_t i) {
    if (i == lists.size()) return fits();
    for (const Place& place : lists[i]) {
      chosen.push_back(&place);
      if (choose(i + 1)) return true;
      chosen.pop_back();
    }
    return false;
  };
  return choose(0);
}

bool date_matches(const Article& article, const DateQuery& query) {
  if (article.dates.empty()) return query.kind == DateQuery::Kind::kNone;
  const PartialDate& value = article.dates[0].value;
  const bool uncertain = article.dates[0].inferred || value.year == 0;
  switch (query.kind) {
    case DateQuery::Kind::kNone:
      return false;
    case DateQuery::Kind::kUncertain:
      return uncertain;
    case DateQuery::Kind::kCertain:
      return !uncertain;
    default:
      break;
  }
  // Day by day over some years: whether one of the days asked for is one the date may mean.
  using namespace std::chrono;
  for (sys_days day = sys_days(2010y / 1 / 1); day <= sys_days(2030y / 12 / 31); day += days(1)) {
    const Day d(day);
    if (query.kind == DateQuery::Kind::kMonthDay) {
      if (static_cast<unsigned>(d.month()) != query.month) continue;
      if (query.day && static_cast<unsigned>(d.day()) != query.day) continue;
    } else if ((query.first && day < sys_days(*query.first)) || (query.last && day > sys_days(*query.last))) {
      continue;
    }
    if ((value.year == 0 || value.year == static_cast<int>(d.year())) &&
        (value.month == 0 || value.month == static_cast<unsigned>(d.month())) &&
        (value.day == 0 || value.day == static_cast<unsigned>(d.day())))
      return true;
  }
  return false;
}

/// Of grammatical words alone: of the words of random_corpus.cc.
bool Naive::is_idle(const Query& query) {
  std::vector<Token> tokens;
  analyzer_.analyze(query.text, tokens);
  return query.kind == Query::Kind::kWord && std::ranges::all_of(tokens, [](const Token& token) {
           return token.word->lower == "la" || token.word->lower == "de" || token.word->lower == "à" ||
                  token.word->lower == "a" || token.word->lower == "l" || token.word->lower == "d";
         });
}

/// cyber attaque, two words side by side in a query, also mean cyberattaque; a grammatical word beside
/// another condition on the text means nothing.
bool Naive::joined_words(const Page& page, const Query& query) {
  const bool may_idle = std::ranges::any_of(query.children, [this](const Query& child) {
    return child.kind != Query::Kind::kDate && child.kind != Query::Kind::kField &&
           child.kind != Query::Kind::kNot && child.kind != Query::Kind::kAll && !is_idle(child);
  });
  std::vector<bool> covered(query.children.size());
  for (size_t i = 0; i < query.children.size(); ++i)
    covered[i] = (may_idle && is_idle(query.children[i])) || matches(page, query.children[i]);
  for (size_t i = 0; i + 1 < query.children.size(); ++i) {
    const Query &left = query.children[i], &right = query.children[i + 1];
    if (left.kind != Query::Kind::kWord || right.kind != Query::Kind::kWord) continue;
    std::vector<Token> tokens;
    analyzer_.analyze(left.text + "-" + right.text, tokens);
    if (tokens.size() != 3 || tokens[0].kind != TokenKind::kCompound) continue;
    if (!half_possible(tokens[1].word->lower) || !half_possible(tokens[2].word->lower)) continue;
    const Wanted joined = wanted(*tokens[0].word, Wanted::kStem);
    if (std::any_of(page.items.begin(), page.items.end(),
                    [&](const Item& item) { return meets(item, joined); }))
      covered[i] = covered[i + 1] = true;
  }
  return std::all_of(covered.begin(), covered.end(), [](bool c) { return c; });
}

bool Naive::matches(const Page& page, const Query& query, bool title) {
  switch (query.kind) {
    case Query::Kind::kAll:
      return true;
    case Query::Kind::kAnd:
      return joined_words(page, query);
    case Query::Kind::kOr:
      return std::any_of(query.children.begin(), query.children.end(),
                         [&](const Query& q) { return matches(page, q); });
    case Query::Kind::kNot:
      if (query.children.size() == 1) return !matches(page, query.children[0]);
      return matches(page, query.children[0]) && !matches(page, query.children[1]);
    case Query::Kind::kNear:
    case Query::Kind::kAdjacent:
    case Query::Kind::kSentence:
    case Query::Kind::kParagraph:
      return together(page, query);
    case Query::Kind::kTitle:
      return matches(page, query.children[0], true);
    case Query::Kind::kDate:
      return date_matches(*page.article, query.date);
    default:
      return !places(page, query, title).empty();
  }
}

}  // namespace

std::set<std::string> surface_terms(const std::vector<Article>& articles) {
  std::set<std::string> terms;
  for (const Article& article : articles)
    for (const Item& item : read(article).items)
      if (!item.compound) terms.insert(item.term);
  return terms;
}

std::set<std::string> naive_search(const std::vector<Article>& articles, const Query& query) {
  Naive naive(surface_terms(articles));
  std::set<std::string> ids;
  for (const Article& article : articles)
    if (naive.matches(read(article), query)) ids.insert(article.id);
  return ids;
}

}  // namespace depeche::oracle
