#pragma once

#include "print/pen.hpp"

namespace miglint::printing {

std::string insert(const Insert& insert, Pen& pen);
std::string update(const Update& update, Pen& pen);
std::string delete_rows(const Delete& rows, Pen& pen);

}  // namespace miglint::printing
