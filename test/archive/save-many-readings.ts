// Run as a process of its own: saves a reading again and again, each with so many reports of its own number.
import { createReadingStore } from '#archive/reading-store.ts';
import { buildSnapshot } from '#search/snapshot.ts';

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
const reading = {
  reports: Array.from({ length: 500 }, () => ({ ...report })),
  history: [],
  subjects: { hash: undefined, subjects: [], problems: [] },
  workedOut: buildSnapshot([]).workedOut,
};
for (let time = 0; time < Number(times); time++) store.save(reading).toArray();
