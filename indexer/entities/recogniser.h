#pragma once

#include <memory>
#include <vector>

#include "common/article.h"
#include "common/text/analyzer.h"

namespace depeche {

namespace entities {
class NameModel;
}

/// Finds who and where an article names. The seam for every recogniser: an Article in, mentions out, each
/// with its offsets, type and canonical key. Not thread-safe: one per thread.
class EntityRecogniser {
 public:
  /// Without a model the rules alone decide.
  explicit EntityRecogniser(std::shared_ptr<const entities::NameModel> model = nullptr);
  ~EntityRecogniser();

  /// Mentions in title and text, by field, then offset; never overlapping; offsets on code-point boundaries.
  /// Reads title and text only.
  std::vector<Mention> recognise(const Article& article);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace depeche
