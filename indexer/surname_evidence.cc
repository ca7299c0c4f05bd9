#include "indexer/surname_evidence.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/bare_names.h"
#include "common/schema.h"
#include "common/term.h"
#include "indexer/entities/vocabulary.h"

namespace depeche {
namespace {

struct Segment {
  Xapian::Database database;
  const DocidSet* superseded;
};

/// Calls visit(key) with what follows `prefix` in a term, where it is a key: a longer prefix goes on with a
/// capital, and a key that was too long for a term is none any more.
template <typename Visit>
void for_each_key(const Segment& segment, const std::string& prefix, const Visit& visit) {
  const auto end = segment.database.allterms_end(prefix);
  for (auto it = segment.database.allterms_begin(prefix); it != end; ++it) {
    const std::string key = (*it).substr(prefix.size());
    if (!key.empty() && key[0] != '#' && (key[0] < 'A' || key[0] > 'Z')) visit(key);
  }
}

/// The live documents that have a term, ascending.
std::vector<Xapian::docid> live_documents(const Segment& segment, const std::string& term) {
  std::vector<Xapian::docid> docids;
  const auto end = segment.database.postlist_end(term);
  for (auto it = segment.database.postlist_begin(term); it != end; ++it)
    if (!segment.superseded->contains(*it)) docids.push_back(*it);
  return docids;
}

bool is_live(const Segment& segment, const std::string& term) {
  const auto end = segment.database.postlist_end(term);
  for (auto it = segment.database.postlist_begin(term); it != end; ++it)
    if (!segment.superseded->contains(*it)) return true;
  return false;
}

std::string person_term(std::string_view key) { return make_term(field_spec(FieldId::kPerson).prefix, key); }

bool ends_with_word(std::string_view key, std::string_view word) {
  return key.size() > word.size() && key.ends_with(word) && key[key.size() - word.size() - 1] == ' ';
}

std::string_view first_word(std::string_view key) { return key.substr(0, key.find(' ')); }

class SurnameEvidence {
 public:
  SurnameEvidence(const IndexLayout& layout, const Manifest& manifest) {
    for (const SegmentEntry& entry : manifest.segments)
      segments_.push_back(
          {Xapian::Database(layout.segment(entry.id).string(), Xapian::DB_BACKEND_GLASS), &entry.superseded});
  }

  SurnameTable decide() {
    find_bare_names();
    find_full_names();
    std::vector<Surname> decided;
    for (const auto& [name, full_names] : names_) {
      Surname surname = most_named(name, full_names);
      if (is_decided(surname.agreeing, surname.articles) && is_surname_of(name, surname.key))
        decided.push_back(std::move(surname));
    }
    return SurnameTable(std::move(decided));
  }

 private:
  using FullNames = std::set<std::string>;

  void find_bare_names() {
    for (const Segment& segment : segments_)
      for (const std::string_view prefix : {kBarePrefix, kBareMalePrefix, kBareFemalePrefix})
        for_each_key(segment, std::string(prefix), [&](const std::string& name) {
          if (is_live(segment, std::string(prefix) + name)) names_.try_emplace(name);
        });
  }

  void find_full_names() {
    const std::string prefix(field_spec(FieldId::kPerson).prefix);
    for (const Segment& segment : segments_)
      for_each_key(segment, prefix, [&](const std::string& key) { note_full_name(segment, key); });
  }

  void note_full_name(const Segment& segment, const std::string& full) {
    const std::string_view key = full;
    std::vector<FullNames*> of;
    for (size_t space = key.find(' '); space != std::string_view::npos; space = key.find(' ', space + 1))
      for (const std::string_view part : {key.substr(0, space), key.substr(space + 1)})
        if (const auto found = names_.find(part); found != names_.end()) of.push_back(&found->second);
    if (of.empty() || !is_live(segment, person_term(key))) return;
    for (FullNames* names : of) names->insert(full);
  }

  /// Of the full names of a bare one, that of which most articles name no other.
  Surname most_named(const std::string& name, const FullNames& full_names) {
    const std::vector<std::string> keys(full_names.begin(), full_names.end());
    std::vector<uint64_t> alone(keys.size());
    Surname surname{name, "", 0, 0, kSexUnknown};
    for (const Segment& segment : segments_) {
      std::vector<std::pair<Xapian::docid, size_t>> places;
      for (size_t k = 0; k < keys.size(); ++k)
        for (const Xapian::docid docid : naming_in_full(segment, keys[k])) places.emplace_back(docid, k);
      std::ranges::sort(places);
      for (size_t begin = 0, end = 0; begin < places.size(); begin = end) {
        while (end < places.size() && places[end].first == places[begin].first) ++end;
        ++surname.articles;
        if (end == begin + 1) ++alone[places[begin].second];
      }
    }
    if (keys.empty()) return surname;
    const size_t most = static_cast<size_t>(std::ranges::max_element(alone) - alone.begin());
    surname.key = keys[most];
    surname.agreeing = alone[most];
    if (ends_with_word(surname.key, name)) surname.sex = sex_of_given_name(surname.key);
    return surname;
  }

  /// Articles where the key stands as a bare name do not name anybody in full: Vallaud-Belkacem, Ben Laden.
  std::vector<Xapian::docid> naming_in_full(const Segment& segment, const std::string& key) {
    std::vector<Xapian::docid> docids = live_documents(segment, person_term(key));
    const auto bare = names_.find(key);
    if (bare == names_.end() || has_given_name_like_particle(key, bare->second)) return docids;
    for (const Sex sex : {kSexUnknown, kMale, kFemale}) {
      std::vector<Xapian::docid> rest;
      std::ranges::set_difference(docids, live_documents(segment, bare_name_term(key, sex)),
                                  std::back_inserter(rest));
      docids = std::move(rest);
    }
    return docids;
  }

  /// Ben Affleck: what looks like a particle is a given name where nobody's full name ends so.
  static bool has_given_name_like_particle(const std::string& key, const FullNames& full_names) {
    return is_bare_name(key) && std::ranges::none_of(full_names, [&](const std::string& full) {
             return ends_with_word(full, key);
           });
  }

  uint32_t classes_of(std::string_view word) { return vocabulary_.find(word).known->classes; }

  bool is_surname_of(const std::string& name, const std::string& key) {
    constexpr std::ptrdiff_t kMostSpaces = 2;
    return ends_with_word(key, name) ||
           (first_word(key) == name && std::ranges::count(key, ' ') <= kMostSpaces &&
            (classes_of(name) & entities::kFamilyFirst) != 0);
  }

  Sex sex_of_given_name(const std::string& key) {
    switch (classes_of(first_word(key)) & entities::kGivenName) {
      case entities::kGivenMale:
        return kMale;
      case entities::kGivenFemale:
        return kFemale;
      default:
        return kSexUnknown;
    }
  }

  std::vector<Segment> segments_;
  std::map<std::string, FullNames, std::less<>> names_;  // bare name -> full names that end or begin so
  entities::Vocabulary vocabulary_;
};

}  // namespace

SurnameTable decide_surnames(const IndexLayout& layout, const Manifest& manifest) {
  return SurnameEvidence(layout, manifest).decide();
}

}  // namespace depeche
