#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "common/text/analyzer.h"
#include "tests/bench/dispatches.h"

namespace depeche {
namespace {

void analyze(benchmark::State& state) {
  const std::string text = dispatch_text(static_cast<unsigned>(state.range(0)));
  Analyzer analyzer;
  std::vector<Token> tokens;
  for ([[maybe_unused]] auto _ : state) {
    analyzer.analyze(text, tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
  state.counters["tokens"] = static_cast<double>(tokens.size());
}
BENCHMARK(analyze)->Name("Analyzer")->ArgName("paragraphs")->Arg(1)->Arg(10)->Arg(100);

}  // namespace
}  // namespace depeche
