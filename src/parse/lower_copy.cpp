#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "miglint/characters.hpp"
#include "parse/lower.hpp"

// COPY, and the options that it is refused for by themselves (copy.c, ProcessCopyOptions).

namespace miglint::lower {
namespace {

/// What is known of the options before the rows come.
struct Options {
  std::string format = "text";
  std::string delimiter;
  bool quote = false, escape = false, header = false, freeze = false, null = false;
};

/// False: the statement is refused.
bool take_option(const ast::Node& option, Options& options, Context& ctx) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"convert_selectively", "delimiter", "encoding", "escape", "force_not_null", "force_null",
       "force_quote", "format", "freeze", "header", "null", "quote"});
  static constexpr auto later =
      std::to_array<std::string_view>({"default", "log_verbosity", "on_error", "reject_limit"});
  const std::string name = identifier(option.text("defname"));
  const std::string value = option_text(option);
  if (std::ranges::find(later, name) != later.end()) return true;
  if (std::ranges::find(names, name) == names.end()) {
    ctx.flaw("42601", "COPY has no option " + in_prose(name));
    return false;
  }
  if (name == "format") {
    options.format = value;
    if (value == "text" || value == "csv" || value == "binary") return true;
    ctx.flaw("22023", "COPY knows no format " + in_prose(value));
    return false;
  }
  if (name == "delimiter") options.delimiter = value;
  options.quote |= name == "quote";
  options.escape |= name == "escape";
  options.header |= name == "header" && value != "false";
  options.null |= name == "null";
  return true;
}

void take_options(const ast::Node& copy, Context& ctx) {
  Options options;
  std::set<std::string> seen;
  for (const ast::Node option : copy.list("options")) {
    if (!seen.insert(identifier(option.text("defname"))).second)
      return ctx.flaw("42601", "COPY has the option " + in_prose(option.text("defname")) + " twice");
    if (!take_option(option, options, ctx)) return;
  }
  const bool csv = options.format == "csv", binary = options.format == "binary";
  if (binary && (!options.delimiter.empty() || options.null))
    return ctx.flaw("42601", "COPY in binary has no delimiter and no text for NULL");
  if (options.delimiter.size() > 1) return ctx.flaw("0A000", "COPY takes a delimiter of a single byte");
  if (options.delimiter == "\n" || options.delimiter == "\r")
    return ctx.flaw("22023", "COPY can't have an end of line as delimiter");
  if (!csv && (options.quote || options.escape))
    return ctx.flaw("0A000", "COPY has QUOTE and ESCAPE in CSV only");
  if (binary && options.header) return ctx.flaw("0A000", "COPY has no HEADER in binary");
}

}  // namespace

void lower_copy(const ast::Node& node, Context& ctx) {
  take_options(node, ctx);
  if (const ast::Node query = node.node("query")) {
    lower_statement_changes(query, ctx);
    return;
  }
  ctx.emit(CopyRows{.table = relation(node.object("relation")),
                    .columns = identifiers(node.list("attlist")),
                    .where = optional_expression(node.node("whereClause"), ctx),
                    .from = node.flag("is_from"),
                    .program = node.flag("is_program")});
}

}  // namespace miglint::lower
