#include "discover/git_repository.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <sys/stat.h>

#include "discover/discover.hpp"
#include "discover/git_entry.hpp"
#include "discover/git_loose.hpp"
#include "discover/git_objects.hpp"
#include "discover/git_remotes.hpp"
#include "miglint/error.hpp"
#include "miglint/history.hpp"

namespace miglint {

namespace {

std::string last_error() {
  const git_error* error = git_error_last();
  return error != nullptr && error->message != nullptr ? error->message : "unknown error";
}

std::string without_slash(const char* path) {
  std::string text = path == nullptr ? "" : path;
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

[[noreturn]] void refuse(int code, const std::string& directory) {
  const std::string root = repository_root(directory);
  if (code == GIT_EOWNER) {
    throw Error(
        fmt::format("the repository {} belongs to another user, and git does not read such a one unless told "
                    "to: if you trust it, run: git config "
                    "--global --add safe.directory {}",
                    root, root));
  }
  const std::string why = last_error();
  const std::string shown = root.empty() ? environment("GIT_DIR") : root;
  if (why.find("objectformat") != std::string::npos) {
    throw Error(
        fmt::format("the repository {} names its objects by SHA-256, which libgit2 cannot read yet: judge "
                    "its migrations without git, with "
                    "miglint check --all on a copy of the folder",
                    shown));
  }
  throw Error(fmt::format("the repository {} cannot be opened: {}", shown, why));
}

bool has_configured_work_tree(git_repository* repository) {
  const auto configuration = acquire<ConfigHandle>(git_repository_config_snapshot, repository);
  const char* value = nullptr;
  return configuration && git_config_get_string(&value, configuration.get(), "core.worktree") == 0;
}

/// Hooks of a repository whose work tree does not show where it is (git --git-dir=… --work-tree=…) have it in
/// GIT_DIR and GIT_WORK_TREE only. libgit2 does not read the latter; without it the work tree is what the
/// configuration says, else the current folder.
int open_from_environment(git_repository** repository) {
  const std::string work_tree = environment("GIT_WORK_TREE");
  const int code = git_repository_open_ext(repository, absolute(environment("GIT_DIR")).c_str(),
                                           GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
  if (code != 0) return code;
  const bool is_configured = work_tree.empty() && has_configured_work_tree(*repository);
  return is_configured ? 0
                       : git_repository_set_workdir(*repository,
                                                    absolute(work_tree.empty() ? "." : work_tree).c_str(), 0);
}

int open_repository(git_repository** repository, const std::string& directory) {
  const int code = git_repository_open_ext(repository, directory.c_str(), 0, nullptr);
  // libgit2 1.5 says "not found" of another user's repository where no safe.directory is configured: it means
  // the setting, not the repository.
  if (code == GIT_ENOTFOUND && last_error().find("safe.directory") != std::string::npos) return GIT_EOWNER;
  return code == GIT_ENOTFOUND && !environment("GIT_DIR").empty() ? open_from_environment(repository) : code;
}

/// Forms of the index that git writes when asked to and libgit2 1.5 does not read, by the extension that
/// names them; how to have it in full.
struct UnreadIndex {
  std::string_view extension, name, remedy;
};
constexpr std::array<UnreadIndex, 2> unread_indexes = {
    {{"'sdir'", "a sparse index", "git sparse-checkout reapply --no-sparse-index"},
     {"'link'", "a split index", "git update-index --no-split-index"}}};

[[noreturn]] void refuse_index(const std::string& path) {
  const std::string why = last_error();
  for (const UnreadIndex& unread : unread_indexes) {
    if (why.find(unread.extension) == std::string::npos) continue;
    throw Error(fmt::format("{} is {}, which miglint cannot read; to have it written in full, run: {}", path,
                            unread.name, unread.remedy));
  }
  throw Error(fmt::format("the index {} cannot be read: {}", path, why));
}

/// Whether GIT_INDEX_FILE speaks of this repository: git sets it for the one whose hook is running, which is
/// around the current folder.
bool is_hooks_repository(const std::string& git_folder) {
  if (const std::string named = environment("GIT_DIR");
      !named.empty() && without_slash(absolute(named).c_str()) == git_folder)
    return true;
  git_buf found = GIT_BUF_INIT;
  const bool ok = git_repository_discover(&found, absolute(".").c_str(), 0, nullptr) == 0;
  const bool same = ok && without_slash(found.ptr) == git_folder;
  git_buf_dispose(&found);
  return same;
}

/// Where git found no repository: around a folder without .git that is so.
std::optional<GitRepository> refuse_unless_outside(const std::string& root) {
  if (!root.empty()) {
    throw Error(fmt::format(
        "{} is there, but no git repository can be read from it (git status tells more): mend it, "
        "or judge all migrations without git, with miglint check --all",
        join(root, ".git")));
  }
  if (const std::string named = environment("GIT_DIR"); !named.empty())
    throw Error(fmt::format("GIT_DIR names {}, and no git repository can be read from it", named));
  return std::nullopt;
}

/// core.worktree can say that the files are in another place than where .git is: then nothing below it is in
/// the repository.
void refuse_work_tree_elsewhere(const GitRepository& repository, const std::string& root) {
  std::error_code error;
  const auto real = std::filesystem::canonical(root, error);
  if (error || real.generic_string() == repository.root()) return;
  throw Error(
      fmt::format("the work tree of {} is {}, as core.worktree says, so that git knows nothing of the files "
                  "here: run miglint there, or take the setting away (git config --unset core.worktree)",
                  join(root, ".git"), repository.root()));
}

}  // namespace

void start_libgit2() {
  struct Library {
    Library() {
      git_libgit2_init();
      // As git itself does: what it has written is not hashed anew at each reading (git fsck does that).
      git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
      // `git clone --sparse` sets it: a second configuration file, of which nothing here is asked.
      const char* extensions[] = {"worktreeconfig"};
      git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, std::size(extensions));
    }
    ~Library() { git_libgit2_shutdown(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
  };
  static const Library library;
}

std::optional<GitRepository> GitRepository::open(const std::string& directory) {
  start_libgit2();
  const std::string root = repository_root(directory);
  if (!root.empty()) check_git_folder(join(root, ".git"));
  GitRepository opened;
  git_repository* raw = nullptr;
  const int code = open_repository(&raw, directory);
  if (code == GIT_ENOTFOUND) return refuse_unless_outside(root);
  if (code != 0) refuse(code, directory);
  opened.repository_.reset(raw);
  if (git_repository_is_bare(raw) != 0) {
    throw Error(
        fmt::format("{} is a bare repository: it has no work tree to check; clone it, or add a work tree "
                    "(git worktree add)",
                    without_slash(git_repository_path(raw))));
  }
  opened.root_ = without_slash(git_repository_workdir(raw));
  opened.git_folder_ = without_slash(git_repository_path(raw));
  if (!root.empty()) refuse_work_tree_elsewhere(opened, root);
  check_configured_files(raw);
  guard_loose_objects(raw);
  return opened;
}

std::string GitRepository::relative(std::string_view path) const {
  if (is_within(path, root_)) return relative_to(path, root_);
  std::error_code error;
  const std::string real =
      std::filesystem::weakly_canonical(std::filesystem::path(path), error).generic_string();
  return relative_to(error ? path : std::string_view(real), root_);
}

/// Git writes the path relative to the work tree's root (`.git/index`), and libgit2 would look from the
/// current folder and find an empty index.
git_index* GitRepository::index() const {
  if (index_) return index_.get();
  std::string path = environment("GIT_INDEX_FILE");
  if (path.empty() || !is_hooks_repository(git_folder_)) {
    index_ = acquire<IndexHandle>(git_repository_index, repository_.get());
    if (!index_) refuse_index(join(git_folder_, "index"));
    return index_.get();
  }
  if (!path.starts_with('/')) path = join(root_, path);
  if (!std::filesystem::exists(path))
    throw Error(fmt::format("GIT_INDEX_FILE names {}, which is not there: nothing was judged", path));
  index_ = acquire<IndexHandle>(git_index_open, path.c_str());
  if (!index_) refuse_index(path);
  return index_.get();
}

const IndexTree& GitRepository::index_tree() const {
  if (!index_tree_) index_tree_ = std::make_unique<IndexTree>(index());
  return *index_tree_;
}

CommitHandle GitRepository::commit(const std::string& revision) const {
  const auto object = acquire<ObjectHandle>(git_revparse_single, repository_.get(), revision.c_str());
  if (!object) {
    refuse_reference_without_object(repository_.get(), revision);
    return nullptr;
  }
  git_object* peeled = nullptr;
  if (git_object_peel(&peeled, object.get(), GIT_OBJECT_COMMIT) != 0) return nullptr;
  return CommitHandle(reinterpret_cast<git_commit*>(peeled));  // what GIT_OBJECT_COMMIT promises
}

CommitHandle GitRepository::commit(const ObjectId& id) const {
  return acquire<CommitHandle>(git_commit_lookup, repository_.get(), &id.oid);
}

CommitHandle GitRepository::head() const {
  git_oid id;
  const int code = git_reference_name_to_id(&id, repository_.get(), "HEAD");
  if (code == GIT_ENOTFOUND) return nullptr;
  if (code != 0) throw Error(fmt::format("the HEAD of {} cannot be read: {}", root_, last_error()));
  CommitHandle found = commit(ObjectId(id));
  if (!found) refuse_object(repository_.get(), "commit", id);
  return found;
}

std::optional<ObjectId> GitRepository::merge_head() const {
  git_oid id;
  if (git_reference_name_to_id(&id, repository_.get(), "MERGE_HEAD") != 0) return std::nullopt;
  return ObjectId(id);
}

std::string GitRepository::branch() const {
  const auto head = acquire<ReferenceHandle>(git_reference_lookup, repository_.get(), "HEAD");
  if (!head || git_reference_type(head.get()) != GIT_REFERENCE_SYMBOLIC) return {};
  std::string_view target = git_reference_symbolic_target(head.get());
  if (target.starts_with("refs/heads/")) target.remove_prefix(11);
  return std::string(target);
}

bool GitRepository::is_shallow() const { return git_repository_is_shallow(repository_.get()) == 1; }

std::vector<std::string> GitRepository::remotes() const {
  const std::set<std::string> named = remotes_that_set(repository_.get(), {"url", "pushurl"});
  std::vector<std::string> names(named.begin(), named.end());
  const auto rank = [](const std::string& name) { return name == "origin" ? 0 : name == "upstream" ? 1 : 2; };
  std::ranges::stable_sort(names, {}, rank);
  return names;
}

bool GitRepository::is_ignored(const std::string& path) const {
  int ignored = 0;
  return git_ignore_path_is_ignored(&ignored, repository_.get(), relative(path).c_str()) == 0 && ignored != 0;
}

bool GitRepository::ignores_all_of(const std::string& folder) const {
  return is_ignored(folder) && index_files().list(folder).empty();
}

std::optional<std::string> GitRepository::blob(const ObjectId& id) const {
  const auto found = acquire<BlobHandle>(git_blob_lookup, repository_.get(), &id.oid);
  if (!found) return std::nullopt;
  return std::string(static_cast<const char*>(git_blob_rawcontent(found.get())),
                     static_cast<std::size_t>(git_blob_rawsize(found.get())));
}

Commit describe(const git_commit* commit) {
  const git_signature* author = git_commit_author(commit);
  const std::time_t local = author->when.time + std::time_t{author->when.offset} * 60;
  std::tm date{};
  gmtime_r(&local, &date);
  char id[GIT_OID_HEXSZ + 1];
  const char* summary =
      git_commit_summary(const_cast<git_commit*>(commit));  // libgit2 caches the summary inside
  return {.id = git_oid_tostr(id, sizeof id, git_commit_id(commit)),
          .author = author->name,
          .date = fmt::format("{:04}-{:02}-{:02}", date.tm_year + 1900, date.tm_mon + 1, date.tm_mday),
          .summary = summary == nullptr ? "" : summary};
}

}  // namespace miglint
