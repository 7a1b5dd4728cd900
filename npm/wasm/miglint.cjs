#!/usr/bin/env node
'use strict';
// Runs the WebAssembly build over the real file system, on whatever system Node runs on: `run(arguments)`
// resolves to the exit status. In a program of its own: it opens files as the process, and reads its standard
// input. (For files in memory, in a browser or an editor: memory.mjs.)
const fs = require('fs');
const path = require('path');
const tty = require('tty');
const threads = require('worker_threads');
const { toPosix, argument, environment, systemGitConfig, windows } = require('./windows.cjs');

// Emscripten's numbers, which are WASI's.
const errno = { EBADF: 8, EIO: 29, ENOSPC: 51, ENXIO: 60, EPIPE: 64 };
const enough_stack = 64; // MB

/// Standard input as it comes, kept: a second run, in a thread, begins with what the first has read.
const input = threads.workerData?.input ?? [];
let part = 0;
let within = 0;

/// A pipe that does not wait, and is full or empty, says EAGAIN: again in a moment.
function whenReady(action) {
  for (;;) {
    try {
      return action();
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

function readInput(bytes) {
  if (part === input.length) {
    const fresh = Buffer.alloc(bytes.length);
    const length = whenReady(() => fs.readSync(0, fresh, 0, fresh.length, null));
    if (length === 0) return 0;
    input.push(fresh.subarray(0, length));
  }
  const taken = input[part].subarray(within, within + bytes.length);
  bytes.set(taken);
  within += taken.length;
  if (within === input[part].length) [part, within] = [part + 1, 0];
  return taken.length;
}

function writeAll(fd, bytes) {
  while (bytes.length > 0) bytes = bytes.subarray(whenReady(() => fs.writeSync(fd, bytes)));
}

/// The process's own three, byte for byte, in place of Emscripten's console. (One that came closed is
/// /dev/null: Node opens it.)
function connectStreams({ FS }) {
  const orFail = (action) => {
    try {
      return action();
    } catch (error) {
      if (error.code === 'EOF') return 0; // Windows, of a pipe that ended
      throw new FS.ErrnoError(errno[error.code] ?? errno.EIO);
    }
  };
  const size = () => [process.stdout.rows ?? 24, process.stdout.columns ?? 80];
  for (const fd of [0, 1, 2]) {
    FS.close(FS.streams[fd]);
    FS.registerDevice(FS.makedev(64, fd), {
      open(stream) {
        stream.seekable = false;
        if (tty.isatty(fd)) stream.tty = { ops: { ioctl_tiocgwinsz: size } };
      },
      close() {},
      read: (_, memory, at, length) => orFail(() => readInput(memory.subarray(at, at + length))),
      write: (_, memory, at, length) =>
        orFail(() => {
          writeAll(fd, memory.subarray(at, at + length));
          return length;
        }),
    });
  }
  // Where /dev/stdout leads: Emscripten's own links there can be read, and not be followed.
  const links = FS.mkdir('/proc/self/links');
  FS.lookupPath('/proc/self/fd').node.node_ops.lookup = (_, name) => FS.lookupNode(links, name);
  for (const fd of [0, 1, 2]) {
    const device = `/proc/self/stream${fd}`;
    FS.mkdev(device, 0o666, FS.makedev(64, fd));
    FS.symlink(device, `/proc/self/links/${fd}`);
    FS.open(device, fd === 0 ? 0 /* O_RDONLY */ : 1 /* O_WRONLY */);
  }
}

/// Emscripten's NODEFS, with what it lacks: pipes, sockets and devices, and names that are not UTF-8. With
/// one of them in it, a folder would read as empty.
function completeNodefs({ FS, NODEFS }) {
  const bytes = new Map(); // of paths with names that are not UTF-8, by how they are called here
  const spelt = (path) => {
    if (bytes.size === 0 || !path.includes('\uFFFD')) return path;
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const known = bytes.get(path.slice(0, end));
      if (known) return Buffer.concat([known, Buffer.from(path.slice(end))]);
    }
    return path;
  };
  const called = NODEFS.realPath;
  NODEFS.realPath = (node) => spelt(called(node));
  const at = (folder, name) => path.join(called(folder), name);
  const attempt = (action) => {
    try {
      return action();
    } catch (error) {
      if (!error.code) throw error;
      throw new FS.ErrnoError(NODEFS.convertNodeCode(error));
    }
  };
  NODEFS.createNode = (parent, name, mode) =>
    Object.assign(FS.createNode(parent, name, mode), {
      node_ops: NODEFS.node_ops,
      stream_ops: NODEFS.stream_ops,
    });
  NODEFS.node_ops.lookup = (parent, name) =>
    NODEFS.createNode(
      parent,
      name,
      attempt(() => NODEFS.getMode(spelt(at(parent, name)))),
    );
  NODEFS.node_ops.readdir = (node) => {
    const names = attempt(() => fs.readdirSync(NODEFS.realPath(node)));
    if (!names.some((name) => name.includes('\uFFFD'))) return ['.', '..', ...names];
    const folder = Buffer.from(NODEFS.realPath(node));
    const listed = new Set(['.', '..']);
    for (const spelling of attempt(() => fs.readdirSync(folder, 'buffer'))) {
      let name = spelling.toString();
      if (!Buffer.from(name).equals(spelling)) {
        while (listed.has(name)) name += '\uFFFD'; // two spellings that look the same
        bytes.set(at(node, name), Buffer.concat([folder, Buffer.from('/'), spelling]));
      }
      listed.add(name);
    }
    return [...listed];
  };
  const convert = NODEFS.convertNodeCode;
  NODEFS.convertNodeCode = (error) => convert(error) ?? errno.EIO; // without a number it would be no error
  // Devices are opened, too; not a pipe, which would be waited for, whoever writes to it.
  const seeks = (stream) => FS.isFile(stream.node.mode);
  const view = (memory, at, length) => new Uint8Array(memory.buffer, memory.byteOffset + at, length);
  Object.assign(NODEFS.stream_ops, {
    open(stream) {
      const { mode } = stream.node;
      stream.shared.refcount = 1;
      if (FS.isDir(mode)) return;
      if (FS.isFIFO(mode)) throw new FS.ErrnoError(errno.ENXIO);
      stream.nfd = attempt(() =>
        fs.openSync(NODEFS.realPath(stream.node), NODEFS.flagsForNode(stream.flags)),
      );
    },
    close(stream) {
      if (--stream.shared.refcount === 0 && stream.nfd !== undefined) attempt(() => fs.closeSync(stream.nfd));
    },
    read: (stream, memory, at, length, position) =>
      attempt(() =>
        fs.readSync(stream.nfd, view(memory, at, length), 0, length, seeks(stream) ? position : null),
      ),
    write: (stream, memory, at, length, position) =>
      attempt(() =>
        fs.writeSync(stream.nfd, view(memory, at, length), 0, length, seeks(stream) ? position : null),
      ),
  });
  if (windows) {
    const readlink = NODEFS.node_ops.readlink;
    NODEFS.node_ops.readlink = (node) => toPosix(readlink(node));
  }
}

/// The disk is the root; in Windows, each drive is a folder of it. Of Emscripten's own folders /proc alone
/// stays.
function mountDisk(M) {
  const { FS, NODEFS } = M;
  FS.ignorePermissions = true; // the system has its own say
  completeNodefs(M);
  if (windows) {
    for (const drive of 'abcdefghijklmnopqrstuvwxyz') {
      if (!fs.existsSync(`${drive}:\\`)) continue;
      FS.mkdir(`/${drive}`);
      FS.mount(NODEFS, { root: `${drive}:\\` }, `/${drive}`);
    }
    const config = systemGitConfig();
    if (config) {
      FS.mkdirTree('/etc');
      FS.symlink(toPosix(config), '/etc/gitconfig');
    }
  } else {
    for (const own of ['/home/web_user', '/home', '/tmp']) FS.rmdir(own);
    FS.mount(NODEFS, { root: '/dev' }, '/dev');
    FS.root.mount.opts = { root: '/' };
    Object.assign(FS.root, { node_ops: NODEFS.node_ops, stream_ops: NODEFS.stream_ops });
  }
  try {
    FS.symlink(toPosix(fs.realpathSync(process.argv[1])), '/proc/self/exe');
  } catch {
    // `miglint init` says "miglint" then
  }
  FS.chdir(toPosix(process.cwd()));
}

/// Takes the place of the whole process's flags: a run is too short for V8 to compile a second time, which is
/// a third of it.
function compileOnce() {
  require('v8').setFlagsFromString('--liftoff-only');
}

const isTooDeep = (error) => error instanceof RangeError;

async function run(args) {
  compileOnce();
  const { default: createMiglint } = await import('./miglint.mjs');
  const M = await createMiglint({
    thisProgram: 'miglint',
    instantiateWasm(imports, done) {
      run.compiled ??= new WebAssembly.Module(fs.readFileSync(path.join(__dirname, 'miglint.wasm')));
      return done(new WebAssembly.Instance(run.compiled, imports), run.compiled);
    },
    preRun: [
      (module) => {
        for (const name of Object.keys(module.ENV)) delete module.ENV[name];
        Object.assign(module.ENV, environment());
      },
    ],
  });
  try {
    connectStreams(M);
    mountDisk(M);
  } catch (error) {
    process.stderr.write(`miglint: cannot start: ${error.message ?? `error ${error.errno}`}\n`);
    return 2;
  }
  try {
    return M.callMain(args.map(argument));
  } catch (error) {
    if (error?.name === 'ExitStatus') return error.status;
    // V8's stack is full: once more in a thread with a larger one. Nothing has been printed yet, for reports
    // are printed when all is judged.
    if (isTooDeep(error) && threads.isMainThread) return inThread(args);
    const what = isTooDeep(error)
      ? 'an expression is nested too deeply to be read'
      : `internal error: ${error?.message}; please report it with the command that led to it`;
    process.stderr.write(`miglint: ${what}\n`);
    return 2;
  }
}

function inThread(args) {
  return new Promise((resolve) => {
    const thread = new threads.Worker(__filename, {
      argv: process.argv.slice(2),
      workerData: { args, input },
      resourceLimits: { stackSizeMb: enough_stack },
    });
    thread.on('message', resolve);
    thread.on('error', (error) => {
      process.stderr.write(`miglint: internal error: ${error.message}\n`);
      resolve(2);
    });
  });
}

module.exports = { run };
if (!threads.isMainThread) run(threads.workerData.args).then((code) => threads.parentPort.postMessage(code));
else if (require.main === module) run(process.argv.slice(2)).then((code) => process.exit(code));
