#include <string>

#include <benchmark/benchmark.h>

#include "common/dates/recognise.h"
#include "common/french_date.h"
#include "tests/bench/dispatches.h"

namespace depeche {
namespace {

void find(benchmark::State& state) {
  const std::string text = dispatch_text(static_cast<unsigned>(state.range(0)));
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(find_dates(text));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}
void recognise(benchmark::State& state) {
  const std::string text = dispatch_text(static_cast<unsigned>(state.range(0)));
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(find_times(text));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}
BENCHMARK(recognise)->Name("find_times")->ArgName("paragraphs")->Arg(1)->Arg(10)->Arg(100);

BENCHMARK(find)->Name("find_dates")->ArgName("paragraphs")->Arg(1)->Arg(10)->Arg(100);

}  // namespace
}  // namespace depeche
