#include "searcher/standing/since_run.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include <fmt/format.h>

#include "common/durable.h"
#include "common/error.h"
#include "common/message.h"
#include "common/text/visible.h"
#include "searcher/user_file.h"

namespace depeche {
namespace {

constexpr size_t kMaxFileBytes = 1024;

std::optional<uint64_t> to_number(std::string_view text) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The words of a short file, which stand between blanks and line feeds.
std::string_view next_word(std::string_view& text) {
  constexpr std::string_view kBlank = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(kBlank));
  text.remove_prefix(word.size());
  return word;
}

}  // namespace

SinceRun SinceRun::read(const std::string& text) {
  SinceRun since;
  if (text == "last") return since;
  if (since.number_ = to_number(text); since.number_) return since;
  if (text.empty())
    throw Error(ExitCode::kUsage, tr("--since-run: write the number of a state, last or a file"));

  // Absolute, so that it has a directory to wait for when it is replaced.
  since.file_ = std::filesystem::absolute(text);
  std::error_code ignored;
  if (!std::filesystem::is_directory(since.file_.parent_path(), ignored))
    throw Error(ExitCode::kUsage, tr("--since-run {}: there is no directory {}: make it", visible_text(text),
                                     visible_text(since.file_.parent_path().string())));
  const std::optional<std::string> content = read_user_file("since-run", since.file_, kMaxFileBytes);
  if (!content) return since;
  std::string_view rest = *content;
  since.number_ = to_number(next_word(rest));
  since.published_ = next_word(rest);
  if (!since.number_ || !next_word(rest).empty())
    throw Error(ExitCode::kUsage,
                tr("{}: no number of a state of the index: write one into it, or remove it to begin anew",
                   visible_text(text)));
  return since;
}

uint64_t SinceRun::state(const Manifest& manifest) const {
  if (!number_) return file_.empty() ? manifest.number - 1 : manifest.number;
  const std::string remedy = file_.empty() ? "0" : visible_text(file_.string());
  if (*number_ > manifest.number)
    throw Error(
        ExitCode::kUsage,
        file_.empty()
            ? tr("--since-run {0}: the index has reached state {1} only; if it was built anew, write 0 "
                 "for all its articles or last for those of its last run",
                 *number_, manifest.number)
            : tr("{0} remembers state {1}, but the index has reached state {2} only: it was built "
                 "anew, or is another one; remove {0} to begin with what comes next",
                 remedy, *number_, manifest.number));
  const std::string published = manifest.published_at(*number_);
  if (!published_.empty() && !published.empty() && published != published_)
    throw Error(ExitCode::kUsage,
                tr("{0} remembers state {1} of {2}, but that of this index is of {3}: it was "
                   "built anew, or is another one; remove {0} to begin with what comes next",
                   remedy, *number_, visible_text(published_), published));
  return *number_;
}

void SinceRun::reached(const Manifest& manifest) const {
  if (!file_.empty()) replace_file(file_, fmt::format("{} {}\n", manifest.number, manifest.published));
}

}  // namespace depeche
