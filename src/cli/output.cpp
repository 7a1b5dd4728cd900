#include "cli/output.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "miglint/error.hpp"
#include "report/clean.hpp"
#include "report/line_guard.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view standard_output = "-";  // as a file's name

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

/// Hands on to another buffer what is printed, each line guarded.
class GuardedBuffer final : public std::streambuf {
 public:
  explicit GuardedBuffer(std::streambuf& next)
      : guard_([&next](std::string_view text) {
          next.sputn(text.data(), static_cast<std::streamsize>(text.size()));
        }) {}

  void finish() { guard_.finish(); }

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    guard_.pass({text, static_cast<std::size_t>(size)});
    return size;
  }
  int_type overflow(int_type next) override {
    const char character = traits_type::to_char_type(next);
    if (!traits_type::eq_int_type(next, traits_type::eof())) guard_.pass({&character, 1});
    return traits_type::not_eof(next);
  }

 private:
  LineGuard guard_;
};

[[noreturn]] void cannot_write(const std::string& file) {
  throw Error(fmt::format("{}: cannot be written: {}", file, std::strerror(errno)));
}

/// Hands `print` a stream, and on to `next` what it prints, its lines guarded where they are wanted so.
void print_through(std::streambuf& next, bool guard_lines, const std::function<void(std::ostream&)>& print) {
  GuardedBuffer guarded(next);
  std::ostream out(guard_lines ? static_cast<std::streambuf*>(&guarded) : &next);
  print(out);
  guarded.finish();
}

void print_standard_output(bool guard_lines, const std::function<void(std::ostream&)>& print) {
  DescriptorBuffer buffer(STDOUT_FILENO);
  print_through(buffer, guard_lines, print);
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
  const bool is_special = ::stat(file.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
  // /dev/stdout may be a regular file, in which others write too
  if (is_special || file.starts_with("/dev/")) return write_in_place(file, text);
  std::error_code ignored;
  const fs::path target = fs::weakly_canonical(file, ignored);  // a symbolic link stays one
  write_beside_and_rename(target.empty() ? file : target.string(), text);
}

/// FORMAT or FORMAT=FILE.
Destination destination_of(const std::string& given) {
  const auto equals = given.find('=');
  if (equals == std::string::npos) return {.format = given, .file = {}};
  const std::string file = given.substr(equals + 1);
  return {.format = given.substr(0, equals), .file = file == standard_output ? std::string() : file};
}

/// The one format that was given no place goes to `--output`.
void place_output(std::vector<Destination>& wanted, const std::string& output,
                  const std::vector<std::string>& given) {
  std::vector<Destination*> unplaced;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (given.empty() || given[i].find('=') == std::string::npos) unplaced.push_back(&wanted[i]);
  }
  if (unplaced.empty()) throw Error("--output names a file, but every format has one of its own already");
  if (unplaced.size() > 1)
    throw Error("--output takes one format: give all others a file, as in --format sarif=miglint.sarif");
  if (output != standard_output) unplaced.front()->file = output;
}

/// What a path comes to, through symbolic links (also to what is not there yet) and whatever is spelt
/// otherwise.
std::string same_file(const std::string& file) {
  std::error_code error;
  fs::path path = fs::absolute(file, error);
  constexpr int most_links = 40;  // as the kernel follows
  for (int n = 0; n < most_links && !fs::exists(path, error) && fs::is_symlink(path, error); ++n)
    path = path.parent_path() / fs::read_symlink(path, error);
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? file : canonical.string();
}

/// A pipe, /dev/null or a terminal may take several reports: nothing there is written over.
bool may_be_shared(const std::string& file) {
  struct stat status{};
  return ::stat(file.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

void refuse_shared(const std::vector<Destination>& wanted) {
  std::map<std::string, std::string_view> taken;  // the format by the file
  for (const Destination& destination : wanted) {
    if (!destination.file.empty() && may_be_shared(destination.file)) continue;
    const std::string file = destination.file.empty() ? std::string() : same_file(destination.file);
    const auto [before, is_first] = taken.emplace(file, destination.format);
    if (is_first) continue;
    if (file.empty())
      throw Error(
          "several formats go to standard output: give all but one a file, as in --format "
          "sarif=miglint.sarif");
    throw Error(fmt::format("{} is to hold two reports, {} and {}: give each a file of its own",
                            destination.file, before->second, destination.format));
  }
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

std::vector<Destination> destinations(const Options& options) {
  std::vector<Destination> wanted;
  for (const std::string& given : options.formats) wanted.push_back(destination_of(given));
  if (wanted.empty()) wanted.push_back({.format = "text", .file = {}});
  if (options.output) place_output(wanted, *options.output, options.formats);
  refuse_shared(wanted);
  return wanted;
}

void deliver(const Destination& destination, const std::function<void(std::ostream&)>& print) {
  const bool guard_lines = destination.format != "github";
  if (destination.file.empty()) return print_standard_output(guard_lines, print);
  std::stringbuf text;
  print_through(text, guard_lines, print);
  write_file(destination.file, std::move(text).str());
}

void deliver(const Destination& destination, std::string_view text) {
  deliver(destination, [&](std::ostream& out) { out << text; });
}

void print_text(std::string_view text) { deliver({.format = "text", .file = {}}, several_lines(text)); }

void replace_file(const std::string& file, std::string_view text) { write_file(file, text); }

namespace {

constexpr int narrowest = 80, widest = 120;

std::optional<int> width_of_terminal() {
  if (const char* columns = std::getenv("COLUMNS")) {
    const int given = std::atoi(columns);
    if (given > 0) return given;
  }
  struct winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

/// Those that are known to show OSC 8; others print its letters.
bool knows_links() {
  for (const char* name :
       {"WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WEZTERM_PANE", "FORCE_HYPERLINK"})
    if (is_set(name)) return true;
  const char* vte = std::getenv("VTE_VERSION");
  if (vte != nullptr && std::atoi(vte) >= 5000) return true;
  const char* program = std::getenv("TERM_PROGRAM");
  const std::string_view name = program == nullptr ? "" : program;
  return name == "iTerm.app" || name == "WezTerm" || name == "vscode" || name == "ghostty";
}

}  // namespace

ReportStyle report_style(const Options& options, const Destination& destination) {
  ReportStyle style{
      .colour = wants_colour(options, destination), .quiet = options.quiet, .verbose = options.verbose};
  if (!destination.file.empty()) return style;
  const std::optional<int> width = width_of_terminal();
  style.width = std::clamp(width.value_or(style.width), narrowest, widest);
  style.wraps_messages = width.has_value();
  style.links = style.colour && ::isatty(STDOUT_FILENO) == 1 && knows_links();
  return style;
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
