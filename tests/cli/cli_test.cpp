// End to end, through the binary: what goes to which stream, which exit status, which files are left.

#include <doctest/doctest.h>
#include <filesystem>
#include <rapidjson/document.h>
#include <sstream>

#include "support/golden.hpp"
#include "support/run_program.hpp"
#include "support/temporary_project.hpp"

namespace miglint {

TEST_SUITE("cli") {
  constexpr const char* init_sql =
      "CREATE TABLE \"staff\" (\"id\" INTEGER NOT NULL, CONSTRAINT \"staff_pkey\" PRIMARY KEY (\"id\"));\n";
  constexpr const char* required_sql =
      "-- AlterTable\nALTER TABLE \"staff\" ADD COLUMN \"email\" TEXT NOT NULL;\n";
  constexpr const char* nullable_sql = "-- AlterTable\nALTER TABLE \"staff\" ADD COLUMN \"email\" TEXT;\n";

  /// A Prisma project of two migrations, outside git.
  static void write_project(const test::TemporaryProject& folder, const std::string& second) {
    folder.write("prisma/migrations/20240101000000_init/migration.sql", init_sql);
    folder.write("prisma/migrations/20240201000000_email/migration.sql", second);
    folder.write("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
  }

  static rapidjson::Document parse_json(const std::string& text) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
    REQUIRE_FALSE(document.HasParseError());
    return document;
  }

  TEST_CASE("a hazard stops: status 1, the finding on standard output") {
    const test::TemporaryProject folder;
    write_project(folder, required_sql);
    const RunResult result = run_miglint({"check"}, {.folder = folder.path()});
    CHECK(result.status == 1);
    CHECK(result.err.empty());
    CHECK(result.out.find("error[add-column-not-null-without-default]") != std::string::npos);
    CHECK(result.out.find("prisma/migrations/20240201000000_email/migration.sql:2:1") != std::string::npos);
    CHECK(result.out.find('\x1b') == std::string::npos);
  }

  TEST_CASE("folded into a nullable column it is safe to commit") {
    const test::TemporaryProject folder;
    write_project(folder, nullable_sql);
    const RunResult result = run_miglint({"check"}, {.folder = folder.path()});
    CHECK(result.status == 0);
    CHECK(result.out.find("safe to commit  20240201000000_email: adds staff.email (text, nullable)") !=
          std::string::npos);
  }

  TEST_CASE("check is what runs without a command; JSON parses and agrees with the exit status") {
    const test::TemporaryProject folder;
    write_project(folder, required_sql);
    const RunResult result = run_miglint({"--format", "json"}, {.folder = folder.path()});
    CHECK(result.status == 1);
    const auto document = parse_json(result.out);
    CHECK(std::string(document["verdict"].GetString()) == "stop");
    CHECK(std::string(document["findings"][0]["migration"].GetString()) == "20240201000000_email");
  }

  TEST_CASE("--fail-on decides the status") {
    const test::TemporaryProject folder;
    write_project(folder, required_sql);
    CHECK(run_miglint({"--fail-on", "never"}, {.folder = folder.path()}).status == 0);
    CHECK(run_miglint({"--fail-on", "note"}, {.folder = folder.path()}).status == 1);
    folder.write(".miglint.yaml", "fail-on: never\n");
    CHECK(run_miglint({}, {.folder = folder.path()}).status == 0);
    CHECK(run_miglint({"--fail-on", "error"}, {.folder = folder.path()}).status == 1);
  }

  TEST_CASE("several formats in one run, each where it was sent") {
    const test::TemporaryProject folder;
    write_project(folder, required_sql);
    const RunResult result =
        run_miglint({"--format", "concise", "--format", "sarif=out.sarif", "--format", "junit=out.xml"},
                    {.folder = folder.path()});
    CHECK(result.status == 1);
    CHECK(result.out.find("migration.sql:2:1: error add-column-not-null-without-default") !=
          std::string::npos);
    parse_json(read_text(folder.path("out.sarif")));
    CHECK(read_text(folder.path("out.xml")).starts_with("<?xml"));
  }

  TEST_CASE("what cannot be written is an error, and nothing half-written is left") {
    const test::TemporaryProject folder;
    write_project(folder, nullable_sql);
    const RunResult missing = run_miglint({"--output", "no/such/folder/out.txt"}, {.folder = folder.path()});
    CHECK(missing.status == 2);
    CHECK(missing.err.find("no/such/folder/out.txt: cannot be written") != std::string::npos);
    const RunResult full = run_miglint({"--output", "/dev/full"}, {.folder = folder.path()});
    CHECK(full.status == 2);
    CHECK(full.err.find("/dev/full: cannot be written") != std::string::npos);
    int files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
    CHECK(files == 1);
  }

  TEST_CASE("standard input stands in for a file") {
    const test::TemporaryProject folder;
    write_project(folder, nullable_sql);
    const RunResult result = run_miglint({"--format", "concise", "--stdin-filename",
                                          "prisma/migrations/20240201000000_email/migration.sql", "-"},
                                         {.folder = folder.path(), .input = required_sql});
    CHECK(result.status == 1);
    CHECK(result.out.find("20240201000000_email/migration.sql:2:1") != std::string::npos);
    CHECK(run_miglint({"-"}, {.folder = folder.path()}).status == 2);
  }

  TEST_CASE("set-up errors: status 2, a sentence on standard error") {
    const test::TemporaryProject folder;
    write_project(folder, nullable_sql);
    folder.write(".miglint.yaml", "postgres: 15\nbse: x\n");
    const RunResult result = run_miglint({}, {.folder = folder.path()});
    CHECK(result.status == 2);
    CHECK(result.out.empty());
    CHECK(result.err == "miglint: .miglint.yaml:2: unknown key \"bse\" (did you mean \"base\"?)\n");
    CHECK(run_miglint({"--config", "absent.yaml"}, {.folder = folder.path()}).status == 2);
    CHECK(run_miglint({"no-such-folder"}, {.folder = folder.path()}).status == 2);
    CHECK(run_miglint({"--no-such-option"}).status == 2);
  }

  TEST_CASE("help and version") {
    CHECK(run_miglint({"--help"}).status == 0);
    CHECK(run_miglint({"check", "--help"}).out.find("--fail-on") != std::string::npos);
    CHECK(run_miglint({"--version"}).out.starts_with("miglint "));
    CHECK(run_miglint({"--version", "--verbose"}).out.find("PostgreSQL 1") != std::string::npos);
    CHECK(run_miglint({"version"}).out == run_miglint({"--version"}).out);
    CHECK(run_miglint({"help", "status"}).out == run_miglint({"status", "--help"}).out);
    CHECK(run_miglint({"status", "--help"}).out.find("3 one is") != std::string::npos);
    CHECK(run_miglint({"help"}).out.find("completion") != std::string::npos);
  }

  TEST_CASE("explain and rules") {
    const RunResult page = run_miglint({"explain", "drop-column"});
    CHECK(page.status == 0);
    CHECK(page.out.starts_with("drop-column\n"));
    const RunResult unknown = run_miglint({"explain", "drop-colunm"});
    CHECK(unknown.status == 2);
    CHECK(unknown.err.find("did you mean \"drop-column\"?") != std::string::npos);
    CHECK(parse_json(run_miglint({"rules", "--format", "json"}).out)["rules"].Size() > 20);
    CHECK(run_miglint({"rules"}).out.find("drop-column") != std::string::npos);
  }

  TEST_CASE("completions and the man page know every command and option") {
    for (const char* shell : {"bash", "zsh", "fish"}) {
      const RunResult script = run_miglint({"completion", shell});
      CHECK(script.status == 0);
      for (const char* word : {"check", "explain", "fail-on", "sarif", "drop-column"})
        CHECK(script.out.find(word) != std::string::npos);
    }
    const RunResult bash = run_miglint({"completion", "bash"});
    CHECK(run_program({"bash", "-n"}, {.input = bash.out}).status == 0);
    const RunResult complete = run_program(
        {"bash"},
        {.input =
             bash.out +
             "COMP_WORDS=(miglint check --fail-on w); COMP_CWORD=3; _miglint; echo \"${COMPREPLY[@]}\""});
    CHECK(complete.out == "warning\n");
    CHECK(run_miglint({"completion", "tcsh"}).status == 2);
    const RunResult page = run_miglint({"man"});
    CHECK(page.out.starts_with(".TH MIGLINT 1"));
    CHECK(page.out.find("\\-\\-fail\\-on") != std::string::npos);
  }

  TEST_CASE("accept writes the comment that allows, and asks for more than a yes") {
    const test::TemporaryProject folder;
    write_project(folder, required_sql);
    const auto document = parse_json(run_miglint({"--format", "json"}, {.folder = folder.path()}).out);
    const std::string fingerprint = document["findings"][0]["fingerprint"].GetString();
    CHECK(run_miglint({"accept", fingerprint, "--reason", "the table is empty"}, {.folder = folder.path()})
              .status == 2);
    const std::map<std::string, std::string> yes = {{"MIGLINT_USER_CONSENT", "yes"}};
    CHECK(run_miglint({"accept", fingerprint, "--reason", "the table is empty"},
                      {.folder = folder.path(), .environment = yes})
              .status == 2);
    const std::map<std::string, std::string> words = {
        {"MIGLINT_USER_CONSENT", "go ahead, staff has no rows anywhere"}};
    CHECK(run_miglint({"accept", fingerprint}, {.folder = folder.path(), .environment = words}).status == 2);
    CHECK(
        run_miglint({"accept", "ffffffff", "--reason", "x"}, {.folder = folder.path(), .environment = words})
            .status == 2);
    CHECK(run_miglint({"accept", fingerprint, "--reason", "the table is empty"},
                      {.folder = folder.path(), .environment = words})
              .status == 0);
    const std::string text = read_text(folder.path("prisma/migrations/20240201000000_email/migration.sql"));
    CHECK(text.find("-- miglint: allow add-column-not-null-without-default: the table is empty (the user: go "
                    "ahead, staff has no rows "
                    "anywhere)\nALTER TABLE") != std::string::npos);
    CHECK(run_miglint({}, {.folder = folder.path()}).status == 0);
  }

  TEST_CASE("accept takes a rule that speaks once, and lists those that speak more often") {
    const test::TemporaryProject folder;
    const std::map<std::string, std::string> words = {
        {"MIGLINT_USER_CONSENT", "go ahead, staff has no rows anywhere"}};
    const auto accept = [&] {
      return run_miglint({"accept", "add-column-not-null-without-default", "--reason", "the table is empty"},
                         {.folder = folder.path(), .environment = words});
    };
    write_project(folder,
                  std::string(required_sql) + "ALTER TABLE \"staff\" ADD COLUMN \"nick\" TEXT NOT NULL;\n");
    const RunResult twice = accept();
    CHECK(twice.status == 2);
    CHECK(twice.err.find("speaks more than once") != std::string::npos);
    CHECK(twice.err.find("staff.nick") != std::string::npos);
    write_project(folder, required_sql);
    CHECK(accept().status == 0);
    CHECK(run_miglint({}, {.folder = folder.path()}).out.find("accepted") != std::string::npos);
    CHECK(run_miglint({"accept", "nope", "--reason", "x"}, {.folder = folder.path()})
              .err.find("no rule or finding \"nope\"") != std::string::npos);
  }

  TEST_CASE("every mistake of a configuration is said, and one of another spelling is not missed") {
    const test::TemporaryProject folder;
    write_project(folder, nullable_sql);
    folder.write(".miglint.yaml",
                 "fail-on: warn\nrules:\n  drop-column: false\n  drop-tabel: off\npostgres: 9\n");
    const RunResult result = run_miglint({}, {.folder = folder.path()});
    CHECK(result.status == 2);
    CHECK(result.err.find(":1: unknown value of fail-on \"warn\" (did you mean \"warning\"?)\n") !=
          std::string::npos);
    CHECK(result.err.find(":3: unknown value of drop-column \"false\" (did you mean \"off\"?)\n") !=
          std::string::npos);
    CHECK(result.err.find(":4: unknown rule \"drop-tabel\"") != std::string::npos);
    CHECK(result.err.find(":5: \"postgres\"") != std::string::npos);
    std::filesystem::rename(folder.path(".miglint.yaml"), folder.path(".miglint.yml"));
    const RunResult other = run_miglint({}, {.folder = folder.path()});
    CHECK(other.status == 0);
    CHECK(other.out.find(".miglint.yml is not read") != std::string::npos);
  }

  TEST_CASE("rules are picked on the command line") {
    const test::TemporaryProject folder;
    write_project(folder, required_sql);
    const std::string rule = "add-column-not-null-without-default";
    CHECK(run_miglint({"--rule", "drop-column"}, {.folder = folder.path()}).status == 0);
    CHECK(run_miglint({"--rule", "drop-column", "--rule", rule}, {.folder = folder.path()}).status == 1);
    CHECK(run_miglint({"--skip-rule", rule}, {.folder = folder.path()}).status == 0);
    CHECK(run_miglint({"--skip-rule", "drop-colum"}, {.folder = folder.path()})
              .err.find("did you mean \"drop-column\"?") != std::string::npos);
    const RunResult counted = run_miglint({"--statistics"}, {.folder = folder.path()});
    CHECK(counted.status == 1);
    CHECK(counted.out.starts_with("    1  error    " + rule));
  }

  TEST_CASE("text is as wide as COLUMNS says, within reason") {
    const test::TemporaryProject folder;
    write_project(folder, required_sql);
    const auto widest = [&](const std::string& columns) {
      std::istringstream lines(
          run_miglint({}, {.folder = folder.path(), .environment = {{"COLUMNS", columns}}}).out);
      std::size_t width = 0;
      for (std::string line; std::getline(lines, line);)
        if (line.starts_with("  = why") || line.starts_with("error")) width = std::max(width, line.size());
      return width;
    };
    CHECK(widest("20") <= 80);
    CHECK(widest("20") > 60);
    CHECK(widest("500") <= 120);
    CHECK(widest("500") > 95);
  }

  TEST_CASE("colours are for terminals, or for those who ask") {
    const test::TemporaryProject folder;
    write_project(folder, required_sql);
    CHECK(run_miglint({"--color", "always"}, {.folder = folder.path()}).out.find("\x1b[") !=
          std::string::npos);
    CHECK(
        run_miglint({}, {.folder = folder.path(), .environment = {{"FORCE_COLOR", "1"}}}).out.find("\x1b[") !=
        std::string::npos);
    CHECK(run_miglint({}, {.folder = folder.path(), .environment = {{"FORCE_COLOR", "1"}, {"NO_COLOR", "1"}}})
              .out.find("\x1b[") == std::string::npos);
  }
}

}  // namespace miglint
