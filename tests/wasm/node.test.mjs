// The WebAssembly build as a program of Node: `node --test tests/wasm` with MIGLINT_WASM, the folder of the
// package, and MIGLINT_BINARY, the native program that it must equal. script/check-wasm sets both.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const portable = path.join(path.resolve(process.env.MIGLINT_WASM), 'miglint.cjs');
const native = path.resolve(process.env.MIGLINT_BINARY);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'miglint-wasm-'));
after(() => fs.rmSync(folder, { recursive: true }));

const environment = { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8' };
function start(command, args, options = {}) {
  const { env = {}, ...others } = options;
  return spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 30,
    env: { ...environment, ...env },
    ...others,
  });
}
const run = (args, options) => start(process.execPath, [portable, ...args], options);
const runNative = (args, options) => start(native, args, options);
const shell = (script, options) =>
  start('bash', ['-c', script], {
    ...options,
    env: { NODE: process.execPath, MIGLINT: portable, ...options?.env },
  });

let projects = 0;
function project(migrations) {
  const at = path.join(folder, `project${++projects}`);
  const into = path.join(at, 'prisma', 'migrations');
  fs.mkdirSync(into, { recursive: true });
  fs.writeFileSync(path.join(into, 'migration_lock.toml'), 'provider = "postgresql"\n');
  for (const [name, sql] of Object.entries(migrations)) {
    fs.mkdirSync(path.join(into, name));
    fs.writeFileSync(path.join(into, name, 'migration.sql'), sql);
  }
  return at;
}
const users = { '20240101000000_init': 'CREATE TABLE users (id int PRIMARY KEY, name text);\n' };
const hazard = { ...users, '20240201000000_age': 'ALTER TABLE users ADD COLUMN age int NOT NULL;\n' };
const withoutGrammar = (text) => text.replaceAll(/"postgres_grammar": *"[^"]*"/g, '');

const formats = [
  'text',
  'concise',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'markdown',
  'agent',
];
for (const name of fs.readdirSync(path.join(root, 'fixtures')).sort()) {
  test(`prints what the native program prints: ${name}`, () => {
    const at = path.join(root, 'fixtures', name);
    for (const format of formats) {
      const args = ['check', '--all', '--format', format, '--color', 'always', at];
      const [a, b] = [run(args), runNative(args)];
      assert.equal(withoutGrammar(a.stdout), withoutGrammar(b.stdout), format);
      assert.equal(a.stderr, b.stderr);
      assert.equal(a.status, b.status);
    }
  });
}

test('other commands print the same', () => {
  const at = project(hazard);
  for (const args of [
    ['plan'],
    ['schema'],
    ['status'],
    ['debt'],
    ['fix'],
    ['rules'],
    ['man'],
    ['--help'],
    ['explain', 'drop-column'],
    ['completion', 'bash'],
  ]) {
    const [a, b] = [run(args, { cwd: at }), runNative(args, { cwd: at })];
    assert.deepEqual([a.status, a.stdout, a.stderr], [b.status, b.stdout, b.stderr], args.join(' '));
  }
});

test('exit statuses: nothing, findings, cannot be done', () => {
  assert.equal(run(['check', '--all', project(users)]).status, 0);
  assert.equal(run(['check', '--all', project(hazard)]).status, 1);
  assert.equal(run(['check', 'nowhere']).status, 2);
  assert.equal(run(['--no-such-option']).status, 2);
});

test('git: new migrations are told from committed ones', () => {
  const at = project(users);
  const git = (...args) => assert.equal(start('git', args, { cwd: at }).status, 0, args.join(' '));
  git('init', '-qb', 'main');
  git('config', 'user.email', 'a@example.org');
  git('config', 'user.name', 'a');
  git('add', '.');
  git('commit', '-qm', 'one');
  git('repack', '-adq');
  fs.cpSync(path.join(project(hazard), 'prisma'), path.join(at, 'prisma'), { recursive: true });
  for (const args of [['check'], ['check', '--staged'], ['status'], ['check', '--base', 'main']]) {
    const [a, b] = [run(args, { cwd: at }), runNative(args, { cwd: at })];
    assert.deepEqual([a.status, a.stdout, a.stderr], [b.status, b.stdout, b.stderr], args.join(' '));
  }
  assert.equal(run(['check'], { cwd: at }).status, 1);
});

test("git: a repository of another user's is not trusted", { skip: process.getuid?.() !== 0 }, () => {
  const at = project(users);
  assert.equal(start('git', ['init', '-q'], { cwd: at }).status, 0);
  start('chown', ['-R', '12345', at]);
  const [a, b] = [run(['check'], { cwd: at }), runNative(['check'], { cwd: at })];
  assert.deepEqual([a.status, a.stdout, a.stderr], [b.status, b.stdout, b.stderr]);
});

test('a folder with a pipe, a socket, a device and a name that is no UTF-8 is read to its end', async () => {
  const at = project(hazard);
  const into = path.join(at, 'prisma', 'migrations');
  assert.equal(start('mkfifo', [path.join(into, 'pipe')]).status, 0);
  start('mknod', [path.join(into, 'device'), 'c', '1', '3']);
  const server = net.createServer();
  await new Promise((resolve) => server.listen(path.join(into, 'socket'), resolve));
  const odd = Buffer.concat([Buffer.from(`${into}/20240301000000_`), Buffer.from([0xff, 0xfe])]);
  fs.mkdirSync(odd);
  fs.writeFileSync(
    Buffer.concat([odd, Buffer.from('/migration.sql')]),
    'ALTER TABLE users DROP COLUMN name;\n',
  );
  const report = JSON.parse(run(['check', '--all', '--format', 'json', at]).stdout);
  server.close();
  assert.deepEqual(
    report.findings.map((finding) => finding.rule).filter((rule) => /^(add|drop)-column/.test(rule)),
    ['add-column-not-null-without-default', 'drop-column'],
  );
});

test('a migration that is a pipe is not waited for', () => {
  const at = project(hazard);
  const file = path.join(at, 'prisma/migrations/20240201000000_age/migration.sql');
  fs.rmSync(file);
  assert.equal(start('mkfifo', [file]).status, 0);
  const done = run(['check', '--all', at]);
  assert.equal(done.status, 2);
  assert.match(done.stderr, /20240201000000_age.*pipe|device/);
});

test('symbolic links lead where they do on the disk', () => {
  const at = project({});
  const elsewhere = path.join(project(hazard), 'prisma/migrations/20240201000000_age');
  const into = path.join(at, 'prisma/migrations');
  fs.symlinkSync(
    '../../../project1/prisma/migrations/20240101000000_init',
    path.join(into, '20240101000000_init'),
  );
  fs.mkdirSync(path.join(folder, 'project1/prisma/migrations/20240101000000_init'), { recursive: true });
  fs.writeFileSync(
    path.join(folder, 'project1/prisma/migrations/20240101000000_init/migration.sql'),
    users['20240101000000_init'],
  );
  fs.symlinkSync(elsewhere, path.join(into, '20240201000000_age'));
  assert.equal(run(['check', '--all', at]).status, 1);
});

const nested = (depth) => `SELECT ${'('.repeat(depth)}1${')'.repeat(depth)};\n`;
const sum = (terms) => `SELECT ${Array(terms).fill('1').join('+')};\n`;
test('deep nesting takes a larger stack, in a thread', () => {
  for (const sql of [nested(300), sum(3000), sum(8000)]) {
    const at = project({ ...hazard, '20240301000000_deep': sql });
    const [a, b] = [
      run(['check', '--all', '--format', 'json', at]),
      runNative(['check', '--all', '--format', 'json', at]),
    ];
    assert.equal(withoutGrammar(a.stdout), withoutGrammar(b.stdout));
    assert.deepEqual([a.status, a.stderr], [b.status, b.stderr]);
  }
});

test('what was read from standard input is there in the thread, too', () => {
  const deep = sum(8000);
  const at = project({ ...users, '20240301000000_deep': deep });
  const event = JSON.stringify({
    hook_event_name: 'PostToolUse',
    tool_name: 'Write',
    cwd: at,
    tool_input: {
      file_path: path.join(at, 'prisma/migrations/20240301000000_deep/migration.sql'),
      content: deep,
    },
  });
  const [a, b] = [
    run(['hook', 'claude'], { cwd: at, input: event }),
    runNative(['hook', 'claude'], { cwd: at, input: event }),
  ];
  assert.deepEqual([a.status, a.stdout, a.stderr], [b.status, b.stdout, b.stderr]);
});

test('standard output that is full, closed or gone', () => {
  const at = project(hazard);
  assert.equal(shell('"$NODE" "$MIGLINT" check --all . >/dev/full', { cwd: at }).status, 2);
  // Node opens it as /dev/null
  assert.equal(shell('"$NODE" "$MIGLINT" check --all . >&-', { cwd: at }).status, 1);
  const gone = shell('set -o pipefail; "$NODE" "$MIGLINT" rules --format json | head -c1 >/dev/null', {
    cwd: at,
  });
  assert.equal(gone.stderr, '');
});

test('a reader that takes its time gets all of it', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [
      `2024010100${String(i).padStart(4, '0')}_t`,
      `CREATE TABLE t${i} (id int); ALTER TABLE t${i} DROP COLUMN id;\n`,
    ]),
  );
  const at = project(many);
  const child = spawn(process.execPath, [portable, 'check', '--all', '--format', 'json', at], {
    env: environment,
  });
  let text = '';
  for await (const part of child.stdout) {
    text += part;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  assert.equal(JSON.parse(text).migrations.length, 400);
});

test('a terminal: colours, its width, links', { skip: start('which', ['script']).status !== 0 }, () => {
  const at = project(hazard);
  const inTerminal = (command) =>
    shell(
      `stty cols 100 2>/dev/null; script -qec 'stty cols 100; ${command} check --all .' /dev/null </dev/null`,
      { cwd: at, env: { TERM: 'xterm-256color', COLUMNS: '' } },
    ).stdout;
  const shown = inTerminal(`${process.execPath} ${portable}`);
  assert.match(shown, /\u001b\[/);
  assert.equal(shown, inTerminal(native));
  assert.doesNotMatch(run(['check', '--all', at]).stdout, /\u001b/);
});

test('files are written with the permissions that the umask leaves, where they are told to', () => {
  const at = project(hazard);
  shell('umask 027; "$NODE" "$MIGLINT" check --all --output out.json --format json .', { cwd: at });
  assert.equal(fs.statSync(path.join(at, 'out.json')).mode & 0o777, 0o640);
  assert.equal(JSON.parse(fs.readFileSync(path.join(at, 'out.json'), 'utf8')).verdict, 'stop');
  const out = shell('"$NODE" "$MIGLINT" check --all --format concise --output /dev/stdout . | wc -l', {
    cwd: at,
  });
  assert.equal(out.stdout.trim(), '1');
  assert.ok(fs.lstatSync('/dev/stdout').isSymbolicLink());
  assert.equal(run(['check', '--all', '--format', 'json', '--output', '/dev/null', at]).status, 1);
});

test("the environment is the process's own", () => {
  const at = project(hazard);
  assert.match(run(['check', '--all', at], { env: { FORCE_COLOR: '1', TERM: 'xterm' } }).stdout, /\u001b\[/);
  assert.doesNotMatch(
    run(['check', '--all', at], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout,
    /\u001b\[/,
  );
});

test('fix writes the migration', () => {
  const at = project({ ...users, '20240201000000_name': 'CREATE INDEX users_name ON users (name);\n' });
  const args = ['fix', '--all', '--choose', 'create-index-without-concurrently=a', '--write', at];
  const done = run(args);
  assert.equal(done.status, 0, done.stderr);
  const file = path.join(at, 'prisma/migrations/20240201000000_name/migration.sql');
  assert.match(fs.readFileSync(file, 'utf8'), /CONCURRENTLY/);
});

test('a folder that is gone is said', () => {
  const done = shell(`mkdir gone && cd gone && rmdir ../gone && "$NODE" "$MIGLINT" check`, { cwd: folder });
  assert.equal(done.status, 2);
  assert.match(done.stderr, /^miglint: /);
});
