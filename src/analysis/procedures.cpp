#include "analysis/procedures.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace miglint {

namespace {

// Longer than what every compiler has to take; ours do.
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
std::string_view take(std::string_view& text, char delimiter) {
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
  while (!rest.empty() && rest.substr(0, rest.find(';')) == name) found.push_back(take(rest, '\n'));
  return found;
}

std::vector<TypeId> types_in(std::string_view words) {
  std::vector<TypeId> types;
  while (!words.empty()) types.push_back(type_id(take(words, ' ')));
  return types;
}

bool is_true(std::string_view cell) { return cell == "t"; }

Procedure procedure(std::string_view line) {
  take(line, ';');
  Procedure read{.arguments = types_in(take(line, ';'))};
  read.result = type_id(take(line, ';'));
  read.kind = take(line, ';').front();
  read.volatility = take(line, ';').front();
  read.returns_set = is_true(take(line, ';'));
  read.variadic = is_true(take(line, ';'));
  read.defaults = take(line, ';').front() - '0';
  return read;
}

Operator operation(std::string_view line) {
  take(line, ';');
  Operator read;
  const std::string_view left = take(line, ';');
  if (!left.empty()) read.left = type_id(left);
  read.right = type_id(take(line, ';'));
  read.result = type_id(take(line, ';'));
  read.volatility = take(line, ';').front();
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

// From a server of version 18.
constexpr auto later = std::to_array<std::string_view>({
    "any_value",
    "array_reverse",
    "array_sample",
    "array_shuffle",
    "array_sort",
    "bytea",
    "casefold",
    "crc32",
    "crc32c",
    "date_add",
    "date_subtract",
    "erf",
    "erfc",
    "gamma",
    "generate_series",
    "has_largeobject_privilege",
    "icu_unicode_version",
    "int2",
    "int4",
    "int8",
    "json_agg_strict",
    "json_object_agg_strict",
    "json_object_agg_unique",
    "json_object_agg_unique_strict",
    "json_strip_nulls",
    "jsonb_agg_strict",
    "jsonb_object_agg_strict",
    "jsonb_object_agg_unique",
    "jsonb_object_agg_unique_strict",
    "jsonb_populate_record_valid",
    "jsonb_strip_nulls",
    "lgamma",
    "max",
    "min",
    "random",
    "random_normal",
    "reverse",
    "system_user",
    "timezone",
    "to_bin",
    "to_oct",
    "to_regtypemod",
    "unicode_assigned",
    "unicode_version",
    "uuid_extract_timestamp",
    "uuid_extract_version",
    "uuidv4",
    "uuidv7",
    "xmltext",
});

}  // namespace

bool is_builtin_procedure(std::string_view name) { return !builtin_procedures(name).empty(); }

const std::vector<Procedure>& builtin_procedures(std::string_view name) {
  return read_once<Procedure>(procedure_text, name, procedure);
}

bool is_later_procedure(std::string_view name) {
  return std::ranges::binary_search(later, name) || name.starts_with("pg_");
}

std::vector<OutputColumn> builtin_outputs(std::string_view name, std::span<const TypeId> arguments) {
  std::vector<OutputColumn> columns;
  for (std::string_view line : lines_named(output_text, name)) {
    take(line, ';');
    if (!std::ranges::equal(types_in(take(line, ';')), arguments)) continue;
    while (!line.empty()) {
      std::string_view column = take(line, ',');
      const std::string_view column_name = take(column, ' ');
      columns.push_back({.name = column_name, .type = type_id(column)});
    }
  }
  return columns;
}

const std::vector<Operator>& builtin_operators(std::string_view name) {
  return read_once<Operator>(operator_text, name, operation);
}

}  // namespace miglint
