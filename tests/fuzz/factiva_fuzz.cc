// Exports of Factiva: corpus/formats/press_archive.cc.
#include "tests/fuzz/corpus_property.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  depeche::fuzz::check_blocks(data, size, depeche::InputFormat::kFactiva);
  return 0;
}
