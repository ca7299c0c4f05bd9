#include "indexer/entities/document_pass.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/entities/rules.h"

namespace depeche::entities {
namespace {

constexpr size_t kMaxPhrase = 6;

/// What the article knows of a name.
struct Known {
  EntityType type = EntityType::kOther;
  Evidence evidence = Evidence::kGuess;
};

class ArticleNames {
 public:
  void note(PhraseId phrase, EntityType type, Evidence evidence) {
    const auto [entry, is_new] = names_.try_emplace(phrase, Known{type, evidence});
    if (!is_new && evidence > entry->second.evidence) entry->second = {type, evidence};
  }

  bool empty() const { return names_.empty(); }

  const Known* find(PhraseId phrase) const {
    const auto found = names_.find(phrase);
    return found == names_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<PhraseId, Known> names_;
};

/// Puts `winners` in the place of the candidates they overlap.
void override_candidates(std::vector<Candidate>& candidates, const std::vector<Candidate>& winners) {
  if (winners.empty()) return;
  std::vector<Candidate> merged;
  size_t w = 0;
  for (const Candidate& candidate : candidates) {
    while (w < winners.size() && winners[w].last <= candidate.first) ++w;
    const bool overlaps = w < winners.size() && winners[w].first < candidate.last;
    if (!overlaps) merged.push_back(candidate);
  }
  merged.insert(merged.end(), winners.begin(), winners.end());
  std::sort(merged.begin(), merged.end(),
            [](const Candidate& a, const Candidate& b) { return a.first < b.first; });
  candidates = std::move(merged);
}

std::vector<Candidate> defined_names(const std::vector<AcronymDefinition>& definitions) {
  std::vector<Candidate> names;
  for (const AcronymDefinition& definition : definitions) {
    Candidate first = definition.name, second = definition.acronym;
    if (second.first < first.first) std::swap(first, second);
    if (!names.empty() && first.first < names.back().last) continue;
    names.push_back(first);
    names.push_back(second);
  }
  return names;
}

/// « Hua Chunying » explains « Hua », « Marine Le Pen » explains « Le Pen ».
void note_parts(const TokenList& tokens, const Candidate& person, ArticleNames& names) {
  if (person.length() > kMaxPhrase) return;
  for (uint32_t first = person.first + 1; first < person.last; ++first)
    if (tokens[first].has_capital() && !tokens[first].is(kNumeral) && tokens[first].shape != Shape::kInitial)
      names.note(phrase_id(tokens, first, person.last), EntityType::kPerson, Evidence::kLikely);
  if (!tokens[person.first].is(kGivenName) && tokens[person.first].shape != Shape::kInitial)
    names.note(phrase_id(tokens, person.first, person.first + 1), EntityType::kPerson, Evidence::kLikely);
}

ArticleNames collect(const std::vector<FieldNames>& fields) {
  ArticleNames names;
  for (const FieldNames& field : fields)
    for (const Candidate& candidate : field.candidates) {
      names.note(phrase_id(field.tokens, candidate.first, candidate.last), candidate.type,
                 candidate.evidence);
      if (candidate.type == EntityType::kPerson && candidate.length() > 1 &&
          candidate.evidence >= Evidence::kLikely)
        note_parts(field.tokens, candidate, names);
    }
  return names;
}

/// A single capital that only guessing made a name, and that the article also has in lower case.
bool is_contradicted(const TokenList& tokens, const Candidate& candidate, uint64_t article) {
  return candidate.evidence == Evidence::kGuess && candidate.length() == 1 &&
         tokens[candidate.first].word->seen_lower == article;
}

void drop_contradicted(FieldNames& field, uint64_t article) {
  std::erase_if(field.candidates, [&](const Candidate& candidate) {
    return is_contradicted(field.tokens, candidate, article);
  });
}

void retype(FieldNames& field, const ArticleNames& names) {
  for (Candidate& candidate : field.candidates) {
    const Known* known = names.find(phrase_id(field.tokens, candidate.first, candidate.last));
    if (known == nullptr || known->evidence <= candidate.evidence) continue;
    candidate.type = known->type;
    candidate.evidence = known->evidence;
  }
}

/// « Algérie, Tunisie et Xland »: what stands in a list with names of a type is of that type.
void follow_lists(FieldNames& field) {
  for (size_t c = 1; c < field.candidates.size(); ++c) {
    const Candidate& before = field.candidates[c - 1];
    Candidate& candidate = field.candidates[c];
    if (candidate.evidence != Evidence::kGuess) continue;
    const EntityToken& joint = field.tokens[before.last];
    if ((joint.mark != ',' && !joint.is(kAnd)) || field.tokens[candidate.first].line_start) continue;
    const bool article = candidate.first == before.last + 2 && field.tokens[before.last + 1].is(kArticle);
    const bool both_articles = article && before.first > 0 && field.tokens[before.first - 1].is(kArticle);
    if (candidate.first == before.last + 1 || both_articles) candidate.type = before.type;
  }
}

/// The longest name of the article that stands at `i`; its end is `i` if there is none.
Candidate known_at(const TokenList& tokens, size_t i, size_t limit, const ArticleNames& names) {
  Candidate best;
  best.first = best.last = static_cast<uint32_t>(i);
  PhraseId phrase = kNoWords;
  for (size_t end = i; end < limit && end - i < kMaxPhrase; ++end) {
    if (!tokens[end].is_word() || (end > i && tokens[end].line_start)) break;
    phrase = extend(phrase, tokens[end]);
    const Known* known = names.find(phrase);
    if (known == nullptr) continue;
    best.last = static_cast<uint32_t>(end + 1);
    best.type = known->type;
    best.evidence = std::min(known->evidence, Evidence::kLikely);
  }
  return best;
}

bool may_begin_name(const EntityToken& token) {
  return token.has_capital() && !token.is(kNeverName | kOrdinary | kTitle) && token.shape != Shape::kInitial;
}

/// Capitals that no rule took: at the head of a sentence, or of a line in capitals.
void find_again(FieldNames& field, const ArticleNames& names) {
  std::vector<Candidate> again;
  size_t next = 0;  // the first candidate behind i
  for (size_t i = 0; i < field.tokens.size(); ++i) {
    while (next < field.candidates.size() && field.candidates[next].last <= i) ++next;
    const bool has_next = next < field.candidates.size();
    if (has_next && field.candidates[next].first <= i) {
      i = field.candidates[next].last - 1;
      continue;
    }
    if (!may_begin_name(field.tokens[i])) continue;
    const size_t limit = has_next ? field.candidates[next].first : field.tokens.size();
    const Candidate found = known_at(field.tokens, i, limit, names);
    if (found.last == found.first) continue;
    again.push_back(found);
    i = found.last - 1;
  }
  override_candidates(field.candidates, again);
}

}  // namespace

void read_whole_article(std::vector<FieldNames>& fields,
                        const std::vector<std::vector<AcronymDefinition>>& definitions, uint64_t article) {
  for (size_t f = 0; f < fields.size(); ++f) {
    override_candidates(fields[f].candidates, defined_names(definitions[f]));
    drop_contradicted(fields[f], article);
  }
  const ArticleNames names = collect(fields);
  if (names.empty()) return;
  for (FieldNames& field : fields) {
    retype(field, names);
    follow_lists(field);
    find_again(field, names);
  }
}

}  // namespace depeche::entities
