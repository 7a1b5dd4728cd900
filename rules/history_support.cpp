#include "history_support.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unordered_set>
#include <vector>

namespace miglint {

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// The lines of `text` that `other` has not, as often as it has not.
std::vector<std::string_view> lines_missing_in(std::string_view other, std::string_view text) {
  std::map<std::string_view, int> there;
  for (const std::string_view line : lines_of(other)) ++there[line];
  std::vector<std::string_view> missing;
  for (const std::string_view line : lines_of(text)) {
    const bool blank = line.find_first_not_of(" \t") == std::string_view::npos;
    if (!blank && there[line]-- <= 0) missing.push_back(line);
  }
  return missing;
}

/// The change itself: the same whoever committed it, and after a squash or a rebase. Line endings are the
/// work tree's business.
std::string identity_of(const FrozenChange& change) {
  std::string identity = fmt::format("{}\n{}\n{}", change.migration, change.new_name, change.after);
  std::erase(identity, '\r');
  return identity;
}

constexpr std::size_t max_lines = 40;  // of a diff that is shown: a start, not the whole file

}  // namespace

std::string_view timestamp_of(std::string_view name) {
  return name.substr(0, std::min(name.find_first_not_of("0123456789"), name.size()));
}

std::string_view slug_of(std::string_view name) {
  name.remove_prefix(timestamp_of(name).size());
  while (name.starts_with('_') || name.starts_with('-')) name.remove_prefix(1);
  return name;
}

bool is_told_exactly(const HistoryView& view) {
  return view.drift != nullptr && (view.drift->problems.empty() || view.drift->problems_are_fresh);
}

int index_of(const History& history, std::string_view name) {
  const auto found = std::ranges::find_if(
      history.migrations, [&](const Migration& migration) { return migration.source.name == name; });
  return found == history.migrations.end() ? -1 : static_cast<int>(found - history.migrations.begin());
}

std::set<std::string> tables_of(const Migration& migration) {
  std::unordered_set<std::string_view> tables;
  for (const Statement& statement : migration.statements) {
    if (!statement.target.name.empty()) tables.insert(statement.target.name);
  }
  return std::set<std::string>(tables.begin(), tables.end());
}

std::string committed_in_words(const std::optional<Commit>& commit) {
  if (!commit) return {};
  return fmt::format(", committed in {} by {} on {}", commit->id.substr(0, 7), in_prose(commit->author),
                     commit->date);
}

Report about(const History& history, const FrozenChange& change) {
  Report report{.path = change.path};
  const int index =
      change.kind == FrozenChange::Kind::edited && !change.note ? index_of(history, change.migration) : -1;
  report.object.name = change.migration;
  if (index >= 0) report.migration = index;
  if (!change.new_name.empty()) report.migration = index_of(history, change.new_name);
  if (report.migration < 0) report.migration_name = change.migration;
  report.identity = identity_of(change);
  return report;
}

std::string restore_command(const FrozenChange& change) {
  const bool plain = path_in_prose(change.path) == change.path;
  const auto said = [&](const std::string& command) { return plain ? command : json_string(command); };
  if (change.uncommitted)
    return said(fmt::format("git restore --source=HEAD --staged --worktree -- {}", shell_word(change.path)));
  const std::string from = change.changed_by  ? change.changed_by->id.substr(0, 7) + "~"
                           : change.frozen_by ? change.frozen_by->id.substr(0, 7)
                                              : "HEAD";
  return said(fmt::format("git checkout {} -- {}", from, shell_word(change.path)));
}

std::string as_new_migration(const FrozenChange& change) {
  std::string sql;
  std::size_t lines = 0;
  for (const std::string_view line : lines_missing_in(change.after, change.before)) {
    if (++lines <= max_lines) sql += fmt::format("-- taken away: {}\n", line);
  }
  for (const std::string_view line : lines_missing_in(change.before, change.after)) {
    if (++lines <= max_lines) sql += fmt::format("{}\n", line);
  }
  if (lines > max_lines) sql += fmt::format("-- … {} more lines\n", lines - max_lines);
  if (sql.ends_with('\n')) sql.pop_back();
  return sql;
}

Severity severity_of(const FrozenChange& change, const Config& config) {
  if (!change.note) return Severity::error;
  return config.frozen == Config::Frozen::pushed ? Severity::error : Severity::note;
}

}  // namespace miglint
