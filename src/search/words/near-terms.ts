import thesaurus from './thesaurus.json' with { type: 'json' };

const near = new Map(Object.entries(thesaurus).map(([term, others]) => [term, others.split(' ')]));

/**
 * The terms of words that an answer may have in place of a question's word ("valued" for "worth"). `next`: the term behind
 * it, for words that are one with it ("come out").
 */
export function findNearTerms(term: string, next: string): readonly string[] {
  return [...(near.get(term) ?? []), ...(near.get(`${term} ${next}`) ?? [])];
}
