import lists from './needed-words.json' with { type: 'json' };
import { stemWord } from './tokenize.ts';

/**
 * How much it matters that an answer does not have a word of the question: `essential` ("battery": without it nothing is
 * answered), `loose` ("available": an answer may say it otherwise), `chatter` ("boss": it is about the asker).
 */
export type Need = 'chatter' | 'loose' | 'normal' | 'essential';

const needs = new Map(
  (['essential', 'loose', 'chatter'] as const).flatMap((need) =>
    lists[need].split(' ').map((word): [string, Need] => [word, need]),
  ),
);

/** How much a question's word is needed; for a form that is not listed, what its stem is. */
export function needOf(word: string): Need {
  const lower = word.toLowerCase();
  return needs.get(lower) ?? needs.get(stemWord(lower)) ?? 'normal';
}
