import { writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Folders of `test/` whose files take values and give values: they change nothing that another file in the same process could notice. */
const sharing: ReadonlySet<string> = new Set([
  'answering',
  'api',
  'catalogue',
  'conversation',
  'drafting',
  'facts',
  'newsletter',
  'search',
  'settings',
  'spelling',
  'targets',
]);
// So many to a process: a failure's name stays easy to find, and no process takes long.
const MOST = 18;

/** What is run as one file: a test file itself, or a file that is written to import several. */
export interface RunFile {
  readonly path: string;
  readonly members: readonly string[];
}

/** Puts test files that may share a process together, as files in `folder`: to start one and to load the program takes longer than most of them. */
export function shareProcesses(files: readonly string[], root: string, folder: string): RunFile[] {
  const alone: RunFile[] = [];
  const groups = new Map<string, string[]>();
  for (const path of files) {
    const [top, name = ''] = relative(root, path).split(sep);
    if (top !== 'test' || !sharing.has(name)) alone.push({ path, members: [path] });
    else groups.set(name, [...(groups.get(name) ?? []), path]);
  }
  const shared = [...groups].flatMap(([name, members]) =>
    Array.from({ length: Math.ceil(members.length / MOST) }, (_, i) => {
      const some = members.slice(i * MOST, (i + 1) * MOST);
      const [only, ...others] = some;
      if (only !== undefined && others.length === 0) return { path: only, members: some };
      const path = join(folder, `${name}-${i + 1}.test.mjs`);
      writeFileSync(path, some.map((one) => `import ${JSON.stringify(pathToFileURL(one).href)};\n`).join(''));
      return { path, members: some };
    }),
  );
  return [...shared, ...alone];
}
