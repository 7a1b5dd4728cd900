#pragma once

#include "print/pen.hpp"

namespace miglint::printing {

/// Where a constraint stands: in a list of its own (CREATE TABLE, ADD), or behind its column, whose name then
/// goes without saying.
enum class Place { create_table, add, column };

std::string constraint(const AddPrimaryKey& key, Place place, Pen& pen);
std::string constraint(const AddUnique& key, Place place, Pen& pen);
std::string constraint(const AddForeignKey& key, Place place, Pen& pen);
std::string constraint(const AddCheck& check, Place place, Pen& pen);
std::string constraint(const AddExclude& exclusion, Place place, Pen& pen);
std::string constraint(const AddNotNull& not_null, Place place, Pen& pen);

}  // namespace miglint::printing
