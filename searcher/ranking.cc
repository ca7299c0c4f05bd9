#include "searcher/ranking.h"

#include <algorithm>
#include <cmath>

namespace depeche {
namespace {

constexpr double kK1 = 1, kK3 = 1, kB = 0.5, kMinNormalLength = 0.5;
constexpr double kGrid = 4294967296.0;  // 2^32

}  // namespace

Bm25::Bm25() {
  for (const stat_flags statistic :
       {COLLECTION_SIZE, TERMFREQ, WQF, WDF, WDF_MAX, DOC_LENGTH, DOC_LENGTH_MIN, AVERAGE_LENGTH})
    need_stat(statistic);
}

Bm25* Bm25::clone() const { return new Bm25; }

void Bm25::init(double factor) {
  if (factor == 0) return;  // asked for the part that no term has
  const double frequency = get_termfreq(), wqf = get_wqf();
  double odds = (get_collection_size() - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  term_weight_ = std::log(odds) * factor * (kK3 + 1) * wqf / (kK3 + wqf) * (kK1 + 1);
  per_average_length_ = get_average_length() > 0 ? 1 / get_average_length() : 0;
}

double Bm25::part(double wdf, double length) const {
  const double normal_length = std::max(length * per_average_length_, kMinNormalLength);
  return term_weight_ * (wdf / (kK1 * (normal_length * kB + (1 - kB)) + wdf));
}

double Bm25::get_sumpart(Xapian::termcount wdf, Xapian::termcount length, Xapian::termcount) const {
  return std::round(part(wdf, length) * kGrid) / kGrid;
}

double Bm25::get_maxpart() const {
  const double wdf = get_wdf_upper_bound();
  return std::ceil(part(wdf, std::max<double>(wdf, get_doclength_lower_bound())) * kGrid) / kGrid;
}

}  // namespace depeche
