#include "two_names.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "going_rows.hpp"
#include "paths.hpp"
#include "release_paths.hpp"

namespace miglint {

namespace {

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
  const ProvenByCheck proof = proven_by_check(step, names.table, names.name);
  const std::string reason =
      fmt::format("the rows are filled, and the trigger fills {}", in_words(names.table, names.name));
  path.steps.push_back(next_release(
      "In the next release, when the rows are filled, require it: first by a CHECK.", proof.not_valid));
  path.steps.push_back(next_release("Read the table, while others go on writing.",
                                    allowed("add-check-on-existing-rows", reason, proof.validate)));
  path.steps.push_back(
      next_release("The CHECK spares NOT NULL its scan.", add_line(proof.require, proof.drop)));
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
  const bool large = is_large(step.config, names.table);
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

}  // namespace miglint
