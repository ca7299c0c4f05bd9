#include <algorithm>

#include "indexer/entities/rules.h"

namespace depeche::entities {
namespace {

constexpr size_t kMaxAdjectives = 4;
constexpr size_t kMaxGroups = 5;
constexpr size_t kMaxNameTokens = 7;

bool is_lower(const EntityToken& token) { return token.is_word() && token.shape == Shape::kLower; }

/// « aérienne », « automobile »: an adjective by its ending, where only an adjective or a verb may stand.
bool is_adjectival(const EntityToken& token) {
  if (!is_lower(token) || token.line_start) return false;
  if (token.is(kAdjective)) return true;
  return !token.is(kOrdinary | kSpeech | kAuxiliary) &&
         ends_with_any(token.word->folded, {"ique", "iques", "aire", "aires", "ienne", "iere", "mobile",
                                            "ais", "aise", "ois", "oise", "ial", "iale", "ional", "ionale"});
}

/// A noun as it stands in the names of institutions: « Office de protection ... ».
bool is_abstract_noun(const EntityToken& token) {
  return is_lower(token) &&
         (token.is(kDomain) ||
          ends_with_any(token.word->folded, {"tion", "tions", "sion", "ite", "ites", "ance", "ence", "isme",
                                             "ture", "merce", "ique", "logie", "nomie", "phie"}));
}

size_t adjectives_end(const TokenList& tokens, size_t i) {
  size_t end = i;
  while (end - i < kMaxAdjectives && is_adjectival(tokens[end])) ++end;
  return end;
}

/// « de », « de la », « pour les »: what joins a tail to its head; `i` if none.
size_t link_end(const TokenList& tokens, size_t i, bool relations_too) {
  const EntityToken& link = tokens[i];
  if (!is_lower(link) || link.line_start) return i;
  if (!link.is(kOf) && !(relations_too && link.is(kRelation))) return i;
  return tokens[i + 1].is(kArticle) && is_lower(tokens[i + 1]) ? i + 2 : i + 1;
}

/// What the tails of a head have shown so far.
struct Tail {
  size_t end = 0;
  size_t groups = 0;
  bool has_domain = false;  // also in lower case
  bool has_proper = false;  // a capital that is more than a place or « Etat »
  bool has_place = false;
  bool has_generic = false;
};

/// Capitals at `i` as a name: a known name, or a run with its adjectives (« Affaires étrangères »).
size_t proper_end(const TokenList& tokens, size_t i) {
  size_t end = i;
  while (end - i < kMaxNameTokens && tokens[end].has_capital() && (end == i || !tokens[end].line_start) &&
         !tokens[end].is(kTitle | kDemonym) && !(end > i && tokens[end].is(kGivenName)))
    ++end;
  return end == i ? i : std::max(adjectives_end(tokens, end), known_name_at(tokens, i).end);
}

class HeadReader {
 public:
  HeadReader(const Scan& scan, size_t head, const HeadRow& row)
      : tokens_(scan.tokens),
        head_(head),
        row_(row),
        capital_(tokens_[head].shape == Shape::kCapital && !tokens_[head].sentence_start) {}

  /// The name that the head makes or announces.
  bool read(Candidate& name) const {
    const size_t behind = adjectives_end(tokens_, head_ + 1);
    if (has(kNamesNext) && read_announced(behind, name)) return true;
    if (has(kOwnsName) && read_owned(behind, name)) return true;
    // « l'île indonésienne de Bali » is no name, Bali is one.
    if (row_.type == EntityType::kPlace && behind > head_ + 1) return false;
    return has(kTail) && read_tail(behind, name);
  }

 private:
  bool has(HeadFlag flag) const { return (row_.flags & flag) != 0; }

  /// Where the capitals begin that a head announces: « site d'information Mediapart », « logiciel "X" ».
  size_t announced_begin(size_t i) const {
    if (is_lower(tokens_[i]) && tokens_[i].is(kOf) && is_abstract_noun(tokens_[i + 1]))
      i = adjectives_end(tokens_, i + 2);
    const char32_t mark = tokens_[i].mark;
    const bool quote = mark == '"' || mark == '\'' || mark == 0xAB || mark == 0x201C || mark == 0x2018;
    return quote ? i + 1 : i;
  }

  bool read_announced(size_t behind, Candidate& name) const {
    const size_t begin = announced_begin(behind);
    const KnownName known = known_name_at(tokens_, begin);
    if (tokens_[begin].line_start || !tokens_[begin].has_capital()) return false;
    if (!is_name_word(tokens_[begin]) && known.end == begin) return false;
    if (known.end > begin && known.type == EntityType::kPlace && row_.type == EntityType::kOrganisation)
      return false;
    if (begins_full_name(tokens_, begin) && row_.type != EntityType::kOther) return false;
    size_t end = begin;
    while (end - begin < kMaxNameTokens && is_name_word(tokens_[end]) &&
           (end == begin || !tokens_[end].line_start))
      ++end;
    end = std::max(end, known.end);
    if (tokens_[begin].is(kArticle) && end > begin + 1 && tokens_[end].is(kOf) && !tokens_[end].line_start &&
        tokens_[end + 1].has_capital() && !tokens_[end + 1].line_start)
      end += 2;  // « Le Courrier du Sud »
    set(name, begin, end, Evidence::kStrong);
    return true;
  }

  bool read_owned(size_t behind, Candidate& name) const {
    if (tokens_[behind].line_start || !is_name_word(tokens_[behind])) return false;
    const bool person = begins_full_name(tokens_, behind);
    if (person && !has(kPersonNamed)) return false;
    size_t end = person ? person_end(tokens_, behind, false) : proper_end(tokens_, behind);
    if (const size_t link = link_end(tokens_, end, false); has(kPlaceTail) && link != end) {
      const KnownName place = known_name_at(tokens_, link);
      if (place.end > link && place.type == EntityType::kPlace && row_.type == EntityType::kOrganisation)
        end = place.end;
    }
    set(name, head_, end, Evidence::kStrong);
    return true;
  }

  bool read_tail(size_t behind, Candidate& name) const {
    Tail tail;
    tail.end = behind;
    while (tail.groups < kMaxGroups && add_group(tail)) ++tail.groups;
    if (!is_name(tail, behind)) return false;
    set(name, head_, tail.end, Evidence::kStrong);
    return true;
  }

  bool add_group(Tail& tail) const {
    if (const size_t end = domain_end(tokens_, tail.end); end != tail.end) {
      tail.has_domain = true;
      for (size_t i = tail.end; i < end; ++i) tail.has_proper |= tokens_[i].has_capital();
      tail.end = end;
      return true;
    }
    const size_t content = link_end(tokens_, tail.end, capital_);
    if (content == tail.end || tokens_[content].line_start) return false;
    if (tokens_[content].has_capital()) return add_proper(tail, content);
    if (!capital_ || !is_abstract_noun(tokens_[content])) return false;
    tail.has_domain = true;
    tail.end = adjectives_end(tokens_, content + 1);
    return true;
  }

  bool add_proper(Tail& tail, size_t content) const {
    if (begins_full_name(tokens_, content) && !has(kPersonNamed)) return false;
    const KnownName known = known_name_at(tokens_, content);
    if (has(kDomainOnly) && !(tail.has_domain && tokens_[content].is(kGeneric))) return false;
    if (known.end == content) {
      // « le parti de Durand »: people, places and firms stand behind a bare « de ».
      const bool bare = content == tail.end + 1;
      if (bare && !capital_ && !has(kPlaceTail) && !has(kPersonNamed)) return false;
      const size_t end = proper_end(tokens_, content);
      if (end == content) return false;
      const bool generic = tokens_[content].is(kGeneric) && !tokens_[content].is(kDomain);
      (generic ? tail.has_generic : tail.has_proper) = true;
      tail.end = end;
      return true;
    }
    if (known.type == EntityType::kPlace && !takes_place(tail)) return false;
    // « la commission des lois du Sénat »: a body of its own.
    if (known.type == EntityType::kOrganisation && (!capital_ || tail.groups > 0)) return false;
    if (known.type == EntityType::kPerson && !has(kPersonNamed)) return false;
    (known.type == EntityType::kPlace ? tail.has_place : tail.has_proper) = true;
    tail.end = known.end;
    return true;
  }

  bool takes_place(const Tail& tail) const {
    if (tail.has_place) return false;
    if (has(kDomainTail) && tail.groups > 0) return false;
    return capital_ || has(kPlaceTail) || tail.groups > 0;
  }

  bool is_name(const Tail& tail, size_t behind) const {
    if (tail.has_proper) return true;
    if (capital_) return tail.groups > 0 || (behind > head_ + 1 && row_.type != EntityType::kPlace);
    if (tail.has_place) return has(kPlaceTail) || tail.groups > 1;
    if (tail.has_generic) return tail.has_domain;
    return tail.has_domain && has(kDomainTail);
  }

  void set(Candidate& name, size_t first, size_t last, Evidence evidence) const {
    name = {static_cast<uint32_t>(first), static_cast<uint32_t>(last), row_.type, evidence, 0};
  }

  const TokenList& tokens_;
  const size_t head_;
  const HeadRow& row_;
  const bool capital_;
};

/// A domain and its adjectives at `i`: « Affaires étrangères », « défense nationale ».
size_t domain_words_end(const TokenList& tokens, size_t i) {
  if (known_name_at(tokens, i).end > i) return i;  // « professeur à Sciences Po »
  // « grande instance », « hautes études »
  const size_t first =
      tokens[i].is(kAdjective) && !tokens[i].is(kDomain) && !tokens[i + 1].line_start ? i + 1 : i;
  size_t end = first;
  while (end - i < kMaxNameTokens && tokens[end].is(kDomain) && (end == i || !tokens[end].line_start)) ++end;
  return end == first ? i : adjectives_end(tokens, end);
}

}  // namespace

size_t domain_end(const TokenList& tokens, size_t i) {
  size_t content = i;
  if (is_lower(tokens[i]) && tokens[i].is(kOf | kRelation) && !tokens[i].line_start)
    content = link_end(tokens, i, true);
  if (content == i) return i;
  size_t end = domain_words_end(tokens, content);
  if (end == content) return i;
  for (size_t groups = 0; groups < kMaxGroups; ++groups) {
    if (tokens[end].line_start || (tokens[end].mark != ',' && !tokens[end].is(kAnd))) break;
    size_t next = link_end(tokens, end + 1, true);
    if (next == end + 1 && tokens[end].mark == ',') break;
    if (next == end + 1 && tokens[next].is(kArticle)) ++next;
    const size_t next_end = domain_words_end(tokens, next);
    if (next_end == next) break;
    end = next_end;
  }
  return end;
}

size_t head_rule(Scan& scan, size_t i) {
  const EntityToken& head = scan.tokens[i];
  if (!head.is(kHead) || head.shape == Shape::kCapitals) return i;
  for (const HeadRow* row : {head.word->head, head.word->second_head}) {
    Candidate name;
    if (row == nullptr || !HeadReader(scan, i, *row).read(name)) continue;
    scan.found.push_back(name);
    return name.last;
  }
  return i;
}

}  // namespace depeche::entities
