// What has been read of a question, put together.
#include <algorithm>
#include <utility>

#include "searcher/question/reader.h"

namespace depeche {
namespace {

/// Whether an article cannot be both: it has one section and one source. « et » between them means either.
bool excludes(const Query& a, const Query& b) {
  const Query& first = a.kind == Query::Kind::kOr ? a.children.front() : a;
  const bool one = first.field == FieldId::kSection || first.field == FieldId::kSource;
  return one && first.kind == Query::Kind::kField && b.kind == Query::Kind::kField && first.field == b.field;
}

}  // namespace

/// All wanted parts, then without the unwanted ones.
Query QuestionReader::whole_query() {
  std::vector<Query> wanted, unwanted;
  bool last_wanted = false;
  for (Part& part : parts_) {
    if (part.unwanted) {
      unwanted.push_back(std::move(part.query));
    } else if (last_wanted && (part.or_before || (part.linked && excludes(wanted.back(), part.query)))) {
      std::vector<Query> either;
      either.push_back(std::move(wanted.back()));
      either.push_back(std::move(part.query));
      wanted.back() = join(Query::Kind::kOr, std::move(either));
    } else {
      wanted.push_back(std::move(part.query));
    }
    last_wanted = !part.unwanted;
  }
  Query whole = join(Query::Kind::kAnd, std::move(wanted));
  for (Query& query : unwanted) {
    Query without{.kind = Query::Kind::kNot};
    if (whole.kind != Query::Kind::kAll) without.children.push_back(std::move(whole));
    without.children.push_back(std::move(query));
    whole = std::move(without);
  }
  return whole;
}

std::vector<Question::Unread> QuestionReader::unread_stretches() const {
  std::vector<Question::Unread> stretches;
  for (size_t i = 0; i < view_.size(); ++i) {
    if (!unread_[i]) continue;
    const QuestionToken& word = view_.tokens[i];
    if (i > 0 && unread_[i - 1])
      stretches.back().end = word.end;
    else
      stretches.push_back({word.begin, word.end});
  }
  return stretches;
}

void QuestionReader::finish() {
  question_.text = view_.text;
  question_.query = whole_query();
  // What the list shows is answered by it; the rest of the attributes then is not.
  bool listed = attributes_.empty() && question_.fields.empty();
  for (const size_t at : attributes_)
    listed = listed || find_attribute(view_.tokens[at].folded)->shown == QuestionAttribute::Shown::kByList;
  for (const size_t at : attributes_) {
    const auto shown = find_attribute(view_.tokens[at].folded)->shown;
    if (shown == QuestionAttribute::Shown::kNever || (listed && shown == QuestionAttribute::Shown::kByFacet))
      mark_unread(at, at + 1);
  }
  if (listed) question_.fields.clear();
  if (!question_.fields.empty()) question_.asked = Question::Asked::kValues;
  question_.unread = unread_stretches();
}

}  // namespace depeche
