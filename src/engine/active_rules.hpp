#pragma once

// Which rules hold under a configuration, and how serious what they say is.

#include <optional>
#include <vector>

#include "miglint/config.hpp"
#include "miglint/rule.hpp"

namespace miglint {

struct ActiveRule {
  const RegisteredRule* entry = nullptr;
  std::optional<Severity> level;  ///< the configuration's for the rule or its group
};

/// The rules that are on: enabled by default or by the configuration, and made for its server version.
std::vector<ActiveRule> active_rules(const Config& config);

/// What the configuration makes of a rule's own judgement. A report at the rule's full strength takes the
/// configured level; one that the rule weakened itself (handled plausibly, a partial loss) is never raised by
/// it.
Severity configured_severity(const ActiveRule& rule, Severity reported);

/// Lock and scan findings go by the table's size: errors on a large table, notes on a small one.
Severity severity_by_size(Severity severity, const Finding& finding, const Config& config);

/// Whether a table matches one of the globs.
bool matches_any(const std::vector<std::string>& globs, const ObjectName& object);

}  // namespace miglint
