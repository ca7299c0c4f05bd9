#include "searcher/ranking.h"

#include <algorithm>
#include <cmath>

namespace depeche {
namespace {

constexpr double kK1 = 0.8, kK3 = 1, kB = 0.6;
constexpr double kGrid = 4294967296.0;  // 2^32

}  // namespace

double inverse_document_frequency(double documents, double frequency) {
  return std::log1p((documents - frequency + 0.5) / (frequency + 0.5));
}

double on_weight_grid(double weight) { return std::round(weight * kGrid) / kGrid; }

Bm25::Bm25() {
  for (const stat_flags statistic :
       {COLLECTION_SIZE, TERMFREQ, WQF, WDF, WDF_MAX, DOC_LENGTH, DOC_LENGTH_MIN, AVERAGE_LENGTH})
    need_stat(statistic);
}

Bm25* Bm25::clone() const { return new Bm25; }

void Bm25::init(double factor) {
  if (factor == 0) return;  // asked for the part that no term has
  const double wqf = get_wqf();
  const double idf = inverse_document_frequency(get_collection_size(), get_termfreq());
  term_weight_ = idf * factor * (kK3 + 1) * wqf / (kK3 + wqf) * (kK1 + 1);
  per_average_length_ = get_average_length() > 0 ? 1 / get_average_length() : 0;
}

double Bm25::part(double wdf, double length) const {
  const double normal_length = length * per_average_length_;
  return term_weight_ * (wdf / (kK1 * (normal_length * kB + (1 - kB)) + wdf));
}

double Bm25::get_sumpart(Xapian::termcount wdf, Xapian::termcount length, Xapian::termcount) const {
  return on_weight_grid(part(wdf, length));
}

double Bm25::get_maxpart() const {
  const double wdf = get_wdf_upper_bound();
  return std::ceil(part(wdf, std::max<double>(wdf, get_doclength_lower_bound())) * kGrid) / kGrid;
}

}  // namespace depeche
