// ALTER COLUMN … TYPE. Three questions, in PostgreSQL's order (tablecmds.c, ATPrepAlterColumnType and
// ATExecAlterColumnType):
//
// 1. May it be done at all? Views, rules, policies, triggers, generated columns and BEGIN ATOMIC functions
//    that use the column forbid it; a partition key and an inherited column too; there must be an assignment
//    cast, for the default as well.
// 2. What happens to the rows? conversion.cpp says whether the cast, or the USING expression where it is only
//    casts of the column itself, comes to nothing or rewrites the table. Any other USING expression is
//    computed for each row: a rewrite.
// 3. What happens to what depends on the column? Indexes that use it in an expression or predicate are
//    rebuilt even when the table is not, as are all whose operator family or collation changes; valid CHECKs
//    are verified again; the other table of a foreign key is locked.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "analysis/builtins.hpp"
#include "effect/cast_guard.hpp"
#include "effect/changes.hpp"
#include "effect/column_definition.hpp"
#include "effect/conversion.hpp"
#include "effect/infer.hpp"
#include "effect/keys.hpp"
#include "effect/value_risk.hpp"

namespace miglint {

namespace {

/// TimeZone 'UTC' by any of its names: timestamp and timestamptz then store the same (timestamp.c,
/// TimestampTimestampTzRequiresRewrite).
bool time_zone_is_utc(const Context& context) {
  const auto setting = context.catalog.settings.find("timezone");
  if (setting == context.catalog.settings.end()) return false;
  std::string zone = setting->second;
  std::ranges::transform(zone, zone.begin(), [](unsigned char c) { return std::tolower(c); });
  return zone == "utc" || zone == "gmt" || zone == "etc/utc" || zone == "etc/gmt" || zone == "0" ||
         zone == "etc/zulu" || zone == "zulu";
}

// ---- 1. May it be done ------------------------------------------------------------------------------------

const View* dependent_view(const Context& context, const Table& table, const std::string& column) {
  const auto views = context.catalog.views_using(table.name, column);
  return views.empty() ? nullptr : views.front();
}

/// What uses the column in a way that fixes its type, in words; empty when nothing does.
std::string dependent_object(const Context& context, const Table& table, const std::string& column) {
  const auto has = [&](const auto& names) { return std::ranges::find(names, column) != names.end(); };
  if (const View* view = dependent_view(context, table, column)) return "view " + in_prose(view->name);
  for (const RewriteRule& rule : table.rules)
    if (has(rule.columns)) return "rule " + in_prose(rule.name);
  for (const Policy& policy : table.policies)
    if (has(policy.columns)) return "policy " + in_prose(policy.name);
  for (const Trigger& trigger : table.triggers)
    if (has(trigger.update_of) || has(trigger.when_columns)) return "trigger " + in_prose(trigger.name);
  for (const Column& other : table.columns)
    if (other.name != column && other.generated && mentions(*other.generated, column))
      return "generated column " + in_prose(other.name);
  for (const auto& [name, function] : context.catalog.functions)
    if (function.uses.contains({table.name, column})) return "function " + in_prose(name);
  return {};
}

bool may_have_type(Context& context, const ChangeType& change, const Table& table, const Column& column) {
  const auto refuse = [&](std::string_view sqlstate, std::string reason) {
    always_fails(context, sqlstate, std::move(reason));
    return false;
  };
  const std::string name = fmt::format("{}.{}", in_prose(table.name), in_prose(column.name));
  if (!is_no_typed_table(context, table, "its columns can't change")) return false;
  if (std::ranges::find(table.partition_key.columns, column.name) != table.partition_key.columns.end())
    return refuse("42P16", fmt::format("{} is part of the partition key: its type can't change", name));
  if (column.inherited) return refuse("42P16", fmt::format("{} is inherited: change it in the parent", name));
  if (context.statement.only && with_descendants(context, table.name).size() > 1)
    return refuse("42P16", fmt::format("{} is inherited by other tables: ONLY is refused", name));
  // 16 alone takes USING there, and does nothing with it
  if (change.using_expression && column.generated && context.postgres != 16)
    return refuse("42611", fmt::format("{} is a generated column: USING is refused", name));
  if (change.using_expression && has_subquery(*change.using_expression))
    return refuse("0A000", "USING can't contain a subquery");
  return type_is_usable(context, change.type, change.collation, name);
}

/// What PostgreSQL finds only when it comes to the change: after the new type and USING proved to be in
/// order.
bool allowed_by_dependents(Context& context, const ChangeType& change, const Table& table,
                           const Column& column) {
  const std::string name = fmt::format("{}.{}", in_prose(table.name), in_prose(column.name));
  const auto refuse = [&](std::string_view sqlstate, std::string reason) {
    always_fails(context, sqlstate, std::move(reason));
    return false;
  };
  if (!context.retyped_columns.insert(column.name).second)
    return refuse("0A000", fmt::format("the statement changes the type of {} twice", name));
  // DROP COLUMN … CASCADE comes first, wherever it is written, and may have taken the object along.
  const bool cascades = std::ranges::any_of(context.statement.changes, [](const StatementChange& other) {
    const auto* drop = std::get_if<DropColumn>(&other.change);
    return drop != nullptr && drop->cascade;
  });
  if (const std::string object = dependent_object(context, table, column.name); !object.empty() && !cascades)
    return refuse("0A000", fmt::format("{} uses {}: drop it first and create it again after", object, name));
  return column.identity == Identity::none || identity_type_is_integer(context, change.type, name);
}

// ---- 2. The rows ------------------------------------------------------------------------------------------

/// What a USING expression does to the column's values as long as it is nothing but casts of the column.
struct Chain {
  TypeName type;          ///< where the casts have got
  bool has_casts = true;  ///< those that are written
  Conversion sum;
  /// the values are this type's, printed as text: reading them back can't fail
  std::optional<TypeName> printed;
};

void add_conversion(Conversion& sum, const Conversion& step) {
  sum.exists = sum.exists && step.exists;
  sum.rewrites = sum.rewrites || step.rewrites;
  sum.lossy = sum.lossy || step.lossy;
  sum.any_row = sum.any_row || step.any_row;
  for (const std::string& failure : step.failures)
    if (std::ranges::find(sum.failures, failure) == sum.failures.end()) sum.failures.push_back(failure);
}

bool holds_all_labels(const Enum& to, const Enum& from) {
  return from.certain && to.certain && std::ranges::all_of(from.labels, [&](const std::string& label) {
           return std::ranges::find(to.labels, label) != to.labels.end();
         });
}

/// Text that came from a type goes back into it, or into an enum with all of its labels, or an integer into a
/// wider one.
bool reads_back(const TypeName& printed, const TypeName& to, const Catalog& catalog) {
  if (printed.name == to.name && printed.schema == to.schema && to.modifiers.empty()) return true;
  const Enum* from_enum = catalog.enumeration(printed);
  const Enum* to_enum = catalog.enumeration(to);
  if (from_enum != nullptr && to_enum != nullptr) return holds_all_labels(*to_enum, *from_enum);
  const Conversion direct = convert(printed, to, CastContext::assignment, catalog, false);
  return direct.exists && direct.failures.empty() && from_enum == nullptr && to_enum == nullptr;
}

void step_to(Chain& chain, const TypeName& to_written, CastContext cast_context, const Context& context) {
  const Catalog& catalog = context.catalog;
  const TypeName to = catalog.resolve(to_written);
  Conversion step = convert(chain.type, to, cast_context, catalog, time_zone_is_utc(context));
  if (chain.printed && is_string(chain.type, catalog) && reads_back(*chain.printed, to, catalog))
    step.failures.clear();
  const bool prints = !is_string(chain.type, catalog) && is_string(to, catalog) && to.modifiers.empty();
  if (prints) chain.printed = chain.type;
  if (!is_string(to, catalog)) chain.printed.reset();
  add_conversion(chain.sum, step);
  chain.type = to;
}

/// The chain, where the expression is one.
std::optional<Chain> follow(const Expression& expression, const Column& column, const Context& context) {
  if (expression.kind == Expression::Kind::column && expression.value == column.name)
    return Chain{.type = column.type, .has_casts = true, .sum = {}, .printed = {}};
  if (expression.kind != Expression::Kind::cast || expression.args.empty()) return std::nullopt;
  auto inner = follow(expression.args.front(), column, context);
  if (!inner) return inner;
  step_to(*inner, expression.type, CastContext::explicit_, context);
  inner->has_casts = inner->sum.exists;
  return inner;
}

/// Functions that refuse some of their input.
std::string_view function_error(const Expression& call) {
  const std::string& name = call.function.name;
  if (name == "convert_from" || name == "convert_to" || name == "convert") return "22021";
  if (name == "to_number") return "22P02";
  if (name == "to_date" || (name == "to_timestamp" && call.args.size() == 2)) return "22007";
  return name == "decode" && !call.args.empty() && call.args[0].kind == Expression::Kind::column ? "22023"
                                                                                                 : "";
}

/// EXTRACT and date_part give numeric and double precision, but of a date or time of day only so large a
/// number: the integer type that holds them all.
std::optional<TypeName> field_type(const Expression& expression, const Table& table, const Catalog& catalog) {
  using Field = std::pair<std::string_view, std::string_view>;
  static constexpr auto fields = std::to_array<Field>(
      {{"century", "int4"},      {"day", "int2"},      {"decade", "int4"},        {"dow", "int2"},
       {"doy", "int2"},          {"epoch", "int8"},    {"hour", "int2"},          {"isodow", "int2"},
       {"isoyear", "int4"},      {"julian", "int4"},   {"microseconds", "int4"},  {"millennium", "int4"},
       {"milliseconds", "int4"}, {"minute", "int2"},   {"month", "int2"},         {"quarter", "int2"},
       {"second", "int2"},       {"timezone", "int4"}, {"timezone_hour", "int2"}, {"timezone_minute", "int2"},
       {"week", "int2"},         {"year", "int4"}});
  const std::string& name = expression.function.name;
  const bool extracts = expression.kind == Expression::Kind::function &&
                        (name == "extract" || name == "date_part") && expression.args.size() == 2;
  const auto source = extracts ? type_of(expression.args[1], &table, catalog) : std::nullopt;
  if (!source || (!is_temporal(source->name) && source->name != "date")) return std::nullopt;
  const auto field = std::ranges::find(fields, expression.args[0].value, &Field::first);
  if (field == fields.end()) return std::nullopt;
  return TypeName{.schema = "pg_catalog", .name = std::string(field->second)};
}

/// What a computed USING expression can raise: casts inside it whose operand's type is known, and a few
/// functions.
class ExpressionFailures {
 public:
  ExpressionFailures(Conversion& sum, const Table& table, const Catalog& catalog)
      : sum_(sum), table_(table), catalog_(catalog) {}

  void add(const Expression& expression) {
    if (expression.kind == Expression::Kind::function)
      if (const auto error = function_error(expression); !error.empty())
        add_conversion(sum_, {.failures = {std::string(error)}});
    if (expression.kind == Expression::Kind::cast) add_cast(expression);
    if (expression.kind == Expression::Kind::case_when) return add_case(expression);
    for (const Expression& arg : expression.args) add(arg);
  }

 private:
  void add_cast(const Expression& cast) {
    if (cast.args.empty() || is_literal(cast.args[0])) return;
    const auto operand = type_of(cast.args[0], &table_, catalog_);
    if (!operand || operand->name == "unknown") return;
    const Conversion step = convert(field_type(cast.args[0], table_, catalog_).value_or(*operand), cast.type,
                                    CastContext::explicit_, catalog_, false);
    add_conversion(sum_, {.rewrites = true, .failures = unguarded(cast, step.failures, conditions_)});
  }

  /// A result is computed only where its condition holds.
  void add_case(const Expression& expression) {
    for (std::size_t at = 0; at < expression.args.size(); at += 2) {
      add(expression.args[at]);
      if (at + 1 == expression.args.size()) return;  // ELSE
      conditions_.push_back(&expression.args[at]);
      add(expression.args[at + 1]);
      conditions_.pop_back();
    }
  }

  Conversion& sum_;
  const Table& table_;
  const Catalog& catalog_;
  std::vector<const Expression*> conditions_;
};

/// left(c, 20) and the like are made to fit.
bool is_cut_to(const Expression& expression, const TypeName& type) {
  static constexpr auto names = std::to_array<std::string_view>({"left", "right", "substr", "substring"});
  if (expression.kind != Expression::Kind::function ||
      std::ranges::find(names, expression.function.name) == names.end())
    return false;
  return !type.modifiers.empty() && !expression.args.empty() &&
         expression.args.back().value == type.modifiers.front();
}

Conversion computed(const ChangeType& change, const Table& table, const Column& column,
                    const Context& context) {
  const Expression& expression = *change.using_expression;
  Conversion sum{.rewrites = true, .lossy = !mentions(expression, column.name)};
  ExpressionFailures(sum, table, context.catalog).add(expression);
  const auto type = type_of(expression, &table, context.catalog);
  if (type && type->name != "unknown" && type->name != "record" && !is_cut_to(expression, change.type)) {
    const Conversion last = convert(*type, change.type, CastContext::assignment, context.catalog, false);
    sum.exists = last.exists;
    const auto field = field_type(expression, table, context.catalog);
    const Conversion rows =
        field ? convert(*field, change.type, CastContext::assignment, context.catalog, false) : last;
    add_conversion(sum, {.rewrites = true, .any_row = rows.any_row, .failures = rows.failures});
  }
  return sum;
}

Conversion rows_of(const ChangeType& change, const Table& table, const Column& column,
                   const Context& context) {
  if (!change.using_expression)
    return convert(column.type, change.type, CastContext::assignment, context.catalog,
                   time_zone_is_utc(context));
  auto chain = follow(*change.using_expression, column, context);
  if (!chain) return computed(change, table, column, context);
  step_to(*chain, change.type, CastContext::assignment, context);
  return chain->sum;
}

// ---- 3. What depends on the column ------------------------------------------------------------------------

bool default_is_castable(Context& context, const ChangeType& change, const Table& table,
                         const Column& column) {
  if (!column.default_value || column.generated || column.identity != Identity::none ||
      is_null_constant(*column.default_value))
    return true;
  // The stored default has the column's type already, unless a function's result was cast implicitly
  // (nextval's bigint to integer).
  auto type = type_of(*column.default_value, &table, context.catalog);
  const Expression& value = *column.default_value;
  const bool typed = value.kind == Expression::Kind::constant && value.type.name != "unknown";
  if (is_literal(value)) type = typed ? value.type : column.type;
  if (!type || can_cast(*type, change.type, CastContext::assignment, context.catalog)) return true;
  always_fails(
      context, "42804",
      fmt::format("the default of {}.{} can't be cast to {} automatically: drop it first, set it again after",
                  in_prose(table.name), in_prose(column.name),
                  sql_in_prose(format_type(change.type, context.catalog))));
  return false;
}

/// Comparisons of the column with constants keep the constants' old type: `c = 'a'::old_enum` has no operator
/// when c becomes another enum.
bool still_compares(const Expression& expression, const Column& column, const TypeName& to,
                    const Catalog& catalog) {
  bool compares = true;
  walk(expression, [&](const Expression& inner) {
    if (inner.kind != Expression::Kind::op || inner.args.size() < 2 || inner.value.starts_with("IS ")) return;
    const bool direct = std::ranges::any_of(inner.args, [&](const Expression& arg) {
      return arg.kind == Expression::Kind::column && arg.value == column.name;
    });
    if (!direct) return;
    for (const Expression& arg : inner.args) {
      if (!is_literal(arg) || is_null_constant(arg)) continue;
      const TypeName constant = arg.kind == Expression::Kind::cast ? arg.type
                                : arg.type.name == "unknown"       ? column.type
                                                                   : arg.type;
      compares = compares && comparable(constant, to, catalog);
    }
  });
  return compares;
}

bool expressions_survive(Context& context, const ChangeType& change, const Table& table,
                         const Column& column) {
  // A varchar is compared as text: PostgreSQL keeps the cast, which any type takes.
  if (column.type.name == "varchar") return true;
  const auto refuse = [&](const std::string& object) {
    always_fails(
        context, "42883",
        fmt::format("{} compares {}.{} with values of its old type: drop it first, create it again after",
                    object, in_prose(table.name), in_prose(column.name)));
    return false;
  };
  for (const Constraint& constraint : table.constraints)
    if (constraint.expression &&
        !still_compares(*constraint.expression, column, change.type, context.catalog))
      return refuse("constraint " + in_prose(constraint.name));
  for (const Index& index : table.indexes)
    if (index.where && !still_compares(*index.where, column, change.type, context.catalog))
      return refuse("index " + in_prose(index.name.name));
  return true;
}

bool indexes_survive(Context& context, const ChangeType& change, const Table& table, const Column& column) {
  for (const Index& index : table.indexes)
    for (const IndexElement& element : index.elements) {
      if (element.column != column.name || !element.operator_class.empty()) continue;
      if (!operator_family(index.method, change.type, context.catalog).empty()) continue;
      // An extension's operator classes (btree_gist, pg_trgm) are not in the table.
      if (index.method != "btree" && index.method != "hash" && !context.catalog.extensions.empty()) continue;
      always_fails(
          context, "42704",
          fmt::format("{} has no operator class for {}: drop index {} first", in_prose(index.method),
                      sql_in_prose(format_type(change.type, context.catalog)), in_prose(index.name.name)));
      return false;
    }
  return true;
}

bool names_column(const std::vector<std::string>& columns, const std::string& column) {
  return std::ranges::find(columns, column) != columns.end();
}

const TypeName* column_type(const Context& context, const RelationName& table, const std::string& column) {
  const Table* found = table_now(context, table);
  const Column* known = found == nullptr ? nullptr : found->column(column);
  return known == nullptr ? nullptr : &known->type;
}

/// One pair of a foreign key's columns after the change: the other table is locked, and the pair must still
/// compare.
bool keep_foreign_key(Context& context, const ChangeType& change, const RelationName& other,
                      const std::string& other_column, bool is_referencing, bool rows) {
  lock(context, other, LockMode::access_exclusive);
  if (rows) scan(context, other);
  const TypeName* type = column_type(context, other, other_column);
  if (type == nullptr) return true;
  const bool compatible = is_referencing ? foreign_key_compatible(change.type, *type, context.catalog)
                                         : foreign_key_compatible(*type, change.type, context.catalog);
  if (compatible) return true;
  always_fails(context, "42804",
               fmt::format("the foreign key between {} and {} would compare {} with {}",
                           in_prose(resolve(context, change.table)), in_prose(other),
                           sql_in_prose(format_type(change.type, context.catalog)),
                           sql_in_prose(format_type(*type, context.catalog))));
  return false;
}

bool keep_foreign_keys(Context& context, const ChangeType& change, const Table& table, bool rewrites) {
  const auto pair_of = [&](const std::vector<std::string>& columns,
                           const std::vector<std::string>& others) -> std::string {
    const auto at = std::ranges::find(columns, change.column) - columns.begin();
    return static_cast<std::size_t>(at) < others.size() ? others[static_cast<std::size_t>(at)]
                                                        : std::string();
  };
  for (const Constraint& key : table.constraints) {
    if (key.kind != Constraint::Kind::foreign_key || !names_column(key.columns, change.column) ||
        key.referenced == table.name)
      continue;
    if (!keep_foreign_key(context, change, key.referenced, pair_of(key.columns, key.referenced_columns), true,
                          rewrites && key.validated))
      return false;
  }
  for (const auto& [other, key] : context.catalog.referencing(table.name)) {
    if (!names_column(key->referenced_columns, change.column) || other->name == table.name) continue;
    if (!keep_foreign_key(context, change, other->name, pair_of(key->referenced_columns, key->columns), false,
                          rewrites && key->validated))
      return false;
  }
  return true;
}

/// Without a rewrite: which indexes are built again, and which checks are read through.
void keep_indexes_and_checks(Context& context, const ChangeType& change, const Table& table,
                             const Column& column) {
  const auto family_changes = [&](const Index& index) {
    const bool key = std::ranges::any_of(index.elements, [&](const IndexElement& e) {
      return e.column == column.name && e.operator_class.empty();
    });
    const bool other_collation = change.collation && change.collation != column.collation;
    return key && (other_collation || operator_family(index.method, column.type, context.catalog) !=
                                          operator_family(index.method, change.type, context.catalog));
  };
  const auto in_expression = [&](const Index& index) {
    const bool element = std::ranges::any_of(index.elements, [&](const IndexElement& e) {
      return e.expression && mentions(*e.expression, column.name);
    });
    return element || (index.where && mentions(*index.where, column.name));
  };
  for (const Index& index : table.indexes) {
    if (!family_changes(index) && !in_expression(index)) continue;
    rebuild(context, index.name);
    scan_reached(context, table.name);
    if (index.unique && family_changes(index)) may_fail(context, "23505", table.name, index.columns());
  }
  for (const Constraint& constraint : table.constraints) {
    const bool check = constraint.kind == Constraint::Kind::check && constraint.validated &&
                       constraint.enforced && constraint.expression;
    if (check && mentions(*constraint.expression, column.name)) scan_reached(context, table.name);
  }
}

/// Values that become equal break a key; values that change break what referred to them.
void lossy_keys(Context& context, const Table& table, const Column& column) {
  for (const Index& index : table.indexes) {
    const auto columns = index.columns();
    if (index.unique && names_column(columns, column.name)) may_fail(context, "23505", table.name, columns);
  }
}

}  // namespace

static bool becomes_serial(Context& context, const ChangeType& change) {
  const std::string& name = change.type.name;
  if (!change.type.schema.empty() || !name.ends_with("serial")) return false;
  always_fails(
      context, "42704",
      fmt::format("{} is not a type: it is a word of CREATE TABLE and ADD COLUMN only", in_prose(name)));
  return true;
}

/// A cast that is written is looked for first, and missing by another SQLSTATE.
static bool has_written_casts(Context& context, const ChangeType& change, const Column& column) {
  if (!change.using_expression) return true;
  const auto chain = follow(*change.using_expression, column, context);
  if (!chain || chain->has_casts) return true;
  always_fails(
      context, "42846",
      fmt::format("there is no cast from {} to {}", sql_in_prose(format_type(column.type, context.catalog)),
                  sql_in_prose(format_type(chain->type, context.catalog))));
  return false;
}

static bool has_cast(Context& context, const ChangeType& change, const Table& table, const Column& column,
                     const Conversion& conversion) {
  if (!has_written_casts(context, change, column)) return false;
  if (conversion.exists) return true;
  always_fails(context, "42804",
               fmt::format("{}.{} can't be cast automatically from {} to {}", in_prose(table.name),
                           in_prose(column.name), sql_in_prose(format_type(column.type, context.catalog)),
                           sql_in_prose(format_type(change.type, context.catalog))));
  return false;
}

static void report_rows(Context& context, const Table& table, const Column& column,
                        const Conversion& conversion) {
  for (const std::string& sqlstate : conversion.failures)
    may_fail(context, sqlstate, table.name, {column.name}, conversion.any_row);
  if (!conversion.lossy) return;
  lose(context, Loss::Kind::values, table.name, column.name);
  lossy_keys(context, table, column);
}

void apply(Context& context, const ChangeType& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  if (failed(context) || becomes_serial(context, change)) return;
  const Column* column = table == nullptr ? nullptr : target_column(context, *table, change.column);
  if (failed(context) || !type_is_there(context, change.type)) return;
  if (column == nullptr) {  // the old type is anybody's guess: assume the worst
    if (context.catalog.view(change.table) == nullptr && !context.statement.if_exists)
      rewrite_reached(context, change.table);
    return;
  }
  if (!may_have_type(context, change, *table, *column)) return;
  Conversion conversion = rows_of(change, *table, *column, context);
  if (column->generated && column->generated_virtual) conversion.rewrites = false;
  if (!has_cast(context, change, *table, *column, conversion) ||
      !default_is_castable(context, change, *table, *column) ||
      !allowed_by_dependents(context, change, *table, *column))
    return;
  if (!keep_foreign_keys(context, change, *table, conversion.rewrites)) return;
  if (!expressions_survive(context, change, *table, *column) ||
      !indexes_survive(context, change, *table, *column))
    return;
  if (conversion.rewrites)
    rewrite_reached(context, change.table);
  else
    keep_indexes_and_checks(context, change, *table, *column);
  report_rows(context, *table, *column, conversion);
}

}  // namespace miglint
