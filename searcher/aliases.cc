#include "searcher/aliases.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "common/error.h"
#include "common/file.h"
#include "common/message.h"
#include "common/text/analyzer.h"
#include "common/text/utf8.h"
#include "common/text/visible.h"
#include "searcher/alias_data.h"
#include "searcher/names.h"

namespace depeche {
namespace {

constexpr size_t kMaxFileBytes = 16 * 1024 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A mistake in a file of aliases: "FILE, line 3: …".
Error mistake(const std::string& source, size_t line, const std::string& what) {
  return Error(ExitCode::kUsage, tr("{0}, line {1}: {2}", visible_text(source), line, what));
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \r") - begin + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

Aliases Aliases::parse(std::string_view text, const std::string& source) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Aliases aliases;
  Analyzer analyzer;
  std::unordered_map<std::string, size_t> lines;  // key -> line that claims it
  size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (find_invalid_utf8(line) != std::string_view::npos)
      throw mistake(source, number,
                    tr("this is not UTF-8: convert the file, for example with iconv -t UTF-8"));
    if (trimmed(line).empty() || trimmed(line).front() == '#') continue;
    AliasGroup group;
    const std::vector<std::string_view> columns = split(line, '\t');
    if (columns.size() < 2)
      throw mistake(source, number, tr("a group has two names or more: separate them by tabs"));
    for (const std::string_view column : columns) {
      const std::string name(trimmed(column));
      const std::string key = entity_key(analyzer, name);
      if (key.empty())
        throw mistake(source, number,
                      tr("« {} » is no name: write one, or take a tab away", visible_text(name)));
      const auto [claim, is_new] = lines.emplace(key, number);
      if (!is_new && claim->second != number)
        throw mistake(
            source, number,
            tr("« {0} » is in line {1} already: join the two lines", visible_text(name), claim->second));
      if (is_new) group.keys.push_back(key);
      group.names.push_back(name);
    }
    aliases.add(std::move(group));
  }
  return aliases;
}

Aliases Aliases::read(const std::filesystem::path& file) {
  std::optional<std::string> text;
  std::string reason = tr("no such file");
  try {
    if (const auto state = file_state(file); state && state->size > kMaxFileBytes)
      reason = tr("longer than {} bytes", kMaxFileBytes);
    else
      text = read_file(file, kMaxFileBytes);
  } catch (const Error& error) {
    reason = error.what();
  }
  if (!text)
    throw Error(ExitCode::kUsage, tr("--aliases {0}: {1}: name a readable text file of tab-separated names",
                                     visible_text(file.string()), reason));
  return parse(*text, file.string());
}

const Aliases& Aliases::shipped() {
  static const Aliases aliases = parse(kAliasData, "data/aliases.tsv");
  return aliases;
}

Aliases Aliases::over(const Aliases& weaker) const {
  Aliases result = *this;
  for (const AliasGroup& group : weaker.groups_) {
    AliasGroup rest;
    Analyzer analyzer;
    for (const std::string& name : group.names) {
      const std::string key = entity_key(analyzer, name);
      if (find(key)) continue;
      rest.names.push_back(name);
      if (std::ranges::count(rest.keys, key) == 0) rest.keys.push_back(key);
    }
    if (rest.keys.size() > 1) result.add(std::move(rest));
  }
  return result;
}

const AliasGroup* Aliases::find(std::string_view key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : &groups_[found->second];
}

void Aliases::add(AliasGroup group) {
  for (const std::string& key : group.keys) by_key_.emplace(key, groups_.size());
  groups_.push_back(std::move(group));
}

}  // namespace depeche
