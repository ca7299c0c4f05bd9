// Runs a fuzz target on its seeds without libFuzzer: each file of the folders named, whole and cut short at
// every byte of its first kCuts. Fails where there is no seed: then nothing would be tested.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

constexpr size_t kCuts = 1000;

std::vector<std::filesystem::path> files_in(int count, char* folders[]) {
  std::vector<std::filesystem::path> files;
  for (int i = 0; i < count; ++i)
    for (const auto& entry : std::filesystem::directory_iterator(folders[i])) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void run(const std::string& input, size_t size) {
  // A copy of its own: AddressSanitizer sees a read behind the end.
  const std::vector<uint8_t> bytes(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(size));
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int argc, char* argv[]) {
  const std::vector<std::filesystem::path> files = files_in(argc - 1, argv + 1);
  for (const std::filesystem::path& path : files) {
    std::fprintf(stderr, "%s\n", path.c_str());  // the last one named is the one that failed
    std::ifstream file(path, std::ios::binary);
    const std::string input{std::istreambuf_iterator<char>(file), {}};
    run(input, input.size());
    for (size_t size = 0; size < std::min(input.size(), kCuts); ++size) run(input, size);
  }
  std::fprintf(stderr, "%zu seeds\n", files.size());
  return files.empty() ? 1 : 0;
}
