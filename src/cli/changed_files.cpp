#include "cli/changed_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "cli/project.hpp"
#include "discover/files.hpp"
#include "discover/patch.hpp"
#include "miglint/characters.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

/// What was judged is what is rewritten: with --staged, or while somebody types, the file may be another.
void refuse_where_changed(const FileChange& change) {
  const std::optional<std::string> there = read_regular(absolute(change.path), max_file_bytes).text;
  if (there == change.before) return;
  throw Error(
      fmt::format("{}: its text in the work tree is not the one that was judged: nothing was written. "
                  "Stage it, or take the changes back",
                  path_in_prose(change.path)));
}

}  // namespace

std::string from_root(const std::string& path) {
  const std::string whole = absolute(path);
  const std::string root = root_around(parent(whole));
  return root.empty() ? path : relative_to(whole, root);
}

void show_changes(FixedHistory& history) {
  for (const FileChange& change : history.result.changes)
    history.changes.push_back({.kind = change.kind,
                               .path = change.path,
                               .diff = unified_diff(from_root(change.path), change.before, change.after)});
}

void write_files(const FixOutcome& outcome) {
  for (const FixedHistory& history : outcome.histories)
    std::ranges::for_each(history.result.changes, refuse_where_changed);
  for (const FixedHistory& history : outcome.histories) {
    for (const FileChange& change : history.result.changes) {
      fs::create_directories(fs::path(absolute(change.path)).parent_path());
      if (change.after)
        replace_file(change.path, *change.after);
      else
        fs::remove(absolute(change.path));
    }
  }
}

void report_fixes(const FixOutcome& outcome, const std::vector<Destination>& reports) {
  for (const Destination& report : reports) {
    deliver(report, [&](std::ostream& out) {
      (report.format == "json"    ? report_fixes_json
       : report.format == "patch" ? report_fixes_patch
                                  : report_fixes_text)(outcome, out);
    });
  }
}

}  // namespace miglint
