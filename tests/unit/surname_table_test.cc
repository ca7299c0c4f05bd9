#include "common/surname_table.h"

#include "tests/unit/test_index.h"

namespace depeche {
namespace {

TEST(SurnameTable, DecidesByNineInTenOfFive) {
  const struct Case {
    uint64_t agreeing, articles;
    bool decided;
  } kCases[] = {{0, 0, false}, {4, 4, false},  {5, 5, true},   {5, 6, false},   {8, 9, false},
                {9, 10, true}, {9, 11, false}, {18, 20, true}, {17, 19, false}, {900, 1000, true}};
  for (const Case& c : kCases)
    EXPECT_EQ(is_decided(c.agreeing, c.articles), c.decided) << c.agreeing << " of " << c.articles;
}

const std::vector<Surname> kSurnames = {{"pen", "marine le pen", 9, 10, kFemale},
                                        {"hua", "hua chunying", 57, 58, kSexUnknown},
                                        {"le pen", "marine le pen", 9, 9, kFemale},
                                        {"noël", "paul noël", 5, 5, kMale}};

TEST(SurnameTable, ReadsBackWhatItWrote) {
  const SurnameTable table(kSurnames);
  EXPECT_EQ(table.to_tsv(),
            "hua\thua chunying\t57\t58\tunknown\n"
            "le pen\tmarine le pen\t9\t9\tfemale\n"
            "noël\tpaul noël\t5\t5\tmale\n"
            "pen\tmarine le pen\t9\t10\tfemale\n");
  EXPECT_EQ(SurnameTable::from_tsv(table.to_tsv(), "t").surnames(), table.surnames());
  EXPECT_TRUE(SurnameTable::from_tsv("", "t").empty());
}

TEST(SurnameTable, IsAskedBySurnameAndByFullName) {
  const SurnameTable table = SurnameTable(kSurnames);
  EXPECT_EQ(table.find("hua")->agreeing, 57U);
  for (const char* unknown : {"", "hu", "huard", "zhu", "marine le pen"})
    EXPECT_EQ(table.find(unknown), nullptr) << unknown;
  ASSERT_EQ(table.of("marine le pen").size(), 2U);
  EXPECT_EQ(table.of("marine le pen")[0]->surname, "le pen");
  EXPECT_EQ(table.of("marine le pen")[1]->surname, "pen");
  EXPECT_TRUE(table.of("le pen").empty());
}

TEST(SurnameTable, ATitleMayContradict) {
  const Surname marine = kSurnames[0], hua = kSurnames[1];
  EXPECT_TRUE(marine.fits(kFemale));
  EXPECT_TRUE(marine.fits(kSexUnknown));
  EXPECT_FALSE(marine.fits(kMale));
  EXPECT_TRUE(hua.fits(kMale));
}

TEST(SurnameTable, WhatItNeverWritesIsDamage) {
  for (const char* tsv :
       {"hua\thua chunying\t57\t58\tunknown", "\n", "hua\thua chunying\t57\t58\n",
        "hua\thua chunying\t57\t58\tx\n", "hua\thua chunying\t57\t58\tmale\tmale\n",
        "\thua chunying\t57\t58\tmale\n", "hua\t\t57\t58\tmale\n", "hua\thua chunying\t-5\t58\tmale\n",
        "hua\thua chunying\t59\t58\tmale\n", "hua\thua chunying\t5x\t58\tmale\n",
        "b\ta b\t5\t5\tmale\na\ta b\t5\t5\tmale\n", "b\ta b\t5\t5\tmale\nb\tc b\t5\t5\tmale\n"}) {
    const Failure failure = failure_of([&] { SurnameTable::from_tsv(tsv, "DIR/surnames-3.tsv"); });
    EXPECT_EQ(failure.code, 6) << tsv;
    EXPECT_NE(failure.message.find("DIR/surnames-3.tsv"), std::string::npos) << failure.message;
  }
}

}  // namespace
}  // namespace depeche
