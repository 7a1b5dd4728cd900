#include "effect/system_catalog.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <type_traits>

namespace miglint {

/// Those of every version.
static bool is_system_catalog(std::string_view name) {
  static constexpr auto catalogs = std::to_array<std::string_view>(
      {"pg_aggregate",    "pg_am",         "pg_amop",          "pg_amproc",
       "pg_attrdef",      "pg_attribute",  "pg_auth_members",  "pg_authid",
       "pg_cast",         "pg_class",      "pg_collation",     "pg_constraint",
       "pg_conversion",   "pg_database",   "pg_default_acl",   "pg_depend",
       "pg_description",  "pg_enum",       "pg_event_trigger", "pg_extension",
       "pg_index",        "pg_inherits",   "pg_language",      "pg_namespace",
       "pg_opclass",      "pg_operator",   "pg_opfamily",      "pg_partitioned_table",
       "pg_policy",       "pg_proc",       "pg_publication",   "pg_range",
       "pg_rewrite",      "pg_sequence",   "pg_shdepend",      "pg_statistic",
       "pg_subscription", "pg_tablespace", "pg_trigger",       "pg_ts_config",
       "pg_ts_dict",      "pg_type"});
  return std::ranges::find(catalogs, name) != catalogs.end();
}

/// What reads rows, writes them, locks or measures them does not alter their table.
template <class T>
constexpr bool alters =
    !std::is_same_v<T, Insert> && !std::is_same_v<T, Update> && !std::is_same_v<T, Delete> &&
    !std::is_same_v<T, CopyRows> && !std::is_same_v<T, LockTable> && !std::is_same_v<T, Maintenance>;

template <class T>
constexpr bool renames = std::is_same_v<T, RenameObject> || std::is_same_v<T, SetSchema>;

static bool has_columns(ObjectKind kind) {
  return kind == ObjectKind::table || kind == ObjectKind::foreign_table || kind == ObjectKind::view;
}

void spare_system_catalogs(Context& context, const Change& change) {
  if (context.catalog.settings.contains("allow_system_table_mods")) return;
  const auto refuse = [&](const RelationName& name) {
    always_fails(context, "42501", fmt::format("{} is a system catalog", in_prose(name)));
  };
  const auto spare = [&](const RelationName& written) {
    if (!is_system_catalog(written.name)) return;
    if (resolve(context, written).schema == "pg_catalog") refuse(written);
  };
  std::visit(
      [&](const auto& known) {
        using T = std::decay_t<decltype(known)>;
        if constexpr (std::is_same_v<T, CreateTable>) {
          if (known.table.schema == "pg_catalog") refuse(known.table);
        } else if constexpr (std::is_same_v<T, CreateView>) {
          if (known.view.schema == "pg_catalog" && !known.or_replace) refuse(known.view);
        } else if constexpr (std::is_same_v<T, CreateSequence>) {
          if (known.sequence.schema == "pg_catalog") refuse(known.sequence);
        } else if constexpr (renames<T>) {
          if (has_columns(known.kind)) spare(known.name);
        } else if constexpr (alters<T> && requires { spare(known.table); }) {
          spare(known.table);
        }
      },
      static_cast<const AnyChange&>(change));
}

}  // namespace miglint
