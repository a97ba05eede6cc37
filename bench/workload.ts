import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contentFolder, readFactSets } from './evaluation/question-sets.ts';

/** One issue as its editor has written it. */
export interface IssueText {
  /** Name of the file, `2017-W41.md`. */
  readonly file: string;
  readonly text: string;
  /** The YAML of its facts; undefined where it has none. */
  readonly facts: string | undefined;
}

/** An archive as it lies on disk. */
export interface ArchiveTexts {
  readonly issues: readonly IssueText[];
  /** The YAML of its subjects, in one piece or several. */
  readonly subjects: readonly string[];
}

/** What is measured: the archive that the bot comes with, and people's questions about it. */
export interface Workload extends ArchiveTexts {
  readonly questions: readonly string[];
}

// Some of each set: with all of them, the larger archives would take half an hour.
const MAX_QUESTIONS = 400;

/** Reads the archive, and questions of all sets that are asked of it. */
export function loadWorkload(): Workload {
  const issues = readdirSync(contentFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && basename(path) !== 'README.md')
    .sort()
    .map((path) => ({
      file: basename(path),
      text: read(path),
      facts: readWhereThere(path.replace(/md$/, 'facts.yaml')),
    }));
  const asked = readFactSets().flatMap((set) => set.questions.map(({ q }) => q));
  const step = Math.ceil(asked.length / MAX_QUESTIONS);
  return { issues, subjects: [read('subjects.yaml')], questions: asked.filter((_, place) => place % step === 0) };
}

function read(path: string): string {
  return readFileSync(join(contentFolder, path), 'utf8');
}

function readWhereThere(path: string): string | undefined {
  return existsSync(join(contentFolder, path)) ? read(path) : undefined;
}
