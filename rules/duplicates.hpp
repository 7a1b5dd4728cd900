#pragma once

// Ways out where rows agree in what is to be unique: give the others another value, or keep one of them.

#include <string>
#include <vector>

#include "miglint/rule.hpp"

namespace miglint {

/// What must be unique from now on.
struct UniqueKey {
  RelationName table;
  std::vector<std::string> columns;      ///< those it is made of, also inside expressions
  std::vector<std::string> expressions;  ///< as SQL, one an element: quoted columns, expressions
  std::string where;                     ///< of a partial index
  bool nulls_agree = false;
  bool primary = false;
};

/// That of AddPrimaryKey, AddUnique and CreateIndex; nothing for others, or where its text is not known.
std::optional<UniqueKey> key_of(const Change& change, const Step& step);

/// The change comes in a later release where it may: not with a primary key.
std::vector<SaferPath> paths_for_duplicates(const UniqueKey& key, const Change& change, const Step& step);

}  // namespace miglint
