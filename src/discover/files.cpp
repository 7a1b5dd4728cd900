#include "discover/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "discover/discover.hpp"

namespace miglint {

namespace fs = std::filesystem;

namespace {

FileKind kind_of(fs::file_type type) {
  switch (type) {
    case fs::file_type::regular:
      return FileKind::file;
    case fs::file_type::directory:
      return FileKind::directory;
    case fs::file_type::symlink:
      return FileKind::symlink;
    default:
      return FileKind::other;
  }
}

/// What the folder itself says its entry is; a system call more where the file system leaves that open.
FileKind entry_kind(const std::string& directory, const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG:
      return FileKind::file;
    case DT_DIR:
      return FileKind::directory;
    case DT_LNK:
      return FileKind::symlink;
    case DT_UNKNOWN: {
      std::error_code ignored;
      return kind_of(fs::symlink_status(join(directory, entry.d_name), ignored).type());
    }
    default:
      return FileKind::other;
  }
}

/// By hand: std::filesystem takes each path apart, and a project may have ten thousand.
std::vector<DirectoryEntry> list_directory(const std::string& directory) {
  std::vector<DirectoryEntry> entries;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(directory.c_str()), ::closedir);
  if (!stream) return entries;
  while (const dirent* entry =
             ::readdir(stream.get())) {  // NOLINT(concurrency-mt-unsafe): each stream has one reader
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") entries.push_back({std::string(name), entry_kind(directory, *entry)});
  }
  std::ranges::sort(entries, {}, &DirectoryEntry::name);
  return entries;
}

/// Closes when it leaves scope.
struct Descriptor {
  int fd;
  explicit Descriptor(int opened) : fd(opened) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

FileContent cannot(std::string why) { return {.text = std::nullopt, .problem = std::move(why)}; }

std::string reason(int error) {
  if (error == EACCES) return "cannot be read: permission denied";
  if (error == ELOOP) return "is a symbolic link that leads back to itself";
  return std::string("cannot be read: ") + std::strerror(error);
}

FileContent read_all(int fd, std::size_t size) {
  std::string text(size, '\0');
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t n = ::read(fd, text.data() + done, text.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return cannot(reason(errno));
    if (n == 0) break;
    done += static_cast<std::size_t>(n);
  }
  text.resize(done);
  return {.text = std::move(text), .problem = {}};
}

/// What an open descriptor gives, if it is a regular file of no more than `most` bytes.
FileContent read_regular(int fd, std::size_t most) {
  struct stat status{};
  if (::fstat(fd, &status) != 0) return cannot(reason(errno));
  if (S_ISDIR(status.st_mode)) return cannot("is a folder, not a file");
  if (!S_ISREG(status.st_mode)) return cannot("is not a regular file (a pipe, a device or a socket)");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > most) return cannot(fmt::format("is larger than {} MiB", most >> 20));
  return read_all(fd, size);
}

/// The disk. Of the last large folder that was listed, thousands of paths are asked for next: they are looked
/// up from there, not from the root.
class Disk {
 public:
  std::vector<DirectoryEntry> list(const std::string& directory) {
    std::vector<DirectoryEntry> entries = list_directory(directory);
    if (entries.size() >= large_folder) {
      folder_ = std::make_unique<Descriptor>(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
      within_ = join(directory, "");
    }
    return entries;
  }

  std::optional<FileKind> kind(const std::string& path) const {
    struct stat status{};
    if (::fstatat(folder_of(path), below(path), &status, 0) != 0) {
      if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
      // it is there, but can't be followed: a loop of links, a folder we may not enter
      return FileKind::other;
    }
    return S_ISREG(status.st_mode)   ? FileKind::file
           : S_ISDIR(status.st_mode) ? FileKind::directory
                                     : FileKind::other;
  }

  FileContent read(const std::string& path) const;

 private:
  static constexpr std::size_t large_folder = 64;

  bool is_below(const std::string& path) const {
    return folder_ && folder_->fd >= 0 && path.size() > within_.size() && path.starts_with(within_) &&
           path[within_.size()] != '/';
  }
  int folder_of(const std::string& path) const { return is_below(path) ? folder_->fd : AT_FDCWD; }
  const char* below(const std::string& path) const {
    return path.c_str() + (is_below(path) ? within_.size() : 0);
  }

  std::unique_ptr<Descriptor> folder_;
  std::string within_;  ///< its path, with a slash
};

/// O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
FileContent Disk::read(const std::string& path) const {
  const Descriptor file(::openat(folder_of(path), below(path), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  if (file.fd < 0) return errno == ENOENT || errno == ENOTDIR ? FileContent{} : cannot(reason(errno));
  return read_regular(file.fd, max_file_bytes);
}

}  // namespace

Files disk_files() {
  const auto disk = std::make_shared<Disk>();
  return {.list = [disk](const std::string& directory) { return disk->list(directory); },
          .read = [disk](const std::string& path) { return disk->read(path); },
          .kind = [disk](const std::string& path) { return disk->kind(path); }};
}

FileContent read_regular(const std::string& path, std::size_t most) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  return file.fd < 0 ? cannot(reason(errno)) : read_regular(file.fd, most);
}

std::optional<std::string> read_trusted(const std::string& path,
                                        const std::function<bool(const struct stat&)>& trusted) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC));
  struct stat status{};
  if (file.fd < 0 || ::fstat(file.fd, &status) != 0 || !S_ISREG(status.st_mode) || !trusted(status))
    return std::nullopt;
  return read_all(file.fd, static_cast<std::size_t>(status.st_size)).text;
}

Files no_files() {
  return {.list = [](const std::string&) { return std::vector<DirectoryEntry>{}; },
          .read = [](const std::string&) { return FileContent{}; },
          .kind = [](const std::string&) { return std::optional<FileKind>{}; }};
}

std::string join(std::string_view directory, std::string_view name) {
  std::string path(directory);
  if (!path.empty() && !path.ends_with('/')) path += '/';
  return path.append(name);
}

std::string parent(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view stem(std::string_view path) {
  const std::string_view name = file_name(path);
  return name.substr(0, name.rfind('.'));
}

bool is_within(std::string_view path, std::string_view directory) {
  if (directory.ends_with('/')) directory.remove_suffix(1);
  return path.starts_with(directory) && (path.size() == directory.size() || path[directory.size()] == '/');
}

std::string relative_to(std::string_view path, std::string_view directory) {
  if (directory.ends_with('/')) directory.remove_suffix(1);
  if (!is_within(path, directory)) return std::string(path);
  return std::string(path.size() == directory.size() ? "" : path.substr(directory.size() + 1));
}

std::string absolute(std::string_view path) {
  std::error_code error;
  std::string text = fs::absolute(fs::path(path), error).lexically_normal().generic_string();
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

Display::Display() : current_(absolute(".")), root_(repository_root(current_)) {}

std::string Display::operator()(std::string_view path) const {
  if (path == current_) return ".";
  if (is_within(path, current_)) return relative_to(path, current_);
  if (root_.empty() || !is_within(path, root_)) return std::string(path);
  return fs::path(path).lexically_relative(current_).generic_string();
}

}  // namespace miglint
