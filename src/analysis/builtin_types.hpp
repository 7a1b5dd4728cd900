#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "miglint/name.hpp"

namespace miglint {

/// Whether pg_catalog has a type of this name (PostgreSQL 15's pg_type; arrays' `_int4` spellings are not
/// among them).
bool is_builtin_type(std::string_view name);

/// serial, bigserial, smallserial and their numbered spellings: the integer type they stand for, or empty.
/// They are words of CREATE TABLE's own (parse_utilcmd.c, transformColumnDefinition), not types, and only
/// when written without a schema.
std::string_view serial_base(const TypeName& type);

/// The types that a well-known extension brings, empty for one we don't know or that brings none.
std::vector<std::string_view> extension_types(std::string_view extension);

}  // namespace miglint
