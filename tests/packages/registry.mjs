// A read-only npm registry on the loop-back over the *.tgz of a folder: node registry.mjs FOLDER. Prints its
// address, serves until killed. What it is asked for goes to standard error, so that a test can see which
// packages a client fetched.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const folder = process.argv[2];

function describe(file, address) {
  const archive = path.join(folder, file);
  const manifest = JSON.parse(execFileSync('tar', ['xzOf', archive, 'package/package.json']));
  const bytes = fs.readFileSync(archive);
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  const version = { ...manifest, dist: { tarball: `${address}/-/${file}`, integrity } };
  const latest = manifest.version;
  return { name: manifest.name, 'dist-tags': { latest }, versions: { [latest]: version } };
}

const server = http.createServer((request, response) => {
  const wanted = decodeURIComponent(request.url.split('?')[0].slice(1));
  console.error(`${request.method} ${wanted}`);
  const archive = path.join(folder, path.basename(wanted));
  if (wanted.startsWith('-/') && fs.existsSync(archive)) return fs.createReadStream(archive).pipe(response);
  const address = `http://127.0.0.1:${server.address().port}`;
  const archives = fs.readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  const known = archives.map((file) => describe(file, address));
  const found = known.find((entry) => entry.name === wanted);
  response.statusCode = found ? 200 : 404;
  response.setHeader('content-type', 'application/json');
  return response.end(JSON.stringify(found ?? { error: 'not_found' }));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
