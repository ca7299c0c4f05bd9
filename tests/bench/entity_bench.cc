#include <filesystem>
#include <memory>
#include <string>

#include <benchmark/benchmark.h>

#include "indexer/entities/model/name_model.h"
#include "indexer/entities/recogniser.h"
#include "tests/bench/dispatches.h"
#include "tools/gold.h"

namespace depeche {
namespace {

std::shared_ptr<const entities::NameModel> model() {
  static const auto read = std::make_shared<const entities::NameModel>(
      entities::NameModel::read(DEPECHE_SOURCE_DIR "/data/entities.model"));
  return read;
}

/// The dispatches of the project, rich in names.
const std::vector<GoldText>& dispatches() {
  static const std::vector<GoldText> texts = read_gold(DEPECHE_SOURCE_DIR "/corpus/training/heldback");
  return texts;
}

/// Articles of law, poor in names.
const std::vector<GoldText>& laws() {
  static const std::vector<GoldText> texts = [] {
    std::vector<GoldText> articles;
    for (unsigned i = 1; i <= 40; ++i) articles.push_back({"", law_text(i % 4 + 1), {}});
    return articles;
  }();
  return texts;
}

void recognise(benchmark::State& state, const std::vector<GoldText>& texts, bool with_model) {
  EntityRecogniser recogniser(with_model ? model() : nullptr);
  size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state)
    for (const GoldText& text : texts) {
      Article article;
      article.text = text.text;
      benchmark::DoNotOptimize(recogniser.recognise(article));
      bytes += text.text.size();
    }
  state.SetBytesProcessed(static_cast<int64_t>(bytes));
}

BENCHMARK_CAPTURE(recognise, dispatches_with_model, dispatches(), true);
BENCHMARK_CAPTURE(recognise, dispatches_rules_only, dispatches(), false);
BENCHMARK_CAPTURE(recognise, laws_with_model, laws(), true);
BENCHMARK_CAPTURE(recognise, laws_rules_only, laws(), false);

}  // namespace
}  // namespace depeche
