#include "indexer/corpus_feed.h"

#include <string>
#include <utility>

#include "indexer/report.h"
#include "indexer/stop.h"

namespace depeche {
namespace {

/// What an item without any field weighs in memory, about.
constexpr size_t kItemBytes = 512;

size_t bytes_of(const CorpusItem& item) {
  size_t bytes = 0;
  if (const Record* record = std::get_if<Record>(&item))
    for (const auto& [name, value] : record->fields) bytes += value.size();
  return bytes;
}

const Origin& origin_of(const CorpusItem& item) {
  return std::visit([](const auto& entry) -> const Origin& { return entry.origin; }, item);
}

bool is_whole_file(const CorpusItem& item) {
  const Rejection* rejection = std::get_if<Rejection>(&item);
  return rejection != nullptr && rejection->whole_file;
}

}  // namespace

void CorpusFeed::read(const std::function<bool(CorpusItem&&, size_t)>& push) {
  const Stopwatch watch;
  double waited = 0;
  std::string path;
  counts_ = read_([&](CorpusItem&& item) {
    if (stop_signal() != 0) return false;
    const size_t bytes = bytes_of(item);
    if (origin_of(item).path != path) {
      path = origin_of(item).path;
      ++files_;
    }
    if (!is_whole_file(item)) ++records_;
    bytes_ += bytes;
    const Stopwatch pushing;
    const bool go_on = push(std::move(item), bytes + kItemBytes);
    waited += pushing.seconds();
    return go_on;
  });
  seconds_ = watch.seconds() - waited;
}

}  // namespace depeche
