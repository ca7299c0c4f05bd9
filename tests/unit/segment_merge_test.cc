#include "indexer/segment_merge.h"

#include <algorithm>

#include "common/durable.h"
#include "common/schema.h"
#include "indexer/merge_policy.h"
#include "tests/unit/test_index.h"

namespace depeche {
namespace {

/// A document as an article's version would be, so far as merging looks at it.
PreparedDocument make_version(const std::string& id, int version) {
  PreparedDocument prepared = make_document(id + "@" + std::to_string(version), {"mot", "de", id});
  prepared.document.add_value(kSlotId, id);
  prepared.document.add_value(kSlotVersion, Xapian::sortable_serialise(version));
  prepared.forms = {{"stem", "form" + id}};
  return prepared;
}

/// What the documents of a segment hold, in order; superseded ones in brackets.
std::string contents(const IndexLayout& layout, const SegmentEntry& entry) {
  const Xapian::Database database(layout.segment(entry.id).string());
  std::string text;
  for (auto docid = database.postlist_begin(""); docid != database.postlist_end(""); ++docid) {
    const std::string data = database.get_document(*docid).get_data();
    text += (text.empty() ? "" : " ") + (entry.superseded.contains(*docid) ? "(" + data + ")" : data);
  }
  return text;
}

class SegmentMergeTest : public testing::Test {
 protected:
  /// A segment of such versions; of those in `superseded` the documents count as superseded, those in
  /// `removed` leave holes.
  SegmentEntry segment(const std::string& name, const std::vector<std::pair<std::string, int>>& versions,
                       const std::vector<uint32_t>& superseded) {
    std::vector<PreparedDocument> documents;
    for (const auto& [id, version] : versions) documents.push_back(make_version(id, version));
    SegmentEntry entry = make_segment(layout_, name, std::move(documents));
    for (const uint32_t docid : superseded) entry.superseded.insert(docid);
    return entry;
  }

  SegmentEntry merged(const std::vector<SegmentEntry>& sources, KeepVersions keep,
                      const std::vector<SegmentEntry>& now, uint64_t* dropped = nullptr) {
    SegmentMerge merge(layout_, "m", sources, keep);
    EXPECT_GT(merge.bytes_needed(), 0u);
    merge.write();
    SegmentEntry entry = merge.finish(now);
    if (dropped) *dropped = merge.dropped();
    remove_tree(layout_.segment("m"));
    add_segment(layout_, merge.built(), "m");
    return entry;
  }

  const TemporaryDirectory directory_;
  const IndexLayout layout_{directory_.path()};
};

TEST_F(SegmentMergeTest, KeepsWhatIsLiveAndDropsWhatItIsTold) {
  const std::vector<SegmentEntry> sources = {
      segment("1", {{"a", 1}, {"b", 1}, {"c", 1}}, {1, 3}),
      segment("2", {{"a", 2}, {"d", 1}}, {1}),
      segment("3", {{"c", 2}, {"a", 3}, {"e", 1}}, {2, 3}),  // e was removed
      segment("4", {{"a", 4}}, {}),
  };
  const struct {
    KeepVersions keep;
    const char* contents;
    uint64_t dropped;
  } kCases[] = {
      {std::nullopt, "(a@1) b@1 (c@1) (a@2) d@1 c@2 (a@3) (e@1) a@4", 0},
      {1000, "(a@1) b@1 (c@1) (a@2) d@1 c@2 (a@3) (e@1) a@4", 0},
      {2, "b@1 (c@1) (a@2) d@1 c@2 (a@3) (e@1) a@4", 1},
      {1, "b@1 (c@1) d@1 c@2 (a@3) (e@1) a@4", 2},
      {0, "b@1 d@1 c@2 a@4", 5},
  };
  for (const auto& c : kCases) {
    uint64_t dropped = 0;
    const SegmentEntry entry = merged(sources, c.keep, sources, &dropped);
    EXPECT_EQ(contents(layout_, entry), c.contents);
    EXPECT_EQ(dropped, c.dropped);
    const Xapian::Database database(layout_.segment("m").string());
    EXPECT_EQ(entry.documents, database.get_doccount());
    EXPECT_EQ(entry.last_docid, database.get_lastdocid());
    EXPECT_EQ(entry.uuid, database.get_uuid());
    EXPECT_EQ(std::distance(database.synonyms_begin("Zstem"), database.synonyms_end("Zstem")), 5);
    EXPECT_EQ(std::distance(database.positionlist_begin(entry.last_docid, "a"),
                            database.positionlist_end(entry.last_docid, "a")),
              1);
  }
}

TEST_F(SegmentMergeTest, TakesInWhatWasSupersededMeanwhile) {
  const std::vector<SegmentEntry> sources = {segment("1", {{"a", 1}, {"b", 1}}, {}),
                                             segment("2", {{"c", 1}, {"d", 1}}, {1})};
  std::vector<SegmentEntry> now = sources;
  now[0].superseded.insert(2);
  now[1].superseded.insert(2);
  EXPECT_EQ(contents(layout_, merged(sources, std::nullopt, now)), "a@1 (b@1) (c@1) (d@1)");
  EXPECT_EQ(contents(layout_, merged(sources, 0, now)), "a@1 (b@1) (d@1)");
}

// Xapian moves the documents of a source down where the first docids are not used.
TEST_F(SegmentMergeTest, HolesMakeNoDifference) {
  std::vector<SegmentEntry> sources;
  for (const std::string name : {"1", "2", "3"}) {
    SegmentBuilder builder(layout_, name);
    for (int i = 1; i <= 6; ++i) builder.add(make_version(name + std::to_string(i), 1));
    for (const uint32_t number : {1u, 2u, 4u, 6u}) builder.remove(number);
    sources.push_back(builder.finish());
    add_segment(layout_, builder.built(), name);
    const Xapian::Database database(layout_.segment(name).string());
    sources.back().superseded.insert(*database.postlist_begin(""));
  }
  EXPECT_EQ(contents(layout_, merged(sources, std::nullopt, sources)), "(13@1) 15@1 (23@1) 25@1 (33@1) 35@1");
}

TEST_F(SegmentMergeTest, TheManifestNamesTheMergedOneInTheirPlace) {
  const SegmentEntry a = segment("1", {{"a", 1}}, {}), b = segment("2", {{"b", 1}}, {}),
                     c = segment("3", {{"c", 1}}, {});
  SegmentMerge merge(layout_, "m", {a, c}, std::nullopt);
  merge.write();
  SegmentEntry entry = merge.finish({a, c});
  Manifest manifest = make_manifest(3, {a, b, c});
  replace_merged(manifest, merge, std::move(entry));
  ASSERT_EQ(manifest.segments.size(), 2u);
  EXPECT_EQ(manifest.segments[0].id, "m");
  EXPECT_EQ(manifest.segments[1].id, "2");
  EXPECT_EQ(manifest.live_documents(), 3u);
}

TEST(MergePolicy, TheSmallestGoTogether) {
  using Indices = std::vector<size_t>;
  const struct {
    const char* what;
    std::vector<uint64_t> sizes;
    Indices merged;
  } kCases[] = {
      {"few", {1, 1, 1, 1, 1, 1, 1, 1, 1}, {}},
      {"alike", {5, 5, 5, 5, 5, 5, 5, 5, 5, 5}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}},
      {"a large one stays", {900, 1, 1, 1, 1, 1, 1, 1, 1, 1}, {1, 2, 3, 4, 5, 6, 7, 8, 9}},
      {"doubling", {512, 256, 128, 64, 32, 16, 8, 4, 2, 1}, {8, 9}},
      {"and those that they outgrow", {900, 256, 128, 64, 32, 16, 8, 4, 3, 2}, {1, 2, 3, 4, 5, 6, 7, 8, 9}},
      {"too many", {2048, 1024, 512, 256, 128, 64, 32, 16, 8, 4, 2, 1}, {8, 9, 10, 11}},
  };
  for (const auto& c : kCases) EXPECT_EQ(segments_to_merge(c.sizes), c.merged) << c.what;
}

// What is added every night stays few, and each document is written again a few times only.
TEST(MergePolicy, YearsOfNights) {
  std::vector<uint64_t> sizes;
  uint64_t written = 0;
  constexpr uint64_t kNights = 3000;
  for (uint64_t night = 0; night < kNights; ++night) {
    const std::vector<size_t> merged = segments_to_merge(sizes);
    uint64_t bytes = 0;
    for (auto i = merged.rbegin(); i != merged.rend(); ++i) {
      bytes += sizes[*i];
      sizes.erase(sizes.begin() + static_cast<std::ptrdiff_t>(*i));
    }
    if (bytes > 0) sizes.push_back(bytes);
    written += bytes;
    sizes.push_back(10 + night % 7);
    ASSERT_LE(sizes.size(), kMaxSegments);
  }
  EXPECT_LT(written, 13 * kNights * 12);  // about log2(3000) times
}

}  // namespace
}  // namespace depeche
