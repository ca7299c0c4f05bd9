#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/text_hash.h"

namespace depeche {

/// A way in which a name is written, and how often it is.
struct FormCount {
  std::string text;
  uint64_t mentions = 0;
};

/// A name counted over articles.
struct NameCount {
  std::string key;  // as it is searched
  uint64_t articles = 0;
  uint64_t mentions = 0;
  uint64_t deduced = 0;          // of the articles, those where only deduced mentions stand for the name
  std::vector<FormCount> forms;  // the best one first: whole names, then the most frequent

  const std::string& best_form() const { return forms.empty() ? key : forms.front().text; }
};

/// How a mention is one of a name.
enum class NameUse : uint8_t {
  kWhole,    // it is the name
  kShort,    // it stands for the name, as the article itself shows
  kDeduced,  // it stands for the name, as only the rest of the index shows
};

/// Counts names, article by article. The result depends neither on the order of the articles nor on that of
/// the names.
class NameTally {
 public:
  /// What is added from now on is of another article.
  void start_article() { ++article_; }
  /// `form` is how the name is written there, so many times.
  void add(std::string_view key, std::string_view form, NameUse use = NameUse::kWhole, uint64_t mentions = 1);

  size_t names() const { return entries_.size(); }
  /// The names in most articles, then with most mentions, then by key; at most `limit`.
  std::vector<NameCount> most_frequent(uint64_t limit) const;
  /// Of one key; nothing counted where it was never added.
  NameCount count_of(std::string_view key) const;

 private:
  struct Form {
    uint64_t mentions = 0, whole = 0;
  };
  struct Entry {
    uint64_t articles = 0, mentions = 0, stated = 0;  // stated: articles with a mention that is not deduced
    uint64_t last_article = 0, last_stated = 0;
    std::map<std::string, Form, std::less<>> forms;
  };
  static NameCount to_count(const std::string& key, const Entry& entry);

  TextMap<Entry> entries_;
  uint64_t article_ = 0;
};

}  // namespace depeche
