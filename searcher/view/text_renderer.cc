#include <algorithm>
#include <limits>

#include <fmt/ostream.h>

#include "common/message.h"
#include "searcher/view/article_text.h"
#include "searcher/view/cooccurrence_view.h"
#include "searcher/view/digest_view.h"
#include "searcher/view/hits_view.h"
#include "searcher/view/keyness_view.h"
#include "searcher/view/names_view.h"
#include "searcher/view/network_view.h"
#include "searcher/view/related_view.h"
#include "searcher/view/renderers.h"
#include "searcher/view/snippet.h"
#include "searcher/view/style.h"
#include "searcher/view/timeline_view.h"
#include "searcher/view/versions_view.h"

namespace depeche {
namespace {

constexpr unsigned kSnippetLines = 2;
/// A snippet's lines are no longer than this on the widest terminal: the eye loses its line.
constexpr unsigned kLongestLine = 140;
/// What there is always room for, however long date and source are.
constexpr unsigned kShortestTitle = 20;
/// Columns of the first words of a text without a title.
constexpr unsigned kFirstWords = 60;
constexpr std::string_view kSeparator = " · ";

std::string date_label(const Article& article) {
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  if (!date || date->value.empty()) return tr("undated");
  if (date->value.precision() == Precision::kMonthDay)
    return tr("{0:02}/{1:02} (year unknown)", date->value.day, date->value.month);
  const std::string value = to_edtf(date->value);
  return date->inferred ? tr("{} (inferred)", value) : value;
}

std::string rank_label(uint64_t rank) { return fmt::format("{}. ", rank); }

/// The columns left of `width`, and never too few to show something.
unsigned room_beside(unsigned width, unsigned taken) {
  return width > taken + kShortestTitle ? width - taken : kShortestTitle;
}

/// Where the lines of a snippet go: behind `indent` columns; the first may have less room, beside other
/// words.
struct Column {
  size_t indent;
  unsigned width, first;
};

/// Views into snippet.text.
std::vector<std::string_view> lines_of(const Snippet& snippet, const Column& column) {
  return wrap_lines(snippet.text, column.width, column.first);
}

class TextRenderer : public Renderer {
 public:
  explicit TextRenderer(const Terminal& terminal) : terminal_(terminal), style_(terminal) {}

  void list(const Answer& answer, std::ostream& out) const override {
    if (answer.articles == 0 && !answer.partial) return;
    matches(answer.matches, out);
    print_closing(answer, out);
  }

  void matches(const std::vector<Match>& matches, std::ostream& out) const {
    for (const Match& match : matches) {
      print_match(match, rank_label(matches.back().rank).size(), out);
      out << '\n';
    }
  }

  void count(const Answer& answer, std::ostream& out) const override { print_counts(answer, out); }

  void show(const ShownVersion& shown, const Deductions& deduced, std::ostream& out) const override {
    const std::string notice = standing_notice(shown);
    if (!notice.empty()) {
      const unsigned width = terminal_.interactive ? terminal_.width : std::numeric_limits<unsigned>::max();
      for (const std::string_view line : wrap_lines(notice, width, width)) out << style_.bold(line) << '\n';
      out << '\n';
    }
    print_article(shown.article, deduced, terminal_, out);
    if (!shown.copies.empty()) {
      std::string ids;
      for (const std::string& id : shown.copies) ids.append(ids.empty() ? "" : ", ").append(safe_text(id));
      out << '\n'
          << tr_n("Story {1}: {0} copy: {2}", "Story {1}: {0} copies: {2}", shown.copies.size(), shown.story,
                  ids)
          << '\n';
    }
  }

  void concordance(const Concordance& concordance, std::ostream& out) const override {
    print_concordance(concordance, terminal_, out);
  }
  void groups(const HitGroups& groups, std::ostream& out) const override {
    print_groups(groups, terminal_, out);
  }
  void timeline(const Timeline& timeline, TimelineMeasure measure, std::ostream& out) const override {
    print_timeline(timeline, measure, terminal_, out);
  }
  void cooccurrents(const Cooccurrences& found, std::ostream& out) const override {
    print_cooccurrents(found, terminal_, out);
  }
  void keyness(const Keyness& keyness, std::ostream& out) const override {
    print_keyness(keyness, terminal_, out);
  }
  void network(const Network& network, std::ostream& out) const override {
    print_network(network, terminal_, out);
  }
  void variants(const Variants& variants, std::ostream& out) const override {
    print_variants(variants, terminal_, out);
  }
  void related(const RelatedTerms& related, std::ostream& out) const override {
    print_related(related, terminal_, out);
  }
  void facets(const FacetAnswer& answer, std::ostream& out) const override {
    print_facets(answer, terminal_, out);
  }
  void entities(const EntityAnswer& answer, std::ostream& out) const override {
    print_entities(answer, terminal_, out);
  }
  void links(const Article& article, const Deductions& deduced, std::ostream& out) const override {
    print_links(article, deduced, terminal_, out);
  }
  void versions(const VersionList& list, std::ostream& out) const override {
    print_versions(list, terminal_, out);
  }
  void diff(const ArticleDiff& diff, std::ostream& out) const override { print_diff(diff, terminal_, out); }

 private:
  void print_match(const Match& match, size_t indent, std::ostream& out) const {
    const Article& article = match.article;
    std::string start =
        fmt::format("{:>{}}{}{}", rank_label(match.rank), indent, date_label(article), kSeparator);
    if (!article.source.empty()) {
      const std::string source = safe_text(article.source);
      start += terminal_.interactive ? cut_to_width(source, terminal_.width / 3) : source;
      start += kSeparator;
    }
    out << start;

    const unsigned taken = display_width(start), page = std::min(terminal_.width, kLongestLine);
    const unsigned width = room_beside(page, static_cast<unsigned>(indent));
    const Column below{indent, width, width},
        beside{indent, width, std::min(width, room_beside(page, taken))};
    Snippet snippet = snippet_of(match, below);
    if (article.title.empty() && snippet.from_start) {
      // The text's first words, which stand for a title, are the snippet: not shown twice.
      if (Snippet longer = snippet_of(match, beside); longer.from_start) snippet = std::move(longer);
      print_lines(snippet, beside, out);
    } else {
      out << title_of(match, room_beside(terminal_.width, taken)) << '\n';
      if (!snippet.text.empty()) print_lines(snippet, below, out << std::string(indent, ' '));
    }
    print_reference(article, indent, out);
    if (const size_t copies = match.copies.size(); copies > 0)
      out << std::string(indent, ' ') << style_.dim(tr_n("+ {} copy", "+ {} copies", copies)) << '\n';
  }

  /// A snippet that fills a column, and no more.
  static Snippet snippet_of(const Match& match, const Column& column) {
    const bool shared = column.first < column.width;
    unsigned columns = kSnippetLines * column.width + (shared ? column.first : 0);
    while (true) {
      Snippet snippet = safe_snippet(make_snippet(match.article, match.hits, columns));
      const std::vector<std::string_view> lines = lines_of(snippet, column);
      if (lines.size() <= kSnippetLines + (shared ? 1 : 0) || columns <= column.width) return snippet;
      columns -= std::max(1u, display_width(lines.back()));
    }
  }

  /// The title, or the text's first words, with its hits; on a terminal cut to `width`.
  std::string title_of(const Match& match, unsigned width) const {
    const Article& article = match.article;
    if (article.title.empty())
      return style_.bold(safe_text(make_snippet(article, {}, std::min(width, kFirstWords)).text));
    Snippet title = safe_snippet(whole_field(article, TextField::kTitle, match.hits));
    if (terminal_.interactive) title = cut_snippet(title, width);
    return style_.bold(highlight(title, style_.hits_in_bold()));
  }

  /// The cursor stands where the first line belongs.
  void print_lines(const Snippet& snippet, const Column& column, std::ostream& out) const {
    const std::vector<std::string_view> lines = lines_of(snippet, column);
    for (const std::string_view& line : lines) {
      if (&line != &lines.front()) out << std::string(column.indent, ' ');
      const auto begin = static_cast<size_t>(line.data() - snippet.text.data());
      out << highlight(snippet, style_.hits(), begin, begin + line.size()) << '\n';
    }
  }

  /// What identifies the article and leads to its file; never cut, to be copied.
  void print_reference(const Article& article, size_t indent, std::ostream& out) const {
    std::string name = safe_text(article.id), place = safe_text(article.origin.path);
    if (article.version > 1) name.append(kSeparator) += tr("version {}", article.version);
    if (article.origin.record > 1) place = tr("{0} (record {1})", place, article.origin.record);
    const std::string margin(indent, ' ');
    const std::string one_line = name + std::string(place.empty() ? "" : kSeparator) + place;
    if (terminal_.interactive && indent + display_width(one_line) > terminal_.width)
      out << margin << style_.dim(name) << '\n' << margin << style_.dim(place) << '\n';
    else
      out << margin << style_.dim(one_line) << '\n';
  }

  void print_closing(const Answer& answer, std::ostream& out) const {
    if (answer.articles > 0) out << closing_line(answer) << '\n';
    if (answer.partial) {
      const std::string mark =
          tr("Incomplete: the time limit was reached before every article was looked at.");
      out << style_.bold(mark) << '\n';
    }
  }

  static std::string closing_line(const Answer& answer) {
    std::string articles = answer.partial
                               ? tr_n("At least {} article", "At least {} articles", answer.articles)
                               : tr_n("{} article", "{} articles", answer.articles);
    const uint64_t listed = answer.stories.value_or(answer.articles);
    if (listed != answer.articles)
      articles = tr_n("{1} in {0} story", "{1} in {0} stories", listed, articles);
    if (answer.matches.empty()) return tr("{}, none shown", articles);
    if (answer.matches.size() == listed) return articles;
    const uint64_t first = answer.matches.front().rank, last = answer.matches.back().rank;
    if (last == listed) return tr("{0}, {1} to {2} shown", articles, first, last);
    return tr("{0}, {1} to {2} shown; next: --offset {2}", articles, first, last);
  }

  Terminal terminal_;
  Style style_;
};

}  // namespace

void print_matches(const std::vector<Match>& matches, const Terminal& terminal, std::ostream& out) {
  TextRenderer(terminal).matches(matches, out);
}

std::unique_ptr<Renderer> make_text_renderer(const Terminal& terminal) {
  return std::make_unique<TextRenderer>(terminal);
}

}  // namespace depeche
