#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/json_writer.hpp"
#include "report/outcome.hpp"

namespace miglint {

/// A rule as SARIF lists it: its id, and its page where it has one.
struct SarifRule {
  std::string id;
  const RegisteredRule* entry = nullptr;
};

/// The rules that were on, and whatever else a finding names, by id. A result's `ruleIndex` is the index in
/// this list.
std::vector<SarifRule> sarif_rules(const Outcome& outcome);

void write_sarif_rule(JsonWriter& json, const SarifRule& rule);

/// `error`, `warning`, `note`: SARIF's levels are ours.
std::string_view sarif_level(Severity severity);

}  // namespace miglint
