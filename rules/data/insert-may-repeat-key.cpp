#include <fmt/format.h>

#include "miglint/characters.hpp"
#include "miglint/lexer.hpp"
#include "miglint/rule.hpp"
#include "path_steps.hpp"
#include "support.hpp"

namespace miglint {

namespace {

/// A clause stands behind the rows already.
bool returns(std::string_view text) {
  Lexer lexer(text);
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next())
    if (is_word(lexer.text(token), "returning")) return true;
  return false;
}

std::vector<SaferPath> paths(const Step& step) {
  const std::string text(step.migration.sql(step.statement));
  if (step.in_do_block || step.statement.changes.size() != 1 || returns(text)) return {};
  return {{.title = "Keep the rows that are there",
           .steps = {
               here("A row whose key is there already stays as it is.", text + " ON CONFLICT DO NOTHING;")}}};
}

void check_insert_may_repeat_key(const Insert& insert, const Step& step, RuleContext& context) {
  // what a query gives was chosen there, and ON CONFLICT says what is to happen
  if (insert.query || insert.conflict) return;
  for (const RowFailure& taken : step.failures()) {
    if (taken.sqlstate != "23505") continue;
    const std::string key = in_words(in_prose(taken.columns));
    context.report({
        .message = fmt::format("This INSERT fails if {} has a row with the same {} already",
                               in_words(taken.relation), key),
        .object = object(taken.relation, taken.columns.front()),
        .fails = fails(taken),
        .why =
            fmt::format("The rows' {} is written out, and {} keeps it unique: where a row with one of these "
                        "keys is there, PostgreSQL refuses the new one ({}), and the deploy stops.",
                        key, in_words(taken.relation), taken.sqlstate),
        .paths = paths(step),
        .safer = {{.text =
                       "Say what is to happen with a row that is there: ON CONFLICT DO NOTHING keeps it, ON "
                       "CONFLICT … DO UPDATE changes it."}},
    });
    return;
  }
}

}  // namespace

extern const Rule insert_may_repeat_key;
const Rule insert_may_repeat_key{
    .id = "insert-may-repeat-key", .severity = Severity::note, .check = on<check_insert_may_repeat_key>};

}  // namespace miglint
