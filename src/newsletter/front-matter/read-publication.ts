import { holdingWarning } from '#newsletter/content-warning.ts';
import { laterMoment, parseMoment } from '#newsletter/days/parse-moment.ts';
import type { ContentProblem } from '#newsletter/issue.ts';
import { findMisspeltKey, isOneOf, plainKey } from './publication-keys.ts';
import type { KeyEntry } from './read-keys.ts';

/** Whether and when an issue may go out, by its keys. In doubt it may not. */
export interface Publication {
  readonly isHeld: boolean;
  /** A day or a moment, as `parseMoment` gives them. */
  readonly notBefore?: string | undefined;
  readonly notAfter?: string;
  readonly problems: readonly ContentProblem[];
}

type Truth = 'true' | 'false' | 'unclear';

const trueWords = new Set(['true', 'yes', 'on', 'y', 't', '1']);
const falseWords = new Set(['false', 'no', 'off', 'n', 'f', '0']);

/** Reads the keys that say whether an issue may go out, at any depth and in any spelling. */
export function readPublication(file: string, entries: readonly KeyEntry[]): Publication {
  const problems: ContentProblem[] = [];
  let isHeld = false;
  let notBefore: string | undefined;
  let notAfter: string | undefined;
  for (const entry of entries) {
    const key = plainKey(entry.key);
    // "cover: { hidden: true }" is about a picture.
    if (!isOneOf('deep', key) && !entry.parents.every((parent) => isOneOf('groups', plainKey(parent)))) continue;
    const isBuild = entry.parents.some((parent) => plainKey(parent) === 'build') && isOneOf('build', key);
    if (isOneOf('holding', key)) readMark(entry, false);
    else if (isOneOf('from', key) || (isOneOf('releasing', key) && readDay(entry) !== undefined)) {
      const from = readDay(entry);
      if (from === undefined) readMarkOfDate(entry);
      else notBefore = laterMoment(notBefore, from);
    } else if (isOneOf('until', key)) {
      const until = readDay(entry);
      if (until === undefined) readMarkOfDate(entry);
      else notAfter = notAfter === undefined || laterMoment(notAfter, until) === notAfter ? until : notAfter;
    } else if (isOneOf('releasing', key)) readMark(entry, true);
    else if (key === 'permalink' && entry.value === false) hold();
    else if (isBuild && ['never', 'false', 'link', 'local'].includes(String(entry.value))) hold();
    else if (isOneOf('state', key) && isOneOf('unfinished', plainKey(String(entry.value ?? '')))) hold();
    else readSlip(entry, key);
  }
  return {
    isHeld,
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
    problems,
  };

  function hold(): void {
    isHeld = true;
  }

  function readMark(entry: KeyEntry, releasing: boolean): void {
    const truth = readTruth(entry.value);
    if (truth === (releasing ? 'true' : 'false')) return;
    hold();
    if (truth !== 'unclear') return;
    warn(
      entry,
      `${entry.key}: expected true or false, found ${nameValue(entry.value)}; the issue is not posted`,
      `write ${entry.key}: true or ${entry.key}: false, without quotes`,
    );
  }

  // "embargo: false", "scheduled:" and the like say that there is none.
  function readMarkOfDate(entry: KeyEntry): void {
    if (readTruth(entry.value) === 'false' || entry.value === null || entry.value === '') return;
    hold();
    const found = nameValue(entry.value);
    warn(entry, `${entry.key}: expected a date, found ${found}; the issue is not posted`, 'write it like 2017-10-13');
  }

  // "drafft: true" was meant to hold it back.
  function readSlip(entry: KeyEntry, key: string): void {
    const meant = findMisspeltKey(key);
    if (meant === undefined) return;
    hold();
    warn(
      entry,
      `${entry.key}: no key that is known, but near ${meant}; the issue is not posted`,
      `write ${meant}, or leave it out`,
    );
  }

  function warn({ line }: KeyEntry, message: string, remedy: string): void {
    problems.push(holdingWarning(file, line, `front matter: ${message}`, remedy));
  }
}

function readDay({ value }: KeyEntry): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseMoment(value) : undefined;
}

function readTruth(value: KeyEntry['value']): Truth {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  const text = String(value ?? '')
    .trim()
    .toLowerCase();
  return trueWords.has(text) ? 'true' : falseWords.has(text) ? 'false' : 'unclear';
}

/** What was found instead, in few words. */
export function nameValue(value: KeyEntry['value']): string {
  if (typeof value === 'string') return value === '' ? 'nothing' : 'text';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return String(value);
  return value === null ? 'nothing' : 'a list or a group of keys';
}
