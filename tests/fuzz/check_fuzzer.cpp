// The whole of `check` and `plan` on arbitrary bytes, but for files and git: read, lower, replay, judge,
// report in every format. A line `-- file: NAME` starts the next migration, so that the fuzzer can make a
// history.

#include <cstdint>
#include <string>
#include <string_view>

#include "judge.hpp"

using namespace miglint;

static std::vector<SourceFile> files_of(std::string_view bytes) {
  constexpr std::string_view separator = "-- file:";
  std::vector<SourceFile> files;
  while (true) {
    const std::size_t end = bytes.find(separator, 1);
    files.push_back(fuzz::migration(files.size(), std::string(bytes.substr(0, end))));
    if (end == std::string_view::npos) return files;
    bytes.remove_prefix(end);
  }
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::report_in_every_format(fuzz::judge(files_of({reinterpret_cast<const char*>(data), size})));
  return 0;
}
