#include "release_paths.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <set>

namespace miglint {

bool can_be_rewritten(const Step& step) { return !step.in_do_block && !step.conditional; }

const Change& change_at(const Step& step) {
  return step.statement.changes[static_cast<std::size_t>(step.change)].change;
}

Statement command_at(const Step& step) {
  Statement command = step.statement;
  const int number = command.changes[static_cast<std::size_t>(step.change)].command;
  std::erase_if(command.changes, [&](const StatementChange& change) { return change.command != number; });
  return command;
}

void take_along(SaferPath& path, std::vector<std::pair<int, int>> commands) {
  path.along = std::move(commands);
}

bool is_large(const Step& step, const RelationName& table) {
  return std::ranges::any_of(step.config.large_tables, [&](const std::string& glob) {
    return matches_glob(glob, glob.find('.') == std::string::npos ? table.name : to_string(table));
  });
}

// ---- Two releases -----------------------------------------------------------------------------------------

std::string allowed(std::string_view rules, std::string_view reason, std::string_view sql) {
  return fmt::format("-- miglint: allow {}: {}\n{}", rules, reason, sql);
}

PathStep in_next_release(const Postponed& command) {
  return next_release(
      fmt::format("In the next release, when {}, {}, then allow it:", command.when, command.what),
      allowed(command.rule, command.when, command.sql));
}

SaferPath not_now(std::string title, const Postponed& command) {
  return {.title = std::move(title),
          .steps = {left_out("Leave it out of this migration."), in_next_release(command)}};
}

// ---- Copies -----------------------------------------------------------------------------------------------

namespace {

constexpr std::string_view schema_of_copies = "kept";

/// `users_kept`, or the first of `users_kept1`, … that no relation has.
RelationName free_name(const Step& step, const std::string& schema, std::string_view table,
                       std::string_view column, std::string_view label) {
  for (int number = 0;; ++number) {
    const std::string numbered = number == 0 ? std::string(label) : fmt::format("{}{}", label, number);
    RelationName name{.schema = schema, .name = make_object_name(table, column, numbered)};
    if (!step.before.relation_exists(NameView(name))) return name;
  }
}

Copy copy_as(const Step& step, const RelationName& table, std::string_view column, bool in_migration,
             const std::string& query) {
  const bool apart = in_migration && has_schema_prisma(step);
  const RelationName name =
      free_name(step, apart ? std::string(schema_of_copies) : table.schema, table.name, column, "kept");
  const std::string schema =
      apart ? fmt::format("CREATE SCHEMA IF NOT EXISTS {};\n", identifier(schema_of_copies, step)) : "";
  return {.name = name, .sql = fmt::format("{}CREATE TABLE {} AS {};", schema, relation(name, step), query)};
}

}  // namespace

namespace {

/// A copy holds an enum's labels as text: it must not keep the enum from being dropped.
std::string copied_column(const Step& step, const Column& column) {
  const std::string name = identifier(column.name, step);
  const bool is_label = step.before.enumeration(column.type) != nullptr;
  return is_label ? fmt::format("{0}::text{1} AS {0}", name, column.type.array_dimensions > 0 ? "[]" : "")
                  : name;
}

bool has_labels(const Step& step, const Table& table) {
  return std::ranges::any_of(
      table.columns, [&](const Column& column) { return step.before.enumeration(column.type) != nullptr; });
}

}  // namespace

Copy copy_of(const Step& step, const RelationName& table, bool in_migration) {
  const Table* found = step.before.table(table);
  if (!found || !found->certain || !has_labels(step, *found))
    return copy_as(step, table, {}, in_migration, "TABLE " + relation(table, step));
  std::vector<std::string> list;
  for (const Column& column : found->columns) list.push_back(copied_column(step, column));
  return copy_as(step, table, {}, in_migration,
                 fmt::format("SELECT {} FROM {}", fmt::join(list, ", "), relation(table, step)));
}

Copy copy_of(const Step& step, const RelationName& table, std::string_view column, bool in_migration) {
  const Table* found = step.before.table(table);
  const Constraint* key = found ? found->primary_key() : nullptr;
  // without a key nobody would know whose value it was
  if (!key || std::ranges::find(key->columns, column) != key->columns.end())
    return copy_as(step, table, column, in_migration, "TABLE " + relation(table, step));
  const Column* values = found->column(column);
  return copy_as(
      step, table, column, in_migration,
      fmt::format("SELECT {}, {} FROM {}", columns(key->columns, step),
                  values ? copied_column(step, *values) : identifier(column, step), relation(table, step)));
}

SaferPath copied_first(const Step& step, const std::vector<RelationName>& tables) {
  SaferPath path{.title = "Keep a copy of the rows first"};
  std::vector<std::string> copies;
  for (const RelationName& table : tables) {
    const Copy copy = copy_of(step, table, true);
    path.steps.push_back(before(fmt::format("Keep the rows of {}.", in_words(table)), copy.sql));
    copies.push_back(in_words(copy.name));
  }
  path.result = fmt::format("{} {} stay{}, with the rows", copies.size() > 1 ? "tables" : "table",
                            in_words(copies), copies.size() > 1 ? "" : "s");
  return path;
}

// ---- schema.prisma ----------------------------------------------------------------------------------------

namespace {

struct PrismaType {
  std::string_view postgres, scalar, native;  ///< native: its @db attribute; empty: the scalar's own type
};
constexpr std::array<PrismaType, 22> prisma_types = {{{"text", "String", ""},
                                                      {"varchar", "String", "VarChar"},
                                                      {"bpchar", "String", "Char"},
                                                      {"uuid", "String", "Uuid"},
                                                      {"citext", "String", "Citext"},
                                                      {"inet", "String", "Inet"},
                                                      {"xml", "String", "Xml"},
                                                      {"int4", "Int", ""},
                                                      {"int2", "Int", "SmallInt"},
                                                      {"oid", "Int", "Oid"},
                                                      {"int8", "BigInt", ""},
                                                      {"float8", "Float", ""},
                                                      {"float4", "Float", "Real"},
                                                      {"numeric", "Decimal", "Decimal"},
                                                      {"money", "Decimal", "Money"},
                                                      {"bool", "Boolean", ""},
                                                      {"timestamp", "DateTime", "Timestamp"},
                                                      {"timestamptz", "DateTime", "Timestamptz"},
                                                      {"date", "DateTime", "Date"},
                                                      {"jsonb", "Json", ""},
                                                      {"json", "Json", "Json"},
                                                      {"bytea", "Bytes", ""}}};

/// What Prisma writes for the scalar without an attribute.
bool is_its_own(const TypeName& type) {
  if (type.name == "timestamp") return type.modifiers == std::vector<std::string>{"3"};
  return type.name == "numeric" && type.modifiers == std::vector<std::string>{"65", "30"};
}

struct FieldType {
  std::string type, attribute;
};
FieldType field_type(const TypeName& type, const Step& step) {
  if (step.before.enumeration(type)) return {.type = type.name};
  const auto* const found = std::ranges::find(prisma_types, type.name, &PrismaType::postgres);
  if (found == prisma_types.end())
    return {.type = fmt::format("Unsupported({})", json_string(format_type(type, step.before)))};
  if (found->native.empty() || is_its_own(type)) return {.type = std::string(found->scalar)};
  const std::string modifiers =
      type.modifiers.empty() ? "" : fmt::format("({})", fmt::join(type.modifiers, ", "));
  return {.type = std::string(found->scalar),
          .attribute = fmt::format(" @db.{}{}", found->native, modifiers)};
}

std::string default_of(const Expression& written, const Step& step, const Column& column) {
  const Expression& value = without_casts(written);
  const auto calls = [&](std::string_view name) {
    return value.kind == Expression::Kind::function && value.function.name == name;
  };
  if (calls("nextval")) return "autoincrement()";
  if (calls("now")) return "now()";
  if (!value.is_constant()) return fmt::format("dbgenerated({})", json_string(written.text));
  const bool bare =
      value.value == "true" || value.value == "false" || step.before.enumeration(column.type) ||
      (!value.value.empty() &&
       std::ranges::all_of(value.value, [](unsigned char c) { return std::isdigit(c) || c == '.'; }) &&
       field_type(column.type, step).type != "String");
  return bare ? value.value : json_string(value.value);
}

/// A field's name is a letter and more of them, digits and `_`.
bool is_field_name(std::string_view name) {
  return !name.empty() && std::isalpha(static_cast<unsigned char>(name.front())) &&
         std::ranges::all_of(name, [](unsigned char c) { return std::isalnum(c) || c == '_'; });
}

}  // namespace

std::string ignored_field(const Column& column, bool optional, const Step& step) {
  const bool named = is_field_name(column.name);
  const FieldType type = field_type(column.type, step);
  const bool list = column.type.array_dimensions > 0;
  return fmt::format("{} {}{}{}{}{} @ignore", named ? column.name : "kept", type.type,
                     list       ? "[]"
                     : optional ? "?"
                                : "",
                     column.default_value
                         ? fmt::format(" @default({})", default_of(*column.default_value, step, column))
                         : "",
                     named ? "" : fmt::format(" @map({})", json_string(column.name)), type.attribute);
}

// ---- Columns ----------------------------------------------------------------------------------------------

namespace {

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// json and its like have no operator that tells two values apart.
bool has_equality(const TypeName& type) {
  static constexpr std::array<std::string_view, 4> without = {"json", "xml", "point", "polygon"};
  return std::ranges::find(without, std::string_view(type.name)) == without.end();
}

bool draws_from_sequence(const Column& column) {
  if (column.identity != Identity::none) return true;
  bool draws = false;
  if (column.default_value)
    walk(*column.default_value, [&](const Expression& part) { draws |= part.function.name == "nextval"; });
  return draws;
}

bool is_in_a_constraint(const Step& step, const Table& table, const std::string& column) {
  const bool own = std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
    return constraint.kind != Constraint::Kind::not_null && has(constraint.columns, column);
  });
  return own || std::ranges::any_of(step.before.referencing(table.name), [&](const auto& reference) {
           return has(reference.second->referenced_columns, column);
         });
}

bool is_named_by_others(const Step& step, const Table& table, const std::string& column) {
  const auto triggered = [&](const Trigger& trigger) {
    return has(trigger.update_of, column) || has(trigger.when_columns, column);
  };
  const auto in_columns = [&](const auto& object) { return has(object.columns, column); };
  const auto in_statistics = [&](const auto& entry) {
    return entry.second.table == table.name && has(entry.second.columns, column);
  };
  return !step.before.views_using(table.name, column).empty() ||
         std::ranges::any_of(table.triggers, triggered) || std::ranges::any_of(table.policies, in_columns) ||
         std::ranges::any_of(table.rules, in_columns) ||
         std::ranges::any_of(step.before.statistics, in_statistics);
}

/// The index over the new column, under a name of its own until the old one goes; nothing where the column
/// stands in an expression.
std::optional<CreateIndex> index_over(const Index& index, std::string_view old, const std::string& name) {
  if (index.where && mentions(*index.where, old)) return std::nullopt;
  CreateIndex create{.table = index.table,
                     .name = make_object_name(index.name.name, {}, "new"),
                     .unique = index.unique,
                     .concurrently = true,
                     .nulls_not_distinct = index.nulls_not_distinct,
                     .method = index.method,
                     .elements = index.elements,
                     .include = index.include,
                     .where = index.where};
  for (IndexElement& element : create.elements) {
    if (element.expression && mentions(*element.expression, old)) return std::nullopt;
    if (element.column == old) element.column = name;
  }
  std::ranges::replace(create.include, std::string(old), name);
  return create;
}

/// Those to be built anew; nothing: one of them can't be.
std::optional<std::vector<std::pair<const Index*, CreateIndex>>> indexes_over(const Table& table,
                                                                              const TwoNames& names) {
  std::vector<std::pair<const Index*, CreateIndex>> all;
  for (const Index& index : table.indexes) {
    if (!index.uses(names.old->name)) continue;
    std::optional<CreateIndex> create = index_over(index, names.old->name, names.name);
    if (!create) return std::nullopt;
    all.emplace_back(&index, std::move(*create));
  }
  return all;
}

bool can_stand_beside(const Step& step, const Table& table, const Column& column) {
  return table.certain && table.kind == Table::Kind::table && !table.partition_of && table.inherits.empty() &&
         !table.of_type && step.before.children_of(table.name).empty() && !column.inherited &&
         !column.generated && !draws_from_sequence(column) && !is_in_a_constraint(step, table, column.name) &&
         !is_named_by_others(step, table, column.name);
}

/// In quotes that the text does not end.
std::string dollar_quoted(const std::string& text) {
  std::string tag = "$$";
  while (text.find(tag) != std::string::npos) tag.insert(1, "q");
  return fmt::format("{0}\n{1}\n{0}", tag, text);
}

/// The function and the trigger that carry what one version writes over to the other's column.
struct Carrier {
  RelationName function;
  std::string trigger;
};

Carrier carrier_of(const TwoNames& names) {
  const std::string name = make_object_name(names.table.name, names.name, "carried");
  return {.function = {.schema = names.table.schema, .name = name}, .trigger = name};
}

std::string create_carrier(const Step& step, const TwoNames& names, const Carrier& carrier) {
  const std::string_view cast = has_equality(names.old->type) ? "" : "::text";
  const std::string body = fmt::format(
      "BEGIN\n"
      "  IF TG_OP = 'INSERT' AND NEW.{1} IS NULL\n"
      "    OR TG_OP = 'UPDATE' AND NEW.{1}{2} IS NOT DISTINCT FROM OLD.{1}{2} THEN\n"
      "    NEW.{1} := NEW.{0};\n"
      "  ELSE\n"
      "    NEW.{0} := NEW.{1};\n"
      "  END IF;\n"
      "  RETURN NEW;\n"
      "END",
      identifier(names.old->name, step), identifier(names.name, step), cast);
  return fmt::format(
      "CREATE FUNCTION {0}() RETURNS trigger LANGUAGE plpgsql AS {1};\n"
      "CREATE TRIGGER {2} BEFORE INSERT OR UPDATE ON {3} FOR EACH ROW EXECUTE FUNCTION {0}();",
      relation(carrier.function, step), dollar_quoted(body), identifier(carrier.trigger, step),
      relation(names.table, step));
}

ColumnDefinition beside(const TwoNames& names) {
  ColumnDefinition column;
  if (names.definition) column = *names.definition;
  if (!names.definition) column.type = names.old->type, column.collation = names.old->collation;
  column.name = names.name;
  column.not_null = false;
  column.default_value = {};
  return column;
}

std::string fill(const Step& step, const TwoNames& names) {
  return fmt::format("UPDATE {0} SET {1} = {2} WHERE {1} IS NULL;", relation(names.table, step),
                     identifier(names.name, step), identifier(names.old->name, step));
}

std::string fill_in_batches(const Step& step, const TwoNames& names) {
  const std::string name = identifier(names.name, step);
  const std::optional<std::string> script =
      in_batches(step, names.table, {}, fmt::format("SET {} = {}", name, identifier(names.old->name, step)),
                 name + " IS NULL");
  return script ? *script : fill(step, names);
}

std::string add_line(std::string text, const std::string& line) {
  return text.empty() ? line : std::move(text) + "\n" + line;
}

/// What the new column is to be in the end, and the old one's end.
std::string farewell(const Step& step, const TwoNames& names, const Carrier& carrier,
                     const std::vector<std::pair<const Index*, CreateIndex>>& indexes,
                     std::string_view when) {
  std::string text =
      fmt::format("DROP TRIGGER {} ON {};\nDROP FUNCTION {}();", identifier(carrier.trigger, step),
                  relation(names.table, step), relation(carrier.function, step));
  const Boxed<Expression>& value =
      names.definition ? names.definition->default_value : names.old->default_value;
  if (value)
    text = add_line(text, sql(SetDefault{.table = names.table, .column = names.name, .value = value}, step));
  text = add_line(text, allowed("drop-column", when,
                                sql(DropColumn{.table = names.table, .column = names.old->name}, step)));
  for (const auto& [index, create] : indexes) {
    const RelationName built{.schema = index->name.schema, .name = create.name};
    text = add_line(
        text, sql(RenameObject{.kind = ObjectKind::index, .name = built, .to = index->name.name}, step));
  }
  return text;
}

/// NOT NULL of a large table, which is not read under an exclusive lock: by way of a CHECK.
void require_filled(const Step& step, const TwoNames& names, SaferPath& path) {
  const std::string table = relation(names.table, step);
  const std::string check = identifier(make_object_name(names.table.name, names.name, "not_null"), step);
  const std::string reason =
      fmt::format("the rows are filled, and the trigger fills {}", in_words(names.table, names.name));
  path.steps.push_back(
      next_release("In the next release, when the rows are filled, require it: first by a CHECK.",
                   fmt::format("ALTER TABLE {} ADD CONSTRAINT {} CHECK ({} IS NOT NULL) NOT VALID;", table,
                               check, identifier(names.name, step))));
  path.steps.push_back(
      next_release("Read the table, while others go on writing.",
                   allowed("add-check-on-existing-rows", reason,
                           fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {};", table, check))));
  path.steps.push_back(next_release(
      "The CHECK spares NOT NULL its scan.",
      fmt::format("{}\nALTER TABLE {} DROP CONSTRAINT {};",
                  sql(SetNotNull{.table = names.table, .column = names.name}, step), table, check)));
}

}  // namespace

std::optional<SaferPath> under_two_names(const Step& step, const TwoNames& names) {
  const Table* table = step.before.table(names.table);
  if (!table || !names.old || !can_stand_beside(step, *table, *names.old)) return std::nullopt;
  const bool required = names.old->not_null;
  if (names.definition && names.definition->not_null != required) return std::nullopt;
  const auto indexes =
      names.definition ? std::vector<std::pair<const Index*, CreateIndex>>{} : indexes_over(*table, names);
  if (!indexes) return std::nullopt;
  const bool large = is_large(step, names.table);
  const std::string old = in_words(names.table, names.old->name);
  const std::string renamed = in_words(names.table, names.name);
  const std::string when = fmt::format("no running version uses {} any more", old);
  const Carrier carrier = carrier_of(names);
  SaferPath path{.title =
                     fmt::format("Have both columns for one release: {} beside {}, kept alike by a trigger",
                                 in_prose(names.name), in_prose(names.old->name))};
  // what the rest of the migration does with the new column needs its values there
  const bool at_once = is_named_later(step, names.table, names.name);
  const auto then = [&](std::string text, std::string statements) {
    path.steps.push_back(at_once ? here(std::move(text), std::move(statements))
                                 : next_migration(std::move(text), std::move(statements)));
  };
  path.steps = {
      here("Add the new column.", sql(AddColumn{.table = names.table, .column = beside(names)}, step))};
  then("Have a trigger carry over what one of the two versions writes, for each knows one column alone.",
       create_carrier(step, names, carrier));
  if (large) {
    path.steps.push_back(outside("Fill the rows that are there in batches.", fill_in_batches(step, names)));
    if (required && has_schema_prisma(step))
      path.schema = {{.kind = SchemaEdit::Kind::optional_field, .table = names.table, .column = names.name}};
  } else {
    then(required ? "Fill the rows that are there, and require it: the trigger fills it for the old version."
                  : "Fill the rows that are there.",
         required
             ? add_line(fill(step, names), sql(SetNotNull{.table = names.table, .column = names.name}, step))
             : fill(step, names));
  }
  for (const auto& [index, create] : *indexes)
    path.steps.push_back(next_migration(
        fmt::format("Build {} over the new column as well.", in_prose(index->name.name)),
        create.unique ? allowed("add-unique-on-existing-rows",
                                fmt::format("the trigger keeps {} like {}, which {} keeps unique", renamed,
                                            old, in_prose(index->name.name)),
                                sql(create, step))
                      : sql(create, step)));
  if (large && required) require_filled(step, names, path);
  path.steps.push_back(
      next_release(fmt::format("In the next release, when {}, drop the old column, then allow it:", when),
                   farewell(step, names, carrier, *indexes, when)));
  path.leaves = {"add-trigger",
                 "set-not-null-scans-table",
                 "set-not-null-on-existing-rows",
                 "locks-held-together",
                 "scan-under-exclusive-lock",
                 "json-not-jsonb",
                 "char-padded",
                 "timestamp-without-time-zone",
                 "money-type",
                 "add-unique-on-existing-rows"};
  return path;
}

SaferPath mapped_field(const RelationName& table, const std::string& column, const std::string& name) {
  return {.title = "Rename the field in schema.prisma alone",
          .result = fmt::format("the column keeps its name {}", in_words(table, column)),
          .steps = {left_out(fmt::format("Leave it out: with @map({}) on the field {} nothing changes in the "
                                         "database.",
                                         json_string(column), in_prose(name)))},
          .schema = {{.kind = SchemaEdit::Kind::map_field, .table = table, .column = column, .name = name}}};
}

namespace {

/// Whether a change names the column of the table, as one of its own or as one that it refers to.
struct NamesColumn {
  const Step& step;
  const RelationName& table;
  std::string_view column;

  bool is_here(const RelationName& name) const { return step.before.resolve(name) == table; }
  bool operator()(const CreateIndex& index) const {
    const auto used = [&](const IndexElement& element) {
      return element.column == column || (element.expression && mentions(*element.expression, column));
    };
    return is_here(index.table) && (std::ranges::any_of(index.elements, used) || has(index.include, column) ||
                                    (index.where && mentions(*index.where, column)));
  }
  bool operator()(const AddForeignKey& key) const {
    return (is_here(key.table) && has(key.columns, column)) ||
           (is_here(key.referenced) && has(key.referenced_columns, column));
  }
  bool operator()(const AddCheck& check) const {
    return is_here(check.table) && mentions(*check.expression, column);
  }
  bool operator()(const RenameColumn& rename) const { return is_here(rename.table) && rename.from == column; }
  bool operator()(const Update& update) const {
    return is_here(update.table) &&
           std::ranges::find(update.assignments, column, &Assignment::column) != update.assignments.end();
  }
  template <class Other>
  bool operator()(const Other& other) const {
    if constexpr (requires {
                    other.table.name;
                    other.column.empty();
                  }) {
      return is_here(other.table) && other.column == column;
    } else if constexpr (requires {
                           other.table.name;
                           has(other.columns, column);
                         }) {
      return is_here(other.table) && has(other.columns, column);
    } else {
      return false;
    }
  }
};

}  // namespace

bool is_named_later(const Step& step, const RelationName& table, std::string_view column) {
  const NamesColumn names{.step = step, .table = table, .column = column};
  return later(step, table.name,
               [&](const Change& change) { return std::visit(names, static_cast<const AnyChange&>(change)); })
      .has_value();
}

// ---- Tables -----------------------------------------------------------------------------------------------

namespace {

/// `users_email_key` → `people_email_key`; empty: it is not named after the table.
std::string renamed_after(std::string_view name, std::string_view table, std::string_view to) {
  if (name.size() <= table.size() || !name.starts_with(table) || name[table.size()] != '_') return {};
  const std::string renamed = fmt::format("{}{}", to, name.substr(table.size()));
  return renamed.size() > static_cast<std::size_t>(max_identifier_bytes) ? std::string{} : renamed;
}

bool is_renamed_later(const Step& step, const std::string& name) {
  return later(step, name,
               [&](const Change& change) {
                 const auto* rename = std::get_if<RenameObject>(&change);
                 return rename && rename->name.name == name;
               })
      .has_value();
}

}  // namespace

NamedAfter named_after(const Step& step, const Table& table, const std::string& name) {
  NamedAfter all;
  const auto rename = [&](const std::string& from, RenameObject change) {
    change.to = renamed_after(from, table.name.name, name);
    const RelationName taken{.schema = table.name.schema, .name = change.to};
    if (change.to.empty() || is_renamed_later(step, from) || step.before.relation_exists(NameView(taken)))
      return;
    all.sql = add_line(std::move(all.sql), sql(change, step));
    all.names.push_back(in_prose(change.to));
  };
  const RelationName renamed{.schema = table.name.schema, .name = name};
  std::set<std::string> of_constraints;
  for (const Constraint& constraint : table.constraints) {
    of_constraints.insert(constraint.name);
    if (constraint.inherited || constraint.kind == Constraint::Kind::not_null) continue;
    rename(constraint.name,
           {.kind = ObjectKind::constraint, .name = {.schema = {}, .name = constraint.name}, .on = renamed});
  }
  for (const Index& index : table.indexes) {
    if (!of_constraints.contains(index.name.name))
      rename(index.name.name, {.kind = ObjectKind::index, .name = index.name});
  }
  for (const auto& [key, sequence] : step.before.sequences) {
    if (sequence.owned_by_table == table.name)
      rename(sequence.name.name, {.kind = ObjectKind::sequence, .name = sequence.name});
  }
  return all;
}

std::string view_of(const Step& step, const RelationName& name, const std::vector<std::string>& names,
                    const RelationName& table) {
  return fmt::format("CREATE VIEW {} AS SELECT {} FROM {};", relation(name, step),
                     names.empty() ? "*" : columns(names, step), relation(table, step));
}

SaferPath mapped_model(const RelationName& table, const std::string& name) {
  return {
      .title = "Rename the model in schema.prisma alone",
      .result = fmt::format("the table keeps its name {}", in_words(table)),
      .steps = {left_out(fmt::format("Leave it out: with @@map({}) in the model {} nothing changes in the "
                                     "database.",
                                     json_string(table.name), in_prose(name)))},
      .schema = {{.kind = SchemaEdit::Kind::map_model, .table = table, .name = name}}};
}

SaferPath with_a_view(const Step& step, const RelationName& old, const Table* table,
                      const RelationName& renamed, const std::string& kind) {
  SaferPath path{.title = fmt::format("Leave a view under the {}'s old name for one release", kind)};
  const NamedAfter named =
      table && old.schema == renamed.schema ? named_after(step, *table, renamed.name) : NamedAfter{};
  if (!named.names.empty()) {
    path.result = fmt::format("{} {} named after the {} as well", in_words(named.names),
                              named.names.size() > 1 ? "are" : "is", kind);
    path.steps.push_back(here("Rename what is named after it.", named.sql));
  }
  std::vector<std::string> names;
  for (const Column& column : table ? table->columns : SharedList<Column>{}) names.push_back(column.name);
  if (const View* view = step.before.view(old); view && view->columns_known) names = view->columns;
  const bool writable = table != nullptr;
  path.steps.push_back(
      here(fmt::format("The running version reads{} the view. (Where it connects as another role "
                       "than the one that migrates, grant that role on the view what it has on "
                       "the {}.)",
                       writable ? ", and writes through," : "", kind),
           view_of(step, old, names, renamed)));
  path.steps.push_back(
      in_next_release({.rule = "drop-view",
                       .what = "drop the view",
                       .when = fmt::format("no running version uses the name {} any more", in_words(old)),
                       .sql = sql(DropObject{.kind = ObjectKind::view, .name = old}, step)}));
  return path;
}

namespace {

bool fills_itself(const ColumnDefinition& column) {
  return column.identity != Identity::none || column.type.name.find("serial") != std::string::npos;
}

}  // namespace

std::optional<std::string> copy_rows(const Step& step, const Table& old, const CreateTable& created,
                                     bool only_missing) {
  const RelationName name = step.before.creation_name(created.table);
  std::vector<std::string> common;
  std::string sequences;
  bool overriding = false;
  for (const ColumnDefinition& column : created.columns) {
    if (column.generated) continue;
    const bool needs_value =
        (column.not_null || column.primary_key) && !column.default_value && !fills_itself(column);
    if (!old.column(column.name)) {
      if (needs_value) return std::nullopt;
      continue;
    }
    common.push_back(column.name);
    overriding |= column.identity == Identity::always;
    if (fills_itself(column))
      sequences += fmt::format("\nSELECT setval(pg_get_serial_sequence({}, {}), max({})) FROM {};",
                               quote_literal(relation(name, step)), quote_literal(column.name),
                               identifier(column.name, step), relation(name, step));
  }
  const Constraint* key = old.primary_key();
  if (common.empty() || (only_missing && !key)) return std::nullopt;
  std::string missing;
  if (only_missing) {
    std::vector<std::string> same;
    for (const std::string& column : key->columns)
      same.push_back(fmt::format("there.{0} = old.{0}", identifier(column, step)));
    missing = fmt::format("\n  WHERE NOT EXISTS (SELECT FROM {} AS there WHERE {})", relation(name, step),
                          fmt::join(same, " AND "));
  }
  const std::string list = columns(common, step);
  return fmt::format("INSERT INTO {} ({}){}\n  SELECT {} FROM {} AS old{};{}", relation(name, step), list,
                     overriding ? " OVERRIDING SYSTEM VALUE" : "", list, relation(old.name, step), missing,
                     sequences);
}

std::optional<Mention> drop_of_its_type(const Step& step, const RelationName& table, const Column& column) {
  const RelationName type{.schema = column.type.schema, .name = column.type.name};
  const auto users = step.before.columns_of_type(type);
  const bool alone = std::ranges::all_of(
      users, [&](const auto& user) { return user.first->name == table && user.second->name == column.name; });
  if (users.empty() || !alone) return std::nullopt;
  return later(step, type.name, [&](const Change& change) {
    const auto* drop = std::get_if<DropObject>(&change);
    return drop && step.before.resolve(drop->name) == type;
  });
}

// ---- Rows -------------------------------------------------------------------------------------------------

namespace {

SaferPath re_pointed(const Step& step, const Referring& rows) {
  const Need need{.name = in_words(rows.table, rows.column),
                  .question = fmt::format("Which row of {} do the rows of {} refer to from now on?",
                                          in_words(rows.referenced), in_words(rows.table)),
                  .sample = fmt::format("({})", rows.staying)};
  return {.title = fmt::format("Let the rows of {} refer to another row of {} first", in_words(rows.table),
                               in_words(rows.referenced)),
          .needs = {need},
          .steps = {before(
              fmt::format("Hand them over: what {} held in them is lost.", in_words(rows.table, rows.column)),
              fmt::format("UPDATE {0} SET {1} = {2}\n  WHERE {1} IN ({3});", relation(rows.table, step),
                          identifier(rows.column, step), answer(need, step), rows.going))}};
}

/// Nothing keeps the rows in turn.
bool can_be_deleted(const Step& step, const RelationName& table) {
  return std::ranges::all_of(step.before.referencing(table), [&](const auto& reference) {
    return reference.second->on_delete == ReferentialAction::cascade || reference.first->name == table;
  });
}

SaferPath deleted(const Step& step, const Referring& rows) {
  const Need need{.name = in_words(rows.table, rows.column),
                  .question = fmt::format("Which of the rows of {} that refer to {} may be deleted? (A "
                                          "condition; true: all of them)",
                                          in_words(rows.table), rows.going_in_words),
                  .sample = "true"};
  return {.title = fmt::format("Delete the rows of {} that refer to them first", in_words(rows.table)),
          .needs = {need},
          .steps = {
              before("This deletes them for good, and what refers to them with ON DELETE CASCADE.",
                     fmt::format("DELETE FROM {0}\n  WHERE {1} IN ({2}) AND {3};", relation(rows.table, step),
                                 identifier(rows.column, step), rows.going, answer(need, step)))}};
}

}  // namespace

std::vector<SaferPath> children_first(const Step& step, const Referring& referring) {
  std::vector<SaferPath> paths;
  if (!referring.staying.empty()) paths.push_back(re_pointed(step, referring));
  if (can_be_deleted(step, referring.table)) paths.push_back(deleted(step, referring));
  return paths;
}

std::vector<SaferPath> children_first(const Step& step, const RelationName& child, const Constraint& key,
                                      std::string_view alias, const std::string& condition) {
  if (key.columns.size() != 1 || key.referenced_columns.size() != 1) return {};
  const std::string column = identifier(key.referenced_columns.front(), step);
  const std::string from = fmt::format(
      "SELECT {} FROM {}{}", alias.empty() ? column : fmt::format("{}.{}", identifier(alias, step), column),
      relation(key.referenced, step), alias.empty() ? "" : " AS " + identifier(alias, step));
  const bool all = condition.empty();
  return children_first(
      step,
      {.table = child,
       .column = key.columns.front(),
       .referenced = key.referenced,
       .going = all ? from : fmt::format("{} WHERE {}", from, condition),
       .staying = all ? "" : fmt::format("{} WHERE ({}) IS NOT TRUE ORDER BY 1 LIMIT 1", from, condition),
       .going_in_words = all ? "them" : "those that go"});
}

std::optional<std::string> in_batches(const Step& step, const RelationName& table, std::string_view alias,
                                      const std::string& action, const std::string& condition) {
  const Table* found = step.before.table(table);
  const Constraint* key = found ? found->primary_key() : nullptr;
  if (!key || key->columns.size() != 1) return std::nullopt;
  const std::string name = relation(table, step);
  const std::string column = identifier(key->columns.front(), step);
  const std::string target = alias.empty() ? name : fmt::format("{} AS {}", name, identifier(alias, step));
  const bool deletes = action.empty();
  const std::string body = fmt::format(
      "DECLARE\n"
      "  batch_after {0}.{1}%TYPE;\n"
      "  batch_last {0}.{1}%TYPE;\n"
      "  rows_in_batch bigint;\n"
      "  rows_so_far bigint := 0;\n"
      "BEGIN\n"
      "  LOOP\n"
      "    SELECT {1} INTO batch_last FROM (\n"
      "      SELECT {1} FROM {0} WHERE batch_after IS NULL OR {1} > batch_after ORDER BY {1} LIMIT 5000\n"
      "    ) AS batch ORDER BY {1} DESC LIMIT 1;\n"
      "    EXIT WHEN batch_last IS NULL;\n"
      "    {2}\n"
      "      WHERE {3}(batch_after IS NULL OR {1} > batch_after) AND {1} <= batch_last;\n"
      "    GET DIAGNOSTICS rows_in_batch = ROW_COUNT;\n"
      "    COMMIT;\n"
      "    rows_so_far := rows_so_far + rows_in_batch;\n"
      "    RAISE NOTICE '% rows', rows_so_far;\n"
      "    batch_after := batch_last;\n"
      "  END LOOP;\n"
      "END",
      name, column, deletes ? "DELETE FROM " + target : fmt::format("UPDATE {} {}", target, action),
      condition.empty() ? "" : fmt::format("({}) AND ", condition));
  return fmt::format("DO {};", dollar_quoted(body));
}

}  // namespace miglint
