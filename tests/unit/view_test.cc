// What people and programs read, whole: tests/golden/view_*.
#include <sstream>

#include <gtest/gtest.h>

#include "common/json.h"
#include "common/text/sentence.h"
#include "searcher/view/renderer.h"
#include "tests/golden/golden.h"

namespace depeche {
namespace {

constexpr Terminal kNarrow{false, 80, true}, kNarrowColour{true, 80, true};
constexpr Terminal kWide{false, 200, true}, kWideColour{true, 200, true};
constexpr Terminal kPipe{};

/// The place of `words` in a field, at or behind `from`.
Span place_of(const Article& article, std::string_view words, TextField field = TextField::kText,
              size_t from = 0) {
  const size_t begin = article.field(field).find(words, from);
  EXPECT_NE(begin, std::string::npos) << words;
  return {field, static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + words.size())};
}

/// No title, year inferred: the hardest article to list.
Article dispatch() {
  Article a;
  a.id = "depeche-0307";
  a.header = "Mise à jour à 08h45 le 07/03\nOSLO, 7 mars (ANP) --";
  a.text =
      "La Norvège a prié, mercredi, plusieurs capitales de ne plus invoquer le prétendu cyberespionnage pour "
      "ternir son image, et de renoncer aux gestes qui nuisent aux liens entre les deux pays.\n"
      "Des rapports affirmaient que des pirates liés au service de la sûreté avaient atteint le réseau d'une "
      "société de logiciels : « Rien de neuf ! » dit-on à l'ONU.\n"
      "\"Ce n'est que la manœuvre de quelques pays pour salir l'image du nôtre\", a déclaré Kari Nordmann, "
      "porte-parole du ministère des Affaires étrangères, lors d'une conférence de presse.\n"
      "La cybersécurité est une question mondiale, a noté Mme Nordmann. Le débat devrait s'accro?tre encore, "
      "et "
      "le cyberespace reste difficile à tracer.";
  a.language = "fr";
  a.origin = {"/corpus/2019/03/oslo.txt", 1, 0, "UTF-8", {}};
  ArticleDate published;
  published.value = {2019, 3, 7};
  published.minute = 525;
  published.basis = DateBasis::kHeader;
  published.inferred = true;
  published.confidence = 0.52f;
  published.span = place_of(a, "Mise à jour à 08h45 le 07/03", TextField::kHeader);
  published.evidence = "Mise à jour à 08h45 le 07/03";
  published.stated = StatedPart{{0, 3, 7}, DateBasis::kHeader};
  published.why = "the weekday of the text is the day before: mercredi, 08h45; the path says so: 2019/03";
  published.candidates = {{{2018, 3, 7}, 0.39f, "the weekday of the text is that day: mercredi, 08h45"}};
  ArticleDate event;
  event.kind = DateKind::kEvent;
  event.value = {2019, 3, 4};
  event.until = PartialDate{2019, 3, 6};
  event.basis = DateBasis::kText;
  event.inferred = true;
  event.confidence = 0.8f;
  event.span = place_of(a, "mercredi");
  event.evidence = "mercredi";
  a.dates = {published, event};
  const Span minister = place_of(a, "ministère des Affaires étrangères"), name = place_of(a, "Kari Nordmann");
  a.mentions = {
      {EntityType::kPlace, place_of(a, "Norvège"), "norvege", {}},
      {EntityType::kOrganisation, place_of(a, "ONU"), "onu", {}},
      {EntityType::kPerson, name, "kari nordmann", {}},
      {EntityType::kOrganisation, minister, "ministere des affaires etrangeres", {}},
      {EntityType::kPerson, place_of(a, "Nordmann", TextField::kText, name.end), "kari nordmann",
       MentionLink{"kari nordmann", "only full name ending so in this article", name.begin}},
  };
  a.repairs = {{place_of(a, "sûreté"), "s?reté", {"sûreté"}},
               {place_of(a, "accro?tre"), "accro?tre", {"accroître", "accrotre"}}};
  a.sentences = sentence_starts(a.text);
  return a;
}

/// Everything known, in a second version, and a title wider than a terminal.
Article titled() {
  Article a = dispatch();
  a.id = "anp-2019-03-07-0042";
  a.version = 2;
  a.title =
      "Cyberespionnage : Oslo rejette les accusations « sans fondement » de plusieurs capitales et appelle "
      "au "
      "dialogue";
  a.source = "Agence Norvégienne de Presse";
  a.section = "International";
  a.authors = {"Ola Berg", "Anne Dahl"};
  a.url = "https://anp.example/0042";
  a.origin = {"/corpus/2019/03/anp.jsonl", 42, 91204, "windows-1252", {}};
  a.dates.front().inferred = false;
  a.dates.front().confidence = 1;
  a.dates.front().candidates.clear();
  a.dates.front().stated.reset();
  a.dates.front().why.clear();
  return a;
}

/// Whatever an article may hold that a terminal or a browser would act on.
Article hostile() {
  Article a;
  a.id = "mal\x1b[2J";
  a.title = "Bourse <b>: \x1b]0;pris\x07 Oslo & \u202etropeL";
  a.text =
      "Une phrase sans rapport avec le sujet, et qui occupe la place avant le reste. Le \x1b[31mcours\x1b[0m "
      "du <script>pétrole</script> & du gaz, 中国人民银行 ❤️, a bondi de 20 % en un an.";
  a.source = "Agence\r\nX";
  a.origin = {"/corpus/\u202etxt.a", 1, 0, "UTF-8\x07", {}};
  a.authors = {"A\x1b[1m"};
  ArticleDate date;
  date.value = {0, 3, 7};
  date.inferred = true;
  date.evidence = "07/03\x1b[5m";
  date.why = "rare: \x1b[6m";
  a.dates = {date};
  a.mentions = {{EntityType::kOther, place_of(a, "\x1b[31mcours"), "cours\x9b", {}}};
  a.repairs = {{place_of(a, "gaz"), "g\x07z", {"gaz", "g\x1bz"}}};
  a.sentences = sentence_starts(a.text);
  return a;
}

Article undated() {
  Article a;
  a.id = "note-1";
  a.text =
      "Une note sans titre ni date, dont la première phrase ne dit rien du sujet et se prolonge encore. Le "
      "cyberespace y est nommé une fois, à la fin d'un texte qui n'en dit pas davantage.";
  a.origin.path = "/corpus/notes/un/chemin/plus/long/que/ce/que/la/ligne/peut/en/montrer/note-1.txt";
  a.sentences = sentence_starts(a.text);
  return a;
}

Answer answer() {
  Answer result;
  const auto add = [&](const Article& article, const std::vector<Span>& hits) {
    const uint64_t rank = 9 + result.matches.size();
    result.matches.push_back({rank, 60.123456 / static_cast<double>(rank), article, hits});
  };
  const Article a = dispatch(), b = titled(), c = hostile(), d = undated();
  add(a, {place_of(a, "cyberespionnage"), place_of(a, "image"), place_of(a, "cyberespace")});
  add(b, {place_of(b, "Cyberespionnage", TextField::kTitle), place_of(b, "cyberespionnage"),
          place_of(b, "cybersécurité"), place_of(b, "cyberespace")});
  add(c, {place_of(c, "pétrole"), place_of(c, "gaz")});
  add(d, {place_of(d, "cyberespace")});
  add(b, {});
  result.articles = 23;
  result.hits = 51;
  result.words = 8123;
  return result;
}

NameCount name_count(const std::string& key, uint64_t articles, const std::vector<FormCount>& forms) {
  NameCount name{key, articles, 0, 0, forms};
  for (const FormCount& form : forms) name.mentions += form.mentions;
  return name;
}

FacetAnswer facet_answer() {
  const std::string body =
      "Office intergouvernemental pour la surveillance des eaux profondes et de leurs rivages";
  Facet people{find_facet_field("personne"),
               2,
               {name_count("kari nordmann", 112, {{"Kari Nordmann", 301}}),
                name_count("ola berg", 9, {{"Ola \x1b[31mBerg", 9}})}};
  Facet bodies{find_facet_field("org"),
               118,
               {name_count("onu", 57, {{"ONU", 80}, {"Nations unies", 31}}),
                name_count("office", 1, {{body + ", à Oslo et à Bergen", 1}})}};
  Facet years{find_facet_field("annee"), 1, {name_count("2019", 1203, {{"2019", 1203}})}};
  return {{people, bodies, {find_facet_field("autre"), 0, {}}, years}, 1204, true};
}

EntityAnswer entity_answer() {
  EntityAnswer answer;
  answer.entities = {{EntityType::kOrganisation,
                      name_count("ministere norvegien des affaires etrangeres et de la cooperation", 12,
                                 {{"ministère norvégien des Affaires étrangères et de la Coopération", 9},
                                  {"ministère", 14}})},
                     {EntityType::kOther, name_count("cours\x9b", 1, {{"\x1b[31mcours", 1}})}};
  answer.found = 41;
  answer.offset = 10;
  return answer;
}

/// Names that stand for others, over one step and over two, in the text and in the title.
Article linked() {
  Article a = titled();
  a.title = "Nordmann répond";
  a.mentions.insert(a.mentions.begin(), {EntityType::kPerson, place_of(a, "Nordmann", TextField::kTitle),
                                         "kari nordmann", MentionLink{"kari nordmann", "\x1b[5mrule", 9999}});
  const Mention short_name = a.mentions.back();
  Mention shorter = short_name;
  shorter.span = place_of(a, "Le débat");
  shorter.link = MentionLink{"kari nordmann", "the only one so far", short_name.span.begin};
  a.mentions.push_back(shorter);
  return a;
}

ArticleVersion version(uint32_t number, VersionState state, const std::string& indexed) {
  ArticleVersion version;
  version.number = number;
  version.state = state;
  version.batch = number + 10;
  version.indexed = indexed;
  return version;
}

ShownVersion live(const Article& article) {
  return {article, version(article.version, VersionState::kLive, "2019-03-01T03:12:09Z"), article.version};
}

/// An older version of titled().
ShownVersion superseded() { return {titled(), version(2, VersionState::kSuperseded, ""), 5}; }

VersionList version_list() {
  const Article a = titled(), h = hostile();
  const auto date = [](const Article& article) { return *find_date(article, DateKind::kPublished); };
  ArticleDate updated = date(a);
  updated.kind = DateKind::kUpdated;
  updated.minute = 9 * 60 + 10;
  return {"x\x1b[2J@1",
          {{version(1, VersionState::kSuperseded, ""), h.title, "", {}, {}},
           {version(2, VersionState::kSuperseded, "2019-03-01T03:12:09Z"), "", "Les premiers mots…", date(a),
            updated},
           {version(12, VersionState::kLive, "2019-03-02T03:11:59Z"), a.title, "", date(h), {}}}};
}

/// A version that changes everything there is.
ArticleDiff article_diff() {
  Article before = titled(), after = before;
  before.title = "Kari Nordmann répond";
  after.title = "Kari Nordmann répond à l'enquête\x1b[2J";
  before.header = "OSLO, 13 février (Exemple) --";
  after.header = "OSLO, 14 février (Exemple) --";
  before.dates.front().minute = 60;
  before.source = "Exemple";
  after.source = "";
  after.authors = {"Ola Berg", "Zoé Petit"};
  std::string sentence;
  for (int i = 0; i < 20; ++i) sentence += " Le port est fermé et le restera longtemps.";
  before.text =
      "Un bateau a coulé mardi au large d'Oslo, faisant 12 morts et trois disparus selon la police.\n"
      "Rien ne change.\n\nIci non plus.\nUn début." +
      sentence + "\nLa fin.";
  after.text =
      "Un navire a coulé mardi au large d'Oslo, faisant 14 morts et un disparu selon la police\u202e.\n"
      "Rien ne change.\n\nIci non plus.\nUn paragraphe de plus, sur deux lignes.\nUne suite." +
      sentence + "\nLa fin.";
  ArticleDiff diff = diff_articles(before, after);
  diff.id = "exemple\x1b-1";
  diff.from = version(1, VersionState::kSuperseded, "");
  diff.to = version(12, VersionState::kLive, "2019-03-02T03:11:59Z");
  return diff;
}

/// A name that only the other articles explain, and a shorter one that stands for it.
Article unexplained() {
  Article a;
  a.id = "note-2";
  a.text = "Selon Mme de Kerlan, tout va bien. Kerlan a souri.";
  a.mentions = {{EntityType::kPerson, place_of(a, "de Kerlan"), "de kerlan", {}}};
  a.mentions.push_back(
      {EntityType::kPerson, place_of(a, "Kerlan", TextField::kText, 20), "de kerlan",
       MentionLink{"de kerlan", "only full name ending so in this article", a.mentions[0].span.begin}});
  a.sentences = sentence_starts(a.text);
  return a;
}

Deductions deduced() {
  const Surname surname{"de kerlan", "anne de kerlan", 57, 58, kFemale};
  return {{0, surname, "Anne\x1b[1m de Kerlan"}, {1, surname, "Anne\x1b[1m de Kerlan"}};
}

using View = void (*)(const Renderer&, std::ostream&);
void list_view(const Renderer& renderer, std::ostream& out) { renderer.list(answer(), out); }
void show_view(const Renderer& renderer, std::ostream& out) { renderer.show(live(titled()), {}, out); }
void show_bare_view(const Renderer& renderer, std::ostream& out) { renderer.show(live(dispatch()), {}, out); }
void show_hostile_view(const Renderer& renderer, std::ostream& out) {
  renderer.show(live(hostile()), {}, out);
}
void count_view(const Renderer& renderer, std::ostream& out) { renderer.count(answer(), out); }
void facets_view(const Renderer& renderer, std::ostream& out) { renderer.facets(facet_answer(), out); }
void entities_view(const Renderer& renderer, std::ostream& out) { renderer.entities(entity_answer(), out); }
void show_deduced_view(const Renderer& renderer, std::ostream& out) {
  renderer.show(live(unexplained()), deduced(), out);
}
void links_deduced_view(const Renderer& renderer, std::ostream& out) {
  renderer.links(unexplained(), deduced(), out);
}
void links_view(const Renderer& renderer, std::ostream& out) { renderer.links(linked(), {}, out); }
void show_old_view(const Renderer& renderer, std::ostream& out) { renderer.show(superseded(), {}, out); }
void versions_view(const Renderer& renderer, std::ostream& out) { renderer.versions(version_list(), out); }
void diff_view(const Renderer& renderer, std::ostream& out) { renderer.diff(article_diff(), out); }

std::string render(View view, OutputFormat format, const Terminal& terminal) {
  std::ostringstream out;
  view(*make_renderer(format, terminal), out);
  return out.str();
}

TEST(View, Golden) {
  const struct Case {
    const char* name;
    View view;
    OutputFormat format;
    Terminal terminal;
  } kCases[] = {
      {"view_list_80.txt", list_view, OutputFormat::kText, kNarrow},
      {"view_list_80_colour.txt", list_view, OutputFormat::kText, kNarrowColour},
      {"view_list_200.txt", list_view, OutputFormat::kText, kWide},
      {"view_list_200_colour.txt", list_view, OutputFormat::kText, kWideColour},
      {"view_list_pipe.txt", list_view, OutputFormat::kText, kPipe},
      {"view_list.json", list_view, OutputFormat::kJson, kPipe},
      {"view_list.jsonl", list_view, OutputFormat::kJsonl, kPipe},
      {"view_list_ids.txt", list_view, OutputFormat::kIds, kPipe},
      {"view_show_80.txt", show_view, OutputFormat::kText, kNarrow},
      {"view_show_80_colour.txt", show_view, OutputFormat::kText, kNarrowColour},
      {"view_show_200.txt", show_view, OutputFormat::kText, kWide},
      {"view_show_pipe.txt", show_view, OutputFormat::kText, kPipe},
      {"view_show_bare_80.txt", show_bare_view, OutputFormat::kText, kNarrow},
      {"view_show_hostile.txt", show_hostile_view, OutputFormat::kText, kNarrow},
      {"view_show.json", show_view, OutputFormat::kJson, kPipe},
      {"view_facets_80.txt", facets_view, OutputFormat::kText, kNarrow},
      {"view_facets_80_colour.txt", facets_view, OutputFormat::kText, kNarrowColour},
      {"view_facets_200.txt", facets_view, OutputFormat::kText, kWide},
      {"view_facets_pipe.txt", facets_view, OutputFormat::kText, kPipe},
      {"view_facets.json", facets_view, OutputFormat::kJson, kPipe},
      {"view_facets.jsonl", facets_view, OutputFormat::kJsonl, kPipe},
      {"view_entities_80.txt", entities_view, OutputFormat::kText, kNarrow},
      {"view_entities_200.txt", entities_view, OutputFormat::kText, kWide},
      {"view_entities_pipe.txt", entities_view, OutputFormat::kText, kPipe},
      {"view_entities.json", entities_view, OutputFormat::kJson, kPipe},
      {"view_links_80.txt", links_view, OutputFormat::kText, kNarrow},
      {"view_links_80_colour.txt", links_view, OutputFormat::kText, kNarrowColour},
      {"view_links_pipe.txt", links_view, OutputFormat::kText, kPipe},
      {"view_links.json", links_view, OutputFormat::kJson, kPipe},
      {"view_show_deduced_80.txt", show_deduced_view, OutputFormat::kText, kNarrow},
      {"view_show_deduced.json", show_deduced_view, OutputFormat::kJson, kPipe},
      {"view_links_deduced_80.txt", links_deduced_view, OutputFormat::kText, kNarrow},
      {"view_links_deduced.jsonl", links_deduced_view, OutputFormat::kJsonl, kPipe},
      {"view_show_old_80.txt", show_old_view, OutputFormat::kText, kNarrow},
      {"view_versions_80.txt", versions_view, OutputFormat::kText, kNarrow},
      {"view_versions_200.txt", versions_view, OutputFormat::kText, kWide},
      {"view_versions_pipe.txt", versions_view, OutputFormat::kText, kPipe},
      {"view_versions.json", versions_view, OutputFormat::kJson, kPipe},
      {"view_diff_80.txt", diff_view, OutputFormat::kText, kNarrow},
      {"view_diff_80_colour.txt", diff_view, OutputFormat::kText, kNarrowColour},
      {"view_diff_200.txt", diff_view, OutputFormat::kText, kWide},
      {"view_diff_pipe.txt", diff_view, OutputFormat::kText, kPipe},
      {"view_diff.json", diff_view, OutputFormat::kJson, kPipe},
      {"view_diff.jsonl", diff_view, OutputFormat::kJsonl, kPipe},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.name);
    expect_golden(c.name, render(c.view, c.format, c.terminal));
  }
}

TEST(View, CountsAreThreeLinesAPlain) {
  const std::string lines = "articles 23\nhits 51\nwords 8123\n";
  EXPECT_EQ(render(count_view, OutputFormat::kText, kNarrowColour), lines);
  EXPECT_EQ(render(count_view, OutputFormat::kIds, kPipe), lines);
  EXPECT_EQ(render(count_view, OutputFormat::kJsonl, kPipe),
            "{\"schema\":1,\"articles\":23,\"hits\":51,\"words\":8123,\"partial\":false,\"relaxed\":null}\n");
}

TEST(View, NoForbiddenByteInAnyFormat) {
  for (View view : {list_view, show_view, show_hostile_view, show_old_view})
    for (OutputFormat format :
         {OutputFormat::kText, OutputFormat::kJson, OutputFormat::kJsonl, OutputFormat::kIds})
      for (const Terminal& terminal : {kNarrow, kWide, kPipe}) {
        const std::string output = render(view, format, terminal);
        EXPECT_EQ(safe_text(output, true), output);
      }
  for (View view : {facets_view, entities_view, links_view, versions_view, diff_view})
    for (OutputFormat format : {OutputFormat::kText, OutputFormat::kJson, OutputFormat::kJsonl})
      for (const Terminal& terminal : {kNarrow, kWide, kPipe}) {
        const std::string output = render(view, format, terminal);
        EXPECT_EQ(safe_text(output, true), output);
      }
}

TEST(View, LinesFitTheTerminal) {
  for (View view : {list_view, show_view, show_bare_view, show_hostile_view, show_old_view, facets_view,
                    entities_view, links_view, versions_view, diff_view})
    for (const Terminal& terminal : {kNarrow, kWide}) {
      std::istringstream lines(render(view, OutputFormat::kText, terminal));
      for (std::string line; std::getline(lines, line);) {
        if (line.find("/corpus/") != std::string::npos)
          continue;  // paths are never cut: they are to be copied
        EXPECT_LE(display_width(line), terminal.width) << line;
      }
    }
}

TEST(View, ColourAddsNothingButColour) {
  for (View view : {list_view, show_view, show_hostile_view, show_old_view, facets_view, entities_view,
                    links_view, versions_view, diff_view})
    for (const auto& [plain, colour] : {std::pair(kNarrow, kNarrowColour), std::pair(kWide, kWideColour)}) {
      std::string coloured = render(view, OutputFormat::kText, colour), without;
      for (size_t pos = 0; pos < coloured.size(); ++pos) {
        if (coloured[pos] == '\x1b')
          pos = coloured.find('m', pos);
        else
          without += coloured[pos];
      }
      EXPECT_EQ(without, render(view, OutputFormat::kText, plain));
    }
}

std::string listed(const Answer& answer, OutputFormat format = OutputFormat::kText) {
  std::ostringstream out;
  make_renderer(format, kPipe)->list(answer, out);
  return out.str();
}

std::string last_lines(const std::string& text) { return text.substr(text.rfind("\n\n") + 2); }

TEST(View, ClosingLine) {
  Answer all = answer();
  all.articles = all.matches.size();
  EXPECT_EQ(last_lines(listed(all)), "5 articles\n");
  EXPECT_EQ(last_lines(listed(answer())), "23 articles, 9 to 13 shown; next: --offset 13\n");
  Answer last_page = answer();
  last_page.articles = 13;
  EXPECT_EQ(last_lines(listed(last_page)), "13 articles, 9 to 13 shown\n");
  Answer one = answer();
  one.matches.resize(1);
  one.articles = 1;
  EXPECT_EQ(last_lines(listed(one)), "1 article\n");
  one.partial = true;
  EXPECT_EQ(
      last_lines(listed(one)),
      "At least 1 article\nIncomplete: the time limit was reached before every article was looked at.\n");
  Answer beyond = answer();
  beyond.matches.clear();
  EXPECT_EQ(listed(beyond), "23 articles, none shown\n");
}

TEST(View, NothingFound) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({}, OutputFormat::kIds), "");
  EXPECT_EQ(listed({}, OutputFormat::kJsonl), "");
  EXPECT_EQ(
      Json::parse(listed({}, OutputFormat::kJson)),
      Json::parse(R"({"schema":1,"articles":0,"stories":null,"partial":false,"relaxed":null,"matches":[]})"));
  Answer partial;
  partial.partial = true;
  EXPECT_EQ(listed(partial), "Incomplete: the time limit was reached before every article was looked at.\n");
}

TEST(View, JsonNamesEveryKeyInOrder) {
  Answer only = answer();
  only.matches.erase(only.matches.begin(), only.matches.begin() + 3);
  only.matches.resize(1);  // the undated note
  const Json match = Json::parse(listed(only, OutputFormat::kJsonl));
  std::string keys;
  for (const auto& [key, value] : match.items()) keys += key + " ";
  EXPECT_EQ(keys,
            "schema rank score id version title date date_edtf date_stated date_basis date_inferred source "
            "snippet hits path citation story copies ");
  for (const char* absent : {"title", "date", "date_basis", "date_inferred", "source"})
    EXPECT_TRUE(match[absent].is_null()) << absent;
}

TEST(View, JsonOffsetsAreCodePoints) {
  Article article;
  article.title = "Été à Oslo";
  article.text = "L'été 中国 fut ❤️ là";
  Answer found;
  found.articles = 1;
  found.matches.push_back(
      {1, 1, article, {place_of(article, "Oslo", TextField::kTitle), place_of(article, "fut")}});
  const Json match = Json::parse(listed(found, OutputFormat::kJsonl));
  EXPECT_EQ(match["hits"].dump(),
            R"([{"field":"title","begin":6,"end":10},{"field":"text","begin":9,"end":12}])");
  EXPECT_EQ(match["snippet"], "L'été 中国 <b>fut</b> ❤️ là");
}

TEST(View, JsonDateWithoutYear) {
  Answer found;
  found.articles = 1;
  found.matches.push_back({1, 1, hostile(), {}});
  const Json match = Json::parse(listed(found, OutputFormat::kJsonl));
  EXPECT_EQ(match["date"], "XXXX-03-07");
  EXPECT_EQ(match["date_basis"], "field");
  EXPECT_EQ(match["snippet"].get<std::string>().find('<'), std::string::npos);  // escaped: no hit, no mark
}

}  // namespace
}  // namespace depeche
