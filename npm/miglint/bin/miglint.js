#!/usr/bin/env node
'use strict';
// Runs the program of the platform's package, or the WebAssembly one where there is none, and becomes its
// exit status. 2 means "the job could not be done", as in miglint itself: a missing program must not look
// like findings (1), nor like a clean result (0).
const { spawnSync } = require('child_process');
const { version } = require('../package.json');

const native = `@miglint/${process.platform}-${process.arch}`;
const portable = '@miglint/wasm';
const built = ['@miglint/linux-x64', '@miglint/linux-arm64'];
const args = process.argv.slice(2);

function fail(message) {
  console.error(`miglint: ${message}`);
  process.exit(2);
}

function find(name) {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}

/// `miglint --version --verbose` says which of them runs, and where it is.
function say(what, where) {
  const asked = (...names) => args.some((argument) => names.includes(argument));
  if (!asked('--version', '-V', 'version') || !asked('--verbose', '-v')) return;
  console.log(`program: ${what} (${where})`);
}

function runNative(program, what) {
  const done = spawnSync(program, args, { stdio: 'inherit' });
  if (done.error) return done.error;
  if (done.signal) process.kill(process.pid, done.signal);
  // A program for another processor is given to the shell, which says 126 or 127; miglint never does.
  if (done.status > 2) return new Error(`it ends with status ${done.status}`);
  if (done.status === 0) say(what, program);
  return process.exit(done.status ?? 2);
}

function runPortable(module) {
  const { run } = require(module);
  run(args).then((status) => {
    if (status === 0) say(`${portable}, WebAssembly in Node ${process.versions.node}`, module);
    process.exit(status);
  }, (error) => fail(`internal error: ${error.message}; please report it with the command that led to it`));
}

if (process.env.MIGLINT_BINARY) {
  const program = process.env.MIGLINT_BINARY;
  fail(`cannot run ${program}, which MIGLINT_BINARY names: ${runNative(program, 'MIGLINT_BINARY').message}`);
}
const program = find(`${native}/bin/miglint`);
const module_ = find(portable);
const failure = program && runNative(program, native);
if (module_) {
  runPortable(module_);
} else if (failure) {
  fail(`cannot run ${program}: ${failure.message}. Install the portable program beside it: \
npm install --save-dev ${portable}@${version}`);
} else if (built.includes(native)) {
  fail(`neither ${native} nor ${portable} is installed, one of which is the program itself.
They are optional dependencies of miglint, left out by --omit=optional, --no-optional, or a lock file of \
another system. Install again without the option, or add one: npm install --save-dev ${portable}@${version}`);
} else {
  fail(`${portable} is not installed, which is the program for ${process.platform}-${process.arch}.
It is an optional dependency of miglint, left out by --omit=optional or --no-optional. Install again without \
the option, or add it: npm install --save-dev ${portable}@${version}`);
}
