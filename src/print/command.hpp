#pragma once

#include <optional>

#include "print/pen.hpp"

namespace miglint::printing {

/// One command of an ALTER TABLE's list, and the table it is for.
struct Command {
  RelationName table;
  std::string text;
};

/// The change as a command of ALTER TABLE; none for what is a statement of its own.
std::optional<Command> command(const Change& change, Pen& pen);

}  // namespace miglint::printing
