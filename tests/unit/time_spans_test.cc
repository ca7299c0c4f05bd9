// Time expressions that people marked in news, against those that are recognised. The texts are no part of
// the project.

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>

#include <gtest/gtest.h>

#include "common/dates/recognise.h"
#include "common/json.h"
#include "common/text/utf8.h"
#include "tests/unit/shared_data.h"

namespace depeche {
namespace {

TEST(TimeSpans, MostOfThoseThatPeopleMarkedAreFound) {
  const std::string path = shared_data("entities-dev.jsonl");
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
  unsigned marked = 0, found = 0;
  for (const std::string& line : lines_of(path)) {
    const Json document = Json::parse(line);
    const std::string text = document["text"];
    struct Span {
      size_t begin, end;  // code points
    };
    std::vector<Span> spans;
    CodePointCounter code_points(text);
    for (const TimeExpression& time : find_times(text)) {
      const size_t begin = code_points.at(time.begin);
      spans.push_back({begin, code_points.at(time.end)});
    }
    for (const Json& entity : document["entities"]) {
      const std::string type = entity["type"];  // TIME, or time.date.abs and the like
      if (!type.starts_with("TIME") && !type.starts_with("time.")) continue;
      const size_t begin = entity["start"], end = entity["end"];
      ++marked;
      if (std::ranges::any_of(spans, [&](const Span& span) { return span.begin < end && begin < span.end; }))
        ++found;
      else
        std::cout << "not found: " << std::string(entity["text"]) << '\n';
    }
  }
  std::cout << found << " of " << marked << " found\n";
  EXPECT_GE(marked, 1u);
  EXPECT_GE(found * 100, marked * 85);
}

}  // namespace
}  // namespace depeche
