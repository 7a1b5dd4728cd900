#include "engine/suppress.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <optional>

#include "engine/active_rules.hpp"
#include "engine/directive.hpp"
#include "engine/fingerprint.hpp"
#include "miglint/characters.hpp"
#include "miglint/tokens.hpp"

namespace miglint {

namespace {

constexpr int whole_file = -1;

/// A directive and what it stands for: a statement, or the whole file.
struct Allowance {
  Directive directive;
  Span span;
  int migration = 0;
  int statement = whole_file;
  std::string problem;  ///< why it allows nothing; empty while it may
  bool used = false;
};

bool names_rule_or_group(std::string_view name) {
  if (find_rule(name)) return true;
  return std::ranges::any_of(all_rules(),
                             [&](const RegisteredRule& entry) { return to_string(entry.group) == name; });
}

bool covers(const std::vector<std::string>& names, const Finding& finding) {
  return std::ranges::any_of(names, [&](const std::string& name) {
    return name == finding.rule || name == to_string(finding.group);
  });
}

bool has_line_break(const Migration& migration, int begin, int end) {
  return std::string_view(migration.source.text)
             .substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(std::max(0, end - begin)))
             .find('\n') != std::string_view::npos;
}

/// The statement that a comment belongs to: the one whose last line it ends, else the next one. None: inside
/// a statement, or after the last.
std::optional<int> statement_of(const Migration& migration, const Span& comment) {
  const std::vector<Statement>& all = migration.statements;
  const auto next = std::ranges::partition_point(
      all, [&](const Statement& statement) { return statement.span.end <= comment.begin; });
  const int index = static_cast<int>(next - all.begin());
  if (next != all.begin() && !has_line_break(migration, std::prev(next)->span.end, comment.begin))
    return index - 1;
  if (next == all.end() || next->span.begin < comment.end) return std::nullopt;
  return index;
}

/// The comment was not in the file when git froze it: writing it was an edit of its own.
bool written_after_freezing(const History& history, const Migration& migration, std::string_view comment) {
  if (!history.git) return false;
  return std::ranges::any_of(history.git->frozen_changes, [&](const FrozenChange& change) {
    return change.kind == FrozenChange::Kind::edited && change.migration == migration.source.name &&
           change.before.find(comment) == std::string::npos;
  });
}

std::string problem_of(const Directive& directive) {
  if (!directive.problem.empty()) return directive.problem;
  for (const std::string& name : directive.rules) {
    if (!names_rule_or_group(name))
      return fmt::format("there is no rule or group {}{}", json_string(name), nearest_rule(name));
  }
  return {};
}

std::optional<Allowance> allowance_of(const History& history, int migration_index, const Comment& comment) {
  const Migration& migration = history.migrations[static_cast<std::size_t>(migration_index)];
  const std::string_view text = std::string_view(migration.source.text)
                                    .substr(static_cast<std::size_t>(comment.span.begin),
                                            static_cast<std::size_t>(comment.span.length()));
  std::optional<Directive> directive = read_directive(text);
  if (!directive) return std::nullopt;
  Allowance allowance{.directive = std::move(*directive), .span = comment.span, .migration = migration_index};
  allowance.problem = problem_of(allowance.directive);
  if (!allowance.problem.empty()) return allowance;
  if (written_after_freezing(history, migration, text)) {
    allowance.problem =
        "the migration is frozen, and a comment in it is an edit: record the decision with miglint accept";
  } else if (allowance.directive.whole_file) {
    const bool late =
        !migration.statements.empty() && migration.statements.front().span.begin < comment.span.begin;
    if (late) allowance.problem = "allow-file must stand before the first statement";
  } else if (const std::optional<int> statement = statement_of(migration, comment.span)) {
    allowance.statement = *statement;
  } else {
    allowance.problem =
        "it stands before no statement: put it above the statement, or at the end of its last line";
  }
  return allowance;
}

std::vector<Allowance> allowances(const History& history) {
  std::vector<Allowance> all;
  for (std::size_t i = 0; i < history.migrations.size(); ++i) {
    if (!history.migrations[i].source.judged) continue;
    for (const Comment& comment : history.migrations[i].comments) {
      if (std::optional<Allowance> allowance = allowance_of(history, static_cast<int>(i), comment))
        all.push_back(std::move(*allowance));
    }
  }
  return all;
}

/// The allowances by {migration, statement}, in order.
using Places = std::map<std::pair<int, int>, std::vector<std::size_t>>;

Places places_of(const std::vector<Allowance>& allowances) {
  Places places;
  for (std::size_t i = 0; i < allowances.size(); ++i) {
    if (allowances[i].problem.empty())
      places[{allowances[i].migration, allowances[i].statement}].push_back(i);
  }
  return places;
}

/// Marks every directive that speaks of the finding as used; the first one's reason counts.
std::optional<std::string> allowed_by_comment(const Finding& finding, std::vector<Allowance>& allowances,
                                              const Places& places) {
  if (finding.group == Group::history) return std::nullopt;
  std::optional<std::size_t> first;
  std::vector<int> statements = {whole_file, finding.statement};
  statements.erase(std::ranges::unique(statements).begin(), statements.end());
  for (const int statement : statements) {
    const auto here = places.find({finding.migration, statement});
    if (here == places.end()) continue;
    for (const std::size_t i : here->second) {
      if (!covers(allowances[i].directive.rules, finding)) continue;
      allowances[i].used = true;
      first = std::min(first.value_or(i), i);
    }
  }
  return first ? std::optional(allowances[*first].directive.reason) : std::nullopt;
}

std::optional<std::string> allowed_by_config(const Finding& finding, const History& history,
                                             const Config& config) {
  if (finding.group == Group::history || finding.migration < 0) return std::nullopt;
  const std::string& name = history.migrations[static_cast<std::size_t>(finding.migration)].source.name;
  for (const Config::Ignore& ignore : config.ignore) {
    const bool of_rule = ignore.rule == finding.rule || ignore.rule == to_string(finding.group);
    if (of_rule && (ignore.migration.empty() || matches_glob(ignore.migration, name))) return ignore.reason;
  }
  return std::nullopt;
}

/// Marks the decision that speaks of the finding as used.
std::optional<std::string> allowed_by_decision(const Finding& finding, const History& history,
                                               std::span<const Decision> decisions, std::vector<bool>& used) {
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const Decision& decision = decisions[i];
    if (decision.reason.empty() || decision.finding != finding.fingerprint) continue;
    if (!decision.rule.empty() && decision.rule != finding.rule) continue;
    if (!decision.statement.empty() && decision.statement != statement_hash(history, finding)) continue;
    used[i] = true;
    return decision.reason;
  }
  return std::nullopt;
}

const ActiveRule* useless_allow(const std::vector<ActiveRule>& rules) {
  const auto rule = std::ranges::find(rules, "useless-allow",
                                      [](const ActiveRule& active) { return active.entry->rule->id; });
  return rule == rules.end() ? nullptr : &*rule;
}

Finding useless(const Allowance& allowance, const History& history, const ActiveRule& rule) {
  const Migration& migration = history.migrations[static_cast<std::size_t>(allowance.migration)];
  const std::string why = allowance.problem.empty() ? fmt::format("no finding of {} is there to allow",
                                                                  fmt::join(allowance.directive.rules, ", "))
                                                    : allowance.problem;
  return Finding{
      .rule = "useless-allow",
      .group = rule.entry->group,
      .severity = configured_severity(rule, rule.entry->rule->severity),
      .message = "This allow comment suppresses nothing: " + why,
      .path = migration.source.path,
      .span = allowance.span,
      .migration = allowance.migration,
      .statement = allowance.statement,
      .why =
          "A comment that allows nothing looks like a decision and is none; when the hazard comes back, "
          "nobody is asked again.",
      .safer = {{.text = "Remove the comment, or write it as: -- miglint: allow RULE: the reason"}},
      .fingerprint = hashed(fmt::format("useless-allow\n{}\n{}", migration.source.name, why)),
      .migration_name = migration.source.name};
}

/// A decision on a judged migration that met no finding: the statement was changed after it, or the hazard is
/// gone.
Finding useless(const Decision& decision, int migration, const History& history, const ActiveRule& rule) {
  const SourceFile& source = history.migrations[static_cast<std::size_t>(migration)].source;
  return Finding{
      .rule = "useless-allow",
      .group = rule.entry->group,
      .severity = configured_severity(rule, rule.entry->rule->severity),
      .message = fmt::format("The decision on {} in line {} of the decisions file matches no finding of {}",
                             path_in_prose(decision.rule), decision.line, path_in_prose(source.name)),
      .path = source.path,
      .migration = migration,
      .why = fmt::format("It was made for finding {} and the statement as it was then: since the statement "
                         "was changed, or the hazard is "
                         "gone, it decides nothing.",
                         path_in_prose(decision.finding)),
      .safer = {{.text = "Remove the entry. What stops now is a decision of its own"}},
      .fingerprint =
          hashed(fmt::format("useless-decision\n{}\n{}\n{}", source.name, decision.rule, decision.finding))};
}

std::vector<Finding> useless_decisions(std::span<const Decision> decisions, const std::vector<bool>& used,
                                       const History& history, const ActiveRule& rule) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    if (used[i]) continue;
    const auto named = std::ranges::find(history.migrations, decisions[i].migration,
                                         [](const Migration& m) { return m.source.name; });
    if (named == history.migrations.end() || !named->source.judged) continue;
    findings.push_back(
        useless(decisions[i], static_cast<int>(named - history.migrations.begin()), history, rule));
  }
  return findings;
}

}  // namespace

void suppress(LintResult& result, const History& history, const Config& config,
              std::span<const Decision> decisions) {
  std::vector<Allowance> comments = allowances(history);
  std::vector<bool> used(decisions.size());
  const Places places = places_of(comments);
  std::vector<Finding>& findings = result.findings;  // in their place: there may be tens of thousands
  auto left = findings.begin();
  for (Finding& finding : findings) {
    std::optional<std::string> reason = allowed_by_comment(finding, comments, places);
    if (!reason) reason = allowed_by_config(finding, history, config);
    if (!reason) reason = allowed_by_decision(finding, history, decisions, used);
    if (!reason) {
      if (&*left != &finding) *left = std::move(finding);
      ++left;
      continue;
    }
    finding.suppressed = std::move(reason);
    result.suppressed.push_back(std::move(finding));
  }
  findings.erase(left, findings.end());
  const std::vector<ActiveRule> rules = active_rules(config);
  if (const ActiveRule* rule = useless_allow(rules)) {
    for (const Allowance& allowance : comments) {
      if (!allowance.used) findings.push_back(useless(allowance, history, *rule));
    }
    std::ranges::move(useless_decisions(decisions, used, history, *rule), std::back_inserter(findings));
  }
}

std::vector<std::string> allowed_by_comments(const Migration& migration) {
  History alone;
  std::vector<Migration> one = {migration};
  one.front().source.judged = true;
  alone.migrations = MigrationList(std::move(one));
  std::vector<std::string> allowed;
  for (const Allowance& allowance : allowances(alone)) {
    if (!allowance.problem.empty()) continue;
    const std::string where =
        allowance.statement == whole_file
            ? std::string()
            : normalised(migration.sql(migration.statements[static_cast<std::size_t>(allowance.statement)]));
    for (const std::string& rule : allowance.directive.rules)
      allowed.push_back(fmt::format("{}\n{}", rule, where));
  }
  std::ranges::sort(allowed);
  return allowed;
}

}  // namespace miglint
