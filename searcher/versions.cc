#include "searcher/versions.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include <fmt/format.h>

#include "common/message.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "common/stored_bytes.h"
#include "common/term.h"
#include "common/terminal.h"

namespace depeche {
namespace {

/// The N of the document's term XI<N>; 0 if there is none.
uint64_t batch_of(const Xapian::Document& document) {
  auto it = document.termlist_begin();
  it.skip_to(std::string(kBatchPrefix));
  return it == document.termlist_end() ? 0 : batch_number(*it).value_or(0);
}

/// All of `text` as a number of 1 or more.
std::optional<uint32_t> to_number(std::string_view text) {
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
  return number;
}

/// What names an article without title, in a table.
std::string first_words(const Article& article) {
  constexpr size_t kBytes = 400;
  constexpr unsigned kColumns = 60;
  if (!article.title.empty()) return "";
  return cut_to_width(safe_text(std::string_view(article.text).substr(0, kBytes)), kColumns);
}

}  // namespace

const ArticleVersion* ArticleVersions::find(uint32_t number) const {
  const auto found = std::ranges::find(versions, number, &ArticleVersion::number);
  return found == versions.end() ? nullptr : &*found;
}

const ArticleVersion* ArticleVersions::live() const {
  const auto found = std::ranges::find(versions, VersionState::kLive, &ArticleVersion::state);
  return found == versions.end() ? nullptr : &*found;
}

const ArticleVersion* ArticleVersions::before(const ArticleVersion& version) const {
  return &version == &versions.front() ? nullptr : &version - 1;
}

ArticleVersions find_versions(const PublishedIndex& index, const std::string& id) {
  ArticleVersions article{id, {}};
  const std::string term = id_term(id);
  bool any_live = false;
  for (auto it = index.database.postlist_begin(term); it != index.database.postlist_end(term); ++it) {
    const SegmentDocid place = segment_docid(index, *it);
    const Xapian::Document document = index.database.get_document(*it);
    ArticleVersion version;
    version.id = id;
    version.docid = *it;
    version.number = static_cast<uint32_t>(Xapian::sortable_unserialise(document.get_value(kSlotVersion)));
    if (index.manifest.segments[place.segment].superseded.contains(place.docid))
      version.state = VersionState::kSuperseded;
    any_live = any_live || version.state == VersionState::kLive;
    version.batch = batch_of(document);
    version.indexed = index.manifest.published_at(version.batch);
    article.versions.push_back(std::move(version));
  }
  std::ranges::sort(article.versions, {}, &ArticleVersion::number);
  if (!any_live && !article.empty()) article.versions.back().state = VersionState::kRemoved;
  return article;
}

std::optional<uint64_t> batch_number(std::string_view term) {
  if (!term.starts_with(kBatchPrefix)) return std::nullopt;
  uint64_t number = 0;
  const auto [end, error] =
      std::from_chars(term.data() + kBatchPrefix.size(), term.data() + term.size(), number);
  if (error != std::errc() || end != term.data() + term.size()) return std::nullopt;
  return number;
}

ArticleReference find_reference(const PublishedIndex& index, const std::string& text) {
  ArticleReference reference{find_versions(index, text), {}, {}};
  const size_t at = text.rfind('@');
  if (!reference.article.empty() || at == std::string::npos) return reference;
  const std::string_view numbers = std::string_view(text).substr(at + 1);
  const size_t dots = numbers.find("..");
  const bool two = dots != numbers.npos;
  const auto first = to_number(numbers.substr(0, dots));
  const auto last = two ? to_number(numbers.substr(dots + 2)) : std::nullopt;
  if (!first || two != last.has_value()) return reference;
  reference = {find_versions(index, text.substr(0, at)), first, last};
  return reference;
}

Article read_version(const PublishedIndex& index, const ArticleVersion& version) {
  Article article = decode_article(index.database.get_document(version.docid).get_data());
  if (article.id != version.id || article.version != version.number)
    fail_damaged(tr("it is another article"));
  return article;
}

VersionList list_versions(const PublishedIndex& index, const ArticleVersions& article) {
  VersionList list{article.id, {}};
  const auto date_of = [](const Article& read, DateKind kind) {
    const ArticleDate* date = find_date(read, kind);
    return date ? std::optional(*date) : std::nullopt;
  };
  for (const ArticleVersion& version : article.versions) {
    const Article read = read_version(index, version);
    list.versions.push_back({version, read.title, first_words(read), date_of(read, DateKind::kPublished),
                             date_of(read, DateKind::kUpdated)});
  }
  return list;
}

const char* name_of(VersionState state) {
  switch (state) {
    case VersionState::kLive:
      return DEPECHE_TR("live");
    case VersionState::kSuperseded:
      return DEPECHE_TR("superseded");
    case VersionState::kRemoved:
      return DEPECHE_TR("removed");
  }
  return "";
}

std::string numbers_held(const ArticleVersions& article) {
  std::string text;
  const std::vector<ArticleVersion>& versions = article.versions;
  for (size_t i = 0; i < versions.size(); ++i) {
    const uint32_t first = versions[i].number;
    while (i + 1 < versions.size() && versions[i + 1].number == versions[i].number + 1) ++i;
    const uint32_t last = versions[i].number;
    if (!text.empty()) text += ", ";
    text += first == last ? fmt::format("{}", first) : fmt::format("{}..{}", first, last);
  }
  return text;
}

}  // namespace depeche
