#include "indexer/console.h"

#include <cstdio>

#include <unistd.h>

#include "common/message.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

constexpr auto kRedraw = std::chrono::milliseconds(200);
constexpr auto kLine = std::chrono::minutes(1);

}  // namespace

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
  const double megabytes = static_cast<double>(progress.bytes) / 1e6;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  draw(tr("{} files, {} records, {:.1f} MB, {:.1f} MB/s", progress.files, progress.records, megabytes,
          megabytes / seconds));
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
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
  drawn_ = count_code_points(line);
}

void Console::clear() {
  if (drawn_ == 0) return;
  std::fprintf(stderr, "\r%*s\r", static_cast<int>(drawn_), "");
  drawn_ = 0;
}

}  // namespace depeche
