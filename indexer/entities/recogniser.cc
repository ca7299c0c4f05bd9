#include "indexer/entities/recogniser.h"

#include <optional>
#include <string>
#include <unordered_map>

#include "indexer/entities/document_pass.h"
#include "indexer/entities/links.h"
#include "indexer/entities/model/combine.h"
#include "indexer/entities/model/tagger.h"
#include "indexer/entities/references.h"
#include "indexer/entities/rule_reader.h"

namespace depeche {

using namespace entities;  // NOLINT: the recogniser is the face of that namespace

struct EntityRecogniser::Impl {
  Analyzer analyzer;
  RuleReader reader;
  std::optional<Tagger> tagger;
  std::unordered_map<std::string, std::string> keys;  // of surfaces: the same names return all day

  const std::string& key_of(std::string_view surface);
  void add_mentions(const FieldNames& names, const std::vector<Link>& links, std::vector<Mention>& mentions);
};

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

EntityRecogniser::EntityRecogniser(std::shared_ptr<const NameModel> model) : impl_(std::make_unique<Impl>()) {
  if (model) impl_->tagger.emplace(std::move(model));
}
EntityRecogniser::~EntityRecogniser() = default;

std::vector<Mention> EntityRecogniser::recognise(const Article& article) {
  Impl& impl = *impl_;
  if (impl.keys.size() > Vocabulary::kMaxForms) impl.keys.clear();
  RuledArticle read = impl.reader.read(article);
  std::vector<FieldNames>& fields = read.fields;
  if (impl.tagger) read_whole_article(fields, read.definitions, read.number);
  if (impl.tagger)
    for (FieldNames& field : fields)
      field.candidates = combine(field.tokens, field.candidates,
                                 impl.tagger->find(field.tokens, field.candidates, read.number,
                                                   impl.reader.vocabulary().generation()));
  read_whole_article(fields, read.definitions, read.number);
  add_references(fields);
  std::vector<Mention> mentions;
  const std::vector<std::vector<Link>> links = find_links(fields, read.definitions);
  for (size_t f = 0; f < fields.size(); ++f) impl.add_mentions(fields[f], links[f], mentions);
  return mentions;
}

}  // namespace depeche
