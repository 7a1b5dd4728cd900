#include <algorithm>
#include <iterator>

#include "miglint/rule.hpp"

namespace miglint {

std::vector<RowFailure> Step::failures() const {
  std::vector<RowFailure> of_change;
  std::ranges::copy_if(effect.row_failures, std::back_inserter(of_change),
                       [&](const RowFailure& failure) { return change < 0 || failure.change == change; });
  return of_change;
}

const AlwaysFails* Step::certain_failure() const {
  if (!effect.always_fails || (change >= 0 && effect.always_fails->change != change)) return nullptr;
  return &*effect.always_fails;
}

}  // namespace miglint
