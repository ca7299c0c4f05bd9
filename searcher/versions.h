#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/published_index.h"

namespace depeche {

/// How a version of an article stands. A removed article has no live version: its last one is removed.
enum class VersionState : uint8_t { kLive, kSuperseded, kRemoved };

/// A version that the index holds.
struct ArticleVersion {
  std::string id;       // of the article
  uint32_t number = 1;  // as the indexer counts: 1, 2, 3 ...
  VersionState state = VersionState::kLive;
  uint64_t batch = 0;       // number of the published state that brought it
  std::string indexed;      // when that was published: "2019-03-01T03:12:09Z"; "" if not known
  Xapian::docid docid = 0;  // in PublishedIndex::database
};

/// What the index holds of one article.
struct ArticleVersions {
  std::string id;
  std::vector<ArticleVersion> versions;  // by number; the index may have dropped old ones

  bool empty() const { return versions.empty(); }
  /// nullptr if the index does not hold it.
  const ArticleVersion* find(uint32_t number) const;
  const ArticleVersion* live() const;
  /// The one before `version`, which is one of them; nullptr if that is the oldest held.
  const ArticleVersion* before(const ArticleVersion& version) const;
};

/// What the index holds of the article of this id; empty if it holds nothing.
ArticleVersions find_versions(const PublishedIndex& index, const std::string& id);

/// The N of a term XI<N>, which names the published state that brought a document.
std::optional<uint64_t> batch_number(std::string_view term);

/// An article as a user names it: ID, ID@N (a version) or ID@M..N (two). What is itself an id of the index is
/// that article, whatever it ends with. Zeros before a number change nothing, so that version 2 of ID is
/// reached as ID@02 where ID@2 is another article's id.
struct ArticleReference {
  ArticleVersions article;              // empty if the index holds nothing of that name
  std::optional<uint32_t> first, last;  // of ID@N only the first
};
ArticleReference find_reference(const PublishedIndex& index, const std::string& text);

/// The article of a version. Throws Error (kIndex) where its data is damaged, or that of another article.
Article read_version(const PublishedIndex& index, const ArticleVersion& version);

/// An article with where it stands among its versions, for --show.
struct ShownVersion {
  Article article;
  ArticleVersion version;
  std::optional<uint32_t> live;          // number of the live version
  std::string story = {};                // key of its story; "" where it has no copies, or does not live
  std::vector<std::string> copies = {};  // ids of the other articles of the story, by their bytes
};

/// A row of --versions.
struct ListedVersion {
  ArticleVersion version;
  std::string title;
  std::string first_words;  // of the text, safe to show; where there is no title
  std::optional<ArticleDate> published, updated;
};
struct VersionList {
  std::string id;
  std::vector<ListedVersion> versions;  // by number
};
/// Reads every version; throws as read_version().
VersionList list_versions(const PublishedIndex& index, const ArticleVersions& article);

/// "live", "superseded", "removed": as in JSON, and what po/ translates.
const char* name_of(VersionState state);

/// The numbers of the versions, for messages: « 1, 4..6 ».
std::string numbers_held(const ArticleVersions& article);

}  // namespace depeche
