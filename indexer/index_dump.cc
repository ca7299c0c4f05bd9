#include "indexer/index_dump.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/article_json.h"
#include "common/facet_values.h"
#include "common/hash.h"
#include "common/json.h"
#include "common/published_index.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "indexer/output_file.h"
#include "indexer/print.h"
#include "indexer/stop.h"

namespace depeche {
namespace {

constexpr size_t kBatchBytes = 1 << 20;

/// Live documents by the bytes of their id.
std::vector<std::pair<std::string, Xapian::docid>> live_documents(const PublishedIndex& index) {
  std::vector<std::pair<std::string, Xapian::docid>> live;
  live.reserve(index.manifest.live_documents());
  const Xapian::Database& database = index.database;
  for (auto id = database.valuestream_begin(kSlotId); id != database.valuestream_end(kSlotId); ++id) {
    const SegmentDocid place = segment_docid(index, id.get_docid());
    if (!index.manifest.segments[place.segment].superseded.contains(place.docid))
      live.emplace_back(*id, id.get_docid());
  }
  std::ranges::sort(live);
  return live;
}

/// [field, key, text, mentions, whether linked, sex of a bare name or null] of each value.
Json facets_json(const std::string& bytes) {
  Json facets = Json::array();
  visit_facet_values(bytes, [&facets](const FacetValue& value) {
    facets.push_back({field_spec(value.field).english, value.key, value.text, value.mentions, value.linked,
                      value.bare ? Json(*value.bare) : Json()});
  });
  return facets;
}

/// Values by the number of their slot; the version is a number, the facets an array.
Json values_json(const Xapian::Document& document) {
  Json values = Json::object();
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    Json& shown = values[std::to_string(value.get_valueno())];
    if (value.get_valueno() == kSlotVersion)
      shown = Xapian::sortable_unserialise(*value);
    else if (value.get_valueno() == kSlotFacets)
      shown = facets_json(*value);
    else if (value.get_valueno() == kSlotStory)
      shown = hash128_hex(*value);
    else
      shown = *value;
  }
  return values;
}

/// [term, frequency, positions] in the order of the terms' bytes.
Json terms_json(const Xapian::Document& document) {
  Json terms = Json::array();
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const std::string name = *term;
    if (name.starts_with(kBatchPrefix)) continue;
    Json positions = Json::array();
    for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position)
      positions.push_back(*position);
    terms.push_back(Json::array({name, term.get_wdf(), std::move(positions)}));
  }
  return terms;
}

std::string line_of(const Xapian::Document& document) {
  const std::string data = document.get_data();
  const Article article = decode_article(data);
  Json line = to_json(article);
  line["version"] = article.version;
  line["sentences"] = article.sentences;
  line["stored"] = hash128_hex(data);
  line["values"] = values_json(document);
  line["terms"] = terms_json(document);
  return to_line(line) + '\n';
}

std::string line_of(const Surname& surname) {
  return to_line({{"surname", surname.surname},
                  {"key", surname.key},
                  {"agreeing", surname.agreeing},
                  {"articles", surname.articles},
                  {"sex", name_of(surname.sex)}}) +
         '\n';
}

/// By the bytes of the ids of its articles.
std::string line_of(const Story& story, const PublishedIndex& index) {
  const auto segments = static_cast<Xapian::docid>(index.manifest.segments.size());
  std::vector<std::string> ids;
  for (const StoryMember& member : story.members)
    ids.push_back(
        index.database.get_document((member.docid - 1) * segments + member.segment + 1).get_value(kSlotId));
  std::ranges::sort(ids);
  return to_line({{"story", story.key}, {"articles", std::move(ids)}}) + '\n';
}

}  // namespace

void dump_index(const IndexLayout& layout, const std::function<bool(const std::string& line)>& write) {
  const PublishedIndex index = open_published(layout);
  for (const auto& [id, docid] : live_documents(index)) {
    throw_if_stopped();
    if (!write(line_of(index.database.get_document(docid)))) return;
  }
  for (const Surname& surname : index.surnames.table().surnames())
    if (!write(line_of(surname))) return;
  for (const Story& story : index.stories.table().stories())
    if (!write(line_of(story, index))) return;
}

ExitCode export_dump(const std::filesystem::path& index, const std::string& output) {
  const IndexLayout layout(index);
  if (output.empty()) {
    dump_index(layout, [](const std::string& line) { return print(line); });
    return ExitCode::kOk;
  }
  OutputFile file(output);
  file.truncate();
  std::string batch;
  dump_index(layout, [&](const std::string& line) {
    batch += line;
    if (batch.size() >= kBatchBytes) file.write(std::exchange(batch, ""));
    return true;
  });
  file.write(batch);
  file.sync();
  return ExitCode::kOk;
}

}  // namespace depeche
