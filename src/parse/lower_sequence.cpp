#include <algorithm>
#include <array>
#include <charconv>

#include "miglint/lexer.hpp"
#include "parse/lower.hpp"

// CREATE and ALTER SEQUENCE, and the options of an identity column's.

namespace miglint::lower {
namespace {

/// The number behind an option's words, as it stands in the text: the tree of libpg_query 15 leaves out what
/// is not positive.
std::optional<std::int64_t> written_number(const ast::Node& option, const Context& ctx) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"set", "increment", "by", "minvalue", "maxvalue", "start", "with", "restart", "cache"});
  const int at = option.location();
  if (at < 0 || !option.has("arg")) return std::nullopt;
  Lexer lexer(ctx.text, ctx.base + at, static_cast<int>(ctx.text.size()));
  Token token = lexer.next();
  while (std::ranges::any_of(words, [&](std::string_view w) { return is_word(lexer.text(token), w); }))
    token = lexer.next();
  const bool negative = lexer.text(token) == "-";
  if (negative || lexer.text(token) == "+") token = lexer.next();
  const std::string text = (negative ? "-" : "") + std::string(lexer.text(token));
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range)
    ctx.statement.flaw = Flaw{.sqlstate = "22003", .reason = text + " is out of bigint's range"};
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

void take_owner(const ast::Node& option, AlterSequence& change) {
  const ast::List words = option.node("arg").items();
  change.owned_by_table = qualified_owner(words);
  change.owned_by_none = change.owned_by_table.empty();
  if (!change.owned_by_none) change.owned_by_column = identifier(words.back().text("sval"));
}

void take_option(const ast::Node& option, SequenceOptions& options, const Context& ctx) {
  const std::string_view name = option.text("defname");
  const std::optional<std::int64_t> number = written_number(option, ctx);
  if (name == "increment") options.increment = number;
  if (name == "start") options.start = number;
  if (name == "restart") options.restart = number;
  if (name == "cache") options.cache = number;
  if (name == "minvalue") options.minimum = number;
  if (name == "minvalue") options.no_minimum = !option.has("arg");
  if (name == "maxvalue") options.maximum = number;
  if (name == "maxvalue") options.no_maximum = !option.has("arg");
  if (name == "cycle") options.cycle = option_text(option) == "true";
  if (name == "sequence_name" || name == "logged" || (name == "restart" && !number)) options.left_out = true;
}

/// sequence.c, init_params: each option once.
void take_flaw(const ast::List& options, Context& ctx) {
  std::vector<std::string_view> seen;
  for (const ast::Node option : options) {
    const std::string_view name = option.text("defname");
    if (name == "sequence_name") return ctx.flaw("42601", "SEQUENCE NAME is for identity columns");
    if (std::ranges::find(seen, name) != seen.end())
      return ctx.flaw("42601", "an option of the sequence is written twice");
    seen.push_back(name);
  }
}

std::string_view owner_word(const ast::List& options) {
  for (const ast::Node option : options)
    if (option.text("defname") == "owned_by") return option.node("arg").items().back().text("sval");
  return {};
}

AlterSequence read_options(const ast::Node& node, Context& ctx) {
  const ast::List options = node.list("options");
  take_flaw(options, ctx);
  AlterSequence read{.sequence = relation(node.object("sequence")),
                     .options = sequence_options(options, ctx)};
  for (const ast::Node option : options) {
    if (option.text("defname") == "as") read.type = type_name(option.node("arg"));
    if (option.text("defname") == "owned_by") take_owner(option, read);
  }
  if (read.owned_by_none && owner_word(options) != "none")
    ctx.flaw("42601", "OWNED BY takes a table's column, or NONE");
  return read;
}

}  // namespace

SequenceOptions sequence_options(const ast::List& list, const Context& ctx) {
  SequenceOptions options;
  for (const ast::Node option : list) take_option(option, options, ctx);
  return options;
}

void lower_create_sequence(const ast::Node& node, Context& ctx) {
  AlterSequence read = read_options(node, ctx);
  ctx.target(read.sequence, ObjectKind::sequence);
  ctx.emit(CreateSequence{.sequence = std::move(read.sequence),
                          .persistence = persistence(node.object("sequence")),
                          .if_not_exists = node.flag("if_not_exists"),
                          .type = std::move(read.type),
                          .options = read.options,
                          .owned_by_table = std::move(read.owned_by_table),
                          .owned_by_column = std::move(read.owned_by_column)});
}

void lower_alter_sequence(const ast::Node& node, Context& ctx) {
  AlterSequence read = read_options(node, ctx);
  read.if_exists = node.flag("missing_ok");
  ctx.target(read.sequence, ObjectKind::sequence);
  ctx.statement.if_exists = read.if_exists;
  ctx.emit(std::move(read));
}

}  // namespace miglint::lower
