#include <algorithm>
#include <array>

#include "parse/references.hpp"

// Event triggers.

namespace miglint::lower {

/// evtcache.h; login is PostgreSQL 17's.
static bool is_event(std::string_view name) {
  static constexpr auto events = std::to_array<std::string_view>(
      {"ddl_command_end", "ddl_command_start", "login", "sql_drop", "table_rewrite"});
  return std::ranges::binary_search(events, name);
}

/// Of what the cluster shares (cmdtaglist.h); of other tags no more is said than that they are commands.
static void take_tag_flaw(std::string_view written, Context& ctx) {
  static constexpr auto verbs =
      std::to_array<std::string_view>({"ALTER", "COMMENT", "CREATE", "DROP", "GRANT", "IMPORT", "LOGIN",
                                       "REFRESH", "REINDEX", "REVOKE", "SECURITY", "SELECT"});
  std::string tag(written);
  std::ranges::transform(tag, tag.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const std::size_t space = tag.find(' ');
  const std::string_view verb = std::string_view(tag).substr(0, space);
  static constexpr auto others = std::to_array<std::string_view>(
      {"ANALYZE",    "BEGIN",    "CALL",   "CHECKPOINT", "CLOSE",     "CLUSTER", "COMMIT",  "COPY",
       "DEALLOCATE", "DECLARE",  "DELETE", "DISCARD",    "DO",        "EXECUTE", "EXPLAIN", "FETCH",
       "INSERT",     "LISTEN",   "LOAD",   "LOCK",       "MERGE",     "MOVE",    "NOTIFY",  "PREPARE",
       "REASSIGN",   "RELEASE",  "RESET",  "ROLLBACK",   "SAVEPOINT", "SET",     "SHOW",    "START",
       "TRUNCATE",   "UNLISTEN", "UPDATE", "VACUUM"});
  if (std::ranges::binary_search(others, verb)) return;
  if (!std::ranges::binary_search(verbs, verb))
    return ctx.flaw("42601", "there is no command \"" + std::string(written) + '"');
  const std::string_view what = space == std::string::npos ? "" : std::string_view(tag).substr(space + 1);
  const bool makes = verb == "ALTER" || verb == "CREATE" || verb == "DROP";
  if (makes && (what == "DATABASE" || what == "EVENT TRIGGER" || what == "ROLE" || what == "TABLESPACE"))
    ctx.flaw("0A000", "event triggers don't fire for " + tag);
}

/// event_trigger.c, CreateEventTrigger: those that later versions have besides are not refused here.
static void take_event_flaws(const ast::Node& node, Context& ctx) {
  if (!is_event(node.text("eventname")))
    return ctx.flaw("42601", "there is no event \"" + std::string(node.text("eventname")) + '"');
  int tags = 0;
  for (const ast::Node filter : node.list("whenclause")) {
    const std::string_view variable = filter.text("defname");
    if (variable != "tag")
      return ctx.flaw("42601", "event triggers have no filter \"" + std::string(variable) + '"');
    if (++tags > 1) return ctx.flaw("42601", "the filter is written twice");
    for (const ast::Node tag : filter.node("arg").items()) take_tag_flaw(tag.text("sval"), ctx);
  }
}

void lower_create_event_trigger(const ast::Node& node, Context& ctx) {
  take_event_flaws(node, ctx);
  make({.object = reference(ObjectKind::event_trigger, node.text("trigname")),
        .functions = {{.name = qualified(node.list("funcname")), .arguments = std::vector<TypeName>()}}},
       ctx);
}

void lower_alter_event_trigger(const ast::Node& node, Context& ctx) {
  alter({reference(ObjectKind::event_trigger, node.text("trigname"))}, ctx);
}

}  // namespace miglint::lower
