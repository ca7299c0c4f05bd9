#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "common/published_index.h"
#include "indexer/story_evidence.h"
#include "indexer/surname_evidence.h"
#include "tests/unit/test_index.h"

namespace depeche {

/// A name in the text of a test article.
struct NamedPlace {
  EntityType type;
  std::string words;
  std::string key;
  bool linked = false;  // to the first mention of that key
  std::string title{};  // before the words: Mme
};

/// An article whose text is the words of its mentions, a sentence each.
inline Article article_naming(const std::string& id, const std::vector<NamedPlace>& places) {
  Article article;
  article.id = id;
  for (const NamedPlace& place : places) {
    Mention mention;
    mention.type = place.type;
    mention.key = place.key;
    if (!place.title.empty()) article.text += place.title + " ";
    mention.span.begin = static_cast<uint32_t>(article.text.size());
    article.text += place.words;
    mention.span.end = static_cast<uint32_t>(article.text.size());
    article.text += " parle. ";
    if (place.linked) {
      const auto first = std::find_if(article.mentions.begin(), article.mentions.end(),
                                      [&](const Mention& named) { return named.key == place.key; });
      mention.link = MentionLink{place.key, "only full name ending so in this article", first->span.begin};
    }
    article.mentions.push_back(mention);
  }
  return article;
}

inline ArticleDate published_on(const PartialDate& value) {
  ArticleDate date;
  date.value = value;
  return date;
}

/// Articles dealt out to so many segments and published; those whose id is in `superseded` do not live.
inline PublishedIndex publish_articles(const std::filesystem::path& directory,
                                       const std::vector<Article>& articles, size_t segments,
                                       const std::vector<std::string>& superseded = {}) {
  const IndexLayout layout(directory);
  Analyzer analyzer;
  std::vector<SegmentEntry> entries;
  for (size_t s = 0; s < segments; ++s) {
    std::vector<PreparedDocument> documents;
    DocidSet dead;
    for (size_t i = s; i < articles.size(); i += segments) {
      documents.push_back(to_document(articles[i], analyzer, 1));
      if (std::count(superseded.begin(), superseded.end(), articles[i].id) > 0)
        dead.insert(static_cast<uint32_t>(documents.size()));
    }
    entries.push_back(make_segment(layout, "1-" + std::to_string(s), std::move(documents)));
    entries.back().superseded = dead;
  }
  Manifest manifest = make_manifest(1, entries);
  manifest.surnames = add_surnames(layout, 1, decide_surnames(layout, manifest));
  manifest.stories = add_stories(layout, 1, decide_stories(layout, manifest));
  publish(layout, manifest);
  return open_published(layout);
}

}  // namespace depeche
