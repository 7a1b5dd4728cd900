#include <fmt/format.h>

#include "lock_paths.hpp"
#include "miglint/lexer.hpp"

namespace miglint {

/// The domain's condition, of a column.
static std::string condition_of(const Expression& check, const std::string& column) {
  std::string text;
  int end = 0;
  Lexer lexer(check.text);
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    if (!is_word(lexer.text(token), "value")) continue;
    text +=
        check.text.substr(static_cast<std::size_t>(end), static_cast<std::size_t>(token.span.begin - end));
    text += column;
    end = token.span.end;
  }
  return text + check.text.substr(static_cast<std::size_t>(end));
}

static std::optional<SaferPath> base_type(const AddColumn& add, const Domain& domain, const Step& step) {
  const RelationName table = step.before.resolve(add.table);
  if (step.in_do_block || add.if_not_exists || changes_later(step, table)) return std::nullopt;
  AddColumn bare = add;
  bare.column.type = domain.base;
  bare.column.not_null |= domain.not_null;
  if (!bare.column.default_value) bare.column.default_value = domain.default_value;
  const std::string column = identifier(add.column.name, step);
  SaferPath path{.title = "Give it the domain's base type, and a CHECK of its own",
                 .result = fmt::format("{} has the type {} and the domain's conditions as CHECKs",
                                       shown(table, add.column.name, step),
                                       sql_in_prose(format_type(domain.base, step.before))),
                 .steps = {here("Add it without writing a row", sql(Change(bare), step))},
                 .leaves = {"add-check-on-existing-rows"}};
  std::vector<PathStep> validate;
  for (const DomainConstraint& check : domain.checks) {
    const std::string name = identifier(make_object_name(table.name, add.column.name, check.name), step);
    path.steps.push_back(here("What the domain asks, unchecked",
                              fmt::format("ALTER TABLE {} ADD CONSTRAINT {} CHECK ({}) NOT VALID;",
                                          relation(table, step), name, condition_of(*check.check, column))));
    validate.push_back(in_own_transaction(
        step.history, "Check the rows that are there; reads and writes go on meanwhile",
        fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {};", relation(table, step), name)));
  }
  path.steps.insert(path.steps.end(), validate.begin(), validate.end());
  return path;
}

static void check_add_column_constrained_domain(const AddColumn& add, const Step& step, RuleContext& ctx) {
  const Domain* domain = step.before.domain(add.column.type);
  if (!domain || !domain->constrained()) return;
  if (!does(step.effect.rewrites, step, add.table) || surely_empty(step, add.table)) return;
  if (add.column.generated || add.column.identity != Identity::none) return;  // these have rules of their own
  const std::string table = shown(add.table, step);
  ctx.report({.message = fmt::format(
                  "ADD COLUMN {} of the constrained domain {} rewrites {} while its reads and writes wait",
                  in_prose(add.column.name), in_prose(domain->name.name), table),
              .object = object_of(add.table, step, add.column.name),
              .why = "PostgreSQL checks the domain's constraint for each row, even where the new column is "
                     "NULL everywhere, and rewrites every row for it.",
              .paths = offered({with_lock_timeout(step, "add-column-constrained-domain"),
                                base_type(add, *domain, step)})});
}

extern const Rule add_column_constrained_domain{.id = "add-column-constrained-domain",
                                                .severity = Severity::warning,
                                                .check = on<check_add_column_constrained_domain>,
                                                .overrides = {"add-column-volatile-default"}};

}  // namespace miglint
