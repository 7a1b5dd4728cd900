#include "support/golden.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace miglint {

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool matches_golden(const std::string& path, std::string_view actual) {
  const std::string whole = std::string(MIGLINT_SOURCE_DIR) + "/" + path;
  if (std::getenv("MIGLINT_UPDATE") != nullptr) {
    std::filesystem::create_directories(std::filesystem::path(whole).parent_path());
    std::ofstream(whole, std::ios::binary) << actual;
  }
  return read_text(whole) == actual;
}

}  // namespace miglint
