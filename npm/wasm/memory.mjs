// miglint over files in memory, for a browser or an editor: nothing of the machine is read or written.
//
//   import { load } from '@miglint/wasm/memory';
//   const lint = await load();
//   const { status, stdout } = await lint(
//     { 'prisma/migrations/20240101000000_init/migration.sql': 'CREATE TABLE …' },
//     ['check', '--all', '--format', 'json']);
//
// Each call is a run of its own, as of the command line, in the folder that holds the files. Where a bundler
// does not find the two files that belong to this one, hand them over: load({ wasm, createMiglint }), with
// the WebAssembly as a Response, its bytes or a WebAssembly.Module, and what miglint.mjs exports by default.

const folder = '/project';

async function compile(wasm) {
  if (wasm instanceof WebAssembly.Module) return wasm;
  const given = await wasm;
  if (typeof Response !== 'undefined' && given instanceof Response) {
    if (!given.ok) throw new Error(`miglint.wasm: ${given.status} ${given.statusText}`);
    return WebAssembly.compile(await given.arrayBuffer());
  }
  return WebAssembly.compile(given);
}

/// The files beside this module: read in Node, fetched elsewhere.
async function beside() {
  const url = new URL('./miglint.wasm', import.meta.url);
  if (url.protocol !== 'file:') return fetch(url);
  const { readFile } = await import('node:fs/promises');
  return readFile(url);
}

export async function load({ wasm, createMiglint } = {}) {
  const compiled = await compile(wasm ?? beside());
  const create = createMiglint ?? (await import('./miglint.mjs')).default;

  /// `files`: text or bytes by path. Resolves to the exit status and what was printed.
  return async function lint(files, args, { env = {}, stdin = '' } = {}) {
    const printed = { 1: [], 2: [] };
    const collect = (stream) => (byte) => {
      if (byte !== null) printed[stream].push(byte);
    };
    const input = new TextEncoder().encode(stdin);
    let position = 0;
    let status = 2;
    const module = await create({
      thisProgram: 'miglint',
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
        return {};
      },
      preRun: [
        (M) => {
          for (const name of Object.keys(M.ENV)) delete M.ENV[name];
          Object.assign(M.ENV, { HOME: '/home/web_user', TERM: 'dumb' }, env);
          M.FS.init(() => (position < input.length ? input[position++] : null), collect(1), collect(2));
        },
      ],
    });
    module.FS.mkdirTree(folder);
    for (const [path, text] of Object.entries(files)) {
      const at = path.startsWith('/') ? path : `${folder}/${path}`;
      module.FS.mkdirTree(at.slice(0, at.lastIndexOf('/')));
      module.FS.writeFile(at, text);
    }
    module.FS.chdir(folder);
    const exitCode = globalThis.process?.exitCode; // of a Node that goes on; Emscripten sets it
    try {
      status = module.callMain(args);
    } catch (error) {
      if (error?.name === 'ExitStatus') status = error.status;
      else if (error instanceof RangeError)
        return { status: 2, stdout: '', stderr: 'miglint: an expression is nested too deeply to be read\n' };
      else throw error;
    } finally {
      if (globalThis.process) process.exitCode = exitCode;
    }
    const text = (stream) => new TextDecoder().decode(new Uint8Array(printed[stream]));
    return { status, stdout: text(1), stderr: text(2) };
  };
}
