#include "searcher/word_diff.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "common/text/tokenizer.h"
#include "common/text/utf8.h"
#include "searcher/edit_script.h"

namespace depeche {
namespace {

/// Numbers that stand for distinct pieces of text.
using Numbers = std::unordered_map<std::string_view, uint32_t>;

bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == 0x00A0 || c == 0x202F; }

/// A text as words, runs of blanks, paragraph breaks and single characters, each by its number.
class Units {
 public:
  Units(std::string_view text, Numbers& numbers) : text_(text), numbers_(numbers) {
    Tokenizer tokenizer(text);
    std::vector<Atom> chunk;
    size_t paragraphs = 0, end = 0;
    while (tokenizer.next_chunk(chunk, paragraphs))
      for (const Atom& atom : chunk) {
        add_characters(end, atom.begin);
        add(atom.begin, end = atom.end);
      }
    add_characters(end, text.size());
    begins_.push_back(static_cast<uint32_t>(text.size()));
  }

  const std::vector<uint32_t>& ids() const { return ids_; }
  std::string_view text(uint32_t begin, uint32_t end) const {
    return text_.substr(begins_[begin], begins_[end] - begins_[begin]);
  }
  uint32_t bytes(uint32_t begin, uint32_t end) const { return begins_[end] - begins_[begin]; }
  bool breaks_paragraph(uint32_t unit) const { return text_[begins_[unit]] == '\n'; }
  bool is_blank_at(uint32_t unit) const {
    size_t pos = begins_[unit];
    return is_blank(next_code_point(text_, pos));
  }
  /// Paragraph breaks before a unit.
  uint32_t breaks(uint32_t unit) const { return unit == 0 ? 0 : breaks_[unit - 1]; }

 private:
  void add(size_t begin, size_t end) {
    const auto next = static_cast<uint32_t>(numbers_.size());
    ids_.push_back(numbers_.try_emplace(text_.substr(begin, end - begin), next).first->second);
    begins_.push_back(static_cast<uint32_t>(begin));
    breaks_.push_back((breaks_.empty() ? 0 : breaks_.back()) + (text_[begin] == '\n'));
  }

  /// What stands between two words.
  void add_characters(size_t begin, size_t end) {
    for (size_t pos = begin; pos < end; begin = pos) {
      if (is_blank(next_code_point(text_, pos)))
        for (size_t next = pos; next < end && is_blank(next_code_point(text_, next));) pos = next;
      add(begin, pos);
    }
  }

  std::string_view text_;
  Numbers& numbers_;
  std::vector<uint32_t> ids_, begins_, breaks_;
};

/// How well a change reads that begins at a unit: at a paragraph's begin, at a word behind a blank,
/// elsewhere.
int beginning_at(const Units& units, uint32_t unit) {
  if (unit == 0 || units.breaks_paragraph(unit - 1)) return 2;
  return units.is_blank_at(unit - 1) ? 1 : 0;
}

/// Moves what is only inserted (or only deleted) between the changes around it to where it reads best.
/// `begin` and `end` are its units; `least` and `most` bound them. Returns how far it moved, backwards below
/// zero.
int64_t best_shift(const Units& units, uint32_t begin, uint32_t end, uint32_t least, uint32_t most) {
  const std::vector<uint32_t>& ids = units.ids();
  int64_t best = 0;
  int best_score = beginning_at(units, begin);
  uint32_t first = begin, last = end;
  const auto consider = [&] {
    const int score = beginning_at(units, first);
    if (score <= best_score) return;
    best_score = score;
    best = int64_t{first} - begin;
  };
  for (; last < most && ids[first] == ids[last]; consider()) ++first, ++last;
  first = begin, last = end;
  for (; first > least && ids[first - 1] == ids[last - 1]; consider()) --first, --last;
  return best;
}

void shift_to_beginnings(const Units& before, const Units& after, std::vector<Change>& changes) {
  for (size_t i = 0; i < changes.size(); ++i) {
    Change& change = changes[i];
    // One item stays equal on both sides, so that changes stay apart.
    const bool inserts = change.before_begin == change.before_end;
    if (!inserts && change.after_begin != change.after_end) continue;
    const Units& units = inserts ? after : before;
    const auto begin_of = [&](const Change& c) { return inserts ? c.after_begin : c.before_begin; };
    const auto end_of = [&](const Change& c) { return inserts ? c.after_end : c.before_end; };
    const uint32_t least = i == 0 ? 0 : end_of(changes[i - 1]) + 1;
    const uint32_t most =
        i + 1 == changes.size() ? static_cast<uint32_t>(units.ids().size()) : begin_of(changes[i + 1]) - 1;
    const int64_t shift = best_shift(units, begin_of(change), end_of(change), least, most);
    for (uint32_t* end : {&change.before_begin, &change.before_end, &change.after_begin, &change.after_end})
      *end = static_cast<uint32_t>(*end + shift);
  }
}

/// Joins changes that are both at least as long as what is equal between them, within a paragraph.
void join_over_remnants(const Units& before, const Units& after, std::vector<Change>& changes) {
  const auto length = [&](const Change& change) {
    return std::max(before.bytes(change.before_begin, change.before_end),
                    after.bytes(change.after_begin, change.after_end));
  };
  std::vector<Change> joined;
  for (Change change : changes) {
    while (!joined.empty()) {
      const Change& last = joined.back();
      const bool same_paragraph = before.breaks(last.before_end) == before.breaks(change.before_begin);
      const uint32_t between = before.bytes(last.before_end, change.before_begin);
      if (!same_paragraph || between > std::min(length(last), length(change))) break;
      change.before_begin = last.before_begin;
      change.after_begin = last.after_begin;
      joined.pop_back();
    }
    joined.push_back(change);
  }
  changes = std::move(joined);
}

/// One of the two texts, and its units in a change.
struct Side {
  const Units& units;
  uint32_t Change::*begin;
  uint32_t Change::*end;

  bool ends_paragraph(uint32_t unit) const {
    return unit == units.ids().size() || units.breaks_paragraph(unit);
  }
  bool breaks_in(const Change& change) const {
    return units.breaks(change.*begin) != units.breaks(change.*end);
  }
};

/// Where one side of a change goes on into further paragraphs, and both paragraphs end alike (a full stop):
/// ends the change before that end, and makes what follows a change of its own, of whole paragraphs. Returns
/// whether it did; `rest` is the second change then. `limit` is where the next change begins in `whole`.
bool split_at_paragraph(const Side& whole, const Side& longer, uint32_t limit, Change& change, Change& rest) {
  constexpr uint32_t kLongestEnd = 4;
  if (change.*whole.begin == change.*whole.end) return false;
  if (whole.breaks_in(change) || !longer.breaks_in(change)) return false;
  const uint32_t equal = change.*whole.end;
  uint32_t end = equal;
  while (end < limit && end - equal <= kLongestEnd && !whole.ends_paragraph(end)) ++end;
  if (end == equal || end == limit || end - equal > kLongestEnd) return false;
  uint32_t stop = change.*longer.begin;
  while (!longer.units.breaks_paragraph(stop)) ++stop;
  const uint32_t length = end - equal;
  if (stop - change.*longer.begin < length) return false;
  const auto &whole_ids = whole.units.ids(), &longer_ids = longer.units.ids();
  if (!std::equal(whole_ids.begin() + equal, whole_ids.begin() + end, longer_ids.begin() + stop - length))
    return false;
  rest = change;
  rest.*whole.begin = rest.*whole.end = end;
  rest.*longer.begin = stop;
  rest.*longer.end += length;
  change.*longer.end = stop - length;
  return true;
}

void split_at_paragraphs(const Units& before, const Units& after, std::vector<Change>& changes) {
  const Side old_side{before, &Change::before_begin, &Change::before_end},
      new_side{after, &Change::after_begin, &Change::after_end};
  std::vector<Change> split;
  for (size_t i = 0; i < changes.size(); ++i) {
    const bool last = i + 1 == changes.size();
    const auto limit = [&](const Side& side) {
      return last ? static_cast<uint32_t>(side.units.ids().size()) + 1 : changes[i + 1].*side.begin;
    };
    Change change = changes[i], rest;
    const bool two = split_at_paragraph(old_side, new_side, limit(old_side), change, rest) ||
                     split_at_paragraph(new_side, old_side, limit(new_side), change, rest);
    split.push_back(change);
    if (two) split.push_back(rest);
  }
  changes = std::move(split);
}

}  // namespace

std::vector<DiffPiece> word_diff(std::string_view before_text, std::string_view after_text) {
  Numbers numbers;
  const Units before(before_text, numbers), after(after_text, numbers);
  std::vector<Change> changes = edit_script(before.ids(), after.ids());
  shift_to_beginnings(before, after, changes);
  join_over_remnants(before, after, changes);
  split_at_paragraphs(before, after, changes);

  std::vector<DiffPiece> pieces;
  const auto add = [&](DiffPiece::Kind kind, std::string_view text) {
    if (!text.empty()) pieces.push_back({kind, text});
  };
  uint32_t equal_from = 0;
  for (const Change& change : changes) {
    add(DiffPiece::Kind::kEqual, before.text(equal_from, change.before_begin));
    add(DiffPiece::Kind::kDeleted, before.text(change.before_begin, change.before_end));
    add(DiffPiece::Kind::kInserted, after.text(change.after_begin, change.after_end));
    equal_from = change.before_end;
  }
  add(DiffPiece::Kind::kEqual, before.text(equal_from, static_cast<uint32_t>(before.ids().size())));
  return pieces;
}

}  // namespace depeche
