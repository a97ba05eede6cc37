import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { Difference } from './compare-issue.ts';

/** What is left out on purpose, as `nameDifference` names it, with why. */
export type LeftOut = ReadonlyMap<string, string>;

/** The name of a difference in the list of what is left out: `2017-W41:52 number 12`. */
export function nameDifference({ issue, line, kind, what }: Difference): string {
  return `${issue}:${line} ${kind} ${what}`;
}

/** Reads the list; throws with what is wrong where it is none. */
export function readLeftOut(file: string): LeftOut {
  return parseLeftOut(file, readFileSync(file, 'utf8'));
}

/** Reads the text of such a list, a list of reasons, each with its differences. */
export function parseLeftOut(file: string, text: string): LeftOut {
  const entries: unknown = load(text, { filename: file });
  if (!Array.isArray(entries)) throw new Error(`${file}: expected a list of reasons, found ${typeof entries}`);
  const leftOut = new Map<string, string>();
  for (const [place, entry] of entries.entries()) {
    const { reason, differences } = Object(entry);
    const isUsable = typeof reason === 'string' && Array.isArray(differences) && differences.every(isText);
    if (!isUsable) {
      throw new Error(`${file}: entry ${place + 1}: expected reason and differences, found ${JSON.stringify(entry)}`);
    }
    for (const name of differences) {
      if (leftOut.has(name)) throw new Error(`${file}: ${name} is there twice; take one out`);
      leftOut.set(name, reason);
    }
  }
  return leftOut;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
