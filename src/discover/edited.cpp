#include "discover/edited.hpp"

#include "discover/files.hpp"
#include "discover/git_base.hpp"

namespace miglint {

namespace {

/// The commit that the change starts from; null: there is none.
CommitHandle starting_point(const GitRepository& repository, const Config& config, bool staged) {
  if (staged) return compared_head(repository, true, config.base, config);
  const std::optional<Base> base = resolve_base(repository, config.base, config, false);
  if (!base) return nullptr;
  const std::optional<ObjectId> from = base->merge_base ? base->merge_base : base->tip;
  return from ? repository.commit(*from) : nullptr;
}

}  // namespace

std::vector<std::string> edited_files(const std::vector<std::string>& files, const Config& config,
                                      bool staged, Repositories& repositories) {
  std::vector<std::string> edited;
  for (const std::string& file : files) {
    const GitRepository* repository = repositories.around(parent(file));
    if (repository == nullptr || !is_within(file, repository->root())) continue;
    const CommitHandle before = starting_point(*repository, config, staged);
    if (!before) continue;
    const std::optional<std::string> now =
        staged ? repository->index_files().read(file).text : disk_files().read(file).text;
    if (repository->commit_files(before.get()).read(file).text != now) edited.push_back(file);
  }
  return edited;
}

}  // namespace miglint
