#include "common/text/sentence.h"

#include <memory>
#include <stdexcept>

#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/utext.h>

namespace depeche {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

std::unique_ptr<icu::BreakIterator> make_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale french("fr");
  std::unique_ptr<icu::BreakIterator> plain(icu::BreakIterator::createSentenceInstance(french, status));
  const std::unique_ptr<icu::FilteredBreakIteratorBuilder> builder(
      icu::FilteredBreakIteratorBuilder::createInstance(french, status));
  check(status);
  // CLDR's French list lacks the titles that agencies abbreviate most.
  for (const char16_t* abbreviation :
       {u"M.", u"MM.", u"Mme.", u"Mlle.", u"Me.", u"Dr.", u"Pr.", u"St.", u"Ste.", u"art.", u"n."})
    builder->suppressBreakAfter(icu::UnicodeString(abbreviation), status);
  std::unique_ptr<icu::BreakIterator> filtered(builder->wrapIteratorWithFilter(plain.release(), status));
  check(status);
  return filtered;
}

}  // namespace

std::vector<uint32_t> sentence_starts(std::string_view text) {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = make_iterator();
  std::vector<uint32_t> starts;
  for (size_t begin = 0; begin < text.size();) {
    const size_t line_end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, line_end - begin);
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, line.data(), static_cast<int64_t>(line.size()), &status);
    iterator->setText(&view, status);
    check(status);
    for (int32_t at = iterator->first(); at != icu::BreakIterator::DONE; at = iterator->next())
      if (static_cast<size_t>(at) < line.size())
        starts.push_back(static_cast<uint32_t>(begin) + static_cast<uint32_t>(at));
    utext_close(&view);
    begin = line_end + 1;
  }
  return starts;
}

}  // namespace depeche
