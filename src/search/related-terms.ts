import synonyms from './synonyms.json' with { type: 'json' };
import { termsOfWord } from './tokenize.ts';

const related = new Map<string, string[]>();
for (const group of synonyms.related) {
  const terms = group.flatMap((word) => termsOfWord(word).slice(0, 1));
  for (const term of terms)
    related.set(term, [...(related.get(term) ?? []), ...terms.filter((other) => other !== term)]);
}

/** Terms of words that tell of the same thing as a term. */
export function termsRelatedTo(term: string): readonly string[] {
  return related.get(term) ?? [];
}

/** The term of a word, and those of words that tell of the same thing. */
export function relatedTerms(word: string): readonly string[] {
  const [term = word] = termsOfWord(word);
  return [term, ...termsRelatedTo(term)];
}
