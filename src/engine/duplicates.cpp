// What removes duplicates. As a condition: EXISTS (SELECT … FROM the same table WHERE the same key AND a
// later row). Or by the text alone: a DELETE that removes duplicates names the columns in a GROUP BY or
// PARTITION BY, which an Expression has no word for. The text has.

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "engine/conditions.hpp"
#include "miglint/tokens.hpp"

namespace miglint {

namespace {

std::string lower(std::string_view text) {
  std::string folded(text);
  std::ranges::transform(folded, folded.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
  });
  return folded;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string identifier(std::string_view token) {
  const bool quoted = token.size() >= 2 && token.front() == '"' && token.back() == '"';
  return quoted ? std::string(token.substr(1, token.size() - 2)) : lower(token);
}

std::string_view next_token(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const std::size_t end = text.starts_with('"') ? std::min(text.find('"', 1), text.size() - 1) + 1
                                                : std::min(text.find(' '), text.size());
  const std::string_view token = text.substr(0, end);
  text.remove_prefix(end);
  return token;
}

/// `a , t . b` up to whatever ends the list; empty when an element is no plain column.
std::vector<std::string> columns_at(std::string_view list) {
  std::vector<std::string> columns;
  while (true) {
    std::string_view token = next_token(list);
    std::string_view after = next_token(list);
    if (after == ".") {
      token = next_token(list);
      after = next_token(list);
    }
    if (token.empty() || after == "(") return {};
    columns.push_back(identifier(token));
    if (after != ",") return columns;
  }
}

using Kind = Expression::Kind;

/// Two names for rows of one table: the one a statement works on, and the other in its sub-select.
struct Twins {
  std::string_view own;
  std::string_view other;

  bool is_own(const Expression& column) const { return column.qualifier == own; }
  /// Unqualified names are the sub-select's.
  bool is_other(const Expression& column) const {
    return column.qualifier.empty() || column.qualifier == other;
  }
};

bool is_comparison(std::string_view op) {
  return op == "<" || op == ">" || op == "<=" || op == ">=" || op == "<>" || op == "=";
}

/// `b.k = a.k`: the column; `b.k IS NOT DISTINCT FROM a.k` too.
std::string shared_column(const Expression& part, const Twins& twins) {
  const bool equal =
      part.kind == Kind::op && (part.value == "=" || part.value == "NOT DISTINCT") && part.args.size() == 2;
  if (!equal) return {};
  const Expression& one = without_casts(part.args[0]);
  const Expression& two = without_casts(part.args[1]);
  if (one.kind != Kind::column || two.kind != Kind::column || one.value != two.value) return {};
  return (twins.is_own(one) && twins.is_other(two)) || (twins.is_own(two) && twins.is_other(one))
             ? one.value
             : std::string();
}

/// Which of the two comes first: comparisons between them, ANDed and ORed.
bool is_order(const Expression& part, const Twins& twins) {
  if (part.kind == Kind::conjunction || part.kind == Kind::disjunction)
    return std::ranges::all_of(part.args, [&](const Expression& arm) { return is_order(arm, twins); });
  if (part.kind != Kind::op || !is_comparison(part.value)) return false;
  bool own = false, other = false, known = true;
  walk(part, [&](const Expression& inner) {
    if (inner.kind != Kind::column) return;
    own = own || twins.is_own(inner);
    other = other || (!twins.is_own(inner) && twins.is_other(inner));
    known = known && (twins.is_own(inner) || twins.is_other(inner));
  });
  return own && other && known;
}

bool names_only(const Expression& part, const Twins& twins, bool own) {
  bool only = true;
  walk(part, [&](const Expression& inner) {
    const bool row = inner.kind != Kind::column ||
                     (own ? twins.is_own(inner) || inner.qualifier.empty() : twins.is_other(inner));
    only = only && row && inner.kind != Kind::subquery && inner.kind != Kind::exists;
  });
  return only;
}

}  // namespace

bool Duplicates::requires_null(std::string_view column) const {
  return std::ranges::any_of(conditions, [&](const Expression& part) {
    return part.kind == Kind::is_null && !part.args.empty() && is_column(part.args.front(), column);
  });
}

bool Duplicates::requires_other_than(const Assignment& assignment) const {
  const Expression& value = without_casts(assignment.value);
  return value.is_constant() && std::ranges::any_of(conditions, [&](const Expression& part) {
           if (part.kind != Kind::op || part.value != "=" || part.args.size() != 2 ||
               !is_column(part.args[0], assignment.column))
             return false;
           const Expression& required = without_casts(part.args[1]);
           return required.is_constant() && required.value != value.value;
         });
}

std::string Duplicates::text() const {
  std::vector<std::string> forms;
  for (const Expression& part : conditions) {
    const bool of_key = part.kind == Kind::is_not_null && !part.args.empty() &&
                        std::ranges::any_of(columns, [&](const std::string& column) {
                          return is_column(part.args.front(), column);
                        });
    if (!of_key) forms.push_back(normal_form(part));  // a NULL in the key is no duplicate
  }
  std::ranges::sort(forms);
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return fmt::format("{}", fmt::join(forms, "\n"));
}

std::optional<Duplicates> duplicates_picked(const Condition& where, const RelationName& table,
                                            std::string_view alias, const Catalog& catalog) {
  if (!where) return std::nullopt;
  const std::vector<Expression> whole = {*where};
  const Subselect* twin = nullptr;
  Duplicates found;
  for (const Expression& part : where->kind == Kind::conjunction ? where->args : whole) {
    if (part.kind == Kind::exists && twin == nullptr && part.subselect) {
      twin = part.subselect.get();
    } else {
      found.conditions.push_back(part);
    }
  }
  if (twin == nullptr || twin->source.tables.size() != 1 ||
      catalog.resolve(twin->source.tables.front().relation) != table)
    return std::nullopt;
  const Twins twins{.own = alias.empty() ? std::string_view(table.name) : alias,
                    .other = twin->source.tables.front().alias};
  if (twins.own == twins.other) return std::nullopt;
  if (!std::ranges::all_of(found.conditions,
                           [&](const Expression& part) { return names_only(part, twins, true); }))
    return std::nullopt;
  for (const Expression& part : twin->source.conditions) {
    if (const std::string column = shared_column(part, twins); !column.empty()) {
      found.columns.push_back(column);
    } else if (names_only(part, twins, false)) {
      found.conditions.push_back(part);
    } else if (!is_order(part, twins)) {
      return std::nullopt;
    }
  }
  if (found.columns.empty()) return std::nullopt;
  return found;
}

std::vector<std::string> duplicates_grouped_by(std::string_view sql) {
  const std::string text = normalised(sql);
  const std::string folded = lower(text);
  const bool numbered =
      has(folded, "row_number (") && (has(folded, "> 1") || has(folded, "<> 1") || has(folded, ">= 2"));
  const bool keeps_one = has(folded, "not in (") && (has(folded, "min (") || has(folded, "max ("));
  const std::string_view words = numbered ? "partition by " : keeps_one ? "group by " : "";
  const std::size_t found = words.empty() ? std::string::npos : folded.find(words);
  if (found == std::string::npos) return {};
  return columns_at(std::string_view(text).substr(found + words.size()));
}

}  // namespace miglint
