/// Measures the ranking: depeche-questions INDEX FILE [OPTION]...
///
/// FILE has a line a question, `question<TAB>id` of the one article that answers it; empty lines and lines
/// that begin with # are passed over. Each question is asked as on the command line of depeche-searcher, with
/// the options that follow. Printed are the mean reciprocal rank of the article within the first ten answers
/// (MRR@10; Voorhees, The TREC-8 Question Answering Track Report, 1999), the shares of questions whose
/// article is first and among the ten, the time a question takes, and, a line each, the questions whose
/// article is not first, with its rank (0: not among the ten, -: refused). Exit code 2 where FILE cannot be
/// read.
#include <chrono>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "common/error.h"
#include "common/index_layout.h"
#include "searcher/options.h"

namespace {

using namespace depeche;

constexpr uint64_t kDepth = 10;

struct Question {
  std::string text, id;
};

std::vector<Question> read_questions(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw Error(ExitCode::kUsage, "cannot read " + path);
  std::vector<Question> questions;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) throw Error(ExitCode::kUsage, path + ": no tab in: " + line);
    questions.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return questions;
}

/// The rank of the article, 0 where it is not among the first kDepth answers, none where the question is
/// refused.
std::optional<uint64_t> rank_of(const Question& question, std::vector<const char*> arguments,
                                const PublishedIndex& index) {
  arguments.push_back(question.text.c_str());
  try {
    const SearcherOptions options =
        parse_searcher_options(static_cast<int>(arguments.size()), arguments.data());
    SearchOptions search_options = options.search;
    search_options.aliases = &options.aliases;
    search_options.limit = kDepth;
    for (const Match& match : search(index, options.query, search_options).matches)
      if (match.article.id == question.id) return match.rank;
    return 0;
  } catch (const Error&) {
    return std::nullopt;
  }
}

int measure(int argc, char* argv[]) {
  if (argc < 3) throw Error(ExitCode::kUsage, "usage: depeche-questions INDEX FILE [OPTION]...");
  const PublishedIndex index = open_published(IndexLayout(argv[1]));
  const std::vector<Question> questions = read_questions(argv[2]);
  std::vector<const char*> arguments{"depeche-searcher"};
  arguments.insert(arguments.end(), argv + 3, argv + argc);

  double reciprocal = 0;
  uint64_t first = 0, found = 0, refused = 0;
  const auto start = std::chrono::steady_clock::now();
  for (const Question& question : questions) {
    const auto rank = rank_of(question, arguments, index);
    if (!rank) ++refused;
    if (rank && *rank > 0) {
      reciprocal += 1.0 / static_cast<double>(*rank);
      ++found;
    }
    if (rank == 1)
      ++first;
    else
      fmt::print("{}\t{}\t{}\n", rank ? std::to_string(*rank) : "-", question.id, question.text);
  }
  const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
  const double count = questions.empty() ? 1 : static_cast<double>(questions.size());
  fmt::print("questions {}  MRR@10 {:.3f}  first {:.1f} %  among ten {:.1f} %  refused {}  {:.1f} ms each\n",
             questions.size(), reciprocal / count, 100 * static_cast<double>(first) / count,
             100 * static_cast<double>(found) / count, refused, elapsed.count() / count);
  return 0;
}

}  // namespace

int main(int argc, char* argv[]) {
  try {
    return measure(argc, argv);
  } catch (const Error& error) {
    std::cerr << "depeche-questions: " << error.what() << '\n';
    return static_cast<int>(error.code());
  }
}
