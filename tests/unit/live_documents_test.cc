#include <random>
#include <set>

#include "common/published_index.h"
#include "tests/unit/test_index.h"

namespace depeche {
namespace {

/// What a search must find, kept in a plain list.
struct Expected {
  std::string data;
  std::set<std::string> words;
  bool live = true;
};

/// An index of `segments` segments with random words, of which some documents of some segments are superseded
/// and some were removed while the segment was built.
class LiveDocumentsTest : public testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    std::vector<SegmentEntry> entries;
    for (int s = 0; s < GetParam(); ++s) entries.push_back(random_segment(std::to_string(s), s % 3 != 1));
    publish(layout_, make_manifest(1, entries));
    index_ = open_published(layout_);
    live_ = Xapian::Query((new LiveDocuments(LiveDocuments::superseded_of(index_.manifest)))->release());
  }

  SegmentEntry random_segment(const std::string& id, bool with_superseded) {
    SegmentBuilder builder(layout_, id);
    const int size = 50 + static_cast<int>(random_() % 150);
    std::vector<std::pair<Xapian::docid, Expected>> documents;
    for (int i = 0; i < size; ++i) {
      std::set<std::string> words = {"tous"};
      for (int w = 0; w < 8; ++w)
        if (random_() % (w + 1) == 0) words.insert("w" + std::to_string(w));
      const std::string name = fmt::format("{}-{}", id, i);
      const Xapian::docid docid = builder.add(make_document(name, {words.begin(), words.end()}));
      documents.push_back({docid, {name, words}});
      if (random_() % 20 == 0) {
        builder.remove(docid);
        documents.pop_back();
      }
    }
    SegmentEntry entry = builder.finish();
    add_segment(layout_, builder.built(), id);
    for (auto& [docid, document] : documents) {
      if (with_superseded && random_() % 3 == 0) {
        entry.superseded.insert(docid);
        document.live = false;
      }
      expected_.push_back(document);
    }
    return entry;
  }

  std::set<std::string> found(const Xapian::Query& query) const {
    Xapian::Enquire enquire(index_.database);
    enquire.set_query(query);
    std::set<std::string> data;
    const Xapian::MSet matches = enquire.get_mset(0, index_.database.get_doccount());
    for (auto match = matches.begin(); match != matches.end(); ++match)
      EXPECT_TRUE(data.insert(match.get_document().get_data()).second);
    return data;
  }

  template <typename Matches>
  std::set<std::string> live_where(const Matches& matches) const {
    std::set<std::string> data;
    for (const Expected& document : expected_)
      if (document.live && matches(document.words)) data.insert(document.data);
    return data;
  }

  Xapian::Query filtered(const Xapian::Query& query) const {
    return Xapian::Query(Xapian::Query::OP_FILTER, query, live_);
  }

  std::mt19937 random_{20190213};
  const TemporaryDirectory directory_;
  const IndexLayout layout_{directory_.path()};
  std::vector<Expected> expected_;
  PublishedIndex index_;
  Xapian::Query live_;
};

using Words = std::set<std::string>;

TEST_P(LiveDocumentsTest, FiltersEveryDocument) {
  const auto all = live_where([](const Words&) { return true; });
  EXPECT_LT(all.size(), expected_.size());
  EXPECT_EQ(all.size(), index_.manifest.live_documents());
  EXPECT_EQ(found(filtered(Xapian::Query(std::string()))), all);
  EXPECT_EQ(found(filtered(Xapian::Query("tous"))), all);
}

TEST_P(LiveDocumentsTest, FiltersWordsAndTheirCombinations) {
  for (int a = 0; a < 8; ++a)
    for (int b = 0; b < 8; ++b) {
      const std::string one = "w" + std::to_string(a), two = "w" + std::to_string(b);
      const Xapian::Query left(one), right(two);
      EXPECT_EQ(found(filtered(Xapian::Query(Xapian::Query::OP_AND, left, right))),
                live_where([&](const Words& words) { return words.contains(one) && words.contains(two); }));
      EXPECT_EQ(found(filtered(Xapian::Query(Xapian::Query::OP_OR, left, right))),
                live_where([&](const Words& words) { return words.contains(one) || words.contains(two); }));
      EXPECT_EQ(found(filtered(Xapian::Query(Xapian::Query::OP_AND_NOT, left, right))),
                live_where([&](const Words& words) { return words.contains(one) && !words.contains(two); }));
      EXPECT_EQ(found(filtered(Xapian::Query(Xapian::Query::OP_AND_MAYBE, left, right))),
                live_where([&](const Words& words) { return words.contains(one); }));
      // The filter deeper in the tree, and as the side that is skipped forward and checked.
      EXPECT_EQ(found(Xapian::Query(Xapian::Query::OP_OR, filtered(left), filtered(right))),
                live_where([&](const Words& words) { return words.contains(one) || words.contains(two); }));
      EXPECT_EQ(found(Xapian::Query(Xapian::Query::OP_AND_NOT, filtered(left), filtered(right))),
                live_where([&](const Words& words) { return words.contains(one) && !words.contains(two); }));
    }
}

TEST_P(LiveDocumentsTest, APageIsTheTopOfTheWhole) {
  Xapian::Enquire enquire(index_.database);
  enquire.set_query(filtered(Xapian::Query("w3")));
  const Xapian::MSet whole = enquire.get_mset(0, index_.database.get_doccount());
  const Xapian::MSet page = enquire.get_mset(0, 5);
  ASSERT_EQ(page.size(), 5U);
  for (Xapian::doccount i = 0; i < page.size(); ++i) EXPECT_EQ(*page[i], *whole[i]);
  const auto expected = live_where([](const Words& words) { return words.contains("w3"); });
  EXPECT_EQ(whole.size(), expected.size());
  EXPECT_LE(page.get_matches_lower_bound(), expected.size());
  EXPECT_GE(page.get_matches_upper_bound(), expected.size());
}

// The matcher may move a source by next(), skip_to() and check() in any mixture.
TEST_P(LiveDocumentsTest, MovesAsThePostingListOfTheSet) {
  for (size_t s = 0; s < index_.manifest.segments.size(); ++s) {
    const SegmentEntry& entry = index_.manifest.segments[s];
    const Xapian::Database segment(layout_.segment(entry.id).string());
    std::set<Xapian::docid> live;
    for (Xapian::docid docid = 1; docid <= entry.last_docid; ++docid)
      if (!entry.superseded.contains(docid)) live.insert(docid);
    const LiveDocuments original(LiveDocuments::superseded_of(index_.manifest));
    for (int round = 0; round < 50; ++round) {
      const std::unique_ptr<LiveDocuments> source(original.clone());
      source->init(segment);
      EXPECT_EQ(source->get_termfreq_min(), entry.documents - entry.superseded.size());
      EXPECT_EQ(source->get_termfreq_max(), source->get_termfreq_est());
      Xapian::docid at = 0;
      while (true) {
        const Xapian::docid target = at + 1 + random_() % 4;
        const unsigned step = random_() % 3;
        bool known = true;
        if (step == 0) {
          source->next(0);
        } else if (step == 1) {
          source->skip_to(target, 0);
        } else {
          known = source->check(target, 0);
        }
        const auto expected = live.lower_bound(step == 0 ? at + 1 : target);
        if (!known) {
          EXPECT_FALSE(live.contains(target));
          at = target;
          continue;
        }
        ASSERT_EQ(source->at_end(), expected == live.end());
        if (source->at_end()) break;
        ASSERT_EQ(source->get_docid(), *expected);
        at = *expected;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Segments, LiveDocumentsTest, testing::Values(1, 2, 10));

}  // namespace
}  // namespace depeche
