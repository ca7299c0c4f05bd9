#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

class Dates : public IndexFixture {
 protected:
  /// Articles that are called as the day they were published on.
  void index_days() {
    std::string lines;
    for (const char* day : {"2013-06-01", "2017-02-13", "2018-02-13", "2018-07-14", "2018-12-01",
                            "2018-12-25", "2019-02-12", "2019-02-13", "2019-02-28", "2019-03-01"})
      lines += nlohmann::json{{"id", day}, {"date", day}, {"title", "Titre"}, {"text", "Un bateau."}}.dump() +
               "\n";
    ASSERT_EQ(index({write("days.jsonl", lines)}).exit_code, 0);
  }

  /// The days found, oldest first.
  std::string days(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--format", "ids", "--sort", "date", "--now", "2019-03-01"});
    std::string ids = search(std::move(arguments)).out;
    std::replace(ids.begin(), ids.end(), '\n', ' ');
    return ids;
  }
};

TEST_F(Dates, OfQueriesAndOptions) {
  index_days();
  const struct {
    std::vector<std::string> arguments;
    const char* days;
  } kCases[] = {
      {{"date:hier"}, "2019-02-28 "},
      {{"date:\"13 février\""}, "2017-02-13 2018-02-13 2019-02-13 "},
      {{"date:13 février"}, "2017-02-13 2018-02-13 2019-02-13 "},
      {{"date:février"}, "2017-02-13 2018-02-13 2019-02-12 2019-02-13 2019-02-28 "},
      {{"date:2019-02.."}, "2019-02-12 2019-02-13 2019-02-28 2019-03-01 "},
      {{"date:..2013"}, "2013-06-01 "},
      {{"date:\"entre 2017 et 2018\""}, "2017-02-13 2018-02-13 2018-07-14 2018-12-01 2018-12-25 "},
      {{"date:\"été 2018\""}, "2018-07-14 "},
      {{"date:\"mardi dernier\""}, ""},
      {{"date:\"la semaine dernière\""}, ""},
      {{"date:\"cette semaine\""}, "2019-02-28 2019-03-01 "},
      {{"date:\"le mois dernier\" SAUF date:hier"}, "2019-02-12 2019-02-13 "},
      {{"date:Noël"}, "2018-12-25 "},
      {{"date:\"14-Juillet 2018\""}, "2018-07-14 "},
      {{"date:\"avant 2013\""}, ""},
      {{"date:\"avant 2014\""}, "2013-06-01 "},
      {{"date:\"années 2010\" bateau date:..2017"}, "2013-06-01 2017-02-13 "},
      {{"--since", "il y a 3 mois"}, "2018-12-01 2018-12-25 2019-02-12 2019-02-13 2019-02-28 2019-03-01 "},
      {{"--since", "été 2018", "--until", "décembre 2018"}, "2018-07-14 2018-12-01 2018-12-25 "},
      {{"--on", "13 février"}, "2017-02-13 2018-02-13 2019-02-13 "},
      {{"--on", "aujourd'hui"}, "2019-03-01 "},
  };
  for (const auto& c : kCases) EXPECT_EQ(days(c.arguments), c.days) << c.arguments.back();
}

TEST_F(Dates, MistakesAreToldWithACaret) {
  index_days();
  const struct {
    std::vector<std::string> arguments;
    const char* message;
  } kCases[] = {
      {{"date:31/02/2019"}, "  date:31/02/2019\n       ^^^^^^^^^^"},
      {{"date:\"ces derniers jours\""}, "  date:\"ces derniers jours\"\n        ^^^^^^^^^^^^^^^^^^"},
      {{"date:\"lundi 13 février 2019\""}, "2019-02-13 is a Wednesday, not a Monday"},
      {{"date:2017..29/02/2019"}, "  date:2017..29/02/2019\n             ^^^^^^^^^^"},
      {{"date:\"hier à 18h\""}, "no time of day"},
      {{"date:\"entre 2019 et 2017\""}, "write 2017..2019"},
      {{"--since", "31/02/2019"}, "  --since 31/02/2019\n          ^^^^^^^^^^"},
      {{"--until", "jamais"}, "  --until jamais\n          ^^^^^^"},
  };
  for (const auto& c : kCases) {
    const Finished answer = search(c.arguments);
    EXPECT_EQ(answer.exit_code, 2) << c.arguments.back();
    EXPECT_EQ(answer.out, "") << c.arguments.back();
    EXPECT_NE(answer.err.find(c.message), std::string::npos) << c.arguments.back() << "\n" << answer.err;
  }
}

Finished dates(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), DEPECHE_INDEXER);
  return run({std::move(arguments), {}, -1});
}

TEST(RecognisedDates, AsTableAndAsJson) {
  const Finished table = dates({"--dates", "À Pékin mardi, depuis 2014", "--reference", "2019-02-13"});
  EXPECT_EQ(table.exit_code, 0);
  EXPECT_EQ(table.err, "");
  EXPECT_EQ(table.out,
            "begin  end  text         type   value       first day   last day\n"
            "8      13   mardi        date   2019-02-12  2019-02-12  2019-02-12\n"
            "15     26   depuis 2014  since  2014/..     2014-01-01  ..\n");
  const Finished json =
      dates({"--dates", "À Pékin mardi", "--reference=2019-02-13", "--prefer=future", "--format=json"});
  EXPECT_EQ(
      json.out,
      "[{\"schema\":1,\"begin\":8,\"end\":13,\"text\":\"mardi\",\"type\":\"date\",\"value\":\"2019-02-19\","
      "\"start_day\":\"2019-02-19\",\"end_day\":\"2019-02-19\",\"minute\":null}]\n");
}

TEST(RecognisedDates, NoneIsSaidAndNoError) {
  const Finished none = dates({"--dates", "Un bateau a coulé."});
  EXPECT_EQ(none.exit_code, 0);
  EXPECT_EQ(none.out, "");
  EXPECT_NE(none.err.find("no dates"), std::string::npos) << none.err;
  EXPECT_EQ(dates({"--dates", "-", "--format", "json"}).out, "[]\n");
  EXPECT_EQ(dates({"--dates", "caf\xE9"}).exit_code, 2);
  EXPECT_EQ(dates({"--dates", "hier", "fichier.txt"}).exit_code, 2);
}

}  // namespace
}  // namespace depeche
