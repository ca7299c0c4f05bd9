#include "searcher/view/renderer.h"

#include <fmt/ostream.h>

#include "common/error.h"
#include "searcher/view/renderers.h"

namespace depeche {
namespace {

class IdsRenderer : public Renderer {
 public:
  void list(const Answer& answer, std::ostream& out) const override {
    for (const Match& match : answer.matches) print(match.article, out);
  }
  void count(const Answer& answer, std::ostream& out) const override { print_counts(answer, out); }
  void show(const ShownVersion& shown, const Deductions&, std::ostream& out) const override {
    print(shown.article, out);
  }
  void concordance(const Concordance&, std::ostream&) const override { refuse(); }
  void groups(const HitGroups&, std::ostream&) const override { refuse(); }
  void timeline(const Timeline&, TimelineMeasure, std::ostream&) const override { refuse(); }
  void cooccurrents(const Cooccurrences&, std::ostream&) const override { refuse(); }
  void variants(const Variants&, std::ostream&) const override { refuse(); }
  void related(const RelatedTerms&, std::ostream&) const override { refuse(); }
  void facets(const FacetAnswer&, std::ostream&) const override { refuse(); }
  void entities(const EntityAnswer&, std::ostream&) const override { refuse(); }
  void links(const Article&, const Deductions&, std::ostream&) const override { refuse(); }
  void versions(const VersionList&, std::ostream&) const override { refuse(); }
  void diff(const ArticleDiff&, std::ostream&) const override { refuse(); }

 private:
  static void print(const Article& article, std::ostream& out) { out << safe_text(article.id) << '\n'; }
  [[noreturn]] static void refuse() { throw Error(ExitCode::kInternal, "no identifiers to print"); }
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
    case OutputFormat::kMbox:
      break;  // of digests only: view/digest_mail.cc
  }
  throw Error(ExitCode::kInternal, "unknown output format");
}

}  // namespace depeche
