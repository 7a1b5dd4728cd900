#pragma once

// Whether what a statement names is there, and is what the statement takes it for. Each function fails the
// statement with PostgreSQL's SQLSTATE where the answer is certain.

#include <optional>
#include <string_view>
#include <vector>

#include "effect/context.hpp"

namespace miglint {

/// relation_kind() where it makes no difference whether a table or an index is partitioned, or a table
/// foreign; `unknown` where nothing of its name is known for certain.
enum class Relkind { unknown, table, view, materialized_view, index, sequence, composite };
Relkind relkind(const Context& context, const RelationName& name);
/// `a view`, `an index`, …
std::string_view in_words(Relkind kind);
/// 42P01, 3F000; 42809 where it is a relation of another kind than these.
bool is_relation_of(Context& context, const RelationName& name, std::initializer_list<Relkind> kinds);

/// 3F000; 42P01 in a statement that reads or changes rows.
bool schema_is_there(Context& context, std::string_view schema);

enum class Typekind { unknown, enumeration, domain, composite, range, row };
struct NamedType {
  RelationName name;  ///< resolved
  Typekind kind = Typekind::unknown;
};
/// The type of this name; none where the statement fails (42704, 3F000) or nothing is known of it.
std::optional<NamedType> named_type(Context& context, const RelationName& name, bool if_exists = false);
/// The same of a domain; 42809 where it is another type.
const Domain* named_domain(Context& context, const RelationName& name, bool if_exists = false);

/// The function, procedure or aggregate that DROP, ALTER, COMMENT or GRANT names (parse_func.c,
/// LookupFuncWithArgs): 42883, 42725, 42809. Null where it fails or nothing is known of it.
struct RoutineReference {
  ObjectKind kind = ObjectKind::function;
  bool routine = false;  ///< ROUTINE: of any kind
  const FunctionName& name;
  const std::optional<std::vector<TypeName>>& arguments;
  bool if_exists = false;
};
const Function* named_routine(Context& context, const RoutineReference& reference);

/// The object of this kind that a statement names, whatever kind that is but a relation or a part of one;
/// false where the statement fails.
bool object_is_there(Context& context, const RoutineReference& named);

/// 42704.
const Publication* named_publication(Context& context, const std::string& name);
bool extension_is_there(Context& context, const std::string& extension);
bool statistics_are_there(Context& context, const RelationName& name);
/// 42704: the trigger, policy or rule of a table or view; a constraint.
bool part_is_there(Context& context, ObjectKind kind, const RelationName& on, const std::string& part);
/// The statement's table or view has a trigger, policy or rule of this name.
bool has_part(const Context& context, ObjectKind kind, const RelationName& on, const std::string& part);
/// 42703; of a table or view.
bool column_is_there(Context& context, const RelationName& relation, const std::string& column);

}  // namespace miglint
