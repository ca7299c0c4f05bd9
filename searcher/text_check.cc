#include "searcher/text_check.h"

#include <algorithm>

#include "common/stored_article.h"

namespace depeche {
namespace {

/// So many documents take Xapian a tenth of a second or more; fewer are not worth a look at each answer.
constexpr Xapian::doccount kWatched = 500'000;
constexpr uint64_t kSeenPerLook = 1024;

}  // namespace

/// Membership of a document's terms.
TermTest terms_of(const Xapian::Document& document) {
  return [&document](const std::string& term) {
    auto it = document.termlist_begin();
    it.skip_to(term);
    return it != document.termlist_end() && *it == term;
  };
}

bool TextCheck::needed(Xapian::doccount documents) const {
  return compiled_.check_all || !compiled_.doubtful.empty() || documents >= kWatched;
}

bool TextCheck::operator()(const Xapian::Document& document) const {
  if (++seen_ % kSeenPerLook == 0 && deadline_.passed()) interrupted_ = true;
  if (interrupted_) return false;
  const TermTest has_term = terms_of(document);
  if (!compiled_.check_all && std::none_of(compiled_.doubtful.begin(), compiled_.doubtful.end(), has_term))
    return true;
  if (deadline_.passed()) {
    interrupted_ = true;
    return false;
  }
  return finder_.find(decode_article(document.get_data()), has_term).matches;
}

}  // namespace depeche
