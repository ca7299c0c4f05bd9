#include <algorithm>
#include <limits>

#include "common/hash.h"
#include "common/text/fold.h"
#include "corpus/header.h"
#include "corpus/language.h"
#include "corpus/layout.h"
#include "corpus/reader.h"
#include "corpus/rejection_code.h"
#include "corpus/words.h"

namespace depeche {
namespace {

/// Values by which exports say that there is none.
constexpr std::string_view kNoValue[] = {"null", "none", "nan", "nat", "n/a", "-"};

/// Whether `later` says no other day than `first`, and nothing more.
bool repeats(const PartialDate& first, const PartialDate& later) {
  return first == later || (later.year == 0 && first.month == later.month && first.day == later.day);
}
bool repeats(const ArticleDate& first, const ArticleDate& later) {
  return repeats(first.value, later.value) && (!later.minute || later.minute == first.minute);
}

/// Dates of one kind by preference. One that repeats a better one is dropped; one that adds the year to a
/// better one stands before it; conflicts stay.
class DateList {
 public:
  void add(const ArticleDate& date) {
    if (std::any_of(dates_.begin(), dates_.end(), [&](auto& better) { return repeats(better, date); }))
      return;
    const auto completed = std::find_if(dates_.begin(), dates_.end(), [&](const ArticleDate& better) {
      return better.value != date.value && repeats(date.value, better.value);
    });
    const auto inserted = dates_.insert(completed, date);
    dates_.erase(
        std::remove_if(inserted + 1, dates_.end(), [&](auto& worse) { return repeats(date, worse); }),
        dates_.end());
  }
  bool empty() const { return dates_.empty(); }
  const std::vector<ArticleDate>& dates() const { return dates_; }

 private:
  std::vector<ArticleDate> dates_;
};

/// The dates an article states, by where they stand.
struct StatedDates {
  DateList published, updated;

  /// An update is the publication only where nothing better is stated.
  std::vector<ArticleDate> all() const {
    std::vector<ArticleDate> out = published.dates();
    if (out.empty())
      for (ArticleDate date : updated.dates()) {
        date.kind = DateKind::kPublished;
        out.push_back(std::move(date));
      }
    out.insert(out.end(), updated.dates().begin(), updated.dates().end());
    return out;
  }
};

Problem bad_date(const char* english, std::string_view value) {
  return {RejectionCode::kDate, tr(english, visible_excerpt(value))};
}

Problem impossible_date(std::string_view value) {
  return bad_date(DEPECHE_TR("the date \"{}\" does not exist; correct it, or leave it out"), value);
}

ArticleDate article_date(DateKind kind, const DateExpression& date, DateBasis basis,
                         std::string_view evidence) {
  ArticleDate out;
  out.kind = kind;
  out.value = date.value;
  out.minute = date.minute;
  out.basis = basis;
  out.evidence = evidence;
  return out;
}

/// A metadata value: a date, or the words of a header line around one.
std::optional<Problem> read_field(std::string_view value, DateKind kind, DateList& list) {
  if (value.empty()) return std::nullopt;
  const std::string folded = fold(value);
  if (std::find(std::begin(kNoValue), std::end(kNoValue), folded) != std::end(kNoValue)) return std::nullopt;
  auto date = read_date(value);
  if (!date)
    if (const auto line = read_header_line(value); line && line->size() == 1) date = line->front().date;
  if (!date)
    return bad_date(
        DEPECHE_TR("\"{}\" is not read as a date; write it as 2019-02-13 or 13/02/2019, or name another "
                   "field with --map date=NAME"),
        value);
  if (!date->value.possible()) return impossible_date(value);
  list.add(article_date(kind, *date, DateBasis::kField, value));
  return std::nullopt;
}

/// Whether an address is that of a page, and not of a whole site: some records have no other.
bool names_page(std::string_view url) {
  const size_t scheme = url.find("://");
  const std::string_view place = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  const size_t slash = place.find('/');
  return slash != std::string_view::npos && slash + 1 < place.size();
}

/// Makes an article of a record, step by step.
class ArticleMaker {
 public:
  ArticleMaker(const Record& record, const CorpusOptions& options, bool read_dates)
      : record_(record), options_(options), read_dates_(read_dates) {}

  std::variant<Article, Rejection> make() {
    read_values();
    const bool known = record_.plain_text ||
                       std::any_of(record_.fields.begin(), record_.fields.end(),
                                   [&](auto& field) { return options_.map.means_content(field.first); });
    if (record_.withdrawn) return withdraw();
    if (const auto problem = embargo()) return reject(*problem);
    if (!known) return reject(unknown_fields());
    const Layout layout = read_layout(text_value(), record_.plain_text);
    if (record_.plain_text) article_.title = layout.title;
    auto problem = read_dates_ ? read_fields() : std::nullopt;
    if (!problem) problem = add_header(layout);
    if (!problem) problem = add_text(layout);
    if (!problem && article_.title.empty() && article_.text.empty())
      problem = Problem{RejectionCode::kEmpty,
                        tr("neither title nor text; leave the record out, or name the fields "
                           "with --map title=NAME,text=NAME")};
    if (problem) return reject(*problem);
    if (article_.language.empty()) article_.language = detect_language(article_.title, article_.text);
    if (!options_.languages.empty() && std::ranges::count(options_.languages, article_.language) == 0)
      return reject({RejectionCode::kLanguage, tr("the article is in \"{}\", which --languages leaves out",
                                                  visible_excerpt(article_.language))});
    article_.dates = dates_.all();
    return std::move(article_);
  }

 private:
  std::string value(FieldMap::Field field) const {
    return std::string(trim(options_.map.value(record_, field)));
  }

  std::string_view text_value() const {
    return record_.plain_text ? std::string_view(record_.fields[0].second)
                              : options_.map.value(record_, FieldMap::kText);
  }

  /// One without a number takes back every version.
  Rejection withdraw() const {
    Rejection rejection =
        reject({RejectionCode::kWithdrawn, tr("the provider withdrew {}; no version of it before this one is "
                                              "found any more",
                                              visible_excerpt(article_.id))});
    rejection.withdraws = record_.revision > 0 ? record_.revision : std::numeric_limits<uint64_t>::max();
    return rejection;
  }

  /// By days, as written: an embargo that ends today is over.
  std::optional<Problem> embargo() const {
    if (record_.embargo.empty()) return std::nullopt;
    if (record_.embargo == Record::kOpenEnd)
      return Problem{RejectionCode::kEmbargo,
                     tr("under embargo without an end; it is read again by each run, and needs a version "
                        "without embargo")};
    const auto end = read_date(record_.embargo);
    if (!end || !end->value.possible())
      return bad_date(DEPECHE_TR("the end of the embargo, \"{}\", is not read as a date; correct it"),
                      record_.embargo);
    const auto day = end->value.first_day();
    if (day && options_.today && *day <= *options_.today) return std::nullopt;
    return Problem{RejectionCode::kEmbargo,
                   tr("under embargo until {}; the first run from that day on reads it",
                      visible_excerpt(record_.embargo))};
  }

  void read_values() {
    article_.origin = record_.origin;
    article_.revision = record_.revision;
    article_.language = options_.language;
    if (!record_.plain_text) read_metadata();
    if (article_.id.empty() && names_page(article_.url)) article_.id = article_.url;
    if (article_.id.empty())
      article_.id = hash128_hex(record_.relative_path + '\n' + std::to_string(record_.origin.record));
  }

  void read_metadata() {
    article_.id = value(FieldMap::kId);
    article_.title = value(FieldMap::kTitle);
    std::replace(article_.title.begin(), article_.title.end(), '\n', ' ');
    article_.source = value(FieldMap::kSource);
    article_.section = value(FieldMap::kSection);
    article_.url = value(FieldMap::kUrl);
    // BCP 47: the primary language of « fr-CA ».
    const std::string language = to_lower(value(FieldMap::kLanguage));
    if (!language.empty()) article_.language = language.substr(0, language.find_first_of("-_"));
    for (std::string_view authors : options_.map.values(record_, FieldMap::kAuthor)) {
      for (size_t pos = 0; pos < authors.size();) {
        const size_t end = std::min(authors.find(';', pos), authors.size());
        if (const auto author = trim(authors.substr(pos, end - pos)); !author.empty())
          article_.authors.emplace_back(author);
        pos = end + 1;
      }
    }
  }

  std::optional<Problem> read_fields() {
    if (record_.plain_text) return std::nullopt;
    auto problem = read_field(value(FieldMap::kDate), DateKind::kPublished, dates_.published);
    if (!problem) problem = read_field(value(FieldMap::kUpdated), DateKind::kUpdated, dates_.updated);
    return problem;
  }

  /// Adds a line to the header; returns where it begins there.
  size_t append_header(std::string_view line) {
    if (!article_.header.empty()) article_.header += '\n';
    const size_t begin = article_.header.size();
    article_.header += line;
    return begin;
  }

  void add_date(ArticleDate date, size_t begin, size_t end) {
    date.span = Span{TextField::kHeader, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    date.evidence = article_.header.substr(begin, end - begin);
    (date.kind == DateKind::kUpdated ? dates_.updated : dates_.published).add(date);
  }

  std::optional<Problem> add_header(const Layout& layout) {
    for (const HeaderLine& line : layout.header) {
      const size_t begin = append_header(line.text);
      if (!read_dates_) continue;
      for (const HeaderDate& stated : line.dates) {
        if (!stated.date.value.possible()) return impossible_date(line.text);
        add_date(article_date(stated.kind, stated.date, DateBasis::kHeader, {}), begin + stated.begin,
                 begin + stated.end);
      }
    }
    return std::nullopt;
  }

  std::optional<Problem> add_text(const Layout& layout) {
    for (size_t i = 0; i < layout.paragraphs.size(); ++i) {
      std::string_view paragraph = layout.paragraphs[i];
      if (i == 0) {
        if (auto problem = cut_dateline(paragraph)) return problem;
      }
      if (paragraph.empty()) continue;
      if (!article_.text.empty()) article_.text += '\n';
      article_.text += paragraph;
    }
    return std::nullopt;
  }

  std::optional<Problem> cut_dateline(std::string_view& paragraph) {
    const auto dateline = read_dateline(paragraph);
    if (!dateline) return std::nullopt;
    const size_t begin = append_header(paragraph.substr(0, dateline->end));
    if (article_.source.empty()) article_.source = dateline->agency;
    if (read_dates_ && dateline->date) {
      const DateExpression& date = *dateline->date;
      if (!date.value.possible()) return impossible_date(paragraph.substr(0, dateline->end));
      add_date(article_date(DateKind::kPublished, date, DateBasis::kDateline, {}), begin + date.begin,
               begin + date.end);
    }
    paragraph.remove_prefix(dateline->text_begin);
    return std::nullopt;
  }

  Problem unknown_fields() const {
    if (record_.fields.empty())
      return {RejectionCode::kField,
              tr("no field holds a text: null and nested objects are not read; flatten "
                 "the record, or leave it out")};
    std::string names;
    for (const auto& [name, unused] : record_.fields) {
      if (names.size() > 200) break;
      names.append(names.empty() ? "" : ", ").append(name);
    }
    return {RejectionCode::kField, tr("no field is known as title or text; name them with --map, as in "
                                      "--map title=NAME,text=NAME; the record has: {}",
                                      visible_excerpt(names))};
  }

  Rejection reject(const Problem& problem) const {
    const std::string_view text = text_value();
    Rejection rejection =
        reject_record(record_.origin, problem, article_.title.empty() ? text : article_.title);
    rejection.id = article_.id;
    return rejection;
  }

  const Record& record_;
  const CorpusOptions& options_;
  bool read_dates_;
  Article article_;
  StatedDates dates_;
};

}  // namespace

std::variant<Article, Rejection> to_article(const Record& record, const CorpusOptions& options,
                                            bool read_dates) {
  return ArticleMaker(record, options, read_dates).make();
}

}  // namespace depeche
