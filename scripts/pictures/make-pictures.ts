// Makes the README's pictures anew: each page into docs/pictures/, and what Chromium shows of it beside it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { composePictures } from './compose-pictures.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const width = 640;
/** Sharp on today's screens, and still small. */
const scale = 2;

const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);
if (chromium === undefined) {
  process.stderr.write(
    'pictures: there is no chromium in the PATH. Install it, and the fonts of both ("apt-get install chromium fonts-inter fonts-lato fonts-noto-color-emoji").\n',
  );
  process.exit(1);
}

const profile = mkdtempSync(join(tmpdir(), 'pictures-'));
const checksums: Record<string, string> = {};
for (const { name, html } of await composePictures()) {
  const page = join(folder, `${name}.html`);
  const picture = join(folder, `${name}.png`);
  writeFileSync(page, html);
  const height = /data-height="(\d+)"/.exec(browse(page, ['--dump-dom', `--window-size=${width},2000`]))?.[1];
  if (height === undefined) throw new Error(`${page} was not laid out`);
  browse(page, [`--screenshot=${picture}`, `--window-size=${width},${height}`, `--force-device-scale-factor=${scale}`]);
  for (const file of [page, picture]) {
    checksums[`${name}.${file.split('.').pop()}`] = createHash('sha256').update(readFileSync(file)).digest('hex');
  }
  process.stdout.write(`wrote docs/pictures/${name}.png, ${width} × ${height}\n`);
}
writeFileSync(join(folder, 'checksums.json'), `${JSON.stringify(checksums, undefined, 2)}\n`);
rmSync(profile, { recursive: true, force: true });
process.exit(0);

function browse(page: string, options: readonly string[]): string {
  const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', `--user-data-dir=${profile}`];
  const { status, stdout, stderr } = spawnSync(chromium ?? '', [...quiet, ...options, pathToFileURL(page).href], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`chromium ended with ${status}: ${stderr}`);
  return stdout;
}
