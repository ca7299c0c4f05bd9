#include "searcher/analyze_table.h"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/message.h"
#include "common/table.h"
#include "common/terminal.h"

namespace depeche {
namespace {

const char* label_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::kWord:
      return DEPECHE_TR("word");
    case TokenKind::kElision:
      return DEPECHE_TR("elision");
    case TokenKind::kAcronym:
      return DEPECHE_TR("acronym");
    case TokenKind::kNumber:
      return DEPECHE_TR("number");
    case TokenKind::kException:
      return DEPECHE_TR("exception");
    case TokenKind::kPart:
      return DEPECHE_TR("part");
    case TokenKind::kCompound:
      return DEPECHE_TR("compound");
  }
  return "";
}

std::string why(const Token& token) {
  if (token.kind == TokenKind::kWord && is_stop_word(token.word->term)) return tr("stop word");
  return tr(label_of(token.kind));
}

std::vector<std::string> row_of(std::string_view text, const Token& token) {
  const auto& stems = token.word->stems;
  const std::string position = std::to_string(token.position);
  return {safe_text(text.substr(token.begin, token.end - token.begin)),
          fmt::format("{}-{}", token.begin, token.end),
          token.positional() ? position : "(" + position + ")",
          safe_text(token.word->term),
          stems.empty() ? "-" : safe_text(fmt::format("{}", fmt::join(stems, ", "))),
          why(token)};
}

}  // namespace

void print_analysis(std::string_view text, const std::vector<Token>& tokens, std::ostream& out) {
  TableRows rows = {{tr("surface"), tr("offsets"), tr("position"), tr("term"), tr("stems"), tr("why")}};
  for (const Token& token : tokens) rows.push_back(row_of(text, token));
  out << table_text(std::move(rows));
}

}  // namespace depeche
