#include "corpus/formats/html_roles.h"

#include <algorithm>
#include <array>
#include <string>

namespace depeche {
namespace {

/// Parts of class names, without hyphens and underscores: « article__body », « post-content ».
constexpr std::array<std::string_view, 20> kContent = {
    "articlebody",    "articlecontent", "articletext",  "articletexte", "bodytext",
    "contentarticle", "contentbody",    "corpsarticle", "corpsdutexte", "entrycontent",
    "fieldnamebody",  "newsbody",       "newscontent",  "newstext",     "postbody",
    "postcontent",    "singlecontent",  "storybody",    "storycontent", "textearticle"};

/// Words of class names and ids of what surrounds an article.
constexpr std::array<std::string_view, 62> kAside = {"abonnement",   "abonnez",
                                                     "ad",           "ads",
                                                     "advert",       "advertisement",
                                                     "ariane",       "author-bio",
                                                     "banner",       "bandeau",
                                                     "breadcrumb",   "breadcrumbs",
                                                     "caption",      "comment",
                                                     "commentaires", "comments",
                                                     "connexion",    "consent",
                                                     "cookie",       "cookies",
                                                     "copyright",    "credit",
                                                     "disclaimer",   "donation",
                                                     "footer",       "gdpr",
                                                     "hidden",       "legende",
                                                     "login",        "menu",
                                                     "modal",        "nav",
                                                     "navbar",       "navigation",
                                                     "newsletter",   "pager",
                                                     "pagination",   "partage",
                                                     "partager",     "paywall",
                                                     "popular",      "popup",
                                                     "promo",        "pub",
                                                     "publicite",    "recommandations",
                                                     "recommended",  "related",
                                                     "rgpd",         "share",
                                                     "sharing",      "sidebar",
                                                     "signup",       "similaires",
                                                     "social",       "sponsored",
                                                     "sr-only",      "subscribe",
                                                     "tags",         "toolbar",
                                                     "trending",     "visually-hidden"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool parts_words(char c) { return c == '-' || c == '_'; }

/// Calls `use` with each of the names in lower case; ends where it returns true, and returns that.
template <typename Use>
bool any_name(std::string_view names, Use use) {
  std::string name;
  for (size_t pos = 0; pos <= names.size(); ++pos) {
    if (pos < names.size() && !is_blank(names[pos])) {
      name += lower(names[pos]);
      continue;
    }
    if (!name.empty() && use(name)) return true;
    name.clear();
  }
  return false;
}

bool is_content(const std::string& name) {
  std::string joined;
  std::copy_if(name.begin(), name.end(), std::back_inserter(joined), [](char c) { return !parts_words(c); });
  return joined == "texte" || std::any_of(kContent.begin(), kContent.end(), [&](std::string_view part) {
           return joined.find(part) != std::string::npos;
         });
}

bool is_listed(std::string_view word) {
  return std::find(kAside.begin(), kAside.end(), word) != kAside.end();
}

bool is_aside(const std::string& name) {
  if (is_listed(name)) return true;
  for (size_t begin = 0; begin < name.size();) {
    size_t end = begin;
    while (end < name.size() && !parts_words(name[end])) ++end;
    if (is_listed(std::string_view(name).substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

HtmlRole role_of(std::string_view name, const HtmlMarks& marks) {
  if (marks.itemprop.find("articleBody") != std::string_view::npos) return HtmlRole::kArticleBody;
  if (name == "nav" || name == "footer" || name == "aside" || name == "figcaption" || name == "menu" ||
      marks.role == "navigation" || marks.role == "complementary" || marks.role == "contentinfo")
    return HtmlRole::kAside;
  if (name == "body") return HtmlRole::kNone;
  if (any_name(marks.classes, is_content) || any_name(marks.id, is_content)) return HtmlRole::kContent;
  if (name == "article") return HtmlRole::kArticle;
  if (name == "main" || marks.role == "main") return HtmlRole::kMain;
  if (any_name(marks.classes, is_aside) || any_name(marks.id, is_aside)) return HtmlRole::kAside;
  return HtmlRole::kNone;
}

TimeWords time_words(std::string_view classes) {
  TimeWords words;
  any_name(classes, [&](const std::string& name) {
    words.modified = words.modified || name.find("updated") != std::string::npos ||
                     name.find("modified") != std::string::npos;
    words.published = words.published || name.find("publish") != std::string::npos;
    return false;
  });
  // WordPress: « entry-date published updated » where there was no update.
  if (words.published) words.modified = false;
  return words;
}

}  // namespace depeche
