#include <optional>
#include <utility>

#include "common/error.h"
#include "common/message.h"
#include "common/published_index.h"
#include "common/text/visible.h"
#include "searcher/actions.h"
#include "searcher/article_diff.h"
#include "searcher/outcome.h"
#include "searcher/related/similar.h"
#include "searcher/stories.h"
#include "searcher/versions.h"
#include "searcher/view/link_chain.h"
#include "searcher/view/question_view.h"

namespace depeche {
namespace {

ExitCode print(const ShownVersion& shown, const PublishedIndex& index, const SearcherOptions& options,
               const Renderer& renderer, std::ostream& out) {
  const Deductions deduced = readable_deductions(shown.article, index);
  if (options.action == SearcherOptions::Action::kShow) {
    renderer.show(shown, deduced, out);
    return ExitCode::kOk;
  }
  renderer.links(shown.article, deduced, out);
  if (!link_chains(shown.article, deduced).empty()) return ExitCode::kOk;
  return nothing_found(tr("in the article {} no name stands for a longer one", visible_text(options.id)));
}

}  // namespace

ExitCode show_article(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const auto [article, first, last] = find_reference(index, options.id);
  if (article.empty()) return no_such_article(options);
  if (last)
    throw Error(ExitCode::kUsage,
                tr("{}: one version is shown at a time, as in ID@2", visible_text(options.id)));
  const ArticleVersion* live = article.live();
  const ArticleVersion* version = first ? article.find(*first) : live;
  if (!version && first) return no_such_version(article, *first);
  if (!version)
    return nothing_found(
        tr("the article {0} was removed; of its versions the index holds {1}: see --show {0}@{2}",
           visible_text(article.id), numbers_held(article), article.versions.back().number));
  ShownVersion shown{
      read_version(index, *version), *version, live ? std::optional(live->number) : std::nullopt, {}, {}};
  if (const Story* story = story_of(index, version->docid)) {
    shown.story = story->key;
    shown.copies = other_ids(index, *story, version->docid);
  }
  return print(shown, index, options, renderer, out);
}

ExitCode show_versions(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const auto [article, first, last] = find_reference(index, options.id);
  if (article.empty()) return no_such_article(options);
  if (first)
    throw Error(ExitCode::kUsage,
                tr("--versions lists all versions: write --versions {}", visible_text(article.id)));
  renderer.versions(list_versions(index, article), out);
  return ExitCode::kOk;
}

ExitCode show_diff(const SearcherOptions& options, const Renderer& renderer, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const auto [article, first, last] = find_reference(index, options.id);
  if (article.empty()) return no_such_article(options);
  for (const std::optional<uint32_t>& number : {first, last})
    if (number && !article.find(*number)) return no_such_version(article, *number);
  const ArticleVersion* to = last    ? article.find(*last)
                             : first ? article.find(*first)
                                     : &article.versions.back();
  const ArticleVersion* from = last ? article.find(*first) : article.before(*to);
  if (!from)
    return nothing_found(
        tr("version {1} of the article {0} is the oldest that the index holds: there is none "
           "before it to compare with",
           visible_text(article.id), to->number));
  ArticleDiff diff = diff_articles(read_version(index, *from), read_version(index, *to));
  diff.id = article.id;
  diff.from = *from;
  diff.to = *to;
  renderer.diff(diff, out);
  return ExitCode::kOk;
}

ExitCode list_similar(const SearcherOptions& options, const Terminal& terminal, std::ostream& out) {
  const PublishedIndex index = open_published(IndexLayout(options.index));
  const auto [article, first, last] = find_reference(index, options.id);
  if (article.empty()) return no_such_article(options);
  if (last)
    throw Error(ExitCode::kUsage,
                tr("{}: one version is compared with others, as in ID@2", visible_text(options.id)));
  const ArticleVersion* version = first ? article.find(*first) : &article.versions.back();
  if (!version) return no_such_version(article, *first);
  Question question;
  question.text = "--like " + options.id;
  question.query = similar_to(index, read_version(index, *version));
  if (question.query.kind == Query::Kind::kAll)
    return nothing_found(
        tr("no word of the article {} tells it apart and stands in another one", visible_text(options.id)));
  if (options.query.kind != Query::Kind::kAll)
    question.query = join(Query::Kind::kAnd, {question.query, options.query});
  SearchOptions similar = search_options(options);
  similar.least_share = kLeastSimilarity;
  similar.relax = false;
  const Answer answer = search(index, question.query, similar);
  if (options.format == OutputFormat::kText && !answer.matches.empty())
    print_question(question, terminal, out);
  make_renderer(options.format, terminal, options.csv, &question)->list(answer, out);
  if (answer.partial) return partial_answer(options);
  if (answer.articles > 0) return ExitCode::kOk;
  return nothing_found(tr("no article is like {}", visible_text(options.id)));
}

}  // namespace depeche
