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
