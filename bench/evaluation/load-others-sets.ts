import { join } from 'node:path';
import type { EvaluationSet } from './evaluation-set.ts';
import { loadSnapshot } from './load-snapshot.ts';
import { readQuestions } from './read-questions.ts';

const folder = join(import.meta.dirname, '../../test/fixtures/evaluation/others');

/** The years of each set, which name its folder. */
export const yearsOfOthers = [
  '2016-2018',
  '2019-2020',
  '2021-2024',
  '2019-2021',
  '2018',
  '2017-2023',
  '2018-2022',
] as const;

/** Sets by authors who have seen neither the code nor the other sets: invented issues of other years, and questions on them. */
export function loadOthersSets(): Promise<EvaluationSet[]> {
  return Promise.all(
    yearsOfOthers.map(async (years) => ({
      name: `others ${years}` as const,
      questions: readQuestions(join(folder, years, 'questions.jsonl')),
      snapshot: await loadSnapshot(join(folder, years, 'newsletters')),
    })),
  );
}
