#include "prisma/expressions.hpp"

#include <fmt/format.h>

#include "miglint/characters.hpp"

namespace miglint::prisma {

namespace {

/// Nobody writes lists so deep in each other; the stack has an end.
constexpr int deepest = 64;

using Reading = std::optional<Value>;

Reading read_nested(Cursor& cursor, int depth);

bool at_closing(const Cursor& cursor) { return cursor.at(")") || cursor.at("]") || cursor.at("}"); }

/// `a, b, c` up to the closing bracket, which is passed; `read_item` reads one of them.
template <class ReadItem>
bool read_items(Cursor& cursor, std::string_view bracket, ReadItem read_item) {
  cursor.open();
  while (!cursor.at(bracket)) {
    if (!read_item()) return false;
    const Place comma = cursor.place();
    if (!cursor.take(",")) break;
    if (at_closing(cursor)) cursor.problem("A comma before a closing bracket is not valid here.", comma);
  }
  return cursor.close(bracket);
}

/// `name: value`; the name alone is a problem, but no end of the list.
bool read_named(Cursor& cursor, int depth, std::vector<Argument>& arguments) {
  const int begin = cursor.token().begin;
  std::string name(cursor.text());
  cursor.advance();
  cursor.take(":");
  if (at_closing(cursor) || cursor.at(",")) {
    cursor.problem(fmt::format("The {} argument is missing a value.", json_string(name)),
                   cursor.place_from(begin));
    return true;
  }
  Reading value = read_nested(cursor, depth);
  if (value) arguments.push_back({std::move(name), std::move(*value), cursor.place_from(begin)});
  return value.has_value();
}

bool is_named(Cursor ahead) {
  if (!ahead.at_identifier()) return false;
  ahead.advance();
  return ahead.at(":");
}

bool read_argument(Cursor& cursor, int depth, std::vector<Argument>& arguments) {
  if (is_named(cursor)) return read_named(cursor, depth, arguments);
  Reading value = read_nested(cursor, depth);
  if (!value) return false;
  const Place place = value->place;
  arguments.push_back({{}, std::move(*value), place});
  return true;
}

bool read_arguments(Cursor& cursor, int depth, std::vector<Argument>& arguments) {
  return read_items(cursor, ")", [&] { return read_argument(cursor, depth, arguments); });
}

Reading read_list(Cursor& cursor, int depth) {
  const int begin = cursor.token().begin;
  Value list{.kind = Value::Kind::list};
  const bool read = read_items(cursor, "]", [&] {
    Reading item = read_nested(cursor, depth);
    if (item) list.items.push_back(std::move(*item));
    return item.has_value();
  });
  list.place = cursor.place_from(begin);
  return read ? Reading(std::move(list)) : std::nullopt;
}

/// What a partial index's `where:` is compared with.
Reading read_object(Cursor& cursor, int depth) {
  const int begin = cursor.token().begin;
  Value object{.kind = Value::Kind::object};
  const bool read = read_items(cursor, "}", [&] {
    if (!is_named(cursor)) cursor.miss("a name and a colon");
    return is_named(cursor) && read_named(cursor, depth, object.arguments);
  });
  object.place = cursor.place_from(begin);
  return read ? Reading(std::move(object)) : std::nullopt;
}

Reading read_string(Cursor& cursor) {
  Value string{.kind = Value::Kind::string, .place = cursor.place()};
  std::size_t unknown = 0;
  string.text = unescaped(cursor.text(), unknown);
  if (unknown != std::string::npos) {
    Place place = cursor.place();
    place.begin += static_cast<int>(unknown);
    cursor.problem(
        "This string has an escape sequence that is not known: a backslash itself is written \\\\.", place);
  }
  cursor.advance();
  return string;
}

bool is_call(Cursor ahead) {
  ahead.advance();
  return ahead.at("(");
}

Reading read_word(Cursor& cursor, int depth) {
  const int begin = cursor.token().begin;
  Value value{.kind = Value::Kind::constant, .text = std::string(cursor.text())};
  if (is_call(cursor)) {
    value.kind = Value::Kind::call;
  } else if (is_number(value.text)) {
    value.kind = Value::Kind::number;
  } else if (std::string_view("-0123456789").find(value.text.front()) != std::string_view::npos) {
    cursor.miss("a number");
    return std::nullopt;
  }
  cursor.advance();
  if (value.kind == Value::Kind::call && !read_arguments(cursor, depth, value.arguments)) return std::nullopt;
  value.place = cursor.place_from(begin);
  return value;
}

Reading read_nested(Cursor& cursor, int depth) {
  if (depth >= deepest)
    cursor.miss("a value less deep in brackets");
  else if (cursor.at(Token::Kind::string))
    return read_string(cursor);
  else if (cursor.at(Token::Kind::word))
    return read_word(cursor, depth + 1);
  else if (cursor.at("["))
    return read_list(cursor, depth + 1);
  else if (cursor.at("{"))
    return read_object(cursor, depth + 1);
  else
    cursor.miss("a value");
  return std::nullopt;
}

}  // namespace

std::optional<Value> read_value(Cursor& cursor) { return read_nested(cursor, 0); }

std::optional<Attribute> read_attribute(Cursor& cursor) {
  const int begin = cursor.token().begin;
  cursor.advance();
  if (!cursor.at(Token::Kind::word)) {
    cursor.miss("an attribute's name");
    return std::nullopt;
  }
  Attribute attribute{.name = std::string(cursor.text())};
  cursor.advance();
  if (cursor.at("(") && !read_arguments(cursor, 0, attribute.arguments)) return std::nullopt;
  attribute.place = cursor.place_from(begin);
  return attribute;
}

}  // namespace miglint::prisma
