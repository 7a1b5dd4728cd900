// What else a repository brings that miglint reads: its configuration, its decisions, its schema.prisma.

#include <cstdint>
#include <string_view>

#include "config/load.hpp"
#include "discover/prisma_schema.hpp"
#include "miglint/catalog.hpp"
#include "miglint/error.hpp"
#include "prisma/catalog.hpp"
#include "prisma/sql.hpp"
#include "prisma/tree.hpp"
#include "prisma/validate.hpp"

using namespace miglint;

template <typename Read>
static void read_or_refuse(Read read) {
  try {
    read();
  } catch (const Error&) {  // the one way to say no
  }
}

static void read_schema(std::string_view text) {
  const prisma::Tree tree = prisma::parse({{.path = "schema.prisma", .text = std::string(text)}});
  if (!prisma::problems_of(tree).empty()) return;
  prisma::sql_of(tree, 0);
  prisma::catalog_of(tree, 0);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  read_or_refuse([&] { parse_config(text, ".miglint.yaml"); });
  read_or_refuse([&] { parse_decisions(text, ".miglint-decisions.yaml"); });
  read_schema(text);
  compare_schemas(text.substr(0, size / 2), text.substr(size / 2));
  compare_schemas(text, "model A {\n  id Int @id\n}\n");
  return 0;
}
