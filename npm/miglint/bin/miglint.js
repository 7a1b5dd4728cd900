#!/usr/bin/env node
'use strict';
// Runs the platform package's binary and becomes its exit status. 2 means "the job could not be done", as in
// miglint itself: a missing binary must not look like findings (1), nor like a clean result (0).
const { spawnSync } = require('child_process');

const platform = `@miglint/${process.platform}-${process.arch}`;
const built = ['@miglint/linux-x64'];

function fail(message) {
  console.error(`miglint: ${message}`);
  process.exit(2);
}

function binary() {
  if (process.env.MIGLINT_BINARY) return process.env.MIGLINT_BINARY;
  try {
    return require.resolve(`${platform}/bin/miglint`);
  } catch {
    if (!built.includes(platform)) {
      return fail(`there is no build for ${process.platform}-${process.arch} yet (only linux-x64). Judge in \
CI or in a container for linux/amd64, or build miglint from source and set MIGLINT_BINARY to it: \
https://github.com/miglint/miglint#install`);
    }
    return fail(`the package ${platform} with the program is not installed.
Reinstall without --omit=optional; where there is no such package, build miglint from source and set \
MIGLINT_BINARY to it.`);
  }
}

const program = binary();
const done = spawnSync(program, process.argv.slice(2), { stdio: 'inherit' });
if (done.error) fail(`cannot run ${program}: ${done.error.message}`);
if (done.signal) process.kill(process.pid, done.signal);
process.exit(done.status ?? 2);
