import { vocabulary } from '#targets/vocabulary.ts';

/** Labels of architectures, devices and operating systems that begin as typed, by any of their names; shortest first. */
export function completeTarget(typed: string, limit: number): readonly string[] {
  const start = typed.trim().toLowerCase();
  if (start === '') return [];
  return vocabulary
    .filter(({ label, names }) => [label.toLowerCase(), ...names].some((name) => name.startsWith(start)))
    .map(({ label }) => label)
    .sort((a, b) => a.length - b.length)
    .slice(0, limit);
}
