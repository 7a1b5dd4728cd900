// What a shell line runs, on arbitrary bytes: read, expanded, followed through its folders, functions,
// scripts and wrappers, and asked for its acts. Nothing of the machine is looked at.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "miglint/error.hpp"
#include "shell/acts.hpp"
#include "shell/walk.hpp"

using namespace miglint;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const shell::World world{
      .folder = "/home/user/repository",
      .is_folder = [](const std::string& path) { return path.size() % 2 == 0; },
      .environment = [](const std::string& name) -> std::optional<std::string> {
        return name == "HOME" ? std::optional<std::string>("/home/user") : std::nullopt;
      },
      .repository = [](const std::string&) { return std::string("/home/user/repository"); }};
  try {
    shell::walk({reinterpret_cast<const char*>(data), size}, world,
                [](const shell::Run& run) { (void)shell::acts_of(run); });
  } catch (const Error&) {
    return 0;  // too deep, or too much: refused
  }
  return 0;
}
