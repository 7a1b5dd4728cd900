#pragma once

// What goes when something is dropped (dependency.c, performMultipleDeletions): a graph of objects, followed
// from what the statement names.

#include <map>
#include <string>
#include <vector>

#include "catalog/replay.hpp"
#include "miglint/catalog.hpp"

namespace miglint {

/// Something that can be dropped. `part`: the column, constraint, trigger, policy or rule of the relation
/// `name`, or the publication that has it (`published`).
struct Object {
  enum class Kind {
    table,
    column,
    constraint,
    index,
    view,
    sequence,
    type,
    function,
    trigger,
    policy,
    rule,
    schema,
    column_default,
    published,
    registered  ///< `part` is its key in Catalog::objects
  };
  Kind kind = Kind::table;
  RelationName name;
  std::string part;
  int overload = -1;  ///< of a function: which one of its name
  friend auto operator<=>(const Object&, const Object&) = default;
};

/// What depends on an object. `automatic`: goes with it silently (PostgreSQL's DEPENDENCY_AUTO and
/// _INTERNAL), as an index does with its column; else RESTRICT refuses and CASCADE takes it along.
struct Dependent {
  Object object;
  bool automatic = false;
};
/// What is found to go already; the value: RESTRICT may let it go.
using Going = std::map<Object, bool>;
std::vector<Dependent> dependents_of(const Catalog& catalog, const Object& object, const Going& going);
std::vector<Dependent> dependents_of_function(const Catalog& catalog, const FunctionName& name);

/// Drops the objects together, with what depends on them; refused when something does and `cascade` is not
/// set.
Replayed drop(Catalog& catalog, const std::vector<Object>& objects, bool cascade);

/// DROP OWNED: what these roles made or were given, as far as the replay keeps that.
Replayed drop_owned(Catalog& catalog, const std::vector<std::string>& roles, bool cascade);

}  // namespace miglint
