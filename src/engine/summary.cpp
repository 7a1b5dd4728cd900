#include "engine/summary.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <type_traits>

#include "miglint/characters.hpp"

namespace miglint {

namespace {

constexpr std::size_t things_named = 3;
constexpr std::size_t deeds_named = 4;

/// Without the schema that everybody means.
std::string name_of(const RelationName& name, const Catalog& catalog) {
  const RelationName resolved = catalog.resolve(name);
  return resolved.schema.empty() || resolved.schema == "public" ? resolved.name : to_string(resolved);
}

std::string column_facts(const ColumnDefinition& column, const Catalog& catalog) {
  const bool required = column.not_null || column.primary_key || column.identity != Identity::none ||
                        column.type.name.find("serial") != std::string::npos;
  std::string facts = format_type(catalog.resolve(column.type), catalog);
  facts += required ? ", not null" : ", nullable";
  if (column.default_value && !column.default_value->text.empty())
    facts += ", default " + column.default_value->text;
  return facts;
}

std::string as_list(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

/// Its text, where it is short.
std::string expression_in_words(const IndexElement& element) {
  constexpr std::size_t longest = 40;
  const bool is_short =
      element.expression && !element.expression->text.empty() && element.expression->text.size() <= longest;
  return is_short ? sql_in_prose(element.expression->text) : "an expression";
}

std::string key_columns(const CreateIndex& index) {
  std::vector<std::string> columns;
  for (const IndexElement& element : index.elements)
    columns.push_back(element.column.empty() ? expression_in_words(element) : element.column);
  return as_list(columns);
}

std::string_view word_for(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::view:
      return "view ";
    case ObjectKind::materialized_view:
      return "materialized view ";
    case ObjectKind::sequence:
      return "sequence ";
    case ObjectKind::type:
    case ObjectKind::enum_type:
    case ObjectKind::domain:
      return "type ";
    case ObjectKind::function:
      return "function ";
    case ObjectKind::trigger:
      return "trigger ";
    case ObjectKind::schema:
      return "schema ";
    case ObjectKind::index:
      return "index ";
    default:
      return "";
  }
}

}  // namespace

void Summary::say(std::string verb, std::string thing) {
  const auto same = std::ranges::find(deeds_, verb, &Deed::verb);
  Deed& deed = same == deeds_.end() ? deeds_.emplace_back(Deed{.verb = std::move(verb)}) : *same;
  if (deed.known.insert(thing).second) deed.things.push_back(std::move(thing));
}

// A flat list: one line for each kind of change that is worth a word. What happens to a table made here is
// part of making it.
void Summary::add(const Change& change, const Catalog& before) {
  const auto name = [&](const RelationName& relation) { return name_of(relation, before); };
  const auto of = [&](const RelationName& relation, const std::string& column) {
    return name(relation) + "." + column;
  };
  std::visit(
      [&](const auto& c) {
        using T = std::decay_t<decltype(c)>;
        if constexpr (requires { c.table; }) {
          if (created_.contains(before.resolve(c.table))) return;
        }
        if constexpr (std::is_same_v<T, CreateTable>) {
          created_.insert(before.creation_name(c.table));
          say("creates", name(c.table));
        } else if constexpr (std::is_same_v<T, AddColumn>) {
          say("adds", fmt::format("{} ({})", of(c.table, c.column.name), column_facts(c.column, before)));
        } else if constexpr (std::is_same_v<T, DropColumn>) {
          say("drops", of(c.table, c.column));
        } else if constexpr (std::is_same_v<T, DropTable>) {
          say("drops", "table " + name(c.table));
        } else if constexpr (std::is_same_v<T, DropObject>) {
          say("drops", fmt::format("{}{}", word_for(c.kind), name(c.name)));
        } else if constexpr (std::is_same_v<T, SetNotNull>) {
          say("requires", of(c.table, c.column));
        } else if constexpr (std::is_same_v<T, DropNotNull>) {
          say("allows NULL in", of(c.table, c.column));
        } else if constexpr (std::is_same_v<T, SetDefault> || std::is_same_v<T, DropDefault>) {
          say("changes the default of", of(c.table, c.column));
        } else if constexpr (std::is_same_v<T, ChangeType>) {
          say("changes",
              fmt::format("{} to {}", of(c.table, c.column), format_type(before.resolve(c.type), before)));
        } else if constexpr (std::is_same_v<T, AddForeignKey>) {
          if (c.inline_column.empty())
            say("links", fmt::format("{} to {}", of(c.table, as_list(c.columns)), name(c.referenced)));
        } else if constexpr (std::is_same_v<T, AddUnique> || std::is_same_v<T, AddPrimaryKey>) {
          if (!c.columns.empty())
            say("makes unique", fmt::format("{} ({})", name(c.table), as_list(c.columns)));
        } else if constexpr (std::is_same_v<T, AddCheck>) {
          say("checks", name(c.table));
        } else if constexpr (std::is_same_v<T, DropConstraint>) {
          say("drops", "constraint " + c.name);
        } else if constexpr (std::is_same_v<T, CreateIndex>) {
          say(c.unique ? "makes unique" : "indexes", fmt::format("{} ({})", name(c.table), key_columns(c)));
        } else if constexpr (std::is_same_v<T, DropIndex>) {
          say("drops", "index " + name(c.index));
        } else if constexpr (std::is_same_v<T, RenameColumn>) {
          say("renames", fmt::format("{} to {}", of(c.table, c.from), c.to));
        } else if constexpr (std::is_same_v<T, RenameObject>) {
          say("renames", fmt::format("{}{} to {}", word_for(c.kind), name(c.name), c.to));
        } else if constexpr (std::is_same_v<T, CreateEnum>) {
          say("creates", "enum " + name(c.type));
        } else if constexpr (std::is_same_v<T, AddEnumValue>) {
          say("adds", fmt::format("{} to enum {}", quote_literal(c.label), name(c.type)));
        } else if constexpr (std::is_same_v<T, CreateView>) {
          say("creates", "view " + name(c.view));
        } else if constexpr (std::is_same_v<T, CreateFunction>) {
          say("creates", "function " + c.function.name);
        } else if constexpr (std::is_same_v<T, CreateTrigger>) {
          say("creates", "trigger " + c.name);
        } else if constexpr (std::is_same_v<T, CreateSchema>) {
          say("creates", "schema " + c.schema);
        } else if constexpr (std::is_same_v<T, CreateExtension>) {
          say("creates", "extension " + c.extension);
        } else if constexpr (std::is_same_v<T, Insert>) {
          say("inserts into", name(c.table));
        } else if constexpr (std::is_same_v<T, Update>) {
          say("updates", name(c.table));
        } else if constexpr (std::is_same_v<T, Delete>) {
          say("deletes from", name(c.table));
        } else if constexpr (std::is_same_v<T, Truncate>) {
          say("empties", name(c.table));
        } else if constexpr (std::is_same_v<T, Unmodelled>) {
          say("runs", c.tag);
        } else if constexpr (!std::is_same_v<T, Transaction> && !std::is_same_v<T, SetVariable> &&
                             !std::is_same_v<T, NoEffect> && !std::is_same_v<T, CreateObject> &&
                             !std::is_same_v<T, AlterObject> && !std::is_same_v<T, Grant> &&
                             !std::is_same_v<T, ChangeOwner> && !std::is_same_v<T, DoBlock>) {
          std::string words(kind_of(change));
          std::ranges::replace(words, '-', ' ');
          say("runs", words);
        }
      },
      change);
}

void Summary::add(const Statement& statement, const Catalog& before) {
  for (const StatementChange& change : statement.changes) {
    if (const auto* block = std::get_if<DoBlock>(&change.change)) {
      for (const DoBlock::Step& step : block->steps) {
        const bool unread = !step.statement.changes.empty() &&
                            std::holds_alternative<Unmodelled>(step.statement.changes.front().change);
        if (!unread) add(step.statement, before);
      }
      if (block->dynamic || !block->unread.empty()) say("runs", "dynamic SQL");
    } else {
      add(change.change, before);
    }
  }
}

std::string Summary::sentence() const {
  std::vector<std::string> parts;
  for (const Deed& deed : deeds_) {
    if (parts.size() == deeds_named) {
      parts.push_back("and more");
      break;
    }
    std::vector<std::string> things(
        deed.things.begin(),
        deed.things.begin() + static_cast<std::ptrdiff_t>(std::min(things_named, deed.things.size())));
    std::string part = deed.verb + " " + as_list(things);
    if (deed.things.size() > things_named)
      part += fmt::format(" and {} more", deed.things.size() - things_named);
    parts.push_back(std::move(part));
  }
  return parts.empty() ? "changes nothing" : fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace miglint
