// Digests, whole: tests/golden/view_digest*.
#include "searcher/view/digest_view.h"

#include <sstream>

#include <gtest/gtest.h>

#include "searcher/question/question.h"
#include "tests/golden/golden.h"

namespace depeche {
namespace {

constexpr Terminal kNarrow{false, 80, true}, kNarrowColour{true, 80, true}, kWide{false, 200, true}, kPipe{};
constexpr Day kNow{std::chrono::year(2019) / 3 / 8};

const DigestPeriod kPeriod{11, 12, "2019-03-07T03:12:09Z", "2019-03-08T03:12:09Z"};

Match match(uint64_t rank, const std::string& id, uint32_t version, const std::string& title,
            const std::string& text) {
  Match match{rank, 1.5, {}, {}};
  match.article.id = id;
  match.article.version = version;
  match.article.title = title;
  match.article.text = text;
  match.article.source = "AFP";
  match.article.origin.path = "/corpus/" + id + ".txt";
  ArticleDate published;
  published.value = {2019, 3, 7};
  match.article.dates = {published};
  if (const size_t place = text.find("Chine"); place != std::string::npos)
    match.hits = {{TextField::kText, static_cast<uint32_t>(place), static_cast<uint32_t>(place + 5)}};
  return match;
}

StandingQuery named() {
  return parse_standing_queries("[[query]]\nname = \"Chine\\u001b[31m à l’étranger\"\nquery = 'Chine'\n",
                                "veille.toml", {.now = kNow})
      .front();
}

QueryDigest full() {
  QueryDigest digest;
  digest.fresh = {match(1, "afp-1", 1, "Pékin répond", "La Chine a répondu mercredi.\nFrom Paris, rien."),
                  match(2, "afp-2", 1, "", "From the start, la Chine dit non à \x1b[2J tout. 人民")};
  digest.changed = {
      match(1, "afp-3", 2, "Séisme en Chine : 14 morts",
            "Un séisme a frappé la Chine, faisant 14 morts, selon un bilan qui reste provisoire et "
            "que les autorités de la province disent vouloir compléter dans les heures qui viennent.")};
  digest.fresh_articles = 7;
  digest.changed_articles = 1;
  return digest;
}

std::string text(const StandingQuery& standing, const QueryDigest& digest, const Terminal& terminal) {
  std::ostringstream out;
  print_period(kPeriod, terminal, out);
  print_digest(standing, digest, terminal, out);
  return out.str();
}

TEST(DigestView, Golden) {
  expect_golden("view_digest_80.txt", text(named(), full(), kNarrow));
  expect_golden("view_digest_80_colour.txt", text(named(), full(), kNarrowColour));
  expect_golden("view_digest_200.txt", text(named(), full(), kWide));
  expect_golden("view_digest_pipe.txt", text(named(), full(), kPipe));
  expect_golden("view_digest.json", to_document(digest_json(named(), full())) + "\n");
  std::string lines;
  for (const Json& item : digest_items(kPeriod, named(), full())) lines += to_line(item) + "\n";
  expect_golden("view_digest.jsonl", lines);
  expect_golden("view_digest.mbox", digest_mail(kPeriod, named(), full(), 76));
}

TEST(DigestView, TheQueryOfAQuestionIsShown) {
  const StandingQuery standing =
      parse_standing_queries("Quels articles zzz de 2019 parlent de la Chine ?", "veille", {.now = kNow})
          .front();
  QueryDigest digest;
  digest.changed = full().changed;
  digest.changed_articles = 1;
  digest.partial = true;
  expect_golden("view_digest_question.txt", text(standing, digest, kNarrow));
}

TEST(DigestView, TitlesCountWhatThereIs) {
  const struct Case {
    uint64_t fresh, changed;
    const char* title;
  } kCases[] = {{0, 0, "Chine: nothing new"},
                {1, 0, "Chine: 1 new article"},
                {0, 1, "Chine: 1 changed article"},
                {2, 3, "Chine: 2 new articles, 3 changed articles"}};
  const StandingQuery standing = parse_standing_queries("Chine", "veille", {.now = kNow}).front();
  for (const Case& c : kCases) {
    QueryDigest digest;
    digest.fresh_articles = c.fresh;
    digest.changed_articles = c.changed;
    EXPECT_EQ(digest_title(standing, digest), c.title);
  }
}

TEST(DigestView, TheSameDigestIsTheSameMail) {
  const std::string mail = digest_mail(kPeriod, named(), full(), 76);
  EXPECT_EQ(mail, digest_mail(kPeriod, named(), full(), 76));
  const auto id_of = [](const std::string& text) {
    const size_t begin = text.find("Message-Id: ");
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  DigestPeriod next = kPeriod;
  next.state = 13;
  StandingQuery other = named();
  other.name = "Chine";
  EXPECT_NE(id_of(mail), id_of(digest_mail(next, named(), full(), 76)));
  EXPECT_NE(id_of(mail), id_of(digest_mail(kPeriod, other, full(), 76)));
}

TEST(DigestView, AMailNeedsATime) {
  DigestPeriod period = kPeriod;
  period.published = "";
  EXPECT_THROW(digest_mail(period, named(), full(), 76), Error);
}

}  // namespace
}  // namespace depeche
