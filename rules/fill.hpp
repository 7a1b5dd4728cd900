#pragma once

// Values for rows that are there, as UPDATE statements and as scripts that go on by themselves.

#include <string>
#include <string_view>

#include "path_steps.hpp"
#include "sample.hpp"

namespace miglint {

/// What `fix --set` calls the answer: `staff.email`.
std::string need_name(const RelationName& table, std::string_view column);

/// An UPDATE of one column, of the rows that satisfy `where`.
struct Fill {
  RelationName table;
  std::string column;
  Need need;  ///< asks for the value
  std::string from;
  std::string joined;
  std::string where;
  bool has_value = false;  ///< for every row: asking for it beforehand would use up a sequence's numbers
};

/// Of the rows in which the column holds NULL.
Fill fill_of_nulls(const Step& step, const RelationName& table, const std::string& column,
                   const TypeName& type);

/// In one statement.
std::string update(const Fill& fill, const Step& step);
/// In batches of 5,000 rows that commit one by one: for psql, outside of a transaction.
std::string update_in_batches(const Fill& fill, const Step& step);

}  // namespace miglint
