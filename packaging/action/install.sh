#!/usr/bin/env bash
# The action's first step: finds or installs the program, and says where it is.
set -euo pipefail

if [ -x "$MIGLINT_VERSION" ]; then
  binary=$MIGLINT_VERSION
else
  case $MIGLINT_VERSION in
    '' | *[!0-9A-Za-z.-]*)
      echo "::error::miglint: '$MIGLINT_VERSION' is neither a version nor an executable file"
      exit 2
      ;;
  esac
  folder=${RUNNER_TEMP:-$(mktemp -d)}/miglint
  # Not --silent, which hides why it failed; and 2, since 1 would mean findings.
  npm install --loglevel=error --no-audit --no-fund --prefix "$folder" "miglint@$MIGLINT_VERSION" || {
    echo "::error::miglint: npm can't install miglint@$MIGLINT_VERSION; its own words are above"
    exit 2
  }
  binary=$folder/node_modules/.bin/miglint
fi
"$binary" --version
echo "binary=$binary" >>"$GITHUB_OUTPUT"
