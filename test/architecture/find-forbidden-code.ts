import type { FolderRule } from './import-table.ts';
import type { Source } from './read-source.ts';

interface ForbiddenCode {
  readonly pattern: RegExp;
  readonly isAllowed: (folder: string, rule: FolderRule) => boolean;
  readonly remedy: string;
}

const forbiddenCode: readonly ForbiddenCode[] = [
  {
    pattern: /\bprocess\s*\.\s*env\b/g,
    isAllowed: (folder) => folder === 'app',
    remedy: 'only app reads the environment; take the value as an argument',
  },
  {
    pattern: /\bconsole\s*\./g,
    isAllowed: () => false,
    remedy: 'take a log or an output stream as an argument',
  },
  {
    pattern: /\bDate\s*\.\s*now\b|\bperformance\s*\.\s*now\b|\bnew\s+Date\b(?!\s*\(\s*[^\s)])/g,
    isAllowed: (_, rule) => !rule.isPure,
    remedy: 'this folder is pure; take the time as an argument',
  },
  {
    pattern: /\bMath\s*\.\s*random\b|\bcrypto\s*\./g,
    isAllowed: (_, rule) => !rule.isPure,
    remedy: 'this folder is pure; take what is random as an argument',
  },
];

/** Code that would give a folder a hidden input or output: environment, console, clock, chance. */
export function findForbiddenCode(path: string, { code }: Source, rule: FolderRule, folder: string): string[] {
  return forbiddenCode
    .filter(({ isAllowed }) => !isAllowed(folder, rule))
    .flatMap(({ pattern, remedy }) =>
      [...code.matchAll(pattern)].map((match) => {
        const line = code.slice(0, match.index).split('\n').length;
        return `${path}:${line}: ${match[0].replaceAll(/\s+/g, ' ')}; ${remedy}`;
      }),
    );
}
