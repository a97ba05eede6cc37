import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { answerQuestion } from '#answering/answer-question.ts';
import { parseSubjects } from '#facts/parse-subjects.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { growArchive } from './grow-archive.ts';
import { readArchive } from './read-archive.ts';
import { loadWorkload } from './workload.ts';

const [what, n] = [process.argv[2], Number(process.argv[3])];
const w = loadWorkload();
const archive = growArchive(w, n);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 500 });
if (what === 'read') {
  await session.post('Profiler.start');
  readArchive(archive);
} else if (what === 'build') {
  const { issues } = readArchive(archive);
  const subjects = archive.subjects.flatMap((t) => parseSubjects('s', t).subjects);
  await session.post('Profiler.start');
  const c = process.cpuUsage();
  for (let i = 0; i < (n >= 10 ? 1 : 10); i++) buildSnapshot(issues, subjects);
  console.log('cpu ms', process.cpuUsage(c).user / 1000);
} else {
  const { snapshot } = readArchive(archive);
  for (let i = 0; i < 2; i++) for (const q of w.questions) answerQuestion(q, snapshot);
  await session.post('Profiler.start');
  const c = process.cpuUsage();
  const rounds = n >= 10 ? 2 : 10;
  for (let i = 0; i < rounds; i++) for (const q of w.questions) answerQuestion(q, snapshot);
  console.log('cpu ms a question', process.cpuUsage(c).user / 1000 / rounds / w.questions.length);
}
const { profile } = await session.post('Profiler.stop');
writeFileSync(`/tmp/prof/${what}-${n}.cpuprofile`, JSON.stringify(profile));
