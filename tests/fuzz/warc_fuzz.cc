// Archives of the web: corpus/formats/warc.cc.
#include "tests/fuzz/corpus_property.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  depeche::fuzz::check_blocks(data, size, depeche::InputFormat::kWarc);
  return 0;
}
