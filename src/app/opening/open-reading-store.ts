import { readdirSync, statSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { programFile, projectFolder } from '#app/process/project-files.ts';
import { createReadingStore, nameReadingFile, type ReadingStore } from '#archive/reading-store.ts';

// Of an archive ten times the newsletter's. From there on, taking in what was kept is mostly waiting for garbage collections.
const LARGE_BYTES = 64 * 2 ** 20;

/**
 * Where an archive is kept between two starts: beside the compiled code, which Node keeps for the same reason and which
 * `NODE_COMPILE_CACHE` moves. Undefined where Node keeps none (`NODE_DISABLE_COMPILE_CACHE=1`), or where it cannot be told
 * which version of the program this is.
 */
export function openReadingStore(contentFolder: string): ReadingStore | undefined {
  const folder = getCompileCacheDir();
  if (folder === undefined) return undefined;
  const path = resolve(contentFolder);
  // The path as given stands in the readings: messages name files by it.
  const version = tryToDescribeProgram();
  if (version === undefined) return undefined;
  const file = nameReadingFile(join(folder, 'archives'), `${path}\0${contentFolder}`);
  // `main.ts` keeps the heap small for what a small board reads.
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE_BYTES)
    setFlagsFromString('--heap-growing-percent=100');
  return createReadingStore(file, version);
}

function tryToDescribeProgram(): string | undefined {
  try {
    return describeProgram();
  } catch {
    return undefined;
  }
}

// Another version of the program, of a package or of Node may read the same text in another way.
function describeProgram(): string {
  const folder = dirname(join(projectFolder, programFile));
  const isBundle = folder === projectFolder;
  const files = readdirSync(folder, { recursive: !isBundle, encoding: 'utf8' }).filter((file) =>
    /\.(?:ts|js|json)$/.test(file),
  );
  const states = [...files.map((file) => join(folder, file)), join(projectFolder, 'package.json')].map((file) => {
    // An editor marks a file that it has open by a link of nearly that name, which leads nowhere.
    const found = statSync(file, { throwIfNoEntry: false });
    return `${file} ${found?.size} ${found?.mtimeMs}`;
  });
  return [process.version, ...states.sort()].join('\n');
}
