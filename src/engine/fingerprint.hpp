#pragma once

// What identifies a finding across runs, machines and reformatting.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "miglint/finding.hpp"
#include "miglint/history.hpp"

namespace miglint {

/// 16 hexadecimal digits.
std::string hashed(std::string_view text);

/// Of the statement a finding is about, as recorded with a decision: the normalised text's hash; empty for a
/// finding about no statement.
std::string statement_hash(const History& history, const Finding& finding);

/// The fingerprints of one migration's findings, made in their order: of rule, migration, normalised
/// statement and object, the message where there is no statement. Of findings that agree in all that, the
/// later ones have their number in it.
class Fingerprints {
 public:
  explicit Fingerprints(const History& history) : history_(history) {}

  std::string of(const Finding& finding);

 private:
  const std::string& statement_of(const Finding& finding);

  const History& history_;
  std::pair<int, int> at_ = {-1, -1};  ///< the migration and statement of `statement_`
  std::string statement_;
  std::unordered_map<std::uint64_t, int> seen_;
};

}  // namespace miglint
