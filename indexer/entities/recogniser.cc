#include "indexer/entities/recogniser.h"

#include <string>
#include <unordered_map>

#include "indexer/entities/document_pass.h"
#include "indexer/entities/links.h"
#include "indexer/entities/rules.h"

namespace depeche {

using namespace entities;  // NOLINT: the recogniser is the face of that namespace

struct EntityRecogniser::Impl {
  Analyzer analyzer;
  Vocabulary vocabulary;
  std::unordered_map<std::string, std::string> keys;  // of surfaces: the same names return all day
  uint64_t article = 0;

  FieldNames read_field(TextField field, std::string_view text);
  const std::string& key_of(std::string_view surface);
  void add_mentions(const FieldNames& names, const std::vector<Link>& links, std::vector<Mention>& mentions);
};

FieldNames EntityRecogniser::Impl::read_field(TextField field, std::string_view text) {
  FieldNames names;
  names.field = field;
  names.text = text;
  names.tokens = entity_tokens(text, vocabulary, article);
  return names;
}

const std::string& EntityRecogniser::Impl::key_of(std::string_view surface) {
  const auto [entry, is_new] = keys.try_emplace(std::string(surface));
  if (is_new) entry->second = analyzer.key(surface);
  return entry->second;
}

void EntityRecogniser::Impl::add_mentions(const FieldNames& names, const std::vector<Link>& links,
                                          std::vector<Mention>& mentions) {
  const auto span_of = [&](const Candidate& candidate) {
    return Span{names.field, names.tokens[candidate.first].begin, names.tokens[candidate.last - 1].end};
  };
  const auto key_at = [&](const Span& span) {
    return key_of(names.text.substr(span.begin, span.end - span.begin));
  };
  const size_t first_mention = mentions.size();
  for (const Candidate& candidate : names.candidates) {
    Mention mention;
    mention.type = candidate.type;
    mention.span = span_of(candidate);
    mention.key = key_at(mention.span);
    mentions.push_back(std::move(mention));
  }
  for (const Link& link : links) {
    Mention& mention = mentions[first_mention + link.from];
    const Mention& target = mentions[first_mention + link.to];
    mention.link = MentionLink{target.key, link.rule, target.span.begin};
    mention.key = target.key;
  }
  std::erase_if(mentions, [](const Mention& mention) { return mention.key.empty(); });
}

EntityRecogniser::EntityRecogniser() : impl_(std::make_unique<Impl>()) {}
EntityRecogniser::~EntityRecogniser() = default;

std::vector<Mention> EntityRecogniser::recognise(const Article& article) {
  Impl& impl = *impl_;
  ++impl.article;
  impl.vocabulary.forget_rare();
  if (impl.keys.size() > Vocabulary::kMaxForms) impl.keys.clear();
  std::vector<FieldNames> fields;
  fields.push_back(impl.read_field(TextField::kTitle, article.title));
  fields.push_back(impl.read_field(TextField::kText, article.text));
  std::vector<std::vector<AcronymDefinition>> definitions;
  for (FieldNames& field : fields) {
    field.candidates = find_candidates(field.tokens, impl.article);
    definitions.push_back(find_acronym_definitions(field.tokens));
  }
  read_whole_article(fields, definitions, impl.article);
  std::vector<Mention> mentions;
  const std::vector<std::vector<Link>> links = find_links(fields, definitions);
  for (size_t f = 0; f < fields.size(); ++f) impl.add_mentions(fields[f], links[f], mentions);
  return mentions;
}

}  // namespace depeche
