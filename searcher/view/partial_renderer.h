#pragma once

#include <ostream>

#include "common/error.h"
#include "searcher/view/renderer.h"

namespace depeche {

/// A renderer of a format that few views have: the command line keeps the others from it.
class PartialRenderer : public Renderer {
 public:
  void list(const Answer&, std::ostream&) const override { refuse(); }
  void count(const Answer&, std::ostream&) const override { refuse(); }
  void show(const ShownVersion&, const Deductions&, std::ostream&) const override { refuse(); }
  void concordance(const Concordance&, std::ostream&) const override { refuse(); }
  void groups(const HitGroups&, std::ostream&) const override { refuse(); }
  void timeline(const Timeline&, TimelineMeasure, std::ostream&) const override { refuse(); }
  void cooccurrents(const Cooccurrences&, std::ostream&) const override { refuse(); }
  void network(const Network&, std::ostream&) const override { refuse(); }
  void variants(const Variants&, std::ostream&) const override { refuse(); }
  void related(const RelatedTerms&, std::ostream&) const override { refuse(); }
  void facets(const FacetAnswer&, std::ostream&) const override { refuse(); }
  void entities(const EntityAnswer&, std::ostream&) const override { refuse(); }
  void links(const Article&, const Deductions&, std::ostream&) const override { refuse(); }
  void versions(const VersionList&, std::ostream&) const override { refuse(); }
  void diff(const ArticleDiff&, std::ostream&) const override { refuse(); }

 private:
  [[noreturn]] static void refuse() { throw Error(ExitCode::kInternal, "a view without this format"); }
};

}  // namespace depeche
