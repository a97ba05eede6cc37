import thesaurus from './thesaurus.json' with { type: 'json' };

const near: Readonly<Record<string, string>> = thesaurus;
const nearTo = (words: string) => (Object.hasOwn(near, words) ? (near[words] ?? '').split(' ') : []);

/**
 * The terms of words that an answer may have in place of a question's word ("valued" for "worth"). `next`: the term behind
 * it, for words that are one with it ("come out").
 */
export const findNearTerms = (term: string, next: string): readonly string[] => [
  ...nearTo(term),
  ...nearTo(`${term} ${next}`),
];
