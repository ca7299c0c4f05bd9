#include "tools/examples.h"

#include "indexer/entities/document_pass.h"
#include "indexer/entities/rule_reader.h"

namespace depeche {

using namespace entities;  // NOLINT: a tool on that namespace

namespace {

std::vector<Label> labels_of(const TokenList& tokens, const std::vector<GoldName>& names) {
  std::vector<Label> labels(tokens.size(), kOutsideName);
  size_t i = 0;
  for (const GoldName& name : names) {
    while (i < tokens.size() && tokens[i].end <= name.begin) ++i;
    const size_t first = i;
    while (i < tokens.size() && tokens[i].begin < name.end) ++i;
    for (size_t j = first; j < i; ++j) labels[j] = label_of(name.type, position_in(j, first, i));
  }
  return labels;
}

/// The labels of a window; names that its ends cut are left out.
std::vector<Label> cut(const std::vector<Label>& labels, const Window& window) {
  std::vector<Label> part(labels.begin() + window.first, labels.begin() + window.last);
  for (size_t i = 0; i < part.size() && continues(part[i]); ++i) part[i] = kOutsideName;
  for (size_t i = part.size(); i-- > 0 && opens(part[i]);) part[i] = kOutsideName;
  return part;
}

}  // namespace

std::vector<Example> examples_of(const GoldText& gold) {
  RuleReader reader;
  Article article;
  article.text = gold.text;
  RuledArticle read = reader.read(article);
  read_whole_article(read.fields, read.definitions, read.number);
  const FieldNames& field = read.fields.back();
  const std::vector<Window> windows = find_windows(field.tokens, field.candidates);
  const Hints hints(field.tokens, field.candidates, windows);
  const std::vector<Label> labels = labels_of(field.tokens, gold.names);
  std::vector<Example> examples;
  for (const Window& window : windows) {
    Example example;
    for (size_t i = window.first; i < window.last; ++i) {
      for (int offset = -kReach; offset <= kReach; ++offset)
        add_word_signs(neighbour(field.tokens, i, offset), offset, example.signs);
      add_context_signs(field.tokens, hints, read.number, i, example.signs);
      example.ends.push_back(static_cast<uint32_t>(example.signs.size()));
    }
    example.labels = cut(labels, window);
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace depeche
