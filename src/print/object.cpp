#include "print/object.hpp"

#include <array>
#include <fmt/format.h>

#include "print/column.hpp"
#include "print/index.hpp"
#include "print/rows.hpp"

namespace miglint::printing {
namespace {

/// What DROP, ALTER … RENAME, … call an object of this kind; empty where it takes more than a name.
std::string_view kind_words(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::table:
      return "TABLE";
    case ObjectKind::view:
      return "VIEW";
    case ObjectKind::materialized_view:
      return "MATERIALIZED VIEW";
    case ObjectKind::index:
      return "INDEX";
    case ObjectKind::sequence:
      return "SEQUENCE";
    case ObjectKind::schema:
      return "SCHEMA";
    case ObjectKind::type:
    case ObjectKind::enum_type:
      return "TYPE";
    case ObjectKind::domain:
      return "DOMAIN";
    case ObjectKind::function:
      return "FUNCTION";
    case ObjectKind::procedure:
      return "PROCEDURE";
    case ObjectKind::aggregate:
      return "AGGREGATE";
    case ObjectKind::trigger:
      return "TRIGGER";
    case ObjectKind::policy:
      return "POLICY";
    case ObjectKind::rule:
      return "RULE";
    case ObjectKind::extension:
      return "EXTENSION";
    case ObjectKind::foreign_table:
      return "FOREIGN TABLE";
    case ObjectKind::statistics:
      return "STATISTICS";
    case ObjectKind::database:
      return "DATABASE";
    case ObjectKind::role:
      return "ROLE";
    case ObjectKind::tablespace:
      return "TABLESPACE";
    case ObjectKind::publication:
      return "PUBLICATION";
    case ObjectKind::subscription:
      return "SUBSCRIPTION";
    case ObjectKind::foreign_data_wrapper:
      return "FOREIGN DATA WRAPPER";
    case ObjectKind::server:
      return "SERVER";
    case ObjectKind::collation:
      return "COLLATION";
    case ObjectKind::conversion:
      return "CONVERSION";
    case ObjectKind::text_search_configuration:
      return "TEXT SEARCH CONFIGURATION";
    case ObjectKind::text_search_dictionary:
      return "TEXT SEARCH DICTIONARY";
    case ObjectKind::text_search_parser:
      return "TEXT SEARCH PARSER";
    case ObjectKind::text_search_template:
      return "TEXT SEARCH TEMPLATE";
    case ObjectKind::event_trigger:
      return "EVENT TRIGGER";
    case ObjectKind::access_method:
      return "ACCESS METHOD";
    case ObjectKind::language:
      return "LANGUAGE";
    default:
      return {};
  }
}

bool stands_on_table(ObjectKind kind) {
  return kind == ObjectKind::trigger || kind == ObjectKind::policy || kind == ObjectKind::rule;
}

/// The kind's words and the name, as DROP and most forms of ALTER have them.
std::string object_name(ObjectKind kind, const RelationName& name, const RelationName& on,
                        const std::optional<std::vector<TypeName>>& arguments, Pen& pen) {
  const std::string_view words = kind_words(kind);
  const bool has_arguments =
      kind == ObjectKind::function || kind == ObjectKind::procedure || kind == ObjectKind::aggregate;
  if (words.empty() || (arguments && !has_arguments)) return pen.unknown();
  std::string sql = pen.relation(name);
  if (stands_on_table(kind)) sql += " ON " + pen.relation(on);
  if (arguments) {
    std::vector<std::string> types;
    for (const TypeName& type : *arguments) types.push_back(pen.type(type));
    const bool star = kind == ObjectKind::aggregate && types.empty();
    sql += "(" + (star ? "*" : join(types, ", ")) + ")";
  }
  return sql;
}

std::string if_exists(bool written) { return written ? "IF EXISTS " : ""; }

/// ALTER TABLE … RENAME takes views, indexes and sequences too.
std::string rename(const RenameObject& change, Pen& pen) {
  const std::string to = pen.identifier(change.to);
  if (change.kind == ObjectKind::constraint)
    return fmt::format("ALTER TABLE {}{} RENAME CONSTRAINT {} TO {}", if_exists(change.if_exists),
                       pen.relation(change.on), pen.identifier(change.name.name), to);
  return fmt::format("ALTER {} {}{} RENAME TO {}", kind_words(change.kind), if_exists(change.if_exists),
                     object_name(change.kind, change.name, change.on, change.arguments, pen), to);
}

std::string rename_column(const RenameColumn& change, const Pen& pen) {
  const bool attribute = change.relation_kind == ObjectKind::type;
  return fmt::format("ALTER {} {} RENAME {} {} TO {}{}", kind_words(change.relation_kind),
                     pen.relation(change.table), attribute ? "ATTRIBUTE" : "COLUMN",
                     pen.identifier(change.from), pen.identifier(change.to), when(change.cascade, "CASCADE"));
}

std::string drop(const DropObject& change, Pen& pen) {
  const std::string name = object_name(change.kind, change.name, change.on, change.arguments, pen);
  return fmt::format("DROP {} {}{}{}", change.routine ? "ROUTINE" : kind_words(change.kind),
                     if_exists(change.if_exists), name, when(change.cascade, "CASCADE"));
}

std::string reindex(const Reindex& change, const Pen& pen) {
  static constexpr std::array<std::string_view, 5> words{"INDEX", "TABLE", "SCHEMA", "DATABASE", "SYSTEM"};
  return fmt::format("REINDEX {}{} {}", words.at(static_cast<std::size_t>(change.scope)),
                     when(change.concurrently, "CONCURRENTLY"), pen.relation(change.name));
}

std::string add_enum_value(const AddEnumValue& change, const Pen& pen) {
  std::string sql = fmt::format("ALTER TYPE {} ADD VALUE {}{}", pen.relation(change.type),
                                change.if_not_exists ? "IF NOT EXISTS " : "", pen.literal(change.label));
  if (!change.neighbour.empty())
    sql += (change.before ? " BEFORE " : " AFTER ") + pen.literal(change.neighbour);
  return sql;
}

/// A value that is a word or a number stands as it is.
std::string set_variable(const SetVariable& change, Pen& pen) {
  const std::string local = change.local ? "LOCAL " : "";
  if (change.reset && !change.local) return "RESET " + change.name;
  if (change.reset) return fmt::format("SET LOCAL {} TO DEFAULT", change.name);
  if (change.values.empty() || change.name.find(' ') != std::string::npos) return pen.unknown();
  return fmt::format("SET {}{} = {}", local, change.name, pen.literals(change.values));
}

class Objects {
 public:
  explicit Objects(Pen& pen) : pen_(pen) {}

  std::string operator()(const CreateIndex& c) { return create_index(c, pen_); }
  std::string operator()(const DropIndex& c) {
    return fmt::format("DROP INDEX {}{}{}{}", c.concurrently ? "CONCURRENTLY " : "", if_exists(c.if_exists),
                       pen_.relation(c.index), when(c.cascade, "CASCADE"));
  }
  std::string operator()(const DropTable& c) {
    return fmt::format("DROP TABLE {}{}{}", if_exists(c.if_exists), pen_.relation(c.table),
                       when(c.cascade, "CASCADE"));
  }
  std::string operator()(const Reindex& c) { return reindex(c, pen_); }
  std::string operator()(const AttachIndex& c) {
    return fmt::format("ALTER INDEX {} ATTACH PARTITION {}", pen_.relation(c.index),
                       pen_.relation(c.partition_index));
  }
  std::string operator()(const RenameColumn& c) { return rename_column(c, pen_); }
  std::string operator()(const RenameObject& c) { return rename(c, pen_); }
  std::string operator()(const DropObject& c) { return drop(c, pen_); }
  std::string operator()(const CreateEnum& c) {
    return fmt::format("CREATE TYPE {} AS ENUM ({})", pen_.relation(c.type), pen_.literals(c.labels));
  }
  std::string operator()(const AddEnumValue& c) { return add_enum_value(c, pen_); }
  std::string operator()(const RenameEnumValue& c) {
    return fmt::format("ALTER TYPE {} RENAME VALUE {} TO {}", pen_.relation(c.type), pen_.literal(c.from),
                       pen_.literal(c.to));
  }
  std::string operator()(const Insert& c) { return insert(c, pen_); }
  std::string operator()(const Update& c) { return update(c, pen_); }
  std::string operator()(const Delete& c) { return delete_rows(c, pen_); }
  std::string operator()(const SetVariable& c) { return set_variable(c, pen_); }
  template <class Other>
  std::string operator()(const Other&) {
    return pen_.unknown();
  }

 private:
  Pen& pen_;
};

}  // namespace

std::string object(const Change& change, Pen& pen) { return std::visit(Objects(pen), change); }

}  // namespace miglint::printing
