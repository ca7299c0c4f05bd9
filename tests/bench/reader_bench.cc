#include <cstdint>
#include <string>

#include <benchmark/benchmark.h>

#include "common/json.h"
#include "corpus/formats/format.h"
#include "corpus/reader.h"
#include "tests/bench/dispatches.h"

namespace depeche {
namespace {

constexpr int kRecords = 500;

std::string jsonl() {
  std::string out;
  for (int i = 0; i < kRecords; ++i)
    out += to_line(Json{
               {"id", i}, {"title", "Une dépêche"}, {"date", "2019-03-12"}, {"text", dispatch_text(5)}}) +
           '\n';
  return out;
}

std::string csv() {
  std::string out = "id;title;date;text\n";
  for (int i = 0; i < kRecords; ++i)
    out += std::to_string(i) + ";Une dépêche;12/03/2019;\"" + dispatch_text(5) + "\"\n";
  return out;
}

/// A page of the press: a third of it is text, the rest menus, marks and scripts.
std::string html() {
  std::string paragraphs;
  const std::string text = dispatch_text(8);
  for (size_t pos = 0; pos < text.size();) {
    const size_t end = text.find('\n', pos);
    paragraphs += "<p class=\"paragraph\">" + text.substr(pos, end - pos) + "</p>\n";
    pos = end + 1;
  }
  std::string links;
  for (int i = 0; i < 60; ++i)
    links +=
        "<li class=\"menu-item\"><a href=\"/rubrique/" + std::to_string(i) + ".html\">Rubrique</a></li>\n";
  return "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Une dépêche</title><meta "
         "property=\"article:published_time\" content=\"2019-03-12T18:03:00+01:00\"><style>" +
         std::string(2000, '.') + "</style></head><body><nav><ul>" + links +
         "</ul></nav><main><article><h1>Une dépêche</h1>" + paragraphs + "</article></main><footer><ul>" +
         links + "</ul></footer><script>" + std::string(2000, ';') + "</script></body></html>";
}

std::string mbox() {
  std::string out;
  for (int i = 0; i < kRecords; ++i)
    out +=
        "From a@b.example Wed Feb 13 09:10:00 2019\nFrom: Jeanne Martin <a@b.example>\n"
        "Date: Wed, 13 Feb 2019 09:10:00 +0100\nSubject: =?UTF-8?Q?D=C3=A9p=C3=AAche?=\nMessage-ID: <" +
        std::to_string(i) + "@b.example>\nContent-Type: text/plain; charset=utf-8\n\n" + dispatch_text(5) +
        "\n\n";
  return out;
}

std::string iramuteq() {
  std::string out;
  for (int i = 0; i < kRecords; ++i)
    out += "**** *id_" + std::to_string(i) + " *source_agence *date_20190312\n" + dispatch_text(5) + "\n\n";
  return out;
}

std::string batch() {
  std::string out;
  for (int i = 0; i < kRecords; ++i)
    out += "==========\nUne dépêche\nPublié le 12/03/2019 à 09h10\n" + dispatch_text(5) + "\n";
  return out;
}

/// Reads `input`, and where `understand` makes articles of the records.
void read(benchmark::State& state, const Format& format, const std::string& input, bool understand,
          int records = kRecords) {
  const CorpusOptions options;
  int64_t articles = 0;
  for ([[maybe_unused]] auto _ : state) {
    ByteStream stream{std::string_view(input)};
    Decoder decoder("");
    stream.skip(decoder.start(stream.fill(4)));
    format.read({stream, decoder, {}, "bench", options}, [&](CorpusItem&& item) {
      const Record* record = std::get_if<Record>(&item);
      if (record && understand)
        articles += std::holds_alternative<Article>(to_article(*record, options));
      else
        articles += record != nullptr;
      return true;
    });
  }
  if (articles != state.iterations() * records) state.SkipWithError("records were rejected");
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * input.size()));
  state.SetItemsProcessed(articles);
}

void read_jsonl(benchmark::State& state) { read(state, jsonl_format(), jsonl(), state.range(0) != 0); }
void read_csv(benchmark::State& state) { read(state, csv_format(false), csv(), state.range(0) != 0); }
void read_html(benchmark::State& state) { read(state, html_format(), html(), state.range(0) != 0, 1); }
void read_mbox(benchmark::State& state) { read(state, mail_format(), mbox(), state.range(0) != 0); }
void read_iramuteq(benchmark::State& state) {
  read(state, iramuteq_format(), iramuteq(), state.range(0) != 0);
}
void read_batch(benchmark::State& state) { read(state, batch_format(), batch(), state.range(0) != 0); }
void read_text(benchmark::State& state) {
  const CorpusOptions options;
  Record record;
  record.plain_text = true;
  record.fields.emplace_back("", "Dernière mise à jour à 09h10 le 13/02\n" + dispatch_text(10));
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(to_article(record, options));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * record.fields[0].second.size()));
}

BENCHMARK(read_jsonl)->Name("JSONL")->ArgName("articles")->Arg(0)->Arg(1);
BENCHMARK(read_csv)->Name("CSV")->ArgName("articles")->Arg(0)->Arg(1);
BENCHMARK(read_html)->Name("HTML")->ArgName("articles")->Arg(0)->Arg(1);
BENCHMARK(read_mbox)->Name("mbox")->ArgName("articles")->Arg(0)->Arg(1);
BENCHMARK(read_iramuteq)->Name("IRaMuTeQ")->ArgName("articles")->Arg(0)->Arg(1);
BENCHMARK(read_batch)->Name("batch")->ArgName("articles")->Arg(0)->Arg(1);
BENCHMARK(read_text)->Name("to_article");

}  // namespace
}  // namespace depeche
