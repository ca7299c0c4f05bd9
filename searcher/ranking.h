#pragma once

#include <xapian.h>

namespace depeche {

/// log(1 + (N - n + 0.5) / (n + 0.5)) for a term of n documents among N: Robertson and Sparck Jones, with the
/// 1 that keeps a frequent term's weight above 0 (as Lucene has it).
double inverse_document_frequency(double documents, double frequency);

/// The nearest multiple of 2^-32. Sums of such parts are exact, so that a score does not depend on the order
/// in which Xapian adds them up, which differs from segment to segment.
double on_weight_grid(double weight);

/// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) with k1 0.8, k3 1, b 0.6 and
/// inverse_document_frequency(), each term's part on the weight grid. The parameters were chosen with
/// tests/bench/questions.cc.
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
