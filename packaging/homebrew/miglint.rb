# Untested: it is kept trivial because the project's own checks have no Homebrew. A release attaches a copy
# with the checksum of its source, which does not exist before; that copy is the one for a tap.
class Miglint < Formula
  desc "Migration-safety linter for PostgreSQL"
  homepage "https://github.com/miglint/miglint"
  url "https://github.com/miglint/miglint/releases/download/v0.1.0/miglint-0.1.0-source.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "MIT"
  head "https://github.com/miglint/miglint.git", branch: "main"

  depends_on "cli11" => :build
  depends_on "cmake" => :build
  depends_on "pkgconf" => :build
  depends_on "rapidjson" => :build

  depends_on "fmt"
  depends_on "libgit2"
  depends_on "libpg_query"
  depends_on "mimalloc"
  depends_on "simdjson"
  depends_on "utf8proc"
  depends_on "yaml-cpp"

  uses_from_macos "zlib"

  def install
    system "cmake", "-S", ".", "-B", "build", *std_cmake_args
    system "cmake", "--build", "build"
    system "cmake", "--install", "build"
    # CMake installs it where Debian's zsh looks.
    zsh_completion.install share/"zsh/vendor-completions/_miglint"
  end

  test do
    (testpath/"migrations/1_users.sql").write "CREATE TABLE users (id int PRIMARY KEY);\n"
    (testpath/"migrations/2_email.sql").write "ALTER TABLE users ADD COLUMN email text NOT NULL;\n"
    output = shell_output("#{bin}/miglint check --all migrations", 1)
    assert_match "add-column-not-null-without-default", output
    assert_match version.to_s, shell_output("#{bin}/miglint --version")
  end
end
