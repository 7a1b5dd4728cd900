#include "fix/schema_prisma.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <string_view>

namespace miglint {

namespace {

/// A line of a block: where it stands, and its words as far as its comment.
struct Line {
  std::size_t begin = 0;
  std::string code;  ///< without the comment and the blanks at its ends
  std::size_t code_end = 0;
};
struct Block {
  std::string kind;
  std::string name;
  std::vector<Line> lines;
  std::size_t closing = 0;  ///< where the line of the `}` begins
};

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// The length of a line up to its `//`, which does not count inside a string.
std::size_t comment_in(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (line[i] == '"' && (i == 0 || line[i - 1] != '\\')) quoted = !quoted;
    if (!quoted && line[i] == '/' && line[i + 1] == '/') return i;
  }
  return line.size();
}

std::string word(std::string_view text, int index) {
  std::size_t at = 0;
  for (;; --index) {
    at = text.find_first_not_of(" \t", at);
    if (at == std::string_view::npos) return {};
    const std::size_t end = std::min(text.find_first_of(" \t", at), text.size());
    if (index == 0) return std::string(text.substr(at, end - at));
    at = end;
  }
}

std::vector<Block> blocks_of(std::string_view text) {
  std::vector<Block> blocks;
  bool inside = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view whole = text.substr(begin, end - begin);
    const std::string_view code = without_blanks(whole.substr(0, comment_in(whole)));
    if (!inside && code.ends_with('{')) {
      blocks.push_back({.kind = word(code, 0), .name = word(code.substr(0, code.size() - 1), 1)});
      inside = true;
    } else if (inside && code == "}") {
      blocks.back().closing = begin;
      inside = false;
    } else if (inside && !code.empty()) {
      const auto at = static_cast<std::size_t>(code.data() - text.data());
      blocks.back().lines.push_back({.begin = at, .code = std::string(code), .code_end = at + code.size()});
    }
    begin = end + 1;
  }
  return blocks;
}

/// `@map("x")` or `@@map("x")` stands in the line, however it is spaced.
bool maps_to(std::string_view code, std::string_view attribute, std::string_view name) {
  std::string packed;
  for (const char c : code)
    if (c != ' ' && c != '\t') packed += c;
  const auto has = [&](std::string_view argument) {
    const std::size_t at = packed.find(fmt::format("{}({}\"{}\")", attribute, argument, name));
    return at != std::string::npos && (at == 0 || packed[at - 1] != '@' || attribute.starts_with("@@"));
  };
  return has("") || has("name:");
}

bool is_mapped(const Block& block) {
  return std::ranges::any_of(block.lines, [](const Line& line) { return line.code.starts_with("@@map"); });
}

/// The model or enum of a table or type.
bool is_of(const Block& block, std::string_view table) {
  const bool mapped =
      std::ranges::any_of(block.lines, [&](const Line& line) { return maps_to(line.code, "@@map", table); });
  return mapped || (block.name == table && !is_mapped(block));
}

bool is_field_of(const Line& line, std::string_view column) {
  if (maps_to(line.code, "@map", column)) return true;
  return word(line.code, 0) == column && line.code.find("@map(") == std::string::npos;
}

const Line* field_of(const Block& block, std::string_view column) {
  const auto found =
      std::ranges::find_if(block.lines, [&](const Line& line) { return is_field_of(line, column); });
  return found == block.lines.end() ? nullptr : &*found;
}

/// The relation that this scalar field carries alone: it is optional exactly when the field is.
const Line* relation_over(const Block& block, const std::string& field) {
  for (const Line& line : block.lines) {
    std::string packed;
    for (const char c : line.code)
      if (c != ' ') packed += c;
    if (packed.find(fmt::format("fields:[{}]", field)) != std::string::npos) return &line;
  }
  return nullptr;
}

/// Where the type of a field's line ends.
std::size_t type_end(const Line& line) {
  const std::string name = word(line.code, 0), type = word(line.code, 1);
  return line.begin + line.code.find(type, name.size()) + type.size();
}

using Insertions = std::vector<std::pair<std::size_t, std::string>>;

void make_optional(const Line& line, Insertions& made) {
  const std::string type = word(line.code, 1);
  if (type.empty() || type.ends_with('?') || type.ends_with("[]")) return;
  made.emplace_back(type_end(line), "?");
}

Insertions optional_field(const Block& block, const SchemaEdit& edit) {
  Insertions made;
  const Line* field = field_of(block, edit.column);
  if (field == nullptr) return made;
  make_optional(*field, made);
  if (const Line* relation = relation_over(block, word(field->code, 0))) make_optional(*relation, made);
  return made;
}

/// The `?` of a field and of the relation that it carries.
std::vector<std::size_t> question_marks(const Block& block, const SchemaEdit& edit) {
  std::vector<std::size_t> marks;
  const Line* field = field_of(block, edit.column);
  if (field == nullptr) return marks;
  for (const Line* line : {field, relation_over(block, word(field->code, 0))})
    if (line != nullptr && word(line->code, 1).ends_with('?')) marks.push_back(type_end(*line) - 1);
  return marks;
}

Insertions with_attribute(const Line* field, const std::string& attribute, std::string_view name) {
  if (field == nullptr || field->code.find(name) != std::string::npos) return {};
  return {{field->code_end, " " + attribute}};
}

Insertions line_at_end(const Block& block, const std::string& line) {
  return {{block.closing, "  " + line + "\n"}};
}

Insertions insertions_of(const Block& block, const SchemaEdit& edit) {
  switch (edit.kind) {
    case SchemaEdit::Kind::optional_field:
      return optional_field(block, edit);
    case SchemaEdit::Kind::map_field:
      return with_attribute(field_of(block, edit.name), fmt::format("@map(\"{}\")", edit.column), "@map(");
    case SchemaEdit::Kind::map_model:
      return is_mapped(block) ? Insertions{}
                              : line_at_end(block, fmt::format("@@map(\"{}\")", edit.table.name));
    case SchemaEdit::Kind::ignore_field:
      if (const Line* field = field_of(block, edit.column))
        return with_attribute(field, "@ignore", "@ignore");
      return edit.definition.empty() ? Insertions{} : line_at_end(block, edit.definition);
    case SchemaEdit::Kind::keep_label:
      return field_of(block, edit.name) ? Insertions{} : line_at_end(block, edit.name);
    case SchemaEdit::Kind::required_field:
      return {};
  }
  return {};
}

bool concerns(const Block& block, const SchemaEdit& edit) {
  if (edit.kind == SchemaEdit::Kind::keep_label) return block.kind == "enum" && is_of(block, edit.table.name);
  if (block.kind != "model") return false;
  return edit.kind == SchemaEdit::Kind::map_model ? block.name == edit.name : is_of(block, edit.table.name);
}

}  // namespace

bool edit(std::vector<PrismaFile>& files, const SchemaEdit& wanted) {
  for (PrismaFile& file : files) {
    for (const Block& block : blocks_of(file.text)) {
      if (!concerns(block, wanted)) continue;
      if (wanted.kind == SchemaEdit::Kind::required_field) {
        std::vector<std::size_t> marks = question_marks(block, wanted);
        std::ranges::sort(marks, std::greater<>());
        for (const std::size_t at : marks) file.text.erase(at, 1);
        return !marks.empty();
      }
      Insertions made = insertions_of(block, wanted);
      std::ranges::sort(made, std::greater<>());
      for (const auto& [at, text] : made) file.text.insert(at, text);
      return !made.empty();
    }
  }
  return false;
}

}  // namespace miglint
