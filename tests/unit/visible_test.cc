#include "common/text/visible.h"

#include <gtest/gtest.h>

namespace depeche {
namespace {

struct VisibleCase {
  const char* text;
  const char* visible;
};

constexpr VisibleCase kCases[] = {
    {"", ""},
    {"dépêche.txt", "dépêche.txt"},
    {"a\nb\tc", "a\\x0ab\\x09c"},
    {"\x1b[31mred\x7f", "\\x1b[31mred\\x7f"},
    {"\xc2\x9b", "\\x9b"},
    {"\xe2\x80\xae", "\\u{202e}"},
    {"\xe2\x80\xa8", "\\u{2028}"},
    {"\xef\xbb\xbf", "\\u{feff}"},
    {"caf\xe9", "caf\xef\xbf\xbd"},
};

TEST(VisibleText, Table) {
  for (const VisibleCase& row : kCases) EXPECT_EQ(visible_text(row.text), row.visible);
}

}  // namespace
}  // namespace depeche
