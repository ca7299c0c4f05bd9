#include <algorithm>
#include <limits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/message.h"
#include "common/schema.h"
#include "common/table.h"
#include "searcher/view/style.h"
#include "searcher/view/versions_view.h"
#include "searcher/word_diff.h"

namespace depeche {
namespace {

using Kind = DiffPiece::Kind;

constexpr size_t kIndent = 2;
constexpr std::string_view kBreakMark = "¶";

/// Of a stretch of a paragraph that both versions have, more than kLongEqual bytes are cut to about kContext
/// beside what differs.
constexpr size_t kLongEqual = 600, kContext = 200;

std::string day_text(const std::optional<ArticleDate>& date) {
  return date && !date->value.empty() ? to_edtf(date->value, date->inferred) : "";
}

/// With the time of day, if it is known.
std::string date_text(const std::optional<ArticleDate>& date) {
  std::string text = day_text(date);
  if (!text.empty() && date->minute)
    text += fmt::format(" {:02}:{:02}", *date->minute / 60, *date->minute % 60);
  return text;
}

/// « 2019-03-01 03:12 », of ArticleVersion::indexed.
std::string time_text(const std::string& utc) {
  constexpr size_t kDay = 10, kMinutes = 16;
  if (utc.size() < kMinutes) return safe_text(utc);
  return safe_text(utc.substr(0, kDay) + " " + utc.substr(kDay + 1, kMinutes - kDay - 1));
}

/// One line of safe text, of which parts are marked as deleted or inserted.
class MarkedLine {
 public:
  void add(Kind kind, std::string_view text) {
    if (text.empty()) return;
    const size_t begin = text_.size();
    if (kind == Kind::kEqual) {
      text_ += safe_text(text);
      return;
    }
    text_ +=
        (kind == Kind::kDeleted ? "[-" : "{+") + safe_text(text) + (kind == Kind::kDeleted ? "-]" : "+}");
    marks_.push_back({begin, text_.size(), kind});
  }
  bool marked() const { return !marks_.empty(); }
  bool blank() const { return text_.find_first_not_of(' ') == std::string::npos; }

  /// Wrapped on a terminal; the lines behind the first stand `indent` columns in.
  void print(const Terminal& terminal, size_t first_indent, size_t indent, std::ostream& out) const {
    constexpr unsigned kLeast = 20;
    const auto room = [&](size_t taken) {
      if (!terminal.interactive) return std::numeric_limits<unsigned>::max();
      return terminal.width > taken + kLeast ? terminal.width - static_cast<unsigned>(taken) : kLeast;
    };
    const std::vector<std::string_view> lines = wrap_lines(text_, room(indent), room(first_indent));
    const Style style(terminal);
    for (const std::string_view& line : lines) {
      if (&line != &lines.front()) out << std::string(indent, ' ');
      const auto begin = static_cast<size_t>(line.data() - text_.data());
      out << styled(begin, begin + line.size(), style) << '\n';
    }
  }

 private:
  struct Mark {
    size_t begin, end;
    Kind kind;
  };

  std::string styled(size_t begin, size_t end, const Style& style) const {
    std::string out;
    for (const Mark& mark : marks_) {
      if (mark.end <= begin) continue;
      if (mark.begin >= end) break;
      const size_t from = std::max(begin, mark.begin), to = std::min(end, mark.end);
      out.append(text_, begin, from - begin);
      const std::string_view text = std::string_view(text_).substr(from, to - from);
      out += mark.kind == Kind::kDeleted ? style.deleted(text) : style.inserted(text);
      begin = to;
    }
    return out.append(text_, begin, end - begin);
  }

  std::string text_;
  std::vector<Mark> marks_;  // ascending
};

MarkedLine replaced(const std::string& before, const std::string& after) {
  MarkedLine line;
  line.add(Kind::kDeleted, before);
  line.add(Kind::kInserted, after);
  return line;
}

/// The paragraphs of a diff of a text, each ended by end(). Those without a change are counted, not printed.
class Paragraphs {
 public:
  Paragraphs(const Terminal& terminal, std::ostream& out) : terminal_(terminal), out_(out) {}

  void add(const std::vector<DiffPiece>& pieces) {
    for (size_t i = 0; i < pieces.size(); ++i) add(pieces[i], i == 0, i + 1 == pieces.size());
    end();
    tell_unchanged();
  }

 private:
  void add(const DiffPiece& piece, bool first, bool last) {
    const bool only_breaks = piece.text.find_first_not_of('\n') == std::string_view::npos;
    std::string_view rest = piece.text;
    for (bool begins = true;; begins = false) {
      const size_t end_of_line = rest.find('\n');
      const bool ends = end_of_line == rest.npos;
      const std::string_view part = rest.substr(0, end_of_line);
      if (piece.kind == Kind::kEqual)
        add_equal(part, !begins || first, !ends || last);
      else
        line_.add(piece.kind, part);
      if (ends) return;
      if (piece.kind != Kind::kEqual && only_breaks) line_.add(piece.kind, kBreakMark);
      if (piece.kind != Kind::kDeleted || !only_breaks) end();
      rest.remove_prefix(end_of_line + 1);
    }
  }

  /// The middle of what is long is left out; at the ends of the paragraph no context is needed.
  void add_equal(std::string_view part, bool begins_paragraph, bool ends_paragraph) {
    if (part.size() <= kLongEqual || (begins_paragraph && ends_paragraph))
      return line_.add(Kind::kEqual, part);
    const size_t head = begins_paragraph ? 0 : std::min(part.find(' ', kContext), part.size());
    const size_t tail = ends_paragraph ? part.size() : part.rfind(' ', part.size() - kContext);
    if (tail == part.npos || head >= tail) return line_.add(Kind::kEqual, part);
    line_.add(Kind::kEqual, part.substr(0, head));
    line_.add(Kind::kEqual, head == 0 ? "(…)" : " (…)");
    line_.add(Kind::kEqual, part.substr(tail));
  }

  void end() {
    if (line_.marked()) {
      tell_unchanged();
      if (terminal_.interactive) out_ << '\n';
      line_.print(terminal_, 0, 0, out_);
    } else if (!line_.blank()) {
      ++unchanged_;
    }
    line_ = {};
  }

  void tell_unchanged() {
    if (unchanged_ == 0) return;
    if (terminal_.interactive) out_ << '\n';
    const std::string count = tr_n("({} paragraph unchanged)", "({} paragraphs unchanged)", unchanged_);
    out_ << Style(terminal_).dim(count) << '\n';
    unchanged_ = 0;
  }

  const Terminal& terminal_;
  std::ostream& out_;
  MarkedLine line_;
  size_t unchanged_ = 0;
};

std::string label_of(DateKind kind) { return kind == DateKind::kPublished ? tr("published") : tr("updated"); }

std::string label_of(const ValueChange& change) {
  const FieldSpec& field = *find_field(change.field);
  switch (field.id) {
    case FieldId::kSource:
      return tr("source");
    case FieldId::kSection:
      return tr("section");
    case FieldId::kLanguage:
      return tr("language");
    case FieldId::kUrl:
      return tr("url");
    default:
      return tr_n("author", "authors", std::max(change.before.size(), change.after.size()));
  }
}

/// What an article that differs has one line of each, with its label.
using Rows = std::vector<std::pair<std::string, MarkedLine>>;

Rows rows_of(const ArticleDiff& diff) {
  Rows rows;
  for (const DateChange& change : diff.dates)
    rows.emplace_back(label_of(change.kind), replaced(date_text(change.before), date_text(change.after)));
  for (const ValueChange& change : diff.values)
    rows.emplace_back(label_of(change), replaced(fmt::format("{}", fmt::join(change.before, ", ")),
                                                 fmt::format("{}", fmt::join(change.after, ", "))));
  for (const TextChange& change : diff.texts) {
    if (change.field == TextField::kText) continue;
    MarkedLine line;
    for (const DiffPiece& piece : word_diff(change.before, change.after)) line.add(piece.kind, piece.text);
    rows.emplace_back(change.field == TextField::kTitle ? tr("title") : tr("header"), std::move(line));
  }
  return rows;
}

void print_rows(const Rows& rows, const Terminal& terminal, std::ostream& out) {
  unsigned labels = 0;
  for (const auto& [label, line] : rows) labels = std::max(labels, display_width(label));
  const size_t indent = kIndent + labels + 2;
  for (const auto& [label, line] : rows) {
    out << std::string(kIndent, ' ') << pad_to_width(label, labels + 2);
    line.print(terminal, indent, indent, out);
  }
}

/// « version 2, superseded, indexed 2019-03-01 03:12 UTC »
std::string describe(const ArticleVersion& version) {
  const std::string text = tr("version {0}, {1}", version.number, tr(name_of(version.state)));
  return version.indexed.empty() ? text : tr("{0}, indexed {1} UTC", text, time_text(version.indexed));
}

}  // namespace

void print_versions(const VersionList& list, const Terminal& terminal, std::ostream& out) {
  TableRows rows{
      {tr("version"), tr("state"), tr("published"), tr("updated"), tr("indexed (UTC)"), tr("title")}};
  constexpr size_t kUpdated = 3;
  bool any_updated = false;
  for (const ListedVersion& listed : list.versions) {
    const ArticleVersion& version = listed.version;
    rows.push_back({fmt::format("{}", version.number), tr(name_of(version.state)), day_text(listed.published),
                    date_text(listed.updated), time_text(version.indexed),
                    listed.title.empty() ? listed.first_words : safe_text(listed.title)});
    any_updated = any_updated || listed.updated;
  }
  if (!any_updated)
    for (auto& row : rows) row.erase(row.begin() + kUpdated);
  const ElasticColumn title{rows.front().size() - 1, terminal.width};
  const std::string text =
      table_text(std::move(rows), terminal.interactive ? std::optional(title) : std::nullopt);
  const size_t heading = text.find('\n');
  out << Style(terminal).bold(text.substr(0, heading)) << text.substr(heading);
}

void print_diff(const ArticleDiff& diff, const Terminal& terminal, std::ostream& out) {
  MarkedLine name;
  name.add(Kind::kEqual, diff.id);
  name.print(terminal, 0, kIndent, out);
  for (const auto& [kind, version] :
       {std::pair(Kind::kDeleted, &diff.from), std::pair(Kind::kInserted, &diff.to)}) {
    MarkedLine line;
    line.add(kind, describe(*version));
    line.print(terminal, 0, kIndent, out);
  }
  if (diff.empty()) {
    out << '\n' << tr("What the agency wrote is the same in both.") << '\n';
    return;
  }
  const Rows rows = rows_of(diff);
  if (!rows.empty()) out << '\n';
  print_rows(rows, terminal, out);
  for (const TextChange& change : diff.texts) {
    if (change.field != TextField::kText) continue;
    if (!terminal.interactive) out << '\n';
    Paragraphs(terminal, out).add(word_diff(change.before, change.after));
  }
}

std::string standing_notice(const ShownVersion& shown) {
  const uint32_t number = shown.version.number;
  switch (shown.version.state) {
    case VersionState::kLive:
      return "";
    case VersionState::kRemoved:
      return tr("REMOVED: this is version {0}, the last one of an article that is no longer in the index.",
                number);
    case VersionState::kSuperseded:
      break;
  }
  if (!shown.live)
    return tr("SUPERSEDED: this is version {0} of an article that is no longer in the index.", number);
  return tr("SUPERSEDED: this is version {0}; the live one is version {1} (--diff {2}@{0}..{1}).", number,
            *shown.live, safe_text(shown.article.id));
}

}  // namespace depeche
