// Writes src/search/words/thesaurus.json from words/thesaurus.txt: by the term of a question's word, or of two that are one
// ("come out"), the terms that an answer may have in its place. Terms are made here and not at every start.
import { readFileSync, writeFileSync } from 'node:fs';
import { termsOfWord } from '#search/words/tokenize.ts';

const MAX_WORDS = 2;
const source = new URL('words/thesaurus.txt', import.meta.url);
const target = new URL('../src/search/words/thesaurus.json', import.meta.url);

/** The thesaurus as it is shipped, from the groups of its source. */
export function buildThesaurus(text: string): Record<string, string> {
  const near = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const [asked = [], said = asked] = line.split('>').map(readTerms);
    for (const term of asked) {
      if (term.split(' ').length > MAX_WORDS) continue;
      const others = near.get(term) ?? new Set();
      // A sentence's two words that are one have none to be found by.
      for (const other of [...said, ...asked]) if (other !== term && !other.includes(' ')) others.add(other);
      near.set(term, others);
    }
  }
  const entries = [...near].filter(([, others]) => others.size > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([term, others]) => [term, [...others].join(' ')]));
}

const readTerms = (list: string) =>
  list
    .split(',')
    .map((words) => words.trim().split(/\s+/).map(termOf).join(' '))
    .filter(Boolean);

const termOf = (word: string) => termsOfWord(word)[0] ?? word;

if (import.meta.main) {
  const thesaurus = buildThesaurus(readFileSync(source, 'utf8'));
  writeFileSync(target, `${JSON.stringify(thesaurus)}\n`);
  console.log(`${Object.keys(thesaurus).length} words with others for them written`);
}
