// The same .wasm over files in memory, as a browser or an editor uses it (the page in a browser:
// page.test.mjs).
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const { load } = await import(pathToFileURL(path.join(path.resolve(process.env.MIGLINT_WASM), 'memory.mjs')));
const lint = await load();
const init = {
  'prisma/migrations/20240101000000_init/migration.sql': 'CREATE TABLE users (id int PRIMARY KEY);',
};
const age = {
  'prisma/migrations/20240201000000_age/migration.sql': 'ALTER TABLE users ADD COLUMN age int NOT NULL;',
};

test('each call is a run of its own', async () => {
  const stop = await lint({ ...init, ...age }, ['check', '--all', '--format', 'json']);
  assert.equal(stop.status, 1);
  assert.equal(JSON.parse(stop.stdout).findings[0].rule, 'add-column-not-null-without-default');
  const fine = await lint(init, ['check', '--all']);
  assert.deepEqual([fine.status, fine.stderr], [0, '']);
});

test('mistakes come as a status and a sentence', async () => {
  const none = await lint({}, ['check', 'nowhere']);
  assert.equal(none.status, 2);
  assert.match(none.stderr, /^miglint: /);
});

test('what is nested too deeply for this stack is said, and the next run is well', async () => {
  const sql = `SELECT ${Array(100_000).fill('1').join('+')};`;
  const deep = await lint({ 'prisma/migrations/20240101000000_deep/migration.sql': sql }, ['check', '--all']);
  assert.equal(deep.status, 2);
  assert.match(deep.stderr + deep.stdout, /nested too deeply/);
  assert.equal((await lint(init, ['check', '--all'])).status, 0);
});

test('nothing of the machine is seen', async () => {
  const { status, stderr } = await lint({}, ['check', process.cwd()]);
  assert.equal(status, 2);
  assert.match(stderr, /miglint: /);
});

test('the process that asks keeps its exit status', async () => {
  process.exitCode = undefined;
  assert.equal((await lint({ ...init, ...age }, ['check', '--all'])).status, 1);
  assert.equal(process.exitCode, undefined);
});

test('standard input and the environment are those that are given', async () => {
  const { stdout } = await lint({ ...init, ...age }, ['check', '--all'], {
    env: { FORCE_COLOR: '1', TERM: 'xterm' },
  });
  assert.match(stdout, /\u001b\[/);
});
