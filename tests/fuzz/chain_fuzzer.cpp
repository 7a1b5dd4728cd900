// Chains and circles: who inherits from whom, is a partition of whom, reads or is made of whom. Bytes choose
// statements and the names in them, so that every input is a history of valid SQL about the same few objects:
// random text hardly ever makes two statements meet.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "judge.hpp"

using namespace miglint;

namespace {

// $1, $2 and $3 stand for names.
constexpr auto statements = std::to_array<std::string_view>({
    "CREATE TABLE $1 (a int, b int);",
    "CREATE TABLE $1 (a int, b int) PARTITION BY RANGE (a);",
    "CREATE TABLE $1 PARTITION OF $2 DEFAULT PARTITION BY RANGE (a);",
    "CREATE TABLE $1 PARTITION OF $2 FOR VALUES FROM (1) TO (2);",
    "CREATE TABLE $1 (c_$2 int) INHERITS ($2);",
    "CREATE TABLE $1 () INHERITS ($2, $3);",
    "CREATE TABLE $1 (LIKE $2 INCLUDING ALL, LIKE $3);",
    "CREATE TABLE $1 AS SELECT x.*, y.* FROM $2 x, $3 y;",
    "CREATE TABLE $1 (a int PRIMARY KEY, b int REFERENCES $2);",
    "CREATE VIEW $1 AS SELECT x.*, y.* FROM $2 x, $3 y;",
    "CREATE OR REPLACE VIEW $1 AS SELECT *, 1 AS c_$2 FROM $3;",
    "CREATE MATERIALIZED VIEW $1 AS SELECT * FROM (SELECT * FROM $2) s;",
    "CREATE DOMAIN $1 AS $2;",
    "CREATE TYPE $1 AS (a $2, b $3[]);",
    "CREATE TABLE $1 (a $2, b $3);",
    "CREATE FUNCTION $1() RETURNS SETOF $2 LANGUAGE sql BEGIN ATOMIC SELECT $3.* FROM $3, $2(); END;",
    "ALTER TABLE $1 INHERIT $2;",
    "ALTER TABLE $1 NO INHERIT $2;",
    "ALTER TABLE $1 ATTACH PARTITION $2 DEFAULT;",
    "ALTER TABLE $1 DETACH PARTITION $2;",
    "ALTER TABLE $1 RENAME TO $2;",
    "ALTER TABLE $1 SET SCHEMA s;",
    "ALTER TABLE s.$1 SET SCHEMA public;",
    "ALTER TABLE $1 RENAME a TO b;",
    "ALTER TABLE $1 ADD COLUMN c_$2 int, ALTER a SET NOT NULL;",
    "ALTER TABLE ONLY $1 ADD CHECK (a > 0);",
    "ALTER TABLE $1 DROP COLUMN a CASCADE;",
    "ALTER TABLE $1 ADD PRIMARY KEY (a);",
    "ALTER TABLE $1 ADD FOREIGN KEY (b) REFERENCES $2 (a) ON DELETE CASCADE;",
    "ALTER TABLE $1 ALTER a TYPE $2;",
    "CREATE INDEX $2 ON $1 (a);",
    "DELETE FROM $1 WHERE a = 1;",
    "TRUNCATE $1 CASCADE;",
    "DROP TABLE $1;",
    "DROP TABLE $1 CASCADE;",
    "DROP VIEW $1 CASCADE;",
    "DROP DOMAIN $1 CASCADE;",
    "DROP SCHEMA s CASCADE;",
    "CREATE SCHEMA s;",
    "SET search_path TO s, public;",
    "BEGIN;",
    "SAVEPOINT p;",
    "ROLLBACK TO p;",
    "ROLLBACK;",
    "COMMIT;",
    "DO $$ BEGIN EXECUTE (SELECT a FROM $1); END $$;",
    "DO $$ BEGIN ALTER TABLE $1 INHERIT $2; EXCEPTION WHEN others THEN ALTER TABLE $2 INHERIT $1; END $$;",
});
constexpr std::uint8_t next_migration = 255;

class Writer {
 public:
  explicit Writer(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  std::vector<SourceFile> files() {
    std::vector<SourceFile> files;
    std::string text;
    while (!bytes_.empty()) {
      const std::uint8_t choice = next();
      if (choice == next_migration) {
        files.push_back(fuzz::migration(files.size(), std::move(text)));
        text.clear();
      } else {
        text += written(statements.at(choice % statements.size()));
      }
    }
    files.push_back(fuzz::migration(files.size(), std::move(text)));
    return files;
  }

 private:
  std::uint8_t next() {
    if (bytes_.empty()) return 0;
    const std::uint8_t byte = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return byte;
  }

  /// A name in the place of each number: one of eight, by three bits.
  std::string written(std::string_view statement) {
    const unsigned names = next() | (static_cast<unsigned>(next()) << 8U);
    std::string text;
    for (std::size_t at = 0; at < statement.size(); ++at) {
      const unsigned number = at + 1 < statement.size() ? static_cast<unsigned>(statement[at + 1] - '1') : 3;
      if (statement[at] == '$' && number < 3) {
        text += 'n';
        text += static_cast<char>('0' + ((names >> (3 * number)) & 7U));
        ++at;
      } else {
        text += statement[at];
      }
    }
    return text + '\n';
  }

  std::span<const std::uint8_t> bytes_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::report_in_every_format(fuzz::judge(Writer({data, size}).files()));
  return 0;
}
