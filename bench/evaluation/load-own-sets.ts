import { join } from 'node:path';
import type { EvaluationSet } from './evaluation-set.ts';
import { loadSnapshot } from './load-snapshot.ts';
import { readQuestions } from './read-questions.ts';

const projectFolder = join(import.meta.dirname, '../..');
const fixtures = join(projectFolder, 'test/fixtures/evaluation');

/** The sets that come with the project: on the issues in `content/`, and on the invented ones of other years. */
export async function loadOwnSets(): Promise<[content: EvaluationSet, invented: EvaluationSet]> {
  return [
    {
      name: 'content',
      questions: readQuestions(join(fixtures, 'content-questions.jsonl')),
      snapshot: await loadSnapshot(join(projectFolder, 'content')),
    },
    {
      name: 'invented',
      questions: readQuestions(join(fixtures, 'questions.jsonl')),
      snapshot: await loadSnapshot(join(fixtures, 'newsletters')),
    },
  ];
}
