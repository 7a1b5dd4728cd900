// What is said of Windows to the program, wherever the test runs.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const { posix, posixArgument, gitConfigOf, posixEnvironment } = require(
  path.join(path.resolve(process.env.MIGLINT_WASM), 'windows.cjs'),
);

test('paths: a drive is a folder of the root', () => {
  assert.equal(posix('C:\\Users\\ann\\shop'), '/c/Users/ann/shop');
  assert.equal(posix('d:/x'), '/d/x');
  assert.equal(posix('\\\\?\\C:\\a'), '/c/a');
  assert.equal(posix('prisma\\migrations'), 'prisma/migrations');
});

test('arguments: paths are changed, also behind an option or a format', () => {
  assert.equal(posixArgument('C:\\shop'), '/c/shop');
  assert.equal(posixArgument('.\\prisma'), './prisma');
  assert.equal(posixArgument('prisma\\migrations'), 'prisma/migrations');
  assert.equal(posixArgument('--output=C:\\out.json'), '--output=/c/out.json');
  assert.equal(posixArgument('sarif=reports\\x.sarif'), 'sarif=reports/x.sarif');
  assert.equal(posixArgument('--format=sarif=C:\\x.sarif'), '--format=sarif=/c/x.sarif');
});

test('arguments: what is no path stays', () => {
  for (const text of [
    'check',
    '--all',
    'drop-column@a.b=c',
    'we know \\ it',
    "text='a\\b'",
    'C: is full',
    '"a\\b"',
  ])
    assert.equal(posixArgument(text), text);
});

test("Git for Windows' own settings are found beside git, or where it is usually installed", () => {
  const there =
    (...files) =>
    (file) =>
      files.includes(file);
  const beside = 'D:\\tools\\Git\\etc\\gitconfig';
  assert.equal(
    gitConfigOf({ Path: 'C:\\x;D:\\tools\\Git\\cmd' }, there('D:\\tools\\Git\\cmd\\git.exe', beside)),
    beside,
  );
  const usual = 'C:\\Program Files\\Git\\etc\\gitconfig';
  assert.equal(gitConfigOf({ Path: '', ProgramFiles: 'C:\\Program Files' }, there(usual)), usual);
  assert.equal(gitConfigOf({ Path: 'C:\\x' }, there()), undefined);
});

test('the environment: a home, colours, paths of git', () => {
  const env = posixEnvironment({ USERPROFILE: 'C:\\Users\\ann', GIT_DIR: 'C:\\r\\.git', OTHER: 'a\\b' });
  assert.deepEqual(env, {
    USERPROFILE: 'C:\\Users\\ann',
    GIT_DIR: '/c/r/.git',
    OTHER: 'a\\b',
    HOME: '/c/Users/ann',
    TERM: 'xterm-256color',
  });
  assert.equal(posixEnvironment({ HOME: 'C:\\h', TERM: 'dumb' }).TERM, 'dumb');
});
