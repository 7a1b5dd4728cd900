// Expressions without calls (parse_expr.c): columns, literals, casts, CASE, arrays, sub-selects.

#include <algorithm>
#include <fmt/format.h>

#include "analysis/analyser.hpp"
#include "analysis/literal.hpp"
#include "analysis/polymorphism.hpp"
#include "miglint/characters.hpp"

namespace miglint {

Type Analyser::expression(const Expression& expression, const Scope& scope, Clause clause) {
  using Kind = Expression::Kind;
  switch (expression.kind) {
    case Kind::constant:
      return to_type(catalog_, expression.type);
    case Kind::null:
      return builtin("unknown"_type);
    case Kind::column:
      return column(expression, scope);
    case Kind::function:
      return call(expression, scope, clause);
    case Kind::op:
      return operation(expression, scope, clause);
    case Kind::cast:
      return cast(expression, scope, clause);
    case Kind::conjunction:
    case Kind::disjunction:
    case Kind::negation:
      for (const Expression& arg : expression.args)
        condition(arg, scope, clause,
                  expression.kind == Kind::conjunction   ? "AND"
                  : expression.kind == Kind::disjunction ? "OR"
                                                         : "NOT");
      return builtin("bool"_type);
    case Kind::is_null:
    case Kind::is_not_null:
      for (const Expression& arg : expression.args) this->expression(arg, scope, clause);
      return builtin("bool"_type);
    case Kind::case_when:
      return case_when(expression, scope, clause);
    case Kind::coalesce: {
      std::vector<Type> types;
      std::vector<const Expression*> values;
      for (const Expression& arg : expression.args) {
        types.push_back(this->expression(arg, scope, clause));
        values.push_back(&arg);
      }
      return meet(types, values, "COALESCE");
    }
    case Kind::array:
      return array(expression, scope, clause);
    case Kind::row:
      for (const Expression& arg : expression.args) this->expression(arg, scope, clause);
      return builtin("record"_type);
    case Kind::subquery:
      return subquery(expression, scope);
    case Kind::exists:
      subquery(expression, scope);
      return builtin("bool"_type);
    case Kind::default_value:
      refuse("42601", "DEFAULT stands where only a value can");
      return {};
    case Kind::collate:
      return collate(expression, scope, clause);
    case Kind::field:
      return field(expression, scope, clause);
    case Kind::subscript:
      return subscript(expression, scope, clause);
    case Kind::parameter: {
      const auto number = static_cast<std::size_t>(std::max(0, std::atoi(expression.value.c_str())));
      if (parameters == nullptr) {
        if (planned && !has_variables)
          refuse("42P02", fmt::format("there is no parameter ${}", expression.value));
        return {};
      }
      if (number < 1 || number > parameters->size()) {
        refuse("42P02", fmt::format("there is no parameter ${}", expression.value));
        return {};
      }
      return to_type(catalog_, catalog_.resolve((*parameters)[number - 1].type));
    }
    case Kind::other:
      return other(expression, scope, clause);
  }
  return {};
}

void Analyser::condition(const Expression& condition, const Scope& scope, Clause clause,
                         std::string_view what) {
  const Type type = expression(condition, scope, clause);
  if (!type.known()) return;
  if (type.is_literal()) return read(condition, type, builtin("bool"_type));
  if (!can_coerce(catalog_, type, builtin("bool"_type), Coercion::assignment) && knows_operators(catalog_))
    refuse("42804", fmt::format("{} takes a boolean, and this is {}", what,
                                sql_in_prose(format_type(type.name, catalog_))));
}

void Analyser::read(const Expression& literal, const Type& given, const Type& wanted) {
  if (!given.is_literal() || !wanted.known() || literal.kind != Expression::Kind::constant) return;
  if (is_polymorphic(wanted) || wanted.is_literal()) return;
  if (const auto error = read_literal(catalog_, wanted.name, literal.value, LiteralUse::cast))
    return refuse(error->sqlstate, error->message);
  if (!wanted.is("regclass"_type)) return;
  const RelationName relation = parse_relation_name(literal.value);
  const bool number = literal.value.find_first_not_of("0123456789") == std::string::npos;
  if (!number && literal.value != "-" && catalog_.certainly_missing(relation))
    refuse("42P01", fmt::format("{} does not exist", in_prose(catalog_.resolve(relation))));
}

/// CASE, COALESCE, VALUES and the like: the type that all become.
Type Analyser::meet(const std::vector<Type>& types, const std::vector<const Expression*>& values,
                    std::string_view what) {
  const std::optional<Type> common = common_type(catalog_, types);
  if (!common) {
    if (knows_operators(catalog_))
      refuse("42804", fmt::format("the values of {} have types that don't go together", what));
    return {};
  }
  if (common->known())
    for (std::size_t at = 0; at < types.size(); ++at) {
      read(*values[at], types[at], *common);
      if (!(types[at] == *common)) take_cast_volatility(types[at], *common);
    }
  return common->is_literal() ? builtin("text"_type) : *common;
}

Type Analyser::case_when(const Expression& expression, const Scope& scope, Clause clause) {
  std::vector<Type> types;
  std::vector<const Expression*> results;
  const bool has_else = expression.value == "else";
  const std::size_t pairs = expression.args.size() / 2;
  for (std::size_t at = 0; at < pairs; ++at) {
    condition(expression.args[2 * at], scope, clause, "CASE WHEN");
    results.push_back(&expression.args[2 * at + 1]);
  }
  if (has_else && !expression.args.empty()) results.push_back(&expression.args.back());
  for (const Expression* result : results) types.push_back(this->expression(*result, scope, clause));
  return meet(types, results, "CASE");
}

Type Analyser::array(const Expression& expression, const Scope& scope, Clause clause) {
  std::vector<Type> types;
  std::vector<const Expression*> values;
  for (const Expression& arg : expression.args) {
    types.push_back(this->expression(arg, scope, clause));
    values.push_back(&arg);
  }
  if (types.empty()) {
    refuse("42P18", "ARRAY[] has no type: write ARRAY[]::text[]");
    return {};
  }
  return array_of(meet(types, values, "ARRAY[…]"));
}

/// Between bytea and integers, from 18 on.
static bool has_later_cast(const Catalog& catalog, const Type& given, const Type& wanted) {
  const auto is_integer = [](const Type& type) {
    return type.is("int2"_type) || type.is("int4"_type) || type.is("int8"_type);
  };
  return catalog.postgres >= 18 &&
         ((given.is("bytea"_type) && is_integer(wanted)) || (is_integer(given) && wanted.is("bytea"_type)));
}

Type Analyser::cast(const Expression& cast, const Scope& scope, Clause clause) {
  const TypeName name = catalog_.resolve(cast.type);
  const Type wanted = to_type(catalog_, name);
  if (cast.args.empty()) return wanted;
  const Expression& operand = cast.args.front();
  if (operand.kind == Expression::Kind::array && operand.args.empty()) return wanted;
  const Type given = expression(operand, scope, clause);
  // A type's name alone may be a table's row, an extension's, one that something else made.
  if (wanted.kind == Type::Kind::opaque) {
    if (catalog_.type_certainly_missing(cast.type))
      refuse("42704", fmt::format("type {} does not exist", in_prose(RelationName{name.schema, name.name})));
    return wanted;
  }
  if (operand.kind == Expression::Kind::array && wanted.is_array()) return wanted;
  if (given.is_literal()) {
    read(operand, given, wanted);  // at once: whatever its input function is, the value stays
    return wanted;
  }
  if (operand.kind == Expression::Kind::row) check_row_cast(operand, wanted);
  if (!given.known() || !wanted.known()) return wanted;
  take_cast_volatility(given, wanted);
  if (!can_coerce(catalog_, given, wanted, Coercion::explicit_) && knows_operators(catalog_) &&
      !has_later_cast(catalog_, given, wanted))
    refuse("42846",
           fmt::format("there is no cast from {} to {}", sql_in_prose(format_type(given.name, catalog_)),
                       sql_in_prose(format_type(name, catalog_))));
  return wanted;
}

/// As many values as the type has attributes.
void Analyser::check_row_cast(const Expression& row, const Type& wanted) {
  const Composite* composite = composite_named(catalog_, {wanted.name.schema, wanted.name.name});
  if (wanted.is_array() || composite == nullptr) return;
  const std::size_t attributes = composite->attributes.size();
  const bool known = catalog_.knows(composite->name, composite->origin) &&
                     std::ranges::none_of(
                         row.args, [](const Expression& arg) { return arg.kind == Expression::Kind::other; });
  if (known && attributes != row.args.size())
    refuse("42846", fmt::format("a row of {} values can't become {}, which has {} attributes",
                                row.args.size(), in_prose(composite->name), attributes));
}

static std::string_view without_subqueries(Place place) {
  switch (place) {
    case Place::check:
    case Place::domain_check:
      return "a CHECK";
    case Place::default_value:
      return "a DEFAULT";
    case Place::generated:
      return "a generated column";
    case Place::index_expression:
      return "an index expression";
    case Place::index_predicate:
      return "an index predicate";
    case Place::trigger_when:
      return "a trigger's WHEN";
    case Place::partition_key:
      return "a partition key";
    case Place::transform:
      return "USING";
    case Place::copy_where:
      return "COPY's WHERE";
    default:
      return {};
  }
}

Type Analyser::subquery(const Expression& expression, const Scope& scope) {
  if (const std::string_view what = without_subqueries(place); !what.empty())
    refuse("0A000", fmt::format("{} can't contain a subquery", what));
  if (!expression.query) {
    reads.known = false;
    if (!levels_.empty()) levels_.back().doubtful = true;
    return {};
  }
  const QueryOutput output = query(*expression.query, scope);
  if (expression.kind == Expression::Kind::exists || !output.known || !output.sure) return {};
  if (output.columns.size() != 1) {
    if (output.columns.size() > 1) refuse("42601", "a subquery used as a value has more than one column");
    return {};
  }
  const ScopeColumn& column = output.columns.front();
  if (!column.sure) return {};
  const Type type = to_type(catalog_, *column.type);
  return expression.value == "ARRAY" ? array_of(type) : type;
}

/// A sub-select that is compared with a row.
Type Analyser::rows(const Expression& subquery, const Scope& scope, std::size_t width) {
  if (!subquery.query) {
    reads.known = false;
    return {};
  }
  const QueryOutput output = query(*subquery.query, scope);
  if (width > 0 && output.known && output.sure && output.columns.size() != width)
    refuse("42601", fmt::format("a row of {} values is compared with a subquery of {} columns", width,
                                output.columns.size()));
  return {};
}

Type Analyser::collate(const Expression& expression, const Scope& scope, Clause clause) {
  if (expression.args.empty()) return {};
  const Type type = this->expression(expression.args.front(), scope, clause);
  const Type base = base_of(catalog_, type);
  if (type.is_literal()) return builtin("text"_type);
  if (!base.known()) return type;
  const Type element = base.is_array() ? element_of(catalog_, base) : base;
  const bool collatable = category_of(catalog_, element) == 'S';
  if (element.known() && !collatable)
    refuse("42804", fmt::format("COLLATE on {}, which has no collation",
                                sql_in_prose(format_type(type.name, catalog_))));
  return type;
}

Type Analyser::field(const Expression& expression, const Scope& scope, Clause clause) {
  if (expression.args.empty()) return {};
  const Expression& row = expression.args.front();
  if (row.kind == Expression::Kind::column && row.qualifier.empty()) {
    const NameFound found = look_up({.qualifier = {}, .column = row.value}, scope);
    if (found.column == nullptr && found.whole != nullptr) {
      const ScopeItem& item = *found.whole;
      if (const ScopeColumn* column = column_named(item.columns, expression.value)) {
        use(*column);
        return column->sure ? to_type(catalog_, *column->type) : Type{};
      }
      if (!item.known) use_candidate({&item}, expression.value);
      if (item.known && item.sure && !item.relation.empty() && !has_variables &&
          functions_named(catalog_, {.name = expression.value}).empty() &&
          builtin_procedures(expression.value).empty())
        refuse("42703", fmt::format("{} has no column {}", in_prose(item.alias), in_prose(expression.value)));
      return {};
    }
  }
  const Type type = base_of(catalog_, this->expression(row, scope, clause));
  if (type.known() && type.kind == Type::Kind::builtin && row_of(type.id).kind == 'b' && !type.is_literal() &&
      knows_functions(catalog_) && functions_named(catalog_, {.name = expression.value}).empty() &&
      builtin_procedures(expression.value).empty())
    refuse("42809", fmt::format("{} has no fields, and .{} asks for one",
                                sql_in_prose(format_type(type.name, catalog_)), expression.value));
  return attribute(type, expression.value);
}

Type Analyser::attribute(const Type& type, const std::string& name) {
  if (type.kind != Type::Kind::composite || type.is_array()) return {};
  const RelationName relation{.schema = type.name.schema, .name = type.name.name};
  if (const Table* table = catalog_.table(relation)) {
    const Column* column = table->column(name);
    return column == nullptr ? Type{} : to_type(catalog_, column->type);
  }
  const Composite* composite = composite_named(catalog_, relation);
  if (composite == nullptr) return {};
  for (const ColumnDefinition& attribute : composite->attributes)
    if (attribute.name == name) return to_type(catalog_, catalog_.resolve(attribute.type));
  if (catalog_.knows(composite->name, composite->origin) && functions_named(catalog_, {.name = name}).empty())
    refuse("42703", fmt::format("{} has no attribute {}", in_prose(composite->name), in_prose(name)));
  return {};
}

Type Analyser::subscript(const Expression& expression, const Scope& scope, Clause clause) {
  Type type;
  for (const Expression& arg : expression.args) {
    const Type given = this->expression(arg, scope, clause);
    if (&arg == &expression.args.front()) type = base_of(catalog_, given);
  }
  if (!type.known() || type.is_literal()) return {};
  if (expression.args.front().kind == Expression::Kind::subscript) return {};  // dimensions are not counted
  if (type.is("jsonb"_type)) return type;
  if (expression.value == ":") return type;
  const Type element = element_of(catalog_, type);
  const bool geometric = type.is("point"_type) || type.is("lseg"_type) || type.is("box"_type) ||
                         type.is("path"_type) || type.is("line"_type) || type.is("name"_type);
  if (element.kind == Type::Kind::not_known && !geometric && type.kind == Type::Kind::builtin)
    refuse("42804", fmt::format("{} has no elements", sql_in_prose(format_type(type.name, catalog_))));
  return element;
}

/// Of words of PostgreSQL's that the vocabulary has none for, what is inside is looked at all the same.
Type Analyser::other(const Expression& expression, const Scope& scope, Clause clause) {
  if (expression.value == "*" && expression.args.empty()) {
    if (!expression.qualifier.empty()) {
      const ScopeItem* item = item_named(expression.qualifier, scope);
      if (item == nullptr) {
        reads.known = false;
      } else {
        use_all_of(item->columns, item->known || item->relation.empty());
      }
    } else if (!scope.empty()) {
      use_all_of(scope.back()->columns, scope.back()->known);
    }
    return {};
  }
  for (const Expression& arg : expression.args) this->expression(arg, scope, clause);
  if (!levels_.empty()) levels_.back().doubtful = true;
  return {};
}

void Analyser::assign(const Expression& from, const Type& given, const ScopeColumn& column) {
  const Type wanted = to_type(catalog_, *column.type);
  if (!column.sure || !given.known() || !wanted.known()) return;
  if (given.is_literal()) return read(from, given, wanted);
  if (can_coerce(catalog_, given, wanted, Coercion::assignment) || !knows_operators(catalog_)) return;
  refuse("42804", fmt::format("column {} is {}, and its value {}", in_prose(column.name),
                              sql_in_prose(format_type(wanted.name, catalog_)),
                              sql_in_prose(format_type(given.name, catalog_))));
}

}  // namespace miglint
