#include "indexer/index_status.h"

#include <functional>
#include <string_view>
#include <utility>

#include "common/article_json.h"
#include "common/json.h"
#include "common/message.h"
#include "common/published_index.h"
#include "common/schema.h"
#include "common/table.h"
#include "common/text/visible.h"
#include "indexer/file_entry.h"
#include "indexer/print.h"
#include "indexer/size_text.h"

namespace depeche {
namespace {

bool is_live(const PublishedIndex& index, Xapian::docid docid) {
  const SegmentDocid place = segment_docid(index, docid);
  return !index.manifest.segments[place.segment].superseded.contains(place.docid);
}

/// "20190213" as "2019-02-13".
std::string with_hyphens(const std::string& day) {
  if (day.size() != 8) return day;
  return day.substr(0, 4) + '-' + day.substr(4, 2) + '-' + day.substr(6);
}

/// The value of a slot in live documents that stands before all others in the order.
template <typename Before>
std::string foremost_day(const PublishedIndex& index, Slot slot, Before before) {
  std::string foremost;
  for (auto it = index.database.valuestream_begin(slot); it != index.database.valuestream_end(slot); ++it)
    if ((foremost.empty() || before(*it, foremost)) && is_live(index, it.get_docid())) foremost = *it;
  return with_hyphens(foremost);
}

uint64_t live_with(const PublishedIndex& index, std::string_view term_view) {
  const std::string term(term_view);
  uint64_t live = 0;
  for (auto it = index.database.postlist_begin(term); it != index.database.postlist_end(term); ++it)
    live += is_live(index, *it);
  return live;
}

std::string dates_text(const IndexStatus& status) {
  if (status.first_day.empty())
    return tr("none known; {0} uncertain, {1} without any", status.uncertain, status.undated);
  return tr("{0} to {1}; {2} uncertain, {3} without any", status.first_day, status.last_day, status.uncertain,
            status.undated);
}

std::string last_run_text(const std::optional<LastRun>& run) {
  if (!run) return tr("unknown");
  const std::string started = run->started.empty() ? tr("unknown") : run->started;
  if (run->at_work) return tr("at work since {0} (process {1})", started, run->process);
  if (run->ended.empty()) return tr("{}, no end known: killed, or the machine stopped", started);
  return tr("{0} to {1}, exit code {2}", started, run->ended, run->exit_code.value_or(0));
}

Json last_run_json(const std::optional<LastRun>& run) {
  if (!run) return nullptr;
  return {{"process", run->process},
          {"started", or_null(run->started)},
          {"ended", or_null(run->ended)},
          {"exit_code", run->exit_code ? Json(*run->exit_code) : Json(nullptr)},
          {"at_work", run->at_work}};
}

}  // namespace

IndexStatus status_of(const IndexLayout& layout) {
  const PublishedIndex index = open_published(layout);
  IndexStatus status;
  status.index = layout.root().string();
  status.manifest = index.manifest.number;
  status.published = index.manifest.published;
  status.versions = index.manifest.versions;
  for (const SegmentEntry& entry : index.manifest.segments) {
    IndexStatus::Segment segment{entry.id, entry.documents - entry.superseded.size(), entry.superseded.size(),
                                 0};
    segment.bytes = bytes_of(entry);
    status.live += segment.live;
    status.superseded += segment.superseded;
    status.bytes += segment.bytes;
    status.segments.push_back(std::move(segment));
  }
  status.first_day = foremost_day(index, kSlotFirstDay, std::less<>());
  status.last_day = foremost_day(index, kSlotLastDay, std::greater<>());
  status.uncertain = live_with(index, kUncertainTerm);
  status.undated = live_with(index, kUndatedTerm);
  status.surnames = index.surnames.table().surnames().size();
  status.last_run = last_run(layout);
  return status;
}

std::string status_text(const IndexStatus& status) {
  const BuildVersions& versions = status.versions;
  TableRows rows{
      {tr("Index"), visible_text(status.index)},
      {tr("State"), tr("manifest {0}, published {1}", status.manifest, visible_text(status.published))},
      {tr("Articles"), tr("{0} live, {1} superseded", status.live, status.superseded)},
      {tr("Dates"), dates_text(status)},
      {tr("Surnames"), tr_n("{} stands for one person", "{} stand for one person", status.surnames)},
      {tr("Last run"), last_run_text(status.last_run)},
      {tr("Program"), tr("depeche-indexer {0}, schema {1}", visible_text(versions.program), versions.schema)},
      {tr("Analyzer"), visible_text(versions.analyzer)},
      {tr("Stemmer"), visible_text(versions.stemmer)},
      {tr("Libraries"),
       fmt::format("Xapian {}, ICU {}", visible_text(versions.xapian), visible_text(versions.icu))},
      {tr("Size"), tr_n("{0} segment, {1}", "{0} segments, {1}", status.segments.size(),
                        size_text(static_cast<double>(status.bytes)))}};
  std::string text = table_text(std::move(rows));
  if (status.segments.empty()) return text;
  TableRows table{{tr("segment"), tr("live articles"), tr("superseded articles"), tr("size")}};
  for (const IndexStatus::Segment& segment : status.segments)
    table.push_back({visible_text(segment.id), std::to_string(segment.live),
                     std::to_string(segment.superseded), size_text(static_cast<double>(segment.bytes))});
  return text + '\n' + table_text(std::move(table));
}

std::string status_json(const IndexStatus& status) {
  Json json = {{"schema", kJsonSchema},
               {"index", status.index},
               {"manifest", status.manifest},
               {"published", status.published},
               {"live", status.live},
               {"superseded", status.superseded},
               {"bytes", status.bytes},
               {"first_day", or_null(status.first_day)},
               {"last_day", or_null(status.last_day)},
               {"uncertain", status.uncertain},
               {"undated", status.undated},
               {"surnames", status.surnames},
               {"segments", Json::array()},
               {"versions",
                {{"schema", status.versions.schema},
                 {"program", status.versions.program},
                 {"analyzer", status.versions.analyzer},
                 {"stemmer", status.versions.stemmer},
                 {"xapian", status.versions.xapian},
                 {"icu", status.versions.icu}}},
               {"last_run", last_run_json(status.last_run)}};
  for (const IndexStatus::Segment& segment : status.segments)
    json["segments"].push_back({{"id", segment.id},
                                {"live", segment.live},
                                {"superseded", segment.superseded},
                                {"bytes", segment.bytes}});
  return to_document(json) + '\n';
}

ExitCode print_status(const std::filesystem::path& index, bool json) {
  const IndexStatus status = status_of(IndexLayout(index));
  print(json ? status_json(status) : status_text(status));
  return ExitCode::kOk;
}

}  // namespace depeche
