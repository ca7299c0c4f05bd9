#include <fmt/format.h>

#include "common/terminal.h"
#include "searcher/view/cooccurrence_view.h"
#include "searcher/view/csv.h"
#include "searcher/view/hits_view.h"
#include "searcher/view/network_view.h"
#include "searcher/view/partial_renderer.h"
#include "searcher/view/renderers.h"
#include "searcher/view/snippet.h"

namespace depeche {
namespace {

using Row = std::vector<std::string>;

/// Columns of a snippet: the same wherever the output goes.
constexpr unsigned kSnippetWidth = 240;

std::string decimals(double number) { return fmt::format("{:.4f}", number); }
std::string decimals(std::optional<double> number) { return number ? decimals(*number) : ""; }
std::string flag(bool value) { return value ? "true" : "false"; }

/// What is known of a date of publication, four columns: never more than that.
void append_date(const std::optional<ArticleDate>& date, Row& row) {
  if (!date) return void(row.insert(row.end(), 4, ""));
  row.push_back(to_edtf(date->value));
  row.push_back(to_edtf(date->value, date->inferred));
  row.emplace_back(name_of(date->basis));
  row.push_back(flag(date->inferred));
}
constexpr const char* kDateColumns[] = {"date", "date_edtf", "date_basis", "date_inferred"};

Row heading(Row before, Row behind) {
  before.insert(before.end(), std::begin(kDateColumns), std::end(kDateColumns));
  before.insert(before.end(), behind.begin(), behind.end());
  return before;
}

/// « Pékin 9 | PEKIN 2 »
std::string forms_of(const NameCount& name) {
  std::string text;
  for (const FormCount& form : name.forms)
    text += fmt::format("{}{} {}", text.empty() ? "" : " | ", form.text, form.mentions);
  return text;
}

class CsvRenderer : public PartialRenderer {
 public:
  explicit CsvRenderer(const CsvOptions& options) : options_(options) {}

  void list(const Answer& answer, std::ostream& out) const override {
    CsvWriter csv(out, options_);
    csv.row(heading({"rank", "score", "id", "version", "title"}, {"source", "snippet", "hits", "path"}));
    for (const Match& match : answer.matches) {
      const Article& article = match.article;
      const ArticleDate* date = find_date(article, DateKind::kPublished);
      Row row{std::to_string(match.rank), decimals(match.score), article.id, std::to_string(article.version),
              article.title};
      append_date(date ? std::optional(*date) : std::nullopt, row);
      row.insert(row.end(), {article.source, make_snippet(article, match.hits, kSnippetWidth).text,
                             std::to_string(match.hits.size()), article.origin.path});
      csv.row(row);
    }
  }

  void count(const Answer& answer, std::ostream& out) const override {
    CsvWriter csv(out, options_);
    csv.row({"articles", "hits", "words"});
    csv.row({std::to_string(answer.articles), std::to_string(answer.hits), std::to_string(answer.words)});
  }

  void concordance(const Concordance& concordance, std::ostream& out) const override {
    CsvWriter csv(out, options_);
    csv.row(heading({"rank", "id", "version"},
                    {"source", "title", "field", "begin", "end", "left", "hit", "right", "path"}));
    for (const ConcordanceLine& line : concordance.lines) {
      Row row{std::to_string(line.rank), line.id, std::to_string(line.version)};
      append_date(line.published, row);
      row.insert(row.end(),
                 {line.source, line.title, std::string(name_of(line.span.field)), std::to_string(line.begin),
                  std::to_string(line.end), line.left, line.keyword, line.right, line.path});
      csv.row(row);
    }
  }

  void groups(const HitGroups& groups, std::ostream& out) const override {
    CsvWriter csv(out, options_);
    csv.row({std::string(name_of(groups.by)), "hits", "articles"});
    for (const HitGroup& group : groups.groups)
      csv.row({group.form, std::to_string(group.hits), std::to_string(group.articles)});
  }

  void timeline(const Timeline& timeline, TimelineMeasure, std::ostream& out) const override {
    CsvWriter csv(out, options_);
    csv.row({"query", "period", "first_day", "last_day", "apart", "articles", "hits", "share", "rate",
             "all_articles", "all_words"});
    const auto add = [&](const TimelineSeries& series, Row place, const PeriodCount& count,
                         const PeriodCount& all) {
      place.insert(place.begin(), series.query);
      place.insert(place.end(), {std::to_string(count.articles), std::to_string(count.hits),
                                 decimals(share_of(count, all)), decimals(rate_of(count, all)),
                                 std::to_string(all.articles), std::to_string(all.words)});
      csv.row(place);
    };
    const auto iso = [](Day day) { return to_edtf(PartialDate::of(day)); };
    for (const TimelineSeries& series : timeline.series) {
      for (size_t i = 0; i < timeline.all.size(); ++i) {
        const PeriodNumber period = timeline.period(i);
        add(series,
            {period_label(period, timeline.unit), iso(first_day_of(period, timeline.unit)),
             iso(last_day_of(period, timeline.unit)), ""},
            series.periods[i], timeline.all[i]);
      }
      for (size_t why = 0; why < kApartReasons; ++why)
        add(series, {"", "", "", std::string(name_of(static_cast<Apart>(why)))}, series.apart[why],
            timeline.all_apart[why]);
    }
  }

  void cooccurrents(const Cooccurrences& found, std::ostream& out) const override {
    CsvWriter csv(out, options_);
    write_cooccurrents(found, csv);
  }
  void network(const Network& network, std::ostream& out) const override {
    CsvWriter csv(out, options_);
    write_edges(network, csv);
  }
  void variants(const Variants& variants, std::ostream& out) const override {
    CsvWriter csv(out, options_);
    csv.row({"word", "form", "kind", "hits", "articles"});
    for (const Variant& variant : variants.variants)
      csv.row({variants.word, variant.form, std::string(name_of(variant.kind)), std::to_string(variant.hits),
               std::to_string(variant.articles)});
  }

  void related(const RelatedTerms& related, std::ostream& out) const override {
    CsvWriter csv(out, options_);
    csv.row({"kind", "text", "query", "answers", "articles", "weight"});
    for (const RelatedTerm& term : related.terms)
      csv.row({std::string(name_of(term.kind)), term.text, term.query, std::to_string(term.answers),
               std::to_string(term.articles), term.weight > 0 ? decimals(term.weight) : ""});
  }

  void facets(const FacetAnswer& answer, std::ostream& out) const override {
    CsvWriter csv(out, options_);
    csv.row({"field", "name", "key", "articles", "deduced", "mentions", "forms"});
    for (const Facet& facet : answer.facets)
      for (const NameCount& name : facet.top) {
        Row row{std::string(facet.field->english), name.best_form(), name.key, std::to_string(name.articles)};
        if (facet.field->has_mentions)
          row.insert(row.end(),
                     {std::to_string(name.deduced), std::to_string(name.mentions), forms_of(name)});
        else
          row.insert(row.end(), 3, "");
        csv.row(row);
      }
  }

  void entities(const EntityAnswer& answer, std::ostream& out) const override {
    CsvWriter csv(out, options_);
    csv.row({"type", "key", "name", "articles", "deduced", "mentions", "forms"});
    for (const auto& [type, name] : answer.entities)
      csv.row({std::string(name_of(type)), name.key, name.best_form(), std::to_string(name.articles),
               std::to_string(name.deduced), std::to_string(name.mentions), forms_of(name)});
  }

 private:
  CsvOptions options_;
};

}  // namespace

std::unique_ptr<Renderer> make_csv_renderer(const CsvOptions& options) {
  return std::make_unique<CsvRenderer>(options);
}

}  // namespace depeche
