#include <algorithm>

#include "common/message.h"
#include "searcher/view/hits_view.h"
#include "searcher/view/style.h"
#include "searcher/view/tables.h"

namespace depeche {
namespace {

constexpr unsigned kGap = 2;
/// Columns that hits and contexts have, before identifiers get any.
constexpr unsigned kLeastRoom = 60;
/// A hit takes no more than this part of the line: the rest is for what stands beside it.
constexpr unsigned kHitShare = 3;

/// The date as far as it is known: "2019-02", "2019-02-13?" where it is inferred.
std::string date_label(const ConcordanceLine& line) {
  if (!line.published || line.published->value.empty()) return tr("undated");
  return to_edtf(line.published->value, line.published->inferred);
}

/// What a line shows, safe to print.
struct Cells {
  std::string date, id, left, hit, right;
};

unsigned less(unsigned columns, unsigned taken) { return columns > taken ? columns - taken : 0; }

class ConcordancePrinter {
 public:
  ConcordancePrinter(const Concordance& concordance, const Terminal& terminal)
      : concordance_(concordance), terminal_(terminal) {
    for (const ConcordanceLine& line : concordance.lines)
      cells_.push_back({date_label(line), safe_text(line.id), safe_text(line.left), safe_text(line.keyword),
                        safe_text(line.right)});
    date_ = widest(&Cells::date);
    id_ = widest(&Cells::id);
    left_ = widest(&Cells::left);
    hit_ = widest(&Cells::hit);
    right_ = widest(&Cells::right);
    if (terminal.interactive) fit();
  }

  void print(std::ostream& out) const {
    const Marks marks = Style(terminal_).hits();
    for (const Cells& cells : cells_) {
      std::string line = pad_to_width(cells.date, date_ + kGap);
      if (id_ > 0) line += pad_to_width(cells.id, id_ + kGap);
      const std::string left = cut_start_to_width(cells.left, left_);
      line.append(less(left_, display_width(left)), ' ').append(left);
      if (left_ > 0) line.append(kGap, ' ');
      const std::string hit = cut_to_width(cells.hit, hit_);
      line.append(marks.before).append(hit).append(marks.after);
      const std::string right = cut_to_width(cells.right, right_);
      if (!right.empty()) line.append(hit_ - display_width(hit) + kGap, ' ').append(right);
      out << line << '\n';
    }
    if (!cells_.empty()) out << '\n';
    out << closing_line() << '\n';
  }

 private:
  unsigned widest(std::string Cells::*cell) const {
    unsigned width = 0;
    for (const Cells& cells : cells_) width = std::max(width, display_width(cells.*cell));
    return width;
  }

  /// Gives each column what it may have of the terminal's line.
  void fit() {
    unsigned room = less(terminal_.width, date_ + kGap);
    if (room >= id_ + kGap + kLeastRoom) {
      room -= id_ + kGap;
    } else {
      width_for_ids_ = date_ + id_ + 2 * kGap + kLeastRoom;
      id_ = 0;
    }
    hit_ = std::min(hit_, std::max(1u, room / kHitShare));
    const unsigned beside = less(room, hit_ + 2 * kGap);
    const unsigned left = std::min(left_, std::max(beside / 2, less(beside, right_)));
    right_ = std::min(right_, less(beside, left));
    left_ = left;
  }

  std::string closing_line() const {
    const uint64_t first = concordance_.offset + 1, last = concordance_.offset + cells_.size();
    const std::string in_articles =
        concordance_.partial ? tr_n("at least {} article", "at least {} articles", concordance_.articles)
                             : tr_n("{} article", "{} articles", concordance_.articles);
    std::string text;
    if (concordance_.hits) {
      const std::string hits = concordance_.partial
                                   ? tr_n("At least {} hit", "At least {} hits", *concordance_.hits)
                                   : tr_n("{} hit", "{} hits", *concordance_.hits);
      text = tr("{0} in {1}", hits, in_articles);
    } else {
      text = tr("Hits in {}", in_articles);
    }
    if (cells_.empty()) return tr("{}, none shown", text);
    if (!concordance_.hits || last < *concordance_.hits)
      text = tr("{0}, {1} to {2} shown; next: --offset {2}", text, first, last);
    else if (first > 1)
      text = tr("{0}, {1} to {2} shown", text, first, last);
    if (width_for_ids_ > 0)
      text += "\n" + tr("Identifiers of the articles: --width {} or more, or --format csv", width_for_ids_);
    return text;
  }

  const Concordance& concordance_;
  Terminal terminal_;
  std::vector<Cells> cells_;
  unsigned date_ = 0, id_ = 0, left_ = 0, hit_ = 0, right_ = 0;  // columns
  unsigned width_for_ids_ = 0;  // of a terminal that would show them; 0: they are shown
};

std::string group_label(const HitGroup& group) {
  return group.form.empty() ? tr("(no word)") : safe_text(group.form);
}

std::string groups_closing(const HitGroups& groups) {
  const std::string forms = groups.partial ? tr_n("At least {} form", "At least {} forms", groups.found)
                                           : tr_n("{} form", "{} forms", groups.found);
  const std::string text = tr("{0} of {1} in {2}", forms, tr_n("{} hit", "{} hits", groups.hits),
                              tr_n("{} article", "{} articles", groups.articles));
  const uint64_t last = groups.offset + groups.groups.size();
  if (groups.groups.empty()) return tr("{}, none shown", text);
  if (groups.groups.size() == groups.found) return text;
  if (last == groups.found) return tr("{0}, {1} to {2} shown", text, groups.offset + 1, last);
  return tr("{0}, {1} to {2} shown; next: --offset {2}", text, groups.offset + 1, last);
}

}  // namespace

void print_concordance(const Concordance& concordance, const Terminal& terminal, std::ostream& out) {
  if (concordance.lines.empty() && concordance.hits.value_or(0) == 0 && !concordance.partial) return;
  ConcordancePrinter(concordance, terminal).print(out);
  print_partial(concordance.partial, terminal, out);
}

void print_groups(const HitGroups& groups, const Terminal& terminal, std::ostream& out) {
  if (groups.hits == 0 && !groups.partial) return;
  if (!groups.groups.empty()) {
    TableRows rows{{std::string(name_of(groups.by)), tr("hits"), tr("articles")}};
    for (const HitGroup& group : groups.groups)
      rows.push_back({group_label(group), std::to_string(group.hits), std::to_string(group.articles)});
    align_right(rows, 1);
    align_right(rows, 2);
    print_table(std::move(rows), 0, terminal, out);
    out << '\n';
  }
  out << groups_closing(groups) << '\n';
  print_partial(groups.partial, terminal, out);
}

}  // namespace depeche
