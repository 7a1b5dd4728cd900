// Folding: the uncommitted migration goes away and is made again with both changes. Its folder is moved under
// .git, from where it can come back; nothing else is touched, no program runs, no database is reset: those
// commands are printed.

#include <algorithm>
#include <filesystem>
#include <fmt/ostream.h>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/uncommitted.hpp"
#include "miglint/characters.hpp"
#include "miglint/error.hpp"
#include "miglint/runner_words.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

/// One migration to move aside.
struct Move {
  MigrationInGit migration;
  std::string from;
  std::string to;
};

struct Fold {
  const FoundHistory* history = nullptr;
  std::vector<Move> moves;  // oldest first
};

/// A place under .git that nothing is at yet.
std::string free_place(const FoundHistory& history, const std::string& from) {
  const fs::path folder = fs::path(history.git->git_folder) / "miglint" / "folded";
  fs::path place = folder / fs::path(from).filename();
  for (int n = 2; fs::exists(fs::symlink_status(place)); ++n)
    place = folder / fmt::format("{}.{}", fs::path(from).filename().string(), n);
  return place.string();
}

/// Whether the paths that were named mean this migration; without paths, all of them.
bool is_meant(const Options& options, const std::string& unit) {
  if (options.arguments.empty()) return true;
  const fs::path path = fs::weakly_canonical(unit);
  return std::ranges::any_of(options.arguments, [&](const std::string& typed) {
    const fs::path named = fs::weakly_canonical(typed);
    const auto [end, rest] = std::mismatch(named.begin(), named.end(), path.begin(), path.end());
    return end == named.end() || (rest == path.end() && named.filename() == "migration.sql");
  });
}

std::vector<Fold> folds_of(const std::vector<FoundHistory>& histories, const Options& options) {
  std::vector<Fold> folds;
  for (const FoundHistory& history : histories) {
    Fold fold{.history = &history, .moves = {}};
    for (const MigrationInGit& migration : uncommitted(history)) {
      const std::string from = unit_of(history, migration);
      if (is_meant(options, from))
        fold.moves.push_back({.migration = migration, .from = from, .to = free_place(history, from)});
    }
    if (!fold.moves.empty()) folds.push_back(std::move(fold));
  }
  return folds;
}

void move_aside(const Move& move) {
  fs::create_directories(fs::path(move.to).parent_path());
  std::error_code error;
  fs::rename(move.from, move.to, error);
  if (!error) return;
  fs::copy(move.from, move.to, fs::copy_options::recursive, error);  // .git on another file system
  if (error) throw Error(fmt::format("{} cannot be moved to {}: {}", move.from, move.to, error.message()));
  fs::remove_all(move.from);
}

void print_steps(const Fold& fold, bool done, std::ostream& out) {
  const std::string& name = fold.moves.front().migration.name;
  fmt::print(out, "{} {}:\n", done ? "Folding" : "To fold", path_in_prose(name));
  for (const Move& move : fold.moves) {
    fmt::print(out, "  {} {}{} {}\n", done ? "moved" : "mv", shell_word(move.from), done ? " to" : "",
               shell_word(move.to));
    if (move.migration.state == State::staged)
      fmt::print(out, "  git rm -r --cached --quiet {}    # it was staged\n", shell_word(move.from));
  }
  if (fold.history->layout == Layout::drizzle)
    fmt::print(out, "  # its entry in meta/_journal.json and its snapshot go, too: npx drizzle-kit drop\n");
  if (fold.history->layout == Layout::prisma) {
    const PrismaRunner runner = prisma_runner(fold.history->migrations_dir);
    fmt::print(out, "  {}    # wipes the whole database that DATABASE_URL names: look first\n",
               runner.line("migrate reset"));
    fmt::print(out, "  {}\n", runner.line("migrate dev --name " + shell_word(name_without_timestamp(name))));
  } else {
    fmt::print(out, "  # undo it in your development database, then make one migration with both changes\n");
    if (const std::string_view make = runner_words(fold.history->layout).make; !make.empty())
      fmt::print(out, "  {}\n", make);
  }
  fmt::print(out, "To have it back as it was:\n");
  for (const Move& move : fold.moves)
    fmt::print(out, "  mv {} {}\n", shell_word(move.to), shell_word(move.from));
  if (!done)
    fmt::print(out, "miglint fold --yes moves {}; the other commands are yours to run.\n",
               fold.moves.size() == 1 ? "it" : fmt::format("these {}", fold.moves.size()));
}

}  // namespace

int fold(const Options& options) {
  Options whole = options;
  whole.arguments.clear();
  if (!options.arguments.empty()) whole.arguments = {options.arguments.front()};
  const std::vector<FoundHistory> histories = histories_in_git(whole, false);
  const std::vector<Fold> folds = folds_of(histories, options);
  std::ostringstream text;
  if (folds.empty())
    text << "There is no uncommitted migration to fold; committed ones are frozen: write a new one.\n";
  for (const Fold& fold : folds) {
    if (options.yes) std::ranges::for_each(fold.moves, move_aside);
    print_steps(fold, options.yes, text);
  }
  print_text(text.str());
  return 0;
}

}  // namespace miglint
