#include "discover/git_base.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "discover/ci.hpp"
#include "discover/git_log.hpp"
#include "discover/git_objects.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

std::optional<ObjectId> id_of(const CommitHandle& commit) {
  return commit ? std::optional<ObjectId>(*git_commit_id(commit.get())) : std::nullopt;
}

std::optional<ObjectId> resolve(const GitRepository& repository, const std::string& revision) {
  return id_of(repository.commit(revision));
}

/// A name that was given, with the revisions it may mean, best first.
struct Named {
  std::string name;
  std::vector<std::string> revisions;
};

/// CI clones have the target branch as a remote one only; a fork has it at another remote than its own.
Named branch_named(const GitRepository& repository, const std::string& branch) {
  Named named{.name = branch, .revisions = {}};
  for (const std::string& remote : repository.remotes())
    named.revisions.push_back(fmt::format("refs/remotes/{}/{}", remote, branch));
  named.revisions.push_back("refs/remotes/origin/" + branch);  // fetched without a remote that is configured
  named.revisions.push_back("refs/heads/" + branch);
  return named;
}

Named target_named(const GitRepository& repository, const CiTarget& target) {
  Named named = target.branch.empty() ? Named{} : branch_named(repository, target.branch);
  // A name is the better one: what was merged into it since is not the request's.
  if (!target.commit.empty()) named.revisions.push_back(target.commit);
  if (named.name.empty()) named.name = target.commit;
  return named;
}

std::string without_prefix(std::string_view reference) {
  for (const std::string_view prefix : {"refs/heads/", "refs/remotes/"}) {
    if (reference.starts_with(prefix)) return std::string(reference.substr(prefix.size()));
  }
  return std::string(reference);
}

/// `origin/main` and `main` are both `main`.
std::string branch_of(const GitRepository& repository, const std::string& name) {
  const std::string shortened = without_prefix(name);
  for (const std::string& remote : repository.remotes()) {
    if (shortened.starts_with(remote + "/")) return shortened.substr(remote.size() + 1);
  }
  return shortened;
}

std::string short_name(const std::string& name) {
  const bool is_id = name.size() == GIT_OID_HEXSZ && name.find_first_not_of("0123456789abcdef") == name.npos;
  return is_id ? name.substr(0, 7) : without_prefix(name);
}

[[noreturn]] void not_there(const GitRepository& repository, const std::string& name) {
  const std::string hint =
      resolve(repository, "refs/remotes/origin/" + name) ? fmt::format(" (there is origin/{})", name) : "";
  throw Error(
      fmt::format("the base \"{}\" is not in this repository{}: fetch it with the history that leads "
                  "to it ({}; {})",
                  short_name(name), hint, fetch_all(repository), ci_history));
}

[[noreturn]] void nothing_in_common(const GitRepository& repository, const std::string& name) {
  throw Error(
      fmt::format("{} and HEAD have no commit in common, so that nothing tells what is new: is it the right "
                  "base? ({} gets what may be missing)",
                  short_name(name), fetch_all(repository)));
}

[[noreturn]] void nothing_to_compare(const GitRepository& repository) {
  throw Error(fmt::format(
      "nothing tells what HEAD is to be compared with: this clone has no default branch "
      "(origin/HEAD, main or master), only what it was asked for. Fetch the target branch with its "
      "history ({}; {}), and name it with --base where it is neither main nor master. --base HEAD "
      "judges only what is not committed yet",
      fetch_all(repository), ci_history));
}

/// What a remote's HEAD points to; without it main or master, at a remote or here. Empty: there is none.
std::string default_branch(const GitRepository& repository) {
  std::vector<std::string> remotes = repository.remotes();
  if (std::ranges::find(remotes, "origin") == remotes.end()) remotes.emplace_back("origin");
  for (const std::string& remote : remotes) {
    const auto head = acquire<ReferenceHandle>(git_reference_lookup, repository.get(),
                                               ("refs/remotes/" + remote + "/HEAD").c_str());
    if (!head || git_reference_type(head.get()) != GIT_REFERENCE_SYMBOLIC) continue;
    const std::string target = git_reference_symbolic_target(head.get());
    if (resolve(repository, target)) return target;
  }
  for (const char* name : {"main", "master"}) {
    for (const std::string& revision : branch_named(repository, name).revisions) {
      if (resolve(repository, revision)) return revision;
    }
  }
  return {};
}

/// The full name of the branch's upstream; without a configured one, the remote branch of the same name.
/// Empty: none.
std::string upstream_name(const GitRepository& repository, const std::string& branch) {
  if (branch.empty()) return {};
  git_buf name = GIT_BUF_INIT;
  const bool configured =
      git_branch_upstream_name(&name, repository.get(), ("refs/heads/" + branch).c_str()) == 0;
  std::string upstream = configured ? name.ptr : "refs/remotes/origin/" + branch;
  git_buf_dispose(&name);
  return resolve(repository, upstream) ? upstream : "";
}

bool fetches_every_branch(const GitRepository& repository, const std::string& remote) {
  const auto found = acquire<RemoteHandle>(git_remote_lookup, repository.get(), remote.c_str());
  git_strarray list{};
  if (!found || git_remote_get_fetch_refspecs(&list, found.get()) != 0) return false;
  const bool all = std::any_of(list.strings, list.strings + list.count, [](const char* refspec) {
    return std::string_view(refspec).find('*') != std::string_view::npos;
  });
  git_strarray_dispose(&list);
  return all;
}

bool has_local_branch(const GitRepository& repository) {
  git_branch_iterator* raw = nullptr;
  if (git_branch_iterator_new(&raw, repository.get(), GIT_BRANCH_LOCAL) != 0) return false;
  const Handle<git_branch_iterator, git_branch_iterator_free> branches(raw);
  git_reference* branch = nullptr;
  git_branch_t type = GIT_BRANCH_LOCAL;
  const bool any = git_branch_next(&branch, &type, branches.get()) == 0;
  git_reference_free(branch);
  return any;
}

/// A clone that was asked for one branch (--single-branch), or a commit that was fetched and checked out:
/// what the others are compared with was left out on purpose.
bool has_one_branch_only(const GitRepository& repository) {
  const std::vector<std::string> remotes = repository.remotes();
  if (remotes.empty()) return repository.branch().empty() && !has_local_branch(repository);
  return std::ranges::none_of(
      remotes, [&](const std::string& remote) { return fetches_every_branch(repository, remote); });
}

/// On a developer's machine. On the default branch itself its upstream counts, so that what is committed but
/// not pushed is new.
std::optional<Named> developers_base(const GitRepository& repository) {
  const std::string branch = repository.branch(), found = default_branch(repository);
  if (found.empty() && has_one_branch_only(repository)) nothing_to_compare(repository);
  const bool is_current = !branch.empty() && branch_of(repository, found) == branch;
  const std::string reference = is_current || found.empty() ? upstream_name(repository, branch) : found;
  if (reference.empty()) return std::nullopt;
  return Named{without_prefix(reference), {reference}};
}

/// The first of the revisions that is there. nullopt: none.
std::optional<Base> make_base(const GitRepository& repository, const Named& named,
                              const std::optional<ObjectId>& head) {
  for (const std::string& revision : named.revisions) {
    const auto tip = resolve(repository, revision);
    if (!tip) continue;
    const std::string name = revision.starts_with("refs/") ? revision : named.name;
    Base base{.name = short_name(name), .tip = tip, .merge_base = {}, .is_head = false};
    if (head) base.merge_base = merge_base(repository, *tip, *head, base.name);
    return base;
  }
  return std::nullopt;
}

/// make_base, of what must be there and have something in common with HEAD.
Base need_base(const GitRepository& repository, const Named& named, const std::optional<ObjectId>& head) {
  auto base = make_base(repository, named, head);
  if (!base) not_there(repository, named.name);
  if (head && !base->merge_base) nothing_in_common(repository, named.name);
  return std::move(*base);
}

/// The base has all of HEAD: nothing is committed after it.
bool has_head(const Base& base, const std::optional<ObjectId>& head) {
  return head && base.merge_base == *head;
}

/// The commits of a branch's own line, newest first: each one's first parent. Throws Error where a shallow
/// clone cuts it off.
std::vector<ObjectId> own_line(const GitRepository& repository, const Base& base) {
  std::vector<ObjectId> line;
  CommitHandle commit = repository.commit(*base.tip);
  while (commit) {
    line.emplace_back(*git_commit_id(commit.get()));
    if (git_commit_parentcount(commit.get()) == 0) return line;
    const ObjectId above(*git_commit_parent_id(commit.get(), 0));
    commit = repository.commit(above);
    if (!commit && !repository.is_shallow()) refuse_object(repository.get(), "commit", above);
  }
  return line;
}

[[noreturn]] void too_shallow_for_parent(const GitRepository& repository, const std::string& branch) {
  throw Error(fmt::format(
      "HEAD is on {} already, so it is compared with what {} was before; this clone is too shallow "
      "to have that: fetch the history ({}; {}). --base HEAD judges only what is not committed yet",
      branch, branch, fetch_all(repository), ci_history));
}

/// What the base's own line was before it got HEAD: HEAD's first parent where HEAD is on that line.
Base before_head(const GitRepository& repository, const Base& base, const ObjectId& head) {
  const CommitHandle commit = repository.commit(head);
  std::vector<ObjectId> line;
  if (*base.tip == head && git_commit_parentcount(commit.get()) > 0) {
    const ObjectId parent(*git_commit_parent_id(commit.get(), 0));
    if (!repository.commit(parent)) too_shallow_for_parent(repository, base.name);
    return need_base(repository, {.name = "HEAD^", .revisions = {"HEAD^"}}, head);
  }
  line = own_line(repository, base);
  const auto before = std::ranges::partition_point(
      line, [&](const ObjectId& id) { return is_ancestor(repository, head, id); });
  if (before != line.end()) {
    char text[GIT_OID_HEXSZ + 1];
    const std::string id = git_oid_tostr(text, sizeof text, &before->oid);
    return need_base(repository, {.name = id, .revisions = {id}}, head);
  }
  if (git_commit_parentcount(repository.commit(line.back()).get()) > 0)
    too_shallow_for_parent(repository, base.name);
  return {.name = "the repository's beginning", .tip = {}, .merge_base = {}, .is_head = false};
}

/// HEAD is on the base already, as after a push to the default branch: what was there before it.
Base before_push(const GitRepository& repository, const Ci& ci, const Base& base, const ObjectId& head) {
  const std::string branch = branch_of(repository, base.name);
  if (ci.before && (ci.before->branch.empty() || ci.before->branch == branch)) {
    const std::string& commit = ci.before->commit;
    Base before = need_base(repository, {.name = commit, .revisions = {commit}}, head);
    if (!has_head(before, head)) return before;
  }
  return before_head(repository, base, head);
}

[[noreturn]] void already_merged(const Base& base) {
  throw Error(fmt::format(
      "HEAD is in {} already, so that this pull request has nothing to judge: the job has checked "
      "out its target and not the request (in GitHub Actions pull_request_target does), or it is "
      "merged",
      base.name));
}

/// In CI and in a shallow clone.
Base gates_base(const GitRepository& repository, const Ci& ci, const std::optional<ObjectId>& head) {
  const std::string found = ci.default_branch.empty() ? default_branch(repository) : "";
  if (ci.default_branch.empty() && found.empty()) nothing_to_compare(repository);
  const Named named = found.empty() ? branch_named(repository, ci.default_branch)
                                    : Named{.name = without_prefix(found), .revisions = {found}};
  Base base = need_base(repository, named, head);
  return has_head(base, head) ? before_push(repository, ci, base, *head) : base;
}

/// What --base, `base:` or CI names.
std::optional<Base> named_base(const GitRepository& repository, const std::optional<std::string>& option,
                               const Config& config, const Ci& ci, const std::optional<ObjectId>& head,
                               bool is_gate) {
  const std::optional<std::string> typed = option ? option : config.base;
  const bool only_uncommitted = typed == "HEAD" && !ci.is_running;
  if (typed) {
    Base base = need_base(repository, {.name = *typed, .revisions = {*typed}}, head);
    return is_gate && !only_uncommitted && has_head(base, head) ? before_push(repository, ci, base, *head)
                                                                : base;
  }
  const auto from = ci.target ? std::nullopt : pre_commit_from_ref();
  if (!ci.target && !from) return std::nullopt;
  const Named named =
      from ? Named{.name = *from, .revisions = {*from}} : target_named(repository, *ci.target);
  Base base = need_base(repository, named, head);
  if (!is_gate || !has_head(base, head)) return base;
  if (ci.target && ci.target->is_request) already_merged(base);
  return std::nullopt;  // the branch itself, as Drone names it: the default branch tells
}

std::optional<Base> find_base(const GitRepository& repository, const std::optional<std::string>& option,
                              const Config& config, const std::optional<ObjectId>& head) {
  const Ci ci = read_ci();
  const bool is_gate = ci.is_running || repository.is_shallow();
  if (auto base = named_base(repository, option, config, ci, head, is_gate)) return base;
  if (is_gate) return gates_base(repository, ci, head);
  const auto named = developers_base(repository);
  return named ? make_base(repository, *named, head) : std::nullopt;
}

bool has_staged_changes(const GitRepository& repository, const git_commit* head) {
  const auto indexed = repository.index_tree().folder("");
  return !indexed || *indexed != ObjectId(*git_commit_tree_id(head));
}

}  // namespace

std::optional<Base> resolve_base(const GitRepository& repository, const std::optional<std::string>& option,
                                 const Config& config, bool required) {
  const std::optional<ObjectId> head = id_of(repository.head());
  try {
    if (auto base = find_base(repository, option, config, head)) return base;
  } catch (const Error&) {
    if (required) throw;
  }
  if (!head) return std::nullopt;
  return Base{.name = "HEAD", .tip = head, .merge_base = head, .is_head = true};
}

/// `pre-commit run --from-ref A --to-ref B` runs on a clean checkout of B: what it wants judged is what came
/// after A.
CommitHandle compared_head(const GitRepository& repository, bool staged,
                           const std::optional<std::string>& option, const Config& config) {
  CommitHandle head = repository.head();
  if (!staged || !head) return head;
  if (const auto from = pre_commit_from_ref()) {
    const Base base = need_base(repository, {.name = *from, .revisions = {*from}}, id_of(head));
    return repository.commit(*base.merge_base);
  }
  if (has_staged_changes(repository, head.get()) || !read_ci().is_running) return head;
  const auto base = resolve_base(repository, option, config, true);
  return base && base->merge_base ? repository.commit(*base->merge_base) : nullptr;
}

std::optional<ObjectId> upstream_of(const GitRepository& repository) {
  const std::string branch = repository.branch();
  if (const std::string name = upstream_name(repository, branch); !name.empty())
    return resolve(repository, name);
  if (!branch.empty()) return std::nullopt;
  const auto head = id_of(repository.head());
  return head && is_pushed(repository, *head) ? head : std::nullopt;
}

bool is_pushed(const GitRepository& repository, const ObjectId& commit) {
  git_reference_iterator* raw = nullptr;
  if (git_reference_iterator_glob_new(&raw, repository.get(), "refs/remotes/*") != 0) return false;
  const Handle<git_reference_iterator, git_reference_iterator_free> remotes(raw);
  const char* name = nullptr;
  while (git_reference_next_name(&name, remotes.get()) == 0) {
    git_oid tip;  // a reference whose commit is gone has nothing
    if (git_reference_name_to_id(&tip, repository.get(), name) != 0 || !repository.commit(ObjectId(tip)))
      continue;
    if (is_ancestor(repository, commit, tip)) return true;
  }
  return false;
}

}  // namespace miglint
