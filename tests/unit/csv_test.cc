#include "searcher/view/csv.h"

#include <sstream>

#include <gtest/gtest.h>

namespace depeche {
namespace {

std::string row(const std::vector<std::string>& fields, CsvOptions options = {}) {
  std::ostringstream out;
  CsvWriter(out, options).row(fields);
  return out.str();
}

TEST(Csv, RowsAreWrittenAsInRfc4180) {
  const struct Case {
    std::vector<std::string> fields;
    std::string line;
    char separator = ',';
  } kCases[] = {
      {{"a", "b"}, "a,b\n"},
      {{"a", "", "c", ""}, "a,,c,\n"},
      {{""}, "\"\"\n"},
      {{"a,b", "c;d"}, "\"a,b\",c;d\n"},
      {{"a,b", "c;d"}, "a,b;\"c;d\"\n", ';'},
      {{"a\tb", "c"}, "a b\tc\n", '\t'},
      {{"il dit \"non\""}, "\"il dit \"\"non\"\"\"\n"},
      {{"\""}, "\"\"\"\"\n"},
      {{" a", "b "}, "\" a\",\"b \"\n"},
      {{"un\ndeux\r\n"}, "\"un deux\\x0d \"\n"},
      {{"l'été « à »"}, "l'été « à »\n"},
      // Left as it is, and documented: what a spreadsheet takes for a formula.
      {{"=1+1", "+a", "-b", "@c"}, "=1+1,+a,-b,@c\n"},
      {{"\x1b[31mrouge\xff", "a\u202eb"}, "\\x1b[31mrouge\uFFFD,a\\u{202e}b\n"},
  };
  for (const Case& c : kCases) EXPECT_EQ(row(c.fields, {c.separator}), c.line);
}

TEST(Csv, TheByteOrderMarkStandsBeforeTheFirstRow) {
  std::ostringstream out;
  CsvWriter csv(out, {';', true});
  EXPECT_EQ(out.str(), "\uFEFF");
  csv.row({"a", "b"});
  csv.row({"c", "d"});
  EXPECT_EQ(out.str(), "\uFEFFa;b\nc;d\n");
}

}  // namespace
}  // namespace depeche
