#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "docs/page.hpp"
#include "miglint/lint.hpp"

namespace miglint {

/// A history of SQL texts: earlier migrations are replayed, the others judged. Migrations are Prisma's;
/// `path` is `migrations/<name>/migration.sql`.
struct Judged {
  History history;
  LintResult result;

  /// `rule` or, where the finding is no error, `rule (warning)`, in order.
  std::vector<std::string> findings() const;
  /// The first finding of the rule; fails the test when there is none.
  const Finding& finding(std::string_view rule) const;
  bool has(std::string_view rule) const;
};

struct JudgeOptions {
  Config config;
  std::vector<RunMode> modes = {RunMode::batch, RunMode::split};
  std::vector<Decision> decisions;
  bool keep_plan = false;
  Layout layout = Layout::prisma;
};

Judged judge(const std::vector<ExampleFile>& setup, const std::vector<ExampleFile>& files,
             const JudgeOptions& options = {});
/// One earlier migration (none when empty) and the one that is judged.
Judged judge(std::string_view setup, std::string_view sql, const JudgeOptions& options = {});

/// The ways to run a file, by name, for tests that differ in it.
JudgeOptions batch();
JudgeOptions split();

}  // namespace miglint
