#include <fmt/format.h>

#include "common/message.h"
#include "common/text/visible.h"
#include "searcher/view/digest_view.h"
#include "searcher/view/question_view.h"
#include "searcher/view/style.h"

namespace depeche {

void print_period(const DigestPeriod& period, const Terminal& terminal, std::ostream& out) {
  const auto state_text = [](uint64_t number, const std::string& published) {
    const std::string text = std::to_string(number);
    return published.empty() ? text : fmt::format("{} ({})", text, visible_text(published));
  };
  out << Style(terminal).dim(tr("Since state {0}: state {1}",
                                state_text(period.since, period.since_published),
                                state_text(period.state, period.published)))
      << '\n';
}

std::string digest_title(const StandingQuery& standing, const QueryDigest& digest) {
  const std::string name = visible_text(standing.name);
  const std::string fresh = tr_n("{} new article", "{} new articles", digest.fresh_articles);
  const std::string changed = tr_n("{} changed article", "{} changed articles", digest.changed_articles);
  if (digest.articles() == 0) return tr("{}: nothing new", name);
  if (digest.changed_articles == 0) return tr("{0}: {1}", name, fresh);
  if (digest.fresh_articles == 0) return tr("{0}: {1}", name, changed);
  return tr("{0}: {1}, {2}", name, fresh, changed);
}

void print_digest(const StandingQuery& standing, const QueryDigest& digest, const Terminal& terminal,
                  std::ostream& out) {
  const Style style(terminal);
  out << style.bold(digest_title(standing, digest)) << '\n';
  if (standing.name != standing.text) out << visible_text(standing.text) << '\n';
  if (standing.question) {
    out << tr("Understood: {}", visible_text(to_text(standing.query))) << '\n';
    if (const std::string note = unread_note(*standing.question); !note.empty()) out << note << '\n';
  }
  out << '\n';
  print_matches(digest.fresh, terminal, out);
  if (!digest.changed.empty()) {
    out << style.bold(tr("Changed:")) << "\n\n";
    print_matches(digest.changed, terminal, out);
  }
  if (const uint64_t shown = digest.fresh.size() + digest.changed.size(); shown < digest.articles())
    out << tr("{0} of {1} articles shown: --limit was reached", shown, digest.articles()) << "\n\n";
  if (digest.partial)
    out << style.bold(tr("Incomplete: the time limit was reached before every article was looked at."))
        << "\n\n";
}

}  // namespace depeche
