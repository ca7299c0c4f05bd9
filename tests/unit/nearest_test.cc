#include "common/nearest.h"

#include <gtest/gtest.h>

namespace depeche {
namespace {

struct NearestCase {
  const char* name;
  const char* nearest;
};

constexpr NearestCase kCases[] = {
    {"report", "report"},
    {"raport", "report"},
    {"erport", "report"},
    {"reports", "report"},
    {"repor", "report"},
    {"rejet", "rejects"},
    {"xyz", ""},
    {"", ""},
    {"r", ""},
    {"index", "index"},
    {"indexer", "index"},
    {"no-dates", "no-dates"},
};

TEST(NearestName, Table) {
  for (const NearestCase& row : kCases)
    EXPECT_EQ(nearest_name(row.name, {"index", "no-dates", "rejects", "report"}), row.nearest) << row.name;
}

TEST(NearestName, FirstOfEquals) { EXPECT_EQ(nearest_name("abx", {"aby", "abz"}), "aby"); }

}  // namespace
}  // namespace depeche
