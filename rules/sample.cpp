#include "sample.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

#include "path_steps.hpp"
#include "truth.hpp"

namespace miglint {

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// A label that the enum keeps, and that can be used: one of this migration's own is not before it commits.
std::string usable_label(const Step& step, const Enum& type) {
  const bool is_new = step.before.is_new(type.origin);
  for (const std::string& label : type.labels) {
    const auto origin = type.label_origins.find(label);
    if (is_new || origin == type.label_origins.end() || !step.before.is_new(origin->second)) return label;
  }
  return type.labels.front();
}

std::string plain_literal(const Step& step, const TypeName& type) {
  static constexpr auto samples = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"bit", "B'0'"},
      {"bool", "false"},
      {"box", "'(0,0),(0,0)'"},
      {"cidr", "'0.0.0.0/32'"},
      {"circle", "'<(0,0),0>'"},
      {"date", "CURRENT_DATE"},
      {"daterange", "'empty'"},
      {"datemultirange", "'{}'"},
      {"float4", "0"},
      {"float8", "0"},
      {"inet", "'0.0.0.0'"},
      {"int2", "0"},
      {"int4", "0"},
      {"int4multirange", "'{}'"},
      {"int4range", "'empty'"},
      {"int8", "0"},
      {"int8multirange", "'{}'"},
      {"int8range", "'empty'"},
      {"interval", "'0'"},
      {"json", "'{}'"},
      {"jsonb", "'{}'"},
      {"line", "'{1,0,0}'"},
      {"lseg", "'((0,0),(0,0))'"},
      {"macaddr", "'00:00:00:00:00:00'"},
      {"macaddr8", "'00:00:00:00:00:00:00:00'"},
      {"money", "0"},
      {"numeric", "0"},
      {"nummultirange", "'{}'"},
      {"numrange", "'empty'"},
      {"oid", "0"},
      {"path", "'((0,0))'"},
      {"point", "'(0,0)'"},
      {"polygon", "'((0,0))'"},
      {"time", "'00:00'"},
      {"timestamp", "CURRENT_TIMESTAMP"},
      {"timestamptz", "CURRENT_TIMESTAMP"},
      {"timetz", "'00:00+00'"},
      {"tsmultirange", "'{}'"},
      {"tsrange", "'empty'"},
      {"tstzmultirange", "'{}'"},
      {"tstzrange", "'empty'"},
      {"uuid", "gen_random_uuid()"},
  });
  if (type.array_dimensions > 0) return "'{}'";
  if (const Enum* labels = step.before.enumeration(type); labels && !labels->labels.empty())
    return quote_literal(usable_label(step, *labels));
  if (type.name == "bit" && !type.modifiers.empty()) {
    int bits = 1;
    const std::string& written = type.modifiers.front();
    std::from_chars(written.data(), written.data() + written.size(), bits);
    return "B'" + std::string(static_cast<std::size_t>(bits), '0') + "'";
  }
  const auto found =
      std::ranges::find(samples, std::string_view(type.name), [](const auto& entry) { return entry.first; });
  return std::string(found == samples.end() ? "''" : found->second);
}

/// What may satisfy a condition: the constants in it, their neighbours, and words of the lengths it names.
std::vector<std::string> candidates(const std::vector<Expression>& checks, const TypeName& type) {
  std::vector<std::string> literals;
  const bool number = is_number(type);
  for (const Expression& check : checks) {
    walk(check, [&](const Expression& part) {
      if (!part.is_constant()) return;
      long long value = 0;
      const auto [end, error] =
          std::from_chars(part.value.data(), part.value.data() + part.value.size(), value);
      const bool whole = error == std::errc{} && end == part.value.data() + part.value.size();
      if (!number) literals.push_back(quote_literal(part.value));
      if (!whole) return;
      for (const long long near : {value, value + 1, value - 1}) {
        if (number)
          literals.push_back(std::to_string(near));
        else if (near > 0 && near <= 1000)
          literals.push_back(quote_literal(std::string(static_cast<std::size_t>(near), 'x')));
      }
    });
  }
  return literals;
}

std::vector<std::string> others_of(const std::vector<std::string>& columns, std::string_view column) {
  std::vector<std::string> others;
  std::ranges::copy_if(columns, std::back_inserter(others),
                       [&](const std::string& name) { return name != column; });
  return others;
}

/// The column is in the table by the time the statement at hand has run.
bool is_there(const Step& step, const RelationName& table, const std::string& column) {
  if (step.before.column(table, column)) return true;
  return std::ranges::any_of(step.statement.changes, [&](const StatementChange& part) {
    const auto* add = std::get_if<AddColumn>(&part.change);
    return add && add->column.name == column;
  });
}

/// Another column of the key is new as well, and takes it upon itself to differ.
bool another_differs(const Step& step, const RelationName& table, std::string_view column,
                     const KeyDemand& key) {
  return std::ranges::any_of(key.columns, [&](const std::string& name) {
    if (name == column || step.before.column(table, name)) return false;
    const bool refers = !demands_on(step, table, name).references.empty();
    const bool self_refers = !demands_on(step, table, column).references.empty();
    return !refers && (self_refers || name < column);
  });
}

/// The table keeps rows apart by the key's other columns alone.
bool others_differ(const Step& step, const RelationName& table, const std::vector<std::string>& others) {
  const Table* found = step.before.table(table);
  if (!found || others.empty()) return false;
  return std::ranges::any_of(found->indexes, [&](const Index& index) {
    const std::vector<std::string> columns = index.columns();
    return index.unique && !index.where && std::ranges::all_of(columns, [&](const std::string& name) {
             const Column* column = found->column(name);
             return std::ranges::find(others, name) != others.end() && column && column->not_null;
           });
  });
}

/// The columns within whose groups the column must differ; nothing: it need not.
std::optional<std::vector<std::string>> groups(const Step& step, const RelationName& table,
                                               std::string_view column, const Demands& demands) {
  std::optional<std::vector<std::string>> narrowest;
  for (const KeyDemand& key : demands.keys) {
    std::vector<std::string> others = others_of(key.columns, column);
    if (another_differs(step, table, column, key) || others_differ(step, table, others)) continue;
    std::erase_if(others, [&](const std::string& name) { return !is_there(step, table, name); });
    if (!narrowest || others.size() < narrowest->size()) narrowest = std::move(others);
  }
  return narrowest;
}

std::string partition_by(const std::vector<std::string>& group, const Step& step) {
  return group.empty() ? "" : fmt::format("PARTITION BY {} ", columns(group, step));
}

struct Subject {
  const Step& step;
  const RelationName& table;
  std::string_view column;
  const TypeName& type;
};

/// The row's own key as text, where it is one column and short enough.
std::optional<std::string> own_key(const Subject& subject) {
  const std::vector<std::string> key = row_key(subject.step, subject.table);
  if (key.size() != 1 || key.front() == subject.column) return std::nullopt;
  const Column* column = subject.step.before.column(subject.table, key.front());
  if (!column) return std::nullopt;
  const std::string name = column_of(qualifier(subject.table, subject.step), key.front(), subject.step);
  if (is_integer(subject.type) && is_integer(column->type) && subject.type.name >= column->type.name)
    return name;
  if (!is_text(subject.type)) return std::nullopt;
  const int longest = is_integer(column->type)          ? 20
                      : column->type.name == "uuid"     ? 36
                      : width(column->type).has_value() ? *width(column->type)
                                                        : (is_text(column->type) ? 1 << 20 : 64);
  const std::optional<int> room = width(subject.type);
  if (room && *room < longest && (*room < 255 || is_integer(column->type))) return std::nullopt;
  return is_text(column->type) ? name : name + "::text";
}

/// A value made of the row's number.
std::optional<std::string> from_number(const TypeName& type, const std::string& place) {
  if (is_text(type)) return place + "::text";
  if (is_number(type)) return place;
  if (type.name == "date") return fmt::format("CURRENT_DATE + {}::integer", place);
  if (is_one_of(type.name, {"timestamp", "timestamptz"}))
    return fmt::format("CURRENT_TIMESTAMP + {} * interval '1 second'", place);
  if (type.name == "interval") return fmt::format("{} * interval '1 second'", place);
  if (type.name == "jsonb") return fmt::format("to_jsonb({})", place);
  if (type.name == "bytea") return fmt::format("{}::text::bytea", place);
  return std::nullopt;
}

/// `numbered`: each row's key, and its place in its group.
std::string numbered_rows(const Subject& subject, const Numbering& numbering,
                          const std::vector<std::string>& group) {
  return fmt::format("(SELECT {}, row_number() OVER ({}ORDER BY {}) AS place FROM {}) AS numbered",
                     key_list(numbering, {}, subject.step), partition_by(group, subject.step),
                     numbering.order, relation(subject.table, subject.step));
}

Sample distinct(const Subject& subject, const std::vector<std::string>& group, std::string fallback) {
  if (subject.type.array_dimensions > 0) return {.value = std::move(fallback), .from = {}};
  if (subject.type.name == "uuid") return {.value = "gen_random_uuid()", .from = {}};
  const Step& step = subject.step;
  if (group.empty() || is_text(subject.type)) {
    if (std::optional<std::string> key = own_key(subject)) return {.value = *key, .from = {}};
  }
  const std::string table = relation(subject.table, step);
  std::string place = "numbered.place";
  // what is there already keeps its numbers
  if (is_number(subject.type) && step.before.column(subject.table, subject.column))
    place = fmt::format("(SELECT coalesce(max({}), 0) FROM {}) + numbered.place",
                        identifier(subject.column, step), table);
  const std::optional<std::string> value = from_number(subject.type, place);
  if (!value) return {.value = std::move(fallback), .from = {}};
  const Numbering numbering = numbering_of(step, subject.table);
  return {.value = *value,
          .from = numbered_rows(subject, numbering, group),
          .joined = same_row(numbering, "numbered", qualifier(subject.table, step), step)};
}

/// Some parent's key: for several columns the same parent's.
std::string first_parent(const Subject& subject, const ReferenceDemand& reference) {
  const Step& step = subject.step;
  const std::string own = qualifier(subject.table, step);
  std::string wanted;
  std::string same;
  for (std::size_t i = 0; i < reference.columns.size(); ++i) {
    const std::string key = "parent." + identifier(reference.referenced_columns[i], step);
    if (reference.columns[i] == subject.column)
      wanted = key;
    else if (step.before.column(subject.table, reference.columns[i]))
      same += fmt::format("{} {} = {}.{}", same.empty() ? " WHERE" : " AND", key, own,
                          identifier(reference.columns[i], step));
  }
  return fmt::format("(SELECT {0} FROM {1} AS parent{2} ORDER BY {0} LIMIT 1)", wanted,
                     relation(reference.referenced, step), same);
}

/// To each row of a group another parent, as far as there are parents.
Sample parents_in_order(const Subject& subject, const ReferenceDemand& reference,
                        const std::vector<std::string>& group) {
  const Step& step = subject.step;
  const Numbering numbering = numbering_of(step, subject.table);
  const std::string key = "parent." + identifier(reference.referenced_columns.front(), step);
  return {.value = fmt::format("(SELECT array_agg({0} ORDER BY {0}) FROM {1} AS parent)[numbered.place]", key,
                               relation(reference.referenced, step)),
          .from = numbered_rows(subject, numbering, group),
          .joined = same_row(numbering, "numbered", qualifier(subject.table, step), step)};
}

}  // namespace

bool is_text(const TypeName& type) {
  return type.array_dimensions == 0 && is_one_of(type.name, {"text", "varchar", "bpchar", "citext", "name"});
}

bool is_integer(const TypeName& type) {
  return type.array_dimensions == 0 &&
         is_one_of(type.name, {"int2", "int4", "int8", "serial", "bigserial", "smallserial"});
}

bool is_number(const TypeName& type) {
  return is_integer(type) ||
         (type.array_dimensions == 0 && is_one_of(type.name, {"numeric", "float4", "float8"}));
}

std::optional<int> width(const TypeName& type) {
  if (!is_one_of(type.name, {"varchar", "bpchar"})) return std::nullopt;
  if (type.modifiers.empty()) return type.name == "bpchar" ? std::optional(1) : std::nullopt;
  const std::string& written = type.modifiers.front();
  int characters = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), characters);
  return error == std::errc{} ? std::optional(characters) : std::nullopt;
}

TypeName base_of(const TypeName& type, const Catalog& catalog) {
  TypeName base = type;
  for (int depth = 0; depth < 16; ++depth) {
    const Domain* domain = base.array_dimensions == 0 ? catalog.domain(base) : nullptr;
    if (!domain) break;
    base = domain->base;
  }
  return base;
}

std::string qualifier(const RelationName& table, const Step& step) { return identifier(table.name, step); }

std::string column_of(std::string_view relation, std::string_view column, const Step& step) {
  return fmt::format("{}.{}", relation, identifier(column, step));
}

Numbering numbering_of(const Step& step, const RelationName& table) {
  std::vector<std::string> key = row_key(step, table);
  const bool stays = std::ranges::none_of(step.statement.changes, [&](const StatementChange& part) {
    const auto* drop = std::get_if<DropColumn>(&part.change);
    return drop && std::ranges::find(key, drop->column) != key.end();
  });
  if (key.empty() || !stays) return {.key = {}, .order = "ctid"};
  std::string order = columns(key, step);
  return {.key = std::move(key), .order = std::move(order)};
}

std::string key_list(const Numbering& numbering, std::string_view of, const Step& step) {
  const std::string dot = of.empty() ? "" : fmt::format("{}.", of);
  if (numbering.key.empty())
    return of.empty() ? "tableoid AS part, ctid AS place_in" : fmt::format("{0}part, {0}place_in", dot);
  std::string list;
  for (const std::string& column : numbering.key)
    list += fmt::format("{}{}{}", list.empty() ? "" : ", ", dot, identifier(column, step));
  return list;
}

std::string same_row(const Numbering& numbering, std::string_view one, std::string_view other,
                     const Step& step) {
  if (numbering.key.empty())
    return fmt::format("{0}.part = {1}.tableoid AND {0}.place_in = {1}.ctid", one, other);
  std::string condition;
  for (const std::string& column : numbering.key)
    condition += fmt::format("{0}{1}.{3} = {2}.{3}", condition.empty() ? "" : " AND ", one, other,
                             identifier(column, step));
  return condition;
}

std::string literal_for(const Step& step, const TypeName& type, std::string_view column,
                        const std::vector<Expression>& checks) {
  const TypeName base = base_of(type, step.before);
  std::vector<Expression> conditions = checks;
  if (const Domain* domain = step.before.domain(type)) {
    for (const DomainConstraint& constraint : domain->checks)
      if (constraint.check) conditions.push_back(*constraint.check);
  }
  std::string literal = plain_literal(step, base);
  const auto bears = [&](const std::string& value) {
    return std::ranges::all_of(conditions, [&](const Expression& condition) {
      const bool of_domain = !mentions(condition, column);
      return holds(condition, of_domain ? "value" : column, value).value_or(false);
    });
  };
  if (conditions.empty() || bears(literal)) return literal;
  for (const std::string& candidate : candidates(conditions, base))
    if (bears(candidate)) return candidate;
  return literal;
}

Sample sample_for(const Step& step, const RelationName& table, std::string_view column,
                  const TypeName& type) {
  const Demands demands = demands_on(step, table, column);
  const TypeName base = base_of(type, step.before);
  const Subject subject{.step = step, .table = table, .column = column, .type = base};
  const std::optional<std::vector<std::string>> group = groups(step, table, column, demands);
  if (!demands.references.empty()) {
    const ReferenceDemand& reference = demands.references.front();
    if (group && reference.columns.size() == 1) return parents_in_order(subject, reference, *group);
    return {.value = first_parent(subject, reference), .from = {}};
  }
  std::string literal = literal_for(step, type, column, demands.checks);
  return group ? distinct(subject, *group, std::move(literal))
               : Sample{.value = std::move(literal), .from = {}};
}

}  // namespace miglint
