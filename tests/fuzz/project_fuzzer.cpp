// What else a repository brings that miglint reads: its configuration, its decisions, its schema.prisma.

#include <cstdint>
#include <string_view>

#include "config/load.hpp"
#include "discover/prisma_schema.hpp"
#include "miglint/error.hpp"

using namespace miglint;

template <typename Read>
static void read_or_refuse(Read read) {
  try {
    read();
  } catch (const Error&) {  // the one way to say no
  }
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  read_or_refuse([&] { parse_config(text, ".miglint.yaml"); });
  read_or_refuse([&] { parse_decisions(text, ".miglint-decisions.yaml"); });
  compare_schemas(text.substr(0, size / 2), text.substr(size / 2));
  compare_schemas(text, "model A {\n  id Int @id\n}\n");
  return 0;
}
