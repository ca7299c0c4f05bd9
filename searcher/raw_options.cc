#include "searcher/raw_options.h"

#include <algorithm>

#include <boost/program_options.hpp>

#include "common/nearest.h"
#include "searcher/option_table.h"

namespace po = boost::program_options;

namespace depeche {
namespace {

/// By name or alias; nullptr if there is none.
const SearcherOption* find_option(std::string_view name) {
  for (const SearcherOption& option : searcher_options())
    if (option.name == name || std::ranges::count(option.aliases, name) > 0) return &option;
  return nullptr;
}

std::string bare_name(std::string name) {
  name.erase(0, std::min(name.find_first_not_of('-'), name.size()));
  return visible_text(name.substr(0, name.find('=')));
}

Error to_usage_error(const po::error_with_option_name& error) {
  const std::string name = bare_name(error.get_option_name());
  if (dynamic_cast<const po::unknown_option*>(&error)) {
    std::vector<std::string> names;
    for (const SearcherOption& option : searcher_options()) {
      names.push_back(option.name);
      names.insert(names.end(), option.aliases.begin(), option.aliases.end());
    }
    const std::string nearest = nearest_name(name, names);
    return misuse(nearest.empty() ? tr("there is no option --{}", name)
                                  : tr("there is no option --{}: did you mean --{}?", name, nearest));
  }
  if (const auto* syntax = dynamic_cast<const po::invalid_syntax*>(&error))
    return misuse(syntax->kind() == po::invalid_syntax::extra_parameter ? tr("--{} takes no value", name)
                                                                        : tr("--{} needs a value", name));
  return misuse(visible_text(error.what()));
}

/// Only long options: -word is a mistake of the query text, and told as such.
po::parsed_options split_arguments(const std::vector<std::string>& arguments) {
  po::options_description declared;
  for (const SearcherOption& option : searcher_options()) {
    std::vector<std::string> names = option.aliases;
    names.push_back(option.name);
    for (const std::string& name : names)
      if (option.value.empty())
        declared.add_options()(name.c_str(), "");
      else
        declared.add_options()(name.c_str(), po::value<std::string>(), "");
  }
  try {
    using namespace po::command_line_style;
    constexpr int kStyle = allow_long | long_allow_adjacent | long_allow_next;
    return po::command_line_parser(arguments).options(declared).style(kStyle).run();
  } catch (const po::error_with_option_name& error) {
    throw to_usage_error(error);
  } catch (const po::error& error) {
    throw misuse(visible_text(error.what()));
  }
}

}  // namespace

Error misuse(const std::string& what) {
  return Error(ExitCode::kUsage, tr("{} (see depeche-searcher --help)", what));
}

RawOptions read_arguments(std::vector<std::string> arguments) {
  if (arguments == std::vector<std::string>{"-h"}) arguments = {"--help"};
  RawOptions raw;
  for (const po::option& parsed : split_arguments(arguments).options) {
    std::string value = parsed.value.empty() ? "" : parsed.value.front();
    if (parsed.position_key >= 0) {
      raw.words.push_back(std::move(value));
      continue;
    }
    const SearcherOption* option = find_option(parsed.string_key);
    if (option->several == SearcherOption::Several::kRefused && !option->value.empty() &&
        raw.has(option->name))
      throw misuse(tr("--{} is given more than once", option->name));
    raw.given.push_back({option, std::move(value)});
  }
  return raw;
}

}  // namespace depeche
