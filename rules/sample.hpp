#pragma once

// Values for the rows that are there, where only a person knows the right one: a sample that the rest of the
// migration bears. Distinct where a key comes, a parent's key where a foreign key does, inside a check.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demands.hpp"

namespace miglint {

/// An expression for `UPDATE table SET column = value`, and what it reads besides the row: a sub-select named
/// `numbered`, joined by the row's key, that counts rows. `from` is empty for most.
struct Sample {
  std::string value;
  std::string from;
  std::string joined = {};  ///< `numbered."id" = "T"."id"`
};
Sample sample_for(const Step& step, const RelationName& table, std::string_view column, const TypeName& type);

/// A literal of the type that every check bears, as far as they can be told; of an enum a label that stays.
std::string literal_for(const Step& step, const TypeName& type, std::string_view column,
                        const std::vector<Expression>& checks);

/// `row_number() OVER (PARTITION BY … ORDER BY key)` and the key by which to find the row again.
struct Numbering {
  std::vector<std::string> key;  ///< columns; of a table without any, tableoid and ctid
  std::string order;             ///< as ORDER BY has it
};
Numbering numbering_of(const Step& step, const RelationName& table);

/// `numbered."id" = "T"."id"`
std::string same_row(const Numbering& numbering, std::string_view one, std::string_view other,
                     const Step& step);
/// The key's columns, each of `of`: `"T"."id"`; without `of` alone.
std::string key_list(const Numbering& numbering, std::string_view of, const Step& step);

/// `"id"`, or `"T"."id"`.
std::string column_of(std::string_view relation, std::string_view column, const Step& step);
/// The relation's name as its columns are qualified by.
std::string qualifier(const RelationName& table, const Step& step);

bool is_text(const TypeName& type);
bool is_integer(const TypeName& type);
bool is_number(const TypeName& type);
/// How many characters it takes; nothing: as many as there are.
std::optional<int> width(const TypeName& type);
/// A domain's base, else the type itself.
TypeName base_of(const TypeName& type, const Catalog& catalog);

}  // namespace miglint
