#pragma once

#include "print/pen.hpp"

namespace miglint::printing {

/// A change that is a statement of its own, without its `;`.
std::string object(const Change& change, Pen& pen);

}  // namespace miglint::printing
