// Prints how well names are found in annotated text: precision, recall and F1 by type.

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "indexer/entities/model/name_model.h"
#include "indexer/entities/recogniser.h"
#include "tools/gold.h"
#include "tools/score.h"

namespace depeche {
namespace {

constexpr std::string_view kUsage =
    "usage: score-entities [--rules-only | --model FILE] [--errors] GOLD...\n"
    "GOLD: annotated text, as train-entities reads it. --errors: also print each wrong or missing name.\n";

struct Options {
  std::string model;
  bool errors = false;
  std::vector<std::string> gold;
};

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--model" && i + 1 < argc)
      options.model = argv[++i];
    else if (argument == "--rules-only")
      options.model.clear();
    else if (argument == "--errors")
      options.errors = true;
    else if (argument.starts_with("--"))
      throw Error(ExitCode::kUsage, std::string(kUsage));
    else
      options.gold.emplace_back(argument);
  }
  if (options.gold.empty()) throw Error(ExitCode::kUsage, std::string(kUsage));
  return options;
}

std::vector<GoldName> find_names(EntityRecogniser& recogniser, const std::string& text) {
  Article article;
  article.text = text;
  std::vector<GoldName> names;
  for (const Mention& mention : recogniser.recognise(article))
    if (!mention.is_reference()) names.push_back({mention.span.begin, mention.span.end, mention.type});
  return names;
}

void print_missing(const char* sign, const GoldText& text, const std::vector<GoldName>& names,
                   const std::vector<GoldName>& others) {
  constexpr size_t kAround = 40;
  for (const GoldName& name : names) {
    if (std::find(others.begin(), others.end(), name) != others.end()) continue;
    const std::string_view all = text.text;
    const size_t before = name.begin > kAround ? name.begin - kAround : 0;
    std::string around(all.substr(before, name.begin - before));
    around += "[[" + std::string(all.substr(name.begin, name.end - name.begin)) + "]]";
    around += all.substr(name.end, kAround);
    std::replace(around.begin(), around.end(), '\n', '|');
    std::printf("%s %-4s %s\n", sign, std::string(name_of(name.type)).c_str(), around.c_str());
  }
}

int run(const Options& options) {
  std::shared_ptr<const entities::NameModel> model;
  if (!options.model.empty())
    model = std::make_shared<const entities::NameModel>(entities::NameModel::read(options.model));
  EntityRecogniser recogniser(model);
  Scores scores;
  for (const std::string& path : options.gold)
    for (const GoldText& text : read_gold(path)) {
      const std::vector<GoldName> found = find_names(recogniser, text.text);
      scores.add(text.names, found);
      if (!options.errors) continue;
      print_missing("-", text, text.names, found);
      print_missing("+", text, found, text.names);
    }
  std::fputs(scores.table().c_str(), stdout);
  return 0;
}

}  // namespace
}  // namespace depeche

int main(int argc, char** argv) {
  try {
    return depeche::run(depeche::parse(argc, argv));
  } catch (const depeche::Error& error) {
    std::fprintf(stderr, "score-entities: %s\n", error.what());
    return static_cast<int>(error.code());
  }
}
