import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Question } from './question.ts';
import { readQuestions } from './read-questions.ts';

/** Questions, and the folder of the issues that they are asked of. */
export interface QuestionSet {
  readonly name: string;
  readonly folder: string;
  readonly questions: readonly Question[];
}

const projectFolder = resolve(import.meta.dirname, '../..');
const fixtures = join(projectFolder, 'test/fixtures/evaluation');
const shared = resolve(projectFolder, '../shared');

/** The issues that the bot comes with, and their facts. */
export const contentFolder = join(projectFolder, 'content');

/** The real newsletter, which is not part of the project. */
export const corpusFolder = join(shared, 'corpus');

/** The sets asked of issues with facts: our own, those of others, and the one beside the project where it is at hand. */
export function readFactSets(): QuestionSet[] {
  const exams = join(fixtures, 'exams');
  const dev = join(shared, 'eval/dev.jsonl');
  return [
    { name: 'content', folder: contentFolder, file: join(fixtures, 'content-questions.jsonl') },
    // Judged by the newsletter of one year: later issues change some verdicts.
    { name: 'dev', folder: join(contentFolder, '2017'), file: dev },
    ...listFolder(exams)
      .filter((file) => file.endsWith('.jsonl'))
      .map((file) => ({ name: basename(file, '.jsonl'), folder: contentFolder, file: join(exams, file) })),
  ]
    .filter(({ file }) => existsSync(file))
    .map(({ name, folder, file }) => ({ name, folder, questions: readQuestions(file) }));
}

/** The sets asked of invented issues, which have no facts: the answers come from their sentences. */
export function readInventedSets(): QuestionSet[] {
  const others = join(fixtures, 'others');
  return [
    { name: 'invented', folder: fixtures },
    ...listFolder(others).map((years) => ({ name: `others ${years}`, folder: join(others, years) })),
  ].map(({ name, folder }) => ({
    name,
    folder: join(folder, 'newsletters'),
    questions: readQuestions(join(folder, 'questions.jsonl')),
  }));
}

function listFolder(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
