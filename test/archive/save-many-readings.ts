// Run as a process of its own: saves a reading again and again, each with so many reports of its own number.
import { createReadingStore } from '#archive/reading-store.ts';

const [file = '', version = '', number = '', times = ''] = process.argv.slice(2);
const store = createReadingStore(file, version);
const report = {
  file: number,
  hash: number.repeat(200),
  issue: undefined,
  facts: [],
  factsHash: undefined,
  problems: [],
};
const texts = {
  vocabulary: [],
  lists: { numbers: new Uint32Array(), starts: new Uint32Array() },
  homes: new Uint32Array(),
  headings: new Uint32Array(),
  mentioned: [],
};
const reading = {
  reports: Array.from({ length: 500 }, () => ({ ...report })),
  subjects: { hash: undefined, subjects: [], problems: [] },
  workedOut: { drafts: new Map(), texts, words: new Set<string>() },
};
for (let time = 0; time < Number(times); time++) store.save(reading);
