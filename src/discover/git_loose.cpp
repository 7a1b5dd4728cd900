// An object database asks its backends one after the other. This one stands before libgit2's own: it has no
// objects, it looks at the file that would be read and passes the question on unless the file is bad.

#include "discover/git_loose.hpp"

#include <array>
#include <git2/sys/odb_backend.h>
#include <memory>
#include <string>
#include <zlib.h>

#include "discover/files.hpp"
#include "discover/handle.hpp"

namespace miglint {

namespace {

/// Libgit2 has 1 for loose objects and 2 for packs; the highest is asked first.
constexpr int before_all_others = 100;

struct Guard {
  git_odb_backend backend;  // the first member: libgit2 knows no more of it
  std::string objects;      ///< the folder of the loose objects
};

/// Whether the bytes are one zlib stream from its beginning to its end.
bool is_whole(const std::string& bytes) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return false;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
  std::array<Bytef, 1 << 14> out;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
  stream.avail_in = static_cast<uInt>(bytes.size());
  int code = Z_OK;
  while (code == Z_OK) {
    stream.next_out = out.data();
    stream.avail_out = out.size();
    code = inflate(&stream, Z_NO_FLUSH);
  }
  return code == Z_STREAM_END;
}

std::string file_of(const std::string& objects, const git_oid& id) {
  char text[GIT_OID_HEXSZ + 1];
  const std::string_view hex = git_oid_tostr(text, sizeof text, &id);
  return join(join(objects, hex.substr(0, 2)), hex.substr(2));
}

int refuse_bad_file(void**, std::size_t*, git_object_t*, git_odb_backend* backend, const git_oid* id) {
  const std::string file = file_of(reinterpret_cast<Guard*>(backend)->objects, *id);
  const FileContent content = disk_files().read(file);
  const bool is_absent = !content.text && content.problem.empty();
  if (is_absent || (content.text && is_whole(*content.text))) return GIT_PASSTHROUGH;
  git_error_set_str(GIT_ERROR_ODB, (file + " is no whole object").c_str());
  return GIT_ERROR;
}

}  // namespace

void guard_loose_objects(git_repository* repository) {
  const auto objects = acquire<OdbHandle>(git_repository_odb, repository);
  if (!objects) return;  // then each object that is looked for is an error already
  auto guard = std::make_unique<Guard>();
  git_odb_init_backend(&guard->backend, GIT_ODB_BACKEND_VERSION);
  guard->backend.read = refuse_bad_file;
  guard->backend.free = [](git_odb_backend* backend) { delete reinterpret_cast<Guard*>(backend); };
  guard->objects = join(git_repository_commondir(repository), "objects");
  if (git_odb_add_backend(objects.get(), &guard->backend, before_all_others) == 0) [[maybe_unused]]
    const Guard* const owned_by_the_database = guard.release();
}

}  // namespace miglint
