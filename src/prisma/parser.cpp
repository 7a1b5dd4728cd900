// Prisma's grammar is lines in blocks, and a line that is wrong costs no other:
//
//   model User {                              nothing counts behind the brace
//     id   Int     @id                        a field: name, type, attributes
//     role Role[]  @default([USER]) // why    a comment ends the line
//     @@index([role])                         an attribute of the block
//   }                                         begins a line; what follows it is the next block

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "miglint/characters.hpp"
#include "prisma/cursor.hpp"
#include "prisma/expressions.hpp"
#include "prisma/tree.hpp"

namespace miglint::prisma {

namespace {

/// No schema is a hundredth of this; a Place counts bytes as int.
constexpr std::size_t largest_file = 64U << 20U;

struct Keyword {
  std::string_view name;
  Block::Kind kind;
};

constexpr auto keywords = std::to_array<Keyword>({{"model", Block::Kind::model},
                                                  {"view", Block::Kind::view},
                                                  {"enum", Block::Kind::enumeration},
                                                  {"type", Block::Kind::composite_type},
                                                  {"datasource", Block::Kind::datasource},
                                                  {"generator", Block::Kind::generator}});

const Keyword* keyword(std::string_view word) {
  const auto found = std::ranges::find(keywords, word, &Keyword::name);
  return found == keywords.end() ? nullptr : &*found;
}

bool has_properties(const Block& block) {
  return block.kind == Block::Kind::datasource || block.kind == Block::Kind::generator;
}

/// What a line in the block was to be.
std::string line_of(const Block& block) {
  if (has_properties(block))
    return fmt::format("a valid definition within a {}",
                       block.kind == Block::Kind::generator ? "generator" : "datasource");
  return block.kind == Block::Kind::enumeration ? "an enum value definition"
                                                : "a valid field or attribute definition";
}

/// Reads one file into a tree's blocks.
class Parser {
 public:
  Parser(std::string_view text, int file, Tree& tree)
      : cursor_(text, file, tree.problems), blocks_(tree.blocks) {}

  void parse() {
    while (!cursor_.at(Token::Kind::end)) {
      if (cursor_.at(Token::Kind::newline)) {
        in_wrong_lines_ = false;
        cursor_.advance();
        continue;
      }
      read_top();
    }
  }

 private:
  enum class Head { none, block, unknown_block, type_alias };

  /// What begins here: `model User {`, `model User` with the brace on the next line, `widget {`.
  static Head head(Cursor ahead) {
    if (!ahead.at_identifier()) return Head::none;
    const bool known = keyword(ahead.text()) != nullptr;
    ahead.advance();
    const bool named = ahead.at_identifier();
    if (named) ahead.advance();
    if (known && named && ahead.at("=")) return Head::type_alias;
    while (known && named && ahead.at(Token::Kind::newline)) ahead.advance();
    if (!ahead.at("{")) return Head::none;
    return known && named ? Head::block : Head::unknown_block;
  }

  void read_top() {
    const Head found = head(cursor_);
    if (found == Head::block) return read_block();
    const int begin = cursor_.token().begin;
    if (found == Head::unknown_block) return skip_unknown_block(begin);
    while (!cursor_.at_line_end()) cursor_.advance();
    if (found == Head::type_alias)
      cursor_.problem("A type cannot be an alias: only composite types are defined with \"type\".",
                      cursor_.place_from(begin));
    else
      report_wrong_line(begin);
  }

  /// Once for lines one below the other: they are wrong for one reason.
  void report_wrong_line(int begin) {
    if (!in_wrong_lines_)
      cursor_.problem("This line is invalid: it does not start with any known Prisma schema keyword.",
                      cursor_.place_from(begin));
    in_wrong_lines_ = true;
    if (cursor_.at(Token::Kind::newline)) cursor_.advance();
  }

  void skip_unknown_block(int begin) {
    while (!cursor_.at("{")) cursor_.advance();
    cursor_.problem(
        "This block is invalid: it does not start with \"model\", \"enum\", \"view\", \"type\", "
        "\"datasource\" or \"generator\".",
        cursor_.place_from(begin));
    while (!cursor_.at(Token::Kind::end) && !cursor_.at("}") && head(cursor_) != Head::block)
      cursor_.advance();
    cursor_.take("}");
  }

  void read_block() {
    const int begin = cursor_.token().begin;
    Block block{.kind = keyword(cursor_.text())->kind};
    cursor_.advance();
    block.name = cursor_.text();
    block.name_place = cursor_.place();
    cursor_.advance();
    const bool brace_in_line = cursor_.at("{");
    while (!cursor_.at("{")) cursor_.advance();
    if (!brace_in_line)
      cursor_.problem("The \"{\" of a block stands in the line that it begins with.", cursor_.place());
    const Place brace = cursor_.place();
    if (!closes_in_line(brace, cursor_.skip_line())) read_lines(block);
    block.place = cursor_.place_from(begin);
    blocks_.push_back(std::move(block));
  }

  /// `model User { id Int }`; Prisma leaves out whatever stands behind the brace, and goes on.
  bool closes_in_line(const Place& brace, std::string_view behind) {
    behind = behind.substr(0, behind.find("//"));
    const std::size_t last = behind.find_last_not_of(" \t");
    if (last == std::string_view::npos || behind[last] != '}') return false;
    cursor_.problem("A block is written in several lines, its \"}\" in one of its own.", brace);
    return true;
  }

  void read_lines(Block& block) {
    while (!cursor_.at(Token::Kind::end) && !cursor_.at("}")) {
      if (cursor_.at(Token::Kind::newline))
        cursor_.advance();
      else if (head(cursor_) == Head::block)
        break;
      else
        read_line(block);
    }
    if (!cursor_.take("}"))
      cursor_.problem(fmt::format("The block {} is not closed by a \"}}\".", json_string(block.name)),
                      block.name_place);
  }

  void read_line(Block& block) {
    cursor_.begin_line();
    const int begin = cursor_.token().begin;
    if (!read_definition(block)) return cursor_.give_up_line(begin, line_of(block));
    cursor_.finish_line(begin);
    if (cursor_.at("}")) cursor_.problem("The \"}\" of a block begins a line of its own.", cursor_.place());
  }

  bool at_end() const { return cursor_.at_line_end() || cursor_.at("}"); }

  /// Adds what it reads, but nothing of a line that goes on behind it.
  bool read_definition(Block& block) {
    if (cursor_.at("@@") && !has_properties(block)) return read_block_attribute(block);
    if (!cursor_.at_identifier()) {
      cursor_.miss("a name");
      return false;
    }
    if (has_properties(block)) return read_property(block);
    return block.kind == Block::Kind::enumeration ? read_enum_value(block) : read_field(block);
  }

  bool read_block_attribute(Block& block) {
    std::optional<Attribute> attribute = read_attribute(cursor_);
    if (!attribute || !at_end()) return false;
    block.attributes.push_back(std::move(*attribute));
    return true;
  }

  bool read_attributes(std::vector<Attribute>& attributes) {
    while (cursor_.at("@")) {
      std::optional<Attribute> attribute = read_attribute(cursor_);
      if (!attribute) return false;
      attributes.push_back(std::move(*attribute));
    }
    return at_end();
  }

  bool read_property(Block& block) {
    const Place place = cursor_.place();
    Property property{.name = std::string(cursor_.text())};
    cursor_.advance();
    if (!cursor_.take("=")) {
      cursor_.miss("a \"=\"");
      return false;
    }
    if (cursor_.at_line_end()) {
      cursor_.problem(fmt::format("Property {} in {} needs to be assigned a value.",
                                  json_string(property.name), json_string(block.name)),
                      place);
      return true;
    }
    std::optional<Value> value = read_value(cursor_);
    if (!value || !at_end()) return false;
    property.value = std::move(*value);
    property.place = cursor_.place_from(place.begin);
    block.properties.push_back(std::move(property));
    return true;
  }

  bool read_enum_value(Block& block) {
    const int begin = cursor_.token().begin;
    EnumValue value{.name = std::string(cursor_.text())};
    cursor_.advance();
    if (!read_attributes(value.attributes)) return false;
    value.place = cursor_.place_from(begin);
    block.values.push_back(std::move(value));
    return true;
  }

  bool read_field(Block& block) {
    Field field{.name = std::string(cursor_.text()), .name_place = cursor_.place()};
    cursor_.advance();
    if (const Place colon = cursor_.place(); cursor_.take(":"))
      cursor_.problem("Field declarations don't require a \":\".", colon);
    if (cursor_.at_line_end() || cursor_.at("@")) {
      cursor_.miss(fmt::format("the type of field {}", json_string(field.name)));
      return false;
    }
    const int type_begin = cursor_.token().begin;
    if (!read_type(field)) return false;
    field.type_place = cursor_.place_from(type_begin);
    if (!read_attributes(field.attributes)) return false;
    field.place = cursor_.place_from(field.name_place.begin);
    block.fields.push_back(std::move(field));
    return true;
  }

  bool read_type(Field& field) {
    const Place bracket = cursor_.place();
    const bool legacy_list = cursor_.at("[");
    if (legacy_list) cursor_.open();
    if (!read_type_name(field)) return false;
    if (legacy_list) {
      field.arity = Arity::list;
      cursor_.problem(fmt::format("A list is written {}, not in brackets.", json_string(field.type + "[]")),
                      bracket);
      return cursor_.close("]");
    }
    return read_arity(field);
  }

  bool read_type_name(Field& field) {
    if (!cursor_.at_identifier()) {
      cursor_.miss("a type");
      return false;
    }
    field.type = cursor_.text();
    cursor_.advance();
    field.unsupported = field.type == "Unsupported" && cursor_.at("(");
    if (!field.unsupported) return true;
    cursor_.open();
    if (!cursor_.at(Token::Kind::string)) {
      cursor_.miss("a string");
      return false;
    }
    field.type = read_value(cursor_)->text;
    return cursor_.close(")");
  }

  bool read_arity(Field& field) {
    if (cursor_.at("[")) {
      field.arity = Arity::list;
      cursor_.open();
      if (!cursor_.close("]")) return false;
    }
    const Place sign = cursor_.place();
    if (cursor_.take("!"))
      cursor_.problem("Fields are required by default, \"!\" is no longer required.", sign);
    if (!cursor_.take("?")) return true;
    if (field.arity == Arity::list)
      cursor_.problem("Optional lists are not supported: a field is either a list or optional.", sign);
    else
      field.arity = Arity::optional;
    return true;
  }

  Cursor cursor_;
  std::vector<Block>& blocks_;
  bool in_wrong_lines_ = false;
};

std::optional<std::size_t> first_invalid(std::string_view text) {
  for (std::size_t at = plain_run(text, 0); at < text.size(); at += plain_run(text, at)) {
    const Character character = character_at(text, at);
    if (!character.valid) return at;
    at += character.bytes.size();
  }
  return std::nullopt;
}

void parse_file(std::string_view text, int file, Tree& tree) {
  if (text.size() > largest_file) {
    tree.problems.push_back({"This file is larger than 64 MB, and is not read.", {file, 0, 0}});
    return;
  }
  if (const auto invalid = first_invalid(text)) {
    const int at = static_cast<int>(*invalid);
    tree.problems.push_back({"This file is not UTF-8 text.", {file, at, at + 1}});
  }
  Parser(text, file, tree).parse();
}

}  // namespace

Tree parse(std::vector<SchemaFile> files) {
  Tree tree{.files = std::move(files)};
  for (std::size_t file = 0; file < tree.files.size(); ++file)
    parse_file(tree.files[file].text, static_cast<int>(file), tree);
  name_blocks(tree);
  return tree;
}

}  // namespace miglint::prisma
