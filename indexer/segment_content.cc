#include "indexer/segment_content.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/facet_values.h"
#include "common/hash.h"
#include "common/message.h"
#include "common/schema.h"
#include "common/slot_reader.h"
#include "common/stored_article.h"
#include "common/term.h"
#include "common/text/visible.h"
#include "indexer/published_versions.h"

namespace depeche {
namespace {

/// Enough has been told of the segment.
struct Enough {};

std::string compact_or_empty(const std::optional<Day>& day) { return day ? to_compact(*day) : ""; }

class ContentCheck {
 public:
  ContentCheck(const Xapian::Database& segment, const SegmentEntry& entry, const std::string& path,
               const ContentSinks& sinks)
      : segment_(segment), entry_(entry), path_(path), sinks_(sinks) {}

  void run() {
    if (!is_the_published_one()) return;
    id_terms_ = terms_by_docid(field_spec(FieldId::kId).prefix);
    version_terms_ = terms_by_docid(kVersionPrefix);
    check_documents();
    check_superseded();
  }

 private:
  void tell(DamageCode code, const std::string& what) {
    sinks_.damage(make_damage(code, path_, what));
    if (++told_ >= kMaxContentDamages) throw Enough();
  }

  bool is_the_published_one() {
    if (segment_.get_uuid() == entry_.uuid && segment_.get_doccount() == entry_.documents &&
        segment_.get_lastdocid() == entry_.last_docid)
      return true;
    tell(DamageCode::kStructure, tr("the segment is not the one that was published"));
    return false;
  }

  /// Hash of the one term of that prefix that each document has; 0 where it has none.
  std::vector<uint64_t> terms_by_docid(std::string_view prefix) {
    std::vector<uint64_t> terms(size_t{entry_.last_docid} + 1);
    const std::string start(prefix);
    for (auto term = segment_.allterms_begin(start); term != segment_.allterms_end(start); ++term)
      for (auto docid = segment_.postlist_begin(*term); docid != segment_.postlist_end(*term); ++docid) {
        if (*docid >= terms.size() || terms[*docid] != 0) {
          tell(DamageCode::kIdentity, tr("document {} has more than one identity", *docid));
          continue;
        }
        terms[*docid] = hash64(*term);
      }
    return terms;
  }

  void check_documents() {
    SlotReader ids(segment_, kSlotId), versions(segment_, kSlotVersion), digests(segment_, kSlotDigest),
        firsts(segment_, kSlotFirstDay), lasts(segment_, kSlotLastDay), updates(segment_, kSlotUpdated),
        facets(segment_, kSlotFacets);
    for (auto it = segment_.postlist_begin(""); it != segment_.postlist_end(""); ++it) {
      const Xapian::docid docid = *it;
      ++documents_;
      if (entry_.superseded.contains(docid)) ++superseded_;
      const std::optional<Article> article = article_of(docid);
      if (!article) continue;
      const ArticleDate* published = find_date(*article, DateKind::kPublished);
      const ArticleDate* updated = find_date(*article, DateKind::kUpdated);
      const auto first = published ? published->value.first_day() : std::nullopt,
                 last = published ? published->value.last_day() : std::nullopt,
                 update = updated ? updated->value.first_day() : std::nullopt;
      const bool is_own =
          ids.at(docid) == id_term(article->id).substr(1) &&
          versions.at(docid) == Xapian::sortable_serialise(article->version) && !digests.at(docid).empty() &&
          id_terms_[docid] == hash64(id_term(article->id)) &&
          version_terms_[docid] == hash64(version_term(article->id, article->version)) &&
          firsts.at(docid) == compact_or_empty(first) && lasts.at(docid) == compact_or_empty(last) &&
          updates.at(docid) == compact_or_empty(update) && facets.at(docid) == encode_facet_values(*article);
      if (!is_own)
        tell(DamageCode::kIdentity, tr("document {0}: its terms or slots are not those of its article {1}",
                                       docid, visible_text(article->id)));
      sinks_.document(
          {id_fingerprint(article->id), docid, article->version, entry_.superseded.contains(docid)});
    }
    if (documents_ != entry_.documents)
      tell(DamageCode::kStructure,
           tr("the segment holds {0} documents instead of {1}", documents_, entry_.documents));
  }

  std::optional<Article> article_of(Xapian::docid docid) {
    try {
      return decode_article(segment_.get_document(docid).get_data());
    } catch (const Error&) {
      tell(DamageCode::kArticle, tr("the article stored in document {} is damaged", docid));
      return std::nullopt;
    }
  }

  void check_superseded() {
    if (superseded_ != entry_.superseded.size())
      tell(DamageCode::kSuperseded, tr("{0} documents are marked superseded, and {1} of them exist",
                                       entry_.superseded.size(), superseded_));
  }

  const Xapian::Database& segment_;
  const SegmentEntry& entry_;
  const std::string& path_;
  const ContentSinks& sinks_;
  std::vector<uint64_t> id_terms_, version_terms_;
  uint32_t documents_ = 0, superseded_ = 0;
  int told_ = 0;
};

}  // namespace

void check_content(const Xapian::Database& segment, const SegmentEntry& entry, const std::string& path,
                   const ContentSinks& sinks) {
  try {
    ContentCheck(segment, entry, path, sinks).run();
  } catch (const Enough&) {
  }
}

}  // namespace depeche
