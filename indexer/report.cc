#include "indexer/report.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/article_json.h"
#include "common/json.h"
#include "common/manifest.h"
#include "common/message.h"
#include "common/text/utf8.h"
#include "common/text/visible.h"
#include "indexer/check_report.h"
#include "indexer/size_text.h"

namespace depeche {
namespace {

double milliseconds_exact(double seconds) { return std::round(seconds * 1000) / 1000; }

Json counts_to_json(const std::map<std::string, uint64_t>& counts) {
  Json json = Json::object();
  for (const auto& [name, count] : counts) json[name] = count;
  return json;
}

Json retried_json(const std::vector<RetriedReject>& rejects) {
  Json json = Json::array();
  for (const RetriedReject& reject : rejects)
    json.push_back({{"path", reject.path},
                    {"record", reject.record ? Json(*reject.record) : Json(nullptr)},
                    {"offset", reject.record ? Json(reject.offset) : Json(nullptr)},
                    {"code", reject.code},
                    {"outcome", reject.outcome},
                    {"new_code", or_null(reject.new_code)}});
  return json;
}

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string aligned(const Rows& rows) {
  size_t widest = 0;
  for (const auto& [label, text] : rows) widest = std::max(widest, count_code_points(label));
  std::string out;
  for (const auto& [label, text] : rows)
    out += label + std::string(widest + 2 - count_code_points(label), ' ') + text + '\n';
  return out;
}

std::string index_row(const RunReport& report) {
  const std::string index = visible_text(report.index);
  if (report.manifest == 0) return tr("{}: none yet", index);
  const std::string articles = tr_n("{} article", "{} articles", report.documents);
  const std::string segments = tr_n("{} segment", "{} segments", report.segments);
  if (!report.published)
    return tr("{0}: {1} in {2}, nothing new since manifest {3}", index, articles, segments, report.manifest);
  std::string row =
      tr("{0}: {1} in {2}, published as manifest {3}", index, articles, segments, report.manifest);
  if (report.merged > 0) row += tr_n("; {} segment merged", "; {} segments merged", report.merged);
  if (report.dropped > 0)
    row += tr_n("; {} superseded version dropped", "; {} superseded versions dropped", report.dropped);
  return row;
}

std::string dates_row(const DateCounts& dates) {
  std::string row = tr("{} stated, {} inferred, {} without year, {} missing", dates.stated, dates.inferred,
                       dates.without_year, dates.missing);
  if (dates.future > 0) row += tr_n("; {} in the future", "; {} in the future", dates.future);
  if (dates.redated > 0) row += tr_n("; {} dated anew", "; {} dated anew", dates.redated);
  return row;
}

std::string check_row(const RunReport& report) {
  return report.check ? verdict_text(*report.check) : tr("left out (--no-check)");
}

std::string gone_row(const GoneCounts& gone) {
  const std::string files = tr_n("{} file", "{} files", gone.files);
  if (gone.articles == 0) return files;
  if (gone.pruned > 0) return files + tr_n("; {} article removed", "; {} articles removed", gone.pruned);
  return files + tr_n("; {} article kept (--prune removes it)", "; {} articles kept (--prune removes them)",
                      gone.articles);
}

}  // namespace

void DateCounts::count(const Article& article, Day now) {
  const ArticleDate* published = find_date(article, DateKind::kPublished);
  if (published == nullptr) {
    ++missing;
    return;
  }
  ++(published->value.year == 0 ? without_year : published->inferred ? inferred : stated);
  const std::optional<Day> first = published->value.first_day();
  if (first && std::chrono::sys_days(*first) > std::chrono::sys_days(now) + std::chrono::days(1)) ++future;
}

void RepairCounts::count(const Article& article) {
  for (const Repair& repair : article.repairs) ++(repair.readings.size() == 1 ? repaired : undecided);
}

void RunReport::describe(const std::string& directory, const Manifest& in_force) {
  index = directory;
  manifest = in_force.number;
  segments = in_force.segments.size();
  documents = in_force.live_documents();
}

uint64_t RunReport::rejected_for(RejectionCode code) const {
  const auto found = rejections.find(std::string(rejection_spec(code).code));
  return found == rejections.end() ? 0 : found->second;
}

bool RunReport::balanced() const {
  return records.balanced() && files.seen == files.read + files.unchanged + files.skipped + files.failed;
}

std::string to_json(const RunReport& report) {
  Json json;
  json["schema"] = kJsonSchema;
  json["program"] = "depeche-indexer " + BuildVersions::of_this_program().program;
  json["started"] = report.started;
  json["finished"] = report.finished;
  json["options"] = report.options;
  json["files"] = {{"seen", report.files.seen},           {"read", report.files.read},
                   {"unchanged", report.files.unchanged}, {"skipped", report.files.skipped},
                   {"failed", report.files.failed},       {"bytes", report.files.bytes}};
  json["records"] = {{"seen", report.records.seen},
                     {"indexed", report.records.indexed},
                     {"updated", report.records.updated},
                     {"unchanged", report.records.unchanged},
                     {"duplicates", report.records.duplicates},
                     {"rejected", report.records.rejected},
                     {"contested_ids", report.records.contested_ids}};
  json["gone"] = {
      {"files", report.gone.files}, {"articles", report.gone.articles}, {"pruned", report.gone.pruned}};
  if (!report.retried.empty()) json["retried"] = retried_json(report.retried);
  json["rejections"] = counts_to_json(report.rejections);
  json["dates"] = {{"stated", report.dates.stated},   {"inferred", report.dates.inferred},
                   {"missing", report.dates.missing}, {"without_year", report.dates.without_year},
                   {"future", report.dates.future},   {"redated", report.dates.redated}};
  json["repairs"] = {{"repaired", report.repairs.repaired}, {"undecided", report.repairs.undecided}};
  json["entities"] = {{"mentions", report.mentions},
                      {"model", report.entity_model.empty() ? Json(nullptr) : Json(report.entity_model)}};
  json["encodings"] = counts_to_json(report.encodings);
  json["long_words"] = report.long_words;
  json["index"] = {{"directory", report.index},
                   {"published", report.published},
                   {"manifest", report.manifest == 0 ? Json(nullptr) : Json(report.manifest)},
                   {"segments", report.segments},
                   {"documents", report.documents},
                   {"merged", report.merged},
                   {"dropped", report.dropped}};
  json["check"] = report.check ? to_json(*report.check) : Json(nullptr);
  json["timings"] = {{"read", milliseconds_exact(report.timings.read)},
                     {"analyse", milliseconds_exact(report.timings.analyse)},
                     {"write", milliseconds_exact(report.timings.write)},
                     {"publish", milliseconds_exact(report.timings.publish)},
                     {"total", milliseconds_exact(report.timings.total)}};
  json["exit_code"] = report.exit_code;
  return to_document(json) + '\n';
}

std::string to_summary(const RunReport& report) {
  const FileCounts& files = report.files;
  const RecordCounts& records = report.records;
  const double bytes = static_cast<double>(files.bytes), seconds = report.timings.total;
  Rows rows{{tr("Files"), tr("{} read, {} unchanged, {} skipped, {} failed, {}", files.read, files.unchanged,
                             files.skipped, files.failed, size_text(bytes))},
            {tr("Records"),
             tr("{} seen: {} indexed, {} updated, {} unchanged, {} duplicates, {} rejected", records.seen,
                records.indexed, records.updated, records.unchanged, records.duplicates, records.rejected)}};
  if (const uint64_t left_out = report.rejected_for(RejectionCode::kLanguage); left_out > 0)
    rows.emplace_back(tr("Languages"), tr_n("{} record in another language is left out",
                                            "{} records in other languages are left out", left_out));
  if (report.gone.articles + report.gone.files > 0) rows.emplace_back(tr("Gone"), gone_row(report.gone));
  if (files.read > 0 || report.dates.redated > 0) rows.emplace_back(tr("Dates"), dates_row(report.dates));
  if (report.repairs.repaired + report.repairs.undecided > 0)
    rows.emplace_back(tr("Damage"), tr("{} words repaired, {} undecided", report.repairs.repaired,
                                       report.repairs.undecided));
  if (records.indexed + records.updated > 0)
    rows.emplace_back(tr("Entities"), tr_n("{} mention", "{} mentions", report.mentions));
  rows.emplace_back(tr("Index"), index_row(report));
  if (report.manifest > 0) rows.emplace_back(tr("Check"), check_row(report));
  rows.emplace_back(tr("Time"), tr("{:.1f} s, {}/s", seconds, size_text(seconds > 0 ? bytes / seconds : 0)));
  return aligned(rows);
}

}  // namespace depeche
