// What the hook answers to shell lines: a table, read against a repository in which a commit would be refused
// (a staged DROP TABLE), two migrations are committed and one, with an allow comment, is not. `@` stands for
// the repository, `OTHER` for a clean one beside it.

#include <cstdint>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "cli/hook_judge.hpp"
#include "miglint/error.hpp"
#include "shell/acts.hpp"
#include "shell/walk.hpp"
#include "support/run_program.hpp"
#include "support/temporary_project.hpp"

namespace miglint {

namespace {

struct Row {
  std::string answer;  ///< of all the lines
  std::vector<std::string> lines;
};

const std::string init = "prisma/migrations/20240101000000_init";
const std::string init_sql = "prisma/migrations/20240101000000_init/migration.sql";
const std::string more_sql = "prisma/migrations/20240102000000_more/migration.sql";
const std::string allowed_sql = "prisma/migrations/20240301000000_allowed/migration.sql";

class Repository {
 public:
  Repository() {
    project_.folder("other");
    project_.write("other/readme", "x");
    git("other", {"init", "-q"});
    git("other", {"add", "."});
    git("other", {"commit", "-q", "-m", "x"});
    write(init_sql, "CREATE TABLE \"staff\" (\"id\" INTEGER PRIMARY KEY);\n");
    write(more_sql, "CREATE TABLE \"more\" (\"id\" INTEGER PRIMARY KEY);\n");
    write(".miglint.yaml", "decisions: docs/decisions.yaml\n");
    write("src/app.ts", "x\n");
    write(".claude/settings.json", "{}\n");
    write(".husky/pre-commit", "miglint check --staged\n");
    write("packages/db/package.json", "{}\n");
    write("packages/web/app.ts", "x\n");
    write("docs/notes.md", "prisma migrate reset\n");
    write("new/20240101000000_init/migration.sql", "SELECT 1;\n");
    write("fresh/20240501000000_shop/migration.sql", "CREATE TABLE a (id int);\n");
    write("seed.sql", "INSERT INTO staff VALUES (1);\n");
    write("drop.sql", "DROP TABLE staff;\n");
    write("with-allow.sql", "-- miglint:allow drop-table: x\nDROP TABLE staff;\n");
    write("bad.patch", "--- a/" + init_sql + "\n+++ b/" + init_sql + "\n@@ -1 +1 @@\n-a\n+b\n");
    write("fine.patch", "--- a/src/app.ts\n+++ b/src/app.ts\n@@ -1 +1 @@\n-x\n+y\n");
    git("repo", {"init", "-q"});
    git("repo", {"add", "."});
    git("repo", {"commit", "-q", "-m", "x"});
    write("prisma/migrations/20240201000000_drop/migration.sql", "DROP TABLE \"staff\";\n");
    git("repo", {"add", "prisma"});
    write(allowed_sql, "-- miglint: allow drop-table: gone for good\nDROP TABLE \"more\";\n");
    std::filesystem::create_symlink(init_sql, project_.path("repo/link"));
    project_.enter("repo");
  }

  std::string answer(std::string line) const {
    for (const auto& [mark, path] : {std::pair("@", "repo"), std::pair("OTHER", "other")}) {
      for (std::size_t at = line.find(mark); at != std::string::npos; at = line.find(mark, at + 1)) {
        const bool is_word = at == 0 || line[at - 1] == ' ' || line[at - 1] == '=' || line[at - 1] == '\n' ||
                             line[at - 1] == '"' || line[at - 1] == '>';
        if (is_word) line.replace(at, std::string(mark).size(), project_.path(path));
      }
    }
    try {
      switch (judge_command(line, project_.path("repo")).kind) {
        case HookDecision::Kind::deny:
          return "deny";
        case HookDecision::Kind::ask:
          return "ask";
        default:
          return "pass";
      }
    } catch (const Error&) {
      return "refuse";
    }
  }

 private:
  void write(const std::string& file, const std::string& text) const { project_.write("repo/" + file, text); }
  void git(const std::string& folder, std::vector<std::string> words) const {
    std::vector<std::string> command = {"git",
                                        "-c",
                                        "user.name=T",
                                        "-c",
                                        "user.email=t@example.org",
                                        "-c",
                                        "init.defaultBranch=main",
                                        "-c",
                                        "commit.gpgsign=false"};
    command.insert(command.end(), words.begin(), words.end());
    REQUIRE(run_program(command, {.folder = project_.path(folder)}).status == 0);
  }

  test::TemporaryProject project_;
};

void check(const std::vector<Row>& table) {
  const Repository repository;
  for (const Row& row : table) {
    for (const std::string& line : row.lines) {
      CAPTURE(line);
      CHECK(repository.answer(line) == row.answer);
    }
  }
}

/// The words that hook_lines/*.txt writes for what only the test knows.
std::string with_marks(std::string line) {
  const std::pair<std::string, std::string> marks[] = {{"FILE", init_sql}, {"FOLDER", init}, {"HERE", "@"}};
  for (const auto& [mark, meaning] : marks) {
    for (std::size_t at = line.find(mark); at != std::string::npos; at = line.find(mark, at + 1))
      line.replace(at, mark.size(), meaning);
  }
  return line;
}

std::vector<std::string> lines_of(const std::string& name) {
  std::ifstream file(std::string(MIGLINT_SOURCE_DIR) + "/tests/cli/hook_lines/" + name);
  REQUIRE(file);
  std::vector<std::string> lines;
  std::string several;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "%%%") {
      if (inside) lines.push_back(with_marks(std::exchange(several, {})));
      inside = !inside;
    } else if (inside) {
      several += (several.empty() ? "" : "\n") + line;
    } else if (!line.empty() && !line.starts_with("#")) {
      lines.push_back(with_marks(line));
    }
  }
  return lines;
}

std::string nested(int depth, const std::string& open, const std::string& inside, const std::string& close) {
  std::string text;
  for (int i = 0; i < depth; ++i) text += open;
  text += inside;
  for (int i = 0; i < depth; ++i) text += close;
  return text;
}

}  // namespace

TEST_SUITE("cli/hook") {
  TEST_CASE("a commit is found however it is written") {
    check({{"deny",
            {"git commit -m x",
             "git commit",
             "git -c user.name=me commit -qm x",
             "git -C @ commit -m x",
             "git --git-dir=@/.git --work-tree=@ commit -m x",
             "cd / && git -C @ commit -m x",
             "GIT_AUTHOR_NAME=x git commit -m x",
             "/usr/bin/git commit -m x",
             "\"git\" 'commit' -m x",
             "g\\it com\\mit -m x",
             "git $'commit' -m x",
             "git $'\\x63ommit' -m x",
             "git $\"commit\" -m x",
             "{git,commit,-m,x}",
             "git \\\n commit -m x",
             "git \\\r\n commit -m x",
             "git commit -m -h",
             "git commit -m --help",
             "git commit -m 'x --dry-run'",
             "git -c alias.ci=commit ci -m x",
             "git -c alias.ci='commit -q' ci -m x",
             "git merge --continue",
             "git cherry-pick --continue",
             "git cherry-pick abc",
             "git revert --no-edit HEAD",
             "git rebase --continue",
             "git am --continue",
             "git commit --amend --no-edit",
             "git commit --allow-empty -m x",
             "git status && git commit -m x",
             "git status; git commit -m x",
             "git status\ngit commit -m x",
             "git status & git commit -m x",
             "true | git commit -m x",
             "(git commit -m x)",
             "{ git commit -m x; }",
             "! git commit -m x",
             "time git commit -m x",
             "if git diff --quiet; then :; else git commit -m x; fi",
             "if true; then git commit -m x; fi",
             "while true; do git commit -m x; break; done",
             "until git commit -m x; do sleep 1; done",
             "for i in 1 2; do git commit -m $i; done",
             "for ((i=0;i<3;i++)); do git commit -m x; done",
             "case x in a) ls;; x) git commit -m x;; esac",
             "x=$(case a in a) git commit -m x;; esac)",
             "echo $(git commit -m x)",
             "echo \"$(git commit -m x)\"",
             "echo `git commit -m x`",
             "echo `echo \\`git commit -m x\\``",
             "echo ${X:-$(git commit -m x)}",
             "echo $((1 + $(git commit -m x)))",
             "cat <(git commit -m x)",
             "cat <<EOF\n$(git commit -m x)\nEOF",
             "cat <<< \"$(git commit -m x)\"",
             "[[ -n $(git commit -m x) ]]",
             "((x=1<<2))\ngit commit -m x",
             "(( x = 1 << 2 )) && git commit -m x",
             "let 'x=1<<2'\ngit commit -m x",
             "let x=1<<2\ngit commit -m x",
             "echo $((1<<2))\ngit commit -m x",
             "cat <<EOF\r\nhello\r\nEOF\r\ngit commit -m x",
             "cat <<'EOF'\nit's\nEOF\ngit commit -m x",
             "cat <<-EOF\n\thello\n\tEOF\ngit commit -m x",
             "cat <<A <<B\na\nA\nb\nB\ngit commit -m x",
             "sh -c 'git commit -m x'",
             "bash -lc 'git commit -m x'",
             "bash -o pipefail -c \"git commit -m x\"",
             "bash -euo pipefail -c \"git commit -m x\"",
             "bash -O extglob -c 'git commit -m x'",
             "bash --norc -c 'git commit -m x'",
             "bash -c -e 'git commit -m x'",
             "zsh -ic 'git commit -m x'",
             "fish --command='git commit -m x'",
             "bash <<EOF\ngit commit -m x\nEOF",
             "bash <<< 'git commit -m x'",
             "bash -s <<EOF\ngit commit -m x\nEOF",
             "echo 'git commit -m x' | sh",
             "printf 'git commit -m x' | bash",
             "cat <<EOF | bash\ngit commit -m x\nEOF",
             "eval 'git commit -m x'",
             "eval git commit -m x",
             "source /dev/stdin <<< 'git commit -m x'",
             "trap 'git commit -m x' EXIT",
             "f() { git commit -m x; }; f",
             "function f { git commit -m x; }; f",
             "function f() { git \"$@\"; }; f commit -m x",
             "f() { git $1 -m x; }\nf commit",
             "alias gc='git commit'\ngc -m x",
             "CMD='git commit -m x'; $CMD",
             "G=git; $G commit -m x",
             "G=git; S=commit; \"$G\" \"$S\" -m x",
             "env git commit -m x",
             "env -i PATH=/bin git commit -m x",
             "env -S 'git commit -m x'",
             "env -u HOME git commit -m x",
             "sudo git commit -m x",
             "sudo --user root git commit -m x",
             "sudo -u me -H git commit -m x",
             "su -c 'git commit -m x'",
             "su me -c 'git commit -m x'",
             "runuser -u me -- git commit -m x",
             "nice -n 5 git commit -m x",
             "timeout 60 git commit -m x",
             "timeout -k 5 60 git commit -m x",
             "nohup git commit -m x &",
             "setsid git commit -m x",
             "stdbuf -oL git commit -m x",
             "flock /tmp/l git commit -m x",
             "flock /tmp/l -c 'git commit -m x'",
             "strace -f -o /tmp/t git commit -m x",
             "watch -n 1 git commit -m x",
             "watch 'git commit -m x'",
             "script -qc 'git commit -m x' /dev/null",
             "script -q -c 'git commit -m x'",
             "direnv exec . git commit -m x",
             "mise exec node@20 -- git commit -m x",
             "mise x -- git commit -m x",
             "nix develop -c git commit -m x",
             "nix-shell --run 'git commit -m x'",
             "op run --env-file=.env -- git commit -m x",
             "doppler run -- git commit -m x",
             "npx -c 'git commit -m x'",
             "npm exec -c 'git commit -m x'",
             "command git commit -m x",
             "builtin command git commit -m x",
             "exec git commit -m x",
             "xargs git commit -m < msg",
             "echo x | xargs -I{} git commit -m {}",
             "find . -maxdepth 0 -exec git commit -m x \\;",
             "find . -maxdepth 0 -exec sh -c 'git commit -m x' \\;",
             "parallel git commit -m ::: x",
             "docker compose exec app git commit -m x",
             "busybox sh -c 'git commit -m x'",
             "git bisect run git commit -m x",
             "git submodule foreach 'git commit -m x'",
             "git rebase -x 'git commit --amend' main",
             "unknown-runner -- git commit -m x",
             "unknown-runner --exec 'git commit -m x'",
             "concurrently \"tsc\" \"git commit -m x\"",
             "nodemon --exec 'git commit -m x'",
             "git commit -m \"$(cat <<'EOF'\nSay \"staff\" (and more)\nEOF\n)\"",
             nested(9, "$(", "git commit -m x", ")"),
             nested(9, "( ", "git commit -m x", ")"),
             "sh -c \"sh -c 'git commit -m x'\"",
             "git add -A && git commit -m x"}}});
  }

  TEST_CASE("a commit is judged in the folder in which it is made") {
    check(
        {{"deny",
          {"cd OTHER && git pull; cd - && git commit -m x",
           "cd OTHER; git status; cd $OLDPWD; git commit -m x",
           "cd OTHER; git status; cd \"$OLDPWD\" && git commit -m x",
           "cd OTHER; cd ~-; git commit -m x",
           "(cd OTHER && ls); git commit -m x",
           "pushd OTHER; git pull; popd; git commit -m x",
           "pushd OTHER >/dev/null && ls && popd >/dev/null && git commit -m x",
           "x=$(cd OTHER && git rev-parse HEAD); git commit -m \"$x\"",
           "x=`cd OTHER; git rev-parse HEAD`; git commit -m \"$x\"",
           "bash -c \"cd OTHER && ls\"; git commit -m x",
           "false && cd OTHER; git commit -m x",
           "true || cd OTHER; git commit -m x",
           "test -d nowhere && cd OTHER; git commit -m x",
           "if test -d nowhere; then cd OTHER; fi; git commit -m x",
           "cd OTHER | cat; git commit -m x",
           "cd OTHER & git commit -m x",
           "cat <(cd OTHER; ls); git commit -m x",
           "cd src && cd .. && git commit -m x",
           "cd packages/web; git commit -m x",
           "cd OTHER && cd @ && git commit -m x",
           "cd OTHER; git -C @ commit -m x",
           "env -C @ git commit -m x",
           "cd OTHER && env -C @ git commit -m x",
           "cd \"$(git rev-parse --show-toplevel)\" && git commit -m x",
           "cd $(pwd) && git commit -m x",
           "cd \"$PWD/src\" && git commit -m x",
           "f() { (cd OTHER; ls); }; f; git commit -m x",
           "D=@; cd OTHER; cd $D; git commit -m x",
           "cd nowhere; git commit -m x",
           "cd nowhere || true; git commit -m x",
           "mkdir -p made && cd made && git commit -m x",
           "while read l; do cd OTHER; done < list; git commit -m x",
           "GIT_DIR=@/.git git commit -m x",
           "cd OTHER && GIT_WORK_TREE=@ GIT_DIR=@/.git git commit -m x",
           "(cd OTHER; (cd /tmp; ls); ls); git commit -m x",
           "{ cd OTHER; ls; } | cat; git commit -m x"}},
         {"pass",
          {"cd OTHER && git commit -m x", "cd OTHER; git commit -m x", "git -C OTHER commit -m x",
           "(cd OTHER && git commit -m x)", "pushd OTHER && git commit -m x; popd",
           "cd OTHER || exit 1; git commit -m x", "cd /tmp && ls; cd OTHER && git commit -m x",
           "bash -c 'cd \"$0\" && git commit -m x' OTHER", "x=$(cd OTHER && git commit -m x)",
           "cd /tmp && git commit -m x", "cd \"$X\" && ls", "cd $X; npm test", "cd nowhere && ls",
           "cd nowhere; cat x"}},
         {"refuse",
          {"cd \"$X\" && git commit -m x", "cd $(mktemp -d) && git commit -m x", "cd */ && git commit -m x",
           "cd \"$X\"; npx prisma migrate dev", "git -C \"$X\" commit -m x",
           "cd $(cat where) && npx prisma migrate deploy",
           "for d in a b; do cd $d; done; cd $Y; git commit -m x", nested(200, "$(", "ls", ")"),
           nested(30000, "$(", "ls", ")"), nested(30000, "( ", "ls", ")"), nested(30000, "\"$(", "ls", ")\""),
           nested(30000, "<(", "ls", ")"), nested(30000, "{ ", "ls", "; }"),
           nested(30000, "${a:-", "ls", "}"), nested(30000, "if ", "ls", "; fi"),
           nested(3000, "env ", "git commit", ""), nested(3000, "eval ", "git commit", "")}}});
  }

  TEST_CASE("a change of a committed migration is denied, however it is made") {
    std::vector<std::string> lines;
    for (const char* line : {"echo x > F",
                             "echo x >> F",
                             "echo x >| F",
                             "echo x &> F",
                             ": > F",
                             "> F",
                             "cat a 2>&1 > F",
                             "echo x | tee F",
                             "echo x | tee -a src/x F",
                             "echo x | sudo tee F",
                             "sed -i s/a/b/ F",
                             "sed -Ei s/a/b/ F",
                             "sed -ri s/a/b/ F",
                             "sed -ni p F",
                             "sed -i.bak s/a/b/ F",
                             "sed -i '' s/a/b/ F",
                             "sed --in-place s/a/b/ F",
                             "sed --in-place=.bak s/a/b/ F",
                             "sed -e s/a/b/ -i F",
                             "perl -pi -e s/a/b/ F",
                             "perl -0pi -e s/a/b/ F",
                             "perl -i -pe s/a/b/ F",
                             "perl -p -i.bak -e s/a/b/ F",
                             "ruby -pi -e 1 F",
                             "awk -i inplace 1 F",
                             "gawk -i inplace 1 F",
                             "rm F",
                             "rm -f -- F",
                             "rm -rf D",
                             "rm -rf prisma",
                             "rm -rf prisma/migrations/*",
                             "rm -rf prisma/migrations/2024*",
                             "rm prisma/*/*/migration.sql",
                             "rm -rf ./*",
                             "rm -rf .",
                             "rm -rf @",
                             "rm -rf ../repo",
                             "unlink F",
                             "shred -u F",
                             "mv F F.bak",
                             "mv D prisma/migrations/20240101000000_start",
                             "mv D /tmp",
                             "mv seed.sql F",
                             "cp seed.sql F",
                             "cp -f seed.sql F",
                             "cp -t D migration.sql",
                             "cp --target-directory=D new/20240101000000_init/migration.sql",
                             "cp new/20240101000000_init/migration.sql D",
                             "cp -r new/. prisma/migrations/",
                             "cp -r new/* prisma/migrations",
                             "cp -r new/20240101000000_init prisma/migrations",
                             "cp -a gone/. prisma/migrations/",
                             "rsync -a new/ prisma/migrations/",
                             "rsync -a --delete x/ prisma/migrations/",
                             "install -m 644 seed.sql F",
                             "ln -sf /tmp/x F",
                             "dd if=/dev/null of=F",
                             "curl -o F http://x",
                             "curl -sSLo F http://x",
                             "curl http://x --output F",
                             "wget -O F http://x",
                             "wget -qO F http://x",
                             "truncate -s 0 F",
                             "git rm F",
                             "git rm -r D",
                             "git rm --cached F",
                             "git mv D prisma/migrations/x",
                             "git checkout HEAD~1 -- F",
                             "git checkout main~2 F",
                             "git restore --source HEAD~1 F",
                             "git restore -s HEAD~1 -- F",
                             "git apply bad.patch",
                             "patch -p1 < bad.patch",
                             "patch -p1 -i bad.patch",
                             "cat bad.patch | git apply -v --check; git apply bad.patch",
                             "git apply <<EOF\n--- a/F\n+++ b/F\n@@ -1 +1 @@\nEOF",
                             "find prisma -name '*.sql' -delete",
                             "find . -name migration.sql -exec rm {} \\;",
                             "find prisma -type f -exec sed -i s/a/b/ {} +",
                             "find prisma/migrations -name '2024*' -exec rm -rf {} +",
                             "find prisma -name '*.sql' | xargs rm",
                             "find prisma -name '*.sql' -print0 | xargs -0 sed -i s/a/b/",
                             "ls prisma/migrations/*/*.sql | xargs rm",
                             "git ls-files prisma | xargs rm",
                             "grep -rl staff prisma | xargs sed -i s/a/b/",
                             "find prisma -name '*.sql' | xargs -I{} mv {} /tmp",
                             "find prisma -name '*.sql' | while read f; do rm \"$f\"; done",
                             "for f in prisma/migrations/*/migration.sql; do sed -i s/a/b/ \"$f\"; done",
                             "for f in $(find prisma -name '*.sql'); do rm $f; done",
                             "for d in prisma/migrations/*; do rm -r $d; done",
                             "for d in prisma/migrations/*/; do echo x > \"$d/migration.sql\"; done",
                             "rm -rf prisma/migrations/{20240101000000_init,20240102000000_more}",
                             "rm -rf prisma/migrations/2024010{1,2}*",
                             "echo x > \"$(pwd)/F\"",
                             "echo x > $PWD/F",
                             "echo x > ./F",
                             "echo x > src/../F",
                             "echo x > @/F",
                             "cd prisma/migrations && rm -rf 20240101000000_init",
                             "cd D && echo x > migration.sql",
                             "(cd D; sed -i s/a/b/ migration.sql)",
                             "F1=F; rm $F1",
                             "D1=D; rm -rf \"$D1\"",
                             "X=(F); rm \"${X[@]}\"",
                             "bash -c 'rm F'",
                             "bash -c 'rm \"$1\"' _ F",
                             "sudo rm F",
                             "cat > F <<EOF\nx\nEOF",
                             "{ echo a; echo b; } > F",
                             "(echo a) >> F",
                             "for i in 1; do echo x; done > F",
                             "echo x > link",
                             "sed -i s/a/b/ link",
                             "yq -i . F",
                             "vim -c wq F",
                             "ex -s F",
                             "sponge F",
                             "sd a b F",
                             "prettier --write F",
                             "pg_format -i F",
                             "sqlfluff fix prisma",
                             "pnpm exec prettier --write F",
                             "npx rimraf D",
                             "docker run -v .:/w img rm -rf D",
                             "tar xf a.tgz -C prisma/migrations",
                             "unzip -o a.zip -d prisma/migrations",
                             "f() { rm -rf \"$1\"; }; f D",
                             "fd -e sql . prisma -x rm",
                             "pg_dump -f F db",
                             "npx prisma migrate diff --script -o F",
                             "echo x | cat > F"}) {
      std::string one = line;
      for (const auto& [mark, path] : {std::pair<std::string, std::string>("F", init_sql), {"D", init}}) {
        for (std::size_t at = one.find(mark); at != std::string::npos; at = one.find(mark, at + 1)) {
          const auto letter = [&](std::size_t i) {
            return i < one.size() && std::isalnum(static_cast<unsigned char>(one[i])) != 0;
          };
          const bool is_word = !letter(at + 1) && (at == 0 || !letter(at - 1));
          if (is_word) one.replace(at, 1, path);
        }
      }
      lines.push_back(one);
    }
    const Repository repository;
    for (const std::string& line : lines) {
      CAPTURE(line);
      const std::string answer = repository.answer(line);
      CHECK((answer == "deny" || answer == "ask"));
    }
  }

  TEST_CASE("what is the user's to decide is put to the user") {
    check(
        {{"ask",
          {"miglint accept 0123456789 --reason x",
           "npx miglint accept 0123456789 --reason x",
           "MIGLINT_USER_CONSENT=\"a a a\" miglint accept 0123456789 --reason -h",
           "miglint --color never accept 0123456789 --reason x",
           "npx -p miglint miglint accept 0123456789 --reason x",
           "npx --yes miglint@latest accept 0123456789",
           "npm exec miglint -- accept 0123456789",
           "npm exec -- miglint accept 0123456789",
           "pnpm dlx miglint accept 0123456789",
           "pnpm miglint accept 0123456789",
           "yarn miglint accept 0123456789",
           "yarn dlx miglint accept 0123456789",
           "bunx miglint accept 0123456789",
           "node node_modules/miglint/bin/miglint.js accept 0123456789",
           "./node_modules/.bin/miglint accept 0123456789",
           "script -qc \"miglint accept 0123456789\" /dev/null",
           "find . -exec miglint accept 0123456789 \\;",
           "echo 0123456789 | xargs miglint accept",
           "env MIGLINT_USER_CONSENT='yes do it' miglint check",
           "export MIGLINT_USER_CONSENT='yes do it'",
           "MIGLINT_USER_CONSENT='yes do it'",
           "miglint status --new",
           "miglint status --new=true",
           "miglint --quiet status --new",
           "miglint status --format json --new",
           "npx -p miglint miglint status --new",
           "bash -c 'miglint accept 0123456789'",
           "timeout 10 miglint accept 0123456789 --reason 'x --help'",
           "echo 'rules: {}' >> .miglint.yaml",
           "sed -i s/a/b/ .miglint.yaml",
           "perl -pi -e s/a/b/ .miglint.yaml",
           "dd of=.miglint.yaml if=x",
           "git checkout HEAD~1 -- .miglint.yaml",
           "yq -i '.rules.data = \"off\"' .miglint.yaml",
           "cp seed.sql .miglint.yaml",
           "cp OTHER/.miglint.yaml .",
           "cp -r cfg/. .",
           "rm .miglint.yaml",
           "rm .miglint*",
           "mv .miglint.yaml /tmp",
           "echo x > docs/decisions.yaml",
           "echo x | tee docs/decisions.yaml",
           "echo x > .miglint-decisions.yaml",
           "cd docs && echo x > decisions.yaml",
           "rm .git/hooks/pre-commit",
           "rm -f .git/hooks/*",
           "echo 'exit 0' > .husky/pre-commit",
           "rm .claude/settings.json",
           "echo '{}' > .claude/settings.json",
           "sed -i s/miglint/true/ .claude/settings.json",
           "echo '{}' > .cursor/hooks.json",
           "git config core.hooksPath /dev/null",
           "git config --local core.hookspath x",
           "git config set core.hooksPath x",
           "git config --unset core.hooksPath",
           "cat > " + allowed_sql + " <<EOF\n-- miglint:allow drop-table: x\nDROP TABLE a;\nEOF",
           "cat > prisma/migrations/20240601000000_x/migration.sql <<'EOF'\n/* miglint:\n allow drop-table: "
           "x */\nDROP TABLE a;\nEOF",
           "echo '-- miglint:\tallow-file data: x' > prisma/migrations/20240601000000_x/migration.sql",
           "printf -- '-- miglint:  allow x: y' | tee prisma/migrations/20240601000000_x/migration.sql",
           "sed -i '1i -- miglint: allow drop-table: x' prisma/migrations/20240201000000_drop/migration.sql",
           "sed -i s/more/staff/ " + allowed_sql,
           "cp with-allow.sql prisma/migrations/20240201000000_drop/migration.sql",
           "mv with-allow.sql prisma/migrations/20240201000000_drop/migration.sql",
           "cd OTHER && git commit --no-verify -m x",
           "cd OTHER && git commit -nm x",
           "cd OTHER && HUSKY=0 git commit -m x",
           "cd OTHER && git -c core.hooksPath=/dev/null commit -m x",
           "npx husky uninstall",
           "pre-commit uninstall"}}});
  }

  TEST_CASE("a command that empties or bypasses the database is put to the user") {
    check({{"ask",
            {"prisma migrate reset",
             "npx prisma migrate reset --force",
             "npx --yes prisma@6.19.0 migrate reset",
             "npx prisma migrate --schema prisma/schema.prisma reset",
             "npx prisma --schema x migrate reset",
             "wait-for-it.sh -h db -p 5432 -- npx prisma migrate reset --force",
             "docker run -h host img npx prisma migrate reset --force",
             "docker run --name migrate img npx prisma migrate reset",
             "docker compose exec api sh -c 'npx prisma migrate reset'",
             "docker-compose run --rm api prisma migrate reset",
             "kubectl exec -it pod -- npx prisma migrate reset",
             "npx -c \"prisma migrate reset\"",
             "npx --call 'prisma migrate reset'",
             "npm exec -c 'prisma migrate reset'",
             "pnpm --filter db exec prisma migrate reset",
             "pnpm prisma migrate reset",
             "yarn workspace db prisma migrate reset",
             "bun run prisma migrate reset",
             "bunx prisma migrate reset",
             "find . -maxdepth 0 -exec npx prisma migrate reset \\;",
             "git bisect run npx prisma migrate reset --force",
             "deno run -A npm:prisma migrate reset",
             "deno run npm:prisma@6 migrate reset",
             "bash <<EOF\nnpx prisma migrate reset\nEOF",
             "bash -o pipefail -c 'npx prisma migrate reset'",
             "ssh host \"cd app && npx prisma migrate reset --force\"",
             "ssh -p 22 me@host npx prisma migrate reset",
             "heroku run \"npx prisma migrate reset\"",
             "heroku run -a app npx prisma migrate reset",
             "nodemon --exec \"npx prisma migrate reset\"",
             "concurrently \"npx prisma migrate reset\" \"tsc\"",
             "fly ssh console -C 'npx prisma migrate reset'",
             "railway run npx prisma migrate reset",
             "tmux new-session -d 'npx prisma migrate reset'",
             "yes | npx prisma migrate reset",
             "DATABASE_URL=x npx prisma migrate reset",
             "dotenv -e .env -- npx prisma migrate reset",
             "node node_modules/prisma/build/index.js migrate reset",
             "eval \"npx prisma migrate reset\"",
             "npx prisma db push --accept-data-loss",
             "npx prisma db push",
             "npx prisma db execute --file drop.sql",
             "npx prisma db execute --stdin <<< 'DROP TABLE a'",
             "npx prisma migrate resolve --applied 20240101000000_init",
             "npx prisma db update",
             "npx prisma db migrate",
             "npx drizzle-kit push",
             "drizzle-kit push --force --config=x",
             "npx drizzle-kit drop",
             "supabase db reset",
             "npx supabase db reset --linked",
             "supabase --workdir x db reset",
             "flyway clean",
             "flyway -url=jdbc:x -user=y clean",
             "mvn flyway:clean",
             "./gradlew flywayClean",
             "dbmate drop",
             "dbmate -e URL down",
             "npx dbmate rollback",
             "goose -dir migrations postgres \"dsn\" down",
             "goose reset",
             "go run github.com/pressly/goose/v3/cmd/goose@latest postgres x down",
             "migrate -path db/migrations -database url down",
             "migrate -database url -path p drop -f",
             "npx sequelize db:drop",
             "npx sequelize-cli db:migrate:undo:all",
             "npx typeorm schema:drop -d ds.ts",
             "npx knex migrate:rollback --all",
             "rails db:drop",
             "bin/rails db:reset",
             "bundle exec rails db:drop db:create",
             "rake db:drop",
             "RAILS_ENV=test bin/rake db:drop",
             "python manage.py flush --noinput",
             "php artisan migrate:fresh --seed",
             "mix ecto.reset",
             "alembic downgrade base",
             "sqlx database drop -y",
             "diesel database reset",
             "dropdb shop",
             "dropdb -h localhost shop",
             "psql -c 'DROP TABLE staff'",
             "psql \"$DATABASE_URL\" -c \"DROP TABLE staff;\"",
             "psql -h localhost -U me -c 'drop schema public cascade; create schema public'",
             "psql --command='TRUNCATE staff'",
             "psql -qc 'ALTER TABLE staff ADD COLUMN a int' db",
             "psql <<EOF\nBEGIN;\nDROP TABLE staff;\nEOF",
             "echo 'DROP TABLE staff' | psql db",
             "psql db <<< 'delete from staff'",
             "psql -f drop.sql",
             "psql db < drop.sql",
             "cat > tmp.sql <<EOF\nDROP TABLE a;\nEOF\npsql -f tmp.sql",
             "docker exec db psql -U postgres -c 'DROP DATABASE shop'",
             "psql -c '/* x */ DROP TABLE a'",
             "PGPASSWORD=x psql -c 'DROP TABLE a'",
             "pg_restore --clean -d shop dump",
             "npx prisma migrate dev --name x",
             "pnpm exec prisma migrate dev",
             "cd src && npx prisma migrate dev"}},
           {"deny", {"npx prisma migrate deploy", "sh -c 'npx prisma migrate deploy'"}}});
  }

  TEST_CASE("everyday lines pass") {
    check({{"pass",
            {"ls",
             "ls -la prisma/migrations",
             "git status",
             "git status --short && git diff --stat",
             "git log --oneline -5",
             "git log -p -- prisma/migrations",
             "git diff --cached",
             "git show HEAD:" + init_sql,
             "git commit --help",
             "git commit -h",
             "git commit --dry-run",
             "git commit --dry-run -m x",
             "git help commit",
             "git --help commit",
             "git merge --abort",
             "git rebase --abort",
             "git cherry-pick --abort",
             "git stash",
             "git stash pop",
             "git fetch --all",
             "git push --no-verify",
             "git add -A",
             "git add -p",
             "git checkout -b feature",
             "git checkout main",
             "git switch -c x",
             "git checkout -- " + init_sql,
             "git restore " + init_sql,
             "git restore --staged .",
             "git reset HEAD~1",
             "git branch -D old",
             "git tag v1",
             "git blame " + init_sql,
             "git grep 'git commit'",
             "git log --grep='git commit --no-verify'",
             "git config user.name me",
             "git config --get core.hooksPath",
             "git config core.hooksPath",
             "git clean -nd",
             "git ls-files | wc -l",
             "git rev-parse HEAD",
             "git worktree add ../x",
             "git apply fine.patch",
             "git apply --stat bad.patch",
             "git apply --check bad.patch",
             "patch -p1 < fine.patch",
             "patch --dry-run -p1 < bad.patch",
             "git diff " + init_sql + " > /tmp/x.patch",
             "echo 'git commit -m x'",
             "echo git commit -m x",
             "echo \"run: npx prisma migrate reset\"",
             "printf '%s\\n' 'miglint accept abc'",
             "echo 'prisma migrate reset' >> docs/notes.md",
             "cat > docs/notes.md <<EOF\ngit commit -m x\nnpx prisma migrate reset\nEOF",
             "cat <<'EOF' > docs/x.md\n$(git commit)\n`git commit`\nEOF",
             "cat <<EOF >> README.md\nuse \\$(git commit) and -- miglint: allow drop-table: reason\nEOF",
             "grep -rn 'prisma migrate reset' docs",
             "grep -rn prisma migrate reset docs",
             "rg 'git commit --no-verify' .",
             "rg -l 'DROP TABLE' prisma | head",
             "grep -c 'miglint: allow' " + allowed_sql,
             "which prisma",
             "command -v miglint",
             "type git",
             "man git commit",
             "cat " + init_sql,
             "less " + init_sql,
             "head -5 " + init_sql + " " + more_sql,
             "wc -l prisma/migrations/*/migration.sql",
             "diff " + init_sql + " " + more_sql,
             "stat " + init_sql,
             "cp " + init_sql + " /tmp/x.sql",
             "cp -r prisma/migrations /tmp/backup",
             "cp -r fresh/. prisma/migrations/",
             "cp -r fresh/20240501000000_shop prisma/migrations",
             "mkdir -p prisma/migrations/20240501000000_shop",
             "rsync -an x/ prisma/migrations/",
             "rsync -a prisma/migrations/ /tmp/backup/",
             "tar czf /tmp/m.tgz prisma/migrations",
             "tar xzf node.tgz",
             "sed -n 1,5p " + init_sql,
             "sed s/a/b/ " + init_sql,
             "sed -e 's/-i/x/' " + init_sql,
             "sed -i s/a/b/ src/app.ts",
             "perl -ne 'print if /i/' " + init_sql,
             "perl -pe 's/a/b/' " + init_sql,
             "awk '{print}' " + init_sql,
             "jq . package.json",
             "find . -name '*.sql'",
             "find prisma -type f",
             "find . -name '*.log' -delete",
             "find . -name node_modules -prune -exec rm -rf {} +",
             "find . -name '*.ts' -exec sed -i s/a/b/ {} +",
             "find src -name '*.ts' | xargs sed -i s/a/b/",
             "git ls-files '*.ts' | xargs prettier --write",
             "git diff --name-only | xargs prettier --write",
             "grep -rl foo src | xargs sed -i s/foo/bar/",
             "grep -rl foo . --include='*.ts' | xargs sed -i s/foo/bar/",
             "find prisma -name '*.sql' | xargs cat",
             "find prisma -name '*.sql' -exec cat {} +",
             "for f in prisma/migrations/*/migration.sql; do cat \"$f\"; done",
             "for f in src/*.ts; do sed -i s/a/b/ \"$f\"; done",
             "ls prisma/migrations | while read d; do echo \"$d\"; done",
             "rm -rf node_modules dist",
             "rm -rf src/generated/*",
             "rm -rf prisma/migrations/20240601000000_x",
             "rm -f /tmp/x.sql",
             "rm *.log",
             "mv src/app.ts src/main.ts",
             "touch src/x.ts",
             "npm test",
             "npm run build",
             "npm install",
             "npm ci --no-audit",
             "npm view prisma migrate dev",
             "npm info prisma",
             "npm install prisma@latest",
             "npm ls prisma",
             "npm explain prisma",
             "npm rm prisma",
             "pnpm why prisma migrate dev",
             "pnpm add prisma db push",
             "pnpm add -D drizzle-kit push",
             "pnpm remove miglint accept",
             "yarn why prisma",
             "yarn add prisma",
             "yarn info prisma migrate reset",
             "npx tsc --noEmit",
             "npx eslint . --fix",
             "npx prettier --write src",
             "npx prettier --write .",
             "npx prettier --check prisma",
             "npx prisma generate",
             "npx prisma validate",
             "npx prisma format",
             "npx prisma studio",
             "npx prisma migrate status",
             "npx prisma migrate dev --help",
             "npx prisma migrate reset --help",
             "npx prisma migrate reset -h",
             "npx prisma db push --help",
             "npx prisma db pull --print",
             "npx prisma --version",
             "npx prisma migrate diff --from-empty --to-schema prisma/schema.prisma --script",
             "npx prisma migrate diff --from-empty --to-schema x --script > /tmp/x.sql",
             "drizzle-kit generate",
             "npx drizzle-kit check",
             "npx drizzle-kit push --help",
             "dbmate new drop",
             "dbmate status",
             "dbmate up",
             "goose status",
             "goose -dir migrations create add_email sql",
             "flyway info",
             "supabase start",
             "supabase migration new drop",
             "rails db:migrate",
             "bin/rails generate model drop",
             "knex migrate:latest",
             "alembic upgrade head",
             "psql -c 'SELECT 1'",
             "psql \"$DATABASE_URL\" -c \"SELECT 'DROP TABLE x'\"",
             "psql -c 'select count(*) from staff -- drop table'",
             "psql -c '\\d staff'",
             "psql -l",
             "psql -f seed.sql",
             "psql < seed.sql",
             "psql -h localhost -c 'EXPLAIN SELECT 1'",
             "echo 'select 1' | psql",
             "pg_dump shop > /tmp/dump.sql",
             "createdb shop",
             "pg_restore -l dump",
             "miglint",
             "miglint check",
             "miglint check --all --format json",
             "miglint plan " + init,
             "miglint status",
             "miglint fold",
             "miglint accept --help",
             "miglint explain drop-table",
             "npx miglint check --staged",
             "node node_modules/miglint/bin/miglint.js check",
             "curl http://x/prisma migrate reset",
             "curl -s http://localhost:3000/health",
             "curl -o /tmp/x http://x",
             "wget -qO- http://x",
             "docker compose up -d",
             "docker compose exec db psql -U postgres -c 'SELECT 1'",
             "docker ps",
             "docker build -t prisma .",
             "kubectl get pods",
             "gh pr create --title 'git commit' --body 'npx prisma migrate reset'",
             "gh pr view 12",
             "make build",
             "brew install git",
             "apt-get install git",
             "cd src && ls",
             "cd nowhere && ls",
             "cd \"$X\" && cat y",
             "pushd src; ls; popd",
             "(cd src; npm test)",
             "x=$(git rev-parse HEAD); echo $x",
             "echo $(date)",
             "echo $((1 << 2))",
             "((i++)); echo $i",
             "[[ a < b ]] && echo x",
             "[ -f " + init_sql + " ] && echo there",
             "test -f .miglint.yaml || echo none",
             "cat .miglint.yaml",
             "cat .claude/settings.json",
             "grep decisions .miglint.yaml",
             "ls .git/hooks",
             "cat .git/hooks/pre-commit",
             "sleep 1 & wait",
             "trap 'rm -f /tmp/x' EXIT",
             "f() { echo git commit; }; f",
             "alias gc='git commit'",
             "export NODE_ENV=test",
             "echo $MIGLINT_USER_CONSENT",
             "history | grep 'git commit'",
             "notify-send 'prisma migrate reset is done'",
             "node -e 'console.log(\"prisma migrate reset\")'",
             "python3 -c 'print(\"git commit\")'",
             "node script.js",
             "tsx src/app.ts",
             "python manage.py migrate",
             "python manage.py test flush",
             "# git commit -m x",
             "ls # && git commit -m x",
             "echo a#b",
             "",
             "'unterminated",
             "echo \"unterminated",
             "echo $(ls",
             "cat <<EOF\nno end",
             "git commit-graph write",
             "git log --all --oneline | grep -i 'migrate reset' | head -3",
             "vim " + init_sql,
             "code " + init_sql,
             "tee /tmp/x < " + init_sql,
             "git diff HEAD -- '*.sql' | tee /tmp/diff",
             "echo '-- miglint: allow drop-table: x' > docs/example.md"}}});
  }

  TEST_CASE("the lines of hook_lines/ are held back, or pass") {
    const Repository repository;
    for (const std::string& line : lines_of("held.txt")) {
      CAPTURE(line);
      CHECK(repository.answer(line) != "pass");
    }
    for (const std::string& line : lines_of("pass.txt")) {
      CAPTURE(line);
      CHECK(repository.answer(line) == "pass");
    }
  }

  TEST_CASE("whatever a line is, the answer is a decision or a refusal") {
    constexpr const char* parts[] = {"git",
                                     " ",
                                     "commit",
                                     "\n",
                                     ";",
                                     "&&",
                                     "||",
                                     "|",
                                     "&",
                                     "(",
                                     ")",
                                     "((",
                                     "))",
                                     "{ ",
                                     "}",
                                     "$(",
                                     "`",
                                     "\"",
                                     "'",
                                     "$'",
                                     "${",
                                     "$",
                                     "<<",
                                     "EOF",
                                     "<<<",
                                     "<(",
                                     ">",
                                     ">>",
                                     "2>&1",
                                     "if ",
                                     "then ",
                                     "fi",
                                     "case ",
                                     " in ",
                                     ";;",
                                     "esac",
                                     "for ",
                                     "do ",
                                     "done",
                                     "while ",
                                     "[[ ",
                                     "]]",
                                     "\\",
                                     "#",
                                     "=",
                                     "a=(",
                                     "{a,b}",
                                     "{1..9}",
                                     "*",
                                     "?",
                                     "~",
                                     "cd ",
                                     "pushd ",
                                     "popd",
                                     "eval ",
                                     "sh -c ",
                                     "sudo ",
                                     "xargs ",
                                     "find . -exec ",
                                     "rm -rf ",
                                     "\r\n",
                                     "\0x",
                                     "f() ",
                                     "function f ",
                                     "trap ",
                                     "alias a=",
                                     "psql -c ",
                                     "npx ",
                                     "export X=",
                                     "$X",
                                     "${X:-",
                                     "!",
                                     "é"};
    const shell::World world{
        .folder = "/a/b",
        .is_folder = [](const std::string& path) { return path.size() % 2 == 0; },
        .environment = [](const std::string&) { return std::optional<std::string>("/x"); },
        .repository = [](const std::string&) { return std::string("/a"); }};
    std::uint64_t seed = 1;
    for (int i = 0; i < 20000; ++i) {
      std::string line;
      for (int length = i % 40; length >= 0; --length) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        line += parts[(seed >> 33) % std::size(parts)];
      }
      CAPTURE(line);
      try {
        shell::walk(line, world, [](const shell::Run& run) { (void)shell::acts_of(run); });
      } catch (const Error&) {
        continue;
      } catch (const std::exception& error) {
        FAIL_CHECK(error.what());
      }
    }
  }

  TEST_CASE("a long line is read in time that grows with its length") {
    const Repository repository;
    const auto repeated = [](const std::string& part) {
      std::string line;
      while (line.size() < 100'000) line += part;
      return line;
    };
    // each within the seconds that a test may take, though any that grew with the square would not be
    for (const std::string& part : {std::string("ls;"),
                                    std::string("(ls);"),
                                    std::string("cd src;cd ..;"),
                                    std::string("pushd src;"),
                                    std::string("a=1;"),
                                    std::string("$(ls)"),
                                    std::string("`ls`"),
                                    std::string("{a,b}"),
                                    std::string("{"),
                                    std::string("(("),
                                    std::string("$(("),
                                    std::string("cat <<A\n"),
                                    std::string("git "),
                                    std::string("a|"),
                                    std::string("f(){ f; };"),
                                    std::string("rm a;"),
                                    std::string("rm */*/*;"),
                                    std::string("echo a | xargs rm;"),
                                    std::string("false && cd a;"),
                                    std::string("sh -"),
                                    std::string("'"),
                                    std::string("\"$"),
                                    std::string("${a"),
                                    std::string("if a;then b;"),
                                    std::string("case a in "),
                                    std::string("rm /*/*/*/*/*;"),
                                    std::string("x=$x$x;"),
                                    std::string("\\")}) {
      CAPTURE(part);
      (void)repository.answer(repeated(part));
    }
    const std::string again = "sh " + repeated("-/sh ").substr(0, 300) + "-c '";
    CHECK(repository.answer(again + "ls'") == "pass");
    CHECK(repository.answer(std::string(std::size_t{2} << 20, 'a')) == "refuse");
    CHECK(repository.answer("rm -rf /usr/*/*/*/*/*/*") == "pass");
    CHECK(repository.answer("a(){ b;b; }; b(){ c;c; }; c(){ d;d; }; d(){ ls; }; a") == "pass");
  }
}

}  // namespace miglint
