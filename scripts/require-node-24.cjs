// Loaded before every script, in syntax that any Node understands: on an older Node the program itself would die on its
// first TypeScript file, with a message that helps nobody.
const { writeSync } = require('node:fs');

const wanted = Number(/\d+/.exec(require('../package.json').engines.node)[0]);
const found = process.versions.node;
if (Number(found.split('.')[0]) < wanted) {
  const remedy = `run "npm ci" with install scripts and optional packages allowed, which brings one along, or install it`;
  // Not process.stderr.write: where standard error is a pipe on Windows, exit() would cut the sentence off.
  writeSync(2, `This program needs Node ${wanted} or newer, and this is Node ${found}: ${remedy}.\n`);
  process.exit(1);
}

// Here, before the program's first file: what would remove the types of that one alone stays in memory, some 15 MB.
// Not for the tests, which leave nothing behind.
if (!/^test/.test(process.env.npm_lifecycle_event ?? '')) require('node:module').enableCompileCache?.();
