// Character references in texts that are no HTML: corpus/html_entities.h.

#include "corpus/html_entities.h"

#include <gtest/gtest.h>

namespace depeche {
namespace {

TEST(HtmlEntities, BecomeTheirCharacters) {
  struct Row {
    std::string text, decoded;
  };
  const Row kCases[] = {
      {"s&eacute;curit&eacute;", "sécurité"},
      {"l&#8217;image, l&#x2019;image, l&#146;image", "l’image, l’image, l’image"},
      {"&laquo;&nbsp;oui&nbsp;&raquo; &hellip;", "«\u00A0oui\u00A0» …"},
      {"R&amp;D, R&amp;amp;D", "R&D, R&D"},
      {"10 &lt; 12", "10 < 12"},
  };
  for (const Row& row : kCases) {
    std::string text = row.text;
    EXPECT_TRUE(decode_html_entities(text)) << row.text;
    EXPECT_EQ(text, row.decoded);
  }
}

TEST(HtmlEntities, AreLeftWhereTheyAreNone) {
  for (const char* text : {"", "R&D", "Marks & Spencer; Cie", "&inconnu;", "&#0;", "&#xD800;", "&#1114112;",
                           "&#;", "&;", "&eacute", "&#12a;", "&&&"}) {
    std::string same = text;
    EXPECT_FALSE(decode_html_entities(same)) << text;
    EXPECT_EQ(same, text);
  }
}

}  // namespace
}  // namespace depeche
