// Learns the model of names from annotated text. The same texts, options and seed give the same file.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/error.h"
#include "indexer/entities/recogniser.h"
#include "tools/gold.h"
#include "tools/perceptron.h"
#include "tools/random.h"
#include "tools/score.h"

namespace depeche {
namespace {

constexpr std::string_view kUsage =
    "usage: train-entities --output FILE [options] [TIMES:]GOLD...\n"
    "  GOLD: file or directory of annotated text (.txt: [PER Hua Chunying], .bio, .jsonl), read TIMES times "
    "an epoch.\n"
    "  The first GOLD is what the model is for; the others only help.\n"
    "  --held-out GOLD    score after each epoch on this text, which is not learnt from\n"
    "  --epochs N         15\n"
    "  --runs N           1: how often to begin again; the model is the mean of all runs\n"
    "  --seed N           1\n"
    "  --max-bytes N      2900000: the weakest signs are dropped until the file is no longer\n"
    "  --min-count N      2: signs seen less often are not learnt\n"
    "  --margin N         0: by how much what is right must win\n"
    "  --drop N           0: share of the signs, in 1/1000, left out of an example at random\n"
    "  --no-domains       learn one set of weights from all texts\n";

struct Source {
  uint32_t times = 1;
  std::string path;
};

struct Options {
  std::string output, held_out;
  std::vector<Source> sources;
  uint64_t epochs = 15, runs = 1, seed = 1, max_bytes = 2'900'000, min_count = 2, margin = 0, drop = 0;
  bool domains = true;
};

uint64_t number(const std::string& text) {
  size_t end = 0;
  uint64_t value = 0;
  try {
    value = std::stoull(text, &end);
  } catch (const std::exception&) {
    end = 0;
  }
  if (end == 0 || end != text.size())
    throw Error(ExitCode::kUsage, text + ": no number\n" + std::string(kUsage));
  return value;
}

Source source(const std::string& argument) {
  const size_t colon = argument.find(':');
  if (colon == std::string::npos || colon == 0 || argument.find_first_not_of("0123456789") != colon)
    return {1, argument};
  return {static_cast<uint32_t>(number(argument.substr(0, colon))), argument.substr(colon + 1)};
}

Options parse(int argc, char** argv) {
  Options options;
  const std::unordered_map<std::string_view, uint64_t*> numbers = {{"--epochs", &options.epochs},
                                                                   {"--runs", &options.runs},
                                                                   {"--seed", &options.seed},
                                                                   {"--max-bytes", &options.max_bytes},
                                                                   {"--min-count", &options.min_count},
                                                                   {"--margin", &options.margin},
                                                                   {"--drop", &options.drop}};
  const std::unordered_map<std::string_view, std::string*> texts = {{"--output", &options.output},
                                                                    {"--held-out", &options.held_out}};
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (const auto text = texts.find(name); text != texts.end() && i + 1 < argc)
      *text->second = argv[++i];
    else if (const auto found = numbers.find(name); found != numbers.end() && i + 1 < argc)
      *found->second = number(argv[++i]);
    else if (name == "--no-domains")
      options.domains = false;
    else if (name.starts_with("--"))
      throw Error(ExitCode::kUsage, std::string(kUsage));
    else
      options.sources.push_back(source(argv[i]));
  }
  if (options.output.empty() || options.sources.empty()) throw Error(ExitCode::kUsage, std::string(kUsage));
  return options;
}

struct Lesson {
  Example example;
  uint32_t domain = 0;
};

/// All examples, and how often each is learnt in an epoch.
struct Lessons {
  std::vector<Lesson> lessons;
  std::vector<uint32_t> plan;  // lessons of an epoch, in no order yet
};

Lessons read_lessons(const Options& options) {
  Lessons all;
  for (uint32_t domain = 0; domain < options.sources.size(); ++domain) {
    const size_t before = all.lessons.size();
    size_t tokens = 0, names = 0;
    for (const GoldText& text : read_gold(options.sources[domain].path)) {
      names += text.names.size();
      for (Example& example : examples_of(text)) {
        tokens += example.labels.size();
        all.lessons.push_back({std::move(example), domain});
      }
    }
    for (uint32_t time = 0; time < options.sources[domain].times; ++time)
      for (size_t lesson = before; lesson < all.lessons.size(); ++lesson)
        all.plan.push_back(static_cast<uint32_t>(lesson));
    std::fprintf(stderr, "%s: %zu names, %zu examples, %zu tokens, %u times\n",
                 options.sources[domain].path.c_str(), names, all.lessons.size() - before, tokens,
                 options.sources[domain].times);
  }
  return all;
}

/// Signs seen `min_count` times in an epoch, in ascending order.
std::vector<entities::Sign> frequent_signs(const Lessons& lessons, uint64_t min_count) {
  std::unordered_map<entities::Sign, uint32_t> counts;
  for (const uint32_t lesson : lessons.plan)
    for (const entities::Sign sign : lessons.lessons[lesson].example.signs) ++counts[sign];
  std::vector<entities::Sign> signs;
  for (const auto& [sign, count] : counts)
    if (count >= min_count) signs.push_back(sign);
  std::sort(signs.begin(), signs.end());
  return signs;
}

Scores score(const entities::NameModel& model, const std::vector<GoldText>& texts) {
  EntityRecogniser recogniser(std::make_shared<const entities::NameModel>(model));
  Scores scores;
  for (const GoldText& text : texts) {
    Article article;
    article.text = text.text;
    std::vector<GoldName> found;
    for (const Mention& mention : recogniser.recognise(article))
      if (!mention.is_reference()) found.push_back({mention.span.begin, mention.span.end, mention.type});
    scores.add(text.names, found);
  }
  return scores;
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw Error(ExitCode::kEnvironment, path + ": cannot be written");
}

int run(const Options& options) {
  Lessons lessons = read_lessons(options);
  const std::vector<entities::Sign> signs = frequent_signs(lessons, options.min_count);
  const std::vector<GoldText> held_out =
      options.held_out.empty() ? std::vector<GoldText>() : read_gold(options.held_out);
  const auto domains = static_cast<uint32_t>(options.domains ? options.sources.size() : 1);
  Perceptron perceptron(signs,
                        {domains, static_cast<int32_t>(options.margin), static_cast<uint32_t>(options.drop)});
  std::fprintf(stderr, "%zu signs\n", signs.size());
  Random random(options.seed);
  for (uint64_t epoch = 1; epoch <= options.epochs * options.runs; ++epoch) {
    if (epoch > 1 && epoch % options.epochs == 1 % options.epochs) perceptron.start_again();
    random.shuffle(lessons.plan);
    size_t right = 0;
    for (const uint32_t lesson : lessons.plan) {
      const Lesson& now = lessons.lessons[lesson];
      right += perceptron.learn(now.example, domains > 1 ? now.domain : 0, random.next());
    }
    std::fprintf(stderr, "epoch %2llu: %5.1f %% of the examples right",
                 static_cast<unsigned long long>(epoch),
                 100.0 * static_cast<double>(right) / static_cast<double>(lessons.plan.size()));
    if (!held_out.empty()) {
      const Scores scores = score(perceptron.model(options.max_bytes), held_out);
      std::fprintf(stderr, "; held out: F %.1f, without MISC %.1f", 100 * scores.all().f1(),
                   100 * scores.main_types().f1());
    }
    std::fputc('\n', stderr);
  }
  const entities::NameModel model = perceptron.model(options.max_bytes);
  write_file(options.output, model.encode());
  std::printf("%s: %zu signs, checksum %s\n", options.output.c_str(), model.size(), model.checksum().c_str());
  if (!held_out.empty()) std::fputs(score(model, held_out).table().c_str(), stdout);
  return 0;
}

}  // namespace
}  // namespace depeche

int main(int argc, char** argv) {
  try {
    return depeche::run(depeche::parse(argc, argv));
  } catch (const depeche::Error& error) {
    std::fprintf(stderr, "train-entities: %s\n", error.what());
    return static_cast<int>(error.code());
  }
}
