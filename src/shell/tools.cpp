// Database tools: which of their commands the user is asked about. Data: see the table.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "miglint/tokens.hpp"
#include "shell/acts.hpp"

namespace miglint::shell {

namespace {

constexpr std::string_view drops = "drops what is in the database it is pointed at";
constexpr std::string_view takes_back =
    "takes migrations back in the database it is pointed at: what they made is dropped";
constexpr std::string_view past_migrations =
    "changes the database without a migration, which no other database will get, and may drop data";
constexpr std::string_view rewrites_record =
    "changes the record of which migrations have run, not the schema: the two may disagree from then on";
constexpr std::string_view runs_sql = "runs SQL on the database, which no migration records";
constexpr std::string_view deletes_migration = "deletes a migration that databases may have run already";

/// A command of a tool, by the words that make it, and what it does.
struct Destructive {
  enum class Where {
    first,     ///< its words are the first operands
    adjacent,  ///< … stand together anywhere: between them and the program are options with values
    anywhere,  ///< … one among the operands (goose DRIVER DSN down)
  };
  std::string_view program;
  std::string_view words;
  std::string_view does;
  Where where = Where::adjacent;
};
constexpr auto anywhere = Destructive::Where::anywhere;
constexpr auto first = Destructive::Where::first;

constexpr auto destructive = std::to_array<Destructive>({
    {"prisma", "migrate reset", "drops every table of the database it is pointed at"},
    {"prisma", "db push", past_migrations},
    {"prisma", "db execute", runs_sql},
    {"prisma", "db update", past_migrations},
    {"prisma", "db migrate", "runs migrations that nobody has judged"},
    {"prisma", "db drop", drops},
    {"prisma", "db reset", drops},
    {"prisma", "migrate resolve", rewrites_record},
    {"prisma", "migration apply", "runs migrations that nobody has judged"},
    {"prisma-next", "db update", past_migrations},
    {"prisma-next", "db migrate", "runs migrations that nobody has judged"},
    {"prisma-next", "migration apply", "runs migrations that nobody has judged"},
    {"drizzle-kit", "push", past_migrations},
    {"drizzle-kit", "push:pg", past_migrations},
    {"drizzle-kit", "drop", deletes_migration},
    {"supabase", "db reset", drops},
    {"supabase", "migration repair", rewrites_record},
    {"supabase", "migration down", takes_back},
    {"supabase", "db push", "runs migrations on the linked project"},
    {"heroku", "pg:reset", drops},
    {"flyway", "clean", drops, anywhere},
    {"flyway", "undo", takes_back, anywhere},
    {"flyway", "repair", rewrites_record, anywhere},
    {"mvn", "flyway:clean", drops, anywhere},
    {"mvnw", "flyway:clean", drops, anywhere},
    {"gradle", "flywayClean", drops, anywhere},
    {"gradlew", "flywayClean", drops, anywhere},
    {"liquibase", "drop-all", drops, anywhere},
    {"liquibase", "dropAll", drops, anywhere},
    {"liquibase", "rollback", takes_back, anywhere},
    {"liquibase", "rollback-count", takes_back, anywhere},
    {"liquibase", "rollback-to-date", takes_back, anywhere},
    {"dbmate", "drop", drops, first},
    {"dbmate", "down", takes_back, first},
    {"dbmate", "rollback", takes_back, first},
    {"goose", "down", takes_back, anywhere},
    {"goose", "down-to", takes_back, anywhere},
    {"goose", "reset", takes_back, anywhere},
    {"goose", "redo", takes_back, anywhere},
    {"migrate", "down", takes_back, anywhere},
    {"migrate", "drop", drops, anywhere},
    {"migrate", "force", rewrites_record, anywhere},
    {"sequelize", "db:drop", drops},
    {"sequelize", "db:migrate:undo", takes_back},
    {"sequelize", "db:migrate:undo:all", takes_back},
    {"sequelize-cli", "db:drop", drops},
    {"sequelize-cli", "db:migrate:undo", takes_back},
    {"sequelize-cli", "db:migrate:undo:all", takes_back},
    {"typeorm", "schema:drop", drops},
    {"typeorm", "schema:sync", past_migrations},
    {"typeorm", "migration:revert", takes_back},
    {"typeorm-ts-node-commonjs", "schema:drop", drops},
    {"typeorm-ts-node-commonjs", "migration:revert", takes_back},
    {"knex", "migrate:rollback", takes_back},
    {"knex", "migrate:down", takes_back},
    {"knex", "rollback", takes_back},
    {"mikro-orm", "schema:drop", drops},
    {"mikro-orm", "schema:fresh", drops},
    {"mikro-orm", "schema:update", past_migrations},
    {"mikro-orm", "migration:down", takes_back},
    {"mikro-orm", "migration:fresh", drops},
    {"node-pg-migrate", "down", takes_back, first},
    {"node-pg-migrate", "redo", takes_back, first},
    {"graphile-migrate", "reset", drops, first},
    {"rails", "db:drop", drops, anywhere},
    {"rails", "db:reset", drops, anywhere},
    {"rails", "db:purge", drops, anywhere},
    {"rails", "db:rollback", takes_back, anywhere},
    {"rails", "db:migrate:down", takes_back, anywhere},
    {"rails", "db:migrate:reset", drops, anywhere},
    {"rails", "db:schema:load", drops, anywhere},
    {"rake", "db:drop", drops, anywhere},
    {"rake", "db:reset", drops, anywhere},
    {"rake", "db:purge", drops, anywhere},
    {"rake", "db:rollback", takes_back, anywhere},
    {"rake", "db:schema:load", drops, anywhere},
    {"manage", "flush", drops, first},
    {"manage", "reset_db", drops, first},
    {"manage", "sqlflush", drops, first},
    {"alembic", "downgrade", takes_back, first},
    {"flask", "db downgrade", takes_back},
    {"artisan", "migrate:fresh", drops, first},
    {"artisan", "migrate:reset", takes_back, first},
    {"artisan", "migrate:refresh", takes_back, first},
    {"artisan", "migrate:rollback", takes_back, first},
    {"artisan", "db:wipe", drops, first},
    {"mix", "ecto.drop", drops, first},
    {"mix", "ecto.reset", drops, first},
    {"mix", "ecto.rollback", takes_back, first},
    {"diesel", "database reset", drops},
    {"diesel", "database drop", drops},
    {"diesel", "migration revert", takes_back},
    {"diesel", "migration redo", takes_back},
    {"sqlx", "database drop", drops},
    {"sqlx", "database reset", drops},
    {"sqlx", "migrate revert", takes_back},
    {"sea-orm-cli", "migrate fresh", drops},
    {"sea-orm-cli", "migrate reset", takes_back},
    {"sea-orm-cli", "migrate refresh", takes_back},
    {"sea-orm-cli", "migrate down", takes_back},
    {"atlas", "schema clean", drops},
    {"atlas", "schema apply", past_migrations},
    {"atlas", "migrate down", takes_back},
    {"sqitch", "revert", takes_back, first},
    {"hasura", "migrate delete", deletes_migration},
    {"dotnet", "ef database drop", drops},
});

/// Options with a value in the next word, which could be taken for a command.
struct Valued {
  std::string_view program;
  std::string_view options;
};
constexpr auto valued = std::to_array<Valued>({
    {"prisma", "--schema --config --name -n --url --from-url --to-url"},
    {"prisma-next", "--config --name"},
    {"drizzle-kit", "--config --dialect --schema --url --out --name"},
    {"supabase", "--workdir --profile --network-id --db-url"},
    {"dbmate", "-e --env -u --url -d --migrations-dir -s --schema-file --wait-timeout"},
    {"goose", "-dir -table -timeout -env"},
    {"migrate", "-path -database -source -prefetch -lock-timeout -ext -dir"},
    {"node-pg-migrate", "-m --migrations-dir -d --database-url-var -t --migrations-table -f --config-file"},
    {"alembic", "-c --config -n --name -x"},
    {"psql",
     "-c -f -d -h -p -U -v -o -L -F -R -T --command --file --dbname --host --port --username --set --output"},
});

/// Programs that are no row of the table.
constexpr std::string_view others = "miglint psql pgcli usql dropdb dropuser pg_restore reset-db";

std::string_view valued_of(std::string_view program) {
  const auto found = std::ranges::find(valued, program, &Valued::program);
  return found == valued.end() ? std::string_view() : found->options;
}

Fields operands_from(const Fields& words) {
  Fields operands = operands_of(words, valued_of(words.front().text));
  std::erase_if(operands, [](const Field& word) { return !word.known && word.text.empty(); });  // $OPTIONS
  return operands;
}

std::vector<std::string_view> parts_of(std::string_view words) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    parts.push_back(words.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

bool has_words(const Fields& operands, const Destructive& row) {
  const std::vector<std::string_view> parts = parts_of(row.words);
  const auto is_part = [](const Field& word, std::string_view part) {  // db:drop and db:drop:all
    return word.text.starts_with(part) &&
           (word.text.size() == part.size() ||
            (part.find(':') != std::string_view::npos && word.text[part.size()] == ':'));
  };
  const auto found = std::ranges::search(operands, parts, is_part);
  if (found.empty()) return false;
  return row.where != Destructive::Where::first || found.begin() == operands.begin();
}

/// Options that only have the tool explain itself. `-h` is psql's host, and a value elsewhere.
bool asks_for_help(const Fields& words) {
  const std::string& program = words.front().text;
  const Fields operands = operands_from(words);
  if (!operands.empty() && operands.front().text == "help") return true;
  const bool short_is_help = !is_in(program, "psql dropdb dropuser pg_restore pgcli usql");
  return has_option(words, "--help --version", valued_of(program)) ||
         (short_is_help && has_option(words, "-h", valued_of(program)));
}

void add_miglint_acts(const Fields& words, std::vector<Act>& acts) {
  constexpr std::string_view with_value =
      "--reason --base --format --output -o --fail-on --config --postgres --color --stdin-filename --choose "
      "--set --due";
  if (has_option(words, "--help -h --version", with_value)) return;
  const Fields operands = operands_of(words, with_value);
  const auto has = [&](std::string_view word) {
    return std::ranges::find(operands, word, &Field::text) != operands.end();
  };
  if (has("accept")) {
    std::string line;
    for (const Field& word : words) line += (line.empty() ? "" : " ") + word.text;
    acts.push_back({.kind = Act::Kind::decide, .text = "This command records a decision: " + line});
  }
  if (has("fix") && has_option(words, "--write", with_value)) {
    acts.push_back({.kind = Act::Kind::decide,
                    .text = "This command rewrites migrations along a path that is the user's to choose"});
  }
  if (has("status") && has_option(words, "--new", with_value)) {
    acts.push_back({.kind = Act::Kind::decide,
                    .text = "This command notes that the user chose a new migration over folding into the "
                            "uncommitted one"});
  }
}

/// psql and its like: the SQL that they are given, a file that they run.
void add_sql_acts(const Run& run, std::vector<Act>& acts) {
  std::string sql = run.input;
  for (const Field& command : values_of(run.words, "-c --command")) sql += ";\n" + command.text;
  if (is_destructive_sql(sql)) {
    acts.push_back({.kind = Act::Kind::ask,
                    .text =
                        "This command changes the schema, or deletes rows, of the database it is pointed at, "
                        "which no migration records."});
  }
  Act file{.kind = Act::Kind::ask, .text = {}, .file = {}, .sources = values_of(run.words, "-f --file")};
  file.sources.insert(file.sources.end(), run.reads.begin(), run.reads.end());
  if (!file.sources.empty()) acts.push_back(std::move(file));
}

void add_table_acts(const Fields& words, std::vector<Act>& acts) {
  const std::string& program = words.front().text;
  const Fields operands = operands_from(words);
  for (const Destructive& row : destructive) {
    if (row.program != program || !has_words(operands, row)) continue;
    acts.push_back(
        {.kind = Act::Kind::ask, .text = fmt::format("{} {} {}.", row.program, row.words, row.does)});
    return;
  }
}

void add_prisma_acts(const Fields& words, std::vector<Act>& acts) {
  const Fields operands = operands_from(words);
  const auto has = [&](std::string_view command) { return has_words(operands, {"prisma", command, ""}); };
  if (has("migrate dev")) acts.push_back({.kind = Act::Kind::new_migration});
  if (has("migrate deploy")) acts.push_back({.kind = Act::Kind::deploy});
  if (operands.size() == 1 &&
      operands.front().text == "migrate")  // of Prisma 8; earlier ones print their help
    acts.push_back({.kind = Act::Kind::ask,
                    .text = "prisma migrate runs the migrations on the database it is pointed at."});
}

}  // namespace

bool is_database_tool(std::string_view program) {
  return is_in(program, others) ||
         std::ranges::find(destructive, program, &Destructive::program) != destructive.end();
}

/// Where the next `;` stands that is in no literal or quoted name.
static std::size_t end_of_statement(std::string_view text, std::size_t at) {
  for (; at < text.size() && text[at] != ';'; ++at) {
    if (text[at] == '\'' || text[at] == '"') at = std::min(text.find(text[at], at + 1), text.size() - 1);
  }
  return std::min(at, text.size());
}

bool is_destructive_sql(std::string_view sql) {
  if (sql.empty()) return false;
  constexpr std::string_view verbs = "drop truncate alter create delete do reassign reindex cluster call";
  const std::string text = normalised(sql);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_statement(text, at);
    std::string_view statement = std::string_view(text).substr(at, end - at);
    statement.remove_prefix(std::min(statement.find_first_not_of(' '), statement.size()));
    const std::string_view verb = statement.substr(0, statement.find(' '));
    if (is_in(verb, verbs)) return true;
    if (verb == "with" && statement.find(" delete from ") != std::string_view::npos) return true;
    at = end + 1;
  }
  return false;
}

void add_tool_acts(const Run& run, std::vector<Act>& acts) {
  const std::string& program = run.words.front().text;
  if (!is_database_tool(program)) return;
  if (program == "miglint") return add_miglint_acts(run.words, acts);
  if (asks_for_help(run.words)) return;
  const bool is_client = program == "heroku" && run.words.size() > 1 && run.words[1].text == "pg:psql";
  if (is_client || is_in(program, "psql pgcli usql")) return add_sql_acts(run, acts);
  if (is_in(program, "dropdb dropuser"))
    acts.push_back({.kind = Act::Kind::ask, .text = program + " drops it for good."});
  if (program == "pg_restore" && has_option(run.words, "-c --clean -C --create"))
    acts.push_back({.kind = Act::Kind::ask,
                    .text = "pg_restore --clean drops what is in the database before it restores."});
  if (program == "prisma") add_prisma_acts(run.words, acts);
  add_table_acts(run.words, acts);
}

}  // namespace miglint::shell
