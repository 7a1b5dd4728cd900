#pragma once

// One finding as people read it, in some twelve lines: what, where, why, the first way out, the command that
// writes it, the query that decides. --verbose has all there is to say.

#include <ostream>
#include <set>
#include <string_view>

#include "report/each.hpp"
#include "report/report.hpp"
#include "report/style.hpp"

namespace miglint {

/// Prints findings one after the other; what was said once of a rule is not said again, unless asked for all.
class FindingPrinter {
 public:
  FindingPrinter(const ReportStyle& style, const Palette& palette, std::ostream& out)
      : style_(style), palette_(palette), out_(out) {}

  void print(const Placed& placed);

 private:
  const ReportStyle& style_;
  const Palette& palette_;
  std::ostream& out_;
  std::set<std::string_view> told_;  ///< rules
};

std::string in_severity(std::string_view text, Severity severity, const Palette& palette);

}  // namespace miglint
