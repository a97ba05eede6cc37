// Loaded before the program: tells, when it ends, what it has used, and how much processor time until its first word.
import { writeFileSync } from 'node:fs';
import { readPeakMemoryMb } from './peak-memory.ts';

const readCpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
let readyCpuMs: number | undefined;
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = ((...words: Parameters<typeof write>) => {
  readyCpuMs ??= readCpuMs();
  return write(...words);
}) as typeof write;
process.on('exit', () => {
  const usage = { peakMb: readPeakMemoryMb(), readyCpuMs: readyCpuMs ?? readCpuMs() };
  writeFileSync(process.env.USAGE_FILE ?? '', JSON.stringify(usage));
});
