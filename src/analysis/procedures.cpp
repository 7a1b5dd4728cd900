#include "analysis/procedures.hpp"

#include <utility>

namespace miglint {

namespace {

struct ProcedureRow {
  std::string_view name, arguments, result;
  char kind, volatility;
  bool returns_set, variadic;
  int defaults;
};
// Sorted by name, as the script writes them.
consteval auto procedure_rows() {
  return std::to_array<ProcedureRow>({
#include "analysis/builtin_procedures.inc"
  });
}
constexpr std::size_t procedure_count = procedure_rows().size();

/// Calls `visit` for each word.
template <class Visit>
constexpr void each_word(std::string_view text, const Visit& visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

constexpr std::size_t argument_count = [] {
  std::size_t count = 0;
  for (const ProcedureRow& row : procedure_rows())
    each_word(row.arguments, [&](std::string_view) { ++count; });
  return count;
}();
constexpr std::size_t name_text_size = [] {
  std::size_t size = 0;
  std::string_view previous;
  for (const ProcedureRow& row : procedure_rows())
    if (row.name != std::exchange(previous, row.name)) size += row.name.size();
  return size;
}();
static_assert(name_text_size <= UINT16_MAX && argument_count <= UINT16_MAX);

// The rows as places in one text: a pointer each would be many pages that the loader has to relocate at every
// start.
struct PackedProcedure {
  std::uint16_t name, first_argument;
  std::uint8_t name_length, arguments;
  TypeId result;
  char kind, volatility;
  std::uint8_t flags, defaults;
};
constexpr std::uint8_t returns_set = 1, variadic = 2;

struct PackedProcedures {
  std::array<PackedProcedure, procedure_count> rows{};
  std::array<TypeId, argument_count> arguments{};
  std::array<char, name_text_size> text{};

  constexpr std::string_view name(const PackedProcedure& row) const {
    return {text.data() + row.name, row.name_length};
  }
};
constexpr PackedProcedures procedures = [] {
  PackedProcedures packed;
  std::size_t text_used = 0, arguments_used = 0;
  std::string_view previous;
  std::size_t name = 0, at = 0;
  for (const ProcedureRow& row : procedure_rows()) {
    if (row.name != std::exchange(previous, row.name)) {
      name = text_used;
      std::ranges::copy(row.name, packed.text.begin() + static_cast<std::ptrdiff_t>(text_used));
      text_used += row.name.size();
    }
    const std::size_t first = arguments_used;
    each_word(row.arguments,
              [&](std::string_view type) { packed.arguments[arguments_used++] = type_id(type); });
    packed.rows[at++] = {
        static_cast<std::uint16_t>(name),
        static_cast<std::uint16_t>(first),
        static_cast<std::uint8_t>(row.name.size()),
        static_cast<std::uint8_t>(arguments_used - first),
        type_id(row.result),
        row.kind,
        row.volatility,
        static_cast<std::uint8_t>((row.returns_set ? returns_set : 0) | (row.variadic ? variadic : 0)),
        static_cast<std::uint8_t>(row.defaults)};
  }
  return packed;
}();

struct OperatorRow {
  std::string_view name, left, right, result;
  char volatility;
};
consteval auto operator_rows() {
  return std::to_array<OperatorRow>({
#include "analysis/builtin_operators.inc"
  });
}
constexpr std::size_t operator_count = operator_rows().size();

struct NamedOperators {
  std::array<Operator, operator_count> rows{};
  std::array<std::array<char, 4>, operator_count> names{};  ///< none is longer

  constexpr std::string_view name(std::size_t at) const {
    const auto& text = names[at];
    return {text.data(), static_cast<std::size_t>(std::ranges::find(text, '\0') - text.begin())};
  }
};
constexpr NamedOperators operators = [] {
  NamedOperators packed;
  std::size_t at = 0;
  for (const OperatorRow& row : operator_rows()) {
    std::ranges::copy(row.name, packed.names[at].begin());
    packed.rows[at++] = {row.left.empty() ? no_type : type_id(row.left), type_id(row.right),
                         type_id(row.result), row.volatility};
  }
  return packed;
}();

struct OutputRow {
  std::string_view name, arguments, columns;
};
constexpr OutputRow output_rows[] = {
#include "analysis/builtin_outputs.inc"
};

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

auto rows_named(std::string_view name) {
  return std::ranges::equal_range(procedures.rows, name, {},
                                  [](const PackedProcedure& row) { return procedures.name(row); });
}

}  // namespace

bool is_builtin_procedure(std::string_view name) { return !rows_named(name).empty(); }

std::vector<Procedure> builtin_procedures(std::string_view name) {
  std::vector<Procedure> found;
  for (const PackedProcedure& row : rows_named(name))
    found.push_back({.arguments = {procedures.arguments.data() + row.first_argument, row.arguments},
                     .result = row.result,
                     .kind = row.kind,
                     .volatility = row.volatility,
                     .returns_set = (row.flags & returns_set) != 0,
                     .variadic = (row.flags & variadic) != 0,
                     .defaults = row.defaults});
  return found;
}

bool is_later_procedure(std::string_view name) {
  return std::ranges::binary_search(later, name) || name.starts_with("pg_");
}

std::vector<OutputColumn> builtin_outputs(std::string_view name, std::span<const TypeId> arguments) {
  std::vector<OutputColumn> columns;
  for (const OutputRow& row : std::ranges::equal_range(output_rows, name, {}, &OutputRow::name)) {
    std::vector<TypeId> types;
    each_word(row.arguments, [&](std::string_view type) { types.push_back(type_id(type)); });
    if (!std::ranges::equal(types, arguments)) continue;
    for (std::string_view rest = row.columns; !rest.empty();) {
      const std::string_view column = rest.substr(0, std::min(rest.find(','), rest.size()));
      const std::size_t space = column.find(' ');
      columns.push_back({.name = column.substr(0, space), .type = type_id(column.substr(space + 1))});
      rest.remove_prefix(std::min(column.size() + 1, rest.size()));
    }
  }
  return columns;
}

std::span<const Operator> builtin_operators(std::string_view name) {
  std::size_t first = 0, count = operator_count;
  while (count > 0) {  // the first that is not before
    const std::size_t half = count / 2;
    if (operators.name(first + half) < name) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  std::size_t last = first;
  while (last < operator_count && operators.name(last) == name) ++last;
  return {operators.rows.data() + first, last - first};
}

}  // namespace miglint
