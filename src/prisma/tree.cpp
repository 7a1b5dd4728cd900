#include "prisma/tree.hpp"

#include <algorithm>

#include "miglint/characters.hpp"

namespace miglint::prisma {

namespace {

template <class Item>
const Item* named(const std::vector<Item>& items, std::string_view name) {
  const auto found = std::ranges::find(items, name, &Item::name);
  return found == items.end() ? nullptr : &*found;
}

bool is_type(const Block& block) {
  return block.kind != Block::Kind::datasource && block.kind != Block::Kind::generator;
}

/// LF, CRLF or CR alone, each of which ends a line for Prisma.
bool ends_line(std::string_view text, std::size_t at) {
  return text[at] == '\n' || (text[at] == '\r' && text.substr(at + 1, 1) != "\n");
}

}  // namespace

const Value* Attribute::argument(std::string_view wanted, int position) const {
  if (const Argument* found = named(arguments, wanted); found != nullptr && !wanted.empty())
    return &found->value;
  int unnamed = 0;
  for (const Argument& argument : arguments)
    if (argument.name.empty() && unnamed++ == position) return &argument.value;
  return nullptr;
}

std::string Attribute::text(std::string_view wanted, int position) const {
  const Value* value = argument(wanted, position);
  return value == nullptr ? std::string() : value->text;
}

const Attribute* Field::attribute(std::string_view wanted) const { return named(attributes, wanted); }

const Attribute* Field::native_type() const {
  const auto scoped = [](const Attribute& attribute) {
    return attribute.name.find('.') != std::string::npos;
  };
  const auto found = std::ranges::find_if(attributes, scoped);
  return found == attributes.end() ? nullptr : &*found;
}

const Field* Block::field(std::string_view wanted) const { return named(fields, wanted); }

const Attribute* Block::attribute(std::string_view wanted) const { return named(attributes, wanted); }

const Value* Block::property(std::string_view wanted) const {
  const Property* found = named(properties, wanted);
  return found == nullptr ? nullptr : &found->value;
}

const Block* Tree::block(std::string_view wanted) const {
  const auto found = by_name.find(std::string(wanted));
  return found == by_name.end() ? nullptr : &blocks[found->second];
}

void name_blocks(Tree& tree) {
  for (std::size_t i = 0; i < tree.blocks.size(); ++i)
    if (is_type(tree.blocks[i])) tree.by_name.emplace(tree.blocks[i].name, i);
}

const Block* Tree::datasource() const {
  const auto found = std::ranges::find(blocks, Block::Kind::datasource, &Block::kind);
  return found == blocks.end() ? nullptr : &*found;
}

Position position(const Tree& tree, const Place& place) {
  const std::string_view text = tree.files[static_cast<std::size_t>(place.file)].text;
  const std::size_t end = std::min(static_cast<std::size_t>(place.begin), text.size());
  std::size_t line_begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  Position position;
  for (std::size_t at = 0; at < end; ++at) {
    if (!ends_line(text, at)) continue;
    ++position.line;
    line_begin = at + 1;
  }
  for (std::size_t at = line_begin; at < end; at += character_at(text, at).bytes.size()) ++position.column;
  return position;
}

}  // namespace miglint::prisma
