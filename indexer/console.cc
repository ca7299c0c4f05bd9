#include "indexer/console.h"

#include <cmath>
#include <cstdio>

#include <unistd.h>

#include "common/message.h"
#include "common/terminal.h"

namespace depeche {
namespace {

constexpr auto kRedraw = std::chrono::milliseconds(200);
constexpr auto kLine = std::chrono::minutes(1);

/// "1:02:03", "2:03".
std::string clock_text(double seconds) {
  const auto whole = static_cast<uint64_t>(std::ceil(seconds));
  const uint64_t hours = whole / 3600, minutes = whole / 60 % 60;
  return hours > 0 ? fmt::format("{}:{:02}:{:02}", hours, minutes, whole % 60)
                   : fmt::format("{}:{:02}", minutes, whole % 60);
}

}  // namespace

std::string to_text(const Progress& progress, double seconds) {
  const double megabytes = static_cast<double>(progress.bytes) / 1e6;
  const double rate = seconds > 0 ? megabytes / seconds : 0;
  if (progress.all_files == 0)
    return tr("{} files, {} records, {:.1f} MB, {:.1f} MB/s", progress.files, progress.records, megabytes,
              rate);
  const std::string text = tr("{0} of {1} files, {2} records, {3:.1f} MB/s", progress.files,
                              progress.all_files, progress.records, rate);
  if (rate <= 0 || progress.all_bytes < progress.bytes) return text;
  const double left = static_cast<double>(progress.all_bytes - progress.bytes) / 1e6 / rate;
  return tr("{0}, {1} left", text, clock_text(left));
}

Console::Console(bool quiet, bool progress)
    : quiet_(quiet),
      progress_(progress),
      terminal_(isatty(STDERR_FILENO) == 1),
      next_(started_ + (terminal_ ? Clock::duration(kRedraw) : Clock::duration(kLine))) {}

void Console::warn(const std::string& line) {
  if (quiet_) return;
  clear();
  std::fprintf(stderr, "depeche-indexer: %s\n", line.c_str());
}

void Console::show(const Progress& progress) {
  if (!progress_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + (terminal_ ? Clock::duration(kRedraw) : Clock::duration(kLine));
  draw(to_text(progress, std::chrono::duration<double>(now - started_).count()));
}

void Console::announce(const std::string& step) {
  if (progress_ && terminal_) draw(step + " ...");
}

void Console::draw(const std::string& line) {
  if (!terminal_) {
    std::fprintf(stderr, "depeche-indexer: %s\n", line.c_str());
    return;
  }
  clear();
  const std::string cut =
      cut_to_width(line, Terminal::of(STDERR_FILENO).width - 1);  // a wrapped line would stay
  std::fputs(cut.c_str(), stderr);
  std::fflush(stderr);
  drawn_ = display_width(cut);
}

void Console::clear() {
  if (drawn_ == 0) return;
  std::fprintf(stderr, "\r%*s\r", static_cast<int>(drawn_), "");
  drawn_ = 0;
}

}  // namespace depeche
