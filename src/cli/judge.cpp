#include "cli/judge.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/active_rules.hpp"

namespace miglint {

namespace {

JudgedHistory judge(History history, const Project& project, bool read, const LintOptions& wanted) {
  JudgedHistory judged{.history = std::move(history), .result = {}, .fail_on = Severity::error, .read = read};
  if (project.config.fail_on) judged.fail_on = project.config.fail_on;
  if (project.config.fail_never) judged.fail_on = std::nullopt;
  if (read) judged.result = lint(judged.history, project.config, project.decisions, wanted);
  judged.result.migrations.resize(judged.history.migrations.size());
  return judged;
}

/// The rules that are on under any of the configurations.
std::vector<const RegisteredRule*> rules_in_use(const std::vector<Project>& projects) {
  std::vector<const RegisteredRule*> rules;
  for (const Project& project : projects) {
    for (const ActiveRule& rule : active_rules(project.config)) {
      if (std::ranges::find(rules, rule.entry) == rules.end()) rules.push_back(rule.entry);
    }
  }
  return rules;
}

}  // namespace

Outcome judge(Loaded loaded, const Options& options, const LintOptions& wanted) {
  Outcome outcome{.histories = {},
                  .errors = std::move(loaded.errors),
                  .notes = std::move(loaded.notes),
                  .selection = std::move(loaded.selection)};
  outcome.show_suppressed = options.show_suppressed;
  outcome.rules = rules_in_use(loaded.projects);
  for (Project& project : loaded.projects) {
    for (std::size_t i = 0; i < project.histories.size(); ++i) {
      outcome.histories.push_back(judge(std::move(project.histories[i]), project, project.read[i], wanted));
    }
  }
  return outcome;
}

void place(Outcome& outcome, const Options& options) {
  const std::string first = options.arguments.empty() ? std::string() : options.arguments.front();
  outcome.current_folder = std::filesystem::current_path().string();
  outcome.repository = root_around(first == "-" ? options.stdin_filename.value_or("") : first);
}

}  // namespace miglint
