#include "effect/storage_parameter.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <limits>
#include <optional>

#include "analysis/procedures.hpp"
#include "miglint/read_double.hpp"

namespace miglint {

namespace {

enum class Kind { integer, real, boolean, choice };

/// One parameter, of what has it: `table`, `toast` (a table's, written toast.name), `column`, or an index's
/// access method.
struct Known {
  std::string_view of, name;
  Kind kind;
  double least = 0, most = 0;
  int since = 0, until = 99;  ///< versions
};

constexpr double any = std::numeric_limits<int>::max();
constexpr double billion = 1e9;

constexpr auto known = std::to_array<Known>({
    {"brin", "autosummarize", Kind::boolean},
    {"brin", "pages_per_range", Kind::integer, 1, 131072},
    {"btree", "deduplicate_items", Kind::boolean, 0, 0, 13},
    {"btree", "fillfactor", Kind::integer, 10, 100},
    {"btree", "vacuum_cleanup_index_scale_factor", Kind::real, 0, 1e10, 0, 13},
    {"column", "n_distinct", Kind::real, -1, std::numeric_limits<double>::max()},
    {"column", "n_distinct_inherited", Kind::real, -1, std::numeric_limits<double>::max()},
    {"gin", "fastupdate", Kind::boolean},
    {"gin", "gin_pending_list_limit", Kind::integer, 64, any},
    {"gist", "buffering", Kind::choice},
    {"gist", "fillfactor", Kind::integer, 10, 100},
    {"hash", "fillfactor", Kind::integer, 10, 100},
    {"spgist", "fillfactor", Kind::integer, 10, 100},
    {"table", "autovacuum_analyze_scale_factor", Kind::real, 0, 100},
    {"table", "autovacuum_analyze_threshold", Kind::integer, 0, any},
    {"table", "fillfactor", Kind::integer, 10, 100},
    {"table", "parallel_workers", Kind::integer, 0, 1024},
    {"table", "toast_tuple_target", Kind::integer, 128, 8160},
    {"table", "user_catalog_table", Kind::boolean},
    {"toast", "autovacuum_enabled", Kind::boolean},
    {"toast", "autovacuum_freeze_max_age", Kind::integer, 100000, 2 * billion},
    {"toast", "autovacuum_freeze_min_age", Kind::integer, 0, billion},
    {"toast", "autovacuum_freeze_table_age", Kind::integer, 0, 2 * billion},
    {"toast", "autovacuum_multixact_freeze_max_age", Kind::integer, 10000, 2 * billion},
    {"toast", "autovacuum_multixact_freeze_min_age", Kind::integer, 0, billion},
    {"toast", "autovacuum_multixact_freeze_table_age", Kind::integer, 0, 2 * billion},
    {"toast", "autovacuum_vacuum_cost_delay", Kind::real, 0, 100},
    {"toast", "autovacuum_vacuum_cost_limit", Kind::integer, 1, 10000},
    {"toast", "autovacuum_vacuum_insert_scale_factor", Kind::real, 0, 100, 13},
    {"toast", "autovacuum_vacuum_insert_threshold", Kind::integer, -1, any, 13},
    {"toast", "autovacuum_vacuum_max_threshold", Kind::integer, -1, any, 18},
    {"toast", "autovacuum_vacuum_scale_factor", Kind::real, 0, 100},
    {"toast", "autovacuum_vacuum_threshold", Kind::integer, 0, any},
    {"toast", "log_autovacuum_min_duration", Kind::integer, -1, any},
    {"toast", "vacuum_index_cleanup", Kind::choice},
    {"toast", "vacuum_max_eager_freeze_failure_rate", Kind::real, 0, 1, 18},
    {"toast", "vacuum_truncate", Kind::boolean},
});

bool may_be(const Known& parameter, const std::string& written) {
  std::string value(written);
  std::ranges::transform(value, value.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const bool boolean = is_any_of(value, {"true", "false", "on", "off", "yes", "no", "1", "0", "t", "f"});
  if (parameter.kind == Kind::boolean) return boolean;
  if (parameter.kind == Kind::choice) return boolean || value == "auto";
  const std::optional<double> number = read_double(value);
  if (!number) return !boolean && !value.empty();  // units are read in other ways
  return *number >= parameter.least && *number <= parameter.most;
}

/// A table has those of its TOAST table too.
const Known* find(std::string_view of, std::string_view name, int postgres) {
  const auto found = std::ranges::find_if(known, [&](const Known& parameter) {
    return parameter.name == name && (parameter.of == of || (of == "table" && parameter.of == "toast")) &&
           parameter.since <= postgres && postgres <= parameter.until;
  });
  return found == known.end() ? nullptr : &*found;
}

bool is_valid(Context& context, const StorageParameter& parameter, std::string_view of) {
  const auto refuse = [&](std::string_view sqlstate, std::string reason) {
    always_fails(context, sqlstate, std::move(reason));
    return false;
  };
  std::string_view name = parameter.name;
  const std::string quoted = in_prose(name);
  if (of == "table" && name == "oids")  // WITH (oids = false) is taken for old dumps' sake
    return parameter.value == "false" || parameter.value == "off" || parameter.value == "0" ||
           refuse("0A000", "tables have no OIDs any more");
  if (of == "table" && name.starts_with("toast.")) {
    of = "toast";
    name.remove_prefix(6);
  }
  const Known* found = find(of, name, context.postgres);
  if (found == nullptr && context.postgres > newest_measured) return true;
  if (found == nullptr) return refuse("22023", fmt::format("there is no storage parameter {}", quoted));
  return may_be(*found, parameter.value) ||
         refuse("22023", fmt::format("{} can't be {}", quoted, parameter.value));
}

}  // namespace

bool parameters_are_valid(Context& context, const std::vector<StorageParameter>& parameters,
                          Parameterised what, std::string_view method) {
  if (parameters.empty()) return true;
  if (what == Parameterised::partitioned_table) {
    always_fails(context, context.postgres >= 16 ? "42809" : "22023",
                 "a partitioned table has no storage parameters: its partitions have");
    return false;
  }
  const std::string_view of = what == Parameterised::table    ? "table"
                              : what == Parameterised::column ? "column"
                              : method == "rtree"             ? "gist"
                                                              : method;
  // an extension's access method has its own
  if (std::ranges::find(known, of, &Known::of) == known.end()) return true;
  return std::ranges::all_of(
      parameters, [&](const StorageParameter& parameter) { return is_valid(context, parameter, of); });
}

}  // namespace miglint
