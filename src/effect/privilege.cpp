// GRANT and REVOKE, ALTER … OWNER TO (aclchk.c).

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "catalog/objects.hpp"
#include "effect/changes.hpp"
#include "effect/presence.hpp"
#include "effect/registered_object.hpp"

namespace miglint {

// ---- Which privileges a kind of object has --------------------------------------------------------------

using Privileges = std::vector<std::string_view>;

static bool has(const Privileges& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Empty: not known.
static Privileges privileges_of(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::table:  // USAGE: the name may be a sequence's
      return {"select", "insert", "update", "delete", "truncate", "references", "trigger", "maintain"};
    case ObjectKind::sequence:
      return {"select", "update", "usage"};
    case ObjectKind::schema:
      return {"usage", "create"};
    case ObjectKind::function:
    case ObjectKind::procedure:
      return {"execute"};
    case ObjectKind::type:
    case ObjectKind::domain:
    case ObjectKind::foreign_data_wrapper:
    case ObjectKind::server:
    case ObjectKind::language:
      return {"usage"};
    case ObjectKind::database:
      return {"create", "connect", "temporary", "temp"};
    default:
      return {};
  }
}

/// PostgreSQL knows the word at all.
static bool is_privilege(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"alter system", "connect", "create", "delete", "execute", "insert", "maintain", "references", "select",
       "set", "temp", "temporary", "trigger", "truncate", "update", "usage"});
  return std::ranges::binary_search(words, word);
}

static bool have(Context& context, std::string_view what, const Privileges& fitting,
                 const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (has(fitting, word)) continue;
    if (is_privilege(word))
      always_fails(context, "0LP01", fmt::format("{} has no privilege {}", what, word));
    else
      always_fails(context, "42601", fmt::format("there is no privilege {}", in_prose(word)));
    return false;
  }
  return true;
}

static bool are_privileges(Context& context, const Grant& change) {
  Privileges fitting = privileges_of(change.kind);
  if (fitting.empty()) return true;
  const bool maybe_sequence = change.kind == ObjectKind::table && !change.all_in_schema &&
                              relkind(context, change.name) != Relkind::table;
  if (maybe_sequence) fitting.push_back("usage");
  static const Privileges of_columns = {"select", "insert", "update", "references"};
  return have(context, "such an object", fitting, change.privileges) &&
         have(context, "a column", of_columns, change.column_privileges);
}

// ---- On what --------------------------------------------------------------------------------------------

static bool relation_is_there_to_grant(Context& context, const Grant& change) {
  if (change.kind == ObjectKind::sequence) return is_relation_of(context, change.name, {Relkind::sequence});
  return is_relation_of(context, change.name,
                        {Relkind::table, Relkind::view, Relkind::materialized_view, Relkind::sequence});
}

static bool is_there_to_grant(Context& context, const Grant& change) {
  if (change.kind == ObjectKind::table || change.kind == ObjectKind::sequence)
    return relation_is_there_to_grant(context, change);
  if (is_registered(change.kind))
    return registered_is_there(context, {.kind = change.kind, .name = change.name});
  return object_is_there(context, {change.kind, change.routine, change.name, change.arguments});
}

static bool role_is_there(Context& context, const std::string& role) {
  return role.empty() || registered_is_there(context, {.kind = ObjectKind::role, .name = {{}, role}});
}

void apply(Context& context, const Grant& change) {
  const bool in_schema = change.all_in_schema || change.name.empty();
  if (in_schema && !schema_is_there(context, change.name.name)) return;
  if (!in_schema && !is_there_to_grant(context, change)) return;
  for (const std::string& role : change.roles)
    if (!role_is_there(context, role)) return;
  if (!are_privileges(context, change)) return;
  for (const std::string& column : change.columns)
    if (!failed(context)) column_is_there(context, change.name, column);
}

// ---- Owners ---------------------------------------------------------------------------------------------

void apply(Context& context, const ChangeOwner& change) {
  if (!role_is_there(context, change.role)) return;
  if (is_registered(change.kind))
    registered_is_there(context, reference_of(change));
  else
    object_is_there(context, {change.kind, change.routine, change.name, change.arguments});
}

}  // namespace miglint
