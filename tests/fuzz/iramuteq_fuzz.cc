// Corpora of IRaMuTeQ: whatever the bytes, the same records in blocks of any size, and sound articles.

#include "tests/fuzz/corpus_property.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  depeche::fuzz::check_blocks(data, size, depeche::InputFormat::kIramuteq);
  return 0;
}
