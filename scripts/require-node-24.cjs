// Loaded before every script, in syntax that any Node understands: on an older Node the program itself would die on its
// first TypeScript file, with a message that helps nobody.
const wanted = Number(/\d+/.exec(require('../package.json').engines.node)[0]);
const found = Number(process.versions.node.split('.')[0]);
if (found < wanted) {
  process.stderr.write(
    'This program needs Node ' + wanted + ' or newer, and this is Node ' + process.versions.node + '. ' +
      'Run "npm ci" with install scripts allowed (it brings a fitting Node along), or install Node ' + wanted + '.\n',
  );
  process.exit(1);
}
