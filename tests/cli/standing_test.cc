// Standing queries over the nights of an index, as a cron line asks them.
#include <functional>

#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class Standing : public IndexFixture {
 protected:
  void put(const std::string& id, const std::string& date, const std::string& title,
           const std::string& text) {
    const json article{{"id", id}, {"date", date}, {"source", "AFP"}, {"title", title}, {"text", text}};
    write("corpus/" + id + ".jsonl", article.dump() + "\n");
  }
  void night(std::vector<std::string> options = {}) {
    options.insert(options.end(), {"--prune", "--max-prune", "100", (directory / "corpus").string()});
    const Finished finished = index(std::move(options));
    EXPECT_EQ(finished.exit_code, 0) << finished.err;
  }

  std::string queries(const std::string& text, const std::string& name = "veille.toml") {
    return write(name, text);
  }
  std::string state_file() const { return (directory / "etat").string(); }
  std::string state() const {
    std::ifstream file(state_file());
    return {std::istreambuf_iterator<char>(file), {}};
  }

  Finished standing(const std::string& file, const std::string& since, std::vector<std::string> more = {},
                    std::vector<std::string> environment = {}) {
    more.insert(more.begin(), {"--now", "2019-02-16", "--standing", file, "--since-run", since});
    return search(std::move(more), std::move(environment));
  }

  /// « Bateaux: new b, changed a; Chine: new b »
  std::string news(const std::string& file, const std::string& since, int exit_code) {
    const Finished answer = standing(file, since, {"--format", "jsonl"});
    EXPECT_EQ(answer.exit_code, exit_code) << answer.err;
    std::string text, name, change;
    std::istringstream lines(answer.out);
    for (std::string line; std::getline(lines, line);) {
      const json item = json::parse(line);
      if (item["name"] != name)
        text += (text.empty() ? "" : "; ") + item["name"].get<std::string>() + ":";
      else if (item["change"] != change)
        text += ",";
      if (item["name"] != name || item["change"] != change) text += " " + item["change"].get<std::string>();
      text += " " + item["id"].get<std::string>();
      name = item["name"];
      change = item["change"];
    }
    return text;
  }

  static constexpr const char* kQueries =
      "[[query]]\nname = \"Bateaux d’été\"\nquery = 'bateau OU navire'\n"
      "[[query]]\nname = \"Chine\"\nquery = \"Quels articles parlent de la Chine ?\"\n"
      "[[query]]\nname = \"Veille\"\nquery = 'date:hier'\n";
};

TEST_F(Standing, AnswerEachNightWithWhatIsNew) {
  const std::string file = queries(kQueries);
  const struct Night {
    const char* name;
    std::function<void()> change;
    std::vector<std::string> options;
    const char* news;
    int exit_code;
  } kNights[] = {
      {"first: nothing counts as new yet",
       [&] {
         put("a", "2019-02-13", "Un bateau", "Un bateau a coulé.");
         put("b", "2019-02-13", "Un navire", "Un navire a coulé en Chine.");
       },
       {},
       "",
       1},
      {"new and changed",
       [&] {
         put("a", "2019-02-13", "Un bateau", "Un bateau a coulé : 12 morts.");
         put("c", "2019-02-15", "Un train", "Un train neuf en Chine.");
         put("d", "2019-02-14", "Un bateau neuf", "Un bateau neuf.");
       },
       {},
       "Bateaux d’été: new d, changed a; Chine: new c; Veille: new c",
       0},
      {"nothing new", [] {}, {}, "", 1},
      {"merged, pruned and changed",
       [&] {
         fs::remove(directory / "corpus/b.jsonl");
         put("c", "2019-02-15", "Un train", "Un train neuf en Chine, et un bateau.");
       },
       {"--merge"},
       "Bateaux d’été: changed c; Chine: changed c; Veille: changed c",
       0},
      {"merged only", [] {}, {"--merge", "--keep-versions", "0"}, "", 1},
  };
  for (const Night& row : kNights) {
    row.change();
    night(row.options);
    EXPECT_EQ(news(file, state_file(), row.exit_code), row.news) << row.name;
    EXPECT_EQ(news(file, state_file(), 1), "") << row.name << ": told once";
  }
  EXPECT_EQ(news(file, "1", 0), "Bateaux d’été: new d, changed c a; Chine: changed c; Veille: changed c")
      << "of c, the version that came after state 1 is dropped: nothing tells that it was new";
  EXPECT_EQ(news(file, "0", 0), "Bateaux d’été: new c d a; Chine: new c; Veille: new c");
}

TEST_F(Standing, PrintADigest) {
  put("a", "2019-02-13", "Un bateau", "Un bateau a coulé.");
  night();
  put("a", "2019-02-13", "Un bateau", "Un bateau a coulé : 12 morts.");
  put("d", "2019-02-14", "Un bateau neuf", "Un bateau neuf.");
  night();
  const std::string file = queries(kQueries);
  const Finished text = standing(file, "last");
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_EQ(text.err, "");
  const std::string corpus = (directory / "corpus").string();
  EXPECT_EQ(text.out.substr(text.out.find('\n')),
            "\n\nBateaux d’été: 1 new article, 1 changed article\nbateau OU navire\n\n"
            "1. 2019-02-14 · AFP · Un bateau neuf\n   Un bateau neuf.\n   d · " +
                corpus +
                "/d.jsonl\n\n"
                "Changed:\n\n"
                "1. 2019-02-13 · AFP · Un bateau\n   Un bateau a coulé : 12 morts.\n"
                "   a · version 2 · " +
                corpus +
                "/a.jsonl\n\n"
                "Chine: nothing new\nVeille: nothing new\n");
  const std::string french = standing(file, "last", {}, {"LANG=fr_FR.UTF-8"}).out;
  EXPECT_NE(french.find("Bateaux d’été\u00a0: 1 nouvel article, 1 article modifié\n"), std::string::npos)
      << french;
  EXPECT_NE(french.find("\nModifiés\u00a0:\n"), std::string::npos) << french;

  const json whole = json::parse(standing(file, "1", {"--format", "json", "--source", "AFP"}).out);
  EXPECT_EQ(whole["since"], 1);
  EXPECT_EQ(whole["state"], 2);
  EXPECT_EQ(whole["queries"].size(), 3u);
  EXPECT_EQ(whole["queries"][0]["understood"], "(bateau OU navire) ET source:AFP") << "under the filters";
  EXPECT_EQ(whole["queries"][0]["new"], 1);
  EXPECT_EQ(whole["queries"][1]["question"]["query"], "Chine ET source:AFP");
}

TEST_F(Standing, MailsAreReadByAMailbox) {
  if (run({{"/usr/bin/env", "python3", "-c", "import mailbox"}, {}, -1}).exit_code != 0)
    GTEST_SKIP() << "python3 is not installed: nothing here reads the mbox format";
  put("a", "2019-02-13", "Un bateau", "Un bateau a coulé.");
  night();
  put("d", "2019-02-14", "", "From Paris, l’été : un bateau neuf.");
  put("e", "2019-02-13", "Où ?", "En Chine, 人民 = peuple.");
  night();
  // A name that begins a line of the mail with what separates mails.
  const std::string file =
      queries(std::string(kQueries) +
              "[[query]]\nname = \"From la mer à l’océan, d’un bout du monde à l’autre et retour\"\n"
              "query = 'bateau'\n");
  const std::string mbox = write("digest.mbox", standing(file, "1", {"--format", "mbox"}).out);
  EXPECT_EQ(standing(file, "2", {"--format", "mbox"}).out, "") << "no mail where there is no news";
  const std::string script = R"(
import json, mailbox, sys
from email.header import decode_header, make_header
from email.utils import parsedate_to_datetime
mails = []
for mail in mailbox.mbox(sys.argv[1]):
    mails.append({"subject": str(make_header(decode_header(mail["Subject"]))), "from": mail["From"],
                  "id": mail["Message-ID"], "date": parsedate_to_datetime(mail["Date"]).isoformat(),
                  "type": mail.get_content_type(), "charset": mail.get_content_charset(),
                  "defects": len(mail.defects), "text": mail.get_payload(decode=True).decode("utf-8")})
print(json.dumps(mails))
)";
  const Finished read = run({{"/usr/bin/env", "python3", "-c", script, mbox}, {}, -1});
  ASSERT_EQ(read.exit_code, 0) << read.err;
  const json mails = json::parse(read.out);
  ASSERT_EQ(mails.size(), 3u) << "a mail for each query with news";
  const char* kSubjects[] = {
      "[depeche] Bateaux d’été: 1 new article", "[depeche] Chine: 1 new article",
      "[depeche] From la mer à l’océan, d’un bout du monde à l’autre et retour: 1 new article"};
  const std::string published = json::parse(standing(file, "1", {"--format", "json"}).out)["published"];
  for (size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(mails[i]["subject"], kSubjects[i]);
    EXPECT_EQ(mails[i]["from"], "depeche-searcher <depeche-searcher@localhost>");
    EXPECT_EQ(mails[i]["type"], "text/plain");
    EXPECT_EQ(mails[i]["charset"], "utf-8");
    EXPECT_EQ(mails[i]["defects"], 0);
    EXPECT_EQ(mails[i]["date"], published.substr(0, published.size() - 1) + "+00:00");
  }
  EXPECT_NE(mails[0]["id"], mails[1]["id"]);
  EXPECT_NE(mails[0]["text"].get<std::string>().find("From Paris, l’été : un bateau neuf."),
            std::string::npos);
  EXPECT_NE(mails[1]["text"].get<std::string>().find("人民 = peuple"), std::string::npos);
  EXPECT_NE(mails[2]["text"].get<std::string>().find("\nFrom la mer à l’océan"), std::string::npos);
}

TEST_F(Standing, TheStateIsKeptOnlyOfWhatWasRead) {
  put("a", "2019-02-13", "Un bateau", "Un bateau a coulé.");
  night();
  const std::string file = queries("bateau\n", "veille.txt");
  const Finished first = standing(file, state_file());
  EXPECT_EQ(first.exit_code, 1);
  EXPECT_NE(first.err.find("was not there: nothing counts as new yet; it now remembers state 1"),
            std::string::npos)
      << first.err;
  const std::string known = state();
  EXPECT_TRUE(known.starts_with("1 20")) << known;

  put("b", "2019-02-14", "Un bateau neuf", "Un bateau neuf.");
  night();
  const std::string bad = queries("bateau\n(a OU\ndate:31/02/2019\n", "fautes.txt");
  const Finished mistaken = standing(bad, state_file());
  EXPECT_EQ(mistaken.exit_code, 2);
  EXPECT_EQ(mistaken.out, "");
  EXPECT_NE(mistaken.err.find(bad + ", line 2: "), std::string::npos) << mistaken.err;
  EXPECT_NE(mistaken.err.find(bad + ", line 3: "), std::string::npos) << mistaken.err;
  EXPECT_EQ(state(), known);
  const Finished full =
      run({{"/bin/sh", "-c", "exec \"$@\" > /dev/full", "sh", DEPECHE_SEARCHER, "--index",
            (directory / "index").string(), "--standing", file, "--since-run", state_file()},
           {},
           -1});
  EXPECT_EQ(full.exit_code, 4) << full.err;
  EXPECT_EQ(state(), known) << "what was not printed is told again";
  EXPECT_EQ(standing(file, state_file()).exit_code, 0);
  EXPECT_TRUE(state().starts_with("2 20")) << state();
}

TEST_F(Standing, AnIndexThatWasBuiltAnewIsTold) {
  put("a", "2019-02-13", "Un bateau", "Un bateau a coulé.");
  night();
  put("b", "2019-02-13", "Un bateau", "Un bateau a coulé.");
  night();
  const std::string file = queries("bateau\n", "veille.txt");
  standing(file, state_file());
  fs::remove_all(directory / "index");
  night();
  const std::string known = state();
  const Finished answer = standing(file, state_file());
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_NE(answer.err.find("remembers state 2, but the index has reached state 1 only: it was built anew"),
            std::string::npos)
      << answer.err;
  EXPECT_EQ(state(), known);
  EXPECT_EQ(standing(file, "2").exit_code, 2);
}

}  // namespace
}  // namespace depeche
