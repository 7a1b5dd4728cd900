// The pairs that strong_migrations documents and tests (README "Checks", test/*_test.rb), as SQL histories:
// what it calls safe must pass without error or warning, what it calls unsafe must give at least one.

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/lint.hpp"
#include "parse/parser.hpp"

using namespace miglint;

namespace {

constexpr std::string_view base = R"(
CREATE EXTENSION citext;
CREATE TABLE orders (id bigserial PRIMARY KEY);
CREATE TABLE devices (id bigserial PRIMARY KEY);
CREATE TABLE users (
  id bigserial PRIMARY KEY, name varchar, city varchar, state varchar, country varchar(20), code citext,
  description text, properties jsonb, order_id bigint, credit_score numeric(10, 5), deleted_at timestamp,
  joined_at timestamptz, opens_at time(0), waits interval(0), network cidr, address inet, flags varbit(8),
  active boolean, parts integer);
)";

struct Pair {
  std::string_view name;
  std::string_view before;  // a migration between the base and the one judged
  std::string_view sql;     // `-- next`: the rest is a migration of its own, judged as well
};

std::vector<SourceFile> files_of(const Pair& pair) {
  std::vector<SourceFile> files = {
      {.path = "000/migration.sql", .name = "000", .text = std::string(base), .judged = false},
      {.path = "001/migration.sql", .name = "001", .text = std::string(pair.before), .judged = false}};
  std::string_view rest = pair.sql;
  while (!rest.empty()) {
    const std::size_t cut = rest.find("-- next");
    const std::string name = fmt::format("{:03}", files.size());
    files.push_back({.path = name + "/migration.sql",
                     .name = name,
                     .text = std::string(rest.substr(0, cut)),
                     .judged = true});
    rest = cut == std::string_view::npos ? std::string_view{} : rest.substr(cut + 7);
  }
  return files;
}

/// The errors and warnings, as "rule (severity): message".
std::vector<std::string> flagged(const Pair& pair) {
  History history;
  history.migrations = parse_all(files_of(pair), 1);
  std::vector<std::string> found;
  for (const Finding& finding : lint(history, Config{}, {}).findings) {
    if (finding.severity != Severity::note)
      found.push_back(fmt::format("{} ({}): {}", finding.rule, to_string(finding.severity), finding.message));
  }
  return found;
}

constexpr Pair safe[] = {
    {"add a column with a constant default", "", "ALTER TABLE users ADD COLUMN nice boolean DEFAULT true"},
    {"add a column with default NULL", "", "ALTER TABLE users ADD COLUMN nice boolean DEFAULT NULL"},
    {"add a column, then set its default", "",
     "ALTER TABLE users ADD COLUMN nice boolean; ALTER TABLE users ALTER COLUMN nice SET DEFAULT false"},
    {"add a uuid column with a constant default", "",
     "ALTER TABLE users ADD COLUMN nice uuid DEFAULT '5f9b2b1e-3a0a-4e5f-9a3e-0d1f5f9b2b1e'"},
    {"add a column with default now()", "", "ALTER TABLE users ADD COLUMN seen_at timestamptz DEFAULT now()"},
    {"add a NOT NULL column with a constant default", "",
     "ALTER TABLE users ADD COLUMN nice boolean NOT NULL DEFAULT false"},
    {"add a jsonb column", "", "ALTER TABLE users ADD COLUMN settings jsonb"},
    {"add an array column with a default", "", "ALTER TABLE users ADD COLUMN tags text[] DEFAULT '{}'"},
    {"add a bigint column, with a sequence as its default afterwards", "",
     "ALTER TABLE users ADD COLUMN n bigint; CREATE SEQUENCE users_n_seq OWNED BY users.n; ALTER TABLE users "
     "ALTER COLUMN n SET DEFAULT "
     "nextval('users_n_seq')"},
    {"varchar to text", "", "ALTER TABLE users ALTER COLUMN name TYPE text"},
    {"varchar to citext", "", "ALTER TABLE users ALTER COLUMN name TYPE citext"},
    {"varchar, a wider limit", "", "ALTER TABLE users ALTER COLUMN country TYPE varchar(21)"},
    {"varchar, a limit over 255", "", "ALTER TABLE users ALTER COLUMN country TYPE varchar(256)"},
    {"varchar without its limit", "", "ALTER TABLE users ALTER COLUMN country TYPE varchar"},
    {"varchar(20) to text", "", "ALTER TABLE users ALTER COLUMN country TYPE text"},
    {"text to varchar", "", "ALTER TABLE users ALTER COLUMN description TYPE varchar"},
    {"text to citext", "", "ALTER TABLE users ALTER COLUMN description TYPE citext"},
    {"citext to text", "", "ALTER TABLE users ALTER COLUMN code TYPE text"},
    {"citext to varchar", "", "ALTER TABLE users ALTER COLUMN code TYPE varchar"},
    {"numeric, more precision", "", "ALTER TABLE users ALTER COLUMN credit_score TYPE numeric(11, 5)"},
    {"numeric without limit", "", "ALTER TABLE users ALTER COLUMN credit_score TYPE numeric"},
    {"timestamp to timestamptz in UTC", "",
     "SET timezone = 'UTC'; ALTER TABLE users ALTER COLUMN deleted_at TYPE timestamptz; RESET timezone"},
    {"timestamp, more precision", "ALTER TABLE users ADD COLUMN at0 timestamp(0)",
     "ALTER TABLE users ALTER COLUMN at0 TYPE timestamp(3); ALTER TABLE users ALTER COLUMN at0 TYPE "
     "timestamp(6); ALTER TABLE users ALTER COLUMN at0 "
     "TYPE timestamp"},
    {"timestamptz, more precision", "ALTER TABLE users ADD COLUMN at0 timestamptz(0)",
     "ALTER TABLE users ALTER COLUMN at0 TYPE timestamptz(3); ALTER TABLE users ALTER COLUMN at0 TYPE "
     "timestamptz(6); ALTER TABLE users ALTER COLUMN "
     "at0 TYPE timestamptz"},
    {"time, more precision", "",
     "ALTER TABLE users ALTER COLUMN opens_at TYPE time(3); ALTER TABLE users ALTER COLUMN opens_at TYPE "
     "time"},
    {"interval, more precision", "",
     "ALTER TABLE users ALTER COLUMN waits TYPE interval(3); ALTER TABLE users ALTER COLUMN waits TYPE "
     "interval"},
    {"cidr to inet", "", "ALTER TABLE users ALTER COLUMN network TYPE inet"},
    {"varbit, a wider limit", "", "ALTER TABLE users ALTER COLUMN flags TYPE varbit(16)"},
    {"varbit without its limit", "", "ALTER TABLE users ALTER COLUMN flags TYPE varbit"},
    {"the type it has already", "", "ALTER TABLE users ALTER COLUMN parts TYPE integer"},
    {"wider varchar with a plain index", "CREATE INDEX users_country ON users (country)",
     "ALTER TABLE users ALTER COLUMN country TYPE varchar(30)"},
    {"add an index concurrently", "", "CREATE INDEX CONCURRENTLY users_name ON users (name)"},
    {"add a unique index on a new column concurrently", "ALTER TABLE users ADD COLUMN slug text",
     "CREATE INDEX CONCURRENTLY users_slug ON users (slug)"},
    {"add an index to a new table", "",
     "CREATE TABLE new_users (id bigserial PRIMARY KEY, name varchar); CREATE INDEX new_users_name ON "
     "new_users (name)"},
    {"remove an index concurrently", "CREATE INDEX users_name ON users (name)",
     "DROP INDEX CONCURRENTLY users_name"},
    {"add a reference without index", "", "ALTER TABLE users ADD COLUMN device_id bigint"},
    {"add a reference, its index concurrently", "",
     "ALTER TABLE users ADD COLUMN device_id bigint -- next\n CREATE INDEX CONCURRENTLY users_device ON "
     "users (device_id)"},
    {"add a reference with an unvalidated foreign key", "",
     "ALTER TABLE users ADD COLUMN device_id bigint; ALTER TABLE users ADD CONSTRAINT fk FOREIGN KEY "
     "(device_id) REFERENCES devices (id) NOT VALID"},
    {"add a foreign key without validation", "",
     "ALTER TABLE users ADD CONSTRAINT fk FOREIGN KEY (order_id) REFERENCES orders (id) NOT VALID"},
    {"a foreign key of a new table", "",
     "CREATE TABLE new_users (id bigserial PRIMARY KEY, order_id bigint, CONSTRAINT fk FOREIGN KEY "
     "(order_id) REFERENCES orders (id))"},
    {"add a check without validation", "",
     "ALTER TABLE users ADD CONSTRAINT chk CHECK (credit_score > 0) NOT VALID"},
    {"add a check to a new table", "",
     "CREATE TABLE new_users (name varchar); ALTER TABLE new_users ADD CONSTRAINT chk CHECK (name IS NOT "
     "NULL)"},
    {"SET NOT NULL with a valid check", "ALTER TABLE users ADD CONSTRAINT chk CHECK (name IS NOT NULL)",
     "ALTER TABLE users ALTER COLUMN name SET NOT NULL"},
    {"SET NOT NULL with a valid check, then drop it",
     "ALTER TABLE users ADD CONSTRAINT chk CHECK (name IS NOT NULL) NOT VALID; ALTER TABLE users VALIDATE "
     "CONSTRAINT chk",
     "ALTER TABLE users ALTER COLUMN name SET NOT NULL; ALTER TABLE users DROP CONSTRAINT chk"},
    {"SET NOT NULL with a valid check, quoted",
     "ALTER TABLE users ADD COLUMN \"interval\" text; ALTER TABLE users ADD CONSTRAINT chk CHECK "
     "(\"interval\" IS NOT NULL)",
     "ALTER TABLE users ALTER COLUMN \"interval\" SET NOT NULL"},
    {"allow NULL", "ALTER TABLE users ADD COLUMN must text NOT NULL DEFAULT ''",
     "ALTER TABLE users ALTER COLUMN must DROP NOT NULL"},
    {"set a default", "", "ALTER TABLE users ALTER COLUMN name SET DEFAULT 'Test'"},
    {"set the default of a new column", "",
     "ALTER TABLE users ADD COLUMN nice boolean; ALTER TABLE users ALTER COLUMN nice SET DEFAULT true"},
    {"unique constraint from an index", "CREATE UNIQUE INDEX users_name_key ON users (name)",
     "ALTER TABLE users ADD CONSTRAINT users_name_key UNIQUE USING INDEX users_name_key"},
    {"unique constraint on a new table", "",
     "CREATE TABLE new_users (name varchar); ALTER TABLE new_users ADD CONSTRAINT k UNIQUE (name)"},
    {"exclusion constraint on a new table", "",
     "CREATE TABLE new_users (during tsrange); ALTER TABLE new_users ADD CONSTRAINT x EXCLUDE USING gist "
     "(during WITH &&)"},
    {"create a table", "", "CREATE TABLE new_users (id bigserial PRIMARY KEY, name varchar)"},
    {"create a join table", "",
     "CREATE TABLE cities_users (user_id bigint NOT NULL, city_id bigint NOT NULL)"},
    {"a lock timeout, taken back", "",
     "SET lock_timeout = '5s'; ALTER TABLE users ADD COLUMN nice text; RESET lock_timeout"},
};

/// Safe where each statement commits by itself.
constexpr Pair safe_apart[] = {
    {"add a foreign key, validate it", "",
     "ALTER TABLE users ADD CONSTRAINT fk FOREIGN KEY (order_id) REFERENCES orders (id) NOT VALID -- next\n "
     "ALTER TABLE users VALIDATE CONSTRAINT "
     "fk"},
    {"add a check, validate it", "",
     "ALTER TABLE users ADD CONSTRAINT chk CHECK (credit_score > 0) NOT VALID -- next\n ALTER TABLE users "
     "VALIDATE CONSTRAINT chk"},
};

constexpr Pair unsafe[] = {
    {"add an index", "", "CREATE INDEX users_name ON users (name)"},
    {"add an index on four columns", "", "CREATE INDEX users_many ON users (name, city, state, country)"},
    {"add a unique index", "", "CREATE UNIQUE INDEX users_name ON users (name)"},
    {"remove an index", "CREATE INDEX users_name ON users (name)", "DROP INDEX users_name"},
    {"add a reference with its index", "",
     "ALTER TABLE users ADD COLUMN device_id bigint; CREATE INDEX users_device ON users (device_id)"},
    {"add a polymorphic reference", "",
     "ALTER TABLE users ADD COLUMN device_type varchar; ALTER TABLE users ADD COLUMN device_id bigint; "
     "CREATE INDEX users_device ON users "
     "(device_type, device_id)"},
    {"add a reference with a foreign key", "",
     "ALTER TABLE users ADD COLUMN device_id bigint; ALTER TABLE users ADD CONSTRAINT fk FOREIGN KEY "
     "(device_id) REFERENCES devices (id)"},
    {"add a foreign key", "",
     "ALTER TABLE users ADD CONSTRAINT fk FOREIGN KEY (order_id) REFERENCES orders (id)"},
    {"add and validate a foreign key in one transaction", "",
     "BEGIN; ALTER TABLE users ADD CONSTRAINT fk FOREIGN KEY (order_id) REFERENCES orders (id) NOT VALID; "
     "ALTER TABLE users VALIDATE CONSTRAINT fk; "
     "COMMIT"},
    {"add a check", "", "ALTER TABLE users ADD CONSTRAINT chk CHECK (credit_score > 0)"},
    {"add and validate a check in one transaction", "",
     "BEGIN; ALTER TABLE users ADD CONSTRAINT chk CHECK (credit_score > 0) NOT VALID; ALTER TABLE users "
     "VALIDATE CONSTRAINT chk; COMMIT"},
    {"add a unique constraint", "", "ALTER TABLE users ADD CONSTRAINT k UNIQUE (name)"},
    {"add an exclusion constraint", "",
     "ALTER TABLE users ADD CONSTRAINT x EXCLUDE USING gist (credit_score WITH =)"},
    {"add a column with a volatile default", "",
     "ALTER TABLE users ADD COLUMN nice timestamptz DEFAULT clock_timestamp()"},
    {"add a uuid column with a volatile default", "",
     "ALTER TABLE users ADD COLUMN nice uuid DEFAULT gen_random_uuid()"},
    {"add a NOT NULL uuid column with a volatile default", "",
     "ALTER TABLE users ADD COLUMN nice uuid NOT NULL DEFAULT gen_random_uuid()"},
    {"add a json column", "", "ALTER TABLE users ADD COLUMN settings json"},
    {"add a stored generated column", "",
     "ALTER TABLE users ADD COLUMN nice text GENERATED ALWAYS AS (lower(city)) STORED"},
    {"add a primary key column", "ALTER TABLE users DROP CONSTRAINT users_pkey",
     "ALTER TABLE users ADD COLUMN nice bigserial PRIMARY KEY"},
    {"add a serial column", "", "ALTER TABLE users ADD COLUMN nice serial"},
    {"add a bigserial column", "", "ALTER TABLE users ADD COLUMN nice bigserial"},
    {"integer to bigint", "", "ALTER TABLE users ALTER COLUMN parts TYPE bigint"},
    {"varchar, a smaller limit", "", "ALTER TABLE users ALTER COLUMN country TYPE varchar(19)"},
    {"varchar, a new limit", "", "ALTER TABLE users ALTER COLUMN name TYPE varchar(20)"},
    {"text to varchar with a limit", "", "ALTER TABLE users ALTER COLUMN description TYPE varchar(20)"},
    {"citext to varchar with a limit", "", "ALTER TABLE users ALTER COLUMN code TYPE varchar(20)"},
    {"text to citext with an index", "CREATE INDEX users_description ON users (description)",
     "ALTER TABLE users ALTER COLUMN description TYPE citext"},
    {"varchar to citext with an expression index", "CREATE INDEX users_name ON users (lower(name))",
     "ALTER TABLE users ALTER COLUMN name TYPE citext"},
    {"numeric, less precision", "", "ALTER TABLE users ALTER COLUMN credit_score TYPE numeric(9, 5)"},
    {"numeric, another scale", "", "ALTER TABLE users ALTER COLUMN credit_score TYPE numeric(10, 6)"},
    {"timestamp to timestamptz outside of UTC", "",
     "SET timezone = 'America/Los_Angeles'; ALTER TABLE users ALTER COLUMN deleted_at TYPE timestamptz; "
     "RESET timezone"},
    {"timestamp, less precision", "", "ALTER TABLE users ALTER COLUMN deleted_at TYPE timestamp(3)"},
    {"timestamptz, less precision", "", "ALTER TABLE users ALTER COLUMN joined_at TYPE timestamptz(3)"},
    {"time, less precision", "ALTER TABLE users ADD COLUMN t time",
     "ALTER TABLE users ALTER COLUMN t TYPE time(3)"},
    {"interval, less precision", "ALTER TABLE users ADD COLUMN i interval",
     "ALTER TABLE users ALTER COLUMN i TYPE interval(3)"},
    {"inet to cidr", "", "ALTER TABLE users ALTER COLUMN address TYPE cidr"},
    {"a wider type with a check on the column", "ALTER TABLE users ADD CONSTRAINT chk CHECK (country <> '')",
     "ALTER TABLE users ALTER COLUMN country TYPE varchar(30)"},
    {"a safe type change with NOT NULL", "",
     "ALTER TABLE users ALTER COLUMN country TYPE varchar(30), ALTER COLUMN country SET NOT NULL"},
    {"SET NOT NULL", "", "ALTER TABLE users ALTER COLUMN name SET NOT NULL"},
    {"SET NOT NULL with an unvalidated check",
     "ALTER TABLE users ADD CONSTRAINT chk CHECK (name IS NOT NULL) NOT VALID",
     "ALTER TABLE users ALTER COLUMN name SET NOT NULL"},
    {"SET NOT NULL with a backfill", "",
     "UPDATE users SET name = 'Andy' WHERE name IS NULL; ALTER TABLE users ALTER COLUMN name SET NOT NULL"},
    {"remove a column", "", "ALTER TABLE users DROP COLUMN name"},
    {"rename a column", "", "ALTER TABLE users RENAME COLUMN properties TO bad_name"},
    {"rename a table", "", "ALTER TABLE users RENAME TO bad_name"},
    {"rename a schema", "CREATE SCHEMA app; CREATE TABLE app.t (id integer)",
     "ALTER SCHEMA app RENAME TO other"},
    {"make a table anew", "", "DROP TABLE users CASCADE; CREATE TABLE users (name varchar)"},
};

}  // namespace

TEST_SUITE_BEGIN("safe and unsafe");

TEST_CASE("what is safe passes without error or warning") {
  for (const Pair& pair : safe)
    CHECK_MESSAGE(flagged(pair).empty(), pair.name, ": ", fmt::format("{}", fmt::join(flagged(pair), "; ")));
}

TEST_CASE("what is safe in migrations of its own is not called unsafe for its lock") {
  for (const Pair& pair : safe_apart) {
    for (const std::string& finding : flagged(pair))
      CHECK_MESSAGE(finding.find("validate-in-same-transaction") == std::string::npos, pair.name, ": ",
                    finding);
  }
}

TEST_CASE("what is unsafe is flagged") {
  for (const Pair& pair : unsafe) CHECK_MESSAGE(!flagged(pair).empty(), pair.name);
}

TEST_SUITE_END();
