#include "cli/judge.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/active_rules.hpp"

namespace miglint {

namespace {

/// The level is below that of a rule it speaks of.
bool is_lowered(const std::string& name, Severity level) {
  return std::ranges::any_of(all_rules(), [&](const RegisteredRule& entry) {
    return (entry.rule->id == name || to_string(entry.group) == name) && level < entry.rule->severity;
  });
}

Terms terms_of(const Project& project, const Config& config, const Options& options) {
  Terms terms{.configuration = config.path,
              .edited_configurations = project.edited_configurations,
              .edited_decisions = project.edited_decisions,
              .postgres = config.postgres,
              .postgres_from = config.postgres_from};
  for (const auto& [name, level] : config.rules) {
    if (level == Config::Level::off) terms.off.push_back(name);
    if ((level == Config::Level::note && is_lowered(name, Severity::note)) ||
        (level == Config::Level::warning && is_lowered(name, Severity::warning)))
      terms.lowered.push_back(name);
  }
  terms.fails_never = config.fail_never && !options.fail_on;
  return terms;
}

JudgedHistory judge(History history, const Project& project, bool read, const Options& options,
                    const LintOptions& wanted) {
  JudgedHistory judged{.history = std::move(history), .result = {}, .fail_on = Severity::error, .read = read};
  if (project.config.fail_on) judged.fail_on = project.config.fail_on;
  if (project.config.fail_never) judged.fail_on = std::nullopt;
  const Config config = project.config_of(judged.history);
  judged.terms = terms_of(project, config, options);
  if (read) judged.result = lint(judged.history, config, project.decisions, wanted);
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
      outcome.histories.push_back(
          judge(std::move(project.histories[i]), project, project.read[i], options, wanted));
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
