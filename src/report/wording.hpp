#pragma once

// Sentences that several reports share.

#include <string>
#include <vector>

#include "report/outcome.hpp"

namespace miglint {

/// `1 error`, `2 errors`.
std::string counted(int number, std::string_view noun);

/// `1 error, 2 warnings`; "no findings" when there are none.
std::string findings_in_words(const Counts& counts);

/// `23502 (not_null_violation), 23505 (unique_violation)`.
std::string failures_in_words(const std::vector<std::string>& sqlstates);

/// `AccessExclusiveLock on public.staff (reads and writes wait)`.
std::string lock_in_words(const Lock& lock);

/// `the column public.users.email`, for `column:public.users.email`.
std::string loss_in_words(std::string_view loss);

/// A comment in the migration would not count: the finding is git's or a folder's, or the migration is frozen
/// and a comment would be an edit.
bool needs_decision(const Finding& finding, const History& history);

/// How the finding can be allowed: a comment in the migration, or `miglint accept` where a comment would not
/// count.
std::string how_to_allow(const Finding& finding, const History& history);

/// What only a person knows, and the path asks for.
std::vector<std::string> questions(const SaferPath& path);

/// Where the rule's page is; empty for one that is no rule.
std::string rule_url(std::string_view rule);

/// The command that writes a path of the finding, as typed in a shell: `miglint fix --choose RULE@OBJECT=a
/// --write`, for another finding of the rule may have other paths. Of one that asks for something, the
/// command that shows it and says what: nobody's sample is written unseen.
std::string fix_command(const Finding& finding, const SaferPath& path);

/// One judged migration's last word: `stop`, `look first` (warnings, or something that was not understood),
/// `accepted` (what there was, somebody has taken on) or `safe to commit`.
struct MigrationVerdict {
  const Migration* migration = nullptr;
  const MigrationResult* result = nullptr;
  bool stop = false;
  int errors = 0, warnings = 0, notes = 0;
  int accepted = 0;  ///< findings that a comment, a decision or the configuration allows

  bool understood() const { return result->not_understood.empty(); }
  std::string_view words() const {
    if (stop) return "stop";
    if (warnings > 0 || !understood()) return "look first";
    return accepted > 0 ? "accepted" : "safe to commit";
  }
};
/// Something in a judged migration was not understood.
bool anything_not_understood(const Outcome& outcome);
/// One for each judged migration, in order.
std::vector<MigrationVerdict> verdicts(const JudgedHistory& judged);

/// The last line: how many were judged, what was found, how many were not judged and why, and how to judge
/// them.
std::string last_line(const Outcome& outcome);

}  // namespace miglint
