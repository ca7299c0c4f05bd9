#include <string>

#include <gtest/gtest.h>

#include "common/terminal.h"
#include "tests/golden/golden.h"
#include "tests/unit/query_line.h"

namespace depeche {
namespace {

std::string repeated(std::string_view text, size_t times) {
  std::string result;
  for (size_t i = 0; i < times; ++i) result += text;
  return result;
}

/// What is wrong is marked in the text: ‹…›, or ‹› behind its end.
struct Case {
  std::string_view marked;
  std::string_view message;  // its beginning
  ExitCode code = ExitCode::kUsage;
};

constexpr std::string_view kOpen = "‹", kClose = "›";

const Case kCases[] = {
    // Fields
    {"‹inconnu›:x", "there is no field inconnu"},
    {"chine ‹persone›:Hua", "there is no field persone"},
    {"‹Pékin›:capitale", "there is no field Pékin"},
    {"‹personne:›", "no value stands behind personne:"},
    {"‹personne:› Hua", "no value stands behind personne:"},
    {"a ‹personne :› Hua", "no space stands in front of the colon"},
    {"‹événement\u00a0:› hier", "no space stands in front of the colon"},
    {"(‹personne:›)", "no value stands behind personne:"},
    {"personne:‹(›Hua OU Xi)", "personne: takes one value, not a group"},
    {"titre:‹(›image)", "titre: takes one value"},
    {"personne:‹\"\"›", "there is no value here"},
    {"personne:‹« »›", "there is no value here"},
    {"personne:‹...›", "there is no value here"},
    {"id:‹\"\"›", "there is no value here"},
    {"personne:‹Hua*›", "* = and ~ have no meaning"},
    {"personne:‹=Hua›", "* = and ~ have no meaning"},
    {"personne:\"Hua\"‹~›", "~ has no meaning behind the value"},
    {"personne:‹\"›Hua", "this quote is never closed"},
    {"titre:‹...›", "there is no word here"},
    {"titre:‹\"a b\"~5›", "a phrase in the title takes no distance"},
    {"titre:‹a*b›", "* stands only at the end"},
    {"titre:‹-a›", "- in front of a word"},
    {"‹12:30›", "a colon stands only behind the name of a field"},
    {"à ‹12:30:05›", "a colon stands only behind the name of a field"},
    {"‹http://exemple.fr/a?b›", "an address stands in quotes"},

    // Dates
    {"date:‹31/02/2019›", "no such date"},
    {"date:\"‹31/02/2019›\"", "no such date"},
    {"date:« ‹31/02/2019› »", "no such date"},
    {"chine date:2019-02-01..‹2019-02-30›", "no such date"},
    {"evenement:‹bientôt›", "unreadable date"},
    {"date:‹\"\"›", "there is no value here"},

    // Quotes
    {"‹\"›abc", "this quote is never closed"},
    {"a « b » ‹«› c", "this quote is never closed"},
    {"‹“›abc\"", "this quote is never closed"},
    {"‹\\\"›abc", "this quote is never closed"},
    {"‹\"›abc\\\"", "this quote is never closed"},
    {"abc‹»›", "this quote closes nothing"},
    {"abc‹”› d", "this quote closes nothing"},
    {"‹\"\"›", "there is no word between these quotes"},
    {"a ‹« … »›", "there is no word between these quotes"},
    {"\"a b\"‹~0x›", "behind ~ stands nothing, or a number"},
    {"\"a b\"~‹0›", "a distance is a number of words"},
    {"\"a b\"‹~x›", "behind ~ stands nothing, or a number"},
    {"\"a b\"‹~é›", "behind ~ stands nothing, or a number"},
    {"\"cyber‹*› attaque\"", "* has no meaning in a phrase"},
    {"\"cyber‹*› attaque\"~", "* has no meaning in a phrase"},
    {"\"‹a*b› c\"~5", "* stands only at the end"},
    {"‹=›\"a b\"", "= stands only in front of a word"},

    // Brackets
    {"(((‹(›", "this bracket is never closed"},
    {"‹(›a", "this bracket is never closed"},
    {"a ‹(›b (c OU d)", "this bracket is never closed"},
    {"a‹)›", "this bracket closes nothing"},
    {"‹)›", "this bracket closes nothing"},
    {"(a) ‹)› b", "this bracket closes nothing"},
    {"‹()›", "there is nothing between these brackets"},
    {"a ‹(  )›", "there is nothing between these brackets"},

    // Operators
    {"‹OU›", "nothing stands in front of OU"},
    {"‹OU› a", "nothing stands in front of OU"},
    {"a ‹OU›", "nothing stands behind OU"},
    {"(a ‹OU›) b", "nothing stands behind OU"},
    {"a OU ‹ET› b", "ET cannot stand behind OU"},
    {"(‹ET› a)", "nothing stands in front of ET"},
    {"‹SAUF›", "nothing stands behind SAUF"},
    {"a ‹SAUF›", "nothing stands behind SAUF"},
    {"a SAUF ‹OU› b", "OU cannot stand behind SAUF"},
    {"‹PRES/5› a", "nothing stands in front of PRES/5"},
    {"a ‹PRES/5›", "nothing stands behind PRES/5"},
    {"a PRES/5 ‹SAUF› b", "SAUF cannot stand behind PRES/5"},
    {"a PRES/‹0› b", "a distance is a number of words"},
    {"a ‹PRES/› b", "behind PRES/ stands a number"},
    {"a ‹NEAR/x› b", "behind NEAR/ stands a number"},
    {"a ‹PRES/-5› b", "behind PRES/ stands a number"},
    {"a MEMEPHRASE‹/2› b", "MEMEPHRASE takes no number"},
    {"a ‹pres/5› b", "operators are written in capitals"},
    {"a ‹près/5› b", "operators are written in capitals"},
    {"a PRES/5 b ‹PRES/3› c", "PRES/3 does not go on from PRES/5"},
    {"a PRES b ‹MEMEPHRASE› c", "MEMEPHRASE does not go on from PRES"},
    {"a PRES/5 ‹personne:Hua›", "PRES/5 joins words of the text"},
    {"‹date:2019› PRES/5 a", "PRES/5 joins words of the text"},
    {"a SUIVI ‹titre:b›", "SUIVI joins words of the text"},
    {"a PRES/5 (‹b c›)", "PRES/5 joins words, phrases"},
    {"(‹b OU lieu:Chine›) PRES/5 a", "PRES/5 joins words, phrases"},
    {"(‹a PRES/5 b›) PRES/5 c", "PRES/5 joins words, phrases"},
    {"‹\"a b\"~5› MEMEPHRASE c", "MEMEPHRASE joins words, phrases"},
    {"(‹SAUF a›) MEMEPHRASE c", "MEMEPHRASE joins words, phrases"},

    // Signs of other search engines
    {"cyber ‹-tennis›", "- in front of a word"},
    {"cyber ‹!tennis›", "! in front of a word"},
    {"‹+cyber› tennis", "+ in front of a word"},
    {"cyber ‹-›\"le tennis\"", "- in front of a word"},
    {"cyber ‹-›(tennis)", "- in front of a word"},
    {"cyber ‹-titre:tennis›", "- in front of a word"},
    {"a ‹||› b", "| is no operator"},
    {"‹a|b›", "| is no operator"},
    {"‹a~2›", "~ stands only behind the closing quote"},
    {"\"a b\" ‹~5›", "~ stands only behind the closing quote"},
    {"‹ch?ne›", "? stands for no letter"},

    // Jokers
    {"‹*›", "* stands only behind the beginning of a word"},
    {"a ‹**› b", "* stands only behind the beginning of a word"},
    {"‹*attaque›", "* stands only at the end"},
    {"‹cyber*attaque›", "* stands only at the end"},
    {"‹cyber**›", "* stands only at the end"},
    {"‹=cyber*›", "= and * exclude each other"},

    // Nothing to search for
    {"‹!›", "there is no word"},
    {"‹, ; ...›", "there is no word"},

    // Bytes
    {"caf‹\xe9›", "this byte is not UTF-8"},
    {"\"a ‹\xed›\xa0\x80\"", "this byte is not UTF-8"},

    // Limits
    {"‹a*›", "at least 2 letters", ExitCode::kRefused},
    {"cyber ‹l'a*›", "at least 2 letters", ExitCode::kRefused},
    {"a PRES/‹101› b", "words are searched at most 100 words apart", ExitCode::kRefused},
    {"a NEAR/‹99999999999› b", "words are searched at most 100 words apart", ExitCode::kRefused},
    {"\"a b\"~‹101›", "words are searched at most 100 words apart", ExitCode::kRefused},
};

TEST(QueryError, PlaceCodeAndMessage) {
  for (const Case& c : kCases) {
    const size_t begin = c.marked.find(kOpen), close = c.marked.find(kClose);
    ASSERT_TRUE(begin < close && close != std::string_view::npos) << c.marked;
    const size_t end = close - kOpen.size();
    std::string text(c.marked);
    text.erase(close, kClose.size()).erase(begin, kOpen.size());
    const auto parsed = parse(text, kQueryToday);
    const auto* error = std::get_if<QueryError>(&parsed);
    ASSERT_TRUE(error) << text << " is " << parsed_line(text);
    EXPECT_EQ(error->begin, begin) << text << ": " << error->message;
    EXPECT_EQ(error->end, end) << text << ": " << error->message;
    EXPECT_EQ(error->code, c.code) << text;
    EXPECT_TRUE(error->message.starts_with(c.message)) << text << ": " << error->message;
  }
}

TEST(QueryError, Suggestions) {
  const struct {
    std::string_view text, part;
  } kSuggestions[] = {
      {"persone:Hua", "did you mean personne:?"},
      {"inconnu:x", "personne, org, lieu,"},
      {"cyber -tennis", "SAUF tennis"},
      {"12:30", "\"12:30\""},
      {"a pres/5 b", "PRES/5"},
      {"a NEAR b ADJ c", "(a NEAR b) ET (b ADJ c)"},
      {"a PRES/5 lieu:Chine", "(a PRES/5 b) ET lieu:Chine"},
      {"« a", "»"},
      {"=cyber*", "=cyber for that very word, or cyber*"},
  };
  for (const auto& c : kSuggestions) {
    const auto parsed = parse(c.text, kQueryToday);
    ASSERT_TRUE(std::holds_alternative<QueryError>(parsed)) << c.text;
    EXPECT_NE(std::get<QueryError>(parsed).suggestion.find(c.part), std::string::npos)
        << c.text << ": " << std::get<QueryError>(parsed).suggestion;
  }
}

TEST(QueryError, JustBeyondTheLimits) {
  const struct {
    std::string text;
    size_t begin, end;
    std::string_view message;
  } kLimits[] = {
      {std::string(kMaxQueryBytes + 1, 'a'), kMaxQueryBytes, kMaxQueryBytes + 1,
       "a query text has at most 4096"},
      // The limit falls within é
      {std::string(kMaxQueryBytes - 1, 'a') + "éé", kMaxQueryBytes - 1, kMaxQueryBytes + 3,
       "a query text has"},
      {repeated("a ", kMaxQueryTerms) + "b c", 2 * kMaxQueryTerms, 2 * kMaxQueryTerms + 1,
       "a query has at most 64"},
      {repeated("a ", kMaxQueryTerms - 1) + "l'image", 2 * kMaxQueryTerms - 2, 2 * kMaxQueryTerms + 5,
       "a query has at most 64"},
      {"\"" + repeated("a ", kMaxPhraseWords) + "a\"", 0, 2 * kMaxPhraseWords + 3, "a phrase has at most 20"},
      {"\"" + repeated("a ", kMaxPhraseWords) + "a\"~5", 0, 2 * kMaxPhraseWords + 3,
       "a phrase has at most 20"},
      {repeated("(", kMaxQueryDepth + 1), kMaxQueryDepth, kMaxQueryDepth + 1,
       "brackets are nested at most 20"},
      {repeated("SAUF ", kMaxQueryDepth + 1) + "a", 5 * kMaxQueryDepth, 5 * kMaxQueryDepth + 4,
       "brackets are nested"},
      {repeated("SAUF (", kMaxQueryDepth / 2) + "(a", 3 * kMaxQueryDepth, 3 * kMaxQueryDepth + 1,
       "brackets are nested"},
      {"x " + std::string(65, 'a'), 2, 67, "a word has at most 64"},
  };
  for (const auto& c : kLimits) {
    const auto parsed = parse(c.text, kQueryToday);
    const auto* error = std::get_if<QueryError>(&parsed);
    ASSERT_TRUE(error) << c.text;
    EXPECT_EQ(error->code, ExitCode::kRefused) << c.text;
    EXPECT_EQ(error->begin, c.begin) << c.text;
    EXPECT_EQ(error->end, c.end) << c.text;
    EXPECT_TRUE(error->message.starts_with(c.message)) << error->message;
  }
}

TEST(QueryError, HugeTextsAreRefusedAtOnce) {
  for (const std::string_view piece : {"(", "SAUF ", "a OU ", "\"", "a PRES/100 ", "«", "日本 ", "\xff"}) {
    const auto parsed = parse(repeated(piece, 1000000), kQueryToday);
    ASSERT_TRUE(std::holds_alternative<QueryError>(parsed)) << piece;
    EXPECT_EQ(std::get<QueryError>(parsed).code, ExitCode::kRefused) << piece;
  }
}

TEST(QueryError, NulByte) {
  const auto parsed = parse(std::string_view("ab\0c", 4), kQueryToday);
  ASSERT_TRUE(std::holds_alternative<QueryError>(parsed));
  const QueryError& error = std::get<QueryError>(parsed);
  EXPECT_EQ(error.begin, 2u);
  EXPECT_EQ(error.end, 3u);
  EXPECT_EQ(error.code, ExitCode::kUsage);
}

std::string explained(std::string_view text, unsigned width) {
  const auto parsed = parse(text, kQueryToday);
  const auto* error = std::get_if<QueryError>(&parsed);
  return error ? explain_error(*error, text, width) : "no error\n";
}

TEST(ExplainError, Golden) {
  std::string all;
  for (const std::string_view text :
       {"date:31/02/2019", "inconnu:x", "\"abc", "((((", "*", "titre:l'été persone:Hua", "(a OU b",
        "l’œuvre de 中国 한국 (é OU -tennis)", "e\u0301te\u0301 -hiver", "a\x1b[31m\tb\nc »", "\u202ea *"})
    all.append(explained(text, 80)) += '\n';
  const std::string long_text =
      repeated("cyberespionnage PRES/5 image ", 3) + "OU -tennis " + repeated("中国 ", 20);
  for (const unsigned width : {80u, 40u, 20u, 1u}) all.append(explained(long_text, width)) += '\n';
  all += explained(std::string(kMaxQueryBytes, 'a') + "é", 40);
  expect_golden("query_errors.txt", all);
}

TEST(ExplainError, CaretsStandUnderThePlace) {
  const std::string before = "中国 e\u0301te\u0301 👩‍🚀 (a OU b) ", place = "-中国", behind = " fin";
  const std::string text = before + place + behind;
  std::string lines = explained(text, 80);
  lines.erase(0, lines.find('\n') + 1);
  const std::string query = lines.substr(0, lines.find('\n'));
  lines.erase(0, query.size() + 1);
  const std::string carets = lines.substr(0, lines.find('\n'));
  EXPECT_EQ(carets.find('^'), display_width("  " + before));
  EXPECT_EQ(carets.size() - carets.find('^'), display_width(place));
}

// Nothing is wider than asked, whatever the place.
TEST(ExplainError, Fits) {
  const std::string text = repeated("chine 中国 \x1b e\u0301 ", 40) + "\xff";
  for (size_t begin = 0; begin <= text.size() + 2; begin += 3)
    for (const unsigned width : {20u, 81u}) {
      const QueryError error{ExitCode::kUsage, begin, begin + begin % 7, "message", "suggestion"};
      const std::string lines = explain_error(error, text, width);
      EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 4);
      EXPECT_EQ(std::count(lines.begin(), lines.end(), '^') > 0, true);
      for (size_t start = 0; start < lines.size(); start = lines.find('\n', start) + 1)
        ASSERT_LE(display_width(lines.substr(start, lines.find('\n', start) - start)), width) << lines;
    }
}

}  // namespace
}  // namespace depeche
