#include "searcher/bonus_source.h"

#include <algorithm>

#include <fmt/ranges.h>

namespace depeche {
namespace {

using Positions = std::vector<Xapian::termpos>;

bool stand_near(const Positions& left, const Positions& right, unsigned window, bool ordered) {
  for (const Xapian::termpos position : left) {
    const Xapian::termpos least = ordered ? position + 1 : position - std::min(position, window - 1);
    const auto it = std::lower_bound(right.begin(), right.end(), least);
    if (it != right.end() && *it < position + window) return true;
  }
  return false;
}

}  // namespace

bool BonusSource::Cursor::reach(Xapian::docid document) {
  if (at != end && *at < document) at.skip_to(document);
  return at != end && *at == document;
}

BonusSource::BonusSource(std::vector<Bonus> bonuses) : bonuses_(std::move(bonuses)) {}

void BonusSource::init(const Xapian::Database& segment) {
  documents_ = segment.get_doccount();
  last_ = segment.get_lastdocid();
  current_ = 0;
  const auto cursors = [&](const std::vector<std::string>& terms) {
    std::vector<Cursor> result;
    for (const std::string& term : terms)
      if (segment.term_exists(term))
        result.push_back({segment.postlist_begin(term), segment.postlist_end(term)});
    return result;
  };
  cursors_.clear();
  double most = 0;
  for (const Bonus& bonus : bonuses_) {
    cursors_.push_back(
        {cursors(bonus.terms), cursors(bonus.but), cursors(bonus.unless), cursors(bonus.right)});
    most += bonus.weight;
  }
  set_maxweight(most);
}

bool BonusSource::earns(const Bonus& bonus, Earned& cursors) const {
  const auto has_any = [&](std::vector<Cursor>& list) {
    return std::any_of(list.begin(), list.end(), [&](Cursor& cursor) { return cursor.reach(current_); });
  };
  if (!has_any(cursors.terms)) return false;
  if (bonus.right.empty()) return !has_any(cursors.but) || has_any(cursors.unless);
  if (!has_any(cursors.right)) return false;
  const auto positions = [&](std::vector<Cursor>& list) {
    Positions all;
    for (Cursor& cursor : list)
      if (cursor.reach(current_))
        all.insert(all.end(), cursor.at.positionlist_begin(), cursor.at.positionlist_end());
    std::sort(all.begin(), all.end());
    return all;
  };
  return stand_near(positions(cursors.terms), positions(cursors.right), bonus.window, bonus.ordered);
}

double BonusSource::get_weight() const {
  double weight = 0;
  for (size_t i = 0; i < bonuses_.size(); ++i)
    if (earns(bonuses_[i], cursors_[i])) weight += bonuses_[i].weight;
  return weight;
}

std::string BonusSource::get_description() const {
  std::vector<std::string> parts;
  for (const Bonus& bonus : bonuses_) {
    std::string part = fmt::format("{:.4f}: {}", bonus.weight, fmt::join(bonus.terms, "|"));
    if (!bonus.but.empty()) part += fmt::format(" without {}", fmt::join(bonus.but, "|"));
    if (!bonus.right.empty())
      part += fmt::format(" {}/{} {}", bonus.ordered ? "ADJ" : "NEAR", bonus.window - 1,
                          fmt::join(bonus.right, "|"));
    parts.push_back(std::move(part));
  }
  return fmt::format("Bonus({})", fmt::join(parts, "; "));
}

}  // namespace depeche
