#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace depeche {

/// What a document scores beside the weights of its terms. Either it has one of `terms` (and, where `but` are
/// given, none of those, or one of `unless`); or, where `right` are given, one of `terms` stands near one of
/// these.
struct Bonus {
  double weight = 0;  // above 0, on the weight grid
  std::vector<std::string> terms, but, unless;
  std::vector<std::string> right;
  unsigned window = 0;   // positions are less than this apart
  bool ordered = false;  // `terms` before `right`
};

/// Every document, weighed by the bonuses it earns: the right side of an AND. Xapian could say it with
/// AND_MAYBE and NEAR; but 1.4.22 loses weights below an OR, or crashes, where it skips documents that cannot
/// reach the page (AND_MAYBE, MAX). Looks terms up only in documents that are scored.
class BonusSource : public Xapian::PostingSource {
 public:
  explicit BonusSource(std::vector<Bonus> bonuses);

  BonusSource* clone() const override { return new BonusSource(bonuses_); }
  void init(const Xapian::Database& segment) override;
  Xapian::doccount get_termfreq_min() const override { return documents_; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double) override { ++current_; }
  void skip_to(Xapian::docid wanted, double) override { current_ = wanted; }
  bool at_end() const override { return current_ > last_; }
  Xapian::docid get_docid() const override { return current_; }
  double get_weight() const override;
  std::string get_description() const override;

 private:
  /// Goes forward through the documents of a term.
  struct Cursor {
    Xapian::PostingIterator at, end;
    bool reach(Xapian::docid document);
  };
  struct Earned {
    std::vector<Cursor> terms, but, unless, right;
  };

  bool earns(const Bonus& bonus, Earned& cursors) const;

  std::vector<Bonus> bonuses_;
  mutable std::vector<Earned> cursors_;  // beside bonuses_
  Xapian::doccount documents_ = 0;
  Xapian::docid current_ = 0, last_ = 0;
};

}  // namespace depeche
