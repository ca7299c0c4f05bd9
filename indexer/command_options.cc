#include "indexer/command_options.h"

#include <algorithm>
#include <array>

#include "common/message.h"
#include "indexer/option_table.h"

namespace depeche {
namespace {

using Action = RunOptions::Action;

constexpr std::array kCommands{
    Command{Action::kDates, "dates"},
    Command{Action::kStatus, "status"},
    Command{Action::kCheck, "check"},
    Command{Action::kExportDump, "export-dump"},
};

/// An option that a command takes.
struct OwnOption {
  Action command;
  std::string_view name;
};

constexpr OwnOption kOwnOptions[] = {
    {Action::kDates, "reference"}, {Action::kDates, "prefer"},      {Action::kDates, "format"},
    {Action::kStatus, "format"},   {Action::kStatus, "index"},      {Action::kCheck, "format"},
    {Action::kCheck, "index"},     {Action::kExportDump, "output"}, {Action::kExportDump, "index"},
};

bool takes(const Command& command, std::string_view name) {
  return std::ranges::any_of(
      kOwnOptions, [&](const OwnOption& own) { return own.command == command.action && own.name == name; });
}

/// "--dates, --status" of an option that only commands take; "" of one that a run takes.
std::string commands_of(std::string_view name) {
  std::string names;
  if (name == "index") return names;
  for (const Command& command : kCommands)
    if (takes(command, name)) names.append(names.empty() ? "--" : ", --").append(command.name);
  return names;
}

bool is_command(std::string_view name) { return std::ranges::count(kCommands, name, &Command::name) > 0; }

}  // namespace

Error usage_error(const std::string& what) {
  return Error(ExitCode::kUsage, tr("{} (see depeche-indexer --help)", what));
}

const Command* find_command(const HasOption& has, bool has_paths) {
  const Command* given = nullptr;
  for (const Command& command : kCommands) {
    if (!has(command.name)) continue;
    if (given)
      throw usage_error(tr("--{0} and --{1} exclude each other: leave one out", given->name, command.name));
    given = &command;
  }
  for (const OptionSpec& option : kOptions) {
    const std::string_view name = option.name;
    if (!has(name) || is_command(name) || name == "now") continue;
    const std::string owners = commands_of(name);
    if (given && !takes(*given, name))
      throw usage_error(
          tr("--{0} indexes nothing, so --{1} means nothing: leave one out", given->name, name));
    if (!given && !owners.empty())
      throw usage_error(tr("--{0} belongs to {1}: give one of them too, or leave it out", name, owners));
  }
  if (given && has_paths)
    throw usage_error(given->action == Action::kDates
                          ? tr("--dates takes one text and no PATH: put the text in quotes")
                          : tr("--{} reads an index and no PATH: leave the paths out", given->name));
  return given;
}

}  // namespace depeche
