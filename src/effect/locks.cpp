#include <algorithm>
#include <array>

#include "miglint/effect.hpp"

namespace miglint {

std::string_view to_string(LockMode mode) {
  static constexpr std::array<std::string_view, 8> names = {
      "AccessShareLock", "RowShareLock",          "RowExclusiveLock", "ShareUpdateExclusiveLock",
      "ShareLock",       "ShareRowExclusiveLock", "ExclusiveLock",    "AccessExclusiveLock"};
  return names[static_cast<std::size_t>(mode)];
}

std::string to_string(const Loss& loss) {
  switch (loss.kind) {
    case Loss::Kind::table:
      return "table:" + to_string(loss.relation);
    case Loss::Kind::rows:
      return "rows:" + to_string(loss.relation);
    case Loss::Kind::column:
      return "column:" + to_string(loss.relation) + "." + loss.column;
    case Loss::Kind::values:
      return "values:" + to_string(loss.relation) + "." + loss.column;
  }
  return {};
}

bool Effect::nothing() const {
  return locks.empty() && rewrites.empty() && scans.empty() && builds.empty() && rebuilds.empty() &&
         drops.empty() && row_failures.empty() && !always_fails && losses.empty() && !refuses_transaction &&
         new_labels.empty() && pending_checks.empty();
}

std::optional<LockMode> Effect::lock_on(const RelationName& relation) const {
  const auto found = std::ranges::find(locks, relation, &Lock::relation);
  return found == locks.end() ? std::nullopt : std::optional(found->mode);
}

bool Effect::blocks_writes(const RelationName& relation) const {
  const auto mode = lock_on(relation);
  return mode && miglint::blocks_writes(*mode);
}

bool Effect::blocks_reads(const RelationName& relation) const {
  const auto mode = lock_on(relation);
  return mode && miglint::blocks_reads(*mode);
}

}  // namespace miglint
