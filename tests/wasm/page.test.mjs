// The page of the package in Chromium, where that is installed: the .wasm is fetched, compiled and run, and
// the report is in the document.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync('which', [name]).status === 0,
);
const types = { '.html': 'text/html', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

test('the page in a browser', { skip: chromium === undefined && 'no Chromium here' }, async () => {
  const folder = path.resolve(process.env.MIGLINT_WASM);
  const server = http.createServer((request, response) => {
    const name = path.basename(new URL(request.url, 'http://x').pathname) || 'index.html';
    if (!fs.existsSync(path.join(folder, name))) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'text/plain' });
    return fs.createReadStream(path.join(folder, name)).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'miglint-page-'));
  const browser = spawn(
    chromium,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${profile}`,
      '--virtual-time-budget=20000',
      '--dump-dom',
      `http://127.0.0.1:${server.address().port}/`,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let page = '';
  for await (const part of browser.stdout) page += part;
  server.close();
  fs.rmSync(profile, { recursive: true, force: true });
  assert.match(page, /<title>miglint: 1<\/title>/);
  assert.match(page, /add-column-not-null-without-default/);
  assert.match(page, /exit status 1, \d+ ms/);
});
