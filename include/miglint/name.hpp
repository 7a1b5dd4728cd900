#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/name_hash.hpp"

namespace miglint {

/// The name of a table, view, index, sequence or type, as PostgreSQL sees it: quotes taken off, unquoted
/// words folded to lower case and cut at 63 bytes. As written, `schema` is empty where the statement left it
/// to search_path; the catalog resolves it.
struct RelationName {
  std::string schema;
  std::string name;

  bool empty() const { return name.empty(); }
  // The name decides first: most share their schema, and a catalog is looked through for each statement.
  friend bool operator==(const RelationName& a, const RelationName& b) {
    return a.name == b.name && a.schema == b.schema;
  }
  friend auto operator<=>(const RelationName& a, const RelationName& b) {
    const auto by_name = a.name <=> b.name;
    return by_name != 0 ? by_name : a.schema <=> b.schema;
  }
};

/// Functions are named the same way; several may share a name.
using FunctionName = RelationName;

/// A type as written: `name` is pg_type's own (`int4`, `varchar`, `timestamptz`, `bpchar`), for words the
/// grammar turns into one, with `schema` "pg_catalog"; a user's type keeps its written name. `serial`,
/// `bigserial`, `smallserial` stay as they are.
struct TypeName {
  std::string schema;
  std::string name;
  std::vector<std::string> modifiers;  ///< `{"10","2"}` of numeric(10,2)
  int array_dimensions = 0;
  std::string_view interval_fields;  ///< `YEAR TO MONTH` and the like, else empty; static

  bool empty() const { return name.empty(); }
  friend bool operator==(const TypeName&, const TypeName&) = default;
};

/// `public.User`: bare, as JSON and rules' messages name things. An empty schema is left out.
std::string to_string(const RelationName& name);

/// As SQL needs it: `"User"`, `users`, `"public"."User"` (quoted only where PostgreSQL would need it).
std::string quote(std::string_view identifier);
std::string quote(const RelationName& name);
/// `"a", b`: a list for SQL.
std::string quote_list(const std::vector<std::string>& identifiers);
/// 'it''s': a string literal.
std::string quote_literal(std::string_view text);

/// Identifiers are at most this many bytes (NAMEDATALEN - 1); PostgreSQL cuts the rest off, at a character's
/// boundary.
inline constexpr int max_identifier_bytes = 63;
std::string truncate_identifier(std::string_view identifier);

}  // namespace miglint

template <>
struct std::hash<miglint::RelationName> {
  std::size_t operator()(const miglint::RelationName& n) const noexcept {
    return miglint::hash_of_name(n.name) ^ (miglint::hash_of_name(n.schema) >> 1);
  }
};
