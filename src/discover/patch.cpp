#include "discover/patch.hpp"

#include "discover/git_repository.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

using PatchHandle = Handle<git_patch, git_patch_free>;

/// git_buf has no function to make one of its own.
struct Buffer {
  git_buf buf{};
  Buffer() = default;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() { git_buf_dispose(&buf); }
};

}  // namespace

std::string unified_diff(const std::string& path, const std::optional<std::string>& before,
                         const std::optional<std::string>& after) {
  start_libgit2();
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.flags = GIT_DIFF_FORCE_TEXT;
  const PatchHandle patch = acquire<PatchHandle>(
      git_patch_from_buffers, before ? before->data() : nullptr, before ? before->size() : 0, path.c_str(),
      after ? after->data() : nullptr, after ? after->size() : 0, path.c_str(), &options);
  Buffer text;
  if (!patch || git_patch_to_buf(&text.buf, patch.get()) != 0) throw Error(path + ": its diff can't be made");
  return {text.buf.ptr, text.buf.size};
}

}  // namespace miglint
