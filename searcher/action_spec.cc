#include "searcher/action_spec.h"

#include <algorithm>
#include <string>

#include "searcher/export/export_form.h"

namespace depeche {
namespace {

using Action = SearcherOptions::Action;
using Takes = ActionSpec::Takes;

constexpr ActionSpec kActions[] = {
    {Action::kSearch, "", Takes::kQuery, true, true},
    {Action::kExport, "", Takes::kQuery, true, true},
    {Action::kHelp, "help", Takes::kNoQuery, true, true},
    {Action::kVersion, "version", Takes::kNoQuery, true, true},
    {Action::kCount, "count", Takes::kQuery, true, true},
    {Action::kExplain, "explain", Takes::kQuery, true, true},
    {Action::kAnalyze, "analyze", Takes::kNoQuery, true, true},
    {Action::kShow, "show", Takes::kNoQuery, true, false},
    {Action::kWhy, "why", Takes::kNoQuery, false, false},
    {Action::kVersions, "versions", Takes::kNoQuery, false, false},
    {Action::kDiff, "diff", Takes::kNoQuery, false, false},
    {Action::kReplay, "replay", Takes::kNoQuery, false, false},
    {Action::kFacets, "facets", Takes::kQueryOrAll, false, true},
    {Action::kEntities, "entities", Takes::kNoQuery, false, true},
    {Action::kKwic, "kwic", Takes::kQuery, false, true},
    {Action::kTimeline, "timeline", Takes::kQueryOrAll, false, true},
    {Action::kCooccur, "cooccur", Takes::kQuery, false, true},
    {Action::kKeyness, "keyness", Takes::kQuery, false, true},
    {Action::kNetwork, "network", Takes::kQueryOrAll, false, true},
    {Action::kStanding, "standing", Takes::kFilters, false, false},
    {Action::kVariants, "variants", Takes::kNoQuery, false, true},
    {Action::kLike, "like", Takes::kQueryOrAll, true, true},
    {Action::kExpand, "expand", Takes::kQuery, false, true},
};

}  // namespace

const ActionSpec& spec_of(Action action) { return *std::ranges::find(kActions, action, &ActionSpec::action); }

Action read_action(const RawOptions& raw) {
  Action action = Action::kSearch;
  std::string_view first;
  for (const ActionSpec& spec : kActions) {
    if (spec.option.empty() || !raw.has(spec.option)) continue;
    if (!first.empty()) throw misuse(tr("--{} and --{} exclude each other", first, spec.option));
    first = spec.option;
    action = spec.action;
  }
  const Takes takes = spec_of(action).takes;
  const bool asks = !raw.words.empty() || std::ranges::any_of(raw.given, [](const Filter& filter) {
    return filter.option->group == SearcherOption::Group::kFilter;
  });
  if ((takes == Takes::kNoQuery && asks) || (takes == Takes::kFilters && !raw.words.empty()))
    throw misuse(tr("--{} takes one value in quotes and no query", first));
  if (takes == Takes::kQuery && !asks) throw misuse(tr("nothing to search for: write a query or a filter"));
  const std::string* format = raw.value("format");
  if (!format || !find_export_form(*format)) return action;
  if (action != Action::kSearch)
    throw misuse(tr("--format {0} exports the articles found: leave --{1} out", *format, first));
  return Action::kExport;
}

}  // namespace depeche
