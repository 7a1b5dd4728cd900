#include <algorithm>

#include "miglint/expression.hpp"

namespace miglint {

void walk(const Expression& expression, const std::function<void(const Expression&)>& visit) {
  visit(expression);
  for (const Expression& arg : expression.args) walk(arg, visit);
}

std::vector<std::string> columns_of(const Expression& expression) {
  std::vector<std::string> columns;
  walk(expression, [&](const Expression& part) {
    const bool is_new = part.kind == Expression::Kind::column &&
                        std::find(columns.begin(), columns.end(), part.value) == columns.end();
    if (is_new) columns.push_back(part.value);
  });
  return columns;
}

bool mentions(const Expression& expression, std::string_view column) {
  if (expression.kind == Expression::Kind::column && expression.value == column) return true;
  return std::any_of(expression.args.begin(), expression.args.end(),
                     [&](const Expression& arg) { return mentions(arg, column); });
}

const Expression& without_casts(const Expression& expression) {
  const Expression* inner = &expression;
  while (inner->kind == Expression::Kind::cast && !inner->args.empty()) inner = &inner->args.front();
  return *inner;
}

}  // namespace miglint
