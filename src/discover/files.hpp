#pragma once

// Where a project's files come from: the disk, or git's index (what a commit would contain). Everything above
// asks through this, so that the hook judges exactly what it would judge in a checkout of the commit. Paths
// are absolute, `/` between the parts, without `.` and `..`.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <vector>

namespace miglint {

enum class FileKind { file, directory, symlink, other };  ///< `other`: a FIFO, a device, a socket

struct DirectoryEntry {
  std::string name;
  FileKind kind = FileKind::file;  ///< of the entry itself: a symbolic link is not followed
};

/// A file's bytes, or why they can't be had. Neither: there is no such file.
struct FileContent {
  std::optional<std::string> text;
  std::string problem;
};

struct Files {
  /// The entries by name, byte order; none when there is no such folder or it can't be read.
  std::function<std::vector<DirectoryEntry>(const std::string& directory)> list;
  std::function<FileContent(const std::string& file)> read;
  /// Symbolic links are followed; nullopt: nothing is there.
  std::function<std::optional<FileKind>(const std::string& path)> kind;
};

Files disk_files();
/// A regular file of at most so many bytes from the disk; one that is not there is a problem here. Nothing
/// else is ever waited for: a pipe that nobody writes to, a device without an end.
FileContent read_regular(const std::string& path, std::size_t most);
/// A regular file's text from the disk, if what the disk notes of it is to be trusted; symbolic links are not
/// followed.
std::optional<std::string> read_trusted(const std::string& path,
                                        const std::function<bool(const struct stat&)>& trusted);
Files no_files();

/// Larger files are not read: nobody writes such a migration, and a dump by mistake must not take the machine
/// down.
inline constexpr std::size_t max_file_bytes = std::size_t{512} << 20;

// ---- Paths: text, no disk ---------------------------------------------------------------------------------

std::string join(std::string_view directory, std::string_view name);
std::string parent(std::string_view path);
std::string_view file_name(std::string_view path);
/// Without the last extension: `V1__a.sql` → `V1__a`.
std::string_view stem(std::string_view path);
/// Whether `path` is `directory` or lies in it.
bool is_within(std::string_view path, std::string_view directory);
/// `path` below `directory`, without a slash at its front; the path itself when it lies elsewhere.
std::string relative_to(std::string_view path, std::string_view directory);

/// What the user typed, made absolute from the current folder.
std::string absolute(std::string_view path);
/// An absolute path as the user would type it: relative to the current folder where it lies below it or in
/// the same repository, else absolute.
class Display {
 public:
  Display();
  std::string operator()(std::string_view path) const;

 private:
  std::string current_;
  std::string root_;  // of the repository around the current folder; paths outside it stay absolute
};

}  // namespace miglint
