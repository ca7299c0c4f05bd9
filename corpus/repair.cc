#include "corpus/repair.h"

#include <algorithm>
#include <utility>

#include "corpus/double_encoding.h"
#include "corpus/lost_letters.h"

namespace depeche {
namespace {

/// A part of a field, [begin, end), what it is to hold there, and what is to be recorded.
struct Edit {
  size_t begin = 0, end = 0;
  std::string text;
  std::string original;  // of the source: the field may have been repaired there before
  std::vector<std::string> readings;
};
using Edits = std::vector<Edit>;  // in order, apart from each other

std::string& field_of(Article& article, TextField name) {
  return name == TextField::kTitle ? article.title : article.text;
}

/// The field as `edits` make it.
std::string edited(std::string_view field, const Edits& edits) {
  std::string out;
  size_t done = 0;
  for (const Edit& edit : edits) {
    out.append(field.substr(done, edit.begin - done)).append(edit.text);
    done = edit.end;
  }
  return out.append(field.substr(done));
}

/// Where the edits of a field bring the places in it.
class Moves {
 public:
  explicit Moves(const Edits& edits) : edits_(edits) {
    size_t delta = 0;  // modulo 2^64
    for (const Edit& edit : edits) deltas_.push_back(delta += edit.text.size() - (edit.end - edit.begin));
  }

  /// A span that cuts an edit is widened to hold all of it.
  void move(Span& span) const {
    span.begin = static_cast<uint32_t>(moved(span.begin, false));
    span.end = static_cast<uint32_t>(moved(span.end, true));
  }

 private:
  size_t moved(size_t offset, bool to_end) const {
    const auto edit = std::partition_point(edits_.begin(), edits_.end(),
                                           [offset](const Edit& e) { return e.end <= offset; });
    const auto index = static_cast<size_t>(edit - edits_.begin());
    const size_t delta = index == 0 ? 0 : deltas_[index - 1];
    if (edit == edits_.end() || offset <= edit->begin) return offset + delta;
    return to_end ? edit->end + deltas_[index] : edit->begin + delta;
  }

  const Edits& edits_;
  std::vector<size_t> deltas_;  // behind each edit
};

std::string words_of(const std::string& field, const Span& span) {
  return field.substr(span.begin, span.end - span.begin);
}

/// Makes the edits, records them, and brings dates and earlier repairs of the field to their new places.
void apply(const Edits& edits, TextField name, Article& article) {
  if (edits.empty()) return;
  std::string& field = field_of(article, name);
  const std::string before = std::exchange(field, edited(field, edits));
  const Moves moves(edits);
  for (ArticleDate& date : article.dates) {
    if (!date.span || date.span->field != name) continue;
    const bool is_quoted = date.evidence == words_of(before, *date.span);
    moves.move(*date.span);
    if (is_quoted) date.evidence = words_of(field, *date.span);
  }
  for (Repair& earlier : article.repairs)
    if (earlier.span.field == name) moves.move(earlier.span);
  for (const Edit& edit : edits) {
    Span span{name, static_cast<uint32_t>(edit.begin), static_cast<uint32_t>(edit.end)};
    moves.move(span);
    article.repairs.push_back({span, edit.original, edit.readings});
  }
}

void repair_double_encoding(TextField name, Article& article) {
  const std::string& field = field_of(article, name);
  Edits edits;
  for (const Rewriting& part : read_double_encoding(field))
    edits.push_back(
        {part.begin, part.end, part.text, field.substr(part.begin, part.end - part.begin), {part.text}});
  apply(edits, name, article);
}

using Repairs = std::vector<Repair>;

/// The repairs of the field that [begin, end) overlaps. Precondition: they are in order.
std::pair<Repairs::iterator, Repairs::iterator> overlapping(Repairs& repairs, TextField name, size_t begin,
                                                            size_t end) {
  const auto first = std::partition_point(repairs.begin(), repairs.end(), [&](const Repair& repair) {
    return std::pair<TextField, size_t>(repair.span.field, repair.span.end) <= std::pair(name, begin);
  });
  const auto last = std::find_if(first, repairs.end(), [&](const Repair& repair) {
    return repair.span.field != name || repair.span.begin >= end;
  });
  return {first, last};
}

/// Widens an edit by the repairs from `first` on that it overlaps, and strikes these out: they have no
/// readings any more.
void absorb(Edit& edit, const std::string& field, Repairs::iterator first, Repairs::iterator last) {
  const size_t begin = std::min<size_t>(edit.begin, first->span.begin);
  const size_t end = std::max<size_t>(edit.end, std::prev(last)->span.end);
  size_t done = begin;
  edit.original.clear();
  for (auto earlier = first; earlier != last; ++earlier) {
    edit.original.append(field, done, earlier->span.begin - done).append(earlier->original);
    done = earlier->span.end;
    earlier->readings.clear();
  }
  edit.original.append(field, done, end - done);
  edit.text = field.substr(begin, edit.begin - begin) + edit.text + field.substr(edit.end, end - edit.end);
  edit.readings = {edit.text};
  edit.begin = begin;
  edit.end = end;
}

/// Precondition: the repairs of the article are in order.
void repair_lost_letters(TextField name, LostLetters lost, Article& article) {
  const std::string& field = field_of(article, name);
  Edits edits;
  for (DamagedWord& word : find_damaged_words(field, lost)) {
    if (!edits.empty() && word.begin < edits.back().end) continue;
    const auto [first, last] = overlapping(article.repairs, name, word.begin, word.end);
    const bool is_decided = word.readings.size() == 1;
    // An undecided word shows its original; where that has been repaired already, it does not.
    if (!is_decided && first != last) continue;
    const std::string original = field.substr(word.begin, word.end - word.begin);
    Edit edit{word.begin, word.end, is_decided ? word.readings[0] : original, original,
              std::move(word.readings)};
    if (first != last) absorb(edit, field, first, last);
    edits.push_back(std::move(edit));
  }
  std::erase_if(article.repairs, [](const Repair& repair) { return repair.readings.empty(); });
  apply(edits, name, article);
}

void put_in_order(Repairs& repairs) {
  std::sort(repairs.begin(), repairs.end(), [](const Repair& a, const Repair& b) {
    return std::pair(a.span.field, a.span.begin) < std::pair(b.span.field, b.span.begin);
  });
}

}  // namespace

void repair(Article& article) {
  for (TextField name : {TextField::kTitle, TextField::kText}) repair_double_encoding(name, article);
  if (!may_have_lost_letters(article.title) && !may_have_lost_letters(article.text)) return;
  const LostLetters lost = lost_letters(article.title, article.text);
  for (TextField name : {TextField::kTitle, TextField::kText}) {
    repair_lost_letters(name, lost, article);
    put_in_order(article.repairs);
  }
}

}  // namespace depeche
