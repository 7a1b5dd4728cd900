#include "analysis/procedures.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace miglint {

namespace {

// Longer than what every compiler has to take_cell; ours do.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings"
constexpr std::string_view procedure_text =
#include "analysis/builtin_procedures.inc"
    ;
constexpr std::string_view output_text =
#include "analysis/builtin_outputs.inc"
    ;
constexpr std::string_view operator_text =
#include "analysis/builtin_operators.inc"
    ;
#pragma GCC diagnostic pop

/// Takes what stands before the delimiter off the front.
std::string_view take_cell(std::string_view& text, char delimiter) {
  const std::size_t end = std::min(text.find(delimiter), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

/// The lines whose first cell is the name. They are sorted by it, byte by byte, as the script writes them.
std::vector<std::string_view> lines_named(std::string_view text, std::string_view name) {
  const auto line_start = [&](std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
  };
  const auto name_at = [&](std::size_t at) { return text.substr(at, text.find(';', at) - at); };
  std::size_t first = 0, last = text.size();
  while (first < last) {
    const std::size_t middle = line_start(first + (last - first) / 2);
    if (name_at(middle) < name) {
      first = text.find('\n', middle) + 1;
    } else {
      last = middle;
    }
  }
  std::vector<std::string_view> found;
  std::string_view rest = text.substr(first);
  while (!rest.empty() && rest.substr(0, rest.find(';')) == name) found.push_back(take_cell(rest, '\n'));
  return found;
}

std::vector<TypeId> types_in(std::string_view words) {
  std::vector<TypeId> types;
  while (!words.empty()) types.push_back(type_id(take_cell(words, ' ')));
  return types;
}

bool is_true(std::string_view cell) { return cell == "t"; }

Procedure procedure(std::string_view line) {
  take_cell(line, ';');
  Procedure read{.arguments = types_in(take_cell(line, ';'))};
  read.result = type_id(take_cell(line, ';'));
  read.kind = take_cell(line, ';').front();
  read.volatility = take_cell(line, ';').front();
  read.returns_set = is_true(take_cell(line, ';'));
  read.variadic = is_true(take_cell(line, ';'));
  read.defaults = take_cell(line, ';').front() - '0';
  return read;
}

Operator operation(std::string_view line) {
  take_cell(line, ';');
  Operator read;
  const std::string_view left = take_cell(line, ';');
  if (!left.empty()) read.left = type_id(left);
  read.right = type_id(take_cell(line, ';'));
  read.result = type_id(take_cell(line, ';'));
  read.volatility = take_cell(line, ';').front();
  return read;
}

/// What was read of a name is kept: the same few are asked for again and again.
template <class Row, class Read>
const std::vector<Row>& read_once(std::string_view text, std::string_view name, const Read& read) {
  static thread_local std::unordered_map<std::string, std::vector<Row>> known;
  const auto [entry, is_new] = known.try_emplace(std::string(name));
  if (is_new)
    for (const std::string_view line : lines_named(text, name)) entry->second.push_back(read(line));
  return entry->second;
}

/// Names that came, or got another signature, after the tables' version; from servers of 16 to 18.
struct LaterProcedure {
  std::string_view name;
  int since;
};
constexpr auto later = std::to_array<LaterProcedure>({
    {"any_value", 16},
    {"array_reverse", 18},
    {"array_sample", 16},
    {"array_shuffle", 16},
    {"array_sort", 18},
    {"bytea", 18},
    {"casefold", 18},
    {"crc32", 18},
    {"crc32c", 18},
    {"date_add", 16},
    {"date_subtract", 16},
    {"erf", 16},
    {"erfc", 16},
    {"gamma", 18},
    {"generate_series", 16},
    {"has_largeobject_privilege", 18},
    {"icu_unicode_version", 17},
    {"int2", 18},
    {"int4", 18},
    {"int8", 18},
    {"json_agg_strict", 16},
    {"json_object_agg_strict", 16},
    {"json_object_agg_unique", 16},
    {"json_object_agg_unique_strict", 16},
    {"json_strip_nulls", 18},
    {"jsonb_agg_strict", 16},
    {"jsonb_object_agg_strict", 16},
    {"jsonb_object_agg_unique", 16},
    {"jsonb_object_agg_unique_strict", 16},
    {"jsonb_populate_record_valid", 17},
    {"jsonb_strip_nulls", 18},
    {"lgamma", 18},
    {"max", 18},
    {"min", 18},
    {"pg_available_wal_summaries", 17},
    {"pg_basetype", 17},
    {"pg_clear_attribute_stats", 18},
    {"pg_clear_relation_stats", 18},
    {"pg_column_toast_chunk_id", 17},
    {"pg_get_acl", 18},
    {"pg_get_aios", 18},
    {"pg_get_loaded_modules", 18},
    {"pg_get_sequence_data", 18},
    {"pg_get_shmem_allocations_numa", 18},
    {"pg_get_wait_events", 17},
    {"pg_get_wal_summarizer_state", 17},
    {"pg_input_error_info", 16},
    {"pg_input_is_valid", 16},
    {"pg_log_standby_snapshot", 16},
    {"pg_ls_summariesdir", 18},
    {"pg_numa_available", 18},
    {"pg_restore_attribute_stats", 18},
    {"pg_restore_relation_stats", 18},
    {"pg_split_walfile_name", 16},
    {"pg_stat_reset_backend_stats", 18},
    {"pg_sync_replication_slots", 17},
    {"pg_timezone_abbrevs_abbrevs", 18},
    {"pg_timezone_abbrevs_zone", 18},
    {"pg_wal_summary_contents", 17},
    {"random", 17},
    {"random_normal", 16},
    {"reverse", 18},
    {"system_user", 16},
    {"timezone", 17},
    {"to_bin", 17},
    {"to_oct", 17},
    {"to_regtypemod", 17},
    {"unicode_assigned", 17},
    {"unicode_version", 17},
    {"uuid_extract_timestamp", 17},
    {"uuid_extract_version", 17},
    {"uuidv4", 18},
    {"uuidv7", 18},
    {"xmltext", 17},
});

}  // namespace

bool is_builtin_procedure(std::string_view name) { return !builtin_procedures(name).empty(); }

const std::vector<Procedure>& builtin_procedures(std::string_view name) {
  return read_once<Procedure>(procedure_text, name, procedure);
}

bool is_later_procedure(std::string_view name, int postgres) {
  const auto found = std::ranges::lower_bound(later, name, {}, &LaterProcedure::name);
  if (found != later.end() && found->name == name) return found->since <= postgres;
  return postgres > 15 && name.starts_with("pg_");
}

std::vector<OutputColumn> builtin_outputs(std::string_view name, std::span<const TypeId> arguments) {
  std::vector<OutputColumn> columns;
  for (std::string_view line : lines_named(output_text, name)) {
    take_cell(line, ';');
    if (!std::ranges::equal(types_in(take_cell(line, ';')), arguments)) continue;
    while (!line.empty()) {
      std::string_view column = take_cell(line, ',');
      const std::string_view column_name = take_cell(column, ' ');
      columns.push_back({.name = column_name, .type = type_id(column)});
    }
  }
  return columns;
}

const std::vector<Operator>& builtin_operators(std::string_view name) {
  return read_once<Operator>(operator_text, name, operation);
}

}  // namespace miglint
