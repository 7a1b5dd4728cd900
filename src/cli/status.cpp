#include <algorithm>
#include <filesystem>
#include <fmt/ostream.h>
#include <fmt/ranges.h>
#include <fstream>
#include <map>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/uncommitted.hpp"
#include "miglint/runner_words.hpp"
#include "report/json_writer.hpp"

namespace miglint {

namespace {

constexpr int asks = 3;  // exit status: there is a question to answer first

/// The newest of all folders' uncommitted migrations, with its folder; null: there is none.
struct Newest {
  const FoundHistory* history = nullptr;
  MigrationInGit migration;
};

Newest newest_uncommitted(const std::vector<FoundHistory>& histories) {
  Newest newest;
  for (const FoundHistory& history : histories) {
    const std::vector<MigrationInGit> found = uncommitted(history);
    if (!found.empty() && (newest.history == nullptr || newest.migration.name < found.back().name))
      newest = {&history, found.back()};
  }
  return newest;
}

void write_migration(JsonWriter& json, const FoundHistory& history, const MigrationInGit& migration) {
  json.open_object();
  json.member("name", migration.name);
  json.member("path", migration.path);
  json.member("migrations_dir", history.migrations_dir);
  json.member("state", to_string(migration.state));
  json.member_or_null("commit", migration.commit ? migration.commit->id : "");
  json.member_or_null("author", migration.commit ? migration.commit->author : "");
  json.member_or_null("date", migration.commit ? migration.commit->date : "");
  json.close_object();
}

void write_json(const std::vector<FoundHistory>& histories, std::ostream& out) {
  JsonWriter json;
  json.open_object();
  json.member("version", 1);
  json.member_or_null("repository", histories.empty()
                                        ? repository_root(std::filesystem::current_path().string())
                                        : histories.front().git->repository);
  json.member_or_null("branch", histories.empty() ? "" : histories.front().git->branch);
  json.member_or_null("base", histories.empty() ? "" : histories.front().git->base);
  json.open_array("migrations");
  std::vector<std::string> names;
  for (const FoundHistory& history : histories) {
    for (const MigrationInGit& migration : history.git->migrations) write_migration(json, history, migration);
    names.insert(names.end(), history.git->uncommitted.begin(), history.git->uncommitted.end());
  }
  json.close_array();
  json.member("uncommitted", names);
  const Newest newest = newest_uncommitted(histories);
  json.member_or_null("question", newest.history == nullptr ? "" : fold_question(newest.migration.name));
  json.close_object();
  json.write_to(out);
}

void print_migration(const MigrationInGit& migration, std::size_t width, std::ostream& out) {
  fmt::print(out, "  {:<{}}  {:<10}", one_line(migration.name), width, to_string(migration.state));
  if (migration.commit)
    fmt::print(out, "  {} {} {}", migration.commit->id.substr(0, 7), migration.commit->date,
               one_line(migration.commit->author));
  fmt::print(out, "\n");
}

bool is_settled(const MigrationInGit& migration) {
  return migration.state == State::on_base || migration.state == State::pushed ||
         migration.state == State::committed;
}

/// "1,000 committed: 998 on origin/main, 2 not pushed" in one line: nothing is to be done about them.
void print_settled(const GitFacts& git, std::ostream& out) {
  std::map<State, std::size_t> counts;
  for (const MigrationInGit& migration : git.migrations)
    counts[migration.state] += is_settled(migration) ? 1 : 0;
  std::vector<std::string> parts;
  const auto add = [&](State state, const std::string& where) {
    if (counts[state] > 0) parts.push_back(fmt::format("{} {}", counts[state], where));
  };
  add(State::on_base, "on " + git.base);
  add(State::pushed, "pushed");
  add(State::committed, "not pushed");
  const std::size_t all = counts[State::on_base] + counts[State::pushed] + counts[State::committed];
  if (all > 0) fmt::print(out, "  {} committed ({}); --verbose lists them\n", all, fmt::join(parts, ", "));
}

void print_history(const FoundHistory& history, bool verbose, std::ostream& out) {
  const GitFacts& git = *history.git;
  fmt::print(out, "{} (branch {}, base {})\n", one_line(history.migrations_dir),
             git.branch.empty() ? "detached HEAD" : git.branch, git.base.empty() ? "none" : git.base);
  std::vector<MigrationInGit> listed = git.migrations;
  if (!verbose) std::erase_if(listed, is_settled);
  if (!verbose) print_settled(git, out);
  std::size_t width = 0;
  for (const MigrationInGit& migration : listed) width = std::max(width, migration.name.size());
  for (const MigrationInGit& migration : listed) print_migration(migration, width, out);
}

void print_question(const Newest& newest, std::ostream& out) {
  const FoundHistory& history = *newest.history;
  fmt::print(out, "\n{}\n\n", fold_question(newest.migration.name));
  fmt::print(out, "  To fold it (miglint fold shows and begins it):\n");
  if (history.layout == Layout::drizzle)
    fmt::print(out, "    npx drizzle-kit drop    # of {}: its entry in meta/_journal.json goes with it\n",
               one_line(newest.migration.name));
  else
    fmt::print(out, "    rm -r {}\n", shell_word(unit_of(history, newest.migration)));
  if (history.layout == Layout::prisma) {
    const PrismaRunner runner = prisma_runner(history.migrations_dir);
    fmt::print(out, "    {}    # wipes the database that DATABASE_URL names\n", runner.line("migrate reset"));
    fmt::print(
        out, "    {}\n",
        runner.line("migrate dev --name " + shell_word(name_without_timestamp(newest.migration.name))));
    fmt::print(out, "  To create a new one:\n    miglint status --new && {}\n",
               runner.line("migrate dev --name <what_it_does>"));
  } else {
    fmt::print(out,
               "    # undo it in your development database, then make one migration with both changes\n");
    const std::string_view make = runner_words(history.layout).make;
    fmt::print(out, "  To create a new one:\n    miglint status --new{}{}\n", make.empty() ? "" : " && ",
               make);
  }
}

void print_histories(const std::vector<FoundHistory>& histories, const Options& options, std::ostream& out) {
  if (histories.empty()) fmt::print(out, "no migrations here\n");
  for (const FoundHistory& history : histories) print_history(history, options.verbose, out);
  const Newest newest = newest_uncommitted(histories);
  if (newest.history == nullptr) return;
  if (options.start_new)
    fmt::print(out, "\nA new migration on top of the uncommitted {}: noted.\n",
               path_in_prose(newest.migration.name));
  else
    print_question(newest, out);
}

}  // namespace

int status(const Options& options) {
  const std::vector<FoundHistory> histories = histories_in_git(options, true);
  for (const Destination& destination : destinations(options)) {
    std::ostringstream text;
    if (destination.format == "json")
      write_json(histories, text);
    else
      print_histories(histories, options, text);
    deliver(destination, destination.format == "json" ? text.str() : several_lines(text.str()));
  }
  const Newest newest = newest_uncommitted(histories);
  if (newest.history == nullptr) return 0;
  if (options.start_new) record_stacking(newest.history->git->git_folder, {newest.migration.name});
  return options.start_new ? 0 : asks;
}

}  // namespace miglint
