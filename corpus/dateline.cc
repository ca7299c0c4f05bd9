#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

#include "common/clock_time.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "corpus/agency.h"
#include "corpus/header.h"
#include "corpus/header_text.h"
#include "corpus/words.h"

namespace depeche {
namespace {

constexpr size_t kMaxDatelineBytes = 200, kMaxPlaceBytes = 80, kMaxPlaceWords = 8, kMaxAgencyBytes = 40;

constexpr std::string_view kParticles[] = {"d",   "de",  "des", "du",   "en",  "et", "l",  "la",  "le",
                                           "les", "lès", "aux", "sous", "sur", "al", "el", "dos", "di"};

bool is_particle(std::string_view word) {
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

/// The beginning of a paragraph, and how far it has been understood.
class Reader {
 public:
  Reader(std::string_view text, std::vector<DateExpression> dates) : text_(text), dates_(std::move(dates)) {}

  size_t pos() const { return pos_; }
  bool at_end() const { return pos_ == text_.size(); }
  std::string_view rest() const { return text_.substr(pos_); }

  void blanks() {
    while (!at_end()) {
      size_t next = pos_;
      if (!u_isUWhiteSpace(static_cast<UChar32>(next_code_point(text_, next)))) return;
      pos_ = next;
    }
  }

  bool literal(std::string_view token) {
    if (!rest().starts_with(token)) return false;
    pos_ += token.size();
    return true;
  }

  /// Words of which the first has a capital, and the others too but for particles: « Rio de Janeiro »,
  /// « WASHINGTON/PEKIN », « L'Haÿ-les-Roses ».
  bool place() {
    size_t end = pos_, from = pos_;
    for (size_t count = 0; count < kMaxPlaceWords && !date_at(from); ++count) {
      size_t word_end = from;
      while (word_end < text_.size()) {
        size_t next = word_end;
        const char32_t c = next_code_point(text_, next);
        if (c == kInvalid || !(u_isalpha(static_cast<UChar32>(c)) || is_lost_letter(word_end))) break;
        word_end = next;
      }
      if (word_end == from) break;
      const std::string_view word = text_.substr(from, word_end - from);
      const bool capital = is_capital_at(text_, from);
      if (!capital && (count == 0 || !is_particle(word))) break;
      if (capital) end = word_end;
      from = behind_joint(word_end);
      if (from == word_end || from - pos_ > kMaxPlaceBytes) break;
    }
    if (end == pos_ || is_particle(to_lower(text_.substr(pos_, end - pos_)))) return false;
    pos_ = end;
    return true;
  }

  /// The date that begins here, also behind « le ».
  std::optional<DateExpression> date() {
    const DateExpression* found = date_at(pos_);
    for (const std::string_view article : {"le ", "Le ", "ce "})
      if (!found && rest().starts_with(article)) found = date_at(pos_ + article.size());
    if (!found || found->value.day == 0) return std::nullopt;
    pos_ = found->end;
    return *found;
  }

  /// What stands in parentheses here: no digits, no parentheses. Agencies also stand between slashes: /CNW/.
  std::optional<std::string_view> parenthesis() {
    const bool slashes = rest().starts_with('/');
    if (!slashes && !rest().starts_with('(')) return std::nullopt;
    const size_t size = rest().find(slashes ? '/' : ')', 1);
    if (size == std::string_view::npos || size > kMaxAgencyBytes) return std::nullopt;
    const std::string_view inside = trim(rest().substr(1, size - 1));
    if (inside.empty() || inside.find_first_of("(0123456789") != std::string_view::npos) return std::nullopt;
    if ((slashes || !is_capital_at(inside, 0)) && !is_agency(inside)) return std::nullopt;
    pos_ += size + 1;
    return inside;
  }

  /// Also « (ACP).- » and « (BELGA) = ».
  bool dash() {
    for (const std::string_view token : {"---", "--", "-", "–", "—", "―", "−", ".-", ".–", ".—", "="})
      if (literal(token)) return true;
    return false;
  }

  /// « 18h03 - » behind the dash of the dateline.
  std::optional<uint16_t> time_and_dash() {
    DateScan scan(text_, pos_);
    const auto minute = read_clock_time(scan, false);
    if (!minute || !scan.blanks()) return std::nullopt;
    const size_t before = std::exchange(pos_, scan.pos());
    if (dash()) return minute;
    pos_ = before;
    return std::nullopt;
  }

  /// « RIA Novosti. » behind the dash of the dateline.
  std::optional<std::string_view> agency_and_stop() {
    const size_t size = rest().find(". ");
    if (size == std::string_view::npos || size > kMaxAgencyBytes) return std::nullopt;
    const std::string_view name = rest().substr(0, size);
    if (!is_agency(name)) return std::nullopt;
    pos_ += size + 1;
    return name;
  }

 private:
  const DateExpression* date_at(size_t pos) const {
    for (const DateExpression& date : dates_)
      if (date.begin == pos) return &date;
    return nullptr;
  }

  /// « GEN?VE »: a mark between letters.
  bool is_lost_letter(size_t pos) const {
    size_t next = pos;
    const char32_t c = next_code_point(text_, next);
    if ((c != U'?' && c != U'\uFFFD') || pos == 0 || next >= text_.size()) return false;
    const char32_t behind = next_code_point(text_, next);
    return behind != kInvalid && u_isalpha(static_cast<UChar32>(behind));
  }

  /// What joins two words of a name: a space, a hyphen, an apostrophe, a slash, « ST. ».
  size_t behind_joint(size_t pos) const {
    for (const std::string_view joint : {". ", " ", "-", "'", "’", "/"})
      if (text_.substr(pos).starts_with(joint)) return pos + joint.size();
    return pos;
  }

  std::string_view text_;
  std::vector<DateExpression> dates_;
  size_t pos_ = 0;
};

std::string_view beginning(std::string_view text) {
  size_t end = std::min(text.size(), kMaxDatelineBytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

/// The dates of a paragraph's beginning, also where they lost letters.
std::vector<DateExpression> dates_in(std::string_view head) {
  const HeaderText text(head);
  std::vector<DateExpression> dates = find_dates(text.text());
  for (DateExpression& date : dates) {
    date.begin = text.place(date.begin, false);
    date.end = text.place(date.end, true);
  }
  return dates;
}

/// At least two letters, no small one.
bool is_capitals(std::string_view name) {
  size_t capitals = 0;
  for (size_t pos = 0; pos < name.size();) {
    const auto c = static_cast<UChar32>(next_code_point(name, pos));
    if (u_islower(c)) return false;
    capitals += u_isupper(c);
  }
  return capitals > 1;
}

/// A capital and a small letter or the end of a word, or a quote: « Le port », « A Paris », « "Le port" ».
bool begins_sentence(std::string_view text) {
  for (const std::string_view quote : {"\"", "«", "“"})
    if (text.starts_with(quote)) return true;
  if (!is_capital_at(text, 0)) return false;
  size_t next = 0;
  next_code_point(text, next);
  return next < text.size() && !is_capital_at(text, next);
}

/// Unlike a title.
bool ends_sentence(std::string_view text) {
  constexpr std::string_view kEnds[] = {".", "!", "?", "…", "\"", "»", "”", ":"};
  return std::any_of(std::begin(kEnds), std::end(kEnds), [&](auto end) { return text.ends_with(end); });
}

/// « (AFP) - 18h03 - Le port », « MOSCOU, 12 février - RIA Novosti. Le port ».
void read_behind_dash(Reader& reader, Dateline& out) {
  if (const auto minute = out.date->minute ? std::nullopt : reader.time_and_dash())
    out.date->minute = minute;
  else if (const auto agency = out.agency.empty() ? reader.agency_and_stop() : std::nullopt)
    out.agency = *agency;
  else
    return;
  out.end = reader.pos();
  reader.blanks();
  out.text_begin = reader.pos();
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view paragraph) {
  const std::string_view head = beginning(paragraph);
  Reader reader(head, dates_in(head));
  const bool place = reader.place();
  const std::string_view name = head.substr(0, reader.pos());
  // « Né le 12 février 1950 » and « Concert le 12 février » have no comma; of cities it may be missing.
  bool comma = is_capitals(name) || is_dateline_city(name);
  Dateline out;
  bool dash = false;
  for (bool more = true; more && !dash;) {
    out.end = reader.pos();
    reader.blanks();
    while (place && reader.literal(",")) {
      comma = true;
      reader.blanks();
    }
    if (const auto inside = reader.parenthesis()) {
      // « LE CAIRE (Egypte), 13 février (Xinhua) »: the last one names the agency.
      out.agency = *inside;
    } else if (auto date = out.date ? std::nullopt : reader.date()) {
      out.date = std::move(date);
    } else {
      more = dash = reader.dash();
      if (dash) out.end = reader.pos();
    }
  }
  if (place && out.date && out.agency.empty() && !comma) return std::nullopt;
  if (out.date && !dash && out.end + 1 == paragraph.size() && paragraph.ends_with('.')) reader.literal(".");
  reader.blanks();
  out.text_begin = reader.pos();
  const bool alone = out.text_begin == paragraph.size();
  const bool sentence = begins_sentence(head.substr(out.text_begin));

  const bool known_agency = !out.agency.empty() && is_agency(out.agency);
  if (!known_agency && !(out.date && place)) {
    // « MONTRÉAL — Le port », « (Ottawa) Le port ».
    const bool city = place ? dash && out.agency.empty() && is_capitals(name) && is_dateline_city(name)
                            : !dash && !out.date && is_dateline_city(out.agency);
    if (!city || !sentence || !ends_sentence(paragraph)) return std::nullopt;
    out.agency = {};
    return out;
  }
  // « (Belga) Le port »: only where no place, or one in capitals, makes it something else.
  if (!out.date && !dash && (alone || !sentence || (place && !is_capitals(name)))) return std::nullopt;
  if (out.date && !dash && !alone && (out.agency.empty() || !place)) return std::nullopt;
  if (alone && !out.date) return std::nullopt;
  // « Louis XIV, 14 mai 1643 - 1er septembre 1715 » is a life, not a dateline.
  if (dash && out.date && reader.date()) return std::nullopt;
  // A place in parentheses is no agency: « TUNIS (Tunisie), 13 février - ».
  if (out.date && !known_agency && !out.agency.empty() && out.agency.end() < head.data() + out.date->begin)
    out.agency = {};
  if (dash && out.date) read_behind_dash(reader, out);
  return out;
}

}  // namespace depeche
