#pragma once

// What schema.prisma says and its catalog does not tell: how a default is written (`now()` is not
// `dbgenerated("now()")` to Prisma, though both are one expression), which types Prisma does not know, which
// extensions are wanted.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "miglint/name.hpp"
#include "prisma/tree.hpp"

namespace miglint::prisma {

struct WrittenColumn {
  enum class Default {
    none,   ///< or one that the client makes: uuid(), cuid(), …
    open,   ///< `dbgenerated()`: whatever is there
    value,  ///< a constant, or a list of them
    now,
    counter,     ///< `autoincrement()`
    expression,  ///< `dbgenerated("…")`
  };
  Default kind = Default::none;
  std::string text;          ///< of an expression
  bool unsupported = false;  ///< `Unsupported("…")`: any type that Prisma does not know will do
};

struct Written {
  /// by table and column, names as the catalog has them
  std::map<std::pair<RelationName, std::string>, WrittenColumn> columns;
  struct Extension {
    std::string name;
    std::string sql;  ///< CREATE EXTENSION with what schema.prisma says of it
  };
  std::vector<Extension> extensions;  ///< by name
};

Written written(const Tree& tree);

}  // namespace miglint::prisma
