#include "common/stored_article.h"

#include <gtest/gtest.h>

#include "common/article_json.h"
#include "common/error.h"
#include "common/hash.h"
#include "tests/unit/test_article.h"

namespace depeche {
namespace {

std::string with_checksum(std::string body) {
  const uint64_t checksum = hash64(body);
  for (int i = 0; i < 8; ++i) body += static_cast<char>(checksum >> (8 * i));
  return body;
}

/// Decodes or throws Error (kIndex); anything else fails the test.
bool decodes(std::string_view data) {
  try {
    // Printing walks every offset of what was decoded.
    to_line(to_json(decode_article(data)));
    return true;
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kIndex);
    return false;
  }
}

TEST(StoredArticle, ReadsBackWhatItWrote) {
  const Article article = full_article();
  const Article decoded = decode_article(encode_article(article));
  // The JSON form shows all but these.
  EXPECT_EQ(to_line(to_json(decoded)), to_line(to_json(article)));
  EXPECT_EQ(decoded.version, 7U);
  EXPECT_EQ(decoded.sentences, article.sentences);
  EXPECT_EQ(decoded.dates[0].minute, 9 * 60 + 10);
  EXPECT_EQ(decoded.dates[1].minute, std::nullopt);
  EXPECT_EQ(decoded.dates[0].confidence, article.dates[0].confidence);
  EXPECT_EQ(decoded.origin.modified, article.origin.modified);
  EXPECT_EQ(decoded.dates[0].stated->basis, DateBasis::kHeader);
  EXPECT_EQ(encode_article(decoded), encode_article(article));
}

TEST(StoredArticle, AnEmptyArticleIsStoredToo) {
  const Article decoded = decode_article(encode_article(Article()));
  EXPECT_EQ(to_line(to_json(decoded)), to_line(to_json(Article())));
}

TEST(StoredArticle, EveryFlippedBitIsNoticed) {
  const std::string data = encode_article(full_article());
  for (size_t i = 0; i < data.size(); ++i)
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = data;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      EXPECT_FALSE(decodes(damaged)) << "byte " << i << " bit " << bit;
    }
}

TEST(StoredArticle, EveryTruncationIsNoticed) {
  const std::string data = encode_article(full_article());
  for (size_t size = 0; size < data.size(); ++size) EXPECT_FALSE(decodes(data.substr(0, size))) << size;
  EXPECT_FALSE(decodes(data + '\0'));
}

// Behind a checksum that is right, every byte must be checked for its own sake.
TEST(StoredArticle, DamageBehindARightChecksumNeverLeavesTheBytes) {
  const std::string data = encode_article(full_article());
  const std::string body = data.substr(0, data.size() - 8);
  for (size_t i = 0; i < body.size(); ++i) {
    for (const int byte : {0x00, 0x01, 0x7F, 0x80, 0xFF, body[i] ^ 0x01, body[i] ^ 0x80}) {
      std::string damaged = body;
      damaged[i] = static_cast<char>(byte);
      decodes(with_checksum(damaged));
    }
    EXPECT_FALSE(decodes(with_checksum(body.substr(0, i)))) << i;
  }
  EXPECT_FALSE(decodes(with_checksum(body + "x")));
  EXPECT_FALSE(decodes(with_checksum("\x01" + body.substr(1)))) << "the form before the present one";
  EXPECT_FALSE(decodes(with_checksum("\x03" + body.substr(1))));
  EXPECT_FALSE(decodes(with_checksum("\x02" + std::string(20, '\xFF'))));
}

TEST(ContentDigest, ChangesWithWhatAReaderSees) {
  const Article base = full_article();
  const std::string digest = content_digest(base);
  EXPECT_EQ(digest.size(), 32U);

  struct Case {
    const char* what;
    void (*change)(Article&);
    bool differs;
  };
  const Case cases[] = {
      {"title", [](Article& a) { a.title += "."; }, true},
      {"header", [](Article& a) { a.header += "."; }, true},
      {"text", [](Article& a) { a.text += "."; }, true},
      {"source", [](Article& a) { a.source = "Autre"; }, true},
      {"section", [](Article& a) { a.section = "Autre"; }, true},
      {"language", [](Article& a) { a.language = "en"; }, true},
      {"url", [](Article& a) { a.url += "?"; }, true},
      {"author added", [](Article& a) { a.authors.push_back(""); }, true},
      {"authors joined", [](Article& a) { a.authors = {a.authors[0] + a.authors[1]}; }, true},
      {"letters move between fields",
       [](Article& a) {
         a.source += a.section.substr(0, 1);
         a.section.erase(0, 1);
       },
       true},
      {"date", [](Article& a) { a.dates[0].value.day = 14; }, true},
      {"time", [](Article& a) { a.dates[0].minute = 1; }, true},
      {"midnight is not no time", [](Article& a) { a.dates[1].minute = 0; }, true},
      {"end of an interval", [](Article& a) { a.dates[2].until->day = 7; }, true},
      {"reason", [](Article& a) { a.dates[0].why += "x"; }, false},
      {"basis", [](Article& a) { a.dates[0].basis = DateBasis::kField; }, true},
      {"inferred", [](Article& a) { a.dates[0].inferred = false; }, true},
      {"candidate", [](Article& a) { a.dates[0].candidates.pop_back(); }, true},
      {"repair", [](Article& a) { a.repairs[0].original = "?"; }, true},
      {"id", [](Article& a) { a.id += "x"; }, false},
      {"version", [](Article& a) { ++a.version; }, false},
      {"path", [](Article& a) { a.origin.path += "x"; }, false},
      {"record", [](Article& a) { ++a.origin.record; }, false},
      {"offset", [](Article& a) { ++a.origin.offset; }, false},
      {"encoding", [](Article& a) { a.origin.encoding = "x"; }, false},
      {"evidence", [](Article& a) { a.dates[0].evidence += "x"; }, false},
      {"confidence", [](Article& a) { a.dates[0].confidence = 0; }, false},
      {"mentions", [](Article& a) { a.mentions.clear(); }, false},
      {"sentences", [](Article& a) { a.sentences.clear(); }, false},
  };
  for (const Case& c : cases) {
    Article changed = base;
    c.change(changed);
    EXPECT_EQ(content_digest(changed) != digest, c.differs) << c.what;
  }
}

TEST(Hash, KnownValues) {
  // XXH3 of nothing, from the xxHash specification's test vectors.
  EXPECT_EQ(hash64(""), 0x2d06800538d394c2U);
  EXPECT_EQ(hash128_hex(""), "99aa06d3014798d86001c324468d497f");
}

}  // namespace
}  // namespace depeche
