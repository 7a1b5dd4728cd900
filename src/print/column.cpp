#include "print/column.hpp"

#include <fmt/format.h>

namespace miglint::printing {

std::string sequence_options(const SequenceOptions& options, Pen& pen) {
  std::vector<std::string> words;
  const auto add = [&](std::string_view word, const std::optional<std::int64_t>& value) {
    if (value) words.push_back(fmt::format("{} {}", word, *value));
  };
  add("INCREMENT BY", options.increment);
  add("MINVALUE", options.minimum);
  if (options.no_minimum) words.emplace_back("NO MINVALUE");
  add("MAXVALUE", options.maximum);
  if (options.no_maximum) words.emplace_back("NO MAXVALUE");
  add("START WITH", options.start);
  add("RESTART WITH", options.restart);
  add("CACHE", options.cache);
  if (options.cycle) words.emplace_back(*options.cycle ? "CYCLE" : "NO CYCLE");
  if (options.left_out) return pen.unknown();
  return join(words, " ");
}

std::string identity(Identity identity, const Boxed<SequenceOptions>& options, Pen& pen) {
  const std::string written = options ? sequence_options(*options, pen) : std::string();
  return fmt::format("GENERATED {} AS IDENTITY{}", identity == Identity::always ? "ALWAYS" : "BY DEFAULT",
                     written.empty() ? "" : " (" + written + ")");
}

std::string column(const ColumnDefinition& column, Pen& pen) {
  if (!column.contradiction.empty() || column.left_out) return pen.unknown();
  std::string sql = pen.identifier(column.name);
  if (!column.type.empty()) sql += " " + pen.type(column.type);  // of a partition and a typed table: theirs
  sql += pen.collate(column.collation);
  sql += when(column.not_null, "NOT NULL") + when(column.nullable, "NULL");
  if (column.default_value) sql += " DEFAULT " + pen.operand(*column.default_value);
  if (column.identity != Identity::none) sql += " " + identity(column.identity, column.sequence, pen);
  if (column.generated)
    sql += fmt::format(" GENERATED ALWAYS AS ({}) {}", pen.expression(*column.generated),
                       column.generated_virtual ? "VIRTUAL" : "STORED");
  return sql;
}

}  // namespace miglint::printing
