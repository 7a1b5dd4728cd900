'use strict';
// What the program, which knows paths as POSIX writes them, is told of a Windows: C:\a\b is /c/a/b, as Git
// for Windows has it. Anywhere else all of this changes nothing.
const fs = require('fs');
const path = require('path');

const windows = process.platform === 'win32';

const posix = (given) =>
  given.replace(/^(?:\\\\\?\\)?([A-Za-z]):/, (_, drive) => `/${drive.toLowerCase()}`).replace(/\\/g, '/');

/// An argument, whose path may follow `--output=` or `sarif=`. What has a backslash and does not begin like a
/// path stays: a reason's words, say.
function posixArgument(given) {
  const [, before, value] = given.match(/^((?:--?[\w-]+=)?(?:\w+=)?)(.*)$/s);
  const isPath = /^(?:\\\\\?\\)?[A-Za-z]:[\\/]/.test(value) || /^\.{0,2}[\w.-]*\\/.test(value);
  return isPath ? before + posix(value) : given;
}

/// The settings of Git for Windows' installer, core.autocrlf among them: where they say so, files on disk
/// have other line ends than in the repository.
function gitConfigOf(env, exists) {
  const beside = (env.Path ?? env.PATH ?? '')
    .split(';')
    .filter((folder) => /[\\/](?:cmd|bin)[\\/]?$/i.test(folder) && exists(path.win32.join(folder, 'git.exe')))
    .map((folder) => path.win32.join(folder, '..', 'etc', 'gitconfig'));
  const usual = [env.ProgramFiles, env.ProgramW6432, env.LOCALAPPDATA && `${env.LOCALAPPDATA}\\Programs`]
    .filter(Boolean)
    .map((folder) => path.win32.join(folder, 'Git', 'etc', 'gitconfig'));
  return [...beside, ...usual].find(exists);
}

function posixEnvironment(env) {
  const changed = { ...env, HOME: posix(env.HOME || env.USERPROFILE || '') };
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_CONFIG_GLOBAL', 'XDG_CONFIG_HOME'])
    if (changed[name]) changed[name] = posix(changed[name]);
  changed.TERM ??= 'xterm-256color'; // every console since Windows 10 shows colours
  return changed;
}

module.exports = {
  windows,
  posix,
  posixArgument,
  gitConfigOf,
  posixEnvironment,
  toPosix: windows ? posix : (given) => given,
  argument: windows ? posixArgument : (given) => given,
  environment: () => (windows ? posixEnvironment(process.env) : { ...process.env }),
  systemGitConfig: () => (windows ? gitConfigOf(process.env, fs.existsSync) : undefined),
};
