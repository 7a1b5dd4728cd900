// Records a decision. Accepting a hazard is the one command an agent must not give itself: without a terminal
// it needs the user's words.

#include "cli/accept.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <iostream>
#include <set>
#include <unistd.h>

#include "cli/commands.hpp"
#include "cli/judge.hpp"
#include "cli/output.hpp"
#include "discover/git_identity.hpp"
#include "engine/fingerprint.hpp"
#include "miglint/error.hpp"
#include "miglint/rule.hpp"
#include "report/clean.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

constexpr std::size_t shortest_fingerprint = 6;

std::string environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

struct Found {
  const JudgedHistory* judged = nullptr;
  const Finding* finding = nullptr;
  std::size_t project = 0;
};

/// `ID (message)` of each, to choose from.
std::string listed(const std::vector<Found>& found) {
  std::string list;
  std::set<std::string_view> shown;
  for (const Found& one : found) {
    if (shown.insert(one.finding->fingerprint).second)
      list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", one.finding->fingerprint,
                          one_line(one.finding->message));
  }
  return list;
}

/// The one finding whose fingerprint begins so, or the only one of a rule. The first `judging_new` outcomes
/// judge the new migrations, the others all.
Found find_finding(const std::vector<Outcome>& outcomes, std::size_t judging_new, const std::string& wanted) {
  std::vector<Found> found;
  const bool by_rule = find_rule(wanted) != nullptr;
  for (std::size_t project = 0; project < outcomes.size(); ++project) {
    for (const JudgedHistory& judged : outcomes[project].histories) {
      for (const Finding& finding : judged.result.findings) {
        if (by_rule ? finding.rule == wanted : finding.fingerprint.starts_with(wanted))
          found.push_back({.judged = &judged, .finding = &finding, .project = project});
      }
    }
  }
  if (found.empty())
    throw Error(fmt::format("no finding {} here: `miglint check --verbose` shows each finding's id", wanted));
  // by rule one of the new migrations' is meant, where there is any
  const auto is_old = [&](const Found& one) { return one.project >= judging_new; };
  if (by_rule && !std::ranges::all_of(found, is_old)) std::erase_if(found, is_old);
  const bool several = std::ranges::any_of(found, [&](const Found& other) {
    return other.finding->fingerprint != found.front().finding->fingerprint;
  });
  if (several && by_rule)
    throw Error(fmt::format("{} speaks more than once: say which, by its id: {}", wanted, listed(found)));
  if (several)
    throw Error(fmt::format("several findings begin with {}: give more of the fingerprint", wanted));
  return found.front();
}

/// The words by which it was agreed to; empty on a terminal, where the name was typed.
std::string ask(const Finding& finding) {
  if (::isatty(STDIN_FILENO) == 0) {
    const std::string words = environment_variable("MIGLINT_USER_CONSENT");
    if (const auto refusal = refused_consent(words)) throw Error("accept: " + *refusal);
    return words;
  }
  const std::string name = name_at_stake(finding);
  fmt::print(stderr, "{}: {}\nType {} to accept it: ", finding.rule, one_line(finding.message),
             one_line(name));
  std::string typed;
  std::getline(std::cin, typed);
  if (typed != name)
    throw Error(
        fmt::format("accept: \"{}\" is not \"{}\": nothing was recorded", one_line(typed), one_line(name)));
  return {};
}

std::string who() {
  if (std::string name = git_identity("."); !name.empty()) return name;
  for (const char* name : {"USER", "LOGNAME"}) {
    if (std::string value = environment_variable(name); !value.empty()) return value;
  }
  return "unknown";
}

Decision decision_of(const Found& found, const std::string& reason, const std::string& consent) {
  const Finding& finding = *found.finding;
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  Decision decision{.finding = finding.fingerprint, .rule = finding.rule};
  decision.migration = finding.migration_name;
  decision.statement = statement_hash(found.judged->history, finding);
  decision.reason = reason;
  decision.by = who();
  decision.date = fmt::format("{:%Y-%m-%d}", fmt::localtime(now));
  decision.via = consent.empty() ? "tty" : "agent";
  if (!consent.empty()) decision.reason += fmt::format(" (the user: {})", consent);
  return decision;
}

/// Writes a comment where one counts, else an entry in the decisions file; says which.
void record(const Found& found, const std::string& decisions_file, const Decision& decision) {
  const Finding& finding = *found.finding;
  if (needs_decision(finding, found.judged->history)) {
    const std::string before = ::access(decisions_file.c_str(), F_OK) == 0
                                   ? read_file(decisions_file, largest_settings)
                                   : std::string();
    replace_file(decisions_file, with_decision(before, decisions_file, decision));
    print_text(fmt::format("accepted: recorded in {}\n", one_line(decisions_file)));
    return;
  }
  const Migration& migration =
      found.judged->history.migrations.at(static_cast<std::size_t>(finding.migration));
  replace_file(migration.source.path, with_allow_comment(migration, finding, decision.reason));
  print_text(
      fmt::format("accepted: -- miglint: allow {} in {}\n", finding.rule, one_line(migration.source.path)));
}

}  // namespace

int accept(const Options& options) {
  if (options.arguments.empty())
    throw Error(
        "accept: which finding? Its rule, where that speaks once, or the id that `miglint check --verbose` "
        "shows");
  const std::string wanted = options.arguments.front();
  const std::string reason = options.reason.value_or("");
  if (wanted.size() < shortest_fingerprint && find_rule(wanted) == nullptr)
    throw Error(
        fmt::format("accept: no rule or finding {}; `miglint check --verbose` shows each finding's id",
                    json_string(wanted)));
  if (!has_words(reason)) throw Error("accept: say with --reason \"…\" why this is safe: somebody will ask");
  Options everything = options;
  everything.arguments.erase(everything.arguments.begin());
  std::vector<Outcome> outcomes;
  std::vector<std::string> decisions_files;
  std::size_t judging_new = 0;
  for (const bool all : {false, true}) {  // the new migrations first: that is where a finding usually is
    everything.all = all;
    if (all) judging_new = outcomes.size();
    for (Project& project : load(everything, false).projects) {
      decisions_files.push_back(project.decisions_path);
      Loaded one;
      one.projects.push_back(std::move(project));
      outcomes.push_back(judge(std::move(one), everything));
    }
  }
  const Found found = find_finding(outcomes, judging_new, wanted);
  record(found, decisions_files[found.project], decision_of(found, reason, ask(*found.finding)));
  return 0;
}

}  // namespace miglint
