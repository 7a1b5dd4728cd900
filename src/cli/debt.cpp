// miglint debt: what earlier releases left to do.

#include <fmt/ostream.h>
#include <set>

#include "cli/commands.hpp"
#include "cli/follow_up.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"
#include "miglint/characters.hpp"
#include "report/json_writer.hpp"

namespace miglint {

namespace {

/// A constraint that holds for new rows only, or an index that a failed build may have left INVALID.
struct Unfinished {
  std::string table;
  std::string name;
  std::string since;  ///< the migration that made it
  std::string sql;
};

struct Debt {
  std::string migrations_dir;
  std::vector<FollowUp> follow_ups;
  std::vector<Unfinished> unvalidated;
};

std::string migration_of(const History& history, const Origin& origin) {
  return origin.known() ? history.migrations[static_cast<std::size_t>(origin.migration)].source.name
                        : std::string();
}

std::vector<Unfinished> unvalidated(const History& history, int postgres) {
  std::vector<Unfinished> found;
  const Catalog catalog = end_of(history, postgres);
  for (const auto& [name, table] : catalog.tables) {
    for (const Constraint& constraint : table.constraints) {
      if (constraint.validated || !constraint.enforced || constraint.inherited) continue;
      const bool in_public = name.schema == "public" || name.schema.empty();
      const std::string quoted = in_public ? quote(name.name) : quote(name);
      found.push_back(
          {.table = in_public ? name.name : to_string(name),
           .name = constraint.name,
           .since = migration_of(history, constraint.origin),
           .sql = fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {};", quoted, quote(constraint.name))});
    }
  }
  return found;
}

std::vector<Debt> debts_of(const Loaded& loaded) {
  std::vector<Debt> debts;
  std::set<std::string> told;  // folders of follow-ups: several histories may share one
  for (const Project& project : loaded.projects) {
    for (const History& history : project.histories) {
      const std::string folder = follow_up_folder(project.config, history.migrations_dir);
      debts.push_back(
          {.migrations_dir = history.migrations_dir,
           .follow_ups = told.insert(folder).second ? follow_ups(folder) : std::vector<FollowUp>{},
           .unvalidated = unvalidated(history, project.config_of(history).postgres)});
    }
  }
  return debts;
}

void write_text(const std::vector<Debt>& debts, std::ostream& out) {
  bool any = false;
  for (const Debt& debt : debts) {
    for (const FollowUp& one : debt.follow_ups)
      fmt::print(out, "later: {}\n  not before {}\n  then: miglint fix --due {} --write\n", one.path,
                 one_line(one.after), shell_word(one.name));
    for (const Unfinished& one : debt.unvalidated)
      fmt::print(out, "not validated: {} of {}{}\n  {}\n", in_prose(one.name), in_prose(one.table),
                 one.since.empty() ? "" : ", since " + in_prose(one.since), one_line(one.sql));
    any |= !debt.follow_ups.empty() || !debt.unvalidated.empty();
  }
  if (!any) fmt::print(out, "Nothing is left to do.\n");
}

void write_json(const std::vector<Debt>& debts, std::ostream& out) {
  JsonWriter json;
  json.open_object();
  json.member("version", 1);
  json.open_array("later");
  for (const Debt& debt : debts) {
    for (const FollowUp& one : debt.follow_ups) {
      json.open_object();
      json.member("name", one.name);
      json.member("path", one.path);
      json.member("after", one.after);
      json.member("sql", one.sql);
      json.close_object();
    }
  }
  json.close_array();
  json.open_array("not_validated");
  for (const Debt& debt : debts) {
    for (const Unfinished& one : debt.unvalidated) {
      json.open_object();
      json.member("migrations_dir", debt.migrations_dir);
      json.member("table", one.table);
      json.member("name", one.name);
      json.member_or_null("since", one.since);
      json.member("sql", one.sql);
      json.close_object();
    }
  }
  json.close_array();
  json.close_object();
  json.write_to(out);
}

}  // namespace

int debt(const Options& options) {
  const Loaded loaded = load(options, true);
  for (const FileError& error : loaded.errors) print_error(fmt::format("{}: {}", error.path, error.message));
  const std::vector<Debt> debts = debts_of(loaded);
  for (const Destination& destination : destinations(options)) {
    deliver(destination,
            [&](std::ostream& out) { (destination.format == "json" ? write_json : write_text)(debts, out); });
  }
  return loaded.errors.empty() ? 0 : 2;
}

}  // namespace miglint
