#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "common/published_index.h"
#include "searcher/deadline.h"
#include "searcher/hits.h"
#include "searcher/match.h"
#include "searcher/plan.h"

namespace depeche {

/// Takes one article after the other, with its hits; `finder` gives its words. Rank and score are not set.
using HitVisitor = std::function<void(uint32_t docid, const Match& match, HitFinder& finder)>;

/// At most `most` of them, as far from each other as they can be; 0: all.
std::vector<uint32_t> evenly_spaced(const std::vector<uint32_t>& docids, uint64_t most);

/// How many visitors a scan of so many articles should have: a thread each, the fewer the fewer articles.
size_t scan_width(size_t articles);

/// Reads the articles `docids`, which answer the plan, and gives each to one of `visitors`: in any order,
/// each visitor in a thread of its own (a single one in the caller's). Only the caller's thread reads the
/// index. Returns whether all were read: false where the deadline came first. Throws what a visitor throws,
/// and Error (kIndex) for damaged data.
bool scan_hits(const PublishedIndex& index, const Plan& plan, const std::vector<uint32_t>& docids,
               const Deadline& deadline, const std::vector<HitVisitor>& visitors);

}  // namespace depeche
