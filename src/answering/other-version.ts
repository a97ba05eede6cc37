import type { Article } from '#newsletter/issue.ts';

const VERSION = /(?<![\w.])\d+\.[\dx]+(?:\.\d+)*(?![\w.]*\d)/g;

/** True when a clause is about another version than the asked one, in an article that names both. */
export function isOfOtherVersion(clause: string, question: string, { heading, sentences }: Article): boolean {
  const asked: readonly string[] = question.match(VERSION) ?? [];
  const said: readonly string[] = clause.match(VERSION) ?? [];
  if (asked.length === 0 || said.length === 0 || asked.some((version) => said.includes(version))) return false;
  return asked.some((version) => heading.includes(version) || sentences.some(({ text }) => text.includes(version)));
}
