import type { OptionKind } from '#commands/command-spec.ts';
import { findIssues } from '#commands/reading/find-issue.ts';
import { listUsableCommands } from '#commands/reading/list-usable-commands.ts';
import { chatSurface, type Surface } from '#commands/surface.ts';
import type { Issue } from '#newsletter/issue.ts';
import { completeSubject } from '#search/complete-subject.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { vocabulary } from '#targets/vocabulary.ts';
import { completeSchedule } from './schedule.ts';

/** Something to offer while a person types an option. */
export interface Completion {
  /** What goes into the line. */
  readonly value: string;
  /** What the person reads. */
  readonly label: string;
}

type Completer = (typed: string, snapshot: Snapshot, limit: number, surface: Surface) => readonly Completion[];

const completers = {
  question: completeLastWords,
  words: completeSubjects,
  subject: completeSubjects,
  topic: completeLastWords,
  issue: completeIssues,
  schedule: (typed, _snapshot, limit) => completeSchedule(typed, limit).map(asCompletion),
  command: (typed, _snapshot, _limit, surface) => completeCommandName(typed, surface).map(asCompletion),
} satisfies Record<OptionKind, Completer>;

/** What a half-typed option may become, likeliest first. */
export function completeOption(
  kind: OptionKind,
  typed: string,
  snapshot: Snapshot,
  limit: number,
  surface: Surface = chatSurface,
): readonly Completion[] {
  return completers[kind](typed, snapshot, limit, surface).slice(0, limit);
}

/** Names of commands that begin as typed, and work here. */
export function completeCommandName(typed: string, surface: Surface = chatSurface): readonly string[] {
  const names = [...listUsableCommands(surface).map(({ name }) => name), ...Object.keys(surface.ownWords)];
  return names.filter((name) => name.startsWith(typed.toLowerCase()));
}

function completeSubjects(typed: string, snapshot: Snapshot, limit: number): readonly Completion[] {
  return completeSubject(snapshot, typed, limit).map(asCompletion);
}

/** Longer names than this are rare among subjects and targets. */
const MAX_WORDS_OF_NAME = 4;
/** Shorter beginnings fit too much to help. */
const MIN_TYPED_LETTERS = 2;

/** Completes the name that the question ends in: the longest run of last words that begins some name. */
function completeLastWords(typed: string, snapshot: Snapshot, limit: number): readonly Completion[] {
  const words = typed.split(' ');
  for (let count = Math.min(MAX_WORDS_OF_NAME, words.length); count > 0; count--) {
    const name = words.slice(-count).join(' ');
    if (name.trim().length < MIN_TYPED_LETTERS) continue;
    const begins = (other: string) => other.toLowerCase().startsWith(name.toLowerCase());
    const names = [...completeSubject(snapshot, name, limit), ...completeTarget(name, limit)].filter(begins);
    const before = words.slice(0, -count).join(' ');
    const unique = [...new Map(names.map((found) => [found.toLowerCase(), found])).values()];
    if (unique.length > 0) return unique.map((found) => asCompletion(`${before} ${found}`.trimStart()));
  }
  return [];
}

function completeIssues(typed: string, snapshot: Snapshot, limit: number): readonly Completion[] {
  const newestFirst = snapshot.issues.toReversed();
  const begins = newestFirst.filter(({ id }) => id.toLowerCase().startsWith(typed.trim().toLowerCase()));
  const found = begins.length > 0 ? begins : findIssues(typed, snapshot);
  return found.slice(0, limit).map((issue) => ({ value: issue.id, label: describeIssue(issue) }));
}

function describeIssue(issue: Issue): string {
  return issue.title.includes(issue.id) ? issue.title : `${issue.id}: ${issue.title}`;
}

function asCompletion(value: string): Completion {
  return { value, label: value };
}

/** Labels of architectures, devices and operating systems that begin as typed, by any of their names; shortest first. */
export function completeTarget(typed: string, limit: number): readonly string[] {
  const start = typed.trim().toLowerCase();
  if (start === '') return [];
  return vocabulary
    .filter(({ label, names }) => [label.toLowerCase(), ...names].some((name) => name.startsWith(start)))
    .map(({ label }) => label)
    .sort((a, b) => a.length - b.length)
    .slice(0, limit);
}
