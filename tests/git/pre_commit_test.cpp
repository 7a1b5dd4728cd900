#include <filesystem>
#include <fmt/format.h>

#include "git/scenario.hpp"
#include "support/skip.hpp"

using namespace miglint::test;

TEST_SUITE_BEGIN("git/pre-commit");

namespace {

/// This repository's manifest in a repository of its own, and the binary under its name on PATH.
class HookRepository : public ShopProject {
 public:
  HookRepository() : path_before_(std::getenv("PATH")) {
    folder("bin");
    std::filesystem::create_symlink(binary(), path("bin/miglint"));
    setenv("PATH", (path("bin") + ":" + path_before_).c_str(), 1);
    setenv("PRE_COMMIT_HOME", path("pre-commit-home").c_str(), 1);
    shell(
        fmt::format("mkdir ../hooks && cd '{}' && cp -r --parents .pre-commit-hooks.yaml package.json "
                    "npm/miglint/bin npm/miglint/package.json '{}' && cd - >/dev/null && "
                    "cd ../hooks && git init -q && git add -A && git commit -q -m hooks",
                    MIGLINT_SOURCE_DIR, path("hooks")));
  }
  ~HookRepository() {
    setenv("PATH", path_before_.c_str(), 1);
    unsetenv("PRE_COMMIT_HOME");
  }
  HookRepository(const HookRepository&) = delete;
  HookRepository& operator=(const HookRepository&) = delete;

  static bool is_missing() { return run_command("command -v pre-commit").status != 0; }
  static CommandResult try_repository(const std::string& hook = "miglint-system") {
    return run_command("pre-commit try-repo ../hooks " + hook + " --verbose");
  }

 private:
  std::string path_before_;
};

}  // namespace

TEST_CASE("pre-commit try-repo: a hazard stops, the mended one passes, a deletion alone stops") {
  if (HookRepository::is_missing())
    return miglint::testing::skip("pre-commit is not installed (apt-get install pre-commit)");
  const HookRepository project;
  project.migration(second, hazard);
  shell("git add -A");
  const CommandResult refused = HookRepository::try_repository();
  CAPTURE(refused.output);
  CHECK(refused.status == 1);
  CHECK(has(refused, "add-column-not-null-without-default"));
  project.migration(second, harmless);
  shell("git add -A");
  const CommandResult passed = HookRepository::try_repository();
  CAPTURE(passed.output);
  CHECK(passed.status == 0);
  shell("git commit -q -m 'Add email' && git rm -q -r prisma/migrations/20240101000000_create_users");
  const CommandResult deleted = HookRepository::try_repository();
  CHECK(deleted.status == 1);
  CHECK(has(deleted, "delete-committed-migration"));
}

TEST_CASE(
    "the node hook installs itself and judges; the program's own package is named where it is missing") {
  const bool has_node = run_command("command -v node && command -v npm").status == 0;
  if (HookRepository::is_missing() || !has_node)
    return miglint::testing::skip("pre-commit or node is not installed (apt-get install pre-commit npm)");
  const HookRepository project;
  project.migration(second, hazard);
  shell("git add -A");
  setenv("npm_config_offline", "true", 1);
  const CommandResult without = HookRepository::try_repository("miglint");
  setenv("MIGLINT_BINARY", binary().c_str(), 1);
  const CommandResult refused = HookRepository::try_repository("miglint");
  unsetenv("MIGLINT_BINARY");
  unsetenv("npm_config_offline");
  CAPTURE(refused.output);
  CHECK(has(without, "neither @miglint/linux-x64 nor @miglint/wasm is installed"));
  CHECK(refused.status == 1);
  CHECK(has(refused, "add-column-not-null-without-default"));
}

TEST_CASE("pre-commit run --from-ref --to-ref judges what came between") {
  if (HookRepository::is_missing())
    return miglint::testing::skip("pre-commit is not installed (apt-get install pre-commit)");
  const HookRepository project;
  project.put(".pre-commit-config.yaml",
              fmt::format("repos:\n  - repo: {}\n    rev: {}\n    hooks:\n      - id: miglint-system\n",
                          project.path("hooks"), shell("git -C ../hooks rev-parse HEAD")));
  project.commit("Configure pre-commit");
  project.migration(second, hazard);
  project.commit("Add email");
  const CommandResult refused = run_command("pre-commit run --from-ref HEAD~1 --to-ref HEAD");
  CAPTURE(refused.output);
  CHECK(refused.status == 1);
  CHECK(has(refused, "add-column-not-null-without-default"));
}

TEST_SUITE_END();
