#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "print/pen.hpp"

namespace miglint::printing {

/// What a statement says of what it is for, besides its changes.
struct Target {
  std::string_view words = "TABLE";
  bool if_exists = false;
  bool only = false;
};

/// What SQL calls an object of this kind: `MATERIALIZED VIEW`; empty for one that is not named by its name
/// alone.
std::string_view kind_words(ObjectKind kind);

/// The name as DROP, ALTER and COMMENT have it after the kind's words: `f(integer)`, `tr ON t`.
std::string object_name(ObjectKind kind, const RelationName& name, const RelationName& on,
                        const std::optional<std::vector<TypeName>>& arguments, Pen& pen);

/// `IF EXISTS `, or nothing.
std::string if_exists(bool written);

}  // namespace miglint::printing
