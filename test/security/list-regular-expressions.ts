import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import jsTokens from 'js-tokens';
import { projectRoot } from '../scenarios/terminal-processes.ts';

/** A regular expression of the program, and the file that it stands in or was made by. */
export interface FoundExpression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression under `src/`: those written as such, and those that the modules make when they are loaded. */
export async function listRegularExpressions(): Promise<FoundExpression[]> {
  const files = globSync('src/**/*.ts', { cwd: projectRoot })
    .filter((file) => file !== join('src', 'main.ts'))
    .sort();
  const written = files.flatMap(listLiterals);
  const made = await recordConstructed(files);
  const unique = new Map([...written, ...made].map((found) => [`/${found.source}/${found.flags}`, found]));
  return [...unique.values()];
}

function listLiterals(file: string): FoundExpression[] {
  const code = stripTypeScriptTypes(readFileSync(join(projectRoot, file), 'utf8'));
  return [...jsTokens(code)]
    .filter(({ type }) => type === 'RegularExpressionLiteral')
    .map(({ value }) => {
      const end = value.lastIndexOf('/');
      return { place: file, source: value.slice(1, end), flags: value.slice(end + 1) };
    });
}

/** Loads every module while each `new RegExp(…)` is written down. */
async function recordConstructed(files: readonly string[]): Promise<FoundExpression[]> {
  const made: FoundExpression[] = [];
  const Original = globalThis.RegExp;
  let place = '';
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args, newTarget) {
      const expression = Reflect.construct(target, args, newTarget) as RegExp;
      const stack = new Error('where').stack ?? '';
      const isOurs = /\/src\/[\w/-]+\.ts/.exec(stack.split('\n')[2] ?? '');
      if (isOurs) made.push({ place: isOurs[0].slice(1), source: expression.source, flags: expression.flags });
      return expression;
    },
  });
  try {
    for (place of files) await import(join(projectRoot, place));
  } finally {
    globalThis.RegExp = Original;
  }
  return made;
}
