#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/published_index.h"

namespace depeche {

/// A document that answers.
struct Ranked {
  Xapian::docid id = 0;  // of PublishedIndex::database
  double score = 0;
};

/// The story of a document; nullptr where it has no copies. Superseded documents are in none.
const Story* story_of(const PublishedIndex& index, Xapian::docid docid);

/// The ids of the documents of a story but for `docid`, by their bytes.
std::vector<std::string> other_ids(const PublishedIndex& index, const Story& story, Xapian::docid docid);

/// Documents that are left out, by the one that stands for their story.
using LeftOut = std::unordered_map<Xapian::docid, std::vector<Xapian::docid>>;

/// Leaves in `ranking` of each story only the document that `before` puts first; the others keep their order.
/// Reads no more than the table of stories, and what `before` reads of documents that have copies in
/// `ranking`.
LeftOut leave_out_copies(const PublishedIndex& index, std::vector<Ranked>& ranking,
                         const std::function<bool(const Ranked&, const Ranked&)>& before);

/// Of each story the document that was published first, then by id; in the order of `docids`.
std::vector<uint32_t> first_of_stories(const PublishedIndex& index, const std::vector<uint32_t>& docids);

/// Keys by which documents are put in order of the day of publication, then id, or by id alone. Undated ones
/// come last.
std::string day_key(const Xapian::Document& document, bool newest_first);

}  // namespace depeche
