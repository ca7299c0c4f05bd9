#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/record.h"

namespace depeche {

/// What the values of a record mean: from the source's field names to ours. Thread-safe once built.
class FieldMap {
 public:
  enum Field { kId, kDate, kUpdated, kTitle, kText, kSource, kAuthor, kSection, kLanguage, kUrl, kCount };

  /// The defaults: id, date (published, published_at, pubdate ...), title (headline, titre), text (body,
  /// content, texte), source, author (authors, byline, auteur, speaker), section (category, rubrique),
  /// language (lang), url (link). Names compare without case.
  FieldMap();

  /// Applies "title=headline,date=versioncreated": our name = the source's name, which then alone counts.
  /// Throws Error (kUsage) naming the wrong part and listing our names.
  void apply(std::string_view mapping);

  /// The first non-empty value of our `field` in `record`; "" if none. kText joins nothing: one value.
  std::string_view value(const Record& record, Field field) const;
  /// All non-empty values of the first name of `field` that has any: the members of a list.
  std::vector<std::string_view> values(const Record& record, Field field) const;

  /// Whether the source's `name` is one of those that mean `field`.
  bool means(std::string_view name, Field field) const;
  /// Whether `name` is a title or a text, without one of which there is no article.
  bool means_content(std::string_view name) const { return means(name, kTitle) || means(name, kText); }

  /// "id", "date", ... as written in --map.
  static std::string_view name(Field field);

 private:
  std::array<std::vector<std::string>, kCount> names_;
};

}  // namespace depeche
