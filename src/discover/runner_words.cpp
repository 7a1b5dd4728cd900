// Sources: each runner's documentation and code: Prisma's `migrate`, Flyway's `validate`, drizzle-orm's
// migrator, golang-migrate's `up`, pressly/goose, amacneil/dbmate, rubenv/sql-migrate's planner,
// node-pg-migrate's checkOrder, diesel_migrations, `supabase db push`.

#include "miglint/runner_words.hpp"

#include <fmt/format.h>

namespace miglint {

namespace {

constexpr RunnerWords prisma{
    .name = "Prisma",
    .edited = "Prisma compares checksums, so \"prisma migrate dev\" asks everybody to reset their database.",
    .comment =
        "Prisma's checksum is of the whole file: \"prisma migrate dev\" says that the migration was "
        "modified and asks everybody to reset their database.",
    .deleted =
        "Prisma finds a migration in the database that the folder lacks: \"prisma migrate dev\" asks for "
        "a reset.",
    .make = "npx prisma migrate dev --create-only --name <what_it_does>"};

constexpr RunnerWords drizzle{
    .name = "drizzle",
    .edited =
        "drizzle's migrator compares only the times in its journal: it does not run the file again, and "
        "says nothing.",
    .comment = "drizzle's migrator does not look at it again.",
    .deleted =
        "Its entry stays in meta/_journal.json, and the migrator stops where the file of an entry is not "
        "there: \"drizzle-kit drop\" takes away both, of a migration that nothing has run.",
    .make = "npx drizzle-kit generate --custom --name=<what_it_does>"};

constexpr RunnerWords flyway{
    .name = "Flyway",
    .edited =
        "Flyway compares checksums: the next \"flyway migrate\" stops with a checksum mismatch, in every "
        "database that has run the file. \"flyway repair\" would accept the new text without running it.",
    .comment =
        "Flyway's checksum is of every line: the next \"flyway migrate\" stops with a checksum mismatch "
        "until the file is put back, or \"flyway repair\" takes the new text over.",
    .deleted =
        "Flyway finds an applied migration that it can't resolve locally, and the next \"flyway migrate\" "
        "stops.",
    .make = {}};

constexpr RunnerWords golang_migrate{
    .name = "golang-migrate",
    .edited =
        "golang-migrate knows a database by its version alone: it does not run the file again, and says "
        "nothing.",
    .comment = "golang-migrate does not look at it again.",
    .deleted = "golang-migrate finds no file for the version of a database that stands there, and stops.",
    .make = "migrate create -ext sql -dir <folder> -seq <what_it_does>"};

constexpr RunnerWords goose{
    .name = "goose",
    .edited = "goose keeps no checksum: it does not run the file again, and says nothing.",
    .comment = "goose does not look at it again.",
    .deleted = "goose says nothing of it, and can't take it back any more.",
    .make = "goose create <what_it_does> sql"};

constexpr RunnerWords dbmate{
    .name = "dbmate",
    .edited = "dbmate keeps no checksum: it does not run the file again, and says nothing.",
    .comment = "dbmate does not look at it again.",
    .deleted = "dbmate says nothing of it, and can't roll it back any more.",
    .make = "dbmate new <what_it_does>"};

constexpr RunnerWords supabase{
    .name = "Supabase",
    .edited = "The CLI keeps no checksum: it does not run the file again, and says nothing.",
    .comment = "The CLI does not look at it again.",
    .deleted = "\"supabase db push\" finds a remote migration that the folder lacks, and stops.",
    .make = "supabase migration new <what_it_does>"};

constexpr RunnerWords diesel{
    .name = "diesel",
    .edited = "diesel keeps no checksum: it does not run the file again, and says nothing.",
    .comment = "diesel does not look at it again.",
    .deleted = "diesel says nothing of it, and can't revert it any more.",
    .make = "diesel migration generate <what_it_does>"};

constexpr RunnerWords sql_migrate{
    .name = "sql-migrate",
    .edited = "sql-migrate keeps no checksum: it does not run the file again, and says nothing.",
    .comment = "sql-migrate does not look at it again.",
    .deleted = "sql-migrate finds an unknown migration in the database, and stops.",
    .make = "sql-migrate new <what_it_does>"};

constexpr RunnerWords node_pg_migrate{
    .name = "node-pg-migrate",
    .edited = "node-pg-migrate keeps no checksum: it does not run the file again, and says nothing.",
    .comment = "node-pg-migrate does not look at it again.",
    .deleted = "node-pg-migrate compares the order of the files with what was run, and stops.",
    .make = "npx node-pg-migrate create <what_it_does> --migration-file-language sql"};

constexpr RunnerWords plain{
    .name = "the runner",
    .edited = "A runner that compares checksums stops there; one that does not says nothing.",
    .comment = "A runner that compares checksums of whole files stops there.",
    .deleted = "Some runners stop where a migration that was run is not there any more.",
    .make = {}};

}  // namespace

const RunnerWords& runner_words(Layout layout) {
  switch (layout) {
    case Layout::prisma:
      return prisma;
    case Layout::drizzle:
      return drizzle;
    case Layout::golang_migrate:
      return golang_migrate;
    case Layout::goose:
      return goose;
    case Layout::dbmate:
      return dbmate;
    case Layout::flyway:
      return flyway;
    case Layout::supabase:
      return supabase;
    case Layout::diesel:
      return diesel;
    case Layout::sql_migrate:
      return sql_migrate;
    case Layout::node_pg_migrate:
      return node_pg_migrate;
    case Layout::plain:
      return plain;
  }
  return plain;
}

std::string how_to_make(Layout layout) {
  const std::string_view make = runner_words(layout).make;
  return make.empty() ? std::string("a file of the next number") : std::string(make);
}

}  // namespace miglint
