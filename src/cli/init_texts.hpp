#pragma once

// What `miglint init` writes and shows. What it writes for agents is in hooks/ (hook_texts.hpp is made of
// those files).

#include <string_view>

namespace miglint {

inline constexpr std::string_view configuration_text =
    R"yaml(# miglint: what holds for this repository. Everything is commented out; these are the defaults and
# examples.

# postgres: 16                  # the server's major version; left out: what Compose or CI show, else 15
# prisma: "6.19"                # decides how a migration is run; read from package.json and its lock file
#                               # when left out
# base: origin/main             # what "new" is measured against
# migrations: [prisma/migrations]
# fail-on: error                # error | warning | note | never
# frozen: committed             # what makes a migration immutable: committed | pushed | on-base

# tables:
#   large: [events, "audit_*"]  # locks and scans on these are errors
#   small: [settings]           # … on these notes

# rules:
#   drop-column: warning        # error | warning | note | off
#   locks: off                  # a whole group

# ignore:
#   - rule: drop-column
#     migration: "20240101*"
#     reason: reader removed in release 4.2

# decisions: .miglint-decisions.yaml
)yaml";

inline constexpr std::string_view hook_template = R"sh(#!/bin/sh
# Installed by `miglint init`: judges the migrations that this commit would bring, as the index has them.
# The project's own miglint comes first, then the one on PATH, then the one that installed this hook.
for miglint in ./node_modules/.bin/miglint miglint @PROGRAM@; do
  if command -v "$miglint" >/dev/null 2>&1; then
    exec "$miglint" check --staged
  fi
done
echo "pre-commit: miglint is not installed, so nobody has judged the migrations;)sh"
                                                  R"sh( install it, or commit with --no-verify" >&2
exit 1
)sh";

inline constexpr std::string_view pre_commit_snippet = R"yaml(  - repo: local
    hooks:
      - id: miglint
        name: miglint
        entry: miglint check --staged
        language: system
        always_run: true
        pass_filenames: false
)yaml";

inline constexpr std::string_view lefthook_snippet = R"yaml(pre-commit:
  commands:
    miglint:
      run: miglint check --staged
)yaml";

}  // namespace miglint
