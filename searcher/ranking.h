#pragma once

#include <xapian.h>

namespace depeche {

/// BM25 as Xapian::BM25Weight has it by default (k1 1, k2 0, k3 1, b 0.5, least normal length 0.5; Robertson
/// and Zaragoza, The Probabilistic Relevance Framework, 2009, with the floor that Xapian puts under a
/// frequent term's weight), each term's part rounded to a multiple of 2^-32. Sums of such parts are exact, so
/// that a score does not depend on the order in which Xapian adds them up, which differs from segment to
/// segment.
class Bm25 : public Xapian::Weight {
 public:
  Bm25();

  Bm25* clone() const override;
  void init(double factor) override;
  std::string name() const override { return "depeche::Bm25"; }
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  double part(double wdf, double length) const;

  double term_weight_ = 0;
  double per_average_length_ = 0;
};

}  // namespace depeche
