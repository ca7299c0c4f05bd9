#include "searcher/view/renderer.h"

#include <fmt/ostream.h>

#include "common/error.h"
#include "searcher/view/network_view.h"
#include "searcher/view/partial_renderer.h"
#include "searcher/view/renderers.h"

namespace depeche {
namespace {

class IdsRenderer : public PartialRenderer {
 public:
  void list(const Answer& answer, std::ostream& out) const override {
    for (const Match& match : answer.matches) print(match.article, out);
  }
  void count(const Answer& answer, std::ostream& out) const override { print_counts(answer, out); }
  void show(const ShownVersion& shown, const Deductions&, std::ostream& out) const override {
    print(shown.article, out);
  }

 private:
  static void print(const Article& article, std::ostream& out) { out << safe_text(article.id) << '\n'; }
};

class GexfRenderer : public PartialRenderer {
 public:
  void network(const Network& network, std::ostream& out) const override { write_gexf(network, out); }
};

}  // namespace

void print_counts(const Answer& answer, std::ostream& out) {
  fmt::print(out, "articles {}\nhits {}\nwords {}\n", answer.articles, answer.hits, answer.words);
}

std::unique_ptr<Renderer> make_renderer(OutputFormat format, const Terminal& terminal, const CsvOptions& csv,
                                        const Question* question) {
  switch (format) {
    case OutputFormat::kText:
      return make_text_renderer(terminal);
    case OutputFormat::kJson:
      return make_json_renderer(JsonLayout::kDocument, question);
    case OutputFormat::kJsonl:
      return make_json_renderer(JsonLayout::kLines, question);
    case OutputFormat::kCsv:
      return make_csv_renderer(csv);
    case OutputFormat::kIds:
      return std::make_unique<IdsRenderer>();
    case OutputFormat::kGexf:
      return std::make_unique<GexfRenderer>();
    case OutputFormat::kMbox:
      break;  // of digests only: view/digest_mail.cc
  }
  throw Error(ExitCode::kInternal, "unknown output format");
}

}  // namespace depeche
