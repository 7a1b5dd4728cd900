// Which frozen migrations are no longer what they were.
//
// The verdict compares two versions of the folder: HEAD with the index for the commit hook, else the merge
// base (and HEAD, for what is not on the base) with the work tree. The notes go commit by commit through
// base..HEAD and tell of migrations that were edited after the branch had brought them in: no deploy breaks
// by that, but whoever has pulled the branch has the older text in a database.

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "discover/git_facts.hpp"
#include "discover/git_log.hpp"
#include "discover/git_objects.hpp"
#include "miglint/characters.hpp"

namespace miglint {

namespace {

using Kind = FrozenChange::Kind;
using Extent = FrozenChange::Extent;

std::string without_carriage_returns(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r' || i + 1 >= text.size() || text[i + 1] != '\n') result += text[i];
  }
  return result;
}

/// What runs on the way up.
std::string executed(std::string_view text, Layout layout) {
  SourceFile file{.text = std::string(text), .layout = layout};
  if (layout != Layout::drizzle) mark_sections(file);  // its breakpoints are no end of anything
  if (file.sections.empty()) return file.text;
  std::string result;
  for (const Span& span : file.sections)
    result += file.text.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.length()));
  return result;
}

/// nullopt: nothing that runs on the way up changed.
std::optional<Extent> extent_of(const std::string& before, const std::string& after, Layout layout,
                                const DiscoverOptions& options) {
  const std::string x = executed(before, layout), y = executed(after, layout);
  if (x == y) return std::nullopt;
  if (without_carriage_returns(x) == without_carriage_returns(y)) return Extent::line_endings;
  if (options.normalise && options.normalise(x) == options.normalise(y))
    return Extent::comments_or_white_space;
  return Extent::statements;
}

/// The share of lines that two texts have in common, of the longer one's.
double similarity(std::string_view a, std::string_view b) {
  std::map<std::string_view, int> lines;
  int in_a = 0, in_b = 0, shared = 0;
  const auto each = [](std::string_view text, auto visit) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size() - 1);
      const std::string_view line = text.substr(0, end + 1);
      if (line.find_first_not_of(" \t\r\n") != std::string_view::npos) visit(line);
      text.remove_prefix(end + 1);
    }
  };
  each(a, [&](std::string_view line) { ++in_a, ++lines[line]; });
  each(b, [&](std::string_view line) { ++in_b, shared += lines[line]-- > 0 ? 1 : 0; });
  return std::max(in_a, in_b) == 0 ? 1.0 : static_cast<double>(shared) / std::max(in_a, in_b);
}

/// `init` of `20240101000000_init`.
std::string_view slug(std::string_view name) {
  return name.substr(std::min(name.size(), name.find_first_not_of("0123456789_")));
}

/// A renamed migration that was edited on the way keeps most of its lines, or its name behind the number.
bool is_rename(const FrozenChange& deleted, const std::string& name, const std::string& text) {
  constexpr double enough = 0.6;
  if (deleted.before == text) return true;
  return similarity(deleted.before, text) >= (slug(deleted.migration) == slug(name) ? 0.3 : enough);
}

/// Two versions of a folder, one frozen, and how to read the files of each.
struct Comparison {
  const GitContext& context;
  const FolderPlace& place;
  const FactsInput& input;
  const GitFolder& before;
  const GitFolder& after;
  bool after_is_work_tree = false;
  /// Where `before` is two versions in one, these: what HEAD had, and what the branch began with.
  const GitFolder* head = nullptr;
  const GitFolder* merge_base = nullptr;

  /// The version that the migration was still in: a name that it lacks came after.
  const GitFolder& last_with(const std::string& name) const {
    if (head == nullptr || merge_base == nullptr) return before;
    return head->contains(name) ? *head : *merge_base;
  }
  const GitRepository& repository() const { return context.repository; }
  std::string blob(const GitFolder& folder, const std::string& name) const {
    const auto id = file_id(repository(), folder.at(name), place.layout);
    return id ? read_blob(repository().get(), *id) : "";
  }
  std::string text_after(const std::string& name) const {
    if (!after_is_work_tree) return blob(after, name);
    return disk_files().read(join(repository().root(), place.file_of(name))).text.value_or("");
  }
  bool has_file(const GitFolder& folder, const std::string& name) const {
    const auto found = folder.find(name);
    return found != folder.end() && file_id(repository(), found->second, place.layout).has_value();
  }
  std::string shown(const std::string& name) const {
    return input.display(join(repository().root(), place.file_of(name)));
  }
};

std::optional<FrozenChange> change_of(const Comparison& comparison, const std::string& name) {
  const GitMigration& before = comparison.before.at(name);
  const auto after = comparison.after.find(name);
  FrozenChange change{.migration = name, .path = comparison.shown(name)};
  if (after == comparison.after.end() || !comparison.has_file(comparison.after, name)) {
    if (!file_id(comparison.repository(), before, comparison.place.layout)) return std::nullopt;
    change.kind = Kind::deleted;
    change.before = comparison.blob(comparison.before, name);
    return change;
  }
  if (same_file(comparison.repository(), before, after->second, comparison.place.layout)) return std::nullopt;
  if (!file_id(comparison.repository(), before, comparison.place.layout)) return std::nullopt;
  change.before = comparison.blob(comparison.before, name);
  change.after = comparison.text_after(name);
  const auto extent =
      extent_of(change.before, change.after, comparison.place.layout, comparison.input.options);
  if (!extent) return std::nullopt;
  change.extent = *extent;
  return change;
}

/// A deleted migration whose text came back under a new name was renamed. A name is given once.
void find_rename(const Comparison& comparison, FrozenChange& change, std::set<std::string>& given) {
  const GitFolder& known = comparison.last_with(change.migration);
  for (const auto& [name, migration] : comparison.after) {
    if (known.contains(name) || given.contains(name)) continue;
    const std::string text = comparison.text_after(name);
    if (!is_rename(change, name, text)) continue;
    change.kind = Kind::renamed;
    change.new_name = name;
    change.after = text;
    change.extent = extent_of(change.before, text, comparison.place.layout, comparison.input.options)
                        .value_or(Extent::line_endings);
    given.insert(name);
    return;
  }
}

void find_renames(const Comparison& comparison, std::vector<FrozenChange>& changes) {
  std::set<std::string> given;
  for (FrozenChange& change : changes) {
    if (change.kind == Kind::deleted) find_rename(comparison, change, given);
  }
}

/// The changes of the migrations for which `wanted`.
template <class Wanted>
std::vector<FrozenChange> changes_between(const Comparison& comparison, Wanted wanted) {
  std::vector<FrozenChange> changes;
  for (const auto& [name, migration] : comparison.before) {
    if (!wanted(name)) continue;
    if (auto change = change_of(comparison, name)) changes.push_back(std::move(*change));
  }
  find_renames(comparison, changes);
  return changes;
}

/// What the current state is held against: HEAD for the hook; else the merge base, and HEAD for what is not
/// on the base.
SharedFolder reference_folder(const GitContext& context, const FolderVersions& versions) {
  if (context.staged) return versions.head;
  if (versions.merge_base == versions.head) return versions.head;
  GitFolder reference = *versions.merge_base;
  reference.insert(versions.head->begin(), versions.head->end());
  return std::make_shared<const GitFolder>(std::move(reference));
}

bool is_frozen(const FolderVersions& versions, const std::string& name, Config::Frozen frozen) {
  const bool on_base = versions.merge_base->contains(name) || versions.base_tip->contains(name);
  switch (frozen) {
    case Config::Frozen::committed:
      return true;
    case Config::Frozen::pushed:
      return on_base || versions.upstream->contains(name);
    case Config::Frozen::on_base:
      return on_base;
  }
  return true;
}

std::string against(const GitContext& context, const FolderVersions& versions, const std::string& name) {
  const bool with_base = !context.staged && context.base && !context.base->is_head && context.merge_base &&
                         versions.merge_base->contains(name);
  if (!with_base) return "HEAD";
  return fmt::format("the merge base with {} ({})", path_in_prose(context.base->name),
                     short_id(*context.base->merge_base));
}

/// HEAD still has the frozen text, so the change is in the index or the work tree.
bool is_uncommitted(const GitContext& context, const FolderVersions& versions, const GitFolder& reference,
                    const std::string& name) {
  const auto in_head = versions.head->find(name);
  return in_head != versions.head->end() &&
         same_file(context.repository, in_head->second, reference.at(name), versions.place.layout);
}

void name_freezing_commits(const GitContext& context, const FolderVersions& versions,
                           std::vector<FrozenChange>& changes) {
  std::set<std::string> names;
  for (const FrozenChange& change : changes) names.insert(change.migration);
  if (names.empty() || !context.head) return;
  const std::map<std::string, Commit> found =
      introductions(context.repository, context.head.get(), versions.place, names);
  for (FrozenChange& change : changes) {
    if (const auto commit = found.find(change.migration); commit != found.end())
      change.frozen_by = commit->second;
  }
}

std::vector<FrozenChange> verdict(const GitContext& context, const FolderVersions& versions,
                                  const FactsInput& input) {
  const SharedFolder reference = reference_folder(context, versions);
  Comparison comparison{context, versions.place, input, *reference, *versions.current, !context.staged};
  if (!context.staged)
    comparison.head = versions.head.get(), comparison.merge_base = versions.merge_base.get();
  std::vector<FrozenChange> changes = changes_between(comparison, [&](const std::string& name) {
    return is_frozen(versions, name, input.config.frozen) && !versions.ignored.contains(name) &&
           !is_from_merge(context, versions, name);
  });
  for (FrozenChange& change : changes) {
    change.against = against(context, versions, change.migration);
    change.uncommitted = is_uncommitted(context, versions, *reference, change.migration);
  }
  name_freezing_commits(context, versions, changes);
  return changes;
}

/// One commit of the branch: notes on the branch's own migrations, and for those of the base who it was that
/// changed them.
void look_at_commit(const GitContext& context, const FolderVersions& versions, const FactsInput& input,
                    const git_commit* commit, std::vector<FrozenChange>& verdicts,
                    std::vector<FrozenChange>& notes) {
  const CommitHandle above = acquire<CommitHandle>(git_commit_parent, commit, 0U);
  if (!above || folder_id(above.get(), versions.place) == folder_id(commit, versions.place)) return;
  const GitFolder before = folder_in(context.repository, above.get(), versions.place);
  const GitFolder after = folder_in(context.repository, commit, versions.place);
  const Comparison comparison{context, versions.place, input, before, after};
  const bool pushed = is_pushed(context.repository, *git_commit_id(above.get()));
  for (FrozenChange& change : changes_between(comparison, [](const std::string&) { return true; })) {
    const auto known = std::ranges::find(verdicts, change.migration, &FrozenChange::migration);
    if (known != verdicts.end()) {
      if (!known->uncommitted) known->changed_by = describe(commit);
      continue;
    }
    // changed and changed back; or nobody else has it yet
    if (versions.merge_base->contains(change.migration) || !pushed) continue;
    change.note = true;
    change.changed_by = describe(commit);
    change.against = "the commit before";
    notes.push_back(std::move(change));
  }
}

/// Moves the names that the commit has and none of its parents.
void take_introduced(const GitRepository& repository, const VisitedCommit& visited, const FolderPlace& place,
                     std::set<std::string>& names, std::map<std::string, Commit>& found) {
  const GitFolder folder = folder_in(repository, visited.commit, place);
  std::vector<GitFolder> above;
  for (const git_commit* commit : visited.parents) above.push_back(folder_in(repository, commit, place));
  std::erase_if(names, [&](const std::string& name) {
    const bool here = folder.contains(name) &&
                      std::ranges::none_of(above, [&](const GitFolder& f) { return f.contains(name); });
    if (here) found.emplace(name, describe(visited.commit));
    return here;
  });
}

}  // namespace

std::vector<FrozenChange> frozen_changes(const GitContext& context, const FolderVersions& versions,
                                         const FactsInput& input) {
  if (versions.unchanged) return {};
  std::vector<FrozenChange> changes = verdict(context, versions, input);
  if (context.staged || !context.head || !context.merge_base) return changes;
  std::vector<FrozenChange> notes;
  const ObjectId base(*git_commit_id(context.merge_base.get())), head(*git_commit_id(context.head.get()));
  if (base == head) return changes;
  for (const CommitHandle& commit : commits_between(context.repository, base, head)) {
    look_at_commit(context, versions, input, commit.get(), changes, notes);
  }
  name_freezing_commits(context, versions, notes);
  changes.insert(changes.end(), std::make_move_iterator(notes.begin()), std::make_move_iterator(notes.end()));
  return changes;
}

std::set<std::string> changed_migrations(const GitContext& context, const FolderVersions& versions,
                                         const FactsInput& input) {
  std::set<std::string> names;
  if (versions.unchanged) return names;
  const SharedFolder reference = reference_folder(context, versions);
  const Comparison comparison{context, versions.place, input, *reference, *versions.current, !context.staged};
  for (const auto& [name, migration] : *reference) {
    const auto current = versions.current->find(name);
    if (current == versions.current->end() || current->second.id == migration.id ||
        is_from_merge(context, versions, name))
      continue;
    const auto change = change_of(comparison, name);
    if (change && change->kind == Kind::edited && change->extent == Extent::statements) names.insert(name);
  }
  return names;
}

std::map<std::string, Commit> introductions(const GitRepository& repository, const git_commit* from,
                                            const FolderPlace& place, std::set<std::string> names) {
  std::map<std::string, Commit> found;
  walk_history(repository, *git_commit_id(from), {}, [&](const VisitedCommit& visited) {
    // what a shallow clone's last commit brought in can't be told from what it had
    if (visited.cut) return true;
    const auto same = [&, id = folder_id(visited.commit, place)](const git_commit* above) {
      return folder_id(above, place) == id;
    };
    if (std::ranges::any_of(visited.parents, same)) return true;
    take_introduced(repository, visited, place, names, found);
    return !names.empty();
  });
  return found;
}

}  // namespace miglint
