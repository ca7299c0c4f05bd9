#include "common/message.h"

#include <cerrno>
#include <clocale>
#include <cstdlib>

#include <gtest/gtest.h>

#include "common/error.h"

namespace depeche {
namespace {

/// What each process of the table below is to speak.
struct Case {
  const char *lc_all, *lc_messages, *lang, *language;
  const char* selected;  // LANGUAGE afterwards, nullptr if unset
};

// gettext looks at a catalogue once per process, so only the choice is tested here; that the programs then
// speak French is a test of the programs.
TEST(Message, LanguageIsChosenWithoutAnInstalledLocale) {
  const Case cases[] = {
      {nullptr, nullptr, nullptr, nullptr, nullptr},
      {nullptr, nullptr, "C", "fr", "fr"},
      {nullptr, nullptr, "xx_XX.UTF-8", nullptr, "xx_XX"},
      {nullptr, nullptr, "xx_XX@euro", nullptr, "xx_XX"},
      {nullptr, nullptr, "xx", "", "xx"},
      {nullptr, nullptr, "xx_XX.UTF-8", "yy", "yy"},
      {nullptr, "xx_XX.UTF-8", "yy_YY.UTF-8", nullptr, "xx_XX"},
      {"zz_ZZ.UTF-8", "xx_XX.UTF-8", "yy_YY.UTF-8", nullptr, "zz_ZZ"},
      {"C", "xx_XX.UTF-8", "yy_YY.UTF-8", nullptr, nullptr},
      {"", "", "C.UTF-8", nullptr, nullptr},
  };
  const auto set = [](const char* name, const char* value) {
    value ? setenv(name, value, 1) : unsetenv(name);
  };
  for (const Case& c : cases) {
    set("LC_ALL", c.lc_all);
    set("LC_MESSAGES", c.lc_messages);
    set("LANG", c.lang);
    set("LANGUAGE", c.language);
    start_messages("test");
    EXPECT_STREQ(std::getenv("LANGUAGE"), c.selected) << (c.lang ? c.lang : "");
    EXPECT_STREQ(std::setlocale(LC_CTYPE, nullptr), "C");
    EXPECT_STREQ(std::setlocale(LC_NUMERIC, nullptr), "C");
    EXPECT_STREQ(std::setlocale(LC_TIME, nullptr), "C");
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"}) unsetenv(name);
  std::setlocale(LC_MESSAGES, "C");
}

TEST(Message, FormatsItsArguments) {
  EXPECT_EQ(tr("{} of {}", 1, "b"), "1 of b");
  EXPECT_EQ(tr("{1} of {0}", 1, "b"), "b of 1");
  EXPECT_EQ(tr_n("{0} article in {1}", "{0} articles in {1}", 1, "x"), "1 article in x");
  EXPECT_EQ(tr_n("{0} article in {1}", "{0} articles in {1}", 2, "x"), "2 articles in x");
}

TEST(Message, SystemErrorIsOneLineThatNamesThePath) {
  const Error error = system_error("cannot read", "a\nb\x1b", ENOENT);
  EXPECT_EQ(error.code(), ExitCode::kEnvironment);
  EXPECT_STREQ(error.what(), "cannot read: a\\x0ab\\x1b: No such file or directory");
}

}  // namespace
}  // namespace depeche
