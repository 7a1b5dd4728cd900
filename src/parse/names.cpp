#include "parse/names.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "miglint/lexer.hpp"

namespace miglint::lower {
namespace {

/// One word or number of a type's modifiers: varchar(255), geometry(Point, 4326).
std::string modifier(const ast::Node& node) {
  if (node.is("ColumnRef")) return std::string(node.list("fields").back().text("sval"));
  if (node.has("ival")) return std::to_string(node.object("ival").integer("ival"));
  if (node.has("fval")) return std::string(node.object("fval").text("fval"));
  return std::string(node.object("sval").text("sval"));
}

/// The fields an interval may be limited to (gram.y, opt_interval), by their mask (datetime.h). Empty: all of
/// them.
std::string_view interval_fields(int mask) {
  constexpr int month = 1 << 1, year = 1 << 2, day = 1 << 3, hour = 1 << 10, minute = 1 << 11,
                second = 1 << 12;
  static constexpr auto known =
      std::to_array<std::pair<int, std::string_view>>({{year, "YEAR"},
                                                       {month, "MONTH"},
                                                       {day, "DAY"},
                                                       {hour, "HOUR"},
                                                       {minute, "MINUTE"},
                                                       {second, "SECOND"},
                                                       {year | month, "YEAR TO MONTH"},
                                                       {day | hour, "DAY TO HOUR"},
                                                       {day | hour | minute, "DAY TO MINUTE"},
                                                       {day | hour | minute | second, "DAY TO SECOND"},
                                                       {hour | minute, "HOUR TO MINUTE"},
                                                       {hour | minute | second, "HOUR TO SECOND"},
                                                       {minute | second, "MINUTE TO SECOND"}});
  const auto* const found = std::ranges::find(known, mask, &std::pair<int, std::string_view>::first);
  return found == known.end() ? std::string_view() : found->second;
}

void take_interval_fields(TypeName& type) {
  if (type.schema != "pg_catalog" || type.name != "interval" || type.modifiers.empty()) return;
  type.interval_fields = interval_fields(std::atoi(type.modifiers.front().c_str()));
  type.modifiers.erase(type.modifiers.begin());
}

}  // namespace

std::string identifier(std::string_view written) { return truncate_identifier(written); }

RelationName relation(const ast::Node& range_var) {
  return {.schema = identifier(range_var.text("schemaname")), .name = identifier(range_var.text("relname"))};
}

TypeName catalog_type(std::string name) { return {.schema = "pg_catalog", .name = std::move(name)}; }

std::vector<std::string> strings(const ast::List& list) {
  std::vector<std::string> words;
  for (const ast::Node item : list) words.emplace_back(item.text("sval"));
  return words;
}

std::vector<std::string> identifiers(const ast::List& list) {
  std::vector<std::string> words;
  for (const ast::Node item : list) words.push_back(identifier(item.text("sval")));
  return words;
}

RelationName qualified(const ast::List& list) {
  RelationName name;
  for (const ast::Node item : list) {
    name.schema = std::move(name.name);
    name.name = identifier(item.text("sval"));
  }
  return name;
}

Boxed<RelationName> qualified_if_any(const ast::List& list) {
  RelationName name = qualified(list);
  return name.empty() ? Boxed<RelationName>() : Boxed<RelationName>(std::move(name));
}

RelationName qualified_owner(const ast::List& list) {
  RelationName name, owner;
  for (const ast::Node item : list) {
    owner = name;
    name.schema = std::move(name.name);
    name.name = identifier(item.text("sval"));
  }
  return owner;
}

TypeName type_name(const ast::Node& type) {
  RelationName name = qualified(type.list("names"));
  if (type.flag("pct_type")) name = {.schema = {}, .name = name.name + "%TYPE"};
  TypeName lowered{.schema = name.schema, .name = name.name};
  for (const ast::Node item : type.list("typmods")) lowered.modifiers.push_back(modifier(item));
  lowered.array_dimensions = type.list("arrayBounds").size();
  take_interval_fields(lowered);
  return lowered;
}

ObjectKind object_kind(std::string_view object_type) {
  static constexpr std::array<std::pair<std::string_view, ObjectKind>, 44> kinds{{
      {"OBJECT_TABLE", ObjectKind::table},
      {"OBJECT_VIEW", ObjectKind::view},
      {"OBJECT_MATVIEW", ObjectKind::materialized_view},
      {"OBJECT_INDEX", ObjectKind::index},
      {"OBJECT_SEQUENCE", ObjectKind::sequence},
      {"OBJECT_SCHEMA", ObjectKind::schema},
      {"OBJECT_TYPE", ObjectKind::type},
      {"OBJECT_ATTRIBUTE", ObjectKind::column},
      {"OBJECT_DOMAIN", ObjectKind::domain},
      {"OBJECT_FUNCTION", ObjectKind::function},
      {"OBJECT_ROUTINE", ObjectKind::function},
      {"OBJECT_PROCEDURE", ObjectKind::procedure},
      {"OBJECT_AGGREGATE", ObjectKind::aggregate},
      {"OBJECT_TRIGGER", ObjectKind::trigger},
      {"OBJECT_POLICY", ObjectKind::policy},
      {"OBJECT_RULE", ObjectKind::rule},
      {"OBJECT_EXTENSION", ObjectKind::extension},
      {"OBJECT_TABCONSTRAINT", ObjectKind::constraint},
      {"OBJECT_DOMCONSTRAINT", ObjectKind::constraint},
      {"OBJECT_COLUMN", ObjectKind::column},
      {"OBJECT_FOREIGN_TABLE", ObjectKind::foreign_table},
      {"OBJECT_STATISTIC_EXT", ObjectKind::statistics},
      {"OBJECT_DATABASE", ObjectKind::database},
      {"OBJECT_ROLE", ObjectKind::role},
      {"OBJECT_TABLESPACE", ObjectKind::tablespace},
      {"OBJECT_PUBLICATION", ObjectKind::publication},
      {"OBJECT_SUBSCRIPTION", ObjectKind::subscription},
      {"OBJECT_FDW", ObjectKind::foreign_data_wrapper},
      {"OBJECT_FOREIGN_SERVER", ObjectKind::server},
      {"OBJECT_USER_MAPPING", ObjectKind::user_mapping},
      {"OBJECT_COLLATION", ObjectKind::collation},
      {"OBJECT_CONVERSION", ObjectKind::conversion},
      {"OBJECT_TSCONFIGURATION", ObjectKind::text_search_configuration},
      {"OBJECT_TSDICTIONARY", ObjectKind::text_search_dictionary},
      {"OBJECT_TSPARSER", ObjectKind::text_search_parser},
      {"OBJECT_TSTEMPLATE", ObjectKind::text_search_template},
      {"OBJECT_EVENT_TRIGGER", ObjectKind::event_trigger},
      {"OBJECT_ACCESS_METHOD", ObjectKind::access_method},
      {"OBJECT_LANGUAGE", ObjectKind::language},
      {"OBJECT_OPERATOR", ObjectKind::operator_},
      {"OBJECT_OPCLASS", ObjectKind::operator_class},
      {"OBJECT_OPFAMILY", ObjectKind::operator_family},
      {"OBJECT_CAST", ObjectKind::cast},
      {"OBJECT_TRANSFORM", ObjectKind::transform},
  }};
  const auto* const found =
      std::find_if(kinds.begin(), kinds.end(), [&](const auto& entry) { return entry.first == object_type; });
  return found == kinds.end() ? ObjectKind::other : found->second;
}

std::vector<std::string> split_list(std::string_view written) {
  std::vector<std::string> names;
  Lexer lexer(written);
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    std::string_view word = lexer.text(token);
    if (word == ",") continue;
    if (token.kind == Token::Kind::identifier) word = word.substr(1, word.size() - 2);
    names.push_back(identifier(word));
  }
  return names;
}

std::string option_text(const ast::Node& def_elem) {
  const ast::Node arg = def_elem.node("arg");
  if (arg.is("String")) return std::string(arg.text("sval"));
  if (arg.is("Integer")) return std::to_string(arg.integer("ival"));
  if (arg.is("Float")) return std::string(arg.text("fval"));
  if (arg.is("Boolean")) return arg.flag("boolval") ? "true" : "false";
  if (arg.is("TypeName")) return type_name(arg).name;
  return {};
}

std::vector<StorageParameter> storage_parameters(const ast::List& def_elems) {
  std::vector<StorageParameter> parameters;
  for (const ast::Node parameter : def_elems) {
    std::string name(parameter.text("defnamespace"));
    if (!name.empty()) name += '.';
    name += parameter.text("defname");
    parameters.push_back(
        {std::move(name), parameter.has("arg") ? option_text(parameter) : std::string("true")});
  }
  return parameters;
}

}  // namespace miglint::lower
