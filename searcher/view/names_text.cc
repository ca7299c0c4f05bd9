#include <algorithm>
#include <limits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/message.h"
#include "searcher/view/names_view.h"
#include "searcher/view/snippet.h"
#include "searcher/view/style.h"
#include "searcher/view/tables.h"

namespace depeche {
namespace {

constexpr unsigned kIndent = 2;
/// Forms of one name that a table shows.
constexpr size_t kMostForms = 8;

/// Keys give way to the names beside them: they have no more than a third of a line.
void cut_column(TableRows& rows, size_t column, const Terminal& terminal) {
  if (!terminal.interactive) return;
  for (auto& row : rows) row[column] = cut_to_width(row[column], std::max(8u, terminal.width / 3));
}

std::string heading_of(const Facet& facet) {
  const std::string name(facet.field->french);
  return facet.top.size() < facet.values ? tr("{0} ({1} of {2})", name, facet.top.size(), facet.values)
                                         : name;
}

TableRows rows_of(const Facet& facet) {
  const bool mentions = facet.field->has_mentions;
  const bool deduced =
      std::any_of(facet.top.begin(), facet.top.end(), [](const NameCount& name) { return name.deduced > 0; });
  TableRows rows{{heading_of(facet), tr("articles")}};
  if (deduced) rows.front().push_back(tr("deduced"));
  if (mentions) rows.front().push_back(tr("mentions"));
  for (const NameCount& name : facet.top) {
    rows.push_back({safe_text(name.best_form()), std::to_string(name.articles)});
    if (deduced) rows.back().push_back(std::to_string(name.deduced));
    if (mentions) rows.back().push_back(std::to_string(name.mentions));
  }
  return rows;
}

std::string_view field_of_entity(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return field_spec(FieldId::kPerson).french;
    case EntityType::kOrganisation:
      return field_spec(FieldId::kOrganisation).french;
    case EntityType::kPlace:
      return field_spec(FieldId::kPlace).french;
    case EntityType::kOther:
      break;
  }
  return field_spec(FieldId::kOther).french;
}

/// « Hua Chunying ×3, Hua ×4 »
std::string forms_text(const NameCount& name) {
  std::vector<std::string> forms;
  for (const FormCount& form : name.forms) {
    if (forms.size() == kMostForms) {
      forms.emplace_back("…");
      break;
    }
    forms.push_back(form.mentions > 1 ? fmt::format("{} ×{}", safe_text(form.text), form.mentions)
                                      : safe_text(form.text));
  }
  return fmt::format("{}", fmt::join(forms, ", "));
}

TableRows rows_of(const std::vector<EntityCount>& entities) {
  const bool deduced = std::any_of(entities.begin(), entities.end(),
                                   [](const EntityCount& entity) { return entity.name.deduced > 0; });
  TableRows rows{{tr("key"), tr("field"), tr("articles")}};
  if (deduced) rows.front().push_back(tr("deduced"));
  for (const std::string& heading : {tr("mentions"), tr("forms")}) rows.front().push_back(heading);
  for (const auto& [type, name] : entities) {
    rows.push_back({safe_text(name.key), std::string(field_of_entity(type)), std::to_string(name.articles)});
    if (deduced) rows.back().push_back(std::to_string(name.deduced));
    rows.back().push_back(std::to_string(name.mentions));
    rows.back().push_back(forms_text(name));
  }
  return rows;
}

std::string entities_closing(const EntityAnswer& answer) {
  const std::string count = answer.partial ? tr_n("At least {} entity", "At least {} entities", answer.found)
                                           : tr_n("{} entity", "{} entities", answer.found);
  const uint64_t shown = answer.entities.size(), last = answer.offset + shown;
  if (shown == 0) return tr("{}, none shown", count);
  if (shown == answer.found) return count;
  if (last == answer.found) return tr("{0}, {1} to {2} shown", count, answer.offset + 1, last);
  return tr("{0}, {1} to {2} shown; next: --offset {2}", count, answer.offset + 1, last);
}

std::string reason_of(const LinkChain::Step& step) {
  if (step.deduced) return reason_text(*step.deduced);
  return step.rule.empty() ? "" : safe_text(gettext(step.rule.c_str()));
}

void print_paragraph(const std::string& text, unsigned indent, unsigned hanging, const Terminal& terminal,
                     std::ostream& out) {
  const unsigned width = terminal.interactive ? terminal.width : std::numeric_limits<unsigned>::max();
  const auto lines =
      wrap_lines(text, width - std::min(width - 1, hanging), width - std::min(width - 1, indent));
  for (size_t i = 0; i < lines.size(); ++i)
    out << std::string(i == 0 ? indent : hanging, ' ') << lines[i] << '\n';
}

}  // namespace

void print_facets(const FacetAnswer& answer, const Terminal& terminal, std::ostream& out) {
  if (answer.articles == 0 && !answer.partial) return;
  for (const Facet& facet : answer.facets) {
    TableRows rows = rows_of(facet);
    for (size_t column = 1; column < rows.front().size(); ++column) align_right(rows, column);
    print_table(std::move(rows), 0, terminal, out);
    out << '\n';
  }
  out << (answer.partial ? tr_n("At least {} article", "At least {} articles", answer.articles)
                         : tr_n("{} article", "{} articles", answer.articles))
      << '\n';
  print_partial(answer.partial, terminal, out);
}

void print_entities(const EntityAnswer& answer, const Terminal& terminal, std::ostream& out) {
  if (answer.found == 0 && !answer.partial) return;
  if (!answer.entities.empty()) {
    TableRows rows = rows_of(answer.entities);
    const size_t forms = rows.front().size() - 1;
    cut_column(rows, 0, terminal);
    for (size_t column = 2; column < forms; ++column) align_right(rows, column);
    print_table(std::move(rows), forms, terminal, out);
    out << '\n';
  }
  out << entities_closing(answer) << '\n';
  print_partial(answer.partial, terminal, out);
}

void print_links(const Article& article, const Deductions& deduced, const Terminal& terminal,
                 std::ostream& out) {
  const Style style(terminal);
  constexpr unsigned kLongestLine = 140;
  for (const LinkChain& chain : link_chains(article, deduced)) {
    std::string text = safe_text(chain.words);
    for (const LinkChain::Step& step : chain.steps) {
      text += fmt::format(" → {}: ", safe_text(step.words));
      text += reason_of(step);
    }
    print_paragraph(text, 0, 2 * kIndent, terminal, out);
    const unsigned room = std::min(terminal.width, kLongestLine) - kIndent;
    const Snippet place =
        cut_snippet(safe_snippet(chain.span.field == TextField::kText
                                     ? make_snippet(article, {chain.span}, room)
                                     : whole_field(article, chain.span.field, {chain.span})),
                    room);
    out << std::string(kIndent, ' ') << highlight(place, style.hits()) << '\n';
  }
}

}  // namespace depeche
