#include "common/terminal.h"

#include <cstdlib>
#include <random>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "common/text/utf8.h"
#include "tests/fuzz/terminal_property.h"

namespace depeche {
namespace {

TEST(SafeText, MakesVisible) {
  const struct Case {
    std::string_view text, expected;
    bool keep_lines = false;
  } kCases[] = {
      {"", ""},
      {"l'œuvre « à » 中", "l'œuvre « à » 中"},
      {"a\x1b[31mb", "a\\x1b[31mb"},
      {"a\x1b]0;titre\x07", "a\\x1b]0;titre\\x07"},
      {"a\r\b\x7f", "a\\x0d\\x08\\x7f"},
      {std::string_view("a\0b", 3), "a\\x00b"},
      {"\u009b2J", "\\x9b2J"},
      {"a\nb\tc", "a b c"},
      {"a\nb\tc\r", "a\nb\tc\\x0d", true},
      {"\u202e5102\u202c", "\\u{202e}5102\\u{202c}"},
      {"\ufeff\u200e\u2066\u061c", "\\u{feff}\\u{200e}\\u{2066}\\u{061c}"},
      {"caf\xe9 \xed\xa0\x80", "caf� ���"},
      {"👩‍🚀", "👩‍🚀"},  // U+200D joins emoji and is harmless
  };
  for (const Case& c : kCases) EXPECT_EQ(safe_text(c.text, c.keep_lines), c.expected) << c.text;
}

TEST(SafeText, EveryCodePoint) {
  constexpr char32_t kTogether = 0x40;
  for (char32_t first = 0; first <= 0x10FFFF; first += kTogether) {
    if (first >= 0xD800 && first <= 0xDFFF) continue;
    std::string text;
    for (char32_t c = first; c < first + kTogether; ++c) append_utf8(text += 'a', c);
    ASSERT_EQ(terminal_violation(text, 20), "") << "from U+" << std::hex << static_cast<unsigned>(first);
  }
}

TEST(SafeText, RandomTitles) {
  // What titles are made of, and what attacks them; a seed of its own, so that a failure repeats.
  constexpr std::string_view kPieces[] = {
      "Pékin",  " ",      "dit",         " : « ",    " » ",    "l'",      "cyber-",   "œ",
      "中国",   "한",     "👩‍🚀", "❤️",   "🇫🇷",     "e\u0301", "\x1b[",    "\x1b]0;",
      "31m",    "\u009b", "\r",          "\n",       "\x07",   "\xc3",    "\xe2\x80", "\u202e",
      "\u2066", "\ufeff", "\u200f",      "\xf4\x90", "\u00a0", "20 %",    "\u0600"};
  std::mt19937 random(20190213);
  for (int i = 0; i < 100000; ++i) {
    std::string title;
    for (unsigned pieces = random() % 12; pieces > 0; --pieces)
      title += kPieces[random() % std::size(kPieces)];
    if (random() % 8 == 0) title += static_cast<char>(random() % 256);
    ASSERT_EQ(terminal_violation(title, random() % 40), "") << "title " << i << ": " << safe_text(title);
  }
}

TEST(DisplayWidth, Columns) {
  const struct Case {
    std::string_view text;
    unsigned columns;
  } kCases[] = {
      {"", 0},
      {"Pékin", 5},
      {"l’œuvre — 5 €", 13},
      {"e\u0301te\u0301", 3},
      {"中国", 4},
      {"ｆｕ", 4},
      {"한국", 4},
      {"\u1112\u1161\u11ab", 2},
      {"👍", 2},
      {"👍🏽", 2},
      {"👩‍🚀", 2},
      {"🇫🇷", 2},
      {"❤", 1},
      {"❤️", 2},
      {"1️⃣", 2},
      {"a\ufe0f", 1},
      {"a\u200bb", 2},
      {"3\u202f000", 5},
      {"①", 1},
      {"Ω Ж", 3},
  };
  for (const Case& c : kCases) EXPECT_EQ(display_width(c.text), c.columns) << c.text;
}

TEST(CutToWidth, NeverInAGrapheme) {
  const struct Case {
    std::string_view text;
    unsigned width;
    std::string_view expected;
  } kCases[] = {
      {"Pékin", 5, "Pékin"},
      {"Pékin", 4, "Pék…"},
      {"Pékin", 1, "…"},
      {"Pékin", 0, ""},
      {"", 0, ""},
      {"un deux", 4, "un…"},
      {"中国人", 5, "中国…"},
      {"中国人", 4, "中…"},
      {"👩‍🚀👩‍🚀", 3, "👩‍🚀…"},
      {"👩‍🚀👩‍🚀", 2, "…"},
      {"e\u0301te\u0301", 2, "e\u0301…"},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(cut_to_width(c.text, c.width), c.expected) << c.text << " " << c.width;
}

TEST(CutStartToWidth, KeepsTheEnd) {
  const struct Case {
    const char* text;
    unsigned width;
    const char* expected;
  } kCases[] = {
      {"", 0, ""},
      {"abc", 3, "abc"},
      {"abc", 2, "…c"},
      {"abc", 1, "…"},
      {"abc", 0, ""},
      {"la mer bleue", 8, "…r bleue"},
      {"la mer bleue", 6, "…bleue"},  // no blank behind the mark
      {"e\u0301te\u0301", 2, "…e\u0301"},
      {"中国人", 6, "中国人"},
      {"中国人", 5, "…国人"},
      {"中国人", 4, "…人"},  // half a character is none
      {"a👩‍👩‍👧b", 3, "…b"},
      {"a👩‍👩‍👧b", 4, "a👩‍👩‍👧b"},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(cut_start_to_width(c.text, c.width), c.expected) << c.text << " " << c.width;
}

TEST(PadToWidth, ByColumns) {
  EXPECT_EQ(pad_to_width("été", 5), "été  ");
  EXPECT_EQ(pad_to_width("中", 3), "中 ");
  EXPECT_EQ(pad_to_width("trop long", 3), "trop long");
}

TEST(WrapLines, AsFrenchAllows) {
  const struct Case {
    std::string_view text;
    unsigned width, first_width;
    std::vector<std::string_view> lines;
  } kCases[] = {
      {"", 10, 10, {""}},
      {"un deux trois", 13, 13, {"un deux trois"}},
      {"un deux trois", 12, 12, {"un deux", "trois"}},
      {"un deux trois", 8, 4, {"un", "deux", "trois"}},
      {"un deux trois", 8, 1, {"", "un deux", "trois"}},
      {"il dit : « non ! » puis", 9, 9, {"il dit :", "« non ! »", "puis"}},
      {"soit 20 % ; fin", 6, 6, {"soit", "20 % ;", "fin"}},
      {"un cyber-espionnage", 9, 9, {"un", "cyber-esp", "ionnage"}},
      {"le cyber-outil", 12, 12, {"le", "cyber-outil"}},  // a compound can be copied whole
      {"3\u00a0000 km", 5, 5, {"3\u00a0000", "km"}},
      {"中国人民", 5, 5, {"中国", "人民"}},
      {"👩‍🚀👩‍🚀", 1, 1, {"👩‍🚀", "👩‍🚀"}},
      {"un    deux  ", 4, 4, {"un", "deux"}},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(wrap_lines(c.text, c.width, c.first_width), c.lines) << c.text << " " << c.width;
}

TEST(WrapLines, TimeIsLinear) {
  // Cutting a long word line by line took quadratic time: hours for this one.
  const std::string word(1 << 20, 'x'), marked = "e\u0301" + word;
  EXPECT_EQ(wrap_lines(word, 1, 1).size(), word.size());
  EXPECT_EQ(wrap_lines(marked, 64, 64).size(), word.size() / 64 + 1);
}

/// Sets a variable of the environment for the length of a test.
class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before, set_ = true;
    value ? setenv(name, value, 1) : unsetenv(name);
  }
  ~Environment() { set_ ? setenv(name_, before_.c_str(), 1) : unsetenv(name_); }
  Environment(const Environment&) = delete;

 private:
  const char* name_;
  std::string before_;
  bool set_ = false;
};

TEST(Terminal, OfAPipe) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const Environment term("TERM", "xterm-256color"), no_color("NO_COLOR", nullptr);
  const struct Case {
    const char* columns;
    unsigned width;
  } kCases[] = {{nullptr, 80}, {"", 80},    {"120", 120}, {"0", 80},
                {"-5", 80},    {"12x", 80}, {"3", 20},    {"99999999999", 80}};
  for (const Case& c : kCases) {
    const Environment columns("COLUMNS", c.columns);
    const Terminal terminal = Terminal::of(ends[1]);
    EXPECT_EQ(terminal.width, c.width) << (c.columns ? c.columns : "unset");
    EXPECT_FALSE(terminal.colour);
    EXPECT_FALSE(terminal.interactive);
  }
  close(ends[0]);
  close(ends[1]);
}

TEST(Terminal, OfATerminal) {
  const int fd = posix_openpt(O_RDWR | O_NOCTTY);
  if (fd < 0) GTEST_SKIP() << "no pseudo-terminal here";
  winsize size{};
  size.ws_col = 132;
  ASSERT_EQ(ioctl(fd, TIOCSWINSZ, &size), 0);
  const struct Case {
    const char *term, *no_color;
    bool colour;
  } kCases[] = {{"xterm", nullptr, true}, {"xterm", "", true},  {"xterm", "1", false},
                {"dumb", nullptr, false}, {"", nullptr, false}, {nullptr, nullptr, false}};
  for (const Case& c : kCases) {
    const Environment term("TERM", c.term), no_color("NO_COLOR", c.no_color), columns("COLUMNS", "99");
    const Terminal terminal = Terminal::of(fd);
    EXPECT_EQ(terminal.colour, c.colour) << (c.term ? c.term : "unset");
    EXPECT_EQ(terminal.width, 132u);
    EXPECT_TRUE(terminal.interactive);
  }
  close(fd);
}

}  // namespace
}  // namespace depeche
