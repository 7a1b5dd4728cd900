#pragma once

// What identifies a finding across runs, machines and reformatting.

#include <string>
#include <string_view>

#include "miglint/finding.hpp"
#include "miglint/history.hpp"

namespace miglint {

/// 16 hexadecimal digits.
std::string hashed(std::string_view text);

/// Of the statement a finding is about, as recorded with a decision: the normalised text's hash; empty for a finding about no statement.
std::string statement_hash(const History& history, const Finding& finding);

/// What the fingerprint is made of: rule, migration, normalised statement, object; the message where there is no statement.
std::string fingerprint_source(const History& history, const Finding& finding);

}  // namespace miglint
