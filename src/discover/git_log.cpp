#include "discover/git_log.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <queue>

#include "discover/git_objects.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

struct Pending {
  git_time_t time;
  ObjectId id;
  friend bool operator<(const Pending& a, const Pending& b) { return a.time < b.time; }
};

/// Keeps the commits on the frontier alive, so that each is read once although it is met as a parent first.
class Frontier {
 public:
  explicit Frontier(const GitRepository& repository) : repository_(repository) {}

  const git_commit* get(const ObjectId& id) {
    auto& commit = commits_[id];
    if (!commit) commit = repository_.commit(id);
    return commit.get();
  }
  void push(const git_commit* commit) {
    const ObjectId id(*git_commit_id(commit));
    if (seen_.insert(id).second) queue_.push({git_commit_time(commit), id});
  }
  std::optional<ObjectId> pop() {
    if (queue_.empty()) return std::nullopt;
    const ObjectId id = queue_.top().id;
    queue_.pop();
    return id;
  }
  void release(const ObjectId& id) { commits_.erase(id); }
  void hide(const ObjectId& id) { seen_.insert(id); }

 private:
  const GitRepository& repository_;
  std::map<ObjectId, CommitHandle> commits_;
  std::set<ObjectId> seen_;
  std::priority_queue<Pending> queue_;
};

/// In a shallow clone parents are cut off; elsewhere one that is not there is damage.
VisitedCommit visited(const GitRepository& repository, Frontier& frontier, const git_commit* commit) {
  VisitedCommit found{.commit = commit, .parents = {}, .cut = false};
  for (unsigned i = 0; i < git_commit_parentcount(commit); ++i) {
    const ObjectId id(*git_commit_parent_id(commit, i));
    if (const git_commit* above = frontier.get(id))
      found.parents.push_back(above);
    else if (repository.is_shallow())
      found.cut = true;
    else
      refuse_object(repository.get(), "commit", id);
  }
  return found;
}

}  // namespace

void walk_history(const GitRepository& repository, const ObjectId& from, const std::set<ObjectId>& stop,
                  const std::function<bool(const VisitedCommit&)>& visit) {
  Frontier frontier(repository);
  for (const ObjectId& id : stop) frontier.hide(id);
  if (const git_commit* first = frontier.get(from)) frontier.push(first);
  while (const std::optional<ObjectId> id = frontier.pop()) {
    const VisitedCommit found = visited(repository, frontier, frontier.get(*id));
    if (!visit(found)) return;
    for (const git_commit* above : found.parents) frontier.push(above);
    frontier.release(*id);
  }
}

std::string fetch_all(const GitRepository& repository) {
  const std::vector<std::string> remotes = repository.remotes();
  const std::string remote = remotes.empty() ? "origin" : remotes.front();
  return fmt::format("git fetch {}{} \"+refs/heads/*:refs/remotes/{}/*\"",
                     repository.is_shallow() ? "--unshallow " : "", remote, remote);
}

bool is_ancestor(const GitRepository& repository, const ObjectId& ancestor, const ObjectId& descendant) {
  if (ancestor == descendant) return true;
  if (!repository.is_shallow()) {
    const int answer = git_graph_descendant_of(repository.get(), &descendant.oid, &ancestor.oid);
    if (answer >= 0) return answer == 1;  // else a commit on the way is missing: the walk tells which
  }
  bool found = false;
  walk_history(repository, descendant, {}, [&](const VisitedCommit& visited) {
    found = ObjectId(*git_commit_id(visited.commit)) == ancestor;
    return !found;
  });
  return found;
}

std::optional<ObjectId> merge_base(const GitRepository& repository, const ObjectId& base,
                                   const ObjectId& head, const std::string& name) {
  git_oid found;
  if (git_merge_base(&found, repository.get(), &base.oid, &head.oid) == 0) return ObjectId(found);
  if (is_ancestor(repository, base, head)) return base;
  if (is_ancestor(repository, head, base)) return head;
  if (!repository.is_shallow()) return std::nullopt;
  throw Error(
      fmt::format("this clone is too shallow to see where the branch left {}: fetch the whole history "
                  "({}; {})",
                  name, fetch_all(repository), ci_history));
}

/// What is before the base is left out as far as the base's own line goes; that is all there is to leave out,
/// since the base is a merge base.
std::vector<CommitHandle> commits_between(const GitRepository& repository, const ObjectId& base,
                                          const ObjectId& head) {
  std::vector<CommitHandle> commits;
  walk_history(repository, head, {base}, [&](const VisitedCommit& visited) {
    if (visited.parents.size() == 1 && !visited.cut &&
        !is_ancestor(repository, *git_commit_id(visited.commit), base)) {
      commits.push_back(repository.commit(ObjectId(*git_commit_id(visited.commit))));
    }
    return true;
  });
  std::ranges::reverse(commits);
  return commits;
}

}  // namespace miglint
