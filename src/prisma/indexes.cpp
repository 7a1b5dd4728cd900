#include "prisma/indexes.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "prisma/column.hpp"
#include "prisma/names.hpp"

namespace miglint::prisma {

namespace {

/// `JsonbPathOps` is jsonb_path_ops, `TimestampTzMinMaxOps` timestamptz_minmax_ops.
std::string operator_class(std::string_view name) {
  std::string words;
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !words.empty()) words += '_';
    words += capital ? static_cast<char>(c + 32) : c;
  }
  for (const std::string_view joint : {"min_max", "var_bit", "_tz"}) {
    const std::size_t at = words.find(joint);
    if (at != std::string::npos) words.erase(words.find('_', at), 1);
  }
  return words;
}

/// `ops: raw("…")`, or the name of one.
std::string operator_class(const Value& value) {
  const bool raw = value.kind == Value::Kind::call && !value.arguments.empty();
  return raw ? value.arguments.front().value.text : operator_class(value.text);
}

/// A column, its operator class and direction.
std::string element(const Block& model, const Value& entry) {
  std::string sql = quoted(column_of(model, entry.text));
  for (const Argument& argument : entry.arguments)
    if (argument.name == "ops") sql += " " + operator_class(argument.value);
  for (const Argument& argument : entry.arguments)
    if (argument.name == "sort") sql += argument.value.text == "Desc" ? " DESC" : " ASC";
  return sql;
}

std::string condition(const Block& model, const Argument& member) {
  const std::string column = quoted(column_of(model, member.name));
  const bool negated = member.value.kind == Value::Kind::object && !member.value.arguments.empty();
  const Value& value = negated ? member.value.arguments.front().value : member.value;
  if (value.kind == Value::Kind::constant && value.text == "null")
    return column + (negated ? " IS NOT NULL" : " IS NULL");
  return fmt::format("{} {} {}", column, negated ? "!=" : "=",
                     value.kind == Value::Kind::string ? quote_literal(value.text) : value.text);
}

/// ` WHERE (…)`: `where: raw("…")`, or `{ active: true, gone: null }`, each of which has to hold.
std::string where(const Block& model, const Attribute& attribute) {
  const Value* wanted = attribute.argument("where");
  if (wanted == nullptr) return {};
  if (wanted->kind == Value::Kind::call)
    return wanted->arguments.empty() ? "" : fmt::format(" WHERE ({})", wanted->arguments.front().value.text);
  std::string conditions;
  for (const Argument& member : wanted->arguments)
    conditions.append(conditions.empty() ? "" : " AND ").append(condition(model, member));
  return fmt::format(" WHERE ({})", conditions);
}

/// ` USING GIN `; btree goes without saying.
std::string method(const Attribute& attribute) {
  std::string name = attribute.text("type");
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return name.empty() || name == "BTREE" ? "" : " USING " + name + " ";
}

/// @@index said `name:` before it said `map:`.
std::string name_of(const Attribute& attribute) {
  std::string name = attribute.text("map");
  return name.empty() && attribute.name == "index" ? attribute.text("name") : name;
}

std::string create_index(const Block& model, const Attribute& attribute,
                         const std::vector<std::string>& columns, const std::string& elements) {
  const bool unique = attribute.name == "unique";
  std::string name = name_of(attribute);
  if (name.empty()) name = constraint_name(database_name(model), columns, unique ? "_key" : "_idx");
  return fmt::format("CREATE {}INDEX {} ON {}{}({}){}", unique ? "UNIQUE " : "", quoted(name),
                     quoted(relation_of(model)), method(attribute), elements, where(model, attribute));
}

std::string of_field(const Block& model, const Field& field, const Attribute& unique) {
  const std::string column = database_name(field), sort = unique.text("sort");
  return create_index(model, unique, {column},
                      quoted(column) + (sort.empty()     ? ""
                                        : sort == "Desc" ? " DESC"
                                                         : " ASC"));
}

std::string of_model(const Block& model, const Attribute& attribute, const Value& fields) {
  std::string elements;
  for (const Value& entry : entries_of(fields))
    elements.append(elements.empty() ? "" : ", ").append(element(model, entry));
  return create_index(model, attribute, columns_of(model, fields), elements);
}

}  // namespace

std::vector<std::string> indexes_of(const Block& model) {
  std::vector<std::string> statements;
  for (const Field& field : model.fields)
    if (const Attribute* unique = field.attribute("unique"))
      statements.push_back(of_field(model, field, *unique));
  for (const std::string_view kind : {"index", "unique"}) {
    for (const Attribute& attribute : model.attributes)
      if (const Value* fields = attribute.name == kind ? attribute.argument("fields", 0) : nullptr)
        statements.push_back(of_model(model, attribute, *fields));
  }
  return statements;
}

}  // namespace miglint::prisma
