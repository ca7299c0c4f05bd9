#include "searcher/view/snippet.h"

#include <algorithm>

#include "common/terminal.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kCutBefore = "… ", kCutBehind = " …";
constexpr unsigned kCutColumns = 2;
/// A quarter of the width is kept for the words around the hits.
constexpr unsigned kContextShare = 4;

/// A half-open range of bytes of the text.
struct Range {
  size_t begin = 0, end = 0;
};

std::string_view bytes_of(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

unsigned less(unsigned columns, unsigned taken) { return columns > taken ? columns - taken : 0; }

/// The hits of one field within its first `size` bytes, without overlaps.
std::vector<Span> hits_in(TextField field, const std::vector<Span>& hits, size_t size) {
  std::vector<Span> result;
  for (Span hit : hits) {
    hit.end = static_cast<uint32_t>(std::min<size_t>(hit.end, size));
    if (hit.field != field || hit.begin >= hit.end) continue;
    if (!result.empty() && hit.begin < result.back().end)
      result.back().end = std::max(result.back().end, hit.end);
    else
      result.push_back(hit);
  }
  return result;
}

/// The run of hits that fits in about `width` columns and shows the most different words, then the most hits;
/// the first such. Width is estimated by code points: make_snippet() measures what it takes.
Range best_run(std::string_view text, const std::vector<Span>& hits, unsigned width) {
  struct Place {
    size_t begin, end;  // code points
    size_t word;        // number of its folded form
  };
  std::vector<Place> places;
  std::vector<std::string> forms;
  for (const Span& hit : hits) forms.push_back(fold(bytes_of(text, {hit.begin, hit.end})));
  std::vector<std::string> words = forms;
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  CodePointCounter counter(text);
  for (size_t i = 0; i < hits.size(); ++i) {
    const size_t begin = counter.at(hits[i].begin);
    const auto word = std::lower_bound(words.begin(), words.end(), forms[i]) - words.begin();
    places.push_back({begin, counter.at(hits[i].end), static_cast<size_t>(word)});
  }

  std::vector<size_t> times(words.size(), 0);  // each word's hits in the run first..last
  size_t different = 0, last = 0;
  size_t best_first = 0, best_last = 0, best_different = 0;
  for (size_t first = 0; first < places.size(); ++first) {
    for (; last < places.size() && (last == first || places[last].end - places[first].begin <= width); ++last)
      if (times[places[last].word]++ == 0) ++different;
    if (different > best_different ||
        (different == best_different && last - first > best_last - best_first)) {
      best_first = first, best_last = last, best_different = different;
    }
    if (--times[places[first].word] == 0) --different;
  }
  return {hits[best_first].begin, hits[best_last - 1].end};
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// Whether a sentence starts there; « s?reté » is no end of one, whatever the rules of sentences say.
bool is_start(std::string_view text, size_t offset) { return offset == 0 || is_space(text[offset - 1]); }

/// Start of the sentence that `offset` is in; 0 before the first.
size_t sentence_start(const Article& article, size_t offset) {
  const auto& starts = article.sentences;
  auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  while (after != starts.begin() && !is_start(article.text, *(after - 1))) --after;
  return after == starts.begin() ? 0 : *(after - 1);
}

bool starts_sentence(const Article& article, size_t offset) {
  return sentence_start(article, offset) == offset;
}

/// The last place up to `end` where a word ends, or `floor` if there is none behind it.
size_t word_end(std::string_view text, size_t floor, size_t end) {
  while (end > floor && end < text.size() && !is_space(text[end])) --end;
  while (end > floor && is_space(text[end - 1])) --end;
  return end;
}

/// The first place from `begin` where a word starts, or `ceiling` if there is none before it.
size_t word_start(std::string_view text, size_t begin, size_t ceiling) {
  while (begin > 0 && begin < ceiling && !is_space(text[begin - 1])) ++begin;
  while (begin < ceiling && is_space(text[begin])) ++begin;
  return begin;
}

size_t previous_code_point(std::string_view text, size_t pos) {
  do --pos;
  while (pos > 0 && (static_cast<unsigned char>(text[pos]) & 0xC0) == 0x80);
  return pos;
}

/// Columns of one code point when shown, and no fewer than it adds to its grapheme: a sum of these is what a
/// stretch takes, or a little more.
unsigned columns_at(std::string_view text, size_t begin, size_t end) {
  constexpr std::string_view kEmojiVariation = "\uFE0F";  // takes none, but may widen the one before
  const std::string_view bytes = bytes_of(text, {begin, end});
  return bytes == kEmojiVariation ? 1 : display_width(safe_text(bytes));
}

/// Columns of a stretch; of one that takes more than `limit`, only that it does.
unsigned columns_up_to(std::string_view text, Range range, unsigned limit) {
  unsigned used = 0;
  for (size_t pos = range.begin, next = pos; pos < range.end && used <= limit; pos = next) {
    next_code_point(text, next);
    used += columns_at(text, pos, next);
  }
  return used;
}

/// The furthest place behind `from` such that the stretch takes at most `columns`; between two code points.
size_t reach_forward(std::string_view text, size_t from, unsigned columns) {
  unsigned used = 0;
  size_t pos = from;
  while (pos < text.size()) {
    size_t next = pos;
    next_code_point(text, next);
    used += columns_at(text, pos, next);
    if (used > columns) break;
    pos = next;
  }
  return pos;
}

/// The same before `from`.
size_t reach_back(std::string_view text, size_t from, unsigned columns) {
  unsigned used = 0;
  size_t pos = from;
  while (pos > 0) {
    const size_t previous = previous_code_point(text, pos);
    used += columns_at(text, previous, pos);
    if (used > columns) break;
    pos = previous;
  }
  return pos;
}

/// Where a snippet that shows `run` begins: at the start of its sentence, or of one before where the text
/// ends so soon that there is room; else at a word.
size_t snippet_start(const Article& article, Range run, unsigned width) {
  const std::string_view text = article.text;
  const size_t sentence = sentence_start(article, run.begin);
  if (columns_up_to(text, {sentence, run.end}, width) + kCutColumns <= width) {
    size_t begin = sentence;
    while (begin > 0) {
      const size_t previous = sentence_start(article, begin - 1);
      if (columns_up_to(text, {previous, text.size()}, width) > width) break;
      begin = previous;
    }
    return begin;
  }
  const unsigned half = less(width, columns_up_to(text, run, width) + 2 * kCutColumns) / 2;
  const unsigned unused = less(width, columns_up_to(text, {run.begin, text.size()}, width) + kCutColumns);
  return word_start(text, std::max(sentence, reach_back(text, run.begin, std::max(half, unused))), run.begin);
}

/// Where a snippet that cannot go further than `taken` ends: with a sentence where little of the next would
/// be seen, else with a word; behind `shown` where possible.
size_t good_end(const Article& article, Range taken, size_t shown, unsigned width) {
  constexpr unsigned kLittle = 8;  // part of the width
  const std::string_view text = article.text;
  const size_t last = sentence_start(article, taken.end);
  if (last > taken.begin && last >= shown && columns_up_to(text, {last, taken.end}, width) <= width / kLittle)
    return last;
  const size_t word = word_end(text, taken.begin, taken.end);
  return word > taken.begin && word >= std::min(shown, taken.end) ? word : taken.end;
}

}  // namespace

Snippet whole_field(const Article& article, TextField field, const std::vector<Span>& hits) {
  const std::string& text = article.field(field);
  return {text, hits_in(field, hits, text.size()), true};
}

Snippet make_snippet(const Article& article, const std::vector<Span>& all_hits, unsigned width) {
  const std::string_view text = article.text;
  const std::vector<Span> hits = hits_in(TextField::kText, all_hits, text.size());
  const Range run = hits.empty() ? Range{} : best_run(text, hits, width - width / kContextShare);

  Range taken;
  taken.begin = snippet_start(article, run, width);
  const bool cut_before = !starts_sentence(article, taken.begin);
  const unsigned room = cut_before ? less(width, kCutColumns) : width;
  taken.end = reach_forward(text, taken.begin, room);
  if (taken.end < text.size() && !starts_sentence(article, taken.end)) {
    taken.end = reach_forward(text, taken.begin, less(room, kCutColumns));
    taken.end = good_end(article, taken, run.end, width);
  }
  while (taken.end > taken.begin && is_space(text[taken.end - 1])) --taken.end;
  size_t next = taken.end;
  while (next < text.size() && is_space(text[next])) ++next;
  const bool cut_behind = next < text.size() && !starts_sentence(article, next);

  Snippet snippet;
  snippet.from_start = taken.begin == 0;
  snippet.text = cut_before ? kCutBefore : "";
  const auto shift = static_cast<int64_t>(snippet.text.size()) - static_cast<int64_t>(taken.begin);
  snippet.text += bytes_of(text, taken);
  std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
  if (cut_behind) snippet.text += kCutBehind;
  for (const Span& hit : hits) {
    const size_t begin = std::max<size_t>(hit.begin, taken.begin), end = std::min<size_t>(hit.end, taken.end);
    if (begin >= end) continue;
    snippet.hits.push_back({TextField::kText, static_cast<uint32_t>(static_cast<int64_t>(begin) + shift),
                            static_cast<uint32_t>(static_cast<int64_t>(end) + shift)});
  }
  return snippet;
}

Snippet safe_snippet(const Snippet& snippet) {
  Snippet safe;
  safe.from_start = snippet.from_start;
  const std::string_view text = snippet.text;
  size_t pos = 0;
  const auto copy_to = [&](size_t end) {
    safe.text += safe_text(bytes_of(text, {pos, end}));
    pos = end;
    return static_cast<uint32_t>(safe.text.size());
  };
  for (const Span& hit : snippet.hits) {
    const uint32_t begin = copy_to(hit.begin);
    safe.hits.push_back({hit.field, begin, copy_to(hit.end)});
  }
  copy_to(text.size());
  return safe;
}

Snippet cut_snippet(const Snippet& snippet, unsigned width) {
  Snippet cut = snippet;
  cut.text = cut_to_width(snippet.text, width);
  if (cut.text == snippet.text) return cut;
  const size_t kept = cut.text.size() - std::min(cut.text.size(), kEllipsis.size());
  cut.hits.clear();
  for (Span hit : snippet.hits) {
    hit.end = std::min(hit.end, static_cast<uint32_t>(kept));
    if (hit.begin < hit.end) cut.hits.push_back(hit);
  }
  return cut;
}

std::string highlight(const Snippet& snippet, const Marks& marks, size_t begin, size_t end) {
  const std::string_view text = snippet.text;
  end = std::min(end, text.size());
  std::string out;
  size_t pos = begin;
  for (const Span& hit : snippet.hits) {
    const Range seen{std::max<size_t>(hit.begin, pos), std::min<size_t>(hit.end, end)};
    if (seen.begin >= seen.end) continue;
    out += marks.encode(bytes_of(text, {pos, seen.begin}));
    out.append(marks.before).append(marks.encode(bytes_of(text, seen))).append(marks.after);
    pos = seen.end;
  }
  return out += marks.encode(bytes_of(text, {pos, end}));
}

}  // namespace depeche
