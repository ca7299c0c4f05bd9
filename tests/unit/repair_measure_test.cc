// What corpus/repair.h puts right of real texts that were damaged on purpose.

#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include "common/text/utf8.h"
#include "corpus/decode.h"
#include "corpus/repair.h"
#include "tests/unit/shared_data.h"

namespace depeche {
namespace {

/// The texts of at least 100 bytes of a packed JSON-lines file: every `step`th record, `count` of them. Empty
/// where the file, or zstd, is absent.
std::vector<std::string> texts_of(const std::string& name, size_t step, size_t count) {
  std::vector<std::string> texts;
  const std::string command = "zstd -qdc '" + shared_data(name) + "' 2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  char* line = nullptr;
  size_t capacity = 0;
  simdjson::dom::parser parser;
  for (size_t i = 0; texts.size() < count && getline(&line, &capacity, pipe.get()) > 0; ++i) {
    std::string_view text;
    if (i % step != 0 || parser.parse(std::string(line))["text"].get(text)) continue;
    if (text.size() >= 100) texts.push_back(clean_text(std::string(text)));
  }
  free(line);
  return texts;
}

/// Writes characters that GB2312 lacks as `?`, as a converter to it does.
class Gb2312 {
 public:
  Gb2312() {
    UErrorCode status = U_ZERO_ERROR;
    converter_ = ucnv_open("GB2312", &status);
    ucnv_setFromUCallBack(converter_, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  ~Gb2312() { ucnv_close(converter_); }
  Gb2312(const Gb2312&) = delete;
  Gb2312& operator=(const Gb2312&) = delete;

  std::string lose_letters(std::string_view text) {
    std::string out;
    for (size_t pos = 0; pos < text.size();) {
      const char32_t c = next_code_point(text, pos);
      append_utf8(out, has(c) ? c : U'?');
    }
    return out;
  }

 private:
  bool has(char32_t c) {
    if (c < 0x80) return true;
    const auto [entry, is_new] = known_.try_emplace(c, false);
    if (is_new && c < 0x10000) {
      const auto unit = static_cast<UChar>(c);
      std::array<char, 8> bytes;
      UErrorCode status = U_ZERO_ERROR;
      ucnv_fromUChars(converter_, bytes.data(), bytes.size(), &unit, 1, &status);
      entry->second = U_SUCCESS(status);
    }
    return entry->second;
  }

  UConverter* converter_;
  std::map<char32_t, bool> known_;
};

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (size_t pos = 0; pos < text.size();) out += next_code_point(text, pos);
  return out;
}

std::string repaired(std::string text) {
  Article article;
  article.text = std::move(text);
  repair(article);
  return article.text;
}

struct Outcome {
  size_t damaged = 0, right = 0, wrong = 0;
};

/// Counts the words of two letters or more, of French letters, that the damage has touched. (A lone `?` stays
/// one: french « À » is lost.)
void count(const std::u32string& clean, const std::u32string& damaged, const std::u32string& result,
           Outcome& outcome) {
  const auto is_letter = [](char32_t c) {
    return u_isalpha(static_cast<UChar32>(c)) && c != U'µ' && c != U'º' && c != U'ª';
  };
  for (size_t begin = 0; begin < clean.size();) {
    size_t end = begin;
    while (end < clean.size() && is_letter(clean[end])) ++end;
    const auto part = [&](const std::u32string& text) { return text.substr(begin, end - begin); };
    if (end - begin > 1 && part(clean) != part(damaged)) {
      ++outcome.damaged;
      if (part(result) == part(clean))
        ++outcome.right;
      else if (part(result) != part(damaged))
        ++outcome.wrong;
    }
    begin = end + 1;
  }
}

TEST(RepairMeasure, PutsLettersThatGb2312LosesRight) {
  Gb2312 gb2312;
  Outcome all;
  for (const auto& [name, step] :
       {std::pair("debats-assemblee.jsonl.zst", 2), std::pair("lois-canada.jsonl.zst", 15)}) {
    const auto texts = texts_of(name, step, 4000);
    if (texts.empty()) GTEST_SKIP() << "no shared data";
    Outcome outcome;
    for (const std::string& text : texts) {
      EXPECT_EQ(repaired(text), text);
      const std::string damaged = gb2312.lose_letters(text);
      const auto result = decoded(repaired(damaged)), clean = decoded(text);
      ASSERT_EQ(result.size(), clean.size()) << damaged;
      count(clean, decoded(damaged), result, outcome);
    }
    std::cout << name << ": of " << outcome.damaged << " damaged words " << outcome.right << " right, "
              << outcome.wrong << " wrong\n";
    all.damaged += outcome.damaged;
    all.right += outcome.right;
    all.wrong += outcome.wrong;
  }
  EXPECT_GE(all.right * 1000, all.damaged * 965);
  EXPECT_LE(all.wrong * 1000, all.damaged * 4);
}

/// UTF-8 read as windows-1252 (its holes as Latin-1) and encoded again.
std::string encoded_twice(std::string_view text) {
  const Decoder decoder("windows-1252");
  std::string out;
  for (const char byte : text) {
    const std::string one = decoder.decode({&byte, 1}).text;
    if (decoder.decode({&byte, 1}).lost > 0)
      append_utf8(out, static_cast<unsigned char>(byte));
    else
      out += one;
  }
  return out;
}

TEST(RepairMeasure, ReadsDoubleEncodingBack) {
  const auto texts = texts_of("debats-assemblee.jsonl.zst", 3, 2000);
  if (texts.empty()) GTEST_SKIP() << "no shared data";
  size_t right = 0;
  for (const std::string& text : texts) right += repaired(encoded_twice(text)) == text;
  std::cout << "of " << texts.size() << " texts " << right << " exact\n";
  EXPECT_GE(right * 1000, texts.size() * 995);
}

}  // namespace
}  // namespace depeche
