#include "print/object.hpp"

#include <array>
#include <cctype>
#include <fmt/format.h>

#include "print/column.hpp"
#include "print/index.hpp"
#include "print/rows.hpp"
#include "print/table.hpp"

namespace miglint::printing {
namespace {

std::string only(bool written) { return written ? "ONLY " : ""; }

std::string_view routine_words(ObjectKind kind, bool routine) {
  return routine ? "ROUTINE" : kind_words(kind);
}

// ---- Names ------------------------------------------------------------------------------------------------

/// ALTER TABLE … RENAME takes views, indexes and sequences too.
std::string rename(const RenameObject& change, const Target& target, Pen& pen) {
  const std::string to = pen.identifier(change.to);
  if (change.kind == ObjectKind::constraint)
    return fmt::format("ALTER {} {}{}{} RENAME CONSTRAINT {} TO {}",
                       change.on_domain ? "DOMAIN" : target.words, if_exists(change.if_exists),
                       only(target.only), pen.relation(change.on), pen.identifier(change.name.name), to);
  return fmt::format("ALTER {} {}{} RENAME TO {}", routine_words(change.kind, change.routine),
                     if_exists(change.if_exists),
                     object_name(change.kind, change.name, change.on, change.arguments, pen), to);
}

std::string rename_column(const RenameColumn& change, const Target& target, Pen& pen) {
  const bool attribute = change.relation_kind == ObjectKind::type;
  return fmt::format("ALTER {} {}{}{} RENAME {} {} TO {}{}", kind_words(change.relation_kind),
                     if_exists(target.if_exists), only(target.only && !attribute), pen.relation(change.table),
                     attribute ? "ATTRIBUTE" : "COLUMN", pen.identifier(change.from),
                     pen.identifier(change.to), when(change.cascade, "CASCADE"));
}

Sentence drop(const DropObject& change, Pen& pen) {
  return {fmt::format("DROP {} {}", routine_words(change.kind, change.routine), if_exists(change.if_exists)),
          object_name(change.kind, change.name, change.on, change.arguments, pen),
          when(change.cascade, "CASCADE")};
}

std::string set_schema(const SetSchema& change, Pen& pen) {
  return fmt::format(
      "ALTER {} {}{} SET SCHEMA {}", routine_words(change.kind, change.routine), if_exists(change.if_exists),
      object_name(change.kind, change.name, change.on, change.arguments, pen), pen.identifier(change.schema));
}

std::string change_owner(const ChangeOwner& change, Pen& pen) {
  if (change.role.empty()) return pen.unknown();
  return fmt::format("ALTER {} {} OWNER TO {}", routine_words(change.kind, change.routine),
                     object_name(change.kind, change.name, change.on, change.arguments, pen),
                     pen.identifier(change.role));
}

std::string comment(const CommentOn& change, Pen& pen) {
  std::string words(routine_words(change.kind, change.routine));
  std::string name;
  if (change.kind == ObjectKind::column) {
    words = "COLUMN";
    name = pen.relation(change.on) + "." + pen.identifier(change.name.name);
  } else if (change.kind == ObjectKind::constraint) {
    words = "CONSTRAINT";
    name = pen.identifier(change.name.name) + " ON " + (change.on_domain ? "DOMAIN " : "") +
           pen.relation(change.on);
  } else {
    name = object_name(change.kind, change.name, change.on, change.arguments, pen);
  }
  return fmt::format("COMMENT ON {} {} IS {}", words, name, change.text ? pen.literal(*change.text) : "NULL");
}

// ---- Types ------------------------------------------------------------------------------------------------

std::string add_enum_value(const AddEnumValue& change, Pen& pen) {
  std::string sql = fmt::format("ALTER TYPE {} ADD VALUE {}{}", pen.relation(change.type),
                                change.if_not_exists ? "IF NOT EXISTS " : "", pen.literal(change.label));
  if (!change.neighbour.empty())
    sql += (change.before ? " BEFORE " : " AFTER ") + pen.literal(change.neighbour);
  return sql;
}

std::string domain_constraint(const DomainConstraint& constraint, Pen& pen) {
  const std::string name =
      constraint.name.empty() ? "" : "CONSTRAINT " + pen.identifier(constraint.name) + " ";
  return name + (constraint.check ? "CHECK (" + pen.expression(*constraint.check) + ")" : "NOT NULL") +
         when(constraint.not_valid, "NOT VALID");
}

std::string create_domain(const CreateDomain& domain, Pen& pen) {
  std::string sql = fmt::format("CREATE DOMAIN {} AS {}{}", pen.relation(domain.type), pen.type(domain.base),
                                pen.collate(domain.collation));
  if (domain.default_value) sql += " DEFAULT " + pen.operand(*domain.default_value);
  for (const DomainConstraint& one : domain.constraints) sql += " " + domain_constraint(one, pen);
  return sql;
}

std::string domain_action(const AlterDomain& change, Pen& pen) {
  using Action = AlterDomain::Action;
  const DomainConstraint& constraint = change.constraint;
  switch (change.action) {
    case Action::add_constraint:
      return "ADD " + domain_constraint(constraint, pen);
    case Action::drop_constraint:
      return "DROP CONSTRAINT " + if_exists(change.if_exists) + pen.identifier(constraint.name) +
             when(change.cascade, "CASCADE");
    case Action::validate_constraint:
      return "VALIDATE CONSTRAINT " + pen.identifier(constraint.name);
    case Action::set_not_null:
      return "SET NOT NULL";
    case Action::drop_not_null:
      return "DROP NOT NULL";
    case Action::set_default:
      return "SET DEFAULT " + (constraint.check ? pen.expression(*constraint.check) : pen.unknown());
    case Action::drop_default:
      return "DROP DEFAULT";
  }
  return pen.unknown();
}

std::string create_type(const CreateType& type, Pen& pen) {
  if (type.form == CreateType::Form::shell) return "CREATE TYPE " + pen.relation(type.type);
  if (type.form != CreateType::Form::composite) return pen.unknown();
  std::vector<std::string> attributes;
  for (const ColumnDefinition& attribute : type.attributes) attributes.push_back(column(attribute, pen));
  return fmt::format("CREATE TYPE {} AS ({})", pen.relation(type.type), join(attributes, ", "));
}

// ---- Sequences --------------------------------------------------------------------------------------------

template <class Sequence>
std::string sequence_clauses(const Sequence& sequence, Pen& pen) {
  std::string sql;
  if (!sequence.type.empty()) sql += " AS " + pen.type(sequence.type);
  const std::string options = sequence_options(sequence.options, pen);
  if (!options.empty()) sql += " " + options;
  if (!sequence.owned_by_table.empty())
    sql +=
        " OWNED BY " + pen.relation(sequence.owned_by_table) + "." + pen.identifier(sequence.owned_by_column);
  return sql;
}

std::string create_sequence(const CreateSequence& sequence, Pen& pen) {
  static constexpr std::array<std::string_view, 3> persistence{"", "UNLOGGED ", "TEMPORARY "};
  return fmt::format("CREATE {}SEQUENCE {}{}{}",
                     persistence.at(static_cast<std::size_t>(sequence.persistence)),
                     sequence.if_not_exists ? "IF NOT EXISTS " : "", pen.relation(sequence.sequence),
                     sequence_clauses(sequence, pen));
}

std::string alter_sequence(const AlterSequence& change, Pen& pen) {
  const std::string clauses = sequence_clauses(change, pen) + when(change.owned_by_none, "OWNED BY NONE");
  if (clauses.empty()) return pen.unknown();
  return "ALTER SEQUENCE " + if_exists(change.if_exists) + pen.relation(change.sequence) + clauses;
}

// ---- What is defined by its text --------------------------------------------------------------------------

std::string or_replace(bool written) { return written ? "OR REPLACE " : ""; }

/// The text behind the name, as it is written.
std::string defined(const std::string& definition, Pen& pen) {
  return definition.empty() ? pen.unknown() : definition;
}

std::string create_view(const CreateView& view, Pen& pen) {
  return fmt::format("CREATE {}{}{}VIEW {}{}{}", or_replace(view.or_replace),
                     view.persistence == Persistence::temporary ? "TEMPORARY " : "",
                     view.materialized ? "MATERIALIZED " : "", view.if_not_exists ? "IF NOT EXISTS " : "",
                     pen.relation(view.view), defined(view.definition, pen));
}

std::string trigger_events(const CreateTrigger& trigger, Pen& pen) {
  std::vector<std::string> events;
  if (trigger.on_insert) events.emplace_back("INSERT");
  if (trigger.on_delete) events.emplace_back("DELETE");
  if (trigger.on_update)
    events.push_back("UPDATE" +
                     (trigger.update_of.empty() ? "" : " OF " + pen.identifiers(trigger.update_of)));
  if (trigger.on_truncate) events.emplace_back("TRUNCATE");
  return join(events, " OR ");
}

std::string create_trigger(const CreateTrigger& trigger, Pen& pen) {
  static constexpr std::array<std::string_view, 3> timing{"BEFORE", "AFTER", "INSTEAD OF"};
  return fmt::format("CREATE {}{}TRIGGER {} {} {} ON {}{}", or_replace(trigger.or_replace),
                     trigger.constraint ? "CONSTRAINT " : "", pen.identifier(trigger.name),
                     timing.at(static_cast<std::size_t>(trigger.timing)), trigger_events(trigger, pen),
                     pen.relation(trigger.table), defined(trigger.definition, pen));
}

std::string create_function(const CreateFunction& function, Pen& pen) {
  return fmt::format("CREATE {}{} {}{}", or_replace(function.or_replace),
                     function.procedure ? "PROCEDURE" : "FUNCTION", pen.relation(function.function),
                     defined(function.definition, pen));
}

/// ALTER POLICY … RENAME is a RenameObject.
template <class Policy>
std::string policy(std::string_view verb, const Policy& policy, Pen& pen) {
  if (policy.definition.empty() && !policy.expressions.empty()) return pen.unknown();
  return fmt::format("{} POLICY {} ON {}{}", verb, pen.identifier(policy.name), pen.relation(policy.table),
                     policy.definition);
}

// ---- Running ----------------------------------------------------------------------------------------------

std::string transaction(const Transaction& change, Pen& pen) {
  using Action = Transaction::Action;
  if (change.left_out) return pen.unknown();
  switch (change.action) {
    case Action::begin:
      return "BEGIN";
    case Action::commit:
      return "COMMIT" + when(change.chain, "AND CHAIN");
    case Action::rollback:
      return "ROLLBACK" + when(change.chain, "AND CHAIN");
    case Action::savepoint:
      return "SAVEPOINT " + pen.identifier(change.savepoint);
    case Action::release:
      return "RELEASE SAVEPOINT " + pen.identifier(change.savepoint);
    case Action::rollback_to:
      return "ROLLBACK TO SAVEPOINT " + pen.identifier(change.savepoint);
    case Action::prepare:
      return pen.unknown();
  }
  return pen.unknown();
}

std::string set_variable(const SetVariable& change, Pen& pen) {
  if (change.name.find(' ') != std::string::npos) return pen.unknown();
  if (change.reset && !change.local) return "RESET " + change.name;
  if (change.reset) return fmt::format("SET LOCAL {} TO DEFAULT", change.name);
  if (change.values.empty()) return pen.unknown();
  std::vector<std::string> values;
  for (const std::string& value : change.values) values.push_back(pen.setting(value));
  return fmt::format("SET {}{} = {}", change.local ? "LOCAL " : "", change.name, join(values, ", "));
}

Sentence maintenance(const Maintenance& change, Pen& pen) {
  using Action = Maintenance::Action;
  if (change.left_out) return {pen.unknown()};
  if (change.action == Action::checkpoint) return {"CHECKPOINT"};
  const std::string table = change.table.empty() ? "" : pen.relation(change.table);
  const auto of_table = [&](const std::string& words) {
    return Sentence{words + (table.empty() ? "" : " "), table, {}};
  };
  if (change.action == Action::vacuum) return of_table("VACUUM");
  if (change.action == Action::vacuum_full) return of_table("VACUUM FULL");
  if (change.action == Action::analyze) return of_table("ANALYZE");
  if (change.action != Action::cluster) return {pen.unknown()};
  return {of_table("CLUSTER").text() +
          (change.index.empty() ? "" : " USING " + pen.identifier(change.index))};
}

/// `AccessExclusiveLock` is ACCESS EXCLUSIVE.
Sentence lock(const LockTable& change, Pen& pen) {
  std::string mode;
  for (const char c : change.mode.substr(0, change.mode.rfind("Lock"))) {
    const bool begins_word = c >= 'A' && c <= 'Z' && !mode.empty();
    mode.append(begins_word ? " " : "")
        .append(1, static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
  }
  return {"LOCK TABLE ", only(change.only) + pen.relation(change.table),
          " IN " + mode + " MODE" + when(change.nowait, "NOWAIT")};
}

std::string reindex(const Reindex& change, Pen& pen) {
  if (change.left_out) return pen.unknown();
  static constexpr std::array<std::string_view, 5> words{"INDEX", "TABLE", "SCHEMA", "DATABASE", "SYSTEM"};
  return fmt::format("REINDEX {}{} {}", words.at(static_cast<std::size_t>(change.scope)),
                     when(change.concurrently, "CONCURRENTLY"), pen.relation(change.name));
}

/// One overload an alternative; what has none is not kept well enough.
class Sentences {
 public:
  Sentences(const Target& target, Pen& pen) : target_(target), pen_(pen) {}

  Sentence operator()(const CreateTable& c) { return {create_table(c, pen_)}; }
  Sentence operator()(const DropTable& c) {
    return {fmt::format("DROP {} {}", target_.words, if_exists(c.if_exists)), pen_.relation(c.table),
            when(c.cascade, "CASCADE")};
  }
  Sentence operator()(const CreateIndex& c) { return {create_index(c, pen_)}; }
  Sentence operator()(const DropIndex& c) {
    return {fmt::format("DROP INDEX {}{}", c.concurrently ? "CONCURRENTLY " : "", if_exists(c.if_exists)),
            pen_.relation(c.index), when(c.cascade, "CASCADE")};
  }
  Sentence operator()(const Reindex& c) { return {reindex(c, pen_)}; }
  Sentence operator()(const AttachIndex& c) {
    return {fmt::format("ALTER INDEX {} ATTACH PARTITION {}", pen_.relation(c.index),
                        pen_.relation(c.partition_index))};
  }
  Sentence operator()(const RenameColumn& c) { return {rename_column(c, target_, pen_)}; }
  Sentence operator()(const RenameObject& c) { return {rename(c, target_, pen_)}; }
  Sentence operator()(const SetSchema& c) { return {set_schema(c, pen_)}; }
  Sentence operator()(const DropObject& c) { return drop(c, pen_); }
  Sentence operator()(const ChangeOwner& c) { return {change_owner(c, pen_)}; }
  Sentence operator()(const CreateEnum& c) {
    return {fmt::format("CREATE TYPE {} AS ENUM ({})", pen_.relation(c.type), pen_.literals(c.labels))};
  }
  Sentence operator()(const AddEnumValue& c) { return {add_enum_value(c, pen_)}; }
  Sentence operator()(const RenameEnumValue& c) {
    return {fmt::format("ALTER TYPE {} RENAME VALUE {} TO {}", pen_.relation(c.type), pen_.literal(c.from),
                        pen_.literal(c.to))};
  }
  Sentence operator()(const CreateDomain& c) { return {create_domain(c, pen_)}; }
  Sentence operator()(const AlterDomain& c) {
    return {"ALTER DOMAIN " + pen_.relation(c.type) + " " + domain_action(c, pen_)};
  }
  Sentence operator()(const CreateType& c) { return {create_type(c, pen_)}; }
  Sentence operator()(const CreateSchema& c) {
    if (c.left_out) return {pen_.unknown()};
    return {"CREATE SCHEMA " + std::string(c.if_not_exists ? "IF NOT EXISTS " : "") +
            pen_.identifier(c.schema)};
  }
  Sentence operator()(const CreateExtension& c) {
    if (c.left_out) return {pen_.unknown()};
    const std::string schema = c.schema.empty() ? "" : " WITH SCHEMA " + pen_.identifier(c.schema);
    return {"CREATE EXTENSION " + std::string(c.if_not_exists ? "IF NOT EXISTS " : "") +
            pen_.identifier(c.extension) + schema};
  }
  Sentence operator()(const CreateSequence& c) { return {create_sequence(c, pen_)}; }
  Sentence operator()(const AlterSequence& c) { return {alter_sequence(c, pen_)}; }
  Sentence operator()(const CreateView& c) { return {create_view(c, pen_)}; }
  Sentence operator()(const CreateTrigger& c) { return {create_trigger(c, pen_)}; }
  Sentence operator()(const CreateFunction& c) { return {create_function(c, pen_)}; }
  Sentence operator()(const CreatePolicy& c) { return {policy("CREATE", c, pen_)}; }
  Sentence operator()(const AlterPolicy& c) { return {policy("ALTER", c, pen_)}; }
  Sentence operator()(const CommentOn& c) { return {comment(c, pen_)}; }
  Sentence operator()(const RefreshMaterializedView& c) {
    return {fmt::format("REFRESH MATERIALIZED VIEW {}{}{}", c.concurrently ? "CONCURRENTLY " : "",
                        pen_.relation(c.view), when(!c.with_data, "WITH NO DATA"))};
  }
  Sentence operator()(const Insert& c) { return {insert(c, pen_)}; }
  Sentence operator()(const Update& c) { return {update(c, pen_)}; }
  Sentence operator()(const Delete& c) { return {delete_rows(c, pen_)}; }
  Sentence operator()(const Truncate& c) {
    return {"TRUNCATE ", only(c.only) + pen_.relation(c.table),
            when(c.restart_identity, "RESTART IDENTITY") + when(c.cascade, "CASCADE")};
  }
  Sentence operator()(const LockTable& c) { return lock(c, pen_); }
  Sentence operator()(const Transaction& c) { return {transaction(c, pen_)}; }
  Sentence operator()(const SetVariable& c) { return {set_variable(c, pen_)}; }
  Sentence operator()(const Maintenance& c) { return maintenance(c, pen_); }
  template <class Other>
  Sentence operator()(const Other&) {
    return {pen_.unknown()};
  }

 private:
  const Target& target_;
  Pen& pen_;
};

}  // namespace

Sentence sentence(const Change& change, const Target& target, Pen& pen) {
  return std::visit(Sentences(target, pen), static_cast<const AnyChange&>(change));
}

}  // namespace miglint::printing
