#pragma once

// Values that a change of type refuses, told in SQL before it runs.

#include <optional>
#include <string>

#include "fill.hpp"

namespace miglint {

/// The UPDATE that gives those rows a value that converts; nothing where they can't be told, or where a key
/// or a computed USING stands in the way.
struct Unfit {
  Fill fill;
  std::string setup;    ///< a function to tell them by, made for the session; empty for most
  std::string cleanup;  ///< and dropped again
};
std::optional<Unfit> unfit_values(const ChangeType& change, const RelationName& table, const Column& column,
                                  const Step& step);

/// `c::T`, `c::text::T`, CAST(c AS T), or nothing: every value is converted as it stands.
bool converts_as_it_stands(const ChangeType& change);
/// A value of the new type as a column of the old one holds it until then: `0::text`.
std::string held_by(const TypeName& from, const std::string& value);
/// The condition that a value of the column does not convert to the type; empty where it can't be told.
std::string does_not_fit(const std::string& column, const TypeName& from, const TypeName& to,
                         const Step& step);

}  // namespace miglint
