#include "indexer/story_signature.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/error.h"
#include "common/index_damage.h"
#include "common/message.h"
#include "common/schema.h"
#include "common/stored_bytes.h"
#include "indexer/story_words.h"

namespace depeche {
namespace {

/// Of the sketch, those that become terms: of two texts of which one holds two fifths of the other's
/// shingles, six in a thousand share none of them.
constexpr size_t kSmallestShared = 10;

constexpr double kLeastResemblance = 0.15;
constexpr double kLeastContainment = 0.5;

constexpr size_t kWordsAround = 3;

/// The end of the text, as a neighbour.
constexpr uint64_t kNoWord = 0x9E3779B97F4A7C15;

uint64_t mix(uint64_t hash, uint64_t next) {
  hash = (hash ^ next) * 0x9FB21C651E98DF25;
  return hash ^ (hash >> 29);
}

std::vector<uint32_t> shingles_of(const std::vector<StoryWord>& words) {
  std::vector<uint32_t> shingles;
  for (size_t i = 0; i + StorySignature::kShingleWords <= words.size(); ++i) {
    uint64_t hash = 0;
    for (size_t k = 0; k < StorySignature::kShingleWords; ++k) hash = mix(hash, words[i + k].hash);
    shingles.push_back(static_cast<uint32_t>(mix(hash, kNoWord) >> 32));
  }
  std::ranges::sort(shingles);
  const auto rest = std::ranges::unique(shingles);
  shingles.erase(rest.begin(), rest.end());
  return shingles;
}

/// Looks from a run of words that distinguish at the plain words of its paragraph before and behind it. Each
/// side makes a mark, so that letters lost on one side leave the other.
class MarkReader {
 public:
  explicit MarkReader(const std::vector<StoryWord>& words) : words_(words) {}

  std::vector<StoryMark> read() {
    for (size_t begin = 0, end = 0; begin < words_.size(); begin = end) {
      end = begin + 1;
      if (words_[begin].kind != StoryWord::Kind::kDistinguishing) continue;
      while (end < words_.size() && words_[end].kind == StoryWord::Kind::kDistinguishing &&
             !words_[end].begins_paragraph)
        ++end;
      add(begin, end);
    }
    std::ranges::sort(marks_);
    if (marks_.size() > StorySignature::kMostMarks) marks_.resize(StorySignature::kMostMarks);
    return std::move(marks_);
  }

 private:
  /// A name of which letters are lost, or that the end of the text may have cut, tells nothing.
  void add(size_t begin, size_t end) {
    if (end == words_.size() || words_[end].kind == StoryWord::Kind::kDamaged) return;
    if (begin > 0 && words_[begin - 1].kind == StoryWord::Kind::kDamaged) return;
    uint64_t value = 0;
    for (size_t i = begin; i < end; ++i) value = mix(value, words_[i].value);
    for (const std::ptrdiff_t step : {-1, 1})
      if (const uint64_t around = look(step < 0 ? begin : end - 1, step))
        marks_.push_back({static_cast<uint32_t>(around >> 32), static_cast<uint16_t>(value >> 32)});
  }

  bool is_paragraph_end(std::ptrdiff_t i, std::ptrdiff_t step) const {
    if (i < 0 || i >= static_cast<std::ptrdiff_t>(words_.size())) return true;
    return step > 0 ? words_[static_cast<size_t>(i)].begins_paragraph
                    : words_[static_cast<size_t>(i + 1)].begins_paragraph;
  }

  /// Of the plain words beside `place`; 0 where letters are lost among them, or they are too few.
  uint64_t look(size_t place, std::ptrdiff_t step) const {
    uint64_t around = step < 0 ? 1 : 2;
    size_t found = 0;
    for (auto i = static_cast<std::ptrdiff_t>(place) + step; found < kWordsAround; i += step) {
      if (is_paragraph_end(i, step)) return 0;
      const StoryWord& word = words_[static_cast<size_t>(i)];
      if (word.kind == StoryWord::Kind::kDamaged) return 0;
      if (word.kind != StoryWord::Kind::kPlain) continue;
      around = mix(around, word.value);
      ++found;
    }
    return around;
  }

  const std::vector<StoryWord>& words_;
  std::vector<StoryMark> marks_;
};

/// Whether one of two ascending ranges of marks of the same neighbours holds the other: a text that was cut
/// has fewer.
template <typename Range>
bool agree(const Range& a, const Range& b) {
  return std::ranges::includes(a, b) || std::ranges::includes(b, a);
}

bool marks_agree(const std::vector<StoryMark>& a, const std::vector<StoryMark>& b) {
  const auto end_of = [](const std::vector<StoryMark>& marks, auto begin) {
    return std::find_if(begin, marks.end(),
                        [&](const StoryMark& mark) { return mark.around != begin->around; });
  };
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->around < j->around) {
      ++i;
    } else if (j->around < i->around) {
      ++j;
    } else {
      const auto i_end = end_of(a, i), j_end = end_of(b, j);
      if (!agree(std::ranges::subrange(i, i_end), std::ranges::subrange(j, j_end))) return false;
      i = i_end;
      j = j_end;
    }
  }
  return true;
}

/// Broder's estimate: how many of the smallest hashes of both together are in each.
double resemblance(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  size_t seen = 0, shared = 0;
  const size_t most = std::min({StorySignature::kSketchHashes, std::max(a.size(), b.size())});
  auto i = a.begin(), j = b.begin();
  for (; seen < most && (i != a.end() || j != b.end()); ++seen) {
    const bool from_a = j == b.end() || (i != a.end() && *i <= *j);
    const bool from_b = i == a.end() || (j != b.end() && *j <= *i);
    shared += from_a && from_b;
    i += from_a;
    j += from_b;
  }
  return seen == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(seen);
}

bool resemble(const StorySignature& a, const StorySignature& b) {
  const double r = resemblance(a.sketch, b.sketch);
  if (r < kLeastResemblance) return false;
  const double shared = r / (1 + r) * (static_cast<double>(a.shingles) + b.shingles);
  return shared >= kLeastContainment * std::min(a.shingles, b.shingles);
}

}  // namespace

StorySignature story_signature(const Article& article, const ArticleTokens& tokens) {
  StorySignature signature;
  const auto count = static_cast<size_t>(std::ranges::count_if(tokens.text, &Token::positional));
  if (count < kLeastSameWords) return signature;
  const std::vector<StoryWord> words = story_words(article.text, tokens.text);
  if (count < kLeastStoryWords) {
    for (const StoryWord& word : story_words(article.title, tokens.title))
      signature.same = mix(signature.same, word.hash);
    signature.same = mix(signature.same, kNoWord);
    for (const StoryWord& word : words) signature.same = mix(signature.same, word.hash);
    return signature;
  }
  signature.sketch = shingles_of(words);
  signature.shingles = static_cast<uint32_t>(signature.sketch.size());
  if (signature.sketch.size() > StorySignature::kSketchHashes)
    signature.sketch.resize(StorySignature::kSketchHashes);
  signature.sketch.shrink_to_fit();
  signature.marks = MarkReader(words).read();
  return signature;
}

std::vector<std::string> StorySignature::terms() const {
  std::vector<std::string> terms;
  if (same != 0) terms.push_back(fmt::format("{}{:016x}", kStoryPrefix, same));
  for (size_t i = 0; i < std::min(sketch.size(), kSmallestShared); ++i)
    terms.push_back(fmt::format("{}{:08x}", kStoryPrefix, sketch[i]));
  return terms;
}

bool StorySignature::is_same_term(std::string_view term) {
  constexpr size_t kSameDigits = 16;
  return term.size() == kStoryPrefix.size() + kSameDigits;
}

std::string StorySignature::encode() const {
  ByteWriter out;
  if (same != 0) {
    out.fixed(same, 8);
  } else if (!sketch.empty()) {
    out.fixed(shingles, 4);
    out.fixed(sketch.size(), 1);
    for (const uint32_t hash : sketch) out.fixed(hash, 4);
    for (const StoryMark& mark : marks) {
      out.fixed(mark.around, 4);
      out.fixed(mark.value, 2);
    }
  }
  return std::move(out.bytes());
}

StorySignature StorySignature::decode(std::string_view bytes) {
  constexpr size_t kSameBytes = 8, kHeadBytes = 5, kMarkBytes = 6;
  StorySignature signature;
  const auto fixed = [&bytes](size_t size) {
    uint64_t value = 0;
    for (size_t i = 0; i < size; ++i) value |= uint64_t{static_cast<uint8_t>(bytes[i])} << (8 * i);
    bytes.remove_prefix(size);
    return value;
  };
  if (bytes.empty()) return signature;
  if (bytes.size() == kSameBytes) {
    signature.same = fixed(kSameBytes);
    return signature;
  }
  const size_t hashes = bytes.size() < kHeadBytes ? 0 : static_cast<uint8_t>(bytes[kHeadBytes - 1]);
  if (hashes == 0 || hashes > kSketchHashes || bytes.size() < kHeadBytes + 4 * hashes ||
      (bytes.size() - kHeadBytes - 4 * hashes) % kMarkBytes != 0)
    throw index_damage("kSlotStory", tr("the signature of an article's story is damaged"));
  signature.shingles = static_cast<uint32_t>(fixed(4));
  fixed(1);
  for (size_t i = 0; i < hashes; ++i) signature.sketch.push_back(static_cast<uint32_t>(fixed(4)));
  while (!bytes.empty()) {
    const auto around = static_cast<uint32_t>(fixed(4));
    signature.marks.push_back({around, static_cast<uint16_t>(fixed(2))});
  }
  return signature;
}

bool near_copies(const StorySignature& a, const StorySignature& b) {
  if (a.same != 0 || b.same != 0) return a.same == b.same;
  if (a.sketch.empty() || b.sketch.empty()) return false;
  return resemble(a, b) && marks_agree(a.marks, b.marks);
}

}  // namespace depeche
