import type { KeyFormat } from './read-keys.ts';

/** A line that frames keys, or means to. */
export interface Ruler {
  readonly kind: 'hyphens' | 'pluses' | 'semicolons' | 'other';
  /** Its first mark; a line that closes has the same. */
  readonly mark: string;
  readonly format: KeyFormat;
  /** As it is written in books: `---`, `+++`, `;;;`. */
  readonly isExact: boolean;
  readonly text: string;
}

const DASH = /[\u2010-\u2015\u2212]/g;
const LANGUAGE = /^(.{1,80}?)[ \t]{0,9}(ya?ml|toml|json)?[ \t]{0,9}(?:#.{0,200})?$/i;
const MARKS = /^(?:-{2,80}|\u2014-?|\+{2,80}|;{2,80}|([=*_~%:`'"$!|.])\1{2,80})$/;
// Of other writing systems, and none that a reader sees.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\0]/g;

/** A line without what nobody sees of it. */
export function shownLine(line: string): string {
  return line.slice(0, 500).replaceAll(INVISIBLE, '').trim();
}

/** Reads a line as a ruler, exact or nearly. */
export function readRuler(line: string): Ruler | undefined {
  const text = shownLine(line);
  if (text.length > 120) return undefined;
  const [, marks = '', language] = LANGUAGE.exec(text) ?? [];
  const plain = marks.replaceAll(/[ \t]/g, '').replaceAll('\u2014', '--').replaceAll(DASH, '-');
  if (!MARKS.test(plain)) return undefined;
  const mark = plain[0] ?? '';
  const kind = ({ '-': 'hyphens', '+': 'pluses', ';': 'semicolons' } as const)[mark] ?? 'other';
  const ofMark = kind === 'pluses' ? 'toml' : kind === 'semicolons' ? 'json' : 'yaml';
  const named = language?.toLowerCase().replace('yml', 'yaml') as KeyFormat | undefined;
  return { kind, mark, format: named ?? ofMark, isExact: line.trimEnd() === mark.repeat(3), text };
}

/** Whether a ruler closes what another has opened. */
export function isCloserOf(opener: Ruler, closer: Ruler): boolean {
  return closer.mark === opener.mark || (opener.kind === 'hyphens' && closer.text === '...');
}
