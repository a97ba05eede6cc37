import type { TextIndex } from './text-index.ts';
import { isOrdinaryWord } from './word-weight.ts';

// What names of software often end or begin with, and people leave off when they speak of it.
const ENDINGS = ['db', 'vm', 'js', 'os', 'io', 'sql', 'mq', 'fs', 'ctl', 'cli'];
const BEGINNINGS = ['py', 'open'];
const MIN_LENGTH = 3;

/** A name as it would be with a usual ending or beginning: "foo" gives "foodb", "foovm", "pyfoo" … */
export function nameVariants(name: string): string[] {
  return [...ENDINGS.map((ending) => name + ending), ...BEGINNINGS.map((beginning) => beginning + name)];
}

/** The archive's terms that are a word's name in full: "graal" is GraalVM. */
export function findVariants(term: string, { termIds }: TextIndex): number[] {
  if (term.length < MIN_LENGTH) return [];
  return nameVariants(term)
    .filter((variant) => !isOrdinaryWord(variant))
    .flatMap((variant) => termIds.get(variant) ?? []);
}
