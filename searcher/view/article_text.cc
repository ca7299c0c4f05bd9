#include "searcher/view/article_text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/message.h"
#include "searcher/export/citation.h"
#include "searcher/view/style.h"

namespace depeche {
namespace {

constexpr size_t kIndent = 2;

const char* label_of(DateKind kind) {
  switch (kind) {
    case DateKind::kPublished:
      return DEPECHE_TR("published");
    case DateKind::kUpdated:
      return DEPECHE_TR("updated");
    case DateKind::kEvent:
      return DEPECHE_TR("event");
  }
  return "";
}

const char* label_of(DateBasis basis) {
  switch (basis) {
    case DateBasis::kHeader:
      return DEPECHE_TR("from the header");
    case DateBasis::kDateline:
      return DEPECHE_TR("from the dateline");
    case DateBasis::kField:
      return DEPECHE_TR("from a field of the record");
    case DateBasis::kPath:
      return DEPECHE_TR("from the path");
    case DateBasis::kMtime:
      return DEPECHE_TR("from the file's modification time");
    case DateBasis::kText:
      return DEPECHE_TR("from the text");
    case DateBasis::kReference:
      return DEPECHE_TR("from the reference date");
    case DateBasis::kNeighbours:
      return DEPECHE_TR("from neighbouring articles");
  }
  return "";
}

const char* label_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return DEPECHE_TR("People");
    case EntityType::kOrganisation:
      return DEPECHE_TR("Organisations");
    case EntityType::kPlace:
      return DEPECHE_TR("Places");
    case EntityType::kOther:
      return DEPECHE_TR("Other names");
  }
  return "";
}

/// A sentence the index holds in English (why a link was made), translated where po/ knows it.
std::string stored_message(const std::string& english) {
  return english.empty() ? "" : safe_text(gettext(english.c_str()));
}

/// ArticleDate::why: the label of each reason translated, what it is about as it is.
std::string reasons_text(std::string_view english) {
  std::string text;
  while (!english.empty()) {
    const size_t end = std::min(english.find("; "), english.size());
    const std::string_view reason = english.substr(0, end);
    const size_t label = std::min(reason.find(": "), reason.size());
    if (!text.empty()) text += "; ";
    text += stored_message(std::string(reason.substr(0, label)));
    text += safe_text(reason.substr(label));
    english.remove_prefix(std::min(end + 2, english.size()));
  }
  return text;
}

std::string words_of(const Article& article, const Span& span) {
  const std::string_view field = article.field(span.field);
  if (span.begin >= span.end || span.end > field.size()) return "";
  return safe_text(field.substr(span.begin, span.end - span.begin));
}

/// Prints indented and aligned lines, wrapped on a terminal.
class Sheet {
 public:
  Sheet(const Terminal& terminal, std::ostream& out)
      : out_(out),
        style_(terminal),
        width_(terminal.interactive ? terminal.width : std::numeric_limits<unsigned>::max()) {}

  void blank() { out_ << '\n'; }
  void heading(std::string_view text) {
    for (std::string_view line : wrap_lines(text, room(0), room(0))) out_ << style_.bold(line) << '\n';
  }
  /// `text` behind `indent` spaces; its further lines behind `hanging`.
  void paragraph(std::string_view text, size_t indent, size_t hanging) {
    print(text, indent, hanging, false);
  }
  void dim_paragraph(std::string_view text, size_t indent, size_t hanging) {
    print(text, indent, hanging, true);
  }

  /// Rows of a label and a value, the values aligned; those without a value are left out.
  void rows(const std::vector<std::pair<std::string, std::string>>& rows) {
    unsigned labels = 0;
    for (const auto& [label, value] : rows)
      if (!value.empty()) labels = std::max(labels, display_width(label));
    for (const auto& [label, value] : rows)
      if (!value.empty()) paragraph(pad_to_width(label, labels + 2) + value, kIndent, kIndent + labels + 2);
  }

 private:
  void print(std::string_view text, size_t indent, size_t hanging, bool dim) {
    const std::vector<std::string_view> lines = wrap_lines(text, room(hanging), room(indent));
    for (const std::string_view& line : lines) {
      out_ << std::string(&line == &lines.front() ? indent : hanging, ' ')
           << (dim ? style_.dim(line) : std::string(line)) << '\n';
    }
  }

  unsigned room(size_t indent) const {
    constexpr unsigned kLeast = 20;
    return width_ > indent + kLeast ? width_ - static_cast<unsigned>(indent) : kLeast;
  }

  std::ostream& out_;
  Style style_;
  unsigned width_;
};

/// « 2019-02-13? · from the header · inferred, 0.43 · « 13/02 » · the weekday of the text is that day: mardi
/// »
std::string describe(const ArticleDate& date) {
  std::string text = to_edtf(DateSpan{date.value, date.until}, date.inferred);
  if (date.minute) text += fmt::format(" {:02}:{:02}", *date.minute / 60, *date.minute % 60);
  text += " · " + tr(label_of(date.basis));
  text +=
      " · " + tr("{0}, confidence {1:.2f}", date.inferred ? tr("inferred") : tr("stated"), date.confidence);
  if (!date.evidence.empty()) text += fmt::format(" · « {} »", safe_text(date.evidence));
  if (!date.why.empty()) text += " · " + reasons_text(date.why);
  return text;
}

using Rows = std::vector<std::pair<std::string, std::string>>;

void add_dates(const Article& article, Rows& rows) {
  for (const ArticleDate& date : article.dates) {
    rows.emplace_back(tr(label_of(date.kind)), describe(date));
    for (const DateCandidate& candidate : date.candidates)
      rows.emplace_back("", tr("or {0}, weight {1:.2f}: {2}", to_edtf(candidate.value), candidate.weight,
                               reasons_text(candidate.why)));
  }
  if (!find_date(article, DateKind::kPublished)) rows.emplace_back(tr("published"), tr("date unknown"));
}

std::string describe(const Origin& origin) {
  if (origin.path.empty()) return "";
  return tr("{0}, record {1} at byte {2}, {3}", safe_text(origin.path), origin.record, origin.offset,
            safe_text(origin.encoding));
}

void add_record(const Article& article, Rows& rows) {
  const std::string authors = fmt::format("{}", fmt::join(article.authors, ", "));
  rows.emplace_back(tr("source"), safe_text(article.source));
  rows.emplace_back(tr("section"), safe_text(article.section));
  rows.emplace_back(tr_n("author", "authors", article.authors.size()), safe_text(authors));
  rows.emplace_back(tr("language"), safe_text(article.language));
  rows.emplace_back(tr("url"), safe_text(article.url));
  rows.emplace_back(tr("identifier"), safe_text(article.id));
  rows.emplace_back(tr("version"), fmt::format("{}", article.version));
  rows.emplace_back(tr("origin"), describe(article.origin));
  rows.emplace_back(tr("citation"), citation(article));
}

/// The lines of a field, each on its own; blank ones left out.
template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    if (text.find_first_not_of(" \t") < end) visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void print_text(const Article& article, const Terminal& terminal, Sheet& sheet) {
  if (!article.header.empty()) {
    sheet.blank();
    for_each_line(article.header, [&](std::string_view line) { sheet.dim_paragraph(safe_text(line), 0, 0); });
  }
  bool first = true;
  for_each_line(article.text, [&](std::string_view line) {
    if (first || terminal.interactive) sheet.blank();
    sheet.paragraph(safe_text(line), 0, 0);
    first = false;
  });
}

/// An entity of the article: how often it is named, how, and why a short name stands for it.
struct EntityNote {
  std::string key;
  size_t mentions = 0;
  std::map<std::string, size_t> forms;         // surface form -> times
  std::set<std::array<std::string, 3>> links;  // surface form, name it stands for, reason: safe to print
};

/// The most named first.
std::vector<EntityNote> entities_of(const Article& article, EntityType type, const Deductions& deduced) {
  std::map<std::string, EntityNote> notes;
  auto next = deduced.begin();
  for (size_t i = 0; i < article.mentions.size(); ++i) {
    const Mention& mention = article.mentions[i];
    const Deduction* deduction = next != deduced.end() && next->mention == i ? &*next++ : nullptr;
    if (mention.type != type) continue;
    EntityNote& note = notes[mention.key];
    note.key = mention.key;
    ++note.mentions;
    const std::string form = words_of(article, mention.span);
    ++note.forms[form];
    if (mention.link)
      note.links.insert({form, safe_text(mention.key), stored_message(mention.link->rule)});
    else if (deduction)
      note.links.insert({form, safe_text(deduction->name), reason_text(deduction->surname)});
  }
  std::vector<EntityNote> sorted;
  for (auto& [key, note] : notes) sorted.push_back(std::move(note));
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const EntityNote& a, const EntityNote& b) { return a.mentions > b.mentions; });
  return sorted;
}

void print_entities(const Article& article, EntityType type, const Deductions& deduced, Sheet& sheet) {
  const std::vector<EntityNote> notes = entities_of(article, type, deduced);
  if (notes.empty()) return;
  sheet.blank();
  sheet.heading(tr(label_of(type)));
  for (const EntityNote& note : notes) {
    std::vector<std::string> forms;
    for (const auto& [form, times] : note.forms)
      forms.push_back(times > 1 ? fmt::format("{} ×{}", form, times) : form);
    const std::string key = safe_text(note.key);
    sheet.paragraph(fmt::format("{} ({}): {}", key, note.mentions, fmt::join(forms, ", ")), kIndent,
                    3 * kIndent);
    for (const auto& [form, name, reason] : note.links)
      sheet.dim_paragraph(fmt::format("{} → {}: {}", form, name, reason), 2 * kIndent, 3 * kIndent);
  }
}

void print_repairs(const Article& article, Sheet& sheet) {
  if (article.repairs.empty()) return;
  sheet.blank();
  sheet.heading(tr("Repairs"));
  for (const Repair& repair : article.repairs) {
    std::string line = safe_text(fmt::format("{} → {}", repair.original, fmt::join(repair.readings, ", ")));
    if (repair.readings.size() > 1) line = tr("{} (undecided: the text keeps the original)", line);
    sheet.paragraph(line, kIndent, 2 * kIndent);
  }
}

}  // namespace

void print_article(const Article& article, const Deductions& deduced, const Terminal& terminal,
                   std::ostream& out) {
  Sheet sheet(terminal, out);
  if (!article.title.empty()) {
    sheet.heading(safe_text(article.title));
    sheet.blank();
  }
  Rows rows;
  add_dates(article, rows);
  add_record(article, rows);
  sheet.rows(rows);
  print_text(article, terminal, sheet);
  for (EntityType type :
       {EntityType::kPerson, EntityType::kOrganisation, EntityType::kPlace, EntityType::kOther})
    print_entities(article, type, deduced, sheet);
  print_repairs(article, sheet);
}

}  // namespace depeche
