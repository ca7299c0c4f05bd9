#include "indexer/reading.h"

#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "common/hash.h"
#include "common/manifest.h"
#include "corpus/lexicon/lexicon.h"
#include "indexer/entities/lexicon/lexicon.h"
#include "indexer/entities/model/name_model.h"

namespace depeche {
namespace {

template <typename Value>
std::string_view bytes_of(std::span<const Value> values) {
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

void add_lexicons(StreamHash& hash) {
  hash.add(kLexiconTable);
  hash.add(bytes_of(entities::common_words()));
  hash.add(bytes_of(entities::known_phrases()));
  for (const entities::WordRow& row : entities::lexicon_rows()) hash.add(row.words);
}

}  // namespace

Fingerprint reading_fingerprint(const RunOptions& options) {
  const BuildVersions versions = BuildVersions::of_this_program();
  std::string text =
      fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n", versions.schema, versions.program, versions.analyzer,
                  versions.stemmer, versions.icu, kEntityRulesVersion, kDateRulesVersion);
  for (const std::string& option : reading_options(options)) text += option + '\n';
  if (options.annotate.entity_model) text += options.annotate.entity_model->checksum();
  StreamHash hash;
  hash.add(text);
  add_lexicons(hash);
  return fingerprint_of(hash.hex128());
}

}  // namespace depeche
