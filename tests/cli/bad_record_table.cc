// Records whose ids, dates or number are bad, each of them well written.
#include "tests/cli/bad_input.h"

namespace depeche {
namespace {

const std::string kGood = "{\"title\":\"Un\",\"text\":\"Un bateau.\"}\n";  // 35 bytes
const char* const kGoodRead = "Un|Un bateau.|";

std::string with_id(const std::string& id, const std::string& text) {
  return "{\"id\":" + id + ",\"text\":\"" + text + "\"}\n";
}
std::string quoted(const std::string& text) { return '"' + text + '"'; }

std::string contested(uint64_t record, const std::string& id, const std::string& path = "a.jsonl") {
  return "{corpus}/" + path + ": record " + std::to_string(record) + ": another record has its id " + id +
         " and other content; the one published last is kept [W_DUP_ID]";
}

BadInput ids(const std::string& name, const std::string& bytes, ExpectedCounts counts,
             const std::vector<std::string>& says, const std::vector<ExpectedHits>& finds) {
  counts.read = 1;
  return {.name = name, .files = {{"a.jsonl", bytes}}, .counts = counts, .says = says, .finds = finds};
}

std::string dated(const std::string& date) {
  return "{\"title\":\"Un\",\"text\":\"Un train.\",\"date\":" + date + "}\n";
}

std::string impossible(const std::string& date) {
  return "the date \"" + date + "\" does not exist; correct it, or leave it out";
}

std::string unread(const std::string& date) {
  return '"' + date +
         "\" is not read as a date; write it as 2019-02-13 or 13/02/2019, or name another field with --map "
         "date=NAME";
}

/// A record with that date between two good ones.
BadInput bad_date(const std::string& name, const std::string& date, const std::string& message) {
  return {.name = name,
          .files = {{"a.jsonl", kGood + dated(date) + kGood}},
          .exit_code = 1,
          .counts = {.indexed = 2, .rejected = 1, .read = 1},
          .rejects = {{"a.jsonl", 2, kGood.size(), "E_DATE", message}},
          .articles = {{kGoodRead, kGoodRead}}};
}

BadInput good_date(const std::string& name, const std::string& date, const std::string& read) {
  return {.name = name,
          .files = {{"a.jsonl", dated(date)}},
          .counts = {.indexed = 1, .read = 1},
          .articles = {{"Un|Un train.|" + read}},
          .finds = {{"train", 1}}};
}

BadInput page(const std::string& name, const std::string& text, const std::string& said) {
  return {.name = name,
          .files = {{"a.txt", text}, {"z.txt", "Un bateau."}},
          .exit_code = 1,
          .counts = {.indexed = 1, .rejected = 1, .read = 2},
          .rejects = {{"a.txt", 1, 0, "E_DATE", said}},
          .articles = {{"|Un bateau.|"}}};
}

/// A file of `all` records, the first `bad` of which are rejected.
BadInput rejecting(const std::string& name, size_t bad, size_t all, const std::vector<std::string>& options,
                   int exit_code) {
  BadInput row{.name = name,
               .files = {{"a.jsonl", ""}},
               .options = options,
               .exit_code = exit_code,
               .counts = {.indexed = all - bad, .rejected = bad, .read = 1}};
  std::string& bytes = row.files[0].second;
  for (size_t i = 1; i <= all; ++i) {
    if (i <= bad)
      row.rejects.push_back({"a.jsonl", i, bytes.size(), "E_JSON",
                             "not a JSON object: a comma, colon, quote or bracket is missing or one too "
                             "many; correct the line"});
    bytes += i <= bad ? "x\n" : kGood;
  }
  if (bad > 10)
    row.says.push_back(std::to_string(bad - 10) + (bad == 11 ? " more rejection" : " more rejections") +
                       "; --rejects FILE lists them all");
  if (exit_code == 3)
    row.says.push_back(
        std::to_string(bad) + " of " + std::to_string(all) +
        " records rejected: nothing was published; mend the input, or allow more by --max-rejects");
  return row;
}

}  // namespace

const std::vector<BadInput>& bad_records() {
  static const std::vector<BadInput> kRows = {
      ids("OtherLanguageIsNotStemmedAsFrench",
          with_id(
              "\"en\"",
              "The harbour of the town has reopened on Tuesday after three weeks of strike, its master said. "
              "Twenty ships are waiting off the coast for cyber-attacks to end.") +
              with_id("\"fr\"", "Le port de la ville a rouvert. Vingt navires attendent."),
          {.indexed = 2}, {},
          {{"langue:en", 1},
           {"langue:fr", 1},
           {"ships", 1},
           {"ship", 0},
           {"cyberattacks", 1},
           {"navire", 1}}),
      ids("SameIdSameContent", with_id("\"a\"", "Un bateau.") + with_id("\"a\"", "Un bateau."),
          {.indexed = 1, .duplicates = 1}, {}, {{"bateau", 1}}),
      ids("SameIdOtherContent", with_id("\"a\"", "Un bateau.") + with_id("\"a\"", "Un train."),
          {.indexed = 1, .duplicates = 1}, {contested(2, "a")}, {{"bateau", 1}, {"train", 0}}),
      ids("SameIdManyTimes",
          with_id("\"a\"", "Un bateau.") + with_id("\"a\"", "Un train.") + with_id("\"a\"", "Un avion.") +
              with_id("\"a\"", "Un bateau."),
          {.indexed = 1, .duplicates = 3}, {contested(2, "a")}, {{"bateau", 1}, {"train", 0}, {"avion", 0}}),
      ids("SameIdPublishedLater",
          "{\"id\":\"a\",\"date\":\"2019-02-13\",\"text\":\"Un bateau.\"}\n"
          "{\"id\":\"a\",\"date\":\"2019-02-14\",\"text\":\"Un train.\"}\n",
          {.indexed = 1, .duplicates = 1}, {contested(2, "a")}, {{"bateau", 0}, {"train", 1}}),
      {.name = "SameIdInTwoFiles",
       .files = {{"a.jsonl", with_id("\"a\"", "Un bateau.")}, {"b.jsonl", with_id("\"a\"", "Un train.")}},
       .counts = {.indexed = 1, .duplicates = 1, .read = 2},
       .says = {contested(1, "a", "b.jsonl")},
       .finds = {{"bateau", 1}, {"train", 0}}},
      {.name = "SameIdInTwelveRecordsEach",
       .make =
           [](Scene& scene) {
             std::string bytes;
             for (const char* text : {"Un bateau.", "Un train."})
               for (int i = 0; i < 12; ++i) bytes += with_id(quoted(std::to_string(i)), text);
             scene.write("a.jsonl", bytes);
           },
       .counts = {.indexed = 12, .duplicates = 12, .read = 1},
       .says =
           [] {
             std::vector<std::string> said;
             for (uint64_t i = 0; i < 10; ++i) said.push_back(contested(13 + i, std::to_string(i)));
             said.push_back("12 ids have records of differing content in all");
             return said;
           }(),
       .finds = {{"bateau", 12}, {"train", 0}}},
      ids("IdsThatDifferByCase", with_id("\"a\"", "Un bateau.") + with_id("\"A\"", "Un train."),
          {.indexed = 2}, {}, {{"id:a", 1}, {"id:A", 1}}),
      ids("IdsThatDifferByNormalForm",
          with_id("\"\u00E9\"", "Un bateau.") + with_id("\"e\u0301\"", "Un bateau."),
          {.indexed = 1, .duplicates = 1}, {}, {{"id:é", 1}}),
      ids("IdsThatDifferBySpaces", with_id("\" a\"", "Un bateau.") + with_id("\"a \"", "Un bateau."),
          {.indexed = 1, .duplicates = 1}, {}, {{"id:a", 1}}),
      ids("NumbersAsIds",
          with_id("17", "Un bateau.") + with_id("\"17\"", "Un bateau.") + with_id("true", "Un train."),
          {.indexed = 2, .duplicates = 1}, {}, {{"id:17", 1}, {"id:true", 1}}),
      ids("EmptyIds",
          with_id("\"\"", "Un bateau.") + with_id("\"  \"", "Un bateau.") + with_id("null", "Un train."),
          {.indexed = 3}, {}, {{"bateau", 2}}),
      ids("IdsThatAreObjects", with_id("{\"a\":1}", "Un bateau.") + with_id("[[1]]", "Un bateau."),
          {.indexed = 2}, {}, {{"bateau", 2}}),
      ids("IdsOf200Bytes",
          with_id(quoted(std::string(200, 'i')), "Un bateau.") +
              with_id(quoted(std::string(201, 'i')), "Un train."),
          {.indexed = 2}, {}, {{"id:" + std::string(200, 'i'), 1}, {"id:" + std::string(201, 'i'), 1}}),
      ids("IdsOf5000BytesWithOneBegin",
          with_id(quoted(std::string(5000, 'i') + "1"), "Un bateau.") +
              with_id(quoted(std::string(5000, 'i') + "2"), "Un train."),
          {.indexed = 2}, {}, {{"bateau", 1}, {"train", 1}}),
      ids("IdOfMegabytes", with_id(quoted(std::string(8'000'000, 'i')), "Un bateau."), {.indexed = 1}, {},
          {{"bateau", 1}}),
      ids("IdsWithControls",
          with_id("\"a\\u001b[2J\"", "Un bateau.") + with_id("\"a\\u0000b\"", "Un train.") +
              with_id("\"a\\nb\"", "Un avion."),
          {.indexed = 3}, {}, {{"bateau", 1}, {"train", 1}, {"avion", 1}}),
      ids("ContestedIdWithControls",
          with_id("\"a\\u202e\\u007f\"", "Un bateau.") + with_id("\"a\\u202e\\u007f\"", "Un train."),
          {.indexed = 1, .duplicates = 1}, {contested(2, "a\\u{202e}")}, {{"bateau", 1}}),
      ids("IdOfZeroBytes",
          with_id(quoted([] {
                    std::string id;
                    for (int i = 0; i < 190; ++i) id += "\\u0000";
                    return id + 'a';
                  }()),
                  "Un bateau."),
          {.indexed = 1}, {}, {{"bateau", 1}}),
      ids("IdWithAt", with_id("\"a@1\"", "Un bateau.") + with_id("\"a\"", "Un train."), {.indexed = 2}, {},
          {{"id:a@1", 1}, {"id:a", 1}}),
  };
  return kRows;
}

const std::vector<BadInput>& bad_dates() {
  static const std::vector<BadInput> kRows = {
      bad_date("ThirtyFirstOfFebruary", "\"31/02/2019\"", impossible("31/02/2019")),
      bad_date("TwentyNinthOfFebruary2003", "\"29/02/2003\"", impossible("29/02/2003")),
      bad_date("TwentyNinthOfFebruary1900", "\"1900-02-29\"", impossible("1900-02-29")),
      good_date("TwentyNinthOfFebruary2000", "\"29/02/2000\"", "2000-02-29"),
      bad_date("ThirtyFirstOfApril", "\"2019-04-31T08:00:00Z\"", impossible("2019-04-31T08:00:00Z")),
      bad_date("DayAndMonthZero", "\"00/00/2019\"", unread("00/00/2019")),
      bad_date("DateOfZeros", "\"0000-00-00\"", unread("0000-00-00")),
      bad_date("DateAndTimeOfZeros", "\"0000-00-00 00:00:00\"", unread("0000-00-00 00:00:00")),
      bad_date("MonthThirteen", "\"2019-13-01\"", impossible("2019-13-01")),
      bad_date("MonthFirst", "\"02/13/2019\"", impossible("02/13/2019")),
      bad_date("ThirtyFirstOfFebruaryInWords", "\"31 février 2019\"", impossible("31 février 2019")),
      bad_date("NotADate", "\"bientôt\"", unread("bientôt")),
      bad_date("DateWithControls", "\"\\u001b[2J\\u202e\"", unread("[2J\\u{202e}")),
      bad_date("AVeryLongDate", quoted(std::string(1'000'000, '1')), unread(std::string(80, '1'))),
      bad_date("NegativeDate", "-1", unread("-1")),
      bad_date("HourTwentyFive", "\"2019-02-13T25:61:00Z\"", unread("2019-02-13T25:61:00Z")),
      bad_date("YearOfSixFigures", "\"201902-01-01\"", unread("201902-01-01")),
      good_date("NoDate", "null", ""),
      good_date("EmptyDate", "\"\"", ""),
      good_date("NoDateInWords", "\"N/A\"", ""),
      good_date("DateAsNumber", "20190213", "2019-02-13"),
      good_date("DateAsObject", "{\"day\":1}", ""),
      good_date("DateBefore1800", "\"1515-09-13\"", "1515-09-13"),
      good_date("DateInTheFuture", "\"2999-12-31\"", "2999-12-31"),
      good_date("LastDateThereIs", "\"9999-12-31\"", "9999-12-31"),
      good_date("LeapSecond", "\"2016-12-31T23:59:60Z\"", "2016-12-31"),
      good_date("HourThatSummerTimeSkips", "\"2019-03-31T02:30:00\"", "2019-03-31"),
      {.name = "ImpossibleUpdate",
       .files = {{"a.jsonl", kGood + "{\"text\":\"Un train.\",\"updated\":\"2019-02-30\"}\n"}},
       .exit_code = 1,
       .counts = {.indexed = 1, .rejected = 1, .read = 1},
       .rejects = {{"a.jsonl", 2, 35, "E_DATE", impossible("2019-02-30")}},
       .articles = {{kGoodRead}}},
      page("ImpossibleDateInAHeader", "Titre\n\nPublié le 31/02/2019 à 10h00\n\nUn train.\n",
           impossible("Publié le 31/02/2019 à 10h00")),
      page("ImpossibleDateInADateline", "Titre\n\nPEKIN, 31 février (Xinhua) -- Un train.\n",
           impossible("PEKIN, 31 février (Xinhua) --")),
      {.name = "ImpossibleDateInRunningText",
       .files = {{"a.txt", "Titre\n\nPublié le 13/02/2019\n\nLe 31 février 2019, un train.\n"}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Titre|Le 31 février 2019, un train.|2019-02-13"}}},
      {.name = "ImpossibleDateThatIsNotRead",
       .files = {{"a.jsonl", dated("\"31/02/2019\"")}},
       .options = {"--no-dates"},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Un|Un train.|"}}},
  };
  return kRows;
}

const std::vector<BadInput>& too_many_rejects() {
  static const std::vector<BadInput> kRows = {
      rejecting("OneOfTwenty", 1, 20, {}, 1),
      rejecting("TwoOfTwenty", 2, 20, {}, 3),
      rejecting("TwoOfForty", 2, 40, {}, 1),
      rejecting("ThreeOfForty", 3, 40, {}, 3),
      rejecting("ElevenOf220", 11, 220, {}, 1),
      rejecting("TwelveOf220", 12, 220, {}, 3),
      rejecting("EighteenOfNineteen", 18, 19, {}, 1),
      rejecting("AllOfOne", 1, 1, {}, 3),
      rejecting("AllOfNineteen", 19, 19, {}, 3),
      rejecting("NoneAllowed", 1, 100, {"--max-rejects", "0"}, 3),
      rejecting("NoneAllowedAndNone", 0, 3, {"--max-rejects", "0"}, 0),
      rejecting("HalfAllowed", 2, 4, {"--max-rejects", "50"}, 1),
      rejecting("MoreThanTheHalf", 3, 4, {"--max-rejects", "50"}, 3),
      rejecting("AllAllowed", 3, 3, {"--max-rejects", "100"}, 1),
      rejecting("AThousandthAllowed", 1, 1000, {"--max-rejects", "0.1"}, 1),
  };
  return kRows;
}

}  // namespace depeche
