#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "common/index_layout.h"
#include "common/manifest.h"
#include "indexer/year_model.h"

namespace depeche {

/// What an article of a stated date tells of the years of others.
struct Testimony {
  std::string path;
  uint64_t record = 1;
  std::optional<Day> day;       // of publication, stated in full; nullopt: it is no witness
  std::vector<uint64_t> names;  // hash of the term of each name, once; places aside, which belong to no time
};

Testimony testimony_of(const Article& article);

/// Dated articles by place: the nearest before and after a record of the same file, else in the names of the
/// same directory. Frozen by freeze(), thread-safe then.
class Neighbours {
 public:
  void add(std::string_view path, uint64_t record, Day day);
  void freeze();
  NeighbourDays near(const Origin& origin) const;

 private:
  struct Place {
    uint32_t path;  // index into paths_; after freeze() in the order of directory, then name
    uint64_t record;
    Day day;
  };
  /// Pairs of places that follow each other, and those of them that are near in time.
  struct Agreement {
    uint64_t pairs = 0, near = 0;
    /// Laplace's rule of succession.
    double chance() const { return static_cast<double>(near + 1) / static_cast<double>(pairs + 2); }
  };
  void count_agreement();

  std::vector<std::string> paths_;
  std::vector<Place> places_;
  std::vector<Agreement> within_;                       // by path: pairs of one file
  std::unordered_map<std::string, Agreement> between_;  // by directory: pairs of neighbouring files
};

/// Evidence about missing years: the articles whose date of publication is stated in full, of the run and of
/// the index published before; never an inferred date. First add() and ask(), then freeze(); then it answers,
/// thread-safe, the same whatever the order in which it was told.
class DateEvidence {
 public:
  /// An article of the run; without a day it is passed over. One that stands in the index unchanged is only
  /// a neighbour: its names are counted there.
  void add(const Testimony& testimony, bool unchanged = false);
  /// Names of an article that is to be placed: freeze() looks them up.
  void ask(const Article& article);
  /// The live articles of an index also count: `manifest` with what the run supersedes. Reads two values of
  /// each document, and of the names asked for only as much as tells the rare from the others. With `places`
  /// its articles are neighbours too, which reads every document. Call once, behind add() and ask(). Throws
  /// Xapian::Error, Error (kIndex).
  void add_index(const IndexLayout& layout, const Manifest& manifest, bool places);
  void freeze();

  /// The rare names that dated articles share with `article`, by key. A name is rare if at most
  /// 10 of the dated articles hold it, or one in a hundred where there are more than a thousand.
  std::vector<SharedName> shared_names(const Article& article) const;
  NeighbourDays neighbours(const Origin& origin) const { return neighbours_.near(origin); }

 private:
  struct Known {
    int32_t first, last;  // days since 1970-01-01
    uint32_t articles;
    void add(const Known& other);
  };
  struct Segment;
  void add_name(uint64_t hash, const Known& known);
  void add_names(const std::vector<Segment>& segments);
  void add_places(const Segment& segment);
  uint64_t most_articles() const;

  std::unordered_map<uint64_t, Known> names_;        // of the run's articles; by hash of the term
  std::unordered_map<uint64_t, std::string> asked_;  // entity terms by hash of the term
  uint64_t articles_ = 0;
  Neighbours neighbours_;
};

}  // namespace depeche
