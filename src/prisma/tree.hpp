#pragma once

// schema.prisma as it is written: blocks, fields, attributes and values, each with its place. Prisma's
// grammar (prisma-engines, psl/schema-ast) as far as it decides what the database has; what the client alone
// reads is kept as text.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "miglint/history.hpp"

namespace miglint::prisma {

/// Where something stands: bytes of a file's text.
struct Place {
  int file = 0;  ///< in Tree::files
  int begin = 0, end = 0;
};

struct Argument;

/// `"text"`, `12.5`, `Cascade` or `true`, `now()`, `[a, b]`, `{ active: true }`.
struct Value {
  enum class Kind { string, number, constant, call, list, object };
  Kind kind = Kind::constant;
  std::string text;  ///< of a string its meaning, escapes undone; a call's name; else as it stands
  std::vector<Argument> arguments;  ///< of a call, `author(sort: Desc)`; of an object its members
  std::vector<Value> items;         ///< of a list
  Place place;
};

/// `name: value`, or the value alone.
struct Argument {
  std::string name;  ///< empty: none
  Value value;
  Place place;
};

/// `@map("x")`, `@db.VarChar(80)`, `@@index([a, b])`.
struct Attribute {
  std::string name;  ///< without the at signs: "map", "db.VarChar", "index"
  std::vector<Argument> arguments;
  Place place;  ///< with the at signs and the arguments

  /// The argument of this name, else the unnamed one at `position`; null: neither is there. -1: none unnamed
  /// will do.
  const Value* argument(std::string_view name, int position = -1) const;
  /// Its text; empty where it is not there.
  std::string text(std::string_view name, int position = -1) const;
};

enum class Arity { required, optional, list };

struct Field {
  std::string name;
  std::string type;  ///< `Int`, a model's or enum's name; of Unsupported("…") what stands in quotes
  bool unsupported = false;
  Arity arity = Arity::required;
  std::vector<Attribute> attributes;
  Place place;  ///< the whole definition, without a comment behind it
  Place name_place, type_place;

  const Attribute* attribute(std::string_view name) const;
  /// `@db.…` under whatever name the datasource has; null: none.
  const Attribute* native_type() const;
};

struct EnumValue {
  std::string name;
  std::vector<Attribute> attributes;
  Place place;
};

/// `provider = "postgresql"` of a datasource or generator.
struct Property {
  std::string name;
  Value value;
  Place place;
};

struct Block {
  enum class Kind { model, view, enumeration, composite_type, datasource, generator };
  Kind kind = Kind::model;
  std::string name;
  std::vector<Field> fields;          ///< of a model, view or type
  std::vector<EnumValue> values;      ///< of an enum
  std::vector<Property> properties;   ///< of a datasource or generator
  std::vector<Attribute> attributes;  ///< `@@…`
  Place place, name_place;

  const Field* field(std::string_view name) const;
  const Attribute* attribute(std::string_view name) const;
  const Value* property(std::string_view name) const;
};

/// What is wrong, in one sentence, and where.
struct Problem {
  std::string message;
  Place place;
};

struct Tree {
  std::vector<SchemaFile> files;
  std::vector<Block> blocks;  ///< in the order of the files and of the text
  std::vector<Problem> problems;
  /// the place in `blocks` of each name's first model, view, enum or type; parse() fills it
  std::unordered_map<std::string, std::size_t> by_name;

  const Block* block(std::string_view name) const;  ///< a model, view, enum or type
  const Block* datasource() const;
};

/// Reads every file to its end: a mistake costs the line, or the block, that it stands in. Never throws for
/// what a text says; depth and size are bounded.
Tree parse(std::vector<SchemaFile> files);

/// Fills Tree::by_name.
void name_blocks(Tree& tree);

/// A place as line and column, 1-based, columns in Unicode code points.
struct Position {
  int line = 1;
  int column = 1;
};
Position position(const Tree& tree, const Place& place);

}  // namespace miglint::prisma
