// A reader for Prisma's schema language as far as migrations depend on it. Its grammar is lines in blocks:
//
//   model User {                                   table users (@@map)
//     id    Int     @id @default(autoincrement())  column users.id …
//     mail  String? @map("email") @db.VarChar(80)  column users.email …
//     posts Post[]                                 no column: the foreign key stands on the other side
//     role  Role    @default(USER)
//     @@index([mail, role])
//     @@map("users")
//   }
//   enum Role { USER  ADMIN @map("admin") }        (one value a line)

#include "discover/prisma_schema.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <set>
#include <vector>

#include "discover/layouts.hpp"

namespace miglint {

namespace {

struct Block {
  std::string kind;  // model, enum, type, view, datasource, generator
  std::string name;
  std::vector<std::string> lines;  // logical: brackets closed, comments gone, no blanks at the ends
};

std::string trimmed(std::string_view text) {
  const auto blank = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

/// The line up to its `//`, which does not count inside a string, and by how much it opens or closes round
/// and square brackets.
std::string without_comment(std::string_view line, int& open) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && (i == 0 || line[i - 1] != '\\')) quoted = !quoted;
    if (quoted) continue;
    if (line.substr(i, 2) == "//") return std::string(line.substr(0, i));
    open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
  }
  return std::string(line);
}

std::vector<std::string> logical_lines(std::string_view text) {
  std::vector<std::string> lines;
  std::string line;
  int open = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    line += " " + without_comment(text.substr(0, end), open);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (open > 0 && !text.empty()) continue;
    if (std::string whole = trimmed(line); !whole.empty()) lines.push_back(std::move(whole));
    line.clear();
    open = 0;
  }
  return lines;
}

std::string first_word(std::string_view line) {
  return std::string(line.substr(0, line.find_first_of(" \t{(")));
}

std::vector<Block> blocks_of(std::string_view text) {
  std::vector<Block> blocks;
  bool inside = false;
  for (const std::string& line : logical_lines(text)) {
    if (!inside && line.ends_with('{')) {
      const std::string kind = first_word(line);
      blocks.push_back({kind, trimmed(line.substr(kind.size(), line.size() - kind.size() - 1)), {}});
      inside = true;
    } else if (line == "}") {
      inside = false;
    } else if (inside) {
      blocks.back().lines.push_back(line);
    }
  }
  return blocks;
}

/// `@db.VarChar(80)` → name "db.VarChar", arguments "80" without white space outside strings.
struct Attribute {
  std::string name;
  std::string arguments;
};

std::string without_white_space(std::string_view text) {
  std::string result;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted || !std::isspace(static_cast<unsigned char>(c))) result += c;
  }
  return result;
}

/// The position after the bracket that closes the one at `at`.
std::size_t past_brackets(std::string_view text, std::size_t at) {
  int open = 0;
  bool quoted = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (quoted) continue;
    if (text[at] == '(') ++open;
    if (text[at] == ')' && --open == 0) return at + 1;
  }
  return text.size();
}

std::vector<Attribute> attributes_of(std::string_view line) {
  std::vector<Attribute> attributes;
  std::size_t at = line.find('@');
  while (at != std::string_view::npos) {
    while (at < line.size() && line[at] == '@') ++at;
    const std::size_t name_end = std::min(line.find_first_of(" \t(@", at), line.size());
    Attribute attribute{std::string(line.substr(at, name_end - at)), ""};
    at = name_end;
    if (at < line.size() && line[at] == '(') {
      const std::size_t end = past_brackets(line, at);
      attribute.arguments = without_white_space(line.substr(at + 1, end - at - 2));
      at = end;
    }
    attributes.push_back(std::move(attribute));
    at = line.find('@', at);
  }
  return attributes;
}

const Attribute* find(const std::vector<Attribute>& attributes, std::string_view name) {
  const auto found = std::ranges::find(attributes, name, &Attribute::name);
  return found == attributes.end() ? nullptr : &*found;
}

/// The string in an attribute's arguments: of @map("x") and @@map(name: "x").
std::string mapped(const std::vector<Attribute>& attributes, std::string_view otherwise) {
  const Attribute* map = find(attributes, "map");
  if (map == nullptr) return std::string(otherwise);
  const std::size_t open = map->arguments.find('"'), close = map->arguments.rfind('"');
  return open == close ? std::string(otherwise) : map->arguments.substr(open + 1, close - open - 1);
}

std::string mapped_name(const Block& block) {
  for (const std::string& line : block.lines) {
    if (line.starts_with("@@map")) return mapped(attributes_of(line), block.name);
  }
  return block.name;
}

struct Field {
  std::string name;
  std::string type;  // without ? and []
  bool list = false;
  bool optional = false;
  std::vector<Attribute> attributes;
};

Field field_of(std::string_view line) {
  Field field{.name = first_word(line), .type = {}, .attributes = attributes_of(line)};
  std::string rest = trimmed(line.substr(field.name.size()));
  const std::size_t end = rest.starts_with("Unsupported(")
                              ? past_brackets(rest, 0)
                              : std::min(rest.find_first_of(" \t@?["), rest.size());
  field.type = rest.substr(0, end);
  field.list = rest.substr(end, 1) == "[";
  field.optional = rest.substr(end, 1) == "?";
  return field;
}

/// Defaults that Prisma's client computes: the database's column has none.
bool is_client_default(const std::string& arguments) {
  constexpr std::array<std::string_view, 5> functions = {"cuid(", "uuid(", "nanoid(", "ulid(", "auto("};
  return std::ranges::any_of(functions, [&](std::string_view f) {
    return arguments.starts_with(f) || arguments.starts_with("value:" + std::string(f));
  });
}

/// Everything about a field that its column has.
std::string column_value(const Field& field) {
  std::string value = field.type + (field.list ? "[]" : field.optional ? "?" : "");
  std::vector<std::string> parts;
  for (const Attribute& attribute : field.attributes) {
    if (attribute.name == "default" && is_client_default(attribute.arguments)) continue;
    const bool counts = attribute.name == "id" || attribute.name == "unique" || attribute.name == "default" ||
                        attribute.name.starts_with("db.");
    if (counts) parts.push_back("@" + attribute.name + "(" + attribute.arguments + ")");
  }
  std::ranges::sort(parts);
  for (const std::string& part : parts) value += " " + part;
  return value;
}

struct Schema {
  std::vector<Block> blocks;
  std::map<std::string, const Block*, std::less<>> models;
};

bool has_list_of(const Block& model, std::string_view type) {
  return std::ranges::any_of(model.lines, [&](const std::string& line) {
    if (line.starts_with("@@")) return false;
    const Field field = field_of(line);
    return field.list && field.type == type;
  });
}

/// From `fields:` on; empty: the other side has the key. What stands in quotes before it is the relation's
/// name, and the client's alone.
std::string key_of(const Attribute* relation) {
  if (relation == nullptr) return {};
  const std::string& arguments = relation->arguments;
  const std::size_t past_name = arguments.starts_with('"') ? arguments.find('"', 1) : 0;
  const std::size_t fields = arguments.find("fields:", past_name);
  return fields == std::string::npos ? std::string() : arguments.substr(fields);
}

/// A relation is a foreign key on the side that has `fields:`; lists on both sides are a table of their own.
void add_relation(const Schema& schema, const Block& model, const std::string& table, const Field& field,
                  SchemaFacts& facts) {
  const Block& other = *schema.models.find(field.type)->second;
  const Attribute* relation = find(field.attributes, "relation");
  if (const std::string key = key_of(relation); !key.empty()) {
    facts["foreign key " + table + " " + key] = {mapped_name(other),
                                                 fmt::format("relation {}.{}", model.name, field.name)};
  } else if (field.list && has_list_of(other, model.name)) {
    const auto [first, second] = std::minmax(model.name, other.name);
    const std::string name = relation == nullptr ? "" : relation->arguments;
    facts["relation table " + first + " " + second + " " + name] = {
        "", fmt::format("relation {}.{}", model.name, field.name)};
  }
}

void add_model(const Schema& schema, const Block& model, SchemaFacts& facts) {
  const std::string table = mapped_name(model);
  facts["table " + table] = {"", "model " + model.name};
  for (const std::string& line : model.lines) {
    if (line.starts_with("@@")) {
      const Attribute attribute = attributes_of(line).front();
      const bool counts = attribute.name == "index" || attribute.name == "unique" || attribute.name == "id" ||
                          attribute.name == "schema";
      if (counts)
        facts[attribute.name + " " + table + " " + attribute.arguments] = {
            "", fmt::format("@@{} of {}", attribute.name, model.name)};
      continue;
    }
    const Field field = field_of(line);
    if (schema.models.contains(field.type))
      add_relation(schema, model, table, field, facts);
    else
      facts["column " + table + "." + mapped(field.attributes, field.name)] = {
          column_value(field), fmt::format("field {}.{}", model.name, field.name)};
  }
}

void add_enum(const Block& block, SchemaFacts& facts) {
  const std::string type = mapped_name(block);
  facts["enum " + type] = {"", "enum " + block.name};
  for (const std::string& line : block.lines) {
    if (line.starts_with("@@")) continue;
    const std::string value = first_word(line);
    facts["value " + type + "." + mapped(attributes_of(line), value)] = {
        "", fmt::format("value {}.{}", block.name, value)};
  }
}

/// Of the datasource: extensions are created by migrations, relationMode decides whether there are foreign
/// keys at all.
void add_datasource(const Block& block, SchemaFacts& facts) {
  for (const std::string& line : block.lines) {
    const std::string key = first_word(line);
    if (key == "extensions" || key == "relationMode")
      facts["datasource " + key] = {without_white_space(line), key};
  }
}

bool is_other_database(const std::string& text) {
  const std::size_t datasource = text.find("datasource ");
  if (datasource == std::string::npos) return false;
  const auto provider = provider_after(text, datasource);
  return provider && *provider != "postgresql" && *provider != "postgres";
}

/// The .prisma files in a folder and those below it; a schema is one file or a folder of them.
void collect(const std::string& directory, const Files& files, int depth, std::vector<std::string>& found) {
  for (const DirectoryEntry& entry : files.list(directory)) {
    const std::string path = join(directory, entry.name);
    if (entry.kind != FileKind::directory && entry.name.ends_with(".prisma")) found.push_back(path);
    const bool enter = entry.kind == FileKind::directory && depth > 0 && entry.name != "node_modules" &&
                       entry.name != "migrations" && !entry.name.starts_with('.');
    if (enter) collect(path, files, depth - 1, found);
  }
}

}  // namespace

SchemaFacts schema_facts(std::string_view text) {
  Schema schema{.blocks = blocks_of(text), .models = {}};
  for (const Block& block : schema.blocks) {
    if (block.kind == "model" || block.kind == "view") schema.models.emplace(block.name, &block);
  }
  SchemaFacts facts;
  for (const Block& block : schema.blocks) {
    if (block.kind == "model") add_model(schema, block, facts);
    if (block.kind == "enum") add_enum(block, facts);
    if (block.kind == "datasource") add_datasource(block, facts);
  }
  return facts;
}

std::vector<SchemaFile> schema_files_beside(const std::string& migrations_dir, const Files& files,
                                            const Display& display) {
  return schema_files_in(parent(migrations_dir), files, display);
}

std::vector<SchemaFile> schema_files_in(const std::string& folder, const Files& files,
                                        const Display& display) {
  constexpr int levels_below = 2;
  std::vector<std::string> found;
  collect(folder, files, levels_below, found);
  std::vector<SchemaFile> schema;
  for (const std::string& path : found) {
    FileContent content = files.read(path);
    if (content.text && !is_other_database(*content.text))
      schema.push_back({.path = display(path), .text = std::move(*content.text)});
  }
  return schema;
}

std::string joined(const std::vector<SchemaFile>& schema) {
  std::string text;
  for (const SchemaFile& file : schema) text += file.text + "\n";
  return text;
}

SchemaChange compare_schemas(std::string_view before, std::string_view after) {
  SchemaChange change;
  if (before == after) return change;
  const SchemaFacts old_facts = schema_facts(before), new_facts = schema_facts(after);
  for (const auto& [key, fact] : new_facts) {
    const auto old_fact = old_facts.find(key);
    if (old_fact == old_facts.end())
      change.added.push_back(fact.label);
    else if (old_fact->second.value != fact.value)
      change.changed.push_back(fact.label);
  }
  for (const auto& [key, fact] : old_facts) {
    if (!new_facts.contains(key)) change.removed.push_back(fact.label);
  }
  return change;
}

}  // namespace miglint
