#pragma once

// What turns one schema into another, as statements in an order that PostgreSQL accepts. The steps, their
// order and what counts as equal are Prisma's (prisma-engines, sql_schema_differ and sql_migration.rs); what
// schema.prisma can't say is left alone where one side is Prisma's.

#include <string>
#include <string_view>
#include <vector>

#include "miglint/catalog.hpp"
#include "miglint/print.hpp"
#include "prisma/written.hpp"

namespace miglint {

struct DiffStep {
  /// In the order in which they are taken.
  enum class Kind {
    create_schema,
    create_extension,
    create_enum,
    alter_enum,
    drop_foreign_key,
    drop_index,
    alter_table,
    drop_table,
    drop_enum,
    create_table,
    create_index,
    rename_foreign_key,
    add_foreign_key,
    rename_index
  };
  Kind kind = Kind::alter_table;
  /// one statement with its `;`, but for an enum that is made anew, in a transaction
  std::string sql;
  std::string object;  ///< for people: `users`, `users_email_key`
  /// of an ALTER TABLE and what stands around it: each as a statement of its own
  std::vector<std::string> commands;
};

/// `AlterTable`, as Prisma heads a step.
std::string_view to_string(DiffStep::Kind kind);

struct Difference {
  std::vector<DiffStep> steps;
  /// of the first schema, what the second can't say and is left as it is: `index "a_b_idx" of users: WHERE`
  std::vector<std::string> not_expressible;
};

/// `schema_prisma`: one side is: indexes over expressions or with WHERE, checks, triggers and the like are
/// neither made nor dropped.
enum class Expressible { everything, schema_prisma };

struct DiffOptions {
  Expressible expressible = Expressible::everything;
  Spelling spelling = Spelling::plain;
  /// of the second schema, where that is schema.prisma; must outlive the call
  const prisma::Written* written = nullptr;
};

Difference diff(const Catalog& from, const Catalog& to, const DiffOptions& options);

/// `-- AlterTable` above each step, a blank line between two; `-- This is an empty migration.` where there is
/// none.
std::string to_sql(const std::vector<DiffStep>& steps);

}  // namespace miglint
