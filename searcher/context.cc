#include "searcher/context.h"

#include <algorithm>

namespace depeche {
namespace {

constexpr std::string_view kBlanks = " \t\n\r";

std::string_view between(std::string_view text, size_t begin, size_t end) {
  text = text.substr(begin, end - begin);
  const size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace

Context context_of(const Article& article, const ArticleTokens& tokens, const Span& hit, unsigned words) {
  const std::string_view text = article.field(hit.field);
  const std::vector<Token>& field = hit.field == TextField::kTitle ? tokens.title : tokens.text;
  const size_t feed_before = hit.begin == 0 ? std::string_view::npos : text.rfind('\n', hit.begin - 1);
  const size_t first = feed_before == std::string_view::npos ? 0 : feed_before + 1;
  const size_t last = std::min(text.find('\n', hit.end), text.size());

  Context context;
  context.keyword = text.substr(hit.begin, hit.end - hit.begin);
  const auto inside =
      std::lower_bound(field.begin(), field.end(), hit.begin,
                       [](const Token& token, uint32_t begin) { return token.begin < begin; });
  size_t begin = first, end = last;
  for (auto token = inside; token != field.begin();) {
    --token;
    if (token->begin < first) break;
    // Of the readings of a damaged word one is enough.
    if (!token->positional() || token->end > hit.begin) continue;
    if (!context.before.empty() && context.before.back()->begin == token->begin) continue;
    if (context.before.size() == words) {
      begin = context.before.empty() ? hit.begin : context.before.back()->begin;
      break;
    }
    context.before.push_back(&*token);
  }
  for (auto token = inside; token != field.end() && token->begin < last; ++token) {
    if (!token->positional() || token->begin < hit.end) continue;
    if (!context.after.empty() && context.after.back()->begin == token->begin) continue;
    if (context.after.size() == words) {
      end = context.after.empty() ? hit.end : context.after.back()->end;
      break;
    }
    context.after.push_back(&*token);
  }
  context.left = between(text, begin, hit.begin);
  context.right = between(text, hit.end, end);
  return context;
}

}  // namespace depeche
