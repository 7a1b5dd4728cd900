#pragma once

// Where `diff` takes a schema from: nothing, the migrations, or schema.prisma; on the disk or in a git
// revision.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "miglint/catalog.hpp"
#include "prisma/written.hpp"

namespace miglint {

struct SchemaSource {
  enum class Kind { empty, migrations, prisma };
  Kind kind = Kind::empty;
  std::string path;                     ///< as typed; empty: found from the current folder
  std::optional<std::string> revision;  ///< after `@`
};

/// `empty`, `migrations[:PATH]`, `prisma[:PATH]`, a PATH that says which it is; each with `@REF`. Throws
/// Error for what is none of these.
SchemaSource parse_schema_source(std::string_view text);

struct SourcedSchema {
  Catalog catalog;
  SchemaSource::Kind kind = SchemaSource::Kind::empty;
  prisma::Written written;  ///< of schema.prisma
  std::string said;  ///< for people: "prisma/migrations (42 migrations)", "prisma/schema.prisma at v1.2"
};

/// Throws Error where the source is not there, is one of several, or can't be read: of schema.prisma with a
/// line for each mistake.
SourcedSchema read_schema(const SchemaSource& source, const Options& options);

}  // namespace miglint
