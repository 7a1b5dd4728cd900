#pragma once

// A folder of files that a test makes for itself and that goes away with it. The current folder is the
// project's while it lives, as it is for a user.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace miglint::test {

class TemporaryProject {
 public:
  TemporaryProject() : before_(std::filesystem::current_path()) {
    std::string pattern = (std::filesystem::temp_directory_path() / "miglint-test-XXXXXX").string();
    root_ = std::filesystem::canonical(mkdtemp(pattern.data()));
    std::filesystem::current_path(root_);
  }
  ~TemporaryProject() {
    std::error_code ignored;
    std::filesystem::current_path(before_, ignored);
    std::filesystem::remove_all(root_, ignored);
  }
  TemporaryProject(const TemporaryProject&) = delete;
  TemporaryProject& operator=(const TemporaryProject&) = delete;

  std::string path(std::string_view below = "") const { return (root_ / below).string(); }
  void write(std::string_view below, std::string_view text) const {
    std::filesystem::create_directories((root_ / below).parent_path());
    std::ofstream(root_ / below, std::ios::binary) << text;
  }
  void folder(std::string_view below) const { std::filesystem::create_directories(root_ / below); }
  void remove(std::string_view below) const { std::filesystem::remove_all(root_ / below); }
  void enter(std::string_view below) const { std::filesystem::current_path(root_ / below); }

 private:
  std::filesystem::path before_;
  std::filesystem::path root_;
};

}  // namespace miglint::test
