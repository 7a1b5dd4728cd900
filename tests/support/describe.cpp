#include "support/describe.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "parse/parser.hpp"

namespace miglint::test {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

std::string list(const std::vector<std::string>& items) {
  return fmt::format("({})", fmt::join(items, ", "));
}
std::string when(bool condition, std::string_view words) { return condition ? " " + std::string(words) : ""; }
std::string optional(std::string_view word, const Boxed<Expression>& expression) {
  return expression ? fmt::format(" {} {}", word, describe(*expression)) : "";
}

std::string column(const ColumnDefinition& column) {
  return fmt::format("{} {}{}{}{}{}", column.name, describe(column.type), when(column.not_null, "not null"),
                     when(column.primary_key, "primary key"), optional("default", column.default_value),
                     optional("generated", column.generated)) +
         when(column.identity == Identity::always, "identity always") +
         when(column.identity == Identity::by_default, "identity by default") +
         (column.collation ? " collate " + to_string(*column.collation) : "");
}

std::string header(const ConstraintHeader& head) {
  return to_string(head.table) + when(!head.name.empty(), head.name) +
         when(!head.inline_column.empty(), "inline") + when(head.not_valid, "not valid") +
         when(head.deferrable, "deferrable") + when(head.initially_deferred, "deferred") +
         when(head.no_inherit, "no inherit");
}

std::string action(std::string_view event, ReferentialAction action) {
  switch (action) {
    case ReferentialAction::no_action:
      return "";
    case ReferentialAction::restrict:
      return fmt::format(" on {} restrict", event);
    case ReferentialAction::cascade:
      return fmt::format(" on {} cascade", event);
    case ReferentialAction::set_null:
      return fmt::format(" on {} set null", event);
    case ReferentialAction::set_default:
      return fmt::format(" on {} set default", event);
  }
  return "";
}

std::string element(const IndexElement& element) {
  return (element.expression ? describe(*element.expression) : element.column) +
         when(!element.operator_class.empty(), element.operator_class) + when(element.descending, "desc") +
         when(element.nulls_first == true, "nulls first") + when(element.nulls_first == false, "nulls last");
}

std::string query(const QuerySummary& query) {
  std::vector<std::string> relations;
  for (const RelationName& relation : query.relations) relations.push_back(to_string(relation));
  return fmt::format("reads {} gives {}", list(relations), list(query.output));
}

std::string object(const ObjectReference& object) {
  std::vector<std::string> types;
  for (const TypeName& type : object.arguments) types.push_back(describe(type));
  return to_string(object.name) + when(!object.on.empty(), "on " + object.on.name) +
         when(!types.empty(), list(types));
}

std::string objects(const std::vector<ObjectReference>& references) {
  std::vector<std::string> words;
  for (const ObjectReference& reference : references) words.push_back(object(reference));
  return list(words);
}

std::string details(const Change& change) {
  const auto name = [](const RelationName& relation) { return to_string(relation); };
  return std::visit(
      Overloaded{
          [&](const AddColumn& c) {
            return name(c.table) + "." + column(c.column) + when(c.if_not_exists, "if not exists");
          },
          [&](const DropColumn& c) {
            return name(c.table) + "." + c.column + when(c.if_exists, "if exists") +
                   when(c.cascade, "cascade");
          },
          [&](const SetNotNull& c) { return name(c.table) + "." + c.column; },
          [&](const DropNotNull& c) { return name(c.table) + "." + c.column; },
          [&](const SetDefault& c) { return name(c.table) + "." + c.column + " " + describe(*c.value); },
          [&](const DropDefault& c) { return name(c.table) + "." + c.column; },
          [&](const ChangeType& c) {
            return name(c.table) + "." + c.column + " " + describe(c.type) +
                   optional("using", c.using_expression);
          },
          [&](const AlterIdentity& c) {
            return name(c.table) + "." + c.column + when(c.identity == Identity::always, "always");
          },
          [&](const AddPrimaryKey& c) {
            return header(c) + " " + list(c.columns) +
                   when(!c.using_index.empty(), "using index " + c.using_index);
          },
          [&](const AddUnique& c) {
            return header(c) + " " + list(c.columns) +
                   when(!c.using_index.empty(), "using index " + c.using_index) +
                   when(c.nulls_not_distinct, "nulls not distinct");
          },
          [&](const AddForeignKey& c) {
            return header(c) + " " + list(c.columns) + " -> " + name(c.referenced) +
                   list(c.referenced_columns) + action("delete", c.on_delete) + action("update", c.on_update);
          },
          [&](const AddCheck& c) { return header(c) + " " + describe(*c.expression); },
          [&](const AddExclude& c) {
            return header(c) + " " + c.method + list(c.columns) + list(c.operators) +
                   optional("where", c.where);
          },
          [&](const DropConstraint& c) {
            return name(c.table) + " " + c.name + when(c.if_exists, "if exists") + when(c.cascade, "cascade");
          },
          [&](const ValidateConstraint& c) { return name(c.table) + " " + c.name; },
          [&](const CreateTable& c) {
            std::vector<std::string> columns;
            for (const ColumnDefinition& definition : c.columns) columns.push_back(column(definition));
            return name(c.table) + " " + list(columns) + when(c.if_not_exists, "if not exists") +
                   when(c.persistence == Persistence::temporary, "temporary") +
                   (c.partition_key
                        ? " partition by " + c.partition_key->strategy + list(c.partition_key->columns)
                        : "") +
                   (c.partition_of ? " partition of " + name(*c.partition_of) + " " + c.bound->text : "") +
                   (c.as_query ? " as " + query(*c.as_query) : "");
          },
          [&](const DropTable& c) {
            return name(c.table) + when(c.if_exists, "if exists") + when(c.cascade, "cascade");
          },
          [&](const AttachPartition& c) {
            return name(c.table) + " " + name(c.partition) + " " + c.bound.text;
          },
          [&](const DetachPartition& c) {
            return name(c.table) + " " + name(c.partition) + when(c.concurrently, "concurrently");
          },
          [&](const AlterTableOption& c) {
            return fmt::format("{} {} {}", name(c.table), static_cast<int>(c.option), c.value);
          },
          [&](const CreateIndex& c) {
            std::vector<std::string> elements;
            for (const IndexElement& item : c.elements) elements.push_back(element(item));
            return fmt::format("{} on {} {} {}{}{}{}{}", c.name, name(c.table), c.method, list(elements),
                               when(c.unique, "unique"), when(c.concurrently, "concurrently"),
                               when(!c.include.empty(), "include " + list(c.include)),
                               optional("where", c.where));
          },
          [&](const DropIndex& c) {
            return name(c.index) + when(c.concurrently, "concurrently") + when(c.if_exists, "if exists");
          },
          [&](const RenameColumn& c) { return name(c.table) + "." + c.from + " to " + c.to; },
          [&](const RenameObject& c) {
            return fmt::format("{} {}{} to {}", static_cast<int>(c.kind), name(c.name),
                               when(!c.on.empty(), "on " + name(c.on)), c.to);
          },
          [&](const SetSchema& c) { return fmt::format("{} to {}", name(c.name), c.schema); },
          [&](const DropObject& c) {
            return fmt::format("{} {}{}{}", static_cast<int>(c.kind), name(c.name),
                               when(!c.on.empty(), "on " + name(c.on)), when(c.cascade, "cascade"));
          },
          [&](const CreateEnum& c) { return name(c.type) + " " + list(c.labels); },
          [&](const AddEnumValue& c) {
            return name(c.type) + " " + c.label +
                   (c.neighbour.empty() ? "" : (c.before ? " before " : " after ") + c.neighbour);
          },
          [&](const RenameEnumValue& c) { return name(c.type) + " " + c.from + " to " + c.to; },
          [&](const CreateDomain& c) {
            return name(c.type) + " " + describe(c.base) +
                   fmt::format(" {} constraints", c.constraints.size());
          },
          [&](const CreateSequence& c) {
            return name(c.sequence) + when(!c.owned_by_table.empty(),
                                           "owned by " + name(c.owned_by_table) + "." + c.owned_by_column);
          },
          [&](const AlterSequence& c) {
            return name(c.sequence) + when(!c.owned_by_table.empty(),
                                           "owned by " + name(c.owned_by_table) + "." + c.owned_by_column);
          },
          [&](const CreateView& c) {
            return name(c.view) + " " + query(c.query) + when(c.materialized, "materialized");
          },
          [&](const CreateTrigger& c) {
            return fmt::format("{} on {} calls {}", c.name, name(c.table), name(c.function)) +
                   optional("when", c.when);
          },
          [&](const CreateFunction& c) {
            return fmt::format("{} {} {}", name(c.function), c.language, static_cast<int>(c.volatility));
          },
          [&](const Insert& c) {
            std::string text = name(c.table) + " " + list(c.columns);
            for (const auto& row : c.rows) {
              std::vector<std::string> values;
              for (const Expression& value : row) values.push_back(describe(value));
              text += " " + list(values);
            }
            return text + (c.query ? " " + query(*c.query) : "") +
                   when(c.on_conflict_do_nothing, "do nothing") + when(c.on_conflict_update, "do update");
          },
          [&](const Update& c) {
            std::vector<std::string> sets;
            for (const Assignment& assignment : c.assignments)
              sets.push_back(assignment.column + " = " + describe(assignment.value));
            return name(c.table) + when(!c.alias.empty(), "as " + c.alias) + " set " + list(sets) +
                   when(!c.from.empty(), "from") + optional("where", c.where);
          },
          [&](const Delete& c) {
            return name(c.table) + when(!c.using_relations.empty(), "using") + optional("where", c.where);
          },
          [&](const Truncate& c) { return name(c.table) + when(c.cascade, "cascade"); },
          [&](const Select& c) { return query(c.query) + when(c.for_update, "for update"); },
          [&](const LockTable& c) { return name(c.table) + " " + c.mode; },
          [&](const SetVariable& c) {
            return fmt::format("{} = {}{}{}", c.name, c.value, when(c.local, "local"),
                               when(c.reset, "reset"));
          },
          [&](const Maintenance& c) { return name(c.table); },
          [&](const CreateObject& c) {
            return object(c.object) + when(c.if_not_exists, "if not exists") +
                   when(c.or_replace, "or replace") + " " + objects(c.uses) +
                   when(!c.shells.empty(), "shells " + objects(c.shells));
          },
          [&](const AlterObject& c) { return objects(c.objects); },
          [&](const NoEffect& c) { return c.tag; },
          [&](const Unmodelled& c) {
            return c.tag + (c.relations.empty() ? "" : " " + name(c.relations.front()));
          },
          [&](const DoBlock& c) {
            std::string text = c.dynamic ? "dynamic" : "";
            for (const DoBlock::Step& step : c.steps) {
              constexpr const char* guards[] = {"always", "tolerated", "conditional"};
              text += fmt::format("\n  {}{}{}{}:", guards[static_cast<int>(step.guard)],
                                  optional(step.negated ? "unless" : "if", step.when),
                                  when(!step.caught.empty(), "catches " + list(step.caught)), "");
              for (const StatementChange& inner : step.statement.changes)
                text += " " + describe(inner.change);
            }
            return text;
          },
          [](const auto&) { return std::string(); },
      },
      change);
}

std::string call(std::string_view name, const std::vector<Expression>& args) {
  std::vector<std::string> words;
  for (const Expression& arg : args) words.push_back(describe(arg));
  return fmt::format("{}{}", name, list(words));
}

}  // namespace

std::string describe(const TypeName& type) {
  std::string text = type.name + (type.modifiers.empty() ? "" : list(type.modifiers));
  if (!type.schema.empty() && type.schema != "pg_catalog") text = type.schema + "." + text;
  for (int i = 0; i < type.array_dimensions; ++i) text += "[]";
  return text + when(!type.interval_fields.empty(), type.interval_fields);
}

std::string describe(const Expression& e) {
  using Kind = Expression::Kind;
  switch (e.kind) {
    case Kind::constant:
      return e.type.name == "unknown" ? "'" + e.value + "'" : e.value;
    case Kind::null:
      return "null";
    case Kind::column:
      return e.qualifier.empty() ? e.value : e.qualifier + "." + e.value;
    case Kind::function:
      return call(to_string(e.function), e.args);
    case Kind::op:
      return call("[" + e.value + "]", e.args);
    case Kind::cast:
      return describe(e.args.front()) + "::" + describe(e.type);
    case Kind::conjunction:
      return call("and", e.args);
    case Kind::disjunction:
      return call("or", e.args);
    case Kind::negation:
      return call("not", e.args);
    case Kind::is_null:
      return call("is-null", e.args);
    case Kind::is_not_null:
      return call("is-not-null", e.args);
    case Kind::case_when:
      return call(e.value.empty() ? "case" : "case-else", e.args);
    case Kind::coalesce:
      return call("coalesce", e.args);
    case Kind::array:
      return call("array", e.args);
    case Kind::row:
      return call("row", e.args);
    case Kind::subquery:
      return call("select", e.args);
    case Kind::exists:
      return call("exists", e.args);
    case Kind::default_value:
      return "default";
    case Kind::collate:
      return call("collate " + to_string(e.function), e.args);
    case Kind::field:
      return call("." + e.value, e.args);
    case Kind::subscript:
      return call("[" + e.value + "]", e.args);
    case Kind::parameter:
      return "$" + e.value;
    case Kind::other:
      return call("other", e.args);
  }
  return "?";
}

std::string describe(const Change& change) {
  const std::string rest = details(change);
  return std::string(kind_of(change)) + (rest.empty() ? "" : " " + rest);
}

std::string describe(const Migration& migration) {
  std::string text;
  for (const Statement& statement : migration.statements) {
    for (const StatementChange& change : statement.changes) {
      text += (text.empty() ? "" : "\n") +
              (change.command == 0 ? std::string() : fmt::format("[{}] ", change.command)) +
              describe(change.change);
    }
  }
  return text;
}

Migration lowered(std::string_view sql) {
  return parse(SourceFile{.path = "migration.sql", .name = "1", .text = std::string(sql)});
}

std::string lower(std::string_view sql) {
  const Migration migration = lowered(sql);
  std::string text = describe(migration);
  for (const ParseIssue& issue : migration.issues) text += (text.empty() ? "! " : "\n! ") + issue.message;
  return text;
}

}  // namespace miglint::test
