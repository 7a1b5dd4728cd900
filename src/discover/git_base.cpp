#include "discover/git_base.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <vector>

#include "discover/git_log.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

bool is_zero_id(const std::string& text) {
  return text.size() >= 40 && text.find_first_not_of('0') == std::string::npos;
}

std::optional<ObjectId> resolve(const GitRepository& repository, const std::string& revision) {
  const CommitHandle commit = repository.commit(revision);
  return commit ? std::optional<ObjectId>(*git_commit_id(commit.get())) : std::nullopt;
}

/// A name that was given, with the revisions it may mean, best first.
struct Named {
  std::string name;
  std::vector<std::string> revisions;
};

/// CI clones have the target branch as a remote one only.
std::optional<Named> named_by_ci() {
  if (const auto branch = variable("GITHUB_BASE_REF"))
    return Named{"origin/" + *branch, {"refs/remotes/origin/" + *branch, "refs/heads/" + *branch}};
  if (const auto id = variable("CI_MERGE_REQUEST_DIFF_BASE_SHA")) return Named{*id, {*id}};
  if (const auto id = pre_commit_from_ref()) return Named{*id, {*id}};
  return std::nullopt;
}

std::optional<Named> named_base(const std::optional<std::string>& option, const Config& config) {
  if (option) return Named{*option, {*option}};
  if (config.base) return Named{*config.base, {*config.base}};
  return named_by_ci();
}

std::string short_name(const std::string& name) {
  return name.size() == GIT_OID_HEXSZ ? name.substr(0, 7) : name;
}

[[noreturn]] void not_there(const GitRepository& repository, const std::string& name) {
  const std::string hint =
      resolve(repository, "refs/remotes/origin/" + name) ? fmt::format(" (there is origin/{})", name) : "";
  std::string branch = name.starts_with("origin/") ? name.substr(7) : name;
  throw Error(
      fmt::format("the base \"{}\" is not in this repository{}: fetch it (git fetch origin {}), in CI with "
                  "the history that leads to it (GitHub "
                  "Actions: actions/checkout with fetch-depth: 0; GitLab: GIT_DEPTH: 0)",
                  name, hint, branch));
}

/// What refs/remotes/origin/HEAD points to; without it main or master, here or at the remote.
std::string default_branch(const GitRepository& repository) {
  const auto head =
      acquire<ReferenceHandle>(git_reference_lookup, repository.get(), "refs/remotes/origin/HEAD");
  if (head && git_reference_type(head.get()) == GIT_REFERENCE_SYMBOLIC) {
    const std::string target = git_reference_symbolic_target(head.get());
    if (resolve(repository, target)) return target;
  }
  for (const char* name :
       {"refs/heads/main", "refs/heads/master", "refs/remotes/origin/main", "refs/remotes/origin/master"}) {
    if (resolve(repository, name)) return name;
  }
  return {};
}

std::string without_prefix(std::string_view reference) {
  for (const std::string_view prefix : {"refs/heads/", "refs/remotes/"}) {
    if (reference.starts_with(prefix)) return std::string(reference.substr(prefix.size()));
  }
  return std::string(reference);
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

/// On the default branch itself its upstream counts, so that what is committed but not pushed is new.
std::optional<Named> default_base(const GitRepository& repository) {
  const std::string branch = repository.branch(), found = default_branch(repository);
  const bool is_current = found == "refs/heads/" + branch || found == "refs/remotes/origin/" + branch;
  const std::string reference = is_current || found.empty() ? upstream_name(repository, branch) : found;
  if (reference.empty()) return std::nullopt;
  return Named{without_prefix(reference), {reference}};
}

std::optional<Base> make_base(const GitRepository& repository, const Named& named,
                              const std::optional<ObjectId>& head) {
  for (const std::string& revision : named.revisions) {
    const auto tip = resolve(repository, revision);
    if (!tip) continue;
    Base base{.name = short_name(named.name), .tip = *tip, .merge_base = {}, .is_head = false};
    if (head) base.merge_base = merge_base(repository, *tip, *head, base.name);
    return base;
  }
  return std::nullopt;
}

/// Without `required` a base that can't be had is as good as none.
std::optional<Base> try_base(const GitRepository& repository, const Named& named,
                             const std::optional<ObjectId>& head, bool required) {
  try {
    auto base = make_base(repository, named, head);
    if (!base && required) not_there(repository, named.name);
    return base;
  } catch (const Error&) {
    if (required) throw;
    return std::nullopt;
  }
}

}  // namespace

std::optional<std::string> pre_commit_from_ref() {
  const auto id = variable("PRE_COMMIT_FROM_REF");
  return id && !is_zero_id(*id) ? id : std::nullopt;
}

std::optional<Base> resolve_base(const GitRepository& repository, const std::optional<std::string>& option,
                                 const Config& config, bool required) {
  const std::optional<ObjectId> head = resolve(repository, "HEAD");
  if (const auto named = named_base(option, config)) {
    if (auto base = try_base(repository, *named, head, required)) return base;
  } else if (const auto found = default_base(repository)) {
    if (auto base = try_base(repository, *found, head, required)) return base;
  }
  if (!head) return std::nullopt;
  return Base{.name = "HEAD", .tip = *head, .merge_base = head, .is_head = true};
}

/// `pre-commit run --from-ref A --to-ref B` runs on a clean checkout of B: what it wants judged is what came
/// after A.
CommitHandle compared_head(const GitRepository& repository, bool staged) {
  CommitHandle head = repository.head();
  const auto from = staged ? pre_commit_from_ref() : std::nullopt;
  const CommitHandle commit = from && head ? repository.commit(*from) : nullptr;
  if (!commit) return head;
  const auto common = merge_base(repository, *git_commit_id(commit.get()), *git_commit_id(head.get()), *from);
  return common ? repository.commit(*common) : std::move(head);
}

std::optional<ObjectId> upstream_of(const GitRepository& repository) {
  const std::string branch = repository.branch();
  if (const std::string name = upstream_name(repository, branch); !name.empty())
    return resolve(repository, name);
  if (!branch.empty()) return std::nullopt;
  const auto head = resolve(repository, "HEAD");
  return head && is_pushed(repository, *head) ? head : std::nullopt;
}

bool is_pushed(const GitRepository& repository, const ObjectId& commit) {
  git_reference_iterator* raw = nullptr;
  if (git_reference_iterator_glob_new(&raw, repository.get(), "refs/remotes/*") != 0) return false;
  const Handle<git_reference_iterator, git_reference_iterator_free> remotes(raw);
  const char* name = nullptr;
  while (git_reference_next_name(&name, remotes.get()) == 0) {
    const auto tip = resolve(repository, name);
    if (tip && is_ancestor(repository, commit, *tip)) return true;
  }
  return false;
}

}  // namespace miglint
