#include "print/object_kind.hpp"

#include <array>
#include <utility>

namespace miglint::printing {

std::string_view kind_words(ObjectKind kind) {
  static constexpr auto words = std::to_array<std::pair<ObjectKind, std::string_view>>({
      {ObjectKind::table, "TABLE"},
      {ObjectKind::view, "VIEW"},
      {ObjectKind::materialized_view, "MATERIALIZED VIEW"},
      {ObjectKind::index, "INDEX"},
      {ObjectKind::sequence, "SEQUENCE"},
      {ObjectKind::schema, "SCHEMA"},
      {ObjectKind::type, "TYPE"},
      {ObjectKind::enum_type, "TYPE"},
      {ObjectKind::domain, "DOMAIN"},
      {ObjectKind::function, "FUNCTION"},
      {ObjectKind::procedure, "PROCEDURE"},
      {ObjectKind::aggregate, "AGGREGATE"},
      {ObjectKind::trigger, "TRIGGER"},
      {ObjectKind::policy, "POLICY"},
      {ObjectKind::rule, "RULE"},
      {ObjectKind::extension, "EXTENSION"},
      {ObjectKind::foreign_table, "FOREIGN TABLE"},
      {ObjectKind::statistics, "STATISTICS"},
      {ObjectKind::database, "DATABASE"},
      {ObjectKind::role, "ROLE"},
      {ObjectKind::tablespace, "TABLESPACE"},
      {ObjectKind::publication, "PUBLICATION"},
      {ObjectKind::subscription, "SUBSCRIPTION"},
      {ObjectKind::foreign_data_wrapper, "FOREIGN DATA WRAPPER"},
      {ObjectKind::server, "SERVER"},
      {ObjectKind::collation, "COLLATION"},
      {ObjectKind::conversion, "CONVERSION"},
      {ObjectKind::text_search_configuration, "TEXT SEARCH CONFIGURATION"},
      {ObjectKind::text_search_dictionary, "TEXT SEARCH DICTIONARY"},
      {ObjectKind::text_search_parser, "TEXT SEARCH PARSER"},
      {ObjectKind::text_search_template, "TEXT SEARCH TEMPLATE"},
      {ObjectKind::event_trigger, "EVENT TRIGGER"},
      {ObjectKind::access_method, "ACCESS METHOD"},
      {ObjectKind::language, "LANGUAGE"},
  });
  for (const auto& [known, text] : words)
    if (known == kind) return text;
  return {};
}

static bool stands_on_table(ObjectKind kind) {
  return kind == ObjectKind::trigger || kind == ObjectKind::policy || kind == ObjectKind::rule;
}

static std::string argument_list(ObjectKind kind, const std::vector<TypeName>& arguments, Pen& pen) {
  if (kind == ObjectKind::aggregate && arguments.empty()) return "(*)";
  std::vector<std::string> types;
  for (const TypeName& type : arguments) types.push_back(pen.type(type));
  return "(" + join(types, ", ") + ")";
}

std::string object_name(ObjectKind kind, const RelationName& name, const RelationName& on,
                        const std::optional<std::vector<TypeName>>& arguments, Pen& pen) {
  const bool takes_arguments =
      kind == ObjectKind::function || kind == ObjectKind::procedure || kind == ObjectKind::aggregate;
  if (kind_words(kind).empty() || (arguments && !takes_arguments)) return pen.unknown();
  std::string sql = pen.relation(name);
  if (stands_on_table(kind)) sql += " ON " + pen.relation(on);
  return arguments ? sql + argument_list(kind, *arguments, pen) : sql;
}

std::string if_exists(bool written) { return written ? "IF EXISTS " : ""; }

}  // namespace miglint::printing
