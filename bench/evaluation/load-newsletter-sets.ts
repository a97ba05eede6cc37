import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { EvaluationSet } from './evaluation-set.ts';
import { loadSnapshot } from './load-snapshot.ts';
import type { Question } from './question.ts';
import { readQuestions } from './read-questions.ts';

const besideProject = join(import.meta.dirname, '../../../shared');

/** The real newsletter, which is not part of the project. */
export const corpusFolder = resolve(besideProject, 'corpus');
const questionsFile = resolve(besideProject, 'eval/dev.jsonl');

/** Issues that nobody looks into while working on the answers: what is asked of them tells how well the rest generalises. */
export const unseenIssues: ReadonlySet<string> = new Set(['2017-W22', '2017-W28', '2017-W36', '2017-W44', '2017-W50']);

/** The questions on the real newsletter, parted by whether their issues were set aside; undefined where it is not at hand. */
export async function loadNewsletterSets(): Promise<[newsletter: EvaluationSet, unseen: EvaluationSet] | undefined> {
  if (!existsSync(corpusFolder) || !existsSync(questionsFile)) return undefined;
  const questions = readQuestions(questionsFile);
  const snapshot = await loadSnapshot(corpusFolder);
  return [
    { name: 'newsletter', questions: questions.filter((question) => !isUnseen(question)), snapshot },
    { name: 'unseen', questions: questions.filter(isUnseen), snapshot },
  ];
}

function isUnseen({ articles }: Question): boolean {
  return articles.some((article) => unseenIssues.has(article.split(' ::')[0] ?? ''));
}
