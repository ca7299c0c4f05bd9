#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "corpus/header.h"
#include "corpus/words.h"

namespace depeche {
namespace {

constexpr size_t kMaxDatelineBytes = 200, kMaxPlaceBytes = 80, kMaxPlaceWords = 8, kMaxAgencyBytes = 40;

/// Enough alone, without a date, to tell a dateline from « Jean Dupont (PS) - ». Folded.
// clang-format off
constexpr std::string_view kAgencies[] = {
    "aap", "afp", "agence france-presse", "agence france presse", "aip", "anadolu", "angop", "anp", "ansa",
    "ap", "apa", "apanews", "apic", "aps", "associated press", "ats", "belga", "bloomberg", "dpa", "efe", "fides",
    "gna", "interfax", "irna", "itar-tass", "keystone-ats", "kyodo", "la presse canadienne", "lusa", "map",
    "pana", "presse canadienne", "pti", "reuters", "ria novosti", "sana", "sputnik", "tap", "tass", "upi",
    "wafa", "xinhua", "yonhap", "zenit", "zenit.org"};
// clang-format on

constexpr std::string_view kParticles[] = {"d",   "de",  "des", "du",   "en",  "et", "l",  "la",  "le",
                                           "les", "lès", "aux", "sous", "sur", "al", "el", "dos", "di"};

bool is_agency(std::string_view name) {
  const std::string folded = fold(name);
  if (std::find(std::begin(kAgencies), std::end(kAgencies), folded) != std::end(kAgencies)) return true;
  // « AFP/Reuters », « AFP Sports »: the first word tells.
  const size_t end = folded.find_first_of("/ -");
  return end != std::string::npos &&
         std::find(std::begin(kAgencies), std::end(kAgencies), folded.substr(0, end)) != std::end(kAgencies);
}

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
        if (c == kInvalid || !u_isalpha(static_cast<UChar32>(c))) break;
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

  /// What stands in parentheses here: no digits, no parentheses.
  std::optional<std::string_view> parenthesis() {
    if (!rest().starts_with('(')) return std::nullopt;
    const size_t size = rest().find(')');
    if (size == std::string_view::npos || size > kMaxAgencyBytes) return std::nullopt;
    const std::string_view inside = trim(rest().substr(1, size - 1));
    if (inside.empty() || inside.find_first_of("(0123456789") != std::string_view::npos) return std::nullopt;
    if (!is_capital_at(inside, 0) && !is_agency(inside)) return std::nullopt;
    pos_ += size + 1;
    return inside;
  }

  bool dash() {
    for (const std::string_view token : {"---", "--", "-", "–", "—", "―", "−"})
      if (literal(token)) return true;
    return false;
  }

 private:
  const DateExpression* date_at(size_t pos) const {
    for (const DateExpression& date : dates_)
      if (date.begin == pos) return &date;
    return nullptr;
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

}  // namespace

std::optional<Dateline> read_dateline(std::string_view paragraph) {
  const std::string_view head = beginning(paragraph);
  Reader reader(head, find_dates(head));
  const bool place = reader.place();
  Dateline out;
  bool dash = false;
  for (bool more = true; more && !dash;) {
    out.end = reader.pos();
    reader.blanks();
    while (place && reader.literal(",")) reader.blanks();
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
  const bool known_agency = !out.agency.empty() && is_agency(out.agency);
  const bool alone = out.end == paragraph.size();
  if (!known_agency && !(out.date && place)) return std::nullopt;
  if (!out.date && !dash) return std::nullopt;
  if (out.date && !dash && !alone && (out.agency.empty() || !place)) return std::nullopt;
  if (alone && !out.date) return std::nullopt;

  reader.blanks();
  out.text_begin = reader.pos();
  // « Louis XIV, 14 mai 1643 - 1er septembre 1715 » is a life, not a dateline.
  if (dash && out.date && reader.date()) return std::nullopt;
  // A place in parentheses is no agency: « TUNIS (Tunisie), 13 février - ».
  if (out.date && !known_agency && !out.agency.empty() && out.agency.end() < head.data() + out.date->begin)
    out.agency = {};
  return out;
}

}  // namespace depeche
