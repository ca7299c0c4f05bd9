// Names in any text: no crash, spans on code points and in order, never overlapping, keys never empty.

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "indexer/entities/model/name_model.h"
#include "indexer/entities/recogniser.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool on_code_point(std::string_view text, size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

void check_link(const depeche::Article& article, const depeche::Mention& mention,
                const std::vector<depeche::Mention>& mentions) {
  require(mention.link->key == mention.key && !mention.link->rule.empty());
  require(mention.link->begin < article.field(mention.span.field).size());
  bool stands_there = false;
  for (const depeche::Mention& other : mentions)
    stands_there |= other.span.field == mention.span.field && other.span.begin == mention.link->begin &&
                    other.key == mention.key && !other.link;
  require(stands_there);
}

void check(depeche::EntityRecogniser& recogniser, std::string_view input) {
  const size_t line = input.find('\n');
  depeche::Article article;
  if (line != std::string_view::npos) article.title = input.substr(0, line);
  article.text = input.substr(line == std::string_view::npos ? 0 : line + 1);
  const bool well_formed = depeche::find_invalid_utf8(input) == std::string_view::npos;

  const std::vector<depeche::Mention> mentions = recogniser.recognise(article);
  depeche::Span before{depeche::TextField::kTitle, 0, 0};
  for (const depeche::Mention& mention : mentions) {
    const depeche::Span& span = mention.span;
    const std::string& text = article.field(span.field);
    require(span.field != depeche::TextField::kHeader);
    require(span.begin < span.end && span.end <= text.size());
    require(!well_formed || (on_code_point(text, span.begin) && on_code_point(text, span.end)));
    require(span.field > before.field || (span.field == before.field && span.begin >= before.end));
    require(!mention.key.empty());
    if (mention.link) check_link(article, mention, mentions);
    before = span;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using depeche::entities::NameModel;
  static depeche::EntityRecogniser by_rules;
  static depeche::EntityRecogniser by_model(
      std::make_shared<const NameModel>(NameModel::read(DEPECHE_SOURCE_DIR "/data/entities.model")));
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  check(by_rules, input);
  check(by_model, input);
  return 0;
}
