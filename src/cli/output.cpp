#include "cli/output.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "miglint/error.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

/// A file descriptor that is closed at the end, unless that was done and checked before.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool close() {
    const int number = std::exchange(number_, -1);
    return number < 0 || ::close(number) == 0;
  }

 private:
  int number_;
};

/// False with errno set where not all could be written.
bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Hands on to a file descriptor what is printed. After the first failure it takes the rest and lets it go:
/// the reason is kept.
class DescriptorBuffer final : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) { start(); }

  /// 0, or the errno of what failed.
  int finish() {
    hand_on();
    return failure_;
  }

 protected:
  int_type overflow(int_type next) override {
    hand_on();
    return traits_type::eq_int_type(next, traits_type::eof()) ? traits_type::not_eof(next)
                                                              : sputc(traits_type::to_char_type(next));
  }

 private:
  void start() { setp(held_.data(), held_.data() + held_.size()); }
  void hand_on() {
    const std::string_view text(pbase(), static_cast<std::size_t>(pptr() - pbase()));
    if (failure_ == 0 && !write_all(descriptor_, text)) failure_ = errno;
    start();
  }

  int descriptor_;
  int failure_ = 0;
  std::array<char, 64 << 10> held_;
};

[[noreturn]] void cannot_write(const std::string& file) {
  throw Error(fmt::format("{}: cannot be written: {}", file, std::strerror(errno)));
}

void print_standard_output(const std::function<void(std::ostream&)>& print) {
  DescriptorBuffer buffer(STDOUT_FILENO);
  std::ostream out(&buffer);
  print(out);
  errno = buffer.finish();
  if (errno != 0 && errno != EPIPE) cannot_write("standard output");
}

/// /dev/null, a pipe, a terminal: there is nothing to rename over.
void write_in_place(const std::string& file, std::string_view text) {
  std::FILE* stream = std::fopen(file.c_str(), "w");
  if (stream == nullptr) cannot_write(file);
  const bool written = write_all(::fileno(stream), text);
  const bool closed = std::fclose(stream) == 0;
  if (!written || !closed) cannot_write(file);
}

/// The permissions a new file gets: the old one's, or what the umask leaves.
mode_t permissions(const std::string& file) {
  struct stat status{};
  if (::stat(file.c_str(), &status) == 0) return status.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

void write_beside_and_rename(const std::string& file, std::string_view text) {
  std::string beside = file + ".XXXXXX";
  Descriptor descriptor(::mkstemp(beside.data()));
  if (descriptor.number() < 0) cannot_write(file);
  const bool written = write_all(descriptor.number(), text) &&
                       ::fchmod(descriptor.number(), permissions(file)) == 0 && descriptor.close() &&
                       std::rename(beside.c_str(), file.c_str()) == 0;
  if (written) return;
  const int reason = errno;
  ::unlink(beside.c_str());
  errno = reason;
  cannot_write(file);
}

void write_file(const std::string& file, std::string_view text) {
  struct stat status{};
  if (::stat(file.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) return write_in_place(file, text);
  std::error_code ignored;
  const fs::path target = fs::weakly_canonical(file, ignored);  // a symbolic link stays one
  write_beside_and_rename(target.empty() ? file : target.string(), text);
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

std::vector<Destination> destinations(const Options& options) {
  std::vector<Destination> wanted;
  for (const std::string& given : options.formats) {
    const auto equals = given.find('=');
    wanted.push_back({.format = given.substr(0, equals),
                      .file = equals == std::string::npos ? "" : given.substr(equals + 1)});
  }
  if (wanted.empty()) wanted.push_back({.format = "text", .file = {}});
  const auto unplaced =
      std::ranges::count_if(wanted, [](const Destination& destination) { return destination.file.empty(); });
  if (unplaced > 1)
    throw Error(
        "several formats go to standard output: give all but one a file, as in --format sarif=miglint.sarif");
  if (!options.output) return wanted;
  if (unplaced == 0) throw Error("--output names a file, but every format has one of its own already");
  std::ranges::find_if(wanted, [](const Destination& destination) {
    return destination.file.empty();
  })->file = *options.output;
  return wanted;
}

void deliver(const Destination& destination, std::string_view text) {
  if (!destination.file.empty()) return write_file(destination.file, text);
  print_standard_output([&](std::ostream& out) { out << text; });
}

void deliver(const Destination& destination, const std::function<void(std::ostream&)>& print) {
  if (destination.file.empty()) return print_standard_output(print);
  std::ostringstream text;
  print(text);
  write_file(destination.file, std::move(text).str());
}

bool wants_colour(const Options& options, const Destination& destination) {
  if (options.color && *options.color != "auto") return *options.color == "always";
  if (!destination.file.empty() || is_set("NO_COLOR")) return false;
  if (is_set("FORCE_COLOR") || is_set("CLICOLOR_FORCE")) return true;
  const char* terminal = std::getenv("TERM");
  if (terminal == nullptr || std::string_view(terminal) == "dumb") return false;
  return ::isatty(STDOUT_FILENO) == 1;
}

}  // namespace miglint
