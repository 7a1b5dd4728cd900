#pragma once

#include <string_view>

namespace miglint {

/// PostgreSQL's name for an SQLSTATE that DDL on existing rows can raise (manual, appendix A); empty for
/// others.
std::string_view condition_name(std::string_view sqlstate);

}  // namespace miglint
