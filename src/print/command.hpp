#pragma once

#include <optional>

#include "print/pen.hpp"

namespace miglint::printing {

/// One command of an ALTER TABLE's list, and the table it is for; likewise of ALTER TYPE.
struct Command {
  RelationName table;
  std::string text;
  std::string_view words = "TABLE";  ///< a composite type's: TYPE
};

/// The change as a command of ALTER TABLE; none for what is a statement of its own.
std::optional<Command> command(const Change& change, Pen& pen);

}  // namespace miglint::printing
