#include "searcher/entity_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>

#include "common/error.h"
#include "common/facet_values.h"
#include "common/message.h"
#include "common/slot_reader.h"
#include "common/stored_article.h"
#include "common/term.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "common/text/visible.h"
#include "searcher/deadline.h"
#include "searcher/deduction.h"
#include "searcher/names.h"

namespace depeche {
namespace {

constexpr std::array kTypes{EntityType::kPerson, EntityType::kOrganisation, EntityType::kPlace,
                            EntityType::kOther};

bool separates(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && c != '*' && c != '?';
}

/// Folded, with one space for every run of what is neither letter, figure nor wildcard: "L'Haÿ-les-*" ->
/// "l hay les *".
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : fold(text)) {
    if (!separates(c))
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  return result;
}

/// The usual two-pointer match of * and ?; linear but for the last star, which is tried again.
bool matches_glob(std::string_view glob, std::string_view text) {
  size_t g = 0, t = 0, star = std::string_view::npos, retry = 0;
  while (t < text.size()) {
    size_t next = t;
    next_code_point(text, next);
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      retry = t;
    } else if (g < glob.size() && glob[g] == '?') {
      ++g;
      t = next;
    } else if (g < glob.size() && glob[g] == text[t]) {
      ++g;
      ++t;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      next_code_point(text, retry);
      t = retry;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

/// An entity found by its term.
struct Found {
  EntityType type;
  std::string key, term;
  uint64_t articles = 0;              // that have the term, and those of `deduced`
  std::set<Xapian::docid> deduced{};  // articles of bare names that stand for the key
};

class Lister {
 public:
  Lister(const PublishedIndex& index, const KeyPattern& pattern, const SearchOptions& options)
      : index_(index), pattern_(pattern), options_(options), deadline_(options.time_limit) {}

  EntityAnswer list() {
    for (const EntityType type : kTypes) find(type);
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      return std::tuple(~a.articles, std::string_view(a.key)) <
             std::tuple(~b.articles, std::string_view(b.key));
    });
    answer_.found = found_.size();
    answer_.offset = std::min<uint64_t>(options_.offset, found_.size());
    const uint64_t end = answer_.offset + std::min<uint64_t>(options_.limit, found_.size() - answer_.offset);
    for (uint64_t i = answer_.offset; i < end; ++i) count(found_[i]);
    return std::move(answer_);
  }

 private:
  template <typename Visit>
  void for_each_live(const std::string& term, Visit visit) {
    for (auto it = index_.database.postlist_begin(term); it != index_.database.postlist_end(term); ++it) {
      if (deadline_.passed()) {
        answer_.partial = true;
        return;
      }
      const SegmentDocid place = segment_docid(index_, *it);
      if (!index_.manifest.segments[place.segment].superseded.contains(place.docid)) visit(*it);
    }
  }

  Article article(Xapian::docid docid) {
    return decode_article(index_.database.get_document(docid).get_data());
  }

  void find(EntityType type) {
    const std::string prefix(field_spec(field_of(type)).prefix);
    for (auto it = index_.database.allterms_begin(prefix); it != index_.database.allterms_end(prefix); ++it) {
      if (answer_.partial) return;
      Found found{type, (*it).substr(prefix.size()), *it, 0};
      // Other prefixes begin with this one; values never begin with a capital.
      if (found.key.empty() || (found.key[0] >= 'A' && found.key[0] <= 'Z')) continue;
      const bool hashed = found.key[0] == '#';
      if (!hashed && !pattern_.matches(found.key)) continue;
      for_each_live(found.term, [&](Xapian::docid docid) {
        if (hashed && found.articles == 0) found.key = long_key(docid, prefix, found.term);
        ++found.articles;
      });
      if (type == EntityType::kPerson && !hashed) deduce(found);
      if (found.articles > 0 && (!hashed || pattern_.matches(found.key))) found_.push_back(std::move(found));
    }
  }

  /// An article where a bare name stands for somebody counts for him, and no more for the name.
  void deduce(Found& found) {
    const SurnameTable& table = index_.surnames.table();
    if (const Surname* surname = table.find(found.key))
      for (const std::string& term : bare_name_terms(*surname))
        for_each_live(term, [&](Xapian::docid) { --found.articles; });
    for (const Surname* surname : table.of(found.key))
      for (const std::string& term : bare_name_terms(*surname))
        for_each_live(term, [&](Xapian::docid docid) { found.deduced.insert(docid); });
    found.articles += found.deduced.size();
  }

  /// The key that is too long for a term: a mention has it.
  std::string long_key(Xapian::docid docid, const std::string& prefix, const std::string& term) {
    for (const Mention& mention : article(docid).mentions)
      if (make_term(prefix, mention.key) == term) return mention.key;
    return term.substr(prefix.size());
  }

  void count(const Found& found, const std::string& values, NameTally& tally) {
    tally.start_article();
    visit_facet_values(values, [&](const FacetValue& value) {
      if (value.field != field_of(found.type)) return;
      const NamedEntity entity = named_entity(value, index_.surnames);
      if (entity.key == found.key) tally.add(entity.key, value.text, entity.use, value.mentions);
    });
  }

  void count(const Found& found) {
    NameTally tally;
    SlotReader named(index_.database, kSlotFacets), deduced(index_.database, kSlotFacets);
    for_each_live(found.term, [&](Xapian::docid docid) { count(found, named.at(docid), tally); });
    for (const Xapian::docid docid : found.deduced)
      if (!answer_.partial) count(found, deduced.at(docid), tally);
    NameCount name = tally.count_of(found.key);
    name.articles = found.articles;
    name.deduced = found.deduced.size();
    answer_.entities.push_back({found.type, std::move(name)});
  }

  const PublishedIndex& index_;
  const KeyPattern& pattern_;
  const SearchOptions& options_;
  Deadline deadline_;
  std::vector<Found> found_;
  EntityAnswer answer_;
};

}  // namespace

KeyPattern::KeyPattern(std::string_view pattern) {
  std::string glob;
  for (const char c : plain(pattern))
    if (c != '*' || !glob.ends_with('*')) glob += c;
  if (glob.find_first_not_of("? ") == std::string::npos)
    throw Error(ExitCode::kUsage,
                tr("--entities {}: write a part of a name, or * for all of them", visible_text(pattern)));
  while (glob.ends_with(' ')) glob.pop_back();
  const bool whole = glob.find_first_of("*?") != std::string::npos;
  glob_ = whole ? glob : "*" + glob + "*";
}

bool KeyPattern::matches(std::string_view key) const {
  std::string text = plain(key);
  while (text.ends_with(' ')) text.pop_back();
  return matches_glob(glob_, text);
}

EntityAnswer list_entities(const PublishedIndex& index, const KeyPattern& pattern,
                           const SearchOptions& options) {
  return Lister(index, pattern, options).list();
}

}  // namespace depeche
